//! Atoms under chosen values: what is still possible while some are open.

use super::formula::{Atom, Below, Formula, SetTerm, Slot, SlotId, Term, Whole, boolean};
use super::value::{Mask, Person, Scalar, Truth, compare};
use super::worlds::{World, Worlds};
use crate::model::{AttributeRef, NetworkId, UnitId};

/// Looks up what is chosen for a slot.
pub(crate) type Chosen<'a> = &'a dyn Fn(SlotId) -> Option<Scalar>;

/// An atom's possible truth values. `open` gets every slot that is asked for and not yet chosen.
pub(crate) fn atom(
    worlds: &Worlds<'_>,
    formula: &Formula,
    atom: &Atom,
    chosen: Chosen<'_>,
    open: &mut Vec<SlotId>,
) -> Mask {
    let mut value = |term: &Term| {
        let (slot, world) = match term {
            Term::Known(scalar) => return Some(*scalar),
            Term::Slot(slot) => (*slot, None),
            Term::Seen(slot, world) => (*slot, Some(*world)),
        };
        let found = chosen(slot);
        if found.is_none() {
            open.push(slot);
        }
        match (found, world, formula.slot_at(slot)) {
            (Some(found), Some(world), Some(Slot::Value(_, attribute))) => Some(worlds.reads(world, *attribute, found)),
            _ => found,
        }
    };
    match atom {
        Atom::Compare(comparison, left, right) => {
            let (left, right) = (value(left), value(right));
            match (left, right) {
                (Some(left), Some(right)) => Mask::of(compare(*comparison, left, right)),
                (Some(known), None) | (None, Some(known)) if known.is_nothing() => Mask::UNKNOWN,
                _ => Mask::ANY,
            }
        }
        Atom::OneOf(left, values) => one(value(left), |v| Truth::when(values.contains(&v))),
        Atom::InNetworks(left, networks) => one(value(left), |v| Truth::when(in_networks(worlds, networks, v))),
        Atom::IsNone(left) => value(left).map_or(Mask::ANY, is_none),
        Atom::SetIsNone(SetTerm::Nothing(scalar)) => is_none(*scalar),
        Atom::SetIsNone(SetTerm::Known(_)) => Mask::FALSE,
        Atom::SetIsNone(SetTerm::Slot(copy, attribute, slot, world)) => {
            match state(worlds, formula, (*copy, *attribute, *slot, *world), chosen, open) {
                State::Open => Mask::ANY,
                State::There => Mask::FALSE,
                State::Not(value) => is_none(value),
            }
        }
        Atom::Has(set, element) => {
            let element = value(element);
            has(worlds, formula, set, element, chosen, open)
        }
        Atom::HoldsOne(set, elements, whole) => holds_one(worlds, formula, set, elements, *whole, chosen, open),
        Atom::OwnerIs(owner, persons) => scope(value(owner), |owner| Truth::when(persons.contains(&owner))),
        Atom::OwnerBelow(owner, persons, world) => scope(value(owner), |owner| below(worlds, *world, owner, persons)),
        Atom::NoOwner(owner) => value(owner).map_or(Mask::ANY, is_none),
        Atom::UnitIn(unit, units, whole, deep, world) => scope(value(unit), |unit| match unit {
            Scalar::Unit(unit) => among((worlds, *world), &[unit], units, *whole, *deep),
            _ => among((worlds, *world), &[], units, *whole, *deep),
        }),
        Atom::OwnerUnitIn(owner, units, whole, deep, world) => scope(value(owner), |owner| {
            let theirs = match owner {
                Scalar::Person(Person::Known(user)) => worlds.units_of(*world, user),
                _ => None,
            };
            theirs.map_or(Truth::Unknown, |theirs| among((worlds, *world), &theirs, units, *whole, *deep))
        }),
        Atom::Untold => Mask::ANY,
    }
}

/// A comparison: nothing known of nothing.
fn one(value: Option<Scalar>, test: impl FnOnce(Scalar) -> Truth) -> Mask {
    match value {
        None => Mask::ANY,
        Some(value) if value.is_nothing() => Mask::UNKNOWN,
        Some(value) => Mask::of(test(value)),
    }
}

/// A scope test: null is false.
fn scope(value: Option<Scalar>, test: impl FnOnce(Scalar) -> Truth) -> Mask {
    match value {
        None => Mask::ANY,
        Some(Scalar::Null) => Mask::FALSE,
        Some(Scalar::Missing) => Mask::UNKNOWN,
        Some(value) => Mask::of(test(value)),
    }
}

fn is_none(value: Scalar) -> Mask {
    match value {
        Scalar::Missing => Mask::UNKNOWN,
        Scalar::Null => Mask::TRUE,
        _ => Mask::FALSE,
    }
}

fn in_networks(worlds: &Worlds<'_>, networks: &[NetworkId], value: Scalar) -> bool {
    let Scalar::Address(address) = value else { return false };
    let mut ranges = networks.iter().flat_map(|id| worlds.ranges(*id));
    ranges.any(|(first, last)| (*first..=*last).contains(&address))
}

