//! Whether two [`Ast`]s say the same, wherever it was written.
//!
//! Every struct is taken apart without `..` and every enum matched in full, so that a new
//! construct does not compile until it is compared here.

use crate::source::{FileId, Span};
use crate::syntax::ast::{
    Absent, ActionList, Actions, Active, ActsAs, Administers, Assign, AssignTo, Ast, AttributeDecl, AttributeSource,
    Calendar, CalendarItem, CalendarItemKind, Cancel, CancelWhat, CellOp, CellTest, Comment, CommentKind, CompareOp,
    Condition, ConditionKind, DateRange, DateTime, Days, Declared, Delegate, DurationUnit, Effect, EndEarly, Extent,
    FieldsFrom, Guarantee, GuaranteeKind, Hours, Instance, Item, ItemKind, Mask, Name, Network, NoEnd, Number, Object,
    ObjectItem, ObjectItemKind, ObjectList, ObjectRef, Operand, OperandKind, Path, PathRoot, Pattern, People,
    PeopleItem, PeopleItemKind, Policy, PolicyItem, Rare, Reason, Require, ReviewEvery, Reviewed, Risk, Role, RoleBody,
    RoleItem, RoleItemKind, RoleKind, RowRole, Rule, Scope, ScopeKind, SeparateSessions, Sight, Suspend, SuspendWhat,
    Target, Template, Test, TestAction, TestItem, TestItemKind, Text, TimeOfDay, TypeDecl, TypeKind, TypeRef, Unit,
    Use, User, Weekday, Who, WhoKind, Window,
};

/// Whether both say the same, places and comments left out. Both must have been parsed with one interner.
pub fn same(one: &Ast, other: &Ast) -> bool {
    one.same(other)
}

/// Whether both lists hold the same comments, in any order.
pub fn same_comments(one: &[Comment], other: &[Comment]) -> bool {
    let sorted = |list: &[Comment]| {
        let mut texts: Vec<_> = list.iter().map(|comment| (comment.kind as u8, comment.text.clone())).collect();
        texts.sort();
        texts
    };
    sorted(one) == sorted(other)
}

trait Same {
    fn same(&self, other: &Self) -> bool;
}

/// Places say nothing.
impl Same for Span {
    fn same(&self, _: &Self) -> bool {
        true
    }
}

/// A file is a place.
impl Same for FileId {
    fn same(&self, _: &Self) -> bool {
        true
    }
}

/// Compared by [`same_comments`].
impl Same for Comment {
    fn same(&self, _: &Self) -> bool {
        true
    }
}

impl<T: Same> Same for [T] {
    fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(one, other)| one.same(other))
    }
}

impl<T: Same> Same for Vec<T> {
    fn same(&self, other: &Self) -> bool {
        self.as_slice().same(other)
    }
}

impl<T: Same> Same for Option<T> {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(one), Some(other)) => one.same(other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

impl<T: Same + ?Sized> Same for Box<T> {
    fn same(&self, other: &Self) -> bool {
        self.as_ref().same(other.as_ref())
    }
}

impl<T: Same + Absent> Same for Rare<T> {
    fn same(&self, other: &Self) -> bool {
        (**self).same(other)
    }
}

impl<A: Same, B: Same> Same for (A, B) {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0) && self.1.same(&other.1)
    }
}

impl<A: Same, B: Same, C: Same> Same for (A, B, C) {
    fn same(&self, other: &Self) -> bool {
        self.0.same(&other.0) && self.1.same(&other.1) && self.2.same(&other.2)
    }
}

/// Plain values are compared as they are.
macro_rules! values {
    ($($type:ty),* $(,)?) => {
        $(impl Same for $type {
            fn same(&self, other: &Self) -> bool {
                self == other
            }
        })*
    };
}

/// All fields are compared.
macro_rules! records {
    ($($type:ident { $($field:ident),* })*) => {
        $(impl Same for $type {
            fn same(&self, other: &Self) -> bool {
                let $type { $($field),* } = self;
                true $(&& $field.same(&other.$field))*
            }
        })*
    };
}

/// Same variant, same contents. Each content is named twice, in the one and in the other: `(a b)`,
/// or `{ field a b }`.
macro_rules! variants {
    ($($type:ident { $(
        $variant:ident $(($($one:ident $other:ident),*))? $({ $($field:ident $left:ident $right:ident),* })?
    ),* $(,)? })*) => {
        $(impl Same for $type {
            fn same(&self, other: &Self) -> bool {
                match self {
                    $(Self::$variant $(($($one),*))? $({ $($field: $left),* })? => matches!(
                        other,
                        Self::$variant $(($($other),*))? $({ $($field: $right),* })?
                            if true $($(&& $one.same($other))*)? $($(&& $left.same($right))*)?
                    ),)*
                }
            }
        })*
    };
}

values!(
    bool,
    str,
    crate::source::Symbol,
    CommentKind,
    PolicyItem,
    AttributeSource,
    Administers,
    Risk,
    ActsAs,
    Weekday,
    DurationUnit,
    Effect,
    CompareOp,
    PathRoot,
    CellOp,
    Sight,
);

