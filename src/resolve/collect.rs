//! Declarations and statements by kind, from all files.
//!
//! Declarations are sorted by name when they are declared, statements without a name by their text, so that
//! neither the names nor the order of files matter later on.

use crate::source::{FileId, PackageId, SourceSet, Span, order};
use crate::syntax::ast::{self, Ast, ItemKind};

/// A statement with the package and the place where it stands.
#[derive(Debug)]
pub(super) struct Written<'a, T> {
    pub(super) package: PackageId,
    /// The whole statement.
    pub(super) span: Span,
    pub(super) node: &'a T,
}

// Derived, these would ask the same of the node.
impl<T> Clone for Written<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Written<'_, T> {}

/// Everything that was written.
#[derive(Debug, Default)]
pub(super) struct Statements<'a> {
    pub(super) policies: Vec<Written<'a, ast::Policy>>,
    pub(super) uses: Vec<(PackageId, &'a ast::Use)>,
    pub(super) labels: Vec<Written<'a, ast::Declared>>,
    pub(super) types: Vec<Written<'a, ast::TypeDecl>>,
    pub(super) subject: Vec<Written<'a, ast::AttributeDecl>>,
    pub(super) request: Vec<Written<'a, ast::AttributeDecl>>,
    pub(super) objects: Vec<Written<'a, ast::Object>>,
    pub(super) units: Vec<Written<'a, ast::Unit>>,
    pub(super) networks: Vec<Written<'a, ast::Network>>,
    pub(super) calendars: Vec<Written<'a, ast::Calendar>>,
    pub(super) hours: Vec<Written<'a, ast::Hours>>,
    pub(super) roles: Vec<Written<'a, ast::Role>>,
    pub(super) templates: Vec<Written<'a, ast::Template>>,
    pub(super) users: Vec<Written<'a, ast::User>>,
    pub(super) people: Vec<Written<'a, ast::People>>,
    pub(super) assigns: Vec<Written<'a, ast::Assign>>,
    pub(super) delegates: Vec<Written<'a, ast::Delegate>>,
    pub(super) suspends: Vec<Written<'a, ast::Suspend>>,
    pub(super) ends: Vec<Written<'a, ast::EndEarly>>,
    pub(super) requires: Vec<Written<'a, ast::Require>>,
    pub(super) sessions: Vec<Written<'a, ast::SeparateSessions>>,
    pub(super) guarantees: Vec<Written<'a, ast::Guarantee>>,
    pub(super) tests: Vec<Written<'a, ast::Test>>,
}

/// Sorts all statements into their kinds.
pub(super) fn collect<'a>(sources: &SourceSet, asts: &'a [Ast]) -> Statements<'a> {
    let mut all = Statements::default();
    for ast in asts {
        let package = package_of(sources, ast.file);
        for item in &ast.items {
            all.add(package, item);
        }
    }
    all.sort(sources);
    all
}

/// The package of a file.
pub(super) fn package_of(sources: &SourceSet, file: FileId) -> PackageId {
    sources.file(file).map_or(PackageId(0), |file| file.package)
}

