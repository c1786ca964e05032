//! The parser on whole texts: the example of the design, properties, hostile sizes.

use crate::support::{Case, dump, plain};
use proptest::prelude::*;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rolecall::source::{FileId, Interner, SourceSet, Span};
use rolecall::syntax;
use std::sync::OnceLock;

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
            let sources = SourceSet::from_texts([("main.roles", text)]);
            let parsed = syntax::parse(FileId(0), &sources.files[0], &mut Interner::default());
            parsed.diagnostics.iter().map(|found| found.code.id).collect()
        };
        assert_eq!(found(code.bad), [code.id], "the bad example of {}:\n{}", code.id, code.bad);
        assert!(found(code.good).is_empty(), "the good example of {}:\n{}", code.id, code.good);
    }
}

/// Every place lies in the text, on boundaries of characters, the right way round.
fn check_places(text: &str, parsed: &syntax::Parsed) {
    let fits = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        assert!(start <= end && text.get(start..end).is_some(), "{span:?} in {text:?}");
    };
    for found in &parsed.diagnostics {
        fits(found.primary.span);
        found.secondary.iter().for_each(|label| fits(label.span));
        found.fix.iter().flat_map(|fix| &fix.edits).for_each(|edit| fits(edit.span));
    }
    parsed.ast.comments.iter().for_each(|comment| fits(comment.span));
    // The places of all nodes, found in the debug text rather than by a walk over every type.
    let debug = format!("{:?}", parsed.ast.items);
    for place in debug.split("Span { file: FileId(0), start: ").skip(1) {
        let (start, rest) = place.split_once(", end: ").unwrap();
        let (end, _) = rest.split_once(' ').unwrap();
        fits(Span::new(FileId(0), start.parse().unwrap(), end.parse().unwrap()));
    }
}

fn parse(text: &str) -> syntax::Parsed {
    let sources = SourceSet::from_texts([("main.roles", text)]);
    syntax::parse(FileId(0), &sources.files[0], &mut Interner::default())
}

/// Pieces that mutated policies are made of: tokens of the language, and what IMEs and editors put between them.
const PIECES: &[&str] = &[
    " ",
    "\n",
    "\n  ",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    ",",
    ";",
    ":",
    "=",
    "|",
    "<",
    ">",
    "<=",
    "!=",
    "==",
    "\"",
    "\\",
    ".",
    "-",
    "#",
    "## ",
    "#!",
    "，",
    "；",
    "：",
    "（",
    "）",
    "｛",
    "｝",
    "“",
    "”",
    "\u{3000}",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{0}",
    "\t",
    "\r\n",
    "。",
    "é",
    "e\u{301}",
    "客户",
    "Ｃ",
    "а",
    "role ",
    "allow ",
    "deny ",
    "mask ",
    "unit ",
    "given ",
    "when ",
    "not ",
    "and ",
    "or ",
    "record.x ",
    "is ",
    "within ",
    "own ",
    "until ",
    "from ",
    "through ",
    "2026-12-31 ",
    "01/02/2026 ",
    "18:00 ",
    "::1 ",
    "external ",
    "subject ",
    "every ",
    "everyone ",
    "user ",
    "li.na ",
    "a",
    "A ",
    "\"text\" ",
    "assign ",
    "to ",
    "type ",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn parsing_is_total_on_any_text(text in any::<String>()) {
        check_places(&text, &parse(&text));
    }

    #[test]
    fn parsing_is_total_on_any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        check_places(&text, &parse(&text));
    }

    #[test]
    fn parsing_is_total_on_any_row_of_pieces(pieces in proptest::collection::vec(0..PIECES.len(), 0..60)) {
        let text: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
        check_places(&text, &parse(&text));
    }

    #[test]
    fn parsing_is_total_on_mutated_policies(
        case in any::<prop::sample::Index>(),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0usize..12, 0..PIECES.len()), 1..6),
    ) {
        let mut text = case.get(policies()).clone();
        for (at, length, piece) in edits {
            let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let first = at.index(boundaries.len());
            let last = (first + length).min(boundaries.len() - 1);
            text.replace_range(boundaries[first]..boundaries[last], PIECES[piece]);
        }
        check_places(&text, &parse(&text));
    }
}

/// The valid cases and the example of the design.
fn policies() -> &'static [String] {
    static POLICIES: OnceLock<Vec<String>> = OnceLock::new();
    POLICIES.get_or_init(|| {
        let mut cases = Case::all("syntax/valid");
        cases.push(Case::one("design-example"));
        cases.into_iter().flat_map(|case| case.policies).map(|(_, text)| text).collect()
    })
}

