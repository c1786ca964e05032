//! Making a request that an allow covers: its holder, its scope, its condition; and what denies and requirements want.

use super::Dice;
use crate::reference::clock::Window;
use crate::reference::policy::{Comparison, Condition, Path, Policy, Root, Rule, Scope, ScopeTerm, Term, UnitOf};
use crate::reference::value::{Fact, Known, Type};
use crate::reference::{Record, Request, Value};
use std::net::IpAddr;

/// Somebody who holds a role that reaches a writer of rules.
#[derive(Clone)]
pub struct HolderPlan {
    pub person: String,
    pub role: String,
    pub brings: Option<String>,
    /// The one whose role it is, under a delegation.
    pub for_whom: Option<String>,
    pub units: Vec<String>,
    pub windows: Vec<Window>,
}

pub fn holder(policy: &Policy, dice: &mut Dice, writer: &str) -> Option<HolderPlan> {
    let mut all = Vec::new();
    let units = |person: &str| policy.people.get(person).map(|p| p.units.clone()).unwrap_or_default();
    for a in policy.assignments.iter().filter(|a| policy.has(&a.role, writer)) {
        all.push(HolderPlan {
            person: a.person.clone(),
            role: a.role.clone(),
            brings: None,
            for_whom: None,
            units: a.units.clone().unwrap_or_else(|| units(&a.person)),
            windows: vec![a.window.clone(), policy.people[&a.person].employed.clone()],
        });
    }
    for d in policy.delegations.iter().filter(|d| policy.has(&d.role, writer)) {
        let plan = HolderPlan {
            person: d.to.clone(),
            role: d.role.clone(),
            brings: None,
            for_whom: Some(d.of.clone()),
            units: units(&d.of),
            windows: vec![d.window.clone(), policy.people[&d.of].employed.clone()],
        };
        all.extend([plan.clone(), plan]);
    }
    for role in policy.brought.iter().filter(|r| policy.has(r, writer)) {
        let people: Vec<&String> = policy.people.keys().collect();
        let known = dice.maybe(&people).cloned();
        let person = if dice.chance(50) { "guest".to_string() } else { known.unwrap_or_else(|| "guest".into()) };
        all.push(HolderPlan {
            units: units(&person),
            person,
            role: role.clone(),
            brings: Some(role.clone()),
            for_whom: None,
            windows: Vec::new(),
        });
    }
    dice.maybe(&all)
}

/// Every window of the policy.
pub fn windows(policy: &Policy) -> Vec<Window> {
    let mut all: Vec<Window> = Vec::new();
    for role in policy.roles.values() {
        all.extend(role.allows.iter().chain(&role.denies).map(|r| r.window.clone()));
        all.extend(role.masks.iter().map(|m| m.window.clone()));
        all.extend(role.cancels.iter().map(|c| c.window.clone()));
        all.extend(role.active.iter().map(|a| a.window.clone()));
    }
    all.extend(policy.people.values().map(|p| p.employed.clone()));
    all.extend(policy.assignments.iter().map(|a| a.window.clone()));
    all.extend(policy.delegations.iter().map(|d| d.window.clone()));
    all.extend(policy.suspensions.iter().map(|s| s.window.clone()));
    all.extend(policy.requirements.iter().map(|r| r.window.clone()));
    all.retain(|w| w.from.is_some() || !w.until.is_empty() || !w.during.is_empty() || !w.outside.is_empty());
    all
}

pub fn any_field(policy: &Policy, dice: &mut Dice, object: &str) -> Option<String> {
    dice.maybe(&policy.object(object)?.fields).map(|f| f.name)
}

pub fn any_value(policy: &Policy, dice: &mut Dice, ty: &Type) -> Value {
    match ty {
        Type::Boolean => Value::Boolean(dice.chance(50)),
        Type::Number => {
            Value::Number(dice.pick(&[0, 1, 10_000, 20_000, 25_000, 30_000, -10_000, 999_999_999_999_999_999]))
        }
        Type::Text => Value::text(dice.pick(&["a", "b", "web", "vip", "é", ""])),
        Type::User => {
            let mut ids: Vec<String> = policy.people.keys().cloned().collect();
            ids.extend(policy.people.values().flat_map(|p| p.other_ids.clone()));
            ids.extend(["guest".to_string(), "stranger".to_string()]);
            let id = dice.pick(&ids);
            Value::Text(if dice.chance(12) { another_spelling(dice, &id) } else { id })
        }
        Type::Unit => Value::Text(dice.maybe(&policy.units.keys().cloned().collect::<Vec<_>>()).unwrap_or_default()),
        Type::Address => {
            Value::text(dice.pick(&["10.20.1.2", "172.16.5.5", "8.8.8.8", "2001:db8:1::7", "::ffff:10.20.0.9"]))
        }
        Type::Enumeration(values) => Value::Text(dice.pick(values).0),
        Type::Set(member) => {
            let count = dice.index(3);
            Value::List((0..count).map(|_| any_value(policy, dice, member)).collect())
        }
    }
}

