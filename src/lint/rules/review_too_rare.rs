//! `review-too-rare`: a role is to be reviewed at longer intervals than the team allows.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::hygiene::REVIEW_TOO_RARE;
use crate::lint::written::{items, role_items};
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::syntax::ast::{ItemKind, ReviewEvery, RoleItemKind};

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&REVIEW_TOO_RARE, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let most = cx.settings.budgets.days_between_reviews;
    for (_, kind) in items(cx) {
        let name = match kind {
            ItemKind::Role(role) => role.declared.name.symbol,
            ItemKind::Template(template) => template.declared.name.symbol,
            _ => continue,
        };
        for item in role_items(kind) {
            let RoleItemKind::Reviewed(review) = &item.kind else { continue };
            let Some(days) = review.every.as_ref().and_then(interval).filter(|days| *days > most) else { continue };
            let name = cx.model.text(name);
            let args = [("role", name.into()), ("days", (days as usize).into()), ("most", (most as usize).into())];
            let here = text::REVIEW_TOO_RARE_HERE.plain();
            let found = Diagnostic::warning(&REVIEW_TOO_RARE, text::REVIEW_TOO_RARE.with(args), item.span, here);
            out.push(found.about([name]).help(text::REVIEW_TOO_RARE_HELP.plain()));
        }
    }
}

/// The most days that an interval can have.
fn interval(every: &ReviewEvery) -> Option<u32> {
    match every {
        ReviewEvery::Week => Some(7),
        ReviewEvery::Month => Some(31),
        ReviewEvery::Quarter => Some(92),
        ReviewEvery::HalfYear => Some(184),
        ReviewEvery::Year => Some(366),
        ReviewEvery::Days(number) => number.text.parse().ok(),
    }
}
