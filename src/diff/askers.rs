//! Who is asked, about what: people and roles who may be answered otherwise, those alike together, fields alike together.

use super::engine::{Asked, Engine, Pair, Who};
use super::side::Side;
use crate::exact::item::{Item, Traits, covers};
use crate::exact::subject::{Key, Subject};
use crate::exact::value::Person;
use crate::exact::worlds::World;
use crate::model::{FieldId, GuaranteeKind, RightId, RoleId, SuspensionKind, UserId};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

impl Engine<'_> {
    /// Everybody who may be answered otherwise about a right.
    pub(super) fn askers(&self, right: RightId) -> Vec<Who> {
        let rows = self.rows;
        let mut found = Vec::new();
        let concerned = |role: RoleId| rows.holders(right, role);
        found.extend(self.lens.roles.all().map(RoleId).filter(|role| concerned(*role)).map(Who::Role));
        let anybody = rows.anybody(right);
        let brought = self.head.model.roles_from_request.iter().copied();
        let brought = brought.chain(self.base.model.roles_from_request.iter().map(|role| self.lens.role(*role)));
        let brought: Vec<RoleId> = brought.collect();
        let by_request = anybody || brought.iter().any(|role| concerned(*role));
        for user in self.lens.users.all() {
            let wears = |side: &Side<'_>, local: Option<u32>, shared: &dyn Fn(RoleId) -> RoleId| {
                let hats = local.map_or(&[] as &[_], |local| side.index.hats.of(UserId(local)));
                hats.iter().any(|hat| concerned(shared(hat.role)))
            };
            let changed = anybody
                || rows.people.contains(&UserId(user))
                || (by_request && !brought.is_empty())
                || wears(self.base, self.lens.users.second(user), &|role| self.lens.role(role))
                || wears(self.head, self.lens.users.first(user), &|role| role);
            if changed {
                found.push(Who::Person(UserId(user)));
            }
        }
        if !brought.is_empty() && by_request {
            found.push(Who::Anybody);
        }
        found
    }

    pub(super) fn pair(&self, right: RightId, field: Option<FieldId>, listed: bool) -> Pair {
        let make = |side: &Side<'_>, right: Option<u32>, local: &dyn Fn(u32) -> Option<u32>| {
            let right = RightId(right?);
            let field = match field {
                Some(field) => Some(FieldId(local(field.0)?)),
                None => None,
            };
            Some(if listed { Item::listed(&side.index, right, field) } else { Item::new(&side.index, right, field) })
        };
        let (rights, fields) = (&self.lens.rights, &self.lens.fields);
        Pair {
            base: make(self.base, rights.second(right.0), &|field| fields.second(field)),
            head: make(self.head, rights.first(right.0), &|field| fields.first(field)),
        }
    }

    /// The record, and fields that the same rules and masks of both sides speak of.
    pub(super) fn kinds(&self, right: RightId) -> Vec<Vec<Option<FieldId>>> {
        let shared = |field: FieldId| FieldId(self.lens.fields.shared(field.0));
        let rights = &self.lens.rights;
        let mut kinds: BTreeMap<FieldId, Spoken> = BTreeMap::new();
        for (field, kind) in spoken_of(self.base, rights.second(right.0).map(RightId)) {
            kinds.entry(shared(field)).or_default().0 = Some(kind);
        }
        for (field, kind) in spoken_of(self.head, rights.first(right.0).map(RightId)) {
            kinds.entry(field).or_default().1 = Some(kind);
        }
        let mut groups: Vec<(Spoken, Vec<Option<FieldId>>)> = Vec::new();
        for (field, kind) in kinds {
            match groups.iter_mut().find(|(known, _)| *known == kind) {
                Some((_, fields)) => fields.push(Some(field)),
                None => groups.push((kind, vec![Some(field)])),
            }
        }
        std::iter::once(vec![None]).chain(groups.into_iter().map(|(_, fields)| fields)).collect()
    }

    pub(super) fn traits(&self, index: &crate::exact::index::Index<'_>, item: Option<&Item>) -> Traits {
        let mut traits = Traits::default();
        if let Some(item) = item {
            item.traits(index, &mut traits);
            for (_, condition) in index.right_suspensions(item.right) {
                traits.condition(index, *condition);
            }
        }
        index.active_conditions.iter().for_each(|condition| traits.condition(index, *condition));
        index.model.suspensions.iter().for_each(|suspension| traits.condition(index, suspension.condition));
        traits.finish();
        traits
    }

    /// Those whom neither side can tell apart are asked once.
    pub(super) fn groups<'p>(
        &self,
        pair: &'p Pair,
        beside: &[Option<&Pair>],
        askers: &[Who],
        traits: &(Traits, Traits),
    ) -> Vec<(Asked<'p>, Vec<Who>)> {
        let pairs = || std::iter::once(pair).chain(beside.iter().copied().flatten());
        let bases: Vec<&Item> = pairs().filter_map(|pair| pair.base.as_ref()).collect();
        let heads: Vec<&Item> = pairs().filter_map(|pair| pair.head.as_ref()).collect();
        let mut places: FxHashMap<(Option<SideKey>, Option<SideKey>), usize> = FxHashMap::default();
        let mut groups: Vec<(Asked<'p>, Vec<Who>)> = Vec::new();
        for who in askers {
            let base = pair.base.as_ref().and_then(|item| Some((self.subject(World::Second, *who, &bases)?, item)));
            let head = pair.head.as_ref().and_then(|item| Some((self.subject(World::First, *who, &heads)?, item)));
            let me = match who {
                Who::Person(user) => Person::Known(*user),
                Who::Role(_) | Who::Anybody => Person::Me,
            };
            let key = |side: &Side<'_>, asked: &Option<(Subject, &Item)>, traits: &Traits| {
                let (subject, _) = asked.as_ref()?;
                let by_role = if let Who::Role(role) = who { Some(*role) } else { None };
                Some((subject.key(&side.index, traits, false, false), listings(side, subject), by_role))
            };
            let key = (key(self.base, &base, &traits.0), key(self.head, &head, &traits.1));
            match places.get(&key).and_then(|at| groups.get_mut(*at)) {
                Some((_, members)) => members.push(*who),
                None => {
                    places.insert(key, groups.len());
                    groups.push((Asked { base, head, me }, vec![*who]));
                }
            }
        }
        groups
    }

    /// Somebody as one side knows them; `None` if it knows nobody like that.
    fn subject(&self, world: World, who: Who, items: &[&Item]) -> Option<Subject> {
        let side = if world == World::First { self.head } else { self.base };
        let local = |map: &crate::exact::lens::Map, shared: u32| match world {
            World::First => map.first(shared),
            World::Second => map.second(shared),
        };
        let model = side.model;
        let exclusive = |guarantee: &crate::model::Guarantee| matches!(guarantee.kind, GuaranteeKind::NobodyHasTwo(_));
        let whole = !model.separate_sessions.is_empty()
            || (!model.roles_from_request.is_empty() && model.guarantees.iter().any(exclusive));
        let requires = items.iter().flat_map(|item| side.index.requires(item.right));
        let required = requires.flat_map(|(require, _)| require.roles.iter().copied());
        let named = side.index.heirs_of(required);
        let keep = |role: RoleId| {
            whole || items.iter().any(|item| item.concerns(role)) || crate::exact::index::has(&named, role)
        };
        match who {
            Who::Role(role) => local(&self.lens.roles, role.0).map(|role| Subject::alone(RoleId(role))),
            Who::Person(user) => Some(match local(&self.lens.users, user.0) {
                Some(user) => Subject::known(&side.index, UserId(user), &keep),
                None => Subject::unknown(&side.index, &keep),
            }),
            Who::Anybody => Some(Subject::unknown(&side.index, &keep)),
        }
    }
}

