//! From what a search chose to a request that anybody can replay.

use super::formula::{Copy, Slot};
use super::index::{Index, has};
use super::item::Item;
use super::subject::{Asker, Subject};
use super::value::{Person, Scalar};
use super::witness::{Holder, Witness};
use super::{Found, Through, pool, terms};
use crate::diagnostic::{WitnessRequest, WitnessSubject, WitnessValue};
use crate::model::{AttributeRef, AttributeSource, FieldKind, RoleId, UserId, ValueType};
use crate::time::Reading;
use std::net::{Ipv4Addr, Ipv6Addr};

/// The requests that show what was found.
pub(crate) fn witness(index: &Index<'_>, found: Found, items: &[&Item]) -> Witness {
    let requests = found.through.iter().filter_map(|through| {
        let item = items.get(through.item)?;
        Some(request(index, &found, through, item))
    });
    let requests = requests.collect();
    Witness { at: found.at, at_any_time: found.at_any_time, requests, holders: Vec::new() }
}

/// A request that nothing can make allowed at an instant.
pub(crate) fn refused(index: &Index<'_>, subject: &Subject, item: &Item, at: i64, at_any_time: bool) -> Witness {
    let request = blank(index, subject, item, at);
    Witness { at, at_any_time, requests: vec![request], holders: Vec::new() }
}

fn blank(index: &Index<'_>, subject: &Subject, item: &Item, at: i64) -> WitnessRequest {
    let model = index.model;
    let object = model.rights.get(item.right.index()).map(|right| model.object_name(right.object).to_owned());
    WitnessRequest {
        subject_type: model.subject_type().to_owned(),
        subject: name(index, subject),
        action: model.action_name(item.right).to_owned(),
        object: object.unwrap_or_default(),
        field: item.field.map(|field| model.field_name(field).to_owned()),
        record_id: None,
        record: Vec::new(),
        held: Vec::new(),
        subject_attributes: Vec::new(),
        request_attributes: Vec::new(),
        missing: Vec::new(),
        roles: Vec::new(),
        active_roles: None,
        time: at,
        allowed: false,
        rule: None,
        assignment: None,
    }
}

fn request(index: &Index<'_>, found: &Found, through: &Through, item: &Item) -> WitnessRequest {
    let model = index.model;
    let mut request = shown(index, found, item, through.copy);
    request.allowed = true;
    request.rule = model.rules.get(through.rule.index()).map(|rule| rule.origin.span);
    request.assignment = found.subject.hats.get(through.hat).and_then(|hat| hat.origin).map(|origin| origin.span);
    request.active_roles = active_roles(index, found, through, &brought(found, through.copy));
    request
}

/// The request that was chosen, not said to be allowed.
pub(crate) fn shown(index: &Index<'_>, found: &Found, item: &Item, copy: Copy) -> WitnessRequest {
    let model = index.model;
    let mut request = blank(index, &found.subject, item, found.at);
    let brought = brought(found, copy);
    request.roles = brought.iter().map(|role| model.role_name(*role).to_owned()).collect();
    let concrete = Concrete { index, subject: &found.subject };
    for (slot, value) in &found.values {
        let (attribute, value) = match slot {
            Slot::Value(of, attribute) if *of == copy => {
                (*attribute, (*value != Scalar::Missing).then(|| concrete.value(*attribute, *value)))
            }
            Slot::Set(of, attribute) if *of == copy => {
                let value = match value {
                    Scalar::Missing => None,
                    Scalar::Null => Some(WitnessValue::Null),
                    _ => Some(WitnessValue::Set(concrete.members(found, copy, *attribute))),
                };
                (*attribute, value)
            }
            _ => continue,
        };
        concrete.put(&mut request, attribute, value);
    }
    for list in [&mut request.record, &mut request.held, &mut request.subject_attributes] {
        list.sort_by(|a, b| a.0.cmp(&b.0));
    }
    request.request_attributes.sort_by(|a, b| a.0.cmp(&b.0));
    request.missing.sort();
    request
}

