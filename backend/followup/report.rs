//! The report for politicians: what was done, what drives it, what decision is asked for. At most two printed pages of
//! sentences that need no explanation, filled in from the answers and then the strategist's own. Whoever has one of its
//! links reads it, also while the round is open, until the link is revoked.

use super::{
    Entry, ReviewDecision, Round, RoundKind, SubjectKind, before, compare, compare::ChangeKind, hash, new_token,
    own_round, state, store,
};
use crate::{
    app::App,
    clock::Moment,
    db::row,
    error::{Error, ErrorCode, Result},
    graphql::{Id, Kind},
    i18n::{self, Language},
    people::{Editor, Me, organisations},
    programmes, text,
};

#[derive(Clone, Debug)]
pub struct Report {
    pub id: Id<Report>,
    pub round_id: Id<Round>,
    pub language: Language,
    pub title: String,
    pub done: String,
    pub drivers: String,
    pub decision: String,
    pub revision: i64,
    pub edited_at: Moment,
}
row!(Report {
    id,
    round_id,
    language,
    title,
    done,
    drivers,
    decision,
    revision,
    edited_at
});

impl Kind for Report {
    const PREFIX: &'static str = "report";
}

/// A link that shows a report. Its secret is told once; only a hash is kept.
#[derive(Clone, Debug)]
pub struct ReportLink {
    pub id: Id<ReportLink>,
    pub report_id: Id<Report>,
    pub label: String,
    pub created_at: Moment,
    pub revoked_at: Option<Moment>,
}
row!(ReportLink {
    id,
    report_id,
    label,
    created_at,
    revoked_at
});

impl Kind for ReportLink {
    const PREFIX: &'static str = "reportlink";
}

const TITLE: usize = 200;
const SECTION: usize = 10_000;
const LABEL: usize = 100;
/// Links of one report at most, those that are revoked included.
const LINKS: usize = 50;
/// What two printed pages hold beside title and headings: lines, and letters to a line. A little less than measured, so that
/// no printer's margins make a third page.
const LINES: usize = 68;
const LETTERS: usize = 80;
/// A quoted comment is as long as this at most.
const QUOTE: usize = 240;

impl Report {
    /// By how many lines it is longer than two printed pages; 0 when it fits.
    #[must_use]
    pub fn too_long_by(&self) -> usize {
        lines_over(&[&self.title, &self.done, &self.drivers, &self.decision])
    }
}

fn lines_over(texts: &[&str]) -> usize {
    let lines: usize = texts.iter().flat_map(|text| text.split('\n')).map(lines).sum();
    lines.saturating_sub(LINES)
}

fn lines(paragraph: &str) -> usize {
    paragraph.chars().count().div_ceil(LETTERS).max(1)
}

/// The three parts of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub done: String,
    pub drivers: String,
    pub decision: String,
}

// ---- writing ----------------------------------------------------------------------------------------------------------

/// Begins the report of a round, filled in from what has been answered.
///
/// # Errors
/// `NOT_FOUND`, `TAKEN` when it has one.
pub async fn create(app: &App, me: &Me, round: Id<Round>, language: Language) -> Result<Report> {
    let (round, editor) = own_round(app, me, "roundId", round).await?;
    let report = prefilled(app, &round, language).await?;
    let mut tx = app.db.begin().await?;
    store::insert_report(&mut tx, &editor, &report).await.map_err(|error| {
        if error.is_unique("followup_report") {
            Error::new(ErrorCode::Taken).on("roundId").saying("error-report-there")
        } else {
            error.into()
        }
    })?;
    app.commit(tx).await?;
    Ok(report)
}

async fn prefilled(app: &App, round: &Round, language: Language) -> Result<Report> {
    let programme = programmes::programme(&app.db, round.programme_id)
        .await?
        .ok_or_else(Error::not_found)?;
    let parts = suggestion(app, round, language).await?;
    let now = app.clock.now();
    let title: String = format!("{} – {}", round.name, programme.name)
        .chars()
        .take(TITLE)
        .collect();
    Ok(Report {
        id: Id::of(app.random.id(now)),
        round_id: round.id,
        language,
        title,
        done: parts.done,
        drivers: parts.drivers,
        decision: parts.decision,
        revision: 1,
        edited_at: now,
    })
}

/// What may be changed of a report.
#[derive(Default)]
pub struct Changes {
    pub title: Option<String>,
    pub done: Option<String>,
    pub drivers: Option<String>,
    pub decision: Option<String>,
}

