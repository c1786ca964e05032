//! A policy from disk, ready to be asked: a package, compiled, or the bytes of a table.

use super::arguments::ReportFormat;
use super::instant;
use super::output::{Failure, Output, Progress};
use crate::compile::{self, Compilation, Options, TestError};
use crate::diagnostic::{self, Diagnostic, Severity};
use crate::lower::LowerError;
use crate::message::cli as text;
use crate::model::{Expectation, FieldId, Model, RightId, Sight};
use crate::project;
use crate::render::{self, Counts};
use crate::scenario;
use crate::source::{PackageId, SourceSet};
use crate::syntax::ast::ItemKind;
use crate::table::{OpenError, Table};
use serde_json::{Value, json};
use std::path::Path;

/// A package, read and as far as possible compiled.
#[derive(Debug)]
pub(super) struct Package {
    /// The folder, as the reader calls it.
    pub(super) base: String,
    /// Its files.
    pub(super) sources: SourceSet,
    /// What they mean; `None` if files could not be read.
    pub(super) compilation: Option<Compilation>,
    /// What is wrong, sorted.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// What "now" is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Now<'a> {
    /// As written, in the zone of the policy where it names none.
    At(&'a str),
    /// What the clock says.
    Clock,
    /// Nothing depends on it.
    Unread,
}

impl<'a> Now<'a> {
    /// The flag, else the clock.
    pub(super) fn of(at: Option<&'a String>) -> Self {
        at.map_or(Self::Clock, |at| Self::At(at))
    }

    /// In a policy of that zone, if it names one.
    pub(super) fn instant(self, zone: Option<&str>) -> Result<Option<i64>, Failure> {
        match self {
            Self::At(written) => Ok(Some(instant::parse(written, zone)?)),
            Self::Clock => Ok(Some(instant::now())),
            Self::Unread => Ok(None),
        }
    }
}

/// Reads and compiles the package in `folder`.
pub(super) fn compile_package(
    folder: &Path,
    mut options: Options,
    now: Now<'_>,
    out: &Output,
) -> Result<Package, Failure> {
    let base = folder.to_string_lossy().into_owned();
    let _progress = Progress::start(out.words(&text::PROGRESS_COMPILING.with([("path", (&*base).into())])));
    let project = project::load(folder);
    if !project.diagnostics.is_empty() {
        let mut diagnostics = project.diagnostics;
        diagnostics.extend(project.parsed.diagnostics);
        diagnostic::sort(&mut diagnostics);
        return Ok(Package { base, sources: project.sources, compilation: None, diagnostics });
    }
    options.now = now.instant(Some(zone(&project)))?;
    let mut compilation = compile::finish(&project.sources, project.parsed, options);
    let diagnostics = std::mem::take(&mut compilation.diagnostics);
    Ok(Package { base, sources: project.sources, compilation: Some(compilation), diagnostics })
}

/// The zone that the header of the root package names.
fn zone(project: &project::Project) -> &str {
    let root = project.sources.files.iter().zip(&project.parsed.asts).filter(|(file, _)| file.package == PackageId(0));
    let mut items = root.flat_map(|(_, ast)| &ast.items);
    let zone = items.find_map(|item| {
        let ItemKind::Policy(policy) = &item.kind else { return None };
        policy.timezone.as_ref()
    });
    // One that nobody knows is reported where it is written; until then instants are read as UTC.
    zone.map(|zone| &*zone.text).filter(|zone| super::instant::is_zone(zone)).unwrap_or("UTC")
}

/// Writes diagnostics in a line form, then nothing else; `Json` is the caller's work.
pub(super) fn report(package: &Package, format: ReportFormat, left: &mut usize, out: &mut Output) {
    let style = out.style(&package.base);
    match format {
        ReportFormat::Human => {
            for diagnostic in package.diagnostics.iter().take(*left) {
                let drawn = render::human(&package.sources, diagnostic, style);
                out.talk_drawn(&drawn);
            }
            *left = left.saturating_sub(package.diagnostics.len());
        }
        ReportFormat::Concise => {
            for diagnostic in &package.diagnostics {
                out.line(&render::concise(&package.sources, diagnostic, style));
            }
        }
        ReportFormat::Json => {}
    }
}

/// Draws the diagnostics of a package that cannot be used, with their count.
pub(super) fn refuse(package: &Package, out: &mut Output) -> Failure {
    let mut left = render::TERMINAL_LIMIT;
    report(package, ReportFormat::Human, &mut left, out);
    let mut counts = Counts::default();
    counts.add(&package.diagnostics);
    say_left_out(package.diagnostics.len(), out);
    let line = render::summary(counts, out.lang);
    out.talk(&line);
    Failure::Reported
}

/// Says how many diagnostics a terminal was spared.
pub(super) fn say_left_out(total: usize, out: &mut Output) {
    if total > render::TERMINAL_LIMIT {
        let words = out.words(&text::AND_MORE.with([("n", (total - render::TERMINAL_LIMIT).into())]));
        out.talk(&words);
    }
}

/// Whether any diagnostic is an error.
pub(super) fn has_errors(package: &Package) -> bool {
    package.diagnostics.iter().any(|d| d.severity == Severity::Error)
}

/// Why no table can be written.
pub(super) fn too_large(error: &LowerError) -> Failure {
    let LowerError::TooLarge(what) = error;
    text::TABLE_TOO_LARGE.with([("what", (*what).into())]).into()
}

/// What came of the tests of a package, if it has a model.
pub(super) fn tested(package: &Package) -> Result<Option<&scenario::Report>, Failure> {
    match package.compilation.as_ref().and_then(|compilation| compilation.tests.as_ref()) {
        None => Ok(None),
        Some(Ok(report)) => Ok(Some(report)),
        Some(Err(TestError::Lower(error))) => Err(too_large(error)),
        Some(Err(TestError::Open(error))) => Err(bad_table(error)),
    }
}

/// Opens a table that was just made or read.
pub(super) fn open_table(bytes: &[u8]) -> Result<Table<'_>, Failure> {
    Table::open(bytes).map_err(|error| bad_table(&error))
}

