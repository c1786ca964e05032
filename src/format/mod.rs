//! `rolecall fmt`: [`Ast`] and comments to text in the one layout.
//!
//! Each construct becomes a [`statement::Statement`] (one file a family), `layout` places statements
//! and comments on lines, `doc` breaks lines. The result is parsed again and compared before anyone
//! sees it. Touches no disk; refuses a file that has syntax errors.

mod brake;
mod condition;
mod doc;
mod guarantee;
mod header;
mod layout;
mod object;
mod organization;
mod people;
mod role;
mod rule;
mod same;
mod statement;
mod test;
mod time;
mod word;

pub use same::{same, same_comments};

use crate::diagnostic::Severity;
use crate::source::{Interner, SourceFile};
use crate::syntax::ast::{Ast, Item, ItemKind};
use crate::syntax::{Parsed, parse};
use statement::Statement;

/// Why a file was not formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatError {
    /// It has syntax errors.
    Syntax,
    /// The formatted text would mean something else: a defect of the formatter, please report; nothing was changed.
    Changed,
}

/// The text of one file in the one layout: line feeds, a final one, no byte-order mark. Re-parses
/// the result and compares it with `ast`, comments included, before it answers.
pub fn format(file: &SourceFile, ast: &Ast, names: &mut Interner) -> Result<String, FormatError> {
    if has_errors(&parse(ast.file, file, names)) {
        return Err(FormatError::Syntax);
    }
    let text = text(file, ast, names);
    let again = parse(ast.file, &SourceFile::new(file.path.clone(), file.package, text.as_str()), names);
    if has_errors(&again) || !same(ast, &again.ast) || !same_comments(&ast.comments, &again.ast.comments) {
        return Err(FormatError::Changed);
    }
    Ok(text)
}

fn has_errors(parsed: &Parsed) -> bool {
    parsed.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

fn text(file: &SourceFile, ast: &Ast, names: &Interner) -> String {
    layout::lay_out(&file.text, ast.items.iter().map(|item| statement(names, item)).collect(), &ast.comments)
}

fn statement(names: &Interner, item: &Item) -> Statement {
    let span = item.span;
    match &item.kind {
        ItemKind::Policy(item) => header::policy(names, span, item),
        ItemKind::Use(item) => header::use_package(names, span, item),
        ItemKind::Labels(list) => header::labels(names, span, list),
        ItemKind::Type(item) => header::type_decl(names, span, item),
        ItemKind::Subject(list) => header::attributes(names, span, "subject", list),
        ItemKind::Request(list) => header::attributes(names, span, "request", list),
        ItemKind::Object(item) => object::object(names, span, item),
        ItemKind::Unit(item) => organization::unit(names, item),
        ItemKind::Network(item) => organization::network(names, span, item),
        ItemKind::Calendar(item) => time::calendar(names, span, item),
        ItemKind::Hours(item) => time::hours(names, span, item),
        ItemKind::Role(item) => role::role(names, span, item),
        ItemKind::Template(item) => role::template(names, span, item),
        ItemKind::User(item) => people::user(names, span, item),
        ItemKind::People(item) => people::people(names, span, item),
        ItemKind::Assign(item) => people::assign(names, span, item),
        ItemKind::Delegate(item) => people::delegate(names, span, item),
        ItemKind::Suspend(item) => brake::suspend(names, span, item),
        ItemKind::EndEarly(item) => brake::end_early(names, span, item),
        ItemKind::Require(item) => brake::require(names, span, item),
        ItemKind::SeparateSessions(item) => brake::separate_sessions(names, span, item),
        ItemKind::Guarantees(list) => guarantee::guarantees(names, span, list),
        ItemKind::Test(item) => test::test(names, span, item),
    }
}
