//! Owns [`Analysis`]: facts about a [`Model`](crate::model::Model), computed once, in a fixed order. Prints nothing.

pub mod conflict;
pub mod effective;
pub mod hats;
pub mod hierarchy;

pub use effective::{Effective, Reach, effective};
pub use hats::{Hat, hats_of};
pub use hierarchy::Hierarchy;

use crate::diagnostic::Diagnostic;
use crate::model::Model;

/// Every fact.
#[derive(Debug)]
pub struct Analysis {
    /// The role graph.
    pub hierarchy: Hierarchy,
}

/// Computes the facts and reports what is wrong with the roles: cycles, contradictions inside one role,
/// external roles, cancels of nothing, suspensions of what is not held.
pub fn analyze(model: &Model) -> (Analysis, Vec<Diagnostic>) {
    let _ = model;
    unimplemented!()
}
