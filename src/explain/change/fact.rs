//! Facts of the request that turn a no: one that is missing, another instant, another value than the one sent.

use crate::explain::values::{Sent, values};
use crate::model::{Attribute, AttributeRef, AttributeSource, FieldKind, Model};
use crate::runtime::{self, Reason, Record, Request, Scratch, Subject, Trace, Value};
use crate::table::Table;
use crate::words;

/// Attributes that are looked at.
const ATTRIBUTES: usize = 6;
/// Values of one attribute that are tried.
const VALUES: usize = 24;
/// Requests that are tried.
const TRIES: usize = 20_000;
/// Facts that are changed together, at most, where one was sent.
const ALTERED: usize = 2;
/// Changes of the answer over time that are looked at.
const STEPS: usize = 3_000;

/// A fact that the request should carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// `request.mfa`; `context.time` for another instant.
    pub attribute: String,
    /// As a policy writes it.
    pub value: String,
    /// The network that an address lies in.
    pub network: Option<String>,
}

/// Facts that turn the answer.
pub(super) struct Facts {
    pub(super) list: Vec<Fact>,
    /// They take the place of what was sent, or of the instant.
    pub(super) altered: bool,
}

/// An attribute with the values that are worth trying.
struct Slot {
    path: AttributeRef,
    name: String,
    shown: String,
    values: Vec<Sent>,
}

/// The fewest facts that turn a no: what is missing, then the instant, then what was sent.
pub(super) fn search(table: &Table<'_>, model: &Model, request: &Request<'_>, trace: &Trace) -> Option<Facts> {
    if let Some(list) = missing(table, model, request, trace) {
        return Some(Facts { list, altered: false });
    }
    let timely = matches!(trace.reason, Reason::Inactive | Reason::Suspended);
    let list = later(table, model, request).filter(|_| timely).or_else(|| altered(table, model, request, trace));
    list.map(|list| Facts { list, altered: true })
}

/// The fewest facts that turn a no for want of facts.
pub(super) fn missing(table: &Table<'_>, model: &Model, request: &Request<'_>, trace: &Trace) -> Option<Vec<Fact>> {
    if let Some(fact) = session(table, request, trace) {
        return Some(vec![fact]);
    }
    let slots = missing_slots(table, model, request, trace);
    fewest(table, model, request, &slots, slots.len())
}

fn missing_slots(table: &Table<'_>, model: &Model, request: &Request<'_>, trace: &Trace) -> Vec<Slot> {
    let shown = |at: &u32| {
        let (kind, name) = table.attribute_name(*at);
        format!("{kind}.{name}")
    };
    trace.missing.iter().filter_map(|at| slot(model, request, &shown(at))).take(ATTRIBUTES).collect()
}

/// The fewest facts, of which some were sent otherwise.
fn altered(table: &Table<'_>, model: &Model, request: &Request<'_>, trace: &Trace) -> Option<Vec<Fact>> {
    let mut slots = missing_slots(table, model, request, trace);
    let record = request.record.unwrap_or_default();
    let sent = request.request_attributes.iter().map(|(name, _)| format!("request.{name}"));
    let sent = sent.chain(request.subject_attributes.iter().map(|(name, _)| format!("subject.{name}")));
    let of_record = record.properties.iter().chain(record.held).map(|(name, _)| format!("record.{name}"));
    for shown in sent.chain(of_record) {
        if slots.len() < ATTRIBUTES && slots.iter().all(|slot| slot.shown != shown) {
            slots.extend(slot(model, request, &shown));
        }
    }
    fewest(table, model, request, &slots, ALTERED)
}

fn fewest(table: &Table<'_>, model: &Model, request: &Request<'_>, slots: &[Slot], most: usize) -> Option<Vec<Fact>> {
    let mut tries = TRIES;
    for size in 1..=most.min(slots.len()) {
        for chosen in subsets(slots.len(), size) {
            let chosen: Vec<&Slot> = chosen.iter().filter_map(|i| slots.get(*i)).collect();
            if let Some(values) = try_values(table, request, &chosen, &mut tries) {
                let facts = chosen.iter().zip(values).map(|(slot, value)| {
                    let (attribute, value) = (slot.shown.clone(), value.words());
                    let network = network(model, slot.path, &value);
                    Fact { attribute, value, network }
                });
                return Some(facts.collect());
            }
        }
    }
    None
}

