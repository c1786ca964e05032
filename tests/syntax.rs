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
