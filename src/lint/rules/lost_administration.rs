//! `lost-administration`: there is an object that administers roles, and nobody at all can change it.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::LOST_ADMINISTRATION as CODE;
use crate::lint::powers::{administrators, is_brought};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::Administers;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut objects = cx.model.objects.iter().filter(|object| object.administers == Some(Administers::Roles));
    let Some(object) = objects.next() else { return };
    // A library names nobody; what was not decided proves nothing.
    let nobody = administrators(cx).is_empty() && !is_brought(cx) && cx.access.is_complete();
    if cx.model.assignments.is_empty() || !nobody {
        return;
    }
    let name = cx.model.text(object.name);
    let message = text::LOST_ADMINISTRATION.with([("object", name.into())]);
    let found = Diagnostic::info(&CODE, message, object.origin.span, text::LOST_ADMINISTRATION_HERE.plain());
    out.push(found.help(text::LOST_ADMINISTRATION_HELP.plain()).about([name]));
}
