//! Texts of the `guarantee` family.

use super::Text;

/// Somebody can do something.
pub static CAN: Text = Text::new("{who} can {what} {when}{given}", "{when}{given}，{who}可以{what}");
/// Somebody can do two things.
pub static CAN_BOTH: Text = Text::new("{first}, and also {second}", "{first}，同时还可以{second}");
/// The second of two.
pub static WHAT_GIVEN: Text = Text::new("{what}{given}", "{what}{given}");
/// A person.
pub static PERSON: Text = Text::new("`{id}`", "`{id}` ");
/// A person who brings roles.
pub static PERSON_BRINGING: Text =
    Text::new("`{id}`, whose request brings {roles},", "`{id}`（请求中带有角色 {roles}）");
/// A role nobody is assigned.
pub static ROLE_ALONE: Text = Text::new("whoever has just role `{role}`", "只持有角色 `{role}` 的人");
/// A right.
pub static WHAT: Text = Text::new("`{action}` `{object}`", "对 `{object}` 执行 `{action}`");
/// A right on a field.
pub static WHAT_FIELD: Text =
    Text::new("`{action}` `{object}` (`{field}`)", "对 `{object}` 的字段 `{field}` 执行 `{action}`");
/// Nothing has to be given.
pub static GIVEN_NOTHING: Text = Text::new("", "");
/// What has to be given.
pub static GIVEN: Text = Text::new(" when {list}", "（条件：{list}）");
/// A value.
pub static IS: Text = Text::new("`{path}` is `{value}`", "`{path}` 为 `{value}`");
/// Null.
pub static IS_NONE: Text = Text::new("`{path}` is none", "`{path}` 为空");
/// An empty set.
pub static IS_EMPTY: Text = Text::new("`{path}` holds nothing", "`{path}` 不含任何元素");
/// A set.
pub static HOLDS: Text = Text::new("`{path}` holds {values}", "`{path}` 含有 {values}");
/// Not sent.
pub static IS_MISSING: Text = Text::new("`{path}` is missing", "缺少 `{path}`");
/// The session's roles.
pub static ACTIVE_ROLES: Text = Text::new("the session uses just {roles}", "会话只使用角色 {roles}");
/// Roles that a request brings.
pub static BRINGS: Text = Text::new("the request brings {roles}", "请求中带有角色 {roles}");
/// Roles that somebody has, some of them from the request.
pub static HAS_BROUGHT: Text = Text::new(
    "`{id}`, whose request brings {brought}, has {roles} {when}",
    "{when}，`{id}`（请求中带有角色 {brought}）持有 {roles}",
);
/// Time does not matter.
pub static AT_ANY_TIME: Text = Text::new("at any time", "任何时候");
/// An instant.
pub static AT: Text = Text::new("at {time}", "在 {time}");
/// Roles that somebody has.
pub static HAS: Text = Text::new("`{id}` has {roles} {when}", "{when}，`{id}` 持有 {roles}");
/// Roles that somebody has without one more.
pub static HAS_WITHOUT: Text = Text::new("{has} without `{role}`", "{has}，但没有 `{role}`");
/// A role that contains two.
pub static CONTAINS_TWO: Text =
    Text::new("role `{role}` inherits two of these roles itself", "角色 `{role}` 自身就继承了其中两个角色");
/// Roles that can.
pub static ROLES_CAN: Text =
    Text::new("more than {most} {most|role|roles} can {what}: {roles}", "可以{what}的角色超过 {most} 个：{roles}");
/// Nobody has a role.
pub static NONE_HAS: Text = Text::new("nobody has role `{role}` {when}", "{when}，没有人持有角色 `{role}`");
/// So many have a role.
pub static HAVE: Text = Text::new(
    "{n} {n|user has|users have} role `{role}` {when}: {names}",
    "{when}，有 {n} 个用户持有角色 `{role}`：{names}",
);
/// Names that are left out.
pub static AND_MORE: Text = Text::new("{names} and {n} more", "{names} 等（另有 {n} 个）");
/// A role that requests bring.
pub static ANYBODY_HAS: Text = Text::new(
    "any number of users can have role `{role}`, since requests bring it",
    "角色 `{role}` 由请求带入，持有它的用户数量没有限制",
);
/// Something that must always be possible is not.
pub static CANNOT: Text = Text::new(
    "role `{role}` held alone cannot {what} {when}, on whatever record",
    "{when}，单独持有角色 `{role}` 无法{what}，无论什么记录",
);

/// Label: a claim that something does not happen.
pub static RULED_OUT: Text = Text::new("ruled out here", "此处保证不会发生");
/// Label: a claim that something holds.
pub static NEEDED_HERE: Text = Text::new("claimed here", "此处保证成立");
/// Label: the rule.
pub static ALLOWED_HERE: Text = Text::new("this rule allows it", "由这条规则允许");
/// Label: the assignment.
pub static ASSIGNED_HERE: Text = Text::new("through this", "通过此处获得");

