//! The role graph: order, heirs, cycles, redundant edges. The only file that names petgraph.
//!
//! Everything here is iterative and linear in the edges, or bounded: a chain, fan or circle of a hundred thousand
//! roles is an ordinary input. petgraph's Kosaraju is used because its Tarjan recurses.

use crate::model::{Model, RoleId};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::VecDeque;

/// Edges that the search for redundant ones, and the search for circles, may visit.
const STEPS: usize = 20_000_000;

/// Order and edges of the role graph.
#[derive(Debug, Default)]
pub struct Hierarchy {
    /// Every role after all roles it inherits; roles of a cycle are left out of it.
    pub order: Vec<RoleId>,
    /// Direct heirs of each role, by [`RoleId`], sorted.
    pub heirs: Vec<Vec<RoleId>>,
    /// Cycles, each as the roles in order of inheritance, starting with its smallest id.
    pub cycles: Vec<Vec<RoleId>>,
    /// Edges (heir, parent) implied by a longer path (transitive reduction), sorted.
    pub redundant: Vec<(RoleId, RoleId)>,
    /// Whether `redundant` holds all of them; false only if the graph is too dense to search in full.
    pub redundant_complete: bool,
}

impl Hierarchy {
    /// The graph of a model.
    pub fn new(model: &Model) -> Self {
        let mut graph: DiGraph<(), ()> = DiGraph::with_capacity(model.roles.len(), model.roles.len());
        for _ in &model.roles {
            graph.add_node(());
        }
        let mut heirs = vec![Vec::new(); model.roles.len()];
        for (index, role) in model.roles.iter().enumerate() {
            for parent in &role.parents {
                if let Some(list) = heirs.get_mut(parent.index()) {
                    list.push(RoleId::from_index(index));
                    graph.add_edge(NodeIndex::new(index), NodeIndex::new(parent.index()), ());
                }
            }
        }
        // Components come in the reverse of their topological order: parents before heirs.
        let mut order = Vec::with_capacity(model.roles.len());
        let mut cycles = Vec::new();
        let mut budget = STEPS;
        for component in kosaraju_scc(&graph) {
            match *component.as_slice() {
                [node] if graph.find_edge(node, node).is_none() => order.push(RoleId::from_index(node.index())),
                _ => {
                    let mut members: Vec<_> = component.iter().map(|n| RoleId::from_index(n.index())).collect();
                    members.sort_unstable();
                    circles(model, &members, &mut budget, &mut cycles);
                }
            }
        }
        cycles.sort();
        let (redundant, redundant_complete) = redundant_edges(model, &order);
        Self { order, heirs, cycles, redundant, redundant_complete }
    }

    /// `role` and every role it inherits, sorted.
    pub fn closure(&self, model: &Model, role: RoleId) -> Vec<RoleId> {
        reachable(model.roles.len(), role, |id| model.roles.get(id.index()).map_or(&[], |r| r.parents.as_slice()))
    }

    /// `role` and every role that inherits it, sorted.
    pub fn heirs_closure(&self, role: RoleId) -> Vec<RoleId> {
        reachable(self.heirs.len(), role, |id| self.heirs.get(id.index()).map_or(&[], Vec::as_slice))
    }

    /// Whether `role` is `ancestor` or inherits it.
    pub fn inherits(&self, model: &Model, role: RoleId, ancestor: RoleId) -> bool {
        if role == ancestor {
            return true;
        }
        let mut seen = vec![false; model.roles.len()];
        let mut queue = VecDeque::from([role]);
        while let Some(id) = queue.pop_front() {
            for parent in model.roles.get(id.index()).map_or(&[] as &[RoleId], |r| &r.parents) {
                if *parent == ancestor {
                    return true;
                }
                if mark(&mut seen, *parent) {
                    queue.push_back(*parent);
                }
            }
        }
        false
    }
}

/// Marks `id`; false if it was marked already or does not exist.
fn mark(seen: &mut [bool], id: RoleId) -> bool {
    seen.get_mut(id.index()).is_some_and(|slot| !std::mem::replace(slot, true))
}

