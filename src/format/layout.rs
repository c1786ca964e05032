//! [`lay_out`]: statements and comments to text. Decides lines, blank lines and where comments stand.
//!
//! A comment keeps its place between two parts of a statement, or between two statements. Inside
//! words that stay together it moves to the nearest place of the same statement; it is never lost.

use super::doc::{BLOCK, Doc, Part, Printer, WIDTH, width};
use super::statement::{Body, Statement};
use crate::source::Span;
use crate::syntax::ast::{Comment, CommentKind};

/// The text of a file. `comments` are in the order written.
pub(super) fn lay_out(source: &str, statements: Vec<Statement>, comments: &[Comment]) -> String {
    let mut layout = Layout { source, comments, printer: Printer::new() };
    layout.block(statements, u32::MAX, 0);
    let mut text = layout.printer.finish();
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

struct Layout<'a> {
    source: &'a str,
    /// Those not yet written.
    comments: &'a [Comment],
    printer: Printer,
}

impl<'a> Layout<'a> {
    /// Statements up to the offset `end`, where their block closes.
    fn block(&mut self, statements: Vec<Statement>, end: u32, indent: usize) {
        let mut first = true;
        let mut statements = statements.into_iter().peekable();
        while let Some(statement) = statements.next() {
            let next = statements.peek().map_or(end, |next| next.span.start);
            let Span { start, end: after, .. } = statement.span;
            if let Some(waiver) = self.lifted(&statement, indent, next) {
                let docs = self.docs_above(start);
                self.comment_lines(docs, indent, &mut first);
                self.line(docs, indent, &mut first);
                self.printer.comment_line(&comment_text(waiver), indent);
                let mut documented = true;
                self.comment_lines(start, indent, &mut documented);
                self.line(start, indent, &mut documented);
                self.statement(statement, indent);
                self.advance(1);
                continue;
            }
            self.comment_lines(start, indent, &mut first);
            self.line(start, indent, &mut first);
            self.statement(statement, indent);
            self.comment_behind(after, next);
        }
        self.comment_lines(end, indent, &mut first);
    }

    /// Starts a line for what was written at `at`, below an empty line if there was one.
    fn line(&mut self, at: u32, indent: usize, first: &mut bool) {
        self.printer.start_line(indent);
        if !*first && follows_empty_line(self.source, at) {
            self.printer.empty_line();
        }
        *first = false;
    }

    /// The next comment, if it stands before `end`.
    fn next_comment(&self, end: u32) -> Option<&'a Comment> {
        self.comments.first().filter(|comment| comment.span.start < end)
    }

    fn advance(&mut self, comments: usize) {
        self.comments = self.comments.get(comments..).unwrap_or_default();
    }

    fn comment_lines(&mut self, end: u32, indent: usize, first: &mut bool) {
        while let Some(comment) = self.next_comment(end) {
            self.line(comment.span.start, indent, first);
            self.printer.comment_line(&comment_text(comment), indent);
            self.advance(1);
        }
    }

    /// The comment on the line on which the thing that ends at `after` ends.
    fn comment_behind(&mut self, after: u32, end: u32) {
        let on_line = |comment: &&Comment| !comment.own_line && same_line(self.source, after, comment.span.start);
        if let Some(comment) = self.next_comment(end).filter(on_line) {
            self.printer.comment_behind(&comment_text(comment));
            self.advance(1);
        }
    }

    /// The waiver behind a statement on its one line, if the statement will take several: it speaks of
    /// the line on which it stands, so it goes above the statement.
    fn lifted(&self, statement: &Statement, indent: usize, end: u32) -> Option<&'a Comment> {
        let span = statement.span;
        let behind = self.comments.iter().find(|comment| comment.span.start >= span.start)?;
        let lifts = behind.kind == CommentKind::Waiver
            && (span.end..end).contains(&behind.span.start)
            && same_line(self.source, span.start, behind.span.start)
            && match statement.body {
                Some(_) => packed(statement),
                None => Some(statement.head.flat()),
            }
            .is_none_or(|text| indent + width(&text) > WIDTH);
        lifts.then_some(behind)
    }

    /// Where the documentation right above `start` starts; `start` if there is none.
    fn docs_above(&self, start: u32) -> u32 {
        let above = self.comments.iter().take_while(|comment| comment.span.start < start);
        let docs = above.collect::<Vec<_>>().into_iter().rev().take_while(|comment| comment.kind == CommentKind::Doc);
        docs.last().map_or(start, |comment| comment.span.start)
    }

    fn statement(&mut self, mut statement: Statement, indent: usize) {
        if let Some(text) = self.one_line(&statement, indent) {
            return self.printer.words(&text, indent);
        }
        let span = statement.span;
        let Some(body) = statement.body else {
            let attached = attach(&mut statement.head, self.comments, span.end, true);
            self.advance(attached);
            return self.printer.doc(&statement.head, indent);
        };
        let close = span.end.saturating_sub(1);
        let open = body.items.first().map_or(close, |item| item.span.start);
        let attached = attach(&mut statement.head, self.comments, open, false);
        self.advance(attached);
        if body.items.is_empty() && self.next_comment(close).is_none() {
            return self.printer.doc(&statement.head.suffix(" {}"), indent);
        }
        self.printer.doc(&statement.head.suffix(" {"), indent);
        if let Some(comment) = self.next_comment(open).filter(|comment| !comment.own_line) {
            self.printer.comment_behind(&comment_text(comment));
            self.advance(1);
        }
        self.block(body.items, close, indent + BLOCK);
        self.printer.start_line(indent);
        self.printer.words("}", indent);
    }

    /// The whole statement on one line, if it has a block, was written so, and may stay so.
    fn one_line(&self, statement: &Statement, indent: usize) -> Option<String> {
        statement.body.as_ref()?;
        let commented = self.next_comment(statement.span.end).is_some();
        if commented || written(self.source, statement.span).contains('\n') {
            return None;
        }
        packed(statement).filter(|text| indent + width(text) <= WIDTH)
    }
}

