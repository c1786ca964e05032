//! The driver: the only file that names every stage. [`SourceSet`] to [`Compilation`].

use crate::analysis::{self, Analysis};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::guarantee::{self, Verdict};
use crate::model::Model;
use crate::source::{FileId, Interner, SourceSet};
use crate::syntax::{self, ast::Ast};
use crate::table::{OpenError, Table};
use crate::{lint, lower, resolve, scenario};
use std::collections::BTreeSet;

/// What to do beyond parsing and resolving.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Prove the guarantees.
    pub prove: bool,
    /// Steps that one guarantee may take.
    pub budget: u64,
    /// Run the tests that the policy carries.
    pub test: bool,
    /// Look for findings.
    pub lint: bool,
    /// Keep the statements as written, for whoever shows or changes them. They take more memory than all that is made
    /// of them, so where nobody does they go as soon as they are resolved.
    pub keep: bool,
    /// "Now", for findings about dates, in milliseconds since 1970 UTC. No clock is read here.
    pub now: Option<i64>,
}

impl Default for Options {
    fn default() -> Self {
        Self { prove: true, budget: guarantee::BUDGET, test: false, lint: true, keep: true, now: None }
    }
}

impl Options {
    /// What `rolecall build` does: proofs, no tests, no findings.
    pub fn build() -> Self {
        Self { lint: false, keep: false, ..Self::default() }
    }
}

/// Everything known about one policy.
#[derive(Debug)]
pub struct Compilation {
    /// What was written; empty unless it was to be kept.
    pub asts: Vec<Ast>,
    /// What was meant, as far as it was understood.
    pub model: Model,
    /// Facts about it.
    pub analysis: Analysis,
    /// One for each guarantee, if they were proved.
    pub verdicts: Vec<Verdict>,
    /// What came of the tests, if they were run.
    pub tests: Option<Result<scenario::Report, TestError>>,
    /// What was wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether the model is whole: there was no error before the guarantees. Only then can anything be asked of it.
    pub sound: bool,
}

impl Compilation {
    /// The bytes of a table to ask questions of, whether or not the guarantees hold (they change no decision), with cells for
    /// `probes` too; `None` if the model is not whole.
    pub fn question_table(
        &self,
        sources: &SourceSet,
        probes: &[crate::model::RoleId],
    ) -> Option<Result<Vec<u8>, lower::LowerError>> {
        self.sound.then(|| lower::lower(sources, &self.model, &self.analysis, probes))
    }

    /// Whether no table may be built.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.severity == Severity::Error)
    }

    /// The bytes of the table; `None` if there are errors.
    pub fn table(&self, sources: &SourceSet) -> Option<Result<Vec<u8>, lower::LowerError>> {
        (!self.has_errors()).then(|| lower::lower(sources, &self.model, &self.analysis, &[]))
    }
}

/// Files parsed so far, before any name is resolved. Whoever reads the disk parses as it reads, because only a
/// parsed file tells which packages and people files it needs.
#[derive(Debug, Default)]
pub struct ParsedSet {
    /// What was written, by [`FileId`].
    pub asts: Vec<Ast>,
    /// The texts of all names.
    pub symbols: Interner,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

impl ParsedSet {
    /// Parses the files of `sources` that were not parsed yet.
    pub fn parse_rest(&mut self, sources: &SourceSet) {
        for (index, file) in sources.files.iter().enumerate().skip(self.asts.len()) {
            let parsed = syntax::parse(FileId(index as u32), file, &mut self.symbols);
            self.diagnostics.extend(parsed.diagnostics);
            self.asts.push(parsed.ast);
        }
    }

    /// Takes the next file as one without statements: its text could not be read, which was reported elsewhere.
    pub fn skip_one(&mut self) {
        let file = FileId(self.asts.len() as u32);
        self.asts.push(Ast { file, items: Vec::new(), comments: Vec::new() });
    }
}

/// Compiles. Never fails: what is wrong is in `diagnostics`.
pub fn compile(sources: &SourceSet, options: Options) -> Compilation {
    let mut parsed = ParsedSet::default();
    parsed.parse_rest(sources);
    finish(sources, parsed, options)
}

/// Compiles files already parsed.
pub fn finish(sources: &SourceSet, parsed: ParsedSet, options: Options) -> Compilation {
    let ParsedSet { asts, symbols, mut diagnostics } = parsed;
    let broken = broken_lines(sources, &diagnostics);
    let whole = |found: &Diagnostic| !broken.contains(&place(sources, found));
    let (model, found) = resolve::resolve(sources, &asts, symbols);
    let asts = if options.keep || options.lint { asts } else { Vec::new() };
    diagnostics.extend(found.into_iter().filter(whole));
    let (analysis, found) = analysis::analyze(&model);
    diagnostics.extend(found.into_iter().filter(whole));
    // Findings about a policy that was not fully understood would mislead, and nothing can be asked of it.
    let sound = !diagnostics.iter().any(|d| d.severity == Severity::Error);
    let mut verdicts = Vec::new();
    if options.prove && sound {
        let (decided, found) = guarantee::prove(&model, &analysis, options.budget);
        verdicts = decided;
        diagnostics.extend(found);
        diagnostics.extend(replayed(sources, &model, &analysis, &verdicts));
    }
    let mut tests = None;
    if options.test && sound {
        let (report, found) = test(sources, &model, &analysis);
        tests = Some(report);
        diagnostics.extend(found);
    }
    // Waivers come last: they waive findings of tests too.
    if options.lint && sound {
        diagnostics.extend(lint::findings(sources, &asts, &model, &analysis, options.now));
        lint::waive(sources, &asts, &model, options.now, &mut diagnostics);
    }
    diagnostic::sort(&mut diagnostics);
    Compilation { asts, model, analysis, verdicts, tests, diagnostics, sound }
}

/// Lines with syntax errors: what else is wrong with what is left of them follows from that.
fn broken_lines(sources: &SourceSet, diagnostics: &[Diagnostic]) -> BTreeSet<(FileId, u32)> {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors.map(|diagnostic| place(sources, diagnostic)).collect()
}

fn place(sources: &SourceSet, diagnostic: &Diagnostic) -> (FileId, u32) {
    let span = diagnostic.primary.span;
    (span.file, sources.position(span).line)
}

/// Why the tests could not be run.
#[derive(Debug)]
pub enum TestError {
    /// No table can be written.
    Lower(lower::LowerError),
    /// The table that was written cannot be opened.
    Open(OpenError),
}

type Tested = Result<scenario::Report, TestError>;

fn test(sources: &SourceSet, model: &Model, analysis: &Analysis) -> (Tested, Vec<Diagnostic>) {
    if model.scenarios.is_empty() {
        return (Ok(scenario::Report::default()), Vec::new());
    }
    let bytes = match lower::lower(sources, model, analysis, &[]) {
        Ok(bytes) => bytes,
        Err(error) => return (Err(TestError::Lower(error)), Vec::new()),
    };
    match Table::open(&bytes) {
        Ok(table) => {
            let (report, found) = scenario::run(sources, model, &table);
            (Ok(report), found)
        }
        Err(error) => (Err(TestError::Open(error)), Vec::new()),
    }
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
