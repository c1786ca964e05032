//! `single-holder`: just one person can assign roles; if they are away or locked out, nobody can.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::SINGLE_HOLDER as CODE;
use crate::facts::{Actor, Power};
use crate::lint::powers::{administrators, is_brought};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let people = administrators(cx);
    let [user] = people.as_slice() else { return };
    if cx.model.users.len() < 2 || is_brought(cx) {
        return;
    }
    let powers = cx.escalation().powers(Actor::Person(*user));
    let shown = |power: &&Power| power.witness.as_ref().is_some_and(|request| request.assignment.is_some());
    let Some(power) = powers.iter().find(shown) else { return };
    let Some(place) = power.witness.as_ref().and_then(|request| request.assignment) else { return };
    let args = [("user", cx.model.user_name(*user).into()), ("right", words::rights(cx.model, &[power.right]).into())];
    let found = Diagnostic::info(&CODE, text::SINGLE_HOLDER.with(args), place, text::SINGLE_HOLDER_HERE.plain());
    let about = [cx.model.user_name(*user).to_owned()];
    out.push(found.help(text::SINGLE_HOLDER_HELP.plain()).about(about).witness(power.witness.clone()));
}