/// The statement and its block on one line, if its kind allows that.
fn packed(statement: &Statement) -> Option<String> {
    let head = statement.head.flat();
    match &statement.body {
        None => Some(head),
        Some(Body { items, .. }) if items.is_empty() => Some(head + " {}"),
        Some(Body { items, packs }) if *packs || items.len() == 1 => {
            let items = items.iter().map(packed).collect::<Option<Vec<_>>>()?;
            Some(format!("{head} {{ {} }}", items.join(" ")))
        }
        Some(_) => None,
    }
}

/// Gives the comments before `end` to the parts of `head` between which they stand, and counts
/// them. One behind the last part is left out; `closed` brings it before the last part instead, so
/// that it does not leave the statement. Parts may be printed in another order than they were written.
fn attach(head: &mut Doc, comments: &[Comment], end: u32, closed: bool) -> usize {
    let mut parts: Vec<&mut Part> = head.parts_mut();
    parts.sort_by_key(|part| part.start);
    let mut attached = 0;
    for comment in comments.iter().take_while(|comment| comment.span.start < end) {
        let mut gap = parts.partition_point(|part| part.start < comment.span.start);
        if closed {
            gap = gap.min(parts.len().saturating_sub(1));
        }
        let (left, right) = parts.split_at_mut(gap);
        let (Some(left), Some(right)) = (left.last_mut(), right.first_mut()) else {
            break;
        };
        if !comment.own_line && left.after.is_none() && right.before.is_empty() {
            left.after = Some(comment_text(comment));
        } else {
            right.before.push(comment_text(comment));
        }
        attached += 1;
    }
    // The end of the statement is for the comment behind it.
    if let Some(last) = head.parts_mut().pop() {
        last.before.extend(last.after.take());
    }
    attached
}

fn comment_text(comment: &Comment) -> String {
    let sign = match comment.kind {
        CommentKind::Plain => "#",
        CommentKind::Doc => "##",
        CommentKind::Waiver => "#!",
    };
    if comment.text.is_empty() { sign.to_owned() } else { format!("{sign} {}", comment.text) }
}

fn written(source: &str, span: Span) -> &str {
    source.get(span.start as usize..span.end as usize).unwrap_or("")
}

fn same_line(source: &str, from: u32, to: u32) -> bool {
    source.get(from as usize..to as usize).is_none_or(|between| !between.contains('\n'))
}

/// Whether an empty line stands right above the line (or the blanks) before `at`.
fn follows_empty_line(source: &str, at: u32) -> bool {
    let blanks = source.get(..at as usize).unwrap_or("").chars().rev().take_while(|c| c.is_whitespace());
    blanks.filter(|c| *c == '\n').count() > 1
}
