//! `rolecall timeline PATH`.

use super::grid::grid;
use super::instant;
use super::output::{Exit, Failure, Output};
use super::policy::{self, Now};
use super::timeline_json;
use crate::diagnostic::did_you_mean;
use crate::drawing;
use crate::facts::Turned;
use crate::lint;
use crate::message::{Message, Text, cli as words, timeline as text};
use crate::model::{Model, ObjectId, RoleId, UserId};
use crate::render;
use crate::source::PackageId;
use crate::timeline::{self, Event, Filter, Ground, Timeline, told as lines};
use clap::ValueEnum;
use std::path::PathBuf;

/// What starts, ends, pauses or resumes, and who gains or loses by it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The package
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// The first instant; now without it
    #[arg(long, value_name = "INSTANT")]
    from: Option<String>,
    /// The end: a date with the whole of it, or an instant; 90 days after the first without it
    #[arg(long, value_name = "INSTANT")]
    to: Option<String>,
    /// Only what names a person or changes what they may do
    #[arg(long, value_name = "ID")]
    person: Option<String>,
    /// Only what names a role or one it inherits, or changes what its holders may do
    #[arg(long, value_name = "ROLE")]
    role: Option<String>,
    /// Only what names an object or changes what may be done with it
    #[arg(long, value_name = "OBJECT")]
    object: Option<String>,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Form,
}

/// How a timeline is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A table
    Human,
    /// One document
    Json,
    /// A calendar, RFC 5545
    Ical,
    /// A drawing
    Svg,
}

/// Milliseconds of 90 days.
const RANGE: i64 = 90 * 24 * 3_600_000;

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let package = policy::compile_plain(&args.path, text::NEEDS_PACKAGE.plain(), out)?;
    let Some(compilation) = package.compilation.as_ref().filter(|compilation| compilation.sound) else {
        return Err(policy::refuse(&package, out));
    };
    let model = &compilation.model;
    let zone = model.zone(PackageId(0));
    let from = Now::of(args.from.as_ref()).instant(Some(zone))?.unwrap_or_default();
    let until = match &args.to {
        Some(written) => instant::parse_end(written, zone)?,
        None => from.saturating_add(RANGE),
    };
    if until <= from {
        let (from, until) = (instant::show(from, zone), instant::show(until, zone));
        return Err(text::BACKWARDS.with([("from", from.into()), ("until", until.into())]).into());
    }
    let filter = filter(args, model)?;
    let settings = (Some(from), &package.config.settings);
    let waivers = lint::waive(&package.sources, &compilation.asts, model, settings, &mut Vec::new());
    let ground = Ground {
        sources: &package.sources,
        asts: &compilation.asts,
        model,
        analysis: &compilation.analysis,
        waivers: &waivers.all,
    };
    let told = timeline::timeline(&ground, (from, until), &filter);
    match args.format {
        Form::Human => say(&told, model, zone, out),
        Form::Json => out.line(&timeline_json::document(&told, &package, model, zone, out).to_string()),
        Form::Ical => out.data(timeline::calendar(&told, &package.sources, model, out.lang).as_bytes()),
        Form::Svg => out.data(drawing::svg(&timeline::picture(&told, &ground, out.lang)).as_bytes()),
    }
    doubts(&told, zone, out);
    Ok(Exit::Clean)
}

/// What the flags name.
fn filter(args: &Args, model: &Model) -> Result<Filter, Failure> {
    let ids: Vec<&str> = model.users.iter().map(|user| model.text(user.id)).collect();
    let roles: Vec<&str> = model.roles.iter().map(|role| model.text(role.name)).collect();
    let objects: Vec<&str> = model.objects.iter().map(|object| model.text(object.name)).collect();
    Ok(Filter {
        person: named(args.person.as_deref(), &ids, &text::NO_PERSON)?.map(UserId::from_index),
        role: named(args.role.as_deref(), &roles, &text::NO_ROLE)?.map(RoleId::from_index),
        object: named(args.object.as_deref(), &objects, &words::NO_OBJECT)?.map(ObjectId::from_index),
    })
}

fn named(name: Option<&str>, known: &[&str], unknown: &'static Text) -> Result<Option<usize>, Failure> {
    let Some(name) = name else { return Ok(None) };
    if let Some(at) = known.iter().position(|known| *known == name) {
        return Ok(Some(at));
    }
    let near = did_you_mean(name, known.iter().copied());
    let help = near.map(|near| words::DID_YOU_MEAN.with([("name", near.into())]));
    Err(Failure::Message(unknown.with([("name", name.into())]), help))
}

/// What could not be told.
fn doubts(told: &Timeline, zone: &str, out: &mut Output) {
    let moments = told.moments.iter().map(|moment| moment.turned.undecided);
    let undecided: usize = moments.chain(told.series.iter().map(|series| series.turned.undecided)).sum();
    let cut =
        (told.seen_until < told.until).then(|| text::CUT.with([("at", instant::show(told.seen_until, zone).into())]));
    let undecided = (undecided > 0).then(|| text::UNDECIDED.with([("n", undecided.into())]));
    for doubt in [cut, undecided].into_iter().flatten() {
        let doubt = out.words(&doubt);
        out.talk(&doubt);
    }
}

fn say(told: &Timeline, model: &Model, zone: &str, out: &mut Output) {
    let args = |entry: &'static Text| -> Message {
        entry.with([
            ("from", instant::show(told.from, zone).into()),
            ("until", instant::show(told.until, zone).into()),
            ("n", told.moments.len().into()),
            ("series", told.series.len().into()),
        ])
    };
    let nothing = told.moments.is_empty() && told.series.is_empty();
    let heading = out.words(&args(if nothing { &text::NOTHING } else { &text::HEADING }));
    out.line(&render::escape(&heading));
    if nothing {
        return;
    }
    let [when, what] = [&text::COLUMN_WHEN, &text::COLUMN_WHAT].map(|column| out.words(&column.plain()));
    let mut rows: Vec<Vec<String>> = Vec::new();
    for moment in &told.moments {
        rows.extend(block(instant::show(moment.at, zone), (&moment.events, &moment.turned), model, out));
    }
    for series in &told.series {
        let ends = [series.at.first(), series.at.last()].map(|at| at.map(|at| instant::show(*at, zone)));
        let [first, last] = ends.map(Option::unwrap_or_default);
        let when = match series.at.len() {
            1 => text::ONCE.with([("first", first.into())]),
            n => text::RECURRING.with([("n", n.into()), ("first", first.into()), ("last", last.into())]),
        };
        rows.extend(block(out.words(&when), (&series.events, &series.turned), model, out));
    }
    let drawn = grid(&[when, String::new(), what], &rows);
    out.data(drawn.as_bytes());
}

/// The lines of an instant: what happens, who gains, who loses.
fn block(when: String, (events, turned): (&[Event], &Turned), model: &Model, out: &Output) -> Vec<Vec<String>> {
    let mut when = Some(when);
    let mut first = || when.take().unwrap_or_default();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for event in events {
        rows.push(vec![first(), out.words(&event.step.words()), out.words(&event.what())]);
    }
    for (gained, entry) in [(true, &text::GAIN), (false, &text::LOSE)] {
        for line in lines(model, turned, gained, out.lang) {
            rows.push(vec![first(), out.words(&entry.plain()), line]);
        }
    }
    rows
}
