//! [`load`]: a folder, and every package and people file that it needs, to a [`SourceSet`] already parsed.

use super::cycle::{Edge, cycles};
use super::discover::{self, Listing};
use super::encoding::{Decoded, Encoding, decode};
use super::place::{is_portable, relative};
use super::read::{FILE_LIMIT, ReadError, read_limited, reason};
use crate::compile::ParsedSet;
use crate::config::{self, Config};
use crate::diagnostic::{self, Code, Diagnostic, codes::project as code};
use crate::message::{Arg, Message, project as text};
use crate::source::{DataFile, FileId, PackageId, SourceFile, SourcePackage, SourceSet, Span, Use, join_path};
use crate::syntax::ast::{Ast, ItemKind, ObjectItemKind, Text};
use std::fs;
use std::path::{Path, PathBuf};

/// Bytes that the files of one compile may have together.
const TOTAL_LIMIT: u64 = 512 << 20;
/// Policy files that one compile may have.
pub(super) const FILE_COUNT_LIMIT: usize = 10_000;
/// Bytes that `rolecall.toml` may have.
const CONFIG_LIMIT: u64 = 1 << 20;

/// A package from disk, with everything that it uses.
#[derive(Debug, Default)]
pub struct Project {
    /// All files.
    pub sources: SourceSet,
    /// All policy files, parsed.
    pub parsed: ParsedSet,
    /// What `rolecall.toml` asks for.
    pub config: Config,
    /// What was wrong with files and folders, in the order of files. If there is anything, `parsed` is incomplete
    /// and names must not be resolved: a missing file would be blamed on those that mention what it declares.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the package in `folder`, and what it uses.
pub fn load(folder: &Path) -> Project {
    let mut loader = Loader::default();
    loader.start(folder);
    loader.report_cycles();
    diagnostic::sort(&mut loader.project.diagnostics);
    loader.project
}

/// Reads `rolecall.toml` for the package in `folder` and nothing else.
pub fn load_config(folder: &Path) -> Project {
    let mut loader = Loader::default();
    if let Some(canonical) = loader.enter(folder) {
        loader.read_config(&canonical);
    }
    loader.project
}

/// A load under way.
#[derive(Default)]
pub(super) struct Loader {
    pub(super) project: Project,
    /// The folder that nothing leads out of.
    root: PathBuf,
    /// Canonical folder of each package, by [`PackageId`].
    folders: Vec<PathBuf>,
    /// `use` statements: who, whom, where.
    edges: Vec<(PackageId, PackageId, Span)>,
    total: u64,
}

/// What a policy file asks for beside itself.
enum Wanted {
    Package(Text),
    Data(Text),
}

impl Loader {
    /// Finds the folder and its workspace; reports it if there is none.
    fn enter(&mut self, folder: &Path) -> Option<PathBuf> {
        self.project.sources.packages.push(SourcePackage { path: ".".into(), uses: Vec::new() });
        let canonical = match fs::canonicalize(folder) {
            Ok(canonical) => canonical,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                self.report_folder(&code::NO_SUCH_FOLDER, text::NO_SUCH_FOLDER.with([path_arg(folder)]), None);
                return None;
            }
            Err(error) => {
                let message = text::CANNOT_READ.with([path_arg(folder), ("reason", reason(&error).into())]);
                self.report_folder(&code::UNREADABLE_FILE, message, None);
                return None;
            }
        };
        if !canonical.is_dir() {
            let parent = folder.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
            let help = text::GIVE_THE_FOLDER.with([path_arg(parent)]);
            self.report_folder(&code::NO_SUCH_FOLDER, text::NOT_A_FOLDER.with([path_arg(folder)]), Some(help));
            return None;
        }
        self.root = discover::workspace_root(&canonical);
        self.folders.push(canonical.clone());
        Some(canonical)
    }

    fn start(&mut self, folder: &Path) {
        let Some(canonical) = self.enter(folder) else { return };
        if !self.read_config(&canonical) {
            return;
        }
        if !self.read_package(PackageId(0)) {
            let below = discover::packages_below(&canonical, 8);
            let help = if below.is_empty() {
                text::START_A_PACKAGE.with([path_arg(folder)])
            } else {
                let shown = |f: &PathBuf| {
                    let below = relative(&canonical, f);
                    Arg::Verbatim(format!("`{}`", join_path(&folder.to_string_lossy(), &below)))
                };
                text::PACKAGES_BELOW.with([("paths", Arg::List(below.iter().map(shown).collect()))])
            };
            return self.report_folder(
                &code::NO_POLICY_FILES,
                text::NO_POLICY_FILES.with([path_arg(folder)]),
                Some(help),
            );
        }
        let mut next = 0;
        while next < self.project.sources.files.len() {
            self.follow(FileId(next as u32));
            next += 1;
        }
    }

