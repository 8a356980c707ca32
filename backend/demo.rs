//! The demo content: `reference/demo/*.toml` into an empty database. Every person in it is made up; the shapes of the
//! files are described at their heads.

use std::{collections::HashMap, time::Duration};

use serde::Deserialize;
use uuid::Uuid;

use crate::{
    actions::{self, Action, ActionStatus, Currency, Themes, Visibility},
    app::App,
    clock::Moment,
    db::Tx,
    error::{Error, Result},
    graphql::{Day, Id},
    i18n::{self, Language},
    live::journal,
    networks::{self, Network, NetworkRole},
    people::{self, Editor, NewPerson, Person, Unit, organisations},
    programmes::{self, FocusArea, Goal, Programme, Target, TargetStatus},
    threads::{
        self,
        keeping::ReactionKind,
        waiting::{self, WaitingKind},
    },
};

/// The people whom the sign-in page offers by name.
pub const PEOPLE: [&str; 8] = [
    "karin@demo.example",
    "omar@demo.example",
    "lena@demo.example",
    "ingeborg@demo.example",
    "torbjorn@demo.example",
    "kari@demo.example",
    "elin@demo.example",
    "gunnhild@demo.example",
];

const ACTIONS: [&str; 4] = [
    include_str!("../reference/demo/actions/10-haninge.toml"),
    include_str!("../reference/demo/actions/20-sweden.toml"),
    include_str!("../reference/demo/actions/30-norway.toml"),
    include_str!("../reference/demo/actions/40-copies.toml"),
];

#[derive(Deserialize)]
struct People {
    unit: Vec<UnitRow>,
    person: Vec<PersonRow>,
}

#[derive(Deserialize)]
struct UnitRow {
    organisation: String,
    name: String,
}

