//! Where files lie: in a folder, or in a store that speaks S3. Which one, `files` in the settings says.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use object_store::{
    ClientOptions, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem,
    path::Path as Key,
};
use uuid::Uuid;

use crate::{
    app::App,
    config::Config,
    error::{Error, ErrorCode, Result},
};

pub struct Place {
    at: At,
    /// Opened when it is first needed: a folder is made only for a file.
    store: OnceLock<Arc<dyn ObjectStore>>,
}

enum At {
    /// PostgreSQL serves several nodes, and none of them may keep files for itself unless it is told so.
    Nowhere,
    Folder(PathBuf),
    Bucket(Box<Bucket>),
}

struct Bucket {
    endpoint: String,
    region: String,
    name: String,
    prefix: String,
    key: String,
    secret: String,
}

impl Place {
    /// # Errors
    /// What is wrong with the setting; no secret is in it.
    pub fn of(config: &Config) -> Result<Self, String> {
        let at = match &config.files {
            Some(files) if files.expose().starts_with("s3://") || files.expose().starts_with("s3+http://") => {
                At::Bucket(Box::new(Bucket::read(files.expose()).map_err(str::to_owned)?))
            }
            Some(files) if files.expose().contains("://") => {
                return Err("must be a folder, or begin with s3:// or s3+http://".to_owned());
            }
            Some(folder) => At::Folder(folder.expose().into()),
            None => match App::database_file(config) {
                Some(file) => At::Folder(file.with_extension("files")),
                None => At::Nowhere,
            },
        };
        Ok(Self {
            at,
            store: OnceLock::new(),
        })
    }

    /// Whether files are kept at all.
    #[must_use]
    pub fn is_there(&self) -> bool {
        !matches!(self.at, At::Nowhere)
    }

    /// The folder, where it is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        match &self.at {
            At::Folder(folder) => Some(folder),
            _ => None,
        }
    }

    /// Under which name a file lies.
    #[must_use]
    pub fn key(&self, id: Uuid) -> Key {
        match &self.at {
            At::Bucket(bucket) if !bucket.prefix.is_empty() => Key::from(format!("{}/{id}", bucket.prefix)),
            _ => Key::from(id.to_string()),
        }
    }

    /// # Errors
    /// `UNAVAILABLE` when there is no place, or it cannot be reached.
    pub fn store(&self) -> Result<Arc<dyn ObjectStore>> {
        if let Some(store) = self.store.get() {
            return Ok(store.clone());
        }
        let store: Arc<dyn ObjectStore> = match &self.at {
            At::Nowhere => {
                return Err(Error::new(ErrorCode::Unavailable).saying("error-files-nowhere"));
            }
            At::Folder(folder) => {
                std::fs::create_dir_all(folder).map_err(|error| away(&error))?;
                let local = LocalFileSystem::new_with_prefix(folder).map_err(|error| away(&error))?;
                Arc::new(local.with_fsync(true))
            }
            At::Bucket(bucket) => bucket.open().map_err(|error| away(&error))?,
        };
        Ok(self.store.get_or_init(|| store).clone())
    }

    /// What `samverk doctor` says of it.
    ///
    /// # Errors
    /// What is wrong, and what to do.
    pub async fn examine(&self) -> Result<String, String> {
        match &self.at {
            At::Nowhere => Ok("are not kept: set SAMVERK_FILES to a folder or to s3://…".to_owned()),
            At::Folder(folder) if !folder.exists() => {
                Ok(format!("{} is made when the first file comes", folder.display()))
            }
            At::Folder(folder) => {
                let writable =
                    std::fs::metadata(folder).is_ok_and(|found| found.is_dir() && !found.permissions().readonly());
                match writable {
                    true => Ok(format!("lie in {}", folder.display())),
                    false => Err(format!(
                        "{} is no folder that can be written. Change SAMVERK_FILES.",
                        folder.display()
                    )),
                }
            }
            At::Bucket(bucket) => {
                let (doing, error) = match bucket.tried(&self.key(Uuid::nil())).await {
                    Ok(()) => return Ok(format!("the bucket {} takes, gives and removes them", bucket.name)),
                    Err(failed) => failed,
                };
                let why = match error {
                    object_store::Error::NotFound { .. } => "there is no such bucket. Make it, or change SAMVERK_FILES",
                    object_store::Error::PermissionDenied { .. } | object_store::Error::Unauthenticated { .. } => {
                        "it does not let us. Check the key and the secret in SAMVERK_FILES, and what they may do"
                    }
                    _ => "it does not answer as it should. Check SAMVERK_FILES",
                };
                Err(format!(
                    "the bucket {} at {} does not {doing} a file: {why}.",
                    bucket.name, bucket.endpoint
                ))
            }
        }
    }
}

