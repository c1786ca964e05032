//! Conditions, and which attributes left one unknown.

use std::cmp::Ordering;

use super::asked::Asked;
use super::fact::{Fact, Person, Scalar};
use super::truth::Truth;
use crate::table::code::{attribute_kind, comparison, condition_tag, operand, test_tag};
use crate::table::record::{Atom, Condition, Word};
use crate::table::{NONE, Records, attribute_key};

impl<'r> Asked<'r> {
    /// A condition in strong Kleene logic, where `me` is the one who asks and `behalf`, if that is anybody.
    #[inline]
    pub(super) fn condition(&self, condition: u32, behalf: u32) -> Truth {
        if condition == 0 { Truth::True } else { self.nested(condition, behalf, u8::MAX) }
    }

    /// `depth` bounds the descent whatever the table holds: parts must be less deep.
    fn nested(&self, at: u32, behalf: u32, depth: u8) -> Truth {
        let Some((found, parts)) = self.parts(at).filter(|(found, _)| found.depth < depth) else {
            return Truth::Unknown;
        };
        match found.tag {
            condition_tag::TRUE => Truth::True,
            condition_tag::AND => {
                parts.iter().fold(Truth::True, |truth, part| truth.and(self.nested(part.at, behalf, found.depth)))
            }
            condition_tag::OR => {
                parts.iter().fold(Truth::False, |truth, part| truth.or(self.nested(part.at, behalf, found.depth)))
            }
            condition_tag::NOT => {
                parts.get(0).map_or(Truth::Unknown, |part| !self.nested(part.at, behalf, found.depth))
            }
            _ => self.table.views.atoms.get(found.atom).map_or(Truth::Unknown, |atom| self.atom(&atom, behalf)),
        }
    }

    fn parts(&self, at: u32) -> Option<(Condition, Records<'r, Word>)> {
        let range = self.table.views.conditions.slice(at, at.checked_add(2)?);
        let (found, next) = (range.get(0)?, range.get(1)?);
        self.spend(1).then(|| (found, self.table.views.condition_parts.slice(found.parts, next.parts)))
    }

    fn atom(&self, atom: &Atom, behalf: u32) -> Truth {
        let left = self.fact(atom.left);
        match (atom.test, left) {
            (_, Fact::Missing) => Truth::Unknown,
            (test_tag::IS_NONE, left) => matches!(left, Fact::Null).into(),
            (_, Fact::Null) => Truth::Unknown,
            (test_tag::COMPARE, left) if atom.operand == operand::ME => match (left, atom.comparison) {
                (Fact::One(left), comparison::EQUAL) => self.is_me(left, behalf).into(),
                (Fact::One(left), comparison::NOT_EQUAL) => (!self.is_me(left, behalf)).into(),
                _ => Truth::Unknown,
            },
            (test_tag::COMPARE, left) => self.compare(left, atom.comparison, self.right(atom)),
            (test_tag::ONE_OF, Fact::One(left)) => {
                let items = super::fact::Items::Stated(self.table.list(atom.argument));
                self.holds(items, left).into()
            }
            (test_tag::HAS, Fact::Many(items)) if atom.operand == operand::ME => {
                let has = |person| self.holds(items, Scalar::Person(person));
                (has(self.me()) || (behalf != NONE && has(Person::Known(behalf)))).into()
            }
            (test_tag::HAS, Fact::Many(items)) => match self.right(atom) {
                Fact::One(item) => self.holds(items, item).into(),
                Fact::Missing | Fact::Null | Fact::Many(_) => Truth::Unknown,
            },
            (test_tag::IN_NETWORKS, Fact::One(Scalar::Address(address))) => {
                self.in_networks(atom.argument, address).into()
            }
            _ => Truth::Unknown,
        }
    }

    /// Whether it is the one who asks, or the one whose role it is.
    fn is_me(&self, value: Scalar<'r>, behalf: u32) -> bool {
        value.is(Scalar::Person(self.me())) || (behalf != NONE && value.is(Scalar::Person(Person::Known(behalf))))
    }

    fn right(&self, atom: &Atom) -> Fact<'r> {
        match atom.operand {
            operand::ATTRIBUTE => self.fact(atom.argument),
            _ => self.table.views.values.get(atom.argument).map_or(Fact::Missing, |value| self.literal(&value)),
        }
    }

    fn compare(&self, left: Fact<'r>, how: u8, right: Fact<'r>) -> Truth {
        let equal = match (left, right) {
            (Fact::One(left), Fact::One(right)) => left.is(right),
            (Fact::Many(left), Fact::Many(right)) => self.within(left, right) && self.within(right, left),
            _ => return Truth::Unknown,
        };
        if how == comparison::EQUAL {
            return equal.into();
        }
        if how == comparison::NOT_EQUAL {
            return (!equal).into();
        }
        let order = match (left, right) {
            (Fact::One(Scalar::Number(left)), Fact::One(Scalar::Number(right))) => left.cmp(&right),
            (Fact::One(Scalar::Enum(left)), Fact::One(Scalar::Enum(right))) => left.cmp(&right),
            _ => return Truth::Unknown,
        };
        match how {
            comparison::LESS => (order == Ordering::Less).into(),
            comparison::LESS_OR_EQUAL => (order != Ordering::Greater).into(),
            comparison::GREATER => (order == Ordering::Greater).into(),
            comparison::GREATER_OR_EQUAL => (order != Ordering::Less).into(),
            _ => Truth::Unknown,
        }
    }

    fn in_networks(&self, networks: u32, address: u128) -> bool {
        let views = &self.table.views;
        self.table.list(networks).iter().any(|network| {
            let range = views.networks.slice(network.at, network.at.saturating_add(2));
            let (Some(start), Some(end)) = (range.get(0), range.get(1)) else { return false };
            let mut ranges = views.address_ranges.slice(start.at, end.at).iter();
            ranges.any(|range| self.spend(1) && range.first <= address && address <= range.last)
        })
    }

    /// Adds the attributes that leave a condition unknown, if it is.
    pub(super) fn condition_missing(&self, condition: u32, behalf: u32, out: &mut Vec<u32>) {
        if condition != 0 && self.condition(condition, behalf) == Truth::Unknown {
            self.parts_missing(condition, behalf, u8::MAX, out);
        }
    }

    fn parts_missing(&self, at: u32, behalf: u32, depth: u8, out: &mut Vec<u32>) {
        let Some((found, parts)) = self.parts(at).filter(|(found, _)| found.depth < depth) else { return };
        if found.tag == condition_tag::ATOM {
            if let Some(atom) = self.table.views.atoms.get(found.atom) {
                self.atom_missing(&atom, out);
            }
            return;
        }
        for part in parts.iter() {
            if self.nested(part.at, behalf, found.depth) == Truth::Unknown {
                self.parts_missing(part.at, behalf, found.depth, out);
            }
        }
    }

    fn atom_missing(&self, atom: &Atom, out: &mut Vec<u32>) {
        if self.fact(atom.left).is_open() {
            out.push(atom.left);
        }
        let right = matches!(atom.test, test_tag::COMPARE | test_tag::HAS) && atom.operand == operand::ATTRIBUTE;
        if right && self.fact(atom.argument).is_open() {
            out.push(atom.argument);
        }
    }

    /// Adds an attribute of the record if nothing is known of it.
    pub(super) fn field_missing(&self, field: u32, out: &mut Vec<u32>) {
        if field != NONE && matches!(self.field(field), Fact::Missing) {
            out.push(attribute_key(attribute_kind::RECORD, field));
        }
    }
}
