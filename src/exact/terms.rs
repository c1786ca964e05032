//! Scopes and conditions as nodes.

use super::build::Builder;
use super::formula::{Atom, Below, NodeId, SetTerm, Slot, SlotId, Term, Whole};
use super::item::object;
use super::value::{Person, Scalar, Truth};
use super::worlds::World;
use crate::model::{
    AtomId, AttributeRef, Comparison, Condition, ConditionId, FieldId, FieldKind, NetworkId, Object, Operand,
    RecordUnit, RightId, ScopeId, ScopeTerm, Test, UnitId, Value, ValueType,
};

impl Builder<'_> {
    /// Whether a scope holds, for a hat.
    pub(crate) fn scope(&mut self, scope: ScopeId, hat: usize, right: RightId) -> NodeId {
        let Some(scope) = self.index.model.scopes.get(scope.index()) else {
            return self.formula.constant(Truth::Unknown);
        };
        let terms: Vec<NodeId> = scope.terms.iter().map(|term| self.scope_term(*term, hat, right)).collect();
        let any = self.formula.or(terms);
        if scope.outside { self.formula.not(any) } else { any }
    }

    fn scope_term(&mut self, term: ScopeTerm, hat: usize, right: RightId) -> NodeId {
        let Some((object, _)) = object(self.index.model, right) else { return self.formula.constant(Truth::Unknown) };
        match term {
            ScopeTerm::All => self.formula.yes(),
            ScopeTerm::Own => self.owner_is_mine(object.owner, hat),
            ScopeTerm::Team => self.team(object, hat),
            ScopeTerm::Reports => {
                let below = match object.owner {
                    Some(owner) => {
                        let owner = self.value(AttributeRef::Record(owner));
                        let atom = Atom::OwnerBelow(owner, self.persons(hat), self.worlds.folk(self.world));
                        self.formula.atom(atom)
                    }
                    None => self.formula.constant(Truth::Unknown),
                };
                let team = self.team(object, hat);
                self.formula.or([team, below])
            }
            ScopeTerm::MyUnit | ScopeTerm::MyUnitAndBelow => {
                let deep = if term == ScopeTerm::MyUnit { Below::No } else { Below::Yes };
                let units = self.subject.hats.get(hat).and_then(|wear| wear.units.clone());
                let unit = self.unit(object, units, deep);
                let team = self.team(object, hat);
                self.formula.or([team, unit])
            }
            ScopeTerm::Unit(unit) => self.unit(object, Some([unit].into()), Below::No),
            ScopeTerm::UnitAndBelow(unit) => self.unit(object, Some([unit].into()), Below::Yes),
            ScopeTerm::NoOwner => match object.owner {
                Some(owner) => {
                    let owner = self.value(AttributeRef::Record(owner));
                    self.formula.atom(Atom::NoOwner(owner))
                }
                None => self.formula.constant(Truth::Unknown),
            },
            ScopeTerm::Shared => self.shared(object, hat, right),
        }
    }

    /// The record's owner is the asker, or the one whom the hat acts for.
    pub(crate) fn owner_is_mine(&mut self, owner: Option<FieldId>, hat: usize) -> NodeId {
        let Some(owner) = owner else { return self.formula.constant(Truth::Unknown) };
        let owner = self.value(AttributeRef::Record(owner));
        let atom = Atom::OwnerIs(owner, self.persons(hat));
        self.formula.atom(atom)
    }

    /// The record's owner is a person.
    pub(crate) fn owner_is(&mut self, owner: FieldId, person: Person) -> NodeId {
        let owner = self.value(AttributeRef::Record(owner));
        let atom = self.formula.atom(Atom::OwnerIs(owner, [Scalar::Person(person)].into()));
        self.formula.known(atom)
    }

    /// An attribute of the record is known not to name the asker, nor the one whom the hat acts for; the owner is there.
    pub(crate) fn names_another(&mut self, field: FieldId, is_owner: bool, hat: usize) -> NodeId {
        let mine = self.owner_is_mine(Some(field), hat);
        let mine = self.formula.possible(mine);
        let apart = self.formula.not(mine);
        if !is_owner {
            return apart;
        }
        let owner = self.value(AttributeRef::Record(field));
        let nobody = self.formula.atom(Atom::NoOwner(owner));
        let nobody = self.formula.possible(nobody);
        let there = self.formula.not(nobody);
        self.formula.and([apart, there])
    }

    /// The record is known to be neither the asker's own, nor their team's, nor nobody's, as far as its object says whose
    /// records are; where it says nothing, all are of others.
    pub(crate) fn of_others(&mut self, right: RightId, hat: usize) -> NodeId {
        let is_general = self.index.model.rights.get(right.index()).is_none_or(|right| right.general);
        let Some((object, _)) = object(self.index.model, right).filter(|_| !is_general) else {
            return self.formula.yes();
        };
        let mut nodes = Vec::new();
        if let Some(owner) = object.owner {
            nodes.push(self.names_another(owner, true, hat));
        }
        if let Some(team) = object.team {
            let set = self.set(AttributeRef::Record(team));
            let member = self.holds_one(set, self.persons(hat), Whole::Known);
            let member = self.formula.possible(member);
            nodes.push(self.formula.not(member));
        }
        self.formula.and(nodes)
    }

    /// An attribute of the record is a value.
    pub(crate) fn names_value(&mut self, field: FieldId, value: Scalar) -> NodeId {
        let left = self.value(AttributeRef::Record(field));
        let atom = self.formula.atom(Atom::Compare(Comparison::Equal, left, Term::Known(value)));
        self.formula.known(atom)
    }

    /// The request says nothing of an attribute of its own.
    pub(crate) fn says_nothing_of(&mut self, attribute: AttributeRef) -> NodeId {
        let is_set = self.kind(attribute).is_some_and(|(_, set)| set);
        let atom = if is_set { Atom::SetIsNone(self.set(attribute)) } else { Atom::IsNone(self.value(attribute)) };
        let node = self.formula.atom(atom);
        self.formula.possible(node)
    }

    fn team(&mut self, object: &Object, hat: usize) -> NodeId {
        let own = self.owner_is_mine(object.owner, hat);
        let Some(team) = object.team else { return own };
        let set = self.set(AttributeRef::Record(team));
        let member = self.holds_one(set, self.persons(hat), Whole::Known);
        self.formula.or([own, member])
    }

    fn unit(&mut self, object: &Object, units: Option<Box<[UnitId]>>, deep: Below) -> NodeId {
        let whole = if units.is_some() { Whole::Known } else { Whole::Unknown };
        let units: Box<[UnitId]> = units.iter().flatten().map(|unit| self.shared_unit(*unit)).collect();
        match (object.unit, object.owner) {
            (Some(RecordUnit::Field(field)), _) => {
                let unit = self.value(AttributeRef::Record(field));
                let tree = if deep == Below::Yes { self.worlds.tree(self.world) } else { World::First };
                self.formula.atom(Atom::UnitIn(unit, units, whole, deep, tree))
            }
            (Some(RecordUnit::OfOwner), Some(owner)) => {
                let owner = self.value(AttributeRef::Record(owner));
                let folk = self.worlds.folk(self.world);
                self.formula.atom(Atom::OwnerUnitIn(owner, units, whole, deep, folk))
            }
            (Some(RecordUnit::OfOwner), None) | (None, _) => self.formula.constant(Truth::Unknown),
        }
    }

    fn shared(&mut self, object: &Object, hat: usize, right: RightId) -> NodeId {
        let mut lines = Vec::new();
        for line in object.shared.iter().filter(|line| line.rights.contains(&right)) {
            let set = self.set(AttributeRef::Record(line.field));
            let of_units =
                matches!(self.kind(AttributeRef::Record(line.field)), Some((crate::model::ValueType::Unit, _)));
            let node = if of_units {
                let units = self.subject.hats.get(hat).and_then(|wear| wear.units.as_ref());
                let whole = if units.is_some() { Whole::Known } else { Whole::Unknown };
                let units = units.into_iter().flatten().map(|unit| Scalar::Unit(self.shared_unit(*unit))).collect();
                self.holds_one(set, units, whole)
            } else {
                self.holds_one(set, self.persons(hat), Whole::Known)
            };
            lines.push(node);
        }
        if lines.is_empty() {
            return self.formula.constant(Truth::Unknown);
        }
        self.formula.or(lines)
    }

    fn holds_one(&mut self, set: SetTerm, elements: Box<[Scalar]>, whole: Whole) -> NodeId {
        if let SetTerm::Slot(copy, attribute, ..) = set {
            for element in &elements {
                self.formula.slot(Slot::Member(copy, attribute, *element));
            }
        }
        self.formula.atom(Atom::HoldsOne(set, elements, whole))
    }

    /// Whether a condition holds, for what comes through a hat: through a delegated one `me` is the one whose role it is as
    /// well.
    pub(crate) fn condition(&mut self, condition: ConditionId, hat: usize) -> NodeId {
        match self.index.model.conditions.get(condition.index()) {
            None => self.formula.constant(Truth::Unknown),
            Some(Condition::True) => self.formula.yes(),
            Some(Condition::And(parts)) => {
                let parts: Vec<NodeId> = parts.iter().map(|part| self.condition(*part, hat)).collect();
                self.formula.and(parts)
            }
            Some(Condition::Or(parts)) => {
                let parts: Vec<NodeId> = parts.iter().map(|part| self.condition(*part, hat)).collect();
                self.formula.or(parts)
            }
            Some(Condition::Not(inner)) => {
                let inner = self.condition(*inner, hat);
                self.formula.not(inner)
            }
            Some(Condition::Atom(atom)) => self.comparison(*atom, hat),
        }
    }

    fn comparison(&mut self, atom: AtomId, hat: usize) -> NodeId {
        let Some(atom) = self.index.model.atoms.get(atom.index()) else { return self.formula.constant(Truth::Unknown) };
        let is_set = self.kind(atom.left).is_some_and(|(_, set)| set);
        let ty = self.kind(atom.left).map(|(ty, _)| ty);
        let made = match &atom.test {
            Test::IsNone if is_set => Atom::SetIsNone(self.set(atom.left)),
            Test::Has(Operand::Me) => {
                let persons = self.persons(hat);
                let held: Vec<NodeId> =
                    persons.iter().map(|person| self.has(atom.left, Term::Known(*person))).collect();
                return self.formula.or(held);
            }
            Test::Has(operand) => {
                let element = self.operand(operand, ty);
                return self.has(atom.left, element);
            }
            // Sets are asked what they hold, never compared whole.
            _ if is_set => Atom::Untold,
            Test::IsNone => Atom::IsNone(self.value(atom.left)),
            Test::Compare(comparison, Operand::Me) => {
                let left = self.value(atom.left);
                let persons = self.persons(hat);
                let each = persons.iter().map(|person| Atom::Compare(*comparison, left, Term::Known(*person)));
                let each: Vec<NodeId> = each.map(|test| self.formula.atom(test)).collect();
                // One of them is enough to be me; not to be me takes all of them.
                return if *comparison == Comparison::NotEqual {
                    self.formula.and(each)
                } else {
                    self.formula.or(each)
                };
            }
            Test::Compare(comparison, operand) => {
                let left = self.value(atom.left);
                Atom::Compare(*comparison, left, self.operand(operand, ty))
            }
            Test::OneOf(values) => {
                let left = self.value(atom.left);
                Atom::OneOf(left, values.iter().map(|value| self.stated_as(value, ty)).collect())
            }
            Test::InNetworks(networks) => {
                let shared = |id: &NetworkId| self.lens().map_or(*id, |lens| NetworkId(lens.networks.shared(id.0)));
                let networks = networks.iter().map(shared).collect();
                Atom::InNetworks(self.value(atom.left), networks)
            }
        };
        self.formula.atom(made)
    }

    /// A set holds an element.
    fn has(&mut self, set: AttributeRef, element: Term) -> NodeId {
        let set = self.set(set);
        if let (SetTerm::Slot(copy, attribute, ..), Term::Known(element)) = (&set, element) {
            self.formula.slot(Slot::Member(*copy, *attribute, element));
        }
        self.formula.atom(Atom::Has(set, element))
    }

    fn operand(&mut self, operand: &Operand, ty: Option<ValueType>) -> Term {
        match operand {
            Operand::Value(value) => Term::Known(self.stated_as(value, ty)),
            Operand::Attribute(attribute) => self.value(*attribute),
            Operand::Me => Term::Known(Scalar::Person(self.me)),
        }
    }

    /// A value that the policy states, of a type.
    fn stated_as(&self, value: &Value, ty: Option<ValueType>) -> Scalar {
        let value = Scalar::of(value);
        self.lens().map_or(value, |lens| lens.scalar(value, ty))
    }

    /// Whom a hat acts for: the asker, and the one whose role it is.
    fn persons(&self, hat: usize) -> Box<[Scalar]> {
        let behalf = self.subject.hats.get(hat).and_then(|h| h.behalf).map(Person::Known);
        let behalf = behalf.map(|person| self.lens().map_or(person, |lens| lens.person(person)));
        [Some(self.me), behalf].into_iter().flatten().map(Scalar::Person).collect()
    }

    fn shared_unit(&self, unit: UnitId) -> UnitId {
        self.lens().map_or(unit, |lens| lens.unit(unit))
    }

    fn shared_attribute(&self, attribute: AttributeRef) -> AttributeRef {
        self.lens().map_or(attribute, |lens| lens.attribute(attribute))
    }

    /// Type of an attribute's value or elements, and whether it is a set; `None` if conditions cannot use it.
    pub(crate) fn kind(&self, attribute: AttributeRef) -> Option<(crate::model::ValueType, bool)> {
        kind(self.index.model, attribute)
    }

    /// The value of an attribute that is no set.
    pub(crate) fn value(&mut self, attribute: AttributeRef) -> Term {
        let kind = self.kind(attribute);
        if let Some(value) = self.stated(attribute) {
            return Term::Known(self.stated_as(value, kind.map(|(ty, _)| ty)));
        }
        if !matches!(kind, Some((_, false))) {
            return Term::Known(Scalar::Missing);
        }
        let attribute = self.shared_attribute(attribute);
        let slot = self.formula.slot(Slot::Value(self.copy, attribute));
        if self.worlds.is_partial(attribute) { Term::Seen(slot, self.world) } else { Term::Slot(slot) }
    }

    fn set(&mut self, attribute: AttributeRef) -> SetTerm {
        let kind = self.kind(attribute);
        let ty = kind.map(|(ty, _)| ty);
        match self.stated(attribute) {
            Some(Value::Set(values)) => {
                return SetTerm::Known(values.iter().map(|value| self.stated_as(value, ty)).collect());
            }
            Some(value) => return SetTerm::Nothing(Scalar::of(value)),
            None => {}
        }
        if kind.is_none_or(|(_, set)| !set) {
            return SetTerm::Nothing(Scalar::Missing);
        }
        let attribute = self.shared_attribute(attribute);
        let slot: SlotId = self.formula.slot(Slot::Set(self.copy, attribute));
        let reader = self.worlds.is_partial(attribute).then_some(self.world);
        SetTerm::Slot(self.copy, attribute, slot, reader)
    }

    /// The value of a subject attribute that requests cannot send.
    fn stated(&self, attribute: AttributeRef) -> Option<&Value> {
        match attribute {
            AttributeRef::Subject(id) => self.subject.stated(self.index.model, id),
            AttributeRef::RecordId | AttributeRef::Record(_) | AttributeRef::Request(_) => None,
        }
    }
}

/// Type of an attribute's value or elements, and whether it is a set.
pub(crate) fn kind(model: &crate::model::Model, attribute: AttributeRef) -> Option<(crate::model::ValueType, bool)> {
    match attribute {
        AttributeRef::RecordId => Some((crate::model::ValueType::Text, false)),
        AttributeRef::Record(field) => match model.fields.get(field.index())?.kind {
            FieldKind::Attribute { ty, set, .. } => Some((ty, set)),
            FieldKind::Field => None,
        },
        AttributeRef::Subject(id) => model.subject_attributes.get(id.index()).map(|a| (a.ty, a.set)),
        AttributeRef::Request(id) => model.request_attributes.get(id.index()).map(|a| (a.ty, a.set)),
    }
}
