//! Top-level statements, and what the parser does with everything that is none.

use super::Builder;
use crate::source::Span;
use crate::syntax::ahead::Ahead;
use crate::syntax::ast::{Comment, CommentKind, Item, ItemKind};
use crate::syntax::grammar::{At, Rule, Tree};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// Builds the statements of the file.
    pub(super) fn items(&mut self, ahead: &Ahead<'_>, comments: &[Comment]) -> Vec<Item> {
        let mut items = Vec::new();
        let mut tree = Tree::default();
        let mut at = 0;
        for index in 0..ahead.len() {
            tree = ahead.get(index, tree);
            for next in tree.top() {
                // What was read ahead is right if it begins where the last statement ended. It nearly always does.
                at = self.items_until(at, next.node.start, comments, &mut items);
                if at == next.node.start {
                    at = self.top(next, comments, &mut items);
                }
            }
        }
        self.items_until(at, self.layout.text.len() as u32, comments, &mut items);
        items
    }

    /// Builds the statements of the file, each parsed where the one before ended.
    pub(super) fn items_one_by_one(&mut self, comments: &[Comment]) -> Vec<Item> {
        let mut items = Vec::new();
        self.items_until(0, self.layout.text.len() as u32, comments, &mut items);
        items
    }

    /// Reads statements one by one from `at` until one ends at `until` or behind it; says where.
    fn items_until(&mut self, mut at: u32, until: u32, comments: &[Comment], items: &mut Vec<Item>) -> u32 {
        if at >= until {
            return at;
        }
        let mut tree = Tree::default();
        while at < until {
            tree.read(Rule::item, &self.layout.text, at as usize);
            let Some(next) = tree.top().next() else {
                // The grammar takes any text; should that ever fail, the rest of the file is one bad statement.
                let end = self.layout.text.len() as u32;
                self.piece(at, end, Block::File);
                return end;
            };
            at = self.top(next, comments, items);
        }
        at
    }

    /// Builds one statement; says where the next one begins.
    fn top(&mut self, at: At<'_>, comments: &[Comment], items: &mut Vec<Item>) -> u32 {
        self.taken = None;
        if is_bad(at.rule()) {
            self.other(at, Block::File, None);
        } else {
            let span = self.good_item(at);
            let kind = self.item(at, span, comments);
            if opens_block(at) {
                self.taken = None;
            }
            items.extend(kind.map(|kind| Item { span, kind }));
        }
        // A forgotten name must not cost the statement behind it.
        self.taken.filter(|taken| *taken > at.node.start).unwrap_or(at.after())
    }

    fn item(&mut self, at: At<'_>, span: Span, comments: &[Comment]) -> Option<ItemKind> {
        let mut external = None;
        let mut at = at;
        if at.rule() == Rule::external {
            let mut parts = at.inside();
            let word = parts.next()?;
            external = Some(self.span(word));
            at = parts.next()?;
        }
        match at.rule() {
            Rule::role => self.role(at, external, self.doc(span, comments)),
            Rule::template => self.template(at, external, self.doc(span, comments)),
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

    /// Reads the lines of a block whose head was bad, so that their own mistakes are known as well.
    pub(in crate::syntax) fn lines_only(&mut self, block: Block, start: usize, end: usize) {
        let Some(text) = self.layout.text.get(..end) else { return };
        let rule = match block {
            Block::File => return,
            Block::Policy => Rule::policy_body,
            Block::Subject | Block::Request => Rule::attribute_body,
            Block::Object => Rule::object_body,
            Block::Unit => Rule::unit_body,
            Block::Calendar => Rule::calendar_body,
            Block::Role => Rule::role_body,
            Block::People => Rule::people_body,
            Block::Guarantees => Rule::guarantees_body,
            Block::Test => Rule::test_body,
        };
        let mut tree = Tree::default();
        tree.read(rule, text, start);
        let Some(body) = tree.top().next() else { return };
        match block {
            Block::File => {}
            Block::Policy => self.policy_lines_only(body),
            Block::Subject | Block::Request => drop(self.attribute_lines(body, block)),
            Block::Object => drop(self.object_lines(body)),
            Block::Unit => drop(self.unit_lines(body)),
            Block::Calendar => drop(self.calendar_lines(body)),
            Block::Role => drop(self.role_lines(body)),
            Block::People => drop(self.people_lines(body)),
            Block::Guarantees => drop(self.guarantee_lines(body)),
            Block::Test => drop(self.test_lines(body)),
        }
        self.flush();
    }

    /// The `##` lines right above a statement.
    fn doc(&self, span: Span, comments: &[Comment]) -> Option<Box<str>> {
        let above = comments.partition_point(|comment| comment.span.start < span.start);
        let mut next = span.start;
        let mut lines = Vec::new();
        for comment in comments.get(..above)?.iter().rev() {
            let between = self.source.get(comment.span.end as usize..next as usize).unwrap_or("");
            // The last comment may lie far above: blanks are asked for first, which one other byte answers.
            let blank = between.bytes().all(|byte| byte.is_ascii_whitespace());
            let adjacent = blank && between.bytes().filter(|byte| *byte == b'\n').count() == 1;
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
    matches!(
        at.rule(),
        Rule::role
            | Rule::template
            | Rule::external
            | Rule::object
            | Rule::test
            | Rule::unit
            | Rule::calendar
            | Rule::people
            | Rule::guarantees
            | Rule::subject_block
            | Rule::request_block
            | Rule::policy
    )
}
