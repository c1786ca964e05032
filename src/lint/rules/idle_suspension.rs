//! `idle-suspension`: while a suspension of actions holds, nobody may do any of them anyway.
//!
//! Other suspensions are left out: two locks on one door are no mistake. A policy without people is a library, of which
//! nobody knows who will hold its roles.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lines::IDLE_SUSPENSION;
use crate::facts::suspended::is_needed;
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::{RightId, Suspension, SuspensionKind};
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&IDLE_SUSPENSION, Group::Time) };

/// People and rights that are asked about.
const QUESTIONS: usize = 4_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.hats.all().is_empty() && cx.model.roles_from_request.is_empty() {
        return;
    }
    let mut questions = QUESTIONS;
    for suspension in &cx.model.suspensions {
        let SuspensionKind::Rights(entries) = &suspension.kind else { continue };
        let rights: Vec<RightId> = entries.iter().flat_map(|entry| entry.rights.iter().copied()).collect();
        let mut needed = false;
        for right in &rights {
            match is_needed(cx.oracle, suspension, *right, &mut questions) {
                Ok(found) => needed |= found,
                Err(_) => {
                    cx.complete.set(false);
                    needed = true;
                }
            }
            if needed {
                break;
            }
        }
        if !needed {
            out.push(report(cx, suspension, &rights));
        }
    }
}

fn report(cx: &Context<'_>, suspension: &Suspension, rights: &[RightId]) -> Diagnostic {
    let model = cx.model;
    let message = text::IDLE_SUSPENSION.with([("rights", shown::rights(model, rights).into())]);
    let here = text::IDLE_SUSPENSION_HERE.plain();
    let found = Diagnostic::warning(&IDLE_SUSPENSION, message, suspension.origin.span, here);
    let name = suspension.name.map(|name| model.text(name).to_owned());
    let names = rights.iter().map(|right| words::rights(model, &[*right]));
    found.about(name.into_iter().chain(names)).help(text::IDLE_SUSPENSION_HELP.plain())
}
