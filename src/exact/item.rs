//! [`Item`]: one right (and perhaps one field of it) with the rules that bear on it.

use super::index::{Index, has};
use crate::model::{
    ActsAs, AttributeRef, CancelId, CancelTarget, ConditionId, Coverage, FieldId, MaskId, Model, Object, RecordUnit,
    RightId, RoleId, Rule, RuleEffect, RuleId, ScopeId, ScopeTerm, UserId, WindowId,
};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::rc::Rc;

/// What is asked: a right on a record, or on a field.
pub(crate) struct Item {
    pub(crate) right: RightId,
    pub(crate) field: Option<FieldId>,
    /// Roles whose holders some allow of it reaches.
    pub(crate) grants: Vec<bool>,
    /// Roles whose holders some deny or mask of it reaches.
    binds: Vec<bool>,
    allows_by_role: FxHashMap<RoleId, Vec<RuleId>>,
    denies_by_role: FxHashMap<RoleId, Vec<RuleId>>,
    masks_by_role: FxHashMap<RoleId, Vec<MaskId>>,
    views: RefCell<FxHashMap<RoleId, Option<Rc<View>>>>,
    /// Rights that set the owner: one of them lets a new record belong to somebody else.
    pub(crate) changers: Vec<Item>,
    /// An allow needs the record to be mine, or one of `changers`.
    pub(crate) must_own: bool,
}

/// What one held role brings for an item.
pub(crate) struct View {
    pub(crate) allows: Vec<Allow>,
    pub(crate) denies: Vec<Bind>,
    pub(crate) masks: Vec<Bind>,
}

/// An allow with the ways in which it reaches the holder.
pub(crate) struct Allow {
    pub(crate) rule: RuleId,
    /// For each way, the roles on it that have `active` lines.
    pub(crate) ways: Vec<Vec<RoleId>>,
    /// For each way, the roles on it that some suspension cuts out.
    pub(crate) cuts: Vec<Vec<RoleId>>,
}

/// A line of a role, as the model has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Line {
    /// An allow or a deny.
    Rule(RuleId),
    /// A mask.
    Mask(MaskId),
}

/// A deny or mask with the ways in which it reaches the holder.
pub(crate) struct Bind {
    pub(crate) line: Line,
    pub(crate) scope: ScopeId,
    pub(crate) condition: ConditionId,
    pub(crate) window: WindowId,
    /// For each way, the cancels that stop it there.
    pub(crate) ways: Vec<Vec<CancelId>>,
}

impl Item {
    pub(crate) fn new(index: &Index<'_>, right: RightId, field: Option<FieldId>) -> Self {
        Self::with_changers(index, (right, field), field)
    }

    /// A field as the answer about its record lists it: whether the record may be made is asked of the record.
    pub(crate) fn listed(index: &Index<'_>, right: RightId, field: Option<FieldId>) -> Self {
        Self::with_changers(index, (right, field), None)
    }

    fn with_changers(index: &Index<'_>, (right, field): (RightId, Option<FieldId>), changed: Option<FieldId>) -> Self {
        let mut item = Self::plain(index, right, field);
        let model = index.model;
        let Some((object, of)) = object(model, right) else { return item };
        let changes = |id: RightId, field| model.rights.get(id.index()).is_some_and(|r| r.changes.contains(&field));
        if let Some(owner) = object.owner
            && of == Some(ActsAs::Create)
            && !changes(right, owner)
        {
            item.must_own = true;
            let others = object.rights().filter(|id| *id != right && changes(*id, owner));
            item.changers = others.map(|id| Self::plain(index, id, changed)).collect();
        }
        item
    }

    fn plain(index: &Index<'_>, right: RightId, field: Option<FieldId>) -> Self {
        let model = index.model;
        let mut allows_by_role: FxHashMap<RoleId, Vec<RuleId>> = FxHashMap::default();
        let mut denies_by_role: FxHashMap<RoleId, Vec<RuleId>> = FxHashMap::default();
        let mut masks_by_role: FxHashMap<RoleId, Vec<MaskId>> = FxHashMap::default();
        for id in index.rules(right) {
            let Some(rule) = model.rules.get(id.index()) else { continue };
            if covers(model, rule, right, field) {
                let map = if rule.effect == RuleEffect::Allow { &mut allows_by_role } else { &mut denies_by_role };
                map.entry(rule.role).or_default().push(id);
            }
        }
        for id in field.into_iter().flat_map(|field| index.masks(field)) {
            if let Some(mask) = model.masks.get(id.index()) {
                masks_by_role.entry(mask.role).or_default().push(id);
            }
        }
        Self {
            right,
            field,
            grants: index.heirs_of(sorted(allows_by_role.keys())),
            binds: index.heirs_of(sorted(denies_by_role.keys().chain(masks_by_role.keys()))),
            allows_by_role,
            denies_by_role,
            masks_by_role,
            views: RefCell::default(),
            changers: Vec::new(),
            must_own: false,
        }
    }

