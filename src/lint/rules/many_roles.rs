//! `many-roles`: one person holds more roles than the budget at one time, by assignment or delegation.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::MANY_ROLES;
use crate::lint::counted::number;
use crate::lint::holders::{Seat, who};
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::{RoleId, WindowId};
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&MANY_ROLES, Group::LeastPrivilege) };

/// Windows from which the roles held together are looked for.
const TRIED: usize = 40;
/// Places where the roles come from.
const SHOWN: usize = 3;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let most = cx.settings.budgets.roles_per_person;
    for holder in &cx.holders {
        let Some(user) = holder.user else { continue };
        let given: Vec<&Seat> = holder.seats.iter().filter(|seat| seat.origin.is_some()).collect();
        let together = at_once(cx, &given, most as usize);
        let places: Vec<_> = given.iter().filter_map(|seat| seat.origin).map(|origin| origin.span).collect();
        let Some(first) = places.first().filter(|_| together.len() > most as usize) else { continue };
        let args = [
            ("who", who(cx.model, Some(user), holder.count).into()),
            ("count", together.len().into()),
            ("most", number(most)),
        ];
        let here = text::MANY_ROLES_HERE.plain();
        let mut one = Diagnostic::warning(&MANY_ROLES, text::MANY_ROLES.with(args), *first, here);
        let mut others: Vec<_> = places.iter().filter(|place| *place != first).collect();
        others.dedup();
        for place in others.into_iter().take(SHOWN) {
            one = one.and(*place, text::MANY_ROLES_HERE.plain());
        }
        let names = together.iter().map(|role| cx.model.role_name(*role));
        out.push(one.about(names).help(text::MANY_ROLES_HELP.plain()));
    }
}

/// Roles that are held at one instant, if more than `most`: the most that were found from any one of them on.
fn at_once(cx: &Context<'_>, seats: &[&Seat], most: usize) -> BTreeSet<RoleId> {
    let roles = |seats: &[&Seat]| seats.iter().map(|seat| seat.role).collect::<BTreeSet<RoleId>>();
    let mut best = BTreeSet::new();
    if roles(seats).len() <= most {
        return best;
    }
    for first in seats.iter().take(TRIED) {
        let mut windows: Vec<WindowId> = first.windows.clone();
        let mut held: Vec<&Seat> = vec![first];
        for seat in seats {
            let all = windows.iter().chain(&seat.windows).copied();
            if cx.together(all.clone()) {
                windows = all.collect();
                held.push(seat);
            }
        }
        let found = roles(&held);
        if found.len() > best.len() {
            best = found;
        }
        // Nothing keeps them apart.
        if best.len() == roles(seats).len() {
            break;
        }
    }
    best
}
