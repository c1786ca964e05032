//! [`WireRequest`]: an evaluation request in owned form.

use std::fmt;

use super::instant::parse_instant;
use super::json::{Json, JsonError};
use super::records::Records;
use crate::runtime::{Reason, Record, Request, Subject, Value};
use crate::table::Table;

/// What the caller decides about requests.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// The instant of the answer, in milliseconds since 1970 UTC.
    pub now: i64,
    /// `context.time` overrides it. Only where whoever sends requests may choose the time.
    pub trust_time: bool,
    /// As a proof asks: a subject of type `role` asks about a role held alone, and `resource.held` is what the service
    /// holds of the record. Only for witnesses and tests, never in a service.
    pub witness: bool,
}

/// Why there is no request to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WireError {
    /// It is no request.
    Bad(String),
    /// It is one, and the answer is no.
    No(Reason),
}

impl fmt::Display for WireError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bad(message) => f.write_str(message),
            Self::No(reason) => f.write_str(reason.name()),
        }
    }
}

impl std::error::Error for WireError {}

impl From<JsonError> for WireError {
    fn from(error: JsonError) -> Self {
        Self::Bad(error.to_string())
    }
}

/// Names with their values.
type Members = Vec<(String, Json)>;

/// An evaluation request.
#[derive(Clone, Debug)]
pub struct WireRequest {
    subject_type: String,
    subject: String,
    role_alone: bool,
    action: String,
    field: Option<String>,
    object: String,
    id: Option<String>,
    /// Whether anything is said of a record.
    record: bool,
    properties: Members,
    held: Members,
    subject_attributes: Members,
    /// What the service holds of the subject; used where the caller sends nothing.
    subject_held: Members,
    request_attributes: Members,
    roles: Vec<String>,
    active_roles: Option<Vec<String>>,
    time: i64,
}

impl WireRequest {
    /// Reads a request: JSON of `subject`, `action`, `resource` and perhaps `context`.
    pub fn parse(table: &Table<'_>, text: &[u8], options: Options) -> Result<Self, WireError> {
        Self::from_json(table, Json::parse(text)?, options)
    }

    /// Reads a request out of JSON that was read before.
    pub fn from_json(table: &Table<'_>, json: Json, options: Options) -> Result<Self, WireError> {
        let mut members = object(json, "the request")?;
        let mut subject = object(required(&mut members, "subject")?, "subject")?;
        let mut action = object(required(&mut members, "action")?, "action")?;
        let mut resource = object(required(&mut members, "resource")?, "resource")?;
        let mut context = properties(&mut members, "context", "context")?;
        let kind = text(required(&mut subject, "type")?, "subject.type")?;
        let role_alone = options.witness && kind == "role";
        let id = text(required(&mut subject, "id")?, "subject.id")?;
        let mut subject_attributes = properties(&mut subject, "properties", "subject.properties")?;
        let roles = texts(&mut subject_attributes, "roles", "subject.properties.roles")?.unwrap_or_default();
        let name = text(required(&mut action, "name")?, "action.name")?;
        let mut request_attributes = properties(&mut action, "properties", "action.properties")?;
        let field = optional(&mut request_attributes, "field", "action.properties.field")?;
        let object_name = text(required(&mut resource, "type")?, "resource.type")?;
        let held = if options.witness { properties(&mut resource, "held", "resource.held")? } else { Members::new() };
        let record = !held.is_empty() || resource.iter().any(|(name, _)| name == "id" || name == "properties");
        let record_id = optional(&mut resource, "id", "resource.id")?;
        let active_roles = texts(&mut context, "active_roles", "context.active_roles")?;
        if let Some(role) = active_roles.iter().flatten().find(|role| table.held_role(role).is_none()) {
            return Err(bad(format!("context.active_roles names {role:?}, a role that nobody can hold")));
        }
        let properties_sent = properties(&mut resource, "properties", "resource.properties")?;
        // A time that is not believed is not read either.
        let time = optional(&mut context, "time", "context.time")?.filter(|_| options.trust_time);
        let time =
            time.map(|time| parse_instant(&time).ok_or_else(|| bad("context.time is no RFC 3339 date and time")));
        let time = time.transpose()?.unwrap_or(options.now);
        request_attributes.append(&mut context);
        if !role_alone && !table.subject_types().any(|known| known == kind) {
            return Err(WireError::No(Reason::UnknownSubject));
        }
        Ok(Self {
            subject_type: kind,
            subject: id,
            role_alone,
            action: name,
            field,
            object: object_name,
            id: record_id,
            record,
            properties: properties_sent,
            held,
            subject_attributes,
            subject_held: Members::new(),
            request_attributes,
            roles,
            active_roles,
            time,
        })
    }

    /// The object and the record's id.
    pub fn resource(&self) -> (&str, Option<&str>) {
        (&self.object, self.id.as_deref())
    }

    /// The type that the request gives the subject.
    pub fn subject_type(&self) -> &str {
        &self.subject_type
    }

    /// The instant asked about.
    pub const fn time(&self) -> i64 {
        self.time
    }

    /// Takes from the records what a service holds of the record and of the subject.
    pub fn look_up(&mut self, records: &Records) {
        if let Some(held) = self.id.as_deref().and_then(|id| records.get(&self.object, id)) {
            self.hold(held);
        }
        self.subject_held.clear();
        if let Some(held) = records.get(&self.subject_type, &self.subject) {
            self.subject_held.extend_from_slice(held);
        }
    }

