//! [`Lens`]: how the ids of one policy stand to those of another, which it is compared with.

use super::value::{Person, Scalar};
use super::worlds::World;
use crate::model::{
    AttributeRef, FieldId, RequestAttributeId, RightId, RoleId, SubjectAttributeId, UnitId, UserId, ValueType, WindowId,
};
use crate::source::Symbol;
use crate::time::{TimeTable, Window};
use rustc_hash::FxHashSet;

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
    pub(super) fn second(&self, attribute: AttributeRef) -> Option<AttributeRef> {
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
    pub(super) fn first(&self, attribute: AttributeRef) -> Option<AttributeRef> {
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
