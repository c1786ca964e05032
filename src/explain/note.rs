//! [`Note`]: what is to be known of a person before any rule is looked at, and of calendars that have run out.

use super::desk::{Desk, Package, Spot};
use crate::analysis::LocalClock;
use crate::message::{Message, effect as text};
use crate::model::Model;
use crate::runtime::Subject;
use crate::source::PackageId;
use crate::time::{CalendarId, Days, Window};
use crate::words;

/// Something to be known, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is.
    pub message: Message,
    /// Where it is written.
    pub spot: Option<Spot>,
}

/// Whether a person is skipped, gone or not there yet.
pub(super) fn of(desk: &Desk<'_>, subject: Subject<'_>, time: i64) -> Vec<Note> {
    let (Subject::Id(id), Some(package)) = (subject, &desk.package) else { return Vec::new() };
    note(desk, package, id, time).into_iter().collect()
}

fn note(desk: &Desk<'_>, package: &Package<'_>, id: &str, time: i64) -> Option<Note> {
    let model = package.model();
    let id = desk.table.user_name(desk.table.user(id)?);
    let user = model.users.iter().find(|user| model.text(user.id) == id)?;
    let window = model.window(user.window);
    let message = if user.skipped {
        text::SKIPPED.with([("user", id.into())])
    } else if time >= window.until {
        text::LEFT.with([("user", id.into()), ("at", words::instant(model, window.until).into())])
    } else if time < window.from {
        text::NOT_STARTED.with([("user", id.into()), ("at", words::instant(model, window.from).into())])
    } else {
        return None;
    };
    Some(Note { message, spot: Some(package.spot(user.origin, user.row)) })
}

/// Calendars that do not cover an instant at which what gives is shut, or what takes is open: both for want of them.
pub(super) fn calendars<'a>(
    model: &Model,
    windows: impl Iterator<Item = &'a Window>,
    takes: bool,
    time: i64,
) -> Vec<Message> {
    let entry = if takes { &text::CALENDAR_OVER_TAKES } else { &text::CALENDAR_OVER };
    let mut ids: Vec<CalendarId> = Vec::new();
    let found = windows.filter(|window| window.state(&model.time, time).open == takes);
    let patterns = found.flat_map(|window| &window.recurring).flat_map(|recurring| &recurring.patterns);
    for pattern in patterns.filter_map(|id| model.time.patterns.get(id.0 as usize)) {
        match pattern.days {
            Days::WorkdaysOf(id) | Days::DaysOffOf(id) if !ids.contains(&id) => ids.push(id),
            _ => {}
        }
    }
    let date = LocalClock::of(model, PackageId(0)).show(time).map(|(date, _)| date);
    let over = ids.into_iter().filter_map(|id| {
        let calendar = model.time.calendars.get(id.0 as usize)?;
        let covers = date.is_some_and(|date| calendar.first <= date && date <= calendar.last);
        let args = [("first", words::date(calendar.first).into()), ("last", words::date(calendar.last).into())];
        (!covers).then(|| entry.with(args))
    });
    over.collect()
}
