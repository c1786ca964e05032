//! A review as the comment of a pull request: the verdict first, every list capped with what is left out, under 60,000
//! characters whatever the change, the same bytes for the same change.

use super::{NewFinding, Review, sentence};
use crate::diagnostic::{Diagnostic, Severity};
use crate::diff::{Change, Edge, Kind, What};
use crate::message::{Lang, Message, Text, diff as text};
use crate::source::SourceSet;

/// What a comment is found by, to be updated.
const TAG: &str = "<!-- rolecall-diff -->";
/// Characters of a comment at most: hosts take a few more.
const LONGEST: usize = 60_000;
/// Lines of a list, tried one after the other until the comment is short enough.
const CAPS: [usize; 5] = [25, 12, 6, 2, 0];

/// The comment.
pub fn review_markdown(review: &Review<'_>) -> String {
    let mut page = String::new();
    for cap in CAPS {
        page = comment(review, cap);
        if page.chars().count() < LONGEST {
            break;
        }
    }
    page
}

/// The comment where one of the two policies does not compile: which, and its errors.
pub fn broken_markdown(broken: &Message, diagnostics: &[Diagnostic], sources: &SourceSet, lang: Lang) -> String {
    let mut page = Page { lang, cap: 10, text: format!("{TAG}\n") };
    page.heading("###", broken);
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    let errors = errors.map(|diagnostic| {
        let span = diagnostic.primary.span;
        finding(&NewFinding {
            code: diagnostic.code.id,
            severity: "error",
            message: diagnostic.message.clone(),
            file: sources.file(span.file).map_or_else(String::new, |file| file.path.to_string()),
            line: sources.position(span).line,
        })
    });
    page.items(&errors.collect::<Vec<_>>(), page.cap);
    page.text
}

fn comment(review: &Review<'_>, cap: usize) -> String {
    let difference = review.difference;
    let mut page = Page { lang: review.lang, cap, text: format!("{TAG}\n") };
    page.heading("###", &sentence::verdict(difference.verdict()));
    head(review, &mut page);
    let findings: Vec<Message> =
        review.findings.iter().filter(|finding| finding.severity != "info").map(finding).collect();
    page.list(&text::MUST_DECIDE, &findings, cap.min(5));
    // What a role would give whoever holds it alone is told below, where people are told the same above.
    let told: Vec<(bool, &Vec<What>)> =
        difference.changes.iter().filter(|c| !c.people.is_empty()).map(|c| (c.gain, &c.what)).collect();
    let apart =
        |change: &&Change| change.people.is_empty() && !change.anybody && told.contains(&(change.gain, &change.what));
    let timed = |change: &&Change| change.kind == Kind::Time;
    for (title, gain) in [(&text::WHO_GAINS, true), (&text::WHO_LOSES, false)] {
        let changes: Vec<&Change> =
            difference.changes.iter().filter(|c| c.gain == gain && !timed(c) && !apart(c)).collect();
        page.changes(title, &changes);
    }
    page.changes(&text::TIMES_ONLY, &difference.changes.iter().filter(|c| timed(c) && !apart(c)).collect::<Vec<_>>());
    let sensitive: Vec<Message> = review
        .sensitive()
        .iter()
        .map(|(what, [gaining, losing])| {
            text::SENSITIVE_LINE.with([
                ("what", sentence::what(what).into()),
                ("gaining", gaining.len().into()),
                ("losing", losing.len().into()),
            ])
        })
        .collect();
    page.list(&text::SENSITIVE, &sensitive, cap);
    page.graph(&difference.edges);
    let guards: Vec<Message> = difference
        .guards
        .iter()
        .map(|guard| {
            let entry = if guard.added { &text::GUARD_ADDED } else { &text::GUARD_GONE };
            entry.with([("sentence", guard.sentence.as_str().into())])
        })
        .collect();
    page.list(&text::GUARDS, &guards, cap);
    more(review, &difference.changes.iter().filter(apart).collect::<Vec<_>>(), &mut page);
    page.text
}

/// What stands under the verdict.
fn head(review: &Review<'_>, page: &mut Page) {
    let difference = review.difference;
    if difference.changes.is_empty() && difference.gaps.is_empty() {
        page.paragraph(&text::PROVED_SAME.plain());
    } else {
        let [(gains, gaining), (losses, losing)] = [review.counts(true), review.counts(false)];
        page.paragraph(&text::COUNTS.with([
            ("gains", gains.into()),
            ("gaining", gaining.into()),
            ("losses", losses.into()),
            ("losing", losing.into()),
        ]));
    }
    let gates = review.gates.iter().map(|(gate, passed)| {
        let entry = if *passed { &text::GATE_PASSED } else { &text::GATE_FAILED };
        entry.with([("gate", (*gate).into())])
    });
    gates.for_each(|gate| page.item(&gate));
    let gaps: Vec<Message> = difference.gaps.iter().map(sentence::gap).collect();
    page.items(&gaps, page.cap);
}

