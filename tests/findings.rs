//! What is said about a package: errors about roles, findings, waivers. Suites of `cases`.

use crate::support::{Case, clock, plain};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::{Diagnostic, Safety, Severity};
use rolecall::lint::settings::{DEFAULT, Settings};
use rolecall::message::Lang;
use rolecall::model::RoleId;
use rolecall::runtime::Scratch;
use rolecall::source::{SourceSet, Span};
use rolecall::table::Table;
use rolecall::wire;

/// Errors of the `analysis` stage; a `now.txt` beside the policy gives "now" to findings.
pub fn errors(case: &Case) -> String {
    let sources = case.sources();
    let compilation = compile(&sources, Options { lint: false, prove: false, ..Options::default() });
    plain::diagnostics(&sources, &compilation.diagnostics) + &chinese(&compilation.diagnostics)
}

/// Findings, with their severity; only those of the rule of which the case has the name.
pub fn findings(case: &Case) -> String {
    let sources = case.sources();
    let alone = rolecall::lint::rule(&case.name).map(|rule| Settings::alone(rule.code.name));
    let settings = alone.as_ref().unwrap_or(&DEFAULT);
    let compilation = compile(&sources, Options { prove: false, now: now(case), settings, ..Options::default() });
    let mut text = String::new();
    for diagnostic in &compilation.diagnostics {
        let severity = match diagnostic.severity {
            Severity::Info => "info",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        text.push_str(&format!("{severity}: {}", plain::diagnostics(&sources, std::slice::from_ref(diagnostic))));
    }
    text + &chinese(&compilation.diagnostics)
}

fn now(case: &Case) -> Option<i64> {
    let (_, bytes) = case.data.iter().find(|(name, _)| name == "now.txt")?;
    Some(clock::berlin(std::str::from_utf8(bytes).unwrap().trim()))
}

/// The first line and label of each, in Chinese.
fn chinese(found: &[Diagnostic]) -> String {
    let mut text = String::from("---\n");
    for one in found {
        let label = one.primary.message.render(Lang::Zh);
        text.push_str(&format!("{} {} ({label})\n", one.code.id, one.message.render(Lang::Zh)));
    }
    text
}

/// The findings of one text.
fn codes_of(text: &str) -> Vec<&'static str> {
    let sources = SourceSet::from_texts([("main.roles", text)]);
    let compilation = compile(&sources, Options { prove: false, ..Options::default() });
    compilation.diagnostics.iter().map(|d| d.code.id).collect()
}

#[test]
fn every_rule_has_one_file_of_its_name() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lint/rules");
    let mut files: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().replace('_', "-"))
        .filter(|name| name != "mod")
        .collect();
    files.sort();
    let mut rules: Vec<&str> = rolecall::lint::ALL.iter().map(|lint| lint.code.name).collect();
    rules.sort_unstable();
    assert_eq!(files, rules);
}

#[test]
fn a_library_without_people_has_no_unheld_role() {
    assert!(codes_of("policy p { language 1 timezone \"UTC\" }\nrole A { }\n").is_empty());
}

