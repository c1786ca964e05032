//! Codes of declarations: what could be left out with no change to what is decided, and what should be said.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[&DUPLICATE_ITEM, &UNUSED_DECLARATION, &UNMARKED_ACTION];

/// By its name an action makes or changes records, and is not declared so.
pub static UNMARKED_ACTION: Code = Code {
    id: "W0117",
    name: "unmarked-action",
    summary: Text::new(
        "an action that by its name makes or changes records does not say `creates` or `updates`",
        "按名称会新建或修改记录的动作没有写明 `creates` 或 `updates`",
    ),
    why: Text::new(
        "An action named `create` or `update` may not make records for somebody else, nor change to whom a record belongs, unless it says so with `changes`. \
         An action with another name is held to that only if it is declared with `creates` or `updates`. Known by the name alone.",
        "名为 `create` 或 `update` 的动作不能替他人新建记录，也不能更改记录归谁所有，除非用 `changes` 写明。其他名称的动作只有写明 `creates` 或 \
         `updates` 才受同样的约束。只按名称识别。",
    ),
    bad: header!("object 客户 { general actions 新建 record actions 查看, 编辑 record owner is 负责人 }\n"),
    good: header!(
        "object 客户 { general actions 新建 creates record actions 查看 record actions 编辑 updates record owner is 负责人 }\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    security: Some(30),
    ..Code::FINDING
};

/// Twice in a list.
pub static DUPLICATE_ITEM: Code = Code {
    id: "W0402",
    name: "duplicate-item",
    summary: Text::new("a list names the same thing twice", "列表中同一项出现两次"),
    why: Text::new(
        "It changes nothing, so mostly another name was meant: then somebody does not get what the list was to give.",
        "重复不起作用，所以多半本想写另一个名字：那样就有人没有得到列表应给的内容。",
    ),
    bad: object!("role Clerk { allow read, update, read Customer within own }\nuser li.na\nassign Clerk to li.na\n"),
    good: object!("role Clerk { allow read, update Customer within own }\nuser li.na\nassign Clerk to li.na\n"),
    class: Class::Syntactic,
    level: Severity::Info,
    fixable: true,
    ..Code::FINDING
};

/// A name of which nothing speaks.
pub static UNUSED_DECLARATION: Code = Code {
    id: "W0403",
    name: "unused-declaration",
    summary: Text::new("a name is declared and nothing uses it", "名称已声明但没有任何内容使用"),
    why: Text::new(
        "Whoever reads it looks for what it does. It may also be what a misspelt name elsewhere was to be. Labels, types, networks, \
         calendars, hours and templates are looked at, in packages with people: names of a library are used by others.",
        "读者会去寻找它的作用；它也可能正是别处写错的那个名字。检查标签、类型、网络、日历、时段和模板，且只检查含有人员的包：库中的名称由其他包使用。",
    ),
    bad: object!(
        "hours night = daily 20:00 to 06:00\nrole Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\n"
    ),
    good: object!(
        "hours night = daily 20:00 to 06:00\nrole Clerk { allow read Customer within own during night }\nuser li.na\n\
         assign Clerk to li.na\n"
    ),
    class: Class::Syntactic,
    level: Severity::Info,
    fixable: true,
    ..Code::FINDING
};
