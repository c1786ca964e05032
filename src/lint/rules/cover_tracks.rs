//! `cover-tracks`: one person may do something sensitive and then change or remove the record of it.

use crate::analysis::Hat;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::escalation::COVER_TRACKS as CODE;
use crate::lint::given::Use;
use crate::lint::holders::who;
use crate::lint::powers::{args, on_trail};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::escalation as text;
use crate::model::{RightId, UserId};
use crate::risk::is_audit_trail;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&CODE, Group::Escalation) };

/// People who hold one such role that are looked at.
const PEOPLE: usize = 50;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for one in on_trail(cx) {
        let has = |hat: &Hat<'_>| cx.inherits(hat.role, one.role);
        let holders = cx.hats.people().filter(|(_, hats)| hats.iter().any(has));
        let holders: Vec<UserId> = holders.map(|(user, _)| user).collect();
        let mut found = holders.iter().take(PEOPLE).filter_map(|user| {
            let erases = |right: &RightId| cx.access.person_rights(*user).contains(right);
            let sensitive = sensitive(cx, *user);
            (!sensitive.is_empty() && one.rights.iter().any(erases)).then_some((*user, sensitive))
        });
        let Some((user, sensitive)) = found.next() else { continue };
        // Of many, one is named, and the others are not counted.
        let count = if holders.len() > PEOPLE { 1 } else { 1 + found.count() };
        out.push(told(cx, &one, (user, &sensitive), count));
    }
}

fn told(cx: &Context<'_>, one: &Use, (user, sensitive): (UserId, &[RightId]), count: usize) -> Diagnostic {
    let [_, rights] = args(cx, one);
    let shown = shown::rights(cx.model, sensitive).into();
    let who = ("who", who(cx.model, Some(user), count).into());
    let message = text::COVER_TRACKS.with([who, ("sensitive", shown), rights]);
    let mut found = one.report(cx, &CODE, CODE.level, message, &text::AUDIT_LOG_HERE);
    let requests = sensitive.first().into_iter().chain(one.rights.first());
    found.witness = requests.filter_map(|right| cx.access.person_given(user, *right, None)).collect();
    if let Some(rule) = found.witness.first().and_then(|request| request.rule) {
        found = found.and(rule, text::SENSITIVE_HERE.plain());
    }
    found.help(text::COVER_TRACKS_HELP.plain())
}

/// Sensitive rights of a person on anything but the trail.
fn sensitive(cx: &Context<'_>, user: UserId) -> Vec<RightId> {
    let elsewhere = |right: &RightId| {
        let object = cx.model.rights.get(right.index()).and_then(|r| cx.model.objects.get(r.object.index()));
        object.is_some_and(|object| !is_audit_trail(cx.model, object))
    };
    let rights = cx.access.person_rights(user);
    rights.iter().copied().filter(|right| cx.risks.is_sensitive(*right) && elsewhere(right)).collect()
}
