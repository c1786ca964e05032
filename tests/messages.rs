//! The catalogue: both languages say the same, in their own words.

use rolecall::message::{FAMILIES, Text, sentence};
use std::collections::{BTreeMap, BTreeSet};

/// Families whose texts stand alone on a line of a diagnostic.
const DIAGNOSTICS: &[&str] =
    &["syntax", "resolve", "typing", "rules", "clock", "people", "analysis", "guarantee", "lint", "scenario"];

fn texts() -> impl Iterator<Item = (&'static str, &'static Text)> {
    FAMILIES.iter().flat_map(|(family, texts)| texts.iter().map(|text| (*family, *text)))
}

/// Placeholders with their names; the forms of a plural belong to one language.
fn placeholders(text: &str) -> BTreeMap<&str, bool> {
    let mut found = BTreeMap::new();
    for part in text.split('{').skip(1) {
        let inner = part.split_once('}').map_or("", |(inner, _)| inner);
        let (name, forms) = inner.split_once('|').unwrap_or((inner, ""));
        // A brace that the language writes stands in backticks.
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
            assert!(part.starts_with('`'), "{text}");
            continue;
        }
        *found.entry(name).or_default() |= forms.is_empty();
    }
    found
}

/// The words that are the same whatever the arguments.
fn outside_placeholders(text: &str) -> String {
    text.split('{')
        .enumerate()
        .map(|(i, part)| if i == 0 { part } else { part.split_once('}').map_or("", |p| p.1) })
        .collect()
}

#[test]
fn both_languages_use_the_same_placeholders() {
    for (family, text) in texts() {
        if sentence::ONE_SIDED.iter().any(|other| std::ptr::eq(*other, text)) {
            continue;
        }
        let shown = |text| placeholders(text).into_iter().filter(|(_, shown)| *shown).map(|(name, _)| name).collect();
        let (en, zh): (BTreeSet<&str>, BTreeSet<&str>) = (shown(text.en), shown(text.zh));
        assert_eq!(en, zh, "{family}: {text:?}");
    }
}

#[test]
fn plurals_have_two_forms() {
    for (family, text) in texts() {
        for part in text.en.split('{').chain(text.zh.split('{')).skip(1) {
            let inner = part.split_once('}').map_or("", |(inner, _)| inner);
            let forms = inner.split('|').count();
            assert!(forms == 1 || forms == 3, "{family}: {text:?}");
        }
    }
}

#[test]
fn chinese_has_no_latin_words() {
    for (family, text) in texts() {
        let outside_code: String = text.zh.split('`').step_by(2).collect();
        let rest = outside_placeholders(&outside_code);
        assert!(!rest.contains(|c: char| c.is_ascii_alphabetic()), "{family}: {}", text.zh);
    }
}

#[test]
fn no_text_is_written_twice_in_a_family() {
    let mut seen = BTreeSet::new();
    let mut twice = Vec::new();
    for (family, text) in texts().filter(|(_, text)| outside_placeholders(text.en).contains(char::is_alphabetic)) {
        if !seen.insert((family, text.en, text.zh)) {
            twice.push(format!("{family}: {text:?}"));
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn diagnostics_are_one_line_in_lower_case_without_a_period() {
    for (family, text) in texts().filter(|(family, _)| DIAGNOSTICS.contains(family)) {
        assert!(!text.en.starts_with(char::is_uppercase), "{family}: {}", text.en);
        assert!(!text.en.ends_with('.') && !text.zh.ends_with('。'), "{family}: {text:?}");
        assert!(!text.en.contains('\n') && !text.zh.contains('\n'), "{family}: {text:?}");
    }
}

#[test]
fn spaces_and_backticks_are_even() {
    for (family, text) in texts() {
        for words in [text.en, text.zh] {
            assert!(!words.contains("  "), "{family}: {words}");
            assert!(words.matches('`').count().is_multiple_of(2), "{family}: {words}");
        }
    }
}

#[test]
fn code_stands_apart_from_han() {
    static OF: Text = Text::new("{what} of {what}", "此处应为{what}的{what}。");
    let shown = |what: &str| OF.with([("what", what.into())]).render(rolecall::message::Lang::Zh);
    assert_eq!(shown("`to`"), "此处应为 `to` 的 `to`。");
    assert_eq!(shown("动作"), "此处应为动作的动作。");
    assert_eq!(shown("`动作`、`a`"), "此处应为 `动作`、`a` 的 `动作`、`a`。");
}
