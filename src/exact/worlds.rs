//! [`Worlds`]: the policies that a formula speaks of: one, or two that are compared.
//!
//! Ids in slots, values and atoms are those of the first policy; what only the second one knows has ids after them. A
//! [`Lens`] says which is which. What the two read differently (the tree of units, whose unit is which, who is above
//! whom) is asked of the [`World`] that an atom names.

use super::index::Index;
use super::value::{Person, Scalar};
use crate::model::{
    AttributeRef, EnumId, FieldId, Model, NetworkId, RequestAttributeId, RightId, RoleId, SubjectAttributeId, UnitId,
    UserId, ValueType, WindowId,
};
use crate::source::Symbol;
use crate::time::{TimeTable, Window};
use rustc_hash::FxHashSet;

/// Which of the policies reads something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum World {
    /// The first, or the only one.
    First,
    /// The one that it is compared with.
    Second,
}

/// Ids of the second policy as ids of the first.
#[derive(Debug, Default)]
pub(crate) struct Map {
    to: Vec<u32>,
    back: Vec<Option<u32>>,
}

impl Map {
    /// From pairs of ids, second and first. What has no pair is put after all ids of the first.
    pub(crate) fn new(second: usize, first: usize, pairs: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let mut map = Self { to: (0..second).map(|at| (first + at) as u32).collect(), back: vec![None; first] };
        for (other, mine) in pairs {
            if let (Some(to), Some(back)) = (map.to.get_mut(other), map.back.get_mut(mine))
                && back.is_none()
            {
                *to = mine as u32;
                *back = Some(other as u32);
            }
        }
        map
    }

    /// The shared id of one of the second policy.
    pub(crate) fn shared(&self, second: u32) -> u32 {
        self.to.get(second as usize).copied().unwrap_or(u32::MAX)
    }

    /// The id in the second policy.
    pub(crate) fn second(&self, shared: u32) -> Option<u32> {
        match self.back.get(shared as usize) {
            Some(back) => *back,
            None => Some(shared - self.back.len() as u32).filter(|at| (*at as usize) < self.to.len()),
        }
    }

    /// The id in the first policy.
    pub(crate) fn first(&self, shared: u32) -> Option<u32> {
        ((shared as usize) < self.back.len()).then_some(shared)
    }

    /// Ids that only the second policy has.
    pub(crate) fn added(&self) -> impl Iterator<Item = u32> + '_ {
        self.to.iter().copied().filter(|to| *to as usize >= self.back.len())
    }

    /// Every shared id.
    pub(crate) fn all(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.back.len() as u32).chain(self.added())
    }
}

/// How the second policy's ids stand to those of the first.
#[derive(Debug, Default)]
pub(crate) struct Lens {
    pub(crate) objects: Map,
    pub(crate) rights: Map,
    pub(crate) fields: Map,
    pub(crate) labels: Map,
    pub(crate) subject_attributes: Map,
    pub(crate) request_attributes: Map,
    pub(crate) enums: Map,
    /// By enumeration of the second policy, the shared place of each of its values.
    pub(crate) enum_values: Vec<Vec<u32>>,
    pub(crate) units: Map,
    pub(crate) users: Map,
    pub(crate) networks: Map,
    pub(crate) roles: Map,
    pub(crate) symbols: Map,
    /// By window of the second policy, its place in `windows`.
    pub(crate) window_of: Vec<WindowId>,
    /// The windows of both, those of the first first.
    pub(crate) windows: Vec<Window>,
    /// What they are read by.
    pub(crate) time: TimeTable,
    /// Both have the same units, each below the same.
    pub(crate) same_units: bool,
    /// Both say the same of every person's units and of whom they report to.
    pub(crate) same_people: bool,
    /// Persons whom a policy cannot tell from somebody it knows by another spelling, so that their ids say nothing to it.
    pub(crate) blurred: FxHashSet<(World, UserId)>,
    /// Attributes of one name and different types, of which nothing can be told.
    pub(crate) retyped: FxHashSet<AttributeRef>,
}

impl Lens {
    pub(crate) fn attribute(&self, attribute: AttributeRef) -> AttributeRef {
        match attribute {
            AttributeRef::RecordId => AttributeRef::RecordId,
            AttributeRef::Record(id) => AttributeRef::Record(FieldId(self.fields.shared(id.0))),
            AttributeRef::Subject(id) => {
                AttributeRef::Subject(SubjectAttributeId(self.subject_attributes.shared(id.0)))
            }
            AttributeRef::Request(id) => {
                AttributeRef::Request(RequestAttributeId(self.request_attributes.shared(id.0)))
            }
        }
    }

