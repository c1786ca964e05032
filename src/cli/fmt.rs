//! `rolecall fmt`: policy files in the one layout.

use super::line_diff::line_diff;
use super::output::{Exit, Failure, Output};
use super::report;
use crate::format::{self, FormatError};
use crate::message::{Message, cli as text};
use crate::project::{self, Project};
use crate::render;
use crate::source::FileId;
use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Bring policy files into the one layout.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Packages or single `*.roles` files; `-` formats stdin to stdout
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Change nothing, list the files that would change
    #[arg(long)]
    check: bool,
    /// Change nothing, show what would change
    #[arg(long)]
    diff: bool,
}

/// Bytes of stdin that are read.
const STDIN_LIMIT: u64 = 64 << 20;

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    if args.paths == [Path::new("-")] {
        return format_stdin(args, out);
    }
    let mut project = project::load_files(args.paths.iter().map(PathBuf::as_path));
    let mut work = Work::default();
    let broken: BTreeSet<FileId> = faults(&project);
    for index in 0..project.sources.files.len() {
        let id = FileId(index as u32);
        if !broken.contains(&id)
            && let Some((path, old, new)) = format_one(&mut project, id, &mut work)
        {
            work.total += 1;
            if old != new {
                work.changed += 1;
                apply(args, &path, &old, &new, &mut work, out);
            }
        }
    }
    let faults = work.faults;
    let failed = work.failed || !broken.is_empty();
    let unread = project.sources.files.len() - work.total;
    report_faults(project, faults, out);
    let words = if args.check || args.diff { &text::FMT_WOULD } else { &text::FMT_DONE };
    let same = work.total - work.changed;
    let mut words = words.with([("n", work.changed.into()), ("same", same.into())]);
    if unread > 0 {
        words = text::FMT_UNREAD.with([("words", words.into()), ("unread", unread.into())]);
    }
    let words = out.words(&words);
    out.talk(&words);
    Ok(match (failed, args.check || args.diff, work.changed) {
        (true, ..) => Exit::CannotRun,
        (false, true, 1..) => Exit::Findings,
        _ => Exit::Clean,
    })
}

/// What was done so far.
#[derive(Default)]
struct Work {
    total: usize,
    changed: usize,
    failed: bool,
    faults: Vec<Message>,
}

/// The files that could not be read or parsed.
fn faults(project: &Project) -> BTreeSet<FileId> {
    project.diagnostics.iter().chain(&project.parsed.diagnostics).map(|d| d.primary.span.file).collect()
}

/// Path, text and layouted text of a file.
fn format_one(project: &mut Project, id: FileId, work: &mut Work) -> Option<(String, String, String)> {
    let file = project.sources.file(id)?;
    let ast = project.parsed.asts.get(id.0 as usize)?;
    match format::format(file, ast, &mut project.parsed.symbols) {
        Ok(new) => Some((file.path.to_string(), file.text.to_string(), new)),
        Err(error) => {
            let message = match error {
                FormatError::Syntax => &text::FMT_SYNTAX,
                FormatError::Changed => &text::FMT_CHANGED,
            };
            work.failed = true;
            work.faults.push(message.with([("path", (&*file.path).into())]));
            None
        }
    }
}

fn apply(args: &Args, path: &str, old: &str, new: &str, work: &mut Work, out: &mut Output) {
    if args.diff {
        let diff = render::escape_lines(&line_diff(path, old, new));
        out.data(diff.as_bytes());
    } else if args.check {
        out.line(&render::escape(path));
    } else if let Err(message) = project::write(Path::new(path), new.as_bytes()) {
        work.failed = true;
        work.changed -= 1;
        work.faults.push(message);
    }
}

fn report_faults(project: Project, faults: Vec<Message>, out: &mut Output) {
    let mut diagnostics = project.diagnostics;
    diagnostics.extend(project.parsed.diagnostics);
    report::draw(diagnostics.iter().map(|d| (&project.sources, "", d)), out);
    for message in faults {
        Failure::from(message).report(out);
    }
}

fn format_stdin(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let mut bytes = Vec::new();
    let refused = |reason: Message| Failure::from(text::CANNOT_READ_STDIN.with([("reason", reason.into())]));
    io::stdin().take(STDIN_LIMIT + 1).read_to_end(&mut bytes).map_err(|error| refused(project::reason(&error)))?;
    if bytes.len() as u64 > STDIN_LIMIT {
        return Err(refused(text::STDIN_TOO_LARGE.with([("limit", STDIN_LIMIT.into())])));
    }
    let old = String::from_utf8(bytes).map_err(|_| refused(text::STDIN_NOT_UTF8.plain()))?;
    let mut project = project::load_text("stdin", old);
    let mut work = Work::default();
    let formatted = if faults(&project).is_empty() { format_one(&mut project, FileId(0), &mut work) } else { None };
    let Some((path, old, new)) = formatted else {
        report_faults(project, work.faults, out);
        return Ok(Exit::CannotRun);
    };
    let changed = old != new;
    if args.check || args.diff {
        if changed {
            apply(args, &path, &old, &new, &mut work, out);
        }
        return Ok(if changed { Exit::Findings } else { Exit::Clean });
    }
    out.data(new.as_bytes());
    Ok(Exit::Clean)
}
