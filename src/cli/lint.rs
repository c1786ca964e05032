//! `rolecall lint`: findings alone, without proofs and tests; what can be mended mechanically, with `--fix`.

use super::arguments::ReportFormat;
use super::output::{Exit, Failure, Output};
use super::policy::{self, Now, Package};
use super::repair::{self, Looked};
use super::report::{self, ReportArgs};
use super::rules::RuleArgs;
use super::{waivers, watch};
use crate::compile::{self, Options};
use crate::diagnostic::{Class, Diagnostic, Safety, Severity, codes};
use crate::lint::{self, Level, Lint};
use crate::message::{Text, cli as text, repair as repairs, report as words};
use crate::render::{self, Run, Verb};
use crate::source::SourceSet;
use serde_json::json;
use std::path::{Path, PathBuf};

/// Look for findings alone.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packages: folders with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// List the rules, as a table or with `--format json` as one document
    #[arg(long)]
    list: bool,
    /// List the waivers, with what each covers and how long
    #[arg(long, conflicts_with_all = ["list", "fix", "unsafe_fix", "diff", "watch"])]
    waivers: bool,
    /// Mend what can be mended while every request is answered as before, then look again
    #[arg(long)]
    fix: bool,
    /// Mend also what takes rights away, and errors whose meaning is guessed
    #[arg(long)]
    unsafe_fix: bool,
    /// Write nothing, show what would change
    #[arg(long, conflicts_with = "watch")]
    diff: bool,
    #[command(flatten)]
    report: ReportArgs,
    #[command(flatten)]
    asked: RuleArgs,
    /// "Now", for findings about dates; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// Look again whenever a file changes, on a terminal
    #[arg(long)]
    watch: bool,
}

/// The tests are run for their findings: a waiver of one must not seem unused.
const OPTIONS: fn() -> Options<'static> = || Options { prove: false, test: true, ..Options::default() };

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    if args.list {
        return list(args.report.format, out);
    }
    args.report.check()?;
    if args.waivers {
        return show_waivers(args, out);
    }
    if args.diff {
        return show_repairs(args, out);
    }
    if args.watch {
        watch::check(&args.report, args.fix || args.unsafe_fix)?;
        return watch::watch(&args.paths, |out| look_at_all(args, out).map(|(run, _)| run), out);
    }
    look_at_all(args, out).map(|(_, exit)| exit)
}

fn look_at_all(args: &Args, out: &mut Output) -> Result<(Run, Exit), Failure> {
    let mut exit = Exit::Clean;
    let mut parts = Vec::new();
    let mut fails_from = Severity::Error;
    for path in &args.paths {
        let mut package = look(args, path, out)?;
        if (args.fix || args.unsafe_fix) && mend(args, path, &package, out)? {
            package = look(args, path, out)?;
        }
        exit = exit.max(policy::judge(&package));
        fails_from = fails_from.min(package.config.fail_level);
        parts.push(policy::part(package, out)?);
    }
    let run = Run { verb: Verb::Lint, lang: out.lang, exit: exit.status(), fails_from, parts };
    let last = render::summary(run.counts(), out.lang);
    let exit = report::write(&args.report, &run, &last, out)?;
    Ok((run, exit))
}

/// Compiles, and keeps findings; errors are kept only where they leave no model to look at.
fn look(args: &Args, path: &Path, out: &Output) -> Result<Package, Failure> {
    let mut package = policy::compile_asked(path, OPTIONS(), Now::of(args.at.as_ref()), &args.asked, out)?;
    if let Some(compilation) = package.compilation.as_mut().filter(|compilation| compilation.sound) {
        compilation.tests = None;
        let of_tests = |d: &Diagnostic| d.severity == Severity::Error && codes::scenario::ALL.contains(&d.code);
        package.diagnostics.retain(|d| !of_tests(d));
    }
    Ok(package)
}

fn show_waivers(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let packages: Result<Vec<Package>, Failure> = args.paths.iter().map(|path| look(args, path, out)).collect();
    let packages = packages?;
    waivers::show(&packages, args.report.format, out)?;
    Ok(if packages.iter().all(policy::is_sound) { Exit::Clean } else { Exit::CannotRun })
}

fn show_repairs(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let mut exit = Exit::Clean;
    for path in &args.paths {
        let package = look(args, path, out)?;
        // Nothing to mend is not nothing wrong.
        let errors = package.diagnostics.iter().filter(|d| d.severity == Severity::Error);
        report::draw(errors.map(|d| (&package.sources, package.base.as_str(), d)), out);
        if mend(args, path, &package, out)? || policy::has_errors(&package) {
            exit = exit.max(Exit::Findings);
        }
        if !policy::is_sound(&package) {
            exit = Exit::CannotRun;
        }
    }
    Ok(exit)
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
    for left_out in &mended.left_out {
        let words = out.words(left_out);
        out.talk(&words);
    }
    let beyond = |d: &&Diagnostic| d.fix.as_ref().is_some_and(|fix| fix.safety > most);
    let left = package.diagnostics.iter().filter(beyond).count();
    if left > 0 {
        let words = out.words(&repairs::UNSAFE_LEFT.with([("n", left.into())]));
        out.talk(&words);
    }
    Ok(mended.applied > 0)
}

fn list(format: ReportFormat, out: &mut Output) -> Result<Exit, Failure> {
    let mut rules: Vec<&Lint> = lint::rules().collect();
    rules.sort_by_key(|rule| rule.code.id);
    match format {
        ReportFormat::Human => {
            for line in table(&rules, out) {
                out.line(&line);
            }
            let words = out.words(&text::LINT_EXPLAIN.plain());
            out.talk(&words);
        }
        ReportFormat::Json => {
            let rule = |rule: &&Lint| {
                let code = rule.code;
                json!({
                    "code": code.id,
                    "name": code.name,
                    "group": rule.group.name(),
                    "class": code.class.name(),
                    "level": rule.level().name(),
                    "fixable": code.fixable,
                    "security_severity": code.security.map(|tenths| f64::from(tenths) / 10.0),
                    "summary": code.summary.get(out.lang),
                })
            };
            let rules: Vec<_> = rules.iter().map(rule).collect();
            out.line(&json!({ "format_version": render::FORMAT_VERSION, "rules": rules }).to_string());
        }
        _ => return Err(words::LIST_FORMATS.plain().into()),
    }
    Ok(Exit::Clean)
}

/// One line a rule: code, name, group, level, how it is known, whether it can be mended, what it says.
fn table(rules: &[&Lint], out: &Output) -> Vec<String> {
    let cells = |rule: &&Lint| {
        let code = rule.code;
        let level = match rule.level() {
            Level::Error => &text::ERROR,
            Level::Warning => &text::WARNING,
            Level::Info => &text::INFO,
            Level::Off => &words::OFF,
        };
        let class: &Text = match code.class {
            Class::Exact => &words::CLASS_EXACT,
            Class::Graph => &words::CLASS_GRAPH,
            Class::Syntactic => &words::CLASS_SYNTACTIC,
            Class::Heuristic => &words::CLASS_HEURISTIC,
        };
        let fix = if code.fixable { words::FIXABLE.get(out.lang) } else { "" };
        [
            code.id,
            code.name,
            rule.group.name(),
            level.get(out.lang),
            class.get(out.lang),
            fix,
            code.summary.get(out.lang),
        ]
    };
    let rows: Vec<[&str; 7]> = rules.iter().map(cells).collect();
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| columns(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..6).map(width).collect();
    let line = |row: &[&str; 7]| {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths.iter().chain([&0])) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width.saturating_sub(columns(cell)) + 2));
        }
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}
