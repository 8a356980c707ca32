//! How somebody comes in: one-time links, sessions, API tokens. A secret is 256 random bits, shown once, and only its
//! SHA-256 is kept. A link is looked at by GET-like calls as often as a mail scanner likes; only the button on its page
//! spends it.

use std::{sync::Arc, time::Duration};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Me, NewPerson, Person, Session, SessionKind, Viewer, email, insert, organisations, person_name, store};
use crate::{
    app::App,
    clock::Moment,
    db::{Tx, row, text_enum},
    error::{Error, ErrorCode, Result},
    graphql::{Id, Kind},
    i18n::Language,
    live::limits::{Counted, Limit},
    mail::{self, Letter},
    networks, text,
};

const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A sign-in link lives this long.
pub const LINK_LIFE: Duration = Duration::from_secs(15 * 60);
/// An invitation waits longer: people are on leave.
pub const INVITATION_LIFE: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// A browser that was not used for this long has to sign in again.
pub const IDLE: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// And every browser after this long.
pub const ABSOLUTE: Duration = Duration::from_secs(180 * 24 * 60 * 60);
/// `used_at` is written at most this often: it is for people to read, and for [`IDLE`].
const TOUCH: Duration = Duration::from_secs(10 * 60);
/// Links per address in a quarter of an hour; how many are asked for per network address is [`Limit::Links`].
const LINKS_PER_ADDRESS: i64 = 5;

const API_TOKEN: &str = "samverk_";

/// What is kept of a secret.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct TokenHash(pub [u8; 32]);

impl TokenHash {
    #[must_use]
    pub fn of(token: &str) -> Self {
        Self(Sha256::digest(token).into())
    }
}

fn new_token(app: &App) -> String {
    URL_SAFE_NO_PAD.encode(app.random.bytes::<32>())
}

impl Kind for Session {
    const PREFIX: &'static str = "session";
}

impl Kind for Person {
    const PREFIX: &'static str = "person";
}

/// What a one-time link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    SignIn,
    SignUp,
    Invitation,
    /// The first coordinator's, printed at the first start.
    Founder,
}
text_enum!(Purpose { SignIn = "sign_in", SignUp = "sign_up", Invitation = "invitation", Founder = "founder" });

pub struct Link {
    pub purpose: Purpose,
    pub email: Option<String>,
    pub invitation_id: Option<Uuid>,
    pub created_at: Moment,
    pub expires_at: Moment,
}
row!(Link {
    purpose,
    email,
    invitation_id,
    created_at,
    expires_at
});

// ---- who is it ------------------------------------------------------------------------------------------------------

/// Who holds this session cookie or API token; `SignedOut` when nobody does any more.
///
/// # Errors
/// When the database does not answer.
pub async fn authenticate(app: &Arc<App>, token: &str) -> Result<Viewer> {
    let Some(found) = store::signed_in(&app.db, &TokenHash::of(token)).await? else {
        return Ok(Viewer::SignedOut);
    };
    let now = app.clock.now();
    let idle = found.kind == SessionKind::Browser && now.since(found.used_at) >= IDLE;
    if idle || found.expires_at.is_some_and(|end| end <= now) {
        return Ok(Viewer::SignedOut);
    }
    if now.since(found.used_at) >= TOUCH {
        let (app_, id) = (app.clone(), found.session_id);
        app.tasks.spawn(async move {
            let touched = async {
                let mut tx = app_.db.begin().await?;
                store::touch_session(&mut tx, id, now).await?;
                tx.commit().await
            };
            if let Err(error) = touched.await {
                tracing::warn!(%error, "a session's last use could not be noted");
            }
        });
    }
    Ok(Viewer::Person(Arc::new(Me {
        id: found.id,
        name: found.name,
        language: found.language,
        organisation_id: found.organisation_id,
        organisation_confirmed: found.organisation_confirmed,
        founder: found.founder,
        hide_presence: found.hide_presence,
        session_id: found.session_id,
    })))
}

// ---- links ----------------------------------------------------------------------------------------------------------

