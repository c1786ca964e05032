//! A step of a test in the words of a request.

use crate::model::{AttributeRef, Expectation, FieldId, Model, RightId, Step, Value};
use crate::runtime::{self, Record, Request, Subject};
use crate::source::Symbol;
use std::net::Ipv6Addr;

/// A step's question, with the texts that a request borrows.
#[derive(Debug)]
pub(super) struct Question<'m> {
    user: &'m str,
    action: &'m str,
    object: &'m str,
    /// The field that the step is about.
    pub(super) field: Option<&'m str>,
    /// Whether the step asks how a field shows, not whether something is allowed.
    pub(super) sees: bool,
    record: bool,
    record_id: Option<&'m str>,
    values: Vec<(AttributeRef, &'m str, Owned<'m>)>,
    roles: Vec<&'m str>,
    active_roles: Option<Vec<&'m str>>,
    /// The instant, if the test gives one.
    pub(super) instant: Option<i64>,
}

/// A value, with its set beside it.
#[derive(Debug)]
enum Owned<'m> {
    Plain(runtime::Value<'m>),
    Text(String),
    Set(Vec<Owned<'m>>),
}

impl<'m> Question<'m> {
    /// The question of `step`.
    pub(super) fn new(model: &'m Model, step: &'m Step) -> Self {
        let (right, field, sees) = match &step.expectation {
            Expectation::Can(right, field) | Expectation::Cannot(right, field, _) => (*right, *field, false),
            Expectation::Sees(right, field, _) => (*right, Some(*field), true),
        };
        let role_names = |roles: &[crate::model::RoleId]| roles.iter().map(|r| model.role_name(*r)).collect();
        let values = step.values.iter().map(|(at, value)| (*at, attribute_name(model, *at), owned(model, value)));
        Self {
            user: step.user.map_or("", |user| model.text(user)),
            action: action(model, right),
            object: model.object_name(step.object),
            field: field.map(|field| field_name(model, field)),
            sees,
            record: step.record,
            record_id: step.record_id.as_deref(),
            values: values.collect(),
            roles: role_names(&step.roles),
            active_roles: step.active_roles.as_deref().map(role_names),
            instant: step.at,
        }
    }

    /// The instant to ask at; any will do where the test gives none, because then the answer must be the same at all.
    pub(super) fn at(&self) -> i64 {
        self.instant.unwrap_or(0)
    }

    /// Hands the request, about `field` or the record, at `time`, to `with`.
    pub(super) fn request<T>(&self, field: Option<&str>, time: i64, with: impl FnOnce(&Request<'_>) -> T) -> T {
        let sets: Vec<Vec<runtime::Value<'_>>> = self.values.iter().map(|(.., value)| value.elements()).collect();
        let mut record: Vec<(&str, runtime::Value<'_>)> = Vec::new();
        let mut subject = Vec::new();
        let mut request = Vec::new();
        let mut id = self.record_id;
        for ((at, name, value), set) in self.values.iter().zip(&sets) {
            let value = value.borrow(set);
            match at {
                AttributeRef::Record(_) => record.push((*name, value)),
                AttributeRef::Subject(_) => subject.push((*name, value)),
                AttributeRef::Request(_) => request.push((*name, value)),
                AttributeRef::RecordId => {
                    if let runtime::Value::Text(text) = value {
                        id = Some(text);
                    }
                }
            }
        }
        with(&Request {
            subject: Subject::Id(self.user),
            action: self.action,
            object: self.object,
            field,
            // What the service holds counts for attributes of every source.
            record: self.record.then_some(Record { id, properties: &[], held: &record }),
            subject_attributes: &subject,
            request_attributes: &request,
            roles: &self.roles,
            active_roles: self.active_roles.as_deref(),
            time,
        })
    }
}

impl Owned<'_> {
    fn elements(&self) -> Vec<runtime::Value<'_>> {
        match self {
            Owned::Set(items) => items.iter().map(|item| item.borrow(&[])).collect(),
            Owned::Plain(_) | Owned::Text(_) => Vec::new(),
        }
    }

    fn borrow<'a>(&'a self, set: &'a [runtime::Value<'a>]) -> runtime::Value<'a> {
        match self {
            Owned::Plain(value) => *value,
            Owned::Text(text) => runtime::Value::Text(text),
            Owned::Set(_) => runtime::Value::Set(set),
        }
    }
}

fn owned<'m>(model: &'m Model, value: &Value) -> Owned<'m> {
    let symbol = |symbol: Symbol| Owned::Plain(runtime::Value::Text(model.text(symbol)));
    match value {
        Value::Null => Owned::Plain(runtime::Value::Null),
        Value::Boolean(flag) => Owned::Plain(runtime::Value::Boolean(*flag)),
        Value::Number(number) => Owned::Plain(runtime::Value::Number(*number)),
        Value::Text(text) | Value::Stranger(text) => symbol(*text),
        Value::Enum(kind, position) => {
            let value = model.enums.get(kind.index()).and_then(|e| e.values.get(*position as usize));
            value.map_or(Owned::Plain(runtime::Value::IllTyped), |value| symbol(value.name))
        }
        Value::User(user) => Owned::Plain(runtime::Value::Text(model.user_name(*user))),
        Value::Unit(unit) => Owned::Plain(runtime::Value::Text(model.unit_name(*unit))),
        Value::Address(bits) => Owned::Text(address(*bits)),
        Value::Set(items) => Owned::Set(items.iter().map(|item| owned(model, item)).collect()),
    }
}

/// An address as text, an IPv4-mapped one as IPv4.
fn address(bits: u128) -> String {
    let address = Ipv6Addr::from_bits(bits);
    address.to_ipv4_mapped().map_or_else(|| address.to_string(), |v4| v4.to_string())
}

fn attribute_name(model: &Model, at: AttributeRef) -> &str {
    match at {
        AttributeRef::RecordId => "id",
        AttributeRef::Record(field) => field_name(model, field),
        AttributeRef::Subject(id) => model.subject_attributes.get(id.index()).map_or("", |a| model.text(a.name)),
        AttributeRef::Request(id) => model.request_attributes.get(id.index()).map_or("", |a| model.text(a.name)),
    }
}

fn action(model: &Model, right: RightId) -> &str {
    model.action_name(right)
}

fn field_name(model: &Model, field: FieldId) -> &str {
    model.field_name(field)
}
