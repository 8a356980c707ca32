//! Every setting there is, in one struct. They come, the later over the earlier, from the defaults here, a TOML file
//! (`--config` or `SAMVERK_CONFIG`), the environment (`SAMVERK_LISTEN` sets `listen`; the two addresses that every
//! platform names alike are `DATABASE_URL` and `REDIS_URL`), and the command line. They are checked against each other
//! once, at the start; each complaint names the setting.

use std::{fmt, net::SocketAddr, path::Path, time::Duration};

use figment::{
    Figment,
    providers::{Env, Format, Serialized, Toml},
};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where to listen.
    pub listen: SocketAddr,
    /// How people reach us: scheme and host, no path. Links in mails begin with it, and requests from pages of other
    /// origins are refused. Default: `http://<listen>`.
    pub public_url: Option<String>,
    pub database_url: Secret,
    /// Without it the node is alone.
    pub redis_url: Option<Secret>,
    /// Connections to PostgreSQL, or threads that read SQLite.
    pub database_connections: usize,
    /// Where files lie: a folder, or `s3://key:secret@host/bucket`. Default: beside an SQLite database; with PostgreSQL
    /// none are kept until it is set.
    pub files: Option<Secret>,
    /// How large a file may be.
    pub file_megabytes: u64,
    /// Demo content, the demo people by name on the sign-in page, and GraphiQL at `/graphiql`.
    pub demo: bool,
    /// `smtp://`, `smtps://` or `smtp://…?tls=required`, with user and password if need be.
    pub smtp_url: Option<Secret>,
    /// Who mails come from: `Samverk <samverk@example.org>`.
    pub mail_from: String,
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// How often one person may change something, per minute. Messages half as often, a network
    /// address 25 times as often.
    pub changes_per_minute: u64,
    /// How large a file with statistics, a programme or actions may be.
    pub import_megabytes: u64,
    /// How long a server that is told to stop goes on serving while `/readyz` says 503, so that the load balancer has
    /// seen it. Default: 5, and 0 on loopback.
    pub drain_seconds: Option<u64>,
    /// `text` or `json`.
    pub log_format: LogFormat,
    /// Where to send traces (OTLP over HTTP), in a build with the feature `otel`.
    pub otlp_endpoint: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

/// A value that must not be printed: it may hold a password.
#[derive(Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(secret)")
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            public_url: None,
            database_url: Secret("sqlite://samverk.db".to_owned()),
            redis_url: None,
            database_connections: 8,
            files: None,
            file_megabytes: 25,
            demo: false,
            smtp_url: None,
            mail_from: "Samverk <samverk@localhost>".to_owned(),
            trusted_proxies: Vec::new(),
            changes_per_minute: 120,
            import_megabytes: 20,
            drain_seconds: None,
            log_format: LogFormat::Text,
            otlp_endpoint: None,
        }
    }
}

/// What can be set by `SAMVERK_…`.
const SETTINGS: [&str; 14] = [
    "listen",
    "public_url",
    "database_connections",
    "files",
    "file_megabytes",
    "demo",
    "smtp_url",
    "mail_from",
    "trusted_proxies",
    "changes_per_minute",
    "import_megabytes",
    "drain_seconds",
    "log_format",
    "otlp_endpoint",
];

