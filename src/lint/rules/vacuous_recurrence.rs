//! `vacuous-recurrence`: hours or a recurring pattern that are open at every instant since 1970.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::VACUOUS_RECURRENCE;
use crate::lint::{Context, Group, Lint};
use crate::message::{Message, time as text};
use crate::model::{Model, Origin, WindowId};
use crate::time::{Atlas, PatternId, Reading, Recurring, Window};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&VACUOUS_RECURRENCE, Group::Time) };

/// Edges that one pattern may have before it is given up.
const EDGES: usize = 200_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let mut named: Vec<&[PatternId]> = Vec::new();
    for hours in &model.hours {
        named.push(&hours.patterns);
        let name = model.text(hours.name);
        if is_always(cx, &hours.patterns, Reading::Gives) {
            let message = text::VACUOUS_HOURS.with([("hours", name.into())]);
            out.push(report(hours.origin, message).about([name]));
        }
    }
    let mut written: BTreeMap<Origin, WindowId> = BTreeMap::new();
    for (origin, window) in windows(model) {
        written.entry(origin).or_insert(window);
    }
    for (origin, window) in written {
        let window = model.window(window);
        let in_place = window.recurring.iter().filter(|one| !one.negated && !named.contains(&one.patterns.as_slice()));
        let mut open = in_place.filter(|one| is_always(cx, &one.patterns, window.reading));
        if open.next().is_some() {
            out.push(report(origin, text::VACUOUS_PATTERN.plain()));
        }
    }
}

/// Whether patterns hold every instant since 1970: before, clocks were changed in ways that nobody writes hours for.
fn is_always(cx: &Context<'_>, patterns: &[PatternId], reading: Reading) -> bool {
    let bounds = Window { from: 0, ..Window::always(reading) };
    let recurring = vec![Recurring { patterns: patterns.to_vec(), negated: false }];
    let hours = Window { recurring, ..Window::always(reading) };
    let atlas = Atlas::new(&cx.model.time, &[&bounds, &hours], EDGES);
    if atlas.is_none() {
        cx.complete.set(false);
    }
    atlas.is_some_and(|atlas| atlas.signatures.iter().all(|signature| signature.open != [true, false]))
}

/// Lines in which a pattern can stand.
fn windows(model: &Model) -> impl Iterator<Item = (Origin, WindowId)> {
    let active = model.roles.iter().flat_map(|role| &role.active).map(|active| (active.origin, active.window));
    active.chain(model.suspensions.iter().map(|suspension| (suspension.origin, suspension.window)))
}

fn report(origin: Origin, message: Message) -> Diagnostic {
    Diagnostic::info(&VACUOUS_RECURRENCE, message, origin.span, text::VACUOUS_HERE.plain())
        .help(text::VACUOUS_HELP.plain())
}
