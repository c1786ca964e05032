//! Texts of the `separation` family: what one person must not have together.

use super::Text;

texts! {
    /// A role.
    SELF_APPROVAL_OF_ROLE = "whoever has role `{role}` may `{made}`, and then `{approved}` on the same record",
        "拥有角色 `{role}` 的人可以先 `{made}`，再对同一条记录 `{approved}`";
    /// People.
    SELF_APPROVAL_OF_PERSON = "{who} may `{made}`, and then `{approved}` on the same record", "{who}可以先 `{made}`，再对同一条记录 `{approved}`";
    /// The allow.
    APPROVED_HERE = "approves one's own record too", "也能审批自己的记录";
    /// The other allow.
    MADE_HERE = "makes or changes it", "新建或修改该记录";
    /// What to do.
    SELF_APPROVAL_HELP = "add `require record.… is not me for … on …`, or a condition `when record.… is not me` to the allow",
        "加上 `require record.… is not me for … on …`，或在允许中加上条件 `when record.… is not me`";
    /// A guarantee.
    SEPARATION_IMPLIED = "this follows from `{other}`", "由 `{other}` 即可得出本条";
    /// Where.
    SEPARATION_IMPLIED_HERE = "says nothing new", "没有新的内容";
    /// The other one.
    SEPARATION_IMPLIED_BY = "holds more apart", "这条分离的更多";
    /// What to do.
    SEPARATION_IMPLIED_HELP = "remove it, or keep it for whoever reads it", "删去它，或为便于阅读而保留";
    /// Guarantees that contradict each other.
    UNSATISFIABLE = "nobody can ever have role `{role}`: whoever has it must have `{one}` and `{other}`, which nobody may",
        "任何人都不可能拥有角色 `{role}`：拥有它的人必须同时拥有 `{one}` 和 `{other}`，而这是不允许的";
    /// Where.
    UNSATISFIABLE_HERE = "forbids the two", "禁止同时拥有两者";
    /// The role.
    UNSATISFIABLE_ROLE = "cannot be assigned", "无法分配";
    /// A step.
    UNSATISFIABLE_STEP = "`{role}` needs `{needed}`", "`{role}` 要求 `{needed}`";
    /// What to do.
    UNSATISFIABLE_HELP = "drop one of the guarantees, or take one of the roles out", "去掉其中一条保证，或去掉其中一个角色";
    /// A side of a guarantee.
    VACUOUS_RIGHTS = "no role can ever {rights}, so nothing is kept apart", "没有任何角色能够 {rights}，因此没有分离任何内容";
    /// Sides of a guarantee.
    VACUOUS_ROLES = "nobody ever has {roles}, so nothing is kept apart", "任何人在任何时候都不拥有 {roles}，因此没有分离任何内容";
    /// Where.
    VACUOUS_HERE = "holds whatever is written", "无论如何都成立";
    /// What to do.
    VACUOUS_HELP = "nothing, if it is for later; otherwise look whether it names what was meant",
        "若为将来而写，则无需修改；否则请检查是否写对了名称";
    /// Sessions.
    IDLE_SESSIONS = "nobody ever has two of {roles}, so their sessions need not be kept apart",
        "没有人会同时拥有 {roles} 中的两个，因此无需分开会话";
    /// Where.
    IDLE_SESSIONS_HERE = "refuses nothing today", "目前没有拒绝任何请求";
    /// What to do.
    IDLE_SESSIONS_HELP = "guarantee `nobody has both roles …` instead: then `check` fails as soon as somebody is given both",
        "改为保证 `nobody has both roles …`：一旦有人同时得到两者，`check` 就会失败";
    /// A role that never works.
    SESSIONS_IN_ONE_ROLE = "nothing comes through role `{role}`: it is `{one}` and `{other}` at once, which need separate sessions",
        "角色 `{role}` 不起任何作用：它同时是 `{one}` 和 `{other}`，而两者要求分开会话";
    /// Where.
    SESSIONS_HERE = "every request through it is refused", "通过它的请求都会被拒绝";
    /// The line.
    SESSIONS_LINE = "keeps the sessions apart", "要求分开会话";
    /// What to do.
    SESSIONS_HELP = "let it inherit one of the two", "只继承其中一个";
    /// A person.
    SEPARATION_BY_DATES = "`{user}` has both `{one}` and `{other}`, and only the dates keep them apart",
        "`{user}` 先后拥有 `{one}` 和 `{other}`，仅靠日期分开";
    /// Where.
    BY_DATES_HERE = "not at the same time", "时间上不重叠";
    /// The other one.
    BY_DATES_OTHER = "the other one", "另一个";
    /// The guarantee.
    SEPARATION_LINE = "keeps the two apart", "要求两者分离";
    /// What to do.
    BY_DATES_HELP = "nothing, if they changed their work; look that they do not finish what they began",
        "若是岗位变动，则无需修改；请确认其不会审批自己先前经手的事项";
    /// A person.
    EXCLUSIVE_THROUGH_DELEGATION = "through a delegation `{user}` has `{lent}` beside `{own}`: a session that names no roles gets nothing from either",
        "`{user}` 因代理而在 `{own}` 之外得到 `{lent}`：未指明角色的会话从两者都得不到任何权限";
    /// Where.
    DELEGATION_HERE = "brings the two together", "使两者同时存在";
    /// The other one.
    DELEGATION_OTHER = "held anyway", "原本就拥有";
    /// What to do.
    DELEGATION_HELP = "delegate to somebody else, or let the session name its roles (`context.active_roles`)",
        "代理给其他人，或让会话指明所用角色（`context.active_roles`）";
    /// Roles that requests bring.
    SESSION_ROLES_COMBINE = "a request may bring both `{one}` and `{other}`; it is then refused whole",
        "请求可能同时携带 `{one}` 和 `{other}`，届时会被整个拒绝";
    /// Where.
    COMBINE_HERE = "nobody may have both", "任何人不得同时拥有";
    /// What to do.
    COMBINE_HELP = "nothing, if whoever gives out these roles keeps to it as well; otherwise such people are locked out",
        "若发放这些角色的系统也遵守这一点，则无需修改；否则这些人将无法使用";
}
