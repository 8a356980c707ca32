//! SQL of follow-up.

use uuid::Uuid;

use super::{Form, Item, Report, ReportLink, Responsible, Round, form_sort_key};
use crate::{
    clock::Moment,
    db::{Db, On, Result, Tx, row, sql},
    graphql::{Count, Id, Window},
    i18n::Language,
    people::{Editor, Person},
    programmes::Programme,
};

// ---- the programme as it stands ---------------------------------------------------------------------------------------

pub struct LiveGoal {
    pub id: Uuid,
    pub area: String,
    pub name: String,
}
row!(LiveGoal { id, area, name });

pub async fn goals_of_programme<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<LiveGoal>> {
    sql(
        "select g.id, f.name as area, g.name from focus_area f join goal g on g.focus_area_id = f.id \
         where f.programme_id = $1 order by f.position, f.id, g.position, g.id limit 1000",
    )
    .bind(programme)
    .all(on)
    .await
}

pub struct LiveTarget {
    pub id: Uuid,
    pub goal_id: Uuid,
    pub name: String,
    pub due: Option<String>,
    pub status: String,
}
row!(LiveTarget {
    id,
    goal_id,
    name,
    due,
    status
});

pub async fn targets_of_programme<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<LiveTarget>> {
    sql(
        "select t.id, t.goal_id, t.name, t.due, t.status from focus_area f join goal g on g.focus_area_id = f.id \
         join target t on t.goal_id = g.id where f.programme_id = $1 order by t.position, t.id limit 2000",
    )
    .bind(programme)
    .all(on)
    .await
}

pub struct LiveAction {
    pub id: Uuid,
    pub title: String,
    pub title_language: Language,
    pub status: String,
    pub starts: Option<String>,
    pub ends: Option<String>,
    pub cost_amount: Option<i64>,
    pub cost_currency: Option<String>,
    pub effect_tonnes_co2e: Option<f64>,
}
row!(LiveAction {
    id,
    title,
    title_language,
    status,
    starts,
    ends,
    cost_amount,
    cost_currency,
    effect_tonnes_co2e
});

/// In their newest revision, since their own organisation asks.
pub async fn actions_of_programme<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<LiveAction>> {
    sql(
        "select a.id, r.title, r.title_language, r.status, r.starts, r.ends, r.cost_amount, r.cost_currency, \
         r.effect_tonnes_co2e from action a join action_revision r on r.action_id = a.id and r.revision = a.revision \
         where a.programme_id = $1 and a.deleted_at is null order by r.sort_key, a.id limit 2000",
    )
    .bind(programme)
    .all(on)
    .await
}

pub struct Served {
    pub action_id: Uuid,
    pub goal_id: Uuid,
}
row!(Served { action_id, goal_id });

/// The goals that actions serve through their targets, the programme's first one first.
pub async fn served_goals<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<Served>> {
    sql(
        "select s.action_id, t.goal_id from action a join action_target s on s.action_id = a.id \
         join target t on t.id = s.target_id join goal g on g.id = t.goal_id join focus_area f on f.id = g.focus_area_id \
         where a.programme_id = $1 and a.deleted_at is null order by f.position, g.position, t.position limit 5000",
    )
    .bind(programme)
    .all(on)
    .await
}

// ---- who is responsible -----------------------------------------------------------------------------------------------

/// Names, addresses and languages of members are theirs, as they are now.
const RESPONSIBLE: &str = "select r.subject_id, r.programme_id, r.kind, r.person_id, coalesce(p.name, r.name) as name, \
                           coalesce(p.email, r.email) as email, coalesce(p.language, r.language) as language \
                           from responsible r left join person p on p.id = r.person_id";

pub async fn responsible_of_programme<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<Responsible>> {
    sql(&format!("{RESPONSIBLE} where r.programme_id = $1 limit 5000"))
        .bind(programme)
        .all(on)
        .await
}

