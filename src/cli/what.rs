//! `rolecall what can USER`, `rolecall what can role ROLE`.

use super::arguments::AnswerFormat;
use super::grid::grid;
use super::output::{Exit, Failure, Output};
use super::question::{Asking, Names, Policy, unanswered};
use super::ways;
use crate::explain::{self, What};
use crate::message::cli as text;
use crate::render;
use crate::runtime::Subject;
use serde_json::{Value, json};

/// What somebody can do, on some record.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The word `can`
    #[arg(value_parser = ["can"], hide_possible_values = true)]
    can: String,
    /// A person's id, or `role` and the name of a role
    #[arg(num_args = 1..=2, required = true)]
    subject: Vec<String>,
    #[command(flatten)]
    asking: Asking,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let (subject, name, role) = match args.subject.as_slice() {
        [word, role] if word == "role" => (Subject::RoleAlone(role), role, Some(role.as_str())),
        [user] => (Subject::Id(user), user, None),
        _ => return Err(text::BAD_SUBJECT.plain().into()),
    };
    let policy = args.asking.open(role, out)?;
    let time = args.asking.instant(&policy)?;
    policy.ask(|desk| {
        let names = Names { user: name, role, ..Names::default() };
        let what = explain::what(desk, subject, time).map_err(|why| {
            let is_role = (0..desk.table.held_roles()).any(|held| desk.table.held_role_name(held) == name);
            match unanswered(desk.table, why, names) {
                Failure::Message(message, _) if role.is_none() && is_role => {
                    Failure::Message(message, Some(text::WHAT_ROLE.with([("name", name.as_str().into())])))
                }
                failure => failure,
            }
        })?;
        match args.asking.format {
            AnswerFormat::Human => say(&what, name, time, &policy, out),
            AnswerFormat::Json => {
                let rights: Vec<Value> = what
                    .rights
                    .iter()
                    .map(|right| {
                        json!({
                            "object": right.object,
                            "action": right.action,
                            "ways": right.ways.iter().map(|way| ways::way_json(way, &policy, out)).collect::<Vec<_>>(),
                        })
                    })
                    .collect();
                let document = json!({
                    "format_version": render::FORMAT_VERSION,
                    "question": {
                        "what_can": name, "role": role.is_some(), "at": policy.json_instant(Some(time)),
                    },
                    "notes": what.notes.iter().map(|note| json!({
                        "message": out.words(&note.message), "place": ways::spot_json(note.spot.as_ref(), &policy),
                    })).collect::<Vec<_>>(),
                    "rights": rights,
                });
                out.line(&document.to_string());
            }
        }
        Ok(Exit::Clean)
    })
}

fn say(what: &What, name: &str, time: i64, policy: &Policy, out: &mut Output) {
    let name = what.title.as_ref().map_or_else(|| name.to_owned(), |title| format!("{title} ({name})"));
    let heading = if what.rights.is_empty() { &text::WHAT_NOTHING } else { &text::WHAT_CAN };
    let words =
        heading.with([("n", what.rights.len().into()), ("name", name.into()), ("at", policy.show(time).into())]);
    let words = out.words(&words);
    out.line(&render::escape(&words));
    for note in &what.notes {
        let words = render::escape(&out.words(&note.message)).into_owned();
        out.line(&format!("  {words}  [{}]", render::escape(&ways::spot(note.spot.as_ref(), policy))));
    }
    if what.rights.is_empty() {
        return;
    }
    let columns = [
        &text::COLUMN_OBJECT,
        &text::COLUMN_ACTION,
        &text::COLUMN_RECORDS,
        &text::COLUMN_LIMITS,
        &text::COLUMN_ROLE,
        &text::COLUMN_RULE,
    ];
    let heading = columns.map(|column| out.words(&column.plain()));
    let titled = |name: &str, title: Option<&String>| {
        let other = title.filter(|title| *title != name);
        other.map_or_else(|| name.to_owned(), |title| format!("{title} ({name})"))
    };
    let mut rows: Vec<Vec<String>> = Vec::new();
    for right in &what.rights {
        for way in &right.ways {
            rows.push(vec![
                titled(&right.object, right.object_title.as_ref()),
                titled(&right.action, right.action_title.as_ref()),
                ways::records(way, out),
                ways::limits(way, out),
                ways::path(way, out),
                ways::spot(way.spot.as_ref(), policy),
            ]);
        }
    }
    let drawn = grid(&heading, &rows);
    out.data(drawn.as_bytes());
}
