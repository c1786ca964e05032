//! `role-sensitive`: whoever holds a role can use more sensitive rights than its budget.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::ROLE_SENSITIVE;
use crate::lint::counted::{number, sensitive};
use crate::lint::shown;
use crate::lint::sweeping::roles;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::RoleId;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ROLE_SENSITIVE, Group::LeastPrivilege) };

/// Requests that show it.
const SHOWN: usize = 20;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let most = cx.settings.budgets.sensitive_per_role;
    let mut told: BTreeSet<RoleId> = BTreeSet::new();
    for (role, written) in roles(cx) {
        if sensitive(cx, &written).len() <= most as usize {
            continue;
        }
        let found = sensitive(cx, &cx.access.rights(role));
        let above = found.len() > most as usize;
        let Some(of) = cx.model.roles.get(role.index()).filter(|_| above) else { continue };
        told.insert(role);
        // Whoever inherits such a role has too much because of it.
        if of.parents.iter().any(|parent| told.contains(parent)) {
            continue;
        }
        let name = cx.model.role_name(role);
        let args = [
            ("role", name.into()),
            ("count", found.len().into()),
            ("most", number(most)),
            ("rights", shown::rights(cx.model, &found).into()),
        ];
        let here = text::ROLE_RIGHTS_HERE.plain();
        let one = Diagnostic::warning(&ROLE_SENSITIVE, text::ROLE_SENSITIVE.with(args), of.origin.span, here);
        let given = |right: &_| cx.access.given(role, *right, None, &|_| true);
        let shown = found.iter().take(SHOWN).filter_map(given).filter_map(|given| given.witness);
        out.push(one.about([name]).witness(shown).help(text::ROLE_SENSITIVE_HELP.plain()));
    }
}
