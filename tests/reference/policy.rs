//! What a package says, as plain structs: names are text, lists are vectors, wildcards are written out.

use super::clock::{Calendar, Pattern, Window};
use super::value::{Fact, Type, World};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// A right: object and action.
pub type Right = (String, String);

/// A whole package with everything that it uses.
#[derive(Debug, Default)]
pub struct Policy {
    pub brought: Vec<String>,
    pub types: BTreeMap<String, Type>,
    pub subject: BTreeMap<String, Attribute>,
    pub request: BTreeMap<String, Attribute>,
    pub objects: BTreeMap<String, Object>,
    pub units: BTreeMap<String, Unit>,
    pub networks: BTreeMap<String, Vec<(IpAddr, u8)>>,
    pub calendars: BTreeMap<String, Calendar>,
    pub hours: BTreeMap<String, Vec<Pattern>>,
    pub roles: BTreeMap<String, Role>,
    pub people: BTreeMap<String, Person>,
    pub assignments: Vec<Assignment>,
    pub delegations: Vec<Delegation>,
    pub suspensions: Vec<Suspension>,
    pub requirements: Vec<Requirement>,
    pub separate_sessions: Vec<Vec<String>>,
    /// `nobody has both`, `nobody has two of`.
    pub exclusive: Vec<(Vec<String>, Window)>,
}

#[derive(Debug, Clone)]
pub struct Attribute {
    pub ty: Type,
    /// Stated in the policy; not read from a request.
    pub from_table: bool,
}

#[derive(Debug, Default, Clone)]
pub struct Object {
    pub fields: Vec<Field>,
    pub actions: Vec<Action>,
    pub owner: Option<String>,
    pub unit: UnitOf,
    pub team: Option<String>,
    /// The set, and the actions that it is for.
    pub shared: Vec<(String, Vec<String>)>,
    pub administers: bool,
}

/// What `record unit is` says.
#[derive(Debug, Default, Clone)]
pub enum UnitOf {
    #[default]
    Nothing,
    Field(String),
    Owner,
}

/// An attribute (with a type) or a field (without).
#[derive(Debug, Clone)]
pub struct Field {
    pub name: String,
    pub labels: Vec<String>,
    pub ty: Option<Type>,
    pub from_records: bool,
}

