//! `right-held-by-many`: more people than the budget can use one sensitive right.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::privilege::RIGHT_HELD_BY_MANY;
use crate::lint::counted::number;
use crate::lint::crowds::crowds;
use crate::lint::{Context, Group, Lint};
use crate::message::privilege as text;
use crate::model::RightId;
use crate::words;
use std::collections::BTreeSet;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&RIGHT_HELD_BY_MANY, Group::LeastPrivilege) };

/// Lines and requests that show it.
const SHOWN: usize = 4;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let most = cx.settings.budgets.people_per_sensitive;
    if cx.audience().count() <= most as usize {
        return;
    }
    // What nearly everybody has is told by the rule about that.
    let told: BTreeSet<RightId> = crowds(cx).into_iter().map(|one| one.right).collect();
    for (right, _) in cx.rights().filter(|(id, _)| cx.risks.is_sensitive(*id) && !told.contains(id)) {
        let Some(mut parts) = cx.audience().above(&cx.access, right, None, most as usize) else { continue };
        let count: usize = parts.iter().map(|part| part.people.len()).sum();
        parts.sort_by_key(|part| std::cmp::Reverse(part.people.len()));
        let mut lines = Vec::new();
        for line in parts.iter().filter_map(|part| part.witness.rule) {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        let Some(first) = lines.first() else { continue };
        let name = words::rights(cx.model, &[right]);
        let args = [("right", name.clone().into()), ("count", count.into()), ("most", number(most))];
        let here = text::RIGHT_HELD_BY_MANY_HERE.plain();
        let message = text::RIGHT_HELD_BY_MANY.with(args);
        let mut one = Diagnostic::warning(&RIGHT_HELD_BY_MANY, message, *first, here).about([name]);
        for line in lines.iter().skip(1).take(SHOWN) {
            one = one.and(*line, text::RIGHT_HELD_BY_MANY_ALSO.plain());
        }
        let shown = parts.into_iter().take(SHOWN).map(|part| part.witness);
        out.push(one.witness(shown).help(text::RIGHT_HELD_BY_MANY_HELP.plain()));
    }
}
