//! Values, atoms, conditions and scopes. Equal ones are kept once; parts whose order says nothing are put in the order
//! of their contents.

use super::image::Image;
use super::known::{Known, hash};
use super::{LowerError, Lowering, count};
use crate::model::{Atom, Comparison, Condition, ConditionId, Model, Operand, Scope, ScopeId, ScopeTerm, Test, Value};
use crate::table::NONE;
use crate::table::write::{
    self, MAX_CONDITION, MAX_DEPTH, Section, Word, comparison, condition_tag, content, list_kind, operand, scope_term,
    test_tag, value_tag,
};
use rustc_hash::FxHashMap;
use std::hash::Hash;

/// Records, each kept once.
#[derive(Debug)]
pub(super) struct Pool<R> {
    pub(super) records: Vec<R>,
    known: Known,
}

impl<R> Default for Pool<R> {
    fn default() -> Self {
        Self { records: Vec::new(), known: Known::default() }
    }
}

impl<R: Copy + Eq + Hash> Pool<R> {
    /// The number of a record.
    pub(super) fn add(&mut self, record: R, what: &'static str) -> Result<u32, LowerError> {
        let hash = hash(&record);
        if let Some(known) = self.known.find(hash, |number| self.records.get(number as usize) == Some(&record)) {
            return Ok(known);
        }
        let number = count(self.records.len(), what)?;
        self.records.push(record);
        self.known.insert(hash, number);
        Ok(number)
    }
}

/// What the table has of them so far.
#[derive(Debug)]
pub(super) struct Conditions {
    values: Pool<write::Value>,
    addresses: Pool<write::Address>,
    atoms: Pool<write::Atom>,
    records: Vec<write::Condition>,
    parts: Vec<u32>,
    known: FxHashMap<(u8, u32, Box<[u32]>), u32>,
    scopes: Pool<write::Scope>,
    /// By [`ConditionId`]: the number, if it is known already.
    numbers: Vec<Option<u32>>,
    /// By [`ConditionId`]: a name for the content that does not depend on ids.
    keys: Vec<Option<u128>>,
    /// By [`ScopeId`].
    scope_numbers: Vec<Option<u32>>,
}

impl Conditions {
    pub(super) fn new(model: &Model) -> Self {
        let no = write::Condition { tag: condition_tag::TRUE, depth: 0, reserved: 0, size: 1, parts: 0, atom: NONE };
        let mut scopes: Pool<write::Scope> = Pool::default();
        // Scope 0 is every record.
        let all = write::Scope { terms: scope_term::ALL, outside: 0, units: 0 };
        scopes.known.insert(hash(&all), 0);
        scopes.records.push(all);
        Self {
            values: Pool::default(),
            addresses: Pool::default(),
            atoms: Pool::default(),
            records: vec![no],
            parts: Vec::new(),
            known: FxHashMap::default(),
            scopes,
            numbers: vec![None; model.conditions.len()],
            keys: vec![None; model.conditions.len()],
            scope_numbers: vec![None; model.scopes.len()],
        }
    }

    pub(super) fn write(&self, image: &mut Image) {
        self.values.records.iter().for_each(|record| image.push(Section::Values, record));
        self.addresses.records.iter().for_each(|record| image.push(Section::Addresses, record));
        self.atoms.records.iter().for_each(|record| image.push(Section::Atoms, record));
        self.records.iter().for_each(|record| image.push(Section::Conditions, record));
        let parts = self.parts.len() as u32;
        let end = write::Condition { tag: condition_tag::TRUE, depth: 0, reserved: 0, size: 0, parts, atom: NONE };
        image.push(Section::Conditions, &end);
        self.parts.iter().for_each(|at| image.push(Section::ConditionParts, &Word { at: *at }));
        self.scopes.records.iter().for_each(|record| image.push(Section::Scopes, record));
    }

    fn add(&mut self, tag: u8, atom: u32, parts: &[u32]) -> Result<u32, LowerError> {
        let key = (tag, atom, parts.into());
        if let Some(known) = self.known.get(&key) {
            return Ok(*known);
        }
        let of = |part: &u32| self.records.get(*part as usize);
        let depth = parts.iter().filter_map(of).map(|part| part.depth.saturating_add(1)).max().unwrap_or(0);
        let size = parts.iter().filter_map(of).fold(1_u32, |size, part| size.saturating_add(part.size));
        if depth > MAX_DEPTH || size > MAX_CONDITION {
            return Err(LowerError::TooLarge("a condition"));
        }
        let number = count(self.records.len(), "conditions")?;
        let start = count(self.parts.len(), "conditions")?;
        self.records.push(write::Condition { tag, depth, reserved: 0, size, parts: start, atom });
        self.parts.extend_from_slice(parts);
        self.known.insert(key, number);
        Ok(number)
    }
}

