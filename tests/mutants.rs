//! Planted mistakes that a test must notice: `tests/mutants/*.patch`, run by `.ci/mutants`. A patch says which test in a line
//! `# noticed by: properties::facts`; without one it is the differential test.
//!
//! That takes minutes, so here is only checked that every patch still applies to the sources and names tests that there are.

use std::fs;
use std::path::{Path, PathBuf};

/// The patches, by path.
fn patches() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mutants");
    let mut all: Vec<PathBuf> =
        fs::read_dir(folder).expect("the patches").map(|e| e.expect("an entry").path()).collect();
    all.sort();
    all
}

/// File and, for each stretch of it, the text that the patch expects and the one that it leaves.
fn stretches(patch: &str) -> (String, Vec<(String, String)>) {
    let (mut file, mut all) = (String::new(), Vec::new());
    for line in patch.lines() {
        if let Some(path) = line.strip_prefix("--- a/") {
            file = path.to_string();
        } else if line.starts_with("@@") {
            all.push((String::new(), String::new()));
        } else if let Some((before, after)) = all.last_mut() {
            let (sign, text) = line.split_at_checked(1).unwrap_or((" ", ""));
            if sign != "+" {
                *before += &format!("{text}\n");
            }
            if sign != "-" {
                *after += &format!("{text}\n");
            }
        }
    }
    (file, all)
}

/// The modules of tests that a patch may name.
const NOTICING: &[&str] = &[
    "cases::",
    "planted",
    "properties::access",
    "properties::escalation",
    "properties::facts",
    "properties::guarantees",
];

#[test]
fn every_planted_mistake_is_for_a_test_that_there_is() {
    let mut analysis = 0;
    for path in patches() {
        let text = fs::read_to_string(&path).expect("a patch");
        let Some(by) = text.lines().find_map(|line| line.strip_prefix("# noticed by: ")) else { continue };
        assert!(NOTICING.contains(&by), "{}: {by}", path.display());
        let module = by.trim_end_matches(':').replace("::", "/");
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/{module}.rs"));
        assert!(file.is_file(), "{}: no {}", path.display(), file.display());
        analysis += 1;
    }
    assert!(analysis >= 10, "{analysis} mistakes of the analysis");
}

#[test]
fn every_planted_mistake_still_applies() {
    let patches = patches();
    assert!(patches.len() >= 10, "{} patches", patches.len());
    for path in patches {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let (file, stretches) = stretches(&fs::read_to_string(&path).expect("a patch"));
        let source = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file)).expect("the source");
        assert!(!stretches.is_empty(), "{name} changes nothing");
        for (before, after) in stretches {
            assert!(source.matches(&before).count() == 1, "{name} does not apply to {file}:\n{before}");
            assert_ne!(before, after, "{name} changes nothing");
        }
    }
}
