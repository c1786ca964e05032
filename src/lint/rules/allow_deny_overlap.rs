//! `allow-deny-overlap`: one role allows what another denies and one person can hold both, or a role denies part of what
//! it allows itself.
//!
//! Deny wins, so nothing is open that should be shut; but somebody may not get what a line says. Between roles that one
//! person holds by separate assignments that is a warning: nobody sees it by reading one role. Where a role narrows its
//! own allow, it is how exceptions are written. What one role has of both through inheritance is
//! `inherited-contradiction`.

use crate::analysis::Reached;
use crate::analysis::conflict::rules_meet;
use crate::diagnostic::codes::lint::ALLOW_DENY_OVERLAP;
use crate::diagnostic::{Diagnostic, Severity, WitnessRequest};
use crate::facts::meet_across;
use crate::lint::holders::{Holder, Seat, who};
use crate::lint::overlapping::{Meeting, meetings, report};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::{Origin, RightId, RoleId, Rule, RuleId, UserId, WindowId};
use crate::source::Span;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&ALLOW_DENY_OVERLAP, Group::Conflict) };

/// People and pairs of lines that are asked about.
const QUESTIONS: usize = 4_000;

/// Two statements that meet in one person, with the first one in whom they do.
struct Overlap {
    allow: RuleId,
    deny: RuleId,
    rights: BTreeSet<RightId>,
    user: Option<UserId>,
    people: usize,
    held: [Option<Origin>; 2],
    witness: Option<WitnessRequest>,
}

/// By the places of both statements; `None` for two that meet inside a role, which is told by itself.
type Overlaps = BTreeMap<(Span, Span), Option<Overlap>>;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for meeting in meetings(cx, |allow, deny, _| allow.role == deny.role).values() {
        out.extend(own(cx, meeting));
    }
    let rule = |id: RuleId| cx.model.rules.get(id.index()).map(|rule| rule.origin.span);
    let within = cx.facts().overlaps.iter().filter_map(|o| Some(((rule(o.allow)?, rule(o.deny)?), None)));
    let mut found: Overlaps = within.collect();
    let (mut questions, mut by_role) = (QUESTIONS, ByRole::default());
    for holder in &cx.holders {
        search(cx, holder, &mut by_role, &mut questions, &mut found);
    }
    out.extend(found.values().flatten().filter_map(|overlap| across(cx, overlap)));
}

fn search(cx: &Context<'_>, holder: &Holder, by_role: &mut ByRole, questions: &mut usize, found: &mut Overlaps) {
    let reached = |seat: &Seat| cx.reached.get(&seat.role);
    let denies = holder.seats.iter().enumerate().flat_map(|(at, seat)| {
        let denies = reached(seat).map_or(&[] as &[_], |r| &r.denies);
        denies.iter().flat_map(move |(id, rights)| rights.iter().map(move |right| (at, *id, *right)))
    });
    let denies: Vec<(usize, RuleId, RightId)> = denies.collect();
    // In the order of the allows and of their rights: the first that meets a deny is shown.
    let mut pairs: Vec<(usize, u32, u32, usize, RuleId, RightId)> = Vec::new();
    for (allow_at, seat) in holder.seats.iter().enumerate().filter(|_| !denies.is_empty()) {
        let Some(reached) = reached(seat) else { continue };
        let places = by_role.entry(seat.role).or_insert_with(|| places(reached));
        for (deny_at, deny, right) in &denies {
            let from = places.partition_point(|(known, ..)| known < right);
            let of_right = places.iter().skip(from).take_while(|(known, ..)| known == right);
            pairs.extend(of_right.map(|(_, rule, place)| (allow_at, *rule, *place, *deny_at, *deny, *right)));
        }
    }
    pairs.sort_by_key(|(allow_at, rule, place, ..)| (*allow_at, *rule, *place));
    for (allow_at, rule, _, deny_at, deny, right) in pairs {
        let reached = holder.seats.get(allow_at).and_then(reached);
        let Some((allow, _)) = reached.and_then(|reached| reached.allows.get(rule as usize)) else { continue };
        Case { cx, holder, allow_at, deny_at, allow: *allow, deny }.note(right, questions, found);
    }
}

/// Where a role's allows speak of a right: by right, positions of the allow and of the right in it.
type ByRole = FxHashMap<RoleId, Vec<(RightId, u32, u32)>>;

fn places(reached: &Reached) -> Vec<(RightId, u32, u32)> {
    let rights = reached
        .allows
        .iter()
        .zip(0..)
        .flat_map(|((_, rights), rule)| rights.iter().zip(0..).map(move |(right, place)| (*right, rule, place)));
    let mut places: Vec<(RightId, u32, u32)> = rights.collect();
    places.sort_unstable();
    places
}

/// One allow and one deny of one holder.
struct Case<'a, 'c> {
    cx: &'a Context<'c>,
    holder: &'a Holder,
    allow_at: usize,
    deny_at: usize,
    allow: RuleId,
    deny: RuleId,
}

