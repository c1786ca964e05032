//! `rolecall fmt`: [`Ast`](crate::syntax::ast::Ast) and comments to text in the one layout.

use crate::source::{Interner, SourceFile};
use crate::syntax::ast::Ast;

/// Why a file was not formatted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormatError {
    /// It has syntax errors.
    Syntax,
    /// The formatted text would mean something else: a defect of the formatter, please report; nothing was changed.
    Changed,
}

/// The text of one file in the one layout. Re-parses the result and compares it with `ast` before it answers.
pub fn format(file: &SourceFile, ast: &Ast, names: &mut Interner) -> Result<String, FormatError> {
    let _ = (file, ast, names);
    unimplemented!()
}
