//! `--watch`: looks again whenever a file of the packages or `rolecall.toml` changes, until Ctrl-C.
//!
//! Asks the disk a few times a second; packages are small, and no system's way of telling changes works on every disk.

use super::output::{Exit, Failure, Output};
use super::report::ReportArgs;
use crate::config::FILE_NAME;
use crate::message::report as text;
use crate::render::Run;
use crate::source::join_path;
use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// How often the disk is asked.
const INTERVAL: Duration = Duration::from_millis(250);

/// Files and folders, when they were changed and how long they are; `None` for what is not there.
type Seen = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Only for people at a terminal, and only for what is drawn there.
pub(super) fn check(report: &ReportArgs, changes_files: bool) -> Result<(), Failure> {
    if !std::io::stderr().is_terminal() {
        return Err(text::WATCH_TERMINAL.plain().into());
    }
    if !report.is_plain() || changes_files {
        return Err(text::WATCH_HUMAN.plain().into());
    }
    Ok(())
}

/// Calls `look` now and after each change. Only a failure ends it.
pub(super) fn watch(
    paths: &[PathBuf],
    mut look: impl FnMut(&mut Output) -> Result<Run, Failure>,
    out: &mut Output,
) -> Result<Exit, Failure> {
    let names: Vec<String> = paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    loop {
        out.talk_drawn("\u{1b}[2J\u{1b}[3J\u{1b}[H");
        // Folders are looked at before the files are read, so that no change in between is lost.
        let folders = look_at(paths.iter().cloned().chain(paths.iter().flat_map(|path| settings(path))));
        let run = look(out)?;
        let mut seen = look_at(files(&run));
        seen.extend(folders);
        let words = out.words(&text::WATCHING.with([("paths", names.join(", ").into())]));
        out.talk(&words);
        while look_at(seen.keys().cloned()) == seen {
            std::thread::sleep(INTERVAL);
        }
        settle(seen);
    }
}

/// Waits until nothing has changed for a moment: editors write files in several steps.
fn settle(mut seen: Seen) {
    loop {
        let now = look_at(seen.keys().cloned());
        if now == seen {
            return;
        }
        seen = now;
        std::thread::sleep(INTERVAL / 2);
    }
}

/// Every place where the settings of a package may be, there or not: one that appears counts as well.
fn settings(path: &Path) -> Vec<PathBuf> {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    whole.ancestors().map(|folder| folder.join(FILE_NAME)).collect()
}

/// Every file of a run and the folders they lie in, which change when a file comes or goes.
fn files(run: &Run) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for part in &run.parts {
        let sources = &part.sources;
        let names = sources.files.iter().map(|file| &file.path).chain(sources.data.iter().map(|file| &file.path));
        for name in names {
            let path = PathBuf::from(join_path(&part.base, name));
            paths.extend(path.parent().map(Path::to_path_buf));
            paths.push(path);
        }
        paths.push(PathBuf::from(&part.base));
    }
    paths
}

fn look_at(paths: impl IntoIterator<Item = PathBuf>) -> Seen {
    let look = |path: PathBuf| {
        let path = if path.as_os_str().is_empty() { PathBuf::from(".") } else { path };
        let seen = std::fs::metadata(&path).ok();
        let seen = seen.and_then(|metadata| Some((metadata.modified().ok()?, metadata.len())));
        (path, seen)
    };
    paths.into_iter().map(look).collect()
}
