//! Codes of the `privilege` family: more rights than the work needs.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &FULL_ADMIN,
    &ALL_ACTIONS_ON_SENSITIVE,
    &ACTION_ON_EVERY_OBJECT,
    &WILDCARD_ACTION,
    &GRANT_BY_EXCLUSION,
    &UNSCOPED_WRITE,
    &BROAD_AUDIENCE,
    &EXTERNAL_SENSITIVE,
    &ROLE_RIGHTS,
    &ROLE_SENSITIVE,
    &PERSON_RIGHTS,
    &PERSON_SENSITIVE,
    &RIGHT_HELD_BY_MANY,
    &MANY_ROLES,
    &PERSONAL_FIELD_BROAD,
];

/// What the findings of this family share.
const PRIVILEGE: Code = Code { class: Class::Exact, level: Severity::Warning, ..Code::FINDING };

/// A package text: a header, three objects, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Asia/Shanghai\" }\n",
            "label personal\n",
            "object Customer {\n",
            "  general actions create\n",
            "  record actions read, update, delete, export\n",
            "  record owner is sales_owner\n",
            "  record unit is department\n",
            "  field phone is personal\n",
            "}\n",
            "object Invoice {\n",
            "  record actions read, delete\n",
            "  record actions approve risk high\n",
            "  record owner is clerk\n",
            "  record unit is department\n",
            "}\n",
            "object Ticket {\n",
            "  record actions read, delete\n",
            "  record owner is handler\n",
            "  record unit is queue\n",
            "}\n",
            "unit HQ\n",
            $text
        )
    };
}

/// A role may do everything, on every record.
pub static FULL_ADMIN: Code = Code {
    id: "W0601",
    name: "full-admin",
    summary: Text::new("a role may do everything, on every record", "一个角色可以对全部记录做任何操作"),
    why: Text::new(
        "One account with such a role is the whole system: whatever happens to it happens to everything, and no review can tell what its holder needed. Told from three objects on; objects that administer roles or users do not count, nor must it have those.",
        "只要有一个这样的账号，就等于整个系统：它一旦出事，全部数据都受影响，审查也看不出持有者究竟需要什么。对象不足三个时不提示；管理角色或用户的对象不计在内。",
    ),
    bad: package!("role Boss { allow every action every object within all }\n"),
    good: package!("role Boss { allow every action every object within my unit }\n"),
    security: Some(85),
    ..PRIVILEGE
};

/// A role may do everything with every record of an object that has labelled fields.
pub static ALL_ACTIONS_ON_SENSITIVE: Code = Code {
    id: "W0602",
    name: "all-actions-on-sensitive",
    summary: Text::new(
        "a role may do everything with every record of an object that has labelled fields",
        "一个角色可以对含标签字段的对象的全部记录做任何操作",
    ),
    why: Text::new(
        "Reading, exporting and deleting what is labelled is seldom one person's work. Told where every action of an object (four or more) reaches every record without a condition, and the labelled fields are read in clear.",
        "查看、导出和删除带标签的数据很少是同一个人的工作。当一个对象的所有动作（至少四个）都能无条件用于全部记录，并且带标签的字段未经脱敏时提示。",
    ),
    bad: package!("role Desk { allow every action Customer including personal within all }\n"),
    good: package!("role Desk { allow read, update Customer including personal within all }\n"),
    security: Some(75),
    ..PRIVILEGE
};

/// A role may use one sensitive action on every record of all objects that have it.
pub static ACTION_ON_EVERY_OBJECT: Code = Code {
    id: "W0603",
    name: "action-on-every-object",
    summary: Text::new(
        "a role may use one sensitive action on every record of all objects that have it",
        "一个角色可以对所有具备某敏感动作的对象的全部记录执行该动作",
    ),
    why: Text::new(
        "An export or deletion is given for the work with one kind of record. Whoever has it everywhere takes everything out, or removes everything. Told from three objects on.",
        "导出或删除是为处理某一类记录而给予的。处处都有，就能带走或删除一切。至少三个对象才提示。",
    ),
    bad: package!("role Archive { allow delete every object within all }\n"),
    good: package!("role Archive { allow delete every object within own }\n"),
    security: Some(75),
    ..PRIVILEGE
};

/// `every action` gives sensitive rights that nobody wrote.
pub static WILDCARD_ACTION: Code = Code {
    id: "W0604",
    name: "wildcard-action",
    summary: Text::new(
        "`every action` gives sensitive rights that nobody wrote",
        "`every action` 给出了没有写明的敏感权限",
    ),
    why: Text::new(
        "The line reads like a convenience and is a decision: sensitive actions come with it, and so will those that are declared later.",
        "这一行看起来只是图方便，实际上是一项决定：敏感动作随之给予，以后声明的动作也是如此。",
    ),
    bad: package!("role Rep { allow every action Customer within own }\n"),
    good: package!("role Rep { allow read, update, delete, export Customer within own }\n"),
    level: Severity::Info,
    security: Some(40),
    ..PRIVILEGE
};

