//! Scopes: which records somebody's rule is about.

use super::asked::Asked;
use super::fact::{Fact, Items, Person, Scalar};
use super::truth::Truth;
use crate::table::code::scope_term;
use crate::table::record::{Right, Scope, Word};
use crate::table::{NONE, Records, Units};

/// Whom the words `me` and `my` of a scope mean: those who act through one hat.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wearer<'r> {
    /// The one who asks.
    pub(super) me: Person<'r>,
    /// The one whose role it is, under a delegation.
    pub(super) behalf: Option<u32>,
    /// The units that count.
    pub(super) units: Units<'r>,
}

impl<'r> Wearer<'r> {
    fn is(&self, person: Person<'r>) -> bool {
        self.me.is(person) || self.behalf.is_some_and(|behalf| person.is(Person::Known(behalf)))
    }
}

impl<'r> Asked<'r> {
    /// Whether the record lies in a scope.
    #[inline]
    pub(super) fn scope(&self, scope: u32, right: &Right, wearer: &Wearer<'r>) -> Truth {
        if scope == 0 {
            return Truth::True;
        }
        let Some(scope) = self.table.views.scopes.get(scope) else { return Truth::Unknown };
        let within = self.terms(&scope, right, wearer);
        if scope.outside == 0 { within } else { !within }
    }

    fn terms(&self, scope: &Scope, right: &Right, wearer: &Wearer<'r>) -> Truth {
        const TERMS: [u16; 8] = [
            scope_term::ALL,
            scope_term::OWN,
            scope_term::TEAM,
            scope_term::REPORTS,
            scope_term::MY_UNIT,
            scope_term::MY_UNIT_AND_BELOW,
            scope_term::NO_OWNER,
            scope_term::SHARED,
        ];
        let mut truth = Truth::False;
        for term in TERMS {
            if scope.terms & term != 0 {
                truth = truth.or(self.term(term, right, wearer));
            }
            if truth == Truth::True {
                return truth;
            }
        }
        for unit in self.table.list(scope.units).iter() {
            truth = truth.or(self.named_unit(unit));
        }
        truth
    }

    fn term(&self, term: u16, right: &Right, wearer: &Wearer<'r>) -> Truth {
        match term {
            scope_term::ALL => Truth::True,
            scope_term::OWN => self.own(wearer),
            scope_term::TEAM => self.team(wearer),
            scope_term::REPORTS => self.team(wearer).or(self.reports(wearer)),
            scope_term::MY_UNIT => self.team(wearer).or(self.my_unit(wearer, false)),
            scope_term::MY_UNIT_AND_BELOW => self.team(wearer).or(self.my_unit(wearer, true)),
            scope_term::NO_OWNER => match self.owner() {
                Fact::Missing => Truth::Unknown,
                owner => matches!(owner, Fact::Null).into(),
            },
            scope_term::SHARED => self.shared(right, wearer),
            _ => Truth::Unknown,
        }
    }

