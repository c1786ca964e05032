//! What a change breaks, and how much what it changes weighs.

use crate::compile::{Compilation, Options, compile};
use crate::explain::compare::{Effect, Turn, Whom};
use crate::guarantee::Verdict;
use crate::model::{Model, Risk};
use crate::source::SourceSet;
use std::cell::OnceCell;

/// What a brake weighs that is taken away or narrowed.
pub(super) const BRAKE: usize = 10;
/// What a right weighs that gives power over rights, or is critical.
const POWER: usize = 20;
/// What a right of high risk weighs.
const HIGH: usize = 5;

/// What a change breaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Harm {
    /// Tests that pass now and would fail.
    pub(super) tests: Vec<String>,
    /// Guarantees that hold now and would not.
    pub(super) guarantees: Vec<String>,
}

impl Harm {
    pub(super) fn is_none(&self) -> bool {
        self.tests.is_empty() && self.guarantees.is_empty()
    }

    /// Guarantees first.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.guarantees.len(), self.tests.len())
    }
}

/// What holds before a change; worked out when it is first asked for.
pub(super) struct Promises<'a> {
    sources: &'a SourceSet,
    kept: OnceCell<Kept>,
}

/// Whether each test and each guarantee is kept, in the order written, by what it says.
struct Kept {
    tests: Vec<(String, bool)>,
    guarantees: Vec<(String, bool)>,
}

impl<'a> Promises<'a> {
    pub(super) fn new(sources: &'a SourceSet) -> Self {
        Self { sources, kept: OnceCell::new() }
    }

    /// What is kept now and would not be.
    pub(super) fn broken(&self, sources: &SourceSet) -> Harm {
        let before = self.kept.get_or_init(|| Kept::of(self.sources));
        let after = Kept::of(sources);
        Harm { tests: lost(&before.tests, &after.tests), guarantees: lost(&before.guarantees, &after.guarantees) }
    }
}

impl Kept {
    fn of(sources: &SourceSet) -> Self {
        let compilation = compile(sources, Options { lint: false, test: true, ..Options::default() });
        let Compilation { model, verdicts, tests, .. } = &compilation;
        let guarantees = model.guarantees.iter().zip(verdicts);
        let tests = tests.iter().flatten().flat_map(|report| &report.outcomes);
        Self {
            tests: tests.map(|outcome| (outcome.name.to_string(), outcome.passed())).collect(),
            guarantees: guarantees.map(|(g, v)| (g.sentence.to_string(), matches!(v, Verdict::Proved))).collect(),
        }
    }
}

fn lost(before: &[(String, bool)], after: &[(String, bool)]) -> Vec<String> {
    let pairs = before.iter().zip(after).filter(|((_, was), (_, is))| *was && !*is);
    pairs.map(|((said, _), _)| said.clone()).collect()
}

/// What an effect weighs: rights that give power over rights weigh heavily, what others get twice as much as what the
/// asker gets besides.
pub(super) fn weight(model: &Model, effect: &Effect, asker: Option<&str>) -> usize {
    let right = model
        .rights
        .iter()
        .find(|right| model.text(right.action) == effect.action && model.object_name(right.object) == effect.object);
    let Some(right) = right else { return 1 };
    let object = model.objects.get(right.object.index());
    let power = object.is_some_and(|object| object.administers.is_some()) || right.risk == Some(Risk::Critical);
    let gives = match effect.turn {
        Turn::Gained | Turn::Widened | Turn::Changed | Turn::Maybe => true,
        Turn::Shown(was, is) => is > was,
        Turn::Lost | Turn::Narrowed => false,
    };
    let weight = match (gives, power, right.risk) {
        (false, ..) => 1,
        (true, true, _) => POWER,
        (true, false, Some(Risk::High)) => HIGH,
        (true, false, _) => 1,
    };
    let own = matches!(&effect.whom, Whom::Person(id) if Some(id.as_str()) == asker);
    if own { weight } else { 2 * weight }
}
