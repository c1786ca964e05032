//! Opinions over a [`Model`] and its [`Analysis`]: the findings that the language names, and waivers of them.
//!
//! A rule is one file under `rules` and one line of [`ALL`]; it reads facts, changes nothing and decides nothing. The
//! name of a rule is the name of its code. Findings about dates need to be told what "now" is. What a team asks of the
//! rules is [`Settings`]; who read them where is no concern of this stage.

mod apart;
mod baseline;
mod budgets;
mod conditioned;
mod context;
mod counted;
mod crowds;
mod elsewhere;
mod given;
mod gives;
mod group;
mod holders;
mod level;
mod listed;
mod named;
mod overlapping;
mod persons;
mod powers;
mod rules;
pub mod settings;
mod shown;
mod statements;
mod sweeping;
mod waiver;
mod written;

pub use baseline::{Baseline, Entry, Known};
pub use budgets::{Budget, Budgets, Unit};
pub use context::Context;
pub use group::Group;
pub use level::Level;
pub use settings::Settings;
pub use waiver::{Waiver, Waivers, waive};

use crate::diagnostic::{Code, Diagnostic};

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Lint {
    /// What it reports; its name is the rule's name.
    pub code: &'static Code,
    /// What it is about.
    pub group: Group,
    /// Whether it finds nothing unless it is told what "now" is.
    pub needs_now: bool,
    /// Whether it is run only where a level is set for it, or it is asked for by name: right for some teams and not for
    /// others.
    pub optional: bool,
    /// Appends what it finds.
    pub check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

impl Lint {
    /// A rule that is always run and finds nothing; a rule is written as what it has of its own and this.
    const fn new(code: &'static Code, group: Group) -> Self {
        Self { code, group, needs_now: false, optional: false, check: |_, _| {} }
    }

    /// Its level where none is written: the worst that a finding of it has, or none at all.
    pub fn level(&self) -> Level {
        if self.optional { Level::Off } else { self.code.level.into() }
    }
}

/// Every rule of this stage, by name.
pub const ALL: &[Lint] = rules::ALL;

/// Every rule that has a level and can be waived: those of this stage, and findings that other stages make.
pub fn rules() -> impl Iterator<Item = &'static Lint> {
    ALL.iter().chain(elsewhere::ALL)
}

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Lint> {
    rules().find(|rule| rule.code.name == name)
}

/// Every finding of every rule that is asked for, levels and waivers not yet looked at.
pub fn findings(cx: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for lint in ALL.iter().filter(|lint| cx.settings.asks(lint.code.name)) {
        (lint.check)(cx, &mut found);
    }
    found
}
