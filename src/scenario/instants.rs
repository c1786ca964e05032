//! Whether an answer is the same at every instant, for tests that give none.

use super::ask::{Answer, ask};
use super::request::Question;
use crate::model::Model;
use crate::table::Table;
use crate::time::{FOREVER, FOREVER_AGO, TimeTable, ZoneId, load_zone, local};
use std::collections::BTreeSet;

/// Absolute edges that are visited.
const EDGES: usize = 4096;
/// Steps from one `valid_until` to the next after each stretch of recurring windows: more than a year of daily ones.
const STEPS: usize = 1000;
/// 2026-01-01: where recurring windows are looked at if the policy has no absolute edge.
const START: i64 = 1_767_225_600_000;

/// Two instants with different answers.
#[derive(Debug)]
pub(super) struct Variation {
    /// One of them, with its answer.
    pub(super) first: (i64, Answer),
    /// The other.
    pub(super) second: (i64, Answer),
}

/// Two instants at which the answers to `question` differ. `None` if it names its instant, or none were found: every
/// absolute edge of the policy is visited, and from the first and the last of them the answer's own `valid_until` is
/// followed for more than a year.
pub(super) fn variation(model: &Model, table: &Table<'_>, question: &Question<'_>) -> Option<Variation> {
    if question.instant.is_some() {
        return None;
    }
    let mut edges: BTreeSet<i64> = [START].into();
    let mut recurring = false;
    for window in &model.windows {
        edges.extend([window.from, window.until].into_iter().filter(|at| *at != FOREVER && *at != FOREVER_AGO));
        recurring |= !window.recurring.is_empty();
    }
    let earliest = edges.first().map_or(START, |first| first.saturating_sub(60_000));
    edges.insert(earliest);
    let base = (earliest, ask(table, question, earliest));
    let walk = |mut at: i64, steps: usize| {
        for _ in 0..steps {
            let answer = ask(table, question, at);
            if !answer.same(&base.1) {
                return Some((at, answer));
            }
            match answer.valid_until {
                Some(next) if next > at => at = next,
                _ => return None,
            }
        }
        None
    };
    let mut second = edges.iter().take(EDGES).find_map(|at| walk(*at, 1));
    if second.is_none() && recurring {
        second = [edges.first(), edges.last(), Some(&START)].into_iter().flatten().find_map(|at| walk(*at, STEPS));
    }
    Some(Variation { second: second?, first: base })
}

/// `2026-11-23 10:00` in the zone of that name, with seconds only where there are any.
pub(super) fn show(instant: i64, zone: &str) -> String {
    let zones = load_zone(zone).into_iter().collect();
    let table = TimeTable { zones, ..TimeTable::default() };
    let Some((date, millis)) = local(&table, ZoneId(0), instant) else { return instant.to_string() };
    let (year, month, day) = date.ymd();
    let seconds = millis / 1000;
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let seconds = if rest == 0 { String::new() } else { format!(":{rest:02}") };
    format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02}{seconds}")
}