/// The roles that a request brings.
pub(crate) fn brought(found: &Found, copy: Copy) -> Vec<RoleId> {
    let brought = found.values.iter().filter_map(|(slot, value)| match slot {
        Slot::Brought(of, role) if *of == copy && *value == Scalar::Boolean(true) => Some(*role),
        _ => None,
    });
    let mut roles: Vec<RoleId> = brought.collect();
    roles.sort_unstable();
    roles.dedup();
    roles
}

/// The roles that the session must name, if using all that run would be a conflict.
fn active_roles(index: &Index<'_>, found: &Found, through: &Through, brought: &[RoleId]) -> Option<Vec<String>> {
    let mut running: Vec<RoleId> = brought.to_vec();
    if let Some(user) = found.subject.user() {
        running.extend(counting_roles(index, user, found.at));
    }
    let hats = [Some(through.hat), through.helper].into_iter().flatten();
    let mut used: Vec<RoleId> = hats.filter_map(|hat| found.subject.hats.get(hat)).map(|hat| hat.role).collect();
    used.sort_unstable();
    used.dedup();
    used.iter()
        .any(|role| index.conflicts(&running, *role))
        .then(|| used.iter().map(|role| index.model.role_name(*role).to_owned()).collect())
}

/// The roles that somebody may have at an instant.
fn counting_roles(index: &Index<'_>, user: UserId, at: i64) -> impl Iterator<Item = RoleId> {
    let hats = index.hats.of(user).iter();
    let counts = |windows: &[crate::model::WindowId]| {
        windows.iter().all(|id| index.model.window(*id).state(&index.model.time, at).open)
    };
    hats.filter(|hat| counts(&hat.wide)).map(|hat| hat.role).collect::<Vec<_>>().into_iter()
}

/// Somebody with the roles of theirs that matter: those surely held at an instant, or all that may be.
pub(crate) fn holder(
    index: &Index<'_>,
    subject: &Subject,
    roles: &[bool],
    (at, reading): (i64, Reading),
    brought: &[RoleId],
) -> Holder {
    let model = index.model;
    let mut holder =
        Holder { subject: name(index, subject), roles: Vec::new(), origins: Vec::new(), brought: Vec::new() };
    for hat in subject.hats.iter().filter(|hat| has(roles, hat.role)) {
        if hat.brought {
            if brought.contains(&hat.role) {
                holder.brought.push(model.role_name(hat.role).to_owned());
            }
            continue;
        }
        let windows = if reading == Reading::Gives { &hat.windows } else { &hat.wide };
        if windows.iter().all(|id| model.window(*id).state(&model.time, at).open) {
            let role = model.role_name(hat.role).to_owned();
            if !holder.roles.contains(&role) {
                holder.roles.push(role);
            }
            holder.origins.extend(hat.origin.filter(|origin| !holder.origins.contains(origin)));
        }
    }
    holder
}

fn name(index: &Index<'_>, subject: &Subject) -> WitnessSubject {
    match subject.asker {
        Asker::Known(user) => WitnessSubject::Id(index.model.user_name(user).to_owned()),
        Asker::Alone(role) | Asker::Imagined(role) => WitnessSubject::RoleAlone(index.model.role_name(role).to_owned()),
        Asker::Unknown => WitnessSubject::Id(fresh(index, "somebody")),
    }
}

/// A word that names nobody.
fn fresh(index: &Index<'_>, word: &str) -> String {
    let mut found = word.to_owned();
    while index.is_name(&found) {
        found.push('-');
        found.push_str("else");
    }
    found
}

struct Concrete<'a> {
    index: &'a Index<'a>,
    subject: &'a Subject,
}

