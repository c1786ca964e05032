//! Policy files alone, without what they use: for the formatter.

use super::discover;
use super::load::{FILE_COUNT_LIMIT, Loader, Project, path_arg};
use super::read::reason;
use crate::diagnostic::{self, Code, codes::project as code};
use crate::message::{Message, project as text};
use crate::source::{PackageId, SourceFile, SourcePackage};
use std::fs;
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

impl Loader {
    /// For single files: every path lies under the empty one, so nothing counts as outside.
    fn anywhere() -> Self {
        let mut loader = Self::default();
        loader.project.sources.packages.push(SourcePackage { path: ".".into(), uses: Vec::new() });
        loader
    }

    /// Reads a policy file, or those of a folder.
    fn read_loose(&mut self, path: &Path) {
        let shown = |path: &Path| path.to_string_lossy().into_owned();
        if is_loose_file(path) {
            return self.read_policy(PackageId(0), path, &shown(path));
        }
        match discover::list(path, FILE_COUNT_LIMIT) {
            Ok(listing) if listing.policies.is_empty() => {
                let message = text::NO_POLICY_FILES.with([path_arg(path)]);
                self.report_loose(&code::NO_POLICY_FILES, message, &shown(path));
            }
            Ok(listing) => {
                let root = discover::workspace_root(&fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()));
                for name in &listing.policies {
                    let file = if path == Path::new(".") { name.clone() } else { path.join(name) };
                    if fs::canonicalize(&file).is_ok_and(|found| !found.starts_with(&root)) {
                        let message = text::OUTSIDE_BY_LINK.with([path_arg(&file)]);
                        self.report_loose(&code::OUTSIDE_WORKSPACE, message, &shown(&file));
                        continue;
                    }
                    self.read_policy(PackageId(0), &file, &shown(&file));
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => {
                let message = text::FILE_NAME_CASE.with([path_arg(path)]);
                self.report_loose(&code::FILE_NAME_CASE, message, &shown(path));
            }
            Err(error) => {
                let message = text::CANNOT_READ.with([path_arg(path), ("reason", reason(&error).into())]);
                self.report_loose(&code::UNREADABLE_FILE, message, &shown(path));
            }
        }
    }

    fn report_loose(&mut self, code: &'static Code, message: Message, path: &str) {
        let span = self.add_blank(PackageId(0), path);
        self.report(code, message, span, text::NOT_READ.plain());
    }
}

/// Whether the path names a policy file.
fn is_loose_file(path: &Path) -> bool {
    !path.is_dir() && discover::is_policy_file(path)
}
