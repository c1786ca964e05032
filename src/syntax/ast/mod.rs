//! Owns [`Ast`]: what was written, statement by statement, each with its span.
//!
//! Names are text and position only; which thing a name means is decided in `resolve`. Node types
//! have no behavior. Statements that did not parse are absent: their diagnostics say where.

use crate::source::{FileId, Span};

mod brake;
mod clause;
mod condition;
mod guarantee;
mod header;
mod holding;
mod object;
mod people;

mod place;
mod rare;
mod right;
mod role;
mod test;
mod time;
mod token;
mod vocabulary;

pub use brake::{EndEarly, NoEnd, Require, SeparateSessions, Suspend, SuspendWhat};
pub use clause::{Reason, Window};
pub use condition::{CompareOp, Condition, ConditionKind, Operand, OperandKind, Path, PathRoot};
pub use guarantee::{Guarantee, GuaranteeKind, Who, WhoKind};
pub use header::{Policy, PolicyItem, Use};
pub use holding::{Assign, AssignTo, Delegate};
pub use object::{Actions, ActsAs, Administers, FieldsFrom, Object, ObjectItem, ObjectItemKind, Risk};
pub use people::{CellOp, CellTest, ColumnTest, People, PeopleItem, PeopleItemKind, RowRole, User};
pub use place::{Network, Unit};
pub use rare::{Absent, Rare};
pub use right::{ActionList, ObjectList, ObjectRef, Scope, ScopeKind, Target};
pub use role::{
    Active, Cancel, CancelWhat, Effect, Instance, Mask, ReviewEvery, Reviewed, Role, RoleBody, RoleItem, RoleItemKind,
    RoleKind, Rule, Template,
};
pub use test::{Sight, Test, TestAction, TestItem, TestItemKind};
pub use time::{
    Calendar, CalendarItem, CalendarItemKind, DateRange, DateTime, Days, DurationUnit, Extent, Hours, Pattern,
    TimeOfDay, Weekday,
};
pub use token::{Declared, Name, Number, Text};
pub use vocabulary::{AttributeDecl, AttributeSource, TypeDecl, TypeKind, TypeRef};

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
    Policy(Box<Policy>),
    /// `use "../shared" with A as B`
    Use(Use),
    /// `label a, b`
    Labels(Box<[Declared]>),
    /// `type T = a | b`
    Type(TypeDecl),
    /// `subject { attribute … }`
    Subject(Box<[AttributeDecl]>),
    /// `request { attribute … }`
    Request(Box<[AttributeDecl]>),
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
    Guarantees(Box<[Guarantee]>),
    /// `test "…" { … }`
    Test(Test),
}
