//! Owns [`Ast`]: what was written, statement by statement, each with its span.
//!
//! Names are text and position only; which thing a name means is decided in `resolve`. Node types
//! have no behavior. Statements that did not parse are absent: their diagnostics say where.

use crate::source::{FileId, Span, Symbol};

/// One policy file.
#[derive(Debug, Clone)]
pub struct Ast {
    /// The file.
    pub file: FileId,
    /// Top-level statements in the order written.
    pub items: Vec<Item>,
    /// Comments in the order written.
    pub comments: Vec<Comment>,
}

/// `#`, `##` or `#!` to the end of the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// The whole comment, sign included, line end excluded.
    pub span: Span,
    /// Which of the three.
    pub kind: CommentKind,
    /// The text after the sign, trimmed.
    pub text: Box<str>,
    /// Whether only blanks stand before it on its line.
    pub own_line: bool,
}

/// The three kinds of comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentKind {
    /// `#`
    Plain,
    /// `##`: documentation of the declaration that follows.
    Doc,
    /// `#!`: a waiver.
    Waiver,
}

/// A name where it was written: bare, or a quoted string in a name's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The text after NFC, without quotes.
    pub symbol: Symbol,
    /// Where.
    pub span: Span,
    /// Whether it was quoted.
    pub quoted: bool,
}

/// A string where only a string may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Without quotes, escapes resolved.
    pub text: Box<str>,
    /// Quotes included.
    pub span: Span,
}

/// A declared name with its display label and former name.
#[derive(Debug, Clone)]
pub struct Declared {
    /// The name.
    pub name: Name,
    /// `"销售代表"` after the name.
    pub label: Option<Text>,
    /// `renamed from OLD`.
    pub renamed_from: Option<Name>,
}

/// A top-level statement.
#[derive(Debug, Clone)]
pub struct Item {
    /// From the first word to the last sign.
    pub span: Span,
    /// Which.
    pub kind: ItemKind,
}

/// The kinds of top-level statement, in the order of the reference.
#[derive(Debug, Clone)]
pub enum ItemKind {
    /// `policy NAME { … }`
    Policy(Policy),
    /// `use "../shared" with A as B`
    Use(Use),
    /// `label a, b`
    Labels(Vec<Declared>),
    /// `type T = a | b`
    Type(TypeDecl),
    /// `subject { attribute … }`
    Subject(Vec<AttributeDecl>),
    /// `request { attribute … }`
    Request(Vec<AttributeDecl>),
    /// `object A, B { … }`
    Object(Object),
    /// `unit HQ { … }`
    Unit(Unit),
    /// `network n = 10.0.0.0/8`
    Network(Network),
    /// `calendar c covers 2026 { … }`
    Calendar(Calendar),
    /// `hours h = …`
    Hours(Hours),
    /// `role R …`
    Role(Role),
    /// `template T(p: U) …`
    Template(Template),
    /// `user a, b …`
    User(User),
    /// `people from "file" { … }`
    People(People),
    /// `assign R to …`
    Assign(Assign),
    /// `delegate R of A to B …`
    Delegate(Delegate),
    /// `suspend …`
    Suspend(Suspend),
    /// `end N early at T`
    EndEarly(EndEarly),
    /// `require C for …`
    Require(Require),
    /// `require separate sessions for roles A and B`
    SeparateSessions(SeparateSessions),
    /// `guarantees { … }`
    Guarantees(Vec<Guarantee>),
    /// `test "…" { … }`
    Test(Test),
}

/// `policy acme-crm "Acme CRM" { … }`
#[derive(Debug, Clone)]
pub struct Policy {
    /// Name and label.
    pub declared: Declared,
    /// `language 1`
    pub language: Option<Number>,
    /// `timezone "Asia/Shanghai"`
    pub timezone: Option<Text>,
    /// `version 12`
    pub version: Option<Number>,
    /// `roles from request: A, B`
    pub roles_from_request: Vec<Name>,
    /// `subject types user, identity`
    pub subject_types: Vec<Name>,
    /// Items in the order written with their spans, for the formatter.
    pub order: Vec<(PolicyItem, Span)>,
}

