//! [`Code`]: a kind of diagnostic with its documentation.

use super::{Severity, codes};
use crate::message::Text;

/// How a kind of diagnostic is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Decided over every value, record and instant; carries a request that shows it, where one can.
    Exact,
    /// Read off the graph of people, roles, rules and windows: sure about roles, not decided by values.
    Graph,
    /// Read off what is written, line by line.
    Syntactic,
    /// Likely, and sometimes wrong.
    Heuristic,
}

impl Class {
    /// The word for it in machines' texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Graph => "graph",
            Self::Syntactic => "syntactic",
            Self::Heuristic => "heuristic",
        }
    }
}

/// A kind of diagnostic. Ids are never reused.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `E0xxx` errors by stage (`E00xx` text and files, `E01xx` syntax, `E02xx`/`E03xx` names and types, `E04xx` people,
    /// `E05xx` roles and rules, `E06xx` time, `E07xx` guarantees, `E08xx` tests, `E09xx` waivers), `W0xxx` findings.
    pub id: &'static str,
    /// Kebab-case name, the argument of `explain` besides the id.
    pub name: &'static str,
    /// One line: what it says.
    pub summary: Text,
    /// A short paragraph or two: why it matters and what to do.
    pub why: Text,
    /// A package text (one file) that has exactly this code; run as a test. Empty only where a
    /// text cannot show it (a file that is not UTF-8, say), and `why` then says so.
    pub bad: &'static str,
    /// The same, mended: must have no error.
    pub good: &'static str,
    /// How it is known.
    pub class: Class,
    /// The worst severity that it has by itself.
    pub level: Severity,
    /// Its weight for security in tenths, from 1 to 100, as CVSS has it (`75` is 7.5: high). `None` where no right hangs on it.
    pub security: Option<u8>,
    /// Of a finding: whether it may come with a mechanical repair.
    pub fixable: bool,
}

impl Code {
    /// What most errors share. A code is written as what it has of its own and `..Code::ERROR`.
    pub const ERROR: Self = Self {
        id: "",
        name: "",
        summary: Text::new("", ""),
        why: Text::new("", ""),
        bad: "",
        good: "",
        class: Class::Syntactic,
        level: Severity::Error,
        security: None,
        fixable: false,
    };
    /// What most findings share.
    pub const FINDING: Self = Self { class: Class::Graph, level: Severity::Warning, ..Self::ERROR };

    /// The level that an id stands for: `E0201` is an error, `W0411` a warning.
    pub(super) const fn level_of(id: &str) -> Severity {
        match id.as_bytes() {
            [b'E', ..] => Severity::Error,
            _ => Severity::Warning,
        }
    }
}

impl Code {
    /// Whether it is an opinion, which has a level and can be waived; else it is an error of the language.
    pub fn is_finding(&self) -> bool {
        self.id.starts_with('W')
    }
}

/// Every code, by family.
pub const ALL: &[&[&Code]] = &[
    codes::syntax::ALL,
    codes::resolve::ALL,
    codes::typing::ALL,
    codes::rules::ALL,
    codes::clock::ALL,
    codes::people::ALL,
    codes::analysis::ALL,
    codes::guarantee::ALL,
    codes::lines::ALL,
    codes::lint::ALL,
    codes::privilege::ALL,
    codes::escalation::ALL,
    codes::separation::ALL,
    codes::hierarchy::ALL,
    codes::crm::ALL,
    codes::time::ALL,
    codes::upkeep::ALL,
    codes::hygiene::ALL,
    codes::waiver::ALL,
    codes::scenario::ALL,
    codes::project::ALL,
    codes::config::ALL,
];

/// The code with this id or name, in any case.
pub fn find(text: &str) -> Option<&'static Code> {
    ALL.iter()
        .flat_map(|family| family.iter())
        .copied()
        .find(|code| code.id.eq_ignore_ascii_case(text) || code.name.eq_ignore_ascii_case(text))
}
