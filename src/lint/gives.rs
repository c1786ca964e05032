//! [`Gives`]: which roles give sensitive rights, by their own allows and by those they inherit; what is denied again is not
//! given.

use super::Context;
use super::shown::names;
use crate::diagnostic::{Code, Diagnostic};
use crate::message::{Text, hygiene as text};
use crate::model::{Coverage, RightId, Role, RoleId, RuleEffect};
use std::collections::BTreeSet;

/// Sensitive rights by role.
pub(super) struct Gives {
    /// Rights of a role's own allows, sorted.
    own: Vec<Vec<RightId>>,
    /// A role that a role's sensitive rights come from: itself, else one that it inherits.
    from: Vec<Option<RoleId>>,
}

impl Gives {
    /// Of rights whose risk is high or worse.
    pub(super) fn sensitive(cx: &Context<'_>) -> Self {
        let model = cx.model;
        let mut own: Vec<Vec<RightId>> = vec![Vec::new(); model.roles.len()];
        for rule in &model.rules {
            // An allow of fields alone does not open the record.
            if rule.effect == RuleEffect::Deny || !matches!(rule.coverage, Coverage::Object { .. }) {
                continue;
            }
            if let Some(list) = own.get_mut(rule.role.index()) {
                list.extend(rule.rights.iter().filter(|right| cx.risks.is_sensitive(**right)));
            }
        }
        for (index, list) in own.iter_mut().enumerate().filter(|(_, list)| !list.is_empty()) {
            let in_use = cx.access.rights(RoleId::from_index(index));
            list.retain(|right| in_use.binary_search(right).is_ok());
            list.sort_unstable();
            list.dedup();
        }
        let mut from: Vec<Option<RoleId>> = vec![None; model.roles.len()];
        for role in &cx.analysis.hierarchy.order {
            let itself = own.get(role.index()).is_some_and(|list| !list.is_empty()).then_some(*role);
            let parents = model.roles.get(role.index()).map_or(&[] as &[RoleId], |r| r.parents.as_slice());
            let inherited = || parents.iter().find_map(|parent| from.get(parent.index()).copied().flatten());
            let found = itself.or_else(inherited);
            if let Some(slot) = from.get_mut(role.index()) {
                *slot = found;
            }
        }
        Self { own, from }
    }

    /// What a role's own allows give.
    pub(super) fn own(&self, role: RoleId) -> &[RightId] {
        self.own.get(role.index()).map_or(&[], Vec::as_slice)
    }

    /// What comes with a role: what its own allows give, else what those of one role that it inherits give.
    pub(super) fn with(&self, role: RoleId) -> &[RightId] {
        self.from.get(role.index()).copied().flatten().map_or(&[], |from| self.own(from))
    }
}

/// Roles with sensitive rights of their own that `lack` something, each place in the text once: role and rights.
pub(super) fn lacking<'a>(
    cx: &'a Context<'_>,
    gives: &'a Gives,
    lack: impl Fn(&Role) -> bool + 'a,
) -> impl Iterator<Item = (RoleId, &'a [RightId])> + 'a {
    let mut seen = BTreeSet::new();
    let all = cx.model.roles.iter().enumerate().filter(move |(_, role)| lack(role));
    all.filter_map(move |(index, role)| {
        let id = RoleId::from_index(index);
        let rights = gives.own(id);
        (!rights.is_empty() && seen.insert(role.origin.span)).then_some((id, rights))
    })
}

/// Actions of objects with sensitive rights that some role gives, that are `wanted`, and that nothing speaks of: one finding for
/// each object.
pub(super) fn unspoken(
    cx: &Context<'_>,
    wanted: impl Fn(RightId) -> bool,
    spoken: &BTreeSet<RightId>,
    (code, message, help): (&'static Code, &'static Text, &'static Text),
) -> Vec<Diagnostic> {
    let model = cx.model;
    let gives = Gives::sensitive(cx);
    let given: BTreeSet<RightId> =
        (0..model.roles.len()).flat_map(|role| gives.own(RoleId::from_index(role))).copied().collect();
    let mut found = Vec::new();
    for object in &model.objects {
        let bare = object.rights().filter(|right| given.contains(right) && wanted(*right) && !spoken.contains(right));
        let bare: Vec<&str> = bare.map(|right| model.action_name(right)).collect();
        if bare.is_empty() {
            continue;
        }
        let name = model.text(object.name);
        let message = message.with([("object", name.into()), ("actions", names(&bare).into())]);
        let one = Diagnostic::info(code, message, object.origin.span, text::DECLARED_HERE.plain());
        found.push(one.about(std::iter::once(name).chain(bare)).help(help.plain()));
    }
    found
}