/// Which header line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PolicyItem {
    /// `language`
    Language,
    /// `timezone`
    Timezone,
    /// `version`
    Version,
    /// `roles from request`
    RolesFromRequest,
    /// `subject types`
    SubjectTypes,
}

/// A number as written: digits, perhaps a sign and a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The digits as written.
    pub text: Box<str>,
    /// Where.
    pub span: Span,
}

/// `use "../shared" with Employee as BaseEmployee, …`
#[derive(Debug, Clone)]
pub struct Use {
    /// The folder, relative to the package that uses it.
    pub path: Text,
    /// `(theirs, ours)`
    pub renames: Vec<(Name, Name)>,
}

/// `type Region = east "华东" | west` or `type Grade = C < B < A`
#[derive(Debug, Clone)]
pub struct TypeDecl {
    /// Name.
    pub declared: Declared,
    /// Values in order.
    pub values: Vec<Declared>,
    /// Separated by `<`: comparisons by order are meaningful.
    pub ordered: bool,
}

/// `attribute a, b : T from table is personal`
#[derive(Debug, Clone)]
pub struct AttributeDecl {
    /// The whole statement.
    pub span: Span,
    /// Names with labels.
    pub names: Vec<Declared>,
    /// Type.
    pub ty: TypeRef,
    /// `from table|request|records`
    pub source: Option<(AttributeSource, Span)>,
    /// `is personal, confidential`: data labels (record attributes only).
    pub data_labels: Vec<Name>,
}

/// Where an attribute's value comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttributeSource {
    /// Written in the policy or people file; never read from a request.
    Table,
    /// Sent with the request.
    Request,
    /// Read from the records that the service holds.
    Records,
}

/// A type in an attribute or parameter.
#[derive(Debug, Clone)]
pub struct TypeRef {
    /// Which.
    pub kind: TypeKind,
    /// Where.
    pub span: Span,
}

/// The types. `number`, `text`, `boolean`, `user`, `unit`, `address` are names that `resolve` knows.
#[derive(Debug, Clone)]
pub enum TypeKind {
    /// `number`, `Region`
    Named(Name),
    /// `managed | private`: an enumeration without a name.
    Inline(Vec<Declared>),
    /// `set of T`
    SetOf(Box<TypeRef>),
}

/// `object Customer "客户" administers roles { … }`
#[derive(Debug, Clone)]
pub struct Object {
    /// One or more objects that share the body.
    pub names: Vec<Declared>,
    /// `administers roles`
    pub administers: Option<(Administers, Span)>,
    /// The body.
    pub items: Vec<ObjectItem>,
}

/// What rights on an object let their holder change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Administers {
    /// Who holds which role, and what roles may do.
    Roles,
    /// Accounts, their passwords and units.
    Users,
    /// Which records are shared with whom.
    Sharing,
    /// Fields and their labels.
    Fields,
    /// The application itself: code, automations.
    Application,
}

/// A line of an object.
#[derive(Debug, Clone)]
pub struct ObjectItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: ObjectItemKind,
}

/// The lines of an object.
#[derive(Debug, Clone)]
pub enum ObjectItemKind {
    /// `general actions …` (`general: true`) or `record actions …`
    Actions(Actions),
    /// `record owner is sales_owner`
    Owner(Name),
    /// `record unit is department`
    UnitIs(Name),
    /// `record unit is that of its owner`
    UnitOfOwner,
    /// `record team is members`
    Team(Name),
    /// `shared with readers for read, update`
    SharedWith(Name, Vec<Name>),
    /// `attribute …`
    Attribute(AttributeDecl),
    /// `field a, b "label" is personal`
    Field(Vec<Declared>, Vec<Name>),
    /// `fields from "customer.csv" { name API名 label 名称 is 密级 }`
    FieldsFrom(FieldsFrom),
    /// `attributes from records`: every attribute of this object.
    AttributesFromRecords,
}

