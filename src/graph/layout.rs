//! [`Layout`]: where boxes and arrows of a graph lie: in columns, each box after all that it comes from.
//!
//! Sugiyama's way: columns by the longest way from a start; what an edge passes on the way is a box of its own, thin or as
//! large as the label that stands there; the order within columns by medians ([`super::order`]); heights by pooling
//! neighbors ([`super::settle`]). Edges swing only in the gaps between columns and run level within them, so that none
//! crosses a box. Boxes without any edge stand below, row by row.

use super::{order, settle};
use crate::drawing::Area;

/// Between two boxes of a column.
const GAP: i32 = 12;
/// Between two columns.
const GUTTER: i32 = 56;
/// What an edge takes where it passes a column.
const LANE: i32 = 10;
/// Around everything.
pub(super) const MARGIN: i32 = 20;

/// A box or a label to be placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
}

/// What lies where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The boxes, in their order.
    pub boxes: Vec<Area>,
    /// The labels, by edge.
    pub labels: Vec<Option<Area>>,
    /// The ways of the edges, from the box before to the box after.
    pub ways: Vec<Vec<(i32, i32)>>,
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
}

/// A place in a column: a box, a label, or where an edge passes.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) column: usize,
    pub(super) size: Size,
    /// Slots of the column before.
    pub(super) before: Vec<usize>,
    /// Slots of the column after.
    pub(super) after: Vec<usize>,
}

/// Lays out boxes and edges between them (`from`, `to`, label). Edges that close a circle are laid the other way round.
pub fn layout(boxes: &[Size], edges: &[(usize, usize, Option<Size>)]) -> Layout {
    let known = |edge: &(usize, usize, Option<Size>)| edge.0 != edge.1 && edge.0.max(edge.1) < boxes.len();
    let turned = order::against(boxes.len(), edges);
    let ends = |at: usize, edge: &(usize, usize, Option<Size>)| {
        if turned.get(at) == Some(&true) { (edge.1, edge.0) } else { (edge.0, edge.1) }
    };
    // A label needs a column of its own between the two.
    let length = if edges.iter().any(|edge| edge.2.is_some()) { 2 } else { 1 };
    let flat: Vec<(usize, usize)> =
        edges.iter().enumerate().filter(|(_, e)| known(e)).map(|(at, e)| ends(at, e)).collect();
    let columns = order::columns(boxes.len(), &flat, length);
    let mut slots: Vec<Slot> = boxes
        .iter()
        .zip(&columns)
        .map(|(size, column)| Slot { column: *column, size: *size, before: Vec::new(), after: Vec::new() })
        .collect();
    let mut chains: Vec<Vec<usize>> = vec![Vec::new(); edges.len()];
    for (at, edge) in edges.iter().enumerate().filter(|(_, edge)| known(edge)) {
        let (from, to) = ends(at, edge);
        let chain = chain(&mut slots, (from, to), edge.2);
        chains.get_mut(at).into_iter().for_each(|place| place.clone_from(&chain));
    }
    let linked = |at: usize| slots.get(at).is_some_and(|slot| !slot.before.is_empty() || !slot.after.is_empty());
    let alone: Vec<usize> = (0..boxes.len()).filter(|at| !linked(*at)).collect();
    let rows = order::ordered(&slots, &alone);
    let heights = settle::heights(&slots, &rows, GAP);
    let mut placed = Placed { slots: &slots, rows: &rows, heights, layout: Layout::default() };
    placed.place();
    placed.stack(boxes, &alone);
    let mut layout = placed.layout;
    layout.labels = vec![None; edges.len()];
    layout.ways = vec![Vec::new(); edges.len()];
    let areas = std::mem::take(&mut layout.boxes);
    for (at, chain) in chains.iter().enumerate() {
        let mut way = route(&slots, &areas, &rows, chain);
        if turned.get(at) == Some(&true) {
            way.reverse();
        }
        let label = chain.iter().skip(1).rev().skip(1).find(|slot| slots.get(**slot).is_some_and(|s| s.size.width > 0));
        let area = label.and_then(|slot| areas.get(*slot)).copied();
        layout.labels.get_mut(at).into_iter().for_each(|place| *place = area);
        layout.ways.get_mut(at).into_iter().for_each(|place| place.clone_from(&way));
    }
    layout.boxes = areas.into_iter().take(boxes.len()).collect();
    layout
}