    /// Whether no role grants it.
    pub(crate) fn is_barren(&self) -> bool {
        self.allows_by_role.is_empty()
    }

    /// Whether a hat with that role has a part in the decision.
    pub(crate) fn concerns(&self, role: RoleId) -> bool {
        has(&self.grants, role) || has(&self.binds, role) || self.changers.iter().any(|item| item.concerns(role))
    }

    /// What a held role brings; `None` if its paths are too many to tell.
    pub(crate) fn view(&self, index: &Index<'_>, role: RoleId) -> Option<Rc<View>> {
        if let Some(found) = self.views.borrow().get(&role) {
            return found.clone();
        }
        let made = self.make_view(index, role).map(Rc::new);
        self.views.borrow_mut().insert(role, made.clone());
        made
    }

    fn make_view(&self, index: &Index<'_>, role: RoleId) -> Option<View> {
        let mut view = View { allows: Vec::new(), denies: Vec::new(), masks: Vec::new() };
        if !has(&self.grants, role) && !has(&self.binds, role) {
            return Some(view);
        }
        let model = index.model;
        for reach in &index.effective(role)?.reaches {
            let above = |way: &[RoleId]| way.iter().copied().filter(|gate| *gate != reach.role).collect::<Vec<_>>();
            for rule in self.allows_by_role.get(&reach.role).into_iter().flatten() {
                let live = reach.alternatives.iter().filter(|way| !drops(model, &above(way), self.right));
                let (ways, cuts): (Vec<Vec<RoleId>>, Vec<Vec<RoleId>>) =
                    live.map(|way| (active_of(model, way), index.cut_of(way))).unzip();
                if !ways.is_empty() {
                    view.allows.push(Allow { rule: *rule, ways, cuts });
                }
            }
            for id in self.denies_by_role.get(&reach.role).into_iter().flatten() {
                let Some(rule) = model.rules.get(id.index()) else { continue };
                let ways = reach.alternatives.iter().map(|way| deny_cancels(model, &above(way), *id, self.right));
                let (scope, condition, window) = (rule.scope, rule.condition, rule.window);
                view.denies.push(Bind { line: Line::Rule(*id), scope, condition, window, ways: ways.collect() });
            }
            for id in self.masks_by_role.get(&reach.role).into_iter().flatten() {
                let (Some(mask), Some(field)) = (model.masks.get(id.index()), self.field) else { continue };
                let ways = reach.alternatives.iter().map(|way| mask_cancels(model, &above(way), *id, field));
                let (scope, condition, window) = (mask.scope, mask.condition, mask.window);
                view.masks.push(Bind { line: Line::Mask(*id), scope, condition, window, ways: ways.collect() });
            }
        }
        Some(view)
    }

    /// What can tell one subject from another in this item.
    pub(crate) fn traits(&self, index: &Index<'_>, traits: &mut Traits) {
        let model = index.model;
        for id in index.rules(self.right) {
            if let Some(rule) = model.rules.get(id.index()) {
                traits.scope(model, self.right, rule.scope);
                traits.condition(index, rule.condition);
            }
        }
        for mask in self.field.into_iter().flat_map(|f| index.masks(f)).filter_map(|id| model.masks.get(id.index())) {
            traits.scope(model, self.right, mask.scope);
            traits.condition(index, mask.condition);
        }
        for (_, condition) in index.requires(self.right) {
            traits.condition(index, condition);
        }
        for changer in &self.changers {
            changer.traits(index, traits);
        }
    }
}

/// The object of a right and what the right does.
pub(crate) fn object(model: &Model, right: RightId) -> Option<(&Object, Option<ActsAs>)> {
    let right = model.rights.get(right.index())?;
    Some((model.objects.get(right.object.index())?, right.acts_as))
}

