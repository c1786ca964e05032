//! A diagnostic on one line: `path:line:column: CODE message`.

use super::{Style, escape, path_of};
use crate::diagnostic::Diagnostic;
use crate::source::SourceSet;

/// The line, without its end.
pub fn concise(sources: &SourceSet, diagnostic: &Diagnostic, style: Style<'_>) -> String {
    let span = diagnostic.primary.span;
    let position = sources.position(span);
    let path = path_of(sources, span, style.base);
    let message = diagnostic.message.render(style.lang);
    format!("{}:{}:{}: {} {}", escape(&path), position.line, position.column, diagnostic.code.id, escape(&message))
}
