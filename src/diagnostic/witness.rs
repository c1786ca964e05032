//! [`WitnessRequest`]: a request that shows a finding, in owned form: anybody can replay it.

use crate::runtime::{Record, Request, Subject, Value};
use crate::source::Span;

/// A request in owned form. Names are those of the policy, ready for [`Request`] and for AuthZEN JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WitnessRequest {
    /// The type of subject that a person is in this policy.
    pub subject_type: String,
    /// Who asks.
    pub subject: WitnessSubject,
    /// The action.
    pub action: String,
    /// The object.
    pub object: String,
    /// The field, if one is asked for.
    pub field: Option<String>,
    /// The record's id, if it matters.
    pub record_id: Option<String>,
    /// Attributes that the request sends (`resource.properties`), by name; what is not here is missing.
    pub record: Vec<(String, WitnessValue)>,
    /// Attributes that only the service's records can hold.
    pub held: Vec<(String, WitnessValue)>,
    /// Subject attributes that the request sends.
    pub subject_attributes: Vec<(String, WitnessValue)>,
    /// Request attributes.
    pub request_attributes: Vec<(String, WitnessValue)>,
    /// Paths of attributes that it must leave out.
    pub missing: Vec<String>,
    /// Roles that the request brings.
    pub roles: Vec<String>,
    /// Roles that the session uses, if it must name them.
    pub active_roles: Option<Vec<String>>,
    /// When, in milliseconds since 1970 UTC.
    pub time: i64,
    /// Whether it is allowed (suspensions apart).
    pub allowed: bool,
    /// The rule that allows it.
    pub rule: Option<Span>,
    /// The assignment or delegation through which it does.
    pub assignment: Option<Span>,
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessSubject {
    /// A person, by id; perhaps one whom the policy does not know.
    Id(String),
    /// Whoever would hold just this role.
    RoleAlone(String),
}

/// A value in owned form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WitnessValue {
    /// Stated to be nothing.
    Null,
    /// `true`, `false`
    Boolean(bool),
    /// A decimal times 10,000.
    Number(i64),
    /// Text, value of an enumeration, id of a user, name of a unit, address.
    Text(String),
    /// A set.
    Set(Vec<WitnessValue>),
}

impl WitnessRequest {
    /// Calls `with` with the request in the form that a table answers.
    pub fn ask<R>(&self, with: impl FnOnce(&Request<'_>) -> R) -> R {
        let sets: Vec<Vec<Value<'_>>> = self.lists().iter().flat_map(|list| list.iter()).map(elements).collect();
        let mut next = sets.iter();
        let mut borrowed = Vec::new();
        for list in self.lists() {
            let list: Vec<(&str, Value<'_>)> = list
                .iter()
                .map(|(name, value)| {
                    let set = next.next().map_or(&[] as &[_], Vec::as_slice);
                    (name.as_str(), if matches!(value, WitnessValue::Set(_)) { Value::Set(set) } else { plain(value) })
                })
                .collect();
            borrowed.push(list);
        }
        let part = |index: usize| borrowed.get(index).map_or(&[] as &[_], Vec::as_slice);
        let roles: Vec<&str> = self.roles.iter().map(String::as_str).collect();
        let active: Option<Vec<&str>> = self.active_roles.as_ref().map(|r| r.iter().map(String::as_str).collect());
        let is_about_record = self.record_id.is_some() || !self.record.is_empty() || !self.held.is_empty();
        let record = Record { id: self.record_id.as_deref(), properties: part(0), held: part(1) };
        with(&Request {
            subject: match &self.subject {
                WitnessSubject::Id(id) => Subject::Id(id),
                WitnessSubject::RoleAlone(role) => Subject::RoleAlone(role),
            },
            action: &self.action,
            object: &self.object,
            field: self.field.as_deref(),
            record: is_about_record.then_some(record),
            subject_attributes: part(2),
            request_attributes: part(3),
            roles: &roles,
            active_roles: active.as_deref(),
            time: self.time,
        })
    }

    fn lists(&self) -> [&[(String, WitnessValue)]; 4] {
        [&self.record, &self.held, &self.subject_attributes, &self.request_attributes]
    }
}

fn elements((_, value): &(String, WitnessValue)) -> Vec<Value<'_>> {
    match value {
        WitnessValue::Set(values) => values.iter().map(plain).collect(),
        _ => Vec::new(),
    }
}

fn plain(value: &WitnessValue) -> Value<'_> {
    match value {
        WitnessValue::Null => Value::Null,
        WitnessValue::Boolean(b) => Value::Boolean(*b),
        WitnessValue::Number(n) => Value::Number(*n),
        WitnessValue::Text(text) => Value::Text(text),
        // Sets hold no sets.
        WitnessValue::Set(_) => Value::IllTyped,
    }
}
