//! Text that did not parse: which pieces are one mistake.

use super::ast::Item;
use super::build::Builder;
use super::error;
use super::grammar::{At, Rule};
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

/// What is known of bad text so far.
#[derive(Default)]
pub(super) struct Recovery {}

/// Reports what is left at the end of the file.
pub(super) fn report(builder: &mut Builder<'_>, items: &mut Vec<Item>) {
    let _ = (builder, items);
}

impl Builder<'_> {
    /// Notes a statement that parsed, and says where it stands.
    pub(super) fn good(&mut self, at: At<'_>) -> Span {
        self.span(at)
    }

    /// Anything in a block that is none of its lines: its end, or something bad.
    pub(super) fn other(&mut self, at: At<'_>, block: Block, open: Option<Span>) {
        if at.rule() != Rule::close_brace {
            self.piece(at.node.start, at.node.end, at.rule(), block, open);
        }
    }

    /// A piece of bad text.
    pub(super) fn piece(&mut self, start: u32, end: u32, rule: Rule, block: Block, open: Option<Span>) {
        let _ = (rule, block, open);
        let span = self.place(start, end);
        let error = error::unexpected(self.written(span), span);
        self.report(error);
    }
}
