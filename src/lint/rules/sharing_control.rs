//! `sharing-control`: whoever changes sharing opens every record to the rights that they hold already.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::SHARING_CONTROL;
use crate::facts::{Gain, Power};
use crate::lint::powers::{arising, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&SHARING_CONTROL, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let wanted = |power: &Power| power.gain == Gain::Records;
    let words = (&text::SHARING_CONTROL, &text::SHARING_CONTROL_HERE, &text::SHARING_CONTROL_HELP);
    out.extend(report(cx, &SHARING_CONTROL, arising(cx, wanted), words));
}
