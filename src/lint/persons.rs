//! [`Person`]: people with more than one role, those with the same roles together, for rules that count what they have.

use super::Context;
use super::holders::{Holder, Seat};
use crate::diagnostic::Diagnostic;
use crate::message::privilege as text;
use crate::model::{RightId, RoleId, UserId};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// People with the same roles.
pub(super) struct Person<'c> {
    /// The first of them.
    pub(super) user: UserId,
    pub(super) count: usize,
    pub(super) seats: &'c [Seat],
    pub(super) roles: Vec<RoleId>,
}

/// People none of whose roles has too much for a role, and all together have too much for a person. Of a role that has, the
/// rules about roles speak.
pub(super) fn heaped<'c>(
    cx: &'c Context<'_>,
    is_above: impl Fn(&[RightId]) -> bool,
    is_role_above: impl Fn(&[RightId]) -> bool,
) -> Vec<(Person<'c>, Rc<[RightId]>)> {
    let mut found: BTreeMap<Vec<RoleId>, (&'c Holder, UserId, usize)> = BTreeMap::new();
    for holder in &cx.holders {
        let Some(user) = holder.user else { continue };
        let roles: BTreeSet<RoleId> = holder.seats.iter().map(|seat| seat.role).collect();
        let entry = found.entry(roles.into_iter().collect()).or_insert((holder, user, 0));
        entry.2 += holder.count;
    }
    let mut all = Vec::new();
    for (roles, (holder, user, count)) in found {
        if roles.len() < 2 {
            continue;
        }
        // Nobody has more than is written for their roles.
        let mut most: Vec<RightId> = roles.iter().flat_map(|role| cx.access.at_most(*role).to_vec()).collect();
        most.sort_unstable();
        most.dedup();
        if !is_above(&most) || roles.iter().any(|role| is_role_above(&cx.access.rights(*role))) {
            continue;
        }
        let rights = cx.access.person_rights(user);
        if is_above(&rights) {
            all.push((Person { user, count, seats: &holder.seats, roles }, rights));
        }
    }
    all
}

/// Places where the roles come from.
const SHOWN: usize = 4;

impl Person<'_> {
    /// The diagnostic at the place where the first role is given, with the other places.
    pub(super) fn place(&self, cx: &Context<'_>, mut one: Diagnostic) -> Diagnostic {
        let mut places: Vec<_> = self.seats.iter().filter_map(|seat| Some((seat.origin?.span, seat.role))).collect();
        places.dedup();
        let first = one.primary.span;
        for (span, role) in places.into_iter().filter(|(span, _)| *span != first).take(SHOWN) {
            one = one.and(span, text::PERSON_ALSO.with([("role", cx.model.role_name(role).into())]));
        }
        one.about(self.roles.iter().map(|role| cx.model.role_name(*role)))
    }
}
