//! `many-parents`: a role inherits more roles directly than the budget `parents_per_role`.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hierarchy::MANY_PARENTS;
use crate::lint::{Context, Group, Lint};
use crate::message::hierarchy as text;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&MANY_PARENTS, Group::Hierarchy) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let most = cx.settings.budgets.parents_per_role;
    for role in model.roles.iter().filter(|role| role.parents.len() > most as usize) {
        let name = model.text(role.name);
        let args = [("role", name.into()), ("count", role.parents.len().into()), ("most", u64::from(most).into())];
        let here = text::MANY_PARENTS_HERE.plain();
        let mut found = Diagnostic::info(&MANY_PARENTS, text::MANY_PARENTS.with(args), role.origin.span, here)
            .about([name])
            .help(text::MANY_PARENTS_HELP.plain());
        if let Some(first_beyond) = role.parent_origins.get(most as usize) {
            found = found.and(first_beyond.span, text::MANY_PARENTS_THERE.plain());
        }
        out.push(found);
    }
}
