//! `leaver-listed`: somebody who has left still stands in a line that gives, lends or suspends something.
//!
//! A line whose own time is past is the matter of `window-over`.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::LEAVER_LISTED;
use crate::lint::shown::people;
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{AssignmentSource, Origin, SuspensionKind, UserId, WindowId};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { needs_now: true, check, ..Lint::new(&LEAVER_LISTED, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let (Some(now), model) = (cx.now, cx.model) else { return };
    let left = |user: &UserId| model.users.get(user.index()).is_some_and(|u| model.window(u.window).until <= now);
    let runs = |window: WindowId| model.window(window).until > now;
    let mut found: BTreeMap<Origin, Vec<UserId>> = BTreeMap::new();
    let mut add = |origin: Origin, user: &UserId| {
        if left(user) {
            found.entry(origin).or_default().push(*user);
        }
    };
    let statements = model.assignments.iter().filter(|one| one.source == AssignmentSource::Statement);
    for one in statements.filter(|one| runs(one.window)) {
        add(one.origin, &one.user);
    }
    for one in model.delegations.iter().filter(|one| runs(one.window)) {
        add(one.origin, &one.of);
        add(one.origin, &one.to);
    }
    for one in model.suspensions.iter().filter(|one| runs(one.window)) {
        let users = match &one.kind {
            SuspensionKind::Users { users, .. } => users,
            SuspensionKind::Everything { except_users, .. } => except_users,
            SuspensionKind::Roles { .. } | SuspensionKind::Rights(_) => continue,
        };
        users.iter().for_each(|user| add(one.origin, user));
    }
    for (origin, users) in found {
        let message = text::LEAVER_LISTED.with([("people", people(model, &users).into())]);
        let here = text::LEAVER_LISTED_HERE.plain();
        let one = Diagnostic::info(&LEAVER_LISTED, message, origin.span, here);
        out.push(one.help(text::LEAVER_LISTED_HELP.plain()));
    }
}
