//! [`Witness`]: who, what, when, under which values, in owned form: anybody can replay it.

use crate::diagnostic::{WitnessRequest, WitnessSubject};
use crate::model::Origin;

/// What shows that a guarantee does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    /// When, in milliseconds since 1970 UTC.
    pub at: i64,
    /// It is so at every instant; `at` is just one.
    pub at_any_time: bool,
    /// Requests that are allowed though none should be (for `always`: refused though some should be allowed).
    pub requests: Vec<WitnessRequest>,
    /// For claims about who holds what: who does, and through what.
    pub holders: Vec<Holder>,
}

/// Somebody who holds (or lacks) roles that a guarantee speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub subject: WitnessSubject,
    /// Roles of theirs that matter, as assigned.
    pub roles: Vec<String>,
    /// Where they are assigned.
    pub origins: Vec<Origin>,
    /// Roles of these that the request brings.
    pub brought: Vec<String>,
}
