//! `not-searched`: the policy is so large or so entangled that some rules were not followed to the end.
//!
//! An answer that was not found must not look like "nothing found".

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::NOT_SEARCHED;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;

pub(super) const LINT: Lint = Lint { code: &NOT_SEARCHED, group: Group::Hygiene, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.complete.get() {
        return;
    }
    let place = cx.model.header.or_else(|| cx.model.roles.first().map(|role| role.origin));
    if let Some(origin) = place {
        let here = text::NOT_SEARCHED_HERE.plain();
        out.push(Diagnostic::info(&NOT_SEARCHED, text::NOT_SEARCHED.plain(), origin.span, here));
    }
}
