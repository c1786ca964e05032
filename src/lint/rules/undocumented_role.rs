//! `undocumented-role`: a role with neither a label nor documentation.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::UNDOCUMENTED_ROLE;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;

pub(super) const LINT: Lint = Lint { optional: true, check, ..Lint::new(&UNDOCUMENTED_ROLE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // An instance has the documentation of its template.
    let written = cx.model.roles.iter().filter(|role| role.template.is_none());
    for role in written.filter(|role| role.title.is_none() && role.doc.is_none()) {
        let name = cx.model.text(role.name);
        let message = text::UNDOCUMENTED_ROLE.with([("role", name.into())]);
        let here = text::UNDOCUMENTED_ROLE_HERE.plain();
        let found = Diagnostic::info(&UNDOCUMENTED_ROLE, message, role.origin.span, here);
        out.push(found.about([name]).help(text::UNDOCUMENTED_ROLE_HELP.plain()));
    }
}
