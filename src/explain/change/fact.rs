//! Facts that the request could carry: where something was only missing, no statement need change.

use crate::model::{
    Attribute, AttributeRef, AttributeSource, FieldKind, Model, Operand, Test, Value as Known, ValueType,
};
use crate::runtime::{self, Reason, Record, Request, Scratch, Subject, Trace, Value};
use crate::table::Table;
use crate::words;
use std::net::Ipv6Addr;

/// Attributes that are looked at.
const ATTRIBUTES: usize = 6;
/// Values of one attribute that are tried.
const VALUES: usize = 24;
/// Requests that are tried.
const TRIES: usize = 20_000;

/// A fact to add to the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// `request.mfa`
    pub attribute: String,
    /// As a policy writes it.
    pub value: String,
}

/// A value that a request may send.
#[derive(Clone, Debug, PartialEq)]
enum Sent {
    Null,
    Boolean(bool),
    Number(i64),
    Text(String),
    /// A set with this one member.
    Only(String),
    /// A set without members.
    Empty,
}

impl Sent {
    /// `members` is what a set holds: see [`Sent::members`].
    fn value<'a>(&'a self, members: &'a [Value<'a>]) -> Value<'a> {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(b) => Value::Boolean(*b),
            Self::Number(n) => Value::Number(*n),
            Self::Text(text) => Value::Text(text),
            Self::Only(_) | Self::Empty => Value::Set(members),
        }
    }

    /// The members of a set.
    fn members(&self) -> Vec<Value<'_>> {
        match self {
            Self::Only(text) => vec![Value::Text(text)],
            Self::Null | Self::Boolean(_) | Self::Number(_) | Self::Text(_) | Self::Empty => Vec::new(),
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Null => "none".to_owned(),
            Self::Boolean(b) => b.to_string(),
            Self::Number(n) => words::number(*n),
            Self::Text(text) => text.clone(),
            Self::Only(text) => format!("[{text}]"),
            Self::Empty => "[]".to_owned(),
        }
    }
}

/// One missing attribute with the values that are worth trying.
struct Missing {
    path: AttributeRef,
    name: String,
    shown: String,
    values: Vec<Sent>,
}

/// The fewest facts that turn a no for want of facts.
pub(super) fn search(table: &Table<'_>, model: &Model, request: &Request<'_>, trace: &Trace) -> Option<Vec<Fact>> {
    if let Some(fact) = session(table, request, trace) {
        return Some(vec![fact]);
    }
    let shown = |at: &u32| {
        let (kind, name) = table.attribute_name(*at);
        format!("{kind}.{name}")
    };
    let missing: Vec<Missing> =
        trace.missing.iter().filter_map(|at| missing(model, request, &shown(at))).take(ATTRIBUTES).collect();
    let mut tries = TRIES;
    for size in 1..=missing.len() {
        for chosen in subsets(missing.len(), size) {
            let chosen: Vec<&Missing> = chosen.iter().filter_map(|i| missing.get(*i)).collect();
            if let Some(values) = try_values(table, request, &chosen, &mut tries) {
                let facts = chosen.iter().zip(values);
                return Some(facts.map(|(m, v)| Fact { attribute: m.shown.clone(), value: v.words() }).collect());
            }
        }
    }
    None
}

/// The one role that the session should use, where roles must not be used together.
fn session(table: &Table<'_>, request: &Request<'_>, trace: &Trace) -> Option<Fact> {
    if trace.reason != Reason::RoleConflict {
        return None;
    }
    let mut scratch = Scratch::new(table);
    let mut held = trace.hats.iter().map(|hat| table.held_role_name(hat.held));
    let role = held.find(|role| {
        let alone = [*role];
        let changed = Request { active_roles: Some(&alone), ..*request };
        runtime::decide(table, &changed, &mut scratch).allowed
    })?;
    Some(Fact { attribute: "context.active_roles".to_owned(), value: role.to_owned() })
}

