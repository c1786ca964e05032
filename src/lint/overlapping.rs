//! An allow and a deny that meet, for findings about them: what both speak of, and how the two are shown.

use super::Context;
use crate::analysis::conflict::scope_covers;
use crate::diagnostic::{Code, Diagnostic};
use crate::facts::{Overlap, Standing};
use crate::message::{Message, answer, lint as text};
use crate::model::{Model, Origin, RightId, RoleId, Rule};
use crate::source::Span;
use crate::words;
use std::collections::BTreeMap;

/// Two statements that meet in roles, with the first such role.
pub(super) struct Meeting<'a> {
    pub(super) first: &'a Overlap,
    /// Sorted.
    pub(super) rights: Vec<RightId>,
    /// How many roles there are in which they meet first.
    pub(super) seats: usize,
}

/// The meetings inside roles held alone, by the places of both statements; an allow of which nothing is left in its own
/// role is told by itself.
pub(super) fn meetings<'a>(
    cx: &'a Context<'_>,
    wanted: impl Fn(&Rule, &Rule, RoleId) -> bool,
) -> BTreeMap<(Span, Span), Meeting<'a>> {
    let facts = cx.facts();
    let mut found: BTreeMap<(Span, Span), Meeting<'a>> = BTreeMap::new();
    for overlap in &facts.overlaps {
        let rules = (cx.model.rules.get(overlap.allow.index()), cx.model.rules.get(overlap.deny.index()));
        let (Some(allow), Some(deny)) = rules else { continue };
        let dead = |right: &RightId| {
            facts.rules.get(&(overlap.allow, *right)).is_some_and(|f| matches!(f.standing, Standing::Dead(_)))
        };
        if !wanted(allow, deny, overlap.seat) || overlap.rights.iter().all(dead) {
            continue;
        }
        let rights = overlap.rights.iter().copied().filter(|right| !dead(right));
        let meeting = found.entry((allow.origin.span, deny.origin.span)).or_insert_with(|| Meeting {
            first: overlap,
            rights: Vec::new(),
            seats: 0,
        });
        meeting.rights.extend(rights);
        meeting.rights.sort_unstable();
        meeting.rights.dedup();
        meeting.seats += 1;
    }
    found
}

/// A note at the statement that came later (the deny of an heir, else the allow), with the other one.
pub(super) fn report(
    cx: &Context<'_>,
    code: &'static Code,
    message: Message,
    (allow, deny): (&Rule, &Rule),
    rights: &[RightId],
) -> Diagnostic {
    let model = cx.model;
    let denied = text::OVERLAP_DENIED_HERE.with([("cube", words::joined(cube(model, allow, deny)))]);
    let allowed = text::OVERLAP_ALLOWED_HERE.plain();
    let later = allow.role == deny.role || (!cx.inherits(allow.role, deny.role) && cx.inherits(deny.role, allow.role));
    let places: (Origin, Origin) = (allow.origin, deny.origin);
    let (place, label, other, other_label) = if later {
        (places.1.span, denied, places.0.span, allowed)
    } else {
        (places.0.span, allowed, places.1.span, denied)
    };
    Diagnostic::info(code, message, place, label)
        .and(other, other_label)
        .about([model.role_name(allow.role), model.role_name(deny.role)])
        .about(rights.iter().map(|right| words::rights(model, &[*right])))
}

/// What both speak of: records, conditions, time.
fn cube(model: &Model, allow: &Rule, deny: &Rule) -> Vec<Message> {
    let mut clauses = Vec::new();
    let general = allow.rights.iter().all(|r| model.rights.get(r.index()).is_some_and(|right| right.general));
    if !general {
        clauses.push(if scope_covers(model, deny.scope, allow.scope) {
            words::scope(model, allow.scope)
        } else if scope_covers(model, allow.scope, deny.scope) {
            words::scope(model, deny.scope)
        } else {
            let (a, b) = (words::scope(model, allow.scope), words::scope(model, deny.scope));
            answer::ALSO.with([("a", a.into()), ("b", b.into())])
        });
    }
    clauses.extend(words::limits(model, allow.condition, allow.window));
    if deny.condition != allow.condition || deny.window != allow.window {
        clauses.extend(words::limits(model, deny.condition, deny.window));
    }
    if clauses.is_empty() {
        clauses.push(answer::ALWAYS.plain());
    }
    clauses
}
