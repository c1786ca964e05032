//! `no-reason`: a role that gives sensitive rights is assigned or lent, and nothing says why.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::NO_REASON;
use crate::lint::gives::Gives;
use crate::lint::shown::{names, rights};
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{AssignmentSource, RoleId};
use crate::source::Span;
use crate::syntax::ast::ItemKind;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { optional: true, check, ..Lint::new(&NO_REASON, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let bare = cx.asts.iter().flat_map(|ast| &ast.items).filter(|item| {
        let reason = match &item.kind {
            ItemKind::Assign(assign) => &assign.reason,
            ItemKind::Delegate(delegate) => &delegate.reason,
            _ => return false,
        };
        reason.because.is_none() && reason.ticket.is_none()
    });
    let bare: BTreeSet<Span> = bare.map(|item| item.span).collect();
    let assigned = model.assignments.iter().filter(|one| !matches!(one.source, AssignmentSource::Row(_)));
    let assigned = assigned.map(|one| (one.origin.span, one.role));
    let lent = model.delegations.iter().map(|one| (one.origin.span, one.role));
    let gives = Gives::sensitive(cx);
    let mut found: BTreeMap<Span, BTreeSet<RoleId>> = BTreeMap::new();
    for (span, role) in assigned.chain(lent) {
        if bare.contains(&span) && !gives.with(role).is_empty() {
            found.entry(span).or_default().insert(role);
        }
    }
    for (span, roles) in found {
        let list: Vec<&str> = roles.iter().map(|role| model.role_name(*role)).collect();
        let sensitive: Vec<_> = roles.iter().flat_map(|role| gives.with(*role)).copied().collect();
        let args = [("roles", names(&list).into()), ("rights", rights(model, &sensitive).into())];
        let found = Diagnostic::info(&NO_REASON, text::NO_REASON.with(args), span, text::NO_REASON_HERE.plain());
        out.push(found.about(list).help(text::NO_REASON_HELP.plain()));
    }
}
