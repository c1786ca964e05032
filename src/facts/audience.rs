//! [`Audience`]: how many people can do one thing, through all their roles, counted person by person.

use super::Access;
use crate::analysis::Hats;
use crate::diagnostic::WitnessRequest;
use crate::exact::index::has;
use crate::model::{FieldId, Model, RightId, RoleId, RuleEffect, SubjectAttributeId, UnitId, UserId, Value, WindowId};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// People who hold the same roles in the same way, with the same units and attributes: what one of them can do, all can,
/// where no condition names any of them.
#[derive(Debug)]
struct Alike {
    people: Vec<UserId>,
    roles: Vec<RoleId>,
}

/// Everybody, those who are alike together.
#[derive(Debug)]
pub struct Audience {
    groups: Vec<Alike>,
    count: usize,
}

/// People who are alike, and one of their requests that is allowed.
#[derive(Debug)]
pub struct Part {
    /// Who.
    pub people: Vec<UserId>,
    /// The first one's request.
    pub witness: WitnessRequest,
}

type Key<'m> = (
    Vec<(RoleId, &'m [WindowId], &'m [WindowId], Option<&'m [UnitId]>, bool)>,
    &'m [(SubjectAttributeId, Value)],
    bool,
    bool,
);

impl Audience {
    /// Of a model, with everybody's hats.
    pub fn new(model: &Model, hats: &Hats<'_>) -> Self {
        let above: BTreeSet<UserId> = model.users.iter().filter_map(|user| user.reports_to).collect();
        let mut known: BTreeMap<Key<'_>, usize> = BTreeMap::new();
        let mut groups: Vec<Alike> = Vec::new();
        let mut count = 0;
        for (id, worn) in hats.people() {
            let Some(user) = model.users.get(id.index()).filter(|user| !user.skipped) else { continue };
            count += 1;
            let seats = worn.iter().map(|hat| {
                let (windows, wide): (&[WindowId], &[WindowId]) = (&hat.windows, &hat.wide);
                (hat.role, windows, wide, hat.units, hat.on_behalf_of.is_some())
            });
            let mut seats: Vec<_> = seats.collect();
            seats.sort_unstable();
            seats.dedup();
            let key = (seats, user.attributes.as_slice(), user.external, above.contains(&id));
            match known.get(&key).and_then(|at| groups.get_mut(*at)) {
                Some(group) => group.people.push(id),
                None => {
                    known.insert(key, groups.len());
                    groups.push(Alike { people: vec![id], roles: worn.iter().map(|hat| hat.role).collect() });
                }
            }
        }
        Self { groups, count }
    }

    /// All people who may hold something.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Those who can use a right on some record, or on a field of records of others, if they are more than `limit`.
    pub fn above(
        &self,
        access: &Access<'_>,
        right: RightId,
        field: Option<FieldId>,
        limit: usize,
    ) -> Option<Vec<Part>> {
        if self.count <= limit {
            return None;
        }
        // Whoever holds no role that any allow of it reaches is out.
        let model = access.model;
        let rules = access.oracle.index.rules(right).filter_map(|id| model.rules.get(id.index()));
        let writers = rules.filter(|rule| rule.effect == RuleEffect::Allow).map(|rule| rule.role);
        let writers: Vec<RoleId> = writers.collect();
        let index = &access.oracle.index;
        let most: usize = writers
            .iter()
            .flat_map(|role| index.heir_list(*role).to_vec())
            .map(|role| index.users_with(role).len())
            .sum();
        if most <= limit {
            return None;
        }
        let reached = access.oracle.index.heirs_of(writers);
        let may = |group: &&Alike| group.roles.iter().any(|role| has(&reached, *role));
        let count: usize = self.groups.iter().filter(may).map(|group| group.people.len()).sum();
        if count <= limit {
            return None;
        }
        let mut left = count;
        let mut parts = Vec::new();
        for people in self.groups.iter().filter(may).flat_map(|group| alike_for(access, right, field, &group.people)) {
            let first = people.first()?;
            let given = match field {
                Some(_) => access.person_given_of_others(*first, right, field),
                None => access.person_given(*first, right, None),
            };
            match given {
                Some(witness) => parts.push(Part { people, witness }),
                None => left = left.saturating_sub(people.len()),
            }
            if left <= limit {
                return None;
            }
        }
        Some(parts)
    }
}

/// People who are alike, apart from each other as far as what is asked names some of them.
fn alike_for(access: &Access<'_>, right: RightId, field: Option<FieldId>, people: &[UserId]) -> Vec<Vec<UserId>> {
    let question = access.ground(right).question(field);
    if !question.names_people() {
        return vec![people.to_vec()];
    }
    let mut known: FxHashMap<_, usize> = FxHashMap::default();
    let mut found: Vec<Vec<UserId>> = Vec::new();
    for user in people {
        let key = access.oracle.key(&access.oracle.person(*user, &question), &question);
        match known.get(&key).and_then(|at| found.get_mut(*at)) {
            Some(group) => group.push(*user),
            None => {
                known.insert(key, found.len());
                found.push(vec![*user]);
            }
        }
    }
    found
}
