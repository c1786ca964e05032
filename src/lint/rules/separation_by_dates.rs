//! `separation-by-dates`: somebody has both roles of a separation, and only the dates keep them apart.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::separation::SEPARATION_BY_DATES as CODE;
use crate::lint::apart::{Apart, exclusive, people, together};
use crate::lint::{Context, Group, Lint};
use crate::message::separation as text;

pub(super) const LINT: Lint = Lint { check, optional: true, ..Lint::new(&CODE, Group::Separation) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (guarantee, roles) in exclusive(cx) {
        let apart = Apart::new(cx, roles);
        for (user, hats) in people(cx) {
            let near = apart.pairs(hats).into_iter().find(|(one, other)| {
                let ever = |windows: &[_]| cx.together(windows.iter().copied());
                one.role != other.role && ever(&one.wide) && ever(&other.wide) && !together(cx, one, other)
            });
            let Some((one, other)) = near else { continue };
            let name = |role| cx.model.role_name(role);
            let args = [
                ("user", cx.model.user_name(user).into()),
                ("one", name(one.role).into()),
                ("other", name(other.role).into()),
            ];
            let here = text::BY_DATES_HERE.plain();
            let found = Diagnostic::info(&CODE, text::SEPARATION_BY_DATES.with(args), other.origin.span, here);
            let found = found.and(one.origin.span, text::BY_DATES_OTHER.plain());
            let found = found.and(guarantee.origin.span, text::SEPARATION_LINE.plain());
            let about = [cx.model.user_name(user), name(one.role), name(other.role)];
            out.push(found.help(text::BY_DATES_HELP.plain()).about(about));
        }
    }
}
