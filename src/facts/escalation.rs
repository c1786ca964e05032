//! [`Escalation`]: rights that obtain rights, followed to the end.
//!
//! Who may assign any role has every right; who may change the login of somebody acts as them, with all that they have.
//! [`crate::risk::obtains`] says what a right obtains, [`Access`] what is in use; here the least fixed point is drawn, over
//! roles held alone and over people, with the shortest way of each to everything. Only what is sure is a step: where a
//! condition or scope leaves open whose login may be changed, no way leads on.

use super::access::Access;
use super::obtain::{self, Whom};
use crate::diagnostic::WitnessRequest;
use crate::exact::index::has;
use crate::model::{Model, RightId, RoleId, RuleId, UserId};
use crate::risk::{self, Obtains, Risks};
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who may do things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Actor {
    /// Whoever holds just this role.
    Role(RoleId),
    /// A person, with all their roles.
    Person(UserId),
}

/// What a right that is in use obtains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gain {
    /// Every right of the policy.
    Everything,
    /// A role, where an attribute of the record says which role is assigned.
    Role(RoleId),
    /// What the people have whose login can be changed.
    People(Whom),
    /// Every record, for the rights already held.
    Records,
    /// Every field, for the rights already held.
    Fields,
}

/// A right in use that obtains something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Power {
    /// The right.
    pub right: RightId,
    /// The allow that gives it.
    pub line: RuleId,
    /// What it obtains.
    pub gain: Gain,
    /// A request that shows it in use; none where it is inherited as it is, or where something was made up.
    pub witness: Option<WitnessRequest>,
}

/// One step of a way to everything.
#[derive(Debug, Clone, Copy)]
pub struct Hop<'e> {
    /// Who takes it.
    pub by: Actor,
    /// With which right.
    pub power: &'e Power,
    /// As whom they go on; nobody at the last step.
    pub to: Option<Actor>,
}

/// The first step of a shortest way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct First {
    power: usize,
    to: Option<Actor>,
    length: usize,
}

/// Who can obtain what.
#[derive(Debug, Default)]
pub struct Escalation {
    powers: BTreeMap<Actor, Vec<Power>>,
    ways: BTreeMap<Actor, First>,
}

/// People about whom it is asked whether they can use one right that obtains something.
const PEOPLE: usize = 500;
/// People whose logins are asked for one by one, for one right of one actor.
const TARGETS: usize = 24;

impl Escalation {
    /// Of a model without errors.
    pub fn new(access: &Access<'_>, risks: &Risks) -> Self {
        let model = access.model;
        let mut found = Self::default();
        let all = (0..model.rights.len()).map(RightId::from_index);
        let mut rights: Vec<(Obtains, RightId)> =
            all.filter_map(|right| Some((risk::obtains(model, risks, right)?, right))).collect();
        // What obtains everything first: only then is it known whether anybody is worth to be taken over.
        rights.sort_unstable();
        for (obtains, right) in rights {
            let roles = found.of_roles(access, right, obtains);
            let leads_on = match obtains {
                Obtains::Everything => true,
                Obtains::Persons => found.powers.keys().any(|who| matches!(who, Actor::Person(_))),
                Obtains::Records | Obtains::Fields => false,
            };
            if leads_on {
                found.of_people(access, (right, obtains), &roles);
            }
        }
        found.follow(access);
        found
    }

    /// What somebody may do that obtains something, by right; of a person only what may be a step to every right.
    pub fn powers(&self, who: Actor) -> &[Power] {
        self.powers.get(&who).map_or(&[], Vec::as_slice)
    }

    /// Whoever has powers, roles first.
    pub fn actors(&self) -> impl Iterator<Item = Actor> {
        self.powers.keys().copied()
    }

    /// How many steps it takes somebody to have every right; `None` if they cannot.
    pub fn steps(&self, who: Actor) -> Option<usize> {
        self.ways.get(&who).map(|first| first.length)
    }

