//! Codes of the `escalation` family: rights that obtain rights.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &ADMINISTERS_ROLES,
    &ACCOUNT_TAKEOVER,
    &IMPERSONATION,
    &CREDENTIAL_MINTING,
    &SHARING_CONTROL,
    &FIELD_CONTROL,
    &APPLICATION_CONTROL,
    &PATH_TO_ADMIN,
    &ADMIN_WITH_BUSINESS_RIGHTS,
    &EXTERNAL_ADMINISTERS,
    &AUDIT_LOG_CONTROL,
    &COVER_TRACKS,
    &UNGUARDED_ADMINISTRATION,
    &PERMANENT_CRITICAL,
    &SINGLE_HOLDER,
    &LOST_ADMINISTRATION,
];

/// What notes of this family share.
const NOTE: Code = Code { class: Class::Exact, level: Severity::Info, ..Code::FINDING };
/// What warnings of this family share.
const WARNING: Code = Code { class: Class::Exact, level: Severity::Warning, ..Code::FINDING };

/// A package text: a header, what a CRM has to administer, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "object Customer { record actions read, update, export  record owner is sales_owner }\n",
            "object RoleAssignment administers roles { general actions create, read, delete }\n",
            "object Login administers users { record actions read, update  record owner is person }\n",
            "user li.na, wang.fang, zhao.lei\n",
            $text
        )
    };
}

/// May assign any role.
pub static ADMINISTERS_ROLES: Code = Code {
    id: "W0701",
    name: "administers-roles",
    summary: Text::new(
        "a role may change or assign roles, so any right is theirs",
        "角色可以修改或分配角色，因而能取得任何权限",
    ),
    why: Text::new(
        "Whoever holds it can give themselves, or somebody else, whatever the policy knows; a list of what the role may do \
         does not show that. It is a note, since somebody has to do it: look whether it is the role that should. Nothing is \
         said of a role with `responsible` and `review every`. The object \
         is known by `administers roles`. Where an attribute of the object is an enumeration of nothing but roles, it is \
         read as the role that is assigned, and only a role that may assign all of them is told here.",
        "持有者可以给自己或他人任何权限，而角色的权限清单并不体现这一点。总得有人承担，所以只是提示：请确认就是这个角色。写有 `responsible` 和 `review every` 的角色不再提示。\
         对象按 `administers roles` 识别。若对象有一个取值全部为角色名的枚举属性，则视为所分配的角色，只有能分配其中全部角色时才在此提示。",
    ),
    bad: package!("role Helper { allow create RoleAssignment }\nassign Helper to li.na, wang.fang\n"),
    good: package!(
        "role Helper { allow read RoleAssignment }\nrole Root { allow read Customer within own }\nassign Helper to li.na\n"
    ),
    security: Some(60),
    ..NOTE
};

/// May act as others.
pub static ACCOUNT_TAKEOVER: Code = Code {
    id: "W0702",
    name: "account-takeover",
    summary: Text::new("a role may change the logins of people who may do more", "角色可以修改权限更大者的登录"),
    why: Text::new(
        "Whoever can set the password or address of a login can act as its owner: what that person holds, now or later, is \
         theirs. The finding names the strongest person whose login can be changed. One's own login does not count: a record \
         whose owner, or other person, is the asker. Where it leads on to every right, `path-to-admin` tells it instead.",
        "能设置他人登录密码或邮箱的人，就能以该人的身份行事：那个人现在和将来拥有的一切都归其所用。提示中给出可被接管的权限最大的人。\
         修改自己的登录不算，即记录的所有者或其中的人员就是请求者。若由此能取得全部权限，则由 `path-to-admin` 提示。",
    ),
    bad: package!(
        "role Desk { allow update Login within all }\nrole Seller { allow export Customer within all when request.mfa }\n\
         assign Desk to li.na\nassign Seller to wang.fang\n"
    ),
    good: package!(
        "role Desk { allow update Login within own }\nrole Seller { allow export Customer within all when request.mfa }\n\
         assign Desk to li.na\nassign Seller to wang.fang\n"
    ),
    security: Some(70),
    ..NOTE
};

