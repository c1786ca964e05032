//! A review for a terminal.

use super::{Review, sentence};
use crate::message::{Message, diff as text};
use crate::render::{TERMINAL_LIMIT, escape};

/// The review, line by line, for stdout.
pub fn review_human(review: &Review<'_>) -> String {
    let mut page = Page { lang: review.lang, text: String::new() };
    let difference = review.difference;
    page.line(0, &sentence::verdict(difference.verdict()));
    let [(gains, gaining), (losses, losing)] = [review.counts(true), review.counts(false)];
    if difference.changes.is_empty() && difference.gaps.is_empty() {
        page.line(0, &text::PROVED_SAME.plain());
    } else {
        page.line(
            0,
            &text::COUNTS.with([
                ("gains", gains.into()),
                ("gaining", gaining.into()),
                ("losses", losses.into()),
                ("losing", losing.into()),
            ]),
        );
    }
    for (gate, passed) in &review.gates {
        let entry = if *passed { &text::GATE_PASSED } else { &text::GATE_FAILED };
        page.line(0, &entry.with([("gate", (*gate).into())]));
    }
    for change in difference.changes.iter().take(TERMINAL_LIMIT) {
        page.text.push('\n');
        page.text.push_str(if change.gain { "+ " } else { "- " });
        page.line(0, &sentence::change(change));
        page.line(2, &sentence::kind(change.kind));
        change.causes.iter().for_each(|cause| page.line(2, &sentence::cause(cause)));
    }
    page.left_out(difference.changes.len().saturating_sub(TERMINAL_LIMIT));
    let gaps = difference.gaps.iter().map(sentence::gap);
    let renames = difference.renames.iter().map(sentence::rename);
    let guards = difference.guards.iter().map(|guard| {
        let entry = if guard.added { &text::GUARD_ADDED } else { &text::GUARD_GONE };
        entry.with([("sentence", guard.sentence.as_str().into())])
    });
    let findings = review.findings.iter().map(super::markdown::finding);
    let more: Vec<Message> = gaps.chain(renames).chain(guards).chain(findings).collect();
    if !more.is_empty() {
        page.text.push('\n');
    }
    more.iter().take(TERMINAL_LIMIT).for_each(|line| page.line(0, line));
    page.left_out(more.len().saturating_sub(TERMINAL_LIMIT));
    page.text
}

struct Page {
    lang: crate::message::Lang,
    text: String,
}

impl Page {
    fn line(&mut self, indent: usize, message: &Message) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(&escape(&message.render(self.lang)));
        self.text.push('\n');
    }

    fn left_out(&mut self, count: usize) {
        if count > 0 {
            self.line(0, &text::LEFT_OUT.with([("count", count.into())]));
        }
    }
}