    /// The attribute in the second policy.
    fn second(&self, attribute: AttributeRef) -> Option<AttributeRef> {
        Some(match attribute {
            AttributeRef::RecordId => AttributeRef::RecordId,
            AttributeRef::Record(id) => AttributeRef::Record(FieldId(self.fields.second(id.0)?)),
            AttributeRef::Subject(id) => {
                AttributeRef::Subject(SubjectAttributeId(self.subject_attributes.second(id.0)?))
            }
            AttributeRef::Request(id) => {
                AttributeRef::Request(RequestAttributeId(self.request_attributes.second(id.0)?))
            }
        })
    }

    /// The attribute in the first policy.
    fn first(&self, attribute: AttributeRef) -> Option<AttributeRef> {
        let known = match attribute {
            AttributeRef::RecordId => Some(0),
            AttributeRef::Record(id) => self.fields.first(id.0),
            AttributeRef::Subject(id) => self.subject_attributes.first(id.0),
            AttributeRef::Request(id) => self.request_attributes.first(id.0),
        };
        known.map(|_| attribute)
    }

    pub(crate) fn person(&self, person: Person) -> Person {
        match person {
            Person::Known(user) => Person::Known(UserId(self.users.shared(user.0))),
            Person::Me | Person::Stranger(_) => person,
        }
    }

    /// A value that the second policy states, of an attribute of the second policy.
    pub(crate) fn scalar(&self, scalar: Scalar, ty: Option<ValueType>) -> Scalar {
        match scalar {
            Scalar::Text(text) => Scalar::Text(Symbol(self.symbols.shared(text.0))),
            Scalar::Person(person) => Scalar::Person(self.person(person)),
            Scalar::Unit(unit) => Scalar::Unit(self.unit(unit)),
            Scalar::Enum(at) => {
                let Some(ValueType::Enum(id)) = ty else { return scalar };
                let places = self.enum_values.get(id.index());
                places.and_then(|places| places.get(at as usize)).map_or(Scalar::Missing, |at| Scalar::Enum(*at))
            }
            Scalar::Missing
            | Scalar::Null
            | Scalar::Boolean(_)
            | Scalar::Number(_)
            | Scalar::FreshText(_)
            | Scalar::Address(_)
            | Scalar::Present => scalar,
        }
    }

    pub(crate) fn unit(&self, unit: UnitId) -> UnitId {
        UnitId(self.units.shared(unit.0))
    }

    pub(crate) fn window(&self, window: WindowId) -> WindowId {
        self.window_of.get(window.index()).copied().unwrap_or(WindowId::ALWAYS)
    }

    pub(crate) fn role(&self, role: RoleId) -> RoleId {
        RoleId(self.roles.shared(role.0))
    }

    pub(crate) fn right(&self, right: RightId) -> RightId {
        RightId(self.rights.shared(right.0))
    }
}

/// The policies that a formula speaks of.
#[derive(Clone, Copy)]
pub(crate) struct Worlds<'a> {
    first: &'a Index<'a>,
    second: Option<(&'a Index<'a>, &'a Lens)>,
}

impl<'a> Worlds<'a> {
    pub(crate) fn one(index: &'a Index<'a>) -> Self {
        Self { first: index, second: None }
    }

    pub(crate) fn two(first: &'a Index<'a>, second: &'a Index<'a>, lens: &'a Lens) -> Self {
        Self { first, second: Some((second, lens)) }
    }

