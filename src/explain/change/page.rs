//! [`Page`]: the texts of a policy, and edits of them statement by statement.

use super::Statement;
use crate::diagnostic::{Edit, fix};
use crate::model::{Model, RoleId};
use crate::source::{PackageId, SourceSet, Span};
use crate::syntax::ast::{Ast, Item, ItemKind, Name, RoleBody, RoleItem, RoleKind};
use crate::syntax::{is_bare_name, is_bare_user, quoted};

/// The texts with what was read from them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page<'a> {
    pub(super) sources: &'a SourceSet,
    pub(super) asts: &'a [Ast],
    pub(super) model: &'a Model,
}

impl<'a> Page<'a> {
    /// The top-level statement at a place.
    pub(super) fn item(&self, span: Span) -> Option<&'a Item> {
        let ast = self.asts.iter().find(|ast| ast.file == span.file)?;
        ast.items.iter().find(|item| item.span.start <= span.start && span.end <= item.span.end)
    }

    /// The body of a role or template at a place.
    fn body(item: &Item) -> Option<&RoleBody> {
        match &item.kind {
            ItemKind::Role(role) => match &role.kind {
                RoleKind::Body(body) => Some(body),
                RoleKind::Instance(_) => None,
            },
            ItemKind::Template(template) => Some(&template.body),
            _ => None,
        }
    }

    /// The line of a role at a place.
    pub(super) fn role_line(&self, span: Span) -> Option<&'a RoleItem> {
        let lines = &Self::body(self.item(span)?)?.items;
        lines.iter().find(|line| line.span.start <= span.start && span.end <= line.span.end)
    }

    /// Writes a line into a role; `None` for an instance of a template, which has no lines of its own.
    pub(super) fn add_to_role(&self, role: RoleId, line: &str) -> Option<Statement> {
        let declared = self.model.roles.get(role.index())?;
        if declared.template.is_some() {
            return None;
        }
        let item = self.item(declared.origin.span)?;
        let body = Self::body(item)?;
        let text = self.sources.file(item.span.file)?.text.get(..item.span.end as usize)?;
        let close = u32::try_from(text.rfind('}')?).ok()?;
        if close < item.span.start {
            return None;
        }
        let last = body.items.last().map(|line| line.span.end);
        let between = text.get(last.unwrap_or(item.span.start) as usize..close as usize)?;
        let (at, inserted) = match last {
            // Behind the last line, before whatever comment follows it on its own line.
            Some(end) if between.contains('\n') => {
                let rest = between.find('\n').and_then(|n| u32::try_from(n).ok())?;
                (end + rest, format!("\n  {line}"))
            }
            _ => (close, format!("\n  {line}\n")),
        };
        Some(self.insert(Span::new(item.span.file, at, at), inserted, line))
    }

    /// Writes a statement behind the last one that `beside` picks, or at the end of the first file of the root package.
    pub(super) fn add_statement(&self, beside: impl Fn(&ItemKind) -> bool, text: &str) -> Option<Statement> {
        let in_root = |ast: &&Ast| self.sources.file(ast.file).is_some_and(|f| f.package == PackageId(0));
        let all = || self.asts.iter().filter(in_root).flat_map(|ast| &ast.items);
        let last = all().filter(|item| beside(&item.kind)).last().or_else(|| all().last())?;
        let at = Span { start: last.span.end, ..last.span };
        Some(self.insert(at, format!("\n{text}"), text))
    }

    /// Every text that is written in starts on a line of its own: the one after that of its place.
    fn insert(&self, at: Span, inserted: String, shown: &str) -> Statement {
        let statement = self.statement(at, None, Some(shown.to_owned()), Edit { span: at, text: inserted });
        Statement { line: statement.line.saturating_add(1), ..statement }
    }

    /// Takes a statement out, with its line if nothing else stands there.
    pub(super) fn remove(&self, span: Span) -> Option<Statement> {
        let cut = fix::with_line(self.sources, span);
        let shown = self.sources.text(span).to_owned();
        Some(self.statement(span, Some(shown), None, Edit { span: cut, text: String::new() }))
    }

    /// Writes something else over a part of the statement at `whole`.
    pub(super) fn replace(&self, whole: Span, part: Span, with: &str) -> Option<Statement> {
        let before = self.sources.text(whole).to_owned();
        let from = (part.start.checked_sub(whole.start)?) as usize;
        let to = (part.end.checked_sub(whole.start)?) as usize;
        let after = format!("{}{with}{}", before.get(..from)?, before.get(to..)?);
        Some(self.statement(whole, Some(before), Some(after), Edit { span: part, text: with.to_owned() }))
    }

    /// Takes one name out of a list inside the statement at `whole`; the whole statement if it is the only one.
    pub(super) fn remove_name(&self, whole: Span, names: &[Name], index: usize) -> Option<Statement> {
        let here = names.get(index)?.span;
        let part = match index.checked_sub(1).and_then(|i| names.get(i)) {
            Some(before) => Span { start: before.span.end, ..here },
            None => match names.get(1) {
                Some(next) => Span { end: next.span.start, ..here },
                None => return self.remove(whole),
            },
        };
        self.replace(whole, part, "")
    }

    fn statement(&self, span: Span, before: Option<String>, after: Option<String>, edit: Edit) -> Statement {
        let file = self.sources.file(span.file).map_or_else(String::new, |f| f.path.to_string());
        Statement { file, line: self.sources.position(span).line, before, after, edit }
    }

    /// A name as a policy writes it.
    pub(super) fn name(text: &str) -> String {
        if is_bare_name(text) { text.to_owned() } else { quoted(text) }
    }

    /// The id of a user as a policy writes it.
    pub(super) fn user(text: &str) -> String {
        if is_bare_user(text) { text.to_owned() } else { quoted(text) }
    }
}
