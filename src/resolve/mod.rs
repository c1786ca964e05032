//! [`Ast`] to [`Model`]: declarations, names, types, wildcards, templates, dates, people files.

use crate::diagnostic::Diagnostic;
use crate::model::Model;
use crate::source::{Interner, SourceSet};
use crate::syntax::ast::Ast;

/// Resolves all files of a compile (`asts` in the order of `sources.files`). What cannot be resolved is left out of the
/// model and reported; a model with errors is fit for further checks but never for a table.
pub fn resolve(sources: &SourceSet, asts: &[Ast], symbols: Interner) -> (Model, Vec<Diagnostic>) {
    let _ = (sources, asts, symbols);
    unimplemented!()
}
