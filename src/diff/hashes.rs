//! [`Hashes`]: what one side says of each right, role and person, so that what is written alike is found.

use super::side::Side;
use crate::exact::item::covers;
use crate::exact::lens::Lens;
use crate::exact::value::Scalar;
use crate::model::{
    AtomId, CancelTarget, Condition, ConditionId, FieldId, GuaranteeKind, Model, Operand, RecordUnit, RightId, RoleId,
    Rule, RuleEffect, ScopeId, ScopeTerm, SuspensionKind, Test, UserId, Value, ValueType, WindowId,
};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::hash::{DefaultHasher, Hash, Hasher};

fn hash(thing: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    thing.hash(&mut hasher);
    hasher.finish()
}

fn unordered(parts: impl Iterator<Item = u64>) -> u64 {
    let mut parts: Vec<u64> = parts.collect();
    parts.sort_unstable();
    hash(&parts)
}

/// What one side says, in shared ids.
pub(super) struct Hashes<'a> {
    side: &'a Side<'a>,
    model: &'a Model,
    lens: Option<&'a Lens>,
    conditions: RefCell<FxHashMap<ConditionId, u64>>,
}

impl<'a> Hashes<'a> {
    pub(super) fn new(side: &'a Side<'a>, lens: Option<&'a Lens>) -> Self {
        Self { side, model: side.model, lens, conditions: RefCell::default() }
    }

    fn role(&self, role: RoleId) -> RoleId {
        self.lens.map_or(role, |lens| lens.role(role))
    }

    fn right(&self, right: RightId) -> RightId {
        self.lens.map_or(right, |lens| lens.right(right))
    }

    fn user(&self, user: UserId) -> UserId {
        self.lens.map_or(user, |lens| UserId(lens.users.shared(user.0)))
    }

    fn field(&self, field: FieldId) -> FieldId {
        self.lens.map_or(field, |lens| FieldId(lens.fields.shared(field.0)))
    }

    fn window(&self, window: WindowId) -> WindowId {
        self.lens.map_or(window, |lens| lens.window(window))
    }

    fn units(&self, units: Option<&[crate::model::UnitId]>) -> Option<u64> {
        let shared = |unit: &crate::model::UnitId| self.lens.map_or(*unit, |lens| lens.unit(*unit));
        units.map(|units| unordered(units.iter().map(|unit| hash(&shared(unit)))))
    }

    fn scalar(&self, value: &Value, ty: Option<ValueType>) -> u64 {
        if let Value::Set(values) = value {
            return unordered(values.iter().map(|value| self.scalar(value, ty)));
        }
        let scalar = Scalar::of(value);
        hash(&self.lens.map_or(scalar, |lens| lens.scalar(scalar, ty)))
    }

    fn condition(&self, id: ConditionId) -> u64 {
        if let Some(known) = self.conditions.borrow().get(&id) {
            return *known;
        }
        let found = match self.model.conditions.get(id.index()) {
            None => hash(&"?"),
            Some(Condition::True) => hash(&"true"),
            Some(Condition::And(parts)) => hash(&("and", unordered(parts.iter().map(|part| self.condition(*part))))),
            Some(Condition::Or(parts)) => hash(&("or", unordered(parts.iter().map(|part| self.condition(*part))))),
            Some(Condition::Not(inner)) => hash(&("not", self.condition(*inner))),
            Some(Condition::Atom(atom)) => self.atom(*atom),
        };
        self.conditions.borrow_mut().insert(id, found);
        found
    }

