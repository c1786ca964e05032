//! Texts of the `guarantee` family.

use super::Text;

texts! {
    /// Somebody can do something.
    CAN = "{who} can {what} {when}{given}", "{when}{given}，{who}可以{what}";
    /// Somebody can do two things.
    CAN_BOTH = "{first}, and also {second}", "{first}，同时还可以{second}";
    /// The second of two.
    WHAT_GIVEN = "{what}{given}", "{what}{given}";
    /// A person.
    PERSON = "`{id}`", "`{id}` ";
    /// A person who brings roles.
    PERSON_BRINGING = "`{id}`, whose request brings {roles},", "`{id}`（请求中带有角色 {roles}）";
    /// A role nobody is assigned.
    ROLE_ALONE = "whoever has just role `{role}`", "只担任角色 `{role}` 的人";
    /// A right.
    WHAT = "`{action}` `{object}`", "对 `{object}` 执行 `{action}`";
    /// A right on a field.
    WHAT_FIELD = "`{action}` `{object}` (`{field}`)", "对 `{object}` 的字段 `{field}` 执行 `{action}`";
    /// Nothing has to be given.
    GIVEN_NOTHING = "", "";
    /// What has to be given.
    GIVEN = " when {list}", "（条件：{list}）";
    /// A value.
    IS = "`{path}` is `{value}`", "`{path}` 为 `{value}`";
    /// Null.
    IS_NONE = "`{path}` is none", "`{path}` 为空";
    /// An empty set.
    IS_EMPTY = "`{path}` holds nothing", "`{path}` 不含任何元素";
    /// A set.
    HOLDS = "`{path}` holds {values}", "`{path}` 含有 {values}";
    /// Not sent.
    IS_MISSING = "`{path}` is missing", "缺少 `{path}`";
    /// The session's roles.
    ACTIVE_ROLES = "the session uses just {roles}", "会话只使用角色 {roles}";
    /// Roles that a request brings.
    BRINGS = "the request brings {roles}", "请求中带有角色 {roles}";
    /// Roles that somebody has, some of them from the request.
    HAS_BROUGHT = "`{id}`, whose request brings {brought}, has {roles} {when}",
        "{when}，`{id}`（请求中带有角色 {brought}）担任 {roles}";
    /// Time does not matter.
    AT_ANY_TIME = "at any time", "任何时候";
    /// An instant.
    AT = "at {time}", "在 {time}";
    /// Roles that somebody has.
    HAS = "`{id}` has {roles} {when}", "{when}，`{id}` 担任 {roles}";
    /// Roles that somebody has without one more.
    HAS_WITHOUT = "{has} without `{role}`", "{has}，但没有 `{role}`";
    /// A role that contains two.
    CONTAINS_TWO = "role `{role}` inherits two of these roles itself", "角色 `{role}` 自身就继承了其中两个角色";
    /// Roles that can.
    ROLES_CAN = "more than {most} {most|role|roles} can {what}: {roles}", "可以{what}的角色超过 {most} 个：{roles}";
    /// Nobody has a role.
    NONE_HAS = "nobody has role `{role}` {when}", "{when}，没有人担任角色 `{role}`";
    /// So many have a role.
    HAVE = "{n} {n|user has|users have} role `{role}` {when}: {names}",
        "{when}，有 {n} 个用户担任角色 `{role}`：{names}";
    /// Names that are left out.
    AND_MORE = "{names} and {n} more", "{names} 等（另有 {n} 个）";
    /// A role that requests bring.
    ANYBODY_HAS = "any number of users can have role `{role}`, since requests bring it",
        "角色 `{role}` 由请求带入，担任它的用户数量没有限制";
    /// Something that must always be possible is not.
    CANNOT = "role `{role}` held alone cannot {what} {when}, on whatever record",
        "{when}，单独担任角色 `{role}` 无法{what}，无论什么记录";
    /// Label: the rule.
    ALLOWED_HERE = "this rule allows it", "由这条规则允许";
    /// Label: the assignment.
    ASSIGNED_HERE = "through this", "通过此处获得";
    /// What to do.
    ALLOWED_HELP = "narrow that rule, deny the right to these people, or change the guarantee",
        "缩小该规则的范围，对这些人禁止该权限，或修改保证";
    /// What to do.
    NEEDS_HELP = "add the condition with `require … for …`, which nothing lifts, or put it on that rule",
        "用 `require … for …` 加上该条件（任何规则都无法解除），或把条件写到该规则上";
    /// What to do.
    CAN_BOTH_HELP = "take one of the two rights from this person, or let the windows no longer meet",
        "从此人收回两项权限之一，或让两者的时间不再重叠";
    /// What to do.
    HAS_TWO_HELP = "end one of the assignments before the other begins, or take one of the roles out of what is inherited",
        "在另一项分配开始之前结束其中一项，或从继承中去掉其中一个角色";
    /// What to do.
    PREREQUISITE_HELP = "assign the missing role for the same time, or let the first role inherit it",
        "在同一时间分配缺少的角色，或让前一个角色继承它";
    /// What to do.
    ROLES_CAN_HELP = "take the right from some of these roles, or raise the number",
        "从其中一些角色收回该权限，或提高数量";
    /// What to do.
    USERS_HAVE_HELP = "change the assignments, or say from when on: without `from DATE` it is about all time, the years before anybody started too", "调整分配，或写明从何时起：不写 `from DATE` 时指任何时间，包括所有人入职以前";
    /// What to do.
    ALWAYS_HELP = "give the role an allow without a window that runs out and without a deny against it",
        "为该角色写一条没有期限、也不被禁止的允许";
    /// The budget ran out.
    UNDECIDED = "this guarantee could not be decided within its budget of steps", "未能在步数限额内判定此保证";
    /// Label.
    UNDECIDED_HERE = "neither proved nor broken, so it fails", "既未证明也未推翻，因此视为失败";
    /// What to do.
    UNDECIDED_HELP = "split it into guarantees on fewer rights, or simplify the conditions of the rules it touches",
        "把它拆成涉及较少权限的几条保证，或简化相关规则的条件";
    /// A witness that the table does not confirm.
    NOT_REPLAYED = "the table does not confirm the witness of this guarantee, it answers `{reason}`",
        "决策表未能确认此保证的反例，其回答为 `{reason}`";
    /// Label.
    NOT_REPLAYED_HERE = "proof and table disagree here", "证明与决策表在此不一致";
    /// What to do.
    NOT_REPLAYED_HELP = "report this as a bug of the compiler, with the policy if you can share it",
        "请将此作为编译器的缺陷报告；如可公开，请附上策略";
    /// Label of a guarantee that does not hold.
    BROKEN_HERE = "this guarantee is broken", "这条保证没有成立";
    /// Instead of an answer.
    HELD_OTHERWISE = "other people hold these roles", "持有这些角色的是其他人";
    /// A witness that nothing can confirm.
    NOT_CONFIRMED = "the witness of this guarantee could not be confirmed: the policy is too large for a table ({what})", "无法确认此保证的反例：策略过大，无法生成决策表（{what}）";
    /// Label.
    NOT_CONFIRMED_HERE = "this guarantee is broken", "此保证不成立";
}
