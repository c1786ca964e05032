//! Text that did not parse: which pieces are one mistake, and which only follow from another one.

use super::build::Builder;
use super::error;
use super::grammar::{At, Rule};
use super::{sentence, words};
use crate::diagnostic::{Diagnostic, codes::syntax as codes};
use crate::source::Span;

/// What a statement stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    /// The top of the file.
    File,
    /// `policy`
    Policy,
    /// `subject`
    Subject,
    /// `request`
    Request,
    /// `object`
    Object,
    /// `unit`
    Unit,
    /// `calendar`
    Calendar,
    /// `role` or `template`
    Role,
    /// `people`
    People,
    /// `guarantees`
    Guarantees,
    /// `test`
    Test,
}

/// Top-level statements that may stand between a missing brace and the brace that shows it was not missing.
const MAX_MISPLACED: usize = 3;

/// What is known of bad text so far. Offsets are those of the layout.
#[derive(Debug, Default)]
pub(super) struct Recovery {
    /// The last statement that parsed.
    last: Statement,
    /// Where the last stray sign ends.
    sign: u32,
    /// Bad text that may go on.
    pending: Option<Group>,
    /// Blocks whose end was not found.
    missing: Vec<Missing>,
    /// Lines of this block stood at the top, one after the other: the first was reported.
    outside: Option<Block>,
    /// A statement that should have opened this block was bad and had no brace.
    headless: Option<Block>,
}

/// A statement that parsed.
#[derive(Debug, Clone, Copy, Default)]
struct Statement {
    start: u32,
    end: u32,
    /// How many mistakes were known before it was built.
    found: usize,
}

/// Bad text that is one mistake.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    /// First byte; of the statement before it if that goes on here.
    pub(super) start: u32,
    /// First byte that did not parse.
    pub(super) bad: u32,
    /// One past the last byte.
    pub(super) end: u32,
    /// Where it stands.
    pub(super) block: Block,
    /// Whether it only follows from a mistake that was reported.
    echo: bool,
}

/// A block whose end was not found.
#[derive(Debug)]
struct Missing {
    block: Block,
    open: Option<Span>,
    at: Span,
    /// The first statement behind it, and how many came since.
    next: Option<Span>,
    items: usize,
    /// Reports about lines that would have belonged to it.
    lines: Vec<Diagnostic>,
}

impl Recovery {
    /// Where the last statement that parsed starts.
    pub(super) fn started(&self) -> u32 {
        self.last.start
    }
}

