//! `distant-date`: a date so far from now that a digit is probably wrong, or that it means never.

use crate::analysis::LocalClock;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::time::DISTANT_DATE;
use crate::lint::written::{days_of_people, windows};
use crate::lint::{Context, Group, Lint};
use crate::message::time as text;
use crate::source::PackageId;
use crate::syntax::ast::DateTime;

pub(super) const LINT: Lint = Lint { needs_now: true, check, ..Lint::new(&DISTANT_DATE, Group::Time) };

/// Years ahead that somebody may plan for.
const AHEAD: i32 = 10;
/// No CRM has dates from before this year.
const OLDEST: i32 = 1970;
/// Nobody at work began before this year.
const OLDEST_FOR_PEOPLE: i32 = 1940;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some((today, _)) = cx.now.and_then(|now| LocalClock::of(cx.model, PackageId(0)).show(now)) else { return };
    let latest = today.ymd().0.saturating_add(AHEAD);
    let mut look = |date: &DateTime, oldest: i32| {
        let year = date.date.split('-').next().and_then(|year| year.parse::<i32>().ok());
        let Some(year) = year.filter(|year| *year > latest || *year < oldest) else { return };
        let ahead = year > latest;
        let entry = if ahead { &text::FAR_AHEAD } else { &text::LONG_AGO };
        let message = entry.with([("date", (&*date.date).into())]);
        let found = Diagnostic::info(&DISTANT_DATE, message, date.span, text::DISTANT_HERE.plain());
        out.push(found.help(if ahead { &text::FAR_AHEAD_HELP } else { &text::LONG_AGO_HELP }.plain()));
    };
    for written in windows(cx) {
        let window = written.window;
        [&window.from, &window.through, &window.before].into_iter().flatten().for_each(|date| look(date, OLDEST));
    }
    for date in days_of_people(cx) {
        look(date, OLDEST_FOR_PEOPLE);
    }
}