/// Whether one of a record's units is one that counts. `whole` tells whether all units that count are stated.
fn among((worlds, world): (&Worlds<'_>, World), units: &[UnitId], mine: &[UnitId], whole: Whole, deep: Below) -> Truth {
    if whole == Whole::Unknown {
        return Truth::Unknown;
    }
    let hit =
        |unit: &UnitId| mine.iter().any(|m| unit == m || (deep == Below::Yes && worlds.at_or_below(world, *unit, *m)));
    Truth::when(units.iter().any(hit))
}

/// Up the line of reports: meets one of them, or ends where nobody is stated.
fn below(worlds: &Worlds<'_>, world: World, owner: Scalar, persons: &[Scalar]) -> Truth {
    let Scalar::Person(Person::Known(mut at)) = owner else { return Truth::Unknown };
    // No line is longer than there are people, so a circle ends too.
    for _ in 0..worlds.people(world) {
        let Some(above) = worlds.above(world, at) else { break };
        if persons.contains(&Scalar::Person(Person::Known(above))) {
            return Truth::True;
        }
        at = above;
    }
    Truth::Unknown
}

/// What is known of a set as a whole.
enum State {
    Open,
    There,
    Not(Scalar),
}

/// Whether a set is there, for the policy that reads it: one that holds an element which that does not know is missing.
fn state(
    worlds: &Worlds<'_>,
    formula: &Formula,
    (copy, attribute, slot, world): (u8, AttributeRef, SlotId, Option<World>),
    chosen: Chosen<'_>,
    open: &mut Vec<SlotId>,
) -> State {
    match chosen(slot) {
        None => {
            open.push(slot);
            return State::Open;
        }
        Some(value @ (Scalar::Missing | Scalar::Null)) => return State::Not(value),
        Some(_) => {}
    }
    let Some(world) = world else { return State::There };
    let mut state = State::There;
    for (element, member) in members(formula, copy, attribute) {
        if worlds.reads(world, attribute, element) == Scalar::Missing {
            match chosen(member) {
                Some(Scalar::Boolean(true)) => return State::Not(Scalar::Missing),
                Some(_) => {}
                None => {
                    open.push(member);
                    state = State::Open;
                }
            }
        }
    }
    state
}

/// Whether a set holds an element.
fn has(
    worlds: &Worlds<'_>,
    formula: &Formula,
    set: &SetTerm,
    element: Option<Scalar>,
    chosen: Chosen<'_>,
    open: &mut Vec<SlotId>,
) -> Mask {
    match (set, element) {
        (SetTerm::Nothing(_), _) | (_, Some(Scalar::Missing | Scalar::Null)) => Mask::UNKNOWN,
        (SetTerm::Known(_), None) => Mask::ANY,
        (SetTerm::Known(elements), Some(element)) => Mask::of(Truth::when(elements.contains(&element))),
        (SetTerm::Slot(copy, attribute, slot, world), element) => {
            let state = state(worlds, formula, (*copy, *attribute, *slot, *world), chosen, open);
            match (state, element) {
                (State::Not(_), _) => Mask::UNKNOWN,
                (State::There, Some(element)) => {
                    let member = formula.find_slot(&Slot::Member(*copy, *attribute, element));
                    let Some(member) = member else { return Mask::FALSE };
                    let found = chosen(member);
                    if found.is_none() {
                        open.push(member);
                    }
                    boolean(found)
                }
                (State::There | State::Open, _) => {
                    // Its members matter as soon as the element is chosen.
                    members(formula, *copy, *attribute).for_each(|(_, member)| {
                        if chosen(member).is_none() {
                            open.push(member);
                        }
                    });
                    Mask::ANY
                }
            }
        }
    }
}

fn members(formula: &Formula, copy: u8, attribute: AttributeRef) -> impl Iterator<Item = (Scalar, SlotId)> + '_ {
    formula.slots().enumerate().filter_map(move |(index, slot)| match slot {
        Slot::Member(c, a, element) if *c == copy && *a == attribute => Some((*element, SlotId(index as u32))),
        _ => None,
    })
}

/// A scope test of a set: null is false.
fn holds_one(
    worlds: &Worlds<'_>,
    formula: &Formula,
    set: &SetTerm,
    elements: &[Scalar],
    whole: Whole,
    chosen: Chosen<'_>,
    open: &mut Vec<SlotId>,
) -> Mask {
    let unsure = |mask: Mask| if whole == Whole::Unknown { Mask::UNKNOWN } else { mask };
    match set {
        SetTerm::Nothing(Scalar::Null) => Mask::FALSE,
        SetTerm::Nothing(_) => Mask::UNKNOWN,
        SetTerm::Known(held) => unsure(Mask::of(Truth::when(elements.iter().any(|e| held.contains(e))))),
        SetTerm::Slot(copy, attribute, slot, world) => {
            let there = match state(worlds, formula, (*copy, *attribute, *slot, *world), chosen, open) {
                State::Not(Scalar::Null) => return Mask::FALSE,
                State::Not(_) => return Mask::UNKNOWN,
                State::There if whole == Whole::Unknown => return Mask::UNKNOWN,
                State::There => true,
                State::Open => false,
            };
            let mut any = Mask::FALSE;
            for element in elements {
                let Some(member) = formula.find_slot(&Slot::Member(*copy, *attribute, *element)) else { continue };
                let found = chosen(member);
                if found.is_none() {
                    open.push(member);
                }
                any = any.or(boolean(found));
            }
            if there { any } else { Mask::ANY }
        }
    }
}