/// `record actions export risk high changes owner`
#[derive(Debug, Clone)]
pub struct Actions {
    /// `general` (no record yet, no scope) or `record`.
    pub general: bool,
    /// The actions with labels.
    pub names: Vec<Declared>,
    /// `risk high`
    pub risk: Option<(Risk, Span)>,
    /// `changes owner, department`: attributes that only this action may set.
    pub changes: Vec<Name>,
    /// `creates` or `updates`: an action of another name that counts as `create` or `update`.
    pub acts_as: Option<(ActsAs, Span)>,
}

/// A class of risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    /// `low`
    Low,
    /// `normal`
    Normal,
    /// `high`
    High,
    /// `critical`
    Critical,
}

/// What an action does to a record, for the rules about owner, unit and team attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActsAs {
    /// As `create`.
    Create,
    /// As `update`.
    Update,
}

/// `fields from "customer.csv" { name COLUMN  label COLUMN  is COLUMN }`
#[derive(Debug, Clone)]
pub struct FieldsFrom {
    /// The file.
    pub path: Text,
    /// Column of names.
    pub name: Name,
    /// Column of display labels.
    pub label: Option<Name>,
    /// Column of data labels, separated by `,` `、` or `;`.
    pub data_labels: Option<Name>,
}

/// `unit HQ "总部" { unit Sales unit Finance }`
#[derive(Debug, Clone)]
pub struct Unit {
    /// The statement.
    pub span: Span,
    /// Name and label.
    pub declared: Declared,
    /// Units below it.
    pub units: Vec<Unit>,
    /// Whether braces were written.
    pub braces: bool,
}

/// `network office = 10.20.0.0/16, 2001:db8:1::/48`
#[derive(Debug, Clone)]
pub struct Network {
    /// Name.
    pub declared: Declared,
    /// Blocks as written, with spans.
    pub blocks: Vec<Text>,
}

/// `calendar cn covers 2026 { … }`
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Name.
    pub declared: Declared,
    /// First year and, after `through`, last year.
    pub covers: (Number, Option<Number>),
    /// Lines.
    pub items: Vec<CalendarItem>,
}

/// A line of a calendar.
#[derive(Debug, Clone)]
pub struct CalendarItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: CalendarItemKind,
}

/// The lines of a calendar.
#[derive(Debug, Clone)]
pub enum CalendarItemKind {
    /// `weekend Saturday, Sunday`
    Weekend(Vec<(Weekday, Span)>),
    /// `off 2026-10-01 through 2026-10-07, 2026-12-31`
    Off(Vec<DateRange>),
    /// `work 2026-10-10`
    Work(Vec<DateRange>),
}

/// A date, or the dates from one through another.
#[derive(Debug, Clone)]
pub struct DateRange {
    /// First.
    pub first: DateTime,
    /// Last, if more than one day.
    pub last: Option<DateTime>,
}

/// Days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// `hours office-hours = workdays of cn 09:00 to 18:00 in "Asia/Shanghai", Saturday 09:00 to 12:00`
#[derive(Debug, Clone)]
pub struct Hours {
    /// Name.
    pub declared: Declared,
    /// Patterns that unite.
    pub patterns: Vec<Pattern>,
}

/// A recurring window: which days, from when on each, how long.
#[derive(Debug, Clone)]
pub struct Pattern {
    /// The whole pattern.
    pub span: Span,
    /// Which dates.
    pub days: Days,
    /// How long on each.
    pub extent: Extent,
    /// `in "Europe/Berlin"`
    pub zone: Option<Text>,
}

/// On which dates a pattern starts.
#[derive(Debug, Clone)]
pub enum Days {
    /// `daily`
    Daily,
    /// `weekdays`: Monday to Friday.
    Weekdays,
    /// `Monday, Tuesday`
    Of(Vec<(Weekday, Span)>),
    /// `workdays of CAL`
    WorkdaysOf(Name),
    /// `days off of CAL`
    DaysOffOf(Name),
    /// `each month on day 15` or `on days 1, 15`
    MonthDays(Vec<Number>),
    /// `each month on the last day`
    MonthLast,
    /// `each year on 03-31` (month, day) or `each year on the last day of February`… written `02-last`.
    YearDay(Text),
}

