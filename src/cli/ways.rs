//! Ways in which somebody can do something, in cells of a table and in JSON.

use super::output::Output;
use super::question::Policy;
use crate::explain::{Spot, Way};
use crate::message::{Message, cli as text};
use crate::source::join_path;
use serde_json::{Value, json};

/// From the role held to the one that writes the rule.
pub(super) fn path(way: &Way, out: &Output) -> String {
    let mut cell = if way.path.is_empty() { way.role.clone() } else { way.path.join(" → ") };
    if let Some(user) = &way.on_behalf_of {
        cell.push('\n');
        cell.push_str(&out.words(&text::ON_BEHALF_OF.with([("user", user.as_str().into())])));
    }
    cell
}

/// Which records, and which fields where not all of the record.
pub(super) fn records(way: &Way, out: &Output) -> String {
    let mut lines: Vec<String> = way.records.iter().map(|records| out.words(records)).collect();
    if !way.record {
        lines.push(out.words(&text::ONLY_FIELDS.with([("fields", way.fields.clone().into())])));
    }
    lines.extend(way.partial.iter().map(|taken| out.words(taken)));
    lines.join("\n")
}

/// What else must hold, and what stops it.
pub(super) fn limits(way: &Way, out: &Output) -> String {
    let unless = way.unless.iter().map(|what| text::BUT_NOT_WHERE.with([("what", what.clone().into())]));
    let lines: Vec<String> = way.limits.iter().cloned().chain(unless).map(|message| out.words(&message)).collect();
    lines.join("\n")
}

/// `policies/acme/sales.roles:14`; for what a row brings, the line of the people file.
pub(super) fn spot(spot: Option<&Spot>, policy: &Policy) -> String {
    let Some(spot) = spot else { return String::new() };
    match (&spot.people, spot.row) {
        (Some(people), Some(row)) => format!("{}:{row}", file(people, policy)),
        (None, Some(row)) => format!("{}:{} ({row})", file(&spot.file, policy), spot.line),
        _ => format!("{}:{}", file(&spot.file, policy), spot.line),
    }
}

/// Files of a package are shown from where the reader stands; those of a table as the table names them.
fn file(path: &str, policy: &Policy) -> String {
    if policy.package.is_some() { join_path(&policy.base, path) } else { path.to_owned() }
}

/// A place in JSON.
pub(super) fn spot_json(spot: Option<&Spot>, policy: &Policy) -> Value {
    spot.map_or(Value::Null, |spot| {
        json!({
            "path": file(&spot.file, policy), "line": spot.line, "column": spot.column,
            "row": spot.row, "row_path": spot.people.as_ref().map(|people| file(people, policy)),
        })
    })
}

/// A way in JSON.
pub(super) fn way_json(way: &Way, policy: &Policy, out: &Output) -> Value {
    let words = |messages: &[Message]| messages.iter().map(|m| out.words(m)).collect::<Vec<_>>();
    json!({
        "role": way.role,
        "path": way.path,
        "on_behalf_of": way.on_behalf_of,
        "records": way.records.as_ref().map(|records| out.words(records)),
        "limits": words(&way.limits),
        "unless": words(&way.unless),
        "partial": words(&way.partial),
        "opens_record": way.record,
        "fields": way.fields,
        "place": spot_json(way.spot.as_ref(), policy),
        "valid_until": policy.json_instant(way.valid_until),
    })
}
