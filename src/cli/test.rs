//! `rolecall test`: the tests that a policy carries, alone.

use super::output::{Exit, Failure, Output};
use super::policy::{self, Now};
use super::report::{self, ReportArgs};
use crate::compile::Options;
use crate::diagnostic::{Diagnostic, Severity, codes};
use crate::message::cli as text;
use crate::render::{self, Run, Verb};
use std::path::PathBuf;

/// Run the tests that the policy carries.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The package: a folder with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    #[command(flatten)]
    report: ReportArgs,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    args.report.check()?;
    let options = Options { prove: false, lint: false, test: true, ..Options::default() };
    let mut package = policy::compile_package(&args.path, options, Now::Unread, out)?;
    let sound = policy::is_sound(&package);
    if sound {
        package.diagnostics.retain(is_about_tests);
    }
    let part = policy::part(package, out)?;
    let exit = match part.tests.iter().all(|test| test.passed) {
        _ if !sound => Exit::CannotRun,
        true => Exit::Clean,
        false => Exit::Findings,
    };
    let fails_from = Severity::Error;
    let run = Run { verb: Verb::Test, lang: out.lang, exit: exit.status(), fails_from, parts: vec![part] };
    let last = if sound { summary(&run, out) } else { render::summary(run.counts(), out.lang) };
    report::write(&args.report, &run, &last, out)
}

fn is_about_tests(diagnostic: &Diagnostic) -> bool {
    codes::scenario::ALL.contains(&diagnostic.code)
}

fn summary(run: &Run, out: &Output) -> String {
    let (passed, failed) = (run.tests(true), run.tests(false));
    if passed + failed == 0 {
        return out.words(&text::NO_TESTS.plain());
    }
    let mut parts = vec![out.words(&text::N_PASSED.with([("n", passed.into())]))];
    if failed > 0 {
        parts.insert(0, out.words(&text::N_FAILED.with([("n", failed.into())])));
    }
    parts.join(&out.words(&text::CLAUSES.plain()))
}
