//! `broad-audience`: a sensitive right, or a labelled field in clear on records of others, is in the hands of everyone, or of
//! more than the budgeted share of all people.
//!
//! A note where it is a field that a share of all people reads: a phone number may be the work of many.

use crate::diagnostic::codes::privilege::BROAD_AUDIENCE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::crowds::{Crowd, crowds};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::{Arg, Message, privilege as text};
use crate::model::{FieldId, RightId, RoleId};
use crate::source::Span;
use crate::words;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&BROAD_AUDIENCE, Group::LeastPrivilege) };

/// Requests that show it.
const SHOWN: usize = 20;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut by_line: BTreeMap<(Span, Option<RoleId>, bool), Vec<Crowd>> = BTreeMap::new();
    for one in crowds(cx) {
        by_line.entry((one.line, one.everyone, one.field.is_some())).or_default().push(one);
    }
    for ((line, everyone, _), all) in by_line {
        let ids: Vec<RightId> = all.iter().map(|one| one.right).collect();
        let shown: Vec<FieldId> = all.iter().filter_map(|one| one.field).collect();
        let what = if shown.is_empty() { shown::rights(cx.model, &ids) } else { shown::fields(cx.model, &shown) };
        let count = all.iter().map(|one| one.count).max().unwrap_or(0);
        let message = told(cx, everyone, count, what.into());
        let mut names: Vec<String> = ids.iter().map(|right| words::rights(cx.model, &[*right])).collect();
        names.dedup();
        names.extend(shown.iter().map(|field| cx.model.field_name(*field).to_owned()));
        let severity = if everyone.is_none() && !shown.is_empty() { Severity::Info } else { Severity::Warning };
        let here = if shown.is_empty() { &text::BROAD_AUDIENCE_HERE } else { &text::BROAD_FIELD_HERE };
        let one = Diagnostic::warning(&BROAD_AUDIENCE, message, line, here.plain());
        let one = Diagnostic { severity, ..one }.about(names);
        let shown = all.into_iter().filter_map(|one| one.witness).take(SHOWN);
        out.push(one.witness(shown).help(text::BROAD_AUDIENCE_HELP.plain()));
    }
}

fn told(cx: &Context<'_>, everyone: Option<RoleId>, count: usize, what: Arg) -> Message {
    match everyone {
        Some(role) => text::EVERYONE_HAS.with([("role", cx.model.role_name(role).into()), ("what", what)]),
        None => {
            let most = cx.audience().count().saturating_mul(cx.settings.budgets.share_of_people as usize) / 100;
            text::MANY_HAVE.with([
                ("count", count.into()),
                ("all", cx.audience().count().into()),
                ("most", most.into()),
                ("what", what),
            ])
        }
    }
}
