//! A few seconds of the targets in `fuzz/`, so that they cannot rot: hostile input, and the project's own policies with
//! mistakes in them. `ROLECALL_FUZZ` makes it so many times longer, `ROLECALL_SEED` other.

pub mod targets;

use crate::generate::Dice;
use crate::support::code::{files, page, paths, root};
use std::collections::BTreeMap;
use std::fs;

type Target = fn(&[u8]);

/// Each is a file of the same name in `fuzz/fuzz_targets`.
const TARGETS: &[(&str, Target)] = &[
    ("body", targets::body),
    ("compile", targets::compile),
    ("open_table", targets::open_table),
    ("parse", targets::parse),
    ("people", targets::people),
    ("request", targets::request),
];

/// What breaks parsers, and words that mean much in this language.
const HOSTILE: &[&str] = &[
    "\u{0}",
    "\u{7}",
    "\u{1b}[31m",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "é",
    "e\u{301}",
    "Ａ",
    "а",
    "销售",
    "\r\n",
    "\r",
    "\"",
    "\\",
    "\\\"",
    "“",
    "”",
    "「",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "｛",
    "｝",
    "（",
    "）",
    ",",
    "，",
    "、",
    ";",
    ":",
    "=",
    "==",
    "|",
    "||",
    "<",
    "<=",
    ">=",
    "#",
    "##",
    "#!",
    "#! allow(",
    ".",
    "..",
    "/",
    "*",
    "-",
    "--",
    "@",
    "'",
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "0.00001",
    "2026-02-30",
    "2026-12-31",
    "0000-00-00",
    "9999-12-31",
    "24:00",
    "25:61",
    "10.0.0.0/8",
    "::1/0",
    "255.255.255.255/33",
    "when ",
    "when not not ",
    "within ",
    "within own or ",
    "outside ",
    "allow ",
    "deny ",
    "mask ",
    "cancel every deny ",
    "every action ",
    "every object ",
    "except ",
    "inherits ",
    "role ",
    "role R inherits R { } ",
    "template T(a: number) inherits T(1) { } ",
    "user ",
    "everyone",
    "assign ",
    "suspend everything ",
    "from ",
    "through ",
    "before ",
    "until ",
    "named ",
    "because ",
    "with no end ",
    "of ",
    "is ",
    "use \"..\" ",
    "people from \"people.csv\" { id id } ",
    "policy p { language 1 timezone \"UTC\" } ",
    "timezone \"Mars/Base\" ",
    "roles from request: ",
    "record.",
    "record.id ",
    "subject.",
    "request.ip ",
    "me ",
    "none ",
    "工号",
    "岗位,岗位",
    "100101",
    "\t",
    "=1+1",
    "null",
    "true",
    "{\"subject\":",
    "\"action\":{\"name\":\"read\"}",
    "\\ud800",
    "1e400",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "\u{10ffff}",
];

fn env(name: &str) -> Option<u64> {
    std::env::var(name).ok().and_then(|value| value.parse().ok())
}

/// One to four edits: something cut out, doubled, moved or put in.
fn mutated(dice: &mut Dice, input: &[u8], other: &[u8]) -> Vec<u8> {
    let mut out = input.to_vec();
    for _ in 0..dice.between(1, 4) {
        let place = |dice: &mut Dice, of: &[u8]| {
            let start = dice.index(of.len() + 1);
            let length = if dice.chance(80) { dice.index(24) } else { dice.index(of.len() + 1) };
            start..(start + length).min(of.len())
        };
        match dice.index(6) {
            0 => drop(out.drain(place(dice, &out.clone()))),
            1 => {
                let piece = out[place(dice, &out)].to_vec();
                let at = dice.index(out.len() + 1);
                out.splice(at..at, piece);
            }
            2 => {
                let piece = other[place(dice, other)].to_vec();
                let at = dice.index(out.len() + 1);
                out.splice(at..at, piece);
            }
            3 if !out.is_empty() => {
                let at = dice.index(out.len());
                out[at] = dice.index(256) as u8;
            }
            _ => {
                let word = dice.pick(HOSTILE);
                let at = dice.index(out.len() + 1);
                out.splice(at..at, word.bytes());
            }
        }
    }
    out
}

