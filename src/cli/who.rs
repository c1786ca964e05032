//! `rolecall who can ACTION OBJECT`.

use super::arguments::AnswerFormat;
use super::grid::grid;
use super::output::{Exit, Failure, Output};
use super::question::{Asking, Names, Policy, Target, unanswered};
use super::ways;
use crate::explain::{self, Group, Person, Way, Who};
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
                    "brought": who.brought.iter().map(|way| ways::way_json(way, &policy, out)).collect::<Vec<_>>(),
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
    let heading = if who.people == 0 { &text::WHO_NOBODY } else { &text::WHO_CAN };
    let words = heading.with([
        ("n", who.people.into()),
        ("action", question.action.into()),
        ("target", target.into()),
        ("at", policy.show(question.time).into()),
    ]);
    let words = out.words(&words);
    out.line(&render::escape(&words));
    let columns =
        [&text::COLUMN_WHO, &text::COLUMN_ROLE, &text::COLUMN_RECORDS, &text::COLUMN_LIMITS, &text::COLUMN_RULE];
    let [people, heading @ ..] = columns.map(|column| out.words(&column.plain()));
    if !who.groups.is_empty() {
        let row = |group: &Group| {
            let mut row = vec![group.people.iter().map(person).collect::<Vec<_>>().join("\n")];
            row.extend(cells(&group.way, policy, out));
            row
        };
        let rows: Vec<Vec<String>> = who.groups.iter().map(row).collect();
        let heading: Vec<String> = std::iter::once(people).chain(heading.iter().cloned()).collect();
        let drawn = grid(&heading, &rows);
        out.data(drawn.as_bytes());
    }
    if !who.brought.is_empty() {
        let words = out.words(&text::WHO_BROUGHT.plain());
        out.line(&render::escape(&words));
        let rows: Vec<Vec<String>> = who.brought.iter().map(|way| cells(way, policy, out).into()).collect();
        let drawn = grid(&heading, &rows);
        out.data(drawn.as_bytes());
    }
}

fn cells(way: &Way, policy: &Policy, out: &Output) -> [String; 4] {
    [ways::path(way, out), ways::records(way, out), ways::limits(way, out), ways::spot(way.spot.as_ref(), policy)]
}