fn reachable<'a>(count: usize, from: RoleId, next: impl Fn(RoleId) -> &'a [RoleId]) -> Vec<RoleId> {
    let mut seen = vec![false; count];
    let mut found = Vec::new();
    if mark(&mut seen, from) {
        found.push(from);
    }
    let mut at = 0;
    while let Some(id) = found.get(at).copied() {
        at += 1;
        found.extend(next(id).iter().copied().filter(|n| mark(&mut seen, *n)));
    }
    found.sort_unstable();
    found
}

/// A shortest circle through the smallest member, then through the smallest one on no circle yet, and so on. If the
/// budget ends, members may be left without a circle of their own; mending the ones shown brings them up.
fn circles(model: &Model, members: &[RoleId], budget: &mut usize, out: &mut Vec<Vec<RoleId>>) {
    let mut shown = vec![false; members.len()];
    for (index, start) in members.iter().enumerate() {
        if shown.get(index).copied().unwrap_or(true) {
            continue;
        }
        let Some(circle) = shortest_circle(model, members, *start, budget) else { return };
        for role in &circle {
            if let Some(slot) = members.binary_search(role).ok().and_then(|i| shown.get_mut(i)) {
                *slot = true;
            }
        }
        let smallest = circle.iter().enumerate().min_by_key(|(_, role)| **role).map_or(0, |(i, _)| i);
        let mut circle = circle;
        circle.rotate_left(smallest);
        if !out.contains(&circle) {
            out.push(circle);
        }
    }
}

fn shortest_circle(model: &Model, members: &[RoleId], start: RoleId, budget: &mut usize) -> Option<Vec<RoleId>> {
    let place = |id: RoleId| members.binary_search(&id).ok();
    let mut via: Vec<Option<RoleId>> = vec![None; members.len()];
    let mut queue = VecDeque::from([start]);
    while let Some(id) = queue.pop_front() {
        for parent in model.roles.get(id.index()).map_or(&[] as &[RoleId], |r| &r.parents) {
            *budget = budget.checked_sub(1)?;
            if *parent == start {
                let mut path = vec![id];
                let mut at = id;
                while at != start {
                    at = place(at).and_then(|i| via.get(i).copied().flatten())?;
                    path.push(at);
                }
                path.reverse();
                return Some(path);
            }
            if let Some(slot) = place(*parent).and_then(|i| via.get_mut(i))
                && slot.is_none()
            {
                *slot = Some(id);
                queue.push_back(*parent);
            }
        }
    }
    None
}

