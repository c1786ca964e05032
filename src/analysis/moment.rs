//! Whether windows are ever open together.
//!
//! Absolute bounds are intersected; only where recurring windows meet is [`Atlas`] asked, which is exact within a budget.

use crate::model::{Model, WindowId};
use crate::time::{Atlas, FOREVER, FOREVER_AGO, Window};

/// Edges that one question may visit.
const EDGES: usize = 200_000;

/// Whether some windows are open together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// At this instant, in milliseconds since 1970 UTC; no earlier one is promised.
    At(i64),
    /// At no instant.
    Never,
    /// The budget ended.
    Undecided,
}

impl Moment {
    /// Whether it may happen: all but [`Moment::Never`].
    pub fn possible(self) -> bool {
        self != Self::Never
    }
}

/// An instant at which all of `windows` are open.
pub fn together(model: &Model, windows: impl IntoIterator<Item = WindowId>) -> Moment {
    let mut ids: Vec<WindowId> = windows.into_iter().filter(|w| *w != WindowId::ALWAYS).collect();
    ids.sort_unstable();
    ids.dedup();
    let windows: Vec<&Window> = ids.iter().map(|id| model.window(*id)).collect();
    let from = windows.iter().map(|w| w.from).max().unwrap_or(FOREVER_AGO);
    let until = windows.iter().map(|w| w.until).min().unwrap_or(FOREVER);
    if from >= until {
        return Moment::Never;
    }
    let recurring: Vec<&Window> = windows.iter().copied().filter(|w| !w.recurring.is_empty()).collect();
    if recurring.is_empty() {
        return Moment::At(inside(from, until));
    }
    // One window stands for all absolute bounds, so that the atlas has few windows to combine.
    let bounds = Window { from, until, ..Window::always(crate::time::Reading::Gives) };
    let asked: Vec<&Window> = recurring.into_iter().chain([&bounds]).collect();
    match Atlas::new(&model.time, &asked, EDGES) {
        None => Moment::Undecided,
        Some(atlas) => atlas
            .signatures
            .iter()
            .find(|s| s.open.iter().all(|open| *open))
            .map_or(Moment::Never, |s| Moment::At(s.at)),
    }
}

/// An instant in `from..until`, a finite one.
fn inside(from: i64, until: i64) -> i64 {
    match (from == FOREVER_AGO, until == FOREVER) {
        (false, _) => from,
        (true, false) => until.saturating_sub(1),
        (true, true) => 0,
    }
}

/// An instant at which all of `inner` are open and some of `outer` is not; never, if these hold all of those.
pub fn outside(model: &Model, inner: &[WindowId], outer: &[WindowId]) -> Moment {
    let wanted = outer.iter().filter(|window| **window != WindowId::ALWAYS && !inner.contains(window));
    let outer: Vec<&Window> = wanted.map(|id| model.window(*id)).collect();
    if outer.is_empty() {
        return Moment::Never;
    }
    let inner: Vec<&Window> = inner.iter().map(|id| model.window(*id)).collect();
    let bounds = |windows: &[&Window]| {
        let from = windows.iter().map(|w| w.from).max().unwrap_or(FOREVER_AGO);
        (from, windows.iter().map(|w| w.until).min().unwrap_or(FOREVER))
    };
    let (from, until) = bounds(&inner);
    if from >= until {
        return Moment::Never;
    }
    if inner.iter().chain(&outer).all(|window| window.recurring.is_empty()) {
        let (first, last) = bounds(&outer);
        return match (first <= from, until <= last) {
            (true, true) => Moment::Never,
            (true, false) => Moment::At(inside(from.max(last), until)),
            (false, _) => Moment::At(inside(from, until.min(first))),
        };
    }
    let asked: Vec<&Window> = inner.iter().chain(&outer).copied().collect();
    match Atlas::new(&model.time, &asked, EDGES) {
        None => Moment::Undecided,
        Some(atlas) => {
            let mut signatures = atlas.signatures.iter();
            let found = signatures.find(|s| {
                let (inner, outer) = s.open.split_at(inner.len().min(s.open.len()));
                inner.iter().all(|open| *open) && !outer.iter().all(|open| *open)
            });
            found.map_or(Moment::Never, |s| Moment::At(s.at))
        }
    }
}
