//! Suspensions and roles of separate sessions as nodes: for comparisons, where they count as a request meets them.

use super::build::Builder;
use super::formula::NodeId;
use super::index::has;
use crate::model::{RightId, RoleId, Suspension, SuspensionId, SuspensionKind, UserId};

impl Builder<'_> {
    /// A suspension stops what comes through a hat, roles that are cut out of the graph apart.
    pub(super) fn suspended(&mut self, right: RightId, hat: usize) -> NodeId {
        let index = self.index;
        let mut parts = Vec::new();
        for suspension in &index.model.suspensions {
            if self.covers(suspension, hat) {
                parts.push(self.in_force(suspension, hat));
            }
        }
        for (id, condition) in index.right_suspensions(right) {
            let Some(suspension) = index.model.suspensions.get(id.index()) else { continue };
            let force = self.in_force(suspension, hat);
            let condition = self.condition(*condition, hat);
            let condition = self.formula.possible(condition);
            parts.push(self.formula.and([force, condition]));
        }
        self.formula.or(parts)
    }

    /// A suspension of people, roles or everything is about what comes through a hat.
    pub(crate) fn covers(&self, suspension: &Suspension, hat: usize) -> bool {
        let Some(wear) = self.hat(hat) else { return true };
        let me = self.subject.user();
        let lists = |users: &[UserId], user: Option<UserId>| user.is_some_and(|user| users.contains(&user));
        match &suspension.kind {
            SuspensionKind::Users { users, in_role } => {
                let lent = in_role.is_some() && lists(users, wear.behalf);
                (lists(users, me) || lent) && in_role.is_none_or(|role| role == wear.role)
            }
            SuspensionKind::Roles { roles, heirs: false } => roles.contains(&wear.role),
            SuspensionKind::Roles { heirs: true, .. } | SuspensionKind::Rights(_) => false,
            SuspensionKind::Everything { except_roles, except_users } => {
                !except_roles.contains(&wear.role) && !lists(except_users, me)
            }
        }
    }

    /// A suspension is in force, for what comes through a hat.
    pub(crate) fn in_force(&mut self, suspension: &Suspension, hat: usize) -> NodeId {
        let window = self.window(suspension.window);
        let condition = self.condition(suspension.condition, hat);
        let condition = self.formula.possible(condition);
        self.formula.and([window, condition])
    }

    /// One of these roles is cut out of the graph.
    pub(super) fn cut(&mut self, roles: &[RoleId], hat: usize) -> NodeId {
        let index = self.index;
        let suspensions: Vec<SuspensionId> =
            roles.iter().flat_map(|role| index.cutting(*role).iter().copied()).collect();
        let mut parts = Vec::new();
        for suspension in suspensions.iter().filter_map(|id| index.model.suspensions.get(id.index())) {
            parts.push(self.in_force(suspension, hat));
        }
        self.formula.or(parts)
    }

    /// Roles that are to be kept apart meet in the hats that are worn with one of theirs.
    pub(super) fn separated(&mut self, hat: usize) -> NodeId {
        let index = self.index;
        let Some(role) = self.hat(hat).map(|wear| wear.role) else { return self.formula.yes() };
        let mut parts = Vec::new();
        for separate in &index.model.separate_sessions {
            let sets: Vec<_> = separate.roles.iter().map(|role| index.heirs(*role)).collect();
            for (at, mine) in sets.iter().enumerate().filter(|(_, set)| has(set, role)) {
                let had = self.wears(mine);
                for theirs in sets.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, set)| set) {
                    let other = self.wears(theirs);
                    parts.push(self.formula.and([had, other]));
                }
            }
        }
        self.formula.or(parts)
    }
}
