//! Codes of the `time` family: what ends, what never runs, what is given twice.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &EXPIRING_SOON,
    &BRAKE_EXPIRES,
    &VACUOUS_RECURRENCE,
    &NEVER_ACTIVE,
    &EXTERNAL_WITHOUT_END,
    &DELEGATION_WITHOUT_END,
    &IDLE_ASSIGNMENT,
    &DUPLICATE_ASSIGNMENT,
    &REDUNDANT_ASSIGNMENT,
    &IDLE_DELEGATION,
    &DISTANT_DATE,
    &OVER_LONG_SUSPENSION,
    &GAP_IN_COVERAGE,
    &SUSPENSION_OVERLAP,
];

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "object Customer {\n",
            "  record actions read, update, export\n",
            "  record owner is sales_owner\n",
            "}\n",
            $text
        )
    };
}

/// Access that ends.
pub static EXPIRING_SOON: Code = Code {
    id: "W0306",
    name: "expiring-soon",
    summary: Text::new("something that gives access ends soon", "某项授权即将结束"),
    why: Text::new(
        "Whoever works with it finds out on that day. `days_before_end` in `rolecall.toml` says how many days before the end it is told. Told only when \"now\" is known.",
        "使用者到那一天才会发现。在结束前多少天提示，由 `rolecall.toml` 的 `days_before_end` 决定。只有知道“现在”时才提示。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na through 2026-12-01\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na through 2027-06-30\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// A brake that ends.
pub static BRAKE_EXPIRES: Code = Code {
    id: "W0307",
    name: "brake-expires",
    summary: Text::new(
        "a deny, mask, requirement or suspension ends soon, and access grows",
        "一条禁止、脱敏、要求或暂停即将结束，权限随之增加",
    ),
    why: Text::new(
        "Nobody writes a line on that day, so no review sees that access grows. The finding shows a request that is refused just before the end and allowed at it. Told only when \"now\" is known.",
        "那一天没有人写下任何一行，审查时也就看不到权限的增加。提示会给出一个请求：结束前一刻被拒绝，结束时被允许。只有知道“现在”时才提示。",
    ),
    bad: package!(
        "role Clerk {\n  allow read, export Customer within own\n  deny export Customer through 2026-12-01\n}\nuser li.na\nassign Clerk to li.na\n"
    ),
    good: package!(
        "role Clerk {\n  allow read, export Customer within own\n  deny export Customer through 2027-06-30\n}\nuser li.na\nassign Clerk to li.na\n"
    ),
    class: Class::Exact,
    level: Severity::Info,
    security: Some(40),
    ..Code::FINDING
};

/// Hours that limit nothing.
pub static VACUOUS_RECURRENCE: Code = Code {
    id: "W0308",
    name: "vacuous-recurrence",
    summary: Text::new("hours or a pattern are open at every instant", "时段或重复时间在任何时刻都成立"),
    why: Text::new(
        "A line with such hours looks limited and is not. Mostly a day or an hour was written wrongly.",
        "带有这种时段的一行看似有限制，其实没有。多半是写错了日期或时刻。",
    ),
    bad: package!(
        "hours office = daily all day\nrole Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na during office\n"
    ),
    good: package!(
        "hours office = weekdays all day\nrole Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na during office\n"
    ),
    class: Class::Exact,
    level: Severity::Info,
    ..Code::FINDING
};

/// A role held in vain.
pub static NEVER_ACTIVE: Code = Code {
    id: "W0309",
    name: "never-active",
    summary: Text::new("a role is held only when nothing of it works", "担任角色的时间内，该角色的任何权限都不生效"),
    why: Text::new(
        "The hours of the assignment and those of the role or its allows never meet, so whoever holds it may do nothing with it.",
        "分配的时间与角色或其允许的时间从不重合，担任者因此什么也做不了。",
    ),
    bad: package!(
        "hours nights = daily 20:00 to 06:00\nrole Clerk {\n  active weekdays 09:00 to 18:00\n  allow read Customer within own\n}\nuser li.na\nassign Clerk to li.na during nights\n"
    ),
    good: package!(
        "hours late = daily 12:00 to 20:00\nrole Clerk {\n  active weekdays 09:00 to 18:00\n  allow read Customer within own\n}\nuser li.na\nassign Clerk to li.na during late\n"
    ),
    class: Class::Exact,
    ..Code::FINDING
};

/// Somebody external for good.
pub static EXTERNAL_WITHOUT_END: Code = Code {
    id: "W0310",
    name: "external-without-end",
    summary: Text::new(
        "somebody external holds a role with no end, or for very long",
        "外部人员担任角色没有结束日期，或时间过长",
    ),
    why: Text::new(
        "Nobody tells the policy when a partner's person leaves or a contract runs out; only a date ends it. `days_external` in `rolecall.toml` says how long is too long.",
        "合作伙伴的人员离开或合同到期时，没有人会通知策略；只有日期能让它结束。多长算过长，由 `rolecall.toml` 的 `days_external` 决定。",
    ),
    bad: package!(
        "external role Dealer { allow read Customer within own }\nexternal user chen.ming\nassign Dealer to chen.ming\n"
    ),
    good: package!(
        "external role Dealer { allow read Customer within own }\nexternal user chen.ming\nassign Dealer to chen.ming from 2026-11-01 through 2027-06-30\n"
    ),
    class: Class::Graph,
    security: Some(50),
    ..Code::FINDING
};

/// A role lent for good.
pub static DELEGATION_WITHOUT_END: Code = Code {
    id: "W0312",
    name: "delegation-without-end",
    summary: Text::new("a role is lent with no end", "角色的代理没有结束日期"),
    why: Text::new(
        "Somebody stands in for a leave or a trip. When it is over nobody thinks of the line, and two people have what one was to have.",
        "代理多因休假或出差而设。事情过后没有人记得这一行，本应一人拥有的权限便由两人拥有。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to li.na\ndelegate Clerk of li.na to zhao.lei from 2026-12-01\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to li.na\ndelegate Clerk of li.na to zhao.lei from 2026-12-01 through 2026-12-07\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    security: Some(30),
    ..Code::FINDING
};

/// An assignment that never runs.
pub static IDLE_ASSIGNMENT: Code = Code {
    id: "W0313",
    name: "idle-assignment",
    summary: Text::new("an assignment never runs", "一条分配永远不会生效"),
    why: Text::new(
        "It lies before somebody's first day, after their last, or in hours that never come between its dates. Mostly a date or a name is wrong. What `everyone` or a people file gives is not meant for each person, so it is not told.",
        "它在入职之前、离职之后，或所写时段在起止日期之间从不出现。多半是日期或人名写错了。`everyone` 和人员文件的分配并非针对每个人，因此不提示。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na ends 2027-06-30\nassign Clerk to li.na from 2027-09-01\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na ends 2027-06-30\nassign Clerk to li.na from 2027-01-01\n"
    ),
    class: Class::Exact,
    ..Code::FINDING
};

/// A role given twice.
pub static DUPLICATE_ASSIGNMENT: Code = Code {
    id: "W0314",
    name: "duplicate-assignment",
    summary: Text::new("a role is assigned to somebody twice", "同一角色重复分配给同一人"),
    why: Text::new(
        "Whoever takes one line away believes that the role is gone, and it is not.",
        "删去其中一行的人以为已经收回角色，其实没有。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to li.na, zhao.lei\nassign Clerk to li.na\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to zhao.lei\nassign Clerk to li.na\n"
    ),
    class: Class::Exact,
    level: Severity::Info,
    ..Code::FINDING
};

/// A role that comes another way.
pub static REDUNDANT_ASSIGNMENT: Code = Code {
    id: "W0315",
    name: "redundant-assignment",
    summary: Text::new(
        "a role is assigned to somebody who has all of it through another role",
        "已通过另一角色拥有全部权限的人又被分配该角色",
    ),
    why: Text::new(
        "It changes no answer for that person, and hides where their rights come from. Decided for each person over every request that names no roles of its session.",
        "它不改变此人的任何结果，只会让人看不清权限的来源。对每个人，凡未指明会话角色的请求都作了判定。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nrole Lead inherits Clerk { allow update Customer within own }\nuser li.na\nassign Lead, Clerk to li.na\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nrole Lead inherits Clerk { allow update Customer within own }\nuser li.na\nassign Lead to li.na\n"
    ),
    class: Class::Exact,
    level: Severity::Info,
    ..Code::FINDING
};

/// A role lent in vain.
pub static IDLE_DELEGATION: Code = Code {
    id: "W0316",
    name: "idle-delegation",
    summary: Text::new("a delegation gives nothing", "一条代理没有给予任何内容"),
    why: Text::new(
        "Either the one whose role it is does not hold it on those days, or who stands in may do all of it anyway. Somebody will be missed while the other is away. Decided over every request that names no roles of its session.",
        "要么被代理的人在那些日子并不担任该角色，要么代理人本来就能做这一切。真正需要代理时便会落空。凡未指明会话角色的请求都作了判定。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to li.na through 2027-06-30\nassign Clerk to zhao.lei\ndelegate Clerk of li.na to zhao.lei from 2027-09-01 through 2027-09-30\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to li.na through 2027-06-30\nassign Clerk to zhao.lei\ndelegate Clerk of li.na to zhao.lei from 2027-06-01 through 2027-06-07\n"
    ),
    class: Class::Exact,
    ..Code::FINDING
};

/// A date far away.
pub static DISTANT_DATE: Code = Code {
    id: "W0317",
    name: "distant-date",
    summary: Text::new("a date is so far away that its year is probably wrong", "日期过于遥远，年份可能写错"),
    why: Text::new(
        "A wrong digit in a year keeps access open, or a brake on, for good. A date that is to mean never is clearer left out. Told only when \"now\" is known.",
        "年份写错一位，授权便会一直有效，限制便会一直生效。若表示永不结束，不写日期更清楚。只有知道“现在”时才提示。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na through 2226-12-31\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na through 2027-12-31\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    ..Code::FINDING
};

/// A suspension for good.
pub static OVER_LONG_SUSPENSION: Code = Code {
    id: "W0318",
    name: "over-long-suspension",
    summary: Text::new("a suspension with no end has lasted for more than a year", "没有结束日期的暂停已持续一年以上"),
    why: Text::new(
        "A suspension is for what comes back. What stays shut is clearer taken away, and a review then sees it. Told only when \"now\" is known.",
        "暂停用于将会恢复的权限。若不再恢复，直接收回更清楚，审查时也能看到。只有知道“现在”时才提示。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\nsuspend user li.na from 2025-01-01 with no end review before 2027-01-01 because \"on leave\"\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\nsuspend user li.na from 2026-10-01 with no end review before 2027-01-01 because \"on leave\"\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// A role that nobody holds for some days.
pub static GAP_IN_COVERAGE: Code = Code {
    id: "W0319",
    name: "gap-in-coverage",
    summary: Text::new(
        "a role is held, then for some days by nobody, then again",
        "某角色在两段任期之间有几天无人担任",
    ),
    why: Text::new(
        "When one person hands over to the next, a date that is off by some days leaves work undone. Gaps of at most a month are told, between now and the last end. Told only when \"now\" is known.",
        "前后任交接时，日期差了几天，工作便无人处理。只提示现在以后、不超过一个月的空缺。只有知道“现在”时才提示。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to li.na through 2027-01-10\nassign Clerk to zhao.lei from 2027-01-15\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, zhao.lei\nassign Clerk to li.na through 2027-01-10\nassign Clerk to zhao.lei from 2027-01-11\n"
    ),
    class: Class::Graph,
    level: Severity::Info,
    ..Code::FINDING
};

/// A suspension inside another.
pub static SUSPENSION_OVERLAP: Code = Code {
    id: "W0320",
    name: "suspension-overlap",
    summary: Text::new("a suspension stops nothing that another one does not", "一条暂停停下的内容已被另一条暂停包含"),
    why: Text::new(
        "Whoever waits for its end waits in vain: the other one goes on, or ended it already.",
        "等待它结束的人会白等：另一条仍在生效，或早已停下同样的内容。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\nsuspend user li.na from 2027-01-01 through 2027-03-31 because \"on leave\"\nsuspend user li.na in role Clerk from 2027-02-01 through 2027-02-10 because \"audit\"\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\nsuspend user li.na from 2027-01-01 through 2027-01-31 because \"on leave\"\nsuspend user li.na in role Clerk from 2027-02-01 through 2027-02-10 because \"audit\"\n"
    ),
    class: Class::Exact,
    level: Severity::Info,
    ..Code::FINDING
};
