//! The driver: the only file that names every stage. [`SourceSet`] to [`Compilation`].

use crate::analysis::{self, Analysis};
use crate::diagnostic::codes::resolve::NO_HEADER;
use crate::diagnostic::{self, Code, Diagnostic, Severity, Waived};
use crate::exact::Oracle;
use crate::guarantee::{self, Verdict};
use crate::lint::{Settings, Waiver, Waivers};
use crate::model::{Model, RoleId};
use crate::source::{FileId, Interner, PackageId, SourceSet};
use crate::syntax::{self, ast::Ast};
use crate::table::{OpenError, Table};
use crate::{facts, lint, lower, resolve, scenario};
use std::collections::BTreeSet;

/// What to do beyond parsing and resolving.
#[derive(Debug, Clone, Copy)]
pub struct Options<'a> {
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
    /// What is asked of the rules.
    pub settings: &'a Settings,
}

impl Default for Options<'_> {
    fn default() -> Self {
        let settings = &lint::settings::DEFAULT;
        Self { prove: true, budget: guarantee::BUDGET, test: false, lint: true, keep: true, now: None, settings }
    }
}

impl Options<'_> {
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
    /// What was wrong, sorted; what is waived is not among it.
    pub diagnostics: Vec<Diagnostic>,
    /// Waivers that hold.
    pub waivers: Vec<Waiver>,
    /// What is wrong and waived, in the same order.
    pub waived: Vec<Waived>,
    /// Whether the model is whole: there was no error before the guarantees. Only then can anything be asked of it.
    pub sound: bool,
}

impl Compilation {
    /// The bytes of a table to ask questions of, whether or not the guarantees hold (they change no decision), with cells for
    /// `probes` too; `None` if the model is not whole.
    pub fn question_table(&self, sources: &SourceSet, probes: &[RoleId]) -> Option<Result<Vec<u8>, lower::LowerError>> {
        self.sound.then(|| lower::lower(sources, &self.model, &self.analysis, probes))
    }