fn bad_table(error: &OpenError) -> Failure {
    text::BAD_TABLE.with([("reason", error.to_string().into())]).into()
}

/// What came of each test, for JSON.
pub(super) fn outcomes_json(package: &Package, report: &scenario::Report, out: &Output) -> Vec<Value> {
    let style = out.style(&package.base);
    let Some(model) = package.compilation.as_ref().map(|c| &c.model) else { return Vec::new() };
    let step = |step: &scenario::StepOutcome| {
        json!({
            "passed": step.passed,
            "expected": expectation_json(model, &step.expected),
            "answer": {
                "decision": step.answer.allowed,
                "reason": step.answer.reason.name(),
                "hidden": step.answer.hidden,
                "masked": step.answer.masked,
                "missing": step.answer.missing,
            },
            "place": render::place_json(&package.sources, step.origin.span, style),
        })
    };
    let outcome = |outcome: &scenario::Outcome| {
        json!({
            "name": outcome.name,
            "passed": outcome.passed(),
            "place": render::place_json(&package.sources, outcome.origin.span, style),
            "steps": outcome.steps.iter().map(step).collect::<Vec<_>>(),
        })
    };
    report.outcomes.iter().map(outcome).collect()
}

fn expectation_json(model: &Model, expectation: &Expectation) -> Value {
    let right = |right: RightId, field: Option<FieldId>| {
        (model.action_name(right).to_owned(), field.map(|field| model.field_name(field).to_owned()))
    };
    match expectation {
        Expectation::Can(id, field) => {
            let (action, field) = right(*id, *field);
            json!({ "expect": "can", "action": action, "field": field })
        }
        Expectation::Cannot(id, field, reason) => {
            let (action, field) = right(*id, *field);
            json!({ "expect": "cannot", "action": action, "field": field, "reason": reason })
        }
        Expectation::Sees(id, field, sight) => {
            let (action, field) = right(*id, Some(*field));
            let how = match sight {
                Sight::Clear => "clear",
                Sight::Masked => "masked",
                Sight::Hidden => "hidden",
            };
            json!({ "expect": "sees", "action": action, "field": field, "how": how })
        }
    }
}