/// What to do.
pub static ALLOWED_HELP: Text = Text::new(
    "narrow that rule, deny the right to these people, or change the guarantee",
    "缩小该规则的范围，对这些人禁止该权限，或修改保证",
);
/// What to do.
pub static NEEDS_HELP: Text = Text::new(
    "add the condition with `require … for …`, which nothing lifts, or put it on that rule",
    "用 `require … for …` 加上该条件（任何规则都无法解除），或把条件写到该规则上",
);
/// What to do.
pub static CAN_BOTH_HELP: Text = Text::new(
    "take one of the two rights from this person, or let the windows no longer meet",
    "从此人收回两项权限之一，或让两者的时间不再重叠",
);
/// What to do.
pub static HAS_TWO_HELP: Text = Text::new(
    "end one of the assignments before the other begins, or take one of the roles out of what is inherited",
    "在另一项分配开始之前结束其中一项，或从继承中去掉其中一个角色",
);
/// What to do.
pub static PREREQUISITE_HELP: Text = Text::new(
    "assign the missing role for the same time, or let the first role inherit it",
    "在同一时间分配缺少的角色，或让前一个角色继承它",
);
/// What to do.
pub static ROLES_CAN_HELP: Text =
    Text::new("take the right from some of these roles, or raise the number", "从其中一些角色收回该权限，或提高数量");
/// What to do.
pub static USERS_HAVE_HELP: Text = Text::new(
    "change the assignments, or state from when to when the guarantee holds",
    "调整分配，或写明保证在什么时间内成立",
);
/// What to do.
pub static ALWAYS_HELP: Text = Text::new(
    "give the role an allow without a window that runs out and without a deny against it",
    "为该角色写一条没有期限、也不被禁止的允许",
);

/// The budget ran out.
pub static UNDECIDED: Text =
    Text::new("this guarantee could not be decided within its budget of steps", "未能在步数限额内判定此保证");
/// Label.
pub static UNDECIDED_HERE: Text = Text::new("neither proved nor broken, so it fails", "既未证明也未推翻，因此视为失败");
/// What to do.
pub static UNDECIDED_HELP: Text = Text::new(
    "split it into guarantees on fewer rights, or simplify the conditions of the rules it touches",
    "把它拆成涉及较少权限的几条保证，或简化相关规则的条件",
);
/// A witness that the table does not confirm.
pub static NOT_REPLAYED: Text = Text::new(
    "the table does not confirm the witness of this guarantee, it answers `{reason}`",
    "决策表未能确认此保证的反例，其回答为 `{reason}`",
);
/// Instead of an answer.
pub static HELD_OTHERWISE: Text = Text::new("other people hold these roles", "持有这些角色的是其他人");
/// A witness that nothing can confirm.
pub static NOT_CONFIRMED: Text = Text::new(
    "the witness of this guarantee could not be confirmed: the policy is too large for a table ({what})",
    "无法确认此保证的反例：策略过大，无法生成决策表（{what}）",
);
/// Label.
pub static NOT_CONFIRMED_HERE: Text = Text::new("this guarantee is broken", "此保证不成立");
/// Label.
pub static NOT_REPLAYED_HERE: Text = Text::new("proof and table disagree here", "证明与决策表在此不一致");
/// What to do.
pub static NOT_REPLAYED_HELP: Text = Text::new(
    "report this as a bug of the compiler, with the policy if you can share it",
    "请将此作为编译器的缺陷报告；如可公开，请附上策略",
);

/// Every entry of this family.
pub const ALL: &[&Text] = &[
    &CAN,
    &CAN_BOTH,
    &WHAT_GIVEN,
    &PERSON,
    &PERSON_BRINGING,
    &ROLE_ALONE,
    &WHAT,
    &WHAT_FIELD,
    &GIVEN_NOTHING,
    &GIVEN,
    &IS,
    &IS_NONE,
    &IS_EMPTY,
    &HOLDS,
    &IS_MISSING,
    &ACTIVE_ROLES,
    &BRINGS,
    &HAS_BROUGHT,
    &AT_ANY_TIME,
    &AT,
    &HAS,
    &HAS_WITHOUT,
    &CONTAINS_TWO,
    &ROLES_CAN,
    &NONE_HAS,
    &HAVE,
    &AND_MORE,
    &ANYBODY_HAS,
    &CANNOT,
    &RULED_OUT,
    &NEEDED_HERE,
    &ALLOWED_HERE,
    &ASSIGNED_HERE,
    &ALLOWED_HELP,
    &NEEDS_HELP,
    &CAN_BOTH_HELP,
    &HAS_TWO_HELP,
    &PREREQUISITE_HELP,
    &ROLES_CAN_HELP,
    &USERS_HAVE_HELP,
    &ALWAYS_HELP,
    &UNDECIDED,
    &UNDECIDED_HERE,
    &UNDECIDED_HELP,
    &NOT_REPLAYED,
    &HELD_OTHERWISE,
    &NOT_CONFIRMED,
    &NOT_CONFIRMED_HERE,
    &NOT_REPLAYED_HERE,
    &NOT_REPLAYED_HELP,
];
