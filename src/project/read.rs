//! Reads one file, within limits, and says in the reader's language why it cannot.

use crate::message::{Message, Text, project as text};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Bytes that one file may have.
pub(super) const FILE_LIMIT: u64 = 64 << 20;

/// Why a file was not read.
#[derive(Debug)]
pub enum ReadError {
    /// The system refuses.
    Io(io::Error),
    /// A folder, pipe, socket or device.
    NotRegular,
    /// More bytes than allowed: how many.
    TooLarge(u64),
}

impl ReadError {
    /// Why, in the reader's language.
    pub fn reason(&self) -> Message {
        match self {
            Self::Io(error) => reason(error),
            Self::NotRegular => crate::message::cli::REASON_NOT_REGULAR.plain(),
            Self::TooLarge(_) => crate::message::cli::REASON_TOO_LARGE.plain(),
        }
    }
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// The bytes of an ordinary file of at most `limit` bytes. Never opens anything else: opening a pipe would wait for
/// whoever writes to it.
pub fn read_limited(path: &Path, limit: u64) -> Result<Vec<u8>, ReadError> {
    if !fs::metadata(path)?.is_file() {
        return Err(ReadError::NotRegular);
    }
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if !metadata.is_file() {
        return Err(ReadError::NotRegular);
    }
    if metadata.len() > limit {
        return Err(ReadError::TooLarge(metadata.len()));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // The file may grow while it is read, and some files do not tell their size.
    file.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(ReadError::TooLarge(bytes.len() as u64));
    }
    Ok(bytes)
}

/// Why, in the reader's language where the reason is a usual one, else in the system's words.
pub fn reason(error: &io::Error) -> Message {
    const USUAL: [(io::ErrorKind, &Text); 7] = [
        (io::ErrorKind::NotFound, &text::REASON_NOT_FOUND),
        (io::ErrorKind::PermissionDenied, &text::REASON_PERMISSION),
        (io::ErrorKind::StorageFull, &text::REASON_FULL),
        (io::ErrorKind::ReadOnlyFilesystem, &text::REASON_READ_ONLY),
        (io::ErrorKind::IsADirectory, &text::REASON_FOLDER),
        (io::ErrorKind::AlreadyExists, &text::REASON_EXISTS),
        (io::ErrorKind::NotADirectory, &text::REASON_NO_FOLDER),
    ];
    if let Some((_, usual)) = USUAL.iter().find(|(kind, _)| *kind == error.kind()) {
        return usual.plain();
    }
    // `ErrorKind::FilesystemLoop` is not stable yet; 40 is ELOOP on Linux.
    if cfg!(target_os = "linux") && error.raw_os_error() == Some(40) {
        return text::REASON_LOOP.plain();
    }
    text::REASON_SYSTEM.with([("error", error.to_string().into())])
}
