//! Owns [`Model`]: what was meant. Every reference is an id, every wildcard is expanded, every
//! template instance is a role of its own, every date is an instant.
//!
//! Made by `resolve`, read by every stage after it, changed by none. Holds no unresolved name.

mod access;
mod condition;
mod guarantee;
mod id;
mod people;
mod role;
mod scenario;
mod vocabulary;

pub use access::{Coverage, Mask, Require, RequireEntry, Rule, RuleEffect, Scope, ScopeTerm};
pub use condition::{Atom, AttributeRef, Comparison, Condition, Operand, Test, Value};
pub use guarantee::{Guarantee, GuaranteeKind, RightSet, Who};
pub use id::{
    ActiveId, AtomId, CancelId, ConditionId, EnumId, FieldId, LabelId, MaskId, NetworkId, ObjectId, RequestAttributeId,
    RequireId, RightId, RoleId, RuleId, ScopeId, SubjectAttributeId, SuspensionId, UnitId, UserId, WindowId,
};
pub use people::{Assignment, AssignmentSource, Delegation, Suspension, SuspensionEntry, SuspensionKind, User};
pub use role::{Active, Cancel, CancelTarget, Review, Role, SeparateSessions, Without};
pub use scenario::{Expectation, Scenario, Sight, Step};
pub use vocabulary::{
    ActsAs, Administers, Attribute, AttributeSource, Enum, EnumValue, Field, FieldKind, Label, NamedHours, Network,
    Object, RecordUnit, Right, Risk, SharedWith, Unit, ValueType,
};

use crate::source::{Interner, PackageId, Span, Symbol};
use crate::time::{Reading, TimeTable, Window};

/// Bytes of the longest name: a table holds none that is longer.
pub const LONGEST_NAME: usize = 65_535;

/// Where a thing was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin {
    /// The statement (for a rule of a template: the line of the template).
    pub span: Span,
    /// The line of the instance, for what comes from a template.
    pub instance: Option<Span>,
}

/// The whole policy, resolved. Arenas are indexed by the ids of the same name.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The texts of all symbols.
    pub symbols: Interner,
    /// `policy NAME "label"`
    pub name: Option<Symbol>,
    /// Its display label.
    pub title: Option<Box<str>>,
    /// Where the header stands.
    pub header: Option<Origin>,
    /// `version 12`; 0 if none.
    pub version: u64,
    /// `subject types`; `user` if none.
    pub subject_types: Vec<Symbol>,
    /// Roles that a request may bring.
    pub roles_from_request: Vec<RoleId>,
    /// Zones, calendars and recurring patterns.
    pub time: TimeTable,
    /// Interned windows; [`WindowId::ALWAYS`] first.
    pub windows: Vec<Window>,
    /// `hours` declarations.
    pub hours: Vec<NamedHours>,
    /// Data labels.
    pub labels: Vec<Label>,
    /// Enumerations, named or not.
    pub enums: Vec<Enum>,
    /// Objects.
    pub objects: Vec<Object>,
    /// Rights: an action of an object. An object's rights are contiguous.
    pub rights: Vec<Right>,
    /// Fields and attributes. An object's fields are contiguous.
    pub fields: Vec<Field>,
    /// Subject attributes.
    pub subject_attributes: Vec<Attribute>,
    /// Request attributes; `ip` and `mfa` first.
    pub request_attributes: Vec<Attribute>,
    /// Units, each after the one above it.
    pub units: Vec<Unit>,
    /// Networks.
    pub networks: Vec<Network>,
    /// Roles, instances included.
    pub roles: Vec<Role>,
    /// Allow and deny rules.
    pub rules: Vec<Rule>,
    /// Masks.
    pub masks: Vec<Mask>,
    /// Cancels.
    pub cancels: Vec<Cancel>,
    /// Interned atoms.
    pub atoms: Vec<Atom>,
    /// Interned conditions; [`ConditionId::TRUE`] first.
    pub conditions: Vec<Condition>,
    /// Interned scopes; [`ScopeId::ALL`] first.
    pub scopes: Vec<Scope>,
    /// Known people.
    pub users: Vec<User>,
    /// Assignments, `everyone` and rows expanded.
    pub assignments: Vec<Assignment>,
    /// Delegations.
    pub delegations: Vec<Delegation>,
    /// Suspensions.
    pub suspensions: Vec<Suspension>,
    /// Requirements.
    pub requires: Vec<Require>,
    /// Separate sessions.
    pub separate_sessions: Vec<SeparateSessions>,
    /// Guarantees.
    pub guarantees: Vec<Guarantee>,
    /// Tests.
    pub scenarios: Vec<Scenario>,
    /// Zone name of each package, by [`PackageId`].
    pub package_zones: Vec<Box<str>>,
}

impl Model {
    /// The text of a symbol.
    pub fn text(&self, symbol: Symbol) -> &str {
        self.symbols.text(symbol)
    }

    /// The type of subject that a person of this policy is.
    pub fn subject_type(&self) -> &str {
        self.subject_types.first().map_or("user", |kind| self.text(*kind))
    }

    /// The name of a role.
    pub fn role_name(&self, id: RoleId) -> &str {
        self.roles.get(id.index()).map_or("", |role| self.text(role.name))
    }

    /// The name of an object.
    pub fn object_name(&self, id: ObjectId) -> &str {
        self.objects.get(id.index()).map_or("", |object| self.text(object.name))
    }

    /// The name of the action of a right.
    pub fn action_name(&self, id: RightId) -> &str {
        self.rights.get(id.index()).map_or("", |right| self.text(right.action))
    }

    /// The id of a user.
    pub fn user_name(&self, id: UserId) -> &str {
        self.users.get(id.index()).map_or("", |user| self.text(user.id))
    }

    /// The name of a unit.
    pub fn unit_name(&self, id: UnitId) -> &str {
        self.units.get(id.index()).map_or("", |unit| self.text(unit.name))
    }

    /// The name of a field.
    pub fn field_name(&self, id: FieldId) -> &str {
        self.fields.get(id.index()).map_or("", |field| self.text(field.name))
    }

    /// Whether `unit` is `top` or lies below it.
    pub fn unit_at_or_below(&self, unit: UnitId, top: UnitId) -> bool {
        let mut at = Some(unit);
        while let Some(id) = at {
            if id == top {
                return true;
            }
            at = self.units.get(id.index()).and_then(|u| u.parent);
        }
        false
    }

    /// The window, `always` for an id of another model.
    pub fn window(&self, id: WindowId) -> &Window {
        const ALWAYS: &Window = &Window::always(Reading::Takes);
        self.windows.get(id.index()).unwrap_or(ALWAYS)
    }

    /// The zone of a package.
    pub fn zone(&self, package: PackageId) -> &str {
        self.package_zones.get(package.0 as usize).map_or("UTC", |zone| zone)
    }
}
