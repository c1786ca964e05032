//! [`checkout`]: a package as it was at a git revision, in a scratch folder.
//!
//! Asks the `git` program, never through a shell: names of revisions and files are arguments or bytes on a pipe. Takes
//! policies, people files and `rolecall.toml`; changes nothing in the repository, its index or its working tree.

use super::discover::is_policy_file;
use super::place::relative;
use super::read::{FILE_LIMIT, reason};
use crate::config;
use crate::message::{Arg, Message, project as text};
use std::ffi::OsStr;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};

/// A package at a revision; the scratch folder goes when this is dropped.
#[derive(Debug)]
pub struct Checkout {
    folder: tempfile::TempDir,
    /// Path of the package from the top of the repository, with `/`; empty for the top itself.
    package: String,
    /// The commit, in full.
    pub commit: String,
}

impl Checkout {
    /// Where the package lies.
    pub fn package(&self) -> PathBuf {
        self.folder.path().join(&self.package)
    }
}

/// What is wrong and, perhaps, what to do.
pub type Refused = (Message, Option<Message>);

/// The package in `folder` at `revision`; or another one, where `path` says so from the top of the repository.
///
/// # Errors
/// There is no git, no repository, no such revision, or no such package in it.
pub fn checkout(folder: &Path, revision: &str, path: Option<&str>) -> Result<Checkout, Refused> {
    let folder = fs::canonicalize(folder).map_err(|error| {
        (text::NO_REPOSITORY.with([("path", shown(folder)), ("reason", reason(&error).into())]), None)
    })?;
    let git = Git { folder: &folder };
    let top = git.text(&["rev-parse", "--show-toplevel"]).map_err(|why| {
        let arguments = [("path", shown(&folder)), ("reason", why.into())];
        (text::NO_REPOSITORY.with(arguments), Some(text::GIVE_FOLDERS.plain()))
    })?;
    let top = fs::canonicalize(&top).unwrap_or_else(|_| PathBuf::from(&top));
    let wanted = format!("{revision}^{{commit}}");
    let found = git.text(&["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
    let commit = found.map_err(|_| (text::NO_REVISION.with([("revision", revision.into())]), git.why_unknown()))?;
    let package = match path {
        Some(path) => normal(path).ok_or_else(|| (text::LEADS_OUT.with([("path", path.into())]), None))?,
        None => normal(&relative(&top, &folder)).unwrap_or_default(),
    };
    let entries = git.tree(&commit)?;
    let inside =
        |path: &str| package.is_empty() || path.strip_prefix(&*package).is_some_and(|rest| rest.starts_with('/'));
    if !entries.iter().any(|entry| entry.is_file() && inside(&entry.path)) {
        let arguments =
            [("path", if package.is_empty() { "." } else { &package }.into()), ("revision", revision.into())];
        let module = entries.iter().find(|entry| entry.kind == "160000" && holds(&entry.path, &package));
        return Err(match module {
            Some(_) => (text::IN_SUBMODULE.with(arguments), Some(text::GIVE_FOLDERS.plain())),
            None => (text::NOT_THERE_THEN.with(arguments), Some(text::MOVED.with([("revision", revision.into())]))),
        });
    }
    let scratch =
        tempfile::tempdir().map_err(|error| (text::NO_SCRATCH.with([("reason", reason(&error).into())]), None))?;
    let written = |error: std::io::Error| (text::NO_SCRATCH.with([("reason", reason(&error).into())]), None);
    // The workspace ends where the repository does.
    fs::create_dir(scratch.path().join(".git")).map_err(written)?;
    fs::create_dir_all(scratch.path().join(&package)).map_err(written)?;
    let wanted: Vec<&Entry> = entries.iter().filter(|entry| entry.is_wanted(&inside)).collect();
    git.write(&wanted, scratch.path())?;
    Ok(Checkout { folder: scratch, package, commit })
}

fn shown(path: &Path) -> Arg {
    path.to_string_lossy().into_owned().into()
}

/// Whether a folder is another one or lies in it.
fn holds(folder: &str, path: &str) -> bool {
    path == folder || path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// A path inside the repository, without `.` and `..`; `None` if it leads out.
fn normal(path: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A file of a tree.
struct Entry {
    kind: String,
    object: String,
    size: u64,
    path: String,
}

impl Entry {
    fn is_file(&self) -> bool {
        self.kind.starts_with("100")
    }

    /// Whether a compile may ask for it. A path that a folder cannot hold is left out.
    fn is_wanted(&self, inside: &dyn Fn(&str) -> bool) -> bool {
        let path = Path::new(&self.path);
        let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
        let named = is_policy_file(path)
            || path.extension() == Some(OsStr::new("csv"))
            || path.file_name() == Some(OsStr::new(config::FILE_NAME));
        self.is_file() && plain && self.size <= FILE_LIMIT && (named || inside(&self.path))
    }
}

/// The program, run in a folder.
struct Git<'a> {
    folder: &'a Path,
}

impl Git<'_> {
    fn command(&self) -> Command {
        let mut command = Command::new("git");
        // What a hook of git sets would make it look elsewhere.
        for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
            command.env_remove(name);
        }
        command.arg("-C").arg(self.folder).env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
        command
    }

    fn output(&self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let output = self.command().args(arguments).stdin(Stdio::null()).output();
        match output {
            Ok(output) if output.status.success() => Ok(output.stdout),
            Ok(output) => Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
            Err(error) => Err(format!("git: {}", error.kind())),
        }
    }

    fn text(&self, arguments: &[&str]) -> Result<String, String> {
        Ok(String::from_utf8_lossy(&self.output(arguments)?).trim_end_matches('\n').to_owned())
    }

    /// What to do about a revision that is not there.
    fn why_unknown(&self) -> Option<Message> {
        let shallow = self.text(&["rev-parse", "--is-shallow-repository"]).is_ok_and(|answer| answer == "true");
        Some(if shallow { text::SHALLOW.plain() } else { text::FETCH_FIRST.plain() })
    }

    fn tree(&self, commit: &str) -> Result<Vec<Entry>, Refused> {
        let listed = self.output(&["ls-tree", "-r", "-z", "-l", "--full-tree", commit]);
        let listed = listed.map_err(|why| (text::GIT_FAILED.with([("reason", why.into())]), None))?;
        let entry = |line: &[u8]| {
            let line = std::str::from_utf8(line).ok()?;
            let (facts, path) = line.split_once('\t')?;
            let mut facts = facts.split_whitespace();
            let (kind, _, object, size) = (facts.next()?, facts.next()?, facts.next()?, facts.next()?);
            let size = size.parse().unwrap_or(0);
            Some(Entry { kind: kind.to_owned(), object: object.to_owned(), size, path: path.to_owned() })
        };
        Ok(listed.split(|byte| *byte == 0).filter_map(entry).collect())
    }

    /// Writes files of a tree below a folder.
    fn write(&self, entries: &[&Entry], folder: &Path) -> Result<(), Refused> {
        let failed = |why: Arg| (text::GIT_FAILED.with([("reason", why)]), None);
        let of = |error: std::io::Error| failed(reason(&error).into());
        let mut command = self.command();
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| failed(format!("git: {}", error.kind()).into()))?;
        let (Some(mut asked), Some(told)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(failed("git".into()));
        };
        let objects: Vec<String> = entries.iter().map(|entry| entry.object.clone()).collect();
        let result = std::thread::scope(|scope| {
            // Asked from beside, so that neither side waits for the other.
            let asking = scope.spawn(move || ask(&mut asked, &objects));
            let mut told = BufReader::new(told);
            let result = entries.iter().try_for_each(|entry| receive(&mut told, entry, folder));
            drop(told);
            let _ = asking.join();
            result
        });
        let _ = child.wait();
        result.map_err(of)
    }
}

fn ask(to: &mut ChildStdin, objects: &[String]) {
    for object in objects {
        // Whoever reads nothing more says so itself.
        if writeln!(to, "{object}").is_err() {
            return;
        }
    }
}

fn receive(from: &mut impl BufRead, entry: &Entry, folder: &Path) -> std::io::Result<()> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let size = line.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok());
    let size = size.filter(|size| *size == entry.size).ok_or(std::io::ErrorKind::InvalidData)?;
    let path = folder.join(&entry.path);
    if let Some(above) = path.parent() {
        fs::create_dir_all(above)?;
    }
    let mut file = fs::File::create(path)?;
    std::io::copy(&mut from.by_ref().take(size), &mut file)?;
    from.read_exact(&mut [0])
}
