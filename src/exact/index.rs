//! [`Index`]: the model by right, so that a guarantee costs nothing for whom it does not concern.

use crate::analysis::effective::{effective_in, gates};
use crate::analysis::{Analysis, Effective, Hats, hats_of};
use crate::model::{
    AttributeRef, ConditionId, FieldId, MaskId, Model, RightId, RoleId, RuleId, SuspensionId, SuspensionKind, UnitId,
    UserId, WindowId,
};
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

/// A set of roles, by [`RoleId`].
pub(crate) type RoleSet = Rc<[bool]>;

/// Roles reached that are remembered: where paths are long, they are walked again.
const KEPT: usize = 2_000_000;

/// Lookups that every guarantee shares.
pub(crate) struct Index<'a> {
    pub(crate) model: &'a Model,
    analysis: &'a Analysis,
    gates: Vec<bool>,
    /// By role: suspensions that cut it out of the graph.
    cut: FxHashMap<RoleId, Vec<SuspensionId>>,
    /// Suspensions of a right, with the condition in attributes of its object.
    suspensions_by_right: FxHashMap<RightId, Vec<(SuspensionId, ConditionId)>>,
    rules_by_right: Vec<Vec<RuleId>>,
    masks_by_field: Vec<Vec<MaskId>>,
    /// Positions of a requirement and of its entry, by right.
    requires_by_right: FxHashMap<RightId, Vec<(usize, usize)>>,
    pub(crate) hats: Hats<'a>,
    /// Who has a hat with exactly this role.
    users_by_role: Vec<Vec<UserId>>,
    /// Whom a person has directly below.
    reports: Vec<Vec<UserId>>,
    /// What conditions on `active` lines speak of: they may gate any right.
    pub(crate) active_conditions: Vec<ConditionId>,
    heirs: RefCell<FxHashMap<RoleId, RoleSet>>,
    heir_lists: RefCell<FxHashMap<RoleId, Rc<[RoleId]>>>,
    effective: RefCell<FxHashMap<RoleId, Rc<Effective>>>,
    /// How many roles reached may still be kept in `effective`.
    kept: Cell<usize>,
    /// For walks over the roles, used again.
    memory: RefCell<Vec<u32>>,
    /// All ids of people, in small letters.
    names: OnceCell<FxHashSet<String>>,
    users_by_units: OnceCell<Vec<Vec<UserId>>>,
    /// The units directly below each, those without one above at the end.
    units_below: Vec<Vec<UnitId>>,
}