records! {
    Ast { file, items, comments }
    Name { symbol, span, quoted }
    Text { text, span }
    Declared { name, label, renamed_from }
    Item { span, kind }
    Policy { declared, language, timezone, version, roles_from_request, subject_types, order }
    Number { text, span }
    Use { path, renames }
    TypeDecl { declared, values, ordered }
    AttributeDecl { span, names, ty, source, data_labels }
    TypeRef { kind, span }
    Object { names, administers, items }
    ObjectItem { span, kind }
    Actions { general, names, risk, changes, acts_as }
    FieldsFrom { path, name, label, data_labels }
    Unit { span, declared, units, braces }
    Network { declared, blocks }
    Calendar { declared, covers, items }
    CalendarItem { span, kind }
    DateRange { first, last }
    Hours { declared, patterns }
    Pattern { span, days, extent, zone }
    TimeOfDay { text, span }
    DateTime { date, time, span }
    Window { from, through, before, during, outside, recurring, zone, span }
    Reason { because, ticket }
    Role { external, declared, kind, doc }
    RoleBody { inherits, items }
    Instance { template, arguments, span }
    Template { external, declared, parameters, body, doc }
    RoleItem { span, kind }
    Reviewed { last, every }
    Target { actions, objects, span }
    ObjectRef { object, fields }
    Rule { effect, target, named, including, within, outside, when, window, reason }
    Mask { objects, named, within, outside, when, window, reason }
    Scope { kind, span }
    Cancel { every, what, from, window, reason }
    Active { hours, patterns, window, when }
    Condition { kind, span }
    Path { root, attribute, span }
    Operand { kind, span }
    User { external, names, units, other_ids, starts, ends, reports_to, attributes }
    People { external, path, items }
    PeopleItem { span, kind }
    CellTest { tests, span }
    Assign { roles, to, for_units, window, reason }
    Delegate { role, of, to, window, reason }
    Suspend { what, named, when, window, no_end, reason }
    NoEnd { review_before, span }
    EndEarly { name, at, zone, reason }
    Require { condition, target, roles, named, window, reason }
    SeparateSessions { roles, reason }
    Guarantee { span, kind, window, reason }
    Who { kind, span }
    Test { name, items }
    TestItem { span, kind }
    TestAction { action, field }
}

variants! {
    ItemKind {
        Policy(a b), Use(a b), Labels(a b), Type(a b), Subject(a b), Request(a b), Object(a b), Unit(a b),
        Network(a b), Calendar(a b), Hours(a b), Role(a b), Template(a b), User(a b), People(a b), Assign(a b),
        Delegate(a b), Suspend(a b), EndEarly(a b), Require(a b), SeparateSessions(a b), Guarantees(a b), Test(a b),
    }
    TypeKind { Named(a b), Inline(a b), SetOf(a b) }
    ObjectItemKind {
        Actions(a b), Owner(a b), UnitIs(a b), UnitOfOwner, Team(a b), SharedWith(a b, c d), Attribute(a b),
        Field(a b, c d), FieldsFrom(a b), AttributesFromRecords,
    }
    CalendarItemKind { Weekend(a b), Off(a b), Work(a b) }
    Days { Daily, Weekdays, Of(a b), WorkdaysOf(a b), DaysOffOf(a b), MonthDays(a b), MonthLast, YearDay(a b) }
    Extent { Times(a b, c d), For(a b, c d, e f, g h), AllDay }
    RoleKind { Body(a b), Instance(a b) }
    RoleItemKind { Responsible(a b), Reviewed(a b), Rule(a b), Mask(a b), Without(a b), Cancel(a b), Active(a b) }
    ReviewEvery { Week, Month, Quarter, HalfYear, Year, Days(a b) }
    CancelWhat { DenyNamed(a b), Deny(a b), MaskNamed(a b), Mask(a b) }
    ConditionKind {
        And(a b), Or(a b), Not(a b), Group(a b), Path(a b), Compare(a b, c d, e f, g h), Has(a b, c d), IsNone(a b),
        IsSet(a b), OneOf { path a b, negated c d, values e f },
        In { path a b, negated c d, networks e f },
    }
    OperandKind {
        Number(a b), Text(a b), Name(a b), Path(a b), User(a b), Unit(a b), Me, None, Set(a b), Address(a b),
    }
    RowRole { Role(a b), Instance(a b) }
    PeopleItemKind {
        Id(a b), Name(a b), In(a b), OtherId(a b), Starts(a b), Ends(a b), ReportsTo(a b), Attribute(a b, c d),
        External(a b), Skip(a b), Split(a b, c d), Gets { role a b, when c d, for_unit e f, window g h },
        Otherwise { error a b },
    }
    ActionList { Named(a b), Every { span a b, except c d } }
    ObjectList { Named(a b), Every { span a b, except c d } }
    ScopeKind { Own, Team, Reports, MyUnit { below a b }, All, NoOwner, Shared, Unit { unit a b, below c d } }
    AssignTo { Users(a b), Everyone { span a b, unit c d, below e f } }
    SuspendWhat {
        Users { users a b, in_role c d }, Roles { roles a b, heirs c d }, Actions(a b),
        Everything { except_roles a b, except_users c d },
    }
    GuaranteeKind {
        NobodyHasTwo(a b), NobodyCanBoth(a b, c d), Never(a b, c d), Only(a b, c d), AtMostRoles(a b, c d),
        AtMostUsers(a b, c d), AtLeastUsers(a b, c d), Needs(a b, c d), Always(a b, c d), Prerequisite(a b, c d),
    }
    WhoKind {
        Role { role a b, heirs c d }, User(a b), Anyone, InUnit { unit a b, below c d }, OutsideUnit(a b),
    }
    TestItemKind {
        GivenUser { user a b, at c d }, GivenAt(a b, c d), GivenRecord { object a b, id c d, attributes e f },
        GivenRequest(a b), GivenSubject(a b), GivenRoles(a b), GivenActiveRoles(a b), Can(a b), Cannot(a b, c d),
        Sees { fields a b, how c d, action e f },
    }
}
