//! `self-defeating-role`: all that a role itself allows is denied to whoever holds it.
//!
//! Told once for the whole role, where it has several such statements; a single one is a `dead-allow`.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hierarchy::SELF_DEFEATING_ROLE;
use crate::lint::statements::{lines, origin_of};
use crate::lint::{Context, Group, Lint};
use crate::message::hierarchy as text;
use crate::model::{RoleId, RuleId};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&SELF_DEFEATING_ROLE, Group::Hierarchy) };

/// Lines shown of each kind.
const SHOWN: usize = 4;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for role in (0..cx.model.roles.len()).map(RoleId::from_index) {
        if cx.facts().is_self_defeating(cx.model, role) {
            out.extend(report(cx, role));
        }
    }
}

fn report(cx: &Context<'_>, id: RoleId) -> Option<Diagnostic> {
    let model = cx.model;
    let role = model.roles.get(id.index())?;
    let own: Vec<RuleId> = role.rules().collect();
    let from = own.first().copied()?;
    let last = own.last().copied()?;
    let facts = cx.facts().rules.range((from, crate::model::RightId(0))..).take_while(|((rule, _), _)| *rule <= last);
    let (mut allows, mut takes) = (BTreeSet::new(), BTreeSet::new());
    let mut witness = None;
    for ((rule, _), fact) in facts {
        let origin = model.rules.get(rule.index()).map(|rule| rule.origin.span);
        if lines(&fact.standing).is_empty() {
            continue;
        }
        allows.extend(origin);
        takes.extend(lines(&fact.standing).into_iter().filter_map(|line| origin_of(model, line)).map(|o| o.span));
        witness = witness.or_else(|| fact.witness.clone());
    }
    let name = model.role_name(id);
    let message = text::SELF_DEFEATING_ROLE.with([("role", name.into())]);
    let here = text::SELF_DEFEATING_ROLE_HERE.plain();
    let mut found = Diagnostic::warning(&SELF_DEFEATING_ROLE, message, role.origin.span, here).about([name]);
    for span in allows.iter().take(SHOWN) {
        found = found.and(*span, text::SELF_DEFEATING_ALLOW.plain());
    }
    for span in takes.iter().filter(|span| !allows.contains(span)).take(SHOWN) {
        found = found.and(*span, text::SELF_DEFEATING_DENY.plain());
    }
    Some(found.help(text::SELF_DEFEATING_HELP.plain()).witness(witness))
}
