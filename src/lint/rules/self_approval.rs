//! `self-approval`: one person may make or change a record and approve it themselves.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::SELF_APPROVAL as CODE;
use crate::facts::{Actor, OwnWork, own_work};
use crate::lint::holders::who;
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;
use crate::words;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Separation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    out.extend(own_work(&cx.access, &cx.risks).iter().filter_map(|work| told(cx, work)));
}

fn told(cx: &Context<'_>, work: &OwnWork) -> Option<Diagnostic> {
    let model = cx.model;
    let approve = model.rules.get(work.approved.line.index())?;
    let make = model.rules.get(work.made.line.index())?;
    let right = |right| words::rights(model, &[right]);
    let (approved, made) = (right(work.approved.right), right(work.made.right));
    let rights = [("approved", approved.clone().into()), ("made", made.clone().into())];
    let (message, name) = match work.who {
        Actor::Role(role) => {
            let [approved, made] = rights;
            let name = model.role_name(role);
            (text::SELF_APPROVAL_OF_ROLE.with([("role", name.into()), approved, made]), name.to_owned())
        }
        Actor::Person(user) => {
            let [approved, made] = rights;
            let who = ("who", who(model, Some(user), work.people).into());
            let roles = format!("{} {}", model.role_name(make.role), model.role_name(approve.role));
            (text::SELF_APPROVAL_OF_PERSON.with([who, approved, made]), roles)
        }
    };
    let mut found = Diagnostic::warning(&CODE, message, approve.origin.span, text::APPROVED_HERE.plain())
        .about([name, made, approved]);
    if make.origin.span != approve.origin.span {
        found = found.and(make.origin.span, text::MADE_HERE.plain());
    }
    let requests = work.made.witness.clone().into_iter().chain(work.approved.witness.clone());
    Some(found.help(text::SELF_APPROVAL_HELP.plain()).witness(requests))
}