/// An allow says what it leaves out instead of what it gives.
pub static GRANT_BY_EXCLUSION: Code = Code {
    id: "W0605",
    name: "grant-by-exclusion",
    summary: Text::new(
        "an allow says what it leaves out instead of what it gives",
        "允许语句写的是排除什么，而不是给予什么",
    ),
    why: Text::new(
        "Whatever is declared later is given without anybody deciding it. A warning where the line takes in sensitive rights, a note otherwise.",
        "以后声明的内容不经任何人决定就已给予。若其中包含敏感权限则为警告，否则为提示。",
    ),
    bad: package!("role Rep { allow every action except export Customer within own }\n"),
    good: package!("role Rep { allow create Customer  allow read, update, delete Customer within own }\n"),
    class: Class::Syntactic,
    security: Some(50),
    ..PRIVILEGE
};

/// A sensitive right that changes something reaches every record.
pub static UNSCOPED_WRITE: Code = Code {
    id: "W0606",
    name: "unscoped-write",
    summary: Text::new(
        "a sensitive right that changes something reaches every record",
        "会更改数据的敏感权限适用于全部记录",
    ),
    why: Text::new(
        "Approvals, signatures and the like are given for the records that one is responsible for. Told where the records have an owner, unit or team to narrow it by, and no condition or requirement stands before it. Exports, deletions and sharing have rules of their own.",
        "审批、签署等权限应限于自己负责的记录。当记录有负责人、部门或团队可用来缩小范围，却没有任何条件或要求时提示。导出、删除和共享另有规则。",
    ),
    bad: package!("role Payer { allow approve Invoice within all }\n"),
    good: package!("role Payer { allow approve Invoice within my unit }\n"),
    security: Some(70),
    ..PRIVILEGE
};

/// Nearly everybody has a sensitive right, or reads a labelled field in clear.
pub static BROAD_AUDIENCE: Code = Code {
    id: "W0607",
    name: "broad-audience",
    summary: Text::new(
        "nearly everybody has a sensitive right, or reads a labelled field in clear",
        "几乎所有人都拥有某项敏感权限，或能读取某个未脱敏的标签字段",
    ),
    why: Text::new(
        "What everybody has is protected by the weakest password of all. Told where a role that is assigned to everyone has it, or where more than the budgeted share of all people do (`share_of_people`, from 20 people on); counted person by person, through all their roles. A field counts where it is read on records that are neither one's own, nor one's team's, nor nobody's. A note where it is a field that many read.",
        "人人都有的权限，其安全程度取决于最弱的那个密码。当分配给所有人的角色拥有它，或拥有者超过上限比例（`share_of_people`，至少 20 人）时提示；逐人按其全部角色计算。字段只在既不属于本人或其团队、也并非无主的记录上计入。若只是多数人可读某字段，则为提示。",
    ),
    bad: package!(
        "role Employee { allow export Customer within own }\nuser li.na, wang.fang\nassign Employee to everyone\n"
    ),
    good: package!(
        "role Employee { allow read Customer within own }\nuser li.na, wang.fang\nassign Employee to everyone\n"
    ),
    security: Some(70),
    ..PRIVILEGE
};

/// An external role has a sensitive right, or reads labelled fields.
pub static EXTERNAL_SENSITIVE: Code = Code {
    id: "W0608",
    name: "external-sensitive",
    summary: Text::new(
        "an external role has a sensitive right, or reads labelled fields",
        "外部角色拥有敏感权限，或能读取标签字段",
    ),
    why: Text::new(
        "People of another company answer to somebody else, and their accounts outlive their contracts. A note where the labelled fields are those of their own records, of their team's, or of what is shared with them.",
        "其他公司的人由别人管理，账号也常比合同活得更久。若标签字段只属于他们自己、所在团队或共享给他们的记录，则为提示。",
    ),
    bad: package!("external role Dealer { allow read, export Customer within own }\n"),
    good: package!("external role Dealer { allow read Customer within own }\n"),
    security: Some(80),
    ..PRIVILEGE
};

