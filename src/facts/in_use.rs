//! [`Use`]: every right that a role or a person can use, with fast answers where nothing can stand in the way.

use super::access::{Access, Asked};
use crate::analysis::Hat;
use crate::exact::Undecided;
use crate::model::{ConditionId, Coverage, RightId, Role, RoleId, Rule, RuleEffect, ScopeTerm, UserId, WindowId};
use std::collections::BTreeSet;
use std::rc::Rc;

/// What somebody who holds just one role can use, sorted.
#[derive(Default)]
pub(super) struct Use {
    rights: Rc<[RightId]>,
    /// What needs no condition, window, unit or person: whoever holds the role has it, unless something denies it.
    firm: Vec<RightId>,
    /// What some deny that comes with the role speaks of.
    denied: Vec<RightId>,
}

impl<'a> Access<'a> {
    /// Every right that somebody who holds just the role, with whatever units, can use on some record at some time,
    /// sorted. What the budget does not reach is left out.
    pub fn rights(&self, role: RoleId) -> Rc<[RightId]> {
        Rc::clone(&self.in_use(role).rights)
    }

    fn in_use(&self, role: RoleId) -> Rc<Use> {
        if let Some(known) = self.roles.borrow().get(&role) {
            return Rc::clone(known);
        }
        let found = Rc::new(self.decided(self.work_out(role)).unwrap_or_default());
        self.roles.borrow_mut().insert(role, Rc::clone(&found));
        found
    }

    fn work_out(&self, role: RoleId) -> Result<Use, Undecided> {
        let effective = self.effective(role)?;
        let reached = || effective.reaches.iter().filter_map(|reach| self.model.roles.get(reach.role.index()));
        let rules = |writer: &'a Role| writer.rules().filter_map(|id| self.model.rules.get(id.index()));
        let denies = reached().flat_map(rules).filter(|rule| rule.effect == RuleEffect::Deny);
        let denied = sorted(denies.flat_map(|rule| rule.rights.iter().copied()).collect());
        let (mut plain, mut firm, mut open) = (self.handed_down(role), Vec::new(), Vec::new());
        for (reach, writer) in effective.reaches.iter().zip(reached()) {
            // Where a gate may stand in the way, each right is asked for.
            let free = reach.alternatives.iter().any(|way| way.is_empty());
            for rule in rules(writer) {
                if rule.effect == RuleEffect::Deny || !matches!(rule.coverage, Coverage::Object { .. }) {
                    continue;
                }
                let always = free && rule.window == WindowId::ALWAYS && rule.condition == ConditionId::TRUE;
                let anyone = always && self.is_of_anyone(rule);
                for right in &rule.rights {
                    let stopped = self.is_required(*right) || denied.binary_search(right).is_ok();
                    let sure = anyone && !self.creates(*right);
                    if sure {
                        firm.push(*right);
                    }
                    let met = free && self.oracle.is_met(*right, rule);
                    if met && !self.is_braked(*right) || sure && !stopped {
                        plain.push(*right);
                    } else {
                        open.push(*right);
                    }
                }
            }
        }
        let mut rights = sorted(plain);
        let known = rights.len();
        for right in sorted(open) {
            let asked = Asked { right, field: None, pick: &|_| true, unhindered: false, shown: false };
            let plain = rights.get(..known).is_some_and(|plain| plain.binary_search(&right).is_ok());
            if !plain && self.given_in(&effective, &asked)?.is_some() {
                rights.push(right);
            }
        }
        Ok(Use { rights: sorted(rights).into(), firm: sorted(firm), denied })
    }

    /// What roles that it inherits have and nothing takes away, as far as that is known by now.
    fn handed_down(&self, role: RoleId) -> Vec<RightId> {
        let known = self.roles.borrow();
        let parents = self.model.roles.get(role.index()).map_or(&[] as &[_], |role| role.parents.as_slice());
        let rights = parents.iter().filter_map(|parent| known.get(parent)).flat_map(|parent| parent.rights.iter());
        rights.copied().filter(|right| self.hands_down(role, *right)).collect()
    }

    /// Whether whoever has an allow reaches some record with it: all of them, or their own.
    fn is_of_anyone(&self, rule: &Rule) -> bool {
        let scope = self.model.scopes.get(rule.scope.index()).filter(|scope| !scope.outside);
        let mut terms = scope.into_iter().flat_map(|scope| &scope.terms);
        terms.any(|term| matches!(term, ScopeTerm::All | ScopeTerm::Own))
    }

    /// Whether a person has a right through one of their roles, whatever anything says of conditions, units and windows.
    pub(super) fn has_firmly(&self, user: UserId, right: RightId) -> bool {
        let hats = self.oracle.index.hats.of(user);
        let denied = |role: RoleId| self.in_use(role).denied.binary_search(&right).is_ok();
        let firm = |hat: &Hat<'_>| self.is_free(hat) && self.in_use(hat.role).firm.binary_search(&right).is_ok();
        !self.is_required(right)
            && hats.iter().any(firm)
            && (!self.is_braked(right) || !hats.iter().any(|hat| denied(hat.role)))
    }

    fn is_free(&self, hat: &Hat<'_>) -> bool {
        hat.windows.iter().all(|window| self.model.window(*window).is_always())
    }

    fn is_required(&self, right: RightId) -> bool {
        self.required.get(right.index()).copied().unwrap_or(true)
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
            let free = self.is_free(hat);
            for right in self.rights(hat.role).iter() {
                if free && !self.is_braked(*right) || self.has_firmly(user, *right) {
                    found.insert(*right)
                } else {
                    open.insert(*right)
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
}

fn sorted(mut rights: Vec<RightId>) -> Vec<RightId> {
    rights.sort_unstable();
    rights.dedup();
    rights
}