    fn atom(&self, id: AtomId) -> u64 {
        let Some(atom) = self.model.atoms.get(id.index()) else { return 0 };
        let ty = crate::exact::kind(self.model, atom.left).map(|(ty, _)| ty);
        let attribute = |attribute| self.lens.map_or(attribute, |lens| lens.attribute(attribute));
        let operand = |operand: &Operand| match operand {
            Operand::Value(value) => hash(&("value", self.scalar(value, ty))),
            Operand::Attribute(other) => hash(&("attribute", attribute(*other))),
            Operand::Me => hash(&"me"),
        };
        let test = match &atom.test {
            Test::Compare(comparison, with) => hash(&("compare", comparison, operand(with))),
            Test::OneOf(values) => hash(&("one of", unordered(values.iter().map(|value| self.scalar(value, ty))))),
            Test::Has(with) => hash(&("has", operand(with))),
            Test::InNetworks(networks) => {
                let shared = |id: u32| self.lens.map_or(id, |lens| lens.networks.shared(id));
                hash(&("in", unordered(networks.iter().map(|network| hash(&shared(network.0))))))
            }
            Test::IsNone => hash(&"none"),
        };
        hash(&(attribute(atom.left), test))
    }

    fn scope(&self, id: ScopeId) -> u64 {
        let Some(scope) = self.model.scopes.get(id.index()) else { return 0 };
        let unit = |unit| self.lens.map_or(unit, |lens| lens.unit(unit));
        let term = |term: &ScopeTerm| match term {
            ScopeTerm::Unit(id) => ScopeTerm::Unit(unit(*id)),
            ScopeTerm::UnitAndBelow(id) => ScopeTerm::UnitAndBelow(unit(*id)),
            term => *term,
        };
        hash(&(scope.outside, unordered(scope.terms.iter().map(|t| hash(&term(t))))))
    }

    fn rule(&self, rule: &Rule, right: RightId) -> u64 {
        let object = self.model.rights.get(right.index()).and_then(|r| self.model.objects.get(r.object.index()));
        let fields = object.into_iter().flat_map(|object| object.fields());
        let covered = fields.filter(|field| covers(self.model, rule, right, Some(*field)));
        let covered = unordered(covered.map(|field| hash(&self.field(field))));
        hash(&(
            rule.effect == RuleEffect::Allow,
            covers(self.model, rule, right, None),
            covered,
            self.scope(rule.scope),
            self.condition(rule.condition),
            self.window(rule.window),
        ))
    }

    fn mask(&self, mask: &crate::model::Mask, field: FieldId) -> u64 {
        let (scope, condition) = (self.scope(mask.scope), self.condition(mask.condition));
        hash(&("mask", self.field(field), scope, condition, self.window(mask.window)))
    }

    /// What each role says of each right.
    pub(super) fn lines(&self) -> FxHashMap<(RightId, RoleId), u64> {
        let mut lists: FxHashMap<(RightId, RoleId), Vec<u64>> = FxHashMap::default();
        let mut add = |right: RightId, role: RoleId, line: u64| {
            lists.entry((self.right(right), self.role(role))).or_default().push(line);
        };
        let rights_of = |field: FieldId| {
            let object = self.model.fields.get(field.index()).map(|field| field.object);
            let object = object.and_then(|object| self.model.objects.get(object.index()));
            object.into_iter().flat_map(|object| object.rights())
        };
        for rule in &self.model.rules {
            for right in &rule.rights {
                add(*right, rule.role, self.rule(rule, *right));
            }
        }
        for (mask, field) in self.model.masks.iter().flat_map(|mask| mask.fields.iter().map(move |f| (mask, *f))) {
            let line = self.mask(mask, field);
            rights_of(field).for_each(|right| add(right, mask.role, line));
        }
        for (at, role) in self.model.roles.iter().enumerate() {
            for right in role.without.iter().flat_map(|without| without.rights.iter()) {
                add(*right, RoleId::from_index(at), hash(&"without"));
            }
        }
        for cancel in &self.model.cancels {
            let (window, from) = (self.window(cancel.window), self.role(cancel.from));
            match &cancel.target {
                CancelTarget::Denies(list) => {
                    for (rule, right) in list.iter().flat_map(|(rule, rights)| rights.iter().map(move |r| (rule, *r))) {
                        let line = self.model.rules.get(rule.index()).map(|rule| self.rule(rule, right));
                        add(right, cancel.role, hash(&("cancel", from, window, line)));
                    }
                }
                CancelTarget::Masks(list) => {
                    for (mask, field) in list.iter().flat_map(|(mask, fields)| fields.iter().map(move |f| (mask, *f))) {
                        let line = self.model.masks.get(mask.index()).map(|mask| self.mask(mask, field));
                        let line = hash(&("cancel", from, window, line));
                        rights_of(field).for_each(|right| add(right, cancel.role, line));
                    }
                }
            }
        }
        lists.into_iter().map(|(key, lines)| (key, unordered(lines.into_iter()))).collect()
    }