    /// Reads `rolecall.toml`, if there is one; false if it wants another version, which would read the rest otherwise.
    fn read_config(&mut self, package: &Path) -> bool {
        let file = self.root.join(config::FILE_NAME);
        if fs::symlink_metadata(&file).is_err() {
            return true;
        }
        let path = relative(package, &file);
        match self.read_bytes(&file, &path, CONFIG_LIMIT).map(decode) {
            Ok(Decoded::Utf8(written)) => {
                let source = SourceFile::new(path, PackageId(0), written);
                let id = FileId(self.project.sources.files.len() as u32);
                let (config, found) = config::read(id, &source, env!("CARGO_PKG_VERSION"));
                self.project.config = config;
                let usable =
                    found.iter().all(|diagnostic| *diagnostic.code != crate::diagnostic::codes::config::VERSION);
                // A file of the workspace, not of the policy: it is among the sources only to show what is wrong with it.
                if !found.is_empty() {
                    self.project.sources.files.push(source);
                    self.project.parsed.skip_one();
                    self.project.diagnostics.extend(found);
                }
                usable
            }
            Ok(Decoded::Other(encoding, shown, at)) => {
                self.report_encoding(PackageId(0), &path, encoding, shown, at);
                true
            }
            Err((code, message)) => {
                let span = self.add_blank(PackageId(0), &path);
                self.report_outside(code, message, span, label_of(code));
                true
            }
        }
    }

    /// Reads all policy files of a package; false if there are none (and nothing was reported).
    fn read_package(&mut self, package: PackageId) -> bool {
        let Some(folder) = self.folders.get(package.0 as usize).cloned() else { return false };
        let room = FILE_COUNT_LIMIT.saturating_sub(self.project.sources.files.len());
        let listing = match discover::list(&folder, room) {
            Ok(listing) => listing,
            Err(error) => {
                let path = self.shown(package, Path::new("."));
                let span = self.add_blank(package, ".");
                let message = text::CANNOT_READ.with([("path", path.into()), ("reason", reason(&error).into())]);
                self.report(&code::UNREADABLE_FILE, message, span, text::NOT_READ.plain());
                return true;
            }
        };
        let Listing { policies, other_case } = listing;
        for name in &other_case {
            let path = self.shown(package, name);
            let span = self.add_blank(package, &path);
            let message = text::FILE_NAME_CASE.with([("path", path.into())]);
            let diagnostic =
                Diagnostic::error(&code::FILE_NAME_CASE, message, span, text::FILE_NAME_CASE_LABEL.plain());
            self.project.diagnostics.push(diagnostic.help(text::RENAME_FILE.plain()));
        }
        if policies.len() > room {
            let span = self.add_blank(package, ".");
            let message = text::TOO_MANY_FILES.with([("limit", FILE_COUNT_LIMIT.into())]);
            self.report(&code::TOO_LARGE, message, span, text::NOT_READ.plain());
            return true;
        }
        for name in &policies {
            self.read_policy(package, &folder.join(name), &self.shown(package, name));
        }
        !policies.is_empty() || !other_case.is_empty()
    }

    pub(super) fn read_policy(&mut self, package: PackageId, file: &Path, path: &str) {
        match self.read_bytes(file, path, FILE_LIMIT) {
            Ok(bytes) => self.add_policy(package, path, bytes),
            Err((code, message)) => {
                let span = self.add_blank(package, path);
                self.report_outside(code, message, span, label_of(code));
            }
        }
    }

    fn add_policy(&mut self, package: PackageId, path: &str, bytes: Vec<u8>) {
        match decode(bytes) {
            Decoded::Utf8(policy) => {
                self.project.sources.files.push(SourceFile::new(path, package, policy));
                self.project.parsed.parse_rest(&self.project.sources);
            }
            Decoded::Other(encoding, shown, at) => self.report_encoding(package, path, encoding, shown, at),
        }
    }

    /// Reports a file that is not UTF-8, with a text to show it by.
    fn report_encoding(&mut self, package: PackageId, path: &str, encoding: Encoding, shown: String, at: usize) {
        let line = shown.get(..at).map_or(1, |before| before.matches('\n').count() + 1);
        let args = [("path", path.into()), ("byte", (at + 1).into()), ("line", line.into())];
        let message = match encoding {
            Encoding::Utf16 => text::IS_UTF16.with([("path", path.into())]),
            Encoding::Gbk => text::IS_GBK.with(args),
            Encoding::Unknown => text::NOT_UTF8.with(args),
        };
        let width = shown.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.project.sources.files.push(SourceFile::new(path, package, shown));
        self.project.parsed.skip_one();
        let span = Span::new(self.last_file(), at as u32, (at + width) as u32);
        let diagnostic = Diagnostic::error(&code::NOT_UTF8, message, span, text::NOT_UTF8_LABEL.plain());
        self.project.diagnostics.push(diagnostic.help(text::SAVE_AS_UTF8.plain()));
    }

