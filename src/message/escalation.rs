//! Texts of the `escalation` family: rights that obtain rights.

use super::Text;

texts! {
    /// A role.
    ADMINISTERS_ROLES = "role `{role}` may assign or change roles ({rights}): any right is theirs",
        "角色 `{role}` 可以分配或修改角色（{rights}），因而能取得任何权限";
    /// The line.
    ADMINISTERS_ROLES_HERE = "obtains every right", "由此取得全部权限";
    /// What to do.
    ADMINISTERS_ROLES_HELP = "nothing, if that is the role's work: give it to few, and `require request.mfa` for it",
        "若这正是该角色的职责，则无需修改：只分配给少数人，并用 `require request.mfa` 要求双因素";
    /// A role.
    APPLICATION_CONTROL = "role `{role}` may change the application itself ({rights}): any right is theirs",
        "角色 `{role}` 可以改变系统本身（{rights}），因而能取得任何权限";
    /// The line.
    APPLICATION_CONTROL_HERE = "runs with the rights of the system", "以系统的权限运行";
    /// What to do.
    APPLICATION_CONTROL_HELP = "nothing, if that is the role's work: give it to few, and let somebody else approve changes",
        "若这正是该角色的职责，则无需修改：只分配给少数人，并由他人审批改动";
    /// A role.
    SHARING_CONTROL = "role `{role}` may change sharing ({rights}): its rights reach every record",
        "角色 `{role}` 可以修改共享（{rights}）：它的权限可及于全部记录";
    /// The line.
    SHARING_CONTROL_HERE = "opens records to whoever does it", "可以向自己开放记录";
    /// What to do.
    SHARING_CONTROL_HELP = "nothing, if that is the role's work; read its `within` as `within all`",
        "若这正是该角色的职责，则无需修改；请把它的 `within` 当作 `within all` 来看";
    /// A role.
    FIELD_CONTROL = "role `{role}` may change the rights on fields ({rights}): it can show itself every field",
        "角色 `{role}` 可以修改字段权限（{rights}）：它能让自己看到所有字段";
    /// The line.
    FIELD_CONTROL_HERE = "opens fields to whoever does it", "可以向自己开放字段";
    /// What to do.
    FIELD_CONTROL_HELP = "nothing, if that is the role's work; its masks and labels keep nothing from it",
        "若这正是该角色的职责，则无需修改；脱敏和标签对它不构成限制";
    /// A role, and the strongest person.
    TAKEOVER_OF = "role `{role}` may change the logins of others ({rights}), and so act as `{user}`, who has {count} sensitive \
                   {count|right|rights} more: {gained}",
        "角色 `{role}` 可以修改他人的登录（{rights}），从而以 `{user}` 的身份行事，并多得 {count} 项敏感权限：{gained}";
    /// A role.
    TAKEOVER = "role `{role}` may change the logins of others ({rights}): what those people hold is theirs",
        "角色 `{role}` 可以修改他人的登录（{rights}）：那些人拥有的权限都归其所用";
    /// The line.
    TAKEOVER_HERE = "acts as whomever it changes", "可以以被修改者的身份行事";
    /// What to do.
    TAKEOVER_HELP = "nothing, if that is the role's work; otherwise leave out those who may do more, or `require` a second person",
        "若这正是该角色的职责，则无需修改；否则请排除权限更大的人，或用 `require` 要求第二人参与";
    /// A role.
    IMPERSONATION = "role `{role}` may act as somebody else, if {rights} is what its name says",
        "若 {rights} 名副其实，则角色 `{role}` 可以以他人身份行事";
    /// The line.
    IMPERSONATION_HERE = "acts with the rights of another", "以他人的权限行事";
    /// A role.
    CREDENTIAL_MINTING = "role `{role}` may make or reset what others log in with, if {rights} is what its name says",
        "若 {rights} 名副其实，则角色 `{role}` 可以创建或重置他人的登录凭据";
    /// The line.
    CREDENTIAL_MINTING_HERE = "opens what their owner may do", "可以打开其所有者的权限";
    /// What to do.
    SAY_USERS_HELP = "write `administers users` at the object, and it is followed exactly where this leads",
        "在该对象处写上 `administers users`，就会精确追踪由此能取得什么";
    /// A role.
    PATH_TO_ADMIN = "role `{role}` leads to every right in {steps} steps, the first of them {rights}",
        "角色 `{role}` 经过 {steps} 步可以取得全部权限，第一步是 {rights}";
    /// The line.
    PATH_TO_ADMIN_HERE = "the first step", "第一步";
    /// What to do.
    PATH_TO_ADMIN_HELP = "keep administrators out of its reach, with a condition on the owner of the login or in a role of their own",
        "让它无法触及管理员：对登录的所有者加条件，或放在单独的角色中";
    /// Who takes a step.
    WHOEVER_HAS = "whoever has role `{role}`", "拥有角色 `{role}` 的人";
    /// Who takes a step.
    THE_PERSON = "`{user}`", "`{user}`";
    /// A step.
    STEP_ACTS_AS = "{by} may `{right}`, and so act as `{user}`", "{by}可以 `{right}`，从而以 `{user}` 的身份行事";
    /// A step.
    STEP_ASSIGNS = "{by} may `{right}`, and so have role `{role}`", "{by}可以 `{right}`，从而得到角色 `{role}`";
    /// The last step.
    STEP_EVERYTHING = "{by} may `{right}`, and so have every right", "{by}可以 `{right}`，从而取得全部权限";
    /// A role.
    ADMIN_WITH_BUSINESS = "role `{role}` administers ({rights}) and works with business data as well: {business}",
        "角色 `{role}` 既做管理（{rights}），又处理业务数据：{business}";
    /// The line.
    ADMIN_HERE = "administers", "进行管理";
    /// The other line.
    BUSINESS_HERE = "works with data", "处理业务数据";
    /// What to do.
    ADMIN_WITH_BUSINESS_HELP = "make two roles, and give administration to an account of its own",
        "分成两个角色，并为管理工作设单独的账号";
    /// A role for people outside.
    EXTERNAL_ADMINISTERS = "role `{role}` is for people outside and administers: {rights}",
        "角色 `{role}` 面向外部人员，却可以进行管理：{rights}";
    /// A role that everybody has.
    EVERYONE_ADMINISTERS = "everyone is assigned role `{role}`, which administers: {rights}",
        "所有人都被分配了角色 `{role}`，而它可以进行管理：{rights}";
    /// The line.
    EXTERNAL_HERE = "obtains more than the policy lists", "可以取得清单之外的权限";
    /// The assignment.
    TO_EVERYONE_HERE = "given to everyone here", "在此分配给所有人";
    /// What to do.
    EXTERNAL_HELP = "take the right out of the role, or narrow it to one's own records",
        "从角色中去掉该权限，或将其限于本人的记录";
    /// A role.
    AUDIT_LOG_CONTROL = "role `{role}` may change or remove the record of what was done: {rights}",
        "角色 `{role}` 可以修改或删除操作记录：{rights}";
    /// The line.
    AUDIT_LOG_HERE = "changes what is to prove", "改动了用作证明的内容";
    /// What to do.
    AUDIT_LOG_HELP = "allow reading only, and let the system remove what is old", "只允许读取，过期内容由系统清理";
    /// People.
    COVER_TRACKS = "{who} may do something sensitive ({sensitive}) and change or remove the record of it ({rights})",
        "{who}可以进行敏感操作（{sensitive}），并修改或删除其记录（{rights}）";
    /// The other line.
    SENSITIVE_HERE = "what might be hidden", "可能被掩盖的操作";
    /// What to do.
    COVER_TRACKS_HELP = "give the record to somebody who does not do what it records", "把操作记录交给不做这些操作的人";
    /// A role.
    UNGUARDED = "role `{role}` may do this with nothing but the role: {rights}; no second factor, network or device is asked for",
        "角色 `{role}` 仅凭角色即可进行管理：{rights}；不要求双因素、网络或设备";
    /// The line.
    UNGUARDED_HERE = "asks for nothing", "没有任何要求";
    /// What to do.
    UNGUARDED_HELP = "add `require request.mfa for … on …`, or `when request.ip in …`",
        "加上 `require request.mfa for … on …`，或 `when request.ip in …`";
    /// An assignment.
    PERMANENT_CRITICAL = "role `{role}` with critical rights ({rights}) is held by {who} without end",
        "{who}无限期拥有含极高风险权限（{rights}）的角色 `{role}`";
    /// An assignment.
    LONG_CRITICAL = "role `{role}` with critical rights ({rights}) is held by {who} for {length} days, more than {days}",
        "{who}拥有含极高风险权限（{rights}）的角色 `{role}` 达 {length} 天，超过 {days} 天";
    /// Where.
    PERMANENT_CRITICAL_HERE = "longer than needed", "超出需要的时间";
    /// What to do.
    PERMANENT_CRITICAL_HELP = "write `from … through …` for the days on which it is needed", "用 `from … through …` 写明需要的日期";
    /// A person.
    SINGLE_HOLDER = "only `{user}` can assign roles (`{right}`): if they are locked out, nobody can",
        "只有 `{user}` 能分配角色（`{right}`）：此人一旦无法登录，就没有人能分配";
    /// The assignment.
    SINGLE_HOLDER_HERE = "the only one", "唯一的一个";
    /// What to do.
    SINGLE_HOLDER_HELP = "assign the role to a second person, and guarantee `at least 2 users have role …`",
        "把该角色分配给第二个人，并保证 `at least 2 users have role …`";
    /// An object.
    LOST_ADMINISTRATION = "`{object}` administers roles, and nobody can ever change it", "`{object}` 管理角色，但任何人在任何时候都无法修改";
    /// Where.
    LOST_ADMINISTRATION_HERE = "out of everybody's reach", "无人能够触及";
    /// What to do.
    LOST_ADMINISTRATION_HELP = "assign a role that may, or remove the object if roles are assigned in this policy only",
        "分配一个具有该权限的角色；若只在本策略中分配角色，则删去该对象";
}
