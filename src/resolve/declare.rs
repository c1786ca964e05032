//! Names: duplicates, look-alikes, former names, and the numbers that declarations get.
//!
//! Declarations of a kind are numbered in the order of their names as the root package sees them.

use super::context::Cx;
use super::lookalike;
use super::packages::ROOT;
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::resolve as codes;
use crate::message::{Text, resolve as text};
use crate::source::{PackageId, Span, Symbol, order};
use crate::syntax::ast;
use rustc_hash::FxHashMap;

/// A name that is declared.
#[derive(Debug, Clone, Copy)]
pub(super) struct Declaration<'a> {
    pub(super) package: PackageId,
    pub(super) name: ast::Name,
    pub(super) renamed_from: Option<&'a ast::Name>,
}

impl<'a> Declaration<'a> {
    pub(super) const fn new(package: PackageId, declared: &'a ast::Declared) -> Self {
        Self { package, name: declared.name, renamed_from: declared.renamed_from.as_ref() }
    }

    /// A name alone.
    pub(super) const fn bare(package: PackageId, name: ast::Name) -> Self {
        Self { package, name, renamed_from: None }
    }
}

/// Declares names of one space: reports what is wrong with them, fills the tables of every package that sees them,
/// and gives the positions of those that count, in the order of their numbers.
pub(super) fn declare(cx: &mut Cx<'_>, space: Space, declarations: &[Declaration<'_>]) -> Vec<usize> {
    let kept = first_of_each(cx, space, declarations);
    let order = sorted(cx, declarations, &kept);
    for package in (0..cx.packages.len() as u32).map(PackageId) {
        cx.names.table_mut(package, space).clear();
    }
    for (id, position) in order.iter().enumerate() {
        let Some(declaration) = declarations.get(*position) else { continue };
        let _ = cx.names.table_mut(declaration.package, space).set(declaration.name.symbol, id as u32);
    }
    if !cx.packages.single() {
        share(cx, space, declarations, &order);
    }
    check_names(cx, space, declarations, &order);
    order
}

/// Leaves out what is declared twice in one package.
fn first_of_each(cx: &mut Cx<'_>, space: Space, declarations: &[Declaration<'_>]) -> Vec<usize> {
    let mut kept = Vec::with_capacity(declarations.len());
    for (position, declaration) in declarations.iter().enumerate() {
        let table = cx.names.table_mut(declaration.package, space);
        match table.get(declaration.name.symbol) {
            None => {
                let _ = table.set(declaration.name.symbol, position as u32);
                kept.push(position);
            }
            Some(first) => {
                let first = declarations.get(first as usize).map_or(declaration.name.span, |first| first.name.span);
                cx.duplicate(space.noun(), &declaration.name, first);
            }
        }
    }
    kept
}

/// By name; equal names of two packages (an error, reported later) by their place.
fn sorted(cx: &Cx<'_>, declarations: &[Declaration<'_>], kept: &[usize]) -> Vec<usize> {
    let text = |at: usize| {
        let declaration = kept.get(at).and_then(|position| declarations.get(*position));
        declaration.map_or("", |d| cx.text(cx.packages.global(d.package, d.name.symbol)))
    };
    let order = order(kept.len(), text, |a, b| kept.get(a).cmp(&kept.get(b)));
    order.into_iter().filter_map(|at| kept.get(at as usize).copied()).collect()
}

/// Fills the tables of the packages that use the declaring ones.
fn share(cx: &mut Cx<'_>, space: Space, declarations: &[Declaration<'_>], order: &[usize]) {
    let mut clashes: Vec<(usize, usize)> = Vec::new();
    for viewer in (0..cx.packages.len() as u32).map(PackageId) {
        for (id, position) in order.iter().enumerate() {
            let Some(declaration) = declarations.get(*position) else { continue };
            if declaration.package == viewer {
                continue;
            }
            let Some(symbol) = cx.packages.name_in(viewer, declaration.package, declaration.name.symbol) else {
                continue;
            };
            let table = cx.names.table_mut(viewer, space);
            match table.get(symbol) {
                None => {
                    let _ = table.set(symbol, id as u32);
                }
                Some(other) => {
                    clashes.push((id.min(other as usize), id.max(other as usize)));
                }
            }
        }
    }
    clashes.sort_unstable();
    clashes.dedup();
    for (one, other) in clashes {
        let pair =
            (order.get(one).and_then(|p| declarations.get(*p)), order.get(other).and_then(|p| declarations.get(*p)));
        if let (Some(one), Some(other)) = pair {
            two_packages(cx, space, one, other);
        }
    }
}

