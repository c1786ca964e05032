//! What a policy may come to: past each limit one error says so, and nothing is left out without a word.

use rolecall::compile::{Compilation, Options, compile};
use rolecall::diagnostic::codes::{analysis, guarantee, lint, people, resolve, rules};
use rolecall::diagnostic::{Code, Severity};
use rolecall::guarantee::{Verdict, replay};
use rolecall::source::{DataFile, PackageId, SourceSet};
use rolecall::table::Table;
use std::fmt::Write;

const HEADER: &str = "policy example { language 1 timezone \"UTC\" }\n";

fn run(text: String) -> Compilation {
    compile(&SourceSet::from_texts([("main.roles", text)]), Options { prove: false, ..Options::default() })
}

fn count(compilation: &Compilation, code: &Code) -> usize {
    compilation.diagnostics.iter().filter(|d| d.code == code).count()
}

fn is_the_only_error(compilation: &Compilation, code: &Code) {
    let errors: Vec<_> = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    assert!(errors.iter().all(|d| d.code == code), "{:?}", errors.first());
    assert_eq!(errors.len(), 1);
}

fn names(prefix: &str, count: usize) -> String {
    (0..count).map(|index| format!("{prefix}{index}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn too_many_assignments() {
    let mut text = format!("{HEADER}user {}\n", names("u", 1_700));
    for role in 0..1_500 {
        let _ = writeln!(text, "role R{role} {{ }}");
    }
    // Twice 2,550,000: the second is too much, and so is the third, of which nothing more is said.
    for _ in 0..3 {
        let _ = writeln!(text, "assign {} to everyone", names("R", 1_500));
    }
    is_the_only_error(&run(text), &people::TOO_MANY_ASSIGNMENTS);
}

#[test]
fn too_many_rules() {
    let mut text = format!("{HEADER}role R {{ }}\n");
    for object in 0..2_000 {
        let _ = writeln!(text, "object O{object} {{ general actions create }}");
    }
    text.push_str("guarantees {\n");
    for _ in 0..1_002 {
        text.push_str("never R can create every object\n");
    }
    text.push_str("}\n");
    is_the_only_error(&run(text), &rules::TOO_MANY_RULES);
}

#[test]
fn too_many_ways_of_inheritance() {
    // Each step has two ways, one of them through a role with `active`: 2 to the 11th sets of such roles.
    let mut text = format!("{HEADER}role S0 {{ }}\n");
    for step in 1..=11 {
        let below = step - 1;
        let _ = writeln!(
            text,
            "role A{step} inherits S{below} {{ active daily 09:00 to 18:00 }}\n\
             role B{step} inherits S{below} {{ active daily 10:00 to 18:00 }}\n\
             role S{step} inherits A{step}, B{step} {{ }}"
        );
    }
    text.push_str("user li.na\nassign S11 to li.na\n");
    is_the_only_error(&run(text), &analysis::TOO_MANY_ALTERNATIVES);
}

#[test]
fn people_files_too_large() {
    let columns = (0..1_001).map(|index| format!("c{index}")).collect::<Vec<_>>().join(",");
    let mut rows = String::from("id\n");
    for row in 0..=1_000_000 {
        let _ = writeln!(rows, "{row}");
    }
    for bytes in [columns.into_bytes(), rows.into_bytes(), vec![b'a'; (64 << 20) + 1]] {
        let text = format!("{HEADER}people from \"people.csv\" {{ id id }}\n");
        let mut sources = SourceSet::from_texts([("main.roles", text)]);
        sources.data.push(DataFile { path: "people.csv".into(), package: PackageId(0), bytes: bytes.into() });
        is_the_only_error(&compile(&sources, Options::default()), &people::TOO_LARGE);
    }
}

#[test]
fn findings_that_were_not_looked_for_are_owned_up_to() {
    let mut text = format!("{HEADER}object Order {{ general actions create }}\nrole R0 {{ allow create Order }}\n");
    for role in 1..3_000 {
        let _ = writeln!(text, "role R{role} inherits R{} {{ allow create Order }}", role - 1);
    }
    let compilation = run(text);
    assert!(!compilation.has_errors());
    assert_eq!(count(&compilation, &lint::NOT_SEARCHED), 1);
}

#[test]
fn names_too_long_for_a_table() {
    is_the_only_error(&run(format!("{HEADER}role {} {{ }}\n", "a".repeat(70_000))), &resolve::NAME_TOO_LONG);
}

#[test]
fn a_witness_that_the_table_denies_is_an_error() {
    let text = format!(
        "{HEADER}object Order {{ general actions create }}\nrole Clerk {{ allow create Order }}\nuser li.na\n\
         assign Clerk to li.na\nguarantees {{ never Clerk can create Order }}\n"
    );
    let sources = SourceSet::from_texts([("main.roles", text)]);
    let mut compilation = compile(&sources, Options::default());
    let bytes = compilation.question_table(&sources, &[]).unwrap().unwrap();
    let table = Table::open(&bytes).unwrap();
    assert!(replay::disagreements(&compilation.model, &compilation.analysis, &table, &compilation.verdicts).is_empty());
    let Verdict::Broken(witness) = &mut compilation.verdicts[0] else { panic!("proved") };
    for request in &mut witness.requests {
        request.allowed = !request.allowed;
    }
    let found = replay::disagreements(&compilation.model, &compilation.analysis, &table, &compilation.verdicts);
    assert!(!found.is_empty() && found.iter().all(|d| d.code == &guarantee::NOT_REPLAYED), "{found:?}");
}
