//! Owns [`ast::Ast`]: what was written. Knows no semantics; pest is named only in here.
//!
//! `scan` lays the file out for the grammar, `grammar` parses one statement after the other, `build` turns what was found
//! into the [`ast`], and `error` says what is wrong with the rest. Never fails, whatever the text.

pub mod ast;

mod ahead;
mod build;
mod error;
mod grammar;
mod layout;
mod names;
mod recover;
mod scan;
mod sentence;
mod words;

pub use words::{TYPES, is_bare_name, is_bare_user, is_never_name, is_reserved, meant_date, quoted};

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
    let (layout, found) = scan::scan(id, &file.text);
    build::build(id, &file.text, layout, found, names, true)
}

/// Parses without reading ahead: what [`parse`] must come to, however it cuts the file and with as many threads.
#[doc(hidden)]
pub fn parse_one_by_one(id: FileId, file: &SourceFile, names: &mut Interner) -> Parsed {
    let (layout, found) = scan::scan(id, &file.text);
    build::build(id, &file.text, layout, found, names, false)
}

/// The text that the grammar reads: comments gone, one gap behind every token. For measuring the parser alone.
#[doc(hidden)]
pub fn laid_out(text: &str) -> String {
    scan::scan(FileId(0), text).0.text
}

/// pest's parse of a whole laid-out text, its pairs dropped: what everything else is measured against.
#[doc(hidden)]
pub fn bare_parse(laid_out: &str) -> bool {
    grammar::bare(laid_out)
}
