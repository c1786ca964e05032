//! [`Oracle`]: questions about a model, each answered exactly or not at all.

use super::ask::{Asking, Atlases, Case, Cases};
use super::build::Builder;
use super::concrete;
use super::formula::NodeId;
use super::index::Index;
use super::item::{Item, Traits};
use super::search::Undecided;
use super::subject::{Key, Subject};
use super::{Found, Steps};
use crate::analysis::Analysis;
use crate::diagnostic::WitnessRequest;
use crate::model::{ConditionId, FieldId, Model, RightId, RoleId, RuleId, UserId};
use std::cell::Cell;

/// Answers questions; what they share is worked out once.
pub struct Oracle<'a> {
    pub(crate) index: Index<'a>,
    atlases: Atlases,
    budget: u64,
    /// Steps that all questions together may still take.
    left: Cell<u64>,
}

/// Steps that all questions to one oracle may take: some seconds.
const WHOLE_BUDGET: u64 = 40_000_000;
/// What looking at one role on a path of inheritance costs.
const REACH: u64 = 10;
/// What asking costs by itself, in roles looked at.
const QUESTION: usize = 10;

impl std::fmt::Debug for Oracle<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Oracle").finish_non_exhaustive()
    }
}

/// What is asked about: a right, perhaps on a field, with all that bears on it.
pub(crate) struct Question {
    pub(crate) item: Item,
    traits: Traits,
}

impl Question {
    /// Whether some condition that bears on it names a person.
    pub(crate) fn names_people(&self) -> bool {
        !self.traits.users.is_empty()
    }

    /// The same question, where what bears on another one matters too.
    pub(crate) fn beside(mut self, index: &Index<'_>, other: &Item) -> Self {
        other.traits(index, &mut self.traits);
        self.traits.finish();
        self
    }
}

