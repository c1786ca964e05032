//! `vacuous-condition`: no value makes a condition false, so it tells nothing apart.
//!
//! Missing values make any comparison unknown: an allow with such a condition asks that the value be known and nothing
//! else, a deny with it works always. A statement that came to several conditions (several objects, instances of a
//! template) is told only if all of them are such.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lines::VACUOUS_CONDITION;
use crate::facts::conditions::Use;
use crate::lint::conditioned::conditioned;
use crate::lint::{Context, Group, Lint};
use crate::message::{Lang, lines as text};
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&VACUOUS_CONDITION, Group::Correctness) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let vacuous = &cx.conditions().vacuous;
    if vacuous.is_empty() {
        return;
    }
    for (span, one) in conditioned(cx) {
        let Some(first) = one.conditions.first().filter(|_| one.conditions.iter().all(|c| vacuous.contains(c))) else {
            continue;
        };
        let said = words::condition(cx.model, *first);
        let about = one.about(cx, said.render(Lang::En));
        let args = [("condition", said.into())];
        let (message, help) = match one.reading {
            Use::Gives => (text::VACUOUS_GIVES.with(args), &text::VACUOUS_GIVES_HELP),
            Use::Takes => (text::VACUOUS_TAKES.with(args), &text::VACUOUS_TAKES_HELP),
        };
        let found = Diagnostic::warning(&VACUOUS_CONDITION, message, span, text::VACUOUS_HERE.plain());
        out.push(found.about(about).help(help.plain()).witness(one.shown(cx)));
    }
}