impl<'a> Statements<'a> {
    fn add(&mut self, package: PackageId, item: &'a ast::Item) {
        fn written<T>(package: PackageId, span: Span, node: &T) -> Written<'_, T> {
            Written { package, span, node }
        }
        let span = item.span;
        match &item.kind {
            ItemKind::Policy(node) => self.policies.push(written(package, span, node)),
            ItemKind::Use(node) => self.uses.push((package, node)),
            ItemKind::Labels(nodes) => {
                self.labels.extend(nodes.iter().map(|node| written(package, node.name.span, node)))
            }
            ItemKind::Type(node) => self.types.push(written(package, span, node)),
            ItemKind::Subject(nodes) => self.subject.extend(nodes.iter().map(|node| written(package, node.span, node))),
            ItemKind::Request(nodes) => self.request.extend(nodes.iter().map(|node| written(package, node.span, node))),
            ItemKind::Object(node) => self.objects.push(written(package, span, node)),
            ItemKind::Unit(node) => self.units.push(written(package, span, node)),
            ItemKind::Network(node) => self.networks.push(written(package, span, node)),
            ItemKind::Calendar(node) => self.calendars.push(written(package, span, node)),
            ItemKind::Hours(node) => self.hours.push(written(package, span, node)),
            ItemKind::Role(node) => self.roles.push(written(package, span, node)),
            ItemKind::Template(node) => self.templates.push(written(package, span, node)),
            ItemKind::User(node) => self.users.push(written(package, span, node)),
            ItemKind::People(node) => self.people.push(written(package, span, node)),
            ItemKind::Assign(node) => self.assigns.push(written(package, span, node)),
            ItemKind::Delegate(node) => self.delegates.push(written(package, span, node)),
            ItemKind::Suspend(node) => self.suspends.push(written(package, span, node)),
            ItemKind::EndEarly(node) => self.ends.push(written(package, span, node)),
            ItemKind::Require(node) => self.requires.push(written(package, span, node)),
            ItemKind::SeparateSessions(node) => self.sessions.push(written(package, span, node)),
            ItemKind::Guarantees(nodes) => {
                self.guarantees.extend(nodes.iter().map(|node| written(package, node.span, node)));
            }
            ItemKind::Test(node) => self.tests.push(written(package, span, node)),
        }
    }

    fn sort(&mut self, sources: &SourceSet) {
        by_text(sources, &mut self.people);
        by_text(sources, &mut self.assigns);
        by_text(sources, &mut self.delegates);
        by_text(sources, &mut self.suspends);
        by_text(sources, &mut self.ends);
        by_text(sources, &mut self.requires);
        by_text(sources, &mut self.sessions);
        by_text(sources, &mut self.guarantees);
        by_text(sources, &mut self.tests);
    }
}

/// Sorts by the text of the statements, blanks and comments apart. Equal statements of one package are
/// interchangeable; those of two packages go by the package.
fn by_text<T>(sources: &SourceSet, items: &mut Vec<Written<'_, T>>) {
    if items.len() < 2 {
        return;
    }
    let mut texts = String::with_capacity(items.iter().map(|item| (item.span.end - item.span.start) as usize).sum());
    let mut ends = Vec::with_capacity(items.len() + 1);
    ends.push(0);
    for item in items.iter() {
        normalize(sources.text(item.span), &mut texts);
        ends.push(texts.len());
    }
    let text = |index: usize| match ends.get(index..index + 2) {
        Some([start, end]) => texts.get(*start..*end).unwrap_or(""),
        _ => "",
    };
    let place = |index: usize| items.get(index).map(|item| (item.package, item.span));
    let order = order(items.len(), text, |a, b| place(a).cmp(&place(b)));
    *items = order.into_iter().filter_map(|index| items.get(index as usize).copied()).collect();
}

/// The text with runs of blanks as one blank and without comments; strings stay as they are.
pub(super) fn normalize(text: &str, out: &mut String) {
    let mut chars = text.chars();
    let mut blank = false;
    loop {
        // Nearly all of a statement is of these.
        let rest = chars.as_str();
        let plain = |b: &u8| b.is_ascii_graphic() && !matches!(b, b'#' | b'"');
        let (run, rest) = rest.split_at(rest.bytes().take_while(plain).count());
        if !run.is_empty() {
            if std::mem::take(&mut blank) && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(run);
            chars = rest.chars();
        }
        let Some(c) = chars.next() else { return };
        if c == '#' {
            // A comment runs to the end of its line.
            let _ = chars.by_ref().find(|c| *c == '\n');
            blank = true;
            continue;
        }
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) && !out.is_empty() {
            out.push(' ');
        }
        out.push(c);
        if c == '"' {
            copy_string(&mut chars, out);
        }
    }
}

fn copy_string(chars: &mut std::str::Chars<'_>, out: &mut String) {
    while let Some(c) = chars.next() {
        out.push(c);
        match c {
            '\\' => out.extend(chars.next()),
            '"' | '\n' => return,
            _ => {}
        }
    }
}
