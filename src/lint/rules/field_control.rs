//! `field-control`: whoever changes the rules about fields opens every field to the rights that they hold already.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::FIELD_CONTROL;
use crate::facts::{Gain, Power};
use crate::lint::powers::{arising, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&FIELD_CONTROL, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let wanted = |power: &Power| power.gain == Gain::Fields;
    let words = (&text::FIELD_CONTROL, &text::FIELD_CONTROL_HERE, &text::FIELD_CONTROL_HELP);
    out.extend(report(cx, &FIELD_CONTROL, arising(cx, wanted), words));
}
