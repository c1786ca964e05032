//! Owns [`Facts`]: what each line does beside the others, exactly.
//!
//! Every fact is about a role held alone, or about a person, over every record, value (missing among them) and instant;
//! suspensions are left out. It comes with a request that shows it. What the budget does not reach is in `undecided`.

mod access;
mod audience;
mod bearing;
mod brakes;
pub mod compare;
pub mod conditions;
mod ending;
mod escalation;
mod hats;
mod in_use;
mod obtain;
mod overlap;
mod own_work;
pub mod pair;
mod person;
mod profile;
mod right;
mod scene;
mod subsets;
pub mod suspended;
mod turn;
mod wide;
mod widening;

pub use access::{Access, Given, Pick};
pub use audience::{Audience, Part};
pub use compare::Compare;
pub use conditions::Conditions;
pub use ending::{Brake, Opening, concerned, opens};
pub use escalation::{Actor, Escalation, Gain, Hop, Power};
pub use hats::{Adds, lent, refused_for_unit, repeats};
pub use obtain::Whom;
pub use overlap::{Overlap, meet_across};
pub use own_work::{Mine, OwnWork, own_work};
pub use turn::{Alike, Concerned, Turn, Turned, Turns, Wanted};
pub use widening::{Widening, takes_own};

use crate::analysis::Analysis;
use crate::diagnostic::WitnessRequest;
use crate::exact::{Line, Oracle};
use crate::model::{CancelId, MaskId, Model, RequireId, RightId, RoleId, RuleEffect, RuleId};
use std::collections::BTreeMap;

/// Steps that one question may take.
pub const BUDGET: u64 = 200_000;

/// How a rule or mask stands beside the others of the role that writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// No request, record, value or instant ever meets what it asks for.
    Impossible,
    /// An allow, all of which these brakes take.
    Dead(Vec<Line>),
    /// Another one of its kind does all that it does; `mutual` if it does just the same.
    Covered {
        /// The other one.
        by: Line,
        /// Each does what the other does.
        mutual: bool,
    },
    /// Others together do all that it does: lines of its kind, and for an allow the brakes that take the rest of it.
    Jointly(Vec<Line>),
    /// A deny or mask of what nobody is allowed anyway.
    Idle,
}

/// A fact with a request that shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// How it stands.
    pub standing: Standing,
    /// A request that it speaks of; none if there is no such request.
    pub witness: Option<WitnessRequest>,
}

/// A question that the budget did not reach.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Open {
    /// The role.
    pub role: RoleId,
    /// The right.
    pub right: RightId,
}

/// Every fact.
#[derive(Debug, Default)]
pub struct Facts {
    /// Rules that do nothing, or nothing that others do not, for each right of theirs.
    pub rules: BTreeMap<(RuleId, RightId), Fact>,
    /// The same of masks.
    pub masks: BTreeMap<MaskId, Fact>,
    /// Allows and denies that meet in one role.
    pub overlaps: Vec<Overlap>,
    /// Cancels that let nothing through.
    pub idle_cancels: BTreeMap<CancelId, Fact>,
    /// Requirements that keep nobody from anything.
    pub idle_requires: BTreeMap<RequireId, Fact>,
    /// What was not decided, sorted.
    pub undecided: Vec<Open>,
}

impl Facts {
    /// The facts of a model without errors.
    pub fn new(model: &Model, analysis: &Analysis, oracle: &Oracle<'_>) -> Self {
        let mut facts = Self::default();
        if !analysis.hierarchy.cycles.is_empty() {
            return facts;
        }
        let mut brakes = brakes::Brakes::new(model);
        for right in (0..model.rights.len()).map(RightId::from_index) {
            right::examine(oracle, right, &mut facts, &mut brakes);
        }
        brakes.finish(model, &mut facts);
        brakes::keep_one(oracle, &mut facts);
        facts.overlaps.sort_by_key(|overlap| (overlap.allow, overlap.deny, overlap.seat));
        facts.undecided.sort_unstable();
        facts.undecided.dedup();
        facts
    }

    /// Whether a role has several allows, and is denied all that they give.
    pub fn is_self_defeating(&self, model: &Model, role: RoleId) -> bool {
        let Some(role) = model.roles.get(role.index()) else { return false };
        let own = role.rules().filter_map(|id| Some((id, model.rules.get(id.index())?)));
        let allows: Vec<_> = own.filter(|(_, rule)| rule.effect == RuleEffect::Allow).collect();
        let several = allows.iter().any(|(_, rule)| allows.first().is_some_and(|(_, f)| f.origin != rule.origin));
        let dead = |id, right| self.rules.get(&(id, right)).is_some_and(|f| matches!(f.standing, Standing::Dead(_)));
        several && allows.iter().all(|(id, rule)| rule.rights.iter().all(|right| dead(*id, *right)))
    }
}