#[derive(Deserialize)]
struct PersonRow {
    email: String,
    name: String,
    title: Option<String>,
    language: Language,
    organisation: String,
    unit: Option<String>,
    phone: Option<String>,
    #[serde(default)]
    shares_email: bool,
    #[serde(default)]
    shares_phone: bool,
    #[serde(default = "yes")]
    confirmed: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
struct Networks {
    network: Vec<NetworkRow>,
}

#[derive(Deserialize)]
struct NetworkRow {
    slug: String,
    name: String,
    languages: Vec<Language>,
    organisation: Option<String>,
    coordinators: Vec<String>,
    members: Vec<String>,
    #[serde(default)]
    invitation: Vec<InvitationRow>,
    #[serde(default)]
    request: Vec<RequestRow>,
}

#[derive(Deserialize)]
struct InvitationRow {
    email: String,
    name: Option<String>,
    organisation: Option<String>,
    days_ago: u64,
}

#[derive(Deserialize)]
struct RequestRow {
    email: String,
    message: Option<String>,
    days_ago: u64,
}

#[derive(Deserialize)]
struct Programmes {
    programme: Vec<ProgrammeRow>,
}

#[derive(Deserialize)]
struct ProgrammeRow {
    key: String,
    organisation: String,
    name: String,
    #[serde(default)]
    focus_area: Vec<FocusAreaRow>,
}

#[derive(Deserialize)]
struct FocusAreaRow {
    name: String,
    #[serde(default)]
    goal: Vec<GoalRow>,
}

#[derive(Deserialize)]
struct GoalRow {
    name: String,
    #[serde(default)]
    target: Vec<TargetRow>,
}

#[derive(Deserialize)]
struct TargetRow {
    name: String,
    due: Option<String>,
    status: String,
}

#[derive(Deserialize)]
struct Actions {
    action: Vec<ActionRow>,
}

#[derive(Deserialize)]
struct ActionRow {
    key: String,
    programme: String,
    author: String,
    language: Language,
    title_language: Option<Language>,
    description_language: Option<Language>,
    lessons_language: Option<Language>,
    title: Option<String>,
    description: Option<String>,
    lessons: Option<String>,
    status: String,
    visibility: String,
    themes: Option<Vec<String>>,
    #[serde(default)]
    targets: Vec<String>,
    starts: Option<String>,
    ends: Option<String>,
    cost: Option<CostRow>,
    effect: Option<f64>,
    contact: Option<String>,
    created_days_ago: u64,
    published_days_ago: Option<u64>,
    copied_from: Option<String>,
}

#[derive(Deserialize)]
struct CostRow {
    amount: i64,
    currency: String,
}

#[derive(Deserialize)]
struct Threads {
    thread: Vec<ThreadRow>,
}

#[derive(Deserialize)]
struct ThreadRow {
    network: String,
    subject: String,
    about: Option<String>,
    started_by: String,
    days_ago: u64,
    closed: Option<ClosedRow>,
    #[serde(default)]
    message: Vec<MessageRow>,
}

#[derive(Deserialize)]
struct ClosedRow {
    by: String,
    minutes: u64,
    reason: String,
}

#[derive(Deserialize)]
struct MessageRow {
    author: String,
    minutes: u64,
    body: String,
    language: Option<Language>,
    reply_to: Option<usize>,
    before: Option<String>,
    #[serde(default)]
    pinned: bool,
    #[serde(default)]
    reactions: HashMap<String, Vec<String>>,
    #[serde(default)]
    waits_for: HashMap<String, String>,
}

/// Fills an empty database, in one unit of work; false, and nothing done, when there is somebody in it.
///
/// # Errors
/// When the content does not fit together, or the database does not take it.
pub async fn fill(app: &App) -> Result<bool> {
    if people::anybody(app).await? {
        return Ok(false);
    }
    let mut demo = Demo::new(app).await?;
    demo.people(read(include_str!("../reference/demo/people.toml"))?)
        .await?;
    demo.networks(read(include_str!("../reference/demo/networks.toml"))?)
        .await?;
    demo.programmes(read(include_str!("../reference/demo/programmes.toml"))?)
        .await?;
    for file in ACTIONS {
        demo.actions(read(file)?).await?;
    }
    demo.threads(read(include_str!("../reference/demo/threads.toml"))?)
        .await?;
    app.commit(demo.tx).await?;
    Ok(true)
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> Result<T> {
    toml::from_str(text).map_err(Error::internal)
}

fn missing(what: &str, key: &str) -> Error {
    Error::internal(format!("the demo content has no {what} {key}"))
}

fn word<T>(what: &str, text: &str, found: Option<T>) -> Result<T> {
    found.ok_or_else(|| missing(what, text))
}

struct Demo<'a> {
    app: &'a App,
    now: Moment,
    tx: Tx,
    people: HashMap<String, Person>,
    units: HashMap<(Uuid, String), Id<Unit>>,
    networks: HashMap<String, Network>,
    programmes: HashMap<String, Programme>,
    targets: HashMap<(Uuid, String), Id<Target>>,
    actions: HashMap<String, Action>,
}

impl<'a> Demo<'a> {
    async fn new(app: &'a App) -> Result<Self> {
        Ok(Self {
            app,
            now: app.clock.now(),
            tx: app.db.begin().await?,
            people: HashMap::new(),
            units: HashMap::new(),
            networks: HashMap::new(),
            programmes: HashMap::new(),
            targets: HashMap::new(),
            actions: HashMap::new(),
        })
    }

    fn days_ago(&self, days: u64) -> Moment {
        self.now.minus(Duration::from_secs(days * 24 * 60 * 60))
    }

    fn person(&self, email: &str) -> Result<Person> {
        self.people.get(email).cloned().ok_or_else(|| missing("person", email))
    }

    fn organisation(&self, words: &str) -> Result<Uuid> {
        self.app
            .organisations
            .named(words)
            .ok_or_else(|| missing("organisation", words))
    }

    async fn people(&mut self, rows: People) -> Result<()> {
        for row in rows.unit {
            let organisation_id = self.organisation(&row.organisation)?;
            let unit = organisations::insert_unit(self.app, &mut self.tx, organisation_id, row.name).await?;
            self.units.insert((organisation_id, unit.name), unit.id);
        }
        for row in rows.person {
            let organisation_id = self.organisation(&row.organisation)?;
            let unit_id = match row.unit {
                Some(name) => {
                    let key = (organisation_id, name);
                    Some(*self.units.get(&key).ok_or_else(|| missing("unit", &key.1))?)
                }
                None => None,
            };
            let new = NewPerson {
                email: row.email.clone(),
                name: row.name,
                title: row.title,
                phone: row.phone,
                language: row.language,
                organisation_id,
                organisation_confirmed: row.confirmed,
                unit_id,
                shares_email: row.shares_email,
                shares_phone: row.shares_phone,
                founder: false,
            };
            let person = people::insert(self.app, &mut self.tx, new).await?;
            self.people.insert(row.email, person);
        }
        Ok(())
    }

