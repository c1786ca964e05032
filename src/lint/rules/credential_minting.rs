//! `credential-minting`: an action that seems to make or reset what others log in with, on an object that is not said to
//! administer users.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::CREDENTIAL_MINTING;
use crate::lint::powers::{of_others, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::risk::Class;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CREDENTIAL_MINTING, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let words = (&text::CREDENTIAL_MINTING, &text::CREDENTIAL_MINTING_HERE, &text::SAY_USERS_HELP);
    out.extend(report(cx, &CREDENTIAL_MINTING, of_others(cx, Class::Credentials), words));
}
