//! Codes of the `scenario` stage.

use crate::diagnostic::{Class, Code};
use crate::message::Text;

/// A line of a test does not hold.
pub static FAILED_EXPECTATION: Code = Code {
    id: "E0801",
    name: "failed-expectation",
    summary: Text::new("a test expects another answer than the policy gives", "测试期望的结果与策略给出的结果不同"),
    why: Text::new(
        "A test states in examples what the policy is meant to do. The report shows the answer and its reason, which is the \
         first no on the ladder: known, granted, now, this record, conditions, no deny, requirements, roles that go \
         together, no suspension. Either the policy does something that nobody meant, or the example is out of date.",
        "测试用例子说明策略应有的效果。报告会给出实际结果及原因，即依次检查时遇到的第一个“否”：是否已知、是否授予、当前是否有效、是否属于该记录、条件是否成立、是否被拒绝、要求是否满足、角色能否同时使用、是否被暂停。要么策略产生了无人预期的效果，要么例子已经过时。",
    ),
    bad: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read, update record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na, wang.fang
assign SalesRep to li.na

test "a rep reads the customers of others" {
  given user li.na
  given Customer { sales_owner = wang.fang }
  can read
}
"#,
    good: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read, update record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na, wang.fang
assign SalesRep to li.na

test "a rep does not read the customers of others" {
  given user li.na
  given Customer { sales_owner = wang.fang }
  cannot read because scope
}
"#,
    class: Class::Exact,
    ..Code::ERROR
};

/// The answer depends on the time, and the test gives none.
pub static NEEDS_INSTANT: Code = Code {
    id: "E0802",
    name: "test-needs-instant",
    summary: Text::new(
        "the answer changes with time, and the test gives no instant",
        "结果随时间变化，而测试没有给出时刻",
    ),
    why: Text::new(
        "Without an instant the test would ask at some time of the machine's choosing: green today, red tomorrow. Add `at` to \
         `given user`, or a line `given at`. A test of something that never changes with time needs none.",
        "没有时刻的测试会在机器碰巧选取的时间提问：今天通过，明天失败。请在 `given user` 后加上 `at`，或写一行 `given at`。如果结果从不随时间变化，则不需要。",
    ),
    bad: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na
assign SalesRep to li.na through 2026-12-31

test "a rep reads their own" {
  given user li.na
  given Customer { sales_owner = li.na }
  can read
}
"#,
    good: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na
assign SalesRep to li.na through 2026-12-31

test "a rep reads their own" {
  given user li.na at 2026-11-23 10:00
  given Customer { sales_owner = li.na }
  can read
}
"#,
    class: Class::Exact,
    ..Code::ERROR
};

/// A `cannot` that holds only because something was left out.
pub static PASSES_BY_IGNORANCE: Code = Code {
    id: "W0801",
    name: "test-passes-by-ignorance",
    summary: Text::new(
        "a `cannot` holds only because an attribute was not given",
        "`cannot` 成立只是因为没有给出某个属性",
    ),
    why: Text::new(
        "What is not known never helps, so a test that gives too little is green whatever the policy says. Give the attributes \
         that the report names, so that the test shows the no that it means. Leave the braces out to test a request without \
         any record. Where the line says `because`, it may be meant, and this is a note only.",
        "未知的信息从不会带来权限，所以给得太少的测试无论策略怎么写都会通过。请给出报告中列出的属性，让测试真正检验所要的“否”。若要测试没有任何记录的请求，请省略大括号。如果该行写了 `because`，则可能是有意为之，仅作提示。",
    ),
    bad: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na, wang.fang
assign SalesRep to li.na

test "not the customers of others" {
  given user li.na
  given Customer { }
  cannot read
}
"#,
    good: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na, wang.fang
assign SalesRep to li.na

test "not the customers of others" {
  given user li.na
  given Customer { sales_owner = wang.fang }
  cannot read
}
"#,
    class: Class::Exact,
    ..Code::FINDING
};

/// A test that asks nothing.
pub static EMPTY_TEST: Code = Code {
    id: "W0802",
    name: "empty-test",
    summary: Text::new("a test expects nothing", "测试没有任何期望"),
    why: Text::new(
        "A test without a `can`, `cannot` or `sees` line is always green, and its name promises something that nobody checks.",
        "没有 `can`、`cannot` 或 `sees` 的测试总会通过，而它的名字保证了无人检验的内容。",
    ),
    bad: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na
assign SalesRep to li.na

test "a rep reads their own" {
  given user li.na
  given Customer { sales_owner = li.na }
}
"#,
    good: r#"policy p { language 1 timezone "UTC" }
object Customer { record actions read record owner is sales_owner }
role SalesRep { allow read Customer within own }
user li.na
assign SalesRep to li.na

test "a rep reads their own" {
  given user li.na
  given Customer { sales_owner = li.na }
  can read
}
"#,
    class: Class::Syntactic,
    ..Code::FINDING
};

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[&FAILED_EXPECTATION, &NEEDS_INSTANT, &PASSES_BY_IGNORANCE, &EMPTY_TEST];
