//! Atoms under chosen values: what is still possible while some are open.

use super::formula::{Atom, Below, Formula, SetTerm, Slot, SlotId, Term, Whole, boolean};
use super::value::{Mask, Person, Scalar, Truth, compare};
use crate::model::{Model, NetworkId, UnitId};

/// Looks up what is chosen for a slot.
pub(crate) type Chosen<'a> = &'a dyn Fn(SlotId) -> Option<Scalar>;

/// An atom's possible truth values. `open` gets every slot that is asked for and not yet chosen.
pub(crate) fn atom(model: &Model, formula: &Formula, atom: &Atom, chosen: Chosen<'_>, open: &mut Vec<SlotId>) -> Mask {
    let mut value = |term: &Term| match term {
        Term::Known(scalar) => Some(*scalar),
        Term::Slot(slot) => {
            let found = chosen(*slot);
            if found.is_none() {
                open.push(*slot);
            }
            found
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
        Atom::InNetworks(left, networks) => one(value(left), |v| Truth::when(in_networks(model, networks, v))),
        Atom::IsNone(left) => value(left).map_or(Mask::ANY, is_none),
        Atom::SetIsNone(SetTerm::Nothing(scalar)) => is_none(*scalar),
        Atom::SetIsNone(SetTerm::Known(_)) => Mask::FALSE,
        Atom::SetIsNone(SetTerm::Slot(_, _, slot)) => value(&Term::Slot(*slot)).map_or(Mask::ANY, is_none),
        Atom::Has(set, element) => {
            let element = value(element);
            has(formula, set, element, chosen, open)
        }
        Atom::HoldsOne(set, elements, whole) => holds_one(formula, set, elements, *whole, chosen, open),
        Atom::OwnerIs(owner, persons) => scope(value(owner), |owner| Truth::when(persons.contains(&owner))),
        Atom::OwnerBelow(owner, persons) => scope(value(owner), |owner| below(model, owner, persons)),
        Atom::NoOwner(owner) => value(owner).map_or(Mask::ANY, is_none),
        Atom::UnitIn(unit, units, whole, deep) => {
            scope(value(unit), |unit| among(model, std::slice::from_ref(&unit), units, *whole, *deep))
        }
        Atom::OwnerUnitIn(owner, units, whole, deep) => scope(value(owner), |owner| {
            let theirs: Option<Vec<Scalar>> = match owner {
                Scalar::Person(Person::Known(user)) => model
                    .users
                    .get(user.index())
                    .and_then(|u| u.units.as_ref())
                    .map(|units| units.iter().map(|unit| Scalar::Unit(*unit)).collect()),
                _ => None,
            };
            theirs.map_or(Truth::Unknown, |theirs| among(model, &theirs, units, *whole, *deep))
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

fn in_networks(model: &Model, networks: &[NetworkId], value: Scalar) -> bool {
    let Scalar::Address(address) = value else { return false };
    let ranges = networks.iter().filter_map(|id| model.networks.get(id.index())).flat_map(|n| &n.ranges);
    ranges.into_iter().any(|(first, last)| (*first..=*last).contains(&address))
}

/// Whether a record's unit is one that counts. `whole` tells whether all units that count are stated.
fn among(model: &Model, units: &[Scalar], mine: &[UnitId], whole: Whole, deep: Below) -> Truth {
    if whole == Whole::Unknown {
        return Truth::Unknown;
    }
    let hit = |unit: &Scalar| {
        let Scalar::Unit(unit) = unit else { return false };
        mine.iter().any(|m| unit == m || (deep == Below::Yes && model.unit_at_or_below(*unit, *m)))
    };
    Truth::when(units.iter().any(hit))
}

/// Up the line of reports: meets one of them, or ends where nobody is stated.
fn below(model: &Model, owner: Scalar, persons: &[Scalar]) -> Truth {
    let Scalar::Person(Person::Known(mut at)) = owner else { return Truth::Unknown };
    // No line is longer than there are people, so a circle ends too.
    for _ in 0..model.users.len() {
        let Some(above) = model.users.get(at.index()).and_then(|u| u.reports_to) else { break };
        if persons.contains(&Scalar::Person(Person::Known(above))) {
            return Truth::True;
        }
        at = above;
    }
    Truth::Unknown
}

/// Whether a set holds an element.
fn has(formula: &Formula, set: &SetTerm, element: Option<Scalar>, chosen: Chosen<'_>, open: &mut Vec<SlotId>) -> Mask {
    match (set, element) {
        (SetTerm::Nothing(_), _) | (_, Some(Scalar::Missing | Scalar::Null)) => Mask::UNKNOWN,
        (SetTerm::Known(_), None) => Mask::ANY,
        (SetTerm::Known(elements), Some(element)) => Mask::of(Truth::when(elements.contains(&element))),
        (SetTerm::Slot(copy, attribute, slot), element) => {
            let state = chosen(*slot);
            match (state, element) {
                (Some(Scalar::Missing | Scalar::Null), _) => Mask::UNKNOWN,
                (Some(_), Some(element)) => {
                    let member = formula.find_slot(&Slot::Member(*copy, *attribute, element));
                    let Some(member) = member else { return Mask::FALSE };
                    let found = chosen(member);
                    if found.is_none() {
                        open.push(member);
                    }
                    boolean(found)
                }
                (state, _) => {
                    if state.is_none() {
                        open.push(*slot);
                    }
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

fn members(
    formula: &Formula,
    copy: u8,
    attribute: crate::model::AttributeRef,
) -> impl Iterator<Item = (Scalar, SlotId)> + '_ {
    formula.slots().enumerate().filter_map(move |(index, slot)| match slot {
        Slot::Member(c, a, element) if *c == copy && *a == attribute => Some((*element, SlotId(index as u32))),
        _ => None,
    })
}

/// A scope test of a set: null is false.
fn holds_one(
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
        SetTerm::Slot(copy, attribute, slot) => {
            match chosen(*slot) {
                Some(Scalar::Null) => return Mask::FALSE,
                Some(Scalar::Missing) => return Mask::UNKNOWN,
                Some(_) if whole == Whole::Unknown => return Mask::UNKNOWN,
                Some(_) => {}
                None => open.push(*slot),
            }
            let there = chosen(*slot).is_some();
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
