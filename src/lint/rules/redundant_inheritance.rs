//! `redundant-inheritance`: a role names a parent that it inherits anyway, with the same effect.
//!
//! An edge beside a longer way is only reported if that way has no role that changes what comes through it (`active`,
//! `without`, `cancel`, a suspension that cuts it out): beside such a way the short edge means something.

use crate::diagnostic::codes::lint::REDUNDANT_INHERITANCE;
use crate::diagnostic::{Diagnostic, Fix};
use crate::lint::listed::removal;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::RoleId;
use std::collections::VecDeque;

pub(super) const LINT: Lint = Lint { code: &REDUNDANT_INHERITANCE, group: Group::Hierarchy, needs_now: false, check };

/// Edges that all searches together may visit.
const STEPS: usize = 20_000_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let hierarchy = &cx.analysis.hierarchy;
    if !hierarchy.redundant_complete {
        cx.complete.set(false);
    }
    let mut budget = STEPS;
    for (heir, parent) in &hierarchy.redundant {
        match longer_way(cx, *heir, *parent, &mut budget) {
            Ok(Some(through)) => out.extend(report(cx, *heir, *parent, through)),
            Ok(None) => {}
            Err(OutOfBudget) => {
                cx.complete.set(false);
                return;
            }
        }
    }
}

struct OutOfBudget;

/// The other parent through which `heir` reaches `parent` over roles that change nothing.
fn longer_way(
    cx: &Context<'_>,
    heir: RoleId,
    parent: RoleId,
    budget: &mut usize,
) -> Result<Option<RoleId>, OutOfBudget> {
    let parents = |role: RoleId| cx.model.roles.get(role.index()).map_or(&[] as &[RoleId], |r| r.parents.as_slice());
    let mut seen = vec![false; cx.model.roles.len()];
    let starts = parents(heir).iter().copied().filter(|p| *p != parent && !cx.is_gate(*p));
    let mut queue: VecDeque<(RoleId, RoleId)> = starts.map(|p| (p, p)).collect();
    while let Some((role, start)) = queue.pop_front() {
        for next in parents(role) {
            *budget = budget.checked_sub(1).ok_or(OutOfBudget)?;
            if *next == parent {
                return Ok(Some(start));
            }
            if !cx.is_gate(*next) && seen.get_mut(next.index()).is_some_and(|slot| !std::mem::replace(slot, true)) {
                queue.push_back((*next, start));
            }
        }
    }
    Ok(None)
}

fn report(cx: &Context<'_>, heir: RoleId, parent: RoleId, through: RoleId) -> Option<Diagnostic> {
    let model = cx.model;
    let role = model.roles.get(heir.index())?;
    let index = role.parents.iter().position(|p| *p == parent)?;
    let span = role.parent_origins.get(index)?.span;
    let args = [
        ("heir", model.role_name(heir).into()),
        ("parent", model.role_name(parent).into()),
        ("through", model.role_name(through).into()),
    ];
    let message = text::REDUNDANT_INHERITANCE.with(args);
    let here = text::REDUNDANT_INHERITANCE_HERE.plain();
    let mut diagnostic = Diagnostic::info(&REDUNDANT_INHERITANCE, message, span, here)
        .about([model.role_name(heir), model.role_name(parent)]);
    if let Some(origin) = role.parents.iter().position(|p| *p == through).and_then(|i| role.parent_origins.get(i)) {
        diagnostic = diagnostic.and(origin.span, text::REDUNDANT_INHERITANCE_THERE.plain());
    }
    match removal(cx, role.parent_origins.get(..)?.iter().map(|o| o.span).collect::<Vec<_>>().as_slice(), index) {
        Some(edit) => {
            let message = text::REDUNDANT_INHERITANCE_FIX.with([("parent", model.role_name(parent).into())]);
            Some(diagnostic.fix(Fix::keeping(message, vec![edit])))
        }
        None => Some(diagnostic.help(text::REDUNDANT_INHERITANCE_HELP.plain())),
    }
}
