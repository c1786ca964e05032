//! What a run found, in the forms that were asked for: one on the streams, any number in files.

use super::arguments::ReportFormat;
use super::help::BadValue;
use super::output::{Exit, Failure, Output};
use super::policy::Package;
use crate::diagnostic::Diagnostic;
use crate::message::{baseline, report as text};
use crate::project;
use crate::render::{self, Part, Run};
use crate::source::SourceSet;
use clap::ValueEnum;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// How and where to write what was found.
#[derive(Debug, clap::Args)]
pub(super) struct ReportArgs {
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(super) format: ReportFormat,
    /// Write them to a file as well, such as sarif=out.sarif; may be repeated
    #[arg(long = "output", value_name = "FORMAT=FILE", value_parser = file)]
    pub(super) files: Vec<ReportFile>,
}

/// A form and the file that it goes to.
#[derive(Clone, Debug)]
pub(super) struct ReportFile {
    format: ReportFormat,
    path: PathBuf,
}

fn file(written: &str) -> Result<ReportFile, BadValue> {
    let (format, path) = written.split_once('=').unwrap_or((written, ""));
    let format = ReportFormat::from_str(format, false).map_err(|_| {
        let names = ReportFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = names.map(|value| format!("`{}`", value.get_name())).collect();
        BadValue(text::NO_FORM.with([("name", format.into()), ("names", names.into())]))
    })?;
    if path.is_empty() {
        return Err(BadValue(text::FORM_WITHOUT_FILE.plain()));
    }
    Ok(ReportFile { format, path: PathBuf::from(path) })
}

impl ReportArgs {
    /// Refuses two forms for one file, before any work is done.
    pub(super) fn check(&self) -> Result<(), Failure> {
        let mut seen: BTreeSet<PathBuf> = BTreeSet::new();
        match self.files.iter().find(|file| !seen.insert(project::identity(&file.path))) {
            Some(file) => {
                let path = file.path.to_string_lossy().into_owned();
                Err(text::OUTPUT_TWICE.with([("path", path.into())]).into())
            }
            None => Ok(()),
        }
    }

    /// Whether there is anything but a drawing for people.
    pub(super) fn is_plain(&self) -> bool {
        self.format == ReportFormat::Human && self.files.is_empty()
    }
}

/// Writes what was found and, where people read it, the last line.
pub(super) fn write(args: &ReportArgs, run: &Run, last: &str, out: &mut Output) -> Result<Exit, Failure> {
    if args.format == ReportFormat::Human {
        draw(run.parts.iter().flat_map(|p| p.diagnostics.iter().map(move |d| (&p.sources, p.base.as_str(), d))), out);
    } else {
        let document = document(args.format, run, out);
        out.data(document.as_bytes());
    }
    if matches!(args.format, ReportFormat::Human | ReportFormat::Concise) {
        say_baseline(run, out);
        out.talk(last);
    }
    for file in &args.files {
        let mut document = document(file.format, run, out);
        if file.format == ReportFormat::Human {
            document.push_str(last);
            document.push('\n');
        }
        let inputs: Vec<PathBuf> =
            run.parts.iter().flat_map(|part| project::inputs(&part.sources, &part.base)).collect();
        project::write_output(&file.path, document.as_bytes(), &inputs)?;
    }
    if args.format == ReportFormat::Github || args.files.iter().any(|file| file.format == ReportFormat::Github) {
        append_job_summary(run)?;
    }
    Ok(match run.exit {
        0 => Exit::Clean,
        1 => Exit::Findings,
        _ => Exit::CannotRun,
    })
}

/// Says what the baseline keeps from being reported, and what of it is gone.
fn say_baseline(run: &Run, out: &mut Output) {
    let (known, gone) = run.baseline();
    for (n, entry) in [(known, &baseline::KNOWN), (gone, &baseline::GONE)] {
        if n > 0 {
            let words = out.words(&entry.with([("n", n.into())]));
            out.talk(&words);
        }
    }
}

/// A run as text, complete and without colors.
fn document(format: ReportFormat, run: &Run, out: &mut Output) -> String {
    let lines = |show: &dyn Fn(&Part, &Diagnostic) -> String| {
        let all = run.parts.iter().flat_map(|part| part.diagnostics.iter().map(move |diagnostic| (part, diagnostic)));
        all.map(|(part, diagnostic)| show(part, diagnostic)).collect::<String>()
    };
    match format {
        ReportFormat::Human => lines(&|part, d| render::human(&part.sources, d, part.style(run.lang))),
        ReportFormat::Concise => lines(&|part, d| render::concise(&part.sources, d, part.style(run.lang)) + "\n"),
        ReportFormat::Json => render::json(run),
        ReportFormat::Sarif => {
            let (document, notes) = render::sarif(run);
            for note in notes {
                let words = out.words(&note);
                out.talk(&words);
            }
            document
        }
        ReportFormat::Github => render::github(run),
        ReportFormat::Gitlab => render::gitlab(run),
        ReportFormat::Junit => render::junit(run),
        ReportFormat::Rdjson => render::rdjson(run),
    }
}

/// GitHub shows on the page of a job what its steps append to this file.
fn append_job_summary(run: &Run) -> Result<(), Failure> {
    match std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()) {
        Some(path) => Ok(project::append(Path::new(&path), render::github_summary(run).as_bytes())?),
        None => Ok(()),
    }
}

/// Draws diagnostics on the terminal: the worst where there are too many, and how many of each rule are not shown.
pub(super) fn draw<'a>(all: impl Iterator<Item = (&'a SourceSet, &'a str, &'a Diagnostic)>, out: &mut Output) {
    let all: Vec<_> = all.collect();
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|at| all.get(*at).map(|(_, _, diagnostic)| std::cmp::Reverse(diagnostic.severity)));
    let mut of_rule: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut shown: BTreeSet<usize> = BTreeSet::new();
    for at in order {
        let Some((_, _, diagnostic)) = all.get(at) else { continue };
        let count = of_rule.entry((diagnostic.code.id, diagnostic.code.name)).or_insert(0);
        if shown.len() < render::TERMINAL_LIMIT && *count < render::RULE_LIMIT {
            shown.insert(at);
        }
        *count += 1;
    }
    for (at, (sources, base, diagnostic)) in all.iter().enumerate() {
        if shown.contains(&at) {
            let drawn = render::human(sources, diagnostic, out.style(base));
            out.talk_drawn(&drawn);
            if let Some(count) = of_rule.get_mut(&(diagnostic.code.id, diagnostic.code.name)) {
                *count -= 1;
            }
        }
    }
    of_rule.retain(|_, left| *left > 0);
    for ((code, name), left) in &of_rule {
        let words =
            text::MORE_OF_RULE.with([("n", (*left).into()), ("code", (*code).into()), ("name", (*name).into())]);
        let words = out.words(&words);
        out.talk(&words);
    }
    if !of_rule.is_empty() {
        let words = out.words(&text::SHOW_ALL.plain());
        out.talk(&words);
    }
}

/// Draws what is wrong with one package.
pub(super) fn draw_package(package: &Package, out: &mut Output) {
    draw(package.diagnostics.iter().map(|d| (&package.sources, package.base.as_str(), d)), out);
}