    /// Reads a file that must lie in the workspace.
    fn read_bytes(&mut self, file: &Path, path: &str, limit: u64) -> Result<Vec<u8>, (&'static Code, Message)> {
        let failed = |error: ReadError| match error {
            ReadError::Io(error) => (
                &code::UNREADABLE_FILE,
                text::CANNOT_READ.with([("path", path.into()), ("reason", reason(&error).into())]),
            ),
            ReadError::NotRegular => (&code::NOT_A_FILE, text::NOT_REGULAR.with([("path", path.into())])),
            ReadError::TooLarge(size) => (
                &code::TOO_LARGE,
                text::FILE_TOO_LARGE.with([("path", path.into()), ("size", size.into()), ("limit", limit.into())]),
            ),
        };
        let canonical = fs::canonicalize(file).map_err(|error| failed(error.into()))?;
        if !canonical.starts_with(&self.root) {
            return Err((&code::OUTSIDE_WORKSPACE, text::OUTSIDE_BY_LINK.with([("path", path.into())])));
        }
        let bytes = read_limited(&canonical, limit).map_err(failed)?;
        self.total += bytes.len() as u64;
        if self.total > TOTAL_LIMIT {
            return Err((&code::TOO_LARGE, text::PACKAGE_TOO_LARGE.with([("limit", TOTAL_LIMIT.into())])));
        }
        Ok(bytes)
    }

    /// Reads what a policy file names.
    fn follow(&mut self, id: FileId) {
        let Some(package) = self.project.sources.file(id).map(|file| file.package) else { return };
        let wanted = self.project.parsed.asts.get(id.0 as usize).map(wanted_by).unwrap_or_default();
        for want in wanted {
            match want {
                Wanted::Package(written) => self.use_package(package, &written),
                Wanted::Data(written) => self.read_data(package, &written),
            }
        }
    }

    fn use_package(&mut self, from: PackageId, written: &Text) {
        let Some(folder) = self.place(from, written) else { return };
        let missing = |message: &'static crate::message::Text| message.with([("path", (&*written.text).into())]);
        let Ok(canonical) = fs::canonicalize(&folder) else {
            let message = missing(&text::NO_SUCH_PACKAGE);
            return self.report(&code::NO_SUCH_PACKAGE, message, written.span, text::USED_HERE.plain());
        };
        if !canonical.is_dir() {
            let message = text::NOT_A_FOLDER.with([("path", (&*written.text).into())]);
            return self.report(&code::NO_SUCH_PACKAGE, message, written.span, text::USED_HERE.plain());
        }
        if !self.inside(from, written, &canonical) {
            return;
        }
        let known = self.folders.iter().position(|known| *known == canonical);
        let package = PackageId(known.unwrap_or(self.folders.len()) as u32);
        if known.is_none() {
            let start = self.folders.first().cloned().unwrap_or_default();
            let path = relative(&start, &canonical).into();
            self.project.sources.packages.push(SourcePackage { path, uses: Vec::new() });
            self.folders.push(canonical);
            if !self.read_package(package) {
                let message = missing(&text::EMPTY_PACKAGE);
                self.report(&code::NO_SUCH_PACKAGE, message, written.span, text::USED_HERE.plain());
            }
        }
        self.edges.push((from, package, written.span));
        if let Some(user) = self.project.sources.packages.get_mut(from.0 as usize)
            && !user.uses.iter().any(|u| u.written == written.text)
        {
            user.uses.push(Use { written: written.text.clone(), package });
        }
    }

    fn read_data(&mut self, package: PackageId, written: &Text) {
        if self.project.sources.data_file(package, &written.text).is_some() {
            return;
        }
        let Some(file) = self.place(package, written) else { return };
        if let Ok(canonical) = fs::canonicalize(&file)
            && !self.inside(package, written, &canonical)
        {
            return;
        }
        let path = self.shown(package, Path::new(&*written.text));
        match self.read_bytes(&file, &path, FILE_LIMIT) {
            Ok(bytes) => {
                self.project.sources.data.push(DataFile { path: path.into(), package, bytes: bytes.into() });
            }
            Err((code, message)) => self.report(code, message, written.span, text::NAMED_HERE.plain()),
        }
    }

    /// Where a path written in a policy of `package` leads, links not followed yet.
    fn place(&mut self, package: PackageId, written: &Text) -> Option<PathBuf> {
        if !is_portable(&written.text) {
            let message = text::BAD_PATH.with([("path", (&*written.text).into())]);
            self.report(&code::BAD_PATH, message, written.span, text::BAD_PATH_LABEL.plain());
            return None;
        }
        Some(self.folders.get(package.0 as usize)?.join(&*written.text))
    }