pub async fn set_responsible(tx: &mut Tx, _: &Editor, rows: &[Responsible]) -> Result<()> {
    let rows = rows.iter().map(|row| {
        vec![
            row.subject_id.into(),
            row.programme_id.into(),
            row.kind.into(),
            row.person_id.into(),
            (&row.name).into(),
            (&row.email).into(),
            row.language.into(),
        ]
    });
    sql(
        "insert into responsible (subject_id, programme_id, kind, person_id, name, email, language) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (subject_id) do update set person_id = excluded.person_id, \
         name = excluded.name, email = excluded.email, language = excluded.language",
    )
    .run_each(tx, rows.collect())
    .await
}

pub async fn clear_responsible(tx: &mut Tx, _: &Editor, subjects: &[Uuid]) -> Result<()> {
    sql("delete from responsible where subject_id in (?)")
        .bind_list(subjects.iter().copied())
        .run(tx)
        .await?;
    Ok(())
}

// ---- rounds -----------------------------------------------------------------------------------------------------------

const ROUND: &str = "select r.id, r.programme_id, p.organisation_id, r.kind, r.name, r.message, r.due, r.revision, \
                     r.opened_at, r.closed_at from followup_round r join programme p on p.id = r.programme_id";

pub async fn rounds_by_id<'a>(on: impl Into<On<'a>>, ids: &[Id<Round>]) -> Result<Vec<Round>> {
    sql(&format!("{ROUND} where r.id in (?)"))
        .bind_list(ids.iter().copied())
        .all(on)
        .await
}

pub async fn rounds_of_programme(db: &Db, programme: Id<Programme>, window: &Window<i64>) -> Result<Vec<Round>> {
    sql(&format!(
        "{ROUND} where r.programme_id = $1 and (r.opened_at, r.id) < ($2, $3) order by r.opened_at desc, r.id desc limit $4"
    ))
    .bind(programme)
    .bind(window.after.key)
    .bind(window.after.id)
    .bind(window.limit)
    .all(db)
    .await
}

pub async fn count_rounds<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<i64> {
    let count: Count = sql("select count(*) as n from followup_round where programme_id = $1")
        .bind(programme)
        .one(on)
        .await?;
    Ok(count.n)
}

pub async fn open_rounds<'a>(on: impl Into<On<'a>>, programme: Id<Programme>) -> Result<Vec<Round>> {
    sql(&format!(
        "{ROUND} where r.programme_id = $1 and r.closed_at is null limit 2"
    ))
    .bind(programme)
    .all(on)
    .await
}

pub async fn round_before<'a>(on: impl Into<On<'a>>, round: &Round) -> Result<Option<Round>> {
    let same = match round.kind {
        super::RoundKind::Review => "r.kind = 'REVIEW'",
        _ => "r.kind <> 'REVIEW'",
    };
    sql(&format!(
        "{ROUND} where r.programme_id = $1 and r.closed_at is not null and r.opened_at < $2 and r.id <> $3 and {same} \
         order by r.opened_at desc, r.id desc limit 1"
    ))
    .bind(round.programme_id)
    .bind(round.opened_at)
    .bind(round.id)
    .optional(on)
    .await
}

