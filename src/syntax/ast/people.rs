//! `user` and `people`.

use super::{DateTime, Declared, Instance, Name, Operand, Rare, Text, Window};
use crate::source::Span;

/// `user li.na "李娜", wang.fang "王芳" in East other id "x" starts D ends D reports to U { grade = 3 }`
#[derive(Debug, Clone)]
pub struct User {
    /// `external`
    pub external: Option<Span>,
    /// Users with labels.
    pub names: Box<[Declared]>,
    /// `in East, Finance`
    pub units: Box<[Name]>,
    /// `other id "x", "y"`
    pub other_ids: Box<[Text]>,
    /// `starts D`
    pub starts: Option<Box<DateTime>>,
    /// `ends D`
    pub ends: Option<Box<DateTime>>,
    /// `reports to U`
    pub reports_to: Option<Name>,
    /// `{ grade = 3 }`
    pub attributes: Box<[(Name, Operand)]>,
}

/// `people from "people.csv" { … }`
#[derive(Debug, Clone)]
pub struct People {
    /// `external people`
    pub external: Option<Span>,
    /// The file.
    pub path: Text,
    /// Lines.
    pub items: Box<[PeopleItem]>,
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
        window: Rare<Window>,
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
    pub tests: Box<[ColumnTest]>,
    /// Where.
    pub span: Span,
}

/// The column, how its cell is tested, and with what.
pub type ColumnTest = (Name, CellOp, Box<[Text]>);

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