fn subsets(count: usize, size: usize) -> Vec<Vec<usize>> {
    let all = 0..(1_u32 << count.min(16));
    let of_size = all.filter(|bits| bits.count_ones() as usize == size);
    of_size.map(|bits| (0..count).filter(|i| bits & (1 << i) != 0).collect()).collect()
}

/// The first combination of values under which the request is allowed.
fn try_values(table: &Table<'_>, request: &Request<'_>, chosen: &[&Missing], tries: &mut usize) -> Option<Vec<Sent>> {
    let mut at = vec![0_usize; chosen.len()];
    let mut scratch = Scratch::new(table);
    loop {
        *tries = tries.checked_sub(1)?;
        let values: Option<Vec<&Sent>> = chosen.iter().zip(&at).map(|(m, i)| m.values.get(*i)).collect();
        let values = values?;
        if allowed(table, request, chosen, &values, &mut scratch) {
            return Some(values.into_iter().cloned().collect());
        }
        // The next combination, the last attribute first.
        let mut place = at.len();
        loop {
            place = place.checked_sub(1)?;
            let (slot, count) = (at.get_mut(place)?, chosen.get(place)?.values.len());
            *slot += 1;
            if *slot < count {
                break;
            }
            *slot = 0;
        }
    }
}

fn allowed(
    table: &Table<'_>,
    request: &Request<'_>,
    chosen: &[&Missing],
    values: &[&Sent],
    scratch: &mut Scratch,
) -> bool {
    let sets: Vec<Vec<Value<'_>>> = values.iter().map(|value| value.members()).collect();
    let of = |kind: fn(AttributeRef) -> bool| -> Vec<(&str, Value<'_>)> {
        let picked = chosen.iter().zip(values).zip(&sets).filter(|((m, _), _)| kind(m.path));
        picked.map(|((m, v), members)| (m.name.as_str(), v.value(members))).collect()
    };
    let mut subject_attributes = request.subject_attributes.to_vec();
    subject_attributes.extend(of(|path| matches!(path, AttributeRef::Subject(_))));
    let mut request_attributes = request.request_attributes.to_vec();
    request_attributes.extend(of(|path| matches!(path, AttributeRef::Request(_))));
    let sent = of(|path| matches!(path, AttributeRef::Record(_)));
    let record = request.record.unwrap_or_default();
    let mut properties = record.properties.to_vec();
    properties.extend(sent.iter().copied());
    let needs_record = request.record.is_some() || !sent.is_empty();
    let changed = Request {
        record: needs_record.then_some(Record { properties: &properties, ..record }),
        subject_attributes: &subject_attributes,
        request_attributes: &request_attributes,
        ..*request
    };
    runtime::decide(table, &changed, scratch).allowed
}

/// A missing attribute that a request may carry.
fn missing(model: &Model, request: &Request<'_>, shown: &str) -> Option<Missing> {
    let (kind, name) = shown.split_once('.')?;
    let among = |list: &[Attribute]| {
        list.iter().position(|a| model.text(a.name) == name && a.source == AttributeSource::Request)
    };
    let (path, ty, set) = match kind {
        "record" => {
            let object = model.objects.iter().find(|o| model.text(o.name) == request.object)?;
            let field = object.fields().find(|field| model.field_name(*field) == name)?;
            match model.fields.get(field.index())?.kind {
                FieldKind::Attribute { ty, set, source: AttributeSource::Request } => {
                    (AttributeRef::Record(field), ty, set)
                }
                FieldKind::Attribute { .. } | FieldKind::Field => return None,
            }
        }
        "subject" => {
            let index = among(&model.subject_attributes)?;
            let id = crate::model::SubjectAttributeId::from_index(index);
            let attribute = model.subject_attributes.get(index)?;
            (AttributeRef::Subject(id), attribute.ty, attribute.set)
        }
        "request" => {
            let index = among(&model.request_attributes)?;
            let id = crate::model::RequestAttributeId::from_index(index);
            let attribute = model.request_attributes.get(index)?;
            (AttributeRef::Request(id), attribute.ty, attribute.set)
        }
        _ => return None,
    };
    let mut values = values(model, request, path, ty);
    if set {
        values = values
            .into_iter()
            .filter_map(|value| match value {
                Sent::Text(text) => Some(Sent::Only(text)),
                Sent::Null | Sent::Boolean(_) | Sent::Number(_) | Sent::Only(_) | Sent::Empty => None,
            })
            .chain([Sent::Empty])
            .collect();
    }
    values.truncate(VALUES);
    Some(Missing { path, name: name.to_owned(), shown: shown.to_owned(), values })
}

