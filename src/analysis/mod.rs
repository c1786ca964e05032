//! Owns [`Analysis`]: facts about a [`Model`](crate::model::Model), computed once, in a fixed order. Prints nothing.

mod check;
pub mod conflict;
pub mod effective;
pub mod hats;
pub mod hierarchy;
pub mod local;
pub mod moment;
pub mod reached;

pub use effective::{Effective, Reach, effective};
pub use hats::{Hat, Hats, hats_of};
pub use hierarchy::Hierarchy;
pub use local::{ClockChange, LocalClock};
pub use reached::Reached;

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
    let hierarchy = Hierarchy::new(model);
    let hats = hats_of(model);
    let mut found = Vec::new();
    check::cycle::check(model, &hierarchy, &mut found);
    check::contradiction::check(model, &mut found);
    check::external::check(model, &mut found);
    check::cancel::check(model, &hierarchy, &mut found);
    check::suspension::check(model, &hierarchy, &hats, &mut found);
    // Alternatives mean little while roles inherit each other in a circle.
    if hierarchy.cycles.is_empty() {
        check::alternatives::check(model, &hats, &mut found);
    }
    (Analysis { hierarchy }, found)
}