/// Sends a link to whoever has this address: one to sign in, or, to an address that we do not know, one to make an
/// account. The answer is the same and comes equally fast, so that it does not tell which.
///
/// # Errors
/// `INVALID` for what is no address; `RATE_LIMITED` after too many.
pub async fn request_link(app: &Arc<App>, address: &str, language: Language, client: &str) -> Result<()> {
    let address = email("email", address)?;
    limited(app, Limit::Links, client).await?;
    let since = app.clock.now().minus(15 * MINUTE);
    if store::links_since(&app.db, &address, since).await? >= LINKS_PER_ADDRESS {
        return Err(Error::rate_limited(15 * MINUTE));
    }
    let app_ = app.clone();
    app.tasks.spawn(async move {
        if let Err(error) = send_link(&app_, address, language).await {
            tracing::error!(%error, ?error, "a sign-in link could not be sent");
        }
    });
    Ok(())
}

async fn limited(app: &App, limit: Limit, address: &str) -> Result<()> {
    let who = Counted { person: None, address };
    app.limits.take(app, limit, who).await
}

async fn send_link(app: &App, address: String, language: Language) -> Result<()> {
    let person = store::person_by_email(&app.db, &address).await?;
    let purpose = if person.is_some() {
        Purpose::SignIn
    } else {
        Purpose::SignUp
    };
    let token = make_link(app, purpose, Some(address.clone()), None, LINK_LIFE).await?;
    let url = link_url(app, &token);
    let minutes = LINK_LIFE.as_secs() / 60;
    let letter = match person {
        Some(person) => Letter::new(person.language, &person.email, &person.name, "sign-in")
            .with("name", person.name.clone())
            .with("url", url)
            .with("minutes", minutes),
        None => Letter::new(language, &address, "", "sign-up")
            .with("url", url)
            .with("minutes", minutes),
    };
    mail::send(app, &letter).await
}

fn link_url(app: &App, token: &str) -> String {
    // Behind the #, so that the secret stands in no server's log.
    format!("{}/welcome#{token}", app.config.origin())
}

async fn make_link(
    app: &App,
    purpose: Purpose,
    email: Option<String>,
    invitation_id: Option<Uuid>,
    life: Duration,
) -> Result<String> {
    let token = new_token(app);
    let now = app.clock.now();
    let link = Link {
        purpose,
        email,
        invitation_id,
        created_at: now,
        expires_at: now.plus(life),
    };
    let mut tx = app.db.begin().await?;
    store::insert_link(&mut tx, &link, &TokenHash::of(&token)).await?;
    app.commit(tx).await?;
    Ok(token)
}

/// A fresh link for an invitation's mail. Earlier ones stay good: the person may open either mail.
///
/// # Errors
/// When the database does not answer.
pub async fn invitation_link(app: &App, invitation_id: Uuid, address: &str) -> Result<String> {
    let token = make_link(
        app,
        Purpose::Invitation,
        Some(address.to_owned()),
        Some(invitation_id),
        INVITATION_LIFE,
    )
    .await?;
    Ok(link_url(app, &token))
}

/// The first coordinator's link, as long as there are no people at all.
///
/// # Errors
/// When the database does not answer.
pub async fn founder_link(app: &App) -> Result<Option<String>> {
    if store::count_people(&app.db).await? > 0 {
        return Ok(None);
    }
    let mut tx = app.db.begin().await?;
    store::delete_links(&mut tx, Purpose::Founder).await?;
    app.commit(tx).await?;
    let token = make_link(app, Purpose::Founder, None, None, DAY).await?;
    Ok(Some(link_url(app, &token)))
}

/// What a link's page shows before its button is pressed.
pub struct Look {
    pub link: Link,
    /// Who has the address already.
    pub person: Option<Person>,
    pub invitation: Option<networks::Invitation>,
}

impl Look {
    /// Whether the person has to say who they are.
    #[must_use]
    pub fn needs_profile(&self) -> bool {
        self.person.is_none()
    }
}

/// Counts somebody who comes with a link: secrets are not to be tried out.
///
/// # Errors
/// `RATE_LIMITED`.
pub async fn arriving(app: &App, client: &str) -> Result<()> {
    limited(app, Limit::Arrivals, client).await
}

