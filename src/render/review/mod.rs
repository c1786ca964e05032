//! What a change does to access, for reviewers: as text for a terminal, as the comment of a pull request, as JSON.

mod human;
mod json;
mod markdown;
mod sentence;

pub use human::review_human;
pub use json::review_json;
pub use markdown::{broken_markdown, review_markdown};

use crate::diff::{Danger, Difference, Kind, What};
use crate::message::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that a review shows.
#[derive(Debug)]
pub struct Review<'a> {
    /// What changed.
    pub difference: &'a Difference,
    /// What the base is called.
    pub base: &'a str,
    /// What the head is called.
    pub head: &'a str,
    /// Findings of the head that the base has not, the worst first.
    pub findings: Vec<NewFinding>,
    /// Findings of the base that the head has not.
    pub fixed: usize,
    /// Gates that were asked for, and whether they let it through.
    pub gates: Vec<(&'static str, bool)>,
    /// The reader's language.
    pub lang: Lang,
}

/// A finding that the base has not.
#[derive(Debug, Clone)]
pub struct NewFinding {
    /// Its code.
    pub code: &'static str,
    /// `error`, `warning` or `info`.
    pub severity: &'static str,
    /// In words.
    pub message: crate::message::Message,
    /// The file, as in the head's source set.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

impl Review<'_> {
    /// How many changes go one way, and for how many people.
    fn counts(&self, gain: bool) -> (usize, usize) {
        let changes = || self.difference.changes.iter().filter(|change| change.gain == gain);
        let people: BTreeSet<&str> = changes().flat_map(|c| &c.people).map(|person| person.id.as_str()).collect();
        (changes().count(), people.len())
    }

    /// Sensitive rights, with those who gain and lose them.
    fn sensitive(&self) -> BTreeMap<What, [BTreeSet<&str>; 2]> {
        let mut found: BTreeMap<What, [BTreeSet<&str>; 2]> = BTreeMap::new();
        let high = |danger: Danger| danger.is_high();
        for change in self.difference.changes.iter().filter(|change| high(change.danger) && change.kind != Kind::Time) {
            for what in &change.what {
                let [gaining, losing] = found.entry(what.clone()).or_default();
                let list = if change.gain { gaining } else { losing };
                list.extend(change.people.iter().map(|person| person.id.as_str()));
            }
        }
        found.retain(|_, [gaining, losing]| !gaining.is_empty() || !losing.is_empty());
        found
    }
}
