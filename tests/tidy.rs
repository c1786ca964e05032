//! The house rules that no compiler checks: layers, sizes, registries, and where words for readers may stand.

use crate::support::code::{files, page, root, shipped, sources, split, used};
use rolecall::diagnostic;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Longest file without a reason.
const LONGEST: usize = 400;

/// Longer files, each with its reason.
const LONG: &[(&str, &str)] = &[
    ("src/diagnostic/codes/escalation.rs", "one entry after the other, with its examples"),
    ("src/diagnostic/codes/lint.rs", "one entry after the other: what each finding says, with its examples"),
    ("src/guarantee/brute.rs", "tests: a second way of deciding guarantees"),
    ("src/guarantee/tests.rs", "tests: a list of policies with their verdicts"),
    ("src/project/load.rs", "one walk over packages: what is read, in which order, and what is wrong with it"),
    ("src/resolve/scenario.rs", "one function for each line of a test"),
    ("tests/properties/facts.rs", "tests: one function for each fact, beside what all of them share"),
    ("src/lower/conditions.rs", "one table of condition terms, one function for each"),
    ("src/syntax/error/mistake.rs", "one small function for each mistake of newcomers, and their list"),
    ("tests/time.rs", "tests: the same checks over zones"),
    ("tests/reference/decide.rs", "the second evaluator's rules in the order of the reference"),
    ("tests/reference/load.rs", "the second evaluator's reading of statements, one function each"),
    ("tests/reference/load_people.rs", "the second evaluator's reading of people files"),
    ("tests/generate/roles.rs", "one function for each line of a role that can be generated"),
    ("tests/generate/aim.rs", "one function for each fact that a request can be aimed at"),
    ("tests/support/model.rs", "prints every part of the model"),
];

/// Crates that one place alone may name.
const CONFINED: &[(&str, &str)] = &[
    ("pest", "src/syntax/"),
    ("pest_derive", "src/syntax/"),
    ("petgraph", "src/analysis/hierarchy.rs"),
    ("miette", "src/render/human.rs"),
    ("clap", "src/cli/"),
    ("clap_complete", "src/cli/"),
    ("csv", "src/roster/"),
    ("icalendar", "src/timeline/calendar.rs"),
    ("hyper", "src/serve/"),
    ("tokio", "src/serve/"),
    ("tokio_rustls", "src/serve/"),
];

/// Where words of a natural language may stand, and why.
const PROSE: &[(&str, &str)] = &[
    ("src/risk.rs", "words of policies, read and never shown"),
    ("src/message/", "the catalogue"),
    ("src/diagnostic/codes/", "the documentation of the codes, in both languages"),
    ("src/cli/arguments.rs", "usage text, which is the argument parser's"),
    ("src/drawing/svg.rs", "the style sheet"),
    ("src/graph/dot.rs", "the language of Graphviz"),
    ("src/wire/", "messages of the protocol, for the program at the other end"),
    ("src/cli/decide.rs", "the same"),
    ("src/serve/", "the same; what the administrator reads comes from the catalogue"),
    ("src/cli/line_diff.rs", "the format of patches"),
    ("src/table/", "what is wrong with a damaged table, for whoever embeds the evaluator; needs no feature"),
    ("src/config/key.rs", "what the JSON schema of rolecall.toml says of each key, for editors"),
    ("src/lint/budgets.rs", "the same of budgets"),
    ("src/render/sarif/", "descriptions for programs, which the standard wants in English"),
    ("src/cli/schema.rs", "the same of the whole"),
    ("src/cli/report.rs", "usage errors, which are the argument parser's"),
    ("src/resolve/objects.rs", "well-known names of reading actions"),
    ("src/resolve/unknown.rs", "words that people write for everyone"),
    ("src/roster/encoding.rs", "the signs by which encodings are told apart"),
    ("src/syntax/error/habit.rs", "units, words and types that people write"),
    ("src/config/mistake.rs", "how the library's words start, which are told in ours"),
    ("src/syntax/error/mistake.rs", "words that people write for signs and keywords"),
    ("src/runtime/spelling.rs", "names in its tests"),
    ("src/lower/", "which part is too large, shown as code"),
    ("src/syntax/sentence.rs", "patterns of statements, with words in capitals to be replaced"),
];