impl Lowering<'_> {
    /// The number of a condition.
    pub(super) fn condition(&mut self, id: ConditionId) -> Result<u32, LowerError> {
        self.condition_at(id, 0)
    }

    fn condition_at(&mut self, id: ConditionId, depth: u8) -> Result<u32, LowerError> {
        if let Some(known) = self.conditions.numbers.get(id.index()).copied().flatten() {
            return Ok(known);
        }
        if depth > MAX_DEPTH {
            return Err(LowerError::TooLarge("a condition"));
        }
        let model = self.model;
        let number = match model.conditions.get(id.index()) {
            None | Some(Condition::True) => 0,
            Some(Condition::Atom(atom)) => match model.atoms.get(atom.index()) {
                Some(atom) => {
                    let atom = self.atom(atom)?;
                    self.conditions.add(condition_tag::ATOM, atom, &[])?
                }
                None => 0,
            },
            Some(Condition::Not(part)) => {
                let part = self.condition_at(*part, depth + 1)?;
                self.conditions.add(condition_tag::NOT, NONE, &[part])?
            }
            Some(Condition::And(parts)) => self.join(condition_tag::AND, parts, depth)?,
            Some(Condition::Or(parts)) if parts.is_empty() => self.conditions.add(condition_tag::NOT, NONE, &[0])?,
            Some(Condition::Or(parts)) => self.join(condition_tag::OR, parts, depth)?,
        };
        if let Some(slot) = self.conditions.numbers.get_mut(id.index()) {
            *slot = Some(number);
        }
        Ok(number)
    }

    fn join(&mut self, tag: u8, parts: &[ConditionId], depth: u8) -> Result<u32, LowerError> {
        if parts.is_empty() {
            return Ok(0);
        }
        let mut sorted = parts.to_vec();
        sorted.sort_by_cached_key(|part| self.condition_key(*part));
        let mut numbers = Vec::with_capacity(sorted.len());
        for part in sorted {
            let number = self.condition_at(part, depth + 1)?;
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        self.conditions.add(tag, NONE, &numbers)
    }

    /// A name for the content of a condition: the same whatever the order of files.
    pub(super) fn condition_key(&mut self, id: ConditionId) -> u128 {
        self.key_at(id, 0)
    }

    fn key_at(&mut self, id: ConditionId, depth: u8) -> u128 {
        if let Some(known) = self.conditions.keys.get(id.index()).copied().flatten() {
            return known;
        }
        let model = self.model;
        let parts = |lowering: &mut Self, tag: u8, parts: &[ConditionId]| {
            let deeper = depth.saturating_add(1);
            let of = |part: &ConditionId| if deeper > MAX_DEPTH { 0 } else { lowering.key_at(*part, deeper) };
            let mut keys: Vec<u128> = parts.iter().map(of).collect();
            keys.sort_unstable();
            let mut bytes = vec![tag];
            keys.iter().for_each(|key| bytes.extend_from_slice(&key.to_le_bytes()));
            bytes
        };
        let bytes = match model.conditions.get(id.index()) {
            None | Some(Condition::True) => vec![condition_tag::TRUE],
            Some(Condition::Atom(atom)) => {
                let mut bytes = vec![condition_tag::ATOM];
                if let Some(atom) = model.atoms.get(atom.index()) {
                    self.atom_key(atom, &mut bytes);
                }
                bytes
            }
            Some(Condition::Not(part)) => parts(self, condition_tag::NOT, &[*part]),
            Some(Condition::And(of)) => parts(self, condition_tag::AND, of),
            Some(Condition::Or(of)) => parts(self, condition_tag::OR, of),
        };
        let key = u128::from_le_bytes(content(&bytes));
        if let Some(slot) = self.conditions.keys.get_mut(id.index()) {
            *slot = Some(key);
        }
        key
    }

    fn atom_key(&self, atom: &Atom, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.ids.attribute(atom.left).to_le_bytes());
        match &atom.test {
            Test::Compare(how, right) => {
                out.extend_from_slice(&[test_tag::COMPARE, comparison_code(*how)]);
                self.operand_key(right, out);
            }
            Test::Has(right) => {
                out.push(test_tag::HAS);
                self.operand_key(right, out);
            }
            Test::OneOf(values) => {
                out.push(test_tag::ONE_OF);
                self.sorted_values(values).iter().for_each(|(key, _)| out.extend_from_slice(key));
            }
            Test::InNetworks(networks) => {
                out.push(test_tag::IN_NETWORKS);
                let mut numbers: Vec<_> = networks.iter().map(|network| self.ids.network(*network)).collect();
                numbers.sort_unstable();
                numbers.iter().for_each(|number| out.extend_from_slice(&number.to_le_bytes()));
            }
            Test::IsNone => out.push(test_tag::IS_NONE),
        }
    }

    fn operand_key(&self, right: &Operand, out: &mut Vec<u8>) {
        match right {
            Operand::Value(value) => {
                out.push(operand::VALUE);
                self.value_key(value, out);
            }
            Operand::Attribute(of) => {
                out.push(operand::ATTRIBUTE);
                out.extend_from_slice(&self.ids.attribute(*of).to_le_bytes());
            }
            Operand::Me => out.push(operand::ME),
        }
    }

    /// The content of a value, its length in front so that values in a row cannot run together.
    fn value_key(&self, value: &Value, out: &mut Vec<u8>) {
        let mut bytes = Vec::new();
        match value {
            Value::Null => bytes.push(0),
            Value::Boolean(value) => bytes.extend_from_slice(&[1, u8::from(*value)]),
            Value::Number(number) => {
                bytes.push(2);
                bytes.extend_from_slice(&number.to_be_bytes());
            }
            Value::Text(symbol) => {
                bytes.push(3);
                bytes.extend_from_slice(self.model.text(*symbol).as_bytes());
            }
            Value::Enum(id, at) => {
                bytes.push(4);
                bytes.extend_from_slice(&self.ids.enums.get(id.index()).to_be_bytes());
                bytes.extend_from_slice(&at.to_be_bytes());
            }
            Value::User(id) => {
                bytes.push(5);
                bytes.extend_from_slice(&self.ids.user(*id).to_be_bytes());
            }
            Value::Stranger(symbol) => {
                bytes.push(6);
                bytes.extend_from_slice(self.model.text(*symbol).as_bytes());
            }
            Value::Unit(id) => {
                bytes.push(7);
                bytes.extend_from_slice(&self.ids.unit(*id).to_be_bytes());
            }
            Value::Address(address) => {
                bytes.push(8);
                bytes.extend_from_slice(&address.to_be_bytes());
            }
            Value::Set(values) => {
                bytes.push(9);
                self.sorted_values(values).iter().for_each(|(key, _)| bytes.extend_from_slice(key));
            }
        }
        out.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
        out.append(&mut bytes);
    }

    /// Values in the order of their contents, without repeats.
    fn sorted_values<'v>(&self, values: &'v [Value]) -> Vec<(Vec<u8>, &'v Value)> {
        let key = |value: &'v Value| {
            let mut key = Vec::new();
            self.value_key(value, &mut key);
            (key, value)
        };
        let mut sorted: Vec<_> = values.iter().map(key).collect();
        sorted.sort();
        sorted.dedup_by(|a, b| a.0 == b.0);
        sorted
    }

    fn atom(&mut self, atom: &Atom) -> Result<u32, LowerError> {
        let left = self.ids.attribute(atom.left);
        let (test, how, operand, argument) = match &atom.test {
            Test::Compare(how, right) => {
                let (operand, argument) = self.operand(right)?;
                (test_tag::COMPARE, comparison_code(*how), operand, argument)
            }
            Test::Has(right) => {
                let (operand, argument) = self.operand(right)?;
                (test_tag::HAS, comparison::EQUAL, operand, argument)
            }
            Test::OneOf(values) => (test_tag::ONE_OF, comparison::EQUAL, operand::VALUE, self.value_list(values)?),
            Test::InNetworks(networks) => {
                let ids = self.ids;
                let networks = networks.iter().map(|network| ids.network(*network));
                let list = self.lists.sorted(list_kind::NETWORKS, networks)?;
                (test_tag::IN_NETWORKS, comparison::EQUAL, operand::VALUE, list)
            }
            Test::IsNone => (test_tag::IS_NONE, comparison::EQUAL, operand::VALUE, 0),
        };
        let record = write::Atom { left, test, comparison: how, operand, reserved: 0, argument };
        self.conditions.atoms.add(record, "conditions")
    }

    fn operand(&mut self, right: &Operand) -> Result<(u8, u32), LowerError> {
        Ok(match right {
            Operand::Value(value) => (operand::VALUE, self.value(value)?),
            Operand::Attribute(of) => (operand::ATTRIBUTE, self.ids.attribute(*of)),
            Operand::Me => (operand::ME, 0),
        })
    }

    fn value_list(&mut self, values: &[Value]) -> Result<u32, LowerError> {
        let mut numbers = Vec::with_capacity(values.len());
        for (_, value) in self.sorted_values(values) {
            numbers.push(self.value(value)?);
        }
        self.lists.add(list_kind::VALUES, &numbers)
    }

    /// The number of a value.
    pub(super) fn value(&mut self, value: &Value) -> Result<u32, LowerError> {
        let (tag, a, b) = match value {
            Value::Null => (value_tag::NULL, NONE, 0),
            Value::Boolean(value) => (value_tag::BOOLEAN, NONE, i64::from(*value)),
            Value::Number(number) => (value_tag::NUMBER, NONE, *number),
            Value::Text(symbol) => (value_tag::TEXT, self.texts.symbol(self.model, *symbol)?, 0),
            Value::Enum(id, at) => (value_tag::ENUM, self.ids.enums.get(id.index()), i64::from(*at)),
            Value::User(id) => (value_tag::USER, self.ids.user(*id), 0),
            Value::Stranger(symbol) => (value_tag::STRANGER, self.texts.symbol(self.model, *symbol)?, 0),
            Value::Unit(id) => (value_tag::UNIT, self.ids.unit(*id), 0),
            Value::Address(address) => {
                let address = write::Address { address: *address };
                (value_tag::ADDRESS, self.conditions.addresses.add(address, "addresses")?, 0)
            }
            Value::Set(values) => (value_tag::SET, self.value_list(values)?, 0),
        };
        self.conditions.values.add(write::Value { tag, a, b }, "values")
    }

    /// The number of a scope.
    pub(super) fn scope(&mut self, id: ScopeId) -> Result<u32, LowerError> {
        if let Some(known) = self.conditions.scope_numbers.get(id.index()).copied().flatten() {
            return Ok(known);
        }
        let number = match self.model.scopes.get(id.index()) {
            None => 0,
            Some(scope) => {
                let (terms, units) = self.terms(scope);
                let units = self.lists.sorted(list_kind::SCOPE_UNITS, units)?;
                let record = write::Scope { terms, outside: u16::from(scope.outside), units };
                self.conditions.scopes.add(record, "scopes")?
            }
        };
        if let Some(slot) = self.conditions.scope_numbers.get_mut(id.index()) {
            *slot = Some(number);
        }
        Ok(number)
    }

    fn terms(&self, scope: &Scope) -> (u16, Vec<u32>) {
        let mut units = Vec::new();
        let mut terms = 0;
        for term in &scope.terms {
            terms |= match term {
                ScopeTerm::Own => scope_term::OWN,
                ScopeTerm::Team => scope_term::TEAM,
                ScopeTerm::Reports => scope_term::REPORTS,
                ScopeTerm::MyUnit => scope_term::MY_UNIT,
                ScopeTerm::MyUnitAndBelow => scope_term::MY_UNIT_AND_BELOW,
                ScopeTerm::NoOwner => scope_term::NO_OWNER,
                ScopeTerm::Shared => scope_term::SHARED,
                ScopeTerm::All => scope_term::ALL,
                ScopeTerm::Unit(unit) => {
                    units.push(self.ids.unit(*unit) * 2);
                    0
                }
                ScopeTerm::UnitAndBelow(unit) => {
                    units.push(self.ids.unit(*unit) * 2 + 1);
                    0
                }
            };
        }
        (terms, units)
    }
}

const fn comparison_code(how: Comparison) -> u8 {
    match how {
        Comparison::Equal => comparison::EQUAL,
        Comparison::NotEqual => comparison::NOT_EQUAL,
        Comparison::Less => comparison::LESS,
        Comparison::LessOrEqual => comparison::LESS_OR_EQUAL,
        Comparison::Greater => comparison::GREATER,
        Comparison::GreaterOrEqual => comparison::GREATER_OR_EQUAL,
    }
}
