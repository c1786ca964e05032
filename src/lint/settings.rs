//! [`Settings`]: what a team asks of the rules, resolved: for each rule its level, and how much is too much.
//!
//! Read from `rolecall.toml` and the command line by others; a stage that looks for findings is handed it.

use super::{Budgets, Level};
use crate::diagnostic::{Diagnostic, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// By name of rule; a rule that is not there judges its findings itself.
    pub levels: BTreeMap<&'static str, Level>,
    /// Rules whose findings nobody may waive.
    pub never_waive: BTreeSet<&'static str>,
    /// The only rules that are asked for; `None` for all.
    pub only: Option<BTreeSet<&'static str>>,
    /// Days from now that a waiver may run; `None` for as long as it says.
    pub longest_waiver: Option<u32>,
    /// How much is too much.
    pub budgets: Budgets,
}

/// What holds where nothing is written.
pub static DEFAULT: Settings = Settings {
    levels: BTreeMap::new(),
    never_waive: BTreeSet::new(),
    only: None,
    longest_waiver: None,
    budgets: Budgets::DEFAULT,
};

impl Settings {
    /// Whether the findings of a rule are asked for.
    pub fn asks(&self, rule: &str) -> bool {
        self.levels.get(rule) != Some(&Level::Off) && self.only.as_ref().is_none_or(|only| only.contains(rule))
    }

    /// Drops findings that nobody asks for and gives the others their level. Errors of the language have none.
    pub fn apply(&self, diagnostics: &mut Vec<Diagnostic>) {
        if self.levels.is_empty() && self.only.is_none() {
            return;
        }
        diagnostics.retain(|diagnostic| !diagnostic.code.is_finding() || self.asks(diagnostic.code.name));
        for diagnostic in diagnostics.iter_mut().filter(|diagnostic| diagnostic.code.is_finding()) {
            let level = self.levels.get(diagnostic.code.name).and_then(|level| level.severity());
            diagnostic.severity = level.unwrap_or(diagnostic.severity);
        }
    }

    /// Whether a finding may be waived. What makes the policy wrong may not, and `never_waive` names more.
    pub fn may_waive(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.code.is_finding() && !self.never_waive.contains(diagnostic.code.name)
    }

    /// Whether a baseline may take a finding in: it names nobody who answers for it and no date, so it takes no error.
    pub fn may_be_in_baseline(&self, diagnostic: &Diagnostic) -> bool {
        diagnostic.severity != Severity::Error && self.may_waive(diagnostic)
    }
}