/// How long an occurrence is.
#[derive(Debug, Clone)]
pub enum Extent {
    /// `09:00 to 18:00`; the end may be `24:00`, or smaller than the start: over midnight.
    Times(TimeOfDay, TimeOfDay),
    /// `at 18:00 for 72 hours` (elapsed) or `for 3 days` (same local time, civil).
    For(TimeOfDay, Number, DurationUnit, Span),
    /// `all day`: the date from its first instant to the next date's.
    AllDay,
}

/// Unit of a duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DurationUnit {
    /// Elapsed minutes.
    Minutes,
    /// Elapsed hours.
    Hours,
    /// Civil days.
    Days,
    /// Civil weeks.
    Weeks,
}

/// `18:00`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeOfDay {
    /// As written; checked in `resolve`.
    pub text: Box<str>,
    /// Where.
    pub span: Span,
}

/// `2026-12-01` or `2026-12-01 06:00`, as written; checked in `resolve`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateTime {
    /// The date.
    pub date: Box<str>,
    /// The time of day.
    pub time: Option<TimeOfDay>,
    /// Both.
    pub span: Span,
}

/// `from D through D`, `before X`, `during H`, `outside H`, `in "Zone"` on any statement; all intersect.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// `from X`
    pub from: Option<DateTime>,
    /// `through D`: the day included.
    pub through: Option<DateTime>,
    /// `before X`: excluded.
    pub before: Option<DateTime>,
    /// `during H, I`: in one of them. Several `during` clauses are several entries and intersect.
    pub during: Vec<Vec<Name>>,
    /// `outside H`: in none of them.
    pub outside: Vec<Vec<Name>>,
    /// Recurrence of a suspension: `each month on the last day at 18:00 for 72 hours`.
    pub recurring: Option<Pattern>,
    /// `in "Zone"`: how `from`, `through`, `before` are read.
    pub zone: Option<Text>,
    /// All clauses.
    pub span: Option<Span>,
}

/// `because "…" ticket "…"`
#[derive(Debug, Clone, Default)]
pub struct Reason {
    /// `because`
    pub because: Option<Text>,
    /// `ticket`
    pub ticket: Option<Text>,
}

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
    pub inherits: Vec<Name>,
    /// Lines.
    pub items: Vec<RoleItem>,
}

/// `RegionalDesk(east)` or `Desk(area: east, level: 3)`
#[derive(Debug, Clone)]
pub struct Instance {
    /// The template.
    pub template: Name,
    /// Arguments, named when there are two or more.
    pub arguments: Vec<(Option<Name>, Operand)>,
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
    pub parameters: Vec<(Name, TypeRef)>,
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

/// Actions on objects, the object of allow, deny, without, suspend, require and guarantees.
#[derive(Debug, Clone)]
pub struct Target {
    /// Actions.
    pub actions: ActionList,
    /// Objects.
    pub objects: ObjectList,
    /// Both.
    pub span: Span,
}

/// `create, read` or `every action except delete`
#[derive(Debug, Clone)]
pub enum ActionList {
    /// Named.
    Named(Vec<Name>),
    /// `every action [except …]`
    Every {
        /// The words `every action`.
        span: Span,
        /// `except`
        except: Vec<Name>,
    },
}

/// `Customer`, `Customer, Invoice`, `Customer (phone, email)`, `every object except Vendor`
#[derive(Debug, Clone)]
pub enum ObjectList {
    /// Named, each perhaps with fields.
    Named(Vec<ObjectRef>),
    /// `every object [except …]`
    Every {
        /// The words `every object`.
        span: Span,
        /// `except`
        except: Vec<Name>,
    },
}

/// `Customer` or `Customer (phone, email)` (also written `Customer.phone`).
#[derive(Debug, Clone)]
pub struct ObjectRef {
    /// The object.
    pub object: Name,
    /// Fields; empty for the whole object.
    pub fields: Vec<Name>,
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
    pub including: Vec<Name>,
    /// `within own or no owner`; empty if none is written.
    pub within: Vec<Scope>,
    /// `outside own` (mask and deny).
    pub outside: Vec<Scope>,
    /// `when C`
    pub when: Option<Condition>,
    /// `from`, `during` …
    pub window: Window,
    /// `because`
    pub reason: Reason,
}

/// `mask Customer (phone) outside own when C`
#[derive(Debug, Clone)]
pub struct Mask {
    /// Objects with fields.
    pub objects: Vec<ObjectRef>,
    /// `named N`
    pub named: Option<Name>,
    /// `within …`
    pub within: Vec<Scope>,
    /// `outside own`
    pub outside: Vec<Scope>,
    /// `when C`
    pub when: Option<Condition>,
    /// Windows.
    pub window: Window,
    /// `because`
    pub reason: Reason,
}

/// One alternative of `within`.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Which.
    pub kind: ScopeKind,
    /// Where.
    pub span: Span,
}

