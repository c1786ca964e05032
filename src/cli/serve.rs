//! `rolecall serve TABLE`: the flags of the service; all else is in [`crate::serve`].

use super::output::{Exit, Failure, Output};
use crate::message::serve as text;
use crate::render::escape;
use crate::serve::{Limits, LogFailure, Say, Settings, TlsFiles};
use clap::ValueEnum;
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The environment variable that may hold a token.
const TOKEN: &str = "ROLECALL_TOKEN";

/// Answer requests over HTTP.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The decision table: a file, or an address that begins with https://
    #[arg(value_name = "TABLE")]
    table: String,
    /// Where to listen; port 0 is any that is free
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8181")]
    listen: SocketAddr,
    /// Records and people as the service holds them: a JSON object a line with type, id and properties
    #[arg(long, value_name = "FILE")]
    records: Option<PathBuf>,
    /// Tokens, one a line; whoever asks must bring one. ROLECALL_TOKEN may hold one too
    #[arg(long, value_name = "FILE")]
    tokens: Option<PathBuf>,
    /// Certificate in PEM, with those above it
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// Private key in PEM
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Authorities in PEM for the server that has the table, instead of the system's
    #[arg(long, value_name = "FILE")]
    table_ca: Option<PathBuf>,
    /// How often to look for another table; 0 is only on SIGHUP
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    reload_every: Duration,
    /// Start although there is no table yet, and answer 503 until there is one
    #[arg(long)]
    wait: bool,
    /// Believe `context.time` of requests, instead of the clock
    #[arg(long)]
    trust_request_time: bool,
    /// Write each decision as a line of JSON; `-` is the standard output
    #[arg(long, value_name = "FILE")]
    decision_log: Option<PathBuf>,
    /// What becomes of a decision that cannot be logged
    #[arg(long, value_name = "POLICY", default_value = "deny", requires = "decision_log")]
    log_failure: LogFailureArg,
    /// Which path means which action, for Envoy's ext_authz
    #[arg(long, value_name = "FILE")]
    envoy: Option<PathBuf>,
    /// The address by which callers know the service, for its metadata
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Threads that answer; as many as there are cores without
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    #[command(flatten)]
    limits: LimitArgs,
}

/// What callers may ask of it.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Limits")]
struct LimitArgs {
    /// Bytes of a body
    #[arg(long, value_name = "BYTES", default_value_t = 1 << 20, value_parser = clap::value_parser!(u32).range(1..=1 << 20))]
    max_body: u32,
    /// Evaluations in one request
    #[arg(long, value_name = "N", default_value_t = 1000)]
    max_evaluations: u32,
    /// Results on one page of a search
    #[arg(long, value_name = "N", default_value_t = 1000)]
    max_page: u32,
    /// Open connections
    #[arg(long, value_name = "N", default_value_t = 4096)]
    max_connections: u32,
    /// Requests answered at once
    #[arg(long, value_name = "N", default_value_t = 1024)]
    max_concurrent: u32,
    /// From an open connection, or the last answer on it, to the end of a header
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    header_timeout: Duration,
    /// From the end of the header to the end of the body
    #[arg(long, value_name = "SECONDS", default_value = "5", value_parser = seconds)]
    body_timeout: Duration,
    /// How long a caller may take no bytes of an answer
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    write_timeout: Duration,
    /// From the word to stop to the end of the last connection
    #[arg(long, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    shutdown_timeout: Duration,
}

/// What becomes of a decision that cannot be logged.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum LogFailureArg {
    /// It is no
    Deny,
    /// It is given, and the loss is counted
    Drop,
}

/// Seconds, with a fraction perhaps.
fn seconds(written: &str) -> Result<Duration, String> {
    let number: f64 = written.parse().map_err(|_| written.to_owned())?;
    Duration::try_from_secs_f64(number).map_err(|error| error.to_string())
}

/// Runs the verb.
pub(super) fn run(args: Args, out: &mut Output) -> Result<Exit, Failure> {
    if Path::new(&args.table).is_dir() {
        return Err(text::IS_FOLDER.with([("path", args.table.into())]).into());
    }
    if let Some(url) = &args.public_url
        && (!url.starts_with("https://") || url.contains(['?', '#', ' ']))
    {
        return Err(text::BAD_PUBLIC_URL.with([("text", url.as_str().into())]).into());
    }
    let token = match std::env::var(TOKEN) {
        Ok(token) => Some(token),
        Err(std::env::VarError::NotPresent) => None,
        Err(std::env::VarError::NotUnicode(_)) => {
            return Err(text::TOKEN_NOT_TEXT.with([("name", TOKEN.into())]).into());
        }
    };
    let lang = out.lang;
    let say = Say(Arc::new(move |message| {
        // Nobody may be reading; the service goes on.
        let _ = writeln!(std::io::stderr(), "{}", escape(&message.render(lang)));
    }));
    crate::serve::run(settings(args, token, say))?;
    Ok(Exit::Clean)
}

fn settings(args: Args, token: Option<String>, say: Say) -> Settings {
    let size = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let limits = args.limits;
    Settings {
        table: args.table,
        table_authorities: args.table_ca,
        wait: args.wait,
        reload_every: (!args.reload_every.is_zero()).then_some(args.reload_every),
        listen: args.listen,
        records: args.records,
        token_file: args.tokens,
        token,
        tls: args.tls_cert.zip(args.tls_key).map(|(certificate, key)| TlsFiles { certificate, key }),
        envoy: args.envoy,
        public_url: args.public_url,
        trust_time: args.trust_request_time,
        decision_log: args.decision_log,
        log_failure: match args.log_failure {
            LogFailureArg::Deny => LogFailure::Deny,
            LogFailureArg::Drop => LogFailure::Drop,
        },
        threads: args.threads,
        limits: Limits {
            body: size(limits.max_body),
            evaluations: size(limits.max_evaluations),
            page: size(limits.max_page),
            connections: size(limits.max_connections),
            concurrency: size(limits.max_concurrent),
            header: limits.header_timeout,
            body_time: limits.body_timeout,
            write: limits.write_timeout,
            shutdown: limits.shutdown_timeout,
        },
        say,
    }
}
