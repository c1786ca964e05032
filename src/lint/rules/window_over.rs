//! `window-over`: a line whose time is past does nothing any more.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::WINDOW_OVER;
use crate::lint::{Context, Group, Lint};
use crate::message::{Text, lint as text};
use crate::model::{AssignmentSource, Model, Origin, RuleEffect, WindowId};
use crate::words;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { code: &WINDOW_OVER, group: Group::Time, needs_now: true, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(now) = cx.now else { return };
    let mut seen: BTreeSet<Origin> = BTreeSet::new();
    for (entry, origin, window) in lines(cx.model) {
        let until = cx.model.window(window).until;
        if until <= now && seen.insert(origin) {
            let message = entry.with([("end", words::end(cx.model, until).into())]);
            let here = text::WINDOW_OVER_HERE.plain();
            let diagnostic =
                Diagnostic::info(&WINDOW_OVER, message, origin.span, here).help(text::WINDOW_OVER_HELP.plain());
            out.push(diagnostic);
        }
    }
}

fn lines(model: &Model) -> impl Iterator<Item = (&'static Text, Origin, WindowId)> {
    let rules = model.rules.iter().map(|r| {
        let entry = match r.effect {
            RuleEffect::Allow => &text::ALLOW_OVER,
            RuleEffect::Deny => &text::DENY_OVER,
        };
        (entry, r.origin, r.window)
    });
    let masks = model.masks.iter().map(|m| (&text::MASK_OVER, m.origin, m.window));
    let cancels = model.cancels.iter().map(|c| (&text::CANCEL_OVER, c.origin, c.window));
    let requires = model.requires.iter().map(|r| (&text::REQUIRE_OVER, r.origin, r.window));
    // A row of a people file is kept elsewhere, and ends by itself.
    let assigned = model.assignments.iter().filter(|a| !matches!(a.source, AssignmentSource::Row(_)));
    let assignments = assigned.map(|a| (&text::ASSIGNMENT_OVER, a.origin, a.window));
    let delegations = model.delegations.iter().map(|d| (&text::DELEGATION_OVER, d.origin, d.window));
    let suspensions = model.suspensions.iter().map(|s| (&text::SUSPENSION_OVER, s.origin, s.window));
    rules.chain(masks).chain(cancels).chain(requires).chain(assignments).chain(delegations).chain(suspensions)
}