impl Config {
    /// Reads file and environment. `file` must exist when it is named.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub fn read(file: Option<&Path>) -> Result<Self, String> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            if !file.is_file() {
                return Err(format!("--config: there is no file {}", file.display()));
            }
            figment = figment.merge(Toml::file_exact(file));
        }
        figment
            // Only our own: platforms set variables of this prefix by themselves (a Kubernetes service of our name does).
            .merge(Env::prefixed("SAMVERK_").only(&SETTINGS))
            .merge(Env::raw().only(&["DATABASE_URL", "REDIS_URL"]).filter(|key| {
                // An empty REDIS_URL, as compose files write it, means none.
                std::env::var(key.as_str().to_uppercase()).is_ok_and(|value| !value.is_empty())
            }))
            .extract()
            .map_err(|error| {
                // Only the name and what is wanted: the value may be a secret.
                error
                    .into_iter()
                    .map(|e| {
                        let setting = if e.path.is_empty() {
                            String::new()
                        } else {
                            format!("{}: ", e.path.join("."))
                        };
                        match e.kind {
                            figment::error::Kind::InvalidType(_, wanted) => format!("{setting}must be {wanted}"),
                            figment::error::Kind::InvalidValue(_, wanted) => format!("{setting}must be {wanted}"),
                            figment::error::Kind::UnknownField(name, _) => format!("{name}: there is no such setting"),
                            figment::error::Kind::Message(_) => {
                                format!("{setting}cannot be read; see README.md, Settings")
                            }
                            other => format!("{setting}{other}"),
                        }
                    })
                    .collect::<Vec<_>>()
                    .join("; ")
            })
    }

    /// Checks the settings against each other, and fills in what follows from others.
    ///
    /// # Errors
    /// A sentence that names the setting.
    pub fn checked(mut self) -> Result<Self, String> {
        let listens_to_all = !self.listen.ip().is_loopback();
        let public_url = match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        };
        let rest = public_url
            .strip_prefix("https://")
            .or_else(|| public_url.strip_prefix("http://"))
            .ok_or("public_url: must begin with https:// or http://")?;
        if rest.is_empty() || rest.contains(['/', '?', '#', '@', ' ']) {
            return Err("public_url: must be scheme and host only, such as https://samverk.example.org".to_owned());
        }
        if listens_to_all && self.public_url.is_none() {
            return Err(format!(
                "public_url: must be set when listen ({}) is not loopback, since links in mails begin with it",
                self.listen
            ));
        }
        self.public_url = Some(public_url);
        if listens_to_all && !self.demo && self.smtp_url.is_none() {
            return Err(format!(
                "smtp_url: must be set when listen ({}) is not loopback: sign-in links are printed to the log only for \
                 somebody who sits at this machine",
                self.listen
            ));
        }
        if self.mail_from.parse::<lettre::message::Mailbox>().is_err() {
            return Err("mail_from: must be an address such as Samverk <samverk@example.org>".to_owned());
        }
        if let Some(url) = &self.smtp_url {
            crate::mail::transport(url.expose()).map_err(|why| format!("smtp_url: {why}"))?;
        }
        if let Some(url) = &self.redis_url
            && !(url.expose().starts_with("redis://") || url.expose().starts_with("rediss://"))
        {
            return Err("redis_url: must begin with redis:// or rediss://".to_owned());
        }
        if !["sqlite:", "postgres:", "postgresql:"]
            .iter()
            .any(|s| self.database_url.expose().starts_with(s))
        {
            return Err("database_url: must begin with sqlite:// or postgres://".to_owned());
        }
        if self.redis_url.is_some() && self.database_url.expose().starts_with("sqlite:") {
            return Err(
                "redis_url: several nodes need one PostgreSQL (database_url); with SQLite there is one node and no Redis"
                    .to_owned(),
            );
        }
        if !(1..=200).contains(&self.database_connections) {
            return Err("database_connections: must be from 1 to 200".to_owned());
        }
        crate::files::place::Place::of(&self).map_err(|why| format!("files: {why}"))?;
        if !(1..=1024).contains(&self.file_megabytes) {
            return Err("file_megabytes: must be from 1 to 1024".to_owned());
        }
        if self.changes_per_minute < 2 {
            return Err("changes_per_minute: must be at least 2".to_owned());
        }
        if !(1..=100).contains(&self.import_megabytes) {
            return Err("import_megabytes: must be from 1 to 100".to_owned());
        }
        if self.drain_seconds.is_some_and(|seconds| seconds > 300) {
            return Err("drain_seconds: must be from 0 to 300".to_owned());
        }
        if self.otlp_endpoint.is_some() && cfg!(not(feature = "otel")) {
            return Err("otlp_endpoint: this build has no OpenTelemetry; build with --features otel".to_owned());
        }
        Ok(self)
    }

    /// How long a server that is told to stop goes on serving.
    #[must_use]
    pub fn linger(&self) -> Duration {
        let default = if self.listen.ip().is_loopback() { 0 } else { 5 };
        Duration::from_secs(self.drain_seconds.unwrap_or(default))
    }

    /// Scheme and host, after [`Config::checked`].
    #[must_use]
    pub fn origin(&self) -> &str {
        self.public_url.as_deref().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_complaint_names_its_setting() {
        let complaint = |change: fn(&mut Config)| {
            let mut config = Config::default();
            change(&mut config);
            config.checked().err().unwrap_or_default()
        };
        assert_eq!(complaint(|_| ()), "");
        assert!(complaint(|c| c.listen = ([0, 0, 0, 0], 80).into()).starts_with("public_url:"));
        assert!(complaint(|c| c.public_url = Some("samverk.example.org".into())).starts_with("public_url:"));
        assert!(
            complaint(|c| {
                c.listen = ([0, 0, 0, 0], 80).into();
                c.public_url = Some("https://samverk.example.org".into());
            })
            .starts_with("smtp_url:")
        );
        assert!(complaint(|c| c.redis_url = Some("redis://localhost".to_owned().into())).starts_with("redis_url:"));
        assert!(complaint(|c| c.database_url = "mysql://x".to_owned().into()).starts_with("database_url:"));
        assert!(complaint(|c| c.mail_from = "nobody".into()).starts_with("mail_from:"));
        assert!(complaint(|c| c.files = Some("s3://bucket".to_owned().into())).starts_with("files:"));
        assert!(complaint(|c| c.file_megabytes = 0).starts_with("file_megabytes:"));
        assert!(complaint(|c| c.database_connections = 0).starts_with("database_connections:"));
    }

    #[test]
    fn secrets_are_not_printed() {
        let config = Config {
            database_url: "postgres://u:hunter2@h/d".to_owned().into(),
            ..Config::default()
        };
        assert!(!format!("{config:?}").contains("hunter2"));
    }
}
