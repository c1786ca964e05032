//! Values that a question gives and that its attributes cannot hold: they count as missing, which is not what the asker
//! believes.

use crate::message::{Message, answer as text, typing as type_text};
use crate::runtime::{Request, Value};
use crate::table::code::value_type;
use crate::table::{Table, Type};

/// What is wrong with the values that a request carries.
pub(super) fn unusable(table: &Table<'_>, request: &Request<'_>) -> Vec<(String, Message)> {
    let mut found = Vec::new();
    let mut look = |kind: &str, name: &str, value: &Value<'_>, ty: Option<Type>| {
        if let Some(reason) = ty.and_then(|ty| wrong(table, ty, value)) {
            found.push((format!("{kind}.{name}"), reason));
        }
    };
    let object = table.object(request.object);
    for (name, value) in request.record.iter().flat_map(|record| record.properties.iter().chain(record.held)) {
        let field = object.and_then(|object| table.views.fields.get(table.field(object, name)?));
        look("record", name, value, field.map(|field| Table::type_of_field(&field)));
    }
    for (kind, given, attributes) in [
        ("subject", request.subject_attributes, table.views.subject_attributes),
        ("request", request.request_attributes, table.views.request_attributes),
    ] {
        for (name, value) in given {
            let attribute = attributes.iter().find(|attribute| table.text(attribute.name) == *name);
            look(kind, name, value, attribute.map(|attribute| Table::type_of_attribute(&attribute)));
        }
    }
    found
}

fn wrong(table: &Table<'_>, ty: Type, value: &Value<'_>) -> Option<Message> {
    match value {
        Value::Null => None,
        Value::Set(items) if ty.set => items.iter().find_map(|item| one(table, ty, item)),
        Value::Set(_) => Some(text::GIVEN_SET.plain()),
        _ if ty.set => Some(text::GIVEN_NO_SET.with([("value", shown(value).into())])),
        _ => one(table, ty, value),
    }
}

fn one(table: &Table<'_>, ty: Type, value: &Value<'_>) -> Option<Message> {
    let not =
        |expected: Message| Some(text::GIVEN_NOT.with([("value", shown(value).into()), ("expected", expected.into())]));
    match (ty.ty, value) {
        (value_type::BOOLEAN, Value::Boolean(_)) | (value_type::NUMBER, Value::Number(_)) => None,
        (value_type::BOOLEAN, _) => not(type_text::A_BOOLEAN.plain()),
        (value_type::NUMBER, _) => not(type_text::A_NUMBER.plain()),
        (value_type::ADDRESS, Value::Text(address)) if address.parse::<std::net::IpAddr>().is_ok() => None,
        (value_type::ADDRESS, _) => not(type_text::AN_ADDRESS.plain()),
        (value_type::ENUM, Value::Text(name)) if table.enum_value(ty.enumeration, name).is_some() => None,
        (value_type::ENUM, _) => {
            let names: Vec<String> = table.enum_names(ty.enumeration).map(|name| format!("`{name}`")).collect();
            not(type_text::ONE_OF_VALUES.with([("names", names.into())]))
        }
        (value_type::UNIT, Value::Text(name)) if table.unit(name).is_some() => None,
        (value_type::UNIT, Value::Text(name)) => {
            let mut titled = (0..table.units()).filter(|unit| table.unit_title(*unit) == Some(name));
            match (titled.next(), titled.next()) {
                (Some(unit), None) => Some(label_of(name, table.unit_name(unit))),
                _ => not(type_text::A_UNIT.plain()),
            }
        }
        (value_type::UNIT, _) => not(type_text::A_UNIT.plain()),
        // Any text is somebody's id, but hardly what is somebody's name.
        (value_type::USER, Value::Text(name)) if table.user(name).is_none() => {
            let user = (0..table.users()).find(|user| table.user_title(*user) == Some(name))?;
            Some(label_of(name, table.user_name(user)))
        }
        (value_type::USER | value_type::TEXT, Value::Text(_)) => None,
        (value_type::USER, _) => not(type_text::A_USER.plain()),
        _ => not(type_text::A_TEXT.plain()),
    }
}

fn label_of(name: &str, id: &str) -> Message {
    crate::message::resolve::LABEL_OF.with([("name", name.into()), ("id", id.into())])
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Boolean(value) => value.to_string(),
        Value::Number(number) => crate::words::number(*number),
        Value::Text(text) => (*text).to_owned(),
        Value::Null => "none".to_owned(),
        Value::Set(_) => "[…]".to_owned(),
        Value::IllTyped => "…".to_owned(),
    }
}
