//! What makes a finding the same one as before: every example of every code, moved about.

use rolecall::compile::{Compilation, Options, compile};
use rolecall::diagnostic::{self, Code, Diagnostic, fingerprint, fingerprints};
use rolecall::source::SourceSet;
use std::collections::BTreeSet;

/// 2026-11-24 00:00 UTC.
const NOW: i64 = 1_795_478_400_000;

fn run(files: &[(&str, &str)]) -> (SourceSet, Compilation) {
    let sources = SourceSet::from_texts(files.iter().copied());
    let options = Options { test: true, now: Some(NOW), ..Options::default() };
    let compilation = compile(&sources, options);
    (sources, compilation)
}

fn prints(files: &[(&str, &str)]) -> Vec<String> {
    let (sources, compilation) = run(files);
    let prints = fingerprints(&sources, &compilation.diagnostics);
    let distinct: BTreeSet<&String> = prints.iter().collect();
    assert_eq!(distinct.len(), prints.len(), "two findings with one fingerprint");
    assert!(prints.iter().all(|p| p.len() == 32 && p.bytes().all(|b| b.is_ascii_hexdigit())));
    prints
}

fn codes() -> impl Iterator<Item = &'static Code> {
    diagnostic::ALL.iter().flat_map(|family| family.iter()).copied().filter(|code| !code.bad.is_empty())
}

#[test]
fn lines_may_move_and_files_be_renamed() {
    for code in codes() {
        let here = prints(&[("a.roles", code.bad)]);
        assert!(!here.is_empty(), "{} is not shown by its example", code.id);
        let below = format!("# one\n\n# two\n{}", code.bad);
        assert_eq!(here, prints(&[("a.roles", &below)]), "{} changes when lines are added above", code.id);
        assert_eq!(here, prints(&[("sales/b.roles", code.bad)]), "{} changes with the name of the file", code.id);
    }
}

#[test]
fn codes_promise_no_less_than_their_findings_show() {
    for code in codes() {
        for found in run(&[("a.roles", code.bad)]).1.diagnostics {
            assert!(found.severity <= found.code.level, "{} is worse than its level", found.code.id);
            let finding = code.id.starts_with('W');
            assert!(
                !finding || found.fix.is_none() || found.code.fixable,
                "{} has a repair and is not `fixable`",
                found.code.id
            );
        }
    }
}

const UNHELD: &str = "policy p { language 1 timezone \"UTC\" }\nobject Customer { record actions read record owner is keeper }\n\
    role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\n";

fn unheld(names: &[&str]) -> Vec<String> {
    let roles: String = names.iter().map(|name| format!("role {name} {{ }}\n")).collect();
    prints(&[("a.roles", &format!("{UNHELD}{roles}"))])
}

#[test]
fn a_finding_more_changes_no_other() {
    let two = unheld(&["Intern", "Guest"]);
    let three = unheld(&["Intern", "Visitor", "Guest"]);
    assert_eq!(two.len(), 2);
    assert_eq!(three.iter().filter(|print| two.contains(print)).count(), 2);
}

/// Equal findings, told apart by their files, then by their order; the first is known without either.
#[test]
fn of_equal_findings_the_rest_stays_when_one_goes() {
    let line = "#! allow(unheld-role) through 2099-12-31 because \"kept\"\n";
    let policy = format!("{UNHELD}{line}{line}{line}");
    let all = prints(&[("a.roles", &policy), ("b.roles", line)]);
    let fewer = prints(&[("a.roles", &policy.replacen(line, "", 1)), ("b.roles", line)]);
    assert_eq!((all.len(), fewer.len()), (4, 3));
    assert!(fewer.iter().all(|print| all.contains(print)));
    let (sources, compilation) = run(&[("a.roles", &policy)]);
    let first: &Diagnostic = &compilation.diagnostics[0];
    assert_eq!(fingerprint(&sources, first), all[0]);
}
