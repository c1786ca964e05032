//! Packages with one mistake planted for each rule: just those are found. `tests/cases/planted/<family>`; `rules.txt` in it
//! names the rules that are on there (the start of a code stands for all of its codes) and the budgets that count.

use crate::support::{Case, clock, plain, replay};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::lint::settings::{DEFAULT, Settings};
use std::collections::BTreeSet;

/// Rules that no short package shows.
const UNPLANTED: &[(&str, &str)] = &[("not-searched", "takes a policy too large to be searched")];

/// What a family's `rules.txt` asks for.
fn asked(case: &Case) -> Settings {
    let text = text(case, "rules.txt").unwrap_or_else(|| panic!("{} says no rules", case.name));
    let mut settings = Settings { only: Some(BTreeSet::new()), ..DEFAULT.clone() };
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some((key, number)) = line.split_once('=') {
            *settings.budgets.get_mut(key.trim()).expect(line) = number.trim().parse().expect(line);
            continue;
        }
        let codes = rolecall::lint::rules().map(|rule| rule.code);
        let names: Vec<&str> = codes.filter(|c| c.name == line || c.id.starts_with(line)).map(|c| c.name).collect();
        assert!(!names.is_empty(), "{}: no rule {line}", case.name);
        settings.only.as_mut().unwrap().extend(names);
    }
    for (name, _) in UNPLANTED {
        settings.only.as_mut().unwrap().remove(name);
    }
    settings
}

fn text<'a>(case: &'a Case, file: &str) -> Option<&'a str> {
    let (_, bytes) = case.data.iter().find(|(name, _)| name == file)?;
    Some(std::str::from_utf8(bytes).unwrap().trim())
}

/// Of one family: what is on, what was found, how it reads, and how many requests showed it.
fn found(case: &Case) -> (Vec<&'static str>, Vec<&'static str>, String, usize) {
    let sources = case.sources();
    let settings = asked(case);
    let now = text(case, "now.txt").map(clock::berlin);
    let options = Options { prove: false, test: true, now, settings: &settings, ..Options::default() };
    let compilation = compile(&sources, options);
    let said = plain::diagnostics(&sources, &compilation.diagnostics);
    let broken = compilation.diagnostics.iter().any(|d| !d.code.is_finding() || d.severity == Severity::Error);
    // What is waived was found as well.
    let waived = compilation.waived.iter().map(|one| one.diagnostic.code.name);
    let mut names: Vec<&str> = compilation.diagnostics.iter().map(|d| d.code.name).chain(waived).collect();
    names.sort_unstable();
    // A package that is not right by the letter has no table to ask; its errors are among what was found.
    let shown = if broken { 0 } else { replay::witnesses(&sources, &compilation, &compilation.diagnostics) };
    (settings.only.unwrap().into_iter().collect(), names, said, shown)
}

#[test]
fn each_rule_finds_just_what_was_planted() {
    let (mut wrong, mut replayed) = (String::new(), 0);
    for case in Case::all("planted") {
        let (asked, names, said, shown) = found(&case);
        replayed += shown;
        if asked != names {
            let count = |name: &&str| names.iter().filter(|found| *found == name).count();
            let [missed, twice]: [Vec<&str>; 2] = [
                asked.iter().copied().filter(|name| count(name) == 0).collect(),
                asked.iter().copied().filter(|name| count(name) > 1).collect(),
            ];
            wrong += &format!("{}: not found {missed:?}, more than once {twice:?}\n{said}\n", case.name);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(replayed > 80, "{replayed}");
}

#[test]
fn every_rule_is_planted_in_one_family() {
    let mut planted: Vec<&str> = Case::all("planted").iter().flat_map(|case| asked(case).only.unwrap()).collect();
    planted.extend(UNPLANTED.iter().map(|(name, _)| *name));
    planted.sort_unstable();
    let mut rules: Vec<&str> = rolecall::lint::rules().map(|rule| rule.code.name).collect();
    rules.sort_unstable();
    assert_eq!(planted, rules);
}
