//! [`Access`] of people: what one can do through all their roles together, and whether anybody can.

use super::Access;
use crate::diagnostic::WitnessRequest;
use crate::exact::Undecided;
use crate::exact::build::Builder;
use crate::exact::index::has;
use crate::model::{Coverage, FieldId, RightId, RuleEffect, RuleId, UserId};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Kinds of people who are asked about before it is given up whether anybody can.
const KINDS: usize = 64;

impl Access<'_> {
    /// A request of a person for a right that they are allowed.
    pub fn person_given(&self, user: UserId, right: RightId, field: Option<FieldId>) -> Option<WitnessRequest> {
        self.decided(self.person_allowed(user, right, field)).flatten()
    }

    fn person_allowed(
        &self,
        user: UserId,
        right: RightId,
        field: Option<FieldId>,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        let question = self.ground(right).question(field);
        self.oracle.allowed(&self.oracle.person(user, &question), &question)
    }

    /// The same on a record that is neither their own, nor their team's, nor nobody's.
    pub fn person_given_of_others(
        &self,
        user: UserId,
        right: RightId,
        field: Option<FieldId>,
    ) -> Option<WitnessRequest> {
        let question = self.ground(right).question(field);
        let person = self.oracle.person(user, &question);
        let others = |b: &mut Builder<'_>, hat| vec![b.of_others(right, hat)];
        let found = self.oracle.allowed_when(&person, &question, &|_| true, &others);
        self.decided(found).flatten().map(|(_, request)| request)
    }

    /// A request of a person for a right that they can never use; `None` if they can, or that was not decided.
    pub fn person_refused(&self, user: UserId, right: RightId, at: i64) -> Option<WitnessRequest> {
        match self.decided(self.person_allowed(user, right, None))? {
            Some(_) => None,
            None => self.oracle.refused(user, right, at),
        }
    }

    /// Every right that a person can use on some record at some time, through all their roles together, sorted.
    pub fn person_rights(&self, user: UserId) -> Rc<[RightId]> {
        if let Some(known) = self.people.borrow().get(&user) {
            return Rc::clone(known);
        }
        let hats = self.oracle.index.hats.of(user);
        let mut found: BTreeSet<RightId> = BTreeSet::new();
        let mut open: BTreeSet<RightId> = BTreeSet::new();
        for hat in hats {
            for right in self.rights(hat.role).iter().copied() {
                if self.has_firmly(user, right) {
                    found.insert(right)
                } else {
                    open.insert(right)
                };
            }
        }
        // What a request may bring counts too, as far as the person may hold it.
        let person = self.model.users.get(user.index()).filter(|person| !person.skipped);
        for role in self.model.roles_from_request.iter().filter(|_| person.is_some()) {
            let external = self.model.roles.get(role.index()).map(|role| role.external);
            if external == person.map(|person| person.external) {
                open.extend(self.rights(*role).iter().copied());
            }
        }
        for right in open {
            if !found.contains(&right) && self.person_given(user, right, None).is_some() {
                found.insert(right);
            }
        }
        let found: Rc<[RightId]> = found.into_iter().collect();
        self.people.borrow_mut().insert(user, Rc::clone(&found));
        found
    }

    /// Whether anybody can use a right at some time: a person whom the policy knows, or whoever brings roles. `None` if that
    /// was not decided.
    pub fn anybody_can(&self, right: RightId) -> Option<bool> {
        let index = &self.oracle.index;
        let ground = self.ground(right);
        let allows = |id: &RuleId| {
            self.model.rules.get(id.index()).is_some_and(|rule| {
                rule.effect == RuleEffect::Allow && matches!(rule.coverage, Coverage::Object { .. })
            })
        };
        let users = ground.rules.keys().flat_map(|role| index.users_with(*role));
        if users.take(KINDS).any(|user| self.has_firmly(*user, right)) {
            return Some(true);
        }
        let writers = ground.rules.iter().filter(|(_, rules)| rules.iter().any(allows)).map(|(role, _)| *role);
        let heirs = index.heirs_of(writers);
        if self.model.roles_from_request.iter().any(|role| has(&heirs, *role) && self.can(*role, right)) {
            return Some(true);
        }
        let question = ground.question(None);
        let mut seen = FxHashSet::default();
        for role in index.order().iter().copied().filter(|role| has(&heirs, *role)) {
            for user in index.users_with(role) {
                let person = self.oracle.person(*user, &question);
                if seen.len() < KINDS && !seen.insert(self.oracle.key(&person, &question)) {
                    continue;
                }
                if seen.len() == KINDS {
                    self.complete.set(false);
                    return None;
                }
                if self.decided(self.oracle.allowed(&person, &question))?.is_some() {
                    return Some(true);
                }
            }
        }
        Some(false)
    }
}
