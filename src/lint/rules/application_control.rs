//! `application-control`: whoever changes the application itself makes it do whatever they like.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::APPLICATION_CONTROL;
use crate::facts::{Gain, Power};
use crate::lint::powers::{administered, arising, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::Administers;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&APPLICATION_CONTROL, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let wanted = |power: &Power| {
        power.gain == Gain::Everything && administered(cx.model, power.right) == Some(Administers::Application)
    };
    let words = (&text::APPLICATION_CONTROL, &text::APPLICATION_CONTROL_HERE, &text::APPLICATION_CONTROL_HELP);
    out.extend(report(cx, &APPLICATION_CONTROL, arising(cx, wanted), words));
}
