//! Opinions over a [`Model`] and its [`Analysis`]: the findings that the language names, and waivers of them.
//!
//! A rule is one file under `rules` and one line of [`ALL`]; it reads facts, changes nothing and decides nothing. The
//! name of a rule is the name of its code. Findings about dates need to be told what "now" is.

mod context;
mod holders;
mod rules;
mod statements;
mod waiver;
mod written;

pub use context::Context;
pub use waiver::waive;

use crate::analysis::Analysis;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Model;
use crate::source::SourceSet;
use crate::syntax::ast::Ast;

/// A rule.
#[derive(Debug, Clone, Copy)]
pub struct Lint {
    /// What it reports; its name is the rule's name.
    pub code: &'static Code,
    /// Appends what it finds.
    pub check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}

/// Every rule, by name.
pub const ALL: &[Lint] = rules::ALL;

/// Every finding of every rule, waived ones left out.
pub fn run(sources: &SourceSet, asts: &[Ast], model: &Model, analysis: &Analysis, now: Option<i64>) -> Vec<Diagnostic> {
    let mut found = findings(sources, asts, model, analysis, now);
    waive(sources, asts, model, now, &mut found);
    found
}

/// Every finding of every rule, waivers not yet looked at.
pub fn findings(
    sources: &SourceSet,
    asts: &[Ast],
    model: &Model,
    analysis: &Analysis,
    now: Option<i64>,
) -> Vec<Diagnostic> {
    let cx = Context::new(sources, asts, model, analysis, now);
    let mut found = Vec::new();
    for lint in ALL {
        (lint.check)(&cx, &mut found);
    }
    found
}
