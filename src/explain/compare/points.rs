//! Records and requests at which two policies are asked: made of the values that scopes and conditions tell apart.

use super::stake::is_or_lends;
use super::{Side, Whom};
use crate::explain::values::{Sent, values};
use crate::model::{
    AttributeRef, Condition, ConditionId, FieldKind, Model, Object, Operand, RecordUnit, RightId, RoleId, ScopeId,
    ScopeTerm, SuspensionKind, Test, ValueType,
};
use crate::time::Window;
use std::collections::{BTreeMap, BTreeSet};

/// Points that are looked at, at most.
const POINTS: usize = 1_200;
/// Values of one attribute, at most.
const VALUES: usize = 12;

/// What an attribute belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Record,
    Subject,
    Request,
}

/// An attribute that matters, by what it belongs to and name.
pub(super) type Slot = (Kind, String);

/// Values for the slots, in their order; `None` is missing.
pub(super) type Point = Vec<Option<Sent>>;

/// What bears on one right of somebody.
#[derive(Default)]
pub(super) struct Ground<'a> {
    pub(super) windows: Vec<&'a Window>,
    slots: BTreeMap<Slot, Vec<Sent>>,
    /// Two attributes are compared with each other: constants do not tell all.
    related: bool,
}

impl<'a> Ground<'a> {
    /// Gathers what rules, masks, `active` lines, requirements and suspensions say of a right and its object.
    pub(super) fn of(side: &'a Side<'_>, whom: &Whom, object: &str, action: &str) -> Self {
        let model: &'a Model = &side.compilation.model;
        let mut ground = Self::default();
        let Some(declared) = model.objects.iter().find(|o| model.text(o.name) == object) else { return ground };
        let rights: Vec<RightId> = declared
            .rights()
            .filter(|right| {
                let changes =
                    model.rights.get(right.index()).is_some_and(|r| !r.changes.is_empty() || r.acts_as.is_some());
                model.action_name(*right) == action || changes
            })
            .collect();
        let gather = Gather { side, model, whom, object: declared, rights: &rights };
        gather.rules(&mut ground);
        gather.brakes(&mut ground);
        let known = |user: &&crate::model::User| matches!(whom, Whom::Person(id) if model.text(user.id) == id);
        model.users.iter().filter(known).for_each(|user| ground.window(model.window(user.window)));
        for hat in side.hats(whom) {
            hat.windows.iter().chain(hat.wide.iter()).for_each(|window| ground.window(model.window(*window)));
        }
        ground
    }

    fn window(&mut self, window: &'a Window) {
        if !window.is_always() && !self.windows.contains(&window) {
            self.windows.push(window);
        }
    }

    /// Every point of both sides, or the first of each value, each pair and then a spread of the others; and whether
    /// those are all.
    pub(super) fn points(self, other: Self) -> (Vec<Slot>, Vec<Point>, bool) {
        let related = self.related || other.related;
        let mut slots = self.slots;
        for (slot, values) in other.slots {
            let known = slots.entry(slot).or_default();
            let new: Vec<Sent> = values.into_iter().filter(|value| !known.contains(value)).collect();
            known.extend(new);
        }
        let mut whole = !related;
        let mut lists: Vec<Point> = Vec::new();
        for values in slots.values() {
            whole &= values.len() <= VALUES;
            lists.push(values.iter().take(VALUES).cloned().map(Some).chain([None]).collect());
        }
        let total = lists.iter().try_fold(1_usize, |total, list| total.checked_mul(list.len()));
        let numbers: Vec<usize> = match total {
            Some(total) if total <= POINTS => (0..total).collect(),
            _ => {
                whole = false;
                // Steps that share no factor with the number of points spread over all of them.
                let (total, step) = (total.unwrap_or(usize::MAX), 0x9e37_79b1_usize);
                (0..POINTS).map(|i| i.wrapping_mul(step) % total).collect()
            }
        };
        let point = |mut number: usize| -> Point {
            let pick = |list: &Point| {
                let (at, rest) = (number % list.len().max(1), number / list.len().max(1));
                number = rest;
                list.get(at).cloned().flatten()
            };
            lists.iter().map(pick).collect()
        };
        let points = numbers.into_iter().map(point).collect();
        (slots.into_keys().collect(), points, whole)
    }
}