impl<'a> Index<'a> {
    pub(crate) fn new(model: &'a Model, analysis: &'a Analysis) -> Self {
        let mut rules_by_right = vec![Vec::new(); model.rights.len()];
        for (index, rule) in model.rules.iter().enumerate() {
            for right in &rule.rights {
                push(&mut rules_by_right, right.index(), RuleId::from_index(index));
            }
        }
        let mut masks_by_field = vec![Vec::new(); model.fields.len()];
        for (index, mask) in model.masks.iter().enumerate() {
            for field in &mask.fields {
                push(&mut masks_by_field, field.index(), MaskId::from_index(index));
            }
        }
        let mut requires_by_right: FxHashMap<RightId, Vec<(usize, usize)>> = FxHashMap::default();
        for (place, require) in model.requires.iter().enumerate() {
            for (entry, part) in require.entries.iter().enumerate() {
                for right in &part.rights {
                    requires_by_right.entry(*right).or_default().push((place, entry));
                }
            }
        }
        let mut cut: FxHashMap<RoleId, Vec<SuspensionId>> = FxHashMap::default();
        let mut suspensions_by_right: FxHashMap<RightId, Vec<(SuspensionId, ConditionId)>> = FxHashMap::default();
        for (at, suspension) in model.suspensions.iter().enumerate() {
            let id = SuspensionId::from_index(at);
            match &suspension.kind {
                SuspensionKind::Roles { roles, heirs: true } => {
                    roles.iter().for_each(|role| cut.entry(*role).or_default().push(id));
                }
                SuspensionKind::Rights(entries) => {
                    for (entry, right) in entries.iter().flat_map(|e| e.rights.iter().map(move |right| (e, *right))) {
                        suspensions_by_right.entry(right).or_default().push((id, entry.condition));
                    }
                }
                SuspensionKind::Users { .. } | SuspensionKind::Roles { .. } | SuspensionKind::Everything { .. } => {}
            }
        }
        let hats = hats_of(model);
        let mut users_by_role = vec![Vec::new(); model.roles.len()];
        let mut reports = vec![Vec::new(); model.users.len()];
        for (user, worn) in hats.people() {
            for hat in worn {
                if users_by_role.get(hat.role.index()).is_some_and(|list| list.last() != Some(&user)) {
                    push(&mut users_by_role, hat.role.index(), user);
                }
            }
            if let Some(above) = model.users.get(user.index()).and_then(|u| u.reports_to) {
                push(&mut reports, above.index(), user);
            }
        }
        for list in &mut users_by_role {
            list.dedup();
        }
        let top = model.units.len();
        let mut units_below = vec![Vec::new(); top + 1];
        for (index, unit) in model.units.iter().enumerate() {
            push(&mut units_below, unit.parent.map_or(top, UnitId::index), UnitId::from_index(index));
        }
        let active_conditions = model.roles.iter().flat_map(|r| &r.active).map(|a| a.condition).collect();
        Self {
            model,
            analysis,
            gates: gates(model),
            cut,
            suspensions_by_right,
            rules_by_right,
            masks_by_field,
            requires_by_right,
            hats,
            users_by_role,
            reports,
            active_conditions,
            heirs: RefCell::default(),
            heir_lists: RefCell::default(),
            effective: RefCell::default(),
            kept: Cell::new(KEPT),
            memory: RefCell::default(),
            names: OnceCell::new(),
            users_by_units: OnceCell::new(),
            units_below,
        }
    }

