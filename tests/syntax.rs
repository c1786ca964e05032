//! The parser on whole texts: the example of the design, properties, hostile sizes.

use crate::support::{Case, dump, plain};
use rolecall::source::{FileId, Interner};
use rolecall::syntax;

#[test]
fn the_example_of_the_design_parses() {
    let case = Case::one("design-example");
    let sources = case.sources();
    let mut names = Interner::default();
    let parsed = syntax::parse(FileId(0), &sources.files[0], &mut names);
    assert_eq!(plain::diagnostics(&sources, &parsed.diagnostics), "");
    case.check(&dump::ast(&parsed.ast, &names));
}

#[test]
fn every_code_of_the_stage_has_an_example_of_its_own() {
    for code in rolecall::diagnostic::codes::syntax::ALL.iter().filter(|code| !code.bad.is_empty()) {
        let found = |text: &str| -> Vec<&'static str> {
            let sources = rolecall::source::SourceSet::from_texts([("main.roles", text)]);
            let parsed = syntax::parse(FileId(0), &sources.files[0], &mut Interner::default());
            parsed.diagnostics.iter().map(|found| found.code.id).collect()
        };
        assert_eq!(found(code.bad), [code.id], "the bad example of {}:\n{}", code.id, code.bad);
        assert!(found(code.good).is_empty(), "the good example of {}:\n{}", code.id, code.good);
    }
}
