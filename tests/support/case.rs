//! [`Case`]: one folder under `tests/cases`.

use rolecall::source::{DataFile, PackageId, SourceFile, SourcePackage, SourceSet, Use};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder of input files with a snapshot beside them.
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
    /// `*.roles` files by name.
    pub policies: Vec<(String, String)>,
    /// Everything else but the snapshot, by name.
    pub data: Vec<(String, Vec<u8>)>,
    /// Policy files of the package `../shared`, in the folder `shared`.
    pub shared: Vec<(String, String)>,
}

impl Case {
    /// The cases of `suite`, by name.
    pub fn all(suite: &str) -> Vec<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(suite);
        let mut folders: Vec<PathBuf> = fs::read_dir(&root)
            .unwrap_or_else(|error| panic!("{}: {error}", root.display()))
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_dir())
            .collect();
        folders.sort();
        assert!(!folders.is_empty(), "no case in {suite}");
        folders.iter().map(|folder| Self::load(folder)).collect()
    }

    /// The case `tests/cases/<path>`.
    pub fn one(path: &str) -> Self {
        Self::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(path))
    }

    fn load(folder: &Path) -> Self {
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .collect();
        files.sort();
        let (mut policies, mut data) = (Vec::new(), Vec::new());
        for path in files {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            match path.extension().and_then(|end| end.to_str()) {
                Some("roles") => policies.push((name, fs::read_to_string(&path).unwrap())),
                Some("snap" | "new") => {}
                _ => data.push((name, fs::read(&path).unwrap())),
            }
        }
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let shared = match folder.join("shared") {
            shared if shared.is_dir() => Self::load(&shared).policies,
            _ => Vec::new(),
        };
        Self { name, folder: folder.to_owned(), policies, data, shared }
    }

    /// The files as a compile sees them.
    pub fn sources(&self) -> SourceSet {
        let mut sources =
            SourceSet::from_texts(self.policies.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        for (name, bytes) in &self.data {
            let (path, bytes) = (name.as_str().into(), bytes.as_slice().into());
            sources.data.push(DataFile { path, package: PackageId(0), bytes });
        }
        if !self.shared.is_empty() {
            let package = PackageId(1);
            sources.packages.push(SourcePackage { path: "../shared".into(), uses: Vec::new() });
            sources.packages[0].uses.push(Use { written: "../shared".into(), package });
            for (name, text) in &self.shared {
                sources.files.push(SourceFile::new(format!("../shared/{name}"), package, text.as_str()));
            }
        }
        sources
    }

    /// The text of the first policy file.
    pub fn text(&self) -> &str {
        self.policies.first().map_or("", |(_, text)| text)
    }

    /// The policy files as the head of a snapshot.
    pub fn input(&self) -> String {
        let mut text = String::new();
        let shared = self.shared.iter().map(|(name, policy)| (format!("../shared/{name}"), policy));
        for (name, policy) in self.policies.iter().map(|(name, policy)| (name.clone(), policy)).chain(shared) {
            text.push_str(&format!("--- {name}\n{}\n", policy.trim_end()));
        }
        text.push_str("---\n");
        text
    }

    /// Compares `text` with the snapshot in the folder.
    pub fn check(&self, text: &str) {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&self.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("out", text));
    }
}
