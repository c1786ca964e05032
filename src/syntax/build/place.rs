//! `unit`, `network`, `calendar`.

use super::Builder;
use crate::source::Span;
use crate::syntax::ast::{Calendar, CalendarItem, CalendarItemKind, DateRange, ItemKind, Network, Unit, Weekday};
use crate::syntax::error;
use crate::syntax::grammar::{At, Rule};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// `unit HQ { … }`
    pub(super) fn unit(&mut self, at: At<'_>) -> Option<Unit> {
        let span = self.span(at);
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let body = parts.eat(Rule::unit_body);
        let units = body.map(|body| self.unit_lines(body)).unwrap_or_default();
        Some(Unit { span, declared, units, braces: body.is_some() })
    }

    /// Units in braces.
    pub(super) fn unit_lines(&mut self, body: At<'_>) -> Box<[Unit]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut units = Vec::new();
        for line in lines {
            if line.rule() == Rule::unit {
                self.good(line);
                units.extend(self.unit(line));
            } else {
                self.other(line, Block::Unit, open);
            }
        }
        units.into()
    }

    /// `network n = 10.0.0.0/8`
    pub(super) fn network(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let mut blocks = Vec::new();
        for block in parts.filter(|part| part.rule() == Rule::address_block) {
            let block = self.text(block);
            let address = block.text.split_once('/').map_or(&*block.text, |(address, _)| address);
            if !is_address(address) {
                let error = error::not_an_address(&block.text, block.span);
                self.report(error);
            }
            blocks.push(block);
        }
        Some(ItemKind::Network(Network { declared, blocks: blocks.into() }))
    }

    /// `calendar c covers 2026 { … }`
    pub(super) fn calendar(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let first = parts.seek(Rule::year)?;
        let first = self.number(first);
        let mut last = None;
        if parts.has(Rule::kw_through) {
            last = parts.eat(Rule::year).map(|year| self.number(year));
        }
        let items = self.calendar_lines(parts.eat(Rule::calendar_body)?);
        Some(ItemKind::Calendar(Calendar { declared, covers: (first, last), items }))
    }

    /// The lines of a calendar.
    pub(super) fn calendar_lines(&mut self, body: At<'_>) -> Box<[CalendarItem]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut items = Vec::new();
        for line in lines {
            if matches!(line.rule(), Rule::weekend | Rule::off_days | Rule::work_days) {
                let span = self.good(line);
                items.push(CalendarItem { span, kind: self.calendar_line(line) });
            } else {
                self.other(line, Block::Calendar, open);
            }
        }
        items.into()
    }

    fn calendar_line(&mut self, at: At<'_>) -> CalendarItemKind {
        if at.rule() == Rule::weekend {
            return CalendarItemKind::Weekend(self.weekdays(at));
        }
        let mut ranges = Vec::new();
        for range in at.inside().filter(|part| part.rule() == Rule::date_range) {
            let mut dates = range.inside().filter(|part| part.rule() == Rule::date);
            if let Some(first) = dates.next() {
                let first = self.date(first);
                ranges.push(DateRange { first, last: dates.next().map(|last| self.date(last)) });
            }
        }
        let ranges = ranges.into();
        if at.rule() == Rule::off_days { CalendarItemKind::Off(ranges) } else { CalendarItemKind::Work(ranges) }
    }

    /// The days of the week inside `at`.
    pub(super) fn weekdays(&mut self, at: At<'_>) -> Box<[(Weekday, Span)]> {
        let mut days = Vec::new();
        for day in at.inside().filter(|part| part.rule() == Rule::weekday) {
            let which = match self.raw(day) {
                "Monday" => Weekday::Monday,
                "Tuesday" => Weekday::Tuesday,
                "Wednesday" => Weekday::Wednesday,
                "Thursday" => Weekday::Thursday,
                "Friday" => Weekday::Friday,
                "Saturday" => Weekday::Saturday,
                _ => Weekday::Sunday,
            };
            days.push((which, self.span(day)));
        }
        days.into()
    }
}

/// Whether `text` has the shape of an address; whether it is one, and a block, is `resolve`'s to say.
pub(super) fn is_address(text: &str) -> bool {
    let colons = text.bytes().filter(|byte| *byte == b':').count();
    let dots = text.bytes().filter(|byte| *byte == b'.').count();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let hex = text.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.'));
    (colons == 0 && dots == 3 && digits) || (colons >= 2 && hex)
}
