//! Decides the guarantees: exactly, with a witness for each that is broken.
//!
//! Takes model and analysis, gives a [`Verdict`] for each guarantee and diagnostics for those that do not hold. For a
//! subject and a right the decision becomes a [`formula`] over slots with finite domains (attributes with missing and
//! null, windows, roles that a request brings); a [`search`] looks for values that break the claim, the [`Atlas`] of
//! the windows tells which of them can be open together. Past the budget a guarantee is undecided, and that fails.
//! Suspensions are ignored: a lock for a time proves nothing. Changes no decision and reads no clock.
//!
//! [`Atlas`]: crate::time::Atlas

#[cfg(test)]
mod brute;
mod claim;
mod count;
mod holding;
mod member;
pub mod replay;
mod report;
#[cfg(test)]
mod tests;

pub use crate::exact::{Holder, Witness};

use crate::analysis::Analysis;
use crate::diagnostic::Diagnostic;
use crate::exact::ask::{Asking, Atlases};
use crate::exact::index::Index;
use crate::exact::item::Traits;
use crate::exact::{Steps, Undecided};
use crate::model::{Guarantee, Model};

/// How one guarantee came out.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// It holds.
    Proved,
    /// It does not.
    Broken(Box<Witness>),
    /// The budget ran out; counts as failed.
    Undecided,
}

/// Steps that one guarantee may take before it counts as undecided.
pub const BUDGET: u64 = 10_000_000;

/// Decides every guarantee of the model, in order.
pub fn prove(model: &Model, analysis: &Analysis, budget: u64) -> (Vec<Verdict>, Vec<Diagnostic>) {
    if model.guarantees.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let prover = Prover::new(model, analysis);
    let verdicts: Vec<Verdict> = model.guarantees.iter().map(|guarantee| prover.decide(guarantee, budget)).collect();
    let found = model.guarantees.iter().zip(&verdicts);
    let found = found.filter_map(|(guarantee, verdict)| report::diagnostic(model, guarantee, verdict)).collect();
    (verdicts, found)
}

/// Decides guarantees one by one; what they share is worked out once.
pub struct Prover<'a> {
    index: Index<'a>,
    atlases: Atlases,
}

impl std::fmt::Debug for Prover<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Prover").finish_non_exhaustive()
    }
}

impl<'a> Prover<'a> {
    /// For a model without errors.
    pub fn new(model: &'a Model, analysis: &'a Analysis) -> Self {
        Self { index: Index::new(model, analysis), atlases: Atlases::default() }
    }

    /// Decides a guarantee (one of the model, or another in its terms) within a budget of steps.
    pub fn decide(&self, guarantee: &Guarantee, budget: u64) -> Verdict {
        match self.broken(guarantee, &Steps::new(budget)) {
            Ok(None) => Verdict::Proved,
            Ok(Some(witness)) => Verdict::Broken(Box::new(witness)),
            Err(Undecided) => Verdict::Undecided,
        }
    }

    fn asking<'b>(&'b self, traits: &'b Traits, steps: &'b Steps) -> Asking<'b> {
        Asking { index: &self.index, traits, steps, atlases: &self.atlases }
    }
}
