//! A finding that somebody accepted.

use super::Diagnostic;
use crate::source::Span;

/// A finding and why it is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// The reason that was written down.
    pub reason: String,
    /// Where it was written, if that is in the policy.
    pub place: Option<Span>,
}
