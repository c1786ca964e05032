//! [`Code`]: a kind of diagnostic with its documentation.

use super::codes;
use crate::message::Text;

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
    codes::lint::ALL,
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