/// The network in which an address lies that was picked for it.
fn network(model: &Model, path: AttributeRef, value: &str) -> Option<String> {
    let AttributeRef::Request(_) = path else { return None };
    let bits = match value.parse::<std::net::IpAddr>().ok()? {
        std::net::IpAddr::V4(v4) => u128::from(v4.to_ipv6_mapped()),
        std::net::IpAddr::V6(v6) => u128::from(v6),
    };
    let holds =
        |network: &&crate::model::Network| network.ranges.iter().any(|(low, high)| (*low..=*high).contains(&bits));
    model.networks.iter().find(holds).map(|network| model.text(network.name).to_owned())
}

/// The next instant at which the answer is yes.
fn later(table: &Table<'_>, model: &Model, request: &Request<'_>) -> Option<Vec<Fact>> {
    let mut scratch = Scratch::new(table);
    let mut at = request.time;
    for _ in 0..STEPS {
        let decision = runtime::decide(table, &Request { time: at, ..*request }, &mut scratch);
        if decision.allowed {
            let value = words::instant(model, at);
            return Some(vec![Fact { attribute: "context.time".to_owned(), value, network: None }]);
        }
        at = decision.valid_until?.max(at.saturating_add(1));
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
    Some(Fact { attribute: "context.active_roles".to_owned(), value: role.to_owned(), network: None })
}

fn subsets(count: usize, size: usize) -> Vec<Vec<usize>> {
    let all = 0..(1_u32 << count.min(16));
    let of_size = all.filter(|bits| bits.count_ones() as usize == size);
    of_size.map(|bits| (0..count).filter(|i| bits & (1 << i) != 0).collect()).collect()
}

/// The first combination of values under which the request is allowed.
fn try_values(table: &Table<'_>, request: &Request<'_>, chosen: &[&Slot], tries: &mut usize) -> Option<Vec<Sent>> {
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
    chosen: &[&Slot],
    values: &[&Sent],
    scratch: &mut Scratch,
) -> bool {
    let sets: Vec<Vec<Value<'_>>> = values.iter().map(|value| value.members()).collect();
    let of = |kind: fn(AttributeRef) -> bool| -> Vec<(&str, Value<'_>)> {
        let picked = chosen.iter().zip(values).zip(&sets).filter(|((m, _), _)| kind(m.path));
        picked.map(|((m, v), members)| (m.name.as_str(), v.value(members))).collect()
    };
    let subject_attributes = replaced(request.subject_attributes, of(|path| matches!(path, AttributeRef::Subject(_))));
    let request_attributes = replaced(request.request_attributes, of(|path| matches!(path, AttributeRef::Request(_))));
    let sent = of(|path| matches!(path, AttributeRef::Record(_)));
    let record = request.record.unwrap_or_default();
    let needs_record = request.record.is_some() || !sent.is_empty();
    // A service holds what it is told here, so that attributes of every source are read.
    let properties: Vec<_> =
        record.properties.iter().filter(|(name, _)| sent.iter().all(|(n, _)| n != name)).copied().collect();
    let held = replaced(record.held, sent);
    let changed = Request {
        record: needs_record.then_some(Record { properties: &properties, held: &held, ..record }),
        subject_attributes: &subject_attributes,
        request_attributes: &request_attributes,
        ..*request
    };
    runtime::decide(table, &changed, scratch).allowed
}

/// What was sent, but for what takes its place.
fn replaced<'a>(sent: &[(&'a str, Value<'a>)], with: Vec<(&'a str, Value<'a>)>) -> Vec<(&'a str, Value<'a>)> {
    let kept = sent.iter().filter(|(name, _)| with.iter().all(|(other, _)| other != name)).copied();
    kept.chain(with.iter().copied()).collect()
}

/// An attribute that a request may carry, or that a service may hold of the record.
fn slot(model: &Model, request: &Request<'_>, shown: &str) -> Option<Slot> {
    let (kind, name) = shown.split_once('.')?;
    let among = |list: &[Attribute]| {
        list.iter().position(|a| model.text(a.name) == name && a.source == AttributeSource::Request)
    };
    let (path, ty, set) = match kind {
        "record" => {
            let object = model.objects.iter().find(|o| model.text(o.name) == request.object)?;
            let field = object.fields().find(|field| model.field_name(*field) == name)?;
            match model.fields.get(field.index())?.kind {
                FieldKind::Attribute { ty, set, source: AttributeSource::Request | AttributeSource::Records } => {
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
    let me = match request.subject {
        Subject::Id(id) | Subject::RoleAlone(id) => id,
    };
    let mut values = values(model, me, path, ty);
    if set {
        values = Sent::in_sets(values);
    }
    values.truncate(VALUES);
    Some(Slot { path, name: name.to_owned(), shown: shown.to_owned(), values })
}
