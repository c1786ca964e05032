//! [`Formula`]: what a decision depends on, as a graph of three-valued nodes over slots.
//!
//! A *slot* is one thing that a request, a record or the time may choose: an attribute's value, whether a set holds an
//! element, whether a window is open, whether the request brings a role. Nodes are interned, so equal parts are one.

use super::value::{Mask, Scalar, Truth};
use super::worlds::World;
use crate::model::{AttributeRef, Comparison, NetworkId, RoleId, UnitId, WindowId};
use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

/// A position in the formula's nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(u32);

/// A position in the formula's slots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SlotId(pub(crate) u32);

impl SlotId {
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Which of two requests (of "nobody can both") a slot belongs to.
pub(crate) type Copy = u8;

/// What can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Slot {
    /// Whether a window is open.
    Window(WindowId),
    /// Whether a hat surely runs, where its windows may be open or shut at will (a position in the subject's hats).
    Runs(u32),
    /// Whether it may run, the same way.
    Counts(u32),
    /// Whether the request brings a role.
    Brought(Copy, RoleId),
    /// The value of an attribute that is no set.
    Value(Copy, AttributeRef),
    /// Whether a set is missing, null or there.
    Set(Copy, AttributeRef),
    /// Whether a set that is there holds an element.
    Member(Copy, AttributeRef, Scalar),
}

/// A value that is known or chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Term {
    Known(Scalar),
    Slot(SlotId),
    /// Chosen, and read by a policy that does not know every value.
    Seen(SlotId, World),
}

impl Term {
    /// What is chosen for it.
    pub(crate) fn slot(self) -> Option<SlotId> {
        match self {
            Self::Known(_) => None,
            Self::Slot(slot) | Self::Seen(slot, _) => Some(slot),
        }
    }
}

/// A set that is known or chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum SetTerm {
    /// Missing or null.
    Nothing(Scalar),
    /// These elements.
    Known(Box<[Scalar]>),
    /// Chosen; the policy that reads it, if that does not know every element.
    Slot(Copy, AttributeRef, SlotId, Option<World>),
}

/// A test of values.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Atom {
    Compare(Comparison, Term, Term),
    OneOf(Term, Box<[Scalar]>),
    InNetworks(Term, Box<[NetworkId]>),
    IsNone(Term),
    SetIsNone(SetTerm),
    /// The set holds the element.
    Has(SetTerm, Term),
    /// The set holds one of these, some of which may not be known.
    HoldsOne(SetTerm, Box<[Scalar]>, Whole),
    /// The owner is one of these persons.
    OwnerIs(Term, Box<[Scalar]>),
    /// The owner is below one of these persons.
    OwnerBelow(Term, Box<[Scalar]>, World),
    /// There is no owner.
    NoOwner(Term),
    /// The unit is one of these (or below one).
    UnitIn(Term, Box<[UnitId]>, Whole, Below, World),
    /// One of the owner's units is one of these (or below one).
    OwnerUnitIn(Term, Box<[UnitId]>, Whole, Below, World),
    /// Nothing here can tell: stays open, so that nothing is proved by it.
    Untold,
}

/// Whether all units of the asker are stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Whole {
    Known,
    Unknown,
}

/// Whether what lies below counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Below {
    Yes,
    No,
}

/// A node.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    Constant(Truth),
    /// A slot that holds a boolean.
    Slot(SlotId),
    And(Box<[NodeId]>),
    Or(Box<[NodeId]>),
    Not(NodeId),
    /// Known true.
    Known(NodeId),
    /// Not known false.
    Possible(NodeId),
    Atom(Atom),
}

/// Nodes and slots of one question.
#[derive(Debug, Default)]
pub(crate) struct Formula {
    nodes: IndexSet<Node, FxBuildHasher>,
    slots: IndexSet<Slot, FxBuildHasher>,
}

