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
use crate::model::{
    ActsAs, ConditionId, FieldId, Model, ObjectId, RightId, RoleId, Rule, RuleId, ScopeId, SuspensionKind, UserId,
    WindowId,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Answers questions; what they share is worked out once.
pub struct Oracle<'a> {
    pub(crate) index: Index<'a>,
    atlases: Atlases,
    budget: u64,
    /// Steps that all questions together may still take.
    left: Cell<u64>,
    /// What allows ask for that was met by somebody.
    met: RefCell<FxHashSet<Wanted>>,
    /// Rights on whole records, as they were asked about.
    questions: RefCell<FxHashMap<RightId, Rc<Question>>>,
}

/// What an allow asks for, where nothing else has a say: the same for every role and right of the kind.
type Wanted = (ObjectId, Option<ActsAs>, ScopeId, ConditionId, WindowId);

/// Steps that all questions to one oracle may take: some seconds.
const WHOLE_BUDGET: u64 = 40_000_000;
/// Roles in all questions that are remembered.
const KEPT: usize = 50_000_000;
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
}

/// What must be true, as nodes.
pub(crate) type Nodes<'n> = &'n dyn Fn(&mut Builder<'_>) -> Result<Vec<NodeId>, Undecided>;

impl<'a> Oracle<'a> {
    /// For a model without errors; every question may take `budget` steps.
    pub fn new(model: &'a Model, analysis: &'a Analysis, budget: u64) -> Self {
        let index = Index::new(model, analysis);
        let (atlases, met, questions) = (Atlases::default(), RefCell::default(), RefCell::default());
        Self { index, atlases, budget, left: Cell::new(WHOLE_BUDGET), met, questions }
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

    /// Some request met what an allow asks for.
    pub(crate) fn note_met(&self, item: &Item, rule: &Rule) {
        if item.field.is_none()
            && !item.must_own
            && let Some(wanted) = self.wanted(item.right, rule)
        {
            self.met.borrow_mut().insert(wanted);
        }
    }

    /// Whether an allow of whole records is known to let some request of whoever holds just its role through, if nothing but
    /// itself has a say.
    pub(crate) fn is_met(&self, right: RightId, rule: &Rule) -> bool {
        rule.condition == ConditionId::TRUE && rule.window == WindowId::ALWAYS || self.was_met(right, rule)
    }

    /// Whether such a request was found.
    pub(crate) fn was_met(&self, right: RightId, rule: &Rule) -> bool {
        self.wanted(right, rule).is_some_and(|wanted| self.met.borrow().contains(&wanted))
    }

    fn wanted(&self, right: RightId, rule: &Rule) -> Option<Wanted> {
        let right = self.index.model.rights.get(right.index())?;
        Some((right.object, right.acts_as, rule.scope, rule.condition, rule.window))
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
    pub(crate) fn question(&self, right: RightId, field: Option<FieldId>) -> Rc<Question> {
        if field.is_some() {
            return Rc::new(self.question_beside((right, field), None));
        }
        if let Some(known) = self.questions.borrow().get(&right) {
            return Rc::clone(known);
        }
        let made = Rc::new(self.question_beside((right, field), None));
        let mut questions = self.questions.borrow_mut();
        // Each has flags for all roles.
        if questions.len().saturating_mul(self.index.model.roles.len()) < KEPT {
            questions.insert(right, Rc::clone(&made));
        }
        made
    }

    /// The same, where what bears on another one matters too.
    pub(crate) fn question_beside(&self, (right, field): (RightId, Option<FieldId>), other: Option<&Item>) -> Question {
        let item = Item::new(&self.index, right, field);
        let mut traits = Traits::default();
        for item in std::iter::once(&item).chain(other) {
            item.traits(&self.index, &mut traits);
        }
        for condition in &self.index.active_conditions {
            traits.condition(&self.index, *condition);
        }
        traits.finish();
        Question { item, traits }
    }

    /// The same where suspensions count.
    pub(crate) fn question_with_suspensions(&self, right: RightId, field: Option<FieldId>) -> Question {
        let mut question = self.question_beside((right, field), None);
        for suspension in &self.index.model.suspensions {
            question.traits.condition(&self.index, suspension.condition);
            if let SuspensionKind::Rights(entries) = &suspension.kind {
                entries.iter().for_each(|entry| question.traits.condition(&self.index, entry.condition));
            }
        }
        question.traits.finish();
        question
    }

    /// A request under which the first of some cases that can be true is, at one instant.
    pub(crate) fn shown_at(
        &self,
        subject: &Subject,
        question: &Question,
        at: i64,
        cases: Cases<'_>,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        let found = self.ask_at(subject, &question.traits, Some(at), cases)?;
        Ok(found.and_then(|found| concrete::witness(&self.index, found, &[&question.item]).requests.pop()))
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