/// # Errors
/// `LINK_SPENT` for a link that was used, has expired, or never was.
pub async fn look(app: &App, token: &str) -> Result<Look> {
    let spent = || Error::new(ErrorCode::LinkSpent);
    let link = store::live_link(&app.db, &TokenHash::of(token), app.clock.now())
        .await?
        .ok_or_else(spent)?;
    let person = match &link.email {
        Some(address) => store::person_by_email(&app.db, address).await?,
        None => None,
    };
    let invitation = match link.invitation_id {
        // An invitation that was withdrawn takes its link along.
        Some(id) => Some(
            networks::joining::invitation(&app.db, Id::of(id))
                .await?
                .ok_or_else(spent)?,
        ),
        None => None,
    };
    Ok(Look {
        link,
        person,
        invitation,
    })
}

/// Who somebody says they are when they come for the first time.
#[derive(Default)]
pub struct Profile {
    pub name: Option<String>,
    pub organisation_id: Option<Uuid>,
    pub language: Option<Language>,
    /// The founder's, whose link was not sent to an address.
    pub email: Option<String>,
}

/// A browser that was let in.
pub struct Arrival {
    pub token: String,
    /// Where to go first.
    pub next: String,
}

/// Spends a link: signs in, and makes the person or the membership that the link promised.
///
/// # Errors
/// `LINK_SPENT`; `INVALID` for a profile that does not do, and then the link is still good.
pub async fn spend(
    app: &App,
    token: &str,
    profile: Profile,
    browser: &str,
    language: Language,
    before: &Viewer,
) -> Result<Arrival> {
    let look = look(app, token).await?;
    let newcomer = match &look.person {
        Some(_) => None,
        None => Some(newcomer(app, &look, profile, language).await?),
    };
    let mut tx = app.db.begin().await?;
    if !store::spend_link(&mut tx, &TokenHash::of(token), app.clock.now()).await? {
        return Err(Error::new(ErrorCode::LinkSpent));
    }
    let person = match (look.person, newcomer) {
        (Some(person), _) => person,
        (None, Some(new)) => insert(app, &mut tx, new).await?,
        (None, None) => return Err(Error::internal("a link opens for somebody")),
    };
    let next = match &look.invitation {
        Some(invitation) => networks::joining::accept(app, &mut tx, invitation, &person).await?,
        None if look.link.purpose == Purpose::Founder => "/networks/new".to_owned(),
        None if look.link.purpose == Purpose::SignUp => "/networks".to_owned(),
        None => "/".to_owned(),
    };
    let token = open_session(app, &mut tx, person.id, browser, before).await?;
    app.commit(tx).await?;
    Ok(Arrival { token, next })
}

async fn newcomer(app: &App, look: &Look, profile: Profile, language: Language) -> Result<NewPerson> {
    let invitation = look.invitation.as_ref();
    let address = match (&look.link.email, profile.email) {
        (Some(address), _) => address.clone(),
        (None, Some(address)) => email("email", &address)?,
        (None, None) => return Err(Error::invalid("email", "error-email")),
    };
    let name = profile
        .name
        .or_else(|| invitation.and_then(|i| i.name.clone()))
        .unwrap_or_default();
    let name = person_name("name", &name)?;
    let invited_from = invitation.and_then(|i| i.organisation_id);
    let organisation_id = invited_from
        .or(profile.organisation_id)
        .ok_or_else(|| Error::invalid("organisationId", "error-organisation-missing"))?;
    organisations::organisation(app, organisation_id)
        .await
        .map_err(|_| Error::invalid("organisationId", "error-organisation-missing"))?;
    Ok(NewPerson {
        email: address,
        name,
        title: None,
        phone: None,
        language: profile.language.or(invitation.map(|i| i.language)).unwrap_or(language),
        organisation_id,
        // Whoever just says that they work somewhere may not edit there: an inviting coordinator has to say so too.
        organisation_confirmed: invited_from.is_some() || look.link.purpose == Purpose::Founder,
        unit_id: None,
        shares_email: false,
        shares_phone: false,
        founder: look.link.purpose == Purpose::Founder,
    })
}

// ---- sessions -------------------------------------------------------------------------------------------------------

