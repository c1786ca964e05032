//! `rolecall config`: what is asked for, and where each value comes from; the schema of `rolecall.toml`.

use super::arguments::AnswerFormat;
use super::grid::grid;
use super::output::{Exit, Failure, Output};
use super::policy::Package;
use super::rules::RuleArgs;
use super::{policy, schema};
use crate::config::{Config, Key, Kind, Origin};
use crate::diagnostic;
use crate::lint::{self, Level};
use crate::message::config as text;
use crate::{project, render};
use clap::Subcommand;
use serde_json::{Value, json};
use std::path::PathBuf;

/// What rolecall.toml asks for, and where each value comes from.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Every value that holds, and where it comes from
    Show {
        /// The package: a folder with `*.roles` files
        #[arg(value_name = "PATH", default_value = ".")]
        path: PathBuf,
        /// How it is written
        #[arg(long, value_name = "FORMAT", default_value = "human")]
        format: AnswerFormat,
        #[command(flatten)]
        asked: RuleArgs,
    },
    /// The JSON schema of rolecall.toml, for editors
    Schema,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    match &args.verb {
        Verb::Schema => {
            out.data(schema::text().as_bytes());
            Ok(Exit::Clean)
        }
        Verb::Show { path, format, asked } => {
            let mut config = load(path, out)?;
            asked.apply(&mut config)?;
            let values = values(&config);
            match format {
                AnswerFormat::Human => human(&config, &values, &path.to_string_lossy(), out),
                AnswerFormat::Json => json_of(&config, &values, &path.to_string_lossy(), out),
            }
            Ok(Exit::Clean)
        }
    }
}

/// Reads the config of a package, whatever is wrong with its policy files.
fn load(path: &std::path::Path, out: &mut Output) -> Result<Config, Failure> {
    let project = project::load_config(path);
    if project.diagnostics.is_empty() {
        return Ok(project.config);
    }
    let mut diagnostics = project.diagnostics;
    diagnostic::sort(&mut diagnostics);
    let base = path.to_string_lossy().into_owned();
    Err(policy::refuse(&Package::unread(base, project.sources, diagnostics), out))
}

/// One value with where it comes from.
struct Line {
    path: String,
    value: Value,
    origin: Origin,
    /// The group whose level it is.
    group: Option<&'static str>,
    /// The rule judges each finding itself, up to this level.
    own: Option<Level>,
}

fn values(config: &Config) -> Vec<Line> {
    let mut lines = Vec::new();
    for key in Key::all() {
        let path = key.path();
        let value = match key.kind {
            Kind::Table => continue,
            Kind::Levels => {
                lines.extend(levels(config));
                continue;
            }
            Kind::Version => json!(config.required_version),
            Kind::FailLevel => json!(Level::from(config.fail_level).name()),
            Kind::Rules => json!(config.never_waive().collect::<Vec<_>>()),
            Kind::Number(_) if key.table == "lint.waivers" => json!(config.settings.longest_waiver),
            Kind::Number(_) => json!(config.budgets().get(key.name)),
        };
        let origin = config.origin(&path);
        lines.push(Line { path, value, origin, group: None, own: None });
    }
    if let Some(only) = &config.settings.only {
        let (path, value) = ("only".to_owned(), json!(only));
        lines.push(Line { path, value, origin: Origin::CommandLine, group: None, own: None });
    }
    lines
}

fn levels(config: &Config) -> Vec<Line> {
    let mut rules: Vec<_> = lint::rules().collect();
    rules.sort_by_key(|rule| rule.code.name);
    let line = |rule: &&lint::Lint| {
        let name = rule.code.name;
        let (origin, written) = config.level_origin(rule);
        let level = config.settings.levels.get(name).copied();
        Line {
            path: Key::level(name),
            value: json!(level.unwrap_or_else(|| rule.level()).name()),
            origin,
            group: written.filter(|written| *written != name),
            own: level.is_none().then(|| rule.level()),
        }
    };
    rules.iter().map(line).collect()
}

fn human(config: &Config, lines: &[Line], base: &str, out: &mut Output) {
    let heading = [&text::COLUMN_KEY, &text::COLUMN_VALUE, &text::COLUMN_FROM];
    let heading: Vec<String> = heading.iter().map(|column| column.get(out.lang).to_owned()).collect();
    let row = |line: &Line| {
        let value = match (&line.own, &line.value) {
            (Some(level), _) => out.words(&text::OWN_LEVEL.with([("level", level.name().into())])),
            (None, Value::String(text)) => text.clone(),
            (None, Value::Null) => text::NONE.get(out.lang).to_owned(),
            (None, Value::Array(items)) if items.is_empty() => text::NONE.get(out.lang).to_owned(),
            (None, Value::Array(items)) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
            (None, other) => other.to_string(),
        };
        let from = match line.origin {
            Origin::Default => text::FROM_DEFAULT.plain(),
            Origin::CommandLine => text::FROM_COMMAND_LINE.plain(),
            Origin::Line(number) => {
                let path = shown(config, base).unwrap_or_default();
                text::FROM_LINE.with([("path", path.into()), ("line", u64::from(number).into())])
            }
        };
        let from = match line.group {
            Some(group) => text::FROM_GROUP.with([("origin", from.into()), ("group", group.into())]),
            None => from,
        };
        vec![line.path.clone(), value, out.words(&from)]
    };
    let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    out.data(grid(&heading, &rows).as_bytes());
    if config.path.is_none() {
        let words = out.words(&text::NO_FILE.plain());
        out.talk(&words);
    }
}

fn json_of(config: &Config, lines: &[Line], base: &str, out: &mut Output) {
    let value = |line: &Line| {
        let (from, number) = match line.origin {
            Origin::Default => ("default", None),
            Origin::Line(number) => ("file", Some(number)),
            Origin::CommandLine => ("command-line", None),
        };
        json!({ "key": line.path, "value": line.value, "from": from, "line": number, "group": line.group })
    };
    let document = json!({
        "format_version": render::FORMAT_VERSION,
        "file": shown(config, base),
        "values": lines.iter().map(value).collect::<Vec<_>>(),
    });
    out.line(&document.to_string());
}

/// The file as the reader would name it.
fn shown(config: &Config, base: &str) -> Option<String> {
    config.path.as_ref().map(|path| crate::source::join_path(base, path))
}