    /// Where each role stands, and when it works.
    pub(super) fn places(&self) -> FxHashMap<RoleId, u64> {
        let each = self.model.roles.iter().enumerate().map(|(at, role)| {
            let id = RoleId::from_index(at);
            let parents = unordered(role.parents.iter().map(|parent| hash(&self.role(*parent))));
            let active = unordered(
                role.active.iter().map(|active| hash(&(self.window(active.window), self.condition(active.condition)))),
            );
            let suspended = self.model.suspensions.iter().filter_map(|suspension| match &suspension.kind {
                SuspensionKind::Roles { roles, heirs } if roles.contains(&id) => {
                    Some(hash(&(heirs, self.window(suspension.window), self.condition(suspension.condition))))
                }
                _ => None,
            });
            (self.role(id), hash(&(parents, active, unordered(suspended), role.external)))
        });
        each.collect()
    }

    /// What is stated of each right, whoever asks.
    pub(super) fn rights(&self) -> FxHashMap<RightId, u64> {
        let mut requires: FxHashMap<RightId, Vec<u64>> = FxHashMap::default();
        for require in &self.model.requires {
            let roles = unordered(require.roles.iter().map(|role| hash(&self.role(*role))));
            for (entry, right) in require.entries.iter().flat_map(|e| e.rights.iter().map(move |r| (e, *r))) {
                let line = hash(&(roles, self.window(require.window), self.condition(entry.condition)));
                requires.entry(right).or_default().push(line);
            }
        }
        let mut suspended: FxHashMap<RightId, Vec<u64>> = FxHashMap::default();
        for suspension in &self.model.suspensions {
            let SuspensionKind::Rights(entries) = &suspension.kind else { continue };
            for (entry, right) in entries.iter().flat_map(|e| e.rights.iter().map(move |r| (e, *r))) {
                let conditions = (self.condition(suspension.condition), self.condition(entry.condition));
                suspended.entry(right).or_default().push(hash(&(self.window(suspension.window), conditions)));
            }
        }
        let list = |lines: Option<&Vec<u64>>| unordered(lines.into_iter().flatten().copied());
        let each = self.model.objects.iter().flat_map(|object| {
            let fields = unordered(object.fields().map(|field| hash(&self.field(field))));
            let unit = match object.unit {
                Some(RecordUnit::Field(field)) => Some(Some(self.field(field))),
                Some(RecordUnit::OfOwner) => Some(None),
                None => None,
            };
            let (owner, team) = (object.owner.map(|f| self.field(f)), object.team.map(|f| self.field(f)));
            let changes = |right: RightId| {
                let changes = self.model.rights.get(right.index()).map(|right| &right.changes);
                unordered(changes.into_iter().flatten().map(|field| hash(&self.field(*field))))
            };
            let all = unordered(object.rights().map(|right| hash(&(self.right(right), changes(right)))));
            object.rights().map(move |right| {
                let of = self.model.rights.get(right.index()).map(|r| (r.general, r.acts_as.map(|a| a as u8)));
                let shared = object.shared.iter().filter(|line| line.rights.contains(&right));
                let shared = unordered(shared.map(|line| hash(&self.field(line.field))));
                (right, hash(&(fields, unit, owner, team, all, of, shared)))
            })
        });
        each.map(|(right, of)| {
            let key = self.right(right);
            (key, hash(&(of, list(requires.get(&right)), list(suspended.get(&right)))))
        })
        .collect()
    }