    /// The owner. An object without one is as if it were never stated.
    fn owner(&self) -> Fact<'r> {
        if self.object.owner == NONE { Fact::Missing } else { self.field(self.object.owner) }
    }

    /// `own`, which an object without declared owner adds nothing to.
    pub(super) fn own(&self, wearer: &Wearer<'r>) -> Truth {
        if self.object.owner == NONE {
            return Truth::False;
        }
        match self.owner() {
            Fact::Null => Truth::False,
            Fact::One(Scalar::Person(owner)) => wearer.is(owner).into(),
            Fact::Missing | Fact::One(_) | Fact::Many(_) => Truth::Unknown,
        }
    }

    fn team(&self, wearer: &Wearer<'r>) -> Truth {
        let own = self.own(wearer);
        if own == Truth::True || self.object.team == NONE {
            return own;
        }
        own.or(self.member(self.field(self.object.team), wearer))
    }

    /// Whether one of those who act is in a set of people or units.
    fn member(&self, set: Fact<'r>, wearer: &Wearer<'r>) -> Truth {
        match set {
            Fact::Null => Truth::False,
            Fact::One(Scalar::Person(person)) => wearer.is(person).into(),
            Fact::Many(items) => {
                let me = self.holds(items, Scalar::Person(wearer.me));
                let behalf = wearer.behalf.is_some_and(|user| self.holds(items, Scalar::Person(Person::Known(user))));
                (me || behalf).into()
            }
            Fact::Missing | Fact::One(_) => Truth::Unknown,
        }
    }

    /// Whether the owner is below one of those who act.
    fn reports(&self, wearer: &Wearer<'r>) -> Truth {
        let owner = match self.owner() {
            _ if self.object.owner == NONE => return Truth::False,
            Fact::Null => return Truth::False,
            Fact::One(Scalar::Person(Person::Known(owner))) => owner,
            Fact::Missing | Fact::One(_) | Fact::Many(_) => return Truth::Unknown,
        };
        let mut at = owner;
        let mut level = u32::MAX;
        while let Some(user) = self.table.views.users.get(at).filter(|user| user.level < level && self.spend(1)) {
            if user.reports_to == NONE {
                break;
            }
            if wearer.is(Person::Known(user.reports_to)) {
                return Truth::True;
            }
            (at, level) = (user.reports_to, user.level);
        }
        Truth::Unknown
    }

    /// Whether one of the record's units passes a test.
    fn record_unit(&self, test: impl Fn(u32) -> Truth) -> Truth {
        let any = |units: Records<'r, Word>| {
            units
                .iter()
                .fold(Truth::False, |truth, unit| if self.spend(1) { truth.or(test(unit.at)) } else { Truth::Unknown })
        };
        if self.object.flags & 1 != 0 {
            return match self.owner() {
                Fact::Null => Truth::False,
                Fact::One(Scalar::Person(Person::Known(owner))) => {
                    let units = self.table.user_record(owner).and_then(|(owner, _)| self.table.units_of(owner.units));
                    units.map_or(Truth::Unknown, any)
                }
                Fact::Missing | Fact::One(_) | Fact::Many(_) => Truth::Unknown,
            };
        }
        if self.object.unit == NONE {
            return Truth::False;
        }
        match self.field(self.object.unit) {
            Fact::Null => Truth::False,
            Fact::One(Scalar::Unit(unit)) => test(unit),
            Fact::Many(_) | Fact::Missing | Fact::One(_) => Truth::Unknown,
        }
    }

    fn my_unit(&self, wearer: &Wearer<'r>, below: bool) -> Truth {
        self.record_unit(|unit| {
            let Some(mine) = wearer.units else { return Truth::Unknown };
            let holds = |mine: u32| if below { self.table.unit_at_or_below(unit, mine) } else { unit == mine };
            mine.iter().any(|mine| holds(mine.at)).into()
        })
    }

    /// A unit of the scope itself: twice its number, plus 1 with those below.
    fn named_unit(&self, wanted: Word) -> Truth {
        let (top, below) = (wanted.at >> 1, wanted.at & 1 != 0);
        self.record_unit(|unit| if below { self.table.unit_at_or_below(unit, top) } else { unit == top }.into())
    }

    fn shared(&self, right: &Right, wearer: &Wearer<'r>) -> Truth {
        self.table.list(right.shared).iter().fold(Truth::False, |truth, field| {
            let set = self.field(field.at);
            truth.or(if self.holds_units(field.at) { self.unit_member(set, wearer) } else { self.member(set, wearer) })
        })
    }

    fn holds_units(&self, field: u32) -> bool {
        self.table.views.fields.get(field).is_some_and(|field| field.ty == crate::table::code::value_type::UNIT)
    }

    fn unit_member(&self, set: Fact<'r>, wearer: &Wearer<'r>) -> Truth {
        let has = |items: Items<'r>| match wearer.units {
            None => Truth::Unknown,
            Some(units) => units.iter().any(|unit| self.holds(items, Scalar::Unit(unit.at))).into(),
        };
        match set {
            Fact::Null => Truth::False,
            Fact::Many(items) => has(items),
            Fact::Missing | Fact::One(_) => Truth::Unknown,
        }
    }

    /// Adds the attributes of the record that leave a scope unknown, if it is.
    pub(super) fn scope_missing(&self, scope: u32, right: &Right, wearer: &Wearer<'r>, out: &mut Vec<u32>) {
        if self.scope(scope, right, wearer) != Truth::Unknown {
            return;
        }
        let Some(scope) = self.table.views.scopes.get(scope) else { return };
        let open = |term: u16| scope.terms & term != 0 && self.term(term, right, wearer) == Truth::Unknown;
        let units = self.table.list(scope.units).iter().any(|unit| self.named_unit(unit) == Truth::Unknown);
        let union = open(scope_term::MY_UNIT) || open(scope_term::MY_UNIT_AND_BELOW);
        let team = union || open(scope_term::REPORTS) || open(scope_term::TEAM);
        let of_owner = self.object.flags & 1 != 0 && units;
        if team || of_owner || open(scope_term::OWN) || open(scope_term::NO_OWNER) {
            self.field_missing(self.object.owner, out);
        }
        if team {
            self.field_missing(self.object.team, out);
        }
        if union || units {
            self.field_missing(self.object.unit, out);
        }
        if open(scope_term::SHARED) {
            for field in self.table.list(right.shared).iter() {
                self.field_missing(field.at, out);
            }
        }
    }
}
