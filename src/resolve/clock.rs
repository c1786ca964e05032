//! Zones, dates and windows: from what is written to instants.

use super::context::{Cx, Site};
use super::instant::{self, DateError, Zone};
use super::space::Space;
use crate::diagnostic::codes::clock as codes;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::message::{clock as text, resolve as name_text};
use crate::model::WindowId;
use crate::source::{PackageId, Span};
use crate::syntax::ast;
use crate::time::{self, Date, FOREVER, FOREVER_AGO, PatternId, Reading, Recurring, Window, ZoneId};

/// A position in the clock's zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ZoneHandle(usize);

/// Zones met so far.
#[derive(Debug, Default)]
pub(super) struct Clock {
    /// The zone of each package's header.
    packages: Vec<Option<ZoneHandle>>,
    /// Packages whose zone is not known.
    pub(super) unknown: Vec<PackageId>,
    zones: Vec<Known>,
}

#[derive(Debug)]
struct Known {
    name: Box<str>,
    zone: Zone,
    /// Where it stands in the model, once a pattern uses it; `None` inside if it cannot.
    id: Option<Option<ZoneId>>,
}

impl Clock {
    /// Notes the zone of a package.
    pub(super) fn set_package(&mut self, package: PackageId, zone: ZoneHandle) {
        let index = package.0 as usize;
        if index >= self.packages.len() {
            self.packages.resize(index + 1, None);
        }
        if let Some(slot) = self.packages.get_mut(index) {
            *slot = Some(zone);
        }
    }

    fn handle(&mut self, name: &str) -> Option<ZoneHandle> {
        if let Some(index) = self.zones.iter().position(|known| &*known.name == name) {
            return Some(ZoneHandle(index));
        }
        let zone = if name == "UTC" { Zone::utc() } else { Zone::find(name)? };
        self.zones.push(Known { name: name.into(), zone, id: None });
        Some(ZoneHandle(self.zones.len() - 1))
    }

    /// The zone itself.
    pub(super) fn zone(&self, handle: ZoneHandle) -> Option<&Zone> {
        self.zones.get(handle.0).map(|known| &known.zone)
    }

    fn name(&self, handle: ZoneHandle) -> &str {
        self.zones.get(handle.0).map_or("UTC", |known| &known.name)
    }
}