    /// The bytes of a table that answers as proofs see it: without suspensions, and every role can be asked about alone;
    /// `None` if the model is not whole.
    pub fn witness_table(&self, sources: &SourceSet) -> Option<Result<Vec<u8>, lower::LowerError>> {
        let roles: Vec<RoleId> = (0..self.model.roles.len()).map(RoleId::from_index).collect();
        self.sound.then(|| unlocked_table(sources, &self.model, &self.analysis, &roles))
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
pub fn compile(sources: &SourceSet, options: Options<'_>) -> Compilation {
    let mut parsed = ParsedSet::default();
    parsed.parse_rest(sources);
    finish(sources, parsed, options)
}

/// Compiles files already parsed.
pub fn finish(sources: &SourceSet, parsed: ParsedSet, options: Options<'_>) -> Compilation {
    let ParsedSet { asts, symbols, mut diagnostics } = parsed;
    let broken = Broken::new(sources, &diagnostics);
    let whole = |found: &Diagnostic| !broken.explains(sources, found);
    let (model, found) = resolve::resolve(sources, &asts, symbols);
    let asts = if options.keep || options.lint { asts } else { Vec::new() };
    diagnostics.extend(found.into_iter().filter(whole));
    let (analysis, found) = analysis::analyze(&model);
    diagnostics.extend(found.into_iter().filter(whole));
    drop_consequences(&mut diagnostics);
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
    let mut waivers = Waivers::default();
    if options.lint {
        let asked = (options.now, options.settings);
        if sound {
            let oracle = Oracle::new(&model, &analysis, facts::BUDGET);
            diagnostics.extend(lint::findings(&lint::Context::new(sources, &asts, &model, &analysis, &oracle, asked)));
        }
        options.settings.apply(&mut diagnostics);
        // Repeats go first: one waiver covers one finding. Waivers come last, since they waive findings of tests too.
        diagnostic::sort(&mut diagnostics);
        if sound {
            waivers = lint::waive(sources, &asts, &model, asked, &mut diagnostics);
            options.settings.apply(&mut waivers.problems);
            diagnostics.append(&mut waivers.problems);
        }
    }
    diagnostic::sort(&mut diagnostics);
    let Waivers { all: waivers, waived, .. } = waivers;
    Compilation { asts, model, analysis, verdicts, tests, diagnostics, waivers, waived, sound }
}

/// Where text could not be read: what is wrong with what is left of it follows from that. Whatever is left unsaid is so
/// because of an error that is said, so a policy with errors never comes out without one.
struct Broken {
    /// Lines with syntax errors.
    lines: BTreeSet<(FileId, u32)>,
    /// Packages with such lines.
    packages: BTreeSet<PackageId>,
}

impl Broken {
    fn new(sources: &SourceSet, diagnostics: &[Diagnostic]) -> Self {
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let lines: BTreeSet<_> = errors.map(|diagnostic| place(sources, diagnostic)).collect();
        let packages = lines.iter().filter_map(|(file, _)| sources.file(*file)).map(|file| file.package).collect();
        Self { lines, packages }
    }

    fn explains(&self, sources: &SourceSet, found: &Diagnostic) -> bool {
        let place = place(sources, found);
        // The header that is not there may be the statement that could not be read.
        let package = sources.file(place.0).map(|file| file.package);
        let header = found.code == &NO_HEADER && package.is_some_and(|package| self.packages.contains(&package));
        header || self.lines.contains(&place)
    }
}

/// Takes out what follows from a people file that cannot be used, or from rows of one: people who are not known, roles
/// that seem to be held by nobody.
fn drop_consequences(diagnostics: &mut Vec<Diagnostic>) {
    use crate::diagnostic::codes::{analysis::SUSPENDS_NOTHING, people};
    const FILES: [&Code; 8] = [
        &people::NO_FILE,
        &people::ENCODING,
        &people::BAD_FILE,
        &people::TOO_LARGE,
        &people::NO_COLUMN,
        &people::NO_ID_LINE,
        &people::BAD_ROW,
        &people::BAD_ID,
    ];
    const ROWS: [&Code; 2] = [&people::BAD_CELL, &people::ROW_WITHOUT_ROLE];
    let any = |codes: &[&Code]| diagnostics.iter().any(|found| codes.contains(&found.code));
    let (files, rows) = (any(&FILES), any(&ROWS));
    diagnostics.retain(|found| {
        let of_people = found.code == &people::UNKNOWN_USER;
        let of_roles = [&people::BAD_DELEGATION, &SUSPENDS_NOTHING].contains(&found.code);
        !(files && of_people || (files || rows) && of_roles)
    });
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

/// A table without suspensions, which proofs ignore, with cells for `probes` too.
fn unlocked_table(
    sources: &SourceSet,
    model: &Model,
    analysis: &Analysis,
    probes: &[RoleId],
) -> Result<Vec<u8>, lower::LowerError> {
    let unlocked = Model { suspensions: Vec::new(), ..model.clone() };
    lower::lower(sources, &unlocked, analysis, probes)
}

/// Asks a table every witness: where it answers otherwise, the compiler disagrees with itself, and that is said.
fn replayed(sources: &SourceSet, model: &Model, analysis: &Analysis, verdicts: &[Verdict]) -> Vec<Diagnostic> {
    let broken = |verdict: &Verdict| matches!(verdict, Verdict::Broken(_));
    let first = verdicts.iter().position(broken).and_then(|first| model.guarantees.get(first));
    let Some(first) = first else { return Vec::new() };
    let probes = guarantee::replay::probes(model, verdicts);
    let bytes = match unlocked_table(sources, model, analysis, &probes) {
        Ok(bytes) => bytes,
        Err(lower::LowerError::TooLarge(what)) => return vec![guarantee::replay::unconfirmed(first, what)],
    };
    match Table::open(&bytes) {
        Ok(table) => guarantee::replay::disagreements(model, analysis, &table, verdicts),
        Err(_) => vec![guarantee::replay::disagreement(first, "unreadable")],
    }
}
