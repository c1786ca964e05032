//! `session-roles-combine`: requests may bring roles of which nobody is to have two; such a request is refused whole.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::SESSION_ROLES_COMBINE as CODE;
use crate::lint::apart::{Apart, exclusive};
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;
use crate::model::RoleId;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Separation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (guarantee, roles) in exclusive(cx) {
        let apart = Apart::new(cx, roles);
        let brought: Vec<(RoleId, usize)> = (cx.model.roles_from_request.iter())
            .flat_map(|role| apart.of(*role).map(|at| (*role, at)).collect::<Vec<_>>())
            .collect();
        let Some((one, side)) = brought.first() else { continue };
        let Some((other, _)) = brought.iter().find(|(_, other)| other != side) else { continue };
        let name = |role: &RoleId| cx.model.role_name(*role);
        let message = text::SESSION_ROLES_COMBINE.with([("one", name(one).into()), ("other", name(other).into())]);
        let found = Diagnostic::info(&CODE, message, guarantee.origin.span, text::COMBINE_HERE.plain());
        out.push(found.help(text::COMBINE_HELP.plain()).about([name(one), name(other)]));
    }
}
