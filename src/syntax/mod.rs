//! Owns [`ast::Ast`]: what was written. Knows no semantics; pest is named only in here.

pub mod ast;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Interner, SourceFile};

/// A parsed file: never fails, bad statements are left out and reported.
#[derive(Debug)]
pub struct Parsed {
    /// What was written.
    pub ast: ast::Ast,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses one policy file.
pub fn parse(id: FileId, file: &SourceFile, names: &mut Interner) -> Parsed {
    let _ = (id, file, names);
    unimplemented!()
}
