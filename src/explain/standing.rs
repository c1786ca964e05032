//! What is to be said of somebody before any rule: that they have left, or have not started; and of calendars that have
//! run out under what was looked at.

use super::desk::{Desk, Found};
use crate::analysis::LocalClock;
use crate::message::{Message, answer as text};
use crate::model::{Model, User, WindowId};
use crate::runtime::{Subject, Trace};
use crate::source::PackageId;
use crate::time::Days;
use crate::words;

/// Why somebody known holds nothing at an instant, if they do not.
pub(super) fn standing(desk: &Desk<'_>, subject: Subject<'_>, time: i64) -> Option<Message> {
    let Subject::Id(id) = subject else { return None };
    let model = desk.package.as_ref()?.model();
    let user = known(desk, model, id)?;
    let name = || ("user", model.text(user.id).into());
    if user.skipped {
        let line = user.row.map_or(0, |line| line as usize);
        return Some(text::STANDING_SKIPPED.with([name(), ("line", line.into())]));
    }
    let window = model.window(user.window);
    let shut = !window.state(&model.time, time).open;
    shut.then(|| text::STANDING_OUT.with([name(), ("window", words::window(model, user.window).into())]))
}

fn known<'m>(desk: &Desk<'_>, model: &'m Model, id: &str) -> Option<&'m User> {
    let id = desk.table.user_name(desk.table.user(id)?);
    model.users.iter().find(|user| model.text(user.id) == id)
}

/// Calendars that do not cover the instant, under the rules that were looked at.
pub(super) fn uncovered(desk: &Desk<'_>, trace: &Trace, object: &str, time: i64) -> Vec<Message> {
    let Some(package) = desk.package.as_ref() else { return Vec::new() };
    let model = package.model();
    let brakes = trace.brakes.iter().filter(|brake| brake.counts && brake.in_time).map(|brake| brake.rule);
    let rules = brakes.chain(trace.allows.iter().map(|allow| allow.rule));
    let windows = rules.filter_map(|rule| match package.rule(desk.table, rule, object)? {
        Found::Rule(id) => model.rules.get(id.index()).map(|rule| rule.window),
        Found::Mask(id) => model.masks.get(id.index()).map(|mask| mask.window),
    });
    let mut found: Vec<Message> = Vec::new();
    for window in windows {
        if let Some(message) = uncovered_window(model, window, time).filter(|message| !found.contains(message)) {
            found.push(message);
        }
    }
    found
}

fn uncovered_window(model: &Model, window: WindowId, time: i64) -> Option<Message> {
    let (date, _) = LocalClock::of(model, PackageId(0)).show(time)?;
    let patterns = model.window(window).recurring.iter().flat_map(|recurring| &recurring.patterns);
    let calendars = patterns.filter_map(|id| match model.time.patterns.get(id.0 as usize)?.days {
        Days::WorkdaysOf(calendar) | Days::DaysOffOf(calendar) => model.time.calendars.get(calendar.0 as usize),
        Days::Weekdays(_) | Days::MonthDays(_) | Days::MonthLast | Days::Year(..) => None,
    });
    let calendar = calendars.into_iter().find(|calendar| date < calendar.first || calendar.last < date)?;
    let years = [("first", words::date(calendar.first).into()), ("last", words::date(calendar.last).into())];
    Some(text::CALENDAR_OUT.with(years))
}