/// One name declared in two packages: the nearer one is told how to rename the other.
fn two_packages(cx: &mut Cx<'_>, space: Space, one: &Declaration<'_>, other: &Declaration<'_>) {
    let rank = |package: PackageId| cx.packages.seen(ROOT).position(|seen| seen == package);
    let (near, far) = if rank(one.package) <= rank(other.package) { (one, other) } else { (other, one) };
    let path = |package: PackageId| cx.sources.packages.get(package.0 as usize).map_or(".", |package| &*package.path);
    let name = cx.name(&far.name);
    let diagnostic = Diagnostic::error(
        &codes::TWO_PACKAGES,
        text::TWO_PACKAGES.with([
            ("kind", space.noun().plain().into()),
            ("name", cx.name(&near.name).into()),
            ("one", path(near.package).into()),
            ("two", path(far.package).into()),
        ]),
        near.name.span,
        text::DUPLICATE_HERE.plain(),
    )
    .and(far.name.span, text::FIRST_HERE.plain())
    .help(text::TWO_PACKAGES_HELP.with([
        ("path", path(far.package).into()),
        ("name", name.into()),
        ("new", format!("Base{name}").into()),
    ]));
    cx.out.push(diagnostic);
}

fn check_names(cx: &mut Cx<'_>, space: Space, declarations: &[Declaration<'_>], order: &[usize]) {
    let declared: Vec<&Declaration<'_>> = order.iter().filter_map(|position| declarations.get(*position)).collect();
    let mut names: Vec<(Symbol, Span)> = declared
        .iter()
        .map(|declaration| (cx.packages.global(declaration.package, declaration.name.symbol), declaration.name.span))
        .collect();
    names.dedup_by_key(|(symbol, _)| *symbol);
    lookalike::check(cx, space.noun(), &names);
    former_names(cx, space.noun(), &declared, |cx, declaration, symbol| {
        let id = cx.names.get(declaration.package, space, symbol)?;
        declarations.get(*order.get(id as usize)?).map(|other| (other.name, other.renamed_from.is_some()))
    });
}

/// `renamed from OLD` where `OLD` is still there, or was left by two.
fn former_names(
    cx: &mut Cx<'_>,
    kind: &'static Text,
    declared: &[&Declaration<'_>],
    still: impl Fn(&Cx<'_>, &Declaration<'_>, Symbol) -> Option<(ast::Name, bool)>,
) {
    let mut seen: FxHashMap<(PackageId, Symbol), ast::Name> = FxHashMap::default();
    for declaration in declared {
        let Some(old) = declaration.renamed_from else { continue };
        let names = |cx: &Cx<'_>, other: &ast::Name| {
            [
                ("kind", kind.plain().into()),
                ("name", cx.name(&declaration.name).into()),
                ("old", cx.name(old).into()),
                ("other", cx.name(other).into()),
            ]
        };
        let clash = match still(cx, declaration, old.symbol) {
            Some((other, renamed)) if !renamed => Some((&text::RENAMED_CLASH, &text::RENAMED_CLASH_THERE, other)),
            _ => seen
                .get(&(declaration.package, old.symbol))
                .map(|other| (&text::RENAMED_TWICE, &text::RENAMED_TWICE_THERE, *other)),
        };
        seen.insert((declaration.package, old.symbol), declaration.name);
        if let Some((message, label, other)) = clash {
            let diagnostic = Diagnostic::error(
                &codes::RENAMED_CLASH,
                message.with(names(cx, &other)),
                old.span,
                text::RENAMED_CLASH_HERE.plain(),
            )
            .and(other.span, label.plain())
            .help(text::RENAMED_HELP.with([("old", cx.name(old).into())]));
            cx.out.push(diagnostic);
        }
    }
}

impl Cx<'_> {
    /// Reports a name declared twice.
    pub(super) fn duplicate(&mut self, kind: &'static Text, name: &ast::Name, first: Span) {
        // Statements do not come in the order of the text; the report does.
        let (first, again) = (first.min(name.span), first.max(name.span));
        let diagnostic = Diagnostic::error(
            &codes::DUPLICATE_NAME,
            text::DUPLICATE.with([("kind", kind.plain().into()), ("name", self.name(name).into())]),
            again,
            text::DUPLICATE_HERE.plain(),
        )
        .and(first, text::FIRST_HERE.plain())
        .help(text::DUPLICATE_HELP.plain());
        self.out.push(diagnostic);
    }

    /// Reports a line that may stand only once.
    pub(super) fn repeated_line(&mut self, line: &str, here: Span, first: Span) {
        self.out.push(
            Diagnostic::error(
                &codes::REPEATED_LINE,
                text::REPEATED_LINE.with([("line", line.into())]),
                here,
                text::REPEATED_LINE_HERE.plain(),
            )
            .and(first, text::REPEATED_LINE_THERE.plain())
            .help(text::REPEATED_LINE_HELP.plain()),
        );
    }

    /// Names inside one declaration (fields, actions, values): look-alikes among them.
    pub(super) fn check_members(&mut self, kind: &'static Text, names: &[(Symbol, Span)]) {
        lookalike::check(self, kind, names);
    }
}
