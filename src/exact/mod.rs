//! Decides what can be: a decision as a formula over finitely many values, and a search for values under which it comes out.
//!
//! For a subject and a right the decision becomes a [`formula`] over slots with finite domains (attributes with missing
//! and null, windows, roles that a request brings); a [`search`] looks for values that make some of its nodes true, the
//! [`Atlas`] of the windows tells which of them can be open together. Past the budget it is [`Undecided`]. What was
//! found becomes a [`Witness`] that anybody can replay. Suspensions are left out, since a lock for a time proves nothing, but
//! for questions that are about them ([`lock`]).
//! Changes no decision and reads no clock.
//!
//! [`Atlas`]: crate::time::Atlas

pub(crate) mod ask;
pub(crate) mod build;
pub(crate) mod concrete;
pub(crate) mod domain;
pub(crate) mod eval;
pub(crate) mod formula;
pub(crate) mod index;
pub(crate) mod item;
pub(crate) mod lens;
pub(crate) mod locks;
mod oracle;
mod pool;
pub(crate) mod search;
pub(crate) mod subject;
mod terms;
pub(crate) mod value;
mod witness;
pub(crate) mod worlds;

pub use item::Line;
pub use oracle::Oracle;
pub(crate) use oracle::Question;
pub use search::Undecided;
pub(crate) use terms::kind;
pub use witness::{Holder, Witness};

use crate::model::RuleId;
use ask::Case;
use formula::{Copy, Formula, Slot};
use search::Search;
use std::cell::Cell;
use subject::Subject;
use value::{Mask, Scalar};

/// Steps that are left.
pub(crate) struct Steps(Cell<u64>);

impl Steps {
    pub(crate) fn new(budget: u64) -> Self {
        Self(Cell::new(budget))
    }

    pub(crate) fn take(&self, steps: u64) -> Result<(), Undecided> {
        self.0.set(self.0.get().checked_sub(steps).ok_or(Undecided)?);
        Ok(())
    }

    pub(crate) fn left(&self) -> u64 {
        self.0.get()
    }
}

/// What a search found: values under which a case is true.
pub(crate) struct Found {
    pub(crate) subject: Subject,
    pub(crate) at: i64,
    pub(crate) at_any_time: bool,
    /// The allows that let each request through.
    pub(crate) through: Vec<Through>,
    /// What was chosen.
    pub(crate) values: Vec<(Slot, Scalar)>,
}

/// An allow that lets a request through.
pub(crate) struct Through {
    pub(crate) copy: Copy,
    pub(crate) item: usize,
    pub(crate) hat: usize,
    pub(crate) rule: RuleId,
    /// A further hat that it takes (see [`build::Candidate::helpers`]).
    pub(crate) helper: Option<usize>,
}

impl Found {
    pub(crate) fn new(
        subject: &Subject,
        case: Case,
        formula: &Formula,
        search: &Search<'_>,
        at: i64,
        at_any_time: bool,
    ) -> Self {
        let through = case.candidates.into_iter().map(|candidate| Through {
            copy: candidate.copy,
            item: candidate.item,
            hat: candidate.hat,
            rule: candidate.rule,
            helper: candidate.helpers.iter().find(|(_, node)| search.mask(*node) == Mask::TRUE).map(|(hat, _)| *hat),
        });
        let through = through.collect();
        let chosen = formula.slots().zip(search.values()).filter_map(|(slot, value)| Some((*slot, (*value)?)));
        Self { subject: subject.clone(), at, at_any_time, through, values: chosen.collect() }
    }
}