/// Acts as somebody else, by its name.
pub static IMPERSONATION: Code = Code {
    id: "W0703",
    name: "impersonation",
    summary: Text::new("a role has an action that seems to act as somebody else", "角色拥有看似以他人身份行事的动作"),
    why: Text::new(
        "What is done so is logged as done by another, with that person's rights. The action is known by its name (`login-as`, \
         `impersonate`, 代登录 …), so this is a guess. Declare the object as `administers users`, and it is followed exactly: whose \
         rights can be reached, and whether that leads to every right.",
        "以此完成的操作会记在他人名下，并使用他人的权限。动作按名称识别（`login-as`、`impersonate`、代登录等），因此只是推测。\
         把对象声明为 `administers users`，就会精确追踪：能取得谁的权限，是否由此取得全部权限。",
    ),
    bad: package!(
        "object Person { record actions read, login-as }\nrole Desk { allow login-as Person within all }\nassign Desk to li.na\n"
    ),
    good: package!(
        "object Person { record actions read, login-as }\nrole Desk { allow read Person within all }\nassign Desk to li.na\n"
    ),
    class: Class::Heuristic,
    security: Some(70),
    ..NOTE
};

/// Makes logins, by its name.
pub static CREDENTIAL_MINTING: Code = Code {
    id: "W0704",
    name: "credential-minting",
    summary: Text::new(
        "a role has an action that seems to make or reset what others log in with",
        "角色拥有看似创建或重置他人登录凭据的动作",
    ),
    why: Text::new(
        "A token or a new password opens everything that its owner may do, and often outlives a change of roles. The action is \
         known by its name (`reset-password`, `create-token`, 重置密码 …), so this is a guess. Declare the object as `administers \
         users`, and it is followed exactly.",
        "令牌或新密码可以打开其所有者的全部权限，而且往往在角色变更之后仍然有效。动作按名称识别（`reset-password`、`create-token`、\
         重置密码等），因此只是推测。把对象声明为 `administers users`，就会精确追踪。",
    ),
    bad: package!(
        "object Account { record actions read, reset-password  record owner is person }\n\
         role Desk { allow reset-password Account within all }\nassign Desk to li.na\n"
    ),
    good: package!(
        "object Account { record actions read, reset-password  record owner is person }\n\
         role Desk { allow reset-password Account within own }\nassign Desk to li.na\n"
    ),
    class: Class::Heuristic,
    security: Some(70),
    ..NOTE
};

/// Opens records.
pub static SHARING_CONTROL: Code = Code {
    id: "W0705",
    name: "sharing-control",
    summary: Text::new("a role may change who is shown which records", "角色可以改变谁能看到哪些记录"),
    why: Text::new(
        "Scopes such as `within own` hold only as long as nobody changes what is shared: whoever may do so opens every record to \
         the actions that they have already. The object is known by `administers sharing`.",
        "只有没人改动共享时，`within own` 这类范围才有意义：能改动共享的人，可以把自己已有的动作扩展到全部记录。\
         对象按 `administers sharing` 识别。",
    ),
    bad: package!(
        "object SharingRule administers sharing { general actions create, read }\n\
         role Ops { allow create SharingRule }\nassign Ops to li.na\n"
    ),
    good: package!(
        "object SharingRule administers sharing { general actions create, read }\n\
         role Ops { allow read SharingRule }\nassign Ops to li.na\n"
    ),
    security: Some(50),
    ..NOTE
};

/// Opens fields.
pub static FIELD_CONTROL: Code = Code {
    id: "W0706",
    name: "field-control",
    summary: Text::new("a role may change who is shown which fields", "角色可以改变谁能看到哪些字段"),
    why: Text::new(
        "Labels and masks hold only as long as nobody changes the rights on fields: whoever may do so shows themselves what they \
         are not to see. The object is known by `administers fields`.",
        "只有没人改动字段权限时，标签和脱敏才有意义：能改动的人，可以让自己看到本不该看的内容。对象按 `administers fields` 识别。",
    ),
    bad: package!(
        "object FieldRight administers fields { general actions create, read }\n\
         role Ops { allow create FieldRight }\nassign Ops to li.na\n"
    ),
    good: package!(
        "object FieldRight administers fields { general actions create, read }\n\
         role Ops { allow read FieldRight }\nassign Ops to li.na\n"
    ),
    security: Some(50),
    ..NOTE
};

/// Changes what the application does.
pub static APPLICATION_CONTROL: Code = Code {
    id: "W0707",
    name: "application-control",
    summary: Text::new("a role may change the application itself", "角色可以改变系统本身"),
    why: Text::new(
        "Code, flows and add-ons run with the rights of the system, not with those of whoever wrote them, so any right is theirs. \
         The object is known by `administers application`.",
        "代码、流程和插件以系统的权限运行，而不是以编写者的权限运行，因此能取得任何权限。对象按 `administers application` 识别。",
    ),
    bad: package!(
        "object Flow administers application { record actions read, update }\n\
         role Builder { allow update Flow within all }\nassign Builder to li.na\n"
    ),
    good: package!(
        "object Flow administers application { record actions read, update }\n\
         role Builder { allow read Flow within all }\nassign Builder to li.na\n"
    ),
    security: Some(60),
    ..NOTE
};

