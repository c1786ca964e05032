//! `defeated-cancel`: a role cancels a deny or mask, but somebody still has it another way.
//!
//! A cancel works along the way of inheritance on which it stands. If the same person holds a role, or the same role
//! inherits one, that brings the deny without the cancel, the deny binds and the line that cancels misleads.

use crate::analysis::Reached;
use crate::analysis::conflict::common;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::DEFEATED_CANCEL;
use crate::lint::holders::{Holder, Seat, who};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::{Message, lint as text};
use crate::model::{
    Cancel, CancelId, CancelTarget, FieldId, MaskId, Origin, RightId, RoleId, RuleId, UserId, WindowId,
};
use crate::words;
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&DEFEATED_CANCEL, Group::Conflict) };

/// What is left of what a cancel names.
enum Left {
    Deny(RuleId, Vec<RightId>),
    Mask(MaskId, Vec<FieldId>),
}

struct Defeat {
    cancel: CancelId,
    left: Left,
    /// The held role with the cancel.
    seat: RoleId,
    /// The held role that brings the deny; the same one if it does so on another way.
    other: RoleId,
    user: Option<UserId>,
    people: usize,
    held: Option<Origin>,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut found: BTreeMap<(Origin, bool), Defeat> = BTreeMap::new();
    for holder in &cx.holders {
        for (at, seat) in holder.seats.iter().enumerate() {
            for id in cx.reached.get(&seat.role).map_or(&[] as &[_], |r| &r.cancels) {
                search(cx, holder, (at, seat), *id, &mut found);
            }
        }
    }
    out.extend(found.values().filter_map(|defeat| report(cx, defeat)));
}

fn search(
    cx: &Context<'_>,
    holder: &Holder,
    (at, seat): (usize, &Seat),
    id: CancelId,
    found: &mut BTreeMap<(Origin, bool), Defeat>,
) {
    let Some(cancel) = cx.model.cancels.get(id.index()) else { return };
    for (other_at, other) in holder.seats.iter().enumerate() {
        let twice = other_at != at && other.role == seat.role;
        // A cancel that runs at times leaves the deny on its own way at others, which is what it says.
        let own_way = other_at == at && cancel.window != WindowId::ALWAYS;
        if twice || own_way || !Holder::binds(other, other_at, at) {
            continue;
        }
        let Some(left) = cx.reached.get(&other.role).and_then(|reached| left(cancel, reached)) else { continue };
        let window = match &left {
            Left::Deny(rule, _) => cx.model.rules.get(rule.index()).map(|r| r.window),
            Left::Mask(mask, _) => cx.model.masks.get(mask.index()).map(|m| m.window),
        };
        let windows = seat.windows.iter().chain(&other.windows).copied();
        if !cx.together(windows.chain([cancel.window]).chain(window)) {
            continue;
        }
        // Another role of the same person and another way of inheritance are mended in different places.
        let key = (cancel.origin, other_at == at);
        match found.get_mut(&key) {
            Some(known) if known.user == holder.user => {}
            Some(known) => known.people += holder.count,
            None => {
                let defeat = Defeat {
                    cancel: id,
                    left,
                    seat: seat.role,
                    other: other.role,
                    user: holder.user,
                    people: holder.count,
                    held: other.origin,
                };
                found.insert(key, defeat);
            }
        }
    }
}

/// What of a cancel's target still reaches the holder of another role.
fn left(cancel: &Cancel, reached: &Reached) -> Option<Left> {
    match &cancel.target {
        CancelTarget::Denies(targets) => targets.iter().find_map(|(rule, rights)| {
            let (_, kept) = reached.denies.iter().find(|(id, _)| id == rule)?;
            let both = common(rights, kept);
            (!both.is_empty()).then_some(Left::Deny(*rule, both))
        }),
        CancelTarget::Masks(targets) => targets.iter().find_map(|(mask, fields)| {
            let (_, kept) = reached.masks.iter().find(|(id, _)| id == mask)?;
            let both = common(fields, kept);
            (!both.is_empty()).then_some(Left::Mask(*mask, both))
        }),
    }
}

fn report(cx: &Context<'_>, defeat: &Defeat) -> Option<Diagnostic> {
    let model = cx.model;
    let cancel = model.cancels.get(defeat.cancel.index())?;
    let (origin, source, names, what): (Origin, RoleId, Vec<String>, Message) = match &defeat.left {
        Left::Deny(rule, rights) => {
            let rule = model.rules.get(rule.index())?;
            let names = rights.iter().map(|right| words::rights(model, &[*right])).collect();
            (rule.origin, rule.role, names, text::THE_DENY_OF.with([("rights", shown::rights(model, rights).into())]))
        }
        Left::Mask(mask, fields) => {
            let mask = model.masks.get(mask.index())?;
            let names = fields.iter().map(|field| model.field_name(*field).to_owned()).collect();
            (mask.origin, mask.role, names, text::THE_MASK_OF.with([("fields", shown::fields(model, fields).into())]))
        }
    };
    let args = [
        ("role", model.role_name(cancel.role).into()),
        ("what", what.into()),
        ("seat", model.role_name(defeat.seat).into()),
        ("other", model.role_name(defeat.other).into()),
        ("who", who(model, defeat.user, defeat.people).into()),
    ];
    let diamond = defeat.seat == defeat.other;
    let entry = if diamond { &text::DEFEATED_WITHIN } else { &text::DEFEATED_ACROSS };
    let here = text::DEFEATED_HERE.plain();
    let mut diagnostic = Diagnostic::warning(&DEFEATED_CANCEL, entry.with(args), cancel.origin.span, here)
        .about([model.role_name(cancel.role), model.role_name(defeat.other)])
        .about(names)
        .steps(cx.path(defeat.other, source))
        .and(origin.span, text::DEFEATED_BY.plain());
    if let Some(held) = defeat.held.filter(|_| !diamond) {
        let args = [("role", model.role_name(defeat.other).into())];
        diagnostic = diagnostic.and(held.span, text::OVERLAP_HELD_HERE.with(args));
    }
    let other = ("other", model.role_name(defeat.other).into());
    let seat = ("seat", model.role_name(defeat.seat).into());
    let help = if diamond {
        &text::DEFEATED_WITHIN_HELP
    } else if cx.inherits(defeat.seat, defeat.other) {
        &text::DEFEATED_UNASSIGN_HELP
    } else {
        &text::DEFEATED_ACROSS_HELP
    };
    Some(diagnostic.help(help.with([other, seat])))
}
