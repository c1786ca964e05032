//! [`Worder`]: tests of values in words.

use super::change::About;
use super::engine::{Engine, Found};
use crate::exact::concrete::Telling;
use crate::exact::formula::{Atom, Below, Formula, SetTerm, Slot, Term, Whole};
use crate::exact::subject::Subject;
use crate::exact::value::{Person as Asker, Scalar};
use crate::exact::worlds::World;
use crate::message::{Message, Text, answer, diff as text};
use crate::model::{AttributeRef, Comparison, Model, NetworkId, UnitId};
use crate::words;

/// Puts tests into words.
pub(super) struct Worder<'w, 'f> {
    pub(super) engine: &'w Engine<'w>,
    pub(super) found: &'w Found<'f>,
    pub(super) formula: &'w Formula,
}

impl Worder<'_, '_> {
    /// What a test is about, and it in words: that it is so and, where there are words for that, that it is not.
    pub(super) fn atom(&self, atom: &Atom) -> (About, Message, Option<Message>) {
        match atom {
            Atom::Compare(comparison, left, right) => self.compare(*comparison, *left, *right),
            Atom::OneOf(left, values) => {
                let list = values.iter().map(|value| self.value(*left, *value)).collect::<Vec<_>>().join(", ");
                self.of(*left, &list, (&answer::ONE_OF, &answer::NOT_ONE_OF))
            }
            Atom::InNetworks(left, networks) => {
                let names: Vec<String> = networks.iter().map(|network| self.network(*network)).collect();
                self.of(*left, &names.join(", "), (&answer::IN, &answer::NOT_IN))
            }
            Atom::IsNone(left) => self.of(*left, "", (&answer::IS_NONE, &answer::IS_SET)),
            Atom::SetIsNone(set) => self.of_set(set, "", (&answer::IS_NONE, &answer::IS_SET)),
            Atom::Has(set, element) => match element {
                Term::Known(Scalar::Person(person)) if *person == self.found.asked.me => {
                    self.of_set(set, "", (&answer::HAS_ME, &answer::HAS_NOT_ME))
                }
                Term::Known(value) => {
                    let value = self.element(set, *value);
                    self.of_set(set, &value, (&answer::HAS, &answer::HAS_NOT))
                }
                term => {
                    let path = self.path(*term);
                    self.of_set(set, &path, (&answer::HAS, &answer::HAS_NOT))
                }
            },
            Atom::HoldsOne(set, ..) => {
                let words = text::SHARED_WITH.with([("path", self.set_path(set).into())]);
                (About::Record, words, None)
            }
            Atom::OwnerIs(_, persons) => (About::Record, self.owner(persons), None),
            Atom::OwnerBelow(..) => (About::Record, text::BELOW.plain(), None),
            Atom::NoOwner(_) => (About::Record, text::NO_OWNER.plain(), None),
            Atom::UnitIn(_, units, whole, deep, _) | Atom::OwnerUnitIn(_, units, whole, deep, _) => {
                (About::Record, self.units(units, *whole, *deep), None)
            }
            Atom::Untold => (About::Request, text::SOMETHING.plain(), None),
        }
    }

    fn compare(&self, comparison: Comparison, left: Term, right: Term) -> (About, Message, Option<Message>) {
        use Comparison as C;
        if let Term::Known(Scalar::Person(person)) = right
            && person == self.found.asked.me
        {
            let texts = (&answer::IS_ME, &answer::IS_NOT_ME);
            return self.of(left, "", if comparison == C::Equal { texts } else { (texts.1, texts.0) });
        }
        let (left, right, comparison) = match (left, right) {
            (Term::Known(_), right) if right.slot().is_some() => (right, left, turned(comparison)),
            both => (both.0, both.1, comparison),
        };
        let value = match right {
            Term::Known(value) => self.value(left, value),
            term => self.path(term),
        };
        let texts: (&'static Text, &'static Text) = match comparison {
            C::Equal => (&answer::IS, &answer::IS_NOT),
            C::NotEqual => (&answer::IS_NOT, &answer::IS),
            C::Less => (&answer::LESS, &answer::GREATER_OR_EQUAL),
            C::LessOrEqual => (&answer::LESS_OR_EQUAL, &answer::GREATER),
            C::Greater => (&answer::GREATER, &answer::LESS_OR_EQUAL),
            C::GreaterOrEqual => (&answer::GREATER_OR_EQUAL, &answer::LESS),
        };
        self.of(left, &value, texts)
    }

    fn of(
        &self,
        left: Term,
        value: &str,
        (yes, no): (&'static Text, &'static Text),
    ) -> (About, Message, Option<Message>) {
        let with = |entry: &'static Text| entry.with([("path", self.path(left).into()), ("value", value.into())]);
        (self.about(left), with(yes), Some(with(no)))
    }

    fn of_set(
        &self,
        set: &SetTerm,
        value: &str,
        (yes, no): (&'static Text, &'static Text),
    ) -> (About, Message, Option<Message>) {
        let about = match set {
            SetTerm::Slot(_, attribute, ..) => about(*attribute),
            SetTerm::Nothing(_) | SetTerm::Known(_) => About::Subject,
        };
        let with = |entry: &'static Text| entry.with([("path", self.set_path(set).into()), ("value", value.into())]);
        (about, with(yes), Some(with(no)))
    }

