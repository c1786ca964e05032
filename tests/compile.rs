//! The driver: what follows from a mistake is not said, and nothing wrong ever comes out without an error.

use crate::resolve::resolved;
use crate::support::Case;
use rolecall::compile::{Compilation, Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::source::{PackageId, SourceFile, SourcePackage, SourceSet, Use};
use rolecall::{analysis, diagnostic};

const HEADER: &str = "policy example { language 1 timezone \"UTC\" }\n";

fn run(text: &str) -> Vec<&'static str> {
    codes(&compile(&SourceSet::from_texts([("main.roles", text)]), Options::default()))
}

fn codes(compilation: &Compilation) -> Vec<&'static str> {
    let errors = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    errors.map(|d| d.code.id).collect()
}

#[test]
fn a_line_that_was_not_understood_is_reported_once() {
    let role = |line: &str| format!("{HEADER}object Order {{ record actions read }}\nrole Clerk {{\n{line}\n}}\n");
    assert_eq!(run(&role("  allow read Order within all")), [""; 0]);
    let broken = run(&role("  allow read Odrer within all when"));
    assert!(matches!(broken[..], [only] if only.starts_with("E01")), "{broken:?}");
    // The other mistake of the line comes out once the first is mended.
    assert_eq!(run(&role("  allow read Odrer within all")), ["E0202"]);
    // A mistake on another line is never hidden.
    let both = run(&role("  allow read Odrer within all\n  allow read Order within all when"));
    assert!(both.len() == 2 && both.contains(&"E0202"), "{both:?}");
}

#[test]
fn a_header_that_was_not_understood_is_not_missed_as_well() {
    assert_eq!(run(""), ["E0230"]);
    assert_eq!(run("label personal\n"), ["E0230"]);
    let misspelt = run("polcy example { language 1 timezone \"UTC\" }\nlabel personal\n");
    assert!(!misspelt.is_empty() && misspelt.iter().all(|code| code.starts_with("E01")), "{misspelt:?}");
}

#[test]
fn a_mistake_in_one_package_hides_nothing_in_another() {
    let mut sources = SourceSet::from_texts([("main.roles", format!("{HEADER}use \"../shared\"\nlable personal\n"))]);
    sources.packages.push(SourcePackage { path: "../shared".into(), uses: Vec::new() });
    sources.packages[0].uses.push(Use { written: "../shared".into(), package: PackageId(1) });
    sources.files.push(SourceFile::new("../shared/base.roles", PackageId(1), "label confidential\n"));
    let found = codes(&compile(&sources, Options::default()));
    assert!(found.len() == 2 && found.contains(&"E0230"), "{found:?}");
}

#[test]
fn what_one_stage_finds_wrong_is_an_error_in_the_end() {
    for suite in ["syntax/mistakes", "syntax/valid", "resolve/mistakes", "analysis"] {
        for case in Case::all(suite) {
            let sources = case.sources();
            let (model, mut found) = resolved(&sources);
            found.extend(analysis::analyze(&model).1);
            let wrong = found.iter().any(|d: &diagnostic::Diagnostic| d.severity == Severity::Error);
            let compilation = compile(&sources, Options { prove: false, lint: false, ..Options::default() });
            assert_eq!(compilation.has_errors(), wrong, "{suite}/{}", case.name);
            assert_eq!(compilation.sound, !wrong, "{suite}/{}", case.name);
            assert_eq!(compilation.table(&sources).is_none(), wrong, "{suite}/{}", case.name);
        }
    }
}
