//! The schema of follow-up: reading it. Changing it is in `graphql/editing.rs`.

pub mod editing;

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, Object, SimpleObject};

use super::{
    Entry, Form, Item, Report, ReportLink, Responsible, Round, RoundKind, Standing, SubjectKind,
    compare::{self, ChangeKind, Difference},
    report, responsible, state, store,
};
use crate::{
    app::App,
    clock::Moment,
    error::Result,
    graphql::{Ask, Conn, Day, Id, Source, encode},
    i18n::Language,
    people::{Person, Viewer, graphql::People},
    programmes::{Programme, graphql::Programmes},
};

struct FormsOfRounds;

impl Source for FormsOfRounds {
    type Key = Id<Round>;
    type Value = Vec<Form>;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let mut found: HashMap<_, Vec<Form>> = HashMap::new();
        for form in store::forms_of_rounds(&app.db, keys).await? {
            found.entry(form.round_id).or_default().push(form);
        }
        Ok(found)
    }
}

struct ReportsOfRounds;

impl Source for ReportsOfRounds {
    type Key = Id<Round>;
    type Value = Report;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let found = store::reports_of_rounds(&app.db, keys).await?;
        Ok(found.into_iter().map(|report| (report.round_id, report)).collect())
    }
}

struct Rounds;

impl Source for Rounds {
    type Key = Id<Round>;
    type Value = Round;
    async fn fetch(app: &App, _: &Viewer, keys: &[Self::Key]) -> Result<HashMap<Self::Key, Self::Value>> {
        let found = store::rounds_by_id(&app.db, keys).await?;
        Ok(found.into_iter().map(|round| (round.id, round)).collect())
    }
}

/// With what a closed round is compared.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparedWith {
    /// The round before it: what changed until this one.
    RoundBefore,
    /// The programme as it stands now: what has changed since.
    Now,
}

/// One time that a programme is followed up.
#[Object]
impl Round {
    /// A TypeID.
    pub async fn id(&self) -> Id<Round> {
        self.id
    }
    /// Whose round it is.
    async fn programme(&self, ctx: &Context<'_>) -> Result<Option<Programme>> {
        ctx.load::<Programmes>(self.programme_id).await
    }
    /// What it asks about.
    async fn kind(&self) -> RoundKind {
        self.kind
    }
    /// What it is called.
    async fn name(&self) -> &str {
        &self.name
    }
    /// What the strategist says to those who answer.
    async fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
    /// The last day for answers.
    async fn due(&self) -> Day {
        self.due
    }
    /// For telling whether it was changed meanwhile.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// When it was opened, and the mails went out.
    async fn opened_at(&self) -> Moment {
        self.opened_at
    }
    /// When it was closed and frozen; null while it is open.
    async fn closed_at(&self) -> Option<Moment> {
        self.closed_at
    }
    /// Who was asked, and who has answered, by name.
    async fn forms(&self, ctx: &Context<'_>) -> Result<Vec<Form>> {
        Ok(ctx.load::<FormsOfRounds>(self.id).await?.unwrap_or_default())
    }
    /// The whole programme with the answers: as it stands now, or as it was frozen.
    #[graphql(complexity = "20 * child_complexity")]
    async fn entries(&self, ctx: &Context<'_>) -> Result<Vec<Entry>> {
        state::of_round(ctx.app(), self).await
    }
    /// The closed round before this one that asked the same sort of thing.
    async fn before(&self, ctx: &Context<'_>) -> Result<Option<Round>> {
        super::before(ctx.app(), self).await
    }
    /// What changed; null where there is nothing to compare with.
    #[graphql(complexity = "20 * child_complexity")]
    async fn changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "With the round before, or with how things stand now.")] with: ComparedWith,
    ) -> Result<Option<Vec<Difference>>> {
        let app = ctx.app();
        let own = state::of_round(app, self).await?;
        Ok(match with {
            ComparedWith::RoundBefore => match super::before(app, self).await? {
                Some(before) => Some(compare::compare(&state::frozen(&app.db, before.id).await?, &own)),
                None => None,
            },
            ComparedWith::Now => match self.closed_at {
                Some(_) => Some(compare::compare(&own, &state::live(&app.db, self.programme_id).await?)),
                None => None,
            },
        })
    }
    /// The report to politicians, once it is begun.
    async fn report(&self, ctx: &Context<'_>) -> Result<Option<Report>> {
        ctx.load::<ReportsOfRounds>(self.id).await
    }
}