/// The scopes.
#[derive(Debug, Clone)]
pub enum ScopeKind {
    /// `own`
    Own,
    /// `team`
    Team,
    /// `reports`
    Reports,
    /// `my unit` / `my unit and below`
    MyUnit {
        /// `and below`
        below: bool,
    },
    /// `all`
    All,
    /// `no owner`
    NoOwner,
    /// `shared`
    Shared,
    /// `unit East` / `unit Sales and below`
    Unit {
        /// The unit (or a template parameter of type unit).
        unit: Name,
        /// `and below`
        below: bool,
    },
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
    pub window: Window,
    /// `because`
    pub reason: Reason,
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
    Mask(Vec<ObjectRef>),
}

/// `active office-hours when C`, `active weekdays 09:00 to 18:00`, `active from … through …`
#[derive(Debug, Clone)]
pub struct Active {
    /// Named hours; several unite.
    pub hours: Vec<Name>,
    /// Patterns written in place.
    pub patterns: Vec<Pattern>,
    /// Absolute bounds and further hours.
    pub window: Window,
    /// `when C`
    pub when: Option<Condition>,
}

/// A condition.
#[derive(Debug, Clone)]
pub struct Condition {
    /// Which.
    pub kind: ConditionKind,
    /// Where.
    pub span: Span,
}

/// The forms of condition.
#[derive(Debug, Clone)]
pub enum ConditionKind {
    /// `a and b and c`, flat.
    And(Vec<Condition>),
    /// `a or b or c`, flat.
    Or(Vec<Condition>),
    /// `not a`
    Not(Box<Condition>),
    /// `( a )`: kept for the formatter and the rule about `and` beside `or`.
    Group(Box<Condition>),
    /// `request.mfa`: a boolean that is true.
    Path(Path),
    /// `record.region is east`, `<`, …
    Compare(Path, CompareOp, Span, Operand),
    /// `is [not] one of a, b` (in brackets or not)
    OneOf {
        /// The path.
        path: Path,
        /// `is not one of`
        negated: bool,
        /// The values.
        values: Vec<Operand>,
    },
    /// `record.tags has vip`
    Has(Path, Operand),
    /// `request.ip in office` / `not in`
    In {
        /// The path.
        path: Path,
        /// `not in`
        negated: bool,
        /// Networks; several unite.
        networks: Vec<Name>,
    },
    /// `is none`
    IsNone(Path),
    /// `is set`
    IsSet(Path),
}

/// `record.region`
#[derive(Debug, Clone, Copy)]
pub struct Path {
    /// The root.
    pub root: PathRoot,
    /// The attribute.
    pub attribute: Name,
    /// Where.
    pub span: Span,
}

/// What a path starts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathRoot {
    /// The record.
    Record,
    /// The one who asks.
    Subject,
    /// The request.
    Request,
}

/// Comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CompareOp {
    /// `is`
    Is,
    /// `is not`
    IsNot,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

