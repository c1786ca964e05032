//! `last reviewed 2026-09-30 review every quarter`

use super::context::{Cx, Site};
use super::instant;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::clock as codes;
use crate::message::clock as text;
use crate::model::Review;
use crate::source::Span;
use crate::syntax::ast::{self, ReviewEvery};
use crate::time::Date;

/// The longest interval, in days.
const MOST_DAYS: i32 = 3660;

/// When a role was reviewed and when it is due.
pub(super) fn review(cx: &mut Cx<'_>, site: Site<'_>, span: Span, written: &ast::Reviewed) -> Review {
    let every = written.every.as_ref().and_then(|every| interval(cx, every));
    let mut review = Review { last: None, due: None, origin: site.origin(span) };
    let Some(last) = &written.last else { return review };
    let Some(zone) = cx.zone_for(site.package, None) else { return review };
    let Some(date) = cx.date(last) else { return review };
    review.last = cx.clock.zone(zone).and_then(|zone| zone.day_start(date));
    review.due = every.and_then(|every| due(date, &every)).and_then(|due| {
        let zone = cx.clock.zone(zone)?;
        // A day that the zone never had is over when the next one begins.
        zone.day_start(due).or_else(|| zone.day_end(due))
    });
    review
}

enum Interval {
    Days(i32),
    Months(i32),
}

fn interval(cx: &mut Cx<'_>, every: &ReviewEvery) -> Option<Interval> {
    Some(match every {
        ReviewEvery::Week => Interval::Days(7),
        ReviewEvery::Month => Interval::Months(1),
        ReviewEvery::Quarter => Interval::Months(3),
        ReviewEvery::HalfYear => Interval::Months(6),
        ReviewEvery::Year => Interval::Months(12),
        ReviewEvery::Days(number) => {
            let days = number.text.parse::<i32>().ok().filter(|days| (1..=MOST_DAYS).contains(days));
            if days.is_none() {
                cx.out.push(Diagnostic::error(
                    &codes::BAD_DURATION,
                    text::DURATION.with([("text", (&*number.text).into())]),
                    number.span,
                    text::DURATION_HERE.with([("most", (MOST_DAYS as usize).into())]),
                ));
            }
            Interval::Days(days?)
        }
    })
}

fn due(last: Date, every: &Interval) -> Option<Date> {
    match every {
        Interval::Days(days) => Some(Date(last.0 + days)),
        Interval::Months(months) => instant::add_months(last, *months),
    }
}
