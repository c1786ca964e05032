//! `day-off-night`: a pattern that keeps days off runs over midnight.
//!
//! An occurrence belongs to the day on which it starts, so the night before a day off runs into it, and the night that
//! would start on it is missing. Both are right, and neither is what everybody expects.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::lint::DAY_OFF_NIGHT;
use crate::lint::written::patterns;
use crate::lint::{Context, Group, Lint};
use crate::message::lint as text;
use crate::syntax::ast::{self, Days, DurationUnit, Extent};

pub(super) const LINT: Lint = Lint { code: &DAY_OFF_NIGHT, group: Group::Time, needs_now: false, check };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for written in patterns(cx) {
        if keeps_days_off(&written.pattern.days) && over_midnight(&written.pattern.extent) {
            let message = text::DAY_OFF_NIGHT.plain();
            let here = text::DAY_OFF_NIGHT_HERE.plain();
            let diagnostic = Diagnostic::info(&DAY_OFF_NIGHT, message, written.pattern.span, here)
                .help(text::DAY_OFF_NIGHT_HELP.plain());
            out.push(diagnostic);
        }
    }
}

fn keeps_days_off(days: &Days) -> bool {
    match days {
        Days::WorkdaysOf(_) | Days::DaysOffOf(_) => true,
        Days::Daily | Days::Weekdays | Days::Of(_) | Days::MonthDays(_) | Days::MonthLast | Days::YearDay(_) => false,
    }
}

fn over_midnight(extent: &Extent) -> bool {
    match extent {
        // Times are written with two digits each, so their texts sort as they do.
        Extent::Times(start, end) => end.text < start.text,
        Extent::For(start, number, unit, _) => {
            let start = minutes(start);
            let length: Option<u32> = number.text.parse().ok();
            match unit {
                DurationUnit::Minutes => start + length.unwrap_or(0) > 1440,
                DurationUnit::Hours => start + length.unwrap_or(0).saturating_mul(60) > 1440,
                DurationUnit::Days | DurationUnit::Weeks => start > 0 || length.unwrap_or(0) > 1,
            }
        }
        Extent::AllDay => false,
    }
}

fn minutes(time: &ast::TimeOfDay) -> u32 {
    let mut parts = time.text.split(':').map(|part| part.parse::<u32>().unwrap_or(0));
    parts.next().unwrap_or(0).saturating_mul(60).saturating_add(parts.next().unwrap_or(0)).min(1440)
}
