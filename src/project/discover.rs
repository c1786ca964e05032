//! Which files make a package, and where its workspace begins.

use super::place::relative;
use crate::config::FILE_NAME;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What lies in a package's folder.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Names of the policy files, sorted.
    pub(super) policies: Vec<PathBuf>,
    /// Names that end in `.roles` in another case, sorted.
    pub(super) other_case: Vec<PathBuf>,
}

/// Whether a file of that name is policy. Names that start with a dot are not: editors leave such files behind.
pub fn is_policy_file(path: &Path) -> bool {
    let hidden = path.file_name().is_none_or(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension() == Some(OsStr::new("roles"))
}

/// Lists a package's folder; stops at `limit` names.
pub(super) fn list(folder: &Path, limit: usize) -> io::Result<Listing> {
    let mut listing = Listing::default();
    for entry in fs::read_dir(folder)? {
        let name = PathBuf::from(entry?.file_name());
        if is_policy_file(&name) {
            listing.policies.push(name);
        } else if (name.extension().is_some_and(|e| e.eq_ignore_ascii_case("roles")) || is_text_of(&name))
            && !is_hidden(&name)
        {
            listing.other_case.push(name);
        }
        if listing.policies.len() > limit {
            break;
        }
    }
    listing.policies.sort();
    listing.other_case.sort();
    Ok(listing)
}

/// `a.roles.txt`: how an editor of plain texts saves `a.roles`.
fn is_text_of(name: &Path) -> bool {
    let text = name.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt"));
    text && name.file_stem().is_some_and(|stem| Path::new(stem).extension() == Some(OsStr::new("roles")))
}

fn is_hidden(name: &Path) -> bool {
    name.as_os_str().as_encoded_bytes().starts_with(b".")
}

/// The folder that nothing leads out of: upwards from `folder` (canonical) the first with `rolecall.toml`, but not above
/// the top of the git repository, which else it is; `folder` itself outside of any.
pub fn workspace_root(folder: &Path) -> PathBuf {
    for above in folder.ancestors() {
        // Whatever has the name counts: a folder in the place of the file is told, not passed over.
        if fs::symlink_metadata(above.join(FILE_NAME)).is_ok() || above.join(".git").exists() {
            return above.to_path_buf();
        }
    }
    folder.to_path_buf()
}

/// The path of a folder from the top of its git repository, with `/`; outside of any from its workspace. As it was given if
/// there is no such folder.
pub fn from_repository(folder: &Path) -> String {
    let Ok(folder) = folder.canonicalize() else { return folder.to_string_lossy().into_owned() };
    let top = folder.ancestors().find(|above| above.join(".git").exists());
    let top = top.map_or_else(|| workspace_root(&folder), Path::to_path_buf);
    relative(&top, &folder)
}

/// The top of the git repository that a folder lies in; outside of any the folder itself.
pub fn repository_top(folder: &Path) -> PathBuf {
    let Ok(folder) = folder.canonicalize() else { return folder.to_path_buf() };
    folder.ancestors().find(|above| above.join(".git").exists()).map_or_else(|| folder.clone(), Path::to_path_buf)
}

/// Folders below `folder` that hold policies, at most `limit`, not deeper than three levels: for advice only.
pub(super) fn packages_below(folder: &Path, limit: usize) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut level = vec![folder.to_path_buf()];
    for _ in 0..3 {
        let mut next = Vec::new();
        for above in level {
            let Ok(entries) = fs::read_dir(&above) else { continue };
            // A folder with very many entries is no place to look for advice in.
            for entry in entries.take(1000).flatten() {
                if entry.file_type().is_ok_and(|t| t.is_dir()) && !is_hidden(Path::new(&entry.file_name())) {
                    next.push(entry.path());
                }
            }
        }
        next.sort();
        next.truncate(1000);
        found.extend(next.iter().filter(|f| list(f, 1).is_ok_and(|l| !l.policies.is_empty())).cloned());
        level = next;
    }
    found.sort();
    found.truncate(limit);
    found
}
