//! The finite values that stand for all values: for each attribute, one of every kind that the formula tells apart.
//!
//! Attributes that are compared with each other form a group. Values of a type are sorted into classes by how every
//! test of the group that looks at one value alone comes out; of each class as many are kept as the group has
//! attributes, so that they can still be equal or different. Missing and null come last.

use super::formula::{Atom, Formula, SetTerm, Slot, SlotId, Term};
use super::item::Traits;
use super::value::{Mask, Person, Scalar};
use super::worlds::Worlds;
use super::{eval, pool};
use crate::model::{AttributeRef, Comparison, ValueType};
use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::rc::Rc;

/// Attributes that are compared with each other, and what is asked of them.
#[derive(Default)]
pub(crate) struct Group {
    /// Attributes that are no sets.
    pub(crate) attributes: Vec<AttributeRef>,
    pub(crate) ty: Option<ValueType>,
    /// Values that tests name.
    pub(crate) constants: Vec<Scalar>,
    /// Tests that look at one value, and the slot that holds it.
    tests: Vec<(Atom, SlotId)>,
    /// Values are compared by order with each other: classes cannot be thinned.
    ordered: bool,
    /// Values are asked for in a set, where each named element counts for itself.
    in_sets: bool,
}

impl Group {
    /// How many values of one class have to be kept.
    pub(crate) fn width(&self) -> usize {
        self.attributes.len().max(1)
    }
}

/// The domain of every slot. Adds the slots of the elements that sets may hold.
pub(crate) fn domains(worlds: &Worlds<'_>, formula: &mut Formula, traits: &Traits, me: Person) -> Vec<Rc<[Scalar]>> {
    let groups = groups(worlds, formula);
    let mut values: FxHashMap<AttributeRef, Rc<[Scalar]>> = FxHashMap::default();
    for group in &groups {
        let domain = values_of(worlds, formula, traits, me, group);
        for attribute in &group.attributes {
            values.insert(*attribute, Rc::clone(&domain));
        }
    }
    add_members(formula, &values);
    let booleans: Rc<[Scalar]> = [Scalar::Boolean(false), Scalar::Boolean(true)].into();
    let states: Rc<[Scalar]> = [Scalar::Present, Scalar::Null, Scalar::Missing].into();
    formula
        .slots()
        .map(|slot| match slot {
            Slot::Window(_) | Slot::Runs(_) | Slot::Counts(_) | Slot::Brought(..) | Slot::Member(..) => {
                Rc::clone(&booleans)
            }
            Slot::Set(..) => Rc::clone(&states),
            // A request has an id or none; it cannot say that there is none.
            Slot::Value(_, attribute @ AttributeRef::RecordId) => {
                let all = values.get(attribute).map_or(&[] as &[_], |values| values);
                all.iter().copied().filter(|value| *value != Scalar::Null).collect()
            }
            Slot::Value(_, attribute) => values.get(attribute).map_or_else(|| [Scalar::Missing].into(), Rc::clone),
        })
        .collect()
}

/// The elements that a set is asked for where the element is itself a value.
fn add_members(formula: &mut Formula, values: &FxHashMap<AttributeRef, Rc<[Scalar]>>) {
    let mut wanted = Vec::new();
    for atom in formula.atoms() {
        if let Atom::Has(SetTerm::Slot(copy, set, ..), term) = atom
            && let Some(Slot::Value(_, attribute)) = term.slot().and_then(|slot| formula.slot_at(slot))
        {
            let elements = values.get(attribute).into_iter().flat_map(|domain| domain.iter());
            wanted.extend(elements.filter(|e| !e.is_nothing()).map(|e| Slot::Member(*copy, *set, *e)));
        }
    }
    for slot in wanted {
        formula.slot(slot);
    }
}

/// Sorts the attributes of a formula into groups.
fn groups(worlds: &Worlds<'_>, formula: &Formula) -> Vec<Group> {
    let mut groups: IndexMap<AttributeRef, usize, FxBuildHasher> = IndexMap::default();
    let mut made: Vec<Group> = Vec::new();
    for slot in formula.slots() {
        if let Slot::Value(_, attribute) | Slot::Set(_, attribute) = slot
            && !groups.contains_key(attribute)
        {
            groups.insert(*attribute, made.len());
            let kind = worlds.kind(*attribute);
            let attributes = if kind.is_some_and(|(_, set)| set) { Vec::new() } else { vec![*attribute] };
            made.push(Group { attributes, ty: kind.map(|(ty, _)| ty), ..Group::default() });
        }
    }
    let attribute_of = |slot: SlotId| match formula.slot_at(slot) {
        Some(Slot::Value(_, attribute) | Slot::Set(_, attribute)) => Some(*attribute),
        _ => None,
    };
    for atom in formula.atoms() {
        let (terms, set, constants) = parts(atom);
        let slots: Vec<SlotId> = terms.iter().filter_map(|term| term.slot()).collect();
        let mut attributes: Vec<AttributeRef> = slots.iter().filter_map(|slot| attribute_of(*slot)).collect();
        attributes.extend(set);
        let Some(target) = attributes.first().and_then(|a| groups.get(a).copied()) else { continue };
        for other in attributes.iter().skip(1) {
            let Some(source) = groups.get(other).copied().filter(|source| *source != target) else { continue };
            merge(&mut made, target, source);
            groups.values_mut().filter(|at| **at == source).for_each(|at| *at = target);
        }
        let Some(group) = made.get_mut(target) else { continue };
        group.constants.extend(constants);
        group.in_sets |= set.is_some();
        match slots.as_slice() {
            [slot] if set.is_none() => group.tests.push((atom.clone(), *slot)),
            [_, _] => group.ordered |= orders(atom),
            _ => {}
        }
    }
    made.retain(|group| !group.attributes.is_empty());
    made
}

