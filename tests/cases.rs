//! The case runner: `tests/cases/<suite>/<case>/*.roles` in, one snapshot beside them out.
//!
//! A new case is a new folder. A new suite is a function and a line in [`SUITES`]; its snapshot shows the input first.

use crate::resolve::resolved;
use crate::support::{Case, dump, model, plain};
use crate::{findings, questions};
use rolecall::compile::{Compilation, Options, compile};
use rolecall::guarantee::{self, Verdict};
use rolecall::message::Lang;
use rolecall::render::{Style, human};
use rolecall::runtime::Scratch;
use rolecall::source::{FileId, Interner, SourceSet};
use rolecall::table::Table;
use rolecall::{lower, syntax, wire};

/// Suite (a folder under `tests/cases`) and what it prints of a case.
const SUITES: &[(&str, fn(&Case) -> String)] = &[
    ("analysis", findings::errors),
    ("explain", questions::answers),
    ("guarantee", proofs),
    ("lint", findings::findings),
    ("resolve/mistakes", unresolved),
    ("resolve/valid", meaning),
    ("scenario", outcomes),
    ("syntax/mistakes", mistakes),
    ("syntax/valid", tree),
];

#[test]
fn every_case_is_as_it_was() {
    let mut failed = Vec::new();
    for (suite, print) in SUITES {
        for case in Case::all(suite) {
            let text = format!("{}{}", case.input(), print(&case));
            let same = std::panic::catch_unwind(|| case.check(&text)).is_ok();
            if !same {
                failed.push(format!("{suite}/{}", case.name));
            }
        }
    }
    assert!(failed.is_empty(), "cases that differ: {failed:#?}");
}

/// The tree of a case without errors.
fn tree(case: &Case) -> String {
    let sources = case.sources();
    let mut names = Interner::default();
    let mut text = String::new();
    for (index, file) in sources.files.iter().enumerate() {
        let parsed = syntax::parse(FileId(index as u32), file, &mut names);
        text.push_str(&plain::diagnostics(&sources, &parsed.diagnostics));
        text.push_str(&dump::ast(&parsed.ast, &names));
    }
    text
}

/// What is said about a case with mistakes.
fn mistakes(case: &Case) -> String {
    let sources = case.sources();
    let mut names = Interner::default();
    let mut text = String::new();
    for (index, file) in sources.files.iter().enumerate() {
        let parsed = syntax::parse(FileId(index as u32), file, &mut names);
        text.push_str(&plain::diagnostics(&sources, &parsed.diagnostics));
        text.push_str(&format!("kept: {}\n", dump::kinds(&parsed.ast)));
    }
    text
}

/// What a case without errors means.
fn meaning(case: &Case) -> String {
    let sources = case.sources();
    let (meant, found) = resolved(&sources);
    plain::diagnostics(&sources, &found) + &model::dump(&meant)
}

/// What is said about names, types and dates of a case.
fn unresolved(case: &Case) -> String {
    let sources = case.sources();
    plain::diagnostics(&sources, &resolved(&sources).1)
}

/// What came of a policy's tests, and what is said about them.
fn outcomes(case: &Case) -> String {
    let sources = case.sources();
    let compilation = compile(&sources, Options { test: true, ..Options::default() });
    let mut text = String::new();
    if let Some(Ok(report)) = &compilation.tests {
        for outcome in &report.outcomes {
            let passed = outcome.steps.iter().filter(|step| step.passed).count();
            text.push_str(&format!("{}: {passed} of {} hold\n", outcome.name, outcome.steps.len()));
        }
    }
    text.push('\n');
    for lang in [Lang::En, Lang::Zh] {
        let style = Style { lang, color: false, base: "" };
        for diagnostic in &compilation.diagnostics {
            text.push_str(&human(&sources, diagnostic, style));
        }
    }
    text
}

/// How the guarantees of a policy come out, and what is said about those that do not hold.
fn proofs(case: &Case) -> String {
    let sources = case.sources();
    let budget = if case.name == "undecided" { 20 } else { Options::default().budget };
    let compilation = compile(&sources, Options { lint: false, budget, ..Options::default() });
    let mut text = String::new();
    for (guarantee, verdict) in compilation.model.guarantees.iter().zip(&compilation.verdicts) {
        let verdict = match verdict {
            Verdict::Proved => "proved",
            Verdict::Broken(_) => "broken",
            Verdict::Undecided => "undecided",
        };
        text.push_str(&format!("{verdict}: {}\n", guarantee.sentence));
    }
    replay(&sources, &compilation);
    text.push('\n');
    for lang in [Lang::En, Lang::Zh] {
        for diagnostic in &compilation.diagnostics {
            text.push_str(&human(&sources, diagnostic, Style { lang, color: false, base: "" }));
        }
    }
    text
}

/// Every witness, written as JSON and read again, is answered by a table as was claimed.
fn replay(sources: &SourceSet, compilation: &Compilation) {
    let probes = guarantee::replay::probes(&compilation.model, &compilation.verdicts);
    let mut model = compilation.model.clone();
    model.suspensions.clear();
    let bytes = lower::lower(sources, &model, &compilation.analysis, &probes).unwrap();
    let table = Table::open(&bytes).unwrap();
    let options = wire::Options { witness: true, trust_time: true, now: 0 };
    for verdict in &compilation.verdicts {
        let Verdict::Broken(witness) = verdict else { continue };
        for request in &witness.requests {
            let line = wire::witness(request).to_string();
            let (answer, _) = wire::decide_line(&table, line.as_bytes(), options, &mut Scratch::new(&table));
            let told = format!("{{\"decision\":{}", request.allowed);
            assert!(answer.starts_with(&told), "{line}\n{answer}");
        }
    }
}
