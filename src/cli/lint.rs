//! `rolecall lint`: findings alone, without proofs and tests; what can be mended mechanically, with `--fix`.

use super::arguments::ReportFormat;
use super::output::{Exit, Failure, Output};
use super::policy::{self, Now, Package};
use super::repair::{self, Looked};
use super::rules::RuleArgs;
use super::waivers;
use crate::compile::{self, Options};
use crate::diagnostic::{Diagnostic, Safety, Severity, codes};
use crate::lint::{self, Known};
use crate::message::{cli as text, repair as words};
use crate::render::{self, Counts};
use crate::source::SourceSet;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Look for findings alone.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packages: folders with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// List the rules
    #[arg(long)]
    list: bool,
    /// List the waivers, with what each covers and how long
    #[arg(long, conflicts_with_all = ["list", "fix", "unsafe_fix", "diff"])]
    waivers: bool,
    /// Mend what can be mended while every request is answered as before, then look again
    #[arg(long)]
    fix: bool,
    /// Mend also what takes rights away, and errors whose meaning is guessed
    #[arg(long)]
    unsafe_fix: bool,
    /// Write nothing, show what `--fix` would change
    #[arg(long)]
    diff: bool,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ReportFormat,
    #[command(flatten)]
    asked: RuleArgs,
    /// "Now", for findings about dates; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
}

/// The tests are run for their findings: a waiver of one must not seem unused.
const OPTIONS: fn() -> Options<'static> = || Options { prove: false, test: true, ..Options::default() };

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    if args.list {
        list(out);
        return Ok(Exit::Clean);
    }
    let mut exit = Exit::Clean;
    let mut counts = Counts::default();
    let mut known = Known::default();
    let mut documents = Vec::new();
    let mut packages = Vec::new();
    let mut left = render::TERMINAL_LIMIT;
    for path in &args.paths {
        let mut package = look(args, path, out)?;
        if args.fix || args.unsafe_fix || args.diff {
            let differs = mend(args, path, &package, out)?;
            if args.diff {
                exit = exit.max(if differs { Exit::Findings } else { Exit::Clean });
                continue;
            }
            if differs {
                package = look(args, path, out)?;
            }
        }
        exit = exit.max(policy::judge(&package));
        if args.waivers {
            packages.push(package);
            continue;
        }
        counts.add(&package.diagnostics);
        known.findings.extend_from_slice(&package.known.findings);
        known.gone += package.known.gone;
        let style = out.style(&package.base);
        let json = |d: &Diagnostic| render::diagnostic_json(&package.sources, d, style);
        documents.extend(package.diagnostics.iter().map(json));
        policy::report(&package, args.format, &mut left, out);
    }
    if args.diff {
        return Ok(exit);
    }
    if args.waivers {
        waivers::show(&packages, args.format, out);
        return Ok(if exit == Exit::CannotRun { exit } else { Exit::Clean });
    }
    match args.format {
        ReportFormat::Human | ReportFormat::Concise => {
            if args.format == ReportFormat::Human {
                policy::say_left_out(counts.errors + counts.warnings + counts.infos, out);
            }
            policy::say_known(&known, out);
            let line = render::summary(counts, out.lang);
            out.talk(&line);
        }
        ReportFormat::Json => {
            let document = json!({
                "format_version": render::FORMAT_VERSION,
                "diagnostics": documents,
                "baseline": policy::known_json(&known),
                "summary": render::summary_json(counts),
            });
            out.line(&document.to_string());
        }
    }
    Ok(exit)
}

/// Compiles, and keeps findings; errors are kept only where they leave no model to look at.
fn look(args: &Args, path: &Path, out: &Output) -> Result<Package, Failure> {
    let mut package = policy::compile_asked(path, OPTIONS(), Now::of(args.at.as_ref()), &args.asked, out)?;
    if package.compilation.as_ref().is_some_and(|compilation| compilation.sound) {
        package.diagnostics.retain(|d| !is_of_tests(d));
    }
    Ok(package)
}

fn is_of_tests(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity == Severity::Error && codes::scenario::ALL.contains(&diagnostic.code)
}

/// Applies repairs, or shows them; whether there were any.
fn mend(args: &Args, path: &Path, package: &Package, out: &mut Output) -> Result<bool, Failure> {
    if package.compilation.is_none() {
        return Ok(false);
    }
    let baseline = if args.asked.no_baseline { None } else { policy::read_baseline(path)? };
    let (now, settings) = (package.now, &package.config.settings);
    let again = |sources: &SourceSet| {
        let mut compilation = compile::compile(sources, Options { now, settings, ..OPTIONS() });
        let mut diagnostics = std::mem::take(&mut compilation.diagnostics);
        if let Some(baseline) = &baseline {
            baseline.take_out(sources, (now, settings), &mut diagnostics);
        }
        Looked { compilation, diagnostics }
    };
    let most = if args.unsafe_fix { Safety::Guesses } else { Safety::Keeps };
    let mended = repair::mend(package, most, &again)?;
    if mended.applied > 0 {
        if args.diff {
            mended.show(package, out);
        } else {
            mended.write(package)?;
        }
        repair::say(mended.applied, !args.diff, out);
    }
    let beyond = |d: &&Diagnostic| d.fix.as_ref().is_some_and(|fix| fix.safety > most);
    let left = package.diagnostics.iter().filter(beyond).count();
    if left > 0 {
        let words = out.words(&words::UNSAFE_LEFT.with([("n", left.into())]));
        out.talk(&words);
    }
    Ok(mended.applied > 0)
}

fn list(out: &mut Output) {
    let mut rules: Vec<_> = lint::rules().collect();
    rules.sort_by_key(|rule| rule.code.id);
    let width = rules.iter().map(|rule| rule.code.name.len()).max().unwrap_or(0);
    let group_width = rules.iter().map(|rule| rule.group.name().len()).max().unwrap_or(0);
    for rule in rules {
        let (id, name, group) = (rule.code.id, rule.code.name, rule.group.name());
        let line = format!("{id}  {name:width$}  {group:group_width$}  {}", rule.code.summary.get(out.lang));
        out.line(&line);
    }
    let words = out.words(&text::LINT_EXPLAIN.plain());
    out.talk(&words);
}
