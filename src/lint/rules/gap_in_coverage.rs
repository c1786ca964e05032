//! `gap-in-coverage`: a role is held, then for some days by nobody, then held again.
//!
//! Only bounds of assignments are looked at, not hours, and only gaps of at most a month: a longer one is hardly an oversight.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::GAP_IN_COVERAGE;
use crate::lint::shown::days;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::model::{Origin, RoleId};
use crate::time::{FOREVER, FOREVER_AGO};
use crate::words;

pub(super) const LINT: Lint = Lint { needs_now: true, check, ..Lint::new(&GAP_IN_COVERAGE, Group::Time) };

/// The longest gap that is told, in days.
const LONGEST: u32 = 31;
/// Stretches of time kept of one role.
const KEPT: usize = 64;

/// From when until when somebody holds a role, and by which statement; sorted, apart from each other once joined.
type Stretches = Vec<(i64, i64, Option<Origin>)>;

const ALWAYS: (i64, i64, Option<Origin>) = (FOREVER_AGO, FOREVER, None);

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(now) = cx.now else { return };
    let model = cx.model;
    let mut held: Vec<Stretches> = vec![Vec::new(); model.roles.len()];
    for hat in cx.hats.all() {
        let windows = || hat.windows.iter().map(|window| model.window(*window));
        let from = windows().map(|window| window.from).max().unwrap_or(FOREVER_AGO);
        let until = windows().map(|window| window.until).min().unwrap_or(FOREVER);
        if let Some(list) = held.get_mut(hat.role.index()).filter(|_| from < until) {
            list.push((from, until, Some(*hat.origin)));
        }
    }
    let own: Vec<bool> = held.iter().map(|list| !list.is_empty()).collect();
    // Heirs come after those they inherit, so from the end what they hold is known first.
    for role in cx.analysis.hierarchy.order.iter().rev() {
        let list = join(held.get_mut(role.index()).map(std::mem::take).unwrap_or_default());
        if own.get(role.index()).copied().unwrap_or(false) {
            out.extend(
                list.windows(2)
                    .filter_map(|pair| {
                        let [(_, end, _), (start, _, origin)] = pair else { return None };
                        let short = start.saturating_sub(*end) <= days(LONGEST) && *start > now;
                        short.then(|| report(cx, *role, (*end, *start), *origin))
                    })
                    .flatten(),
            );
        }
        let parents = model.roles.get(role.index()).map_or(&[] as &[RoleId], |r| r.parents.as_slice());
        for parent in parents {
            if let Some(of) = held.get_mut(parent.index()).filter(|of| of.first() != Some(&ALWAYS)) {
                if list.first() == Some(&ALWAYS) {
                    of.clear();
                }
                of.extend(&list);
            }
        }
    }
}

/// Joined where they meet. Of more than are kept, the rest counts as one, so that a gap may be missed and none made up.
fn join(mut list: Stretches) -> Stretches {
    list.sort_by_key(|(from, until, _)| (*from, *until));
    let mut joined: Stretches = Vec::new();
    for (from, until, origin) in list {
        let full = joined.len() == KEPT;
        match joined.last_mut() {
            Some(last) if from <= last.1 || full => last.1 = last.1.max(until),
            _ => joined.push((from, until, origin)),
        }
    }
    match joined.first_mut() {
        Some(first) if (first.0, first.1) == (FOREVER_AGO, FOREVER) => vec![ALWAYS],
        _ => joined,
    }
}

fn report(cx: &Context<'_>, role: RoleId, (end, start): (i64, i64), origin: Option<Origin>) -> Option<Diagnostic> {
    let model = cx.model;
    let args = [
        ("role", model.role_name(role).into()),
        ("end", words::end(model, end).into()),
        ("start", words::instant(model, start).into()),
    ];
    let here = text::GAP_HERE.plain();
    let found = Diagnostic::info(&GAP_IN_COVERAGE, text::GAP.with(args), origin?.span, here);
    Some(found.about([model.role_name(role)]).help(text::GAP_HELP.plain()))
}
