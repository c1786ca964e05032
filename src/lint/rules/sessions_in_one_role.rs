//! `sessions-in-one-role`: a role inherits two roles that must be used in separate sessions, so nothing comes through it.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::SESSIONS_IN_ONE_ROLE as CODE;
use crate::lint::apart::Apart;
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;
use crate::model::RoleId;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Separation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for line in &cx.model.separate_sessions {
        let apart = Apart::new(cx, &line.roles);
        let is_both = |role: RoleId| apart.of(role).nth(1).is_some();
        for (index, role) in cx.model.roles.iter().enumerate() {
            let id = RoleId::from_index(index);
            if !is_both(id) || role.parents.iter().any(|parent| is_both(*parent)) {
                continue;
            }
            let both: Vec<RoleId> = apart.of(id).filter_map(|at| apart.roles.get(at).copied()).take(2).collect();
            let [one, other] = both.as_slice() else { continue };
            let name = |role: RoleId| cx.model.role_name(role);
            let args = [("role", name(id).into()), ("one", name(*one).into()), ("other", name(*other).into())];
            let here = text::SESSIONS_HERE.plain();
            let found = Diagnostic::warning(&CODE, text::SESSIONS_IN_ONE_ROLE.with(args), role.origin.span, here);
            let found = found.and(line.origin.span, text::SESSIONS_LINE.plain());
            let steps = both.iter().flat_map(|to| cx.path(id, *to));
            let found = found.steps(steps).about([name(id), name(*one), name(*other)]);
            out.push(found.help(text::SESSIONS_HELP.plain()));
        }
    }
}
