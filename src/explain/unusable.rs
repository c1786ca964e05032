//! [`Unusable`]: a value that a question gives and that its attribute cannot hold. It would count as missing, which is
//! not what the asker believes.

use crate::message::{Message, answer as text, resolve, typing};
use crate::runtime::{Request, Value};
use crate::table::code::value_type;
use crate::table::{Table, Type};
use crate::words;

/// A value that its attribute cannot hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable<'t> {
    /// `record.department`
    pub attribute: String,
    /// What is wrong with the value.
    pub reason: Message,
    /// The value.
    pub written: String,
    /// The names of which it may have been meant to be one.
    pub names: Vec<&'t str>,
}

/// The first value of a request that its attribute cannot hold.
pub fn unusable<'t>(table: &'t Table<'t>, request: &Request<'_>) -> Option<Unusable<'t>> {
    let look = |kind: &str, name: &str, value: &Value<'_>, ty: Option<Type>| {
        let Wrong { reason, written, names } = wrong(table, ty?, value)?;
        Some(Unusable { attribute: format!("{kind}.{name}"), reason, written, names })
    };
    let object = table.object(request.object);
    let mut record = request.record.iter().flat_map(|record| record.properties.iter().chain(record.held));
    let found = record.find_map(|(name, value)| {
        let field = object.and_then(|object| table.views.fields.get(table.field(object, name)?));
        look("record", name, value, field.map(|field| Table::type_of_field(&field)))
    });
    let others = [
        ("subject", request.subject_attributes, table.views.subject_attributes),
        ("request", request.request_attributes, table.views.request_attributes),
    ];
    found.or_else(|| {
        others.into_iter().find_map(|(kind, given, attributes)| {
            given.iter().find_map(|(name, value)| {
                let attribute = attributes.iter().find(|attribute| table.text(attribute.name) == *name);
                look(kind, name, value, attribute.map(|attribute| Table::type_of_attribute(&attribute)))
            })
        })
    })
}

/// What is wrong with a value.
struct Wrong<'t> {
    reason: Message,
    written: String,
    names: Vec<&'t str>,
}

fn wrong<'t>(table: &'t Table<'t>, ty: Type, value: &Value<'_>) -> Option<Wrong<'t>> {
    let of = |reason| Some(Wrong { reason, written: shown(value), names: Vec::new() });
    match value {
        Value::Null => None,
        Value::Set(items) if ty.set => items.iter().find_map(|item| one(table, ty, item)),
        Value::Set(_) => of(text::GIVEN_SET.plain()),
        _ if ty.set => of(text::GIVEN_NO_SET.with([("value", shown(value).into())])),
        _ => one(table, ty, value),
    }
}

fn one<'t>(table: &'t Table<'t>, ty: Type, value: &Value<'_>) -> Option<Wrong<'t>> {
    let of = |reason, names| Some(Wrong { reason, written: shown(value), names });
    let not = |expected: Message| text::GIVEN_NOT.with([("value", shown(value).into()), ("expected", expected.into())]);
    match (ty.ty, value) {
        (value_type::BOOLEAN, Value::Boolean(_)) | (value_type::NUMBER, Value::Number(_)) => None,
        (value_type::BOOLEAN, _) => of(not(typing::A_BOOLEAN.plain()), Vec::new()),
        (value_type::NUMBER, _) => of(not(typing::A_NUMBER.plain()), Vec::new()),
        (value_type::ADDRESS, Value::Text(address)) if address.parse::<std::net::IpAddr>().is_ok() => None,
        (value_type::ADDRESS, _) => of(not(typing::AN_ADDRESS.plain()), Vec::new()),
        (value_type::ENUM, Value::Text(name)) if table.enum_value(ty.enumeration, name).is_some() => None,
        (value_type::ENUM, _) => of(not(text::GIVEN_A_VALUE.plain()), table.enum_names(ty.enumeration).collect()),
        (value_type::UNIT, Value::Text(name)) if table.unit(name).is_some() => None,
        (value_type::UNIT, _) => {
            let units = || (0..table.units()).map(|unit| (table.unit_name(unit), table.unit_title(unit)));
            let label = label_of(value, units());
            of(label.unwrap_or_else(|| not(typing::A_UNIT.plain())), units().map(|(name, _)| name).collect())
        }
        // Any text is somebody's id, but hardly what is somebody's name.
        (value_type::USER, Value::Text(name)) if table.user(name).is_none() => {
            let users = (0..table.users()).map(|user| (table.user_name(user), table.user_title(user)));
            of(label_of(value, users)?, Vec::new())
        }
        (value_type::USER | value_type::TEXT, Value::Text(_)) => None,
        (value_type::USER, _) => of(not(typing::A_USER.plain()), Vec::new()),
        _ => of(not(text::GIVEN_TEXT.plain()), Vec::new()),
    }
}

/// That a value is the display label of something, or of several.
fn label_of<'t>(value: &Value<'_>, named: impl Iterator<Item = (&'t str, Option<&'t str>)>) -> Option<Message> {
    let Value::Text(written) = value else { return None };
    let labelled = named.filter(|(_, title)| title.is_some_and(|title| title == *written));
    let ids: Vec<&str> = labelled.map(|(id, _)| id).collect();
    match ids.as_slice() {
        [] => None,
        [id] => Some(resolve::LABEL_OF.with([("name", (*written).into()), ("id", (*id).into())])),
        ids => {
            let ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
            Some(text::GIVEN_LABELS.with([("name", (*written).into()), ("ids", ids.into())]))
        }
    }
}

fn shown(value: &Value<'_>) -> String {
    match value {
        Value::Boolean(value) => value.to_string(),
        Value::Number(number) => words::number(*number),
        Value::Text(text) => (*text).to_owned(),
        Value::Null => "none".to_owned(),
        Value::Set(_) => "[…]".to_owned(),
        Value::IllTyped => "…".to_owned(),
    }
}
