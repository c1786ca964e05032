//! Packages that use each other in a circle.

use crate::source::{PackageId, Span};

/// A `use`: which package, which other, where.
pub(super) type Edge = (PackageId, PackageId, Span);

/// One cycle for each `use` that closes one, as the edges along it, each starting at its first package. Depth first, on an
/// own stack: a chain of packages may be long.
pub(super) fn cycles(count: usize, edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut outgoing: Vec<Vec<Edge>> = vec![Vec::new(); count];
    for edge in edges {
        if let Some(list) = outgoing.get_mut(edge.0.0 as usize) {
            list.push(*edge);
        }
    }
    let mut seen = vec![false; count];
    let mut found = Vec::new();
    let mut path: Vec<Edge> = Vec::new();
    let mut stack: Vec<(PackageId, usize)> = vec![(PackageId(0), 0)];
    while let Some((package, next)) = stack.last().copied() {
        if let Some(flag) = seen.get_mut(package.0 as usize) {
            *flag = true;
        }
        let edge = outgoing.get(package.0 as usize).and_then(|list| list.get(next)).copied();
        let Some(edge) = edge else {
            stack.pop();
            path.pop();
            continue;
        };
        if let Some(top) = stack.last_mut() {
            top.1 += 1;
        }
        if let Some(start) = stack.iter().position(|(on, _)| *on == edge.1) {
            let mut cycle: Vec<Edge> = path.iter().skip(start).copied().collect();
            cycle.push(edge);
            found.push(cycle);
        } else if seen.get(edge.1.0 as usize) == Some(&false) {
            path.push(edge);
            stack.push((edge.1, 0));
        }
    }
    found
}
