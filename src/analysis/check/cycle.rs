//! Roles that inherit each other in a circle.

use crate::analysis::Hierarchy;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::analysis::INHERITANCE_CYCLE;
use crate::message::{Message, analysis as text};
use crate::model::{Model, Origin, RoleId};

/// Names and labels shown of one circle.
const SHOWN: usize = 20;

pub(in crate::analysis) fn check(model: &Model, hierarchy: &Hierarchy, out: &mut Vec<Diagnostic>) {
    out.extend(hierarchy.cycles.iter().filter_map(|cycle| report(model, cycle)));
}

fn report(model: &Model, cycle: &[RoleId]) -> Option<Diagnostic> {
    let edges: Vec<(RoleId, RoleId)> =
        cycle.iter().copied().zip(cycle.iter().copied().cycle().skip(1)).take(SHOWN).collect();
    let mut places = edges.iter().filter_map(|(heir, parent)| {
        edge(model, *heir, *parent).map(|origin| (origin.span, label(model, *heir, *parent)))
    });
    let (span, first) = places.next()?;
    let mut diagnostic = Diagnostic::error(&INHERITANCE_CYCLE, message(model, cycle), span, first);
    diagnostic = places.fold(diagnostic, |d, (span, label)| d.and(span, label));
    Some(diagnostic.help(text::CYCLE_HELP.plain()))
}

/// Where `heir` says that it inherits `parent`.
fn edge(model: &Model, heir: RoleId, parent: RoleId) -> Option<Origin> {
    let role = model.roles.get(heir.index())?;
    let index = role.parents.iter().position(|p| *p == parent)?;
    Some(role.parent_origins.get(index).copied().unwrap_or(role.origin))
}

fn label(model: &Model, heir: RoleId, parent: RoleId) -> Message {
    text::CYCLE_EDGE.with([("heir", model.role_name(heir).into()), ("parent", model.role_name(parent).into())])
}

fn message(model: &Model, cycle: &[RoleId]) -> Message {
    let first = cycle.first().map_or("", |r| model.role_name(*r));
    if cycle.len() < 2 {
        return text::CYCLE_OF_ONE.with([("role", first.into())]);
    }
    let names: Vec<String> = cycle.iter().take(SHOWN).map(|r| format!("`{}`", model.role_name(*r))).collect();
    let path = names.join(" → ");
    let entry = if cycle.len() > SHOWN { &text::CYCLE_CUT } else { &text::CYCLE };
    entry.with([("count", cycle.len().into()), ("path", path.into()), ("first", first.into())])
}
