//! The one runner of case folders: `tests/cases/<suite>/<case>/input.roles`, its snapshot beside it.

use std::fs;
use std::path::{Path, PathBuf};

/// One case.
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The text of `input.roles`.
    pub text: String,
    folder: PathBuf,
}

/// Every case of a suite, by name.
pub fn all(suite: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(suite);
    let mut cases: Vec<Case> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| {
            let folder = entry.unwrap().path();
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            Case { text: fs::read_to_string(folder.join("input.roles")).unwrap(), name, folder }
        })
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    cases
}

/// Compares what `output` makes of each case with the snapshot beside it: the input, then the output.
pub fn run(suite: &str, output: impl Fn(&Case) -> String) {
    for case in all(suite) {
        let both = format!("{}\n{}\n{}", case.text.trim_end(), "-".repeat(40), output(&case));
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&case.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("output", both));
    }
}