    /// Asks about another record of the same object, of which this is held.
    pub fn ask_of_record(&mut self, id: &str, held: &[(String, Json)]) {
        self.id = Some(id.to_owned());
        self.hold(held);
    }

    /// Asks about another subject of the same type.
    pub fn ask_of_subject(&mut self, id: &str, records: &Records) {
        id.clone_into(&mut self.subject);
        self.look_up(records);
    }

    /// Asks about another action.
    pub fn ask_of_action(&mut self, name: &str) {
        name.clone_into(&mut self.action);
    }

    /// Adds what the service holds of the record.
    pub fn hold(&mut self, held: &[(String, Json)]) {
        self.held.clear();
        self.held.extend_from_slice(held);
        self.record = true;
    }

    /// Hands over the request as the evaluator takes it.
    pub fn with<R>(&self, ask: impl FnOnce(&Request<'_>) -> R) -> R {
        let lists =
            [&self.properties, &self.held, &self.subject_attributes, &self.subject_held, &self.request_attributes];
        let sets = lists.map(|list| list.iter().map(|(_, value)| items(value)).collect::<Vec<_>>());
        let [properties, held, subject, subject_held, sent] = &sets;
        let properties = values(&self.properties, properties);
        let held = values(&self.held, held);
        let mut subject_attributes = values(&self.subject_attributes, subject);
        let known = values(&self.subject_held, subject_held);
        subject_attributes.extend(
            known.into_iter().filter(|(name, _)| !self.subject_attributes.iter().any(|(sent, _)| sent == name)),
        );
        let request_attributes = values(&self.request_attributes, sent);
        let roles: Vec<&str> = self.roles.iter().map(String::as_str).collect();
        let active: Option<Vec<&str>> =
            self.active_roles.as_ref().map(|roles| roles.iter().map(String::as_str).collect());
        let record = Record { id: self.id.as_deref(), properties: &properties, held: &held };
        ask(&Request {
            subject: if self.role_alone { Subject::RoleAlone(&self.subject) } else { Subject::Id(&self.subject) },
            action: &self.action,
            object: &self.object,
            field: self.field.as_deref(),
            record: self.record.then_some(record),
            subject_attributes: &subject_attributes,
            request_attributes: &request_attributes,
            roles: &roles,
            active_roles: active.as_deref(),
            time: self.time,
        })
    }
}

/// The items of an array.
fn items(value: &Json) -> Vec<Value<'_>> {
    match value {
        Json::Array(items) => items.iter().map(|item| single(item).unwrap_or(Value::IllTyped)).collect(),
        _ => Vec::new(),
    }
}

fn values<'v>(members: &'v Members, sets: &'v [Vec<Value<'v>>]) -> Vec<(&'v str, Value<'v>)> {
    let value = |json: &'v Json, items: &'v Vec<Value<'v>>| single(json).unwrap_or(Value::Set(items));
    members.iter().zip(sets).map(|((name, json), items)| (name.as_str(), value(json, items))).collect()
}

/// A value that is no array.
fn single(json: &Json) -> Option<Value<'_>> {
    match json {
        Json::Null => Some(Value::Null),
        Json::Boolean(value) => Some(Value::Boolean(*value)),
        Json::Number(number) => Some(number.map_or(Value::IllTyped, Value::Number)),
        Json::Text(text) => Some(Value::Text(text)),
        Json::Object(_) => Some(Value::IllTyped),
        Json::Array(_) => None,
    }
}

fn bad(message: impl Into<String>) -> WireError {
    WireError::Bad(message.into())
}

fn object(json: Json, what: &str) -> Result<Members, WireError> {
    match json {
        Json::Object(members) => Ok(members),
        _ => Err(bad(format!("{what} is no object"))),
    }
}

fn text(json: Json, what: &str) -> Result<String, WireError> {
    match json {
        Json::Text(text) => Ok(text),
        _ => Err(bad(format!("{what} is no string"))),
    }
}

/// Takes a member out.
fn take(members: &mut Members, name: &str) -> Option<Json> {
    let at = members.iter().position(|(key, _)| key == name)?;
    Some(members.remove(at).1)
}

fn required(members: &mut Members, name: &str) -> Result<Json, WireError> {
    take(members, name).ok_or_else(|| bad(format!("member {name:?} is missing")))
}

fn optional(members: &mut Members, name: &str, what: &str) -> Result<Option<String>, WireError> {
    take(members, name).map(|json| text(json, what)).transpose()
}

fn properties(members: &mut Members, name: &str, what: &str) -> Result<Members, WireError> {
    take(members, name).map_or_else(|| Ok(Vec::new()), |json| object(json, what))
}

fn texts(members: &mut Members, name: &str, what: &str) -> Result<Option<Vec<String>>, WireError> {
    match take(members, name) {
        None => Ok(None),
        Some(Json::Array(items)) if items.iter().all(|item| matches!(item, Json::Text(_))) => {
            items.into_iter().map(|item| text(item, what)).collect::<Result<_, _>>().map(Some)
        }
        Some(_) => Err(bad(format!("{what} is no array of strings"))),
    }
}
