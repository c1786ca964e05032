//! [`Baseline`]: findings that were there when a team began, so that only new ones are reported.
//!
//! A finding is known again by its fingerprint, which is about what it means, not about where it stands. `project` reads
//! and writes the file.

use super::{Settings, rule};
use crate::diagnostic::{Diagnostic, fingerprint};
use crate::source::SourceSet;
use std::collections::BTreeMap;

/// What was there, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    /// Equal findings are one entry.
    pub entries: Vec<Entry>,
}

/// Findings that mean the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The rule.
    pub rule: String,
    /// What they are about, for whoever reads the file.
    pub about: Vec<String>,
    /// What they mean.
    pub fingerprint: String,
    /// How many there were.
    pub count: usize,
}

/// What a baseline says of the findings of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Findings that it holds.
    pub findings: Vec<Diagnostic>,
    /// Findings that it holds and that are gone.
    pub gone: usize,
    /// What is left of it.
    pub left: Baseline,
}

impl Baseline {
    /// Of findings that a baseline may take in.
    pub fn of(sources: &SourceSet, diagnostics: &[Diagnostic], settings: &Settings) -> Self {
        let mut counts: BTreeMap<(String, Vec<String>, String), usize> = BTreeMap::new();
        for diagnostic in diagnostics.iter().filter(|diagnostic| settings.may_be_in_baseline(diagnostic)) {
            let print = fingerprint(sources, diagnostic);
            let key = (diagnostic.code.name.to_owned(), about(sources, diagnostic), print);
            *counts.entry(key).or_default() += 1;
        }
        let entry = |((rule, about, fingerprint), count)| Entry { rule, about, fingerprint, count };
        Self { entries: counts.into_iter().map(entry).collect() }
    }

    /// Takes out of `diagnostics` what was there before.
    pub fn take_out(
        &self,
        sources: &SourceSet,
        (now, settings): (Option<i64>, &Settings),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Known {
        let mut left: BTreeMap<&str, usize> = BTreeMap::new();
        for entry in &self.entries {
            *left.entry(&entry.fingerprint).or_default() += entry.count;
        }
        let mut known = Known::default();
        let mut new = Vec::with_capacity(diagnostics.len());
        for diagnostic in diagnostics.drain(..) {
            let taken = settings.may_be_in_baseline(&diagnostic) && {
                let print = fingerprint(sources, &diagnostic);
                let count = left.get_mut(print.as_str());
                count.filter(|count| **count > 0).map(|count| *count -= 1).is_some()
            };
            if taken { known.findings.push(diagnostic) } else { new.push(diagnostic) }
        }
        *diagnostics = new;
        for entry in &self.entries {
            // What was not looked for cannot be told from what is gone.
            let looked = rule(&entry.rule)
                .is_none_or(|rule| settings.asks(rule.code.name) && (now.is_some() || !rule.needs_now));
            let unmet = left.get_mut(entry.fingerprint.as_str());
            let gone = unmet.filter(|_| looked).map_or(0, |unmet| {
                let gone = (*unmet).min(entry.count);
                *unmet -= gone;
                gone
            });
            known.gone += gone;
            if entry.count > gone {
                known.left.entries.push(Entry { count: entry.count - gone, ..entry.clone() });
            }
        }
        known
    }

    /// Findings in all.
    pub fn findings(&self) -> usize {
        self.entries.iter().map(|entry| entry.count).sum()
    }
}

/// The names, else the line that it points at.
fn about(sources: &SourceSet, diagnostic: &Diagnostic) -> Vec<String> {
    if !diagnostic.about.is_empty() {
        return diagnostic.about.clone();
    }
    let span = diagnostic.primary.span;
    let line = sources.file(span.file).and_then(|file| {
        let start = file.lines().start(file.lines().line(span.start))? as usize;
        file.text.get(start..)?.lines().next()
    });
    vec![line.unwrap_or("").split_whitespace().collect::<Vec<_>>().join(" ")]
}