    /// What is stated for everybody and every right.
    pub(super) fn globals(&self) -> u64 {
        let model = self.model;
        let heirs = |role: RoleId| {
            let set = self.side.index.heirs(role);
            let held = set.iter().enumerate().filter(|(_, has)| **has);
            unordered(held.map(|(at, _)| hash(&self.role(RoleId::from_index(at)))))
        };
        let sets = |roles: &[RoleId]| unordered(roles.iter().map(|role| heirs(*role)));
        let separate = unordered(model.separate_sessions.iter().map(|separate| sets(&separate.roles)));
        let exclusive = unordered(model.guarantees.iter().filter_map(|guarantee| match &guarantee.kind {
            GuaranteeKind::NobodyHasTwo(roles) if !model.roles_from_request.is_empty() => {
                Some(hash(&(sets(roles), self.window(guarantee.window))))
            }
            _ => None,
        }));
        let everything = unordered(model.suspensions.iter().filter_map(|suspension| match &suspension.kind {
            SuspensionKind::Everything { except_roles, except_users } => {
                let roles = unordered(except_roles.iter().map(|role| hash(&self.role(*role))));
                let users = unordered(except_users.iter().map(|user| hash(&self.user(*user))));
                Some(hash(&(roles, users, self.window(suspension.window), self.condition(suspension.condition))))
            }
            _ => None,
        }));
        let brought = unordered(model.roles_from_request.iter().map(|role| hash(&self.role(*role))));
        let watched = unordered(model.requires.iter().map(|require| sets(&require.roles)));
        let units = unordered(model.units.iter().enumerate().map(|(at, unit)| {
            let shared = |id: u32| self.lens.map_or(id, |lens| lens.units.shared(id));
            hash(&(shared(at as u32), unit.parent.map(|up| shared(up.0))))
        }));
        // Of whom owners are below and whose unit a record has, everybody may be asked.
        let folk = unordered(model.users.iter().enumerate().map(|(at, user)| {
            let above = user.reports_to.map(|up| self.user(up));
            hash(&(self.user(UserId::from_index(at)), self.units(user.units.as_deref()), above))
        }));
        let folk = if self.asks_of_people() { folk } else { 0 };
        hash(&((separate, exclusive, everything, brought, watched), units, folk))
    }

    /// Whether a record can belong to somebody's unit, or to somebody below.
    fn asks_of_people(&self) -> bool {
        self.model.scopes.iter().any(|scope| scope.terms.contains(&ScopeTerm::Reports))
            || self.model.objects.iter().any(|object| object.unit == Some(RecordUnit::OfOwner))
    }

    /// What is stated of each person.
    pub(super) fn people(&self) -> FxHashMap<UserId, u64> {
        let model = self.model;
        let mut suspended: FxHashMap<UserId, Vec<u64>> = FxHashMap::default();
        for suspension in &model.suspensions {
            let SuspensionKind::Users { users, in_role } = &suspension.kind else { continue };
            let role = in_role.map(|role| self.role(role));
            let line = hash(&(role, self.window(suspension.window), self.condition(suspension.condition)));
            users.iter().for_each(|user| suspended.entry(*user).or_default().push(line));
        }
        let lines = |user: UserId| unordered(suspended.get(&user).into_iter().flatten().copied());
        let each = self.side.index.hats.people().map(|(id, hats)| {
            let windows = |windows: &[WindowId]| unordered(windows.iter().map(|w| hash(&self.window(*w))));
            let worn = unordered(hats.iter().map(|hat| {
                let behalf = hat.on_behalf_of.map(|user| (self.user(user), lines(user)));
                let times = (windows(&hat.windows), windows(&hat.wide));
                hash(&(self.role(hat.role), times, self.units(hat.units), behalf))
            }));
            let stated = model.users.get(id.index()).map(|user| {
                let attributes = unordered(user.attributes.iter().map(|(attribute, value)| {
                    let ty = model.subject_attributes.get(attribute.index()).map(|a| a.ty);
                    let shared = self.lens.map_or(attribute.0, |lens| lens.subject_attributes.shared(attribute.0));
                    hash(&(shared, self.scalar(value, ty)))
                }));
                let units = self.units(user.units.as_deref());
                (attributes, units, user.external, user.skipped, self.window(user.window))
            });
            (self.user(id), hash(&(worn, stated, lines(id))))
        });
        each.collect()
    }
}
