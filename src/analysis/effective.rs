//! What a role has once the roles it inherits are taken in.
//!
//! Works on one held role at a time, without recursion, so that a long chain with many holders costs one walk each.

use crate::model::{Model, RoleId, SuspensionKind};
use std::collections::VecDeque;

/// One role whose own rules, masks and cancels reach the holder of another role.
///
/// A *gate* is a role on the path that can stop or change what comes through it: it has an `active` line,
/// a suspension cuts it out, it has `without`, or it cancels. Each alternative is the set of gates of one path
/// from the held role (included) down to `role` (included), sorted; only minimal sets are kept, since a path
/// with more gates never adds anything.
/// - An allow of `role` works if some alternative has every `active` gate open, none suspended with heirs, and no
///   gate *above* `role` whose `without` names the right. (`without` and `cancel` act on what a role inherits, so
///   those of `role` itself do not count.)
/// - A deny or mask of `role` binds if some alternative has no gate above `role` whose running cancel names it.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The role that writes the rules.
    pub role: RoleId,
    /// The heir through which it was first reached (breadth first from the held role, parents in the order
    /// written); `None` for the held role itself. Following it gives a shortest path.
    pub via: Option<RoleId>,
    /// Minimal sets of gates, sorted. A single empty set: reached without any.
    pub alternatives: Vec<Box<[RoleId]>>,
}

/// Everything that reaches the holder of one role.
#[derive(Debug, Clone)]
pub struct Effective {
    /// The held role.
    pub role: RoleId,
    /// In breadth-first order, the held role first.
    pub reaches: Vec<Reach>,
}

impl Effective {
    /// The roles from the held one down to `role`, both included: the shortest path of inheritance.
    pub fn path(&self, role: RoleId) -> Vec<RoleId> {
        let mut path = vec![role];
        let mut at = role;
        // A path visits no role twice, so it ends after as many steps as there are reaches.
        for _ in 0..self.reaches.len() {
            let Some(via) = self.reaches.iter().find(|r| r.role == at).and_then(|r| r.via) else { break };
            path.push(via);
            at = via;
        }
        path.reverse();
        path
    }
}

/// More minimal gate sets than this in one role are refused.
pub const MAX_ALTERNATIVES: usize = 1024;
/// Gates in all alternatives of one held role together; more are refused.
const MAX_GATES: usize = 16_000_000;
/// Comparisons of gate sets for one held role; more are refused.
const MAX_COMPARISONS: usize = 50_000_000;

/// Which roles are gates, by [`RoleId`].
pub fn gates(model: &Model) -> Vec<bool> {
    let mut gates: Vec<bool> =
        model.roles.iter().map(|r| !r.active.is_empty() || !r.without.is_empty() || !r.cancels.is_empty()).collect();
    for suspension in &model.suspensions {
        if let SuspensionKind::Roles { roles, heirs: true } = &suspension.kind {
            for role in roles {
                if let Some(gate) = gates.get_mut(role.index()) {
                    *gate = true;
                }
            }
        }
    }
    gates
}

/// The effective role of `role`, with the [`gates`] of the model. Linear in the edges below it where there are no gates.
///
/// `None` if more than [`MAX_ALTERNATIVES`] minimal gate sets meet in one role, or all of them together pass a
/// budget (reported by `analyze`). Roles of a circle have no alternative.
pub fn effective(model: &Model, gates: &[bool], role: RoleId) -> Option<Effective> {
    effective_in(model, gates, role, &mut Vec::new())
}

/// As [`effective`], with memory that is used again: zeros, one for each role, or empty at first.
pub fn effective_in(model: &Model, gates: &[bool], role: RoleId, memory: &mut Vec<u32>) -> Option<Effective> {
    memory.resize(model.roles.len(), 0);
    let mut walk = Walk::new(model, role, std::mem::take(memory));
    let found = walk.effective(model, gates, role);
    for reach in found.iter().flat_map(|found| &found.reaches).chain(&walk.reaches) {
        if let Some(place) = walk.place.get_mut(reach.role.index()) {
            *place = 0;
        }
    }
    *memory = walk.place;
    found
}

fn is_gate(gates: &[bool], role: RoleId) -> bool {
    gates.get(role.index()).copied().unwrap_or(false)
}

struct Walk {
    reaches: Vec<Reach>,
    /// By [`RoleId`]: position in `reaches` plus one, 0 if not reached.
    place: Vec<u32>,
    /// By position: heirs within the walk that are still to be taken in.
    open: Vec<u32>,
    /// Positions, every role before the roles it inherits; those of a circle are left out.
    order: Vec<u32>,
    acyclic: bool,
}

