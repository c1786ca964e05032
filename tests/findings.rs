//! What is said about a package: errors about roles, findings, waivers. Suites of `cases`.

use crate::support::{Case, clock, plain, replay};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::{Class, Diagnostic, Safety, Severity};
use rolecall::lint::settings::{DEFAULT, Settings};
use rolecall::message::Lang;
use rolecall::source::{SourceSet, Span};

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
    replay::witnesses(&sources, &compilation, &compilation.diagnostics);
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

/// The rules about privileges, and about what matters in a CRM alone.
pub fn privilege_rules() -> impl Iterator<Item = &'static str> {
    let codes = rolecall::lint::ALL.iter().map(|lint| lint.code);
    codes.filter(|code| code.id.starts_with("W06") || code.id.starts_with("W11")).map(|code| code.name)
}

fn now(case: &Case) -> Option<i64> {
    let (_, bytes) = case.data.iter().find(|(name, _)| name == "now.txt")?;
    Some(clock::berlin(std::str::from_utf8(bytes).unwrap().trim()))
}

/// Every request that shows a finding, of every case and of every bad example, is answered by a table as was claimed.
#[test]
fn witnesses_of_findings_are_answered_as_they_say() {
    let cases = Case::all("lint").into_iter().map(|case| (case.name.clone(), now(&case), case.sources()));
    let examples = rolecall::lint::rules().map(|lint| {
        (
            lint.code.name.to_owned(),
            Some(clock::berlin("2026-11-24 00:00")),
            SourceSet::from_texts([("a.roles", lint.code.bad)]),
        )
    });
    let mut replayed = 0;
    let mut exact = std::collections::BTreeSet::new();
    for (name, now, sources) in cases.chain(examples) {
        let alone =
            rolecall::lint::rule(&name).filter(|rule| rule.optional).map(|rule| Settings::alone(rule.code.name));
        let settings = alone.as_ref().unwrap_or(&DEFAULT);
        let compilation = compile(&sources, Options { prove: false, now, settings, ..Options::default() });
        replayed += replay::witnesses(&sources, &compilation, &compilation.diagnostics);
        let shown = compilation.diagnostics.iter().filter(|d| !d.witness.is_empty() && d.code.class == Class::Exact);
        exact.extend(shown.filter(|d| rolecall::lint::rule(d.code.name).is_some()).map(|d| d.code.name));
    }
    assert!(replayed > 50, "{replayed}");
    assert!(exact.len() >= 45, "{} exact rules have a witness: {exact:?}", exact.len());
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

#[test]
fn sample_policies_have_no_warnings() {
    for name in ["quickstart", "acme-crm", "odoo-sales", "frappe-contacts", "dynamics365-coe"] {
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
                let (mut old, mut new) = (before.decide(&request), after.decide(&request));
                if HOLDING.contains(&finding.code.name) {
                    // Whoever names a role of the session asks for what comes through just that one.
                    if request.active_roles.is_some() {
                        continue;
                    }
                    // A no is as good as another, and a yes whoever's role it is.
                    for answer in [&mut old, &mut new] {
                        answer.missing.clear();
                        answer.on_behalf_of.clear();
                        if !answer.allowed {
                            answer.reason = "no-grant";
                        }
                    }
                }
                let one = plain::diagnostics(&sources, std::slice::from_ref(finding));
                assert_eq!(old, new, "seed {seed}: {one}\n{request:?}\n{text}");
            }
        }
    }
    println!("{mended:?}");
    assert!(mended.values().sum::<usize>() > 10, "{mended:?}");
}

/// Findings that call a whole statement needless which gives or suspends something.
const HOLDING: &[&str] = &["idle-delegation", "redundant-assignment", "duplicate-assignment", "suspension-overlap"];

/// The text without what a finding calls needless: with its repair, if it has one.
fn without(text: &str, finding: &Diagnostic) -> Option<String> {
    let keeps = finding.fix.as_ref().filter(|fix| fix.safety == Safety::Keeps);
    let mut edits: Vec<(Span, &str)> = match (finding.code.name, keeps) {
        (_, Some(fix)) => fix.edits.iter().map(|edit| (edit.span, edit.text.as_str())).collect(),
        ("mask-of-unreadable", _) if finding.primary.message.text.en == "masks nothing" => {
            vec![(finding.primary.span, "")]
        }
        (name, _) if HOLDING.contains(&name) => {
            let span = finding.primary.span;
            // Of a list, only some may be needless.
            let statement = &text[span.start as usize..span.end as usize];
            (!statement.contains(',') && !statement.contains("everyone")).then(|| vec![(span, "")])?
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
