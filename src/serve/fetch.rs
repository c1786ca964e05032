//! Fetches the table over HTTPS, if it is another one than before.

use crate::message::{Message, serve as text};
use crate::project;
use bytes::Bytes;
use http_body_util::{BodyExt, Empty, LengthLimitError, Limited};
use hyper::header::{ACCEPT, ETAG, HOST, HeaderValue, IF_NONE_MATCH, USER_AGENT};
use hyper::{Request, StatusCode, Uri};
use hyper_util::rt::TokioIo;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::ClientConfig;
use tokio_rustls::rustls::pki_types::ServerName;

/// From the first byte to the last.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a server said.
pub(super) enum Fetched {
    /// It is the one whose ETag was sent.
    Same,
    /// Another one, with its ETag.
    New(Vec<u8>, Option<HeaderValue>),
}

/// Asks the server for the table. Follows no redirection.
pub(super) async fn get(
    address: &Uri,
    tls: Arc<ClientConfig>,
    etag: Option<&HeaderValue>,
    limit: usize,
) -> Result<Fetched, Message> {
    match timeout(PATIENCE, ask(address, tls, etag, limit)).await {
        Ok(fetched) => fetched,
        Err(_) => Err(text::FETCH_SLOW.with([("n", PATIENCE.as_secs().into())])),
    }
}

async fn ask(
    address: &Uri,
    tls: Arc<ClientConfig>,
    etag: Option<&HeaderValue>,
    limit: usize,
) -> Result<Fetched, Message> {
    let host = address.host().unwrap_or_default();
    let name = host.trim_start_matches('[').trim_end_matches(']');
    let stream =
        TcpStream::connect((name, address.port_u16().unwrap_or(443))).await.map_err(|e| project::reason(&e))?;
    let name = ServerName::try_from(name.to_owned()).map_err(system)?;
    let stream = TlsConnector::from(tls).connect(name, stream).await.map_err(|e| project::reason(&e))?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(system)?;
    let connection = tokio::spawn(connection);
    let mut request = Request::new(Empty::<Bytes>::new());
    let path = address.path_and_query().map_or("/", |path| path.as_str());
    *request.uri_mut() = path.parse().map_err(system)?;
    let headers = request.headers_mut();
    let authority = address.authority().map_or(host, |authority| authority.as_str());
    headers.insert(HOST, HeaderValue::from_str(authority).map_err(system)?);
    headers.insert(USER_AGENT, HeaderValue::from_static(concat!("rolecall/", env!("CARGO_PKG_VERSION"))));
    headers.insert(ACCEPT, HeaderValue::from_static("*/*"));
    if let Some(etag) = etag {
        headers.insert(IF_NONE_MATCH, etag.clone());
    }
    let answer = sender.send_request(request).await.map_err(system)?;
    let (parts, body) = answer.into_parts();
    let fetched = match parts.status {
        StatusCode::NOT_MODIFIED if etag.is_some() => Fetched::Same,
        StatusCode::OK => {
            let body = Limited::new(body, limit).collect().await.map_err(|error| {
                if error.is::<LengthLimitError>() {
                    crate::message::cli::REASON_TOO_LARGE.plain()
                } else {
                    system(error)
                }
            })?;
            Fetched::New(body.to_bytes().into(), parts.headers.get(ETAG).cloned())
        }
        status => return Err(text::FETCH_STATUS.with([("status", status.as_str().into())])),
    };
    connection.abort();
    Ok(fetched)
}

fn system(error: impl ToString) -> Message {
    crate::message::project::REASON_SYSTEM.with([("error", error.to_string().into())])
}