/// Something is the matter with the place; it is in the log, and the person hears that it does not answer.
pub fn away(error: &impl std::fmt::Display) -> Error {
    tracing::warn!(%error, "the place for files does not answer");
    Error::new(ErrorCode::Unavailable).saying("error-files-away")
}

impl Bucket {
    /// `s3://key:secret@host[:port]/bucket[/prefix][?region=eu-north-1]`
    fn read(text: &str) -> Result<Self, &'static str> {
        const SHAPE: &str = "must look like s3://key:secret@host/bucket";
        let url = reqwest::Url::parse(text).map_err(|_| SHAPE)?;
        let scheme = if url.scheme() == "s3+http" { "http" } else { "https" };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(SHAPE)?;
        let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
        let (name, prefix) = match url.path().trim_matches('/').split_once('/') {
            Some((name, prefix)) => (name, prefix),
            None => (url.path().trim_matches('/'), ""),
        };
        let (key, secret) = (plain(url.username()), plain(url.password().unwrap_or_default()));
        if name.is_empty() || key.is_empty() || secret.is_empty() {
            return Err(SHAPE);
        }
        let region = url.query_pairs().find(|(name, _)| name == "region");
        Ok(Self {
            endpoint: format!("{scheme}://{host}{port}"),
            region: region.map_or_else(|| "us-east-1".to_owned(), |(_, region)| region.into_owned()),
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            key,
            secret,
        })
    }

    /// Leaves a file there, and takes it away again: what a key may do is not to be had by asking.
    async fn tried(&self, key: &Key) -> Result<(), (&'static str, object_store::Error)> {
        let store = self.open().map_err(|error| ("take", error))?;
        let words = PutPayload::from_static(b"samverk doctor");
        store.put(key, words).await.map_err(|error| ("take", error))?;
        store.get(key).await.map_err(|error| ("give", error))?;
        store.delete(key).await.map_err(|error| ("remove", error))
    }

    fn open(&self) -> object_store::Result<Arc<dyn ObjectStore>> {
        // What the client below needs; an error says that it is there already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let retries = RetryConfig {
            max_retries: 3,
            retry_timeout: Duration::from_secs(10),
            ..RetryConfig::default()
        };
        // Silence ends a request, not its length: whoever has a slow line may take a file for as long as it takes.
        let options = ClientOptions::new()
            .with_connect_timeout(Duration::from_secs(5))
            .with_read_timeout(Duration::from_secs(30))
            .with_timeout_disabled();
        let store = AmazonS3Builder::new()
            .with_endpoint(&self.endpoint)
            .with_region(&self.region)
            .with_bucket_name(&self.name)
            .with_access_key_id(&self.key)
            .with_secret_access_key(&self.secret)
            // These hold whether http is allowed, so they come first.
            .with_client_options(options)
            .with_allow_http(self.endpoint.starts_with("http://"))
            .with_retry(retries)
            .build()?;
        Ok(Arc::new(store))
    }
}

/// A part of an address without its escapes: secrets have slashes and signs of plus in them.
fn plain(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%')
            .then(|| std::str::from_utf8(after.get(..2)?).ok())
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_a_bucket_is_read_and_what_is_none_is_refused() {
        let bucket = Bucket::read("s3://AKIA:a%2Fb%2Bc@s3.example.org/filer/samverk?region=eu-north-1").unwrap();
        assert_eq!(
            (bucket.endpoint.as_str(), bucket.region.as_str()),
            ("https://s3.example.org", "eu-north-1")
        );
        assert_eq!((bucket.name.as_str(), bucket.prefix.as_str()), ("filer", "samverk"));
        assert_eq!((bucket.key.as_str(), bucket.secret.as_str()), ("AKIA", "a/b+c"));
        let local = Bucket::read("s3+http://k:s@127.0.0.1:9000/filer").unwrap();
        assert_eq!(local.endpoint, "http://127.0.0.1:9000");
        for wrong in [
            "s3://",
            "s3://host/bucket",
            "s3://k:s@host",
            "s3://k@host/b",
            "s3://k:s@host/",
        ] {
            assert!(Bucket::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn files_lie_beside_an_sqlite_database_and_nowhere_else_unless_it_is_said() {
        let place = |database: &str, files: Option<&str>| {
            Place::of(&Config {
                database_url: database.to_owned().into(),
                files: files.map(|files| files.to_owned().into()),
                ..Config::default()
            })
        };
        let beside = place("sqlite:///srv/samverk.db", None).unwrap();
        assert_eq!(beside.folder(), Some(Path::new("/srv/samverk.files")));
        assert!(!place("postgres://h/d", None).unwrap().is_there());
        assert!(place("postgres://h/d", Some("/srv/files")).unwrap().is_there());
        assert!(place("sqlite://a.db", Some("ftp://h/")).is_err());
        assert!(
            place("sqlite://a.db", Some("s3://k:hunter2@h"))
                .err()
                .is_some_and(|why| !why.contains("hunter2"))
        );
    }
}
