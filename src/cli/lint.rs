//! `rolecall lint`: findings alone, without proofs and tests; what can be mended mechanically, with `--fix`.

use super::arguments::{FailLevel, ReportFormat};
use super::output::{Exit, Failure, Output};
use super::policy::{self, Now, Package};
use super::repair;
use crate::compile::Options;
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::lint;
use crate::message::cli as text;
use crate::render::{self, Counts};
use serde_json::json;
use std::path::PathBuf;

/// Look for findings alone.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packages: folders with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// List the rules
    #[arg(long)]
    list: bool,
    /// Mend what can be mended mechanically, then look again
    #[arg(long)]
    fix: bool,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ReportFormat,
    /// From which severity on a finding makes the exit status 1
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    fail_level: FailLevel,
    /// "Now", for findings about dates; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    if args.list {
        list(out);
        return Ok(Exit::Clean);
    }
    let mut exit = Exit::Clean;
    let mut counts = Counts::default();
    let mut documents = Vec::new();
    let mut left = render::TERMINAL_LIMIT;
    for path in &args.paths {
        let mut package = look(args, path, out)?;
        if args.fix && repair::apply(&package, out)? {
            package = look(args, path, out)?;
        }
        if policy::has_errors(&package) {
            exit = Exit::CannotRun;
        } else if package.diagnostics.iter().any(|d| args.fail_level.counts(d.severity)) {
            exit = exit.max(Exit::Findings);
        }
        counts.add(&package.diagnostics);
        let style = out.style(&package.base);
        let json = |d: &Diagnostic| render::diagnostic_json(&package.sources, d, style);
        documents.extend(package.diagnostics.iter().map(json));
        policy::report(&package, args.format, &mut left, out);
    }
    match args.format {
        ReportFormat::Human | ReportFormat::Concise => {
            if args.format == ReportFormat::Human {
                policy::say_left_out(counts.errors + counts.warnings + counts.infos, out);
            }
            let line = render::summary(counts, out.lang);
            out.talk(&line);
        }
        ReportFormat::Json => {
            let document = json!({
                "format_version": render::FORMAT_VERSION,
                "diagnostics": documents,
                "summary": render::summary_json(counts),
            });
            out.line(&document.to_string());
        }
    }
    Ok(exit)
}

/// Compiles, and keeps findings; errors are kept only where they leave no model to look at.
fn look(args: &Args, path: &std::path::Path, out: &Output) -> Result<Package, Failure> {
    // The tests are run for their findings: a waiver of one must not seem unused.
    let options = Options { prove: false, test: true, ..Options::default() };
    let mut package = policy::compile_package(path, options, Now::of(args.at.as_ref()), out)?;
    if package.compilation.as_ref().is_some_and(|compilation| compilation.sound) {
        let of_tests = |d: &Diagnostic| d.severity == Severity::Error && codes::scenario::ALL.contains(&d.code);
        package.diagnostics.retain(|d| !of_tests(d));
    }
    Ok(package)
}

fn list(out: &mut Output) {
    let width = lint::ALL.iter().map(|lint| lint.code.name.len()).max().unwrap_or(0);
    let mut rules: Vec<_> = lint::ALL.iter().map(|lint| lint.code).collect();
    rules.sort_by_key(|code| code.id);
    for code in rules {
        let line = format!("{}  {:width$}  {}", code.id, code.name, code.summary.get(out.lang));
        out.line(&line);
    }
    let words = out.words(&text::LINT_EXPLAIN.plain());
    out.talk(&words);
}
