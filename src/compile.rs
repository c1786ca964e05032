//! The driver: the only file that names every stage. [`SourceSet`] to [`Compilation`].

use crate::analysis::{self, Analysis};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::guarantee::{self, Verdict};
use crate::model::Model;
use crate::source::{FileId, Interner, SourceSet};
use crate::syntax::{self, ast::Ast};
use crate::table::Table;
use crate::{lint, lower, resolve};

/// What to do beyond parsing and resolving.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Prove the guarantees.
    pub prove: bool,
    /// Steps that one guarantee may take.
    pub budget: u64,
    /// Look for findings.
    pub lint: bool,
    /// "Now", for findings about dates, in milliseconds since 1970 UTC. No clock is read here.
    pub now: Option<i64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { prove: true, budget: guarantee::BUDGET, lint: true, now: None }
    }
}

/// Everything known about one policy.
#[derive(Debug)]
pub struct Compilation {
    /// What was written.
    pub asts: Vec<Ast>,
    /// What was meant, as far as it was understood.
    pub model: Model,
    /// Facts about it.
    pub analysis: Analysis,
    /// One for each guarantee, if they were proved.
    pub verdicts: Vec<Verdict>,
    /// What was wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
}

impl Compilation {
    /// Whether no table may be built.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    /// The bytes of the table; `None` if there are errors.
    pub fn table(&self, sources: &SourceSet) -> Option<Result<Vec<u8>, lower::LowerError>> {
        (!self.has_errors()).then(|| lower::lower(sources, &self.model, &self.analysis, &[]))
    }
}

/// Compiles. Never fails: what is wrong is in `diagnostics`.
pub fn compile(sources: &SourceSet, options: Options) -> Compilation {
    let mut symbols = Interner::default();
    let mut diagnostics = Vec::new();
    let mut asts = Vec::with_capacity(sources.files.len());
    for (index, file) in sources.files.iter().enumerate() {
        let parsed = syntax::parse(FileId(index as u32), file, &mut symbols);
        diagnostics.extend(parsed.diagnostics);
        asts.push(parsed.ast);
    }
    let (model, found) = resolve::resolve(sources, &asts, symbols);
    diagnostics.extend(found);
    let (analysis, found) = analysis::analyze(&model);
    diagnostics.extend(found);
    // Findings about a policy that was not fully understood would mislead.
    if options.lint && !diagnostics.iter().any(|d| d.severity == Severity::Error) {
        diagnostics.extend(lint::findings(sources, &asts, &model, &analysis, options.now));
        lint::waive(sources, &asts, &model, options.now, &mut diagnostics);
    }
    let mut verdicts = Vec::new();
    if options.prove && !diagnostics.iter().any(|d| d.severity == Severity::Error) {
        let (decided, found) = guarantee::prove(&model, &analysis, options.budget);
        verdicts = decided;
        diagnostics.extend(found);
        diagnostics.extend(replayed(sources, &model, &analysis, &verdicts));
    }
    diagnostic::sort(&mut diagnostics);
    Compilation { asts, model, analysis, verdicts, diagnostics }
}

/// Asks a table every witness: where it answers otherwise, the compiler disagrees with itself, and that is said.
fn replayed(sources: &SourceSet, model: &Model, analysis: &Analysis, verdicts: &[Verdict]) -> Vec<Diagnostic> {
    let broken = |verdict: &&Verdict| matches!(verdict, Verdict::Broken(witness) if !witness.requests.is_empty());
    let Some(first) = verdicts.iter().position(|verdict| broken(&verdict)) else { return Vec::new() };
    // Proofs ignore suspensions, so the table that is asked has none.
    let unlocked = Model { suspensions: Vec::new(), ..model.clone() };
    let probes = guarantee::replay::probes(model, verdicts);
    // A policy too large for a table is told so by whoever builds one.
    let Ok(bytes) = lower::lower(sources, &unlocked, analysis, &probes) else { return Vec::new() };
    match Table::open(&bytes) {
        Ok(table) => guarantee::replay::disagreements(model, &table, verdicts),
        Err(_) => {
            let guarantee = model.guarantees.get(first);
            guarantee.map(|guarantee| guarantee::replay::disagreement(guarantee, "unreadable")).into_iter().collect()
        }
    }
}
