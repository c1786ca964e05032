//! `idle-cancel`: nobody is allowed anything because of a cancel.

use crate::diagnostic::codes::lines::IDLE_CANCEL;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;

pub(super) const LINT: Lint = Lint { code: &IDLE_CANCEL, group: Group::Conflict, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for id in cx.facts().idle_cancels.keys() {
        let Some(cancel) = cx.model.cancels.get(id.index()) else { continue };
        // What stands in a template may help in another instance of it.
        if cx.model.roles.get(cancel.role.index()).is_none_or(|role| role.template.is_some()) {
            continue;
        }
        let (role, from) = (cx.model.role_name(cancel.role), cx.model.role_name(cancel.from));
        let message = text::IDLE_CANCEL.with([("role", role.into())]);
        let here = text::IDLE_CANCEL_HERE.plain();
        let found = Diagnostic::warning(&IDLE_CANCEL, message, cancel.origin.span, here);
        out.push(
            Diagnostic { severity: Severity::Warning, ..found }
                .about([role, from])
                .help(text::IDLE_CANCEL_HELP.plain()),
        );
    }
}
