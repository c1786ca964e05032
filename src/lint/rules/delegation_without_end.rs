//! `delegation-without-end`: a role is lent to somebody with no end.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::DELEGATION_WITHOUT_END;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::time::FOREVER;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&DELEGATION_WITHOUT_END, Group::Time) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let model = cx.model;
    for one in &model.delegations {
        let hats = cx.hats.of(one.to).iter();
        let mut lent = hats.filter(|hat| *hat.origin == one.origin && hat.on_behalf_of == Some(one.of));
        // The assignment that is lent, or somebody's last day, may end it too.
        let endless = lent.any(|hat| hat.windows.iter().all(|window| model.window(*window).until == FOREVER));
        if endless {
            let args = [
                ("role", model.role_name(one.role).into()),
                ("of", model.user_name(one.of).into()),
                ("to", model.user_name(one.to).into()),
            ];
            let here = text::ENDLESS_HERE.plain();
            let message = text::DELEGATION_ENDLESS.with(args);
            let found = Diagnostic::info(&DELEGATION_WITHOUT_END, message, one.origin.span, here)
                .about([model.role_name(one.role), model.user_name(one.of), model.user_name(one.to)])
                .help(text::DELEGATION_ENDLESS_HELP.plain());
            out.push(found);
        }
    }
}
