//! `unguarded-administration`: a right that obtains rights can be used by a request that says nothing of how somebody
//! logged in, from where, or with what.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::UNGUARDED_ADMINISTRATION as CODE;
use crate::facts::{Actor, Escalation, Given, Power};
use crate::lint::powers::{arising, report};
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;

pub(super) const LINT: Lint = Lint { check, optional: true, ..Lint::new(&CODE, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut found = Vec::new();
    for mut one in arising(cx, |_: &Power| true) {
        let open: Vec<_> = one
            .rights
            .iter()
            .filter_map(|right| Some((*right, Escalation::unguarded(&cx.access, Actor::Role(one.role), *right)?)))
            .collect();
        let Some((_, (line, witness))) = open.first() else { continue };
        let Some(origin) = cx.model.rules.get(line.index()).map(|rule| rule.origin) else { continue };
        one.line = origin;
        one.given = Given { line: *line, witness: witness.clone() };
        one.rights = open.iter().map(|(right, _)| *right).collect();
        found.push(one);
    }
    out.extend(report(cx, &CODE, found, (&text::UNGUARDED, &text::UNGUARDED_HERE, &text::UNGUARDED_HELP)));
}
