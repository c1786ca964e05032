//! Which column a box stands in, and in which order those of one column stand.

use super::layout::{Size, Slot};
use std::collections::BTreeSet;

/// Times that the order of all columns is worked over.
const SWEEPS: usize = 16;

/// Which edges have to be turned round so that no circle is left.
pub(super) fn against(nodes: usize, edges: &[(usize, usize, Option<Size>)]) -> Vec<bool> {
    let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    for (at, (from, _, _)) in edges.iter().enumerate() {
        leaving.get_mut(*from).into_iter().for_each(|list| list.push(at));
    }
    let mut turned = vec![false; edges.len()];
    // Not seen, on the way, done.
    let mut state = vec![0_u8; nodes];
    let put = |state: &mut Vec<u8>, at: usize, value| state.get_mut(at).into_iter().for_each(|slot| *slot = value);
    for start in 0..nodes {
        if state.get(start) != Some(&0) {
            continue;
        }
        put(&mut state, start, 1);
        let mut stack = vec![(start, 0)];
        while let Some((node, next)) = stack.pop() {
            let Some(edge) = leaving.get(node).and_then(|list| list.get(next)) else {
                put(&mut state, node, 2);
                continue;
            };
            stack.push((node, next + 1));
            let to = edges.get(*edge).map_or(node, |edge| edge.1);
            match state.get(to) {
                Some(0) => {
                    put(&mut state, to, 1);
                    stack.push((to, 0));
                }
                Some(1) => turned.get_mut(*edge).into_iter().for_each(|slot| *slot = true),
                _ => {}
            }
        }
    }
    turned
}

/// The column of each node: after all that it comes from, and as near as may be to what comes after it. There must be no
/// circle.
pub(super) fn columns(nodes: usize, edges: &[(usize, usize)], length: usize) -> Vec<usize> {
    let mut column = vec![0_usize; nodes];
    let get = |column: &[usize], at: usize| column.get(at).copied().unwrap_or(0);
    let mut after: Vec<Vec<usize>> = vec![Vec::new(); nodes];
    let mut open = vec![0_usize; nodes];
    for (from, to) in edges {
        after.get_mut(*from).into_iter().for_each(|list| list.push(*to));
        open.get_mut(*to).into_iter().for_each(|count| *count += 1);
    }
    let mut ready: Vec<usize> = (0..nodes).filter(|at| open.get(*at) == Some(&0)).collect();
    while let Some(from) = ready.pop() {
        let least = get(&column, from) + length;
        for to in after.get(from).into_iter().flatten() {
            column.get_mut(*to).into_iter().for_each(|place| *place = least.max(*place));
            if let Some(left) = open.get_mut(*to) {
                *left -= 1;
                ready.extend((*left == 0).then_some(*to));
            }
        }
    }
    // What nothing leads to stands just before what it leads to.
    let reached: BTreeSet<usize> = edges.iter().map(|(_, to)| *to).collect();
    for node in (0..nodes).filter(|node| !reached.contains(node)) {
        let nearest = after.get(node).into_iter().flatten().map(|to| get(&column, *to)).min();
        if let Some(nearest) = nearest {
            column.get_mut(node).into_iter().for_each(|place| *place = nearest.saturating_sub(length));
        }
    }
    column
}

/// The slots of every column from above; those in `alone` stand nowhere.
pub(super) fn ordered(slots: &[Slot], alone: &[usize]) -> Vec<Vec<usize>> {
    let alone: BTreeSet<usize> = alone.iter().copied().collect();
    let last = slots.iter().map(|slot| slot.column).max().unwrap_or(0);
    let mut rows: Vec<Vec<usize>> = vec![Vec::new(); last + 1];
    // Depth first, so that what hangs together starts together.
    let mut seen = alone;
    let starts = (0..slots.len()).filter(|at| slots.get(*at).is_some_and(|slot| slot.before.is_empty()));
    let all: Vec<usize> = starts.chain(0..slots.len()).collect();
    for start in all {
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            let Some(slot) = slots.get(at).filter(|_| seen.insert(at)) else { continue };
            rows.get_mut(slot.column).into_iter().for_each(|row| row.push(at));
            stack.extend(slot.after.iter().rev());
        }
    }
    let mut best = (crossings(slots, &rows), rows.clone());
    for sweep in 0..SWEEPS {
        let forward = sweep % 2 == 0;
        let columns: Vec<usize> = if forward { (1..rows.len()).collect() } else { (0..last).rev().collect() };
        for column in columns {
            let beside = if forward { column - 1 } else { column + 1 };
            let places = places(slots.len(), rows.get(beside).map_or(&[], Vec::as_slice));
            if let Some(row) = rows.get_mut(column) {
                sort(slots, row, &places, forward);
            }
        }
        let crossed = crossings(slots, &rows);
        if crossed < best.0 {
            best = (crossed, rows.clone());
        }
    }
    best.1
}

fn places(slots: usize, row: &[usize]) -> Vec<usize> {
    let mut places = vec![0; slots];
    for (place, at) in row.iter().enumerate() {
        places.get_mut(*at).into_iter().for_each(|slot| *slot = place);
    }
    places
}

/// By the middle of the places of their neighbors; what has none stays where it is.
fn sort(slots: &[Slot], row: &mut Vec<usize>, places: &[usize], forward: bool) {
    let wanted = |place: usize, at: usize| {
        let slot = slots.get(at);
        let beside = slot.map_or(&[] as &[_], |slot| if forward { &slot.before } else { &slot.after });
        let sum: usize = beside.iter().filter_map(|other| places.get(*other)).map(|place| place * 1000).sum();
        sum.checked_div(beside.len()).unwrap_or(place * 1000)
    };
    let mut keyed: Vec<(usize, usize, usize)> =
        row.iter().enumerate().map(|(place, at)| (wanted(place, *at), place, *at)).collect();
    keyed.sort_unstable();
    *row = keyed.into_iter().map(|(_, _, at)| at).collect();
}

/// How many pairs of edges cross.
fn crossings(slots: &[Slot], rows: &[Vec<usize>]) -> usize {
    let mut crossed = 0;
    for pair in rows.windows(2) {
        let [left, right] = pair else { continue };
        let places = places(slots.len(), right);
        let mut ends: Vec<usize> = Vec::new();
        for slot in left.iter().filter_map(|at| slots.get(*at)) {
            let mut own: Vec<usize> = slot.after.iter().filter_map(|to| places.get(*to)).copied().collect();
            own.sort_unstable();
            for end in &own {
                crossed += ends.len() - ends.partition_point(|other| other <= end);
            }
            for end in own {
                let at = ends.partition_point(|other| *other <= end);
                ends.insert(at, end);
            }
        }
    }
    crossed
}
