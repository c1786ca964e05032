//! The driver: the only file that names every stage. [`SourceSet`] to [`Compilation`].

use crate::analysis::{self, Analysis};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::guarantee::{self, Verdict};
use crate::model::Model;
use crate::source::{FileId, Interner, SourceSet};
use crate::syntax::{self, ast::Ast};
use crate::{lower, resolve};

/// What to do beyond parsing and resolving.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Prove the guarantees.
    pub prove: bool,
    /// Steps that one guarantee may take.
    pub budget: u64,
}

impl Default for Options {
    fn default() -> Self {
        Self { prove: true, budget: guarantee::BUDGET }
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
    let (model, found) = resolve::resolve(sources, &asts, symbols);
    diagnostics.extend(found);
    let (analysis, found) = analysis::analyze(&model);
    diagnostics.extend(found);
    let mut verdicts = Vec::new();
    let sound = !diagnostics.iter().any(|d| d.severity == Severity::Error);
    if options.prove && sound {
        let (decided, found) = guarantee::prove(&model, &analysis, options.budget);
        verdicts = decided;
        diagnostics.extend(found);
    }
    diagnostic::sort(&mut diagnostics);
    Compilation { asts, model, analysis, verdicts, diagnostics, sound }
}