    async fn networks(&mut self, rows: Networks) -> Result<()> {
        for row in rows.network {
            let organisation = row
                .organisation
                .as_deref()
                .map(|words| self.organisation(words))
                .transpose()?;
            let language = row.languages.first().copied().unwrap_or(Language::Sv);
            let network = networks::insert(
                self.app,
                &mut self.tx,
                row.slug.clone(),
                row.name,
                row.languages,
                organisation,
            )
            .await?;
            let coordinators = row.coordinators.iter().map(|email| (email, NetworkRole::Coordinator));
            for (email, role) in coordinators.chain(row.members.iter().map(|email| (email, NetworkRole::Member))) {
                let person = self.person(email)?;
                networks::add_member(self.app, &mut self.tx, network.id, &person, role).await?;
            }
            let inviter = self.person(&row.coordinators[0])?;
            for invitation in row.invitation {
                let at = self.days_ago(invitation.days_ago);
                let organisation_id = invitation
                    .organisation
                    .as_deref()
                    .map(|words| self.organisation(words))
                    .transpose()?;
                let sent = networks::Invitation {
                    id: Id::of(self.app.random.id(at)),
                    network_id: network.id,
                    email: invitation.email,
                    name: invitation.name,
                    organisation_id,
                    role: NetworkRole::Member,
                    language,
                    invited_by: Some(inviter.id),
                    invited_at: at,
                    mail_due_at: None,
                    mail_attempts: 1,
                    mailed_at: Some(at),
                };
                networks::insert_mailed(&mut self.tx, &inviter, &sent).await?;
            }
            for request in row.request {
                let person = self.person(&request.email)?;
                let at = self.days_ago(request.days_ago);
                let asked = networks::MembershipRequest {
                    id: Id::of(self.app.random.id(at)),
                    network_id: network.id,
                    person_id: person.id,
                    message: request.message,
                    asked_at: at,
                };
                networks::insert_request(&mut self.tx, &asked).await?;
            }
            self.networks.insert(row.slug, network);
        }
        Ok(())
    }

    async fn programmes(&mut self, rows: Programmes) -> Result<()> {
        for row in rows.programme {
            let organisation_id = self.organisation(&row.organisation)?;
            let id = |app: &App| app.random.id(app.clock.now());
            let programme = Programme {
                id: Id::of(id(self.app)),
                organisation_id,
                name: row.name,
            };
            let key = i18n::sort_key(&programme.name);
            programmes::store::insert_programme(&mut self.tx, &programme, &key, self.now).await?;
            for (position, row) in (0..).zip(row.focus_area) {
                let area = FocusArea {
                    id: Id::of(id(self.app)),
                    programme_id: programme.id,
                    name: row.name,
                };
                programmes::store::insert_focus_area(&mut self.tx, &area, position).await?;
                for (position, row) in (0..).zip(row.goal) {
                    let goal = Goal {
                        id: Id::of(id(self.app)),
                        focus_area_id: area.id,
                        name: row.name,
                    };
                    programmes::store::insert_goal(&mut self.tx, &goal, position).await?;
                    for (position, row) in (0..).zip(row.target) {
                        let target = Target {
                            id: Id::of(id(self.app)),
                            goal_id: goal.id,
                            name: row.name,
                            due: row.due.as_deref().map(day).transpose()?,
                            status: word("status", &row.status, TargetStatus::from_text(&row.status))?,
                        };
                        programmes::store::insert_target(&mut self.tx, &target, position).await?;
                        self.targets.insert((programme.id.0, target.name), target.id);
                    }
                }
            }
            self.programmes.insert(row.key, programme);
        }
        Ok(())
    }