impl Case<'_, '_> {
    fn note(&self, right: RightId, questions: &mut usize, found: &mut Overlaps) -> Option<()> {
        let model = self.cx.model;
        let (allow, deny) = (model.rules.get(self.allow.index())?, model.rules.get(self.deny.index())?);
        let (first, second) = (self.holder.seats.get(self.allow_at)?, self.holder.seats.get(self.deny_at)?);
        let key = (allow.origin.span, deny.origin.span);
        if let Some(known) = found.get_mut(&key) {
            // The same two statements again: one more right, or more people.
            let known = known.as_mut()?;
            if !known.rights.insert(right) && known.user != self.holder.user {
                known.people += self.holder.count;
            }
            return None;
        }
        if first.role == second.role
            || !Holder::binds(second, self.deny_at, self.allow_at)
            || rules_meet(model, allow, deny).is_none()
            || self.is_cancelled(first, allow, deny)
            || !self.at_one_time(first, second, allow, deny)
        {
            return None;
        }
        let Some(left) = questions.checked_sub(1) else {
            self.cx.complete.set(false);
            return None;
        };
        *questions = left;
        let user = self.holder.user;
        let asked = meet_across(&self.cx.access, user, right, (self.allow, first.role), (self.deny, second.role));
        if asked.is_err() {
            self.cx.complete.set(false);
        }
        let witness = asked.ok().flatten()?;
        let overlap = Overlap {
            allow: self.allow,
            deny: self.deny,
            rights: BTreeSet::from([right]),
            user,
            people: self.holder.count,
            held: [first.origin, second.origin],
            witness: Some(witness),
        };
        found.insert(key, Some(overlap));
        Some(())
    }

    /// The role that brings the allow, or the one that writes it, cancels this very deny: `defeated-cancel` tells that.
    fn is_cancelled(&self, seat: &Seat, allow: &Rule, deny: &Rule) -> bool {
        if !self.cx.is_cancelled_somewhere(self.deny) {
            return false;
        }
        let kept = |reached: &Reached| reached.denies.iter().any(|(id, _)| *id == self.deny);
        let lost = |role: RoleId| {
            self.cx.inherits(role, deny.role) && !self.cx.reached(role).is_some_and(|reached| kept(&reached))
        };
        lost(allow.role) || (self.allow_at != self.deny_at && lost(seat.role))
    }

    fn at_one_time(&self, first: &Seat, second: &Seat, allow: &Rule, deny: &Rule) -> bool {
        let model = self.cx.model;
        let active = |role: RoleId| model.roles.get(role.index()).map_or(&[] as &[_], |r| r.active.as_slice());
        let windows: Vec<WindowId> = (first.windows.iter().chain(&second.windows).copied())
            .chain(active(first.role).iter().chain(active(allow.role)).map(|a| a.window))
            .chain([allow.window, deny.window])
            .collect();
        self.cx.together(windows)
    }
}

fn own(cx: &Context<'_>, meeting: &Meeting<'_>) -> Option<Diagnostic> {
    let model = cx.model;
    let overlap = meeting.first;
    let (allow, deny) = (model.rules.get(overlap.allow.index())?, model.rules.get(overlap.deny.index())?);
    let args =
        [("rights", shown::rights(model, &meeting.rights).into()), ("allow", model.role_name(allow.role).into())];
    let message = text::OVERLAP_OWN.with(args);
    let found = report(cx, &ALLOW_DENY_OVERLAP, message, (allow, deny), &meeting.rights);
    Some(found.help(text::OVERLAP_HELP.plain()).witness(overlap.witness.clone()))
}

fn across(cx: &Context<'_>, overlap: &Overlap) -> Option<Diagnostic> {
    let model = cx.model;
    let (allow, deny) = (model.rules.get(overlap.allow.index())?, model.rules.get(overlap.deny.index())?);
    let rights: Vec<RightId> = overlap.rights.iter().copied().filter(|r| allow.rights.contains(r)).collect();
    let args = [
        ("rights", shown::rights(model, &rights).into()),
        ("allow", model.role_name(allow.role).into()),
        ("deny", model.role_name(deny.role).into()),
        ("who", who(model, overlap.user, overlap.people).into()),
    ];
    let mut found = report(cx, &ALLOW_DENY_OVERLAP, text::OVERLAP_ACROSS.with(args), (allow, deny), &rights);
    found.severity = Severity::Warning;
    for (origin, role) in overlap.held.iter().zip([allow.role, deny.role]) {
        if let Some(origin) = origin {
            let args = [("role", model.role_name(role).into())];
            found = found.and(origin.span, text::OVERLAP_HELD_HERE.with(args));
        }
    }
    Some(found.help(text::OVERLAP_ACROSS_HELP.plain()).witness(overlap.witness.clone()))
}
