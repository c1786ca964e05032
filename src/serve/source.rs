//! [`Source`]: where the table comes from.

use super::fetch::{self, Fetched};
use super::loaded::Loaded;
use super::settings::Settings;
use super::tls;
use crate::message::{Message, serve as text};
use crate::project;
use crate::table::Table;
use hyper::Uri;
use hyper::header::HeaderValue;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio_rustls::rustls::ClientConfig;

/// Bytes that a table may have.
const LIMIT: u64 = 4 << 30;

/// Where the table comes from.
pub(super) enum Source {
    /// A file.
    File(PathBuf),
    /// A server.
    Server(Box<Server>),
}

/// A server that has the table.
pub(super) struct Server {
    address: Uri,
    tls: Arc<ClientConfig>,
    /// Of the table that answers now.
    etag: Option<HeaderValue>,
}

/// What there is.
pub(super) enum Found {
    /// The table that answers already.
    Same,
    /// Another one.
    New(Loaded, Option<HeaderValue>),
}

impl Source {
    /// The one that the settings name.
    pub(super) fn of(settings: &Settings) -> Result<Self, Message> {
        let Some((scheme, _)) = settings.table.split_once("://") else {
            return Ok(Self::File(PathBuf::from(&settings.table)));
        };
        let refused = || text::BAD_ADDRESS.with([("address", settings.table.as_str().into())]);
        let address: Uri = settings.table.parse().map_err(|_| refused())?;
        if scheme != "https" || address.host().is_none_or(str::is_empty) {
            return Err(refused());
        }
        let tls = tls::client(settings.table_authorities.as_deref())?;
        Ok(Self::Server(Box::new(Server { address, tls, etag: None })))
    }

    /// Looks whether there is another table than the known one, and opens it.
    pub(super) async fn look(&self, known: Option<Arc<Loaded>>, now: i64) -> Result<Found, Message> {
        let (bytes, etag) = match self {
            Self::File(path) => {
                let path = path.clone();
                let read = tokio::task::spawn_blocking(move || read(&path, known.as_deref()));
                match read.await.map_err(|_| text::STOPPED.plain())?? {
                    None => return Ok(Found::Same),
                    Some(bytes) => (bytes, None),
                }
            }
            Self::Server(server) => {
                let etag = server.etag.as_ref().filter(|_| known.is_some());
                let limit = usize::try_from(LIMIT).unwrap_or(usize::MAX);
                let fetched = fetch::get(&server.address, Arc::clone(&server.tls), etag, limit).await;
                let failed = |reason: Message| {
                    text::CANNOT_FETCH.with([("address", server.address.to_string().into()), ("reason", reason.into())])
                };
                match fetched.map_err(failed)? {
                    Fetched::Same => return Ok(Found::Same),
                    Fetched::New(bytes, etag) => (bytes, etag),
                }
            }
        };
        let opened = tokio::task::spawn_blocking(move || Loaded::open(bytes, now));
        let opened = opened.await.map_err(|_| text::STOPPED.plain())?;
        opened.map(|loaded| Found::New(loaded, etag)).map_err(|error| crate::project::bad_table(&error))
    }

    /// Remembers the ETag of the table that answers from now on.
    pub(super) fn keep(&mut self, etag: Option<HeaderValue>) {
        if let Self::Server(server) = self {
            server.etag = etag;
        }
    }
}

/// The file, if it is another one.
fn read(path: &Path, known: Option<&Loaded>) -> Result<Option<Vec<u8>>, Message> {
    let failed = |reason: Message| {
        text::CANNOT_READ.with([("path", path.to_string_lossy().into_owned().into()), ("reason", reason.into())])
    };
    if let Some(known) = known
        && path.is_file()
    {
        let mut head = Vec::with_capacity(Table::HEAD);
        let limit = u64::try_from(Table::HEAD).unwrap_or(0);
        File::open(path)
            .and_then(|file| file.take(limit).read_to_end(&mut head))
            .map_err(|error| failed(project::reason(&error)))?;
        if head.len() == Table::HEAD && known.begins_with(&head) {
            return Ok(None);
        }
    }
    project::read_limited(path, LIMIT).map(Some).map_err(|error| failed(error.reason()))
}
