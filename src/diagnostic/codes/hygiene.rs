//! Codes of the `hygiene` family: who answers for what, what was reviewed, what nobody uses.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &LEAVER_LISTED,
    &NO_RESPONSIBLE,
    &NO_REVIEW,
    &HOLDERS_UNREVIEWED,
    &REVIEW_TOO_RARE,
    &PERSON_WITHOUT_ROLE,
    &COVERAGE_GAP,
    &NO_TEST,
    &NO_GUARANTEE,
    &NO_REASON,
    &UNDOCUMENTED_ROLE,
    &UNIT_UNKNOWN,
    &UNUSED_ATTRIBUTE,
    &UNLABELLED_SENSITIVE,
];

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "label personal\n",
            "object Customer {\n",
            "  record actions read, export, delete\n",
            "  record actions approve risk critical\n",
            "  record owner is sales_owner\n",
            "  record unit is department\n",
            "}\n",
            "unit Sales\n",
            $text
        )
    };
}

/// Somebody who has left.
pub static LEAVER_LISTED: Code = Code {
    id: "W0404",
    name: "leaver-listed",
    summary: Text::new("somebody who has left still stands in a line", "已离职的人员仍写在某一行中"),
    why: Text::new(
        "It gives them nothing, since `ends` bounds all they hold. But a line that names them is read as if they were here, and works again if they come back. Told only when \"now\" is known.",
        "`ends` 限定了他们拥有的一切，因此不会给予任何内容。但读者会以为他们仍在职，而且他们一旦回来便会重新生效。只有知道“现在”时才提示。",
    ),
    bad: package!("role Clerk { allow read Customer within own }\nuser li.na ends 2026-06-30\nassign Clerk to li.na\n"),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na ends 2027-06-30\nassign Clerk to li.na\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    security: Some(20),
    ..Code::FINDING
};