    async fn actions(&mut self, rows: Actions) -> Result<()> {
        for row in rows.action {
            let programme = self
                .programmes
                .get(&row.programme)
                .cloned()
                .ok_or_else(|| missing("programme", &row.programme))?;
            let author = self.person(&row.author)?;
            let editor = Editor::for_demo(&author);
            let origin = match &row.copied_from {
                Some(key) => Some(self.actions.get(key).cloned().ok_or_else(|| missing("action", key))?),
                None => None,
            };
            let created_at = self.days_ago(row.created_days_ago);
            let published_at = row.published_days_ago.map(|days| self.days_ago(days));
            let (status, visibility) = (row.status.to_uppercase(), row.visibility.to_uppercase());
            let from_origin = |text: fn(&Action) -> (String, Language)| origin.as_ref().map(text);
            let (title, title_language) = match row.title {
                Some(title) => (title, row.title_language.unwrap_or(row.language)),
                None => {
                    from_origin(|o| (o.title.clone(), o.title_language)).ok_or_else(|| missing("title of", &row.key))?
                }
            };
            let (description, description_language) = match row.description {
                Some(text) => (text.trim().to_owned(), row.description_language.unwrap_or(row.language)),
                None => from_origin(|o| (o.description.clone(), o.description_language))
                    .ok_or_else(|| missing("description of", &row.key))?,
            };
            let lessons = row.lessons.map(|text| text.trim().to_owned());
            let themes = match (&row.themes, &origin) {
                (Some(keys), _) => Themes::parse(keys)?,
                (None, Some(origin)) => origin.themes.clone(),
                (None, None) => Themes::default(),
            };
            let action = Action {
                id: Id::of(self.app.random.id(created_at)),
                organisation_id: programme.organisation_id,
                programme_id: Some(programme.id),
                published_revision: published_at.map(|_| 1),
                visibility: word("visibility", &row.visibility, Visibility::from_text(&visibility))?,
                origin_id: origin.as_ref().map(|origin| origin.id),
                origin_revision: origin.as_ref().map(|origin| origin.revision),
                copied_at: origin.as_ref().map(|_| created_at),
                copied_by: origin.as_ref().map(|_| author.id),
                copy_count: 0,
                created_at,
                recent_at: published_at.unwrap_or(created_at),
                revision: 1,
                sort_key: i18n::sort_key(&title),
                title,
                title_language,
                description,
                description_language,
                lessons_language: lessons.as_ref().map(|_| row.lessons_language.unwrap_or(row.language)),
                lessons,
                status: word("status", &row.status, ActionStatus::from_text(&status))?,
                themes,
                starts: row.starts.as_deref().map(day).transpose()?,
                ends: row.ends.as_deref().map(day).transpose()?,
                cost_amount: row.cost.as_ref().map(|cost| cost.amount),
                cost_currency: match &row.cost {
                    Some(cost) => Some(word("currency", &cost.currency, Currency::from_text(&cost.currency))?),
                    None => None,
                },
                effect_tonnes_co2e: row.effect,
                contact_id: row
                    .contact
                    .as_deref()
                    .map(|email| self.person(email))
                    .transpose()?
                    .map(|person| person.id),
                author_id: Some(author.id),
                at: published_at.unwrap_or(created_at),
                near: actions::Near::default(),
            };
            actions::store::insert_action(&mut self.tx, &editor, &action, action.at).await?;
            actions::store::insert_revision(&mut self.tx, &editor, &action).await?;
            for target in &row.targets {
                let key = (programme.id.0, target.clone());
                let id = *self.targets.get(&key).ok_or_else(|| missing("target", target))?;
                actions::store::insert_target(&mut self.tx, &editor, action.id, id).await?;
            }
            if let Some(origin) = &origin {
                actions::store::count_copy(&mut self.tx, origin.id, 1).await?;
            }
            self.actions.insert(row.key, action);
        }
        Ok(())
    }

