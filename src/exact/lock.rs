//! Suspensions in the formula, for questions that do not leave them out. In force unless known not to be, as the evaluator
//! reads them.

use super::build::Builder;
use super::formula::NodeId;
use super::item::{Item, active_of, covers, drops};
use super::search::Undecided;
use crate::model::{RoleId, RuleId, Suspension, SuspensionKind};

impl Builder<'_> {
    /// No suspension stops what an allow lets through a hat.
    pub(crate) fn unsuspended(&mut self, item: &Item, hat: usize, rule: RuleId) -> Result<NodeId, Undecided> {
        let suspensions = &self.index.model.suspensions;
        let mut parts = Vec::new();
        for suspension in suspensions {
            let stopped = if self.is_of_hat(hat, suspension) {
                self.suspends(hat, suspension)
            } else {
                self.suspends_right(item, hat, suspension)
            };
            parts.push(self.formula.not(stopped));
        }
        let cutting: Vec<&Suspension> = suspensions.iter().filter(|suspension| is_cutting(suspension)).collect();
        // Otherwise that some way is open is part of the allow.
        if !cutting.is_empty() {
            let mut open = Vec::new();
            for way in self.ways(item, hat, rule)? {
                let mut all = vec![self.is_active(hat, &way)];
                for suspension in cutting.iter().filter(|suspension| cuts(suspension, &way)) {
                    let stopped = self.suspends(hat, suspension);
                    all.push(self.formula.not(stopped));
                }
                open.push(self.formula.and(all));
            }
            parts.push(self.formula.or(open));
        }
        Ok(self.formula.and(parts))
    }

    /// A suspension is in force, for what comes through a hat.
    pub(crate) fn suspends(&mut self, hat: usize, suspension: &Suspension) -> NodeId {
        let condition = self.condition(suspension.condition, hat);
        let (open, possible) = (self.window(suspension.window), self.formula.possible(condition));
        self.formula.and([open, possible])
    }

    /// It is in force for the right.
    pub(crate) fn suspends_right(&mut self, item: &Item, hat: usize, suspension: &Suspension) -> NodeId {
        let SuspensionKind::Rights(entries) = &suspension.kind else { return self.formula.no() };
        let mut parts = Vec::new();
        for entry in entries.iter().filter(|entry| entry.rights.contains(&item.right)) {
            let condition = self.condition(entry.condition, hat);
            parts.push(self.formula.possible(condition));
        }
        let (any, in_force) = (self.formula.or(parts), self.suspends(hat, suspension));
        self.formula.and([any, in_force])
    }

    /// Whether a suspension stops all that comes through a hat.
    pub(crate) fn is_of_hat(&self, hat: usize, suspension: &Suspension) -> bool {
        let Some(wear) = self.subject.hats.get(hat) else { return false };
        let me = self.subject.user();
        match &suspension.kind {
            SuspensionKind::Users { users, in_role } => {
                let mine = me.is_some_and(|me| users.contains(&me)) && in_role.is_none_or(|role| role == wear.role);
                let theirs = wear.behalf.is_some_and(|of| users.contains(&of)) && *in_role == Some(wear.role);
                mine || theirs
            }
            SuspensionKind::Roles { roles, heirs } => !heirs && roles.contains(&wear.role),
            SuspensionKind::Rights(_) => false,
            SuspensionKind::Everything { except_roles, except_users } => {
                !except_roles.contains(&wear.role) && !me.is_some_and(|me| except_users.contains(&me))
            }
        }
    }

    /// The gates of every way on which an allow reaches the role of a hat.
    pub(crate) fn ways(&self, item: &Item, hat: usize, rule: RuleId) -> Result<Vec<Box<[RoleId]>>, Undecided> {
        let model = self.index.model;
        let Some(held) = self.subject.hats.get(hat).map(|wear| wear.role) else { return Ok(Vec::new()) };
        let effective = self.index.effective(held).ok_or(Undecided)?;
        let Some(written) = model.rules.get(rule.index()) else { return Ok(Vec::new()) };
        if !covers(model, written, item.right, item.field) {
            return Ok(Vec::new());
        }
        let reach = effective.reaches.iter().find(|reach| reach.role == written.role);
        let ways = reach.map_or(&[] as &[_], |reach| reach.alternatives.as_slice());
        let above = |way: &[RoleId]| way.iter().copied().filter(|gate| *gate != written.role).collect::<Vec<_>>();
        Ok(ways.iter().filter(|way| !drops(model, &above(way), item.right)).cloned().collect())
    }

    /// Every role on a way, given by its gates, is active.
    pub(crate) fn is_active(&mut self, hat: usize, way: &[RoleId]) -> NodeId {
        let roles = active_of(self.index.model, way);
        self.way(&roles, hat)
    }
}

fn is_cutting(suspension: &Suspension) -> bool {
    matches!(suspension.kind, SuspensionKind::Roles { heirs: true, .. })
}

/// Whether a suspension cuts a role on a way out of the graph.
pub(crate) fn cuts(suspension: &Suspension, way: &[RoleId]) -> bool {
    match &suspension.kind {
        SuspensionKind::Roles { roles, heirs: true } => roles.iter().any(|role| way.contains(role)),
        SuspensionKind::Roles { .. }
        | SuspensionKind::Users { .. }
        | SuspensionKind::Rights(_)
        | SuspensionKind::Everything { .. } => false,
    }
}