/// What looks like an id and is not it; or nothing at all.
fn another_spelling(dice: &mut Dice, id: &str) -> String {
    match dice.index(4) {
        0 => id.to_uppercase(),
        1 => format!(" {id}"),
        // Full width.
        2 => id
            .chars()
            .map(|c| if c.is_ascii_graphic() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c })
            .collect(),
        _ => dice.pick(&["", " "]).to_string(),
    }
}

/// A request that is being built around an allow.
pub struct Aimed<'a> {
    policy: &'a Policy,
    dice: &'a mut Dice,
    request: &'a mut Request,
    holder: &'a HolderPlan,
}

impl<'a> Aimed<'a> {
    pub fn new(policy: &'a Policy, dice: &'a mut Dice, request: &'a mut Request, holder: &'a HolderPlan) -> Self {
        Self { policy, dice, request, holder }
    }

    /// Random values for most attributes.
    pub fn fill(&mut self) {
        let policy = self.policy;
        self.request.record = Some(Record { id: Some(self.dice.pick(&["c-1", "c-2"]).into()), ..Record::default() });
        for field in &policy.objects[&self.request.object].fields {
            if let Some(ty) = field.ty.as_ref().filter(|_| self.dice.chance(85)) {
                let value = if self.dice.chance(6) { Value::Null } else { any_value(policy, self.dice, ty) };
                self.put(Root::Record, &field.name, value);
            }
        }
        for (name, attribute) in &policy.request {
            if self.dice.chance(85) {
                let value = any_value(policy, self.dice, &attribute.ty);
                self.put(Root::Request, name, value);
            }
        }
        for (name, attribute) in &policy.subject {
            if self.dice.chance(if attribute.from_table { 10 } else { 85 }) {
                let value = any_value(policy, self.dice, &attribute.ty);
                self.put(Root::Subject, name, value);
            }
        }
    }

    fn put(&mut self, root: Root, name: &str, value: Value) {
        match root {
            Root::Subject => self.request.subject_attributes.insert(name.into(), value),
            Root::Request => self.request.request_attributes.insert(name.into(), value),
            Root::Record => {
                let held = self
                    .policy
                    .object(&self.request.object)
                    .and_then(|o| o.field(name))
                    .is_some_and(|f| f.from_records);
                let record = self.request.record.get_or_insert_with(Record::default);
                if name == "id" {
                    if let Value::Text(id) = value {
                        record.id = Some(id);
                    }
                    return;
                }
                if held || self.dice.chance(6) {
                    record.properties.remove(name);
                    record.held.insert(name.into(), value)
                } else {
                    record.properties.insert(name.into(), value)
                }
            }
        };
    }

    fn me(&mut self) -> String {
        let mut ids = vec![self.holder.person.clone()];
        ids.extend(self.holder.for_whom.clone());
        self.dice.pick(&ids)
    }

    /// On creation the owner is mostly the one who asks.
    pub fn create_for_me(&mut self) {
        let object = &self.policy.objects[&self.request.object];
        let creates = object.action(&self.request.action).is_some_and(|a| a.creates);
        if let Some(owner) = object.owner.as_ref().filter(|_| creates && self.dice.chance(80)) {
            let me = self.me();
            self.put(Root::Record, owner, Value::Text(me));
        }
    }

    pub fn fit(&mut self, rule: &Rule) {
        let condition_first = self.dice.chance(50);
        if let Some(when) = rule.when.as_ref().filter(|_| condition_first) {
            self.make(when, true);
        }
        if let Some(scope) = &rule.scope {
            self.fit_scope(scope);
        }
        if let Some(when) = rule.when.as_ref().filter(|_| !condition_first) {
            self.make(when, true);
        }
        let policy = self.policy;
        for role in policy.roles.iter().filter(|(name, _)| policy.has(&self.holder.role, name)).map(|(_, r)| r) {
            for when in role.active.iter().filter_map(|a| a.when.as_ref()) {
                self.make(when, true);
            }
        }
    }