/// What one responsible person is asked in a round.
#[Object(name = "RoundForm")]
impl Form {
    /// A TypeID.
    pub async fn id(&self) -> Id<Form> {
        self.id
    }
    /// The round that it belongs to.
    async fn round(&self, ctx: &Context<'_>) -> Result<Option<Round>> {
        ctx.load::<Rounds>(self.round_id).await
    }
    /// Who is asked.
    async fn name(&self) -> &str {
        &self.name
    }
    /// Where the link goes.
    async fn email(&self) -> &str {
        &self.email
    }
    /// The language that they are written to in.
    async fn language(&self) -> Language {
        self.language
    }
    /// The member of Samverk, where it is one.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// How many questions.
    async fn asked(&self) -> i64 {
        self.asked
    }
    /// How many of them are answered.
    async fn answered(&self) -> i64 {
        self.answered
    }
    /// When the link was first mailed.
    async fn mailed_at(&self) -> Option<Moment> {
        self.mailed_at
    }
    /// The last mail could not be delivered.
    async fn mail_failed(&self) -> bool {
        self.mail_failed
    }
    /// When they were last reminded.
    async fn reminded_at(&self) -> Option<Moment> {
        self.reminded_at
    }
    /// When the form was first opened.
    async fn seen_at(&self) -> Option<Moment> {
        self.seen_at
    }
}

/// A goal, target or action in a round, and what was answered about it.
#[Object(name = "RoundEntry")]
impl Entry {
    /// The question's own id; null for what was not asked about.
    async fn item_id(&self) -> Option<Id<Item>> {
        self.item_id.map(Id::of)
    }
    /// What it is.
    async fn kind(&self) -> SubjectKind {
        self.kind
    }
    /// The id of the goal, target or action.
    async fn subject_id(&self) -> ID {
        ID(encode(self.kind.text(), self.subject_id))
    }
    /// The focus area that it belongs to.
    async fn focus_area(&self) -> Option<&str> {
        self.area.as_deref()
    }
    /// The overall goal that it belongs to or serves.
    async fn goal(&self) -> Option<&str> {
        self.goal.as_deref()
    }
    /// What it is called.
    async fn title(&self) -> &str {
        &self.title
    }
    /// The language of the title, where it is known.
    async fn language(&self) -> Option<Language> {
        self.language
    }
    /// When a target is to be reached, or an action to end.
    async fn due(&self) -> Option<Day> {
        self.due_day()
    }
    /// It was deleted while the round was open.
    async fn gone(&self) -> bool {
        self.gone
    }
    /// How the target or action stands by itself, whatever was answered.
    async fn status(&self) -> Option<Standing> {
        Standing::from_text(self.status.as_deref()?)
    }
    /// Whose form it stands in; null when nobody is responsible.
    async fn form_id(&self) -> Option<Id<Form>> {
        self.form_id.map(Id::of)
    }
    /// Who was asked.
    async fn respondent(&self) -> Option<&str> {
        self.respondent.as_deref()
    }
    /// For telling whether the answer was changed meanwhile.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// What was answered; null before anything was said.
    async fn answer(&self) -> Option<EntryAnswer<'_>> {
        self.answer.as_ref().map(|_| EntryAnswer(self))
    }
}

/// An entry as the bearer of its answer.
pub struct EntryAnswer<'a>(&'a Entry);

/// What was answered about a goal, target or action.
#[Object(name = "RoundAnswer")]
impl EntryAnswer<'_> {
    /// How it stands; in a review, what is to become of it.
    async fn status(&self) -> Option<Standing> {
        Standing::from_text(self.0.said()?)
    }
    /// In their own words; in a review the reason.
    async fn comment(&self) -> Option<&str> {
        self.0.comment()
    }
    /// How well the work goes, from 1 (badly) to 5 (very well).
    async fn grade(&self) -> Option<i64> {
        self.0.answer.as_ref()?.grade
    }
    /// When it was answered; null while it is only begun.
    async fn at(&self) -> Option<Moment> {
        state::moment(self.0.answer.as_ref()?.at)
    }
    /// Who answered.
    async fn by(&self) -> Option<&str> {
        self.0.answer.as_ref()?.by.as_deref()
    }
    /// It was answered for the responsible person by somebody else.
    async fn by_strategist(&self) -> bool {
        self.0.answer.as_ref().is_some_and(|answer| answer.by_strategist)
    }
}

/// How something changed between two states.
#[Object(name = "RoundDifference")]
impl Difference {
    /// In one word.
    async fn change(&self) -> ChangeKind {
        self.change
    }
    /// How it stood; null for what is new.
    async fn before(&self) -> Option<&Entry> {
        self.before.as_ref()
    }
    /// How it stands; null for what is gone.
    async fn after(&self) -> Option<&Entry> {
        self.after.as_ref()
    }
}

/// Who answers for a goal, target or action.
#[Object]
impl Responsible {
    /// The id of the goal, target or action.
    async fn subject_id(&self) -> ID {
        ID(encode(self.kind.text(), self.subject_id))
    }
    /// The member of Samverk, where it is one.
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<Person>> {
        match self.person_id {
            Some(id) => ctx.load::<People>(id).await,
            None => Ok(None),
        }
    }
    /// Their name.
    async fn name(&self) -> &str {
        &self.name
    }
    /// Where forms are mailed to.
    async fn email(&self) -> &str {
        &self.email
    }
    /// The language that they are written to in.
    async fn language(&self) -> Language {
        self.language
    }
}

