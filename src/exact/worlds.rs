//! [`Worlds`]: the policies that a formula speaks of: one, or two that are compared.
//!
//! Ids in slots, values and atoms are those of the first policy; what only the second one knows has ids after them. A
//! [`Lens`] says which is which. What the two read differently (the tree of units, whose unit is which, who is above
//! whom) is asked of the [`World`] that an atom names.

use super::index::Index;
use super::lens::{Lens, Map};
use super::value::{Person, Scalar};
use crate::model::{AttributeRef, EnumId, Model, NetworkId, UnitId, UserId, ValueType};
use crate::source::Symbol;

/// Which of the policies reads something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum World {
    /// The first, or the only one.
    First,
    /// The one that it is compared with.
    Second,
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
        self.first.is_name(word) || self.second.is_some_and(|(index, _)| index.is_name(word))
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
