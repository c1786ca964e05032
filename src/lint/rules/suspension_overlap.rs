//! `suspension-overlap`: one suspension stops the same as another, within its time.

use crate::analysis::moment::{Moment, outside};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::SUSPENSION_OVERLAP;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::model::{ConditionId, Suspension, SuspensionEntry, SuspensionKind};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&SUSPENSION_OVERLAP, Group::Time) };

/// Pairs of suspensions that are compared.
const PAIRS: usize = 200_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let all = &cx.model.suspensions;
    let mut left = PAIRS;
    for (at, inner) in all.iter().enumerate() {
        let Some(rest) = left.checked_sub(all.len()) else {
            cx.complete.set(false);
            return;
        };
        left = rest;
        let outer = all.iter().enumerate().find(|(other, outer)| {
            *other != at && holds(cx, outer, inner) && (*other < at || !holds(cx, inner, outer))
        });
        if let Some((_, outer)) = outer {
            let here = text::SUSPENSION_OVERLAP_HERE.plain();
            let message = text::SUSPENSION_OVERLAP.plain();
            let found = Diagnostic::info(&SUSPENSION_OVERLAP, message, inner.origin.span, here)
                .and(outer.origin.span, text::SUSPENSION_OVERLAP_THERE.plain())
                .help(text::SUSPENSION_OVERLAP_HELP.plain());
            out.push(found);
        }
    }
}

/// Whether `outer` stops all that `inner` does, at all its times.
fn holds(cx: &Context<'_>, outer: &Suspension, inner: &Suspension) -> bool {
    stops(outer, inner)
        && weaker(outer.condition, inner.condition)
        && outside(cx.model, &[inner.window], &[outer.window]) == Moment::Never
}

/// A suspension under the one condition stops whatever one under the other does.
fn weaker(outer: ConditionId, inner: ConditionId) -> bool {
    outer == ConditionId::TRUE || outer == inner
}

fn stops(outer: &Suspension, inner: &Suspension) -> bool {
    use SuspensionKind::{Everything, Rights, Roles, Users};
    let all = |inner: &[_], outer: &[_]| inner.iter().all(|one| outer.contains(one));
    match (&outer.kind, &inner.kind) {
        (Users { users, in_role }, Users { users: fewer, in_role: within }) => {
            (in_role.is_none() || in_role == within) && fewer.iter().all(|user| users.contains(user))
        }
        (Roles { roles, heirs }, Roles { roles: fewer, heirs: fewer_heirs }) => {
            (*heirs || !fewer_heirs) && all(fewer, roles)
        }
        (Rights(entries), Rights(fewer)) => fewer.iter().all(|entry| entries.iter().any(|of| stops_rights(of, entry))),
        (
            Everything { except_roles, except_users },
            Everything { except_roles: more_roles, except_users: more_users },
        ) => all(except_roles, more_roles) && except_users.iter().all(|user| more_users.contains(user)),
        _ => false,
    }
}

fn stops_rights(outer: &SuspensionEntry, inner: &SuspensionEntry) -> bool {
    weaker(outer.condition, inner.condition) && inner.rights.iter().all(|right| outer.rights.contains(right))
}
