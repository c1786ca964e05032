//! Values, truth and sets of truth values. Knows no formula.

use crate::model::{Comparison, UnitId, UserId, Value};
use crate::source::Symbol;

/// A person as far as a decision can tell people apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Person {
    /// The asker, where it is nobody the policy knows.
    Me,
    /// A known person.
    Known(UserId),
    /// Somebody else the policy does not know.
    Stranger(u32),
}

/// The value of an attribute, or what is known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Scalar {
    /// Not there, or of a wrong type.
    Missing,
    /// Stated to be nothing.
    Null,
    /// A boolean; for slots that are no attribute: open, brought, held.
    Boolean(bool),
    /// A decimal times 10,000.
    Number(i64),
    /// A text that the policy names.
    Text(Symbol),
    /// A text that it does not name.
    FreshText(u32),
    /// A value of an enumeration.
    Enum(u32),
    /// A person.
    Person(Person),
    /// A unit.
    Unit(UnitId),
    /// An address.
    Address(u128),
    /// A set is there; which elements it holds are slots of their own.
    Present,
}

impl Scalar {
    /// Of a literal; a set is none.
    pub(crate) fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Boolean(b) => Self::Boolean(*b),
            Value::Number(n) => Self::Number(*n),
            Value::Text(text) => Self::Text(*text),
            Value::Enum(_, position) => Self::Enum(*position),
            Value::User(user) => Self::Person(Person::Known(*user)),
            Value::Unit(unit) => Self::Unit(*unit),
            Value::Address(address) => Self::Address(*address),
            Value::Stranger(_) | Value::Set(_) => Self::Missing,
        }
    }

    /// Whether comparisons of it are unknown.
    pub(crate) fn is_nothing(self) -> bool {
        matches!(self, Self::Missing | Self::Null)
    }
}

/// Strong Kleene truth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Truth {
    False,
    Unknown,
    True,
}

impl Truth {
    pub(crate) fn when(known: bool) -> Self {
        if known { Self::True } else { Self::False }
    }
}

/// A comparison of two values.
pub(crate) fn compare(comparison: Comparison, left: Scalar, right: Scalar) -> Truth {
    if left.is_nothing() || right.is_nothing() {
        return Truth::Unknown;
    }
    Truth::when(match comparison {
        Comparison::Equal => left == right,
        Comparison::NotEqual => left != right,
        Comparison::Less => left < right,
        Comparison::LessOrEqual => left <= right,
        Comparison::Greater => left > right,
        Comparison::GreaterOrEqual => left >= right,
    })
}

/// The truth values that are still possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Mask(u8);

impl Mask {
    pub(crate) const FALSE: Self = Self(1);
    pub(crate) const UNKNOWN: Self = Self(2);
    pub(crate) const TRUE: Self = Self(4);
    pub(crate) const ANY: Self = Self(7);
    /// False or true: of slots that cannot be missing.
    pub(crate) const EITHER: Self = Self(5);

    pub(crate) fn of(truth: Truth) -> Self {
        match truth {
            Truth::False => Self::FALSE,
            Truth::Unknown => Self::UNKNOWN,
            Truth::True => Self::TRUE,
        }
    }

    /// Only one is left.
    pub(crate) fn is_decided(self) -> bool {
        self.0.is_power_of_two()
    }

    pub(crate) fn may_be_true(self) -> bool {
        self.0 & 4 != 0
    }

    /// What one of the two leaves.
    #[must_use]
    pub(crate) const fn or_else(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether everything that `other` leaves is left here.
    pub(crate) const fn holds(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    fn may_be(self, truth: Self) -> bool {
        self.0 & truth.0 != 0
    }

    /// Each false with anything is false; true only with true.
    #[must_use]
    pub(crate) fn and(self, other: Self) -> Self {
        let low = (self.0 | other.0) & 1;
        let unknown =
            (self.may_be(Self::UNKNOWN) && other.0 & 6 != 0) || (other.may_be(Self::UNKNOWN) && self.0 & 6 != 0);
        Self(low | u8::from(unknown) << 1 | self.0 & other.0 & 4)
    }

    #[must_use]
    pub(crate) fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }

    #[must_use]
    pub(crate) fn not(self) -> Self {
        Self(self.0 & 2 | self.0 >> 2 & 1 | (self.0 & 1) << 2)
    }

    /// Known true.
    #[must_use]
    pub(crate) fn known(self) -> Self {
        Self(self.0 & 4 | u8::from(self.0 & 3 != 0))
    }

    /// Not known false.
    #[must_use]
    pub(crate) fn possible(self) -> Self {
        Self(self.0 & 1 | u8::from(self.0 & 6 != 0) << 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Truth; 3] = [Truth::False, Truth::Unknown, Truth::True];

    fn each(mask: Mask) -> Vec<Truth> {
        ALL.into_iter().filter(|t| mask.may_be(Mask::of(*t))).collect()
    }

    #[test]
    fn masks_are_the_sets_of_what_their_members_give() {
        for a in 1..8 {
            for b in 1..8 {
                let (a, b) = (Mask(a), Mask(b));
                let set = |f: fn(Truth, Truth) -> Truth| {
                    let mut found: Vec<Truth> =
                        each(a).iter().flat_map(|x| each(b).into_iter().map(move |y| f(*x, y))).collect();
                    found.sort_unstable();
                    found.dedup();
                    found
                };
                assert_eq!(each(a.and(b)), set(Ord::min), "{a:?} and {b:?}");
                assert_eq!(each(a.or(b)), set(Ord::max), "{a:?} or {b:?}");
            }
            let a = Mask(a);
            let map = |f: fn(Truth) -> Truth| {
                let mut found: Vec<Truth> = each(a).into_iter().map(f).collect();
                found.sort_unstable();
                found.dedup();
                found
            };
            let not = |t| match t {
                Truth::False => Truth::True,
                Truth::Unknown => Truth::Unknown,
                Truth::True => Truth::False,
            };
            assert_eq!(each(a.not()), map(not));
            assert_eq!(each(a.known()), map(|t| Truth::when(t == Truth::True)));
            assert_eq!(each(a.possible()), map(|t| Truth::when(t != Truth::False)));
        }
    }
}
