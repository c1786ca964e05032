//! `person-without-role`: people whom the policy knows, who have not left, and who hold nothing.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::PERSON_WITHOUT_ROLE;
use crate::lint::shown::people;
use crate::lint::written::statement;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::UserId;
use crate::source::Span;
use crate::time::FOREVER;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&PERSON_WITHOUT_ROLE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    // Where nobody holds anything, others give the roles.
    if cx.hats.all().is_empty() {
        return;
    }
    let brings = |external: bool| {
        let mut listed = model.roles_from_request.iter().filter_map(|role| model.roles.get(role.index()));
        listed.any(|role| role.external == external)
    };
    let (inside, outside) = (brings(false), brings(true));
    let mut found: BTreeMap<Span, (Span, Vec<UserId>)> = BTreeMap::new();
    for (user, hats) in cx.hats.people() {
        let Some(person) = model.users.get(user.index()) else { continue };
        let until = model.window(person.window).until;
        let left = cx.now.map_or(until < FOREVER, |now| until <= now);
        let may_bring = if person.external { outside } else { inside };
        if hats.is_empty() && !person.skipped && !left && !may_bring {
            let (place, users) =
                found.entry(statement(cx, person.origin.span)).or_insert((person.origin.span, Vec::new()));
            *place = (*place).min(person.origin.span);
            users.push(user);
        }
    }
    for (place, users) in found.into_values() {
        let message = text::PERSON_WITHOUT_ROLE.with([("people", people(model, &users).into())]);
        let here = text::PERSON_WITHOUT_ROLE_HERE.plain();
        let found = Diagnostic::info(&PERSON_WITHOUT_ROLE, message, place, here);
        out.push(found.help(text::PERSON_WITHOUT_ROLE_HELP.plain()));
    }
}