/// Whether a rule covers what is asked.
pub(crate) fn covers(model: &Model, rule: &Rule, right: RightId, field: Option<FieldId>) -> bool {
    let Some(field) = field else { return matches!(rule.coverage, Coverage::Object { .. }) };
    if rule.effect == RuleEffect::Deny {
        return match &rule.coverage {
            Coverage::Object { .. } => true,
            Coverage::Fields(fields) => fields.contains(&field),
        };
    }
    if is_reserved(model, right, field) {
        return false;
    }
    match &rule.coverage {
        Coverage::Fields(fields) => fields.contains(&field),
        Coverage::Object { including } => {
            model.fields.get(field.index()).is_some_and(|f| f.labels.iter().all(|label| including.contains(label)))
        }
    }
}

/// Owner, unit and team of a record are no part of an update, unless the right itself sets them.
fn is_reserved(model: &Model, right: RightId, field: FieldId) -> bool {
    let Some((object, of)) = object(model, right) else { return false };
    let unit = match object.unit {
        Some(RecordUnit::Field(unit)) => Some(unit),
        Some(RecordUnit::OfOwner) | None => None,
    };
    of == Some(ActsAs::Update)
        && [object.owner, unit, object.team].contains(&Some(field))
        && model.rights.get(right.index()).is_some_and(|r| !r.changes.contains(&field))
}

/// Whether a role on the way drops the right.
pub(crate) fn drops(model: &Model, above: &[RoleId], right: RightId) -> bool {
    let roles = above.iter().filter_map(|id| model.roles.get(id.index()));
    roles.flat_map(|role| &role.without).any(|without| without.rights.contains(&right))
}

pub(crate) fn active_of(model: &Model, way: &[RoleId]) -> Vec<RoleId> {
    way.iter().copied().filter(|id| model.roles.get(id.index()).is_some_and(|r| !r.active.is_empty())).collect()
}

/// The cancels of some roles that `names` picks.
fn cancels(model: &Model, above: &[RoleId], names: impl Fn(&CancelTarget) -> bool) -> Vec<CancelId> {
    let roles = above.iter().filter_map(|id| model.roles.get(id.index()));
    let all = roles.flat_map(|role| role.cancels.clone()).map(CancelId);
    all.filter(|id| model.cancels.get(id.index()).is_some_and(|cancel| names(&cancel.target))).collect()
}

pub(crate) fn deny_cancels(model: &Model, above: &[RoleId], rule: RuleId, right: RightId) -> Vec<CancelId> {
    cancels(model, above, |target| match target {
        CancelTarget::Denies(list) => list.iter().any(|(id, rights)| *id == rule && rights.contains(&right)),
        CancelTarget::Masks(_) => false,
    })
}

pub(crate) fn mask_cancels(model: &Model, above: &[RoleId], mask: MaskId, field: FieldId) -> Vec<CancelId> {
    cancels(model, above, |target| match target {
        CancelTarget::Masks(list) => list.iter().any(|(id, fields)| *id == mask && fields.contains(&field)),
        CancelTarget::Denies(_) => false,
    })
}

fn sorted<'a>(roles: impl Iterator<Item = &'a RoleId>) -> Vec<RoleId> {
    let mut roles: Vec<RoleId> = roles.copied().collect();
    roles.sort_unstable();
    roles
}

/// What can tell one subject from another.
#[derive(Debug, Default)]
pub(crate) struct Traits {
    /// The units of hats matter.
    pub(crate) units: bool,
    /// Who has whom below matters.
    pub(crate) reports: bool,
    /// The units of a record are those of its owner.
    pub(crate) owner_units: bool,
    pub(crate) attributes: Vec<AttributeRef>,
    pub(crate) users: Vec<UserId>,
}

impl Traits {
    pub(crate) fn condition(&mut self, index: &Index<'_>, condition: ConditionId) {
        index.attributes(condition, &mut self.attributes, &mut self.users);
    }

    pub(crate) fn scope(&mut self, model: &Model, right: RightId, scope: ScopeId) {
        for term in model.scopes.get(scope.index()).into_iter().flat_map(|s| &s.terms) {
            match term {
                ScopeTerm::Own | ScopeTerm::Team | ScopeTerm::NoOwner | ScopeTerm::All => continue,
                ScopeTerm::Reports => self.reports = true,
                ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow | ScopeTerm::Shared => self.units = true,
                ScopeTerm::Unit(_) | ScopeTerm::UnitAndBelow(_) => {}
            }
            self.owner_units |= object(model, right).is_some_and(|(o, _)| o.unit == Some(RecordUnit::OfOwner));
        }
    }

    pub(crate) fn finish(&mut self) {
        self.attributes.sort_unstable();
        self.attributes.dedup();
        self.users.sort_unstable();
        self.users.dedup();
    }
}
