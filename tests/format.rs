//! `rolecall fmt`: snapshots of every construct, and the same texts spaced out at random.

use crate::support::Case;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rolecall::diagnostic::Severity;
use rolecall::format::{format, same, same_comments};
use rolecall::source::{FileId, Interner, PackageId, SourceFile};
use rolecall::syntax::{Parsed, parse};

#[test]
fn every_case_is_as_it_was() {
    for case in Case::all("format") {
        case.check(&format!("{}{}", case.input(), formatted(case.text())));
    }
}

/// The formatted text; asserts that it is stable.
fn formatted(text: &str) -> String {
    let mut names = Interner::default();
    let (file, parsed) = parsed(text, &mut names);
    let errors: Vec<_> = parsed.diagnostics.iter().filter(|d| d.severity == Severity::Error).collect();
    let at = |d: &&rolecall::diagnostic::Diagnostic| text.get(d.primary.span.start as usize..).unwrap_or("").to_owned();
    let places: Vec<_> = errors.iter().map(at).collect();
    assert!(errors.is_empty(), "{}\n{places:#?}\n{text}", errors.len());
    let once = format(&file, &parsed.ast, &mut names).unwrap_or_else(|error| panic!("{error:?}\n{text}"));
    let (file, again) = self::parsed(&once, &mut names);
    assert!(same(&parsed.ast, &again.ast), "{once}");
    assert!(same_comments(&parsed.ast.comments, &again.ast.comments), "{once}");
    let twice = format(&file, &again.ast, &mut names).unwrap();
    assert_eq!(once, twice, "formatted twice, from\n{text}");
    once
}

fn parsed(text: &str, names: &mut Interner) -> (SourceFile, Parsed) {
    let file = SourceFile::new("input.roles", PackageId(0), text);
    let parsed = parse(FileId(0), &file, names);
    (file, parsed)
}

#[test]
fn line_ends_and_marks_are_written_one_way() {
    for case in Case::all("format") {
        let expected = formatted(case.text());
        assert_eq!(formatted(&case.text().replace('\n', "\r\n")), expected, "{}", case.name);
        assert_eq!(formatted(&format!("\u{feff}{}", case.text())), expected, "{}", case.name);
        assert_eq!(formatted(case.text().trim_end()), expected, "{}", case.name);
    }
}

#[test]
fn a_file_with_errors_is_refused() {
    let mut names = Interner::default();
    let (file, parsed) = parsed("role A { alow read X }", &mut names);
    assert_eq!(format(&file, &parsed.ast, &mut names), Err(rolecall::format::FormatError::Syntax));
}

/// The example policies are in the one layout; the reference's blocks can be brought into it.
#[test]
fn policies_are_formatted() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in std::fs::read_dir(root.join("policies")).unwrap() {
        for file in std::fs::read_dir(folder.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|end| end == "roles") {
                let text = std::fs::read_to_string(&path).unwrap();
                assert_eq!(formatted(&text), text, "{}: run `rolecall fmt`", path.display());
            }
        }
    }
    let reference = std::fs::read_to_string(root.join("docs/language.md")).unwrap();
    for block in reference.split("```roles\n").skip(1) {
        formatted(block.split_once("```").unwrap().0);
    }
}

#[test]
fn lines_fit() {
    for case in Case::all("format") {
        for line in formatted(case.text()).lines().filter(|line| !line.contains('#')) {
            let width = unicode_width::UnicodeWidthStr::width(line);
            assert!(width <= 110, "{}: {width}\n{line}", case.name);
        }
    }
}

/// Blanks, line breaks and comments between any two tokens change neither what is said nor the layout's stability.
#[test]
fn any_spacing_keeps_meaning_and_comments() {
    let mut random = StdRng::seed_from_u64(1);
    for case in Case::all("format") {
        let tokens = tokens(case.text());
        for rate in [0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.0] {
            formatted(&respaced(&tokens, rate, &mut random));
        }
    }
}

/// Tokens of valid text, comments left out.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        if rest.starts_with('#') {
            rest = rest.split_once('\n').map_or("", |(_, below)| below);
            continue;
        }
        let Some(first) = rest.chars().next() else { return tokens };
        let length = match first {
            '"' | '“' => string_length(rest),
            '<' | '>' if rest[1..].starts_with('=') => 2,
            '＜' | '＞' if rest[3..].starts_with('＝') => 6,
            _ if is_sign(first) => first.len_utf8(),
            _ => word_length(rest),
        };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after;
    }
}

fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' | '”' => return at + c.len_utf8(),
            _ => {}
        }
    }
    text.len()
}

/// A word with the string glued to it (`record."is"`); a colon at its end is a sign of its own.
fn word_length(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || is_sign(c) || "\"“#".contains(c)).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    match word.strip_suffix([':', '：']) {
        Some("") | None if word.ends_with('.') && rest.starts_with('"') => end + string_length(rest),
        Some(name) if !name.is_empty() && !name.starts_with(|c: char| c.is_ascii_digit()) => name.len(),
        Some(_) | None => end,
    }
}

fn is_sign(c: char) -> bool {
    "{}()[],|<>=，、｛｝（）｜＝＜＞".contains(c)
}

/// The tokens with something between each two: at that rate not just a blank.
fn respaced(tokens: &[&str], rate: f64, random: &mut StdRng) -> String {
    let mut out = String::new();
    let mut comments = 0;
    for token in tokens {
        if random.random_bool(rate) {
            comments += 1;
            out.push_str(&match random.random_range(0..10) {
                0 => "\n".to_owned(),
                1 => "\n\n\n".to_owned(),
                2 => "   \t ".to_owned(),
                3 => format!(" # behind {comments}\n"),
                4 => format!("\n# own {comments}\n"),
                5 => format!("\n\n# own {comments}\n\n"),
                6 => format!("\n## doc {comments}\n"),
                7 => format!(" ## doc behind {comments}\n"),
                8 => format!(" #! waiver behind {comments}\n"),
                _ => format!("\n#! waiver {comments}\n"),
            });
        } else {
            out.push(' ');
        }
        out.push_str(token);
    }
    out.push('\n');
    out
}
