//! The catalogue: every text that a person reads, in English and Chinese.
//!
//! A [`Text`] is one entry; a [`Message`] is an entry with its arguments filled in, still in no
//! language. Only the edge (`render`, `cli`) turns it into words. One file for each family of
//! texts; each has an `ALL` slice that the tests read.

/// Declares texts and, after them, the `ALL` that lists them: none can be forgotten. The English words document an entry;
/// a comment above it says what they do not: where they stand.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $zh:literal;)*) => {
        $(#[doc = $en] $(#[$doc])* pub static $name: Text = Text::new($en, $zh);)*

        /// Every entry of this family.
        pub const ALL: &[&Text] = &[$(&$name),*];
    };
}

mod message;
mod plural;

pub mod analysis;
pub mod answer;
pub mod baseline;
pub mod cli;
pub mod clock;
pub mod config;
pub mod crm;
pub mod diff;
pub mod effect;
pub mod escalation;
pub mod graph;
pub mod guarantee;
pub mod help;
pub mod hierarchy;
pub mod hygiene;
pub mod lines;
pub mod lint;
pub mod people;
pub mod privilege;
pub mod project;
pub mod repair;
pub mod report;
pub mod resolve;
pub mod rights;
pub mod rules;
pub mod scenario;
pub mod sentence;
pub mod separation;
pub mod serve;
pub mod syntax;
pub mod time;
pub mod timeline;
pub mod typing;
pub mod upkeep;
pub mod waiver;

pub use message::{Arg, Lang, Message, Text};

/// Every family with its entries.
pub const FAMILIES: &[(&str, &[&Text])] = &[
    ("syntax", syntax::ALL),
    ("resolve", resolve::ALL),
    ("typing", typing::ALL),
    ("rules", rules::ALL),
    ("clock", clock::ALL),
    ("people", people::ALL),
    ("analysis", analysis::ALL),
    ("guarantee", guarantee::ALL),
    ("lines", lines::ALL),
    ("lint", lint::ALL),
    ("privilege", privilege::ALL),
    ("escalation", escalation::ALL),
    ("separation", separation::ALL),
    ("hierarchy", hierarchy::ALL),
    ("crm", crm::ALL),
    ("rights", rights::ALL),
    ("time", time::ALL),
    ("upkeep", upkeep::ALL),
    ("hygiene", hygiene::ALL),
    ("waiver", waiver::ALL),
    ("scenario", scenario::ALL),
    ("sentence", sentence::ALL),
    ("answer", answer::ALL),
    ("diff", diff::ALL),
    ("effect", effect::ALL),
    ("project", project::ALL),
    ("config", config::ALL),
    ("baseline", baseline::ALL),
    ("repair", repair::ALL),
    ("timeline", timeline::ALL),
    ("graph", graph::ALL),
    ("report", report::ALL),
    ("serve", serve::ALL),
    ("cli", cli::ALL),
    ("help", help::ALL),
];
