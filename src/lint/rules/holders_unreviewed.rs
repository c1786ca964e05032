//! `holders-unreviewed`: people hold a role that gives sensitive rights, and it was reviewed too long ago, or never.
//!
//! A role without any line about reviews is the matter of `no-review`.

use crate::diagnostic::codes::hygiene::HOLDERS_UNREVIEWED;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::gives::Gives;
use crate::lint::shown::{days, people, rights};
use crate::lint::{Context, Group, Lint};
use crate::message::hygiene as text;
use crate::model::{RoleId, UserId};
use crate::words;

pub(super) const LINT: Lint = Lint { needs_now: true, check, ..Lint::new(&HOLDERS_UNREVIEWED, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let (Some(now), model) = (cx.now, cx.model) else { return };
    let most = days(cx.settings.budgets.days_between_reviews);
    // Where no review has a date, dates are kept elsewhere.
    let recorded = model.roles.iter().any(|role| role.review.as_ref().is_some_and(|review| review.last.is_some()));
    let gives = Gives::sensitive(cx);
    let mut holders: Vec<Vec<UserId>> = vec![Vec::new(); model.roles.len()];
    for (user, hats) in cx.hats.people() {
        let worn = hats
            .iter()
            .filter(|hat| hat.windows.iter().all(|window| model.window(*window).state(&model.time, now).open));
        for hat in worn {
            if let Some(list) = holders.get_mut(hat.role.index()) {
                list.push(user);
            }
        }
    }
    for (index, (role, users)) in model.roles.iter().zip(&holders).enumerate() {
        let sensitive = gives.with(RoleId::from_index(index));
        let Some(review) = role.review.as_ref().filter(|_| !users.is_empty() && !sensitive.is_empty()) else {
            continue;
        };
        if review.last.is_none() && !recorded {
            continue;
        }
        let old = review.last.is_some_and(|last| now.saturating_sub(last) > most);
        if review.last.is_some() && !old {
            continue;
        }
        let name = model.text(role.name);
        let last = review.last.map(|last| words::instant(model, last)).unwrap_or_default();
        let args = [
            ("role", name.into()),
            ("rights", rights(model, sensitive).into()),
            ("people", people(model, users).into()),
            ("last", last.into()),
        ];
        let (entry, severity) = if old {
            (&text::HOLDERS_REVIEWED_LONG_AGO, Severity::Warning)
        } else {
            (&text::HOLDERS_NEVER_REVIEWED, Severity::Info)
        };
        let here = text::HOLDERS_UNREVIEWED_HERE.plain();
        let found = Diagnostic::warning(&HOLDERS_UNREVIEWED, entry.with(args), review.origin.span, here);
        let found = found.about([name]).help(text::HOLDERS_UNREVIEWED_HELP.plain());
        out.push(Diagnostic { severity, ..found });
    }
}
