//! Owns the way from [`Ast`]s to a [`Model`]: declarations, names, types, wildcards, templates, dates, people files.
//!
//! Stage after `syntax`; reads the clock and the disk never, and people files only as bytes that are in the
//! [`SourceSet`]. What cannot be resolved is reported and left out of the model.
//!
//! **Order.** Nothing in the model depends on the names of files or the order in which they come. Declarations are
//! numbered by name (`declare`), the lines of one declaration as they are written, statements without a name by their
//! text (`collect`), assignments by whom they give what. Atoms, conditions, scopes, windows, patterns and zones are
//! numbered as they are met, and they are met in that same order. Symbols have no such order: nothing is sorted by one.
//!
//! **Speed.** A name is a [`Symbol`](crate::source::Symbol); a reference costs one read of a vector indexed by it.

mod assign;
mod calendar;
mod cancel;
mod cells;
mod circle;
mod clock;
mod collect;
mod condition;
mod context;
mod data_file;
mod declare;
mod facts;
mod field_file;
mod fields;
mod guarantee;
mod header;
mod instant;
mod intern;
mod length;
mod lookalike;
mod mapping;
mod network;
mod objects;
mod packages;
mod pattern;
mod record;
mod require;
mod review;
mod role_lines;
mod roles;
mod rows;
mod rules;
mod scenario;
mod scope;
mod space;
mod superiors;
mod suspend;
mod target;
mod template;
mod types;
mod unknown;
mod unnamed;
mod users;
mod value;
mod vocabulary;

use crate::diagnostic::{self, Diagnostic};
use crate::model::Model;
use crate::source::{Interner, SourceSet};
use crate::syntax::ast::Ast;
use context::Cx;
use packages::Packages;

/// Resolves all files of a compile (`asts` in the order of `sources.files`). What cannot be resolved is left out of the
/// model and reported; a model with errors is fit for further checks but never for a table.
pub fn resolve(sources: &SourceSet, asts: &[Ast], symbols: Interner) -> (Model, Vec<Diagnostic>) {
    let statements = collect::collect(sources, asts);
    let mut out = Vec::new();
    let packages = Packages::new(sources, &statements.uses, &mut out);
    let model = Model { symbols, ..Model::default() };
    let mut cx = Cx::new(sources, model, packages, out);

    header::headers(&mut cx, &statements);
    vocabulary::vocabulary(&mut cx, &statements);
    types::types(&mut cx, &statements.types);
    types::subject(&mut cx, &statements.subject);
    types::request(&mut cx, &statements.request);
    objects::objects(&mut cx, &statements.objects);

    // People before roles: rows make instances of templates, and arguments may be people. Names of roles before
    // people: rows name templates.
    let mut everybody = users::everybody(&mut cx, &statements);
    let mut roles = roles::declare_roles(&mut cx, &statements);
    roles.declare_instances(&mut cx);
    let grants = facts::facts(&mut cx, &mut everybody, &mut roles);
    roles.resolve(&mut cx);

    assign::roles_from_request(&mut cx, &statements.policies);
    assign::assignments(&mut cx, &statements, &everybody, &roles, grants);
    suspend::suspensions(&mut cx, &statements);
    require::requirements(&mut cx, &statements);
    guarantee::guarantees(&mut cx, &statements.guarantees);
    scenario::scenarios(&mut cx, &statements.tests);
    packages::check_renames(&mut cx, &statements.uses);
    length::check(&mut cx);

    let Cx { mut model, arena, mut out, .. } = cx;
    arena.finish(&mut model);
    diagnostic::sort(&mut out);
    (model, out)
}
