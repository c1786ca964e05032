//! Writes a file whole or not at all: beside its place, then renamed.

use super::baseline::BASELINE_NAME;
use super::discover::is_policy_file;
use super::read::reason;
use crate::config;
use crate::message::{Message, project as text};
use crate::source::{SourceSet, join_path};
use std::fs::{self, File, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Puts `bytes` at `path`. On failure what was there before is still there, and nothing new is.
///
/// A symbolic link is followed, so the file it leads to is replaced; a device or pipe is written to as it is.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Message> {
    let failed = |why: Message| text::CANNOT_WRITE.with([("path", shown(path).into()), ("reason", why.into())]);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|m| !m.is_file() && !m.is_dir()) {
        let written = File::options().write(true).open(&target).and_then(|mut device| device.write_all(bytes));
        return written.map_err(|error| failed(reason(&error)));
    }
    write_all(&[(path, bytes)])
}

/// Puts what a verb makes at `path`, which must not be what it is made of: a policy file, a file that the policy names
/// (`inputs`), `rolecall.toml` or the baseline, by whatever link.
pub fn write_output(path: &Path, bytes: &[u8], inputs: &[PathBuf]) -> Result<(), Message> {
    let target = identity(path);
    let kept = [config::FILE_NAME, BASELINE_NAME].iter().any(|name| target.ends_with(name));
    if kept || is_policy_file(&target) || inputs.iter().any(|input| identity(input) == target) {
        return Err(text::WOULD_OVERWRITE.with([("path", shown(path).into())]));
    }
    write(path, bytes)
}

/// The one path of a file that is there or will be, however it is written: links followed, `.` and `..` taken out.
pub fn identity(path: &Path) -> PathBuf {
    if let Ok(found) = fs::canonicalize(path) {
        return found;
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A link that leads nowhere yet: the file it names will be made.
    if let Ok(aim) = fs::read_link(path)
        && aim != path
        && fs::symlink_metadata(folder.join(&aim)).map_or(true, |there| !there.is_symlink())
    {
        return identity(&folder.join(aim));
    }
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    path.file_name().map_or(folder.clone(), |name| folder.join(name))
}

/// The files that a policy was read from.
pub fn inputs(sources: &SourceSet, base: &str) -> Vec<PathBuf> {
    let files = sources.files.iter().map(|file| &file.path);
    files.chain(sources.data.iter().map(|file| &file.path)).map(|path| join_path(base, path).into()).collect()
}

/// Replaces several files, or none: each is written beside its place, and only when all are there they are renamed, which
/// takes no room. Should a renaming fail all the same, those before it are put back.
pub fn write_all(files: &[(&Path, &[u8])]) -> Result<(), Message> {
    let staged: Vec<Staged> = files.iter().map(|(path, bytes)| stage(path, bytes)).collect::<Result<_, _>>()?;
    let mut done: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    for (one, (path, _)) in staged.into_iter().zip(files) {
        // Kept only where there is something to put back.
        let old = if files.len() > 1 { fs::read(&one.target).ok() } else { None };
        if let Err(error) = one.beside.persist(&one.target) {
            for (target, old) in done.into_iter().rev() {
                // What cannot be put back either is whole, and new: there is nothing better to do.
                let _ = match old {
                    Some(old) => write(&target, &old).is_ok(),
                    None => fs::remove_file(&target).is_ok(),
                };
            }
            let why = reason(&error.error);
            return Err(text::CANNOT_WRITE.with([("path", shown(path).into()), ("reason", why.into())]));
        }
        done.push((one.target, old));
    }
    Ok(())
}

/// A file beside its place.
struct Staged {
    target: PathBuf,
    beside: tempfile::NamedTempFile,
}

fn stage(path: &Path, bytes: &[u8]) -> Result<Staged, Message> {
    let failed = |why: Message| text::CANNOT_WRITE.with([("path", shown(path).into()), ("reason", why.into())]);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|m| !m.is_file()) {
        return Err(failed(text::REASON_FOLDER.plain()));
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(text::NO_OUTPUT_FOLDER.with([("path", shown(path).into()), ("folder", shown(&folder).into())]));
    }
    let beside = beside(&folder, before.map(|m| m.permissions()), bytes).map_err(|error| failed(reason(&error)))?;
    Ok(Staged { target, beside })
}

/// Adds `bytes` to the end of a file, which may not be there yet: for files that several programs write one after the other.
pub fn append(path: &Path, bytes: &[u8]) -> Result<(), Message> {
    let written = File::options().append(true).create(true).open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| text::CANNOT_WRITE.with([("path", shown(path).into()), ("reason", reason(&error).into())]))
}

fn beside(folder: &Path, permissions: Option<Permissions>, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    if permissions.as_ref().is_some_and(Permissions::readonly) {
        // Renaming would go past the lock that somebody put on the file.
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut builder = tempfile::Builder::new();
    builder.prefix(".rolecall-");
    if let Some(ordinary) = ordinary() {
        builder.permissions(ordinary);
    }
    let mut beside = builder.tempfile_in(folder)?;
    if let Some(permissions) = permissions {
        beside.as_file().set_permissions(permissions)?;
    }
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    Ok(beside)
}

/// What an ordinary new file may have, less the user's mask; a temporary file is else its owner's alone.
#[cfg(unix)]
fn ordinary() -> Option<Permissions> {
    use std::os::unix::fs::PermissionsExt;
    Some(Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn ordinary() -> Option<Permissions> {
    None
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}
