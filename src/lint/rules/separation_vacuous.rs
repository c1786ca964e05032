//! `separation-vacuous`: a guarantee keeps apart what could not come together anyway: of one side nobody can ever do, or
//! have, anything.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::SEPARATION_VACUOUS as CODE;
use crate::lint::apart::{Apart, people};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::{Message, separation as text};
use crate::model::{GuaranteeKind, RightSet, RoleId};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Separation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for guarantee in &cx.model.guarantees {
        let message = match &guarantee.kind {
            GuaranteeKind::NobodyCanBoth(one, other) => [one, other].into_iter().find_map(|side| undone(cx, side)),
            GuaranteeKind::NobodyHasTwo(roles) => unheld(cx, roles),
            _ => None,
        };
        // What was not decided proves nothing.
        let Some(message) = message.filter(|_| cx.access.is_complete()) else { continue };
        let here = text::VACUOUS_HERE.plain();
        let found = Diagnostic::info(&CODE, message, guarantee.origin.span, here).about([guarantee.sentence.as_ref()]);
        out.push(found.help(text::VACUOUS_HELP.plain()));
    }
}

/// No role has any of these rights.
fn undone(cx: &Context<'_>, side: &RightSet) -> Option<Message> {
    let nobody = side.items.iter().all(|(right, field)| cx.access.arising(*right, *field, &|_| true).is_empty());
    let rights: Vec<_> = side.items.iter().map(|(right, _)| *right).collect();
    nobody.then(|| text::VACUOUS_RIGHTS.with([("rights", shown::rights(cx.model, &rights).into())]))
}

/// At most one of these roles is ever had.
fn unheld(cx: &Context<'_>, roles: &[RoleId]) -> Option<Message> {
    let apart = Apart::new(cx, roles);
    if cx.model.assignments.is_empty()
        || cx.model.roles_from_request.iter().any(|role| apart.of(*role).next().is_some())
    {
        return None;
    }
    let mut held = vec![false; roles.len()];
    for hat in people(cx).flat_map(|(_, hats)| hats).filter(|hat| cx.together(hat.wide.iter().copied())) {
        for at in apart.of(hat.role) {
            if let Some(slot) = held.get_mut(at) {
                *slot = true;
            }
        }
    }
    let nobody: Vec<String> = (roles.iter().zip(&held).filter(|(_, held)| !**held))
        .map(|(role, _)| format!("`{}`", cx.model.role_name(*role)))
        .collect();
    (nobody.len() + 1 >= roles.len()).then(|| text::VACUOUS_ROLES.with([("roles", nobody.into())]))
}
