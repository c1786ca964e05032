//! [`Reach`]: which roles somebody holds, and which roles those reach.

use crate::analysis::effective::{Effective, effective_in, gates};
use crate::analysis::{Hats, Hierarchy};
use crate::model::{Model, RoleId};
use crate::source::order;
use std::cmp::Reverse;

/// The part of the role graph that decisions are about.
#[derive(Debug)]
pub(super) struct Reach {
    /// Roles that somebody holds, a request may bring, or that were asked for; by name.
    pub(super) held: Vec<RoleId>,
    /// Those and all that they inherit; by name.
    pub(super) roles: Vec<RoleId>,
    /// Length of the longest way down from each role, by [`RoleId`].
    pub(super) heights: Vec<u32>,
    gates: Vec<bool>,
}

impl Reach {
    pub(super) fn new(model: &Model, hierarchy: &Hierarchy, hats: &Hats<'_>, probes: &[RoleId]) -> Self {
        let mut is_held = vec![false; model.roles.len()];
        let worn = hats.all().iter().map(|hat| hat.role);
        for role in worn.chain(model.roles_from_request.iter().copied()).chain(probes.iter().copied()) {
            mark(&mut is_held, role);
        }
        let mut reached = is_held.clone();
        let mut heights = vec![0_u32; model.roles.len()];
        let parents = |role: RoleId| model.roles.get(role.index()).map_or(&[] as &[_], |role| role.parents.as_slice());
        for role in &hierarchy.order {
            let below = parents(*role).iter().filter_map(|parent| heights.get(parent.index())).max();
            let height = below.map_or(0, |height| height + 1);
            if let Some(slot) = heights.get_mut(role.index()) {
                *slot = height;
            }
        }
        for role in hierarchy.order.iter().rev() {
            if reached.get(role.index()).copied().unwrap_or(false) {
                for parent in parents(*role) {
                    mark(&mut reached, *parent);
                }
            }
        }
        let by_name = |marked: &[bool]| {
            let all = (0..model.roles.len()).map(RoleId::from_index);
            let roles: Vec<RoleId> = all.filter(|role| marked.get(role.index()) == Some(&true)).collect();
            let name = |at: usize| roles.get(at).map_or("", |role| model.role_name(*role));
            let order = order(roles.len(), name, |a, b| a.cmp(&b));
            order.into_iter().filter_map(|at| roles.get(at as usize).copied()).collect()
        };
        Self { held: by_name(&is_held), roles: by_name(&reached), heights, gates: gates(model) }
    }

    /// Positions of held roles, heirs before what they inherit, so that what an heir adds stands in front of what it
    /// shares.
    pub(super) fn heirs_first(&self) -> Vec<usize> {
        let mut order: Vec<_> = (0..self.held.len()).collect();
        order.sort_by_key(|at| Reverse(self.held.get(*at).and_then(|role| self.heights.get(role.index()))));
        order
    }

    fn is_gate(&self, role: RoleId) -> bool {
        self.gates.get(role.index()).copied().unwrap_or(false)
    }
}

fn mark(marked: &mut [bool], role: RoleId) {
    if let Some(slot) = marked.get_mut(role.index()) {
        *slot = true;
    }
}

/// What a held role reaches.
pub(super) enum Reached<'w> {
    /// Roles in breadth-first order, none of them a gate: everything comes through.
    Open(&'w [RoleId]),
    /// With gates on the way.
    Gated(Effective),
}

/// Walks down from one held role after the other, with memory that is used again.
pub(super) struct Walker<'m> {
    model: &'m Model,
    reach: &'m Reach,
    /// Number of the walk in which a role was last met, by [`RoleId`].
    met: Vec<u32>,
    walk: u32,
    queue: Vec<RoleId>,
    /// What the analysis needs, role by role.
    memory: Vec<u32>,
}

impl<'m> Walker<'m> {
    pub(super) fn new(model: &'m Model, reach: &'m Reach) -> Self {
        Self { model, reach, met: vec![0; model.roles.len()], walk: 0, queue: Vec::new(), memory: Vec::new() }
    }

    /// What `role` reaches; `None` if there are too many ways.
    pub(super) fn from(&mut self, role: RoleId) -> Option<Reached<'_>> {
        self.walk += 1;
        self.queue.clear();
        let mut gated = false;
        self.meet(role);
        let mut at = 0;
        while let Some(role) = self.queue.get(at).copied() {
            gated |= self.reach.is_gate(role);
            for parent in self.model.roles.get(role.index()).map_or(&[] as &[_], |role| role.parents.as_slice()) {
                self.meet(*parent);
            }
            at += 1;
        }
        if gated {
            effective_in(self.model, &self.reach.gates, role, &mut self.memory).map(Reached::Gated)
        } else {
            Some(Reached::Open(&self.queue))
        }
    }

    fn meet(&mut self, role: RoleId) {
        if let Some(met) = self.met.get_mut(role.index()).filter(|met| **met != self.walk) {
            *met = self.walk;
            self.queue.push(role);
        }
    }
}
