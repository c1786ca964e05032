//! Instants at which windows open or shut.

use crate::model::{Model, WindowId};
use crate::time::{FOREVER, FOREVER_AGO};
use std::collections::BTreeMap;

/// Edges of recurring hours that are looked at.
const STEPS: usize = 200_000;

/// One window at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Edge {
    pub(super) window: WindowId,
    /// It opens; else it shuts.
    pub(super) opens: bool,
    /// One of its absolute bounds; else an edge of hours that recur.
    pub(super) bound: bool,
    /// It is open on one side of the instant alone. Hours may keep a window shut beyond its bound.
    pub(super) flips: bool,
}

/// The edges of a range.
pub(super) struct Edges {
    pub(super) all: BTreeMap<i64, Vec<Edge>>,
    /// Up to where all are known.
    pub(super) seen_until: i64,
}

/// Windows that are walked along.
pub(super) struct Walk<'a> {
    model: &'a Model,
    windows: Vec<WindowId>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(model: &'a Model, mut windows: Vec<WindowId>) -> Self {
        windows.sort_unstable();
        windows.dedup();
        windows.retain(|window| !model.window(*window).is_always() && !model.window(*window).is_never());
        Self { model, windows }
    }

    fn is_open(&self, window: WindowId, at: i64) -> bool {
        self.model.window(window).state(&self.model.time, at).open
    }

    /// Which windows are open.
    pub(super) fn state(&self, at: i64) -> Vec<bool> {
        self.windows.iter().map(|window| self.is_open(*window, at)).collect()
    }

    /// Every edge from `from` on and before `until`. If hours change too often, only those before `seen_until`.
    pub(super) fn edges(&self, from: i64, until: i64) -> Edges {
        let mut edges = Edges { all: BTreeMap::new(), seen_until: until };
        let mut left = STEPS;
        for window in &self.windows {
            self.bounds(*window, (from, until), &mut edges);
            if !self.model.window(*window).recurring.is_empty() {
                let seen = self.hours(*window, (from, until), &mut left, &mut edges);
                edges.seen_until = edges.seen_until.min(seen);
            }
        }
        let seen_until = edges.seen_until;
        edges.all.retain(|at, _| *at < seen_until);
        edges
    }

    fn bounds(&self, id: WindowId, (from, until): (i64, i64), edges: &mut Edges) {
        let window = self.model.window(id);
        for (at, opens) in [(window.from, true), (window.until, false)] {
            let inside = from <= at && at < until && at != FOREVER_AGO && at != FOREVER;
            if inside {
                let flips = self.is_open(id, at.saturating_sub(1)) != self.is_open(id, at);
                edges.all.entry(at).or_default().push(Edge { window: id, opens, bound: true, flips });
            }
        }
    }

    /// The edges that are no bounds; gives back up to where they were looked for.
    fn hours(&self, id: WindowId, (from, until): (i64, i64), left: &mut usize, edges: &mut Edges) -> i64 {
        let window = self.model.window(id);
        let mut at = from.saturating_sub(1);
        let mut state = window.state(&self.model.time, at);
        loop {
            // The next instant at which it may change, which need not be one at which it does.
            at = state.next.max(at.saturating_add(1));
            if at >= until {
                return until;
            }
            let Some(fewer) = left.checked_sub(1) else { return at };
            *left = fewer;
            let next = window.state(&self.model.time, at);
            if next.open != state.open && at != window.from && at != window.until {
                edges.all.entry(at).or_default().push(Edge { window: id, opens: next.open, bound: false, flips: true });
            }
            state = next;
        }
    }
}
