//! [`SourceSet`]: every file of a compile, in memory.

use super::{Lines, Position, Span};
use std::sync::OnceLock;

/// A file of a [`SourceSet`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A package (folder) of a [`SourceSet`]; `0` is the root package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PackageId(pub u32);

/// One policy file (`*.roles`).
#[derive(Debug)]
pub struct SourceFile {
    /// Path relative to the root package's folder, with `/` (`../shared/base.roles` for a used package).
    pub path: Box<str>,
    /// The package it belongs to.
    pub package: PackageId,
    /// The text, valid UTF-8, as on disk (a leading BOM included).
    pub text: Box<str>,
    lines: OnceLock<Lines>,
}

impl SourceFile {
    /// A file of `package` with `text`.
    pub fn new(path: impl Into<Box<str>>, package: PackageId, text: impl Into<Box<str>>) -> Self {
        Self { path: path.into(), package, text: text.into(), lines: OnceLock::new() }
    }

    /// The lines, found at first use.
    pub fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::new(&self.text))
    }
}

/// A people or field file that a policy names (`people from "people.csv"`), bytes as on disk.
#[derive(Debug)]
pub struct DataFile {
    /// Path as in [`SourceFile::path`].
    pub path: Box<str>,
    /// The package whose policy may name it.
    pub package: PackageId,
    /// The bytes; decoding is the `roster` stage's work, so that a wrong encoding can be named.
    pub bytes: Box<[u8]>,
}

/// A package.
#[derive(Debug)]
pub struct SourcePackage {
    /// Folder relative to the root package's folder (`.` for the root, `../shared`).
    pub path: Box<str>,
    /// Packages that it uses, as its `use` statements name them.
    pub uses: Vec<Use>,
}

/// One edge between packages.
#[derive(Clone, Debug)]
pub struct Use {
    /// The text in the `use` statement.
    pub written: Box<str>,
    /// The package it leads to.
    pub package: PackageId,
}

/// All files of one compile. Built by the edge, read by every stage.
#[derive(Debug, Default)]
pub struct SourceSet {
    /// Policy files, sorted by path within a package. Indexed by [`FileId`].
    pub files: Vec<SourceFile>,
    /// People and field files.
    pub data: Vec<DataFile>,
    /// Packages, the root first. Indexed by [`PackageId`].
    pub packages: Vec<SourcePackage>,
}

impl SourceSet {
    /// A set with one root package made of `(path, text)` pairs: for tests, examples and editors.
    pub fn from_texts<P: Into<Box<str>>, T: Into<Box<str>>>(files: impl IntoIterator<Item = (P, T)>) -> Self {
        Self {
            files: files.into_iter().map(|(p, t)| SourceFile::new(p, PackageId(0), t)).collect(),
            data: Vec::new(),
            packages: vec![SourcePackage { path: ".".into(), uses: Vec::new() }],
        }
    }

    /// The file `id`, if it is one of this set.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The people or field file that a policy of `package` names as `written`.
    pub fn data_file(&self, package: PackageId, written: &str) -> Option<&DataFile> {
        let folder = self.packages.get(package.0 as usize).map_or(".", |p| &p.path);
        let path = join_path(folder, written);
        self.data.iter().find(|file| file.package == package && *file.path == *path)
    }

    /// The text under `span`; empty if the span does not fit.
    pub fn text(&self, span: Span) -> &str {
        self.file(span.file).and_then(|f| f.text.get(span.start as usize..span.end as usize)).unwrap_or("")
    }

    /// Where `span` starts, for people.
    pub fn position(&self, span: Span) -> Position {
        self.file(span.file).map_or(Position { line: 1, column: 1 }, |f| f.lines().position(&f.text, span.start))
    }
}

/// `path` as seen from where `base` (a folder) is seen: `..` after a named folder takes that folder away.
pub fn join_path(base: &str, path: &str) -> String {
    let base = if path.starts_with('/') { "/" } else { base };
    let absolute = base.starts_with('/');
    let mut parts: Vec<&str> = Vec::new();
    for part in base.split('/').chain(path.split('/')) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            ".." if absolute && parts.is_empty() => {}
            part => parts.push(part),
        }
    }
    match (absolute, parts.is_empty()) {
        (true, _) => format!("/{}", parts.join("/")),
        (false, true) => ".".to_owned(),
        (false, false) => parts.join("/"),
    }
}