/// Nobody answers for a role.
pub static NO_RESPONSIBLE: Code = Code {
    id: "W0405",
    name: "no-responsible",
    summary: Text::new("a role that gives sensitive rights has nobody responsible", "授予敏感权限的角色没有负责人"),
    why: Text::new(
        "When it is asked whether somebody still needs the role, nobody can say. Sensitive is what is declared with `risk high` or worse, or is so by the name of the action.",
        "当需要判断某人是否仍需要该角色时，没有人能回答。声明为 `risk high` 及以上，或按动作名称判断风险高的权限为敏感。",
    ),
    bad: package!("role Clerk { allow export Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"),
    good: package!(
        "role Clerk {\n  responsible \"sales-ops@acme.example\"\n  allow export Customer within own\n}\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// A role that nobody reviews.
pub static NO_REVIEW: Code = Code {
    id: "W0406",
    name: "no-review",
    summary: Text::new("no review is planned for a role that gives sensitive rights", "授予敏感权限的角色没有安排审查"),
    why: Text::new(
        "Rights are added when they are needed and stay when they are not. A planned review is what takes them away.",
        "权限在需要时增加，不需要时却留了下来。只有安排好的审查才会收回它们。",
    ),
    bad: package!(
        "role Clerk {\n  responsible \"ops@example.com\"\n  allow export Customer within own\n}\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    good: package!(
        "role Clerk {\n  responsible \"ops@example.com\"\n  review every quarter\n  allow export Customer within own\n}\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// Holders whom nobody has looked at.
pub static HOLDERS_UNREVIEWED: Code = Code {
    id: "W0407",
    name: "holders-unreviewed",
    summary: Text::new(
        "who holds a sensitive role was reviewed too long ago, or never",
        "担任敏感角色的人员太久没有审查，或从未审查",
    ),
    why: Text::new(
        "The role may be right and its holders not: people change posts. `days_between_reviews` in `rolecall.toml` says how long ago is too long. Where the dates of other reviews are on record and that of a planned one is not, it is only told. Told only when \"now\" is known.",
        "角色本身也许没有问题，但担任的人可能已经换岗。多久算太久，由 `rolecall.toml` 的 `days_between_reviews` 决定；其他审查有日期记录、而已安排的这一项没有时，只作说明。只有知道“现在”时才提示。",
    ),
    bad: package!(
        "role Clerk {\n  last reviewed 2025-03-31 review every year\n  allow export Customer within own\n}\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    good: package!(
        "role Clerk {\n  last reviewed 2026-03-31 review every year\n  allow export Customer within own\n}\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    class: Class::Graph,
    security: Some(30),
    ..Code::FINDING
};

/// A long interval.
pub static REVIEW_TOO_RARE: Code = Code {
    id: "W0408",
    name: "review-too-rare",
    summary: Text::new("a role is to be reviewed too rarely", "角色的审查间隔太长"),
    why: Text::new(
        "`days_between_reviews` in `rolecall.toml` says how many days may pass, a year where nothing is written.",
        "允许间隔多少天，由 `rolecall.toml` 的 `days_between_reviews` 决定，未写时为一年。",
    ),
    bad: package!(
        "role Clerk {\n  review every 730 days\n  allow read Customer within own\n}\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    good: package!(
        "role Clerk {\n  review every year\n  allow read Customer within own\n}\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    class: Class::Syntactic,
    ..Code::FINDING
};

/// Somebody with nothing.
pub static PERSON_WITHOUT_ROLE: Code = Code {
    id: "W0409",
    name: "person-without-role",
    summary: Text::new("somebody is known and holds no role", "已声明的人员没有任何角色"),
    why: Text::new(
        "Either a line is missing, and they will ask for it, or they are gone and their name was forgotten. Those whose row is skipped, who have left, or who may bring roles with a request are not told.",
        "要么少写了一行，他们迟早会来要求；要么已经离开，名字却忘了删去。不提示行被跳过的人、已离职的人，以及可由请求带入角色的人。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\nuser wang.fang\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\nuser wang.fang\nassign Clerk to wang.fang\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// What nobody can do.
pub static COVERAGE_GAP: Code = Code {
    id: "W0410",
    name: "coverage-gap",
    summary: Text::new("nobody can ever use a declared right", "声明的权限没有任何人能使用"),
    why: Text::new(
        "Work that needs it will stop at the first customer, or is done outside the system. Decided for every person, record and instant; suspensions are left out. Packages without people are libraries and are not looked at. Off by default, since many policies declare what nobody is to do.",
        "需要它的工作会在第一个客户那里停住，或被转到系统之外进行。对每个人、每条记录和每个时刻都作了判定，暂停不计。没有人员的包是库，不作检查。许多策略会声明任何人都不该做的动作，因此默认不检查。",
    ),
    bad: package!(
        "role Clerk { allow read, export, delete Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    good: package!(
        "role Clerk { allow read, export, delete Customer within own }\nrole Lead { allow approve Customer within all }\nuser li.na in Sales\nassign Clerk to li.na\nuser wang.fang\nassign Lead to wang.fang\n"
    ),
    class: Class::Exact,
    level: Severity::Info,
    ..Code::FINDING
};

/// Rights that no test asks about.
pub static NO_TEST: Code = Code {
    id: "W0414",
    name: "no-test",
    summary: Text::new("no test asks about a sensitive right", "没有测试问到某项敏感权限"),
    why: Text::new(
        "A test says what was meant, and fails when a later change means something else. Off by default.",
        "测试写明原意，以后的改动若违背原意就会失败。默认不检查。",
    ),
    bad: package!("role Clerk { allow export Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"),
    good: package!(
        "role Clerk { allow export Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\ntest \"own customers\" {\n  given user li.na at 2026-11-23 10:00\n  given Customer { sales_owner = li.na }\n  can export\n}\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// Rights that no guarantee speaks of.
pub static NO_GUARANTEE: Code = Code {
    id: "W0415",
    name: "no-guarantee",
    summary: Text::new("no guarantee speaks of a critical right", "没有保证提到某项关键权限"),
    why: Text::new(
        "A guarantee is proved at every build: whoever widens a critical right then has to change it in sight of the reviewer. Off by default.",
        "每次构建都会证明保证：要放宽关键权限，就必须当着审查者的面修改它。默认不检查。",
    ),
    bad: package!("role Clerk { allow approve Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"),
    good: package!(
        "role Clerk { allow approve Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\nguarantees { only Clerk can approve Customer }\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// Given without a reason.
pub static NO_REASON: Code = Code {
    id: "W0416",
    name: "no-reason",
    summary: Text::new(
        "a role that gives sensitive rights is assigned or lent without a reason",
        "分配或代理带有敏感权限的角色时没有写明理由",
    ),
    why: Text::new(
        "At the next review nobody knows whether the reason still holds. Off by default.",
        "下一次审查时，没有人知道理由是否仍然成立。默认不检查。",
    ),
    bad: package!("role Clerk { allow export Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"),
    good: package!(
        "role Clerk { allow export Customer within own }\nuser li.na in Sales\nassign Clerk to li.na because \"quarterly report\"\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// A role without a word.
pub static UNDOCUMENTED_ROLE: Code = Code {
    id: "W0417",
    name: "undocumented-role",
    summary: Text::new("a role has neither a label nor documentation", "角色既没有显示名也没有说明"),
    why: Text::new(
        "Reports, the comment on a pull request and the plain sentences show the name alone. Off by default.",
        "报告、变更说明和通俗语句中只能看到名称。默认不检查。",
    ),
    bad: package!("role Clerk { allow read Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"),
    good: package!(
        "## Looks after the customers in their own portfolio.\nrole Clerk { allow read Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    class: Class::Syntactic,
    level: Severity::Info,
    ..Code::FINDING
};

/// Somebody without a unit.
pub static UNIT_UNKNOWN: Code = Code {
    id: "W0418",
    name: "unit-unknown",
    summary: Text::new(
        "somebody without stated unit holds a role that asks for one",
        "没有写明单位的人担任了要求单位的角色",
    ),
    why: Text::new(
        "What is not stated is unknown, and an allow does not apply on what is unknown: `within my unit` then gives nothing, and nobody is told. The finding shows a request that is refused for that reason.",
        "没有写明的就是未知，允许对未知不生效：此时 `within my unit` 什么也不给，也没有人会得到通知。提示会给出一个因此被拒绝的请求。",
    ),
    bad: package!("role Clerk { allow read Customer within my unit }\nuser li.na\nassign Clerk to li.na\n"),
    good: package!("role Clerk { allow read Customer within my unit }\nuser li.na in Sales\nassign Clerk to li.na\n"),
    class: Class::Exact,
    ..Code::FINDING
};

/// An attribute that nothing reads.
pub static UNUSED_ATTRIBUTE: Code = Code {
    id: "W0419",
    name: "unused-attribute",
    summary: Text::new("an attribute is declared and nothing reads it", "属性已声明但没有任何内容读取"),
    why: Text::new(
        "Whoever calls the evaluator takes pains to send it, and a reader looks for the rule that depends on it. What is only shown and changed is a `field`. Packages without people are libraries and are not looked at.",
        "调用方要费力提供它，读者也会去寻找依赖它的规则。若只是显示和修改，应写成 `field`。没有人员的包是库，不作检查。",
    ),
    bad: package!(
        "request { attribute device : managed | private }\nrole Clerk { allow read Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    good: package!(
        "request { attribute device : managed | private }\nrole Clerk { allow read Customer within own when request.device is managed }\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// A field that looks personal.
pub static UNLABELLED_SENSITIVE: Code = Code {
    id: "W0420",
    name: "unlabelled-sensitive",
    summary: Text::new("a field looks personal and has no label", "字段看起来是个人信息，却没有标签"),
    why: Text::new(
        "A field without a label comes with every allow on its object. The name is all that it is judged by: phone, mobile, email, passport, birthday, bank account and their like, in English and Chinese. Packages that declare no label are not looked at.",
        "没有标签的字段会随该对象的每条允许一起开放。只凭名称判断：电话、手机、邮箱、护照、生日、银行账号等，中英文均可。没有声明标签的包不作检查。",
    ),
    bad: package!(
        "object Lead {\n  record actions read\n  record owner is keeper\n  field mobile_phone, budget\n}\nrole Clerk { allow read Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    good: package!(
        "object Lead {\n  record actions read\n  record owner is keeper\n  field mobile_phone is personal\n  field budget\n}\nrole Clerk { allow read Customer within own }\nuser li.na in Sales\nassign Clerk to li.na\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    security: Some(30),
    ..Code::FINDING
};