/// What somebody has a link to stays within its two pages: until the new text does, the readers see the one before.
///
/// # Errors
/// `NOT_FOUND`, `INVALID`, also for what is too long while a link shows it, `CONFLICT` when it was changed meanwhile.
pub async fn update(app: &App, me: &Me, id: Id<Report>, revision: i64, changes: Changes) -> Result<Report> {
    let (mut report, editor) = own_report(app, me, "id", id).await?;
    if let Some(title) = changes.title {
        report.title = text::required_line("title", &title, TITLE)?;
    }
    let section = |field, given: Option<String>, to: &mut String| -> Result<()> {
        if let Some(given) = given {
            *to = text::paragraphs(field, &given, SECTION)?.unwrap_or_default();
        }
        Ok(())
    };
    section("done", changes.done, &mut report.done)?;
    section("drivers", changes.drivers, &mut report.drivers)?;
    section("decision", changes.decision, &mut report.decision)?;
    report.edited_at = app.clock.now();
    let mut tx = app.db.begin().await?;
    if !store::update_report(&mut tx, &editor, &report, revision).await? {
        return Err(Error::new(ErrorCode::Conflict).with("revision", report.revision));
    }
    if report.too_long_by() > 0 && store::is_shared(&mut tx, report.id).await? {
        return Err(Error::invalid("id", "error-report-long-shared").with("lines", report.too_long_by()));
    }
    app.commit(tx).await?;
    report.revision = revision + 1;
    Ok(report)
}

async fn own_report(app: &App, me: &Me, field: &'static str, id: Id<Report>) -> Result<(Report, Editor)> {
    let none = || Error::not_found().on(field);
    let report = store::report(&app.db, id).await?.ok_or_else(none)?;
    let (_, editor) = own_round(app, me, field, report.round_id).await?;
    Ok((report, editor))
}

// ---- links ------------------------------------------------------------------------------------------------------------

/// Makes a link to a report; the address is told this once.
///
/// # Errors
/// `NOT_FOUND`, `INVALID` while the report is longer than two pages, `CONFLICT` when it was changed meanwhile.
pub async fn share(app: &App, me: &Me, id: Id<Report>, label: &str) -> Result<(ReportLink, String)> {
    let (report, editor) = own_report(app, me, "reportId", id).await?;
    let label = text::required_line("label", label, LABEL)?;
    if report.too_long_by() > 0 {
        return Err(Error::invalid("reportId", "error-report-long").with("lines", report.too_long_by()));
    }
    if store::links_of_reports(&app.db, &[report.id]).await?.len() >= LINKS {
        return Err(Error::invalid("reportId", "error-too-many").with("most", LINKS));
    }
    let token = new_token(app);
    let now = app.clock.now();
    let link = ReportLink {
        id: Id::of(app.random.id(now)),
        report_id: report.id,
        label,
        created_at: now,
        revoked_at: None,
    };
    let mut tx = app.db.begin().await?;
    // Nobody makes it longer meanwhile.
    if !store::hold_report(&mut tx, &editor, &report).await? {
        return Err(Error::new(ErrorCode::Conflict).with("revision", report.revision));
    }
    store::insert_link(&mut tx, &editor, &link, hash(&token)).await?;
    app.commit(tx).await?;
    // Behind the #, so that the secret stands in no server's log.
    let url = format!("{}/reports#{token}", app.config.origin());
    Ok((link, url))
}

/// Ends a link; doing it twice is no fault.
///
/// # Errors
/// `NOT_FOUND`.
pub async fn revoke(app: &App, me: &Me, id: Id<ReportLink>) -> Result<ReportLink> {
    let none = || Error::not_found().on("linkId");
    let mut link = store::link(&app.db, id).await?.ok_or_else(none)?;
    let (_, editor) = own_report(app, me, "linkId", link.report_id).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::revoke_link(&mut tx, &editor, link.id, now).await?;
    app.commit(tx).await?;
    link.revoked_at = link.revoked_at.or(Some(now));
    Ok(link)
}

/// A report as those see it who have a link.
pub struct Shared {
    pub report: Report,
    pub round: Round,
    pub programme: String,
    pub organisation: String,
}

/// # Errors
/// `NOT_FOUND` for a link that never was, `LINK_SPENT` for one that was revoked.
pub async fn shared(app: &App, token: &str) -> Result<Shared> {
    let none = || Error::not_found().saying("error-report-link");
    let link = store::link_of_token(&app.db, hash(token)).await?.ok_or_else(none)?;
    if link.revoked_at.is_some() {
        return Err(Error::new(ErrorCode::LinkSpent).saying("error-report-link-revoked"));
    }
    let report = store::report(&app.db, link.report_id).await?.ok_or_else(none)?;
    let round = store::rounds_by_id(&app.db, &[report.round_id])
        .await?
        .into_iter()
        .next();
    let round = round.ok_or_else(none)?;
    let programme = programmes::programme(&app.db, round.programme_id)
        .await?
        .ok_or_else(none)?;
    let organisation = organisations::organisation(app, round.organisation_id).await?;
    Ok(Shared {
        report,
        programme: programme.name,
        organisation: organisation.name.clone(),
        round,
    })
}

