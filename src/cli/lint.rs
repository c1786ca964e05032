//! `rolecall lint`: findings alone, without proofs and tests; what can be mended mechanically, with `--fix`.

use super::arguments::{FailLevel, ReportFormat};
use super::output::{Exit, Failure, Output};
use super::policy::{self, Now, Package};
use super::repair;
use super::report::{self, ReportArgs};
use super::watch;
use crate::compile::Options;
use crate::diagnostic::{Class, Code, Diagnostic, Severity, codes};
use crate::lint;
use crate::message::{Text, cli as text, report as words};
use crate::render::{self, Run, Verb};
use serde_json::json;
use std::path::PathBuf;

/// Look for findings alone.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packages: folders with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// List the rules, as a table or with `--format json` as one document
    #[arg(long)]
    list: bool,
    /// Mend what can be mended mechanically, then look again
    #[arg(long)]
    fix: bool,
    #[command(flatten)]
    report: ReportArgs,
    /// From which severity on a finding makes the exit status 1
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    fail_level: FailLevel,
    /// "Now", for findings about dates; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// Look again whenever a file changes, on a terminal
    #[arg(long)]
    watch: bool,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    if args.list {
        return list(args.report.format, out);
    }
    args.report.check()?;
    if args.watch {
        watch::check(&args.report, args.fix)?;
        return watch::watch(&args.paths, |out| look_at_all(args, out).map(|(run, _)| run), out);
    }
    look_at_all(args, out).map(|(_, exit)| exit)
}

fn look_at_all(args: &Args, out: &mut Output) -> Result<(Run, Exit), Failure> {
    let mut exit = Exit::Clean;
    let mut parts = Vec::new();
    for path in &args.paths {
        let mut package = look(args, path, out)?;
        if args.fix && repair::apply(&package, out)? {
            package = look(args, path, out)?;
        }
        if policy::has_errors(&package) {
            exit = Exit::CannotRun;
        } else if package.diagnostics.iter().any(|d| d.severity >= args.fail_level.least()) {
            exit = exit.max(Exit::Findings);
        }
        parts.push(policy::part(package, out)?);
    }
    let fails_from = args.fail_level.least();
    let run = Run { verb: Verb::Lint, lang: out.lang, exit: exit.status(), fails_from, parts };
    let last = render::summary(run.counts(), out.lang);
    let exit = report::write(&args.report, &run, &last, out)?;
    Ok((run, exit))
}

/// Compiles, and keeps findings; errors are kept only where they leave no model to look at.
fn look(args: &Args, path: &std::path::Path, out: &Output) -> Result<Package, Failure> {
    // The tests are run for their findings: a waiver of one must not seem unused.
    let options = Options { prove: false, test: true, ..Options::default() };
    let mut package = policy::compile_package(path, options, Now::of(args.at.as_ref()), out)?;
    if let Some(compilation) = package.compilation.as_mut().filter(|compilation| compilation.sound) {
        compilation.tests = None;
        let of_tests = |d: &Diagnostic| d.severity == Severity::Error && codes::scenario::ALL.contains(&d.code);
        package.diagnostics.retain(|d| !of_tests(d));
    }
    Ok(package)
}

fn list(format: ReportFormat, out: &mut Output) -> Result<Exit, Failure> {
    let mut rules: Vec<_> = lint::ALL.iter().map(|lint| lint.code).collect();
    rules.sort_by_key(|code| code.id);
    match format {
        ReportFormat::Human => {
            for line in table(&rules, out) {
                out.line(&line);
            }
            let words = out.words(&text::LINT_EXPLAIN.plain());
            out.talk(&words);
        }
        ReportFormat::Json => {
            let rule = |code: &&Code| {
                json!({
                    "code": code.id,
                    "name": code.name,
                    "class": code.class.name(),
                    "level": render::severity_name(code.level),
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

/// One line a rule: code, name, level, how it is known, whether it can be mended, what it says.
fn table(rules: &[&Code], out: &Output) -> Vec<String> {
    let cells = |code: &&Code| {
        let level = match code.level {
            Severity::Error => &text::ERROR,
            Severity::Warning => &text::WARNING,
            Severity::Info => &text::INFO,
        };
        let class: &Text = match code.class {
            Class::Exact => &words::CLASS_EXACT,
            Class::Graph => &words::CLASS_GRAPH,
            Class::Syntactic => &words::CLASS_SYNTACTIC,
            Class::Heuristic => &words::CLASS_HEURISTIC,
        };
        let fix = if code.fixable { words::FIXABLE.get(out.lang) } else { "" };
        [code.id, code.name, level.get(out.lang), class.get(out.lang), fix, code.summary.get(out.lang)]
    };
    let rows: Vec<[&str; 6]> = rules.iter().map(cells).collect();
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| columns(cell)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..5).map(width).collect();
    let line = |row: &[&str; 6]| {
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
