//! Findings as GitHub Actions reads them: workflow commands that become annotations, and the page of the job.

use super::run::{Finding, Run};
use super::summary;
use crate::diagnostic::Severity;
use crate::message::{Lang, Text, cli, report as text};
use std::fmt::Write;

/// Rows of the page of the job. GitHub shows at most one mebibyte of all of a step.
const ROWS: usize = 500;

/// One workflow command a line, the worst first: GitHub shows about ten of each kind.
pub fn github(run: &Run) -> String {
    let mut out = String::new();
    for finding in worst_first(run) {
        let (start, end) = finding.part.region(finding.diagnostic.primary.span);
        let command = match finding.diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let code = finding.diagnostic.code;
        let file = property(&finding.path);
        let title = property(&format!("{} {}", code.id, code.name));
        // Writing to a string cannot fail.
        let _ = write!(out, "::{command} file={file},line={},endLine={},col={}", start.line, end.line, start.column);
        // GitHub takes a last column only within one line.
        if start.line == end.line {
            let _ = write!(out, ",endColumn={}", end.column);
        }
        let _ = writeln!(out, ",title={title}::{}", data(&finding.full_message()));
    }
    out
}

fn worst_first(run: &Run) -> Vec<Finding<'_>> {
    let mut findings = run.open();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.diagnostic.severity));
    findings
}

/// Text after `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// The page of the job, in Markdown: the counts first, then the worst.
pub fn github_summary(run: &Run) -> String {
    let lang = run.lang;
    let mut page = format!("## rolecall {}\n\n{}", run.verb.name(), markdown(&summary(run.counts(), lang)));
    let clauses = [
        (run.claims("proved"), &cli::N_PROVED),
        (run.claims("broken") + run.claims("undecided"), &text::N_NOT_PROVED),
        (run.tests(true), &cli::N_PASSED),
        (run.tests(false), &cli::N_FAILED),
    ];
    for (count, words) in clauses.into_iter().filter(|(count, _)| *count > 0) {
        page.push_str(cli::CLAUSES.get(lang));
        page.push_str(&markdown(&words.with([("n", count.into())]).render(lang)));
    }
    page.push('\n');
    let findings = worst_first(run);
    if findings.is_empty() {
        return page;
    }
    let heading = |heading: &'static Text| heading.get(lang);
    let _ = write!(
        page,
        "\n| | {} | {} | {} |\n|---|---|---|---|\n",
        heading(&text::COLUMN_RULE),
        heading(&text::COLUMN_PLACE),
        heading(&text::COLUMN_MESSAGE)
    );
    for finding in findings.iter().take(ROWS) {
        row(&mut page, finding, lang);
    }
    if findings.len() > ROWS {
        let words = text::ROWS_LEFT_OUT.with([("n", (findings.len() - ROWS).into())]).render(lang);
        let _ = write!(page, "\n{}\n", markdown(&words));
    }
    page
}

fn row(page: &mut String, finding: &Finding<'_>, lang: Lang) {
    let severity = match finding.diagnostic.severity {
        Severity::Error => cli::ERROR.get(lang),
        Severity::Warning => cli::WARNING.get(lang),
        Severity::Info => cli::INFO.get(lang),
    };
    let (start, _) = finding.part.region(finding.diagnostic.primary.span);
    let code = finding.diagnostic.code;
    let place = markdown(&format!("{}:{}", super::escape(&finding.path), start.line));
    let rule = markdown(&format!("{} {}", code.id, code.name));
    let _ = writeln!(page, "| {severity} | {rule} | {place} | {} |", markdown(&finding.message()));
}

/// Text that Markdown takes for nothing else: names, paths and messages are anybody's words.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '-' | '.' | ',' | '/' | '%' | '\'' | ';' | '=' | '"' | '?' => out.push(c),
            c if c.is_ascii_punctuation() => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leaves_its_place() {
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25%0A");
        assert_eq!(data("50 %\n::error::x"), "50 %25%0A::error::x");
        assert_eq!(markdown("| [x](y) `a` <b>\n# @me"), "\\| \\[x\\]\\(y\\) \\`a\\` \\<b\\> \\# \\@me");
    }
}