/// The right side of a comparison, a template argument, an attribute value.
#[derive(Debug, Clone)]
pub struct Operand {
    /// Which.
    pub kind: OperandKind,
    /// Where.
    pub span: Span,
}

/// The forms of operand.
#[derive(Debug, Clone)]
pub enum OperandKind {
    /// `12.5`
    Number(Number),
    /// `"text"` or a quoted value name: `resolve` decides by the type.
    Text(Text),
    /// `east`, a parameter, a unit, `true`, `false`: by the type of the other side.
    Name(Name),
    /// `subject.region`
    Path(Path),
    /// `user li.na`
    User(Name),
    /// `unit East`
    Unit(Name),
    /// `me`
    Me,
    /// `none` (test records and attribute values: the value is stated to be null).
    None,
    /// `[a, b]`: a set (tests and user attributes).
    Set(Vec<Operand>),
    /// `10.20.1.2`, `2001:db8::1` (tests): an address.
    Address(Text),
}

/// `user li.na "李娜", wang.fang "王芳" in East other id "x" starts D ends D reports to U { grade = 3 }`
#[derive(Debug, Clone)]
pub struct User {
    /// `external`
    pub external: Option<Span>,
    /// Users with labels.
    pub names: Vec<Declared>,
    /// `in East, Finance`
    pub units: Vec<Name>,
    /// `other id "x", "y"`
    pub other_ids: Vec<Text>,
    /// `starts D`
    pub starts: Option<DateTime>,
    /// `ends D`
    pub ends: Option<DateTime>,
    /// `reports to U`
    pub reports_to: Option<Name>,
    /// `{ grade = 3 }`
    pub attributes: Vec<(Name, Operand)>,
}

/// `people from "people.csv" { … }`
#[derive(Debug, Clone)]
pub struct People {
    /// `external people`
    pub external: Option<Span>,
    /// The file.
    pub path: Text,
    /// Lines.
    pub items: Vec<PeopleItem>,
}

/// A line of a people mapping.
#[derive(Debug, Clone)]
pub struct PeopleItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: PeopleItemKind,
}

/// The lines of a people mapping. Columns are names.
#[derive(Debug, Clone)]
pub enum PeopleItemKind {
    /// `id 工号`
    Id(Name),
    /// `name 姓名`
    Name(Name),
    /// `in 部门`
    In(Name),
    /// `other id 邮箱`
    OtherId(Name),
    /// `starts 入职日期`
    Starts(Name),
    /// `ends 离职日期`
    Ends(Name),
    /// `reports to 上级`
    ReportsTo(Name),
    /// `grade from 级别`: a subject attribute from a column.
    Attribute(Name, Name),
    /// `external when 类型 is "外包"`
    External(CellTest),
    /// `skip when 状态 is "离职"`
    Skip(CellTest),
    /// `split 岗位 at "、"`
    Split(Name, Text),
    /// `each row gets ROLE when 岗位 is "销售"`
    Gets {
        /// Role, or template with columns or values as arguments.
        role: RowRole,
        /// `when …`; always without.
        when: Option<CellTest>,
        /// `for unit COLUMN only`
        for_unit: Option<Name>,
        /// Windows.
        window: Window,
    },
    /// `otherwise error` / `otherwise nothing`
    Otherwise {
        /// `error`: a row that gets no role and is not skipped is an error.
        error: bool,
    },
}

/// What a row gets.
#[derive(Debug, Clone)]
pub enum RowRole {
    /// A role.
    Role(Name),
    /// `RegionalDesk(区域)`: columns by name; a quoted text or number is a value.
    Instance(Instance),
}

/// `岗位 is "销售"`, `is not`, `is one of "a", "b"`, `is empty`; joined by `and`.
#[derive(Debug, Clone)]
pub struct CellTest {
    /// All must hold.
    pub tests: Vec<(Name, CellOp, Vec<Text>)>,
    /// Where.
    pub span: Span,
}

/// How a cell is tested. A blank cell is absent: it is neither `is` nor `is not` anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellOp {
    /// `is`, `is one of`
    Is,
    /// `is not`, `is not one of`
    IsNot,
    /// `is empty`
    IsEmpty,
    /// `is set`
    IsSet,
}

