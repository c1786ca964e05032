//! Suspensions, early ends, requirements, separate sessions.

use super::condition::{condition, when_taking};
use super::name::{Reader, Space};
use super::phrase::{after_comma, chain, code};
use super::rule::{Which, called, right};
use super::time::{moment, reason, window};
use crate::message::{Message, sentence};
use crate::syntax::ast::{EndEarly, NoEnd, Reason, Require, SeparateSessions, Suspend, SuspendWhat};

/// A suspension.
pub(super) fn suspend(reader: &Reader, item: &Suspend) -> Message {
    let mut clauses = Vec::new();
    if let SuspendWhat::Everything { except_roles, except_users } = &item.what {
        clauses.extend(except_roles.iter().map(|(role, heirs)| {
            let text = if *heirs { &sentence::EXCEPT_HEIRS } else { &sentence::EXCEPT_ROLE };
            text.with([("role", reader.name(Space::Role, role))])
        }));
        let user = |user| sentence::EXCEPT_USER.with([("user", reader.name(Space::User, user))]);
        clauses.extend(except_users.iter().map(user));
    }
    clauses.extend(when_taking(reader, item.when.as_deref()));
    clauses.extend(window(reader, &item.window));
    clauses.extend(item.no_end.as_deref().map(no_end));
    let rest = called(reader, item.named.as_ref()).into_iter().chain(rest(clauses, &item.reason));
    let rest = ("rest", chain(rest.collect()));
    match &item.what {
        SuspendWhat::Users { users, in_role: None } => {
            sentence::SUSPEND_USERS.with([("users", reader.list(Space::User, users)), rest])
        }
        SuspendWhat::Users { users, in_role: Some(role) } => {
            let role = ("role", reader.name(Space::Role, role));
            sentence::SUSPEND_USERS_IN_ROLE.with([("users", reader.list(Space::User, users)), role, rest])
        }
        SuspendWhat::Roles { roles, heirs } => {
            let text = if *heirs { &sentence::SUSPEND_HEIRS } else { &sentence::SUSPEND_ROLES };
            text.with([("roles", reader.any(Space::Role, roles)), rest])
        }
        SuspendWhat::Actions(of) => sentence::SUSPEND_ACTIONS.with([("right", right(reader, of, Which::Any)), rest]),
        SuspendWhat::Everything { except_roles: _, except_users: _ } => sentence::SUSPEND_EVERYTHING.with([rest]),
    }
}

fn no_end(item: &NoEnd) -> Message {
    match &item.review_before {
        Some(date) => sentence::NO_END_REVIEW.with([("date", moment(date))]),
        None => sentence::NO_END.plain(),
    }
}

/// Clauses behind commas, then the reason.
fn rest(clauses: Vec<Message>, why: &Reason) -> Vec<Message> {
    clauses.into_iter().map(after_comma).chain(reason(why)).collect()
}

/// `end N early`
pub(super) fn end_early(reader: &Reader, item: &EndEarly) -> Message {
    let zone = item.zone.iter().map(|zone| sentence::IN_ZONE.with([("zone", code(&zone.text))])).collect();
    sentence::END_EARLY.with([
        ("name", code(reader.word(&item.name))),
        ("time", moment(&item.at)),
        ("rest", chain(rest(zone, &item.reason))),
    ])
}

/// A requirement.
pub(super) fn require(reader: &Reader, item: &Require) -> Message {
    let mut clauses = Vec::new();
    if !item.roles.is_empty() {
        clauses.push(sentence::FOR_ROLES.with([("roles", reader.any(Space::Role, &item.roles))]));
    }
    clauses.extend(window(reader, &item.window));
    let rest = called(reader, item.named.as_ref()).into_iter().chain(rest(clauses, &item.reason));
    sentence::REQUIRE.with([
        ("right", right(reader, &item.target, Which::Any)),
        ("condition", condition(reader, &item.condition)),
        ("rest", chain(rest.collect())),
    ])
}

/// Separate sessions.
pub(super) fn separate_sessions(reader: &Reader, item: &SeparateSessions) -> Message {
    let roles = reader.list(Space::Role, &item.roles);
    sentence::SEPARATE.with([("roles", roles), ("rest", chain(reason(&item.reason)))])
}