/// Opens a browser session with a new secret and ends the one that the browser had, so that nobody can plant theirs.
async fn open_session(app: &App, tx: &mut Tx, person_id: Id<Person>, browser: &str, before: &Viewer) -> Result<String> {
    if let Viewer::Person(me) = before {
        store::delete_session(tx, me, me.session_id).await?;
    }
    let now = app.clock.now();
    let token = new_token(app);
    let session = Session {
        id: Id::of(app.random.id(now)),
        kind: SessionKind::Browser,
        name: browser.chars().filter(|c| !c.is_control()).take(200).collect(),
        created_at: now,
        used_at: now,
        expires_at: Some(now.plus(ABSOLUTE)),
    };
    store::insert_session(tx, person_id, &session, &TokenHash::of(&token)).await?;
    Ok(token)
}

/// Signs in as one of the demo people, by name. Only in demo mode.
///
/// # Errors
/// `NOT_FOUND` for others.
pub async fn enter_demo(app: &App, address: &str, browser: &str, before: &Viewer) -> Result<Arrival> {
    if !app.config.demo || !crate::demo::PEOPLE.contains(&address) {
        return Err(Error::not_found().on("email"));
    }
    let person = store::person_by_email(&app.db, address)
        .await?
        .ok_or_else(|| Error::not_found().on("email"))?;
    let mut tx = app.db.begin().await?;
    let token = open_session(app, &mut tx, person.id, browser, before).await?;
    app.commit(tx).await?;
    Ok(Arrival {
        token,
        next: "/".to_owned(),
    })
}

/// The demo people, in the order in which the sign-in page offers them.
///
/// # Errors
/// When the database does not answer.
pub async fn demo_people(app: &App) -> Result<Vec<Person>> {
    if !app.config.demo {
        return Ok(Vec::new());
    }
    let mut people = store::demo_people(&app.db, &crate::demo::PEOPLE).await?;
    people.sort_by_key(|person| crate::demo::PEOPLE.iter().position(|address| *address == person.email));
    Ok(people)
}

/// # Errors
/// When the database does not answer.
pub async fn sessions(app: &App, me: &Me) -> Result<Vec<Session>> {
    Ok(store::sessions_of(&app.db, me).await?)
}

/// Ends one of the viewer's own sessions or tokens, and whatever connection rests on it.
///
/// # Errors
/// `NOT_FOUND` when it is not theirs.
pub async fn end_session(app: &App, me: &Me, id: Id<Session>) -> Result<()> {
    let mut tx = app.db.begin().await?;
    if store::delete_session(&mut tx, me, id).await? == 0 {
        return Err(Error::not_found().on("id"));
    }
    super::rights_changed(app, &mut tx, me.id).await?;
    app.commit(tx).await
}

/// Signs out every browser. API tokens are revoked one by one, since programs depend on them.
///
/// # Errors
/// When the database does not answer.
pub async fn sign_out_everywhere(app: &App, me: &Me) -> Result<()> {
    let mut tx = app.db.begin().await?;
    store::delete_browser_sessions(&mut tx, me).await?;
    super::rights_changed(app, &mut tx, me.id).await?;
    app.commit(tx).await
}

/// An API token, shown this once.
///
/// # Errors
/// `INVALID` for a name that does not do.
pub async fn create_api_token(app: &App, person_id: Id<Person>, name: &str) -> Result<(String, Session)> {
    let name = text::required_line("name", name, 100)?;
    let now = app.clock.now();
    let token = format!("{API_TOKEN}{}", new_token(app));
    let session = Session {
        id: Id::of(app.random.id(now)),
        kind: SessionKind::ApiToken,
        name,
        created_at: now,
        used_at: now,
        expires_at: None,
    };
    let mut tx = app.db.begin().await?;
    store::insert_session(&mut tx, person_id, &session, &TokenHash::of(&token)).await?;
    app.commit(tx).await?;
    Ok((token, session))
}

/// Forgets what has expired; runs now and then.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(app: &App) -> Result<()> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    store::delete_expired(&mut tx, now, now.minus(IDLE)).await?;
    app.commit(tx).await
}
