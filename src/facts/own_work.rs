//! [`OwnWork`]: somebody may make or change a record and approve it themselves, exactly.
//!
//! The record names nobody but whoever asks: its owner, and every other person that an attribute of it holds. So a
//! requirement such as `record.author is not me` stands in the way, whichever attribute it speaks of.

use super::access::Access;
use super::escalation::Actor;
use super::obtain::{ask, people_of};
use crate::diagnostic::WitnessRequest;
use crate::exact::build::Builder;
use crate::exact::index::has;
use crate::model::{ActsAs, RightId, RoleId, RuleId};
use crate::risk::{Class, Risks};
use rustc_hash::FxHashMap;

/// One right on a record of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mine {
    /// The right.
    pub right: RightId,
    /// The allow that gives it.
    pub line: RuleId,
    /// A request that shows it; none where something was made up.
    pub witness: Option<WitnessRequest>,
}

/// Somebody approves their own work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWork {
    /// A role in which it arises, else the first person whose roles add up to it.
    pub who: Actor,
    /// How many people it is told for; 0 for a role.
    pub people: usize,
    /// What makes or changes the record.
    pub made: Mine,
    /// What approves it.
    pub approved: Mine,
}

/// People who are asked about for one right.
const PEOPLE: usize = 500;

/// Everything of the kind, by the right that approves.
pub fn own_work(access: &Access<'_>, risks: &Risks) -> Vec<OwnWork> {
    let model = access.model;
    let mut found = Vec::new();
    for (index, right) in model.rights.iter().enumerate() {
        let approves = RightId::from_index(index);
        if right.general || risks.class(approves) != Class::Approve || people_of(model, approves).is_empty() {
            continue;
        }
        let Some(object) = model.objects.get(right.object.index()) else { continue };
        // As declared, or by the name: `新建` makes a record whether the policy says `creates` or not.
        let acts = |id: &RightId| model.rights.get(id.index()).and_then(|right| right.acts_as);
        let creates = |id: &RightId| acts(id) == Some(ActsAs::Create) || risks.class(*id) == Class::Create;
        let updates = |id: &RightId| acts(id) == Some(ActsAs::Update) || risks.class(*id) == Class::Update;
        let mut makes: Vec<RightId> = object.rights().filter(|id| creates(id) || updates(id)).collect();
        makes.sort_by_key(|id| (!creates(id), *id));
        Asking { access, approves, makes }.find(&mut found);
    }
    found
}

struct Asking<'a, 'b> {
    access: &'b Access<'a>,
    approves: RightId,
    makes: Vec<RightId>,
}

impl Asking<'_, '_> {
    fn find(&self, found: &mut Vec<OwnWork>) {
        let index = &self.access.oracle.index;
        let writers = |right: RightId| self.access.ground(right).rules.keys().copied().collect::<Vec<RoleId>>();
        let approving = index.heirs_of(writers(self.approves));
        let making = index.heirs_of(self.makes.iter().flat_map(|right| writers(*right)));
        let mut both: Vec<bool> = vec![false; approving.len()];
        for role in index.order().iter().copied().filter(|role| has(&approving, *role) && has(&making, *role)) {
            let parents = self.access.model.roles.get(role.index()).map_or(&[] as &[_], |role| role.parents.as_slice());
            let inherited = parents.iter().any(|parent| has(&both, *parent));
            let Some(work) = self.of(Actor::Role(role)) else { continue };
            if let Some(slot) = both.get_mut(role.index()) {
                *slot = true;
            }
            if !inherited {
                found.push(work);
            }
        }
        self.people(&approving, &making, &both, found);
    }

    /// People whose roles add up to it, once for the same two lines.
    fn people(&self, approving: &[bool], making: &[bool], both: &[bool], found: &mut Vec<OwnWork>) {
        let index = &self.access.oracle.index;
        let mut known: FxHashMap<(RuleId, RuleId), usize> = FxHashMap::default();
        let mut asked = 0;
        for (user, hats) in index.hats.people() {
            let any = |set: &[bool]| hats.iter().any(|hat| has(set, hat.role));
            if !any(approving) || !any(making) || any(both) {
                continue;
            }
            asked += 1;
            if asked > PEOPLE {
                self.access.give_up();
                return;
            }
            let Some(work) = self.of(Actor::Person(user)) else { continue };
            let place = *known.entry((work.made.line, work.approved.line)).or_insert(found.len());
            match found.get_mut(place) {
                Some(first) => first.people += 1,
                None => found.push(OwnWork { people: 1, ..work }),
            }
        }
    }

    fn of(&self, who: Actor) -> Option<OwnWork> {
        let approved = self.mine(who, self.approves)?;
        let made = self.makes.iter().find_map(|right| self.mine(who, *right))?;
        Some(OwnWork { who, people: 0, made, approved })
    }

    fn mine(&self, who: Actor, right: RightId) -> Option<Mine> {
        let fields = people_of(self.access.model, right);
        let more = |builder: &mut Builder<'_>, hat| {
            let mine = fields.iter().map(|field| {
                let mine = builder.owner_is_mine(Some(*field), hat);
                builder.formula.known(mine)
            });
            mine.collect::<Vec<_>>()
        };
        let (line, witness) = ask(self.access, who, right, &|_| true, &more)?;
        Some(Mine { right, line, witness })
    }
}
