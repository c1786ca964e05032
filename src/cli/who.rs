//! `rolecall who can ACTION OBJECT`.

use super::arguments::AnswerFormat;
use super::grid::grid;
use super::output::{Exit, Failure, Output};
use super::question::{Asking, Names, Policy, Target, unanswered};
use super::ways;
use crate::explain::{self, Person, Who};
use crate::message::cli as text;
use crate::render;
use crate::runtime::Question;
use serde_json::{Value, json};

/// Who can do something, on some record.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The word `can`
    #[arg(value_parser = ["can"], hide_possible_values = true)]
    can: String,
    /// The action
    action: String,
    /// The object, or a field of it as Customer.phone
    object: String,
    #[command(flatten)]
    asking: Asking,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let policy = args.asking.open(None, out)?;
    let time = args.asking.instant(&policy)?;
    policy.ask(|desk| {
        let target = Target::of(desk.table, &args.object);
        let question = Question { action: &args.action, object: target.object, field: target.field, time };
        let names = Names {
            action: &args.action,
            object: target.object,
            field: target.field.unwrap_or_default(),
            ..Names::default()
        };
        let who = explain::who(desk, &question).map_err(|why| unanswered(desk.table, why, names))?;
        match args.asking.format {
            AnswerFormat::Human => say(&who, &question, &policy, out),
            AnswerFormat::Json => {
                let document = json!({
                    "format_version": render::FORMAT_VERSION,
                    "question": {
                        "who_can": args.action, "object": target.object, "field": target.field,
                        "at": policy.json_instant(Some(time)),
                    },
                    "people": who.people,
                    "groups": who.groups.iter().map(|group| json!({
                        "people": group.people.iter().map(person_json).collect::<Vec<_>>(),
                        "way": ways::way_json(&group.way, &policy, out),
                    })).collect::<Vec<_>>(),
                });
                out.line(&document.to_string());
            }
        }
        Ok(Exit::Clean)
    })
}

fn person_json(person: &Person) -> Value {
    json!({ "id": person.id, "name": person.title })
}

/// `李娜 (li.na)`
pub(super) fn person(person: &Person) -> String {
    person.title.as_ref().map_or_else(|| person.id.clone(), |title| format!("{title} ({})", person.id))
}

fn say(who: &Who, question: &Question<'_>, policy: &Policy, out: &mut Output) {
    let target = question.field.map_or_else(|| question.object.to_owned(), |f| format!("{}.{f}", question.object));
    let words = text::WHO_CAN.with([
        ("n", who.people.into()),
        ("action", question.action.into()),
        ("target", target.into()),
        ("at", policy.show(question.time).into()),
    ]);
    let words = out.words(&words);
    out.line(&render::escape(&words));
    if who.groups.is_empty() {
        return;
    }
    let heading =
        [&text::COLUMN_WHO, &text::COLUMN_ROLE, &text::COLUMN_RECORDS, &text::COLUMN_LIMITS, &text::COLUMN_RULE]
            .map(|column| out.words(&column.plain()));
    let rows: Vec<Vec<String>> = who
        .groups
        .iter()
        .map(|group| {
            vec![
                group.people.iter().map(person).collect::<Vec<_>>().join("\n"),
                ways::path(&group.way, out),
                ways::records(&group.way, out),
                ways::limits(&group.way, out),
                ways::spot(group.way.spot.as_ref(), policy),
            ]
        })
        .collect();
    let drawn = grid(&heading, &rows);
    out.data(drawn.as_bytes());
}
