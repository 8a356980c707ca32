//! The schema of follow-up.

use std::collections::HashMap;

use async_graphql::{Context, Enum, ID, InputObject, Object, SimpleObject};

use super::{
    Entry, Form, Item, NewRound, Report, ReportLink, Responsible, Round, RoundKind, Standing, SubjectKind,
    compare::{self, ChangeKind, Difference},
    forms::{self, Said},
    report, responsible,
    responsible::Somebody,
    state, store,
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
                Some(before) => Some(compare::compare(&state::frozen(app, before.id).await?, &own)),
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

/// Who is to answer for what.
#[derive(InputObject)]
pub struct SetResponsibleInput {
    /// A programme of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// Goals, targets and actions of it.
    subject_ids: Vec<ID>,
    /// A member of Samverk; name, address and language are then theirs.
    person_id: Option<Id<Person>>,
    /// Of somebody who is no member.
    name: Option<String>,
    /// Of somebody who is no member.
    email: Option<String>,
    /// The language to write to them in; the viewer's when left out.
    language: Option<Language>,
}

/// What came of naming somebody.
#[derive(SimpleObject)]
pub struct SetResponsiblePayload {
    /// What they answer for now.
    responsible: Vec<Responsible>,
}

/// What nobody is to answer for.
#[derive(InputObject)]
pub struct ClearResponsibleInput {
    /// A programme of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// Goals, targets and actions of it.
    subject_ids: Vec<ID>,
}

/// What came of it.
#[derive(SimpleObject)]
pub struct ClearResponsiblePayload {
    /// What nobody answers for now.
    subject_ids: Vec<ID>,
}

/// A new round.
#[derive(InputObject)]
pub struct OpenRoundInput {
    /// A programme of the viewer's own organisation.
    programme_id: Id<Programme>,
    /// What it asks about.
    kind: RoundKind,
    /// At most 120 characters.
    name: String,
    /// To those who answer, at most 2,000 characters.
    message: Option<String>,
    /// The last day for answers, within two years.
    due: Day,
}

/// What came of opening a round.
#[derive(SimpleObject)]
pub struct OpenRoundPayload {
    /// The open round.
    round: Round,
}

/// What is to change about a round that is open.
#[derive(InputObject)]
pub struct UpdateRoundInput {
    /// Which round.
    id: Id<Round>,
    /// The revision that the change rests on.
    revision: i64,
    /// At most 120 characters.
    name: String,
    /// To those who answer, at most 2,000 characters.
    message: Option<String>,
    /// The last day for answers, within two years.
    due: Day,
}

/// What came of changing a round.
#[derive(SimpleObject)]
pub struct UpdateRoundPayload {
    /// The round as it is now.
    round: Round,
}

/// Which round is to be taken back.
#[derive(InputObject)]
pub struct DeleteRoundInput {
    /// Which round.
    id: Id<Round>,
}

/// What came of taking a round back.
#[derive(SimpleObject)]
pub struct DeleteRoundPayload {
    /// The round that is gone.
    id: Id<Round>,
}

/// Whom to remind.
#[derive(InputObject)]
pub struct RemindRoundInput {
    /// Which round.
    round_id: Id<Round>,
    /// Only these; everybody who has not answered all when left out.
    form_ids: Option<Vec<ID>>,
}

/// What came of reminding.
#[derive(SimpleObject)]
pub struct RemindRoundPayload {
    /// How many get a mail.
    reminded: i32,
    /// The round as it is now.
    round: Option<Round>,
}

/// An answer, whole: what is not given is not said.
#[derive(InputObject)]
pub struct AnswerRoundItemInput {
    /// Which question.
    item_id: Id<Item>,
    /// The revision that the answer rests on.
    revision: i64,
    /// How the target or action stands; in a review, what is to become of the goal or target.
    status: Option<Standing>,
    /// In one's own words, at most 2,000 characters; in a review the reason.
    comment: Option<String>,
    /// How well the work goes, from 1 (badly) to 5 (very well).
    grade: Option<i32>,
}

/// What came of answering.
#[derive(SimpleObject)]
pub struct AnswerRoundItemPayload {
    /// The question's id.
    item_id: Id<Item>,
    /// The answer's new revision.
    revision: i64,
    /// Whether it is answered, or only begun.
    answered: bool,
}

/// Which round is to be closed.
#[derive(InputObject)]
pub struct CloseRoundInput {
    /// Which round.
    round_id: Id<Round>,
    /// Make what was answered about targets their status.
    take_statuses: bool,
}

/// What came of closing.
#[derive(SimpleObject)]
pub struct CloseRoundPayload {
    /// The round, frozen.
    round: Round,
}

/// Of which round a report is to tell.
#[derive(InputObject)]
pub struct CreateReportInput {
    /// Which round.
    round_id: Id<Round>,
    /// The language to write it in.
    language: Language,
}

/// What came of beginning a report.
#[derive(SimpleObject)]
pub struct CreateReportPayload {
    /// The report, filled in.
    report: Report,
}

/// What is to change in a report; what is left out stays.
#[derive(InputObject)]
pub struct UpdateReportInput {
    /// Which report.
    id: Id<Report>,
    /// The revision that the change rests on.
    revision: i64,
    /// At most 200 characters.
    title: Option<String>,
    /// What was done; at most 10,000 characters.
    done: Option<String>,
    /// What drives it; at most 10,000 characters.
    drivers: Option<String>,
    /// What decision is asked for; at most 10,000 characters.
    decision: Option<String>,
}

/// What came of changing a report.
#[derive(SimpleObject)]
pub struct UpdateReportPayload {
    /// The report as it is now.
    report: Report,
}

/// Which report is to be shown to others.
#[derive(InputObject)]
pub struct ShareReportInput {
    /// Which report.
    report_id: Id<Report>,
    /// Whom the link is for, at most 100 characters.
    label: String,
}

/// What came of sharing.
#[derive(SimpleObject)]
pub struct ShareReportPayload {
    /// The new link.
    link: ReportLink,
    /// The address, which is told this once.
    url: String,
}

/// Which link is to be revoked.
#[derive(InputObject)]
pub struct RevokeReportLinkInput {
    /// Which link.
    link_id: Id<ReportLink>,
}

/// What came of revoking.
#[derive(SimpleObject)]
pub struct RevokeReportLinkPayload {
    /// The link, which shows nothing any more.
    link: ReportLink,
}

#[derive(Default)]
pub struct FollowUpMutation;

#[Object]
impl FollowUpMutation {
    /// Makes somebody responsible for some goals, targets and actions; in an open round they get the questions too.
    async fn set_responsible(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: SetResponsibleInput,
    ) -> Result<SetResponsiblePayload> {
        let who = Somebody {
            person_id: input.person_id,
            name: input.name,
            email: input.email,
            language: input.language,
        };
        let rows = responsible::set(ctx.app(), ctx.me()?, input.programme_id, &input.subject_ids, who).await?;
        Ok(SetResponsiblePayload { responsible: rows })
    }

    /// Leaves some goals, targets and actions without anybody responsible.
    async fn clear_responsible(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: ClearResponsibleInput,
    ) -> Result<ClearResponsiblePayload> {
        responsible::clear(ctx.app(), ctx.me()?, input.programme_id, &input.subject_ids).await?;
        Ok(ClearResponsiblePayload {
            subject_ids: input.subject_ids,
        })
    }

    /// Opens a round and mails everybody who is responsible for something in it.
    async fn open_round(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: OpenRoundInput,
    ) -> Result<OpenRoundPayload> {
        let new = NewRound {
            kind: input.kind,
            name: input.name,
            message: input.message,
            due: input.due,
        };
        let round = super::open(ctx.app(), ctx.me()?, input.programme_id, new).await?;
        Ok(OpenRoundPayload { round })
    }

    /// Changes the name, the message and the last day of an open round.
    async fn update_round(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateRoundInput,
    ) -> Result<UpdateRoundPayload> {
        let new = NewRound {
            kind: RoundKind::Year,
            name: input.name,
            message: input.message,
            due: input.due,
        };
        let round = super::update(ctx.app(), ctx.me()?, input.id, input.revision, new).await?;
        Ok(UpdateRoundPayload { round })
    }

    /// Takes an open round back, with all that was answered in it.
    async fn delete_round(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteRoundInput,
    ) -> Result<DeleteRoundPayload> {
        let id = super::delete(ctx.app(), ctx.me()?, input.id).await?;
        Ok(DeleteRoundPayload { id })
    }

    /// Reminds those who have not answered everything.
    async fn remind_round(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: RemindRoundInput,
    ) -> Result<RemindRoundPayload> {
        let only = match &input.form_ids {
            Some(ids) => Some(ids.iter().map(|id| forms::form_id(id)).collect::<Result<Vec<_>>>()?),
            None => None,
        };
        let reminded = super::remind(ctx.app(), ctx.me()?, input.round_id, only).await?;
        Ok(RemindRoundPayload {
            reminded: i32::try_from(reminded).unwrap_or(i32::MAX),
            round: super::visible(ctx.app(), ctx.viewer(), input.round_id).await?,
        })
    }

    /// Answers a question of one's own form, or, as one of the organisation's own, anybody's, which is marked.
    async fn answer_round_item(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: AnswerRoundItemInput,
    ) -> Result<AnswerRoundItemPayload> {
        let said = Said {
            status: input.status.map(|status| status.text().to_owned()),
            comment: input.comment,
            grade: input.grade.map(i64::from),
        };
        let item = forms::answer_signed_in(ctx.app(), ctx.me()?, input.item_id, input.revision, said).await?;
        Ok(AnswerRoundItemPayload {
            item_id: item.id,
            revision: item.revision,
            answered: item.answered_at.is_some(),
        })
    }

    /// Closes a round for good and freezes what it found.
    async fn close_round(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CloseRoundInput,
    ) -> Result<CloseRoundPayload> {
        let round = super::close(ctx.app(), ctx.me()?, input.round_id, input.take_statuses).await?;
        Ok(CloseRoundPayload { round })
    }

    /// Begins the report of a round to politicians, filled in from the answers.
    async fn create_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: CreateReportInput,
    ) -> Result<CreateReportPayload> {
        let report = report::create(ctx.app(), ctx.me()?, input.round_id, input.language).await?;
        Ok(CreateReportPayload { report })
    }

    /// Changes a report.
    async fn update_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: UpdateReportInput,
    ) -> Result<UpdateReportPayload> {
        let changes = report::Changes {
            title: input.title,
            done: input.done,
            drivers: input.drivers,
            decision: input.decision,
        };
        let report = report::update(ctx.app(), ctx.me()?, input.id, input.revision, changes).await?;
        Ok(UpdateReportPayload { report })
    }

    /// Makes a link that shows a report to whoever has it.
    async fn share_report(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: ShareReportInput,
    ) -> Result<ShareReportPayload> {
        let (link, url) = report::share(ctx.app(), ctx.me()?, input.report_id, &input.label).await?;
        Ok(ShareReportPayload { link, url })
    }

    /// Ends a link to a report.
    async fn revoke_report_link(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: RevokeReportLinkInput,
    ) -> Result<RevokeReportLinkPayload> {
        let link = report::revoke(ctx.app(), ctx.me()?, input.link_id).await?;
        Ok(RevokeReportLinkPayload { link })
    }
}