#[derive(Debug, Clone)]
pub struct Action {
    pub name: String,
    pub general: bool,
    pub creates: bool,
    pub updates: bool,
    pub changes: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Unit {
    pub label: Option<String>,
    pub above: Option<String>,
}

#[derive(Debug, Default, Clone)]
pub struct Role {
    pub external: bool,
    pub parents: Vec<String>,
    pub allows: Vec<Rule>,
    pub denies: Vec<Rule>,
    pub masks: Vec<Mask>,
    pub without: Vec<Right>,
    pub cancels: Vec<Cancel>,
    pub active: Vec<Active>,
}

/// An allow or a deny.
#[derive(Debug, Clone)]
pub struct Rule {
    pub name: Option<String>,
    pub grants: Vec<Grant>,
    /// `None`: no scope was written.
    pub scope: Option<Scope>,
    pub when: Option<Condition>,
    pub window: Window,
}

/// What of one right a rule covers.
#[derive(Debug, Clone)]
pub struct Grant {
    pub right: Right,
    /// Named fields; empty for the object.
    pub fields: Vec<String>,
    /// `including`
    pub including: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct Mask {
    pub name: Option<String>,
    /// Object and field.
    pub fields: Vec<(String, String)>,
    pub scope: Option<Scope>,
    pub when: Option<Condition>,
    pub window: Window,
}

#[derive(Debug, Clone)]
pub struct Scope {
    /// `outside`
    pub outside: bool,
    pub terms: Vec<ScopeTerm>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ScopeTerm {
    Own,
    Team,
    Reports,
    MyUnit { below: bool },
    Unit { unit: String, below: bool },
    Shared,
    NoOwner,
    All,
}

#[derive(Debug, Clone)]
pub struct Cancel {
    pub from: String,
    pub what: Cancelled,
    pub window: Window,
}

#[derive(Debug, Clone)]
pub enum Cancelled {
    DenyNamed(String),
    Denies(Vec<Right>),
    MaskNamed(String),
    MaskFields(Vec<(String, String)>),
}

#[derive(Debug, Clone)]
pub struct Active {
    pub window: Window,
    pub when: Option<Condition>,
}

#[derive(Debug, Clone)]
pub enum Condition {
    And(Vec<Condition>),
    Or(Vec<Condition>),
    Not(Box<Condition>),
    Holds(Path),
    Compare(Path, Comparison, Term),
    OneOf(Path, Vec<Term>),
    Has(Path, Term),
    In(Path, Vec<(IpAddr, u8)>),
    IsNone(Path),
    IsSet(Path),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Comparison {
    Is,
    IsNot,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Root {
    Record,
    Subject,
    Request,
}

#[derive(Debug, Clone)]
pub struct Path {
    pub root: Root,
    pub attribute: String,
}

/// The right side of a test, as written: its meaning depends on the type of the left side.
#[derive(Debug, Clone)]
pub enum Term {
    Number(i64),
    Text(String),
    Name(String),
    User(String),
    Unit(String),
    Path(Path),
    Me,
}

#[derive(Debug, Default, Clone)]
pub struct Person {
    pub label: Option<String>,
    pub other_ids: Vec<String>,
    /// Empty: not stated.
    pub units: Vec<String>,
    /// `starts` and `ends`.
    pub employed: Window,
    pub reports_to: Option<String>,
    pub attributes: BTreeMap<String, Fact>,
    pub external: bool,
    /// Known, holding nothing.
    pub skipped: bool,
}

#[derive(Debug, Clone)]
pub struct Assignment {
    pub role: String,
    pub person: String,
    /// `for unit … only`
    pub units: Option<Vec<String>>,
    pub window: Window,
    /// Not because of a unit that nobody states.
    pub surely: bool,
}

#[derive(Debug, Clone)]
pub struct Delegation {
    pub role: String,
    pub of: String,
    pub to: String,
    pub window: Window,
}

#[derive(Debug, Clone)]
pub struct Suspension {
    pub what: Suspended,
    pub when: Option<Condition>,
    pub window: Window,
}

#[derive(Debug, Clone)]
pub enum Suspended {
    People { people: Vec<String>, in_role: Option<String> },
    Roles { roles: Vec<String>, heirs: bool },
    Rights(Vec<Right>),
    Everything { except_roles: Vec<(String, bool)>, except_people: Vec<String> },
}

#[derive(Debug, Clone)]
pub struct Requirement {
    pub condition: Condition,
    pub rights: Vec<Right>,
    /// Empty: for everybody.
    pub roles: Vec<String>,
    pub window: Window,
}

impl Policy {
    pub fn object(&self, name: &str) -> Option<&Object> {
        self.objects.get(name)
    }

    /// Whether `unit` is `above` or lies below it.
    pub fn at_or_below(&self, unit: &str, above: &str) -> bool {
        unit == above
            || self.units.get(unit).and_then(|u| u.above.as_deref()).is_some_and(|up| self.at_or_below(up, above))
    }

    /// Whether `role` is `ancestor` or inherits it, at any depth.
    pub fn has(&self, role: &str, ancestor: &str) -> bool {
        role == ancestor || self.roles.get(role).is_some_and(|r| r.parents.iter().any(|p| self.has(p, ancestor)))
    }
}

impl Object {
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name == name)
    }

    pub fn action(&self, name: &str) -> Option<&Action> {
        self.actions.iter().find(|a| a.name == name)
    }

    /// Whether `field` says whose the record is: owner, unit or team.
    pub fn is_ownership(&self, field: &str) -> bool {
        let unit = match &self.unit {
            UnitOf::Field(unit) => Some(unit.as_str()),
            _ => None,
        };
        self.owner.as_deref() == Some(field) || self.team.as_deref() == Some(field) || unit == Some(field)
    }
}

impl World for Policy {
    fn person(&self, id: &str) -> Option<String> {
        if self.people.contains_key(id) {
            return Some(id.to_string());
        }
        let known = self.people.iter().find(|(_, p)| p.other_ids.iter().any(|other| other == id));
        known.map(|(id, _)| id.clone())
    }

    fn is_likened(&self, form: &str) -> bool {
        let ids = self.people.iter().flat_map(|(id, person)| person.other_ids.iter().chain([id]));
        ids.into_iter().any(|id| super::value::likened(id).as_deref() == Some(form))
    }

    fn has_unit(&self, name: &str) -> bool {
        self.units.contains_key(name)
    }
}