/// A role has more rights, objects or a greater share of all rights than its budget.
pub static ROLE_RIGHTS: Code = Code {
    id: "W0609",
    name: "role-rights",
    summary: Text::new(
        "a role has more rights, objects or a greater share of all rights than its budget",
        "一个角色的权限数、对象数或占比超出上限",
    ),
    why: Text::new(
        "A role that can do half of everything describes no work. Counted is what whoever holds just the role can use, inherited rights included: `rights_per_role`, `objects_per_role`, `share_per_role` (from 100 rights on) in `rolecall.toml`.",
        "能做一半事情的角色说明不了任何具体工作。统计的是只担任该角色时可用的权限，含继承所得：见 `rolecall.toml` 中的 `rights_per_role`、`objects_per_role`、`share_per_role`（至少 100 项权限）。",
    ),
    bad: package!(
        "object A, B, C, D, E, F, G, H, I, J { general actions create  record actions read, update, delete, send, print, close, reopen, archive, tag, rate, call }\nrole Clerk { allow every action A, B, C, D, E, F, G within all }\n"
    ),
    good: package!(
        "object A, B, C, D, E, F, G, H, I, J { general actions create  record actions read, update, delete, send, print, close, reopen, archive, tag, rate, call }\nrole Clerk { allow every action A, B, C within all }\n"
    ),
    security: Some(45),
    ..PRIVILEGE
};

/// A role has more sensitive rights than its budget.
pub static ROLE_SENSITIVE: Code = Code {
    id: "W0610",
    name: "role-sensitive",
    summary: Text::new("a role has more sensitive rights than its budget", "一个角色的敏感权限超出上限"),
    why: Text::new(
        "Sensitive are rights whose `risk` is high or critical, and where none is declared, exports, deletions and what administers the system. `sensitive_per_role` in `rolecall.toml`.",
        "敏感权限指 `risk` 为 `high` 或 `critical` 的权限；未声明时，指导出、删除以及管理系统的权限。见 `rolecall.toml` 中的 `sensitive_per_role`。",
    ),
    bad: package!(
        "object A, B, C, D, E, F { record actions read, delete, export  record owner is owner }\nrole Clerk { allow read, delete, export A, B, C, D, E, F within own }\n"
    ),
    good: package!(
        "object A, B, C, D, E, F { record actions read, delete, export  record owner is owner }\nrole Clerk { allow read, delete A, B, C, D, E, F within own }\n"
    ),
    security: Some(60),
    ..PRIVILEGE
};

/// The roles of one person add up to more rights than the budget.
pub static PERSON_RIGHTS: Code = Code {
    id: "W0611",
    name: "person-rights",
    summary: Text::new(
        "the roles of one person add up to more rights than the budget",
        "一个人的各个角色合计的权限超出上限",
    ),
    why: Text::new(
        "Roles are given one by one and seldom taken back. Told where no role is too much by itself: `rights_per_person`, `objects_per_person`, `share_per_person` (from 100 rights on) in `rolecall.toml`.",
        "角色一个个给出，却很少收回。仅当单个角色都不超出时提示：见 `rolecall.toml` 中的 `rights_per_person`、`objects_per_person`、`share_per_person`（至少 100 项权限）。",
    ),
    bad: package!(
        "object A, B, C, D, E, F, G, H, I, J { general actions create  record actions read, update, delete, send, print, close, reopen, archive, tag, rate, call }\nrole Front { allow every action A, B, C, D, E within all }\nrole Back { allow every action F, G, H, I, J within all }\nuser li.na\nassign Front, Back to li.na\n"
    ),
    good: package!(
        "object A, B, C, D, E, F, G, H, I, J { general actions create  record actions read, update, delete, send, print, close, reopen, archive, tag, rate, call }\nrole Front { allow every action A, B, C, D, E within all }\nrole Back { allow every action F, G, H, I, J within all }\nuser li.na, wang.fang\nassign Front to li.na\nassign Back to wang.fang\n"
    ),
    security: Some(45),
    ..PRIVILEGE
};

/// The roles of one person add up to more sensitive rights than the budget.
pub static PERSON_SENSITIVE: Code = Code {
    id: "W0612",
    name: "person-sensitive",
    summary: Text::new(
        "the roles of one person add up to more sensitive rights than the budget",
        "一个人的各个角色合计的敏感权限超出上限",
    ),
    why: Text::new(
        "Each role may be small, and one account still opens everything. Told where no role is too much by itself: `sensitive_per_person` in `rolecall.toml`.",
        "每个角色可能都不大，一个账号却能打开一切。仅当单个角色都不超出时提示：见 `rolecall.toml` 中的 `sensitive_per_person`。",
    ),
    bad: package!(
        "object A, B, C, D, E, F, G, H, I, J, K { record actions read, delete, export  record owner is owner }\nrole One { allow export A, B, C, D, E, F, G, H within own }\nrole Two { allow export I, J, K within own  allow delete A, B, C, D within own }\nrole Three { allow delete E, F, G, H, I, J, K within own }\nuser li.na\nassign One, Two, Three to li.na\n"
    ),
    good: package!(
        "object A, B, C, D, E, F, G, H, I, J, K { record actions read, delete, export  record owner is owner }\nrole One { allow export A, B, C, D, E, F, G, H within own }\nrole Two { allow export I, J, K within own  allow delete A, B, C, D within own }\nrole Three { allow delete E, F, G, H, I, J, K within own }\nuser li.na\nassign One, Two to li.na\n"
    ),
    security: Some(60),
    ..PRIVILEGE
};