fn merge(made: &mut [Group], target: usize, source: usize) {
    let Some(from) = made.get_mut(source).map(std::mem::take) else { return };
    let Some(into) = made.get_mut(target) else { return };
    into.attributes.extend(from.attributes);
    into.constants.extend(from.constants);
    into.tests.extend(from.tests);
    into.ordered |= from.ordered;
    into.in_sets |= from.in_sets;
    into.ty = into.ty.or(from.ty);
}

fn orders(atom: &Atom) -> bool {
    !matches!(atom, Atom::Compare(Comparison::Equal | Comparison::NotEqual, _, _))
}

/// The values an atom looks at, the set, and the values it names.
fn parts(atom: &Atom) -> (Vec<Term>, Option<AttributeRef>, Vec<Scalar>) {
    let set_of = |set: &SetTerm| if let SetTerm::Slot(_, attribute, ..) = set { Some(*attribute) } else { None };
    let held = |set: &SetTerm| if let SetTerm::Known(elements) = set { elements.to_vec() } else { Vec::new() };
    let known = |term: &Term| if let Term::Known(value) = term { Some(*value) } else { None };
    match atom {
        Atom::Compare(_, left, right) => {
            (vec![*left, *right], None, [known(left), known(right)].into_iter().flatten().collect())
        }
        Atom::OneOf(left, values) => (vec![*left], None, values.to_vec()),
        Atom::InNetworks(left, _) | Atom::IsNone(left) | Atom::NoOwner(left) => (vec![*left], None, Vec::new()),
        Atom::SetIsNone(set) => (Vec::new(), set_of(set), Vec::new()),
        Atom::Has(set, element) => {
            let mut constants = held(set);
            constants.extend(known(element));
            (vec![*element], set_of(set), constants)
        }
        Atom::HoldsOne(set, elements, _) => (Vec::new(), set_of(set), elements.to_vec()),
        Atom::OwnerIs(owner, persons) | Atom::OwnerBelow(owner, persons, _) => (vec![*owner], None, persons.to_vec()),
        Atom::UnitIn(unit, units, ..) => (vec![*unit], None, units.iter().map(|u| Scalar::Unit(*u)).collect()),
        Atom::OwnerUnitIn(owner, ..) => (vec![*owner], None, Vec::new()),
        Atom::Untold => (Vec::new(), None, Vec::new()),
    }
}

/// The values that stand for all of a group.
fn values_of(worlds: &Worlds<'_>, formula: &Formula, traits: &Traits, me: Person, group: &Group) -> Rc<[Scalar]> {
    let raw = pool::raw(worlds, traits, me, group);
    // A text or a number that is compared by order keeps every candidate: their places among each other matter.
    let thin = !(group.ordered && group.width() > 1);
    let mut kept: IndexMap<Vec<Mask>, usize, FxBuildHasher> = IndexMap::default();
    let mut values: Vec<Scalar> = Vec::new();
    let mut constants = group.constants.clone();
    constants.sort_unstable();
    constants.dedup();
    // Constants first: they are what a reader of the policy knows.
    for value in raw {
        if values.contains(&value) {
            continue;
        }
        if thin {
            let count = kept.entry(class(worlds, formula, group, &constants, value)).or_insert(0);
            if *count >= group.width() {
                continue;
            }
            *count += 1;
        }
        values.push(value);
    }
    values.extend([Scalar::Null, Scalar::Missing]);
    values.into()
}

/// How a value comes out in every test that looks at it alone. Constants of sets are told apart one by one.
fn class(worlds: &Worlds<'_>, formula: &Formula, group: &Group, constants: &[Scalar], value: Scalar) -> Vec<Mask> {
    let mut class: Vec<Mask> = Vec::with_capacity(group.tests.len() + 1);
    for (atom, slot) in &group.tests {
        let chosen = |asked: SlotId| (asked == *slot).then_some(value);
        class.push(eval::atom(worlds, formula, atom, &chosen, &mut Vec::new()));
    }
    if group.in_sets {
        let place = constants.binary_search(&value).map_or(0, |at| at + 1);
        // The place among the constants, in two-bit digits.
        let mut rest = place;
        while rest > 0 {
            class.push([Mask::FALSE, Mask::UNKNOWN, Mask::TRUE, Mask::ANY].get(rest & 3).copied().unwrap_or(Mask::ANY));
            rest >>= 2;
        }
    }
    class
}
