//! [`Atlas`]: every combination in which a set of windows can be open, with an instant for each.

use super::atlas_years::{Grid, Years};
use super::{FOREVER, FOREVER_AGO, State, TimeTable, Window};
use rustc_hash::FxHashMap;

/// One combination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Which of the windows are open, in the order given.
    pub open: Vec<bool>,
    /// An instant with this combination (milliseconds since 1970 UTC): the first found from 2026 on, if there is one.
    pub at: i64,
}

/// All combinations that occur at some instant of all time. Exact: absolute edges are all visited; where only
/// recurring patterns and yearly zone rules are left, one year of every kind (weekday of 1 January, leap year, the same
/// of its neighbours) is.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// Sorted by instant.
    pub signatures: Vec<Signature>,
    /// How many edges were visited.
    pub steps: usize,
}

/// 2026-01-01T00:00:00Z. Instants from here on are looked at first, so that examples are of our days.
pub const ANCHOR: i64 = 1_767_225_600_000;
const DAY_MS: i64 = 86_400_000;

impl Atlas {
    /// The combinations of `windows`. `None` if more than `budget` edges would have to be visited.
    pub fn new(table: &TimeTable, windows: &[&Window], budget: usize) -> Option<Self> {
        let mut walk = Walk { table, windows, budget, found: FxHashMap::default(), open: Vec::new() };
        if windows.iter().all(|w| w.recurring.is_empty()) {
            walk.edges()?;
        } else {
            walk.years()?;
        }
        let mut signatures: Vec<Signature> =
            std::mem::take(&mut walk.found).into_iter().map(|(open, at)| Signature { open, at }).collect();
        signatures.sort_by(|a, b| (a.at, &a.open).cmp(&(b.at, &b.open)));
        Some(Self { signatures, steps: budget.saturating_sub(walk.budget) })
    }
}

struct Walk<'a> {
    table: &'a TimeTable,
    windows: &'a [&'a Window],
    budget: usize,
    found: FxHashMap<Vec<bool>, i64>,
    open: Vec<bool>,
}

impl Walk<'_> {
    /// Windows without recurring parts: one instant between every two bounds.
    fn edges(&mut self) -> Option<()> {
        let edges = bounds(self.windows);
        let Some(first) = edges.first() else {
            self.visit(ANCHOR);
            return Some(());
        };
        self.spend(edges.len().saturating_add(1))?;
        self.visit(if ANCHOR < *first { ANCHOR } else { first.saturating_sub(DAY_MS) });
        for (index, edge) in edges.iter().enumerate() {
            let until = edges.get(index.saturating_add(1)).copied().unwrap_or(FOREVER);
            self.visit(if *edge < ANCHOR && ANCHOR < until { ANCHOR } else { *edge });
        }
        Some(())
    }

    /// Windows with recurring parts: day by day, leaving out days like one seen before.
    fn years(&mut self) -> Option<()> {
        let mut grid = Grid::new(self.table, self.windows);
        let mut years = Years::new(self.table, self.windows);
        while let Some((first, last)) = years.next() {
            self.spend(1)?;
            grid.start(first);
            for day in first..=last {
                if grid.is_new(day) {
                    self.day(day)?;
                }
            }
        }
        Some(())
    }

    /// Every edge of one day (UTC).
    fn day(&mut self, day: i64) -> Option<()> {
        let mut at = day.saturating_mul(DAY_MS);
        let end = at.saturating_add(DAY_MS);
        while at < end {
            self.spend(1)?;
            at = self.visit(at);
        }
        Some(())
    }

    /// Notes the combination at an instant; the next instant at which it may change.
    fn visit(&mut self, at: i64) -> i64 {
        self.open.clear();
        let mut next = FOREVER;
        for window in self.windows {
            let State { open, next: edge } = window.state(self.table, at);
            self.open.push(open);
            next = next.min(edge);
        }
        if !self.found.contains_key(self.open.as_slice()) {
            self.found.insert(self.open.clone(), at);
        }
        next
    }

    fn spend(&mut self, steps: usize) -> Option<()> {
        self.budget = self.budget.checked_sub(steps)?;
        Some(())
    }
}

/// The bounds of windows, sorted, without repeats.
pub(super) fn bounds(windows: &[&Window]) -> Vec<i64> {
    let mut edges: Vec<i64> = windows
        .iter()
        .filter(|w| w.from < w.until)
        .flat_map(|w| [w.from, w.until])
        .filter(|edge| *edge != FOREVER_AGO && *edge != FOREVER)
        .collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}