/// More people than the budget have the same sensitive right.
pub static RIGHT_HELD_BY_MANY: Code = Code {
    id: "W0613",
    name: "right-held-by-many",
    summary: Text::new("more people than the budget have the same sensitive right", "拥有同一敏感权限的人数超出上限"),
    why: Text::new(
        "The more accounts can do it, the likelier it is done by somebody who should not. `people_per_sensitive` in `rolecall.toml`; counted person by person, through all their roles.",
        "能这样做的账号越多，就越可能由不该做的人来做。见 `rolecall.toml` 中的 `people_per_sensitive`；逐人按其全部角色计算。",
    ),
    bad: package!(
        "role Rep { allow export Customer within own }\nuser u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13, u14, u15, u16, u17, u18, u19, u20, u21, u22, u23, u24, u25, u26\nuser v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30\nassign Rep to u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13, u14, u15, u16, u17, u18, u19, u20, u21, u22, u23, u24, u25, u26\n"
    ),
    good: package!(
        "role Rep { allow export Customer within own }\nuser u1, u2, u3, u4, u5, u6, u7, u8, u9, u10, u11, u12, u13, u14, u15, u16, u17, u18, u19, u20, u21, u22, u23, u24, u25, u26\nuser v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15, v16, v17, v18, v19, v20, v21, v22, v23, v24, v25, v26, v27, v28, v29, v30\nassign Rep to u1, u2, u3\n"
    ),
    security: Some(55),
    ..PRIVILEGE
};

/// One person holds more roles at one time than the budget.
pub static MANY_ROLES: Code = Code {
    id: "W0614",
    name: "many-roles",
    summary: Text::new("one person holds more roles at one time than the budget", "一个人同时担任的角色超出上限"),
    why: Text::new(
        "Nobody can say any more what such a person may do, and why. Assignments and delegations count, inherited roles do not. `roles_per_person` in `rolecall.toml`.",
        "没有人还能说清这样的人可以做什么、为什么可以。分配和代理计算在内，继承的角色不算。见 `rolecall.toml` 中的 `roles_per_person`。",
    ),
    bad: package!(
        "role R1 { allow read Customer within own }\nrole R2 { allow read Customer within own }\nrole R3 { allow read Customer within own }\nrole R4 { allow read Customer within own }\nrole R5 { allow read Customer within own }\nrole R6 { allow read Customer within own }\nrole R7 { allow read Customer within own }\nrole R8 { allow read Customer within own }\nrole R9 { allow read Customer within own }\nuser li.na\nassign R1, R2, R3, R4, R5, R6, R7, R8, R9 to li.na\n"
    ),
    good: package!(
        "role R1 { allow read Customer within own }\nrole R2 { allow read Customer within own }\nrole R3 { allow read Customer within own }\nrole R4 { allow read Customer within own }\nrole R5 { allow read Customer within own }\nrole R6 { allow read Customer within own }\nrole R7 { allow read Customer within own }\nrole R8 { allow read Customer within own }\nrole R9 { allow read Customer within own }\nuser li.na, wang.fang\nassign R1, R2, R3, R4, R5 to li.na\nassign R6, R7, R8, R9 to wang.fang\n"
    ),
    class: Class::Graph,
    security: Some(30),
    ..PRIVILEGE
};

/// A role reads labelled fields of every record, in clear.
pub static PERSONAL_FIELD_BROAD: Code = Code {
    id: "W0615",
    name: "personal-field-broad",
    summary: Text::new(
        "a role reads labelled fields of every record, in clear",
        "一个角色能读取全部记录中未脱敏的标签字段",
    ),
    why: Text::new(
        "A label says that a field is not for everybody. Whoever reads it on every record can copy the whole list by hand. Told where no deny, mask, condition or requirement keeps anything back; a note, since an auditor or a service desk may need just that.",
        "标签表示该字段不对所有人开放。能在全部记录中读取它，就能手工抄走整个名单。没有任何禁止、脱敏、条件或要求加以限制时提示；审计或客服可能正需要如此，所以仅为提示。",
    ),
    bad: package!("role Desk { allow read Customer including personal within all }\n"),
    good: package!("role Desk { allow read Customer including personal within own }\n"),
    level: Severity::Info,
    security: Some(40),
    ..PRIVILEGE
};
