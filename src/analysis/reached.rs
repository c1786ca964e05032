//! Which rules and masks reach the holder of a role, after `without` and cancels that always run.
//!
//! Windows are left to the reader: a cancel that runs at times leaves the deny in place, since it binds at others.

use super::Effective;
use crate::model::{
    Cancel, CancelId, CancelTarget, FieldId, MaskId, Model, RightId, Role, RoleId, RuleEffect, RuleId, WindowId,
};
use std::collections::BTreeSet;

/// Rules and masks of one held role, own and inherited.
#[derive(Debug, Clone)]
pub struct Reached {
    /// The held role.
    pub role: RoleId,
    /// Allows with the rights that no `without` drops on every way.
    pub allows: Vec<(RuleId, Box<[RightId]>)>,
    /// Denies with the rights that are not cancelled on every way.
    pub denies: Vec<(RuleId, Box<[RightId]>)>,
    /// Masks with the fields that are not cancelled on every way.
    pub masks: Vec<(MaskId, Box<[FieldId]>)>,
    /// Cancels of the role and of those it inherits.
    pub cancels: Vec<CancelId>,
}

impl Reached {
    /// What comes with `effective`.
    pub fn new(model: &Model, effective: &Effective) -> Self {
        Self::cut(model, effective, &[])
    }

    /// The same with some roles (sorted) cut out of the graph: no way through them counts for allows. Denies, masks
    /// and cancels stay, as they do under a suspension.
    pub fn cut(model: &Model, effective: &Effective, roles: &[RoleId]) -> Self {
        let mut reached = Self {
            role: effective.role,
            allows: Vec::new(),
            denies: Vec::new(),
            masks: Vec::new(),
            cancels: Vec::new(),
        };
        for reach in &effective.reaches {
            let Some(role) = model.roles.get(reach.role.index()) else { continue };
            reached.cancels.extend(role.cancels.clone().map(CancelId));
            let cut = roles.binary_search(&reach.role).is_ok();
            let open = |way: &[RoleId]| !cut && !way.iter().any(|gate| roles.binary_search(gate).is_ok());
            let all: Vec<&[RoleId]> = reach.alternatives.iter().map(|way| &**way).collect();
            let ways: Vec<&[RoleId]> = all.iter().copied().filter(|way| open(way)).collect();
            reached.rules(model, role, &ways, &all, reach.role);
            reached.masks(model, role, &all, reach.role);
        }
        reached
    }

    fn rules(&mut self, model: &Model, role: &Role, ways: &[&[RoleId]], all: &[&[RoleId]], own: RoleId) {
        for id in role.rules() {
            let Some(rule) = model.rules.get(id.index()) else { continue };
            let (list, ways) = match rule.effect {
                RuleEffect::Allow => (&mut self.allows, ways),
                RuleEffect::Deny => (&mut self.denies, all),
            };
            let dropped = |gate: RoleId, right: RightId| match rule.effect {
                RuleEffect::Allow => drops(model, gate, right),
                RuleEffect::Deny => cancels_deny(model, gate, id, right),
            };
            let kept = surviving(&rule.rights, ways, own, dropped);
            if !kept.is_empty() {
                list.push((id, kept));
            }
        }
    }

    fn masks(&mut self, model: &Model, role: &Role, all: &[&[RoleId]], own: RoleId) {
        for id in role.masks() {
            let Some(mask) = model.masks.get(id.index()) else { continue };
            let kept = surviving(&mask.fields, all, own, |gate, field| cancels_mask(model, gate, id, field));
            if !kept.is_empty() {
                self.masks.push((id, kept));
            }
        }
    }
}

/// The parts that no gate drops on at least one way. `own` is the role that writes the rule: its gates do not count.
fn surviving<P: Copy + Ord>(
    parts: &[P],
    ways: &[&[RoleId]],
    own: RoleId,
    dropped: impl Fn(RoleId, P) -> bool,
) -> Box<[P]> {
    if ways.iter().any(|way| way.iter().all(|gate| *gate == own)) {
        return parts.into();
    }
    let mut kept = BTreeSet::new();
    for way in ways {
        let open = |part: &P| !way.iter().any(|gate| *gate != own && dropped(*gate, *part));
        kept.extend(parts.iter().copied().filter(open));
    }
    kept.into_iter().collect()
}

fn drops(model: &Model, role: RoleId, right: RightId) -> bool {
    let Some(role) = model.roles.get(role.index()) else { return false };
    role.without.iter().any(|without| without.rights.binary_search(&right).is_ok())
}

fn cancels(model: &Model, role: RoleId) -> impl Iterator<Item = &Cancel> {
    let own =
        model.roles.get(role.index()).and_then(|r| model.cancels.get(r.cancels.start as usize..r.cancels.end as usize));
    own.unwrap_or_default().iter().filter(|cancel| cancel.window == WindowId::ALWAYS)
}

fn cancels_deny(model: &Model, role: RoleId, rule: RuleId, right: RightId) -> bool {
    cancels(model, role).any(|cancel| match &cancel.target {
        CancelTarget::Denies(targets) => targets.iter().any(|(id, rights)| *id == rule && rights.contains(&right)),
        CancelTarget::Masks(_) => false,
    })
}

fn cancels_mask(model: &Model, role: RoleId, mask: MaskId, field: FieldId) -> bool {
    cancels(model, role).any(|cancel| match &cancel.target {
        CancelTarget::Masks(targets) => targets.iter().any(|(id, fields)| *id == mask && fields.contains(&field)),
        CancelTarget::Denies(_) => false,
    })
}
