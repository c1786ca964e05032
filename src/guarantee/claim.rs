//! The claims about who is allowed what.

use super::{Prover, Witness, member};
use crate::exact::ask::{Asking, Case};
use crate::exact::build::{Builder, Candidate};
use crate::exact::formula::Copy;
use crate::exact::index::has;
use crate::exact::item::{Item, Traits};
use crate::exact::search::Undecided;
use crate::exact::subject::{Subject, distinct};
use crate::exact::{Found, Steps, concrete};
use crate::model::{ConditionId, FieldId, Guarantee, GuaranteeKind, RightId, RightSet, RoleId, UserId, Who, WindowId};
use rustc_hash::FxHashSet;

type Answer = Result<Option<Witness>, Undecided>;

impl Prover<'_> {
    /// What breaks a guarantee, if anything does.
    pub(super) fn broken(&self, guarantee: &Guarantee, steps: &Steps) -> Answer {
        let window = guarantee.window;
        match &guarantee.kind {
            GuaranteeKind::NobodyHasTwo(roles) => self.two_held(roles, window, steps),
            GuaranteeKind::Prerequisite(role, needed) => self.prerequisite(*role, *needed, window, steps),
            GuaranteeKind::AtMostUsers(most, role) => self.too_many(*most, *role, window, steps),
            GuaranteeKind::AtLeastUsers(least, role) => self.too_few(*least, *role, window, steps),
            GuaranteeKind::Never(who, rights) => self.never(who, rights, window, steps),
            GuaranteeKind::Only(who, rights) => self.only(who, rights, window, steps),
            GuaranteeKind::Needs(items) => self.needs(items, window, steps),
            GuaranteeKind::NobodyCanBoth(first, second) => self.both(first, second, window, steps),
            GuaranteeKind::AtMostRoles(most, rights) => self.at_most_roles(*most, rights, window, steps),
            GuaranteeKind::Always(roles, rights) => self.always(roles, rights, window, steps),
        }
    }

    fn never(&self, who: &[Who], rights: &RightSet, window: WindowId, steps: &Steps) -> Answer {
        let roles = member::roles(&self.index, who);
        for (right, field) in &rights.items {
            let item = Item::new(&self.index, *right, *field);
            let ask = One { item: &item, window, condition: None, member: Some((who, Membership::OneOf)) };
            let mut subjects = self.subjects(std::slice::from_ref(&item), &roles, who);
            let alone = member::alone(&self.index, who);
            subjects.extend(alone.into_iter().map(Subject::alone));
            if let Some(found) = self.first(&ask, subjects, who, steps)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn only(&self, who: &[Who], rights: &RightSet, window: WindowId, steps: &Steps) -> Answer {
        let roles = member::roles(&self.index, who);
        for (right, field) in &rights.items {
            let item = Item::new(&self.index, *right, *field);
            let ask = One { item: &item, window, condition: None, member: Some((who, Membership::NotAdmitted)) };
            let subjects = self.subjects(std::slice::from_ref(&item), &roles, &[Who::Anyone]);
            if let Some(found) = self.first(&ask, subjects, who, steps)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn needs(&self, items: &[(RightId, Option<FieldId>, ConditionId)], window: WindowId, steps: &Steps) -> Answer {
        for (right, field, condition) in items {
            let item = Item::new(&self.index, *right, *field);
            let ask = One { item: &item, window, condition: Some(*condition), member: None };
            let subjects = self.subjects(std::slice::from_ref(&item), &[], &[Who::Anyone]);
            if let Some(found) = self.first(&ask, subjects, &[], steps)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    /// The first subject for which the case can be true.
    fn first(&self, ask: &One<'_>, subjects: Vec<Subject>, who: &[Who], steps: &Steps) -> Answer {
        if ask.item.is_barren() {
            return Ok(None);
        }
        let traits = self.traits(&[ask.item], ask.condition, who);
        let cases = |builder: &mut Builder<'_>| ask.cases(builder);
        let found = self.search(&self.asking(&traits, steps), subjects, member::asks_for_units(who), &cases)?;
        Ok(found.map(|found| concrete::witness(&self.index, found, &[ask.item])))
    }

    /// Asks every subject that differs from those before it; those that windows cannot help are asked only once.
    pub(super) fn search(
        &self,
        asking: &Asking<'_>,
        subjects: Vec<Subject>,
        by_unit: bool,
        cases: crate::exact::ask::Cases<'_>,
    ) -> Result<Option<Found>, Undecided> {
        let mut hopeless = FxHashSet::default();
        for subject in distinct(subjects, |s| s.key(&self.index, asking.traits, by_unit, false)) {
            let shape = subject.key(&self.index, asking.traits, by_unit, true);
            if hopeless.contains(&shape) {
                continue;
            }
            if !asking.thinkable(&subject, cases)?.contains(&true) {
                hopeless.insert(shape);
                continue;
            }
            if let Some(found) = asking.find(&subject, cases, None)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn both(&self, first: &RightSet, second: &RightSet, window: WindowId, steps: &Steps) -> Answer {
        let make = |rights: &RightSet| -> Vec<Item> {
            let all = rights.items.iter().map(|(right, field)| Item::new(&self.index, *right, *field));
            all.filter(|item| !item.is_barren()).collect()
        };
        let (first, second) = (make(first), make(second));
        if first.is_empty() || second.is_empty() {
            return Ok(None);
        }
        let split = first.len();
        let items: Vec<Item> = first.into_iter().chain(second).collect();
        let refs: Vec<&Item> = items.iter().collect();
        let traits = self.traits(&refs, None, &[]);
        let asking = self.asking(&traits, steps);
        let mut subjects = self.subjects(&items, &[], &[Who::Anyone]);
        let can = |subject: &Subject, part: &[Item]| {
            part.iter().any(|item| subject.hats.iter().any(|hat| has(&item.grants, hat.role)))
        };
        let (a, b) = items.split_at(split);
        subjects.retain(|subject| can(subject, a) && can(subject, b));
        let mut hopeless = FxHashSet::default();
        for subject in distinct(subjects, |s| s.key(&self.index, &traits, false, false)) {
            let shape = subject.key(&self.index, &traits, false, true);
            if hopeless.contains(&shape) {
                continue;
            }
            // Allows that cannot be had alone are in no pair.
            let alone =
                |part: &[Item], copy| asking.thinkable(&subject, &|builder| singles(builder, part, copy, window));
            let (left, right) = (alone(a, 0)?, alone(b, 1)?);
            let cases = |builder: &mut Builder<'_>| pairs(builder, (a, &left), (b, &right), window);
            if !asking.thinkable(&subject, &cases)?.contains(&true) {
                hopeless.insert(shape);
            } else if let Some(found) = asking.find(&subject, &cases, None)? {
                return Ok(Some(concrete::witness(&self.index, found, &refs)));
            }
        }
        Ok(None)
    }

    fn at_most_roles(&self, most: u32, rights: &RightSet, window: WindowId, steps: &Steps) -> Answer {
        let items = rights.items.iter().map(|(right, field)| {
            let item = Item::new(&self.index, *right, *field);
            let traits = self.traits(&[&item], None, &[]);
            (item, traits)
        });
        let items: Vec<(Item, Traits)> = items.collect();
        let mut whole: Option<Witness> = None;
        let mut count = 0;
        for role in (0..self.index.model.roles.len()).map(RoleId::from_index) {
            for (item, traits) in items.iter().filter(|(item, _)| has(&item.grants, role)) {
                let ask = One { item, window, condition: None, member: None };
                let cases = |builder: &mut Builder<'_>| ask.cases(builder);
                if let Some(found) = self.asking(traits, steps).find(&Subject::alone(role), &cases, None)? {
                    let found = concrete::witness(&self.index, found, &[item]);
                    count += 1;
                    match &mut whole {
                        Some(whole) => whole.requests.extend(found.requests),
                        None => whole = Some(found),
                    }
                    break;
                }
            }
            if count > most {
                return Ok(whole);
            }
        }
        Ok(None)
    }

    fn always(&self, roles: &[RoleId], rights: &RightSet, window: WindowId, steps: &Steps) -> Answer {
        for (right, field) in &rights.items {
            let item = Item::new(&self.index, *right, *field);
            let traits = self.traits(&[&item], None, &[]);
            let asking = self.asking(&traits, steps);
            let ask = One { item: &item, window: WindowId::ALWAYS, condition: None, member: None };
            let cases = |builder: &mut Builder<'_>| ask.cases(builder);
            for role in roles {
                let subject = Subject::alone(*role);
                if let Some((at, any)) = asking.gap(&subject, &cases, window)? {
                    return Ok(Some(concrete::refused(&self.index, &subject, &item, at, any)));
                }
            }
        }
        Ok(None)
    }

    /// What can tell subjects apart.
    fn traits(&self, items: &[&Item], condition: Option<ConditionId>, who: &[Who]) -> Traits {
        let mut traits = Traits::default();
        for item in items {
            item.traits(&self.index, &mut traits);
        }
        for condition in &self.index.active_conditions {
            traits.condition(&self.index, *condition);
        }
        if let Some(condition) = condition {
            traits.condition(&self.index, condition);
        }
        traits.users.extend(who.iter().filter_map(|who| if let Who::User(user) = who { Some(*user) } else { None }));
        traits.finish();
        traits
    }

    /// Whoever some allow of an item may reach, with the hats that can matter. Most guarantees concern few people.
    fn subjects(&self, items: &[Item], roles: &[bool], who: &[Who]) -> Vec<Subject> {
        let index = &self.index;
        let named = self.named_roles(items);
        let keep = |role: RoleId| items.iter().any(|i| i.concerns(role)) || has(roles, role) || has(&named, role);
        let grants = |role: &RoleId| items.iter().any(|item| has(&item.grants, *role));
        let mut users: Vec<UserId> = Vec::new();
        if index.model.roles_from_request.iter().any(grants) {
            users.extend((0..index.model.users.len()).map(UserId::from_index));
        } else {
            for role in (0..index.model.roles.len()).map(RoleId::from_index).filter(grants) {
                users.extend(index.users_with(role));
            }
            users.sort_unstable();
            users.dedup();
        }
        if who.iter().all(|who| matches!(who, Who::User(_))) {
            users.retain(|user| who.contains(&Who::User(*user)));
        }
        // Most claims about roles concern few people.
        let is_role = |who: &Who| matches!(who, Who::Role(_) | Who::RoleOrHeirs(_));
        if who.iter().all(is_role) && !index.model.roles_from_request.iter().any(|role| has(roles, *role)) {
            let hats = |user: &UserId| index.hats.of(*user).iter();
            users.retain(|user| hats(user).any(|hat| has(roles, hat.role)));
        }
        let mut subjects: Vec<Subject> = users.into_iter().map(|user| Subject::known(index, user, &keep)).collect();
        let unknown = Subject::unknown(index, &keep);
        if unknown.hats.iter().any(|hat| grants(&hat.role)) {
            subjects.push(unknown);
        }
        subjects
    }

    /// Roles that requirements and refusals of brought roles ask for.
    fn named_roles(&self, items: &[Item]) -> Vec<bool> {
        let model = self.index.model;
        let mut roles: Vec<RoleId> = Vec::new();
        for item in items.iter().flat_map(|item| std::iter::once(item).chain(&item.changers)) {
            roles.extend(self.index.requires(item.right).flat_map(|(require, _)| require.roles.iter().copied()));
        }
        if !model.roles_from_request.is_empty() {
            for guarantee in &model.guarantees {
                if let GuaranteeKind::NobodyHasTwo(exclusive) = &guarantee.kind {
                    roles.extend(exclusive);
                }
            }
        }
        self.index.heirs_of(roles)
    }
}

/// How the people that a guarantee names bear on it.
#[derive(Clone, Copy)]
enum Membership {
    /// It speaks of them.
    OneOf,
    /// It speaks of everybody else.
    NotAdmitted,
}

/// One item, asked about one subject at a time.
struct One<'a> {
    item: &'a Item,
    window: WindowId,
    /// Must not be known true.
    condition: Option<ConditionId>,
    member: Option<(&'a [Who], Membership)>,
}

impl One<'_> {
    fn cases(&self, builder: &mut Builder<'_>) -> Result<Vec<Case>, Undecided> {
        let mut nodes = vec![builder.window(self.window)];
        if let Some((who, membership)) = self.member {
            let parts: Vec<_> = who
                .iter()
                .map(|who| match membership {
                    Membership::OneOf => builder.is_one(*who),
                    Membership::NotAdmitted => builder.is_admitted(*who),
                })
                .collect();
            let any = builder.formula.or(parts);
            nodes.push(match membership {
                Membership::OneOf => any,
                Membership::NotAdmitted => builder.formula.not(any),
            });
        }
        let candidates = builder.candidates(self.item, 0)?;
        let mut cases = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            let mut nodes = nodes.clone();
            if let Some(condition) = self.condition {
                let condition = builder.condition(condition, candidate.hat);
                let known = builder.formula.known(condition);
                nodes.push(builder.formula.not(known));
            }
            cases.push(Case { candidates: vec![candidate], nodes });
        }
        Ok(cases)
    }
}

/// Every allow of some items, each in a case of its own.
fn singles(builder: &mut Builder<'_>, items: &[Item], copy: Copy, window: WindowId) -> Result<Vec<Case>, Undecided> {
    let window = builder.window(window);
    builder.copy = copy;
    let mut cases = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let found = builder.candidates(item, place)?;
        cases.extend(found.into_iter().map(|c| Case { candidates: vec![c], nodes: vec![window] }));
    }
    Ok(cases)
}

/// Every allow of the first items with every allow of the others, each in a request of its own, as far as they were
/// found possible.
fn pairs(
    builder: &mut Builder<'_>,
    (first, left): (&[Item], &[bool]),
    (second, right): (&[Item], &[bool]),
    window: WindowId,
) -> Result<Vec<Case>, Undecided> {
    // Windows of hats are read another way here, which may fold away candidates: they are matched by what they are.
    let firsts = singles(builder, first, 0, window)?;
    let seconds = singles(builder, second, 1, window)?;
    let kept = |cases: &[Case], flags: &[bool], at: usize| cases.len() != flags.len() || flags.get(at) == Some(&true);
    let mut cases = Vec::new();
    for (_, a) in firsts.iter().enumerate().filter(|(i, _)| kept(&firsts, left, *i)) {
        for (_, b) in seconds.iter().enumerate().filter(|(j, _)| kept(&seconds, right, *j)) {
            let mut candidates: Vec<Candidate> = a.candidates.iter().chain(&b.candidates).cloned().collect();
            if let Some(last) = candidates.last_mut() {
                last.item += first.len();
            }
            cases.push(Case { candidates, nodes: a.nodes.clone() });
        }
    }
    Ok(cases)
}
