//! Answers as JSON: the standard decision, with a context that explains it.

use serde::Serialize;

use super::instant::Instant;
use super::request::WireError;
use crate::runtime::{Cause, Decision};
use crate::table::Table;

#[derive(Serialize)]
struct Answer<'a> {
    decision: bool,
    context: Context<'a>,
}

#[derive(Serialize)]
struct Context<'a> {
    reason: &'static str,
    by: Vec<By<'a>>,
    hidden: Vec<&'a str>,
    masked: Vec<&'a str>,
    missing: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ignored: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<&'a str>,
    valid_until: Option<String>,
}

/// A statement that decided.
#[derive(Serialize)]
struct By<'a> {
    /// The role that writes the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    /// The held role that inherits it.
    #[serde(skip_serializing_if = "Option::is_none")]
    through: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    file: &'a str,
    line: u32,
}

#[derive(Serialize)]
struct Refusal<'a> {
    decision: bool,
    context: RefusalContext<'a>,
}

#[derive(Serialize)]
struct RefusalContext<'a> {
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
}

/// A decision as one line of JSON.
pub fn answer(table: &Table<'_>, decision: &Decision<'_>) -> String {
    let attribute = |attribute: &u32| {
        let (kind, name) = table.attribute_name(*attribute);
        format!("{kind}.{name}")
    };
    let session_role = |role: &u32| format!("context.active_roles.{}", table.held_role_name(*role));
    let fields = |fields: &[u32]| fields.iter().map(|field| table.field_name(*field)).collect();
    let context = Context {
        reason: decision.reason.name(),
        by: decision.by.iter().filter_map(|cause| by(table, *cause)).collect(),
        hidden: fields(decision.hidden),
        masked: fields(decision.masked),
        missing: decision.missing.iter().map(attribute).collect(),
        ignored: decision.ignored.iter().map(attribute).chain(decision.idle_roles.iter().map(session_role)).collect(),
        on_behalf_of: decision.on_behalf_of.map(|user| table.user_name(user)),
        valid_until: decision.valid_until.map(|at| Instant { table, at }.to_string()),
    };
    write(&Answer { decision: decision.allowed, context })
}

/// The answer to what is no request.
pub fn bad_request(message: &str) -> String {
    refusal("bad-request", Some(message))
}

impl WireError {
    /// The answer.
    pub fn answer(&self) -> String {
        match self {
            Self::Bad(message) => bad_request(message),
            Self::No(reason) => refusal(reason.name(), None),
        }
    }
}

fn refusal(reason: &str, message: Option<&str>) -> String {
    write(&Refusal { decision: false, context: RefusalContext { reason, message } })
}

/// Nothing here can fail to be JSON; if it did, the answer would be no.
fn write(answer: &impl Serialize) -> String {
    serde_json::to_string(answer).unwrap_or_else(|_| r#"{"decision":false}"#.to_owned())
}

fn by<'a>(table: &Table<'a>, cause: Cause) -> Option<By<'a>> {
    let (place, role, through, name) = match cause {
        Cause::Rule { rule, held } => {
            let role = table.rule_role(rule);
            let through = Some(table.held_role_name(held)).filter(|held| Some(*held) != role);
            (table.rule_place(rule)?, role, through, table.rule_name(rule))
        }
        Cause::Require(statement) => {
            let (place, name, _) = table.require_note(statement)?;
            (place, None, None, name)
        }
        Cause::Suspension(suspension) => {
            let (place, name, _) = table.suspension_note(suspension)?;
            (place, None, None, name)
        }
        Cause::Separation(separation) => (table.separation_place(separation)?, None, None, None),
        Cause::Exclusive(exclusive) => (table.exclusive_place(exclusive)?, None, None, None),
    };
    Some(By { role, through, name, file: place.file, line: place.line })
}