/// The report of a round to politicians: at most two printed pages.
#[Object]
impl Report {
    /// A TypeID.
    pub async fn id(&self) -> Id<Report> {
        self.id
    }
    /// The round that it tells of.
    async fn round(&self, ctx: &Context<'_>) -> Result<Option<Round>> {
        ctx.load::<Rounds>(self.round_id).await
    }
    /// The language that it is written in.
    async fn language(&self) -> Language {
        self.language
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.title
    }
    /// What was done.
    async fn done(&self) -> &str {
        &self.done
    }
    /// What drives it, and what is in its way.
    async fn drivers(&self) -> &str {
        &self.drivers
    }
    /// What decision is asked for.
    async fn decision(&self) -> &str {
        &self.decision
    }
    /// For telling whether it was changed meanwhile.
    async fn revision(&self) -> i64 {
        self.revision
    }
    /// When it was last changed.
    async fn edited_at(&self) -> Moment {
        self.edited_at
    }
    /// By how many lines it is longer than two printed pages; 0 when it fits.
    async fn lines_over(&self) -> i32 {
        i32::try_from(self.too_long_by()).unwrap_or(i32::MAX)
    }
    /// Its links, the revoked ones too.
    async fn links(&self, ctx: &Context<'_>) -> Result<Vec<ReportLink>> {
        Ok(store::links_of_reports(&ctx.app().db, &[self.id]).await?)
    }
    /// What it would say if it were filled in now.
    #[graphql(complexity = "20 + child_complexity")]
    async fn suggestion(&self, ctx: &Context<'_>) -> Result<Option<ReportParts>> {
        let app = ctx.app();
        let Some(round) = store::rounds_by_id(&app.db, &[self.round_id]).await?.into_iter().next() else {
            return Ok(None);
        };
        let parts = report::suggestion(app, &round, self.language).await?;
        Ok(Some(ReportParts {
            done: parts.done,
            drivers: parts.drivers,
            decision: parts.decision,
        }))
    }
}

/// The three parts of a report.
#[derive(SimpleObject)]
pub struct ReportParts {
    /// What was done.
    done: String,
    /// What drives it, and what is in its way.
    drivers: String,
    /// What decision is asked for.
    decision: String,
}

/// A link that shows a report to whoever has it.
#[Object]
impl ReportLink {
    /// A TypeID.
    pub async fn id(&self) -> Id<ReportLink> {
        self.id
    }
    /// Whom it is for.
    async fn label(&self) -> &str {
        &self.label
    }
    /// When it was made.
    async fn created_at(&self) -> Moment {
        self.created_at
    }
    /// When it was revoked; null while it shows the report.
    async fn revoked_at(&self) -> Option<Moment> {
        self.revoked_at
    }
}

#[derive(Default)]
pub struct FollowUpQuery;

#[Object]
impl FollowUpQuery {
    /// A programme's follow-up rounds and reviews, the latest first; empty for others than its organisation.
    #[graphql(complexity = "first.max(0) as usize * child_complexity + 1")]
    async fn rounds(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose rounds.")] programme_id: Id<Programme>,
        #[graphql(default = 20, desc = "Rows per page, 100 at most.")] first: i32,
        #[graphql(desc = "The cursor of the row before the page.")] after: Option<String>,
    ) -> Result<Conn<Round>> {
        super::list(ctx.app(), ctx.viewer(), programme_id, first, after).await
    }

    /// A round by id; null for others than its organisation.
    async fn round(&self, ctx: &Context<'_>, #[graphql(desc = "Its id.")] id: Id<Round>) -> Result<Option<Round>> {
        super::visible(ctx.app(), ctx.viewer(), id).await
    }

    /// Who answers for what in a programme; only for its organisation.
    #[graphql(complexity = "20 * child_complexity")]
    async fn responsible(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose goals, targets and actions.")] programme_id: Id<Programme>,
    ) -> Result<Vec<Responsible>> {
        responsible::list(ctx.app(), ctx.me()?, programme_id).await
    }

    /// What there is to be responsible for in a programme: its goals and targets in order, then its actions. Only for its
    /// organisation.
    #[graphql(complexity = "20 * child_complexity")]
    async fn follow_up_state(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose goals, targets and actions.")] programme_id: Id<Programme>,
    ) -> Result<Vec<Entry>> {
        super::own_programme(ctx.app(), ctx.me()?, programme_id).await?;
        state::live(&ctx.app().db, programme_id).await
    }

    /// The forms that wait for the viewer in open rounds, those due first first.
    async fn open_forms(&self, ctx: &Context<'_>) -> Result<Vec<Form>> {
        super::open_forms(ctx.app(), ctx.viewer()).await
    }
}
