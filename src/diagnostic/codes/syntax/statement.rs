//! `E01xx` about statements and blocks.

use crate::diagnostic::Code;
use crate::message::Text;

/// No statement starts with this word.
pub static UNKNOWN_STATEMENT: Code = Code {
    id: "E0101",
    name: "unknown-statement",
    summary: Text::new("no statement starts with this word", "没有以此词开头的语句"),
    why: Text::new(
        "Every statement starts with a reserved word, which says what the line does.",
        "每条语句都以保留字开头，说明这一行的作用。",
    ),
    bad: package!("role Reader {\n", "  alow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A word does not fit where it stands.
pub static UNEXPECTED_TEXT: Code = Code {
    id: "E0102",
    name: "unexpected-text",
    summary: Text::new("a word does not fit where it stands", "某个词不适合出现在这里"),
    why: Text::new(
        "The statement is understood up to this place. The label says what can stand here, the help how such a statement reads.",
        "到此为止语句可以理解。标注说明这里可以写什么，帮助给出这类语句的写法。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n",
        "assign Reader li.na\n"
    ),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// Actions without the object they act on.
pub static MISSING_OBJECT: Code = Code {
    id: "E0103",
    name: "missing-object",
    summary: Text::new("actions without the object they act on", "只有动作，没有对象"),
    why: Text::new(
        "A right is an action on an object: `read Customer`.",
        "权限是对某个对象的动作，例如 `read Customer`。",
    ),
    bad: package!("role Reader {\n", "  allow read within own\n", "}\n", "assign Reader to li.na\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A statement stands in the wrong block.
pub static WRONG_BLOCK: Code = Code {
    id: "E0104",
    name: "wrong-block",
    summary: Text::new("a statement stands in the wrong block", "语句写在了错误的位置"),
    why: Text::new(
        "Rules stand inside a role, actions and fields inside an object, `assign` and `suspend` at the top: that keeps each line readable without the lines around it.",
        "规则写在角色内，动作和字段写在对象内，`assign` 与 `suspend` 写在最外层：这样每一行不看上下文也能读懂。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n",
        "allow read Customer within own\n"
    ),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A block is not closed.
pub static MISSING_BRACE: Code = Code {
    id: "E0105",
    name: "missing-brace",
    summary: Text::new("a block is not closed", "块没有闭合"),
    why: Text::new(
        "Statements of the top level never stand inside a block, so the `}` is missing before the next one.",
        "最外层的语句不会出现在块中，因此在下一条这样的语句之前缺少 `}`。",
    ),
    bad: package!("role Reader {\n", "  allow read Customer within own\n", "assign Reader to li.na\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A `}` closes nothing.
pub static EXTRA_BRACE: Code = Code {
    id: "E0106",
    name: "extra-brace",
    summary: Text::new("a `}` closes nothing", "多余的 `}`"),
    why: Text::new(
        "There is one `}` too many, or the `{` of its block is missing.",
        "多了一个 `}`，或者缺少对应的 `{`。",
    ),
    bad: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n", "}\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A sign ends a statement.
pub static STRAY_SIGN: Code = Code {
    id: "E0107",
    name: "stray-sign",
    summary: Text::new("a sign ends a statement", "语句末尾有多余的符号"),
    why: Text::new(
        "A statement ends where the next one starts. No sign is needed.",
        "语句在下一条开始处结束，不需要任何符号。",
    ),
    bad: package!("role Reader {\n", "  allow read Customer within own;\n", "}\n", "assign Reader to li.na\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// Nothing follows a comma or bar.
pub static TRAILING_SEPARATOR: Code = Code {
    id: "E0108",
    name: "trailing-separator",
    summary: Text::new("nothing follows a comma or bar", "逗号或竖线后面没有内容"),
    why: Text::new(
        "A list ends without a sign. A comma at the end would make the next statement part of the list.",
        "列表末尾不写符号，否则下一条语句会被当作列表的一部分。",
    ),
    bad: package!(
        "label personal,\n",
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "label personal\n",
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// `until` does not say whether the day counts.
pub static UNTIL: Code = Code {
    id: "E0109",
    name: "until",
    summary: Text::new("`until` does not say whether the day counts", "`until` 没有说明是否包含当天"),
    why: Text::new(
        "`through 2026-12-31` includes the day, `before 2026-12-31` ends as it begins.",
        "`through 2026-12-31` 包含当天，`before 2026-12-31` 在当天开始时结束。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na until 2030-12-31\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na through 2030-12-31\n"
    ),
    ..Code::ERROR
};

/// `through` stands with a time of day.
pub static THROUGH_WITH_TIME: Code = Code {
    id: "E0110",
    name: "through-with-time",
    summary: Text::new("`through` stands with a time of day", "`through` 后面带了时刻"),
    why: Text::new(
        "`through` takes a whole day and includes it. For an instant write `before`, which excludes it.",
        "`through` 只接日期并包含当天。要写具体时刻请用 `before`，该时刻不包含在内。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na through 2030-12-31 18:00\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na before 2030-12-31 18:00\n"
    ),
    ..Code::ERROR
};

/// Clauses stand in another order.
pub static CLAUSE_ORDER: Code = Code {
    id: "E0114",
    name: "clause-order",
    summary: Text::new("clauses stand in another order", "子句顺序不对"),
    why: Text::new(
        "Clauses have one order: `named`, `including`, `within`, `outside`, `when`, times, `because`, `ticket`. So every rule reads the same way.",
        "子句只有一种顺序：`named`、`including`、`within`、`outside`、`when`、时间、`because`、`ticket`。这样每条规则读起来都一样。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer when request.mfa within own\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when request.mfa\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A clause or line is written twice.
pub static REPEATED_CLAUSE: Code = Code {
    id: "E0115",
    name: "repeated-clause",
    summary: Text::new("a clause or line is written twice", "子句或行重复"),
    why: Text::new("Of two that differ, nobody could say which counts.", "如果两处不同，没有人知道以哪一处为准。"),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own within all\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A statement does not take this clause.
pub static CLAUSE_NOT_HERE: Code = Code {
    id: "E0116",
    name: "clause-not-here",
    summary: Text::new("a statement does not take this clause", "语句不接受这个子句"),
    why: Text::new(
        "A deny covers all fields of an object, so `including` would say nothing there; an allow says which records it covers with `within`, not with `outside`.",
        "拒绝规则覆盖对象的全部字段，因此 `including` 没有意义；允许规则用 `within` 而不是 `outside` 说明范围。",
    ),
    bad: package!(
        "label secret\n",
        "role Reader {\n",
        "  deny export Customer including secret\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!("role Reader {\n", "  deny export Customer\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A mask names no field.
pub static MASK_WITHOUT_FIELDS: Code = Code {
    id: "E0123",
    name: "mask-without-fields",
    summary: Text::new("a mask names no field", "脱敏没有指明字段"),
    why: Text::new(
        "A mask hides the value of fields. To close a whole object, write a deny.",
        "脱敏隐藏字段的值。要关闭整个对象请用拒绝规则。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "  mask Customer\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "  mask Customer (phone)\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A field file has no column of names.
pub static NO_NAME_COLUMN: Code = Code {
    id: "E0128",
    name: "no-name-column",
    summary: Text::new("a field file has no column of names", "字段文件没有名称列"),
    why: Text::new(
        "The column `name` says what each field is called; without it no row means anything.",
        "`name` 列说明每个字段的名称；没有它，任何一行都没有意义。",
    ),
    bad: package!("object Deal {\n", "  general actions read\n", "  fields from \"fields.csv\" { is 密级 }\n", "}\n"),
    good: package!("object Deal {\n", "  general actions read\n", "  field amount\n", "}\n"),
    ..Code::ERROR
};
