//! `brake-expires`: a deny, mask, requirement or suspension ends within a few days, and somebody may do more from then on.
//!
//! Told only where a request shows it: refused just before the end because of that line, allowed at the end.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::BRAKE_EXPIRES;
use crate::exact::Line;
use crate::facts::{Brake, Opening, concerned, opens};
use crate::lint::shown::{days, people};
use crate::lint::{Context, Group, Lint};
use crate::message::{Text, time as text};
use crate::model::{
    Coverage, FieldId, MaskId, Model, Origin, RightId, RoleId, RuleEffect, RuleId, Suspension, SuspensionKind, UserId,
    WindowId,
};
use crate::words;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { needs_now: true, check, ..Lint::new(&BRAKE_EXPIRES, Group::Time) };

/// People and rights that are tried for one line.
const PEOPLE: usize = 8;
const RIGHTS: usize = 24;
/// Lines that are looked at, so that a policy whose year ends does not take all the time there is.
const LINES: usize = 200;

/// A line that ends.
struct Ending<'m> {
    kind: &'static Text,
    brake: Brake<'m>,
    window: WindowId,
    origin: Origin,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(now) = cx.now else { return };
    let notice = days(cx.settings.budgets.days_before_end);
    let soon = now.saturating_add(notice);
    let ends = |window: WindowId| {
        let window = cx.model.window(window);
        // A brake that has not begun, or that is no longer than the notice, ends as it was meant to.
        let runs = window.from <= now && window.until.saturating_sub(window.from) > notice;
        runs && now < window.until && window.until <= soon
    };
    let mut seen: BTreeSet<Origin> = BTreeSet::new();
    let mut left = LINES;
    for ending in endings(cx.model).filter(|ending| ends(ending.window)) {
        if seen.contains(&ending.origin) {
            continue;
        }
        let Some(rest) = left.checked_sub(1) else {
            cx.complete.set(false);
            return;
        };
        left = rest;
        if let Some((user, asked, opening)) = search(cx, &ending) {
            seen.insert(ending.origin);
            out.push(report(cx, &ending, user, asked, opening));
        }
    }
}

fn search(cx: &Context<'_>, ending: &Ending<'_>) -> Option<(UserId, (RightId, Option<FieldId>), Opening)> {
    let end = cx.model.window(ending.window).until;
    // A suspension at that instant might keep shut what this line opens.
    let on = cx.model.suspensions.iter().filter(|other| cx.model.window(other.window).state(&cx.model.time, end).open);
    let on: Vec<&Suspension> = on.collect();
    for asked in asked(cx, ending.brake).into_iter().take(RIGHTS) {
        for user in concerned(cx.oracle, ending.brake, asked.0).into_iter().take(PEOPLE) {
            if on.iter().any(|other| may_stop(cx, other, user, asked.0)) {
                continue;
            }
            match opens(cx.oracle, (ending.brake, ending.window), asked, user) {
                Ok(None) => {}
                Ok(Some(opening)) => return Some((user, asked, opening)),
                Err(_) => cx.complete.set(false),
            }
        }
    }
    None
}

/// Whether a suspension may stop a right of a person.
fn may_stop(cx: &Context<'_>, suspension: &Suspension, user: UserId, right: RightId) -> bool {
    match &suspension.kind {
        SuspensionKind::Users { users, .. } => users.contains(&user),
        SuspensionKind::Roles { roles, .. } => {
            let worn = cx.hats.of(user).iter();
            worn.into_iter().any(|hat| roles.iter().any(|role| cx.inherits(hat.role, *role)))
        }
        SuspensionKind::Rights(entries) => entries.iter().any(|entry| entry.rights.contains(&right)),
        SuspensionKind::Everything { except_users, .. } => !except_users.contains(&user),
    }
}

