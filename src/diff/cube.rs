//! [`cubes`]: all solutions of a formula as few maximal cubes, each with an example.
//!
//! A solution is widened as long as the formula stays true whatever the rest may be, then taken out, until nothing is
//! left. So the union of the cubes is all there is, and the last search, which finds nothing, is the proof.

use crate::exact::Steps;
use crate::exact::Undecided;
use crate::exact::formula::{Formula, Node, NodeId, Slot};
use crate::exact::search::Search;
use crate::exact::value::{Mask, Scalar};
use crate::exact::worlds::Worlds;
use crate::model::WindowId;
use crate::time::Atlas;
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// What holds for a part of the solutions.
#[derive(Debug, Clone)]
pub(super) struct Cube {
    /// Tests, with the ways in which each may come out.
    pub(super) literals: Vec<(NodeId, Mask)>,
    /// One of the solutions.
    pub(super) values: Vec<(Slot, Scalar)>,
    /// Which windows are open in it.
    pub(super) open: Vec<(WindowId, bool)>,
    /// When.
    pub(super) at: i64,
}

/// What a search goes through.
pub(super) struct Ground<'g> {
    pub(super) worlds: Worlds<'g>,
    pub(super) domains: &'g [Rc<[Scalar]>],
    pub(super) steps: &'g Steps,
    pub(super) windows: &'g [WindowId],
    pub(super) atlas: &'g Atlas,
}

/// More cubes than these are not told one by one.
const MOST: usize = 200;

/// The cubes of `goal`. Adds the nodes that take them out to the formula.
pub(super) fn cubes(ground: &Ground<'_>, formula: &mut Formula, goal: NodeId) -> Result<Vec<Cube>, Undecided> {
    let mut found: Vec<Cube> = Vec::new();
    let mut rest = goal;
    if !Search::new(ground.worlds, formula, ground.domains, ground.steps).solve(&[rest])? {
        return Ok(found);
    }
    let leaves = leaves(formula, goal);
    for signature in &ground.atlas.signatures {
        let open: Vec<(WindowId, bool)> = ground.windows.iter().copied().zip(signature.open.iter().copied()).collect();
        loop {
            let mut search = Search::new(ground.worlds, formula, ground.domains, ground.steps);
            set_windows(formula, &mut search, &open);
            if !search.solve(&[rest])? {
                break;
            }
            if found.len() >= MOST {
                return Err(Undecided);
            }
            let literals = leaves.iter().map(|leaf| (*leaf, search.mask(*leaf)));
            let literals = literals.filter(|(leaf, mask)| *mask != anything(formula, *leaf)).collect();
            search.shrink(&[rest]);
            let chosen = formula.slots().zip(search.values()).filter_map(|(slot, value)| Some((*slot, (*value)?)));
            let values = chosen.filter(|(slot, _)| !matches!(slot, Slot::Window(_))).collect();
            let literals = widened(ground, formula, goal, literals)?;
            let parts: Vec<NodeId> = literals.iter().map(|(leaf, mask)| literal(formula, *leaf, *mask)).collect();
            let cube = formula.and(parts);
            let others = formula.not(cube);
            rest = formula.and([rest, others]);
            found.push(Cube { literals, values, open: open.clone(), at: signature.at });
        }
    }
    Ok(found)
}

pub(super) fn set_windows(formula: &Formula, search: &mut Search<'_>, open: &[(WindowId, bool)]) {
    for (window, open) in open {
        if let Some(slot) = formula.find_slot(&Slot::Window(*window)) {
            search.set(slot, Scalar::Boolean(*open));
        }
    }
}

/// The tests that a node depends on, in the order in which they were made.
pub(super) fn leaves(formula: &Formula, goal: NodeId) -> Vec<NodeId> {
    let mut seen = rustc_hash::FxHashSet::default();
    let mut stack = vec![goal];
    let mut found = Vec::new();
    while let Some(id) = stack.pop() {
        if !seen.insert(id) {
            continue;
        }
        match formula.node(id) {
            Node::And(parts) | Node::Or(parts) => stack.extend(parts.iter()),
            Node::Not(inner) | Node::Known(inner) | Node::Possible(inner) => stack.push(*inner),
            Node::Slot(_) | Node::Atom(_) => found.push(id),
            Node::Constant(_) => {}
        }
    }
    found.sort_unstable();
    found
}

/// What a test may come out as.
fn anything(formula: &Formula, leaf: NodeId) -> Mask {
    if matches!(formula.node(leaf), Node::Slot(_)) { Mask::EITHER } else { Mask::ANY }
}

