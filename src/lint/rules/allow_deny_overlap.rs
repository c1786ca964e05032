//! `allow-deny-overlap`: one role allows what another denies, and one person can hold both, or one role has both.
//!
//! Deny wins, so nothing is open that should be shut; but somebody may not get what a line says. Between roles that
//! one person holds by separate assignments, and where an inherited deny takes a whole allow, that is a warning: nobody
//! sees it by reading one role. Where a role narrows what it allows or inherits, it is how exceptions are written.

use crate::analysis::Reached;
use crate::analysis::conflict::{deny_covers_allow, rules_meet, scope_covers};
use crate::diagnostic::codes::lint::ALLOW_DENY_OVERLAP;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::holders::{Holder, Seat, who};
use crate::lint::{Context, Group, Lint};
use crate::message::{Message, answer, lint as text};
use crate::model::{Model, Origin, RightId, RoleId, Rule, RuleId, UserId, WindowId};
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const LINT: Lint = Lint { code: &ALLOW_DENY_OVERLAP, group: Group::Conflict, needs_now: false, check };

/// Two statements that meet, with the first case in which they do.
struct Overlap {
    allow: RuleId,
    deny: RuleId,
    rights: BTreeSet<RightId>,
    /// The held role that has both, or `None` if they come with two.
    within: Option<RoleId>,
    user: Option<UserId>,
    people: usize,
    held: [Option<Origin>; 2],
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut found: BTreeMap<(Origin, Origin), Overlap> = BTreeMap::new();
    for holder in &cx.holders {
        search(cx, holder, &mut found);
    }
    out.extend(found.values().filter_map(|overlap| report(cx, overlap)));
}

fn search(cx: &Context<'_>, holder: &Holder, found: &mut BTreeMap<(Origin, Origin), Overlap>) {
    let mut denies: BTreeMap<RightId, Vec<(usize, RuleId)>> = BTreeMap::new();
    for (at, seat) in holder.seats.iter().enumerate() {
        for (id, rights) in cx.reached.get(&seat.role).map_or(&[] as &[_], |r| &r.denies) {
            for right in rights {
                denies.entry(*right).or_default().push((at, *id));
            }
        }
    }
    if denies.is_empty() {
        return;
    }
    for (allow_at, allow_seat) in holder.seats.iter().enumerate() {
        for (allow, rights) in cx.reached.get(&allow_seat.role).map_or(&[] as &[_], |r| &r.allows) {
            for right in rights {
                for (deny_at, deny) in denies.get(right).map_or(&[] as &[_], Vec::as_slice) {
                    let case = Case { cx, holder, allow_at, deny_at: *deny_at, allow: *allow, deny: *deny };
                    case.note(*right, found);
                }
            }
        }
    }
}

/// One allow and one deny of one holder.
struct Case<'a> {
    cx: &'a Context<'a>,
    holder: &'a Holder,
    allow_at: usize,
    deny_at: usize,
    allow: RuleId,
    deny: RuleId,
}

impl Case<'_> {
    fn note(&self, right: RightId, found: &mut BTreeMap<(Origin, Origin), Overlap>) -> Option<()> {
        let model = self.cx.model;
        let (allow, deny) = (model.rules.get(self.allow.index())?, model.rules.get(self.deny.index())?);
        let (first, second) = (self.holder.seats.get(self.allow_at)?, self.holder.seats.get(self.deny_at)?);
        let key = (allow.origin, deny.origin);
        let within = (first.role == second.role).then_some(first.role);
        if let Some(known) = found.get_mut(&key)
            && (known.within.is_some() || within.is_none())
        {
            // The same two statements again: one more right, or more people.
            if known.rights.insert(right) || known.user == self.holder.user {
                return None;
            }
            known.people += if known.within == within { self.holder.count } else { 0 };
            return None;
        }
        if !Holder::binds(second, self.deny_at, self.allow_at)
            || rules_meet(model, allow, deny).is_none()
            || self.is_cancelled(first, allow, deny)
            || !self.at_one_time(first, second, allow, deny)
        {
            return None;
        }
        let overlap = Overlap {
            allow: self.allow,
            deny: self.deny,
            rights: BTreeSet::from([right]),
            within,
            user: self.holder.user,
            people: self.holder.count,
            held: [first.origin, second.origin],
        };
        found.insert(key, overlap);
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

fn report(cx: &Context<'_>, overlap: &Overlap) -> Option<Diagnostic> {
    let model = cx.model;
    let (allow, deny) = (model.rules.get(overlap.allow.index())?, model.rules.get(overlap.deny.index())?);
    let rights: Vec<RightId> = overlap.rights.iter().copied().filter(|r| allow.rights.contains(r)).collect();
    let inherited = allow.role != deny.role && cx.inherits(allow.role, deny.role);
    let dead = overlap.within.is_some() && inherited && deny_covers_allow(model, deny, allow);
    let args = [
        ("rights", words::rights(model, &rights).into()),
        ("allow", model.role_name(allow.role).into()),
        ("deny", model.role_name(deny.role).into()),
        ("seat", overlap.within.map_or("", |role| model.role_name(role)).into()),
        ("who", who(model, overlap.user, overlap.people).into()),
    ];
    let (entry, help) = match overlap.within {
        None => (&text::OVERLAP_ACROSS, &text::OVERLAP_ACROSS_HELP),
        Some(_) if dead => (&text::OVERLAP_DEAD, &text::OVERLAP_DEAD_HELP),
        Some(_) if allow.role == deny.role => (&text::OVERLAP_OWN, &text::OVERLAP_HELP),
        Some(role) if role == deny.role || role == allow.role => (&text::OVERLAP_INHERITED, &text::OVERLAP_HELP),
        Some(_) => (&text::OVERLAP_WITHIN, &text::OVERLAP_HELP),
    };
    let severity = if dead || overlap.within.is_none() { Severity::Warning } else { Severity::Info };
    let denied = text::OVERLAP_DENIED_HERE.with([("cube", words::joined(cube(model, allow, deny)))]);
    let allowed = text::OVERLAP_ALLOWED_HERE.plain();
    // The line to look at is the one that came later: the deny of an heir, else the allow.
    let deny_first = allow.role == deny.role || (!inherited && cx.inherits(deny.role, allow.role));
    let (place, label, other, other_label) = if deny_first {
        (deny.origin.span, denied, allow.origin.span, allowed)
    } else {
        (allow.origin.span, allowed, deny.origin.span, denied)
    };
    let mut diagnostic = Diagnostic::info(&ALLOW_DENY_OVERLAP, entry.with(args), place, label).and(other, other_label);
    diagnostic = diagnostic
        .about([model.role_name(allow.role), model.role_name(deny.role)])
        .about([words::rights(model, &rights)]);
    // How the deny comes to whoever has both.
    if let Some(role) = overlap.within {
        diagnostic = diagnostic.steps(cx.path(role, deny.role));
    }
    diagnostic.severity = severity;
    if overlap.within.is_none() {
        for (origin, role) in overlap.held.iter().zip([allow.role, deny.role]) {
            if let Some(origin) = origin {
                let args = [("role", model.role_name(role).into())];
                diagnostic = diagnostic.and(origin.span, text::OVERLAP_HELD_HERE.with(args));
            }
        }
    }
    Some(diagnostic.help(help.plain()))
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
