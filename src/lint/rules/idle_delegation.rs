//! `idle-delegation`: a role is lent in vain: it is never held while it is lent, or who gets it has all of it anyway.

use crate::diagnostic::codes::time::IDLE_DELEGATION;
use crate::diagnostic::{Diagnostic, WitnessRequest};
use crate::facts::{Adds, lent};
use crate::lint::{Context, Group, Lint};
use crate::message::{Text, time as text};
use crate::model::Delegation;
use crate::time::{ANCHOR, FOREVER_AGO};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&IDLE_DELEGATION, Group::Time) };

/// Delegations of which it is asked what they add.
const QUESTIONS: usize = 300;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut left = QUESTIONS;
    for one in &cx.model.delegations {
        let hats = cx.hats.of(one.to);
        let mut worn = hats.iter().filter(|hat| *hat.origin == one.origin && hat.on_behalf_of == Some(one.of));
        if !worn.any(|hat| cx.together(hat.windows.iter().copied())) {
            out.push(report(cx, one, &text::IDLE_DELEGATION, &text::IDLE_DELEGATION_HELP, never(cx, one)));
            continue;
        }
        let Some(rest) = left.checked_sub(1) else {
            cx.complete.set(false);
            return;
        };
        left = rest;
        match lent(cx.oracle, one.to, one.role, one.origin) {
            Ok(Adds::Nothing(Some(witness))) => {
                let (entry, help) = (&text::DELEGATION_ADDS_NOTHING, &text::DELEGATION_ADDS_NOTHING_HELP);
                out.push(report(cx, one, entry, help, Some(witness)));
            }
            // A role that gives nothing to anybody is the matter of other rules.
            Ok(Adds::Nothing(None) | Adds::Something) => {}
            Err(_) => cx.complete.set(false),
        }
    }
}

/// A request that is refused, as it would be without the delegation.
fn never(cx: &Context<'_>, one: &Delegation) -> Option<WitnessRequest> {
    let from = cx.model.window(one.window).from;
    let at = if from == FOREVER_AGO { ANCHOR } else { from };
    cx.access.rights(one.role).iter().find_map(|right| cx.access.person_refused(one.to, *right, at))
}

fn report(
    cx: &Context<'_>,
    one: &Delegation,
    entry: &'static Text,
    help: &'static Text,
    witness: Option<WitnessRequest>,
) -> Diagnostic {
    let model = cx.model;
    let names = [model.role_name(one.role), model.user_name(one.of), model.user_name(one.to)];
    let [role, of, to] = names;
    let message = entry.with([("role", role.into()), ("of", of.into()), ("to", to.into())]);
    Diagnostic::warning(&IDLE_DELEGATION, message, one.origin.span, text::IDLE_DELEGATION_HERE.plain())
        .about(names)
        .help(help.plain())
        .witness(witness)
}