/// Input that a target should see unchanged and changed.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let texts =
        |folder: &str, ending: &str| paths(folder, ending).into_iter().map(|path| fs::read(root().join(path)).unwrap());
    let mut corpus: Vec<Vec<u8>> = match target {
        "people" => texts("tests/cases", "csv").chain(texts("policies", "csv")).collect(),
        "body" => bodies(),
        "request" => {
            let lines = |text: Vec<u8>| text.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
            texts("tests/cases", "jsonl").chain(texts("policies", "jsonl")).flat_map(lines).collect()
        }
        "open_table" => (0..40_u8).map(|seed| (0..=seed).map(|byte| byte.wrapping_mul(37)).collect()).collect(),
        _ => texts("tests/cases", "roles").chain(texts("policies", "roles")).collect(),
    };
    corpus.extend(HOSTILE.iter().map(|word| word.as_bytes().to_vec()));
    corpus.push(HOSTILE.concat().into_bytes());
    corpus.extend([b"(".repeat(100_000), b"{ ".repeat(20_000), vec![0xff; 300], b"\"".repeat(5_001), Vec::new()]);
    corpus
}

/// A byte that chooses the endpoint, and what is sent to it.
fn bodies() -> Vec<Vec<u8>> {
    let one =
        r#""subject":{"type":"user","id":"li.na"},"action":{"name":"read"},"resource":{"type":"Customer","id":"c-1"}"#;
    let texts = [
        format!("{{{one}}}"),
        format!("{{{one},\"evaluations\":[{{}},{{\"action\":{{\"name\":\"export\"}}}},1]}}"),
        format!("{{{one},\"evaluations\":[{{}}],\"options\":{{\"evaluations_semantic\":\"deny_on_first_deny\"}}}}"),
        format!("{{{one},\"page\":{{\"limit\":1,\"token\":\"00.1.a6c\"}}}}"),
        format!("{{\"input\":{{{one}}}}}"),
    ];
    (0..8_u8).flat_map(|at| texts.iter().map(move |text| [&[at], text.as_bytes()].concat())).collect()
}

fn smoke(name: &str, rounds: u64) {
    let (_, target) = TARGETS.iter().find(|(other, _)| *other == name).unwrap();
    let corpus = corpus(name);
    // Every few, so that the suite stays quick: the rest comes with the rounds.
    for input in corpus.iter().rev().step_by(if rounds > 1_000 { 1 } else { 4 }) {
        run(name, *target, input);
    }
    let first = env("ROLECALL_SEED").unwrap_or(0);
    for seed in first..first + rounds * env("ROLECALL_FUZZ").unwrap_or(1) {
        let mut dice = Dice::new(seed);
        let (input, other) = (dice.pick(&corpus), dice.pick(&corpus));
        run(name, *target, &mutated(&mut dice, &input, &other));
    }
}

fn run(name: &str, target: Target, input: &[u8]) {
    if std::panic::catch_unwind(|| target(input)).is_err() {
        let path = std::env::temp_dir().join(format!("rolecall-fuzz-{name}"));
        fs::write(&path, input).unwrap();
        panic!(
            "{name}: the input is in {}: {:?}",
            path.display(),
            String::from_utf8_lossy(&input[..input.len().min(2_000)])
        );
    }
}

#[test]
fn any_text_is_parsed() {
    smoke("parse", 300);
}

#[test]
fn any_text_is_compiled() {
    smoke("compile", 120);
}

#[test]
fn any_bytes_are_a_table_or_refused() {
    smoke("open_table", 400);
}

#[test]
fn any_bytes_are_people_or_refused() {
    smoke("people", 100);
}

#[test]
fn any_body_is_answered() {
    smoke("body", 1_500);
}

#[test]
fn any_line_is_answered() {
    smoke("request", 1_500);
}

#[test]
fn targets_are_those_of_the_fuzzer() {
    let written: BTreeMap<String, String> = files("fuzz/fuzz_targets", "rs");
    let names: Vec<String> = TARGETS.iter().map(|(name, _)| format!("fuzz/fuzz_targets/{name}.rs")).collect();
    assert_eq!(written.keys().cloned().collect::<Vec<_>>(), names);
    let manifest = page("fuzz/Cargo.toml");
    for (name, _) in TARGETS {
        let text = &written[&format!("fuzz/fuzz_targets/{name}.rs")];
        assert!(text.contains(&format!("targets::{name}(")), "{text}");
        assert!(manifest.contains(&format!("path = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
}
