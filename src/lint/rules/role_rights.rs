//! `role-rights`: whoever holds a role can use more rights, on more objects, or a greater share of all rights than its budget.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::ROLE_RIGHTS;
use crate::lint::counted::{Counted, Limits};
use crate::lint::sweeping::roles;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::RoleId;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ROLE_RIGHTS, Group::LeastPrivilege) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let budgets = &cx.settings.budgets;
    let limits =
        Limits { rights: budgets.rights_per_role, objects: budgets.objects_per_role, share: budgets.share_per_role };
    let mut told: BTreeSet<RoleId> = BTreeSet::new();
    for (role, written) in roles(cx) {
        if Counted::new(cx, &written).above(&limits).is_empty() {
            continue;
        }
        let above = Counted::new(cx, &cx.access.rights(role)).above(&limits);
        let Some(of) = cx.model.roles.get(role.index()).filter(|_| !above.is_empty()) else { continue };
        told.insert(role);
        // Whoever inherits such a role has too much because of it.
        if of.parents.iter().any(|parent| told.contains(parent)) {
            continue;
        }
        let name = cx.model.role_name(role);
        let message = text::ROLE_RIGHTS.with([("role", name.into()), ("counts", above.into())]);
        let here = text::ROLE_RIGHTS_HERE.plain();
        let one = Diagnostic::warning(&ROLE_RIGHTS, message, of.origin.span, here).about([name]);
        out.push(one.help(text::ROLE_RIGHTS_HELP.plain()));
    }
}