/// Takes out of a cube what need not hold.
fn widened(
    ground: &Ground<'_>,
    formula: &mut Formula,
    goal: NodeId,
    mut literals: Vec<(NodeId, Mask)>,
) -> Result<Vec<(NodeId, Mask)>, Undecided> {
    // What says least goes first.
    let order = |formula: &Formula, (leaf, mask): &(NodeId, Mask)| match formula.node(*leaf) {
        Node::Slot(slot) if matches!(formula.slot_at(*slot), Some(Slot::Window(_))) => 2,
        _ if *mask == Mask::TRUE => 3,
        Node::Slot(_) => 1,
        _ => 0,
    };
    literals.sort_by_key(|literal| (order(formula, literal), std::cmp::Reverse(literal.0)));
    let mut kept: FxHashMap<NodeId, Mask> = literals.iter().copied().collect();
    for (leaf, mask) in &literals {
        for wider in wider(formula, *leaf, *mask) {
            ground.steps.take(1)?;
            kept.insert(*leaf, wider);
            if abstractly(ground, formula, goal, &kept)? {
                break;
            }
            kept.insert(*leaf, *mask);
        }
    }
    kept.retain(|leaf, mask| *mask != anything(formula, *leaf));
    let mut literals: Vec<(NodeId, Mask)> = kept.into_iter().collect();
    literals.sort_by_key(|(leaf, _)| *leaf);
    correlated(ground, formula, goal, literals)
}

/// Takes out what follows from the rest, because values hang together.
fn correlated(
    ground: &Ground<'_>,
    formula: &mut Formula,
    goal: NodeId,
    mut literals: Vec<(NodeId, Mask)>,
) -> Result<Vec<(NodeId, Mask)>, Undecided> {
    let fails = formula.not(goal);
    let mut at = 0;
    while let Some((leaf, mask)) = literals.get(at).copied() {
        at += 1;
        let window =
            matches!(formula.node(leaf), Node::Slot(slot) if matches!(formula.slot_at(*slot), Some(Slot::Window(_))));
        if window {
            continue;
        }
        for wider in wider(formula, leaf, mask) {
            let each = literals.iter().map(|(other, mask)| (*other, if *other == leaf { wider } else { *mask }));
            let each: Vec<(NodeId, Mask)> = each.filter(|(leaf, mask)| *mask != anything(formula, *leaf)).collect();
            let mut nodes: Vec<NodeId> = each.iter().map(|(leaf, mask)| literal(formula, *leaf, *mask)).collect();
            nodes.push(fails);
            let mut search = Search::new(ground.worlds, formula, ground.domains, ground.steps);
            if !search.solve(&nodes)? {
                let dropped = each.len() < literals.len();
                literals = each;
                at -= usize::from(dropped);
                break;
            }
        }
    }
    Ok(literals)
}

/// What a literal may be widened to, the widest first.
fn wider(formula: &Formula, leaf: NodeId, mask: Mask) -> Vec<Mask> {
    let anything = anything(formula, leaf);
    let pairs = [Mask::FALSE.or_else(Mask::UNKNOWN), Mask::UNKNOWN.or_else(Mask::TRUE), Mask::EITHER];
    let between = pairs.into_iter().filter(|pair| anything == Mask::ANY && *pair != mask && pair.holds(mask));
    std::iter::once(anything).chain(between).collect()
}

/// A literal as a node.
pub(super) fn literal(formula: &mut Formula, leaf: NodeId, mask: Mask) -> NodeId {
    let not = formula.not(leaf);
    let (yes, no) = (formula.known(leaf), formula.known(not));
    let (never, unsure) = (formula.not(yes), formula.not(no));
    match mask {
        Mask::TRUE => yes,
        Mask::FALSE => no,
        Mask::UNKNOWN => formula.and([never, unsure]),
        Mask::EITHER => formula.or([yes, no]),
        mask if mask == Mask::FALSE.or_else(Mask::UNKNOWN) => never,
        mask if mask == Mask::UNKNOWN.or_else(Mask::TRUE) => unsure,
        _ => formula.yes(),
    }
}

/// Whether a node is true however the tests come out, within what the literals leave.
fn abstractly(
    ground: &Ground<'_>,
    formula: &Formula,
    goal: NodeId,
    literals: &FxHashMap<NodeId, Mask>,
) -> Result<bool, Undecided> {
    let mut known: FxHashMap<NodeId, Mask> = FxHashMap::default();
    let mask = outcome(formula, goal, literals, &mut known);
    ground.steps.take(known.len() as u64)?;
    Ok(mask == Mask::TRUE)
}

fn outcome(
    formula: &Formula,
    id: NodeId,
    literals: &FxHashMap<NodeId, Mask>,
    known: &mut FxHashMap<NodeId, Mask>,
) -> Mask {
    if let Some(mask) = known.get(&id) {
        return *mask;
    }
    let mask = match formula.node(id) {
        Node::Constant(truth) => Mask::of(*truth),
        Node::Slot(_) | Node::Atom(_) => literals.get(&id).copied().unwrap_or_else(|| anything(formula, id)),
        Node::And(parts) => {
            parts.iter().fold(Mask::TRUE, |mask, part| mask.and(outcome(formula, *part, literals, known)))
        }
        Node::Or(parts) => {
            parts.iter().fold(Mask::FALSE, |mask, part| mask.or(outcome(formula, *part, literals, known)))
        }
        Node::Not(inner) => outcome(formula, *inner, literals, known).not(),
        Node::Known(inner) => outcome(formula, *inner, literals, known).known(),
        Node::Possible(inner) => outcome(formula, *inner, literals, known).possible(),
    };
    known.insert(id, mask);
    mask
}
