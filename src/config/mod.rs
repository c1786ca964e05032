//! Owns [`Config`]: what a team asks of rolecall, as `rolecall.toml` and the command line say it, each value with where it
//! came from.
//!
//! Pure: `project` reads the file, `cli` its flags. What stages need of it is `lint`'s [`Settings`](crate::lint::Settings).

mod key;
mod mistake;
mod read;
mod version;

pub use key::{Key, Kind};
pub use read::{BadLevel, read};

use crate::diagnostic::Severity;
use crate::lint::{Budgets, Group, Level, Lint, Settings, settings};
use std::collections::{BTreeMap, BTreeSet};

/// The file that it is read from.
pub const FILE_NAME: &str = "rolecall.toml";

/// What a team asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The versions of rolecall that may judge, as written.
    pub required_version: Option<String>,
    /// From which severity on a finding fails a check.
    pub fail_level: Severity,
    /// What is asked of the rules.
    pub settings: Settings,
    /// Levels as written, by name of rule or group.
    levels: BTreeMap<&'static str, Level>,
    /// Rules and groups that nobody may waive, as written.
    never_waive: BTreeSet<&'static str>,
    /// The file, as the reader would name it; `None` if there is none.
    pub path: Option<String>,
    /// Where each value that is not the default was written, by [`Key::path`] or that of a rule's level.
    origins: BTreeMap<String, Origin>,
}

/// Where a value came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody said otherwise.
    Default,
    /// This line of the file.
    Line(u32),
    /// The command line.
    CommandLine,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            required_version: None,
            fail_level: Severity::Warning,
            settings: settings::DEFAULT.clone(),
            levels: BTreeMap::new(),
            never_waive: BTreeSet::new(),
            path: None,
            origins: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Where a value came from.
    pub fn origin(&self, path: &str) -> Origin {
        self.origins.get(path).copied().unwrap_or(Origin::Default)
    }

    /// Where the level of a rule came from, and the name under which it was written: its own, else that of its group.
    pub fn level_origin(&self, rule: &Lint) -> (Origin, Option<&'static str>) {
        let names = [Some(rule.code.name), Some(rule.group.name()).filter(|_| !rule.optional)];
        let written = names.into_iter().flatten().find_map(|name| self.levels.get_key_value(name));
        written.map_or((Origin::Default, None), |(name, _)| (self.origin(&Key::level(name)), Some(*name)))
    }

    /// From which severity on a finding fails a check, as the command line says.
    pub fn set_fail_level(&mut self, level: Severity) {
        self.fail_level = level;
        self.origins.insert("fail_level".to_owned(), Origin::CommandLine);
    }

    /// The level of a rule or group, as the command line says.
    pub fn set_level(&mut self, name: &str, level: &str) -> Result<(), BadLevel> {
        let name = read::levelled(name)?;
        let level = Level::named(level).ok_or(BadLevel::Level)?;
        self.levels.insert(name, level);
        // On the command line a group speaks for all its rules, whatever the file says of one.
        if let Some(group) = Group::named(name) {
            let own = crate::lint::rules().filter(|rule| rule.group == group).map(|rule| rule.code.name);
            own.filter(|rule| self.origin(&Key::level(rule)) != Origin::CommandLine)
                .collect::<Vec<_>>()
                .iter()
                .for_each(|rule| {
                    self.levels.remove(rule);
                });
        }
        self.origins.insert(Key::level(name), Origin::CommandLine);
        self.resolve();
        match self.contradictions().first() {
            Some(rule) => Err(BadLevel::NeverWaived(rule)),
            None => Ok(()),
        }
    }

    /// A rule or group that alone is asked for, as the command line says; with those named before.
    pub fn add_only(&mut self, name: &str) -> Result<(), BadLevel> {
        let name = read::levelled(name)?;
        self.settings.only.get_or_insert_default().extend(members(name));
        self.origins.insert("only".to_owned(), Origin::CommandLine);
        Ok(())
    }

    /// Rules that are off and that nobody may waive.
    fn contradictions(&self) -> Vec<&'static str> {
        let settings = &self.settings;
        let off = |rule: &&&'static str| settings.levels.get(**rule) == Some(&Level::Off);
        settings.never_waive.iter().filter(off).copied().collect()
    }

    /// What was written, rule by rule. A rule's own level goes before that of its group.
    fn resolve(&mut self) {
        let mut levels = BTreeMap::new();
        let mut never_waive = BTreeSet::new();
        for rule in crate::lint::rules() {
            let names = [rule.code.name, rule.group.name()];
            // A rule that is off by default is turned on by its own name.
            let by_group = self.levels.get(rule.group.name()).filter(|_| !rule.optional);
            if let Some(level) = self.levels.get(rule.code.name).or(by_group) {
                levels.insert(rule.code.name, *level);
            }
            if names.iter().any(|name| self.never_waive.contains(name)) {
                never_waive.insert(rule.code.name);
            }
        }
        self.settings.levels = levels;
        self.settings.never_waive = never_waive;
    }

    /// The budgets.
    pub fn budgets(&self) -> &Budgets {
        &self.settings.budgets
    }

    /// Names after `never_waive`, as written.
    pub fn never_waive(&self) -> impl Iterator<Item = &'static str> {
        self.never_waive.iter().copied()
    }
}

/// The rules of a group that are not off by default, or the rule itself.
fn members(name: &'static str) -> Vec<&'static str> {
    match Group::named(name) {
        Some(group) => {
            let own = crate::lint::rules().filter(|rule| rule.group == group && !rule.optional);
            own.map(|rule| rule.code.name).collect()
        }
        None => vec![name],
    }
}