/// `assign R, S to WHOM for unit U only from … because …`
#[derive(Debug, Clone)]
pub struct Assign {
    /// Roles.
    pub roles: Vec<Name>,
    /// To whom.
    pub to: AssignTo,
    /// `for unit U [and below]… only`: each unit replaces the holder's own.
    pub for_units: Vec<Name>,
    /// Windows.
    pub window: Window,
    /// `because`
    pub reason: Reason,
}

/// The holders of an assignment.
#[derive(Debug, Clone)]
pub enum AssignTo {
    /// `li.na, wang.fang`
    Users(Vec<Name>),
    /// `everyone [in HQ [and below]]`
    Everyone {
        /// The word.
        span: Span,
        /// `in U`
        unit: Option<Name>,
        /// `and below`
        below: bool,
    },
}

/// `delegate R of A to B from … because …`
#[derive(Debug, Clone)]
pub struct Delegate {
    /// The role.
    pub role: Name,
    /// Whose.
    pub of: Name,
    /// To whom.
    pub to: Name,
    /// Windows.
    pub window: Window,
    /// `because`
    pub reason: Reason,
}

/// `suspend …`
#[derive(Debug, Clone)]
pub struct Suspend {
    /// What stops.
    pub what: SuspendWhat,
    /// `named N`
    pub named: Option<Name>,
    /// `when C`
    pub when: Option<Condition>,
    /// Bounds and recurrence.
    pub window: Window,
    /// `with no end review before D`
    pub no_end: Option<NoEnd>,
    /// `because`
    pub reason: Reason,
}

/// `with no end review before 2026-12-31`
#[derive(Debug, Clone)]
pub struct NoEnd {
    /// The review date.
    pub review_before: Option<DateTime>,
    /// The clause.
    pub span: Span,
}

/// What a suspension stops.
#[derive(Debug, Clone)]
pub enum SuspendWhat {
    /// `user a, b [in role R]`
    Users {
        /// Who.
        users: Vec<Name>,
        /// `in role R`
        in_role: Option<Name>,
    },
    /// `role R, S [and roles that inherit it]`
    Roles {
        /// Which.
        roles: Vec<Name>,
        /// `and roles that inherit it`
        heirs: bool,
    },
    /// `actions export, delete on every object`
    Actions(Target),
    /// `everything except role A except user b`
    Everything {
        /// Exempt roles, each perhaps with `or roles that inherit it`.
        except_roles: Vec<(Name, bool)>,
        /// Exempt users.
        except_users: Vec<Name>,
    },
}

/// `end migration early at 2026-12-01 03:00 because "finished"`
#[derive(Debug, Clone)]
pub struct EndEarly {
    /// The suspension's name.
    pub name: Name,
    /// When.
    pub at: DateTime,
    /// `in "Zone"`
    pub zone: Option<Text>,
    /// `because`
    pub reason: Reason,
}

/// `require C for export on every object for anyone who has role R because "…"`
#[derive(Debug, Clone)]
pub struct Require {
    /// What must be known true.
    pub condition: Condition,
    /// For what; `on` between actions and objects.
    pub target: Target,
    /// `for anyone who has role R, S`
    pub roles: Vec<Name>,
    /// `named N`
    pub named: Option<Name>,
    /// Windows.
    pub window: Window,
    /// `because`
    pub reason: Reason,
}

/// `require separate sessions for roles A and B`
#[derive(Debug, Clone)]
pub struct SeparateSessions {
    /// Two or more roles, pairwise.
    pub roles: Vec<Name>,
    /// `because`
    pub reason: Reason,
}

/// A line of `guarantees`.
#[derive(Debug, Clone)]
pub struct Guarantee {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: GuaranteeKind,
    /// Its own window, if it has one.
    pub window: Window,
    /// `because`
    pub reason: Reason,
}