/// Leads to every right.
pub static PATH_TO_ADMIN: Code = Code {
    id: "W0708",
    name: "path-to-admin",
    summary: Text::new("a role leads to every right in two or more steps", "角色经过两步或更多步可以取得全部权限"),
    why: Text::new(
        "Each step by itself looks harmless: a help desk that may change logins, an administrator who has one. Together they give \
         the help desk every right. The steps are shown, the shortest way first found; each is sure: where a condition leaves \
         open whose login it is, no way is drawn. Keep the logins of administrators out of the desk's reach, with a condition on the \
         owner or in a role of their own.",
        "每一步单独看都无害：服务台可以修改登录，管理员也有登录。合起来，服务台就取得了全部权限。提示中列出最短路径的各步，\
         每一步都是确定的：若条件没有说明是谁的登录，则不推断。请让服务台无法修改管理员的登录：对所有者加条件，或放在单独的角色中。",
    ),
    bad: package!(
        "role Desk { allow update Login within all }\nrole Root { allow create RoleAssignment }\n\
         assign Desk to li.na\nassign Root to wang.fang, zhao.lei\n"
    ),
    good: package!(
        "role Desk { allow update Login within all when not record.person is one of user wang.fang, user zhao.lei }\n\
         role Root { allow create RoleAssignment }\nassign Desk to li.na\nassign Root to wang.fang, zhao.lei\n"
    ),
    security: Some(85),
    ..WARNING
};

/// Administers and works.
pub static ADMIN_WITH_BUSINESS_RIGHTS: Code = Code {
    id: "W0709",
    name: "admin-with-business-rights",
    summary: Text::new(
        "a role administers and also changes or takes out business data",
        "角色既做管理，又修改或导出业务数据",
    ),
    why: Text::new(
        "One stolen or careless account then costs both, and nobody else sees what an administrator gave themselves. Many teams \
         give administration an account of its own. Off by default: small teams cannot.",
        "一个账号被盗或疏忽，两方面都会受损，而且没有人看到管理员给了自己什么。许多团队为管理工作设单独的账号。默认关闭：小团队做不到。",
    ),
    bad: package!(
        "role Root { allow create RoleAssignment allow update Customer within own }\nassign Root to li.na, wang.fang\n"
    ),
    good: package!("role Root { allow create RoleAssignment }\nassign Root to li.na, wang.fang\n"),
    security: Some(40),
    ..WARNING
};

/// Administration for outsiders or everybody.
pub static EXTERNAL_ADMINISTERS: Code = Code {
    id: "W0710",
    name: "external-administers",
    summary: Text::new(
        "a role for people outside, or for everybody, reaches administration",
        "面向外部人员或所有人的角色可以进行管理",
    ),
    why: Text::new(
        "Administration obtains rights that nobody listed. People outside and everybody at once are the last to have it.",
        "管理可以取得清单之外的权限，最不应给予的正是外部人员和所有人。",
    ),
    bad: package!("role Member { allow update Login within all }\nassign Member to everyone\n"),
    good: package!("role Member { allow update Login within own }\nassign Member to everyone\n"),
    security: Some(85),
    ..WARNING
};

/// Changes the record of what was done.
pub static AUDIT_LOG_CONTROL: Code = Code {
    id: "W0711",
    name: "audit-log-control",
    summary: Text::new("a role may change or remove the record of what was done", "角色可以修改或删除操作记录"),
    why: Text::new(
        "A trail that can be changed proves nothing. Reading it is enough for an audit; what is old is better removed by the \
         system than by a person. The object is known by its name (`AuditLog`, 操作日志 …), so this is a guess.",
        "能被修改的记录什么也证明不了。审计只需读取；过期的记录最好由系统清理，而不是由人。对象按名称识别（`AuditLog`、操作日志等），因此只是推测。",
    ),
    bad: package!(
        "object AuditLog { record actions read, delete }\nrole Auditor { allow read, delete AuditLog within all }\n\
         assign Auditor to li.na\n"
    ),
    good: package!(
        "object AuditLog { record actions read, delete }\nrole Auditor { allow read AuditLog within all }\n\
         assign Auditor to li.na\n"
    ),
    class: Class::Heuristic,
    security: Some(50),
    ..NOTE
};