impl Builder<'_> {
    /// Notes a statement that parsed, and says where it stands.
    pub(super) fn good(&mut self, at: At<'_>) -> Span {
        if self.bad.pending.is_some() {
            self.flush();
        }
        self.bad.last = Statement { start: at.node.start, end: at.node.end, found: self.found.len() };
        self.span(at)
    }

    /// The same for a statement at the top.
    pub(super) fn good_item(&mut self, at: At<'_>) -> Span {
        let span = self.good(at);
        self.bad.outside = None;
        self.bad.headless = None;
        if let Some(missing) = self.bad.missing.last_mut() {
            missing.next.get_or_insert(span);
            missing.items += 1;
        }
        span
    }

    /// Anything in a block that is none of its lines: its end, or something bad.
    pub(super) fn other(&mut self, at: At<'_>, block: Block, open: Option<Span>) {
        match at.rule() {
            Rule::close_brace => self.flush(),
            Rule::missing_close => self.missing_close(at.node.start, block, open),
            Rule::stray_close => self.stray_close(at),
            Rule::stray_sign | Rule::stray_comma => self.stray_sign(at),
            _ => self.piece(at.node.start, at.node.end, block),
        }
    }

    /// A piece of bad text: goes on with the mistake before it, or is a new one.
    pub(super) fn piece(&mut self, start: u32, end: u32, block: Block) {
        let same_line = self.same_line(start) && !self.starts_behind_brace(start, block);
        if let Some(group) = self.bad.pending
            && group.end + 1 == start
            && (same_line || self.continues(group.start, start, block))
        {
            self.bad.pending = Some(Group { end, ..group });
            return;
        }
        self.flush();
        let last = self.bad.last;
        let joins = last.end + 1 == start && start > 0 && (same_line || self.continues(last.start, start, block));
        let echo = joins && self.found.len() > last.found;
        let first = if joins { last.start } else { start };
        self.bad.pending = Some(Group { start: first, bad: start, end, block, echo });
    }

    /// Whether no line break stands before `at`.
    fn same_line(&self, at: u32) -> bool {
        at > 0 && self.layout.text.as_bytes().get(at as usize - 1) != Some(&b'\n')
    }

    /// Whether a statement of `block` starts at `at`, behind the end of another one.
    fn starts_behind_brace(&self, at: u32, block: Block) -> bool {
        let closed = self.layout.text.get(..at as usize).is_some_and(|before| before.trim_end().ends_with('}'));
        let word = error::token(&self.layout.text, at as usize);
        closed && sentence::first_words(block).any(|first| first == word)
    }

    /// Whether the line at `at` goes on with the statement that starts at `before`: it starts with a clause, or deeper.
    fn continues(&mut self, before: u32, at: u32, block: Block) -> bool {
        let word = error::token(&self.layout.text, at as usize);
        // A guarantee goes on with the word that starts a line of a test.
        if block == Block::Guarantees && word == "can" {
            return true;
        }
        if words::starts_statement(word) || sentence::first_words(block).any(|first| first == word) {
            return false;
        }
        if words::is_clause(word) {
            return true;
        }
        let (before, here) = (self.place(before, before), self.place(at, at));
        self.indent(here) > self.indent(before) && error::nearest(word, sentence::first_words(block)).is_none()
    }

    /// Characters before the first word of the line that holds `span`.
    fn indent(&self, span: Span) -> usize {
        let before = self.source.get(..span.start as usize).unwrap_or("");
        let line = before.rsplit_once('\n').map_or(before, |(_, line)| line);
        line.chars().take_while(|next| next.is_whitespace()).count()
    }

    /// Reports the mistake that has come to its end.
    pub(super) fn flush(&mut self) {
        let Some(group) = self.bad.pending.take() else { return };
        if group.echo || self.is_repaired(group) {
            return;
        }
        // The other half of the bracket that was reported in place of the brace.
        let closes = matches!(self.layout.text.get(group.start as usize..group.end as usize), Some("】" | "〕"));
        if closes && self.bad.headless.take().is_some() {
            return;
        }
        let explained = error::explain(self, group);
        if group.block != Block::File {
            self.found.extend(explained.diagnostic);
            return;
        }
        if let Some(block) = explained.outside {
            // Lines in a row have one cause, unless they are misspelt as well.
            let follows = self.bad.outside == Some(block) || self.bad.headless == Some(block);
            let plain = explained.diagnostic.as_ref().is_some_and(|found| found.code == &codes::WRONG_BLOCK);
            if !(follows && plain) {
                self.bad.outside = Some(block);
                match self.bad.missing.last_mut().filter(|missing| missing.block == block && missing.items > 0) {
                    Some(missing) => missing.lines.extend(explained.diagnostic),
                    None => self.found.extend(explained.diagnostic),
                }
            }
            return;
        }
        self.bad.outside = None;
        self.found.extend(explained.diagnostic);
        if let Some(block) = explained.opens {
            match self.brace(group) {
                Some(brace) => self.lines_only(block, brace, group.end as usize + 1),
                None => self.bad.headless = Some(block),
            }
        }
    }

    /// Where the first brace of a group stands.
    fn brace(&self, group: Group) -> Option<usize> {
        let mut at = group.start as usize;
        while at < group.end as usize {
            match error::token(&self.layout.text, at) {
                "{" => return Some(at),
                token => at += token.len() + 1,
            }
        }
        None
    }

    /// Whether the group only follows from what the scan reported: an open string, or nesting that ended the file.
    fn is_repaired(&self, group: Group) -> bool {
        if self.layout.cut && group.end as usize + 1 >= self.layout.text.len() {
            return true;
        }
        let line = self.layout.text.get(..group.start as usize).and_then(|before| before.rfind('\n')).unwrap_or(0);
        let first = self.layout.repaired.partition_point(|at| (*at as usize) < line);
        self.layout.repaired.get(first).is_some_and(|at| *at <= group.end)
    }

    fn missing_close(&mut self, at: u32, block: Block, open: Option<Span>) {
        self.flush();
        if self.layout.cut && at as usize >= self.layout.text.len() {
            return;
        }
        let end = self.place(at.saturating_sub(1), at.saturating_sub(1)).end;
        let at = Span::new(self.file, end, end);
        self.bad.missing.push(Missing { block, open, at, next: None, items: 0, lines: Vec::new() });
    }

    fn stray_close(&mut self, at: At<'_>) {
        self.flush();
        if self.bad.headless.take().is_some() {
            return;
        }
        let near = |missing: &Missing| (1..=MAX_MISPLACED).contains(&missing.items);
        if self.bad.missing.last().is_some_and(near)
            && let Some(missing) = self.bad.missing.pop()
            && let Some(next) = missing.next
        {
            // The block did end: what looked like the next statement stands inside it.
            let word = error::token(self.source, next.start as usize).to_owned();
            let first = Span::new(self.file, next.start, next.start + word.len() as u32);
            self.found.push(error::inside(&word, first, missing.block, missing.open));
            self.bad.outside = None;
            return;
        }
        if self.bad.outside.take().is_some() {
            return;
        }
        let span = self.span(at);
        self.found.push(error::extra_brace(span));
    }

    fn stray_sign(&mut self, at: At<'_>) {
        if let Some(group) = self.bad.pending.as_mut()
            && group.end + 1 == at.node.start
        {
            group.end = at.node.end;
            return;
        }
        self.flush();
        let last = self.bad.last;
        let before = std::mem::replace(&mut self.bad.sign, at.node.end);
        // `;;` is one mistake, and so is `;` behind a statement that has one.
        if (before > 0 && before + 1 == at.node.start)
            || (last.end + 1 == at.node.start && self.found.len() > last.found)
        {
            return;
        }
        let span = self.span(at);
        let sign = self.text_at(span).to_owned();
        self.found.push(error::stray_sign(&sign, span, at.rule() == Rule::stray_comma));
    }

    /// Reports what is left at the end of the file.
    pub(super) fn finish(&mut self) {
        self.flush();
        for missing in std::mem::take(&mut self.bad.missing) {
            self.found.extend(missing.lines);
            self.found.push(error::missing_brace(missing.at, missing.block, missing.open));
        }
    }
}