    pub(crate) fn rules(&self, right: RightId) -> impl Iterator<Item = RuleId> + '_ {
        self.rules_by_right.get(right.index()).into_iter().flatten().copied()
    }

    pub(crate) fn masks(&self, field: FieldId) -> impl Iterator<Item = MaskId> + '_ {
        self.masks_by_field.get(field.index()).into_iter().flatten().copied()
    }

    /// Requirements of a right, with the condition that must be known true.
    pub(crate) fn requires(
        &self,
        right: RightId,
    ) -> impl Iterator<Item = (&'a crate::model::Require, ConditionId)> + '_ {
        let places = self.requires_by_right.get(&right).into_iter().flatten();
        places.filter_map(|(place, entry)| {
            let require = self.model.requires.get(*place)?;
            Some((require, require.entries.get(*entry)?.condition))
        })
    }

    /// The roles of a way that some suspension cuts out.
    pub(crate) fn cut_of(&self, way: &[RoleId]) -> Vec<RoleId> {
        way.iter().copied().filter(|role| self.cut.contains_key(role)).collect()
    }

    /// The suspensions that cut a role out.
    pub(crate) fn cutting(&self, role: RoleId) -> &[SuspensionId] {
        self.cut.get(&role).map_or(&[], Vec::as_slice)
    }

    /// The suspensions of a right, with the condition in attributes of its object.
    pub(crate) fn right_suspensions(&self, right: RightId) -> &[(SuspensionId, ConditionId)] {
        self.suspensions_by_right.get(&right).map_or(&[], Vec::as_slice)
    }

    /// Where the requirements of a right stand: positions of the requirement and of its entry.
    pub(crate) fn require_places(&self, right: RightId) -> &[(usize, usize)] {
        self.requires_by_right.get(&right).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn users_with(&self, role: RoleId) -> &[UserId] {
        self.users_by_role.get(role.index()).map_or(&[], Vec::as_slice)
    }

    /// The units directly below one; those without one above for `None`.
    pub(crate) fn units_below(&self, unit: Option<UnitId>) -> &[UnitId] {
        let place = unit.map_or(self.model.units.len(), UnitId::index);
        self.units_below.get(place).map_or(&[], Vec::as_slice)
    }

    /// People sorted by the units they have.
    pub(crate) fn users_by_units(&self) -> &[Vec<UserId>] {
        self.users_by_units.get_or_init(|| {
            let mut kinds: IndexMap<Option<&[UnitId]>, Vec<UserId>, FxBuildHasher> = IndexMap::default();
            for (index, user) in self.model.users.iter().enumerate() {
                kinds.entry(user.units.as_deref()).or_default().push(UserId::from_index(index));
            }
            kinds.into_values().collect()
        })
    }

    /// Whom a person has directly below.
    pub(crate) fn reports_of(&self, user: UserId) -> &[UserId] {
        self.reports.get(user.index()).map_or(&[], Vec::as_slice)
    }

    /// Every role after those that it inherits.
    pub(crate) fn order(&self) -> &'a [RoleId] {
        &self.analysis.hierarchy.order
    }

    /// What a role inherits directly.
    pub(crate) fn parents(&self, role: RoleId) -> &[RoleId] {
        self.model.roles.get(role.index()).map_or(&[], |role| role.parents.as_slice())
    }

    /// The roles that inherit it directly.
    pub(crate) fn direct_heirs(&self, role: RoleId) -> &[RoleId] {
        self.analysis.hierarchy.heirs.get(role.index()).map_or(&[], Vec::as_slice)
    }

    /// The role and all that inherit it.
    pub(crate) fn heirs(&self, role: RoleId) -> RoleSet {
        if let Some(found) = self.heirs.borrow().get(&role) {
            return Rc::clone(found);
        }
        let found: RoleSet = self.heirs_of([role]).into();
        self.heirs.borrow_mut().insert(role, Rc::clone(&found));
        found
    }

    /// The role and all that inherit it, sorted: where they are few, looking at them costs little.
    pub(crate) fn heir_list(&self, role: RoleId) -> Rc<[RoleId]> {
        if let Some(found) = self.heir_lists.borrow().get(&role) {
            return Rc::clone(found);
        }
        let mut seen: FxHashSet<RoleId> = FxHashSet::default();
        let mut list = Vec::new();
        let mut stack = vec![role];
        while let Some(role) = stack.pop() {
            if seen.insert(role) {
                list.push(role);
                stack.extend(self.analysis.hierarchy.heirs.get(role.index()).into_iter().flatten());
            }
        }
        list.sort_unstable();
        let found: Rc<[RoleId]> = list.into();
        self.heir_lists.borrow_mut().insert(role, Rc::clone(&found));
        found
    }

    /// These roles and all that inherit one of them.
    pub(crate) fn heirs_of(&self, roles: impl IntoIterator<Item = RoleId>) -> Vec<bool> {
        let mut set = vec![false; self.model.roles.len()];
        let mut stack: Vec<RoleId> = roles.into_iter().collect();
        while let Some(role) = stack.pop() {
            if set.get_mut(role.index()).is_some_and(|slot| !std::mem::replace(slot, true)) {
                stack.extend(self.analysis.hierarchy.heirs.get(role.index()).into_iter().flatten());
            }
        }
        set
    }

    /// Whether a window is open at an instant.
    pub(crate) fn open_at(&self, window: WindowId, at: i64) -> bool {
        self.model.window(window).state(&self.model.time, at).open
    }

    /// What reaches the holder of a role; `None` if its paths are too many to tell.
    pub(crate) fn effective(&self, role: RoleId) -> Option<Rc<Effective>> {
        if let Some(found) = self.effective.borrow().get(&role) {
            return Some(Rc::clone(found));
        }
        let found = effective_in(self.model, &self.gates, role, &mut self.memory.borrow_mut()).map(Rc::new)?;
        if let Some(kept) = self.kept.get().checked_sub(found.reaches.len()) {
            self.kept.set(kept);
            self.effective.borrow_mut().insert(role, Rc::clone(&found));
        }
        Some(found)
    }

    /// Whether `active`, `without`, `cancel` or a suspension of the role can change what comes through it.
    pub(crate) fn is_gate(&self, role: RoleId) -> bool {
        has(&self.gates, role)
    }

    /// Whether a word is an id of somebody, whatever its case.
    pub(crate) fn is_name(&self, word: &str) -> bool {
        let names = self.names.get_or_init(|| {
            let ids = self.model.users.iter().flat_map(|user| std::iter::once(&user.id).chain(&user.other_ids));
            ids.map(|id| self.model.text(*id).to_lowercase()).collect()
        });
        names.contains(&word.to_lowercase())
    }

    /// Whether some request may bring the role.
    pub(crate) fn is_brought(&self, role: RoleId) -> bool {
        self.model.roles_from_request.contains(&role)
    }

    /// Nobody is surely assigned the role, and no request brings it: guarantees speak of the role alone.
    pub(crate) fn is_alone(&self, role: RoleId) -> bool {
        let surely = |user: &UserId| {
            let hats = self.hats.of(*user).iter().filter(|hat| hat.role == role);
            hats.into_iter().any(|hat| !hat.windows.iter().any(|window| self.model.window(*window).is_never()))
        };
        !self.users_with(role).iter().any(surely) && !self.is_brought(role)
    }

    /// Whether hats with these active roles make allows through one with `role` fail: roles of separate sessions meet.
    pub(crate) fn conflicts(&self, active: &[RoleId], role: RoleId) -> bool {
        self.model.separate_sessions.iter().any(|separate| {
            let sets: Vec<RoleSet> = separate.roles.iter().map(|id| self.heirs(*id)).collect();
            let met = |set: &[bool]| active.iter().any(|id| has(set, *id));
            let count = sets.iter().filter(|set| met(set)).count();
            count > 1 && sets.iter().any(|set| met(set) && has(set, role))
        })
    }

    /// Adds every attribute that a condition speaks of.
    pub(crate) fn attributes(&self, condition: ConditionId, found: &mut Vec<AttributeRef>, users: &mut Vec<UserId>) {
        use crate::model::{Condition, Operand, Test, Value};
        let mut stack = vec![condition];
        while let Some(id) = stack.pop() {
            match self.model.conditions.get(id.index()) {
                Some(Condition::And(parts) | Condition::Or(parts)) => stack.extend(parts),
                Some(Condition::Not(inner)) => stack.push(*inner),
                Some(Condition::Atom(atom)) => {
                    let Some(atom) = self.model.atoms.get(atom.index()) else { continue };
                    found.push(atom.left);
                    let mut value = |value: &Value| {
                        if let Value::User(user) = value {
                            users.push(*user);
                        }
                    };
                    match &atom.test {
                        Test::Compare(_, Operand::Attribute(other)) | Test::Has(Operand::Attribute(other)) => {
                            found.push(*other);
                        }
                        Test::Compare(_, Operand::Value(literal)) | Test::Has(Operand::Value(literal)) => {
                            value(literal)
                        }
                        Test::OneOf(values) => values.iter().for_each(value),
                        Test::Compare(_, Operand::Me) | Test::Has(Operand::Me) | Test::InNetworks(_) | Test::IsNone => {
                        }
                    }
                }
                Some(Condition::True) | None => {}
            }
        }
    }
}

fn push<T>(lists: &mut [Vec<T>], index: usize, item: T) {
    if let Some(list) = lists.get_mut(index) {
        list.push(item);
    }
}

/// Whether a set of roles holds one.
pub(crate) fn has(set: &[bool], role: RoleId) -> bool {
    set.get(role.index()).copied().unwrap_or(false)
}
