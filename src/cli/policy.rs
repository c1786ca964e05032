//! A policy from disk, ready to be asked: a package, compiled, or the bytes of a table.

use super::instant;
use super::output::{Exit, Failure, Output, Progress};
use super::report;
use super::rules::RuleArgs;
use crate::compile::{self, Compilation, Options, TestError};
use crate::config::Config;
use crate::diagnostic::{self, Diagnostic, Severity, Waived};
use crate::guarantee::Verdict;
use crate::lint::{Baseline, Known};
use crate::lower::LowerError;
use crate::message::{baseline as words, cli as text};
use crate::model::{Expectation, FieldId, Model, RightId, Sight};
use crate::project;
use crate::render::{self, Claim, Counts, Part, Tested};
use crate::scenario;
use crate::source::{PackageId, SourceSet};
use crate::syntax::ast::ItemKind;
use crate::table::Table;
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
    /// What `rolecall.toml` and the command line ask for.
    pub(super) config: Config,
    /// Findings that were there when the team began, and are not reported.
    pub(super) known: Known,
    /// What "now" was.
    pub(super) now: Option<i64>,
}

impl Package {
    /// Files that were not compiled, and what is wrong with them.
    pub(super) fn unread(base: String, sources: SourceSet, diagnostics: Vec<Diagnostic>) -> Self {
        let (config, known) = (Config::default(), Known::default());
        Self { base, sources, compilation: None, diagnostics, config, known, now: None }
    }
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
    options: Options<'_>,
    now: Now<'_>,
    out: &Output,
) -> Result<Package, Failure> {
    compile_asked(folder, options, now, &RuleArgs::none(false), out)
}

/// The same with what the command line asks of the rules, and with the baseline.
pub(super) fn compile_asked(
    folder: &Path,
    options: Options<'_>,
    now: Now<'_>,
    asked: &RuleArgs,
    out: &Output,
) -> Result<Package, Failure> {
    let base = folder.to_string_lossy().into_owned();
    let _progress = Progress::start(out.words(&text::PROGRESS_COMPILING.with([("path", (&*base).into())])));
    let mut project = project::load(folder);
    if !project.diagnostics.is_empty() {
        let mut diagnostics = project.diagnostics;
        diagnostics.extend(project.parsed.diagnostics);
        diagnostic::sort(&mut diagnostics);
        return Ok(Package::unread(base, project.sources, diagnostics));
    }
    let mut config = std::mem::take(&mut project.config);
    asked.apply(&mut config)?;
    let baseline = if asked.no_baseline { None } else { read_baseline(folder)? };
    let now = now.instant(Some(zone(&project)))?;
    let sources = project.sources;
    let mut compilation =
        compile::finish(&sources, project.parsed, Options { now, settings: &config.settings, ..options });
    let mut diagnostics = std::mem::take(&mut compilation.diagnostics);
    let known = baseline
        .filter(|_| compilation.sound)
        .map(|baseline| baseline.take_out(&sources, (now, &config.settings), &mut diagnostics));
    let (compilation, known) = (Some(compilation), known.unwrap_or_default());
    Ok(Package { base, sources, compilation, diagnostics, config, known, now })
}

/// The baseline of a package, if it has one.
pub(super) fn read_baseline(folder: &Path) -> Result<Option<Baseline>, Failure> {
    let help = || Some(words::MAKE_ANEW.plain());
    project::read_baseline(folder).map_err(|message| Failure::Message(message, help()))
}

/// A policy without a model cannot be checked; broken guarantees, failed tests and findings from the fail level on count.
pub(super) fn judge(package: &Package) -> Exit {
    if !is_sound(package) {
        Exit::CannotRun
    } else if package.diagnostics.iter().any(|d| d.severity >= package.config.fail_level) {
        Exit::Findings
    } else {
        Exit::Clean
    }
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

/// Draws the diagnostics of a package that cannot be used, with their count.
pub(super) fn refuse(package: &Package, out: &mut Output) -> Failure {
    report::draw_package(package, out);
    let mut counts = Counts::default();
    counts.add(&package.diagnostics);
    let line = render::summary(counts, out.lang);
    out.talk(&line);
    Failure::Reported
}

/// Whether there is a model that anything can be asked of.
pub(super) fn is_sound(package: &Package) -> bool {
    package.compilation.as_ref().is_some_and(|compilation| compilation.sound)
}

/// Compiles a folder without proofs and rules; `file` says what to do where a file is given.
pub(super) fn compile_plain(path: &Path, file: crate::message::Message, out: &mut Output) -> Result<Package, Failure> {
    if path.is_file() {
        return Err(file.into());
    }
    compile_package(path, Options { prove: false, lint: false, ..Options::default() }, Now::Unread, out)
}

/// What a report tells of a package.
pub(super) fn part(package: Package, out: &Output) -> Result<Part, Failure> {
    let mut claims = Vec::new();
    if let Some(compilation) = &package.compilation {
        claims.extend(compilation.model.guarantees.iter().zip(&compilation.verdicts).map(|(guarantee, verdict)| {
            let (verdict, witness) = match verdict {
                Verdict::Proved => ("proved", Vec::new()),
                Verdict::Broken(witness) => ("broken", witness.requests.clone()),
                Verdict::Undecided => ("undecided", Vec::new()),
            };
            let sentence = guarantee.sentence.to_string();
            Claim { sentence, verdict, span: guarantee.origin.span, witness }
        }));
    }
    let tests = match tested(&package)? {
        Some(report) => {
            let documents = outcomes_json(&package, report, out);
            let outcomes = report.outcomes.iter().zip(documents).map(|(outcome, document)| Tested {
                name: outcome.name.to_string(),
                passed: outcome.passed(),
                span: outcome.origin.span,
                document,
            });
            outcomes.collect()
        }
        None => Vec::new(),
    };
    let sound = is_sound(&package);
    let root = project::from_repository(Path::new(&package.base));
    let Package { base, sources, compilation, diagnostics, known, .. } = package;
    let mut waived = compilation.map(|compilation| compilation.waived).unwrap_or_default();
    let reason = project::BASELINE_NAME;
    let from_baseline = |diagnostic| Waived { diagnostic, reason: reason.to_owned(), place: None };
    waived.extend(known.findings.into_iter().map(from_baseline));
    Ok(Part { base, root, sources, sound, diagnostics, waived, gone: known.gone, claims, tests })
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
        Some(Err(TestError::Open(error))) => Err(project::bad_table(error).into()),
    }
}

/// Opens a table that was just made or read.
pub(super) fn open_table(bytes: &[u8]) -> Result<Table<'_>, Failure> {
    Table::open(bytes).map_err(|error| project::bad_table(&error).into())
}

/// What came of each test, for JSON.
fn outcomes_json(package: &Package, report: &scenario::Report, out: &Output) -> Vec<Value> {
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
