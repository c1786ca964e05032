//! Codes of the `separation` family: what one person must not have together.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &SELF_APPROVAL,
    &SEPARATION_IMPLIED,
    &SEPARATION_UNSATISFIABLE,
    &SEPARATION_VACUOUS,
    &IDLE_SEPARATE_SESSIONS,
    &SESSIONS_IN_ONE_ROLE,
    &SEPARATION_BY_DATES,
    &EXCLUSIVE_THROUGH_DELEGATION,
    &SESSION_ROLES_COMBINE,
];

/// What notes of this family share.
const NOTE: Code = Code { class: Class::Graph, level: Severity::Info, ..Code::FINDING };
/// What warnings of this family share.
const WARNING: Code = Code { class: Class::Graph, level: Severity::Warning, ..Code::FINDING };

/// A package text: a header, an object that is approved, some people and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "object Invoice {\n",
            "  general actions create\n",
            "  record actions read, update, approve, export\n",
            "  record owner is clerk\n",
            "}\n",
            "user li.na, wang.fang\n",
            $text
        )
    };
}

/// Approves what one made.
pub static SELF_APPROVAL: Code = Code {
    id: "W1001",
    name: "self-approval",
    summary: Text::new("one person may make a record and approve it themselves", "同一个人可以新建记录并自己审批"),
    why: Text::new(
        "Four eyes see more than two, and a payment that one person can make and approve is the usual way of fraud. The record \
         that is shown names nobody but whoever asks, as its owner and wherever else it names a person, so any `record.… is not me` \
         would have stopped it. Approvals are known by the names of their actions (`approve`, `pay`, 审批 …), on objects with an owner or \
         an attribute that holds a person.",
        "两个人把关胜过一个人；一个人既能提出又能批准付款，是最常见的舞弊方式。所示记录的所有者以及其中其他人员都是请求者本人，\
         因此任何 `record.… is not me` 都会拦住它。审批按动作名称识别（`approve`、`pay`、审批等），且只检查有所有者或人员属性的对象。",
    ),
    bad: package!("role Clerk { allow create Invoice allow approve Invoice within own }\nassign Clerk to li.na\n"),
    good: package!(
        "role Clerk { allow create Invoice allow approve Invoice within all }\nassign Clerk to li.na\n\
         require record.clerk is not me for approve on Invoice because \"four eyes\"\n"
    ),
    class: Class::Exact,
    security: Some(75),
    ..WARNING
};

/// Follows from another one.
pub static SEPARATION_IMPLIED: Code = Code {
    id: "W1002",
    name: "separation-implied",
    summary: Text::new("a guarantee of separation follows from another one", "一条分离保证可由另一条得出"),
    why: Text::new(
        "It holds whenever the other one does, so it proves nothing by itself; who changes one of them later may think that the other \
         still stands for something. Heirs count: whoever has a role has those that it inherits.",
        "只要另一条成立，它就成立，因此自身没有证明什么；以后有人改动其中一条时，可能以为另一条仍有作用。继承者也计算在内：拥有角色即拥有其继承的角色。",
    ),
    bad: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nrole C { allow update Invoice within own }\n\
         assign A to li.na\nassign B to wang.fang\nguarantees {\n  nobody has two of the roles A, B, C\n  nobody has both roles A and B\n}\n"
    ),
    good: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nrole C { allow update Invoice within own }\n\
         assign A to li.na\nassign B to wang.fang\nguarantees {\n  nobody has both roles A and C\n  nobody has both roles A and B\n}\n"
    ),
    ..NOTE
};

/// Contradict each other.
pub static SEPARATION_UNSATISFIABLE: Code = Code {
    id: "W1003",
    name: "separation-unsatisfiable",
    summary: Text::new("a role needs two roles of which nobody may have both", "角色要求同时拥有两个不得兼任的角色"),
    why: Text::new(
        "`anyone with role … has role …` asks for what `nobody has both roles …` forbids. While nobody has the role both hold, and the \
         first assignment of it will fail, at a bad time. The steps show why each of the two is needed.",
        "`anyone with role … has role …` 所要求的，正是 `nobody has both roles …` 所禁止的。没有人担任该角色时两条都成立，而第一次分配就会失败，\
         往往是在最不方便的时候。提示中列出为何需要这两个角色。",
    ),
    bad: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nrole C { allow update Invoice within own }\n\
         assign A to li.na\nguarantees {\n  anyone with role C has role A\n  anyone with role C has role B\n  nobody has both roles A and B\n}\n"
    ),
    good: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nrole C { allow update Invoice within own }\n\
         assign A to li.na\nguarantees {\n  anyone with role C has role A\n  nobody has both roles A and B\n}\n"
    ),
    ..WARNING
};

/// Keeps nothing apart.
pub static SEPARATION_VACUOUS: Code = Code {
    id: "W1004",
    name: "separation-vacuous",
    summary: Text::new("a guarantee keeps apart what nobody can do or have", "一条保证所分离的内容没有人能做或拥有"),
    why: Text::new(
        "It holds, but not because anything keeps the two apart: of one side nobody can ever do, or have, anything. Often another \
         action or role was meant. All records, values and times were looked at.",
        "它成立，但并不是因为有什么把两者分开：其中一方没有人能做或拥有。往往是本想写另一个动作或角色。已检查所有记录、取值和时间。",
    ),
    bad: package!(
        "role Clerk { allow create Invoice allow read Invoice within own }\nassign Clerk to li.na\n\
         guarantees { nobody can both create Invoice and approve Invoice }\n"
    ),
    good: package!(
        "role Clerk { allow create Invoice allow read Invoice within own }\nrole Chief { allow approve Invoice within all }\n\
         assign Clerk to li.na\nassign Chief to wang.fang\n\
         guarantees { nobody can both create Invoice and approve Invoice }\n"
    ),
    class: Class::Exact,
    ..NOTE
};