#[test]
fn reading_ahead_changes_nothing() {
    let mut texts = policies().to_vec();
    // Braces that never close would take all that follows.
    let mistakes = Case::all("syntax/mistakes").into_iter().filter(|case| case.name != "nested-too-deep");
    texts.extend(mistakes.flat_map(|case| case.policies).map(|(_, text)| text));
    let mut random = StdRng::seed_from_u64(11);
    for seed in 0..8 {
        // Long enough for several stretches; the more is spoilt, the more often they are cut in a wrong place.
        let mut text = String::new();
        while text.len() < 150_000 {
            let policy = &texts[random.random_range(0..texts.len())];
            let cut = policy.floor_char_boundary(random.random_range(0..=policy.len()));
            if random.random_range(0..16) < seed {
                text.push_str(&policy[..cut]);
                text.push_str(PIECES[random.random_range(0..PIECES.len())]);
            } else {
                text.push_str(policy);
            }
        }
        let sources = SourceSet::from_texts([("main.roles", text.as_str())]);
        let (mut names, mut expected_names) = (Interner::default(), Interner::default());
        let parsed = syntax::parse(FileId(0), &sources.files[0], &mut names);
        let expected = syntax::parse_one_by_one(FileId(0), &sources.files[0], &mut expected_names);
        assert!(parsed.ast.items.len() > 100, "{} statements", parsed.ast.items.len());
        let (found, expected) = (format!("{parsed:#?}\n{names:?}"), format!("{expected:#?}\n{expected_names:?}"));
        let differ = found.lines().zip(expected.lines()).find(|(one, other)| one != other);
        assert!(found == expected, "seed {seed}: {differ:?}");
    }
}

#[test]
fn hostile_sizes_end() {
    let deep = format!("role R {{\n  allow a O within all when {}x{}\n}}\n", "(".repeat(100_000), ")".repeat(100_000));
    let nots = format!("role R {{\n  allow a O within all when {}record.x\n}}\n", "not ".repeat(100_000));
    let chain = format!("role R {{\n  allow a O within all when record.x{}\n}}\n", " and record.x".repeat(50_000));
    let list = format!("assign R to a{}", ", a".repeat(200_000));
    let cases = [
        (deep, 1),
        (nots, 1),
        (chain, 0),
        (list, 0),
        ("(".repeat(100_000), 1),
        ("{ ".repeat(100_000), 1),
        ("role R {\n".repeat(20_000), 20_000),
        ("role R { ".repeat(20_000), 1),
        ("unit U {\n".repeat(100_000), 1),
        ("}\n".repeat(20_000), 20_000),
        ("alow read Customer within own\n".repeat(50_000), 50_000),
        (format!("role R {{\n{}}}\n", "  alow read Customer within own\n".repeat(50_000)), 50_000),
        ("word ".repeat(1_000_000), 1),
        (format!("role R {{ {} }}", "allow a O within all ".repeat(100_000)), 0),
        ("\"open\n".repeat(20_000), 100),
        ("#".repeat(1_000_000), 0),
        (":".repeat(1_000_000), 1),
        ("a:b:".repeat(200_000), 1),
        ("x {".repeat(60), 1),
        ("\u{200b}".repeat(300_000), 1),
        ("a\u{200b}".repeat(100_000), 101),
        ("set of ".repeat(100_000), 1),
        (format!("type T = a{}", " | a".repeat(100_000)), 0),
        (format!("user u {{ x = {} }}", "[ ".repeat(50_000)), 1),
        ("; ".repeat(100_000), 1),
        (", ".repeat(100_000), 1),
        ("when x\n".repeat(100_000), 1),
    ];
    for (text, least) in cases {
        let parsed = parse(&text);
        let start: String = text.chars().take(40).collect();
        assert!(parsed.diagnostics.len() >= least, "{} mistakes in {start:?}…", parsed.diagnostics.len());
        assert!(least > 0 || parsed.diagnostics.is_empty(), "{:?} in {start:?}…", parsed.diagnostics.first());
    }
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let parsed = parse(&" ".repeat((64 << 20) + 1));
    assert_eq!(parsed.diagnostics.iter().map(|found| found.code.id).collect::<Vec<_>>(), ["E0001"]);
    assert!(parsed.ast.items.is_empty());
}

#[test]
fn ten_mistakes_are_ten_diagnostics() {
    let case = Case::one("syntax/mistakes/ten-mistakes");
    assert_eq!(parse(&case.policies[0].1).diagnostics.len(), 10);
}

/// A mistake in one statement never costs another one.
#[test]
fn every_mistake_is_one_diagnostic() {
    for case in Case::all("syntax/mistakes") {
        let expected = match case.name.as_str() {
            "ten-mistakes" => 10,
            "guarantee-misspelt" | "people-line" | "semicolon-between" => 2,
            // Several spellings of one mistake, each a statement of its own.
            "chinese-brackets" | "nobody-can" | "person-before-role" => 2,
            "test-words" | "field-with-type" | "inherits-in-other-words" => 3,
            "date-that-is-none" | "each-quarter" => 4,
            "trailing-comma-in-guarantee" => 6,
            "number-with-unit" => 7,
            "missing-scope-at-end" => 5,
            "mistakes-under-a-bad-head" => 5,
            _ => 1,
        };
        let parsed = parse(&case.policies[0].1);
        assert_eq!(parsed.diagnostics.len(), expected, "{}", case.name);
    }
}
