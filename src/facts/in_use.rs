//! [`Use`]: every right that somebody with just one role can use, with fast answers where nothing can stand in the way.

use super::access::{Access, Asked};
use crate::analysis::Hat;
use crate::exact::Undecided;
use crate::model::{
    ConditionId, Coverage, Model, RightId, Role, RoleId, Rule, RuleEffect, ScopeTerm, UserId, WindowId,
};
use std::rc::Rc;

/// Rights of which somebody who holds just one role has the use, sorted.
#[derive(Debug, Default)]
pub(super) struct Use {
    all: Rc<[RightId]>,
    /// Those that whoever holds it has, whatever their units and the people below them, unless a brake speaks of them.
    firm: Vec<RightId>,
    /// What some deny that comes with the role speaks of.
    denied: Vec<RightId>,
}

impl<'a> Access<'a> {
    /// Every right that somebody who holds just the role, with whatever units, can use on some record at some time,
    /// sorted. What the budget does not reach is left out.
    pub fn rights(&self, role: RoleId) -> Rc<[RightId]> {
        Rc::clone(&self.in_use(role).all)
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
                let anybody = always && is_for_anybody(self.model, rule);
                for right in &rule.rights {
                    if anybody {
                        firm.push(*right);
                    }
                    let stopped = self.is_required(*right) || denied.binary_search(right).is_ok();
                    // Who owns what is made hangs on other rights too.
                    let sure =
                        !stopped && !self.creates(*right) && (anybody || free && self.oracle.was_met(*right, rule));
                    if sure || free && !self.is_braked(*right) && self.oracle.is_met(*right, rule) {
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
            let asked =
                Asked { right, field: None, pick: &|_| true, unhindered: false, shown: false, of_others: false };
            let plain = rights.get(..known).is_some_and(|plain| plain.binary_search(&right).is_ok());
            if !plain && self.given_in(&effective, &asked)?.is_some() {
                rights.push(right);
            }
        }
        Ok(Use { all: sorted(rights).into(), firm: sorted(firm), denied })
    }

    /// What roles that it inherits have and nothing takes away, as far as that is known by now.
    fn handed_down(&self, role: RoleId) -> Vec<RightId> {
        let known = self.roles.borrow();
        let parents = self.model.roles.get(role.index()).map_or(&[] as &[_], |role| role.parents.as_slice());
        let rights = parents.iter().filter_map(|parent| known.get(parent)).flat_map(|parent| parent.all.iter());
        rights.copied().filter(|right| self.hands_down(role, *right)).collect()
    }

    /// Every right that some allow gives to a role, own or inherited, sorted; whether it can be used is not asked.
    pub fn at_most(&self, role: RoleId) -> Rc<[RightId]> {
        if let Some(known) = self.written.borrow().get(&role) {
            return Rc::clone(known);
        }
        let mut found: Vec<RightId> = Vec::new();
        let effective = self.decided(self.effective(role));
        for reach in effective.iter().flat_map(|effective| &effective.reaches) {
            let writer = self.model.roles.get(reach.role.index()).into_iter();
            let rules = writer.flat_map(|writer| writer.rules()).filter_map(|id| self.model.rules.get(id.index()));
            let opens =
                |rule: &&Rule| rule.effect == RuleEffect::Allow && matches!(rule.coverage, Coverage::Object { .. });
            found.extend(rules.filter(opens).flat_map(|rule| rule.rights.iter().copied()));
        }
        let found: Rc<[RightId]> = sorted(found).into();
        self.written.borrow_mut().insert(role, Rc::clone(&found));
        found
    }

    /// Whether a person surely has a right through one of their roles, whatever anything says of conditions, units and
    /// windows.
    pub(super) fn has_firmly(&self, user: UserId, right: RightId) -> bool {
        let hats = self.oracle.index.hats.of(user);
        let denied = |role: RoleId| self.in_use(role).denied.binary_search(&right).is_ok();
        let free = |hat: &Hat<'_>| hat.windows.iter().all(|window| self.model.window(*window).is_always());
        let firm = |hat: &Hat<'_>| free(hat) && self.in_use(hat.role).firm.binary_search(&right).is_ok();
        let stopped = || self.is_required(right) || self.creates(right) || hats.iter().any(|hat| denied(hat.role));
        hats.iter().any(firm) && (!self.is_braked(right) || !stopped())
    }

    fn is_required(&self, right: RightId) -> bool {
        self.required.get(right.index()).copied().unwrap_or(true)
    }
}

/// Whether there is a record that a rule reaches for whoever asks, with or without units and people below them.
fn is_for_anybody(model: &Model, rule: &Rule) -> bool {
    let Some(scope) = model.scopes.get(rule.scope.index()).filter(|scope| !scope.outside) else { return false };
    let owned = model.objects.get(rule.object.index()).is_some_and(|object| object.owner.is_some());
    scope.terms.iter().any(|term| match term {
        ScopeTerm::All | ScopeTerm::NoOwner | ScopeTerm::Unit(_) | ScopeTerm::UnitAndBelow(_) => true,
        // All of these take in one's own records.
        ScopeTerm::Own | ScopeTerm::Team | ScopeTerm::Reports | ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow => owned,
        ScopeTerm::Shared => false,
    })
}

fn sorted(mut rights: Vec<RightId>) -> Vec<RightId> {
    rights.sort_unstable();
    rights.dedup();
    rights
}