/// What a reader may open.
fn more(review: &Review<'_>, roles: &[&Change], page: &mut Page) {
    let names: Vec<Message> = review.difference.renames.iter().map(sentence::rename).collect();
    let infos: Vec<Message> =
        review.findings.iter().filter(|finding| finding.severity == "info").map(finding).collect();
    page.text.push_str("\n<details><summary>");
    page.text.push_str(&text::MORE.plain().render(page.lang));
    page.text.push_str("</summary>\n\n");
    let compared = [("base", review.base.into()), ("head", review.head.into())];
    page.item(&text::COMPARED.with(compared.clone()));
    page.items(&names, page.cap);
    page.changes(&text::ROLES_ALONE, roles);
    page.items(&infos, page.cap);
    if review.fixed > 0 {
        page.item(&text::FIXED.with([("count", review.fixed.into())]));
    }
    page.item(&text::REPRODUCE.with(compared));
    page.text.push_str("\n</details>\n");
}

/// A finding on one line.
pub(super) fn finding(finding: &NewFinding) -> Message {
    text::FINDING.with([
        ("code", finding.code.into()),
        ("message", finding.message.clone().into()),
        ("file", finding.file.as_str().into()),
        ("line", (finding.line as usize).into()),
    ])
}

struct Page {
    lang: Lang,
    cap: usize,
    text: String,
}

impl Page {
    fn words(&self, message: &Message) -> String {
        sentence::harmless(message).render(self.lang)
    }

    fn heading(&mut self, level: &str, message: &Message) {
        let words = self.words(message);
        self.text.push_str(&format!("{level} {words}\n\n"));
    }

    fn paragraph(&mut self, message: &Message) {
        let words = self.words(message);
        self.text.push_str(&format!("{words}\n\n"));
    }

    fn item(&mut self, message: &Message) {
        let words = self.words(message);
        self.text.push_str(&format!("- {words}\n"));
    }

    fn items(&mut self, messages: &[Message], cap: usize) {
        messages.iter().take(cap).for_each(|message| self.item(message));
        self.left_out(messages.len().saturating_sub(cap));
    }

    fn left_out(&mut self, count: usize) {
        if count > 0 {
            self.item(&text::LEFT_OUT.with([("count", count.into())]));
        }
    }

    fn list(&mut self, title: &'static Text, messages: &[Message], cap: usize) {
        if messages.is_empty() {
            return;
        }
        self.text.push('\n');
        self.heading("####", &title.plain());
        self.items(messages, cap);
    }

    fn changes(&mut self, title: &'static Text, changes: &[&Change]) {
        if changes.is_empty() {
            return;
        }
        self.text.push('\n');
        self.heading("####", &title.plain());
        for change in changes.iter().take(self.cap) {
            let sign = if change.gain { "**+**" } else { "**−**" };
            let words = self.words(&sentence::change(change));
            let kind = self.words(&sentence::kind(change.kind));
            self.text.push_str(&format!("- {sign} {words} _({kind})_\n"));
            for cause in change.causes.iter().take(3) {
                let words = self.words(&sentence::cause(cause));
                self.text.push_str(&format!("  - {words}\n"));
            }
        }
        self.left_out(changes.len().saturating_sub(self.cap));
    }

    /// Edges that came and went, for hosts that draw them.
    fn graph(&mut self, edges: &[Edge]) {
        let shown = edges.get(..edges.len().min(self.cap)).unwrap_or(&[]);
        if shown.is_empty() {
            return;
        }
        self.text.push('\n');
        self.heading("####", &text::HIERARCHY.plain());
        self.text.push_str("```mermaid\nflowchart BT\n");
        let mut nodes: Vec<&str> = shown.iter().flat_map(|edge| [edge.heir.as_str(), edge.parent.as_str()]).collect();
        nodes.sort_unstable();
        nodes.dedup();
        for (at, node) in nodes.iter().enumerate() {
            let label: String = sentence::harmless_words(node).replace(['"', '#', ';', '\\'], "_");
            self.text.push_str(&format!("  n{at}[\"{label}\"]\n"));
        }
        let place = |name: &str| nodes.binary_search(&name).unwrap_or(0);
        for edge in shown {
            let arrow = if edge.added { "==>|+|" } else { "-.->|−|" };
            self.text.push_str(&format!("  n{} {arrow} n{}\n", place(&edge.heir), place(&edge.parent)));
        }
        self.text.push_str("```\n");
        self.left_out(edges.len().saturating_sub(shown.len()));
    }
}
