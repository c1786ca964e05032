//! `contradictory-require`: a requirement that no values meet, alone or with the others of the right: it shuts the right.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lines::CONTRADICTORY_REQUIRE;
use crate::facts::pair::refused_right;
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::lines as text;
use crate::model::{RightId, RoleId, RuleEffect};
use crate::words;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CONTRADICTORY_REQUIRE, Group::Correctness) };

/// Other requirements that are shown.
const SHOWN: usize = 3;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let facts = cx.conditions();
    let mut alone: BTreeMap<usize, Vec<RightId>> = BTreeMap::new();
    for (place, right) in &facts.unmeetable {
        alone.entry(*place).or_default().push(*right);
    }
    for (place, rights) in &alone {
        out.extend(report(cx, &[*place], rights));
    }
    let mut together: BTreeMap<&[usize], Vec<RightId>> = BTreeMap::new();
    for (right, places) in &facts.clashing {
        together.entry(places).or_default().push(*right);
    }
    for (places, rights) in &together {
        out.extend(report(cx, places, rights));
    }
}

/// The last of some requirements is the one that came too much.
fn report(cx: &Context<'_>, places: &[usize], rights: &[RightId]) -> Option<Diagnostic> {
    let model = cx.model;
    let (last, others) = places.split_last()?;
    let require = model.requires.get(*last)?;
    let args = [("rights", shown::rights(model, rights).into())];
    let (entry, here) = if others.is_empty() {
        (&text::CONTRADICTORY_REQUIRE, &text::CONTRADICTORY_REQUIRE_HERE)
    } else {
        (&text::CONTRADICTORY_REQUIRES, &text::CONTRADICTORY_REQUIRES_HERE)
    };
    let mut found = Diagnostic::warning(&CONTRADICTORY_REQUIRE, entry.with(args), require.origin.span, here.plain());
    for other in others.iter().rev().take(SHOWN).filter_map(|place| model.requires.get(*place)) {
        found = found.and(other.origin.span, text::CONTRADICTORY_REQUIRE_THERE.plain());
    }
    let name = require.name.map(|name| model.text(name).to_owned());
    let names = rights.iter().map(|right| words::rights(model, &[*right]));
    let holders = |right: &RightId| {
        let rules = cx.oracle.index.rules(*right).filter_map(|id| model.rules.get(id.index()));
        rules.filter(|rule| rule.effect == RuleEffect::Allow).map(|rule| rule.role).collect::<Vec<RoleId>>()
    };
    // Somebody who is allowed the right, and refused for this.
    let concerned =
        |role: RoleId| require.roles.is_empty() || require.roles.iter().any(|named| cx.inherits(role, *named));
    let witness = rights.iter().take(SHOWN).find_map(|right| {
        let mut roles = holders(right).into_iter().filter(|role| concerned(*role)).take(SHOWN);
        roles.find_map(|role| refused_right(cx.oracle, role, *right).ok().flatten())
    });
    let help = text::CONTRADICTORY_REQUIRE_HELP.plain();
    Some(found.about(name.into_iter().chain(names)).help(help).witness(witness))
}
