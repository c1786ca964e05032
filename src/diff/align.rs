//! Aligns two policies by name: what is called the same, or says what it was called before, is the same thing on both
//! sides. What one side lacks is unknown there, and denied.

use super::clock;
use super::side::Side;
use crate::exact::lens::{Lens, Map};
use crate::exact::worlds::World;
use crate::model::{
    Attribute, AttributeRef, AttributeSource, EnumId, FieldId, FieldKind, Model, RequestAttributeId, Right, Role,
    SubjectAttributeId, UserId, ValueType,
};
use crate::source::Symbol;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::hash::Hash;

/// Something that has another name on the other side.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rename {
    /// What kind of thing it is.
    pub kind: Renamed,
    /// Its name in the base.
    pub from: String,
    /// Its name in the head.
    pub to: String,
    /// The policy says so; else it was recognised by what it says.
    pub declared: bool,
}

/// What can have another name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Renamed {
    /// A role.
    Role,
    /// An object.
    Object,
    /// An action; the names are those of the object and the action.
    Action,
    /// A field; the names are those of the object and the field.
    Field,
    /// A unit.
    Unit,
    /// A person, whose former id is another id of theirs now.
    Person,
}

/// How the base stands to the head, and what has another name.
pub(super) fn align(base: &Side<'_>, head: &Side<'_>) -> (Lens, Vec<Rename>) {
    let mut aligning = Aligning { base: base.model, head: head.model, lens: Lens::default(), renames: Vec::new() };
    aligning.vocabulary();
    aligning.people();
    aligning.roles(base, head);
    aligning.types();
    clock::windows(base.model, head.model, &mut aligning.lens);
    aligning.renames.sort();
    (aligning.lens, aligning.renames)
}

struct Aligning<'a> {
    base: &'a Model,
    head: &'a Model,
    lens: Lens,
    renames: Vec<Rename>,
}

/// Pairs of places with one key.
fn pairs<K: Eq + Hash>(
    base: impl Iterator<Item = Option<K>>,
    head: impl Iterator<Item = Option<K>>,
) -> Vec<(usize, usize)> {
    let known: FxHashMap<K, usize> =
        head.enumerate().filter_map(|(at, key)| Some((key?, at))).collect::<Vec<_>>().into_iter().rev().collect();
    base.enumerate().filter_map(|(at, key)| Some((at, *known.get(&key?)?))).collect()
}

/// Pairs by name, with those that say their former name where nothing else has it.
fn named<'m, T>(
    (base, theirs): (&'m Model, &'m [T]),
    (head, mine): (&'m Model, &'m [T]),
    name: impl Fn(&T) -> Symbol,
    former: impl Fn(&T) -> Option<Symbol>,
) -> Vec<(usize, usize)> {
    let old: FxHashMap<&str, usize> = theirs.iter().enumerate().map(|(at, t)| (base.text(name(t)), at)).collect();
    let new: FxHashSet<&str> = mine.iter().map(|t| head.text(name(t))).collect();
    let mut found = Vec::new();
    for (at, thing) in mine.iter().enumerate() {
        let same = old.get(head.text(name(thing)));
        let was = former(thing).map(|symbol| head.text(symbol)).filter(|was| !new.contains(was));
        found.extend(same.or_else(|| old.get(was?)).map(|other| (*other, at)));
    }
    found
}

