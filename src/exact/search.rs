//! Looks for values under which all of some nodes are true: exact, within a budget of steps.
//!
//! Chooses one slot after the other, the most constrained first. A node whose possible values no longer include true
//! ends a branch; nodes that share no open slot are solved apart, so that the work adds up instead of multiplying.

use super::formula::{Formula, Node, NodeId, Slot, SlotId, boolean};
use super::value::{Mask, Scalar};
use super::worlds::Worlds;
use super::{Steps, eval};
use std::rc::Rc;

/// The budget ran out, or something nobody can tell was in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undecided;

/// A search over one formula.
pub(crate) struct Search<'a> {
    worlds: Worlds<'a>,
    formula: &'a Formula,
    /// By slot.
    domains: &'a [Rc<[Scalar]>],
    /// By slot.
    values: Vec<Option<Scalar>>,
    trail: Vec<SlotId>,
    steps: &'a Steps,
}

/// A node that is not decided, with its open slots.
struct Open {
    node: NodeId,
    slots: Vec<SlotId>,
}

impl<'a> Search<'a> {
    pub(crate) fn new(worlds: Worlds<'a>, formula: &'a Formula, domains: &'a [Rc<[Scalar]>], steps: &'a Steps) -> Self {
        Self { worlds, formula, domains, values: vec![None; domains.len()], trail: Vec::new(), steps }
    }

    /// Fixes a slot before the search.
    pub(crate) fn set(&mut self, slot: SlotId, value: Scalar) {
        if let Some(place) = self.values.get_mut(slot.index()) {
            *place = Some(value);
        }
    }

    /// Takes back everything that was chosen or set.
    pub(crate) fn clear(&mut self) {
        self.values.fill(None);
        self.trail.clear();
    }

    /// What was chosen.
    pub(crate) fn values(&self) -> &[Option<Scalar>] {
        &self.values
    }

    /// The possible values of a node under what was chosen.
    pub(crate) fn mask(&self, node: NodeId) -> Mask {
        self.probe(node, &mut Vec::new()).unwrap_or(Mask::ANY)
    }

    /// Whether all nodes can be true at once; then [`Self::values`] says how.
    pub(crate) fn solve(&mut self, nodes: &[NodeId]) -> Result<bool, Undecided> {
        let mut open: Vec<Open> = Vec::new();
        for node in nodes {
            let mut slots = Vec::new();
            let mask = self.probe(*node, &mut slots)?;
            if !mask.may_be_true() {
                return Ok(false);
            }
            if mask != Mask::TRUE {
                slots.sort_unstable();
                slots.dedup();
                if slots.is_empty() {
                    return Err(Undecided);
                }
                open.push(Open { node: *node, slots });
            }
        }
        let mark = self.trail.len();
        for part in apart(open) {
            if !self.branch(&part)? {
                self.undo(mark);
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes back what was chosen but does not matter: the fewer values a witness names, the better it reads.
    pub(crate) fn shrink(&mut self, nodes: &[NodeId]) {
        for slot in std::mem::take(&mut self.trail) {
            let Some(value) = self.values.get_mut(slot.index()).and_then(Option::take) else { continue };
            if nodes.iter().any(|node| self.mask(*node) != Mask::TRUE) {
                self.set(slot, value);
                self.trail.push(slot);
            }
        }
    }

    /// Nodes that hang together: chooses one slot of theirs.
    fn branch(&mut self, part: &[Open]) -> Result<bool, Undecided> {
        let size = |slot: &SlotId| match self.formula.slot_at(*slot) {
            // What a set holds is asked once it is there.
            Some(Slot::Member(..)) => usize::MAX,
            _ => self.domains.get(slot.index()).map_or(usize::MAX, |domain| domain.len()),
        };
        let tightest = part.iter().min_by_key(|open| open.slots.len());
        let Some(slot) = tightest.and_then(|open| open.slots.iter().min_by_key(|slot| size(slot)).copied()) else {
            return Ok(true);
        };
        let Some(domain) = self.domains.get(slot.index()).cloned() else { return Err(Undecided) };
        let nodes: Vec<NodeId> = part.iter().map(|open| open.node).collect();
        let mark = self.trail.len();
        for value in domain.iter() {
            self.set(slot, *value);
            self.trail.push(slot);
            if self.solve(&nodes)? {
                return Ok(true);
            }
            self.undo(mark);
        }
        Ok(false)
    }

    fn undo(&mut self, mark: usize) {
        while self.trail.len() > mark {
            if let Some(place) = self.trail.pop().and_then(|slot| self.values.get_mut(slot.index())) {
                *place = None;
            }
        }
    }

    /// The possible values of a node; its open slots are added to `slots`, as far as they still matter.
    fn probe(&self, id: NodeId, slots: &mut Vec<SlotId>) -> Result<Mask, Undecided> {
        self.steps.take(1)?;
        let start = slots.len();
        let mask = match self.formula.node(id) {
            Node::Constant(truth) => Mask::of(*truth),
            Node::Slot(slot) => {
                let value = self.values.get(slot.index()).copied().flatten();
                if value.is_none() {
                    slots.push(*slot);
                }
                boolean(value)
            }
            Node::And(parts) => {
                let mut all = Mask::TRUE;
                for part in parts {
                    all = all.and(self.probe(*part, slots)?);
                    if all == Mask::FALSE {
                        break;
                    }
                }
                all
            }
            Node::Or(parts) => {
                let mut any = Mask::FALSE;
                for part in parts {
                    any = any.or(self.probe(*part, slots)?);
                    if any == Mask::TRUE {
                        break;
                    }
                }
                any
            }
            Node::Not(inner) => self.probe(*inner, slots)?.not(),
            Node::Known(inner) => self.probe(*inner, slots)?.known(),
            Node::Possible(inner) => self.probe(*inner, slots)?.possible(),
            Node::Atom(atom) => {
                let chosen = |slot: SlotId| self.values.get(slot.index()).copied().flatten();
                eval::atom(&self.worlds, self.formula, atom, &chosen, slots)
            }
        };
        if mask.is_decided() {
            slots.truncate(start);
        }
        Ok(mask)
    }
}

/// Groups nodes that share open slots; small groups first.
fn apart(open: Vec<Open>) -> Vec<Vec<Open>> {
    let mut groups: Vec<(Vec<SlotId>, Vec<Open>)> = Vec::new();
    for node in open {
        let mut slots = node.slots.clone();
        let mut members = vec![node];
        let mut at = 0;
        while let Some((theirs, _)) = groups.get(at) {
            if slots.iter().any(|slot| theirs.binary_search(slot).is_ok()) {
                let (theirs, nodes) = groups.remove(at);
                slots.extend(theirs);
                slots.sort_unstable();
                slots.dedup();
                members.splice(0..0, nodes);
                at = 0;
            } else {
                at += 1;
            }
        }
        groups.push((slots, members));
    }
    groups.sort_by_key(|(slots, _)| slots.len());
    groups.into_iter().map(|(_, nodes)| nodes).collect()
}
