//! What is decided otherwise from an instant on than just before it: person by person, right by right, exactly.
//!
//! For each person whom a window that opens or shuts then can concern, the decision just before and the decision at the
//! instant are built over one request; what is allowed on one side only is asked of both. Suspensions count. People have
//! the roles that the policy gives them, and the session that serves them best; whoever brings one role is asked about
//! apart.

use super::bearing::Bearing;
use super::ending::any;
use crate::diagnostic::WitnessRequest;
use crate::exact::ask::Case;
use crate::exact::build::{Builder, Times};
use crate::exact::item::covers;
use crate::exact::subject::Subject;
use crate::exact::{Oracle, Question, Undecided};
use crate::model::{FieldId, Model, RightId, RoleId, RuleEffect, SuspensionKind, UserId, WindowId};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Who is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concerned {
    /// A person, with the roles that the policy gives them.
    Person(UserId),
    /// Whoever brings just this role, nobody whom the policy knows.
    Bringer(RoleId),
}

/// One right that some gain or lose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The right.
    pub right: RightId,
    /// The fields; none for the record.
    pub fields: Vec<FieldId>,
    /// Whether requests are allowed from the instant on that were refused; else the other way round.
    pub gained: bool,
    /// Who, those together of whom the policy says the same; by their first.
    pub groups: Vec<Alike>,
}

impl Turn {
    /// Everybody.
    pub fn who(&self) -> impl Iterator<Item = Concerned> {
        self.groups.iter().flat_map(|group| group.who.iter().copied())
    }
}

/// Some of whom the policy says the same, as far as a right is concerned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alike {
    /// Who, sorted.
    pub who: Vec<Concerned>,
    /// A request of the first of them: allowed at its time, refused on the other side of the instant.
    pub request: WitnessRequest,
}

/// What happens at one instant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// By right, fields, gains before losses.
    pub turns: Vec<Turn>,
    /// Questions that the budget did not reach.
    pub undecided: usize,
}

/// One right with its fields, those that no rule tells apart together.
struct Asked {
    /// Who has a role that some allow reaches, and whom it may concern.
    holders: Vec<Concerned>,
    facets: Vec<(Vec<FieldId>, Question)>,
}

/// Which changes are looked for: of whom, on what.
pub type Wanted<'w> = &'w dyn Fn(Concerned, RightId) -> bool;

/// Answers for one model; what instants share is worked out once.
pub struct Turns<'a> {
    oracle: &'a Oracle<'a>,
    wanted: Wanted<'a>,
    model: &'a Model,
    bearing: Bearing<'a>,
    asked: RefCell<FxHashMap<RightId, Rc<Asked>>>,
}

impl std::fmt::Debug for Turns<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Turns").finish_non_exhaustive()
    }
}

impl<'a> Turns<'a> {
    /// Nothing is worked out yet. What is not wanted is not asked for.
    pub fn new(oracle: &'a Oracle<'a>, wanted: Wanted<'a>) -> Self {
        let model = oracle.index.model;
        Self { oracle, wanted, model, bearing: Bearing::new(&oracle.index), asked: RefCell::default() }
    }

    /// What is decided otherwise from an instant on, at which these windows open or shut.
    pub fn at(&self, instant: i64, flipped: &[WindowId]) -> Turned {
        let mut turned = Turned::default();
        for (right, concerned) in self.bearing.concerned(flipped) {
            let asked = self.asked(right);
            for (fields, question) in &asked.facets {
                let mut known: FxHashMap<_, [Option<usize>; 2]> = FxHashMap::default();
                let sought = |who: &&Concerned| concerned.contains(who) && (self.wanted)(**who, right);
                for who in asked.holders.iter().filter(sought) {
                    let subject = self.subject(*who, question);
                    if subject.hats.is_empty() {
                        continue;
                    }
                    let key = (self.oracle.key(&subject, question), self.named(*who));
                    if let Some(places) = known.get(&key) {
                        for place in places.iter().flatten() {
                            let groups = turned.turns.get_mut(*place).into_iter().flat_map(|turn| &mut turn.groups);
                            groups.for_each(|group| group.who.push(*who));
                        }
                        continue;
                    }
                    let places = [true, false].map(|gained| {
                        let found = self.turn(&subject, question, instant, gained);
                        turned.undecided += usize::from(found.is_err());
                        let request = found.ok().flatten()?;
                        let groups = vec![Alike { who: vec![*who], request }];
                        turned.turns.push(Turn { right, fields: fields.clone(), gained, groups });
                        Some(turned.turns.len() - 1)
                    });
                    known.insert(key, places);
                }
            }
        }
        turned.turns = merged(turned.turns);
        turned
    }

