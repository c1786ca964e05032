//! `dead-alternative`: one side of an `or` never matters: another one holds whenever it does, or it can never hold.
//!
//! Decided for the condition as a whole: in `a and (a or b)` the side `b` does nothing. A statement that came to several
//! conditions (several objects, instances of a template) is told only if the side does nothing in any of them.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lines::DEAD_ALTERNATIVE;
use crate::facts::conditions::Idle;
use crate::lint::conditioned::{Conditioned, conditioned};
use crate::lint::{Context, Group, Lint};
use crate::message::{Lang, lines as text};
use crate::source::Span;
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&DEAD_ALTERNATIVE, Group::Correctness) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let idle = &cx.conditions().idle;
    if idle.is_empty() {
        return;
    }
    for (span, one) in conditioned(cx) {
        let Some(first) = one.conditions.first() else { continue };
        let everywhere = one.conditions.iter().all(|condition| idle.contains_key(&(*condition, one.reading)));
        for side in idle.get(&(*first, one.reading)).into_iter().flatten().filter(|_| everywhere) {
            out.push(report(cx, span, &one, *side));
        }
    }
}

fn report(cx: &Context<'_>, span: Span, one: &Conditioned, side: Idle) -> Diagnostic {
    let said = words::condition(cx.model, side.part);
    let about = one.about(cx, said.render(Lang::En));
    let args = [("part", said.into())];
    let entry = if side.never { &text::DEAD_ALTERNATIVE_NEVER } else { &text::DEAD_ALTERNATIVE_COVERED };
    let found = Diagnostic::info(&DEAD_ALTERNATIVE, entry.with(args), span, text::DEAD_ALTERNATIVE_HERE.plain());
    found.about(about).help(text::DEAD_ALTERNATIVE_HELP.plain()).witness(one.shown(cx))
}
