//! [`Key`]: everything that `rolecall.toml` may say, as data: the reader, the schema and the tests go by it.

use crate::lint::{Budgets, Unit};

/// One key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// The table that it stands in; empty for the top.
    pub table: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What may be written.
    pub kind: Kind,
    /// What it says.
    pub about: &'static str,
}

/// What may be written after a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Comparisons of versions.
    Version,
    /// `error`, `warning` or `info`.
    FailLevel,
    /// Names of rules and groups.
    Rules,
    /// A whole number from 0 up to the greatest that means anything.
    Number(u32),
    /// A table of levels, by name of rule or group.
    Levels,
    /// A table of its own keys.
    Table,
}

impl Key {
    /// Every key, in the order of the documentation.
    pub fn all() -> Vec<Self> {
        let key = |table, name, kind, about| Self { table, name, kind, about };
        let mut keys = vec![
            key("", "required_version", Kind::Version, "versions of rolecall that may judge this workspace"),
            key("", "fail_level", Kind::FailLevel, "from which severity on a finding makes the exit status 1"),
            key("", "lint", Kind::Table, "what is asked of the rules"),
            key("lint", "never_waive", Kind::Rules, "rules and groups whose findings nobody may waive"),
            key("lint", "levels", Kind::Levels, "level of rules and groups; a rule's own goes before its group's"),
            key("lint", "waivers", Kind::Table, "how waivers may be"),
            key("lint", "budgets", Kind::Table, "how much is too much"),
            key(
                "lint.waivers",
                "longest_days",
                Kind::Number(Unit::Days.most()),
                "days from today that a waiver may run",
            ),
        ];
        let budgets = Budgets::ALL.iter();
        keys.extend(budgets.map(|b| key("lint.budgets", b.key, Kind::Number(b.unit.most()), b.about)));
        keys
    }

    /// The key with the tables that it stands in.
    pub fn path(&self) -> String {
        if self.table.is_empty() { self.name.to_owned() } else { format!("{}.{}", self.table, self.name) }
    }

    /// The path of the level of a rule or group.
    pub fn level(name: &str) -> String {
        format!("lint.levels.{name}")
    }
}
