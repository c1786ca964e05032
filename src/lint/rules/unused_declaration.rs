//! `unused-declaration`: a label, type, network, calendar, `hours` or template of which nothing speaks.
//!
//! A name counts as used wherever it stands as a word outside comments, whatever it means there: an unused one may be
//! missed, a used one is never called unused. A package without people is a library, whose names others use.

use crate::diagnostic::codes::upkeep::UNUSED_DECLARATION;
use crate::diagnostic::{Diagnostic, Edit, Fix, fix};
use crate::lint::listed::removal;
use crate::lint::{Context, Group, Lint};
use crate::message::{Text, upkeep as text};
use crate::source::{PackageId, SourceFile, Span};
use crate::syntax::ast::{Ast, CommentKind, Declared, Item, ItemKind};
use rustc_hash::FxHashMap;

pub(super) const LINT: Lint = Lint { check, ..Lint::new(&UNUSED_DECLARATION, Group::Hygiene) };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.model.users.is_empty() {
        return;
    }
    let words = Words::of(cx);
    for ast in cx.asts {
        let own = cx.sources.file(ast.file).filter(|file| file.package == PackageId(0));
        let Some(file) = own else { continue };
        for item in &ast.items {
            let (kind, declared): (&Text, &[Declared]) = match &item.kind {
                ItemKind::Labels(labels) => (&text::KIND_LABEL, labels),
                ItemKind::Type(declared) => (&text::KIND_TYPE, std::slice::from_ref(&declared.declared)),
                ItemKind::Network(network) => (&text::KIND_NETWORK, std::slice::from_ref(&network.declared)),
                ItemKind::Calendar(calendar) => (&text::KIND_CALENDAR, std::slice::from_ref(&calendar.declared)),
                ItemKind::Hours(hours) => (&text::KIND_HOURS, std::slice::from_ref(&hours.declared)),
                ItemKind::Template(template) => (&text::KIND_TEMPLATE, std::slice::from_ref(&template.declared)),
                _ => continue,
            };
            for (index, one) in declared.iter().enumerate() {
                if !words.used(cx.model.text(one.name.symbol)) {
                    let place = Place { cx, ast, file, item, declared };
                    out.push(place.report(kind, index));
                }
            }
        }
    }
}

/// Words of all texts outside comments, each with how often it stands there.
struct Words<'a>(FxHashMap<&'a str, usize>);

impl<'a> Words<'a> {
    fn of(cx: &Context<'a>) -> Self {
        let mut words = Self(FxHashMap::default());
        for ast in cx.asts {
            let Some(file) = cx.sources.file(ast.file) else { continue };
            let mut at = 0;
            for comment in &ast.comments {
                words.add(file.text.get(at..comment.span.start as usize).unwrap_or(""));
                at = comment.span.end as usize;
            }
            words.add(file.text.get(at..).unwrap_or(""));
        }
        // People and field files name labels, types and templates too.
        for data in &cx.sources.data {
            words.add(std::str::from_utf8(&data.bytes).unwrap_or(""));
        }
        words
    }

    fn add(&mut self, text: &'a str) {
        for word in text.split(is_between).filter(|word| !word.is_empty()) {
            *self.0.entry(word).or_default() += 1;
        }
    }

    /// Whether a name stands anywhere but in its declaration. Of a name of several words one is enough to doubt it.
    fn used(&self, name: &str) -> bool {
        let mut parts = name.split(is_between).filter(|part| !part.is_empty()).peekable();
        parts.peek().is_none() || parts.all(|part| self.0.get(part).is_none_or(|count| *count != 1))
    }
}

fn is_between(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || c.is_alphanumeric() || matches!(c, '-' | '_'))
}

/// A statement with the file around it.
struct Place<'a, 'c> {
    cx: &'a Context<'c>,
    ast: &'a Ast,
    file: &'a SourceFile,
    item: &'a Item,
    declared: &'a [Declared],
}

impl Place<'_, '_> {
    fn report(&self, kind: &'static Text, index: usize) -> Diagnostic {
        let name = self.declared.get(index).map_or("", |one| self.cx.model.text(one.name.symbol));
        let span = self.declared.get(index).map_or(self.item.span, |one| one.name.span);
        let message = text::UNUSED_DECLARATION.with([("kind", kind.plain().into()), ("name", name.into())]);
        let here = text::UNUSED_DECLARATION_HERE.plain();
        let mut found = Diagnostic::info(&UNUSED_DECLARATION, message, span, here);
        found.about = vec![name.to_owned()];
        let remove = text::UNUSED_DECLARATION_FIX.with([("name", name.into())]);
        // Tables hold the names of all networks, so taking one out changes the table: that is for a person to do.
        match self.edit(index).filter(|_| !matches!(self.item.kind, ItemKind::Network(_))) {
            Some(edit) => found.fix(Fix::keeping(remove, vec![edit])),
            None => found.help(remove),
        }
    }

    /// Takes the name out of its list, or the statement with its line.
    fn edit(&self, index: usize) -> Option<Edit> {
        if self.declared.len() > 1 {
            let end = |one: &Declared| {
                let label = one.label.as_ref().map_or(0, |label| label.span.end);
                one.renamed_from.as_ref().map_or(0, |old| old.span.end).max(label).max(one.name.span.end)
            };
            let spans: Vec<Span> = self.declared.iter().map(|one| Span { end: end(one), ..one.name.span }).collect();
            return removal(self.cx, &spans, index);
        }
        let lines = self.file.lines();
        let line = lines.line(self.item.span.start);
        // Its documentation would be taken for that of the next statement, and a comment beside it for that of another line.
        let commented = self.ast.comments.iter().any(|comment| {
            let at = lines.line(comment.span.start);
            let inside = self.item.span.start <= comment.span.start && comment.span.start <= self.item.span.end;
            inside
                || comment.kind == CommentKind::Doc && at + 1 == line
                || !comment.own_line && at == lines.line(self.item.span.end)
        });
        (!commented).then(|| Edit { span: fix::with_line(self.cx.sources, self.item.span), text: String::new() })
    }
}
