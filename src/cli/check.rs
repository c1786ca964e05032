//! `rolecall check`: everything that CI asks of a policy.

use super::output::{Exit, Failure, Output};
use super::policy::{self, Now};
use super::report::{self, ReportArgs};
use super::rules::RuleArgs;
use super::watch;
use crate::compile::Options;
use crate::diagnostic::Severity;
use crate::message::{Message, cli as text};
use crate::render::{self, Run, Verb};
use std::path::PathBuf;

/// Parse, resolve, analyze, prove the guarantees, run the tests.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packages: folders with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    report: ReportArgs,
    #[command(flatten)]
    asked: RuleArgs,
    /// "Now", for findings about dates; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// Check again whenever a file changes, on a terminal
    #[arg(long)]
    watch: bool,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    args.report.check()?;
    if args.watch {
        watch::check(&args.report, false)?;
        return watch::watch(&args.paths, |out| look(args, out).map(|(run, _)| run), out);
    }
    look(args, out).map(|(_, exit)| exit)
}

fn look(args: &Args, out: &mut Output) -> Result<(Run, Exit), Failure> {
    let mut exit = Exit::Clean;
    let mut parts = Vec::new();
    let mut fails_from = Severity::Error;
    for path in &args.paths {
        let options = Options { test: true, ..Options::default() };
        let package = policy::compile_asked(path, options, Now::of(args.at.as_ref()), &args.asked, out)?;
        exit = exit.max(policy::judge(&package));
        fails_from = fails_from.min(package.config.fail_level);
        parts.push(policy::part(package, out)?);
    }
    let run = Run { verb: Verb::Check, lang: out.lang, exit: exit.status(), fails_from, parts };
    let exit = report::write(&args.report, &run, &summary(&run, out), out)?;
    Ok((run, exit))
}

fn summary(run: &Run, out: &Output) -> String {
    let mut parts = vec![render::summary(run.counts(), out.lang)];
    let mut part = |n: usize, words: Message| {
        if n > 0 {
            parts.push(out.words(&words));
        }
    };
    let proved = run.claims("proved");
    part(proved, text::N_PROVED.with([("n", proved.into())]));
    let (passed, failed) = (run.tests(true), run.tests(false));
    part(passed, text::N_PASSED.with([("n", passed.into())]));
    part(failed, text::N_FAILED.with([("n", failed.into())]));
    parts.join(out.words(&text::CLAUSES.plain()).as_str())
}
