//! Top-level statements, and what the parser does with everything that is none.

use super::{Builder, keep};
use crate::source::Span;
use crate::syntax::ast::{Comment, CommentKind, Item, ItemKind};
use crate::syntax::grammar::{At, Rule, Tree};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// Builds what one parse of an item found.
    pub(super) fn top(&mut self, tree: &Tree, comments: &[Comment], items: &mut Vec<Item>) {
        for at in tree.top() {
            if is_bad(at.rule()) {
                self.other(at, Block::File, None);
                continue;
            }
            let span = self.good_item(at);
            let doc = self.doc(span, comments);
            let kind = self.item(at, doc);
            if opens_block(at) {
                self.taken = None;
            }
            keep(items, kind.map(|kind| Item { span, kind }));
        }
    }

    fn item(&mut self, at: At<'_>, doc: Option<Box<str>>) -> Option<ItemKind> {
        let mut external = None;
        let mut at = at;
        if at.rule() == Rule::external {
            let mut parts = at.inside();
            let word = parts.next()?;
            external = Some(self.span(word));
            at = parts.next()?;
        }
        match at.rule() {
            Rule::role => self.role(at, external, doc),
            Rule::template => self.template(at, external, doc),
            Rule::user => self.user(at, external),
            Rule::people => self.people(at, external),
            Rule::assign => self.assign(at),
            Rule::suspend => self.suspend(at),
            Rule::object => self.object(at),
            Rule::delegate => self.delegate(at),
            Rule::require => self.require(at),
            Rule::separate_sessions => self.separate_sessions(at),
            Rule::test => self.test(at),
            Rule::unit => self.unit(at).map(ItemKind::Unit),
            Rule::type_declaration => self.type_declaration(at),
            Rule::labels => self.labels(at),
            Rule::network => self.network(at),
            Rule::calendar => self.calendar(at),
            Rule::hours => self.hours(at),
            Rule::guarantees => self.guarantees(at),
            Rule::end_early => self.end_early(at),
            Rule::subject_block => Some(ItemKind::Subject(self.attributes(at))),
            Rule::request_block => Some(ItemKind::Request(self.attributes(at))),
            Rule::policy => self.policy(at),
            Rule::use_package => self.use_package(at),
            _ => None,
        }
    }

    /// The `##` lines right above a statement.
    fn doc(&self, span: Span, comments: &[Comment]) -> Option<Box<str>> {
        let above = comments.partition_point(|comment| comment.span.start < span.start);
        let mut next = span.start;
        let mut lines = Vec::new();
        for comment in comments.get(..above)?.iter().rev() {
            let between = self.source.get(comment.span.end as usize..next as usize).unwrap_or("");
            let adjacent = between.trim().is_empty() && between.bytes().filter(|byte| *byte == b'\n').count() == 1;
            if comment.kind != CommentKind::Doc || !comment.own_line || !adjacent {
                break;
            }
            lines.push(&*comment.text);
            next = comment.span.start;
        }
        lines.reverse();
        (!lines.is_empty()).then(|| lines.join("\n").into())
    }
}

fn is_bad(rule: Rule) -> bool {
    matches!(rule, Rule::stray_close | Rule::stray_sign | Rule::stray_comma | Rule::bad_item)
}

/// Whether the statement has lines of its own: what they took for a name lies inside its braces.
fn opens_block(at: At<'_>) -> bool {
    at.inside().any(|part| matches!(part.rule(), Rule::open_brace | Rule::role_body | Rule::role | Rule::template))
}