impl Concrete<'_> {
    /// The value as a caller would send it.
    fn value(&self, attribute: AttributeRef, value: Scalar) -> WitnessValue {
        let model = self.index.model;
        let text = match value {
            Scalar::Missing | Scalar::Null | Scalar::Present => return WitnessValue::Null,
            Scalar::Boolean(b) => return WitnessValue::Boolean(b),
            Scalar::Number(n) => return WitnessValue::Number(n),
            Scalar::Text(text) => model.text(text).to_owned(),
            Scalar::FreshText(n) => self.fresh_text(n),
            Scalar::Enum(position) => match terms::kind(model, attribute) {
                Some((ValueType::Enum(id), _)) => {
                    let values = model.enums.get(id.index()).map(|e| &e.values);
                    values.and_then(|v| v.get(position as usize)).map_or("", |v| model.text(v.name)).to_owned()
                }
                _ => String::new(),
            },
            Scalar::Person(person) => self.person(person),
            Scalar::Unit(unit) => model.unit_name(unit).to_owned(),
            Scalar::Address(address) => written(address),
        };
        WitnessValue::Text(text)
    }

    fn fresh_text(&self, n: u32) -> String {
        let mut text = format!("text-{}", n + 1);
        // A text that the policy names would not be fresh.
        while self.index.model.symbols.get(&text).is_some() {
            text.push('\'');
        }
        text
    }

    fn person(&self, person: Person) -> String {
        match person {
            Person::Known(user) => self.index.model.user_name(user).to_owned(),
            Person::Stranger(n) => fresh(self.index, &format!("stranger-{}", n + 1)),
            Person::Me => match name(self.index, self.subject) {
                WitnessSubject::Id(id) => id,
                WitnessSubject::RoleAlone(role) => format!("role:{role}"),
            },
        }
    }

    fn members(&self, found: &Found, copy: Copy, attribute: AttributeRef) -> Vec<WitnessValue> {
        let members = found.values.iter().filter_map(|(slot, value)| match slot {
            Slot::Member(of, set, element) if *of == copy && *set == attribute && *value == Scalar::Boolean(true) => {
                Some(self.value(attribute, *element))
            }
            _ => None,
        });
        members.collect()
    }

    /// Puts a value where the evaluator reads it; `None` is one that must be missing.
    fn put(&self, request: &mut WitnessRequest, attribute: AttributeRef, value: Option<WitnessValue>) {
        let model = self.index.model;
        let Some(value) = value else {
            request.missing.push(path(self.index, attribute));
            return;
        };
        match attribute {
            AttributeRef::RecordId => {
                if let WitnessValue::Text(text) = value {
                    request.record_id = Some(text);
                }
            }
            AttributeRef::Record(field) => {
                let kind = model.fields.get(field.index()).map(|f| f.kind);
                let is_held = matches!(kind, Some(FieldKind::Attribute { source: AttributeSource::Records, .. }));
                let list = if is_held { &mut request.held } else { &mut request.record };
                list.push((model.field_name(field).to_owned(), value));
            }
            AttributeRef::Subject(id) => {
                let name = model.subject_attributes.get(id.index()).map_or("", |a| model.text(a.name));
                request.subject_attributes.push((name.to_owned(), value));
            }
            AttributeRef::Request(id) => {
                let name = model.request_attributes.get(id.index()).map_or("", |a| model.text(a.name));
                request.request_attributes.push((name.to_owned(), value));
            }
        }
    }
}

/// An attribute as a condition writes it.
fn path(index: &Index<'_>, attribute: AttributeRef) -> String {
    let model = index.model;
    match attribute {
        AttributeRef::RecordId => "record.id".to_owned(),
        AttributeRef::Record(field) => format!("record.{}", model.field_name(field)),
        AttributeRef::Subject(id) => {
            format!("subject.{}", model.subject_attributes.get(id.index()).map_or("", |a| model.text(a.name)))
        }
        AttributeRef::Request(id) => {
            format!("request.{}", model.request_attributes.get(id.index()).map_or("", |a| model.text(a.name)))
        }
    }
}

fn written(address: u128) -> String {
    let low = u32::try_from(address & 0xFFFF_FFFF).unwrap_or(0);
    if address & !0xFFFF_FFFF == pool::MAPPED {
        Ipv4Addr::from(low).to_string()
    } else {
        Ipv6Addr::from(address).to_string()
    }
}
