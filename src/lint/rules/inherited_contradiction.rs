//! `inherited-contradiction`: a role has an allow and a deny of one right from different roles of its inheritance.
//!
//! Deny wins, so nothing is open that should be shut; but whoever reads the allow alone believes otherwise. Told at the
//! first role in which the two meet, and only for requests that both speak of. Where nothing is left of the allow in the
//! role that writes it, `dead-allow` tells it.

use super::powerless_role;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lines::INHERITED_CONTRADICTION;
use crate::lint::overlapping::{Meeting, meetings, report};
use crate::lint::shown;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::model::{RoleId, Rule};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&INHERITED_CONTRADICTION, Group::Conflict) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // Where nothing at all is left of a held role, that is told.
    let wanted = |allow: &Rule, deny: &Rule, seat: RoleId| allow.role != deny.role && !powerless_role::tells(cx, seat);
    for meeting in meetings(cx, wanted).values() {
        out.extend(told(cx, meeting));
    }
}

fn told(cx: &Context<'_>, meeting: &Meeting<'_>) -> Option<Diagnostic> {
    let model = cx.model;
    let overlap = meeting.first;
    let (allow, deny) = (model.rules.get(overlap.allow.index())?, model.rules.get(overlap.deny.index())?);
    let args = [
        ("rights", shown::rights(model, &meeting.rights).into()),
        ("allow", model.role_name(allow.role).into()),
        ("deny", model.role_name(deny.role).into()),
        ("seat", model.role_name(overlap.seat).into()),
        ("more", (meeting.seats - 1).into()),
    ];
    let two = overlap.seat != allow.role && overlap.seat != deny.role;
    let entry = match (two, meeting.seats) {
        (true, 1) => &text::OVERLAP_WITHIN,
        (true, _) => &text::OVERLAP_WITHIN_MORE,
        (false, _) => &text::OVERLAP_INHERITED,
    };
    let found = report(cx, &INHERITED_CONTRADICTION, entry.with(args), (allow, deny), &meeting.rights);
    // The ways on which the two come together.
    let steps = [allow.role, deny.role].into_iter().filter(|role| *role != overlap.seat);
    let found = found.steps(steps.flat_map(|role| cx.path(overlap.seat, role)));
    Some(found.help(text::OVERLAP_HELP.plain()).witness(overlap.witness.clone()))
}
