//! Decides the guarantees: exactly, with a witness for each that is broken.

use crate::analysis::Analysis;
use crate::diagnostic::Diagnostic;
use crate::model::Model;

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

/// Who, what, when, under which values: a request that anybody can replay.
#[derive(Debug, Clone)]
pub struct Witness {
    /// One or (for "both") two requests, as AuthZEN evaluation requests in JSON would carry them.
    pub requests: Vec<WitnessRequest>,
}

/// A request in owned form.
#[derive(Debug, Clone)]
pub struct WitnessRequest {
    /// Placeholder until the proof engine is written.
    pub subject: String,
}

/// Steps that one guarantee may take before it counts as undecided.
pub const BUDGET: u64 = 2_000_000;

/// Decides every guarantee of the model, in order.
pub fn prove(model: &Model, analysis: &Analysis, budget: u64) -> (Vec<Verdict>, Vec<Diagnostic>) {
    let _ = (model, analysis, budget);
    unimplemented!()
}