/// Does something and removes the record of it.
pub static COVER_TRACKS: Code = Code {
    id: "W0712",
    name: "cover-tracks",
    summary: Text::new(
        "one person may do something sensitive and remove the record of it",
        "同一个人可以进行敏感操作并删除其记录",
    ),
    why: Text::new(
        "Then nothing shows that it was done. Give the trail to somebody who does not do what it records. The trail is known by \
         the name of the object, so this is a guess; the requests that show both rights are exact.",
        "那样就没有任何东西能表明事情发生过。请把操作记录交给不做这些操作的人。记录对象按名称识别，因此只是推测；显示这两项权限的请求是精确的。",
    ),
    bad: package!(
        "object AuditLog { record actions read, delete }\nrole Auditor { allow delete AuditLog within all }\n\
         role Seller { allow export Customer within own }\nassign Auditor, Seller to li.na\n"
    ),
    good: package!(
        "object AuditLog { record actions read, delete }\nrole Auditor { allow delete AuditLog within all }\n\
         role Seller { allow export Customer within own }\nassign Auditor to li.na\nassign Seller to wang.fang\n"
    ),
    class: Class::Heuristic,
    security: Some(75),
    ..WARNING
};

/// Administration that asks for nothing.
pub static UNGUARDED_ADMINISTRATION: Code = Code {
    id: "W0713",
    name: "unguarded-administration",
    summary: Text::new("administration asks for nothing but the role", "管理操作除角色外不要求任何条件"),
    why: Text::new(
        "One stolen password is then enough for every right. The finding comes with a request that says nothing of itself, neither \
         `request.mfa` nor `request.ip`, and is allowed. Off by default: some services ask for both before a request comes here.",
        "那样一个被盗的密码就足以取得全部权限。提示附有一个不带任何自身信息（既无 `request.mfa` 也无 `request.ip`）却被允许的请求。\
         默认关闭：有些系统在请求到达之前已经检查过两者。",
    ),
    bad: package!("role Root { allow create RoleAssignment }\nassign Root to li.na, wang.fang\n"),
    good: package!(
        "role Root { allow create RoleAssignment }\nassign Root to li.na, wang.fang\n\
         require request.mfa for create on RoleAssignment because \"policy\"\n"
    ),
    security: Some(60),
    ..WARNING
};

/// Held for good.
pub static PERMANENT_CRITICAL: Code = Code {
    id: "W0714",
    name: "permanent-critical",
    summary: Text::new(
        "a role with a critical right is assigned without end, or for long",
        "含有极高风险权限的角色被无限期或长期分配",
    ),
    why: Text::new(
        "Rights that can do the most harm are best had for the days on which they are needed. `days_critical` in `rolecall.toml` says \
         how long is long; a person's last day counts as an end. Off by default: it wants a way to ask for such rights.",
        "危害最大的权限最好只在需要的那几天拥有。多久算长由 `rolecall.toml` 的 `days_critical` 决定；人员的离职日期也算结束。默认关闭：需要有申请这类权限的流程。",
    ),
    bad: package!("role Root { allow create RoleAssignment }\nassign Root to li.na, wang.fang\n"),
    good: package!(
        "role Root { allow create RoleAssignment }\nassign Root to li.na, wang.fang from 2026-12-01 through 2026-12-14\n"
    ),
    class: Class::Graph,
    security: Some(50),
    ..WARNING
};

/// One administrator.
pub static SINGLE_HOLDER: Code = Code {
    id: "W0715",
    name: "single-holder",
    summary: Text::new("just one person can assign roles", "只有一个人能分配角色"),
    why: Text::new(
        "If they are away, locked out or gone, nobody can mend anybody's rights. All times together are looked at; a line `at least 2 \
         users have role …` holds at each of them.",
        "一旦此人不在、被锁定或离职，就没有人能调整任何人的权限。这里看的是所有时间的总和；`at least 2 users have role …` 则保证每一时刻。",
    ),
    bad: package!("role Root { allow create RoleAssignment }\nassign Root to li.na\n"),
    good: package!("role Root { allow create RoleAssignment }\nassign Root to li.na, wang.fang\n"),
    ..NOTE
};

/// No administrator.
pub static LOST_ADMINISTRATION: Code = Code {
    id: "W0716",
    name: "lost-administration",
    summary: Text::new("nobody can assign roles", "没有人能分配角色"),
    why: Text::new(
        "An object administers roles, and no person, through whatever roles, at whatever time, can change it: the first change of rights \
         will have to go round the policy. Either somebody should have the role, or the object is not needed.",
        "有一个对象管理角色，但没有任何人能在任何时间、通过任何角色修改它：下一次权限变更就只能绕过策略。要么应有人担任该角色，要么不需要这个对象。",
    ),
    bad: package!(
        "role Root { allow create RoleAssignment }\nrole Seller { allow read Customer within own }\nassign Seller to li.na\n"
    ),
    good: package!("role Root { allow create RoleAssignment }\nassign Root to li.na, wang.fang\n"),
    ..NOTE
};
