//! Roles that may do everything of a kind, on every record: for rules that speak of whole objects, actions and catalogues.

use super::Context;
use super::given::is_unlimited;
use crate::exact::index::has;
use crate::facts::Given;
use crate::model::{RightId, RoleId};
use std::collections::BTreeMap;

/// Objects that a policy has before everything is more than the work of one person.
const OBJECTS: usize = 3;

/// Whether a right is on what the business works with, not on what administers it.
pub(super) fn is_business(cx: &Context<'_>, right: RightId) -> bool {
    let object = cx.model.rights.get(right.index()).and_then(|right| cx.model.objects.get(right.object.index()));
    object.is_some_and(|object| object.administers.is_none())
}

/// Who may use all of some rights on every record, with the lines that let them; no role that inherits one that may.
pub(super) fn sweeping(
    cx: &Context<'_>,
    role: RoleId,
    rights: impl IntoIterator<Item = RightId>,
) -> Option<Vec<(RightId, Given)>> {
    let given = |right| Some((right, cx.access.unhindered(role, right, None, &is_unlimited)?));
    rights.into_iter().map(given).collect()
}

/// Roles that may use every right on what the business works with, on every record; none that inherits one of them.
pub(super) fn full_admins(cx: &Context<'_>) -> BTreeMap<RoleId, Vec<(RightId, Given)>> {
    let objects = cx.model.objects.iter().filter(|object| object.administers.is_none()).count();
    let all: Vec<RightId> = cx.rights().map(|(id, _)| id).filter(|id| is_business(cx, *id)).collect();
    let mut found = BTreeMap::new();
    if objects < OBJECTS {
        return found;
    }
    for (role, known) in roles(cx) {
        let every = known.len() >= all.len() && all.iter().all(|right| known.binary_search(right).is_ok());
        if every && !inherits_one(cx, role, &found) {
            found.extend(sweeping(cx, role, all.iter().copied()).map(|given| (role, given)));
        }
    }
    found
}

/// Every role after those that it inherits, with the rights that some allow gives it: those that can be used are among them.
pub(super) fn roles<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = (RoleId, std::rc::Rc<[RightId]>)> + 'c {
    cx.oracle.index.order().iter().map(|role| (*role, cx.access.at_most(*role)))
}

/// Whether a role inherits one of these.
pub(super) fn inherits_one<T>(cx: &Context<'_>, role: RoleId, known: &BTreeMap<RoleId, T>) -> bool {
    known.keys().any(|above| *above != role && cx.inherits(role, *above))
}

/// These roles and all that inherit one of them.
pub(super) fn is_full_admin<T>(cx: &Context<'_>, known: &BTreeMap<RoleId, T>) -> impl Fn(RoleId) -> bool + use<T> {
    let all = cx.oracle.index.heirs_of(known.keys().copied());
    move |role| has(&all, role)
}