    fn fit_scope(&mut self, scope: &Scope) {
        let policy = self.policy;
        let object = &policy.objects[&self.request.object];
        let owner = object.owner.clone().unwrap_or_default();
        match self.dice.pick(&scope.terms) {
            ScopeTerm::Own => {
                let me = self.me();
                self.put(Root::Record, &owner, Value::Text(me));
            }
            ScopeTerm::Team => match &object.team {
                Some(team) => {
                    let me = self.me();
                    self.put(Root::Record, team, Value::List(vec![Value::Text(me)]));
                }
                None => {
                    let me = self.me();
                    self.put(Root::Record, &owner, Value::Text(me));
                }
            },
            ScopeTerm::Reports => {
                let me = self.me();
                let below = policy.people.iter().filter(|(_, p)| p.reports_to.as_ref() == Some(&me));
                let below: Vec<String> = below.map(|(id, _)| id.clone()).collect();
                if let Some(person) = self.dice.maybe(&below) {
                    self.put(Root::Record, &owner, Value::Text(person));
                }
            }
            ScopeTerm::MyUnit { below } => {
                if let Some(unit) = self.dice.maybe(&self.holder.units) {
                    self.put_unit(&unit, below);
                }
            }
            ScopeTerm::Unit { unit, below } => self.put_unit(&unit, below),
            ScopeTerm::Shared => {
                let action = self.request.action.clone();
                for (set, _) in object.shared.iter().filter(|(_, actions)| actions.contains(&action)) {
                    let of_units =
                        object.field(set).and_then(|f| f.ty.clone()) == Some(Type::Set(Box::new(Type::Unit)));
                    let me = self.me();
                    let member = if of_units { self.dice.maybe(&self.holder.units) } else { Some(me) };
                    self.put(Root::Record, set, Value::List(member.into_iter().map(Value::Text).collect()));
                }
            }
            ScopeTerm::NoOwner => self.put(Root::Record, &owner, Value::Null),
            ScopeTerm::All => {}
        }
    }

    fn put_unit(&mut self, unit: &str, below: bool) {
        let policy = self.policy;
        let inside = |u: &&String| if below { policy.at_or_below(u, unit) } else { *u == unit };
        match &policy.objects[&self.request.object].unit {
            UnitOf::Field(field) => {
                let units: Vec<&String> = policy.units.keys().filter(inside).collect();
                let unit = self.dice.pick(&units).clone();
                self.put(Root::Record, field, Value::Text(unit));
            }
            UnitOf::Owner => {
                let fits = policy.people.iter().filter(|(_, p)| p.units.iter().any(|u| inside(&u)));
                let people: Vec<String> = fits.map(|(id, _)| id.clone()).collect();
                if let (Some(owner), Some(person)) =
                    (&policy.objects[&self.request.object].owner, self.dice.maybe(&people))
                {
                    self.put(Root::Record, owner, Value::Text(person));
                }
            }
            UnitOf::Nothing => {}
        }
    }

    /// Meets requirements and makes denies and masks false, mostly.
    pub fn soothe(&mut self) {
        let policy = self.policy;
        let right = (self.request.object.clone(), self.request.action.clone());
        for requirement in policy.requirements.iter().filter(|r| r.rights.contains(&right)) {
            if self.dice.chance(70) {
                self.make(&requirement.condition, true);
            }
        }
        for (_, role) in policy.roles.iter().filter(|(name, _)| policy.has(&self.holder.role, name)) {
            for deny in role.denies.iter().filter(|d| d.grants.iter().any(|g| g.right == right)) {
                if let Some(when) = deny.when.as_ref().filter(|_| self.dice.chance(60)) {
                    self.make(when, false);
                }
            }
        }
    }

    /// Sets values so that the condition is as wanted, as far as they can be set.
    fn make(&mut self, condition: &Condition, wanted: bool) {
        match condition {
            Condition::And(parts) | Condition::Or(parts) => {
                if matches!(condition, Condition::And(_)) == wanted {
                    parts.iter().for_each(|part| self.make(part, wanted));
                } else {
                    let part = &parts[self.dice.index(parts.len())];
                    self.make(part, wanted);
                }
            }
            Condition::Not(inner) => self.make(inner, !wanted),
            Condition::Holds(path) => self.put(path.root, &path.attribute, Value::Boolean(wanted)),
            Condition::Compare(path, op, term) => self.make_compare(path, *op, term, wanted),
            Condition::OneOf(path, terms) => {
                let term = &terms[self.dice.index(terms.len())];
                self.make_compare(path, Comparison::Is, term, wanted);
            }
            Condition::Has(path, term) => {
                let Some(Type::Set(member)) = self.type_of(path) else { return };
                let mut members = Vec::new();
                if let Some(value) = self.value_of(&member, term).filter(|_| wanted) {
                    members.push(value);
                }
                self.put(path.root, &path.attribute, Value::List(members));
            }
            Condition::In(path, blocks) => {
                let inside = blocks[self.dice.index(blocks.len())].0;
                let address = if wanted { inside.to_string() } else { "8.8.8.8".to_string() };
                self.put(path.root, &path.attribute, Value::Text(address));
            }
            Condition::IsNone(path) | Condition::IsSet(path) => {
                let Some(ty) = self.type_of(path) else { return };
                let null = matches!(condition, Condition::IsNone(_)) == wanted;
                let value = if null { Value::Null } else { any_value(self.policy, self.dice, &ty) };
                self.put(path.root, &path.attribute, value);
            }
        }
    }

