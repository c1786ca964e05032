//! Cancels that cancel nothing: the role named is not inherited, or what it wrote does not come through.

use crate::analysis::Hierarchy;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::analysis::{CANCEL_FROM_STRANGER, CANCEL_OF_NOTHING};
use crate::diagnostic::did_you_mean;
use crate::message::analysis as text;
use crate::model::{Cancel, CancelTarget, Model, Origin, RoleId, WindowId};
use std::collections::VecDeque;

/// Edges that all searches together may visit. A useless cancel that is missed changes no decision.
const STEPS: usize = 20_000_000;

pub(in crate::analysis) fn check(model: &Model, hierarchy: &Hierarchy, out: &mut Vec<Diagnostic>) {
    let mut budget = STEPS;
    for cancel in &model.cancels {
        let mut search = Search { model, cancel, budget: &mut budget };
        match search.run() {
            Found::Reaches => {}
            Found::Stopped(origin) => out.push(nothing(model, cancel, origin)),
            Found::Stranger => out.push(stranger(model, hierarchy, cancel)),
        }
    }
}

enum Found {
    /// Something of it comes through (or the budget ended).
    Reaches,
    /// The role is inherited, but another cancel on each way stops all of it.
    Stopped(Origin),
    /// The role is not inherited.
    Stranger,
}

struct Search<'a> {
    model: &'a Model,
    cancel: &'a Cancel,
    budget: &'a mut usize,
}

impl Search<'_> {
    /// Breadth first from the parents up to the role named; first on ways without another cancel, then on all.
    fn run(&mut self) -> Found {
        let mut stopped = None;
        if self.reaches(&mut |origin| stopped = Some(origin), true) {
            return Found::Reaches;
        }
        match stopped {
            Some(origin) if self.reaches(&mut |_| {}, false) => Found::Stopped(origin),
            _ => Found::Stranger,
        }
    }

    fn reaches(&mut self, stop: &mut dyn FnMut(Origin), respect: bool) -> bool {
        let mut seen = vec![false; self.model.roles.len()];
        let mut queue = VecDeque::from([self.cancel.role]);
        while let Some(id) = queue.pop_front() {
            for parent in self.model.roles.get(id.index()).map_or(&[] as &[RoleId], |r| &r.parents) {
                let Some(left) = self.budget.checked_sub(1) else { return true };
                *self.budget = left;
                if *parent == self.cancel.from {
                    return true;
                }
                if seen.get_mut(parent.index()).is_none_or(|slot| std::mem::replace(slot, true)) {
                    continue;
                }
                match self.other_cancel(*parent).filter(|_| respect) {
                    Some(origin) => stop(origin),
                    None => queue.push_back(*parent),
                }
            }
        }
        false
    }

    /// A cancel of `role`, always in force, of all that this one names.
    fn other_cancel(&self, role: RoleId) -> Option<Origin> {
        let role = self.model.roles.get(role.index())?;
        let cancels = self.model.cancels.get(role.cancels.start as usize..role.cancels.end as usize)?;
        let covers = |c: &&Cancel| {
            c.from == self.cancel.from && c.window == WindowId::ALWAYS && covers(&c.target, &self.cancel.target)
        };
        cancels.iter().find(covers).map(|c| c.origin)
    }
}

fn covers(wide: &CancelTarget, narrow: &CancelTarget) -> bool {
    match (wide, narrow) {
        (CancelTarget::Denies(wide), CancelTarget::Denies(narrow)) => parts_cover(wide, narrow),
        (CancelTarget::Masks(wide), CancelTarget::Masks(narrow)) => parts_cover(wide, narrow),
        (CancelTarget::Denies(_), CancelTarget::Masks(_)) | (CancelTarget::Masks(_), CancelTarget::Denies(_)) => false,
    }
}

fn parts_cover<R: PartialEq, P: PartialEq>(wide: &[(R, Box<[P]>)], narrow: &[(R, Box<[P]>)]) -> bool {
    narrow.iter().all(|(rule, parts)| {
        parts.iter().all(|part| wide.iter().any(|(other, wide_parts)| other == rule && wide_parts.contains(part)))
    })
}

fn stranger(model: &Model, hierarchy: &Hierarchy, cancel: &Cancel) -> Diagnostic {
    let (role, from) = (model.role_name(cancel.role), model.role_name(cancel.from));
    let entry = if cancel.role == cancel.from { &text::CANCEL_OF_OWN } else { &text::CANCEL_FROM_STRANGER };
    let message = entry.with([("role", role.into()), ("from", from.into())]);
    let here = text::CANCEL_FROM_STRANGER_HERE.plain();
    let diagnostic = Diagnostic::error(&CANCEL_FROM_STRANGER, message, cancel.origin.span, here);
    let ancestors = hierarchy.closure(model, cancel.role);
    let names = ancestors.iter().filter(|a| **a != cancel.role).map(|a| model.role_name(*a));
    match did_you_mean(from, names) {
        Some(near) => diagnostic.help(text::CANCEL_DID_YOU_MEAN.with([("near", near.into())])),
        None => diagnostic.help(text::CANCEL_FROM_STRANGER_HELP.plain()),
    }
}

fn nothing(model: &Model, cancel: &Cancel, origin: Origin) -> Diagnostic {
    let args = [("role", model.role_name(cancel.role).into()), ("from", model.role_name(cancel.from).into())];
    let message = text::CANCEL_OF_NOTHING.with(args);
    Diagnostic::error(&CANCEL_OF_NOTHING, message, cancel.origin.span, text::CANCEL_OF_NOTHING_HERE.plain())
        .and(origin.span, text::CANCEL_OF_NOTHING_THERE.plain())
        .help(text::CANCEL_OF_NOTHING_HELP.plain())
}