    /// How the second policy is read, for who builds with it.
    pub(crate) fn lens(&self) -> Option<&'a Lens> {
        self.second.map(|(_, lens)| lens)
    }

    pub(crate) fn first(&self) -> &'a Index<'a> {
        self.first
    }

    fn model(&self, world: World) -> &'a Model {
        match (world, self.second) {
            (World::Second, Some((index, _))) => index.model,
            _ => self.first.model,
        }
    }

    /// The policy that knows an id, and the id in it: the first if both do.
    fn place(&self, map: impl Fn(&Lens) -> &Map, shared: u32) -> (&'a Model, u32) {
        match self.second {
            Some((index, lens)) if map(lens).first(shared).is_none() => {
                (index.model, map(lens).second(shared).unwrap_or(u32::MAX))
            }
            _ => (self.first.model, shared),
        }
    }

    /// An id in one of the policies.
    fn local(&self, world: World, map: impl Fn(&Lens) -> &Map, shared: u32) -> Option<u32> {
        match (world, self.second) {
            (_, None) => Some(shared),
            (World::First, Some((_, lens))) => map(lens).first(shared),
            (World::Second, Some((_, lens))) => map(lens).second(shared),
        }
    }

    /// Type of an attribute's value or elements, and whether it is a set; enumerations with their shared id.
    pub(crate) fn kind(&self, attribute: AttributeRef) -> Option<(ValueType, bool)> {
        let Some((index, lens)) = self.second else { return super::terms::kind(self.first.model, attribute) };
        if lens.first(attribute).is_some() {
            return super::terms::kind(self.first.model, attribute);
        }
        let (ty, set) = super::terms::kind(index.model, lens.second(attribute)?)?;
        Some((if let ValueType::Enum(id) = ty { ValueType::Enum(EnumId(lens.enums.shared(id.0))) } else { ty }, set))
    }

    /// How many values an enumeration has in both policies together.
    pub(crate) fn enum_count(&self, id: EnumId) -> usize {
        let mine = self.enum_in(World::First, id).map_or(0, |e| e.values.len());
        let theirs = self.second.and_then(|(_, lens)| {
            let places = lens.enum_values.get(lens.enums.second(id.0)? as usize)?;
            places.iter().max().map(|most| *most as usize + 1)
        });
        mine.max(theirs.unwrap_or(0))
    }

    fn enum_in(&self, world: World, id: EnumId) -> Option<&'a crate::model::Enum> {
        let local = self.local(world, |lens| &lens.enums, id.0)?;
        self.model(world).enums.get(local as usize)
    }

    /// The name of a value of an enumeration.
    pub(crate) fn enum_value(&self, id: EnumId, position: u32) -> &'a str {
        let first = self.enum_in(World::First, id).and_then(|e| e.values.get(position as usize));
        if let Some(value) = first {
            return self.first.model.text(value.name);
        }
        let found = self.second.and_then(|(index, lens)| {
            let local = lens.enums.second(id.0)? as usize;
            let place = lens.enum_values.get(local)?.iter().position(|at| *at == position)?;
            Some(index.model.text(index.model.enums.get(local)?.values.get(place)?.name))
        });
        found.unwrap_or("")
    }

    /// Whether one of the policies does not know every value that an attribute may have here.
    pub(crate) fn is_partial(&self, attribute: AttributeRef) -> bool {
        let Some((_, lens)) = self.second else { return false };
        match self.kind(attribute) {
            Some((ValueType::Unit, _)) => !lens.same_units,
            Some((ValueType::User, _)) => !lens.blurred.is_empty(),
            Some((ValueType::Enum(id), _)) => {
                let all = self.enum_count(id);
                [World::First, World::Second].iter().any(|w| self.enum_in(*w, id).is_none_or(|e| e.values.len() != all))
            }
            _ => false,
        }
    }

    /// A value as one of the policies reads it: missing if it does not know it.
    pub(crate) fn reads(&self, world: World, attribute: AttributeRef, value: Scalar) -> Scalar {
        let Some((_, lens)) = self.second else { return value };
        let known = match (value, self.kind(attribute)) {
            (Scalar::Unit(unit), _) => self.local(world, |lens| &lens.units, unit.0).is_some(),
            (Scalar::Person(Person::Known(user)), _) => !lens.blurred.contains(&(world, user)),
            (Scalar::Enum(at), Some((ValueType::Enum(id), _))) => match world {
                World::First => self.enum_in(world, id).is_some_and(|e| (at as usize) < e.values.len()),
                World::Second => {
                    let places = lens.enums.second(id.0).and_then(|local| lens.enum_values.get(local as usize));
                    places.is_some_and(|places| places.contains(&at))
                }
            },
            _ => true,
        };
        if known { value } else { Scalar::Missing }
    }

    /// The ranges of a network.
    pub(crate) fn ranges(&self, network: NetworkId) -> &'a [(u128, u128)] {
        let (model, id) = self.place(|lens| &lens.networks, network.0);
        model.networks.get(id as usize).map_or(&[], |network| network.ranges.as_slice())
    }

    /// The ranges of all networks.
    pub(crate) fn all_ranges(&self) -> impl Iterator<Item = (u128, u128)> + 'a {
        let second = self.second.map(|(index, _)| &index.model.networks);
        self.first.model.networks.iter().chain(second.into_iter().flatten()).flat_map(|n| n.ranges.iter().copied())
    }

    /// Whether a unit is another one or lies below it.
    pub(crate) fn at_or_below(&self, world: World, unit: UnitId, top: UnitId) -> bool {
        let local = |unit: UnitId| self.local(world, |lens| &lens.units, unit.0).map(UnitId);
        let (Some(unit), Some(top)) = (local(unit), local(top)) else { return false };
        self.model(world).unit_at_or_below(unit, top)
    }

    /// The units of a person; `None` if not known.
    pub(crate) fn units_of(&self, world: World, user: UserId) -> Option<Vec<UnitId>> {
        let local = self.local(world, |lens| &lens.users, user.0)?;
        let units = self.model(world).users.get(local as usize)?.units.as_ref()?;
        let shared = |unit: &UnitId| match (world, self.second) {
            (World::Second, Some((_, lens))) => lens.unit(*unit),
            _ => *unit,
        };
        Some(units.iter().map(shared).collect())
    }

    /// Whom a person reports to.
    pub(crate) fn above(&self, world: World, user: UserId) -> Option<UserId> {
        let local = self.local(world, |lens| &lens.users, user.0)?;
        let above = self.model(world).users.get(local as usize)?.reports_to?;
        Some(match (world, self.second) {
            (World::Second, Some((_, lens))) => UserId(lens.users.shared(above.0)),
            _ => above,
        })
    }

    /// How many people a line of reports may have.
    pub(crate) fn people(&self, world: World) -> usize {
        self.model(world).users.len()
    }

    /// Everybody, where the policies say different things of people.
    pub(crate) fn differing_people(&self) -> Option<Vec<UserId>> {
        let lens = self.lens().filter(|lens| !lens.same_people)?;
        Some(lens.users.all().map(UserId).collect())
    }

    /// All units, where the policies have different ones.
    pub(crate) fn differing_units(&self) -> Option<Vec<UnitId>> {
        let lens = self.lens().filter(|lens| !lens.same_units)?;
        Some(lens.units.all().map(UnitId).collect())
    }

    /// Which policy is to be asked about the tree of units: one of them where both say the same.
    pub(crate) fn tree(&self, world: World) -> World {
        if self.lens().is_none_or(|lens| lens.same_units) { World::First } else { world }
    }

    /// Which policy is to be asked about people.
    pub(crate) fn folk(&self, world: World) -> World {
        if self.lens().is_none_or(|lens| lens.same_people && lens.same_units) { World::First } else { world }
    }

    /// A name that one of the policies states.
    pub(crate) fn text(&self, symbol: Symbol) -> &'a str {
        let (model, id) = self.place(|lens| &lens.symbols, symbol.0);
        model.text(Symbol(id))
    }

    /// Whether some policy names a text.
    pub(crate) fn names_text(&self, text: &str) -> bool {
        let second = self.second.map(|(index, _)| index.model);
        std::iter::once(self.first.model).chain(second).any(|model| model.symbols.get(text).is_some())
    }

    /// Whether an id is that of somebody, written alike.
    pub(crate) fn names_person(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let second = self.second.map(|(index, _)| index.model);
        std::iter::once(self.first.model).chain(second).any(|model| {
            let ids = model.users.iter().flat_map(|user| std::iter::once(&user.id).chain(&user.other_ids));
            ids.into_iter().any(|id| model.text(*id).to_lowercase() == word)
        })
    }

    /// The model and id by which a policy writes something: its own name for it, else that of the other.
    pub(crate) fn written(&self, world: World, map: impl Fn(&Lens) -> &Map, shared: u32) -> (&'a Model, u32) {
        match self.local(world, &map, shared) {
            Some(local) => (self.model(world), local),
            None => match (world, self.second) {
                (World::First, Some((index, lens))) => (index.model, map(lens).second(shared).unwrap_or(u32::MAX)),
                _ => (self.first.model, shared),
            },
        }
    }
}
