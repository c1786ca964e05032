//! What `explain` tells of a code, as Markdown.

use crate::diagnostic::Code;
use crate::message::{Lang, cli as text};
use std::fmt::Write;

/// Summary, reason, and both examples.
pub(super) fn rule_page(code: &Code, lang: Lang) -> String {
    let mut page = format!("## {} {}\n\n{}\n\n{}\n", code.id, code.name, code.summary.get(lang), code.why.get(lang));
    for (heading, policy) in [(&text::BAD_EXAMPLE, code.bad), (&text::GOOD_EXAMPLE, code.good)] {
        let policy = policy.trim_matches('\n');
        if !policy.trim().is_empty() {
            // No policy text holds three backticks, but a longer fence costs nothing. Writing to a string cannot fail.
            let _ = write!(page, "\n{}\n\n````text\n{policy}\n````\n", heading.get(lang));
        }
    }
    page
}
