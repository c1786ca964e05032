//! `rolecall decide TABLE`: requests on stdin, decisions on stdout, one a line.

use super::instant;
use super::output::{Exit, Failure, Output, Progress};
use super::policy::{self, Now};
use super::question::Policy;
use crate::explain;
use crate::message::cli as text;
use crate::project::{self, Line, read_line};
use crate::runtime::{Request, Scratch, decide};
use crate::table::Table;
use crate::wire::{self, Options, Records, WireError, WireRequest};
use serde_json::{Value, json};
use std::io::{self, BufReader, IsTerminal};
use std::path::PathBuf;

/// Answer requests, one JSON object a line.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A table, or a package
    #[arg(value_name = "TABLE")]
    policy: PathBuf,
    /// Records as a service holds them: a JSON object a line with type, id and properties
    #[arg(long, value_name = "FILE")]
    records: Option<PathBuf>,
    /// Add to each answer the steps that every rule took
    #[arg(long)]
    explain: bool,
    /// Answer as proofs see it, to replay the witness of a broken guarantee: suspensions are left out, a subject of type
    /// `role` holds just that role, `resource.held` is what the service holds. Needs the package
    #[arg(long, conflicts_with = "records")]
    witness: bool,
    /// "Now", for requests without `context.time`; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
}

/// Bytes that a line may have.
const LINE_LIMIT: usize = 1 << 20;

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let policy =
        if args.witness { Policy::for_witnesses(&args.policy, out)? } else { Policy::open(&args.policy, None, out)? };
    let records = args.records.as_deref().map(project::read_records).transpose()?.unwrap_or_default();
    let now = match &args.at {
        Some(_) => Now::of(args.at.as_ref()).instant(policy.zone.as_deref())?,
        None => None,
    };
    let table = policy::open_table(&policy.bytes)?;
    Desk { table: &table, records: &records, now, explain: args.explain, witness: args.witness }.serve(out)
}

struct Desk<'a> {
    table: &'a Table<'a>,
    records: &'a Records,
    /// The instant of requests that name none; the clock without.
    now: Option<i64>,
    explain: bool,
    witness: bool,
}

impl Desk<'_> {
    /// Answers until the input ends, or nobody listens any more.
    fn serve(&self, out: &mut Output) -> Result<Exit, Failure> {
        let mut reader = BufReader::with_capacity(64 << 10, io::stdin().lock());
        let mut scratch = Scratch::new(self.table);
        let mut line = Vec::new();
        let (mut total, mut bad): (u64, u64) = (0, 0);
        // Whoever types requests sees the answers; a line of progress would only get between them.
        let typed = io::stdin().is_terminal() || io::stdout().is_terminal();
        let _progress = (!typed).then(|| Progress::start(out.words(&text::PROGRESS_DECIDING.plain())));
        loop {
            if reader.buffer().is_empty() {
                // Whoever asks may wait for the answer before asking more.
                out.flush();
            }
            if out.is_closed() {
                break;
            }
            let read = read_line(&mut reader, &mut line, LINE_LIMIT);
            let read = read.map_err(|error| {
                Failure::from(text::CANNOT_READ_STDIN.with([("reason", project::reason(&error).into())]))
            })?;
            let answered = match read {
                Line::End => break,
                Line::TooLong => Err(WireError::Bad(format!("longer than {LINE_LIMIT} bytes"))),
                Line::Whole => self.answer(&line, &mut scratch, out),
            };
            total += 1;
            let answer = answered.unwrap_or_else(|error| {
                bad += u64::from(matches!(error, WireError::Bad(_)));
                error.answer()
            });
            out.line(&answer);
        }
        if bad == 0 {
            return Ok(Exit::Clean);
        }
        let words = out.words(&text::BAD_LINES.with([("n", bad.into()), ("total", total.into())]));
        out.talk(&words);
        Ok(Exit::CannotRun)
    }

    fn answer(&self, line: &[u8], scratch: &mut Scratch, out: &Output) -> Result<String, WireError> {
        let now = self.now.unwrap_or_else(instant::now);
        let options = Options { now, trust_time: true, witness: self.witness };
        let mut request = WireRequest::parse(self.table, line, options)?;
        request.look_up(self.records);
        Ok(request.with(|request| {
            let answer = wire::answer(self.table, &decide(self.table, request, scratch));
            if self.explain { self.explained(answer, request, out) } else { answer }
        }))
    }

    /// The answer with what was considered for it.
    fn explained(&self, answer: String, request: &Request<'_>, out: &Output) -> String {
        let Ok(mut document) = serde_json::from_str::<Value>(&answer) else { return answer };
        let why = explain::why(&explain::Desk { table: self.table, package: None }, request);
        let climbs = why.climbs.iter().map(|climb| {
            json!({
                "role": climb.role,
                "path": climb.path,
                "reached": climb.reached.name(),
                "because": climb.because.iter().map(|because| out.words(because)).collect::<Vec<_>>(),
                "file": climb.spot.as_ref().map(|spot| &spot.file),
                "line": climb.spot.as_ref().map(|spot| spot.line),
            })
        });
        let obstacles = why.obstacles.iter().map(|obstacle| {
            json!({
                "step": obstacle.step.name(),
                "message": out.words(&obstacle.message),
                "reason": obstacle.reason,
                "file": obstacle.spot.as_ref().map(|spot| &spot.file),
                "line": obstacle.spot.as_ref().map(|spot| spot.line),
            })
        });
        let (climbs, obstacles): (Vec<Value>, Vec<Value>) = (climbs.collect(), obstacles.collect());
        if let Some(context) = document.get_mut("context").and_then(Value::as_object_mut) {
            context.insert("climbs".to_owned(), Value::Array(climbs));
            context.insert("obstacles".to_owned(), Value::Array(obstacles));
        }
        document.to_string()
    }
}
