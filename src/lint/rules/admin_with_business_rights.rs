//! `admin-with-business-rights`: a role that administers and works with business data as well; a slip or a theft of one
//! account then costs both.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::ADMIN_WITH_BUSINESS_RIGHTS as CODE;
use crate::facts::{Actor, Given};
use crate::lint::given::Use;
use crate::lint::powers::args;
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::{RightId, RoleId};
use crate::risk::{Class, is_audit_trail};

pub(super) const LINT: Lint = Lint { check, optional: true, ..Lint::new(&CODE, Group::Escalation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let escalation = cx.escalation();
    for actor in escalation.actors() {
        let Actor::Role(role) = actor else { continue };
        let (both, business) = (|role| escalation.steps(Actor::Role(role)) == Some(1), |role| business(cx, role));
        let rights = business(role);
        let Some(first) = rights.first().filter(|_| both(role)) else { continue };
        let arises = |parent: &RoleId| both(*parent) && !business(*parent).is_empty();
        if cx.parents(role).iter().any(arises) {
            continue;
        }
        let Some(given) = cx.access.given(role, *first, None, &|_| true) else { continue };
        let Some(power) = escalation.path(actor).first().map(|hop| hop.power) else { continue };
        let Some(line) = cx.model.rules.get(power.line.index()).map(|rule| rule.origin) else { continue };
        let one = Use {
            role,
            rights: vec![power.right],
            fields: Vec::new(),
            line,
            given: Given { line: power.line, witness: None },
        };
        let [role_arg, administers] = args(cx, &one);
        let message = text::ADMIN_WITH_BUSINESS.with([
            role_arg,
            administers,
            ("business", shown::rights(cx.model, &rights).into()),
        ]);
        let mut found = one.report(cx, &CODE, CODE.level, message, &text::ADMIN_HERE);
        if let Some(rule) = cx.model.rules.get(given.line.index()) {
            found = found.and(rule.origin.span, text::BUSINESS_HERE.plain());
        }
        let witness = power.witness.clone().into_iter().chain(given.witness);
        out.push(found.help(text::ADMIN_WITH_BUSINESS_HELP.plain()).witness(witness));
    }
}

/// Rights on records of the business that change them or take them out.
fn business(cx: &Context<'_>, role: RoleId) -> Vec<RightId> {
    let is_business = |right: &RightId| {
        let Some(found) = cx.model.rights.get(right.index()) else { return false };
        let object = cx.model.objects.get(found.object.index());
        let of_records = object.is_some_and(|o| o.administers.is_none() && !is_audit_trail(cx.model, o));
        of_records && !found.general && !matches!(cx.risks.class(*right), Class::Read | Class::Create)
    };
    cx.access.rights(role).iter().copied().filter(is_business).collect()
}
