//! `rolecall check`: everything that CI asks of a policy.

use super::arguments::ReportFormat;
use super::output::{Exit, Failure, Output};
use super::policy::{self, Now, Package};
use super::rules::RuleArgs;
use crate::compile::Options;
use crate::diagnostic::Diagnostic;
use crate::guarantee::Verdict;
use crate::lint::Known;
use crate::message::{Message, cli as text};
use crate::render::{self, Counts};
use crate::{scenario, wire};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Parse, resolve, analyze, prove the guarantees, run the tests.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packages: folders with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ReportFormat,
    #[command(flatten)]
    asked: RuleArgs,
    /// "Now", for findings about dates; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
}

/// What came of all packages.
#[derive(Default)]
struct Tally {
    counts: Counts,
    proved: usize,
    passed: usize,
    tests: usize,
    diagnostics: Vec<Value>,
    guarantees: Vec<Value>,
    outcomes: Vec<Value>,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    let mut tally = Tally::default();
    let mut known = Known::default();
    let mut left = render::TERMINAL_LIMIT;
    for path in &args.paths {
        let options = Options { test: true, ..Options::default() };
        let package = policy::compile_asked(path, options, Now::of(args.at.as_ref()), &args.asked, out)?;
        let tested = policy::tested(&package)?;
        exit = exit.max(policy::judge(&package));
        known.findings.extend_from_slice(&package.known.findings);
        known.gone += package.known.gone;
        tally.add(&package, tested, out);
        policy::report(&package, args.format, &mut left, out);
    }
    match args.format {
        ReportFormat::Human | ReportFormat::Concise => {
            if args.format == ReportFormat::Human {
                policy::say_left_out(tally.total(), out);
            }
            policy::say_known(&known, out);
            let line = tally.summary(out);
            out.talk(&line);
        }
        ReportFormat::Json => {
            let document = json!({
                "format_version": render::FORMAT_VERSION,
                "diagnostics": tally.diagnostics,
                "guarantees": tally.guarantees,
                "tests": tally.outcomes,
                "baseline": policy::known_json(&known),
                "summary": render::summary_json(tally.counts),
            });
            out.line(&document.to_string());
        }
    }
    Ok(exit)
}

impl Tally {
    fn total(&self) -> usize {
        self.counts.errors + self.counts.warnings + self.counts.infos
    }

    fn add(&mut self, package: &Package, tested: Option<&scenario::Report>, out: &Output) {
        let style = out.style(&package.base);
        self.counts.add(&package.diagnostics);
        let json = |d: &Diagnostic| render::diagnostic_json(&package.sources, d, style);
        self.diagnostics.extend(package.diagnostics.iter().map(json));
        if let Some(compilation) = &package.compilation {
            for (guarantee, verdict) in compilation.model.guarantees.iter().zip(&compilation.verdicts) {
                let word = match verdict {
                    Verdict::Proved => "proved",
                    Verdict::Broken(_) => "broken",
                    Verdict::Undecided => "undecided",
                };
                self.proved += usize::from(matches!(verdict, Verdict::Proved));
                let mut told = json!({
                    "sentence": guarantee.sentence,
                    "verdict": word,
                    "place": render::place_json(&package.sources, guarantee.origin.span, style),
                });
                if let (Verdict::Broken(witness), Some(told)) = (verdict, told.as_object_mut()) {
                    let requests = witness.requests.iter().map(wire::witness);
                    told.insert("witness".to_owned(), requests.collect());
                }
                self.guarantees.push(told);
            }
            if let Some(report) = tested {
                self.tests += report.outcomes.len();
                self.passed += report.outcomes.iter().filter(|outcome| outcome.passed()).count();
                self.outcomes.extend(policy::outcomes_json(package, report, out));
            }
        }
    }

    fn summary(&self, out: &Output) -> String {
        let mut parts = vec![render::summary(self.counts, out.lang)];
        let mut part = |n: usize, words: Message| {
            if n > 0 {
                parts.push(out.words(&words));
            }
        };
        part(self.proved, text::N_PROVED.with([("n", self.proved.into())]));
        part(self.passed, text::N_PASSED.with([("n", self.passed.into())]));
        let failed = self.tests - self.passed;
        part(failed, text::N_FAILED.with([("n", failed.into())]));
        parts.join(out.words(&text::CLAUSES.plain()).as_str())
    }
}
