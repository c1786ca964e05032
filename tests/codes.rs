//! Every code: its examples are run, and its report is a snapshot.

use crate::support::replay;
use rolecall::compile::{Compilation, Options, compile};
use rolecall::diagnostic::{self, Code, Severity};
use rolecall::lint::settings::{DEFAULT, Settings};
use rolecall::message::{Lang, Text};
use rolecall::render::{Style, human};
use rolecall::source::SourceSet;
use std::collections::BTreeSet;

/// 2026-11-24 00:00 UTC.
const NOW: i64 = 1_795_478_400_000;

fn codes() -> impl Iterator<Item = &'static Code> {
    diagnostic::ALL.iter().flat_map(|family| family.iter()).copied()
}

/// A rule that is off by default is run alone; for the others all that are on.
fn run(code: &Code, policy: &str) -> (SourceSet, Compilation) {
    let sources = SourceSet::from_texts([("example.roles", policy)]);
    let alone =
        rolecall::lint::rule(code.name).filter(|rule| rule.optional).map(|rule| Settings::alone(rule.code.name));
    let settings = alone.as_ref().unwrap_or(&DEFAULT);
    let options = Options { test: true, now: Some(NOW), settings, ..Options::default() };
    let compilation = compile(&sources, options);
    (sources, compilation)
}

fn errors(compilation: &Compilation) -> BTreeSet<&'static str> {
    let errors = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    errors.map(|d| d.code.id).collect()
}

#[test]
fn examples_show_their_code_and_nothing_worse() {
    let mut wrong = Vec::new();
    for code in codes().filter(|code| !code.bad.is_empty()) {
        let (sources, bad) = run(code, code.bad);
        let found = errors(&bad);
        let shows = bad.diagnostics.iter().any(|d| d.code == code);
        let expected = if code.id.starts_with('E') { BTreeSet::from([code.id]) } else { BTreeSet::new() };
        if !shows || found != expected {
            wrong.push(format!("{}: bad example has {found:?}, shows its code: {shows}", code.id));
        }
        replay::witnesses(&sources, &bad, &bad.diagnostics);
        let (_, good) = run(code, code.good);
        let found = errors(&good);
        if !found.is_empty() || good.diagnostics.iter().any(|d| d.code == code) {
            let all: Vec<&str> = good.diagnostics.iter().map(|d| d.code.id).collect();
            wrong.push(format!("{}: good example has {all:?}", code.id));
        }
        snapshot(code, &sources, &bad);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/codes");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let shown: BTreeSet<String> = files.filter(|name| name.ends_with(".snap")).collect();
    let examples = codes().filter(|code| !code.bad.is_empty()).map(|code| format!("{}.snap", code.id)).collect();
    assert_eq!(shown, examples, "a snapshot for each example, and no other");
}

/// The code's own reports on its bad example, in both languages.
fn snapshot(code: &Code, sources: &SourceSet, compilation: &Compilation) {
    let mut drawn = String::new();
    for lang in [Lang::En, Lang::Zh] {
        let style = Style { lang, color: false, base: "" };
        for diagnostic in compilation.diagnostics.iter().filter(|d| d.code == code) {
            drawn.push_str(&human(sources, diagnostic, style));
        }
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("cases/codes");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(code.id, drawn));
}

#[test]
fn codes_are_unique_and_documented() {
    let mut ids = BTreeSet::new();
    let mut names = BTreeSet::new();
    for code in codes() {
        assert!(ids.insert(code.id) && names.insert(code.name), "{} {} is there twice", code.id, code.name);
        let digits = code.id.get(1..).unwrap_or("");
        assert!(code.id.starts_with(['E', 'W']) && digits.len() == 4 && digits.parse::<u32>().is_ok(), "{}", code.id);
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(code.name.chars().all(kebab) && !code.name.is_empty(), "{} {}", code.id, code.name);
        assert!(code.bad.is_empty() == code.good.is_empty(), "{}", code.id);
        for text in [&code.summary, &code.why] {
            assert_words(code.id, text);
        }
        assert!(!code.summary.en.ends_with('.') && !code.summary.en.contains('\n'), "{}", code.id);
    }
}

/// Neither is empty, and Chinese holds Latin words in backticks and placeholders only.
fn assert_words(place: &str, text: &Text) {
    assert!(!text.en.is_empty() && !text.zh.is_empty(), "{place}: {text:?}");
    let mut outside = String::new();
    let mut depth = 0;
    for (index, part) in text.zh.split('`').enumerate() {
        if index % 2 == 0 {
            for c in part.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    c if depth == 0 => outside.push(c),
                    _ => {}
                }
            }
        }
    }
    assert!(
        !outside.contains(|c: char| c.is_ascii_alphabetic()),
        "{place}: Latin words outside backticks: {}",
        text.zh
    );
}

/// `docs/checks.md` says where each check of the field is; what it names is there.
#[test]
fn the_page_of_checks_names_what_there_is() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/checks.md")).unwrap();
    let quoted = page.split('`').skip(1).step_by(2);
    let kebab = |name: &&str| name.contains('-') && name.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let names: BTreeSet<&str> = quoted.filter(kebab).collect();
    let known: BTreeSet<&str> = codes().map(|code| code.name).collect();
    assert!(names.len() > 100, "{}", names.len());
    assert!(names.is_subset(&known), "{:?}", names.difference(&known));
}
