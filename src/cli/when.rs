//! `rolecall when can USER ACTION OBJECT`.

use super::arguments::AnswerFormat;
use super::asked::Asked;
use super::grid::grid;
use super::instant;
use super::output::{Exit, Failure, Output};
use super::question::{Asking, Names, Policy, Target, unanswered};
use crate::explain::{self, When};
use crate::message::cli as text;
use crate::render;
use serde_json::json;

/// When somebody can do something.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The word `can`
    #[arg(value_parser = ["can"], hide_possible_values = true)]
    can: String,
    /// A person's id
    user: String,
    /// The action
    action: String,
    /// The object, or a field of it as Customer.phone
    object: String,
    /// The end of the time looked at; a year after its start without it
    #[arg(long, value_name = "INSTANT")]
    until: Option<String>,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    asking: Asking,
}

/// Milliseconds of 365 days.
const YEAR: i64 = 365 * 24 * 3_600_000;

/// Runs the verb. `--at` is the start of the time looked at.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let given = args.asked.read()?;
    let policy = args.asking.open(None, out)?;
    let from = args.asking.instant(&policy)?;
    let until = match &args.until {
        Some(written) => instant::parse(written, policy.zone.as_deref())?,
        None => from.saturating_add(YEAR),
    };
    if until <= from {
        let (from, until) = (policy.show(from), policy.show(until));
        return Err(text::WHEN_BACKWARDS.with([("from", from.into()), ("until", until.into())]).into());
    }
    policy.ask(|desk| {
        let target = Target::of(desk.table, &args.object);
        let names = Names {
            user: &args.user,
            action: &args.action,
            object: target.object,
            field: target.field.unwrap_or_default(),
            ..Names::default()
        };
        let request = given.request(desk.table, &args.user, &args.action, &target, from)?;
        let when = request
            .with(|request| explain::when(desk, request, from, until))
            .map_err(|why| unanswered(desk.table, why, names))?;
        match args.asking.format {
            AnswerFormat::Human => say(args, &when, (from, until), &policy, out),
            AnswerFormat::Json => {
                let stretches = when.stretches.iter().map(|stretch| {
                    json!({
                        "from": policy.json_instant(Some(stretch.from)),
                        "until": policy.json_instant(Some(stretch.until)),
                    })
                });
                let document = json!({
                    "format_version": render::FORMAT_VERSION,
                    "question": {
                        "when_can": args.user, "action": args.action, "object": target.object, "field": target.field,
                        "from": policy.json_instant(Some(from)), "until": policy.json_instant(Some(until)),
                    },
                    "stretches": stretches.collect::<Vec<_>>(),
                    "seen_until": policy.json_instant(Some(when.seen_until)),
                });
                out.line(&document.to_string());
            }
        }
        Ok(Exit::Clean)
    })
}

fn say(args: &Args, when: &When, (from, until): (i64, i64), policy: &Policy, out: &mut Output) {
    let words = [
        ("user", args.user.as_str().into()),
        ("action", args.action.as_str().into()),
        ("target", args.object.as_str().into()),
        ("from", policy.show(from).into()),
        ("until", policy.show(when.seen_until.min(until)).into()),
    ];
    let heading = if when.stretches.is_empty() { &text::WHEN_NEVER } else { &text::WHEN_CAN };
    let words = out.words(&heading.with(words));
    out.line(&render::escape(&words));
    if !when.stretches.is_empty() {
        let heading = [&text::COLUMN_FROM, &text::COLUMN_UNTIL].map(|column| out.words(&column.plain()));
        let rows: Vec<Vec<String>> =
            when.stretches.iter().map(|s| vec![policy.show(s.from), policy.show(s.until)]).collect();
        let drawn = grid(&heading, &rows);
        out.data(drawn.as_bytes());
    }
    if when.seen_until < until {
        let words = out.words(&text::WHEN_CUT.with([("at", policy.show(when.seen_until).into())]));
        out.talk(&words);
    }
}
