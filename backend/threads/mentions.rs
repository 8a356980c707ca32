//! Whom a message addresses: checked against the network when it is written, and kept beside its text.

use std::collections::HashMap;

use uuid::Uuid;

use super::{
    Chair, Message,
    markdown::{self, Target},
    store,
};
use crate::{
    app::App,
    db::row,
    error::{Error, ErrorCode, Result},
    graphql::Id,
    networks,
    people::{self, Person, organisations},
};

/// Whom a message addresses, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mentioned {
    pub people: Vec<Id<Person>>,
    pub organisations: Vec<Uuid>,
    pub everybody: bool,
}

/// One mention as it is kept; neither person nor organisation: everybody.
#[derive(Clone, Debug)]
pub struct Mention {
    pub message_id: Id<Message>,
    pub person_id: Option<Id<Person>>,
    pub organisation_id: Option<Uuid>,
    pub label: String,
}
row!(Mention {
    message_id,
    person_id,
    organisation_id,
    label
});

impl Mention {
    fn of(message_id: Id<Message>, target: &Target, label: &str) -> Self {
        Self {
            message_id,
            person_id: match target {
                Target::Person(id) => Some(*id),
                _ => None,
            },
            organisation_id: match target {
                Target::Organisation(id) => Some(*id),
                _ => None,
            },
            label: label.to_owned(),
        }
    }

    #[must_use]
    pub fn is_everybody(&self) -> bool {
        self.person_id.is_none() && self.organisation_id.is_none()
    }
}

/// A text whose mentions are known to be right and bear their current names.
pub struct Checked {
    pub body: String,
    pub mentioned: Mentioned,
    /// In the order of the text, each once.
    named: Vec<(Target, String)>,
}

/// Checked in one message at most.
const MOST: usize = 50;

/// Checks the mentions of a text and writes the current names into them. Whom the message addressed before (when it is
/// edited) it may go on addressing, also when they have left the network since.
///
/// # Errors
/// `INVALID` on `body` for who is not in the network; `FORBIDDEN` for everybody, unless one coordinates it.
pub async fn check(app: &App, chair: &Chair, body: String, before: &[Mention]) -> Result<Checked> {
    let mut named: Vec<(Target, String)> = Vec::new();
    for found in markdown::mentions(&body) {
        if !named.iter().any(|(target, _)| *target == found.target) {
            named.push((found.target, found.label));
        }
    }
    if named.is_empty() {
        return Ok(Checked {
            body,
            mentioned: Mentioned::default(),
            named,
        });
    }
    if named.len() > MOST {
        return Err(Error::invalid("body", "error-too-many").with("most", MOST));
    }
    let mut mentioned = Mentioned::default();
    for (target, _) in &named {
        match target {
            Target::Person(id) => mentioned.people.push(*id),
            Target::Organisation(id) => mentioned.organisations.push(*id),
            Target::Everybody => mentioned.everybody = true,
            Target::Nobody => {}
        }
    }
    let network = chair.thread().network_id;
    let people_there = networks::members_among(app, network, &mentioned.people).await?;
    let organisations_there = networks::organisations_among(app, network, &mentioned.organisations).await?;
    let names: HashMap<Id<Person>, String> = people::persons(&app.db, &mentioned.people)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    for (target, label) in &mut named {
        let name = match *target {
            Target::Person(id) => {
                let stays = people_there.contains(&id) || before.iter().any(|known| known.person_id == Some(id));
                names.get(&id).filter(|_| stays).cloned()
            }
            Target::Organisation(id) => {
                let stays =
                    organisations_there.contains(&id) || before.iter().any(|known| known.organisation_id == Some(id));
                match stays {
                    true => Some(organisations::organisation(app, id).await?.name.clone()),
                    false => None,
                }
            }
            Target::Everybody if !chair.seat().is_coordinator() && !before.iter().any(Mention::is_everybody) => {
                return Err(Error::forbidden().on("body").saying("error-everybody"));
            }
            Target::Everybody => Some(label.clone()),
            Target::Nobody => None,
        };
        *label = name.ok_or_else(|| {
            Error::new(ErrorCode::Invalid)
                .on("body")
                .saying("error-mention")
                .with("name", label.clone())
        })?;
    }
    let body = markdown::renamed(&body, |target| {
        let (_, name) = named.iter().find(|(known, _)| known == target)?;
        (*target != Target::Everybody).then_some(name.as_str())
    });
    Ok(Checked { body, mentioned, named })
}

impl Checked {
    /// Whom it mentions that was not mentioned before.
    #[must_use]
    pub fn anew(&self, before: &[Mention]) -> Mentioned {
        let mut anew = self.mentioned.clone();
        anew.people
            .retain(|id| !before.iter().any(|known| known.person_id == Some(*id)));
        anew.organisations
            .retain(|id| !before.iter().any(|known| known.organisation_id == Some(*id)));
        anew
    }

    /// As rows of a message.
    pub(super) fn rows(&self, message_id: Id<Message>) -> Vec<Mention> {
        self.named
            .iter()
            .map(|(target, label)| Mention::of(message_id, target, label))
            .collect()
    }
}

/// The mentions of a text that is right as it stands: the demo content's.
pub(crate) fn as_written(message_id: Id<Message>, body: &str) -> Vec<Mention> {
    markdown::mentions(body)
        .iter()
        .map(|found| Mention::of(message_id, &found.target, &found.label))
        .collect()
}

/// The mentions of some messages, in the order of their texts.
///
/// # Errors
/// When the database does not answer.
pub async fn of(app: &App, messages: &[Id<Message>]) -> Result<HashMap<Id<Message>, Vec<Mention>>> {
    let mut all: HashMap<_, Vec<_>> = HashMap::new();
    for row in store::mentions(&app.db, messages).await? {
        all.entry(row.message_id).or_default().push(row);
    }
    Ok(all)
}
