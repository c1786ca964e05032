//! Policy files alone, without what they use: for the formatter.

use super::discover;
use super::load::{Loader, Project};
use crate::diagnostic;
use crate::source::{PackageId, SourceFile, SourcePackage};
use std::path::Path;

/// Reads and parses the policy files at `paths`: files, and those that lie right in the folders named. Their paths are as the
/// reader names them.
pub fn load_files<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Project {
    let mut loader = Loader::anywhere();
    for path in paths {
        loader.read_loose(path);
    }
    let mut project = loader.project;
    diagnostic::sort(&mut project.diagnostics);
    project
}

/// A project of one text that came from elsewhere.
pub fn load_text(name: &str, text: String) -> Project {
    let mut project = Project::default();
    project.sources.packages.push(SourcePackage { path: ".".into(), uses: Vec::new() });
    project.sources.files.push(SourceFile::new(name, PackageId(0), text));
    project.parsed.parse_rest(&project.sources);
    project
}

/// Whether the path names a folder or a policy file.
pub(super) fn is_loose_file(path: &Path) -> bool {
    !path.is_dir() && discover::is_policy_file(path)
}
