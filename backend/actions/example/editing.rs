//! What else an action says, as it comes in: what of it is acceptable, and how it is put into a revision.

use super::{Detail, Indicators, Purpose, StatusEntry, TextField, Wording, reference, store};
use crate::{
    actions::{Action, Money, editing::TEXT, money::MOST_MONEY},
    app::App,
    clock::Moment,
    db::Tx,
    error::{Error, Result},
    graphql::{Day, Id},
    i18n::Language,
    people::{Editor, Unit, organisations},
    text::{self, Change},
};

/// Most characters of the shorter texts, of a name, and of an address.
const SHORT: usize = 2_000;
const NAME: usize = 200;
const ADDRESS: usize = 2_000;
/// Most links, and most milestones, of an action.
const MOST: usize = 50;

/// Where the money comes from.
#[derive(Default)]
pub struct Funding {
    pub scheme: Option<String>,
    pub name: Option<String>,
    pub amount: Option<Money>,
}

/// Who decided it, and where that can be read.
#[derive(Default)]
pub struct Decision {
    pub body: Option<String>,
    pub date: Option<Day>,
    pub case_number: Option<String>,
    pub url: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewLink {
    pub url: String,
    pub name: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMilestone {
    pub name: String,
    pub due: Option<Day>,
    pub done: Option<Day>,
}

/// Changes as they come in.
#[derive(Default)]
pub struct Changes {
    pub texts: Vec<(TextField, Change<String>)>,
    pub purpose: Change<Purpose>,
    pub unit_id: Change<Id<Unit>>,
    pub partners: Change<String>,
    pub indicators: Change<Vec<String>>,
    pub funding: Change<Funding>,
    pub decision: Change<Decision>,
    pub links: Change<Vec<NewLink>>,
    pub milestones: Change<Vec<NewMilestone>>,
    pub status_reason: Change<String>,
}

/// Changes that were found to be acceptable.
#[derive(Default)]
pub struct Checked {
    texts: Vec<(TextField, Option<(String, Language)>)>,
    purpose: Change<Purpose>,
    unit_id: Change<Id<Unit>>,
    partners: Change<String>,
    indicators: Change<Indicators>,
    funding: Change<Funding>,
    decision: Change<Decision>,
    links: Option<Vec<NewLink>>,
    milestones: Option<Vec<NewMilestone>>,
    reason: Change<(String, Language)>,
}

impl Checked {
    fn touches_detail(&self) -> bool {
        !matches!(
            (&self.purpose, &self.unit_id, &self.partners),
            (Change::Keep, Change::Keep, Change::Keep)
        ) || !matches!(
            (&self.indicators, &self.funding, &self.decision),
            (Change::Keep, Change::Keep, Change::Keep)
        )
    }

    /// What the action is for once this is written, where it was for `before`.
    #[must_use]
    pub fn purpose(&self, before: Option<Purpose>) -> Option<Purpose> {
        match self.purpose {
            Change::Keep => before,
            Change::Clear => None,
            Change::Set(purpose) => Some(purpose),
        }
    }

    /// Why the status is as it is, and what that is written in.
    #[must_use]
    pub fn reason(&self) -> &Change<(String, Language)> {
        &self.reason
    }

    /// Both together; where both change the same, `later` does.
    #[must_use]
    pub fn and(mut self, later: Self) -> Self {
        self.texts.extend(later.texts);
        Self {
            texts: self.texts,
            purpose: self.purpose.then(later.purpose),
            unit_id: self.unit_id.then(later.unit_id),
            partners: self.partners.then(later.partners),
            indicators: self.indicators.then(later.indicators),
            funding: self.funding.then(later.funding),
            decision: self.decision.then(later.decision),
            links: later.links.or(self.links),
            milestones: later.milestones.or(self.milestones),
            reason: self.reason.then(later.reason),
        }
    }
}

/// # Errors
/// `INVALID` or `NOT_FOUND` with the field at fault.
pub async fn check(app: &App, action: &Action, changes: Changes, language: Option<Language>) -> Result<Checked> {
    let written = |text: String| match language {
        Some(language) => Ok(Some((text, language))),
        None => Err(Error::invalid("language", "error-language-missing")),
    };
    let mut texts = Vec::new();
    for (field, change) in changes.texts {
        let most = match field {
            TextField::CostHow | TextField::EffectHow => SHORT,
            _ => TEXT,
        };
        match change.try_map(|value| text::paragraphs(field.text(), &value, most))? {
            Change::Keep => {}
            Change::Clear => texts.push((field, None)),
            Change::Set(value) => texts.push((field, written(value)?)),
        }
    }
    let reason = changes
        .status_reason
        .try_map(|reason| text::paragraphs("statusReason", &reason, SHORT))?
        .try_map(written)?;
    if let Change::Set(unit) = changes.unit_id
        && organisations::unit(&app.db, unit)
            .await?
            .is_none_or(|unit| unit.organisation_id != action.organisation_id)
    {
        return Err(Error::not_found().on("unitId"));
    }
    Ok(Checked {
        texts,
        purpose: changes.purpose,
        unit_id: changes.unit_id,
        partners: changes
            .partners
            .try_map(|partners| text::paragraphs("partners", &partners, SHORT))?,
        indicators: changes.indicators.try_map(|ids| Indicators::parse(&ids).map(Some))?,
        funding: changes.funding.try_map(funding)?,
        decision: changes.decision.try_map(decision)?,
        links: some(changes.links).map(links).transpose()?,
        milestones: some(changes.milestones).map(milestones).transpose()?,
        reason,
    })
}

/// A list that is cleared is an empty one.
fn some<T>(change: Change<Vec<T>>) -> Option<Vec<T>> {
    match change {
        Change::Keep => None,
        Change::Clear => Some(Vec::new()),
        Change::Set(list) => Some(list),
    }
}

fn line(field: &'static str, value: Option<String>) -> Result<Option<String>> {
    match value {
        Some(value) => text::line(field, &value, NAME),
        None => Ok(None),
    }
}

/// The address of a page, if there is one: nothing but a page can be linked to.
fn address(field: &'static str, value: Option<String>) -> Result<Option<String>> {
    let Some(value) = value else { return Ok(None) };
    let Some(value) = text::line(field, &value, ADDRESS)? else {
        return Ok(None);
    };
    let host = ["https://", "http://"]
        .iter()
        .find_map(|scheme| value.strip_prefix(scheme))
        .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    match host {
        Some(host) if host.contains('.') && !value.contains(char::is_whitespace) => Ok(Some(value)),
        _ => Err(Error::invalid(field, "error-web-address")),
    }
}

fn funding(given: Funding) -> Result<Option<Funding>> {
    if let Some(key) = &given.scheme
        && reference::scheme(key).is_none()
    {
        return Err(Error::invalid("funding", "error-unknown-funding").with("key", key.as_str()));
    }
    if given.amount.is_some_and(|money| money.amount > MOST_MONEY) {
        return Err(Error::invalid("funding", "error-number-too-large"));
    }
    let name = line("funding", given.name)?;
    Ok((given.scheme.is_some() || name.is_some() || given.amount.is_some()).then_some(Funding { name, ..given }))
}

fn decision(given: Decision) -> Result<Option<Decision>> {
    let decision = Decision {
        body: line("decision", given.body)?,
        date: given.date,
        case_number: line("decision", given.case_number)?,
        url: address("decision", given.url)?,
    };
    let known =
        decision.body.is_some() || decision.date.is_some() || decision.case_number.is_some() || decision.url.is_some();
    Ok(known.then_some(decision))
}

fn at_most<T>(field: &'static str, list: &[T]) -> Result<()> {
    if list.len() > MOST {
        return Err(Error::invalid(field, "error-too-many").with("most", MOST));
    }
    Ok(())
}

/// # Errors
/// `INVALID` on `links` for one that is no page's, and for too many.
pub fn links(given: Vec<NewLink>) -> Result<Vec<NewLink>> {
    at_most("links", &given)?;
    given
        .into_iter()
        .map(|link| {
            Ok(NewLink {
                url: address("links", Some(link.url))?.ok_or_else(|| Error::invalid("links", "error-web-address"))?,
                name: line("links", link.name)?,
            })
        })
        .collect()
}

/// In their order.
///
/// # Errors
/// `INVALID` on `milestones` for one without a name, and for too many.
pub fn milestones(given: Vec<NewMilestone>) -> Result<Vec<NewMilestone>> {
    at_most("milestones", &given)?;
    let checked: Result<Vec<_>> = given
        .into_iter()
        .map(|milestone| {
            Ok(NewMilestone {
                name: text::required_line("milestones", &milestone.name, NAME)?,
                ..milestone
            })
        })
        .collect();
    let mut checked = checked?;
    // In the order in which they are to come; those without a day last, as they were given.
    checked.sort_by_key(|milestone| (milestone.due.is_none(), milestone.due));
    Ok(checked)
}

/// Puts changes into a revision that stands.
///
/// # Errors
/// When the database does not answer.
pub async fn write(tx: &mut Tx, editor: &Editor, action: &Action, checked: Checked) -> Result<()> {
    let (id, revision) = (action.id, action.revision);
    if checked.touches_detail() {
        let mut detail = store::detail(&mut *tx, id, revision)
            .await?
            .unwrap_or_else(|| Detail::blank(id, revision));
        checked.purpose.apply(&mut detail.purpose);
        checked.unit_id.apply(&mut detail.unit_id);
        checked.partners.apply(&mut detail.partners);
        match checked.indicators {
            Change::Keep => {}
            Change::Clear => detail.indicators = Indicators::default(),
            Change::Set(indicators) => detail.indicators = indicators,
        }
        if !matches!(checked.funding, Change::Keep) {
            let mut funding = None;
            checked.funding.apply(&mut funding);
            let funding = funding.unwrap_or_default();
            detail.funding_scheme = funding.scheme;
            detail.funding_name = funding.name;
            detail.funding_amount = funding.amount.map(|money| money.amount);
            detail.funding_currency = funding.amount.map(|money| money.currency);
        }
        if !matches!(checked.decision, Change::Keep) {
            let mut decision = None;
            checked.decision.apply(&mut decision);
            let decision = decision.unwrap_or_default();
            detail.decision_body = decision.body;
            detail.decided_on = decision.date;
            detail.case_number = decision.case_number;
            detail.decision_url = decision.url;
        }
        store::set_detail(tx, editor, &detail).await?;
    }
    for (field, value) in checked.texts {
        match value {
            Some((value, language)) => {
                let wording = Wording {
                    action_id: id,
                    revision,
                    field,
                    value,
                    language,
                };
                store::set_text(tx, editor, &wording).await?;
            }
            None => store::clear_text(tx, editor, id, revision, field).await?,
        }
    }
    if let Some(links) = checked.links {
        store::set_links(tx, editor, id, revision, &links).await?;
    }
    if let Some(milestones) = checked.milestones {
        store::set_milestones(tx, editor, id, revision, &milestones).await?;
    }
    Ok(())
}

/// Keeps what became of the status from one revision to the next, and why. What others have not seen yet is still the same
/// word: trying out three statuses in one sitting is one change, or none.
///
/// # Errors
/// When the database does not answer.
pub async fn note_status(
    tx: &mut Tx,
    editor: &Editor,
    before: &Action,
    after: &Action,
    reason: &Change<(String, Language)>,
    now: Moment,
) -> Result<()> {
    let changed = before.status != after.status;
    if !changed && matches!(reason, Change::Keep) {
        return Ok(());
    }
    let unseen = match changed {
        true => store::status_entry(tx, after.id, after.revision).await?,
        false => store::newest_status_entry(tx, after.id, after.published_revision.unwrap_or(0)).await?,
    };
    let mut entry = unseen.unwrap_or(StatusEntry {
        action_id: after.id,
        revision: after.revision,
        before: None,
        status: after.status,
        reason: None,
        language: None,
        at: now,
        by_id: None,
    });
    if changed {
        entry.before = entry.before.or(Some(before.status));
        (entry.status, entry.at) = (after.status, now);
    }
    match reason {
        Change::Keep => {}
        Change::Clear => (entry.reason, entry.language) = (None, None),
        Change::Set((reason, language)) => (entry.reason, entry.language) = (Some(reason.clone()), Some(*language)),
    }
    entry.by_id = Some(editor.person_id());
    // Back where it was: nothing has become of it.
    if entry.before == Some(entry.status) {
        entry.before = None;
    }
    if entry.before.is_none() && entry.reason.is_none() {
        store::clear_status_entry(tx, editor, entry.action_id, entry.revision).await?;
    } else {
        store::set_status_entry(tx, editor, &entry).await?;
    }
    Ok(())
}
