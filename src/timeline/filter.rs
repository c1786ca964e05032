//! [`Filter`]: only what concerns one person, one role, one object.

use super::{Event, Ground};
use crate::analysis::hats_of;
use crate::facts::{Concerned, Turned};
use crate::model::{ObjectId, RightId, RoleId, UserId};
use std::collections::BTreeSet;

/// What is looked for; all of it where several are given.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// What names a person or changes what they may do.
    pub person: Option<UserId>,
    /// What names a role or one that it inherits, and what whoever holds it or inherits it gains or loses.
    pub role: Option<RoleId>,
    /// What names an object, and gains and losses on it.
    pub object: Option<ObjectId>,
}

/// What a filter comes to in one policy.
pub(super) struct Sought<'a> {
    filter: &'a Filter,
    ground: &'a Ground<'a>,
    /// The role and all that it inherits.
    closure: BTreeSet<RoleId>,
    /// Who holds it, or one that inherits it.
    holders: BTreeSet<Concerned>,
}

impl<'a> Sought<'a> {
    pub(super) fn new(filter: &'a Filter, ground: &'a Ground<'a>) -> Self {
        let (model, hierarchy) = (ground.model, &ground.analysis.hierarchy);
        let closure = filter.role.map(|role| hierarchy.closure(model, role)).unwrap_or_default();
        let heirs = filter.role.map(|role| hierarchy.heirs_closure(role)).unwrap_or_default();
        let hats = hats_of(model);
        let holds = hats.people().filter(|(_, hats)| hats.iter().any(|hat| heirs.contains(&hat.role)));
        let brought = model.roles_from_request.iter().filter(|role| heirs.contains(role));
        let holders = holds.map(|(user, _)| Concerned::Person(user)).chain(brought.map(|r| Concerned::Bringer(*r)));
        Self { filter, ground, closure: closure.into_iter().collect(), holders: holders.collect() }
    }

    /// Whether somebody's gains and losses of a right are looked for.
    pub(super) fn wants(&self, who: Concerned, right: RightId) -> bool {
        let object = self.ground.model.rights.get(right.index()).map(|right| right.object);
        self.filter.person.is_none_or(|user| who == Concerned::Person(user))
            && (self.filter.role.is_none() || self.holders.contains(&who))
            && (self.filter.object.is_none() || self.filter.object == object)
    }

    /// Whether an instant is told.
    pub(super) fn is_told(&self, events: &[Event], turned: &Turned) -> bool {
        !turned.turns.is_empty() || events.iter().any(|event| self.names(event))
    }

    /// Whether something names what is looked for.
    pub(super) fn names(&self, event: &Event) -> bool {
        let about = &event.about;
        let role = self.filter.role.is_none() || about.roles.iter().any(|role| self.closure.contains(role));
        let person = self.filter.person.is_none_or(|user| about.people.contains(&user));
        role && person && self.filter.object.is_none_or(|object| about.objects.contains(&object))
    }
}