impl Formula {
    /// How many nodes there are.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn slot(&mut self, slot: Slot) -> SlotId {
        SlotId(self.slots.insert_full(slot).0 as u32)
    }

    pub(crate) fn find_slot(&self, slot: &Slot) -> Option<SlotId> {
        self.slots.get_index_of(slot).map(|index| SlotId(index as u32))
    }

    pub(crate) fn slots(&self) -> impl ExactSizeIterator<Item = &Slot> {
        self.slots.iter()
    }

    pub(crate) fn slot_at(&self, id: SlotId) -> Option<&Slot> {
        self.slots.get_index(id.index())
    }

    pub(crate) fn node(&self, id: NodeId) -> &Node {
        const NOTHING: &Node = &Node::Atom(Atom::Untold);
        self.nodes.get_index(id.0 as usize).unwrap_or(NOTHING)
    }

    pub(crate) fn atoms(&self) -> impl Iterator<Item = &Atom> {
        self.nodes.iter().filter_map(|node| if let Node::Atom(atom) = node { Some(atom) } else { None })
    }

    fn add(&mut self, node: Node) -> NodeId {
        NodeId(self.nodes.insert_full(node).0 as u32)
    }

    pub(crate) fn constant(&mut self, truth: Truth) -> NodeId {
        self.add(Node::Constant(truth))
    }

    pub(crate) fn yes(&mut self) -> NodeId {
        self.constant(Truth::True)
    }

    pub(crate) fn no(&mut self) -> NodeId {
        self.constant(Truth::False)
    }

    pub(crate) fn is(&self, id: NodeId, truth: Truth) -> bool {
        *self.node(id) == Node::Constant(truth)
    }

    pub(crate) fn choice(&mut self, slot: Slot) -> NodeId {
        let slot = self.slot(slot);
        self.add(Node::Slot(slot))
    }

    pub(crate) fn atom(&mut self, atom: Atom) -> NodeId {
        self.add(Node::Atom(atom))
    }

    pub(crate) fn and(&mut self, parts: impl IntoIterator<Item = NodeId>) -> NodeId {
        self.join(parts, Truth::True, Truth::False, Node::And)
    }

    pub(crate) fn or(&mut self, parts: impl IntoIterator<Item = NodeId>) -> NodeId {
        self.join(parts, Truth::False, Truth::True, Node::Or)
    }

    fn join(
        &mut self,
        parts: impl IntoIterator<Item = NodeId>,
        neutral: Truth,
        absorbing: Truth,
        node: fn(Box<[NodeId]>) -> Node,
    ) -> NodeId {
        let mut kept: Vec<NodeId> = Vec::new();
        for part in parts {
            if self.is(part, absorbing) {
                return part;
            }
            if !self.is(part, neutral) && !kept.contains(&part) {
                kept.push(part);
            }
        }
        match kept.as_slice() {
            [] => self.constant(neutral),
            [only] => *only,
            _ => self.add(node(kept.into())),
        }
    }

    pub(crate) fn not(&mut self, id: NodeId) -> NodeId {
        match self.node(id) {
            Node::Constant(Truth::True) => self.no(),
            Node::Constant(Truth::False) => self.yes(),
            Node::Not(inner) => *inner,
            _ => self.add(Node::Not(id)),
        }
    }

    pub(crate) fn known(&mut self, id: NodeId) -> NodeId {
        match self.node(id) {
            Node::Constant(Truth::Unknown) => self.no(),
            Node::Constant(_) | Node::Known(_) | Node::Possible(_) | Node::Slot(_) => id,
            _ => self.add(Node::Known(id)),
        }
    }

    pub(crate) fn possible(&mut self, id: NodeId) -> NodeId {
        match self.node(id) {
            Node::Constant(Truth::Unknown) => self.yes(),
            Node::Constant(_) | Node::Known(_) | Node::Possible(_) | Node::Slot(_) => id,
            _ => self.add(Node::Possible(id)),
        }
    }

    /// Whether it can be seen without a search that some nodes are never true together: one is false, or one denies another.
    pub(crate) fn is_never(&self, nodes: &[NodeId]) -> bool {
        nodes.iter().any(|node| match self.node(*node) {
            Node::Constant(Truth::False) => true,
            Node::Not(inner) => {
                let denied = self.ways(inner);
                nodes.iter().any(|other| self.ways(other).iter().all(|way| denied.contains(way)))
            }
            _ => false,
        })
    }

    /// One of these is true where the node is.
    fn ways<'n>(&'n self, node: &'n NodeId) -> &'n [NodeId] {
        if let Node::Or(parts) = self.node(*node) { parts } else { std::slice::from_ref(node) }
    }

    /// The windows that a node depends on, sorted.
    pub(crate) fn windows(&self, roots: &[NodeId]) -> Vec<WindowId> {
        let mut found = Vec::new();
        let mut seen = vec![false; self.nodes.len()];
        let mut stack = roots.to_vec();
        while let Some(id) = stack.pop() {
            if seen.get_mut(id.0 as usize).is_none_or(|slot| std::mem::replace(slot, true)) {
                continue;
            }
            match self.node(id) {
                Node::And(parts) | Node::Or(parts) => stack.extend(parts.iter()),
                Node::Not(inner) | Node::Known(inner) | Node::Possible(inner) => stack.push(*inner),
                Node::Slot(slot) => {
                    if let Some(Slot::Window(window)) = self.slot_at(*slot) {
                        found.push(*window);
                    }
                }
                Node::Constant(_) | Node::Atom(_) => {}
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The mask of a slot that holds a boolean.
pub(crate) fn boolean(value: Option<Scalar>) -> Mask {
    match value {
        None => Mask::EITHER,
        Some(Scalar::Boolean(true)) => Mask::TRUE,
        Some(_) => Mask::FALSE,
    }
}
