//! `full-admin`: whoever holds a role may use every right on every record of what the business works with.
//!
//! Told from three objects on: in a smaller policy one role that does everything is how most begin.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::FULL_ADMIN;
use crate::lint::sweeping::full_admins;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&FULL_ADMIN, Group::LeastPrivilege) };

/// Requests that show it.
const SHOWN: usize = 20;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (role, given) in full_admins(cx) {
        let Some(of) = cx.model.roles.get(role.index()) else { continue };
        let name = cx.model.role_name(role);
        let args = [("role", name.into()), ("count", given.len().into())];
        let here = text::FULL_ADMIN_HERE.plain();
        let one = Diagnostic::warning(&FULL_ADMIN, text::FULL_ADMIN.with(args), of.origin.span, here).about([name]);
        let shown = given.into_iter().filter_map(|(_, given)| given.witness).take(SHOWN);
        out.push(one.witness(shown).help(text::FULL_ADMIN_HELP.plain()));
    }
}