/// The values that conditions can tell apart, the likeliest first, and null.
fn values(model: &Model, request: &Request<'_>, path: AttributeRef, ty: ValueType) -> Vec<Sent> {
    let mut values = match ty {
        ValueType::Boolean => vec![Sent::Boolean(true), Sent::Boolean(false)],
        ValueType::Number => numbers(model, path),
        ValueType::Text => texts(model, path),
        ValueType::Enum(id) => {
            let found = model.enums.get(id.index()).map_or(&[] as &[_], |e| e.values.as_slice());
            found.iter().map(|v| Sent::Text(model.text(v.name).to_owned())).collect()
        }
        ValueType::User => {
            let asker = match request.subject {
                Subject::Id(id) | Subject::RoleAlone(id) => Sent::Text(id.to_owned()),
            };
            let other = model.users.iter().map(|u| Sent::Text(model.text(u.id).to_owned())).find(|u| *u != asker);
            [asker].into_iter().chain(other).collect()
        }
        ValueType::Unit => units(model, request),
        ValueType::Address => addresses(model),
    };
    values.push(Sent::Null);
    values
}

fn constants(model: &Model, path: AttributeRef) -> impl Iterator<Item = &Known> {
    let atoms = model.atoms.iter().filter(move |atom| atom.left == path);
    atoms.flat_map(|atom| -> Vec<&Known> {
        match &atom.test {
            Test::Compare(_, Operand::Value(value)) | Test::Has(Operand::Value(value)) => vec![value],
            Test::OneOf(values) => values.iter().collect(),
            Test::Compare(..) | Test::Has(_) | Test::InNetworks(_) | Test::IsNone => Vec::new(),
        }
    })
}

fn numbers(model: &Model, path: AttributeRef) -> Vec<Sent> {
    let mut found: Vec<i64> = Vec::new();
    for value in constants(model, path) {
        if let Known::Number(n) = value {
            found.extend([*n, n.saturating_sub(10_000), n.saturating_add(10_000)]);
        }
    }
    found.push(0);
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(Sent::Number).collect()
}

fn texts(model: &Model, path: AttributeRef) -> Vec<Sent> {
    let known = constants(model, path).filter_map(|value| match value {
        Known::Text(symbol) => Some(Sent::Text(model.text(*symbol).to_owned())),
        _ => None,
    });
    known.chain([Sent::Text("other".to_owned())]).collect()
}

/// The asker's units first, then all.
fn units(model: &Model, request: &Request<'_>) -> Vec<Sent> {
    let asker = match request.subject {
        Subject::Id(id) => model.users.iter().find(|u| model.text(u.id) == id),
        Subject::RoleAlone(_) => None,
    };
    let own = asker.and_then(|u| u.units.as_deref()).unwrap_or_default();
    let all = (0..model.units.len()).map(crate::model::UnitId::from_index);
    let mut found: Vec<Sent> = Vec::new();
    for unit in own.iter().copied().chain(all) {
        let sent = Sent::Text(model.unit_name(unit).to_owned());
        if !found.contains(&sent) {
            found.push(sent);
        }
    }
    found
}

/// One address of each network.
fn addresses(model: &Model) -> Vec<Sent> {
    let first = model.networks.iter().filter_map(|network| network.ranges.first());
    first
        .map(|(low, high)| {
            let address = Ipv6Addr::from(low.saturating_add(1).min(*high));
            Sent::Text(address.to_ipv4_mapped().map_or_else(|| address.to_string(), |v4| v4.to_string()))
        })
        .collect()
}
