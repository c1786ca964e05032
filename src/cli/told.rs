//! Whether the facts of a question are ones that the policy knows: a misspelt one would be left out without a word.

use super::output::Failure;
use crate::diagnostic::did_you_mean;
use crate::message::{Arg, Message, Text, cli as frame, effect as text};
use crate::model::{Attribute, FieldKind, Model, ValueType};
use crate::table::Table;
use crate::wire::Json;

/// What is given, by name.
type Members = [(String, Json)];

/// The type of a value, and whether it is a set.
type Kind = (ValueType, bool);

/// Roles that a request brings and that a session uses.
pub(super) fn roles(table: &Table<'_>, brought: &[String], active: &[String]) -> Result<(), Failure> {
    let names = |brought: bool| -> Vec<&str> {
        let held = (0..table.held_roles()).filter(|role| !brought || table.is_brought(*role));
        held.map(|role| table.held_role_name(role)).collect()
    };
    for (entry, given, known) in [(&text::NOT_BROUGHT, brought, names(true)), (&text::NOT_HELD, active, names(false))] {
        if let Some(wrong) = given.iter().find(|role| !known.contains(&role.as_str())) {
            return Err(refused(entry.with([("name", wrong.as_str().into())]), wrong, &known));
        }
    }
    Ok(())
}

/// Attributes of the record, by name where there is no model.
pub(super) fn record(table: &Table<'_>, model: Option<&Model>, object: &str, given: &Members) -> Result<(), Failure> {
    let Some(id) = table.object(object) else { return Ok(()) };
    let known: Vec<&str> = table.fields_of(id).map(|field| table.field_name(field)).collect();
    for (name, value) in given {
        if !known.contains(&name.as_str()) {
            let message = text::NO_ATTRIBUTE.with([("name", name.as_str().into()), ("object", object.into())]);
            return Err(refused(message, name, &known));
        }
        let Some(model) = model else { continue };
        let kind = model.fields.iter().find_map(|field| {
            let same = model.text(field.name) == name && model.object_name(field.object) == object;
            match field.kind {
                FieldKind::Attribute { ty, set, .. } if same => Some((ty, set)),
                _ => None,
            }
        });
        if let Some(kind) = kind {
            check(model, &format!("record.{name}"), kind, value)?;
        }
    }
    Ok(())
}

/// Attributes of the request or the subject.
pub(super) fn attributes(
    model: &Model,
    declared: &[Attribute],
    (entry, kind): (&'static Text, &str),
    given: &Members,
) -> Result<(), Failure> {
    for (name, value) in given {
        let Some(attribute) = declared.iter().find(|a| model.text(a.name) == name) else {
            let known: Vec<&str> = declared.iter().map(|a| model.text(a.name)).collect();
            return Err(refused(entry.with([("name", name.as_str().into())]), name, &known));
        };
        check(model, &format!("{kind}.{name}"), (attribute.ty, attribute.set), value)?;
    }
    Ok(())
}

fn check(model: &Model, name: &str, (ty, set): Kind, value: &Json) -> Result<(), Failure> {
    match (value, set) {
        (Json::Null, _) => Ok(()),
        (Json::Array(items), true) => items.iter().try_for_each(|item| single(model, name, ty, item)),
        (_, true) => Err(text::NOT_SET.with([("name", name.into())]).into()),
        (Json::Array(_), false) => Err(text::NOT_ONE.with([("name", name.into())]).into()),
        (value, false) => single(model, name, ty, value),
    }
}

fn single(model: &Model, name: &str, ty: ValueType, value: &Json) -> Result<(), Failure> {
    let shown = match value {
        Json::Text(text) => text.clone(),
        Json::Boolean(b) => b.to_string(),
        Json::Number(Some(number)) => crate::explain::words::number(*number),
        _ => "…".to_owned(),
    };
    let args = |entry: &'static Text| entry.with([("name", name.into()), ("value", Arg::from(shown.as_str()))]);
    let wrong = |entry: &'static Text| Err(Failure::from(args(entry)));
    match (ty, value) {
        (ValueType::Boolean, Json::Boolean(_)) | (ValueType::Number, Json::Number(Some(_))) => Ok(()),
        (ValueType::Boolean, _) => wrong(&text::NOT_BOOLEAN),
        (ValueType::Number, _) => wrong(&text::NOT_NUMBER),
        (ValueType::Address, Json::Text(text)) if text.parse::<std::net::IpAddr>().is_ok() => Ok(()),
        (ValueType::Address, _) => wrong(&text::NOT_ADDRESS),
        (_, Json::Text(written)) => named(model, ty, written, args),
        _ => wrong(&text::NOT_TEXT),
    }
}

/// A value that has a name. A person need not be known: records of strangers are records.
fn named(model: &Model, ty: ValueType, written: &str, args: impl Fn(&'static Text) -> Message) -> Result<(), Failure> {
    let (entry, names): (_, Vec<(&str, Option<&str>)>) = match ty {
        ValueType::Enum(id) => {
            let values = model.enums.get(id.index()).map_or(&[] as &[_], |e| e.values.as_slice());
            (Some(&text::NOT_A_VALUE), values.iter().map(|v| (model.text(v.name), v.title.as_deref())).collect())
        }
        ValueType::Unit => {
            let units = model.units.iter();
            (Some(&text::NOT_A_UNIT), units.map(|u| (model.text(u.name), u.title.as_deref())).collect())
        }
        ValueType::User => (None, model.users.iter().map(|u| (model.text(u.id), u.title.as_deref())).collect()),
        ValueType::Boolean | ValueType::Number | ValueType::Text | ValueType::Address => return Ok(()),
    };
    if names.iter().any(|(name, _)| *name == written) {
        return Ok(());
    }
    if let Some((name, _)) = names.iter().find(|(_, title)| *title == Some(written)) {
        return Err(text::DISPLAY_NAME.with([("value", written.into()), ("name", (*name).into())]).into());
    }
    let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
    entry.map_or(Ok(()), |entry| Err(refused(args(entry), written, &known)))
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
