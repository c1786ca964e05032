//! `role`, `template` and their lines.

use super::{
    Condition, DateTime, Declared, Name, Number, ObjectRef, Operand, Pattern, Rare, Reason, Scope, Target, Text,
    TypeRef, Window,
};
use crate::source::Span;

/// `role SalesRep "销售代表" inherits Employee { … }`
#[derive(Debug, Clone)]
pub struct Role {
    /// `external role`
    pub external: Option<Span>,
    /// Name and label.
    pub declared: Declared,
    /// Body or template instance.
    pub kind: RoleKind,
    /// The `##` lines right above, joined by line feeds.
    pub doc: Option<Box<str>>,
}

/// How a role is given.
#[derive(Debug, Clone)]
pub enum RoleKind {
    /// `inherits A, B { … }`
    Body(RoleBody),
    /// `= RegionalDesk(east)`
    Instance(Instance),
}

/// Parents and lines.
#[derive(Debug, Clone, Default)]
pub struct RoleBody {
    /// `inherits A, B`
    pub inherits: Box<[Name]>,
    /// Lines.
    pub items: Box<[RoleItem]>,
}

/// `RegionalDesk(east)` or `Desk(area: east, level: 3)`
#[derive(Debug, Clone)]
pub struct Instance {
    /// The template.
    pub template: Name,
    /// Arguments, named when there are two or more.
    pub arguments: Box<[(Option<Name>, Operand)]>,
    /// The whole.
    pub span: Span,
}

/// `template RegionalDesk(area: Region) inherits Employee { … }`
#[derive(Debug, Clone)]
pub struct Template {
    /// `external template`
    pub external: Option<Span>,
    /// Name and label.
    pub declared: Declared,
    /// Parameters.
    pub parameters: Box<[(Name, TypeRef)]>,
    /// What each instance is.
    pub body: RoleBody,
    /// The `##` lines right above.
    pub doc: Option<Box<str>>,
}

/// A line of a role.
#[derive(Debug, Clone)]
pub struct RoleItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: RoleItemKind,
}

/// The lines of a role.
#[derive(Debug, Clone)]
pub enum RoleItemKind {
    /// `responsible "sales-ops@acme.example"`
    Responsible(Text),
    /// `last reviewed 2026-09-30 review every quarter`
    Reviewed(Reviewed),
    /// `allow …` or `deny …`
    Rule(Rule),
    /// `mask Customer (phone) …`
    Mask(Mask),
    /// `without create Invoice`
    Without(Target),
    /// `cancel …`
    Cancel(Cancel),
    /// `active …`
    Active(Active),
}

/// `last reviewed 2026-09-30 review every quarter`
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// The date.
    pub last: Option<DateTime>,
    /// `review every quarter`, `review every 90 days`
    pub every: Option<ReviewEvery>,
}

/// A review interval.
#[derive(Debug, Clone)]
pub enum ReviewEvery {
    /// `week`
    Week,
    /// `month`
    Month,
    /// `quarter`
    Quarter,
    /// `half year`
    HalfYear,
    /// `year`
    Year,
    /// `90 days`
    Days(Number),
}

/// `allow` or `deny`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// `allow`
    Allow,
    /// `deny`
    Deny,
}

/// `allow read Customer named N including personal within own when C from D because "…"`
#[derive(Debug, Clone)]
pub struct Rule {
    /// Which.
    pub effect: Effect,
    /// On what.
    pub target: Target,
    /// `named N`
    pub named: Option<Name>,
    /// `including personal, confidential` (allow only; reported on deny).
    pub including: Box<[Name]>,
    /// `within own or no owner`; empty if none is written.
    pub within: Box<[Scope]>,
    /// `outside own` (mask and deny).
    pub outside: Box<[Scope]>,
    /// `when C`
    pub when: Option<Box<Condition>>,
    /// `from`, `during` …
    pub window: Rare<Window>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// `mask Customer (phone) outside own when C`
#[derive(Debug, Clone)]
pub struct Mask {
    /// Objects with fields.
    pub objects: Box<[ObjectRef]>,
    /// `named N`
    pub named: Option<Name>,
    /// `within …`
    pub within: Box<[Scope]>,
    /// `outside own`
    pub outside: Box<[Scope]>,
    /// `when C`
    pub when: Option<Box<Condition>>,
    /// Windows.
    pub window: Rare<Window>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// `cancel [every] deny WHAT inherited from ROLE …` / `cancel [every] mask WHAT inherited from ROLE …`
#[derive(Debug, Clone)]
pub struct Cancel {
    /// `every`
    pub every: Option<Span>,
    /// What is cancelled.
    pub what: CancelWhat,
    /// The role that wrote it.
    pub from: Name,
    /// Windows: narrow reading.
    pub window: Rare<Window>,
    /// `because`
    pub reason: Rare<Reason>,
}

/// What a cancel names.
#[derive(Debug, Clone)]
pub enum CancelWhat {
    /// `deny no-export`: by its name.
    DenyNamed(Name),
    /// `deny export Customer`: by its right.
    Deny(Target),
    /// `mask no-phone`: by its name.
    MaskNamed(Name),
    /// `mask Customer (phone)`
    Mask(Box<[ObjectRef]>),
}

/// `active office-hours when C`, `active weekdays 09:00 to 18:00`, `active from … through …`
#[derive(Debug, Clone)]
pub struct Active {
    /// Named hours; several unite.
    pub hours: Box<[Name]>,
    /// Patterns written in place.
    pub patterns: Box<[Pattern]>,
    /// Absolute bounds and further hours.
    pub window: Rare<Window>,
    /// `when C`
    pub when: Option<Box<Condition>>,
}
