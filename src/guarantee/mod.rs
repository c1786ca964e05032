//! Decides the guarantees: exactly, with a witness for each that is broken.
//!
//! Takes model and analysis, gives a [`Verdict`] for each guarantee and diagnostics for those that do not hold. For a
//! subject and a right the decision becomes a [`formula`] over slots with finite domains (attributes with missing and
//! null, windows, roles that a request brings); a [`search`] looks for values that break the claim, the [`Atlas`] of
//! the windows tells which of them can be open together. Past the budget a guarantee is undecided, and that fails.
//! Suspensions are ignored: a lock for a time proves nothing. Changes no decision and reads no clock.
//!
//! [`Atlas`]: crate::time::Atlas

mod ask;
#[cfg(test)]
mod brute;
mod build;
mod claim;
mod concrete;
mod count;
mod domain;
mod eval;
mod formula;
mod holding;
mod index;
mod item;
mod member;
mod pool;
pub mod replay;
mod report;
mod search;
mod subject;
mod terms;
#[cfg(test)]
mod tests;
mod value;
mod witness;

pub use witness::{Holder, Witness};

use crate::analysis::Analysis;
use crate::diagnostic::Diagnostic;
use crate::model::{Guarantee, Model, RuleId};
use ask::{Asking, Atlases, Case};
use formula::{Copy, Formula, Slot};
use index::Index;
use item::Traits;
use search::{Search, Undecided};
use std::cell::Cell;
use subject::Subject;
use value::{Mask, Scalar};

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
        match self.broken(guarantee, &Steps(Cell::new(budget))) {
            Ok(None) => Verdict::Proved,
            Ok(Some(witness)) => Verdict::Broken(Box::new(witness)),
            Err(Undecided) => Verdict::Undecided,
        }
    }

    fn asking<'b>(&'b self, traits: &'b Traits, steps: &'b Steps) -> Asking<'b> {
        Asking { index: &self.index, traits, steps, atlases: &self.atlases }
    }
}

/// Steps that are left.
struct Steps(Cell<u64>);

impl Steps {
    fn take(&self, steps: u64) -> Result<(), Undecided> {
        self.0.set(self.0.get().checked_sub(steps).ok_or(Undecided)?);
        Ok(())
    }

    fn left(&self) -> u64 {
        self.0.get()
    }
}

/// What a search found: values under which a case is true.
struct Found {
    subject: Subject,
    at: i64,
    at_any_time: bool,
    /// The allows that let each request through.
    through: Vec<Through>,
    /// What was chosen.
    values: Vec<(Slot, Scalar)>,
}

/// An allow that lets a request through.
struct Through {
    copy: Copy,
    item: usize,
    hat: usize,
    rule: RuleId,
    /// A further hat that it takes (see [`build::Candidate::helpers`]).
    helper: Option<usize>,
}

impl Found {
    fn new(subject: &Subject, case: Case, formula: &Formula, search: &Search<'_>, at: i64, at_any_time: bool) -> Self {
        let through = case.candidates.into_iter().map(|candidate| Through {
            copy: candidate.copy,
            item: candidate.item,
            hat: candidate.hat,
            rule: candidate.rule,
            helper: candidate.helpers.iter().find(|(_, node)| search.mask(*node) == Mask::TRUE).map(|(hat, _)| *hat),
        });
        let through = through.collect();
        let chosen = formula.slots().zip(search.values()).filter_map(|(slot, value)| Some((*slot, (*value)?)));
        Self { subject: subject.clone(), at, at_any_time, through, values: chosen.collect() }
    }
}
