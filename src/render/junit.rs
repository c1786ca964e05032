//! A run as a JUnit report: a suite for each package, a case for each guarantee and test, and for each rule in each file in
//! which it found something; a rule that found nothing is a case that passed.

use super::run::{Finding, Part, Run, Verb};
use super::{concise, human, xml};
use crate::diagnostic::{Diagnostic, codes};
use crate::lint;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// One case.
struct Case {
    /// What kind it is of: `findings`, `guarantees` or `tests`.
    kind: &'static str,
    name: String,
    file: String,
    /// What it says and, drawn, why; a case with none passed.
    failure: Option<(String, String)>,
    /// What is told although it passed.
    told: String,
}

/// The document.
pub fn junit(run: &Run) -> String {
    let mut findings: BTreeMap<*const Part, Vec<Finding<'_>>> = BTreeMap::new();
    for finding in run.open() {
        findings.entry(std::ptr::from_ref(finding.part)).or_default().push(finding);
    }
    let suites = run.parts.iter().map(|part| {
        let found = findings.remove(&std::ptr::from_ref(part)).unwrap_or_default();
        (part.root.as_str(), cases(run, part, &found))
    });
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory cannot fail.
    let _ = write(&mut writer, &suites.collect::<Vec<_>>());
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn cases(run: &Run, part: &Part, found: &[Finding<'_>]) -> Vec<Case> {
    let mut cases = Vec::new();
    cases.extend(rules(run, part, found));
    let told = |span, family: &[&_]| -> Vec<&Diagnostic> {
        let here = |d: &&Diagnostic| d.primary.span == span && family.contains(&d.code);
        part.diagnostics.iter().filter(here).collect()
    };
    for claim in &part.claims {
        let said = told(claim.span, codes::guarantee::ALL);
        let failed = claim.verdict != "proved";
        cases.push(case(run, part, "guarantees", &claim.sentence, claim.span, failed, &said));
    }
    for test in &part.tests {
        let lines = |d: &&Diagnostic| d.about.first() == Some(&test.name) && codes::scenario::ALL.contains(&d.code);
        let said: Vec<&Diagnostic> = part.diagnostics.iter().filter(lines).collect();
        cases.push(case(run, part, "tests", &test.name, test.span, !test.passed, &said));
    }
    cases
}

/// Findings by rule and file, and the rules without any.
fn rules(run: &Run, part: &Part, found: &[Finding<'_>]) -> Vec<Case> {
    let mut by_rule: BTreeMap<(&str, &str), Vec<&Finding<'_>>> = BTreeMap::new();
    for finding in found {
        let code = finding.diagnostic.code;
        if !codes::guarantee::ALL.contains(&code) && !codes::scenario::ALL.contains(&code) {
            by_rule.entry((code.name, &finding.path)).or_default().push(finding);
        }
    }
    let mut cases = Vec::new();
    for ((name, file), list) in &by_rule {
        let Some(first) = list.first() else { continue };
        let diagnostics: Vec<&Diagnostic> = list.iter().map(|finding| finding.diagnostic).collect();
        let failed = diagnostics.iter().any(|d| d.severity >= run.fails_from);
        let mut one = case(run, part, "findings", name, first.diagnostic.primary.span, failed, &diagnostics);
        one.name = format!("{name} in {file}");
        cases.push(one);
    }
    // Where there is no model, no rule has looked.
    if run.verb == Verb::Test || !part.sound {
        return cases;
    }
    let with: BTreeSet<&str> = by_rule.keys().map(|(name, _)| *name).collect();
    let clean = lint::ALL.iter().map(|lint| lint.code.name).filter(|name| !with.contains(name));
    cases.extend(clean.map(|name| Case {
        kind: "findings",
        name: name.to_owned(),
        file: part.root.clone(),
        failure: None,
        told: String::new(),
    }));
    cases
}

fn case(
    run: &Run,
    part: &Part,
    kind: &'static str,
    name: &str,
    span: crate::source::Span,
    failed: bool,
    said: &[&Diagnostic],
) -> Case {
    let style = part.style(run.lang);
    let drawn: String = said.iter().map(|diagnostic| human(&part.sources, diagnostic, style)).collect();
    let first = said.first().map(|diagnostic| concise(&part.sources, diagnostic, style)).unwrap_or_default();
    Case {
        kind,
        name: name.to_owned(),
        file: part.path(span),
        told: if failed { String::new() } else { drawn.clone() },
        failure: failed.then_some((first, drawn)),
    }
}

fn write(writer: &mut Writer<Vec<u8>>, suites: &[(&str, Vec<Case>)]) -> io::Result<()> {
    let failed = |cases: &[Case]| cases.iter().filter(|case| case.failure.is_some()).count();
    let tests: usize = suites.iter().map(|(_, cases)| cases.len()).sum();
    let failures: usize = suites.iter().map(|(_, cases)| failed(cases)).sum();
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = writer.create_element("testsuites").with_attribute(("name", "rolecall"));
    let counts = [("tests", tests.to_string()), ("failures", failures.to_string()), ("errors", "0".to_owned())];
    let root = root.with_attributes(counts.iter().map(|(name, value)| (*name, value.as_str())));
    root.write_inner_content(|writer| {
        for (name, cases) in suites {
            let counts = [
                ("name", xml(name)),
                ("tests", cases.len().to_string()),
                ("failures", failed(cases).to_string()),
                ("errors", "0".to_owned()),
            ];
            let suite = writer.create_element("testsuite");
            let suite = suite.with_attributes(counts.iter().map(|(name, value)| (*name, value.as_str())));
            suite.write_inner_content(|writer| cases.iter().try_for_each(|case| write_case(writer, name, case)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_case(writer: &mut Writer<Vec<u8>>, suite: &str, case: &Case) -> io::Result<()> {
    let attributes =
        [("classname", xml(&format!("{suite}.{}", case.kind))), ("name", xml(&case.name)), ("file", xml(&case.file))];
    let element = writer.create_element("testcase");
    let element = element.with_attributes(attributes.iter().map(|(name, value)| (*name, value.as_str())));
    if let Some((message, drawn)) = &case.failure {
        element.write_inner_content(|writer| {
            let failure = writer.create_element("failure").with_attribute(("message", xml(message).as_str()));
            failure.write_text_content(BytesText::new(&xml(drawn)))?;
            Ok(())
        })?;
    } else if case.told.is_empty() {
        element.write_empty()?;
    } else {
        element.write_inner_content(|writer| {
            writer.create_element("system-out").write_text_content(BytesText::new(&xml(&case.told)))?;
            Ok(())
        })?;
    }
    Ok(())
}
