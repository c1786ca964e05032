//! `unheld-role`: a role that nobody holds, by assignment or inheritance, and that no request may bring.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::UNHELD_ROLE;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::RoleId;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&UNHELD_ROLE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let held = cx.hats.all().iter().map(|hat| hat.role);
    let mut open: Vec<RoleId> = held.chain(model.roles_from_request.iter().copied()).collect();
    // A package without people is a library: others assign its roles.
    if open.is_empty() {
        return;
    }
    let mut seen = vec![false; model.roles.len()];
    while let Some(role) = open.pop() {
        if seen.get_mut(role.index()).is_some_and(|slot| !std::mem::replace(slot, true)) {
            open.extend(model.roles.get(role.index()).map_or(&[] as &[_], |r| r.parents.as_slice()));
        }
    }
    for (role, seen) in model.roles.iter().zip(seen) {
        if !seen {
            let message = text::UNHELD_ROLE.with([("role", model.text(role.name).into())]);
            let here = text::UNHELD_ROLE_HERE.plain();
            let diagnostic = Diagnostic::info(&UNHELD_ROLE, message, role.origin.span, here)
                .about([model.text(role.name)])
                .help(text::UNHELD_ROLE_HELP.plain());
            out.push(diagnostic);
        }
    }
}