    /// Whether a canonical path lies in the workspace; reports it if not.
    fn inside(&mut self, package: PackageId, written: &Text, canonical: &Path) -> bool {
        if canonical.starts_with(&self.root) {
            return true;
        }
        let folder = self.folders.get(package.0 as usize).map(|f| f.to_string_lossy().into_owned());
        let plain = join_path(&folder.unwrap_or_default(), &written.text);
        let by_link = Path::new(&plain).starts_with(&self.root);
        let message = if by_link { &text::OUTSIDE_BY_LINK } else { &text::OUTSIDE_WORKSPACE };
        let message = message.with([("path", (&*written.text).into())]);
        self.report_outside(&code::OUTSIDE_WORKSPACE, message, written.span, text::OUTSIDE_LABEL.plain());
        false
    }

    /// The path of a file of `package`, relative to the root package's folder.
    fn shown(&self, package: PackageId, file: &Path) -> String {
        let folder = self.project.sources.packages.get(package.0 as usize).map_or(".", |p| &p.path);
        join_path(folder, &file.to_string_lossy())
    }

    fn last_file(&self) -> FileId {
        FileId(self.project.sources.files.len().saturating_sub(1) as u32)
    }

    /// Adds a file without text, so that there is a place to report.
    pub(super) fn add_blank(&mut self, package: PackageId, path: &str) -> Span {
        self.project.sources.files.push(SourceFile::new(path, package, ""));
        self.project.parsed.skip_one();
        Span::new(self.last_file(), 0, 0)
    }

    pub(super) fn report(&mut self, code: &'static Code, message: Message, span: Span, label: Message) {
        self.project.diagnostics.push(Diagnostic::error(code, message, span, label));
    }

    fn report_outside(&mut self, code: &'static Code, message: Message, span: Span, label: Message) {
        let mut diagnostic = Diagnostic::error(code, message, span, label);
        if *code == code::OUTSIDE_WORKSPACE {
            let start = self.folders.first().cloned().unwrap_or_default();
            let root = relative(&start, &self.root);
            diagnostic = diagnostic.help(text::WORKSPACE_IS.with([("root", root.into())]));
        }
        self.project.diagnostics.push(diagnostic);
    }

    fn report_folder(&mut self, code: &'static Code, message: Message, help: Option<Message>) {
        let span = self.add_blank(PackageId(0), ".");
        let mut diagnostic = Diagnostic::error(code, message, span, text::NOT_READ.plain());
        diagnostic.help.extend(help);
        self.project.diagnostics.push(diagnostic);
    }

    fn report_cycles(&mut self) {
        for cycle in cycles(self.folders.len(), &self.edges) {
            let names: Vec<String> = cycle.iter().map(|edge| self.workspace_path(edge.0)).collect();
            let Some((first, rest)) = cycle.split_first() else { continue };
            let mut shown: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
            shown.extend(names.first().map(|n| format!("`{n}`")));
            let label = |edge: &Edge| text::CYCLE_LABEL.with([("package", self.workspace_path(edge.1).into())]);
            let message = text::CYCLIC_USE.with([("cycle", shown.join(" → ").into())]);
            let mut diagnostic = Diagnostic::error(&code::CYCLIC_USE, message, first.2, label(first));
            for edge in rest {
                diagnostic = diagnostic.and(edge.2, label(edge));
            }
            self.project.diagnostics.push(diagnostic.help(text::BREAK_CYCLE.plain()));
        }
    }

    fn workspace_path(&self, package: PackageId) -> String {
        self.folders.get(package.0 as usize).map_or_else(String::new, |folder| relative(&self.root, folder))
    }
}

/// What to write at the place of a file that was not read.
fn label_of(code: &Code) -> Message {
    if *code == code::NOT_A_FILE {
        text::NOT_REGULAR_LABEL.plain()
    } else if *code == code::OUTSIDE_WORKSPACE {
        text::OUTSIDE_LABEL.plain()
    } else {
        text::NOT_READ.plain()
    }
}

fn wanted_by(ast: &Ast) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for item in &ast.items {
        if let ItemKind::Use(used) = &item.kind {
            wanted.push(Wanted::Package(used.path.clone()));
        } else if let ItemKind::People(people) = &item.kind {
            wanted.push(Wanted::Data(people.path.clone()));
        } else if let ItemKind::Object(object) = &item.kind {
            for line in &object.items {
                if let ObjectItemKind::FieldsFrom(from) = &line.kind {
                    wanted.push(Wanted::Data(from.path.clone()));
                }
            }
        }
    }
    wanted
}

pub(super) fn path_arg(path: &Path) -> (&'static str, Arg) {
    ("path", path.to_string_lossy().into_owned().into())
}
