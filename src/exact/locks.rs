//! Suspensions and roles of separate sessions as nodes, for questions in which they count as a request meets them. A suspension
//! is in force unless known not to be, as the evaluator reads it.

use super::build::Builder;
use super::formula::NodeId;
use super::index::has;
use super::item::{Item, active_of, covers, drops};
use super::search::Undecided;
use crate::model::{RightId, RoleId, RuleId, Suspension, SuspensionId, SuspensionKind, UserId};

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

impl Builder<'_> {
    /// No suspension stops what an allow lets through a hat.
    pub(crate) fn unsuspended(&mut self, item: &Item, hat: usize, rule: RuleId) -> Result<NodeId, Undecided> {
        let suspensions = &self.index.model.suspensions;
        let mut parts = Vec::new();
        for suspension in suspensions {
            let stopped = if self.covers(suspension, hat) {
                self.in_force(suspension, hat)
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
                    let stopped = self.in_force(suspension, hat);
                    all.push(self.formula.not(stopped));
                }
                open.push(self.formula.and(all));
            }
            parts.push(self.formula.or(open));
        }
        Ok(self.formula.and(parts))
    }

    /// It is in force for the right.
    pub(crate) fn suspends_right(&mut self, item: &Item, hat: usize, suspension: &Suspension) -> NodeId {
        let SuspensionKind::Rights(entries) = &suspension.kind else { return self.formula.no() };
        let mut parts = Vec::new();
        for entry in entries.iter().filter(|entry| entry.rights.contains(&item.right)) {
            let condition = self.condition(entry.condition, hat);
            parts.push(self.formula.possible(condition));
        }
        let (any, in_force) = (self.formula.or(parts), self.in_force(suspension, hat));
        self.formula.and([any, in_force])
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
        self.way(&roles, &[], hat)
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