fn report(
    cx: &Context<'_>,
    ending: &Ending<'_>,
    user: UserId,
    (right, field): (RightId, Option<FieldId>),
    opening: Opening,
) -> Diagnostic {
    let model = cx.model;
    let fields = field.map(|field| Coverage::Fields([field].into()));
    let what = fields.map_or_else(|| words::rights(model, &[right]), |f| words::covered(model, &[right], &f));
    let args = [
        ("kind", ending.kind.plain().into()),
        ("end", words::end(model, model.window(ending.window).until).into()),
        ("right", what.clone().into()),
        ("people", people(model, &[user]).into()),
    ];
    Diagnostic::info(
        &BRAKE_EXPIRES,
        text::BRAKE_EXPIRES.with(args),
        ending.origin.span,
        text::BRAKE_EXPIRES_HERE.plain(),
    )
    .about([what])
    .help(text::BRAKE_EXPIRES_HELP.plain())
    .witness(opening.before.into_iter().chain([opening.after]))
}

/// Every line that takes away.
fn endings(model: &Model) -> impl Iterator<Item = Ending<'_>> {
    let denies = model.rules.iter().enumerate().filter(|(_, rule)| rule.effect == RuleEffect::Deny);
    let denies = denies.map(|(index, rule)| {
        let brake = Brake::Line(Line::Rule(RuleId::from_index(index)));
        Ending { kind: &text::DENY, brake, window: rule.window, origin: rule.origin }
    });
    let masks = model.masks.iter().enumerate().map(|(index, mask)| {
        let brake = Brake::Line(Line::Mask(MaskId::from_index(index)));
        Ending { kind: &text::MASK, brake, window: mask.window, origin: mask.origin }
    });
    let requires = model.requires.iter().map(|require| {
        let brake = Brake::Require(require);
        Ending { kind: &text::REQUIREMENT, brake, window: require.window, origin: require.origin }
    });
    let suspensions = model.suspensions.iter().map(|suspension| {
        let brake = Brake::Suspension(suspension);
        Ending { kind: &text::SUSPENSION, brake, window: suspension.window, origin: suspension.origin }
    });
    denies.chain(masks).chain(requires).chain(suspensions)
}

/// What a line may take away.
fn asked(cx: &Context<'_>, brake: Brake<'_>) -> Vec<(RightId, Option<FieldId>)> {
    let model = cx.model;
    match brake {
        Brake::Line(Line::Rule(id)) => {
            let Some(rule) = model.rules.get(id.index()) else { return Vec::new() };
            let fields: Vec<Option<FieldId>> = match &rule.coverage {
                Coverage::Object { .. } => vec![None],
                Coverage::Fields(fields) => fields.iter().copied().map(Some).collect(),
            };
            rule.rights.iter().flat_map(|right| fields.iter().map(|field| (*right, *field))).collect()
        }
        Brake::Line(Line::Mask(id)) => {
            let Some(mask) = model.masks.get(id.index()) else { return Vec::new() };
            let rights = model.objects.get(mask.object.index()).into_iter().flat_map(|object| object.rights());
            rights.flat_map(|right| mask.fields.iter().map(move |field| (right, Some(*field)))).collect()
        }
        Brake::Require(require) => {
            require.entries.iter().flat_map(|entry| &entry.rights).map(|right| (*right, None)).collect()
        }
        Brake::Suspension(suspension) => stopped(cx, suspension).into_iter().map(|right| (right, None)).collect(),
    }
}

/// Rights that a suspension may stop: those it names, else those of roles that it stops.
fn stopped(cx: &Context<'_>, suspension: &Suspension) -> BTreeSet<RightId> {
    let worn = |user: &UserId| cx.hats.of(*user).iter().map(|hat| hat.role).collect::<Vec<_>>();
    let roles: Vec<RoleId> = match &suspension.kind {
        SuspensionKind::Rights(entries) => return entries.iter().flat_map(|entry| &entry.rights).copied().collect(),
        SuspensionKind::Users { in_role: Some(role), .. } => vec![*role],
        SuspensionKind::Users { users, in_role: None } => users.iter().take(PEOPLE).flat_map(worn).collect(),
        SuspensionKind::Roles { roles, .. } => roles.clone(),
        SuspensionKind::Everything { .. } => {
            cx.holders.iter().take(PEOPLE).flat_map(|holder| &holder.seats).map(|seat| seat.role).collect()
        }
    };
    roles.into_iter().flat_map(|role| cx.access.rights(role).to_vec()).collect()
}
