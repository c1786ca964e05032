//! Rules about privileges on random policies: each request of theirs is answered as they say, and what is said of every
//! record holds of any.

use super::guarantees::owned;
use super::subject::{Answers, Asked, seeds, sources};
use crate::findings::privilege_rules;
use crate::generate::{self, Dice, requests};
use crate::reference::{Record, Reference, Request};
use crate::support::plain;
use crate::support::replay;
use rolecall::compile::{Compilation, Options, compile};
use rolecall::diagnostic::{Diagnostic, Severity};
use rolecall::lint::Budgets;
use rolecall::lint::settings::{DEFAULT, Settings};
use rolecall::lower;
use rolecall::model::RoleId;
use rolecall::source::SourceSet;
use std::collections::BTreeMap;

/// What they say of one record they say of every one.
const EVERY_RECORD: [&str; 4] = ["mass-export", "unscoped-write", "personal-field-broad", "action-on-every-object"];

/// Budgets that a small policy exceeds.
fn settings() -> Settings {
    let budgets = Budgets {
        rights_per_role: 4,
        rights_per_person: 5,
        sensitive_per_role: 1,
        sensitive_per_person: 2,
        people_per_sensitive: 1,
        roles_per_person: 1,
        ..Budgets::DEFAULT
    };
    Settings { only: Some(privilege_rules().collect()), budgets, ..DEFAULT.clone() }
}

/// The table of a policy without its suspensions, of which findings do not speak, with every role alone.
fn table(sources: &SourceSet, compilation: &Compilation) -> Vec<u8> {
    let mut model = compilation.model.clone();
    model.suspensions.clear();
    let roles: Vec<RoleId> = (0..model.roles.len()).map(RoleId::from_index).collect();
    lower::lower(sources, &model, &compilation.analysis, &roles).unwrap()
}

/// Other records for the same request: one of which nothing is known, and some that the generator makes.
fn records(reference: &Reference, request: &Request, dice: &mut Dice) -> Vec<Option<Record>> {
    let mut found = vec![None, Some(Record::default())];
    for _ in 0..200 {
        let other = requests::request(reference, dice);
        if other.object == request.object {
            found.push(other.record);
        }
    }
    found
}

fn holds_everywhere(finding: &Diagnostic, reference: &Reference, asked: &mut Asked<'_>, seed: u64) -> usize {
    let mut tried = 0;
    for witness in &finding.witness {
        let request = owned(witness);
        for record in records(reference, &request, &mut Dice::new(seed)) {
            let other = Request { record, ..request.clone() };
            let answer = asked.answer(&other);
            assert!(answer.allowed, "seed {seed}: {finding:#?}\n{other:#?}\n{answer:?}");
            tried += 1;
        }
    }
    tried
}

/// Of a record that a role may make its own, it is refused what it would gain.
fn is_closed(finding: &Diagnostic, asked: &mut Asked<'_>, seed: u64) {
    let gained = finding.about.last().and_then(|right| right.split(' ').next()).unwrap();
    for witness in &finding.witness {
        let request = Request { action: gained.to_owned(), field: None, ..owned(witness) };
        assert!(!asked.answer(&request).allowed, "seed {seed}: {finding:#?}\n{request:#?}");
    }
}

#[test]
fn what_rules_about_privileges_say_is_so() {
    let settings = settings();
    let mut census: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut replayed, mut varied) = (0, 0);
    for seed in seeds(60) {
        let draft = generate::policy(seed);
        let sources = sources(&draft);
        let compilation = compile(&sources, Options { prove: false, settings: &settings, ..Options::default() });
        let Ok(reference) = Reference::of(&sources) else { continue };
        if compilation.diagnostics.iter().any(|d| d.severity == Severity::Error) {
            let all = plain::diagnostics(&sources, &compilation.diagnostics);
            panic!("seed {seed}: {all}");
        }
        replayed += replay::witnesses(&sources, &compilation, &compilation.diagnostics);
        let bytes = table(&sources, &compilation);
        let mut asked = Asked::new(&bytes);
        for finding in &compilation.diagnostics {
            *census.entry(finding.code.name).or_default() += 1;
            if EVERY_RECORD.contains(&finding.code.name) {
                varied += holds_everywhere(finding, &reference, &mut asked, seed);
            }
            if finding.code.name == "widens-own-scope" {
                is_closed(finding, &mut asked, seed);
            }
        }
    }
    println!("{census:?}: {replayed} requests, {varied} other records");
    assert!(census.len() > 12 && replayed > 200 && varied > 200, "{census:?}: {replayed}, {varied}");
}
