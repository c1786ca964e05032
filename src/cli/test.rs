//! `rolecall test`: the tests that a policy carries, alone.

use super::arguments::ReportFormat;
use super::output::{Exit, Failure, Output};
use super::policy::{self, Now, Package};
use crate::compile::Options;
use crate::diagnostic::{Diagnostic, codes};
use crate::message::cli as text;
use crate::render::{self, Counts};
use crate::scenario::Report;
use serde_json::json;
use std::path::PathBuf;

/// Run the tests that the policy carries.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The package: a folder with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// How results are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ReportFormat,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let options = Options { prove: false, lint: false, test: true, ..Options::default() };
    let mut package = policy::compile_package(&args.path, options, Now::Unread, out)?;
    if !package.compilation.as_ref().is_some_and(|compilation| compilation.sound) {
        return Err(policy::refuse(&package, out));
    }
    package.diagnostics.retain(is_about_tests);
    let none = Report::default();
    let report = policy::tested(&package)?.unwrap_or(&none);
    match args.format {
        ReportFormat::Human | ReportFormat::Concise => say(args.format, &package, report, out),
        ReportFormat::Json => {
            let style = out.style(&package.base);
            let mut counts = Counts::default();
            counts.add(&package.diagnostics);
            let json = |d: &Diagnostic| render::diagnostic_json(&package.sources, d, style);
            let document = json!({
                "format_version": render::FORMAT_VERSION,
                "tests": policy::outcomes_json(&package, report, out),
                "diagnostics": package.diagnostics.iter().map(json).collect::<Vec<_>>(),
                "summary": render::summary_json(counts),
            });
            out.line(&document.to_string());
        }
    }
    let failed = report.outcomes.iter().any(|outcome| !outcome.passed());
    Ok(if failed { Exit::Findings } else { Exit::Clean })
}

fn is_about_tests(diagnostic: &Diagnostic) -> bool {
    codes::scenario::ALL.contains(&diagnostic.code)
}

fn say(format: ReportFormat, package: &Package, report: &Report, out: &mut Output) {
    let mut left = render::TERMINAL_LIMIT;
    policy::report(package, format, &mut left, out);
    if format == ReportFormat::Human {
        policy::say_left_out(package.diagnostics.len(), out);
    }
    if report.outcomes.is_empty() {
        let words = out.words(&text::NO_TESTS.plain());
        return out.talk(&words);
    }
    let passed = report.outcomes.iter().filter(|outcome| outcome.passed()).count();
    let failed = report.outcomes.len() - passed;
    let mut parts = vec![out.words(&text::N_PASSED.with([("n", passed.into())]))];
    if failed > 0 {
        parts.insert(0, out.words(&text::N_FAILED.with([("n", failed.into())])));
    }
    let line = parts.join(&out.words(&text::CLAUSES.plain()));
    out.talk(&line);
}