// ---- filling in -------------------------------------------------------------------------------------------------------

/// The three parts as the answers say them now, short enough for two pages.
///
/// # Errors
/// When the database does not answer.
pub async fn suggestion(app: &App, round: &Round, language: Language) -> Result<Parts> {
    let entries = state::of_round(app, round).await?;
    let last = match before(app, round).await? {
        Some(last) => Some(state::frozen(&app.db, last.id).await?),
        None => None,
    };
    Ok(fill(language, round.kind, &entries, last.as_deref()))
}

fn fill(language: Language, kind: RoundKind, entries: &[Entry], last: Option<&[Entry]>) -> Parts {
    let teller = Teller { language, entries };
    // As many examples as fit. What is to be decided is told whole, however long it gets.
    let mut parts = Parts::default();
    for examples in (1..=6).rev() {
        parts = match kind {
            RoundKind::Review => teller.review(examples),
            _ => teller.follow_up(examples, last),
        };
        if lines_over(&["", &parts.done, &parts.drivers, &parts.decision]) == 0 {
            break;
        }
    }
    parts
}

struct Teller<'a> {
    language: Language,
    entries: &'a [Entry],
}

impl Teller<'_> {
    fn say(&self, id: &str) -> String {
        i18n::text(self.language, id, &[])
    }

    fn count(&self, id: &str, count: usize) -> String {
        i18n::text(self.language, id, &[("count", count.into())])
    }

    fn of(&self, kind: SubjectKind, statuses: &[&str]) -> Vec<&Entry> {
        self.entries
            .iter()
            .filter(|entry| !entry.gone && entry.kind == kind)
            .filter(|entry| entry.effective().is_some_and(|status| statuses.contains(&status)))
            .collect()
    }

    /// "– «Title»: what was said." for some of them, and how many more there are.
    fn examples(&self, entries: &[&Entry], most: usize) -> Vec<String> {
        // Those about which something was said tell more.
        let mut chosen = entries.to_vec();
        chosen.sort_by_key(|entry| entry.comment().is_none());
        let mut told: Vec<_> = chosen.iter().take(most).map(|entry| self.example(entry)).collect();
        let more = chosen.len().saturating_sub(most);
        if more > 0 {
            told.push(self.count("report-more", more));
        }
        told
    }

    fn example(&self, entry: &Entry) -> String {
        match entry.comment() {
            Some(comment) => {
                let args = [
                    ("title", entry.title.as_str().into()),
                    ("comment", quote(comment).into()),
                ];
                i18n::text(self.language, "report-example-said", &args)
            }
            None => i18n::text(
                self.language,
                "report-example",
                &[("title", entry.title.as_str().into())],
            ),
        }
    }

    fn follow_up(&self, examples: usize, last: Option<&[Entry]>) -> Parts {
        let targets = |statuses: &[&str]| self.of(SubjectKind::Target, statuses);
        let actions = |statuses: &[&str]| self.of(SubjectKind::Action, statuses);
        let (reached, on_track) = (targets(&["REACHED"]), targets(&["ON_TRACK"]));
        let (at_risk, off_track) = (targets(&["AT_RISK"]), targets(&["OFF_TRACK"]));
        let unknown = targets(&["NOT_ASSESSED"]);
        let (finished, ongoing) = (actions(&["DONE"]), actions(&["ONGOING"]));

        let all = reached.len() + on_track.len() + at_risk.len() + off_track.len() + unknown.len();
        let mut sentences = vec![self.count("report-targets", all)];
        for (id, group) in [
            ("report-targets-reached", &reached),
            ("report-targets-on-track", &on_track),
            ("report-targets-at-risk", &at_risk),
            ("report-targets-off-track", &off_track),
            ("report-targets-unknown", &unknown),
        ] {
            if !group.is_empty() {
                sentences.push(self.count(id, group.len()));
            }
        }
        let mut done = vec![sentences.join(" ")];
        if let Some(last) = last {
            done.push(self.since(last));
        }
        if !finished.is_empty() {
            done.push(self.count("report-actions-done", finished.len()));
            done.extend(self.examples(&finished, examples));
        }
        if !ongoing.is_empty() {
            done.push(self.count("report-actions-ongoing", ongoing.len()));
        }

        let good: Vec<_> = reached
            .iter()
            .chain(&on_track)
            .copied()
            .filter(|e| e.comment().is_some())
            .collect();
        let hard: Vec<_> = off_track.iter().chain(&at_risk).copied().collect();
        let mut drivers = Vec::new();
        if !good.is_empty() {
            drivers.push(self.say("report-drivers-good"));
            drivers.extend(self.examples(&good, examples.div_ceil(2)));
        }
        if !hard.is_empty() {
            drivers.push(self.say("report-drivers-hard"));
            drivers.extend(self.examples(&hard, examples));
        }
        if drivers.is_empty() {
            drivers.push(self.say("report-drivers-none"));
        }

        let mut decision = vec![self.say("report-decide-accept")];
        if !off_track.is_empty() {
            decision.push(self.say("report-decide-off-track"));
            decision.extend(off_track.iter().map(|entry| self.titled(entry)));
        }
        Parts {
            done: done.join("\n"),
            drivers: drivers.join("\n"),
            decision: decision.join("\n"),
        }
    }

    fn titled(&self, entry: &Entry) -> String {
        i18n::text(
            self.language,
            "report-example",
            &[("title", entry.title.as_str().into())],
        )
    }

    fn since(&self, last: &[Entry]) -> String {
        let differences = compare::compare(last, self.entries);
        let count = |kind| {
            differences
                .iter()
                .filter(|difference| difference.change == kind)
                .filter(|difference| difference.after.as_ref().is_some_and(|e| e.kind == SubjectKind::Target))
                .count()
        };
        let (better, worse) = (count(ChangeKind::Improved), count(ChangeKind::Worse));
        let id = match (better, worse) {
            (0, 0) => "report-since-same",
            (_, 0) => "report-since-better",
            (0, _) => "report-since-worse",
            _ => "report-since-both",
        };
        i18n::text(self.language, id, &[("better", better.into()), ("worse", worse.into())])
    }

    fn review(&self, examples: usize) -> Parts {
        let decided = |decision: ReviewDecision| -> Vec<_> {
            let of = |entry: &&Entry| !entry.gone && entry.is_answered() && entry.decision() == Some(decision);
            self.entries.iter().filter(of).collect()
        };
        let keep = decided(ReviewDecision::Keep);
        let change = decided(ReviewDecision::Change);
        let drop = decided(ReviewDecision::Drop);
        let asked = self
            .entries
            .iter()
            .filter(|entry| !entry.gone && entry.item_id.is_some());
        let (answered, silent): (Vec<_>, Vec<_>) = asked.partition(|entry| entry.is_answered());
        let mut done = vec![self.count("report-review", answered.len())];
        for (id, group) in [
            ("report-review-keep", &keep),
            ("report-review-change", &change),
            ("report-review-drop", &drop),
        ] {
            if !group.is_empty() {
                done.push(self.count(id, group.len()));
            }
        }
        if !silent.is_empty() {
            done.push(self.count("report-review-silent", silent.len()));
        }
        let mut drivers = Vec::new();
        let mut decision = vec![self.say("report-decide-review")];
        for (why, what, group) in [
            ("report-why-change", "report-decide-change", &change),
            ("report-why-drop", "report-decide-drop", &drop),
        ] {
            if !group.is_empty() {
                drivers.push(self.say(why));
                drivers.extend(self.examples(group, examples));
                decision.push(self.say(what));
                decision.extend(group.iter().map(|entry| self.titled(entry)));
            }
        }
        if drivers.is_empty() {
            drivers.push(self.say("report-why-nothing"));
        }
        Parts {
            done: done.join(" "),
            drivers: drivers.join("\n"),
            decision: decision.join("\n"),
        }
    }
}

/// The beginning of a comment: its first sentences, whole, in one line.
fn quote(comment: &str) -> String {
    let line = comment.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTE {
        return line;
    }
    let cut: String = line.chars().take(QUOTE).collect();
    let end = cut.rfind(". ").map(|at| at + 1);
    match end {
        Some(end) => cut[..end].to_owned(),
        None => format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_is_whole_sentences_or_whole_words() {
        assert_eq!(quote("Kort.\n\nOch klart."), "Kort. Och klart.");
        let long = format!("Första meningen. {}", "ord ".repeat(100));
        assert_eq!(quote(&long), "Första meningen.");
        assert!(quote(&"ord ".repeat(100)).ends_with("ord …"));
    }

    #[test]
    fn what_fits_on_two_pages_is_counted_in_lines() {
        assert_eq!(lines_over(&["a\n\nb"]), 0);
        assert_eq!(lines_over(&[&"a\n".repeat(LINES + 4)]), 5);
        assert_eq!(lines_over(&[&"x".repeat(LETTERS * (LINES + 3))]), 3);
    }
}