struct Gather<'a, 's> {
    side: &'s Side<'s>,
    model: &'a Model,
    whom: &'s Whom,
    object: &'a Object,
    rights: &'s [RightId],
}

impl<'a> Gather<'a, '_> {
    /// The roles that they hold with all that these inherit.
    fn roles(&self) -> BTreeSet<RoleId> {
        let hierarchy = &self.side.compilation.analysis.hierarchy;
        // A request may bring others.
        let held = self.side.roles(self.whom).into_iter().chain(self.model.roles_from_request.iter().copied());
        held.flat_map(|role| hierarchy.closure(self.model, role)).collect()
    }

    fn rules(&self, ground: &mut Ground<'a>) {
        let model = self.model;
        let roles = self.roles();
        let same =
            |id: crate::model::ObjectId| model.objects.get(id.index()).is_some_and(|o| o.name == self.object.name);
        for rule in model.rules.iter().filter(|rule| roles.contains(&rule.role)) {
            if rule.rights.iter().any(|right| self.rights.contains(right)) {
                self.scope(rule.scope, ground);
                self.condition(rule.condition, ground);
                ground.window(model.window(rule.window));
            }
        }
        for mask in model.masks.iter().filter(|mask| roles.contains(&mask.role) && same(mask.object)) {
            self.scope(mask.scope, ground);
            self.condition(mask.condition, ground);
            ground.window(model.window(mask.window));
        }
        for cancel in model.cancels.iter().filter(|cancel| roles.contains(&cancel.role)) {
            ground.window(model.window(cancel.window));
        }
        for role in roles.iter().filter_map(|role| model.roles.get(role.index())) {
            for active in &role.active {
                self.condition(active.condition, ground);
                ground.window(model.window(active.window));
            }
        }
        // Whoever creates a record has to be its owner, unless they may change that.
        let creates = |id: &RightId| {
            let right = model.rights.get(id.index());
            right.is_some_and(|r| r.acts_as == Some(crate::model::ActsAs::Create) || model.action_name(*id) == "create")
        };
        if self.rights.iter().any(creates) {
            self.owner(ground);
        }
    }

    fn brakes(&self, ground: &mut Ground<'a>) {
        let model = self.model;
        for require in &model.requires {
            let own = require.entries.iter().filter(|e| e.rights.iter().any(|right| self.rights.contains(right)));
            for entry in own {
                self.condition(entry.condition, ground);
                ground.window(model.window(require.window));
            }
        }
        for suspension in &model.suspensions {
            match &suspension.kind {
                SuspensionKind::Rights(entries) => {
                    let own: Vec<_> =
                        entries.iter().filter(|e| e.rights.iter().any(|right| self.rights.contains(right))).collect();
                    if own.is_empty() {
                        continue;
                    }
                    own.iter().for_each(|entry| self.condition(entry.condition, ground));
                }
                SuspensionKind::Users { users, .. } => {
                    if !users.iter().any(|user| is_or_lends(model, self.whom, *user)) {
                        continue;
                    }
                }
                SuspensionKind::Roles { .. } | SuspensionKind::Everything { .. } => {}
            }
            self.condition(suspension.condition, ground);
            ground.window(model.window(suspension.window));
        }
    }

    fn owner(&self, ground: &mut Ground<'a>) {
        if let Some(owner) = self.object.owner {
            self.attribute(AttributeRef::Record(owner), ground);
        }
    }

    fn scope(&self, id: ScopeId, ground: &mut Ground<'a>) {
        let Some(scope) = self.model.scopes.get(id.index()) else { return };
        let mut fields = Vec::new();
        for term in &scope.terms {
            let unit = match self.object.unit {
                Some(RecordUnit::Field(field)) => Some(field),
                Some(RecordUnit::OfOwner) => self.object.owner,
                None => None,
            };
            match term {
                ScopeTerm::All => {}
                ScopeTerm::Own | ScopeTerm::NoOwner => fields.extend(self.object.owner),
                ScopeTerm::Team | ScopeTerm::Reports => {
                    fields.extend(self.object.owner.into_iter().chain(self.object.team));
                }
                ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow => {
                    fields.extend(self.object.owner.into_iter().chain(self.object.team).chain(unit));
                }
                ScopeTerm::Unit(_) | ScopeTerm::UnitAndBelow(_) => fields.extend(unit),
                ScopeTerm::Shared => fields.extend(self.object.shared.iter().map(|shared| shared.field)),
            }
        }
        for field in fields {
            self.attribute(AttributeRef::Record(field), ground);
        }
    }

    fn condition(&self, id: ConditionId, ground: &mut Ground<'a>) {
        match self.model.conditions.get(id.index()) {
            Some(Condition::And(parts) | Condition::Or(parts)) => {
                parts.iter().for_each(|part| self.condition(*part, ground));
            }
            Some(Condition::Not(part)) => self.condition(*part, ground),
            Some(Condition::Atom(atom)) => {
                let Some(atom) = self.model.atoms.get(atom.index()) else { return };
                self.attribute(atom.left, ground);
                if let Test::Compare(_, Operand::Attribute(right)) | Test::Has(Operand::Attribute(right)) = &atom.test {
                    self.attribute(*right, ground);
                    ground.related = true;
                }
            }
            Some(Condition::True) | None => {}
        }
    }

    fn attribute(&self, path: AttributeRef, ground: &mut Ground<'a>) {
        let model = self.model;
        let (kind, name, ty, set) = match path {
            AttributeRef::Record(field) => {
                let found = model.fields.get(field.index());
                let Some(FieldKind::Attribute { ty, set, .. }) = found.map(|field| field.kind) else { return };
                (Kind::Record, model.field_name(field), ty, set)
            }
            AttributeRef::Subject(id) => match model.subject_attributes.get(id.index()) {
                Some(a) => (Kind::Subject, model.text(a.name), a.ty, a.set),
                None => return,
            },
            AttributeRef::Request(id) => match model.request_attributes.get(id.index()) {
                Some(a) => (Kind::Request, model.text(a.name), a.ty, a.set),
                None => return,
            },
            AttributeRef::RecordId => {
                ground.related = true;
                return;
            }
        };
        let slot = (kind, name.to_owned());
        ground.slots.entry(slot).or_insert_with(|| self.values(path, ty, set));
    }

    fn values(&self, path: AttributeRef, ty: ValueType, set: bool) -> Vec<Sent> {
        let me = match self.whom {
            Whom::Person(id) | Whom::Bringer(id) | Whom::Alone(id) => id,
        };
        let mut found = values(self.model, me, path, ty);
        if matches!(ty, ValueType::User | ValueType::Unit) {
            let null = found.pop();
            found.truncate(VALUES / 2);
            // Whose role is delegated to them may be the one that counts.
            let others = self.side.hats(self.whom).iter().filter_map(|hat| hat.on_behalf_of);
            for other in others.map(|id| Sent::Text(self.model.user_name(id).to_owned())) {
                if ty == ValueType::User && !found.contains(&other) {
                    found.push(other);
                }
            }
            found.extend(self.below(ty).filter(|unit| !found.contains(unit)));
            found.extend(null);
        }
        if set {
            found = Sent::in_sets(found);
        }
        found
    }

    /// A unit below one of theirs.
    fn below(&self, ty: ValueType) -> Option<Sent> {
        let hats = self.side.hats(self.whom).iter().filter(|_| ty == ValueType::Unit);
        let own: Vec<_> = hats.flat_map(|hat| hat.units.unwrap_or_default().iter().copied()).collect();
        let units = &self.model.units;
        let found = units.iter().find(|unit| unit.parent.is_some_and(|parent| own.contains(&parent)))?;
        Some(Sent::Text(self.model.text(found.name).to_owned()))
    }
}