    /// A shortest way of somebody to every right; empty if there is none.
    pub fn path(&self, who: Actor) -> Vec<Hop<'_>> {
        let mut path = Vec::new();
        let mut at = Some(who);
        while let Some(by) = at {
            let Some(first) = self.ways.get(&by) else { break };
            let Some(power) = self.powers(by).get(first.power) else { break };
            path.push(Hop { by, power, to: first.to });
            at = first.to;
        }
        path
    }

    /// An allow through which somebody can use a right with a request that says nothing of itself.
    pub fn unguarded(access: &Access<'_>, who: Actor, right: RightId) -> Option<(RuleId, Option<WitnessRequest>)> {
        obtain::unguarded(access, who, right)
    }

    /// Adds what a right obtains for roles held alone; gives the roles that have it.
    fn of_roles(&mut self, access: &Access<'_>, right: RightId, obtains: Obtains) -> Vec<RoleId> {
        let ground = access.ground(right);
        let index = &access.oracle.index;
        let concerned = index.heirs_of(ground.rules.keys().copied());
        let mut holders = Vec::new();
        for role in index.order().iter().copied().filter(|role| has(&concerned, *role)) {
            let own = ground.rules.contains_key(&role);
            let gained = match self.inherited(access.model, role, right) {
                Some(powers) if !own && access.hands_down(role, right) => powers,
                _ => obtain::powers(access, Actor::Role(role), right, obtains),
            };
            if !gained.is_empty() {
                holders.push(role);
                self.powers.entry(Actor::Role(role)).or_default().extend(gained);
            }
        }
        holders
    }

    /// What parents have of a right, if any has some of it. It is theirs that shows it.
    fn inherited(&self, model: &Model, role: RoleId, right: RightId) -> Option<Vec<Power>> {
        let parents = model.roles.get(role.index()).map_or(&[] as &[_], |r| r.parents.as_slice());
        let all = parents.iter().flat_map(|parent| self.powers(Actor::Role(*parent)));
        let mut found: Vec<Power> = Vec::new();
        for power in all.filter(|power| power.right == right) {
            if !found.iter().any(|known| known.gain == power.gain) {
                found.push(Power { witness: None, ..power.clone() });
            }
        }
        (!found.is_empty()).then_some(found)
    }

    /// The same for people: nobody has a right that none of their roles has.
    fn of_people(&mut self, access: &Access<'_>, (right, obtains): (RightId, Obtains), roles: &[RoleId]) {
        let users: BTreeSet<UserId> =
            roles.iter().flat_map(|role| access.oracle.index.users_with(*role)).copied().collect();
        if users.len() > PEOPLE {
            access.give_up();
        }
        for user in users.into_iter().take(PEOPLE) {
            let gained = obtain::powers(access, Actor::Person(user), right, obtains);
            if !gained.is_empty() {
                self.powers.entry(Actor::Person(user)).or_default().extend(gained);
            }
        }
    }

    /// Draws the fixed point, one step further at a time: whoever reaches somebody who reaches everything does too.
    fn follow(&mut self, access: &Access<'_>) {
        let mut layer: Vec<Actor> = Vec::new();
        for (who, powers) in &self.powers {
            if let Some(power) = powers.iter().position(|power| power.gain == Gain::Everything) {
                self.ways.insert(*who, First { power, to: None, length: 1 });
                layer.push(*who);
            }
        }
        let mut length = 1;
        while !layer.is_empty() {
            length += 1;
            let mut next = Vec::new();
            for who in self.powers.keys().filter(|who| !self.ways.contains_key(who)) {
                if let Some((power, to)) = self.step(access, *who, &layer) {
                    next.push((*who, First { power, to: Some(to), length }));
                }
            }
            layer = next.iter().map(|(who, _)| *who).collect();
            self.ways.extend(next);
        }
    }

    /// A power through which somebody becomes one of these.
    fn step(&self, access: &Access<'_>, who: Actor, layer: &[Actor]) -> Option<(usize, Actor)> {
        self.powers(who).iter().enumerate().find_map(|(at, power)| {
            let to = match power.gain {
                Gain::Role(role) => layer.iter().copied().find(|to| *to == Actor::Role(role)),
                Gain::People(whom) => {
                    let people = layer.iter().copied().filter(|to| matches!(to, Actor::Person(_)) && *to != who);
                    reached(access, (who, power.right), whom, people)
                }
                Gain::Everything | Gain::Records | Gain::Fields => None,
            };
            to.map(|to| (at, to))
        })
    }

    /// The first of some people whose login somebody can surely change.
    pub fn takes_over(
        &self,
        access: &Access<'_>,
        who: Actor,
        power: &Power,
        people: impl Iterator<Item = UserId>,
    ) -> Option<UserId> {
        let Gain::People(whom) = power.gain else { return None };
        let people = people.map(Actor::Person).filter(|to| *to != who);
        match reached(access, (who, power.right), whom, people)? {
            Actor::Person(user) => Some(user),
            Actor::Role(_) => None,
        }
    }
}

fn reached(
    access: &Access<'_>,
    (who, right): (Actor, RightId),
    whom: Whom,
    mut people: impl Iterator<Item = Actor>,
) -> Option<Actor> {
    match whom {
        Whom::Anyone => people.next(),
        Whom::Owner(owner) => people.take(TARGETS).find(|to| match to {
            Actor::Person(user) => obtain::reaches(access, who, right, owner, *user),
            Actor::Role(_) => false,
        }),
        Whom::Some => None,
    }
}