    fn asked(&self, right: RightId) -> Rc<Asked> {
        if let Some(known) = self.asked.borrow().get(&right) {
            return Rc::clone(known);
        }
        let index = &self.oracle.index;
        let record = self.oracle.question_with_suspensions(right, None);
        let mut facets = vec![(Vec::new(), record)];
        for fields in self.alike(right) {
            if let Some(first) = fields.first() {
                let question = self.oracle.question_with_suspensions(right, Some(*first));
                facets.push((fields, question));
            }
        }
        facets.retain(|(_, question)| !question.item.is_barren());
        let mut grants = vec![false; self.model.roles.len()];
        for (_, question) in &facets {
            for (slot, grants) in grants.iter_mut().zip(&question.item.grants) {
                *slot |= *grants;
            }
        }
        let granted = |role: RoleId| grants.get(role.index()) == Some(&true);
        let users = index.hats.people().filter(|(_, hats)| hats.iter().any(|hat| granted(hat.role)));
        let users: Vec<Concerned> = users.map(|(user, _)| Concerned::Person(user)).collect();
        let brought = self.model.roles_from_request.iter().copied().filter(|role| granted(*role));
        let holders = users.into_iter().chain(brought.map(Concerned::Bringer)).collect();
        let asked = Rc::new(Asked { holders, facets });
        self.asked.borrow_mut().insert(right, Rc::clone(&asked));
        asked
    }

    /// The fields of a right that some allow covers, those together that no rule and no mask tells apart.
    fn alike(&self, right: RightId) -> Vec<Vec<FieldId>> {
        let (model, index) = (self.model, &self.oracle.index);
        let object = model.rights.get(right.index()).and_then(|right| model.objects.get(right.object.index()));
        let mut alike: BTreeMap<Vec<u32>, Vec<FieldId>> = BTreeMap::new();
        for field in object.into_iter().flat_map(|object| object.fields()) {
            let mut lines = Vec::new();
            let mut allowed = false;
            for id in index.rules(right) {
                let Some(rule) = model.rules.get(id.index()).filter(|rule| covers(model, rule, right, Some(field)))
                else {
                    continue;
                };
                allowed |= rule.effect == RuleEffect::Allow;
                lines.push(id.0);
            }
            lines.push(u32::MAX);
            lines.extend(index.masks(field).map(|mask| mask.0));
            if allowed {
                alike.entry(lines).or_default().push(field);
            }
        }
        let mut alike: Vec<Vec<FieldId>> = alike.into_values().collect();
        alike.sort_unstable();
        alike
    }

    fn subject(&self, who: Concerned, question: &Question) -> Subject {
        match who {
            Concerned::Person(user) => {
                let mut person = self.oracle.person(user, question);
                person.hats.retain(|hat| !hat.brought);
                person
            }
            Concerned::Bringer(role) => Subject::unknown(&self.oracle.index, &|other| other == role),
        }
    }

    /// Which suspensions name somebody.
    fn named(&self, who: Concerned) -> Vec<bool> {
        let named = |suspension: &crate::model::Suspension| {
            let Concerned::Person(user) = who else { return false };
            match &suspension.kind {
                SuspensionKind::Users { users, .. } => users.contains(&user),
                SuspensionKind::Everything { except_users, .. } => except_users.contains(&user),
                SuspensionKind::Roles { .. } | SuspensionKind::Rights(_) => false,
            }
        };
        self.model.suspensions.iter().map(named).collect()
    }

    /// A request that is allowed on one side of an instant alone.
    fn turn(
        &self,
        subject: &Subject,
        question: &Question,
        instant: i64,
        gained: bool,
    ) -> Result<Option<WitnessRequest>, Undecided> {
        let before = instant.saturating_sub(1);
        let (at, other) = if gained { (instant, before) } else { (before, instant) };
        let cases = |b: &mut Builder<'_>| {
            b.locks = true;
            b.times = Times::At(other);
            let elsewhere = b.candidates(&question.item, 0)?;
            b.times = Times::At(at);
            let here = b.candidates(&question.item, 0)?;
            let (there, now) = (any(b, &elsewhere), any(b, &here));
            if there == now {
                return Ok(Vec::new());
            }
            let refused = b.formula.not(there);
            Ok(here.into_iter().map(|one| Case { candidates: vec![one], nodes: vec![refused] }).collect())
        };
        self.oracle.shown_at(subject, question, at, &cases)
    }
}

/// Turns of the same kind are one, of all who have it.
fn merged(turns: Vec<Turn>) -> Vec<Turn> {
    let mut all: BTreeMap<(RightId, Vec<FieldId>, bool), Turn> = BTreeMap::new();
    for turn in turns {
        let key = (turn.right, turn.fields.clone(), !turn.gained);
        match all.get_mut(&key) {
            Some(known) => known.groups.extend(turn.groups),
            None => {
                all.insert(key, turn);
            }
        }
    }
    let mut turns: Vec<Turn> = all.into_values().collect();
    turns.iter_mut().for_each(|turn| turn.groups.sort_by(|a, b| a.who.cmp(&b.who)));
    turns
}
