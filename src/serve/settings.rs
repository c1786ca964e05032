//! [`Settings`]: all that the command line says.

use super::decision_log::LogFailure;
use crate::message::Message;
use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// How the service is run.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Path or HTTPS address of the table.
    pub table: String,
    /// Authorities of the server that has the table, instead of those of the system.
    pub table_authorities: Option<PathBuf>,
    /// Start without a table where there is none yet.
    pub wait: bool,
    /// How often the table is looked at; never of itself without.
    pub reload_every: Option<Duration>,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Records, one a line.
    pub records: Option<PathBuf>,
    /// File of tokens, one a line.
    pub token_file: Option<PathBuf>,
    /// A token from the environment.
    pub token: Option<String>,
    /// Certificate and key.
    pub tls: Option<TlsFiles>,
    /// Which paths mean which action, for Envoy.
    pub envoy: Option<PathBuf>,
    /// Address of the service as callers know it.
    pub public_url: Option<String>,
    /// `context.time` of requests is believed.
    pub trust_time: bool,
    /// Where decisions are logged; `-` is the standard output.
    pub decision_log: Option<PathBuf>,
    /// What becomes of a decision that cannot be logged.
    pub log_failure: LogFailure,
    /// Threads that answer; as many as there are cores without.
    pub threads: Option<usize>,
    /// What callers may ask of it at most.
    pub limits: Limits,
    /// Says something to the administrator.
    pub say: Say,
}

/// Files of a certificate.
#[derive(Clone, Debug)]
pub struct TlsFiles {
    /// The certificate and those above it, in PEM.
    pub certificate: PathBuf,
    /// The private key, in PEM.
    pub key: PathBuf,
}

/// What callers may ask of the service at most.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a body.
    pub body: usize,
    /// Evaluations in one request.
    pub evaluations: usize,
    /// Results on one page of a search.
    pub page: usize,
    /// Open connections.
    pub connections: usize,
    /// Requests that are being answered.
    pub concurrency: usize,
    /// From an open connection, or the last answer on it, to the end of a header.
    pub header: Duration,
    /// From the end of the header to the end of the body.
    pub body_time: Duration,
    /// How long a caller may take no bytes of an answer.
    pub write: Duration,
    /// From the word to stop to the end of the last connection.
    pub shutdown: Duration,
}

/// Says something to the administrator.
#[derive(Clone)]
pub struct Say(pub Arc<dyn Fn(&Message) + Send + Sync>);

impl Say {
    pub(super) fn say(&self, message: &Message) {
        (self.0)(message);
    }
}

impl fmt::Debug for Say {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Say")
    }
}
