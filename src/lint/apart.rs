//! Lines that keep roles apart, and who comes near: what rules about separation share.

use super::Context;
use crate::analysis::Hat;
use crate::model::{Guarantee, GuaranteeKind, RoleId, UserId};
use std::rc::Rc;

/// Roles with their heirs, of which nobody is to have two.
pub(super) struct Apart {
    pub(super) roles: Vec<RoleId>,
    heirs: Vec<Rc<[bool]>>,
}

impl Apart {
    pub(super) fn new(cx: &Context<'_>, roles: &[RoleId]) -> Self {
        let heirs = roles.iter().map(|role| cx.oracle.heirs(*role)).collect();
        Self { roles: roles.to_vec(), heirs }
    }

    /// Which of the roles a role is or inherits, by position.
    pub(super) fn of(&self, role: RoleId) -> impl Iterator<Item = usize> {
        let has = move |heirs: &Rc<[bool]>| heirs.get(role.index()).copied().unwrap_or(false);
        self.heirs.iter().enumerate().filter(move |(_, heirs)| has(heirs)).map(|(at, _)| at)
    }

    /// Two hats of one person that bring two of the roles.
    pub(super) fn pairs<'h, 'm>(&self, hats: &'h [Hat<'m>]) -> Vec<(&'h Hat<'m>, &'h Hat<'m>)> {
        let with: Vec<(&Hat, Vec<usize>)> = hats
            .iter()
            .map(|hat| (hat, self.of(hat.role).collect()))
            .filter(|(_, of): &(_, Vec<_>)| !of.is_empty())
            .collect();
        let mut found = Vec::new();
        for (at, (one, of_one)) in with.iter().enumerate() {
            for (other, of_other) in with.iter().skip(at + 1) {
                if of_one.iter().any(|a| of_other.iter().any(|b| a != b)) {
                    found.push((*one, *other));
                }
            }
        }
        found
    }
}

/// Whether two hats may be worn at one instant.
pub(super) fn together(cx: &Context<'_>, one: &Hat, other: &Hat) -> bool {
    cx.together(one.wide.iter().chain(other.wide.iter()).copied())
}

/// Everybody with their hats.
pub(super) fn people<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = (UserId, &'c [Hat<'c>])> {
    cx.hats.people()
}

/// Guarantees that nobody has two of some roles.
pub(super) fn exclusive<'c>(cx: &'c Context<'_>) -> impl Iterator<Item = (&'c Guarantee, &'c [RoleId])> {
    cx.model.guarantees.iter().filter_map(|guarantee| match &guarantee.kind {
        GuaranteeKind::NobodyHasTwo(roles) => Some((guarantee, roles.as_slice())),
        _ => None,
    })
}