/// Sessions of roles that nobody has together.
pub static IDLE_SEPARATE_SESSIONS: Code = Code {
    id: "W1005",
    name: "idle-separate-sessions",
    summary: Text::new("sessions are kept apart for roles that nobody has together", "为没有人兼任的角色要求分开会话"),
    why: Text::new(
        "It refuses nothing today. If the two are not to come together at all, a guarantee says so better: `check` fails when \
         somebody is given both, while separate sessions silently refuse that person's requests. Off by default: many write it as a precaution.",
        "它目前不拒绝任何请求。若两者根本不应兼任，用保证更好：有人同时得到两者时 `check` 就会失败，而分开会话只会默默拒绝此人的请求。默认关闭：许多人是为防范而写。",
    ),
    bad: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\n\
         assign A to li.na\nassign B to wang.fang\nrequire separate sessions for roles A and B\n"
    ),
    good: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\n\
         assign A, B to li.na\nrequire separate sessions for roles A and B\n"
    ),
    ..NOTE
};

/// Both roles of separate sessions in one.
pub static SESSIONS_IN_ONE_ROLE: Code = Code {
    id: "W1006",
    name: "sessions-in-one-role",
    summary: Text::new(
        "a role is both of two that need separate sessions, so it never works",
        "角色同时属于两个须分开会话的角色，因而不起作用",
    ),
    why: Text::new(
        "A session that uses it uses both, so each of its requests is refused with `role-conflict`, whatever roles the session names. \
         Its holders may do less than they would with one of the two alone.",
        "使用它的会话就同时使用了两者，因此无论会话指明什么角色，每个请求都会以 `role-conflict` 被拒绝。其持有者能做的比只拥有其中一个还少。",
    ),
    bad: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nrole Both inherits A, B { }\n\
         assign Both to li.na\nrequire separate sessions for roles A and B\n"
    ),
    good: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nrole Both inherits A { }\n\
         assign Both, B to li.na\nrequire separate sessions for roles A and B\n"
    ),
    ..WARNING
};

/// Only dates keep them apart.
pub static SEPARATION_BY_DATES: Code = Code {
    id: "W1007",
    name: "separation-by-dates",
    summary: Text::new("only dates keep two roles of one person apart", "同一个人的两个角色仅靠日期分离"),
    why: Text::new(
        "The guarantee holds at every instant. But whoever prepared something in one role may finish it in the other, and a date \
         that is moved by a day breaks it. Off by default: people change their work.",
        "保证在每一时刻都成立。但某人以一个角色准备的事项，可能以另一个角色完成；日期移动一天就会打破保证。默认关闭：岗位变动很常见。",
    ),
    bad: package!(
        "role A { allow create Invoice }\nrole B { allow approve Invoice within all }\n\
         assign A to li.na through 2026-11-30\nassign B to li.na from 2026-12-01\nguarantees { nobody has both roles A and B }\n"
    ),
    good: package!(
        "role A { allow create Invoice }\nrole B { allow approve Invoice within all }\n\
         assign A to li.na through 2026-11-30\nassign B to wang.fang from 2026-12-01\nguarantees { nobody has both roles A and B }\n"
    ),
    ..NOTE
};

/// A delegation brings them together.
pub static EXCLUSIVE_THROUGH_DELEGATION: Code = Code {
    id: "W1008",
    name: "exclusive-through-delegation",
    summary: Text::new(
        "a delegation gives somebody two roles of separate sessions",
        "代理使某人得到须分开会话的两个角色",
    ),
    why: Text::new(
        "While it lasts, a session of theirs that does not name its roles is refused what either gives: whoever was to stand in for \
         another loses even what they had. Where a guarantee forbids the two together, `check` fails instead.",
        "代理期间，若会话未指明角色，则两者所给的权限都会被拒绝：本来要代理他人的人，连自己原有的权限也失去了。若有保证禁止兼任，则 `check` 会失败。",
    ),
    bad: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\n\
         assign A to li.na\nassign B to wang.fang\ndelegate B of wang.fang to li.na from 2026-12-01 through 2026-12-07 because \"leave\"\n\
         require separate sessions for roles A and B\n"
    ),
    good: package!(
        "role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nuser zhao.lei\n\
         assign A to li.na\nassign B to wang.fang\ndelegate B of wang.fang to zhao.lei from 2026-12-01 through 2026-12-07 because \"leave\"\n\
         require separate sessions for roles A and B\n"
    ),
    ..NOTE
};

/// Requests bring both.
pub static SESSION_ROLES_COMBINE: Code = Code {
    id: "W1009",
    name: "session-roles-combine",
    summary: Text::new("requests may bring two roles of which nobody may have both", "请求可能携带两个不得兼任的角色"),
    why: Text::new(
        "Roles that a request brings are not assigned here, so no proof can rule out that they come together; the evaluator refuses such \
         a request. Whoever gives out the roles should keep them apart too, else these people find themselves locked out.",
        "请求携带的角色不在此处分配，因此无法证明它们不会同时出现；求值器会拒绝这样的请求。发放这些角色的系统也应将其分开，否则这些人会被挡在门外。",
    ),
    bad: "policy example { language 1 timezone \"UTC\" roles from request: A, B }\nobject Invoice { record actions read, export record owner is clerk }\n\
          role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nguarantees { nobody has both roles A and B }\n",
    good: "policy example { language 1 timezone \"UTC\" roles from request: A }\nobject Invoice { record actions read, export record owner is clerk }\n\
           role A { allow read Invoice within own }\nrole B { allow export Invoice within own }\nuser li.na\nassign B to li.na\nguarantees { nobody has both roles A and B }\n",
    ..NOTE
};
