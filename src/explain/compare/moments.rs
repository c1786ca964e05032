//! Instants at which two policies are asked: one for each combination in which the windows concerned can be open.

use crate::model::Model;
use crate::time::{Atlas, FOREVER, Pattern, PatternId, Recurring, TimeTable, Window};
use std::collections::{BTreeMap, BTreeSet};

/// Edges that are walked along, from the instant asked about on, so that examples lie near it.
const STEPS: usize = 2_000;
/// How far, in milliseconds: 400 days, so that what comes each year comes.
const HORIZON: i64 = 400 * 24 * 3_600_000;
/// Edges that an atlas of all time may take.
const EDGES: usize = 40_000;
/// Instants that are asked about, at most.
const INSTANTS: usize = 200;

/// The time of two policies in one table, and what was found so far.
pub(super) struct Moments {
    table: TimeTable,
    /// The patterns of the second policy in the one table; `None` if the two do not fit together.
    patterns: Option<Vec<PatternId>>,
    from: i64,
    known: BTreeMap<Vec<String>, (Vec<i64>, bool)>,
}

impl Moments {
    pub(super) fn new(before: &Model, after: &Model, from: i64) -> Self {
        let mut table = before.time.clone();
        // Zones and calendars are few and only ever added at the end.
        let longer =
            |a: &TimeTable, b: &TimeTable| a.zones.starts_with(&b.zones) && a.calendars.starts_with(&b.calendars);
        if longer(&after.time, &table) {
            table.zones.clone_from(&after.time.zones);
            table.calendars.clone_from(&after.time.calendars);
        }
        let patterns = longer(&table, &after.time).then(|| {
            let place = |pattern: &Pattern| {
                let at = table.patterns.iter().position(|known| known == pattern).unwrap_or(table.patterns.len());
                if at == table.patterns.len() {
                    table.patterns.push(*pattern);
                }
                PatternId(u32::try_from(at).unwrap_or(u32::MAX))
            };
            after.time.patterns.iter().map(place).collect()
        });
        Self { table, patterns, from, known: BTreeMap::new() }
    }

    /// Instants for every combination of windows of the first and of the second policy, the one asked about first, and
    /// whether those are all.
    pub(super) fn of(&mut self, before: &[&Window], after: &[&Window]) -> (Vec<i64>, bool) {
        let mut windows: Vec<Window> = before.iter().map(|window| (*window).clone()).collect();
        let mut whole = true;
        for window in after {
            match self.placed(window) {
                Some(window) if windows.contains(&window) => {}
                Some(window) => windows.push(window),
                None => whole = false,
            }
        }
        let key: Vec<String> = windows.iter().map(|window| format!("{window:?}")).collect();
        if let Some((instants, all)) = self.known.get(&key) {
            return (instants.clone(), *all && whole);
        }
        let (instants, all) = self.look(&windows);
        self.known.insert(key, (instants.clone(), all));
        (instants, all && whole)
    }

    /// A window of the second policy in the one table.
    fn placed(&self, window: &Window) -> Option<Window> {
        let patterns = self.patterns.as_ref();
        let recurring = window.recurring.iter().map(|recurring| {
            let ids = recurring.patterns.iter();
            let ids: Option<Vec<PatternId>> = ids.map(|id| patterns?.get(id.0 as usize).copied()).collect();
            Some(Recurring { patterns: ids?, negated: recurring.negated })
        });
        Some(Window { recurring: recurring.collect::<Option<Vec<_>>>()?, ..window.clone() })
    }

    fn look(&self, windows: &[Window]) -> (Vec<i64>, bool) {
        let mut seen: BTreeSet<Vec<bool>> = BTreeSet::new();
        let mut instants = Vec::new();
        let (mut at, mut walked) = (self.from, false);
        for _ in 0..STEPS {
            let states: Vec<_> = windows.iter().map(|window| window.state(&self.table, at)).collect();
            if seen.insert(states.iter().map(|state| state.open).collect()) {
                instants.push(at);
            }
            let next = states.iter().map(|state| state.next).min().unwrap_or(FOREVER);
            walked = next == FOREVER;
            if walked || next > self.from.saturating_add(HORIZON) {
                break;
            }
            at = next.max(at.saturating_add(1));
        }
        let mut all = walked;
        if !walked {
            let list: Vec<&Window> = windows.iter().collect();
            if let Some(atlas) = Atlas::new(&self.table, &list, EDGES) {
                all = true;
                let later = atlas.signatures.into_iter().filter(|signature| {
                    !seen.contains(&signature.open)
                        && (signature.at >= self.from || !self.is_past(windows, &signature.open))
                });
                instants.extend(later.map(|signature| signature.at));
            }
        }
        all &= instants.len() <= INSTANTS;
        instants.truncate(INSTANTS);
        (instants, all)
    }

    /// Whether a combination can only have been before the instant asked about.
    fn is_past(&self, windows: &[Window], open: &[bool]) -> bool {
        windows.iter().zip(open).any(|(window, open)| {
            let began = window.from <= self.from && window.until == FOREVER && window.recurring.is_empty();
            if *open { window.until <= self.from } else { began }
        })
    }
}
