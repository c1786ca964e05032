//! `over-long-suspension`: a suspension with no end has lasted for more than a year.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::OVER_LONG_SUSPENSION;
use crate::lint::shown::days;
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::time::{FOREVER, FOREVER_AGO};
use crate::words;

pub(super) const LINT: Lint = Lint { needs_now: true, check, ..Lint::new(&OVER_LONG_SUSPENSION, Group::Time) };

const YEAR: u32 = 366;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(now) = cx.now else { return };
    for suspension in &cx.model.suspensions {
        let window = cx.model.window(suspension.window);
        // What recurs is no lock that somebody forgot.
        let endless = window.until == FOREVER && window.recurring.is_empty() && window.from != FOREVER_AGO;
        if endless && now.saturating_sub(window.from) > days(YEAR) {
            let message = text::OVER_LONG.with([("start", words::instant(cx.model, window.from).into())]);
            let here = text::ENDLESS_HERE.plain();
            let found = Diagnostic::info(&OVER_LONG_SUSPENSION, message, suspension.origin.span, here);
            out.push(found.help(text::OVER_LONG_HELP.plain()));
        }
    }
}
