//! Writes a file whole or not at all: beside its place, then renamed.

use super::read::reason;
use crate::message::{Message, project as text};
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
    if before.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(failed(text::REASON_FOLDER.plain()));
    }
    if before.as_ref().is_some_and(|m| !m.is_file()) {
        let written = File::options().write(true).open(&target).and_then(|mut device| device.write_all(bytes));
        return written.map_err(|error| failed(reason(&error)));
    }
    let folder = match target.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_path_buf(),
        _ => PathBuf::from("."),
    };
    if !folder.is_dir() {
        return Err(text::NO_OUTPUT_FOLDER.with([("path", shown(path).into()), ("folder", shown(&folder).into())]));
    }
    replace(&folder, &target, before.map(|m| m.permissions()), bytes).map_err(|error| failed(reason(&error)))
}

/// Adds `bytes` to the end of a file, which may not be there yet: for files that several programs write one after the other.
pub fn append(path: &Path, bytes: &[u8]) -> Result<(), Message> {
    let written = File::options().append(true).create(true).open(path).and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| text::CANNOT_WRITE.with([("path", shown(path).into()), ("reason", reason(&error).into())]))
}

fn replace(folder: &Path, target: &Path, permissions: Option<Permissions>, bytes: &[u8]) -> io::Result<()> {
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
    beside.persist(target).map_err(|error| error.error)?;
    Ok(())
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
