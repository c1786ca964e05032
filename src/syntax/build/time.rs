//! Patterns and `hours`.

use super::Builder;
use crate::syntax::ast::{Days, DurationUnit, Extent, Hours, ItemKind, Pattern};
use crate::syntax::grammar::{At, Rule};

impl Builder<'_> {
    /// `hours h = …`
    pub(super) fn hours(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let mut patterns = Vec::new();
        for pattern in parts.filter(|part| part.rule() == Rule::pattern) {
            patterns.extend(self.pattern(pattern));
        }
        Some(ItemKind::Hours(Hours { declared, patterns: patterns.into() }))
    }

    /// `weekdays 09:00 to 18:00 in "Asia/Shanghai"`
    pub(super) fn pattern(&mut self, at: At<'_>) -> Option<Pattern> {
        let span = self.span(at);
        let mut parts = at.inside();
        let days = parts.next()?;
        let days = self.days(days)?;
        let extent = parts.next()?;
        let extent = self.extent(extent)?;
        let zone = parts.eat(Rule::in_zone).and_then(|zone| self.string_of(zone));
        Some(Pattern { span, days, extent, zone })
    }

    fn days(&mut self, at: At<'_>) -> Option<Days> {
        Some(match at.rule() {
            Rule::kw_daily => Days::Daily,
            Rule::kw_weekdays => Days::Weekdays,
            Rule::weekday_list => Days::Of(self.weekdays(at)),
            Rule::workdays_of => Days::WorkdaysOf(self.name_of(at, Rule::name)?),
            Rule::days_off_of => Days::DaysOffOf(self.name_of(at, Rule::name)?),
            Rule::month_last => Days::MonthLast,
            Rule::month_days => {
                let mut days = Vec::new();
                for day in at.inside().filter(|part| part.rule() == Rule::number) {
                    days.push(self.number(day));
                }
                Days::MonthDays(days.into())
            }
            Rule::year_day => {
                let day = at.inside().seek(Rule::month_day)?;
                Days::YearDay(self.text(day))
            }
            _ => return None,
        })
    }

    fn extent(&mut self, at: At<'_>) -> Option<Extent> {
        let mut parts = at.inside();
        Some(match at.rule() {
            Rule::times => {
                let first = parts.seek(Rule::time)?;
                let last = parts.seek(Rule::time)?;
                Extent::Times(self.time(first), self.time(last))
            }
            Rule::lasting => {
                let start = parts.seek(Rule::time)?;
                let count = parts.seek(Rule::number)?;
                let unit = parts.seek(Rule::duration_word)?;
                let unit = match self.raw(unit).as_bytes().first() {
                    Some(b'm') => DurationUnit::Minutes,
                    Some(b'h') => DurationUnit::Hours,
                    Some(b'd') => DurationUnit::Days,
                    _ => DurationUnit::Weeks,
                };
                Extent::For(self.time(start), self.number(count), unit, self.span(at))
            }
            _ => Extent::AllDay,
        })
    }
}
