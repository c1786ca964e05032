//! What a change of a policy does: two compiled policies, compared person by person, right by right, field by field, over
//! all time from an instant on.
//!
//! What is written for nobody is left out first: where the rows, holdings and brakes of two tables are the same, so is
//! every answer. What is left is asked of both tables, in every combination in which the windows concerned can be open
//! ([`moments`]), on records and requests made of the values that conditions tell apart ([`points`]). Bounded: what was
//! not looked at is said in [`Comparison::gaps`], and what may differ without an example is an effect of its own kind.

mod moments;
mod points;
mod probe;
mod said;
mod stake;

use crate::analysis::{Hat, Hats, hats_of};
use crate::compile::Compilation;
use crate::model::{Model, RoleId, UserId};
use crate::table::Table;
use moments::Moments;
use probe::Probe;
use std::collections::{BTreeMap, BTreeSet};

/// One of two policies.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) compilation: &'a Compilation,
    hats: Hats<'a>,
}

impl<'a> Side<'a> {
    pub(super) fn new(table: &'a Table<'a>, compilation: &'a Compilation) -> Self {
        Self { table, compilation, hats: hats_of(&compilation.model) }
    }

    fn model(&self) -> &'a Model {
        &self.compilation.model
    }

    fn hats(&self, whom: &Whom) -> &[Hat<'a>] {
        let Whom::Person(id) = whom else { return &[] };
        let at = self.model().users.iter().position(|user| self.model().text(user.id) == id);
        at.map_or(&[], |at| self.hats.of(UserId::from_index(at)))
    }

    /// The roles that somebody holds.
    fn roles(&self, whom: &Whom) -> BTreeSet<RoleId> {
        match whom {
            Whom::Person(_) => self.hats(whom).iter().map(|hat| hat.role).collect(),
            Whom::Bringer(role) | Whom::Alone(role) => {
                let model = self.model();
                model
                    .roles
                    .iter()
                    .position(|r| model.text(r.name) == role)
                    .map(RoleId::from_index)
                    .into_iter()
                    .collect()
            }
        }
    }
}

impl Side<'_> {
    /// Whether requirements or separations of sessions ask for a role, or one that it inherits.
    fn is_watched(&self, role: &str) -> bool {
        let model = self.model();
        let at = model.roles.iter().position(|known| model.text(known.name) == role);
        let hierarchy = &self.compilation.analysis.hierarchy;
        let closure = at.map_or_else(Vec::new, |at| hierarchy.closure(model, RoleId::from_index(at)));
        let required = model.requires.iter().flat_map(|require| &require.roles);
        let separate = model.separate_sessions.iter().flat_map(|separate| &separate.roles);
        required.chain(separate).any(|watched| closure.contains(watched))
    }
}

/// Whose rights are compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whom {
    /// A person, by id.
    Person(String),
    /// Whoever's request brings a role.
    Bringer(String),
    /// A role held alone, where that is what was asked about.
    Alone(String),
}

impl Whom {
    /// Whether this is a person, or a role asked about alone.
    pub(super) fn is(&self, person: Option<&str>, alone: Option<&str>) -> bool {
        match self {
            Self::Person(id) => Some(id.as_str()) == person,
            Self::Alone(role) => Some(role.as_str()) == alone,
            Self::Bringer(_) => false,
        }
    }
}

/// One right, or one field of it, that differs for somebody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effect {
    /// Whose.
    pub whom: Whom,
    /// Display name of a person.
    pub title: Option<String>,
    /// The object.
    pub object: String,
    /// The action.
    pub action: String,
    /// The field; the record itself without it.
    pub field: Option<String>,
    /// What happens to it.
    pub turn: Turn,
    /// An instant at which it does: the one asked about if it does then.
    pub at: i64,
}

/// What happens to a right or a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It was never there.
    Gained,
    /// It is never there again.
    Lost,
    /// It is there on more records, conditions or times.
    Widened,
    /// It is there on fewer.
    Narrowed,
    /// Both.
    Changed,
    /// A field, from masked or hidden to clear, from hidden to masked, or back: before, after.
    Shown(Sight, Sight),
    /// What is written for it differs, and no example was found that shows it.
    Maybe,
}

/// How a field is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// Not at all.
    Hidden,
    /// In part.
    Masked,
    /// Whole.
    Clear,
}

/// What a comparison did not look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Some of the combinations of windows.
    Time,
    /// Some of the combinations of values of records and requests.
    Records,
    /// Some of the rights and people that the change can concern.
    People,
}

/// What two policies answer differently.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Comparison {
    /// By person, object, action, field.
    pub effects: Vec<Effect>,
    /// What was not looked at.
    pub gaps: BTreeSet<Gap>,
}

/// The fields of a right that may differ, beside the record itself.
type Stake = BTreeSet<String>;
/// Rights that may differ: object and action.
type Stakes = BTreeMap<(String, String), Stake>;

/// Compares from an instant on. `alone` is a role that is asked about alone, `answers` how many may be asked for.
pub(super) fn compare(
    before: &Side<'_>,
    after: &Side<'_>,
    from: i64,
    alone: Option<&str>,
    answers: usize,
) -> Comparison {
    let mut comparison = Comparison::default();
    let stakes = stake::stakes(before, after, alone);
    let mut moments = Moments::new(before.model(), after.model(), from);
    // Each right gets its share, so that one with many values does not hide the others.
    let rights: usize = stakes.values().map(BTreeMap::len).sum();
    let share = (answers / rights.max(1)).max(200);
    let mut left = answers;
    for (whom, stakes) in &stakes {
        for ((object, action), stake) in stakes {
            let probe = Probe { sides: [before, after], whom, object, action, stake, from };
            if left == 0 {
                comparison.gaps.insert(Gap::People);
                comparison.effects.push(probe.effect(None, Turn::Maybe, from));
                continue;
            }
            let used = probe.run(&mut moments, share.min(left), &mut comparison);
            left = left.saturating_sub(used);
        }
    }
    comparison.effects.sort();
    comparison
}