    fn make_compare(&mut self, path: &Path, op: Comparison, term: &Term, wanted: bool) {
        let Some(ty) = self.type_of(path) else { return };
        let Some(right) = self.value_of(&ty, term) else { return };
        let step: i64 = match (op, wanted) {
            (Comparison::Is, true) | (Comparison::IsNot, false) => 0,
            (Comparison::Is, false) | (Comparison::IsNot, true) => 1,
            (Comparison::Less, true) | (Comparison::GreaterOrEqual, false) => -1,
            (Comparison::Greater, true) | (Comparison::LessOrEqual, false) => 1,
            (Comparison::LessOrEqual, true) | (Comparison::Greater, false) => self.dice.pick(&[0, -1]),
            (Comparison::GreaterOrEqual, true) | (Comparison::Less, false) => self.dice.pick(&[0, 1]),
        };
        let value = match (&ty, &right) {
            (_, right) if step == 0 => right.clone(),
            (Type::Number, Value::Number(n)) => Value::Number(n + step * self.dice.pick(&[1, 5_000, 10_000])),
            (Type::Enumeration(values), Value::Text(text)) => {
                let index = values.iter().position(|(name, _)| name == text).unwrap_or(0) as i64 + step;
                let index = index.rem_euclid(values.len() as i64) as usize;
                Value::Text(values[index].0.clone())
            }
            (Type::Boolean, Value::Boolean(b)) => Value::Boolean(!b),
            _ => any_value(self.policy, self.dice, &ty),
        };
        self.put(path.root, &path.attribute, value);
    }

    fn type_of(&self, path: &Path) -> Option<Type> {
        let name = &path.attribute;
        match path.root {
            Root::Record if name == "id" => Some(Type::Text),
            Root::Record => self.policy.object(&self.request.object)?.field(name)?.ty.clone(),
            Root::Subject => self.policy.subject.get(name).map(|a| a.ty.clone()),
            Root::Request => self.policy.request.get(name).map(|a| a.ty.clone()),
        }
    }

    /// The value that a term stands for now; a path that can be set gets one.
    fn value_of(&mut self, ty: &Type, term: &Term) -> Option<Value> {
        Some(match term {
            Term::Number(n) => Value::Number(*n),
            Term::Text(text) | Term::User(text) | Term::Unit(text) => Value::Text(text.clone()),
            Term::Name(name) if *ty == Type::Boolean => Value::Boolean(name == "true"),
            Term::Name(name) => Value::Text(name.clone()),
            Term::Me => Value::Text(self.holder.person.clone()),
            Term::Path(path) => {
                let stated = path.root == Root::Subject && self.policy.subject.get(&path.attribute)?.from_table;
                if !stated {
                    let value = any_value(self.policy, self.dice, ty);
                    self.put(path.root, &path.attribute, value.clone());
                    return Some(value);
                }
                match self.policy.people.get(&self.holder.person)?.attributes.get(&path.attribute)? {
                    Fact::Known(known) => as_sent(ty, known)?,
                    Fact::Null | Fact::Missing => return None,
                }
            }
        })
    }
}

fn as_sent(ty: &Type, known: &Known) -> Option<Value> {
    Some(match (ty, known) {
        (Type::Enumeration(values), Known::Choice(index)) => Value::Text(values.get(*index)?.0.clone()),
        (_, Known::Number(n)) => Value::Number(*n),
        (_, Known::Boolean(b)) => Value::Boolean(*b),
        (_, Known::Text(text) | Known::User(text) | Known::Unit(text)) => Value::Text(text.clone()),
        (_, Known::Address(IpAddr::V4(ip))) => Value::Text(ip.to_string()),
        (_, Known::Address(IpAddr::V6(ip))) => Value::Text(ip.to_string()),
        _ => return None,
    })
}