/// Every witness of every finding of the examples and the cases is answered by a table as it says. A table as proofs see
/// it leaves suspensions out; a way that a suspension leaves open has to be open with it as well.
#[test]
fn witnesses_of_findings_are_answered_as_they_say() {
    let examples = rolecall::diagnostic::ALL.iter().flat_map(|family| family.iter());
    let mut packages: Vec<(String, SourceSet)> = examples
        .filter(|code| code.id.starts_with('W'))
        .map(|code| (code.name.to_owned(), SourceSet::from_texts([("example.roles", code.bad)])))
        .collect();
    packages.extend(Case::all("lint").into_iter().map(|case| (case.name.clone(), case.sources())));
    let mut asked = std::collections::BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, sources) in &packages {
        let alone = rolecall::lint::rule(name).map(|rule| Settings::alone(rule.code.name));
        let settings = alone.as_ref().unwrap_or(&DEFAULT);
        let compilation = compile(sources, Options { prove: false, settings, ..Options::default() });
        if !compilation.sound {
            continue;
        }
        let probes: Vec<RoleId> = (0..compilation.model.roles.len()).map(RoleId::from_index).collect();
        let mut open = compilation.model.clone();
        open.suspensions.clear();
        let table = |model| rolecall::lower::lower(sources, model, &compilation.analysis, &probes).unwrap();
        let (open, locked) = (table(&open), table(&compilation.model));
        for finding in &compilation.diagnostics {
            let tables = if finding.code.name == "leaky-suspension" { vec![&open, &locked] } else { vec![&open] };
            for (witness, bytes) in finding.witness.iter().flat_map(|w| tables.iter().map(move |t| (w, t))) {
                let table = Table::open(bytes).unwrap();
                let line = wire::witness(witness).to_string();
                let options = wire::Options { witness: true, trust_time: true, now: 0 };
                let (answer, _) = wire::decide_line(&table, line.as_bytes(), options, &mut Scratch::new(&table));
                *asked.entry(finding.code.name).or_insert(0) += 1;
                if !answer.starts_with(&format!("{{\"decision\":{}", witness.allowed)) {
                    wrong.push(format!(
                        "{name}: {}\n{line}\n{answer}",
                        plain::diagnostics(sources, std::slice::from_ref(finding))
                    ));
                }
            }
        }
    }
    println!("{asked:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(asked.len() >= 15, "{asked:?}");
}

#[test]
fn sample_policies_have_no_warnings() {
    for name in ["quickstart", "acme-crm", "odoo-sales"] {
        let sources = Case::one(&format!("../../policies/{name}")).sources();
        // Samples are checked by whoever tries them out, whenever that is.
        for year in 2026..=2036 {
            let now = Some(clock::berlin(&format!("{year}-12-31 12:00")));
            let compilation = compile(&sources, Options { prove: false, now, ..Options::default() });
            let found = compilation.diagnostics.into_iter();
            let bad: Vec<Diagnostic> = found.filter(|d| d.severity > Severity::Info).collect();
            assert!(bad.is_empty(), "{name} in {year}:\n{}", plain::diagnostics(&sources, &bad));
        }
    }
}

/// A line of which a finding says that it does nothing is taken out; a second evaluator then answers as before.
#[test]
fn lines_that_do_nothing_do_nothing() {
    use crate::generate::{self, Dice, requests};
    use crate::reference::{self, Reference};
    let mut mended = std::collections::BTreeMap::new();
    for seed in 0..25 {
        let draft = generate::policy(seed);
        let text = draft.text();
        let data: Vec<(&str, &str)> = draft.data.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
        let sources = reference::sources(&[("policy.roles", &text)], &data);
        let compilation = compile(&sources, Options { prove: false, ..Options::default() });
        for finding in &compilation.diagnostics {
            let Some(less) = without(&text, finding) else { continue };
            let Ok(before) = Reference::of(&sources) else { continue };
            let after = Reference::new(&[("policy.roles", &less)], &data);
            let after = after.unwrap_or_else(|why| panic!("seed {seed}: {why}\n{less}"));
            *mended.entry(finding.code.name).or_insert(0) += 1;
            let mut dice = Dice::new(seed);
            for _ in 0..60 {
                let request = requests::request(&before, &mut dice);
                let (old, new) = (before.decide(&request), after.decide(&request));
                let one = plain::diagnostics(&sources, std::slice::from_ref(finding));
                assert_eq!(old, new, "seed {seed}: {one}\n{request:?}\n{text}");
            }
        }
    }
    println!("{mended:?}");
    assert!(mended.values().sum::<usize>() > 10, "{mended:?}");
}

/// The text without what a finding calls needless: with its repair, if it has one.
fn without(text: &str, finding: &Diagnostic) -> Option<String> {
    let keeps = finding.fix.as_ref().filter(|fix| fix.safety == Safety::Keeps);
    let mut edits: Vec<(Span, &str)> = match (finding.code.name, keeps) {
        (_, Some(fix)) => fix.edits.iter().map(|edit| (edit.span, edit.text.as_str())).collect(),
        ("mask-of-unreadable", _) if finding.primary.message.text.en == "masks nothing" => {
            vec![(finding.primary.span, "")]
        }
        _ => return None,
    };
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = text.to_owned();
    for (span, with) in edits {
        text.replace_range(span.start as usize..span.end as usize, with);
    }
    Some(text)
}