    async fn threads(&mut self, rows: Threads) -> Result<()> {
        for row in rows.thread {
            let network = self
                .networks
                .get(&row.network)
                .ok_or_else(|| missing("network", &row.network))?;
            let about_id = match &row.about {
                Some(key) => Some(self.actions.get(key).ok_or_else(|| missing("action", key))?.id.0),
                None => None,
            };
            let started_at = self.days_ago(row.days_ago);
            let id = self.app.random.id(started_at);
            let thread = threads::Thread {
                id: Id::of(id),
                network_id: network.id,
                topic: threads::topic(id),
                subject: row.subject,
                about_id,
                started_by: Some(self.person(&row.started_by)?.id),
                started_at,
                last_seq: 0,
                last_at: started_at,
                closed_at: None,
                closed_by: None,
                close_reason: None,
            };
            let starter = networks::Seat::for_demo(network.id, &self.person(&row.started_by)?);
            threads::store::insert_thread(&mut self.tx, &starter, &thread).await?;
            let mut at = started_at;
            let mut said: Vec<Id<threads::Message>> = Vec::new();
            let closed = row.closed;
            for row in row.message {
                // The demo is never of the future, however long its conversations are.
                at = at.plus(Duration::from_secs(row.minutes * 60)).min(self.now);
                let author = self.person(&row.author)?;
                let chair = threads::Chair::for_demo(&thread, networks::Seat::for_demo(network.id, &author));
                let id = Id::of(self.app.random.id(at));
                let seq = journal::append(&mut self.tx, &thread.topic, threads::POSTED, id.0, at).await?;
                let mut message = threads::Message {
                    id,
                    thread_id: thread.id,
                    seq,
                    author_id: Some(author.id),
                    body: self.with_ids(row.before.as_deref().unwrap_or(&row.body))?,
                    language: row.language.unwrap_or(author.language),
                    posted_at: at,
                    edited_at: None,
                    removed_at: None,
                    reply_to_id: row.reply_to.and_then(|number| said.get(number - 1).copied()),
                    pinned_at: None,
                };
                threads::store::insert_message(&mut self.tx, &chair, &message, self.app.random.id(at)).await?;
                if row.before.is_some() {
                    message.body = self.with_ids(&row.body)?;
                    message.edited_at = Some(at);
                    journal::append(&mut self.tx, &thread.topic, threads::EDITED, id.0, at).await?;
                    threads::store::keep_version(&mut self.tx, &chair, id).await?;
                    threads::store::edit_message(&mut self.tx, &chair, &message).await?;
                }
                let mentions = threads::mentions::as_written(id, &message.body);
                threads::store::insert_mentions(&mut self.tx, &chair, mentions).await?;
                for (kind, people) in row.reactions {
                    let kind = word("reaction", &kind, ReactionKind::from_text(&kind))?;
                    for email in people {
                        let chair = threads::Chair::for_demo(
                            &thread,
                            networks::Seat::for_demo(network.id, &self.person(&email)?),
                        );
                        journal::append(&mut self.tx, &thread.topic, threads::REACTED, id.0, at).await?;
                        threads::store::insert_reaction(&mut self.tx, &chair, id, kind, at).await?;
                    }
                }
                if row.pinned {
                    journal::append(&mut self.tx, &thread.topic, threads::PINNED, id.0, at).await?;
                    threads::store::set_pinned(&mut self.tx, &chair, id, Some(at)).await?;
                }
                for (email, why) in row.waits_for {
                    let kind = word("reason to wait", &why, WaitingKind::from_text(&why))?;
                    let person = self.person(&email)?;
                    waiting::insert_told(&mut self.tx, &chair, &message, &person, kind).await?;
                }
                // Whoever says something has read what was said before.
                threads::store::mark_read(&mut self.tx, &chair, seq).await?;
                said.push(id);
            }
            if let Some(row) = closed {
                let at = at.plus(Duration::from_secs(row.minutes * 60)).min(self.now);
                let by = self.person(&row.by)?;
                let chair = threads::Chair::for_demo(&thread, networks::Seat::for_demo(network.id, &by));
                let shut = threads::Thread {
                    closed_at: Some(at),
                    closed_by: Some(by.id),
                    close_reason: Some(row.reason),
                    ..thread.clone()
                };
                journal::end(&mut self.tx, &thread.topic, threads::CLOSED, thread.id.0, at).await?;
                threads::store::set_closed(&mut self.tx, &chair, &shut).await?;
            }
        }
        Ok(())
    }

    /// A body with ids for what it names: `@[e-mail address]` and `action:key`.
    fn with_ids(&self, body: &str) -> Result<String> {
        let mut out = String::new();
        let mut rest = body.trim();
        while let Some((before, after)) = rest.split_once("@[") {
            let (email, after) = after
                .split_once(']')
                .ok_or_else(|| missing("end of the mention in", body))?;
            let person = self.person(email)?;
            out.push_str(&format!("{before}@[{}]({})", person.name, person.id));
            rest = after;
        }
        out.push_str(rest);
        let (mut rest, mut linked) = (out.as_str(), String::new());
        while let Some((before, after)) = rest.split_once("action:") {
            let end = after
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
                .unwrap_or(after.len());
            let action = self
                .actions
                .get(&after[..end])
                .ok_or_else(|| missing("action", &after[..end]))?;
            linked.push_str(&format!("{before}{}", action.id));
            rest = &after[end..];
        }
        linked.push_str(rest);
        Ok(linked)
    }
}

fn day(text: &str) -> Result<Day> {
    text.parse().map(Day).map_err(|_| missing("day", text))
}
