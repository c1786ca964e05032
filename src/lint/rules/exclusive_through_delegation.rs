//! `exclusive-through-delegation`: while a delegation lasts, somebody has two roles of separate sessions; a session that names
//! no roles then gets nothing through either.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::EXCLUSIVE_THROUGH_DELEGATION as CODE;
use crate::lint::apart::{Apart, people, together};
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Separation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.model.delegations.is_empty() {
        return;
    }
    for line in &cx.model.separate_sessions {
        let apart = Apart::new(cx, &line.roles);
        for (user, hats) in people(cx) {
            let met: Vec<_> = apart.pairs(hats).into_iter().filter(|(one, other)| together(cx, one, other)).collect();
            let delegated = |(one, other): &(&crate::analysis::Hat, &crate::analysis::Hat)| {
                one.on_behalf_of.is_some() || other.on_behalf_of.is_some()
            };
            // Whoever has both by themselves knows already that they must choose.
            let Some((one, other)) = met.first().filter(|_| met.iter().all(delegated)) else { continue };
            // Delegations come after assignments.
            let (own, lent) = (one, other);
            let args = [
                ("user", cx.model.user_name(user).into()),
                ("lent", cx.model.role_name(lent.role).into()),
                ("own", cx.model.role_name(own.role).into()),
            ];
            let here = text::DELEGATION_HERE.plain();
            let found = Diagnostic::info(&CODE, text::EXCLUSIVE_THROUGH_DELEGATION.with(args), lent.origin.span, here);
            let found = found.and(own.origin.span, text::DELEGATION_OTHER.plain());
            let found = found.and(line.origin.span, text::SESSIONS_LINE.plain());
            let about = [cx.model.user_name(user), cx.model.role_name(own.role), cx.model.role_name(lent.role)];
            out.push(found.help(text::DELEGATION_HELP.plain()).about(about));
        }
    }
}
