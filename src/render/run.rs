//! [`Run`]: everything that one run of a verb found. Every output form is a function of it.

use super::{Counts, Style, path_of};
use crate::diagnostic::{Diagnostic, Severity, Waived, WitnessRequest, apart, fingerprints};
use crate::message::Lang;
use crate::source::{Position, SourceSet, Span};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// What ran.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Findings, proofs and tests.
    Check,
    /// Findings.
    Lint,
    /// Tests.
    Test,
}

impl Verb {
    /// As on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Lint => "lint",
            Self::Test => "test",
        }
    }
}

/// One run.
#[derive(Debug)]
pub struct Run {
    /// What ran.
    pub verb: Verb,
    /// The reader's language.
    pub lang: Lang,
    /// The status with which the program will end.
    pub exit: u8,
    /// From which severity on a finding fails the run.
    pub fails_from: Severity,
    /// What came of each package.
    pub parts: Vec<Part>,
}

/// What came of one package.
#[derive(Debug)]
pub struct Part {
    /// Its folder, as the reader calls it.
    pub base: String,
    /// Its folder as seen from the top of the repository, for machines.
    pub root: String,
    /// Its files.
    pub sources: SourceSet,
    /// Whether there is a model, so that rules, proofs and tests could look at it.
    pub sound: bool,
    /// What is wrong, sorted.
    pub diagnostics: Vec<Diagnostic>,
    /// What is wrong and accepted: in the policy, or by the baseline.
    pub waived: Vec<Waived>,
    /// Findings of the baseline that no longer occur.
    pub gone: usize,
    /// Guarantees, where they were proved.
    pub claims: Vec<Claim>,
    /// Tests, where they were run.
    pub tests: Vec<Tested>,
}

/// How one guarantee came out.
#[derive(Debug)]
pub struct Claim {
    /// What it says.
    pub sentence: String,
    /// `proved`, `broken` or `undecided`.
    pub verdict: &'static str,
    /// Where it stands.
    pub span: Span,
    /// Requests that break it.
    pub witness: Vec<WitnessRequest>,
}

/// How one test came out.
#[derive(Debug)]
pub struct Tested {
    /// Its name.
    pub name: String,
    /// Whether every line holds.
    pub passed: bool,
    /// Where it stands.
    pub span: Span,
    /// Every line with its answer, for the JSON form.
    pub document: Value,
}

impl Run {
    /// How many there are of each severity, waived ones left out.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        self.parts.iter().for_each(|part| counts.add(&part.diagnostics));
        counts
    }

    /// Findings that are in a baseline, and findings of one that no longer occur.
    pub fn baseline(&self) -> (usize, usize) {
        let known = self.parts.iter().flat_map(|part| &part.waived).filter(|waived| waived.place.is_none());
        (known.count(), self.parts.iter().map(|part| part.gone).sum())
    }

    /// Guarantees with that verdict.
    pub fn claims(&self, verdict: &str) -> usize {
        self.parts.iter().flat_map(|part| &part.claims).filter(|claim| claim.verdict == verdict).count()
    }

    /// Tests that passed, or did not.
    pub fn tests(&self, passed: bool) -> usize {
        self.parts.iter().flat_map(|part| &part.tests).filter(|test| test.passed == passed).count()
    }

    /// All findings in the order of packages, waived ones after the others of their package. What two packages share is
    /// reported once.
    pub(super) fn findings(&self) -> Vec<Finding<'_>> {
        let mut found = Vec::new();
        let mut seen: HashSet<(String, Span, String)> = HashSet::new();
        let mut places: HashMap<String, String> = HashMap::new();
        for part in &self.parts {
            let open = part.diagnostics.iter().map(|diagnostic| (diagnostic, None));
            let waived = part.waived.iter().map(|waived| (&waived.diagnostic, Some(waived)));
            let all: Vec<_> = open.chain(waived).collect();
            let prints = fingerprints(&part.sources, all.iter().map(|(diagnostic, _)| *diagnostic));
            for ((diagnostic, waived), print) in all.into_iter().zip(prints) {
                let path = part.path(diagnostic.primary.span);
                let place = Span { file: crate::source::FileId(0), ..diagnostic.primary.span };
                if !seen.insert((path.clone(), place, print.clone())) {
                    continue;
                }
                // Two packages may hold the same line; code hosts take equal fingerprints for one finding.
                let print = match places.get(&print) {
                    Some(known) if *known != part.root => apart(&print, &part.root),
                    _ => print,
                };
                places.entry(print.clone()).or_insert_with(|| part.root.clone());
                found.push(Finding { part, diagnostic, waived, print, path, lang: self.lang });
            }
        }
        found
    }

    /// The same without those that are waived.
    pub(super) fn open(&self) -> Vec<Finding<'_>> {
        let mut found = self.findings();
        found.retain(|finding| finding.waived.is_none());
        found
    }
}

impl Part {
    /// The path of the file of a span, from the top of the repository, with `/`.
    pub(super) fn path(&self, span: Span) -> String {
        path_of(&self.sources, span, &self.root)
    }

    /// Where a span starts and ends.
    pub(super) fn region(&self, span: Span) -> (Position, Position) {
        let start = self.sources.position(span);
        let end = self.sources.position(Span { start: span.end.max(span.start), ..span });
        (start, end.max(start))
    }

    /// How to show it to a reader.
    pub fn style(&self, lang: Lang) -> Style<'_> {
        Style { lang, color: false, base: &self.base }
    }
}

/// One finding of a run.
#[derive(Debug)]
pub(super) struct Finding<'a> {
    pub(super) part: &'a Part,
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) waived: Option<&'a Waived>,
    /// Its fingerprint, different from that of every other finding of the run.
    pub(super) print: String,
    /// Path of its file from the top of the repository.
    pub(super) path: String,
    lang: Lang,
}

impl Finding<'_> {
    /// What it says, in one line and without hidden signs.
    pub(super) fn message(&self) -> String {
        super::escape(&self.diagnostic.message.render(self.lang)).into_owned()
    }

    /// The same with the words at the place and the help, one a line.
    pub(super) fn full_message(&self) -> String {
        let mut lines = vec![self.message()];
        let here = self.diagnostic.primary.message.render(self.lang);
        lines.push(super::escape(&here).into_owned());
        lines.extend(self.diagnostic.help.iter().map(|help| super::escape(&help.render(self.lang)).into_owned()));
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}