pub async fn insert_round(tx: &mut Tx, editor: &Editor, round: &Round) -> Result<()> {
    sql(
        "insert into followup_round (id, programme_id, kind, name, message, due, revision, opened_at, opened_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(round.id)
    .bind(round.programme_id)
    .bind(round.kind)
    .bind(&round.name)
    .bind(round.message.clone())
    .bind(Some(round.due))
    .bind(round.revision)
    .bind(round.opened_at)
    .bind(editor.person_id())
    .run_one(tx)
    .await
}

/// False when it was changed or closed meanwhile.
pub async fn update_round(tx: &mut Tx, _: &Editor, round: &Round, revision: i64) -> Result<bool> {
    let changed = sql(
        "update followup_round set name = $3, message = $4, due = $5, revision = revision + 1 \
         where id = $1 and revision = $2 and closed_at is null",
    )
    .bind(round.id)
    .bind(revision)
    .bind(&round.name)
    .bind(round.message.clone())
    .bind(Some(round.due))
    .run(tx)
    .await?;
    Ok(changed == 1)
}

/// Takes turns with whoever else changes this round, until the transaction ends; false when it is closed.
pub async fn hold_round(tx: &mut Tx, id: Id<Round>) -> Result<bool> {
    let held = sql("update followup_round set revision = revision where id = $1 and closed_at is null")
        .bind(id)
        .run(tx)
        .await?;
    Ok(held == 1)
}

/// False when it is closed already.
pub async fn close_round(tx: &mut Tx, editor: &Editor, id: Id<Round>, at: Moment) -> Result<bool> {
    let changed = sql("update followup_round set closed_at = $2, closed_by = $3 where id = $1 and closed_at is null")
        .bind(id)
        .bind(at)
        .bind(editor.person_id())
        .run(tx)
        .await?;
    Ok(changed == 1)
}

pub async fn delete_round(tx: &mut Tx, _: &Editor, id: Id<Round>) -> Result<bool> {
    let deleted = sql("delete from followup_round where id = $1 and closed_at is null")
        .bind(id)
        .run(tx)
        .await?;
    Ok(deleted == 1)
}

pub async fn insert_snapshot(tx: &mut Tx, _: &Editor, id: Id<Round>, body: String) -> Result<()> {
    sql("insert into followup_snapshot (round_id, body) values ($1, $2)")
        .bind(id)
        .bind(body)
        .run_one(tx)
        .await
}

struct Body {
    body: String,
}
row!(Body { body });

pub async fn snapshot<'a>(on: impl Into<On<'a>>, id: Id<Round>) -> Result<Option<String>> {
    let row: Option<Body> = sql("select body from followup_snapshot where round_id = $1")
        .bind(id)
        .optional(on)
        .await?;
    Ok(row.map(|row| row.body))
}

// ---- forms ------------------------------------------------------------------------------------------------------------

const FORM: &str = "select f.id, f.round_id, f.person_id, f.name, f.email, f.language, f.mail_due_at, f.mail_attempts, \
                    f.mailed_at, f.mail_failed, f.reminders, f.reminded_at, f.seen_at, \
                    (select count(*) from followup_item i where i.form_id = f.id) as asked, \
                    (select count(*) from followup_item i where i.form_id = f.id and i.answered_at is not null) as answered \
                    from followup_form f";

pub async fn forms_of_rounds(db: &Db, rounds: &[Id<Round>]) -> Result<Vec<Form>> {
    sql(&format!(
        "{FORM} where f.round_id in (?) order by f.sort_key, f.id limit 20000"
    ))
    .bind_list(rounds.iter().copied())
    .all(db)
    .await
}

pub async fn forms_of_round(tx: &mut Tx, round: Id<Round>) -> Result<Vec<Form>> {
    sql(&format!("{FORM} where f.round_id = $1 order by f.sort_key, f.id"))
        .bind(round)
        .all(tx)
        .await
}

pub async fn form(db: &Db, id: Id<Form>) -> Result<Option<Form>> {
    sql(&format!("{FORM} where f.id = $1")).bind(id).optional(db).await
}

pub async fn form_by_email(tx: &mut Tx, round: Id<Round>, email: &str) -> Result<Option<Form>> {
    sql(&format!("{FORM} where f.round_id = $1 and f.email = $2"))
        .bind(round)
        .bind(email)
        .optional(tx)
        .await
}

pub async fn form_of_token(db: &Db, hash: [u8; 32]) -> Result<Option<Form>> {
    sql(&format!(
        "{FORM} join followup_token t on t.form_id = f.id where t.token_hash = $1"
    ))
    .bind(hash)
    .optional(db)
    .await
}

pub async fn open_forms_of(db: &Db, person: Id<Person>) -> Result<Vec<Form>> {
    sql(&format!(
        "{FORM} join followup_round r on r.id = f.round_id where f.person_id = $1 and r.closed_at is null \
         order by r.due, f.id limit 20"
    ))
    .bind(person)
    .all(db)
    .await
}