/// What must be true, as nodes.
pub(crate) type Nodes<'n> = &'n dyn Fn(&mut Builder<'_>) -> Result<Vec<NodeId>, Undecided>;

impl<'a> Oracle<'a> {
    /// For a model without errors; every question may take `budget` steps.
    pub fn new(model: &'a Model, analysis: &'a Analysis, budget: u64) -> Self {
        Self { index: Index::new(model, analysis), atlases: Atlases::default(), budget, left: Cell::new(WHOLE_BUDGET) }
    }

    /// The role and all that inherit it, by role.
    pub fn heirs(&self, role: RoleId) -> std::rc::Rc<[bool]> {
        self.index.heirs(role)
    }

    /// Pays for looking at so many roles.
    pub(crate) fn walk(&self, roles: usize) -> Result<(), Undecided> {
        let cost = (roles as u64).saturating_mul(REACH);
        let left = self.left.get().checked_sub(cost);
        self.left.set(left.unwrap_or(0));
        left.map(|_| ()).ok_or(Undecided)
    }

    fn steps(&self) -> Result<Steps, Undecided> {
        match self.left.get() {
            0 => Err(Undecided),
            left => Ok(Steps::new(self.budget.min(left))),
        }
    }

    fn paid(&self, steps: &Steps, given: u64) {
        let used = given.saturating_sub(steps.left());
        self.left.set(self.left.get().saturating_sub(used));
    }

    /// A right, on a record or on a field of it.
    pub(crate) fn question(&self, right: RightId, field: Option<FieldId>) -> Question {
        let item = Item::new(&self.index, right, field);
        let mut traits = Traits::default();
        item.traits(&self.index, &mut traits);
        for condition in &self.index.active_conditions {
            traits.condition(&self.index, *condition);
        }
        traits.finish();
        Question { item, traits }
    }

    /// A known person with every role of theirs that has a part in the question.
    pub(crate) fn person(&self, user: UserId, question: &Question) -> Subject {
        let named = self
            .index
            .heirs_of(self.index.requires(question.item.right).flat_map(|(require, _)| require.roles.iter().copied()));
        let keep = |role: RoleId| question.item.concerns(role) || super::index::has(&named, role);
        Subject::known(&self.index, user, &keep)
    }

    /// What a question can see of somebody: equal keys, equal answers.
    pub(crate) fn key(&self, subject: &Subject, question: &Question) -> Key {
        subject.key(&self.index, &question.traits, false, false)
    }

    /// A request of the subject under which all nodes are true, at one instant if one is given; it is said to be allowed
    /// if `allowed`.
    pub(crate) fn find(
        &self,
        subject: &Subject,
        question: &Question,
        (at, allowed): (Option<i64>, bool),
        nodes: Nodes<'_>,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        let cases = |builder: &mut Builder<'_>| Ok(vec![Case { candidates: Vec::new(), nodes: nodes(builder)? }]);
        let found = self.ask_at(subject, &question.traits, at, &cases)?;
        Ok(found.map(|found| {
            let mut request = concrete::shown(&self.index, &found, &question.item, 0);
            request.allowed = allowed;
            request
        }))
    }

    /// A request for a right by somebody to whom nothing allows it.
    pub(crate) fn refused(&self, user: UserId, right: RightId, at: i64) -> Option<WitnessRequest> {
        let question = self.question(right, None);
        let person = self.person(user, &question);
        concrete::refused(&self.index, &person, &question.item, at, false).requests.pop()
    }

    /// Whether some values make all nodes true, whoever asks: somebody of whom nothing is stated, or a person whom the
    /// conditions name.
    pub(crate) fn can_be(&self, conditions: &[ConditionId], nodes: Nodes<'_>) -> Result<bool, Undecided> {
        let mut traits = Traits::default();
        conditions.iter().for_each(|condition| traits.condition(&self.index, *condition));
        traits.finish();
        let role = RoleId::from_index(0);
        let named = traits.users.iter().map(|user| Subject::cast(&self.index, *user, role));
        for subject in std::iter::once(Subject::imagined(role, None)).chain(named) {
            let cases = |builder: &mut Builder<'_>| Ok(vec![Case { candidates: Vec::new(), nodes: nodes(builder)? }]);
            let found = self.ask_at(&subject, &traits, None, &cases);
            if found?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn ask(&self, subject: &Subject, question: &Question, cases: Cases<'_>) -> Result<Option<Found>, Undecided> {
        self.ask_at(subject, &question.traits, None, cases)
    }

    /// Asks, and pays for it from what all questions share.
    fn ask_at(
        &self,
        subject: &Subject,
        traits: &Traits,
        at: Option<i64>,
        cases: Cases<'_>,
    ) -> Result<Option<Found>, Undecided> {
        self.walk(QUESTION)?;
        let steps = self.steps()?;
        let given = steps.left();
        let asking = Asking { index: &self.index, traits, steps: &steps, atlases: &self.atlases };
        let found = asking.find(subject, cases, at);
        self.paid(&steps, given);
        found
    }

    /// A request that the subject is allowed through a role and an allow that `wanted` wants.
    pub(crate) fn allowed_through(
        &self,
        subject: &Subject,
        question: &Question,
        wanted: &dyn Fn(RoleId, RuleId) -> bool,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        let role_of = |hat: usize| subject.hats.get(hat).map(|wear| wear.role);
        let cases = |builder: &mut Builder<'_>| {
            let candidates = builder.candidates(&question.item, 0)?.into_iter();
            let wanted = candidates.filter(|c| role_of(c.hat).is_some_and(|role| wanted(role, c.rule)));
            Ok(wanted.map(|c| Case { candidates: vec![c], nodes: Vec::new() }).collect())
        };
        let found = self.ask(subject, question, &cases)?;
        Ok(found.and_then(|found| concrete::witness(&self.index, found, &[&question.item]).requests.pop()))
    }

    /// A request that the subject is allowed through an allow that `wanted` wants, with more that must be true of what comes
    /// through a hat (by position), and that allow.
    pub(crate) fn allowed_when(
        &self,
        subject: &Subject,
        question: &Question,
        wanted: &dyn Fn(RuleId) -> bool,
        more: &dyn Fn(&mut Builder<'_>, usize) -> Vec<NodeId>,
    ) -> Result<Option<(RuleId, WitnessRequest)>, Undecided> {
        let cases = |builder: &mut Builder<'_>| {
            let candidates = builder.candidates(&question.item, 0)?.into_iter().filter(|c| wanted(c.rule));
            Ok(candidates.map(|c| Case { nodes: more(builder, c.hat), candidates: vec![c] }).collect())
        };
        let Some(found) = self.ask(subject, question, &cases)? else { return Ok(None) };
        let line = found.through.first().map(|through| through.rule);
        let request = concrete::witness(&self.index, found, &[&question.item]).requests.pop();
        Ok(line.zip(request))
    }

    /// A request for the right that the subject is allowed.
    pub(crate) fn allowed(&self, subject: &Subject, question: &Question) -> Result<Option<WitnessRequest>, Undecided> {
        self.allowed_through(subject, question, &|_, _| true)
    }

    /// A request that the holder of just this role is allowed; `None` if there is none.
    ///
    /// # Errors
    /// The budget ran out.
    pub fn role_can(
        &self,
        role: RoleId,
        right: RightId,
        field: Option<FieldId>,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        self.allowed(&Subject::alone(role), &self.question(right, field))
    }

    /// A request that a person is allowed; `None` if there is none.
    ///
    /// # Errors
    /// The budget ran out.
    pub fn user_can(
        &self,
        user: UserId,
        right: RightId,
        field: Option<FieldId>,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        let question = self.question(right, field);
        self.allowed(&self.person(user, &question), &question)
    }
}