impl Cx<'_> {
    /// A zone by its name.
    pub(super) fn named_zone(&mut self, written: &ast::Text) -> Option<ZoneHandle> {
        let found = self.clock.handle(&written.text);
        if found.is_none() {
            let names = instant::zone_names();
            let near = match &*written.text {
                // The zone of all of China has the name of its largest city.
                "Asia/Beijing" | "Asia/Peking" | "China" | "CST" => Some("Asia/Shanghai"),
                text => did_you_mean(text, names.iter().map(String::as_str)),
            };
            let diagnostic = Diagnostic::error(
                &codes::UNKNOWN_ZONE,
                text::UNKNOWN_ZONE.with([("name", (&*written.text).into())]),
                written.span,
                text::UNKNOWN_ZONE_HERE.plain(),
            );
            self.out.push(match near {
                Some(near) => diagnostic.help(name_text::DID_YOU_MEAN.with([("name", near.into())])),
                None => diagnostic.help(text::UNKNOWN_ZONE_HELP.plain()),
            });
        }
        found
    }

    /// The zone in which a statement's times are read: as written, else the package's. The times of a
    /// package without one (its header is wrong or not there, which was reported) are read as UTC, so that the rest can
    /// be checked.
    pub(super) fn zone_for(&mut self, package: PackageId, written: Option<&ast::Text>) -> Option<ZoneHandle> {
        if let Some(written) = written {
            return self.named_zone(written);
        }
        if let Some(Some(zone)) = self.clock.packages.get(package.0 as usize) {
            return Some(*zone);
        }
        self.clock.handle("UTC")
    }

    /// The zone as data of the model, for patterns.
    pub(super) fn zone_id(&mut self, handle: ZoneHandle, span: Span) -> Option<ZoneId> {
        let known = self.clock.zones.get_mut(handle.0)?;
        if let Some(id) = known.id {
            return id;
        }
        let loaded = time::load_zone(&known.name);
        let id = loaded.is_ok().then_some(ZoneId(self.model.time.zones.len() as u32));
        known.id = Some(id);
        match loaded {
            Ok(zone) => self.model.time.zones.push(zone),
            Err(_) => self.out.push(Diagnostic::error(
                &codes::UNKNOWN_ZONE,
                text::IRREGULAR_ZONE.with([("name", (&*known.name).into())]),
                span,
                text::IRREGULAR_ZONE_HERE.plain(),
            )),
        }
        id
    }

    /// A date as written.
    pub(super) fn date(&mut self, written: &ast::DateTime) -> Option<Date> {
        match instant::parse_date(&written.date) {
            Ok(date) => Some(date),
            Err(error) => {
                let (message, label) = match error {
                    DateError::Impossible => (&text::BAD_DATE, &text::BAD_DATE_HERE),
                    DateError::OutOfRange => (&text::OUT_OF_RANGE, &text::OUT_OF_RANGE_HERE),
                };
                self.out.push(Diagnostic::error(
                    &codes::BAD_DATE,
                    message.with([("text", (&*written.date).into())]),
                    written.span,
                    label.plain(),
                ));
                None
            }
        }
    }

    /// A time of day in minutes, at most 1440.
    pub(super) fn time_of_day(&mut self, written: &ast::TimeOfDay) -> Option<u16> {
        let found = parse_time(&written.text);
        if found.is_none() {
            self.out.push(Diagnostic::error(
                &codes::BAD_TIME,
                text::BAD_TIME.with([("text", (&*written.text).into())]),
                written.span,
                text::BAD_TIME_HERE.plain(),
            ));
        }
        found
    }

    /// A time of day at which something starts.
    pub(super) fn start_of_day(&mut self, written: &ast::TimeOfDay) -> Option<u16> {
        let minutes = self.time_of_day(written)?;
        if minutes == 1440 {
            self.out.push(
                Diagnostic::error(&codes::BAD_TIME, text::TIME_24.plain(), written.span, text::BAD_TIME_HERE.plain())
                    .help(text::TIME_24_HELP.plain()),
            );
            return None;
        }
        Some(minutes)
    }

    /// The instant of a date or local time, with the later or the earlier reading.
    pub(super) fn instant(&mut self, written: &ast::DateTime, zone: ZoneHandle, later: bool) -> Option<i64> {
        let date = self.date(written)?;
        match &written.time {
            None => self.day_start(date, zone, written),
            Some(time) => {
                let minutes = self.start_of_day(time)?;
                let (early, late) = self.clock.zone(zone)?.readings(date, minutes)?;
                Some(if later { late } else { early })
            }
        }
    }

    /// The first instant of a date.
    fn day_start(&mut self, date: Date, zone: ZoneHandle, written: &ast::DateTime) -> Option<i64> {
        let found = self.clock.zone(zone)?.day_start(date);
        if found.is_none() {
            self.out.push(Diagnostic::error(
                &codes::DATE_SKIPPED,
                text::DATE_SKIPPED.with([("text", (&*written.date).into()), ("zone", self.clock.name(zone).into())]),
                written.span,
                text::DATE_SKIPPED_HERE.plain(),
            ));
        }
        found
    }

    /// The first instant after a date that is still included.
    pub(super) fn through(&mut self, written: &ast::DateTime, zone: ZoneHandle) -> Option<i64> {
        // A time of day behind `through` was reported by the parser.
        let date = self.date(written).filter(|_| written.time.is_none())?;
        self.day_start(date, zone, written)?;
        self.clock.zone(zone)?.day_end(date)
    }

    /// A date without time of day, after a word that takes only dates.
    pub(super) fn date_only(&mut self, written: &ast::DateTime, word: &str) -> Option<Date> {
        if written.time.is_none() {
            return self.date(written);
        }
        self.out.push(Diagnostic::error(
            &codes::DATE_ONLY,
            text::DATE_ONLY.with([("word", word.into())]),
            written.span,
            text::DATE_ONLY_HERE.plain(),
        ));
        None
    }

    /// A window. What is wrong in it is reported and left out, which makes it wider: no table is built then anyway,
    /// and the checks that follow do not stumble over it.
    pub(super) fn window(&mut self, site: Site<'_>, written: &ast::Window, reading: Reading) -> WindowId {
        if written.span.is_none() {
            return WindowId::ALWAYS;
        }
        let window = self.open_window(site, written, reading, Vec::new());
        self.arena.window(window)
    }

    /// The window of an assignment or delegation in both readings: when it surely runs, and when it may. They differ only
    /// where something recurs or a written local time is skipped or doubled.
    pub(super) fn both_readings(&mut self, site: Site<'_>, written: &ast::Window) -> (WindowId, WindowId) {
        if written.span.is_none() {
            return (WindowId::ALWAYS, WindowId::ALWAYS);
        }
        let narrow = self.open_window(site, written, Reading::Gives, Vec::new());
        // What is wrong in it was said once.
        let said = self.out.len();
        let wide = self.open_window(site, written, Reading::Takes, Vec::new());
        self.out.truncate(said);
        let same = wide.recurring.is_empty() && (narrow.from, narrow.until) == (wide.from, wide.until);
        let narrow = self.arena.window(narrow);
        (narrow, if same { narrow } else { self.arena.window(wide) })
    }

    /// [`Self::window`] before it is interned, with recurring parts of its own.
    pub(super) fn open_window(
        &mut self,
        site: Site<'_>,
        written: &ast::Window,
        reading: Reading,
        mut recurring: Vec<Recurring>,
    ) -> Window {
        let (from, until) = self.bounds(site, written, reading);
        if let Some(pattern) = &written.recurring {
            recurring.extend(
                self.pattern(site.package, pattern)
                    .map(|pattern| Recurring { patterns: vec![pattern], negated: false }),
            );
        }
        for (clauses, negated) in [(&written.during, false), (&written.outside, true)] {
            for hours in clauses {
                let patterns = self.hours(site.package, hours);
                if !patterns.is_empty() {
                    recurring.push(Recurring { patterns, negated });
                }
            }
        }
        Window { from, until, recurring, reading }
    }

    fn bounds(&mut self, site: Site<'_>, written: &ast::Window, reading: Reading) -> (i64, i64) {
        let dates = [&written.from, &written.through, &written.before];
        let Some(first) = dates.iter().find_map(|date| date.as_ref()) else { return (FOREVER_AGO, FOREVER) };
        let Some(zone) = self.zone_for(site.package, written.zone.as_ref()) else {
            return (FOREVER_AGO, FOREVER);
        };
        let gives = reading == Reading::Gives;
        let from = written.from.as_ref().and_then(|date| self.instant(date, zone, gives));
        let through = written.through.as_ref().and_then(|date| self.through(date, zone));
        let before = written.before.as_ref().and_then(|date| self.instant(date, zone, !gives));
        let from = from.unwrap_or(FOREVER_AGO);
        let until = through.unwrap_or(FOREVER).min(before.unwrap_or(FOREVER));
        if from < until {
            return (from, until);
        }
        let end = written.before.as_ref().or(written.through.as_ref()).unwrap_or(first);
        let mut diagnostic =
            Diagnostic::error(&codes::EMPTY_WINDOW, text::EMPTY.plain(), end.span, text::EMPTY_HERE.plain())
                .help(text::EMPTY_HELP.plain());
        if let Some(start) = &written.from {
            diagnostic = diagnostic.and(start.span, text::EMPTY_START_HERE.plain());
        }
        self.out.push(diagnostic);
        (FOREVER_AGO, FOREVER)
    }

    /// The patterns of named hours, together; sorted, without repeats.
    pub(super) fn hours(&mut self, package: PackageId, names: &[ast::Name]) -> Vec<PatternId> {
        let mut patterns = Vec::new();
        for name in names {
            let found = self.find(package, Space::Hours, name);
            if let Some(hours) = found.and_then(|id| self.model.hours.get(id as usize)) {
                patterns.extend(&hours.patterns);
            }
        }
        patterns.sort_unstable();
        patterns.dedup();
        patterns
    }
}

/// `09:00`, `24:00`
fn parse_time(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= 1440).then_some(total)
}