impl Walk {
    fn effective(&mut self, model: &Model, gates: &[bool], role: RoleId) -> Option<Effective> {
        let gated = self.reaches.iter().any(|r| is_gate(gates, r.role));
        if !gated && self.acyclic {
            for reach in &mut self.reaches {
                reach.alternatives.push(Box::default());
            }
        } else {
            self.fill(model, gates)?;
        }
        Some(Effective { role, reaches: std::mem::take(&mut self.reaches) })
    }

    fn new(model: &Model, role: RoleId, place: Vec<u32>) -> Self {
        let mut walk = Self { reaches: Vec::new(), place, open: Vec::new(), order: Vec::new(), acyclic: true };
        walk.visit(role, None);
        let mut at = 0;
        while let Some(heir) = walk.reaches.get(at).map(|r| r.role) {
            at += 1;
            for parent in parents(model, heir) {
                walk.visit(*parent, Some(heir));
            }
        }
        walk.sort(model);
        walk
    }

    fn visit(&mut self, role: RoleId, via: Option<RoleId>) {
        let Some(place) = self.place.get_mut(role.index()) else { return };
        if *place == 0 {
            self.reaches.push(Reach { role, via, alternatives: Vec::new() });
            self.open.push(0);
            *place = self.reaches.len() as u32;
        }
        if via.is_some()
            && let Some(open) = self.open.get_mut(*place as usize - 1)
        {
            *open += 1;
        }
    }

    fn position(&self, role: RoleId) -> Option<usize> {
        (self.place.get(role.index()).copied().unwrap_or(0) as usize).checked_sub(1)
    }

    fn sort(&mut self, model: &Model) {
        let mut ready: VecDeque<u32> = VecDeque::from([0]);
        // The held role heads the walk even if it lies on a circle; then nothing else is ever ready.
        if self.open.first() != Some(&0) {
            self.acyclic = false;
            return;
        }
        while let Some(at) = ready.pop_front() {
            self.order.push(at);
            let Some(role) = self.reaches.get(at as usize).map(|r| r.role) else { continue };
            for parent in parents(model, role) {
                let Some(position) = self.position(*parent) else { continue };
                if let Some(open) = self.open.get_mut(position) {
                    *open -= 1;
                    if *open == 0 {
                        ready.push_back(position as u32);
                    }
                }
            }
        }
        self.acyclic = self.order.len() == self.reaches.len();
    }

    /// Takes the alternatives down the graph, heirs before the roles they inherit.
    fn fill(&mut self, model: &Model, gates: &[bool]) -> Option<()> {
        let mut budget = Budget { gates: MAX_GATES, comparisons: MAX_COMPARISONS };
        let mut pending: Vec<Antichain> = self.reaches.iter().map(|_| Antichain::default()).collect();
        for at in std::mem::take(&mut self.order) {
            let at = at as usize;
            let role = self.reaches.get(at)?.role;
            let mut sets = pending.get_mut(at).map(std::mem::take)?.sets;
            if at == 0 {
                sets.push(Vec::new());
            }
            if is_gate(gates, role) {
                for set in &mut sets {
                    let place = set.binary_search(&role).unwrap_or_else(|place| place);
                    set.insert(place, role);
                }
            }
            for parent in parents(model, role) {
                let target = self.position(*parent).and_then(|p| pending.get_mut(p))?;
                for set in &sets {
                    target.insert(set, &mut budget)?;
                }
            }
            sets.sort_unstable();
            self.reaches.get_mut(at)?.alternatives = sets.into_iter().map(Vec::into_boxed_slice).collect();
        }
        Some(())
    }
}

struct Budget {
    gates: usize,
    comparisons: usize,
}

/// Sets none of which holds another.
#[derive(Default)]
struct Antichain {
    sets: Vec<Vec<RoleId>>,
}

impl Antichain {
    fn insert(&mut self, set: &[RoleId], budget: &mut Budget) -> Option<()> {
        budget.comparisons = budget.comparisons.checked_sub(self.sets.len())?;
        if self.sets.iter().any(|kept| is_subset(kept, set)) {
            return Some(());
        }
        self.sets.retain(|kept| !is_subset(set, kept));
        budget.gates = budget.gates.checked_sub(set.len())?;
        self.sets.push(set.to_vec());
        (self.sets.len() <= MAX_ALTERNATIVES).then_some(())
    }
}

/// Whether every member of `small` is in `large`; both sorted.
fn is_subset(small: &[RoleId], large: &[RoleId]) -> bool {
    if small.len() > large.len() {
        return false;
    }
    let mut rest = large.iter();
    small.iter().all(|id| rest.any(|other| other == id))
}

fn parents(model: &Model, role: RoleId) -> &[RoleId] {
    model.roles.get(role.index()).map_or(&[], |r| r.parents.as_slice())
}