pub async fn insert_form(tx: &mut Tx, _: &Editor, form: &Form, remind_at: Option<Moment>) -> Result<()> {
    sql(
        "insert into followup_form (id, round_id, person_id, name, sort_key, email, language, mail_due_at, mail_attempts, \
         mailed_at, mail_failed, reminders, reminded_at, remind_at, seen_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    )
    .bind(form.id)
    .bind(form.round_id)
    .bind(form.person_id)
    .bind(&form.name)
    .bind(form_sort_key(form))
    .bind(&form.email)
    .bind(form.language)
    .bind(form.mail_due_at)
    .bind(form.mail_attempts)
    .bind(form.mailed_at)
    .bind(form.mail_failed)
    .bind(form.reminders)
    .bind(form.reminded_at)
    .bind(remind_at)
    .bind(form.seen_at)
    .run_one(tx)
    .await
}

pub async fn delete_empty_forms(tx: &mut Tx, _: &Editor, round: Id<Round>) -> Result<()> {
    sql("delete from followup_form where round_id = $1 and id not in \
         (select form_id from followup_item where round_id = $1 and form_id is not null)")
    .bind(round)
    .run(tx)
    .await?;
    Ok(())
}

pub async fn set_remind_at(tx: &mut Tx, _: &Editor, round: Id<Round>, at: Option<Moment>) -> Result<()> {
    sql("update followup_form set remind_at = $2 where round_id = $1")
        .bind(round)
        .bind(at)
        .run(tx)
        .await?;
    Ok(())
}

pub async fn mail_again(tx: &mut Tx, _: &Editor, forms: &[Id<Form>], now: Moment) -> Result<()> {
    sql("update followup_form set mail_due_at = $1, mail_attempts = 0, mail_failed = $2 where id in (?)")
        .bind(now)
        .bind(false)
        .bind_list(forms.iter().copied())
        .run(tx)
        .await?;
    Ok(())
}

pub async fn see_form(tx: &mut Tx, id: Id<Form>, now: Moment) -> Result<()> {
    sql("update followup_form set seen_at = $2 where id = $1 and seen_at is null")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

// ---- the outbox -------------------------------------------------------------------------------------------------------

pub async fn due_forms(db: &Db, now: Moment) -> Result<Vec<Form>> {
    sql(&format!(
        "{FORM} join followup_round r on r.id = f.round_id where f.mail_due_at <= $1 and r.closed_at is null \
         order by f.mail_due_at, f.id limit 50"
    ))
    .bind(now)
    .all(db)
    .await
}

struct Somebody {
    person_id: Option<Id<Person>>,
}
row!(Somebody { person_id });

pub async fn opened_by(db: &Db, round: Id<Round>) -> Result<Option<Id<Person>>> {
    let row: Option<Somebody> = sql("select opened_by as person_id from followup_round where id = $1")
        .bind(round)
        .optional(db)
        .await?;
    Ok(row.and_then(|row| row.person_id))
}

/// Asked first, so that a node that has nothing to do writes nothing.
pub async fn anybody_to_remind(db: &Db, now: Moment) -> Result<bool> {
    let count: Count = sql("select count(*) as n from followup_form f join followup_round r on r.id = f.round_id \
                            where f.remind_at <= $1 and f.mail_due_at is null and r.closed_at is null \
                            and exists (select 1 from followup_item i where i.form_id = f.id and i.answered_at is null)")
    .bind(now)
    .one(db)
    .await?;
    Ok(count.n > 0)
}

/// Those whose day of reminding has come and who have not answered everything get a mail.
pub async fn remind_due(tx: &mut Tx, now: Moment) -> Result<u64> {
    sql(
        "update followup_form set mail_due_at = $1, mail_attempts = 0, remind_at = null \
         where remind_at <= $1 and mail_due_at is null and exists (select 1 from followup_item i \
         where i.form_id = followup_form.id and i.answered_at is null) and exists (select 1 from followup_round r \
         where r.id = followup_form.round_id and r.closed_at is null)",
    )
    .bind(now)
    .run(tx)
    .await
}

/// False when another node was first.
pub async fn claim_form(tx: &mut Tx, form: &Form, retry_at: Moment) -> Result<bool> {
    let changed = sql(
        "update followup_form set mail_due_at = $3, mail_attempts = mail_attempts + 1 \
                       where id = $1 and mail_due_at = $2",
    )
    .bind(form.id)
    .bind(form.mail_due_at)
    .bind(retry_at)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn insert_token(tx: &mut Tx, hash: [u8; 32], form: Id<Form>, now: Moment) -> Result<()> {
    sql("insert into followup_token (token_hash, form_id, created_at) values ($1, $2, $3)")
        .bind(hash)
        .bind(form)
        .bind(now)
        .run_one(tx)
        .await
}

pub async fn mailed_form(tx: &mut Tx, form: &Form, reminded: bool, now: Moment) -> Result<()> {
    let count = i64::from(reminded);
    sql(
        "update followup_form set mail_due_at = null, mail_attempts = 0, mail_failed = $2, \
         mailed_at = coalesce(mailed_at, $3), reminders = reminders + $4, \
         reminded_at = case when $4 > 0 then $3 else reminded_at end where id = $1",
    )
    .bind(form.id)
    .bind(false)
    .bind(now)
    .bind(count)
    .run(tx)
    .await?;
    Ok(())
}

pub async fn failed_form(tx: &mut Tx, id: Id<Form>) -> Result<()> {
    sql("update followup_form set mail_due_at = null, mail_failed = $2 where id = $1")
        .bind(id)
        .bind(true)
        .run(tx)
        .await?;
    Ok(())
}

// ---- questions and answers --------------------------------------------------------------------------------------------

const ITEM: &str = "select id, round_id, form_id, position, kind, subject_id, area, goal, title, language, status, decision, \
                    comment, grade, revision, answered_at, answered_by, answered_person_id, by_strategist from followup_item";

pub async fn items_of_round<'a>(on: impl Into<On<'a>>, round: Id<Round>) -> Result<Vec<Item>> {
    sql(&format!("{ITEM} where round_id = $1 order by position, id limit 1000"))
        .bind(round)
        .all(on)
        .await
}

pub async fn item<'a>(on: impl Into<On<'a>>, id: Id<Item>) -> Result<Option<Item>> {
    sql(&format!("{ITEM} where id = $1")).bind(id).optional(on).await
}

pub async fn insert_items(tx: &mut Tx, _: &Editor, items: &[Item]) -> Result<()> {
    let rows = items.iter().map(|item| {
        vec![
            item.id.into(),
            item.round_id.into(),
            item.form_id.into(),
            item.position.into(),
            item.kind.into(),
            item.subject_id.into(),
            item.area.clone().into(),
            item.goal.clone().into(),
            (&item.title).into(),
            item.language.into(),
            item.status.clone().into(),
            item.decision.into(),
            item.comment.clone().into(),
            item.grade.into(),
            item.revision.into(),
            item.answered_at.into(),
            item.answered_by.clone().into(),
            item.answered_person_id.into(),
            item.by_strategist.into(),
        ]
    });
    sql(
        "insert into followup_item (id, round_id, form_id, position, kind, subject_id, area, goal, title, language, status, \
         decision, comment, grade, revision, answered_at, answered_by, answered_person_id, by_strategist) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
    )
    .run_each(tx, rows.collect())
    .await
}

/// Keeps an answer; false when it was changed meanwhile. The round is held, and open.
pub async fn answer_item(tx: &mut Tx, item: &Item, revision: i64) -> Result<bool> {
    let changed = sql(
        "update followup_item set status = $3, decision = $4, comment = $5, grade = $6, answered_at = $7, answered_by = $8, \
         answered_person_id = $9, by_strategist = $10, revision = revision + 1 where id = $1 and revision = $2",
    )
    .bind(item.id)
    .bind(revision)
    .bind(item.status.clone())
    .bind(item.decision)
    .bind(item.comment.clone())
    .bind(item.grade)
    .bind(item.answered_at)
    .bind(item.answered_by.clone())
    .bind(item.answered_person_id)
    .bind(item.by_strategist)
    .run(tx)
    .await?;
    Ok(changed == 1)
}

pub async fn move_items(tx: &mut Tx, _: &Editor, items: &[Id<Item>], form: Option<Id<Form>>) -> Result<()> {
    sql("update followup_item set form_id = $1 where id in (?)")
        .bind(form)
        .bind_list(items.iter().copied())
        .run(tx)
        .await?;
    Ok(())
}

// ---- reports ----------------------------------------------------------------------------------------------------------

const REPORT: &str =
    "select id, round_id, language, title, done, drivers, decision, revision, edited_at from followup_report";

pub async fn reports_of_rounds(db: &Db, rounds: &[Id<Round>]) -> Result<Vec<Report>> {
    sql(&format!("{REPORT} where round_id in (?)"))
        .bind_list(rounds.iter().copied())
        .all(db)
        .await
}

pub async fn report(db: &Db, id: Id<Report>) -> Result<Option<Report>> {
    sql(&format!("{REPORT} where id = $1")).bind(id).optional(db).await
}

pub async fn insert_report(tx: &mut Tx, editor: &Editor, report: &Report) -> Result<()> {
    sql(
        "insert into followup_report (id, round_id, language, title, done, drivers, decision, revision, edited_at, edited_by) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(report.id)
    .bind(report.round_id)
    .bind(report.language)
    .bind(&report.title)
    .bind(&report.done)
    .bind(&report.drivers)
    .bind(&report.decision)
    .bind(report.revision)
    .bind(report.edited_at)
    .bind(editor.person_id())
    .run_one(tx)
    .await
}

/// False when it was changed meanwhile.
pub async fn update_report(tx: &mut Tx, editor: &Editor, report: &Report, revision: i64) -> Result<bool> {
    let changed = sql(
        "update followup_report set title = $3, done = $4, drivers = $5, decision = $6, edited_at = $7, edited_by = $8, \
         revision = revision + 1 where id = $1 and revision = $2",
    )
    .bind(report.id)
    .bind(revision)
    .bind(&report.title)
    .bind(&report.done)
    .bind(&report.drivers)
    .bind(&report.decision)
    .bind(report.edited_at)
    .bind(editor.person_id())
    .run(tx)
    .await?;
    Ok(changed == 1)
}

/// So that nobody changes this revision until the transaction ends; false when somebody has.
pub async fn hold_report(tx: &mut Tx, _: &Editor, report: &Report) -> Result<bool> {
    let held = sql("update followup_report set revision = revision where id = $1 and revision = $2")
        .bind(report.id)
        .bind(report.revision)
        .run(tx)
        .await?;
    Ok(held == 1)
}

/// Whether a link shows it.
pub async fn is_shared(tx: &mut Tx, id: Id<Report>) -> Result<bool> {
    let count: Count =
        sql("select count(*) as n from followup_report_link where report_id = $1 and revoked_at is null")
            .bind(id)
            .one(tx)
            .await?;
    Ok(count.n > 0)
}

const LINK: &str = "select id, report_id, label, created_at, revoked_at from followup_report_link";

pub async fn links_of_reports(db: &Db, reports: &[Id<Report>]) -> Result<Vec<ReportLink>> {
    sql(&format!(
        "{LINK} where report_id in (?) order by created_at, id limit 1000"
    ))
    .bind_list(reports.iter().copied())
    .all(db)
    .await
}

pub async fn link(db: &Db, id: Id<ReportLink>) -> Result<Option<ReportLink>> {
    sql(&format!("{LINK} where id = $1")).bind(id).optional(db).await
}

pub async fn link_of_token(db: &Db, hash: [u8; 32]) -> Result<Option<ReportLink>> {
    sql(&format!("{LINK} where token_hash = $1"))
        .bind(hash)
        .optional(db)
        .await
}

pub async fn insert_link(tx: &mut Tx, _: &Editor, link: &ReportLink, hash: [u8; 32]) -> Result<()> {
    sql("insert into followup_report_link (id, token_hash, report_id, label, created_at) values ($1, $2, $3, $4, $5)")
        .bind(link.id)
        .bind(hash)
        .bind(link.report_id)
        .bind(&link.label)
        .bind(link.created_at)
        .run_one(tx)
        .await
}

pub async fn revoke_link(tx: &mut Tx, _: &Editor, id: Id<ReportLink>, now: Moment) -> Result<()> {
    sql("update followup_report_link set revoked_at = $2 where id = $1 and revoked_at is null")
        .bind(id)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}
