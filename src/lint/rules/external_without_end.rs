//! `external-without-end`: somebody external holds a role with no end, or for longer than is usual.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::EXTERNAL_WITHOUT_END;
use crate::lint::shown::{days, people};
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::model::{Origin, RoleId, UserId};
use crate::time::{FOREVER, FOREVER_AGO};
use std::collections::BTreeMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&EXTERNAL_WITHOUT_END, Group::Time) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    let most = cx.settings.budgets.days_external;
    let mut found: BTreeMap<(Origin, RoleId, bool), Vec<UserId>> = BTreeMap::new();
    let is_external = |user: UserId| model.users.get(user.index()).is_some_and(|person| person.external);
    for (user, hats) in cx.hats.people().filter(|(user, _)| is_external(*user)) {
        for hat in hats {
            let windows = || hat.windows.iter().map(|window| model.window(*window));
            let end = windows().map(|window| window.until).min().unwrap_or(FOREVER);
            let start = windows().map(|window| window.from).max().unwrap_or(FOREVER_AGO);
            // What began before now, or at no stated time, is counted from now on.
            let start = cx.now.map_or(start, |now| start.max(now));
            let endless = end == FOREVER;
            let long = !endless && start != FOREVER_AGO && end.saturating_sub(start) > days(most);
            if endless || long {
                found.entry((*hat.origin, hat.role, endless)).or_default().push(user);
            }
        }
    }
    for ((origin, role, endless), users) in found {
        let args = [
            ("people", people(model, &users).into()),
            ("role", model.role_name(role).into()),
            ("days", (most as usize).into()),
        ];
        let entry = if endless { &text::EXTERNAL_ENDLESS } else { &text::EXTERNAL_LONG };
        let here = if endless { &text::ENDLESS_HERE } else { &text::LONG_HERE };
        let found = Diagnostic::warning(&EXTERNAL_WITHOUT_END, entry.with(args), origin.span, here.plain());
        out.push(found.about([model.role_name(role)]).help(text::EXTERNAL_HELP.plain()));
    }
}