impl Aligning<'_> {
    fn vocabulary(&mut self) {
        let (base, head) = (self.base, self.head);
        let texts = |model: &Model| {
            (0..model.symbols.len()).map(|at| Some(model.text(Symbol(at as u32)).to_owned())).collect::<Vec<_>>()
        };
        let symbols = pairs(texts(base).into_iter(), texts(head).into_iter());
        self.lens.symbols = Map::new(base.symbols.len(), head.symbols.len(), symbols);
        let labels = named((base, &base.labels), (head, &head.labels), |l| l.name, |l| l.renamed_from);
        self.lens.labels = Map::new(base.labels.len(), head.labels.len(), labels);
        let units = named((base, &base.units), (head, &head.units), |u| u.name, |u| u.renamed_from);
        for (theirs, mine) in &units {
            let names = (base.units.get(*theirs).map(|u| u.name), head.units.get(*mine).map(|u| u.name));
            self.rename(Renamed::Unit, names, "", "");
        }
        self.lens.units = Map::new(base.units.len(), head.units.len(), units);
        let key = |model: &Model, network: &crate::model::Network| {
            Some((model.text(network.name).to_owned(), network.ranges.clone()))
        };
        let networks = pairs(base.networks.iter().map(|n| key(base, n)), head.networks.iter().map(|n| key(head, n)));
        self.lens.networks = Map::new(base.networks.len(), head.networks.len(), networks);
        let attributes = |model: &Model, all: &[Attribute]| {
            all.iter().map(|a| Some(model.text(a.name).to_owned())).collect::<Vec<_>>().into_iter()
        };
        let subject = pairs(attributes(base, &base.subject_attributes), attributes(head, &head.subject_attributes));
        self.lens.subject_attributes = Map::new(base.subject_attributes.len(), head.subject_attributes.len(), subject);
        let request = pairs(attributes(base, &base.request_attributes), attributes(head, &head.request_attributes));
        self.lens.request_attributes = Map::new(base.request_attributes.len(), head.request_attributes.len(), request);
        self.objects();
        let parent = |unit: &crate::model::Unit| unit.parent.map(|up| up.0);
        self.lens.same_units = base.units.len() == head.units.len()
            && base.units.iter().enumerate().all(|(at, unit)| {
                let shared = self.lens.units.shared(at as u32);
                let other = head.units.get(shared as usize);
                other.is_some_and(|other| parent(other) == parent(unit).map(|up| self.lens.units.shared(up)))
            });
    }

    fn objects(&mut self) {
        let (base, head) = (self.base, self.head);
        let objects = named((base, &base.objects), (head, &head.objects), |o| o.name, |o| o.renamed_from);
        let (mut rights, mut fields) = (Vec::new(), Vec::new());
        for (theirs, mine) in &objects {
            let (Some(old), Some(new)) = (base.objects.get(*theirs), head.objects.get(*mine)) else { continue };
            self.rename(Renamed::Object, (Some(old.name), Some(new.name)), "", "");
            let (from, to) = (base.text(old.name), head.text(new.name));
            let (first, other) = (old.rights.start as usize, new.rights.start as usize);
            let name = |right: &Right| right.action;
            let (olds, news) = (part(&base.rights, &old.rights), part(&head.rights, &new.rights));
            for (a, b) in named((base, olds), (head, news), name, |right| right.renamed_from) {
                rights.push((first + a, other + b));
                self.rename(Renamed::Action, (olds.get(a).map(name), news.get(b).map(name)), from, to);
            }
            let (first, other) = (old.fields.start as usize, new.fields.start as usize);
            let (olds, news) = (part(&base.fields, &old.fields), part(&head.fields, &new.fields));
            for (a, b) in named((base, olds), (head, news), |field| field.name, |field| field.renamed_from) {
                fields.push((first + a, other + b));
                let names = (olds.get(a).map(|field| field.name), news.get(b).map(|field| field.name));
                self.rename(Renamed::Field, names, from, to);
            }
        }
        self.lens.objects = Map::new(base.objects.len(), head.objects.len(), objects);
        self.lens.rights = Map::new(base.rights.len(), head.rights.len(), rights);
        self.lens.fields = Map::new(base.fields.len(), head.fields.len(), fields);
    }

    /// Notes two names of one thing, if they are not the same.
    fn rename(&mut self, kind: Renamed, names: (Option<Symbol>, Option<Symbol>), old_of: &str, new_of: &str) {
        let (Some(from), Some(to)) = names else { return };
        let (from, to) = (self.base.text(from), self.head.text(to));
        if from != to {
            let full = |of: &str, name: &str| if of.is_empty() { name.to_owned() } else { format!("{of} {name}") };
            self.renames.push(Rename { kind, from: full(old_of, from), to: full(new_of, to), declared: true });
        }
    }

    fn people(&mut self) {
        let (base, head) = (self.base, self.head);
        let mut found = named((base, &base.users), (head, &head.users), |u| u.id, |_| None);
        let (known, taken): (FxHashSet<usize>, FxHashSet<usize>) = found.iter().copied().unzip();
        let old: FxHashMap<&str, usize> =
            base.users.iter().enumerate().map(|(at, user)| (base.text(user.id), at)).collect();
        for (at, user) in head.users.iter().enumerate().filter(|(at, _)| !taken.contains(at)) {
            let was = user.other_ids.iter().find_map(|id| old.get(head.text(*id)).filter(|was| !known.contains(*was)));
            if let Some(was) = was {
                found.push((*was, at));
                self.rename(Renamed::Person, (base.users.get(*was).map(|u| u.id), Some(user.id)), "", "");
            }
        }
        self.lens.users = Map::new(base.users.len(), head.users.len(), found);
        self.lens.blurred = self.blurred();
        self.lens.same_people = self.same_people();
    }

    /// Persons whom only one side knows, but by whose id the other means somebody else.
    fn blurred(&self) -> FxHashSet<(World, UserId)> {
        let spelled = |model: &Model| -> FxHashSet<String> {
            let ids = model.users.iter().flat_map(|user| std::iter::once(&user.id).chain(&user.other_ids));
            ids.map(|id| model.text(*id).to_lowercase()).collect()
        };
        let (olds, news) = (spelled(self.base), spelled(self.head));
        let users = &self.lens.users;
        let mut found = FxHashSet::default();
        for (at, user) in self.base.users.iter().enumerate() {
            let shared = users.shared(at as u32);
            if users.first(shared).is_none() && news.contains(&self.base.text(user.id).to_lowercase()) {
                found.insert((World::First, UserId(shared)));
            }
        }
        for (at, user) in self.head.users.iter().enumerate() {
            if users.second(at as u32).is_none() && olds.contains(&self.head.text(user.id).to_lowercase()) {
                found.insert((World::Second, UserId(at as u32)));
            }
        }
        found
    }

    fn same_people(&self) -> bool {
        let (users, units) = (&self.lens.users, &self.lens.units);
        let mut alike = self.base.users.iter().enumerate().map(|(at, user)| {
            let mine = users.first(users.shared(at as u32)).and_then(|id| self.head.users.get(id as usize));
            let Some(mine) = mine else { return user.units.is_none() && user.reports_to.is_none() };
            let sorted = |list: Vec<u32>| {
                let mut list = list;
                list.sort_unstable();
                list
            };
            let theirs = user.units.as_ref().map(|all| sorted(all.iter().map(|unit| units.shared(unit.0)).collect()));
            theirs == mine.units.as_ref().map(|all| sorted(all.iter().map(|unit| unit.0).collect()))
                && user.reports_to.map(|up| users.shared(up.0)) == mine.reports_to.map(|up| up.0)
        });
        let fresh = |(at, user): (usize, &crate::model::User)| {
            users.second(at as u32).is_some() || (user.units.is_none() && user.reports_to.is_none())
        };
        alike.all(|alike| alike) && self.head.users.iter().enumerate().all(fresh)
    }

    fn roles(&mut self, base: &Side<'_>, head: &Side<'_>) {
        let (old, new) = (self.base, self.head);
        let name = |role: &Role| role.name;
        let mut found = named((old, &old.roles), (new, &new.roles), name, |role| role.renamed_from);
        for (theirs, mine) in &found {
            let names = (old.roles.get(*theirs).map(name), new.roles.get(*mine).map(name));
            self.rename(Renamed::Role, names, "", "");
        }
        // A role that only one side has and one that only the other has, whose lines are the same text.
        let known: FxHashSet<usize> = found.iter().map(|(theirs, _)| *theirs).collect();
        let taken: FxHashSet<usize> = found.iter().map(|(_, mine)| *mine).collect();
        let texts = |side: &Side<'_>, left: &FxHashSet<usize>| {
            let mut by_text: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for at in (0..side.model.roles.len()).filter(|at| !left.contains(at)) {
                if let Some(text) = side.body(at) {
                    by_text.entry(text).or_default().push(at);
                }
            }
            by_text
        };
        let (olds, news) = (texts(base, &known), texts(head, &taken));
        for (text, theirs) in olds {
            if let ([theirs], Some([mine])) = (theirs.as_slice(), news.get(&text).map(Vec::as_slice)) {
                found.push((*theirs, *mine));
                let names = (old.roles.get(*theirs).map(name), new.roles.get(*mine).map(name));
                self.rename(Renamed::Role, names, "", "");
                if let Some(rename) = self.renames.last_mut() {
                    rename.declared = false;
                }
            }
        }
        self.lens.roles = Map::new(old.roles.len(), new.roles.len(), found);
    }

    /// Pairs enumerations by the attributes that have them, and notes attributes whose type is another one.
    fn types(&mut self) {
        let (base, head) = (self.base, self.head);
        let mut attributes: Vec<(AttributeRef, Kind, Kind)> = Vec::new();
        for at in 0..head.fields.len() {
            let Some(other) = self.lens.fields.second(at as u32) else { continue };
            let kind = |model: &Model, at: usize| model.fields.get(at).map(|field| Kind::of(field.kind));
            if let (Some(old), Some(new)) = (kind(base, other as usize), kind(head, at)) {
                attributes.push((AttributeRef::Record(FieldId::from_index(at)), old, new));
            }
        }
        let of = |attribute: &Attribute| Kind(Some((attribute.ty, attribute.set, attribute.source)));
        for (at, attribute) in head.subject_attributes.iter().enumerate() {
            let other = self.lens.subject_attributes.second(at as u32);
            if let Some(other) = other.and_then(|other| base.subject_attributes.get(other as usize)) {
                let shared = AttributeRef::Subject(SubjectAttributeId::from_index(at));
                attributes.push((shared, of(other), of(attribute)));
            }
        }
        for (at, attribute) in head.request_attributes.iter().enumerate() {
            let other = self.lens.request_attributes.second(at as u32);
            if let Some(other) = other.and_then(|other| base.request_attributes.get(other as usize)) {
                let shared = AttributeRef::Request(RequestAttributeId::from_index(at));
                attributes.push((shared, of(other), of(attribute)));
            }
        }
        let mut enums: FxHashMap<EnumId, EnumId> = FxHashMap::default();
        let mut back: FxHashMap<EnumId, EnumId> = FxHashMap::default();
        for (attribute, old, new) in attributes {
            let same = match (old.0, new.0) {
                (Some((ValueType::Enum(theirs), set, source)), Some((ValueType::Enum(mine), also, from))) => {
                    (set, source) == (also, from)
                        && *enums.entry(theirs).or_insert(mine) == mine
                        && *back.entry(mine).or_insert(theirs) == theirs
                        && self.orders_alike(theirs, mine)
                }
                (old, new) => old == new,
            };
            if !same {
                self.lens.retyped.insert(attribute);
            }
        }
        let pairs = enums.iter().map(|(theirs, mine)| (theirs.index(), mine.index()));
        self.lens.enums = Map::new(base.enums.len(), head.enums.len(), pairs);
        self.lens.enum_values = (0..base.enums.len()).map(|at| self.values(at, &enums)).collect();
    }

    /// Whether values of two enumerations compare alike: where an order counts, they must be the same.
    fn orders_alike(&self, theirs: EnumId, mine: EnumId) -> bool {
        let (old, new) = (self.base.enums.get(theirs.index()), self.head.enums.get(mine.index()));
        let (Some(old), Some(new)) = (old, new) else { return false };
        let names = |model: &Model, e: &crate::model::Enum| {
            e.values.iter().map(|value| model.text(value.name).to_owned()).collect::<Vec<_>>()
        };
        (!old.ordered && !new.ordered) || names(self.base, old) == names(self.head, new)
    }

    /// The shared place of each value of an enumeration of the base.
    fn values(&self, at: usize, enums: &FxHashMap<EnumId, EnumId>) -> Vec<u32> {
        let Some(old) = self.base.enums.get(at) else { return Vec::new() };
        let new = enums.get(&EnumId::from_index(at)).and_then(|mine| self.head.enums.get(mine.index()));
        let mut next = new.map_or(0, |new| new.values.len() as u32);
        let place = |name: Symbol| {
            let name = self.base.text(name);
            new.and_then(|new| new.values.iter().position(|value| self.head.text(value.name) == name))
        };
        let each = old.values.iter().map(|value| match place(value.name) {
            Some(place) => place as u32,
            None => {
                next += 1;
                next - 1
            }
        });
        each.collect()
    }
}

/// What makes two attributes one: type, set or not, where its value comes from; `None` if conditions cannot use it.
#[derive(PartialEq, Eq)]
struct Kind(Option<(ValueType, bool, AttributeSource)>);

impl Kind {
    fn of(kind: FieldKind) -> Self {
        Self(match kind {
            FieldKind::Field => None,
            FieldKind::Attribute { ty, set, source } => Some((ty, set, source)),
        })
    }
}

fn part<'m, T>(all: &'m [T], range: &std::ops::Range<u32>) -> &'m [T] {
    all.get(range.start as usize..range.end as usize).unwrap_or(&[])
}