/// What one side can see of somebody, the locks that name them, the role if it is one alone.
type SideKey = (Key, Vec<u32>, Option<RoleId>);

/// Which lines of each side speak of a field, one after the other; nothing where there is no such field.
type Spoken = (Option<Vec<bool>>, Option<Vec<bool>>);

/// By field of a right's object, which lines speak of it.
fn spoken_of(side: &Side<'_>, right: Option<RightId>) -> Vec<(FieldId, Vec<bool>)> {
    let model = side.model;
    let object = right.and_then(|id| model.rights.get(id.index())).and_then(|r| model.objects.get(r.object.index()));
    let (Some(right), Some(object)) = (right, object) else { return Vec::new() };
    // Whoever makes a record for another needs what sets its owner.
    let creates = Item::new(&side.index, right, None).must_own;
    let rights: Vec<RightId> = object.rights().filter(|other| creates || *other == right).collect();
    let rules = |right: RightId| side.index.rules(right).filter_map(|rule| model.rules.get(rule.index()));
    let of_object = |mask: &&crate::model::Mask| mask.fields.iter().any(|field| object.fields().any(|f| f == *field));
    let masks: Vec<_> = model.masks.iter().filter(of_object).collect();
    let each = object.fields().map(|field| {
        let lines = rights.iter().flat_map(|right| rules(*right).map(|rule| covers(model, rule, *right, Some(field))));
        (field, lines.chain(masks.iter().map(|mask| mask.fields.contains(&field))).collect())
    });
    each.collect()
}

/// The suspensions that name somebody, or exempt them.
fn listings(side: &Side<'_>, subject: &Subject) -> Vec<u32> {
    let Some(user) = subject.user() else { return Vec::new() };
    let lists = side.model.suspensions.iter().enumerate().filter(|(_, suspension)| match &suspension.kind {
        SuspensionKind::Users { users, .. } => users.contains(&user),
        SuspensionKind::Everything { except_users, .. } => except_users.contains(&user),
        SuspensionKind::Roles { .. } | SuspensionKind::Rights(_) => false,
    });
    lists.map(|(at, _)| at as u32).collect()
}