/// Edges implied by a longer path, and whether the search was finished.
///
/// A parent is implied if an earlier visited parent, one that comes later in `order`, reaches it; below the first
/// parent in the order nothing needs to be looked at.
fn redundant_edges(model: &Model, order: &[RoleId]) -> (Vec<(RoleId, RoleId)>, bool) {
    let mut place = vec![u32::MAX; model.roles.len()];
    for (index, role) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(role.index()) {
            *slot = index as u32;
        }
    }
    let at = |id: RoleId| place.get(id.index()).copied().unwrap_or(u32::MAX);
    let parents = |id: RoleId| model.roles.get(id.index()).map_or(&[] as &[RoleId], |r| r.parents.as_slice());
    let mut stamp = vec![0_u32; model.roles.len()];
    let (mut found, mut budget, mut stack) = (Vec::new(), STEPS, Vec::new());
    for (round, role) in order.iter().enumerate() {
        let mut direct = parents(*role).to_vec();
        if direct.len() < 2 {
            continue;
        }
        let round = round as u32 + 1;
        direct.sort_unstable_by_key(|p| std::cmp::Reverse(at(*p)));
        let lowest = direct.last().map_or(0, |p| at(*p));
        for parent in direct {
            let visit = |id: RoleId, stamp: &mut Vec<u32>| {
                stamp.get_mut(id.index()).is_some_and(|slot| std::mem::replace(slot, round) != round)
            };
            if !visit(parent, &mut stamp) {
                found.push((*role, parent));
                continue;
            }
            stack.push(parent);
            while let Some(id) = stack.pop() {
                let next = parents(id);
                let Some(left) = budget.checked_sub(next.len()) else {
                    found.sort_unstable();
                    return (found, false);
                };
                budget = left;
                stack.extend(next.iter().copied().filter(|p| at(*p) >= lowest && visit(*p, &mut stamp)));
            }
        }
    }
    found.sort_unstable();
    (found, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::effective::{effective, gates};
    use crate::model::Origin;
    use crate::source::{FileId, Span, Symbol};
    use std::time::{Duration, Instant};

    fn model(parents: impl Fn(u32) -> Vec<u32>, count: u32) -> Model {
        let origin = Origin { span: Span::new(FileId(0), 0, 0), instance: None };
        let role = |id: u32| crate::model::Role {
            parents: parents(id).into_iter().map(RoleId).collect(),
            parent_origins: parents(id).iter().map(|_| origin).collect(),
            ..crate::model::Role::new(Symbol(id), origin)
        };
        Model { roles: (0..count).map(role).collect(), ..Model::default() }
    }

    #[allow(clippy::disallowed_methods, reason = "a test may take time")]
    fn timed<T>(work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let done = work();
        // Generous, since tests run unoptimized beside others; what it catches is quadratic work.
        assert!(start.elapsed() < Duration::from_secs(5), "took {:?}", start.elapsed());
        done
    }

    const MANY: u32 = 100_000;

    #[test]
    fn a_long_chain_is_ordinary() {
        let model = model(|id| if id + 1 < MANY { vec![id + 1] } else { vec![] }, MANY);
        let hierarchy = timed(|| Hierarchy::new(&model));
        assert_eq!(hierarchy.order.first(), Some(&RoleId(MANY - 1)));
        assert!(hierarchy.cycles.is_empty() && hierarchy.redundant.is_empty() && hierarchy.redundant_complete);
        assert_eq!(hierarchy.closure(&model, RoleId(5)).len(), MANY as usize - 5);
        assert_eq!(hierarchy.heirs_closure(RoleId(5)).len(), 6);
        let effective = timed(|| effective(&model, &gates(&model), RoleId(0)));
        assert_eq!(effective.map(|e| e.reaches.len()), Some(MANY as usize));
    }

    #[test]
    fn a_wide_fan_is_ordinary() {
        let up = model(|id| if id == 0 { (1..MANY).collect() } else { vec![] }, MANY);
        assert!(timed(|| Hierarchy::new(&up)).redundant.is_empty());
        let down = model(|id| if id == 0 { vec![] } else { vec![0] }, MANY);
        assert_eq!(timed(|| Hierarchy::new(&down)).heirs_closure(RoleId(0)).len(), MANY as usize);
    }

    #[test]
    fn a_long_circle_is_reported_whole() {
        let model = model(|id| vec![(id + 1) % MANY], MANY);
        let hierarchy = timed(|| Hierarchy::new(&model));
        assert_eq!(hierarchy.cycles, vec![(0..MANY).map(RoleId).collect::<Vec<_>>()]);
        assert!(hierarchy.order.is_empty());
    }

    #[test]
    fn two_circles_that_share_a_role_are_two() {
        let edges = [vec![1], vec![2, 3], vec![0], vec![1], vec![4]];
        let model = model(|id| edges.get(id as usize).cloned().unwrap_or_default(), 5);
        let ids = |list: &[u32]| list.iter().copied().map(RoleId).collect::<Vec<_>>();
        assert_eq!(Hierarchy::new(&model).cycles, vec![ids(&[0, 1, 2]), ids(&[1, 3]), ids(&[4])]);
    }

    #[test]
    fn an_edge_beside_a_longer_path_is_redundant() {
        let edges = [vec![1, 3, 2], vec![2], vec![3], vec![]];
        let model = model(|id| edges.get(id as usize).cloned().unwrap_or_default(), 4);
        let hierarchy = Hierarchy::new(&model);
        assert_eq!(hierarchy.redundant, vec![(RoleId(0), RoleId(2)), (RoleId(0), RoleId(3))]);
    }
}