#[test]
fn paths_are_read_as_they_are_written() {
    let read = |code: &str| used(code).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(read("use crate::model::{self, Model};"), "model");
    assert_eq!(read("use crate::{lint, lower, syntax::ast};"), "lint lower syntax");
    assert_eq!(read("use crate::{syntax::{ast, words}, time};"), "syntax time");
    assert_eq!(read("$crate::a; let x = crate::runtime::lower(x);"), "a runtime");
    let (code, literals) =
        split("let c = '\"'; let d = '\\''; let e = \"a \\\" b\"; fn f<'a>(x: &'a str) {} // \"no\"\n");
    assert_eq!(literals, ["a \\\" b"]);
    assert!(code.contains("fn f<'a>(x: &'a str)") && !code.contains("no"), "{code}");
}

#[test]
fn layers_use_those_above_them() {
    let page = page("docs/architecture.md");
    let table = page.split("## Layers").nth(1).unwrap().split("\n## ").next().unwrap();
    let names = |cell: &str| -> Vec<String> { cell.split('`').skip(1).step_by(2).map(str::to_owned).collect() };
    let mut allowed: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in table.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.split('|').collect();
        let (layer, uses) = (names(cells[1]).remove(0), names(cells[2]));
        for other in &uses {
            assert!(allowed.contains_key(other), "`{other}` stands below `{layer}`, which uses it");
        }
        allowed.insert(layer, uses);
    }
    let mut wrong = Vec::new();
    let mut seen: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, text) in shipped() {
        let layer = path.split('/').nth(1).unwrap().trim_end_matches(".rs").to_owned();
        if matches!(layer.as_str(), "lib" | "main") {
            continue;
        }
        let uses = allowed.get(&layer).unwrap_or_else(|| panic!("`{layer}` is not in docs/architecture.md"));
        for other in used(&split(&text).0).into_iter().filter(|other| *other != layer) {
            if !uses.contains(&other) {
                wrong.push(format!("{path} uses `{other}`"));
            }
            seen.entry(layer.clone()).or_default().insert(other);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    for (layer, uses) in &allowed {
        let unused: Vec<_> = uses.iter().filter(|other| !seen.get(layer).is_some_and(|s| s.contains(*other))).collect();
        assert!(unused.is_empty(), "docs/architecture.md: `{layer}` does not use {unused:?}");
    }
}

#[test]
fn crates_stay_where_they_belong() {
    for (path, text) in shipped() {
        let code = split(&text).0;
        for (name, place) in CONFINED {
            let named = [format!("use {name}::"), format!(" {name}::"), format!("({name}::"), format!("[{name}::")];
            let names = named.iter().any(|named| code.contains(named.as_str()));
            assert!(!names || path.starts_with(place), "{path} names `{name}`, which belongs in {place}");
        }
    }
}

#[test]
fn every_dependency_is_optional_and_has_a_reason() {
    let manifest = page("Cargo.toml");
    let section = |name: &str| {
        let lines = manifest.lines().skip_while(move |line| *line != name).skip(1);
        lines.take_while(|line| !line.starts_with('[')).filter(|line| line.contains('=')).collect::<Vec<_>>()
    };
    for line in section("[dependencies]") {
        assert!(line.contains("optional = true"), "{line}");
    }
    for line in section("[dependencies]").into_iter().chain(section("[dev-dependencies]")) {
        assert!(line.split_once('#').is_some_and(|(_, reason)| !reason.trim().is_empty()), "{line}");
    }
}

#[test]
fn files_say_what_they_are_and_stay_short() {
    let all = sources();
    for (path, reason) in LONG {
        assert!(all.contains_key(*path) && !reason.is_empty(), "{path} is on the list and nowhere else");
    }
    for (path, text) in all {
        assert!(text.starts_with("//!"), "{path} does not say what it is");
        let lines = text.lines().count();
        let listed = LONG.iter().any(|(known, _)| *known == path);
        assert!(lines <= LONGEST || listed, "{path} has {lines} lines");
    }
}

#[test]
fn nothing_is_left_to_be_done() {
    let marks = ["TO", "FIX", "XX"].map(|half| {
        format!(
            "{half}{}",
            if half == "TO" {
                "DO"
            } else if half == "XX" {
                "X"
            } else {
                "ME"
            }
        )
    });
    let mut texts = sources();
    for (folder, ending) in [("grammar", "pest"), ("docs", "md"), ("policies", "roles"), ("policies", "md")] {
        texts.extend(files(folder, ending));
    }
    for (path, text) in texts {
        for mark in &marks {
            assert!(!text.contains(mark.as_str()), "{path}: {mark}");
        }
    }
}

#[test]
fn words_for_readers_come_from_the_catalogue() {
    // A literal is language if the grammar has all its words, or if it is a pattern for one word.
    let grammar = page("grammar/rolecall.pest");
    let language: BTreeSet<&str> =
        grammar.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut wrong = Vec::new();
    for (path, text) in shipped() {
        if PROSE.iter().any(|(place, _)| path.starts_with(place)) {
            continue;
        }
        let text = without_reasons(&text);
        for literal in split(&text).1 {
            let outside: String = literal
                .split('{')
                .enumerate()
                .map(|(index, part)| if index == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
                .collect::<Vec<_>>()
                .join(" ");
            let han = outside.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let words: Vec<&str> = outside
                .split_whitespace()
                .filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || c == ','))
                .collect();
            let prose = words.len() > 1 && words.iter().any(|word| !language.contains(word.trim_matches(',')));
            if han || prose {
                wrong.push(format!("{path}: {literal:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Without the reasons of lints.
fn without_reasons(text: &str) -> String {
    text.lines().filter(|line| !line.contains("reason = \"")).fold(String::new(), |text, line| text + line + "\n")
}

#[test]
fn only_the_edges_may_call_what_is_not_allowed() {
    const EDGES: [&str; 1] = ["src/lib.rs"];
    for (path, text) in shipped() {
        let allows = text.contains("clippy::disallowed_methods");
        assert_eq!(allows, EDGES.contains(&path.as_str()), "{path}");
    }
    let lib = page("src/lib.rs");
    let allowed: Vec<&str> = lib
        .split("clippy::disallowed_methods")
        .skip(1)
        .map(|rest| rest.split("pub mod ").nth(1).unwrap().split(';').next().unwrap())
        .collect();
    assert_eq!(allowed, ["cli", "project", "serve"]);
}

#[test]
fn every_code_has_an_example_or_a_case() {
    let mut cases = String::new();
    let texts = files("tests", "snap").into_iter().chain(files("tests", "rs"));
    for (path, text) in texts.filter(|(path, _)| !path.starts_with("tests/cases/codes/")) {
        // Tests name codes by their statics too.
        cases.push_str(&path);
        cases.push_str(&text);
    }
    for case in fs::read_dir(root().join("tests/cases/semantics")).unwrap() {
        cases.push_str(&fs::read_to_string(case.unwrap().path().join("error")).unwrap_or_default());
    }
    let statics = statics();
    let mut bare = Vec::new();
    for code in diagnostic::ALL.iter().flat_map(|family| family.iter()) {
        let named = statics.get(code.id).unwrap_or_else(|| panic!("{} is declared nowhere", code.id));
        if code.bad.is_empty() && !cases.contains(code.id) && !cases.contains(&format!("::{named}")) {
            bare.push(code.id);
        }
    }
    assert!(bare.is_empty(), "neither an example nor a case: {bare:?}");
}

/// Statics by the id of their code; each id is declared once.
fn statics() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (path, text) in files("src/diagnostic/codes", "rs") {
        let mut name = "";
        let words = text.split(|c: char| c.is_whitespace() || matches!(c, ':' | ','));
        for word in words {
            let id = word.trim_matches('"');
            let is_id =
                word.starts_with('"') && id.len() == 5 && id.starts_with(['E', 'W']) && id[1..].parse::<u16>().is_ok();
            if is_id {
                assert!(found.insert(id.to_owned(), name.to_owned()).is_none(), "{path}: {id} is declared twice");
            } else if word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_') {
                name = word;
            }
        }
    }
    found
}

#[test]
fn every_code_is_in_the_registry() {
    let listed: BTreeSet<String> =
        diagnostic::ALL.iter().flat_map(|family| family.iter()).map(|code| code.id.to_owned()).collect();
    assert_eq!(listed, statics().into_keys().collect());
}

#[test]
fn pages_name_every_verb_and_every_family_of_codes() {
    let arguments = page("src/cli/arguments.rs");
    let verbs = arguments.split("enum Command").nth(1).unwrap().split("\n}").next().unwrap();
    let verbs: Vec<String> = verbs
        .lines()
        .map(str::trim)
        .filter_map(|line| line.split_once('(').map(|(name, _)| name))
        .filter(|name| {
            !name.is_empty() && name.chars().all(char::is_alphabetic) && name.starts_with(char::is_uppercase)
        })
        .map(str::to_lowercase)
        .collect();
    assert!(verbs.len() >= 12, "{verbs:?}");
    let (cli, findings) = (page("docs/cli.md"), page("docs/findings.md"));
    for verb in &verbs {
        assert!(cli.contains(&format!("`rolecall {verb}")), "docs/cli.md has no `rolecall {verb}`");
    }
    // `E02xx`, or `W01xx` to `W04xx`.
    let mut families: Vec<(&str, &str)> = Vec::new();
    for row in cli.lines().filter(|line| line.starts_with("| `E") || line.starts_with("| `W")) {
        for part in row.split('|').nth(1).unwrap().split(',') {
            let ends: Vec<&str> = part.split('`').skip(1).step_by(2).collect();
            families.push((ends[0], ends[ends.len() - 1]));
        }
    }
    for code in diagnostic::ALL.iter().flat_map(|family| family.iter()) {
        let number = |id: &str| id[1..3].parse::<u8>().unwrap();
        let covered = families.iter().any(|(first, last)| {
            first[..1] == code.id[..1] && (number(first)..=number(last)).contains(&number(code.id))
        });
        assert!(covered, "docs/cli.md has no family of {}", code.id);
    }
    for lint in rolecall::lint::ALL {
        assert!(findings.contains(&format!("`{}`", lint.code.name)), "docs/findings.md: `{}`", lint.code.name);
    }
}

/// A text of the catalogue that no stage says is a text that nobody reads.
#[test]
fn every_text_of_the_catalogue_is_said() {
    // The texts of `--help` are found by their English; `cli/help.rs` looks for idle ones.
    let files = files("src", "rs").into_iter().filter(|(path, _)| path != "src/message/help.rs");
    let (catalogue, stages): (Vec<_>, Vec<_>) = files.partition(|(path, _)| path.starts_with("src/message/"));
    let is_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let said: BTreeSet<&str> = stages.iter().flat_map(|(_, text)| text.split(|c| !is_name(c))).collect();
    let mut names = 0;
    for (path, text) in &catalogue {
        for line in text.lines().filter(|line| line.starts_with("    ") && !line.starts_with("     ")) {
            let Some((name, _)) = line.trim().split_once(" =") else { continue };
            if name.chars().all(is_name) {
                names += 1;
                assert!(said.contains(name), "{path}: `{name}` is said nowhere");
            }
        }
    }
    assert!(names > 500, "{names}");
}
