//! Mails: plain text, in the reader's language, over SMTP. Without a mail server they go to the log, which the
//! configuration allows only to somebody who sits at the machine (or in demo mode).

use std::time::Duration;

use fluent_bundle::FluentValue;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox,
        header::{ContentType, Header, HeaderName, HeaderValue},
    },
};

use crate::{
    app::App,
    config::Config,
    error::{Error, Result},
    i18n::{self, Language},
};

pub type Transport = AsyncSmtpTransport<Tokio1Executor>;

pub struct Post {
    from: Mailbox,
    transport: Option<Transport>,
}

impl Post {
    /// # Errors
    /// A sentence that names the setting.
    pub fn new(config: &Config) -> Result<Self, String> {
        let from = config
            .mail_from
            .parse()
            .map_err(|error| format!("mail_from: {error}"))?;
        let transport = match &config.smtp_url {
            Some(url) => Some(transport(url.expose()).map_err(|why| format!("smtp_url: {why}"))?),
            None => None,
        };
        Ok(Self { from, transport })
    }

    /// Whether the mail server answers; `None` when there is none.
    pub async fn test(&self) -> Option<Result<(), String>> {
        let transport = self.transport.as_ref()?;
        Some(match transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err("it does not answer".to_owned()),
            Err(error) => Err(error.to_string()),
        })
    }
}

/// # Errors
/// What is wrong with the address, without the address, which may hold a password.
pub fn transport(url: &str) -> Result<Transport, String> {
    if !(url.starts_with("smtp://") || url.starts_with("smtps://")) {
        return Err("must begin with smtp:// or smtps://".to_owned());
    }
    // Each mail has its own connection: one that was kept open is often dead when it is needed next.
    Ok(Transport::from_url(url)
        .map_err(|_| "is no address of a mail server".to_owned())?
        .timeout(Some(Duration::from_secs(20)))
        .build())
}

/// Attempts to send a mail before it is given up: about two days.
pub const MOST_ATTEMPTS: i64 = 10;

/// How long to wait after so many attempts: 1, 2, 4 … minutes, at most half a day.
#[must_use]
pub fn retry_after(attempts: i64) -> Duration {
    const MINUTE: u64 = 60;
    Duration::from_secs((MINUTE << attempts.clamp(0, 10)).min(12 * 60 * MINUTE))
}

/// A mail: the sentences `mail-<kind>-subject` and `mail-<kind>-body` with their arguments.
pub struct Letter {
    language: Language,
    address: String,
    name: String,
    kind: &'static str,
    args: Vec<(&'static str, Arg)>,
    /// Where its reader turns off all mails of this kind.
    off: Option<String>,
    /// What makes it the same mail when it is sent again.
    id: Option<String>,
}

/// What a sentence of a letter is filled in with.
pub enum Arg {
    Text(String),
    Number(u64),
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl Letter {
    #[must_use]
    pub fn new(language: Language, address: &str, name: &str, kind: &'static str) -> Self {
        Self {
            language,
            address: address.to_owned(),
            name: name.to_owned(),
            kind,
            args: Vec::new(),
            off: None,
            id: None,
        }
    }

    /// One of a kind that its reader can turn off at this address, also by a button of their mail program (RFC 8058).
    #[must_use]
    pub fn to_be_turned_off_at(mut self, url: String) -> Self {
        self.off = Some(url);
        self
    }

    /// With a `Message-ID` of its own choice, the same whenever it is sent.
    #[must_use]
    pub fn called(mut self, id: String) -> Self {
        self.id = Some(id);
        self
    }

    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    fn subject(&self) -> String {
        // One line, whatever a name in it holds.
        self.text("subject").replace(['\r', '\n'], " ")
    }

    fn body(&self) -> String {
        format!(
            "{}\n\n-- \n{}\n",
            self.text("body"),
            i18n::text(self.language, "mail-footer", &[])
        )
    }

    fn text(&self, part: &str) -> String {
        let value = |arg: &Arg| match arg {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Number(number) => FluentValue::from(*number),
        };
        let args: Vec<_> = self.args.iter().map(|(name, arg)| (*name, value(arg))).collect();
        i18n::text(self.language, &format!("mail-{}-{part}", self.kind), &args)
    }
}

/// Sends a letter now.
///
/// # Errors
/// When the mail server does not take it.
pub async fn send(app: &App, letter: &Letter) -> Result<()> {
    let address: Address = letter.address.parse().map_err(Error::internal)?;
    // lettre panics at a line break in a name.
    let name: String = letter.name.chars().filter(|c| !c.is_control()).collect();
    let to = Mailbox::new(Some(name).filter(|name| !name.is_empty()), address);
    let Some(transport) = &app.mail.transport else {
        // Printed, not logged: whatever collects logs must not collect keys.
        println!("\n--- mail to {to}: {}\n{}\n---", letter.subject(), letter.body());
        return Ok(());
    };
    let mut message = Message::builder()
        .from(app.mail.from.clone())
        .to(to)
        .subject(letter.subject())
        .header(ContentType::TEXT_PLAIN)
        .header(ContentLanguage(letter.language.text().to_owned()));
    if let Some(url) = &letter.off {
        message = message
            .header(ListUnsubscribe(format!("<{url}>")))
            .header(ListUnsubscribePost("List-Unsubscribe=One-Click".to_owned()))
            .header(AutoSubmitted("auto-generated".to_owned()));
    }
    if let Some(id) = &letter.id {
        message = message.message_id(Some(format!("<{id}@{}>", app.mail.from.email.domain())));
    }
    let message = message.body(letter.body()).map_err(Error::internal)?;
    transport.send(message).await.map_err(Error::internal)?;
    Ok(())
}

/// Headers that the library does not know.
macro_rules! header {
    ($(#[$doc:meta])* $header:ident, $name:literal) => {
        $(#[$doc])*
        #[derive(Clone)]
        struct $header(String);

        impl Header for $header {
            fn name() -> HeaderName {
                HeaderName::new_from_ascii_str($name)
            }

            fn parse(text: &str) -> std::result::Result<Self, Box<dyn std::error::Error + Send + Sync>> {
                Ok(Self(text.to_owned()))
            }

            fn display(&self) -> HeaderValue {
                HeaderValue::new(Self::name(), self.0.clone())
            }
        }
    };
}

header!(
    /// RFC 3282: tells a reader's screen reader how to speak.
    ContentLanguage,
    "Content-Language"
);
header!(ListUnsubscribe, "List-Unsubscribe");
header!(ListUnsubscribePost, "List-Unsubscribe-Post");
header!(
    /// RFC 3834: nobody's holiday answer need come back.
    AutoSubmitted,
    "Auto-Submitted"
);