    fn telling(&self) -> Telling<'_> {
        Telling { worlds: self.engine.worlds(), world: World::First, me: "me".to_owned() }
    }

    fn attribute(&self, term: Term) -> Option<AttributeRef> {
        match self.formula.slot_at(term.slot()?) {
            Some(Slot::Value(_, attribute) | Slot::Set(_, attribute)) => Some(*attribute),
            _ => None,
        }
    }

    fn about(&self, term: Term) -> About {
        self.attribute(term).map_or(About::Subject, about)
    }

    fn path(&self, term: Term) -> String {
        match (term, self.attribute(term)) {
            (_, Some(attribute)) => self.telling().path(attribute),
            (Term::Known(value), None) => written(&self.telling(), AttributeRef::RecordId, value),
            _ => String::new(),
        }
    }

    fn set_path(&self, set: &SetTerm) -> String {
        match set {
            SetTerm::Slot(_, attribute, ..) => self.telling().path(*attribute),
            SetTerm::Nothing(_) | SetTerm::Known(_) => String::new(),
        }
    }

    fn value(&self, left: Term, value: Scalar) -> String {
        let attribute = self.attribute(left).unwrap_or(AttributeRef::RecordId);
        written(&self.telling(), attribute, value)
    }

    fn element(&self, set: &SetTerm, value: Scalar) -> String {
        let attribute = if let SetTerm::Slot(_, attribute, ..) = set { *attribute } else { AttributeRef::RecordId };
        written(&self.telling(), attribute, value)
    }

    fn network(&self, network: NetworkId) -> String {
        let (model, id) = self.engine.worlds().written(World::First, |lens| &lens.networks, network.0);
        model.networks.get(id as usize).map_or("", |network| model.text(network.name)).to_owned()
    }

    fn owner(&self, persons: &[Scalar]) -> Message {
        let me = Scalar::Person(self.found.asked.me);
        let named = persons.iter().filter(|person| **person != me).filter_map(|person| match person {
            Scalar::Person(person @ Asker::Known(_)) => Some(self.telling().person(*person)),
            _ => None,
        });
        let named = named.collect::<Vec<_>>().join("`, `");
        match (persons.contains(&me), named.is_empty()) {
            (true, true) => text::OWN.plain(),
            (true, false) => text::OWN_OR.with([("people", named.into())]),
            (false, _) => text::OWNED_BY.with([("people", named.into())]),
        }
    }

    fn units(&self, units: &[UnitId], whole: Whole, deep: Below) -> Message {
        if whole == Whole::Unknown {
            return text::OF_NO_UNIT.plain();
        }
        let engine = self.engine;
        let own = |subject: &Subject, model: &Model, world: World| {
            let user = subject.user()?;
            let stated = model.users.get(user.index())?.units.as_ref()?;
            let shared = stated.iter().map(|unit| if world == World::First { *unit } else { engine.lens.unit(*unit) });
            Some(shared.collect::<Vec<_>>())
        };
        let sides = [
            (&self.found.asked.head, engine.head.model, World::First),
            (&self.found.asked.base, engine.base.model, World::Second),
        ];
        let theirs = sides.iter().any(|(part, model, world)| {
            part.as_ref().and_then(|(subject, _)| own(subject, model, *world)).is_some_and(|own| own == units)
        });
        if theirs {
            return if deep == Below::Yes { text::THEIR_UNIT_BELOW.plain() } else { text::THEIR_UNIT.plain() };
        }
        let names = units.iter().map(|unit| {
            let (model, id) = engine.worlds().written(World::First, |lens| &lens.units, unit.0);
            model.unit_name(UnitId(id)).to_owned()
        });
        let names = names.collect::<Vec<_>>().join("`, `");
        let entry = if deep == Below::Yes { &text::OF_UNITS_BELOW } else { &text::OF_UNITS };
        entry.with([("units", names.into())])
    }
}

const fn about(attribute: AttributeRef) -> About {
    match attribute {
        AttributeRef::RecordId | AttributeRef::Record(_) => About::Record,
        AttributeRef::Subject(_) => About::Subject,
        AttributeRef::Request(_) => About::Request,
    }
}

const fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

/// A value, as a policy writes it.
fn written(telling: &Telling<'_>, attribute: AttributeRef, value: Scalar) -> String {
    use crate::diagnostic::WitnessValue as V;
    match (value, telling.value(attribute, value)) {
        (Scalar::Text(_) | Scalar::FreshText(_), V::Text(text)) => format!("\"{text}\""),
        (Scalar::Person(_), V::Text(id)) => format!("user {id}"),
        (Scalar::Unit(_), V::Text(name)) => format!("unit {name}"),
        (_, V::Text(text)) => text,
        (_, V::Number(number)) => words::number(number),
        (_, V::Boolean(truth)) => truth.to_string(),
        (_, V::Null | V::Set(_)) => "none".to_owned(),
    }
}
