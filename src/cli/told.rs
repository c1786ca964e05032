//! Whether the facts of a question are ones that the policy knows: a misspelt one would be left out without a word.

use super::output::Failure;
use crate::diagnostic::did_you_mean;
use crate::explain;
use crate::message::{Message, Text, answer, cli as frame, effect as text};
use crate::runtime::Request;
use crate::table::Table;
use crate::wire::Json;

/// What is given, by name.
type Members = [(String, Json)];

/// Roles that a request brings and that a session uses.
pub(super) fn roles(table: &Table<'_>, brought: &[String], active: &[String]) -> Result<(), Failure> {
    let names = |brought: bool| -> Vec<&str> {
        let held = (0..table.held_roles()).filter(|role| !brought || table.is_brought(*role));
        held.map(|role| table.held_role_name(role)).collect()
    };
    let unknown = |entry: &'static Text, given: &[String], known: &[&str]| {
        let wrong = given.iter().find(|role| !known.contains(&role.as_str()));
        wrong.map_or(Ok(()), |wrong| Err(refused(entry.with([("name", wrong.as_str().into())]), wrong, known)))
    };
    unknown(&text::NOT_BROUGHT, brought, &names(true))?;
    unknown(&text::NOT_HELD, active, &names(false))
}

/// Names of attributes of the record.
pub(super) fn record(table: &Table<'_>, object: &str, given: &Members) -> Result<(), Failure> {
    let Some(id) = table.object(object) else { return Ok(()) };
    let known: Vec<&str> = table.fields_of(id).map(|field| table.field_name(field)).collect();
    let unknown = given.iter().find(|(name, _)| !known.contains(&name.as_str()));
    unknown.map_or(Ok(()), |(name, _)| {
        let message = text::NO_ATTRIBUTE.with([("name", name.as_str().into()), ("object", object.into())]);
        Err(refused(message, name, &known))
    })
}

/// Names of attributes of the request and of the subject.
pub(super) fn attributes(table: &Table<'_>, request: &Members, subject: &Members) -> Result<(), Failure> {
    let (of_request, of_subject) = (table.request_attribute_names(), table.subject_attribute_names());
    for (entry, given, known) in [
        (&text::NO_REQUEST_ATTRIBUTE, request, of_request.collect::<Vec<_>>()),
        (&text::NO_SUBJECT_ATTRIBUTE, subject, of_subject.collect()),
    ] {
        if let Some((name, _)) = given.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            return Err(refused(entry.with([("name", name.as_str().into())]), name, &known));
        }
    }
    Ok(())
}

/// Values, which would count as missing if the attribute cannot hold them.
pub(super) fn values(table: &Table<'_>, request: &Request<'_>) -> Result<(), Failure> {
    explain::unusable(table, request).map_or(Ok(()), |wrong| {
        let name = ("name", wrong.attribute.into());
        let message = answer::GIVEN_UNUSABLE.with([name, ("reason", wrong.reason.into())]);
        Err(refused(message, &wrong.written, &wrong.names))
    })
}

/// With the name that was meant, or all that there are if they are few.
fn refused(message: Message, wrong: &str, known: &[&str]) -> Failure {
    let near = did_you_mean(wrong, known.iter().copied());
    let help = match near {
        Some(near) => Some(frame::DID_YOU_MEAN.with([("name", near.into())])),
        None if known.len() <= 12 && !known.is_empty() => {
            let list: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
            Some(frame::THERE_ARE.with([("names", list.into())]))
        }
        None => None,
    };
    Failure::Message(message, help)
}