/// The guarantees.
#[derive(Debug, Clone)]
pub enum GuaranteeKind {
    /// `nobody has both roles A and B` / `nobody has two of the roles A, B, C`
    NobodyHasTwo(Vec<Name>),
    /// `nobody can both create Invoice and approve Invoice`
    NobodyCanBoth(Target, Target),
    /// `never WHO can A O`
    Never(Vec<Who>, Target),
    /// `only WHO, WHO can A O`
    Only(Vec<Who>, Target),
    /// `at most 3 roles can A O`
    AtMostRoles(Number, Target),
    /// `at most 3 users have role R`
    AtMostUsers(Number, Name),
    /// `at least 2 users have role R`
    AtLeastUsers(Number, Name),
    /// `every export of Customer needs C`
    Needs(Target, Condition),
    /// `always R can A O`
    Always(Vec<Name>, Target),
    /// `anyone with role A has role B`
    Prerequisite(Name, Name),
}

/// Whom a guarantee speaks of.
#[derive(Debug, Clone)]
pub struct Who {
    /// Which.
    pub kind: WhoKind,
    /// Where.
    pub span: Span,
}

/// The forms of [`Who`].
#[derive(Debug, Clone)]
pub enum WhoKind {
    /// `R [or roles that inherit it]`
    Role {
        /// The role.
        role: Name,
        /// `or roles that inherit it`
        heirs: bool,
    },
    /// `user li.na`
    User(Name),
    /// `anyone`
    Anyone,
    /// `anyone in unit U [and below]`
    InUnit {
        /// The unit.
        unit: Name,
        /// `and below`
        below: bool,
    },
    /// `anyone outside unit U`: neither at nor below it.
    OutsideUnit(Name),
}

/// `test "…" { … }`
#[derive(Debug, Clone)]
pub struct Test {
    /// Its name.
    pub name: Text,
    /// Lines in order.
    pub items: Vec<TestItem>,
}

/// A line of a test.
#[derive(Debug, Clone)]
pub struct TestItem {
    /// The statement.
    pub span: Span,
    /// Which.
    pub kind: TestItemKind,
}

/// The lines of a test. A `given` holds until the next one of its kind.
#[derive(Debug, Clone)]
pub enum TestItemKind {
    /// `given user li.na [at 2026-11-23 10:00 [in "Zone"]]`
    GivenUser {
        /// Who (unknown ids are allowed: an unknown subject is a case to test).
        user: Name,
        /// `at`
        at: Option<(DateTime, Option<Text>)>,
    },
    /// `given at 2026-11-23 10:00 [in "Zone"]`
    GivenAt(DateTime, Option<Text>),
    /// `given Customer { sales_owner = li.na }`; without braces: no record.
    GivenRecord {
        /// The object.
        object: Name,
        /// `id "c-1"`, before the brace.
        id: Option<Text>,
        /// Attributes; `None` without braces.
        attributes: Option<Vec<(Name, Operand)>>,
    },
    /// `given request { mfa = true, ip = 10.20.1.2 }`
    GivenRequest(Vec<(Name, Operand)>),
    /// `given subject { clearance = 3 }`: subject attributes that come from the request.
    GivenSubject(Vec<(Name, Operand)>),
    /// `given roles A, B`: brought by the request.
    GivenRoles(Vec<Name>),
    /// `given active roles A`: the session's roles.
    GivenActiveRoles(Vec<Name>),
    /// `can read, update (phone)`
    Can(Vec<TestAction>),
    /// `cannot read because scope`
    Cannot(Vec<TestAction>, Option<Name>),
    /// `sees phone, email in clear [for export]`, `sees phone masked`; `does not see phone`
    Sees {
        /// Fields.
        fields: Vec<Name>,
        /// How.
        how: Sight,
        /// `for ACTION`; `read` without.
        action: Option<Name>,
    },
}

/// `update` or `update (phone)`
#[derive(Debug, Clone)]
pub struct TestAction {
    /// The action.
    pub action: Name,
    /// A field.
    pub field: Option<Name>,
}

/// How a field is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// `in clear`
    Clear,
    /// `masked`
    Masked,
    /// `does not see`
    Hidden,
}
