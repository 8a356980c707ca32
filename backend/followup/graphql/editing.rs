//! The schema of changing what is followed up: who answers for what, rounds, answers, reports.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};

use crate::{
    error::Result,
    followup::{
        self, Item, NewRound, Report, ReportLink, Responsible, Round, RoundKind, Standing,
        forms::{self, Said},
        report,
        responsible::{self, Somebody},
    },
    graphql::{Ask, Day, Id},
    i18n::Language,
    people::Person,
    programmes::Programme,
};

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
        let round = followup::open(ctx.app(), ctx.me()?, input.programme_id, new).await?;
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
        let round = followup::update(ctx.app(), ctx.me()?, input.id, input.revision, new).await?;
        Ok(UpdateRoundPayload { round })
    }

    /// Takes an open round back, with all that was answered in it.
    async fn delete_round(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to do, and with what.")] input: DeleteRoundInput,
    ) -> Result<DeleteRoundPayload> {
        let id = followup::delete(ctx.app(), ctx.me()?, input.id).await?;
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
        let reminded = followup::remind(ctx.app(), ctx.me()?, input.round_id, only).await?;
        Ok(RemindRoundPayload {
            reminded: i32::try_from(reminded).unwrap_or(i32::MAX),
            round: followup::visible(ctx.app(), ctx.viewer(), input.round_id).await?,
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
        let round = followup::close(ctx.app(), ctx.me()?, input.round_id, input.take_statuses).await?;
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