/// The slots along an edge, both ends included; those between are made.
fn chain(slots: &mut Vec<Slot>, (from, to): (usize, usize), label: Option<Size>) -> Vec<usize> {
    let column = |slots: &Vec<Slot>, at: usize| slots.get(at).map_or(0, |slot| slot.column);
    let (first, last) = (column(slots, from), column(slots, to));
    let middle = first.midpoint(last);
    let mut chain = vec![from];
    for column in first + 1..last {
        let passing = Size { width: 0, height: LANE };
        let size = label.filter(|_| column == middle.max(first + 1)).unwrap_or(passing);
        slots.push(Slot { column, size, before: Vec::new(), after: Vec::new() });
        chain.push(slots.len() - 1);
    }
    chain.push(to);
    for pair in chain.windows(2) {
        let [left, right] = pair else { continue };
        slots.get_mut(*left).into_iter().for_each(|slot| slot.after.push(*right));
        slots.get_mut(*right).into_iter().for_each(|slot| slot.before.push(*left));
    }
    chain
}

struct Placed<'a> {
    slots: &'a [Slot],
    rows: &'a [Vec<usize>],
    /// The middles of the slots, by slot.
    heights: Vec<i32>,
    layout: Layout,
}

impl Placed<'_> {
    /// Puts every slot of a column at its place.
    fn place(&mut self) {
        self.layout.boxes = vec![Area { x: 0, y: 0, width: 0, height: 0 }; self.slots.len()];
        let top = self
            .rows
            .iter()
            .flatten()
            .filter_map(|at| Some(self.heights.get(*at)?.saturating_sub(self.slots.get(*at)?.size.height / 2)));
        let up = MARGIN.saturating_sub(top.min().unwrap_or(MARGIN));
        let (mut x, mut bottom) = (MARGIN, MARGIN);
        for row in self.rows {
            let mut wide = 0;
            for at in row {
                let (Some(slot), Some(middle)) = (self.slots.get(*at), self.heights.get(*at)) else { continue };
                wide = wide.max(slot.size.width);
                let y = middle.saturating_add(up).saturating_sub(slot.size.height / 2);
                let area = Area { x, y, width: slot.size.width, height: slot.size.height };
                bottom = bottom.max(area.bottom());
                self.layout.boxes.get_mut(*at).into_iter().for_each(|place| *place = area);
            }
            x = x.saturating_add(wide).saturating_add(GUTTER);
        }
        let empty = self.rows.iter().all(Vec::is_empty);
        self.layout.width = if empty { MARGIN } else { x.saturating_sub(GUTTER).saturating_add(MARGIN) };
        self.layout.height = if empty { MARGIN } else { bottom.saturating_add(MARGIN) };
    }

    /// Puts boxes without edges below, row by row.
    fn stack(&mut self, boxes: &[Size], alone: &[usize]) {
        /// A row is at least as wide as this.
        const ROW: i32 = 900;
        let most = self.layout.width.max(ROW);
        let (mut x, mut y, mut tall) = (MARGIN, self.layout.height, 0);
        for at in alone {
            let Some(size) = boxes.get(*at) else { continue };
            if x > MARGIN && x.saturating_add(size.width).saturating_add(MARGIN) > most {
                (x, y, tall) = (MARGIN, y.saturating_add(tall).saturating_add(GAP), 0);
            }
            let area = Area { x, y, width: size.width, height: size.height };
            self.layout.boxes.get_mut(*at).into_iter().for_each(|place| *place = area);
            tall = tall.max(size.height);
            x = area.right().saturating_add(GAP);
            self.layout.width = self.layout.width.max(area.right().saturating_add(MARGIN));
            self.layout.height = self.layout.height.max(area.bottom().saturating_add(MARGIN));
        }
    }
}

/// From the right side of the first to the left side of the last, level through every column between.
fn route(slots: &[Slot], areas: &[Area], rows: &[Vec<usize>], chain: &[usize]) -> Vec<(i32, i32)> {
    let wide = |at: usize| {
        let column = slots.get(at).map_or(0, |slot| slot.column);
        let widths = rows.get(column).into_iter().flatten().filter_map(|slot| slots.get(*slot));
        widths.map(|slot| slot.size.width).max().unwrap_or(0)
    };
    let mut way = Vec::new();
    for (place, at) in chain.iter().enumerate() {
        let Some(area) = areas.get(*at) else { continue };
        let edge = area.x.saturating_add(wide(*at));
        if place > 0 {
            way.push((area.x, area.middle()));
        }
        if place == 0 {
            way.push((area.right(), area.middle()));
        }
        if place + 1 < chain.len() {
            way.push((edge, area.middle()));
        }
    }
    way
}
