//! Texts of the `analysis` family.

use super::Text;

/// A circle of inheritance, whole.
pub static CYCLE: Text = Text::new(
    "{count} roles inherit each other in a circle: {path} → `{first}`",
    "{count} 个角色循环继承：{path} → `{first}`",
);
/// A long circle, cut.
pub static CYCLE_CUT: Text = Text::new(
    "{count} roles inherit each other in a circle: {path} → … → `{first}`",
    "{count} 个角色循环继承：{path} → … → `{first}`",
);
/// A role that names itself.
pub static CYCLE_OF_ONE: Text = Text::new("role `{role}` inherits itself", "角色 `{role}` 继承自己");
/// An edge of a circle.
pub static CYCLE_EDGE: Text = Text::new("`{heir}` inherits `{parent}` here", "`{heir}` 在此继承 `{parent}`");
/// What to do about a circle.
pub static CYCLE_HELP: Text = Text::new(
    "remove one of these `inherits`; move what the roles share into a role that all of them inherit",
    "删去其中一处 `inherits`，把共有的部分移到一个由它们共同继承的角色中",
);

/// An own deny takes a whole allow.
pub static DENY_COVERS_ALLOW: Text = Text::new(
    "role `{role}` allows `{rights}` and denies all of it",
    "角色 `{role}` 允许了 `{rights}`，又将其全部禁止",
);
/// The allow.
pub static DENY_COVERS_ALLOW_HERE: Text = Text::new("this allow never applies", "这条允许永远不会生效");
/// The deny.
pub static DENY_COVERS_ALLOW_THERE: Text = Text::new("this deny takes it away", "被这条禁止完全抵消");
/// What to do.
pub static DENY_COVERS_ALLOW_HELP: Text = Text::new(
    "remove one of the two, or narrow the deny with `within`, `outside` or `when`",
    "删去其中一条，或用 `within`、`outside`、`when` 缩小禁止的范围",
);

/// One right both cancelled and denied.
pub static CANCELLED_AND_DENIED: Text = Text::new(
    "role `{role}` both cancels a deny of `{rights}` and denies it itself",
    "角色 `{role}` 既取消了对 `{rights}` 的禁止，自己又禁止它",
);
/// The cancel.
pub static CANCELLED_AND_DENIED_HERE: Text = Text::new("cancelled here", "在此取消");
/// The deny.
pub static CANCELLED_AND_DENIED_THERE: Text = Text::new("denied again here", "在此又被禁止");
/// What to do.
pub static CANCELLED_AND_DENIED_HELP: Text = Text::new(
    "remove the cancel to keep the deny, or remove the deny to keep the cancel",
    "要保留禁止就删去取消，要保留取消就删去禁止",
);

/// An external role below an internal one.
pub static EXTERNAL_INHERITS_INTERNAL: Text = Text::new(
    "external role `{role}` inherits `{parent}`, which is not external",
    "外部角色 `{role}` 继承了内部角色 `{parent}`",
);
/// Where.
pub static EXTERNAL_INHERITS_INTERNAL_HERE: Text = Text::new("inherited here", "在此继承");
/// What to do.
pub static EXTERNAL_INHERITS_INTERNAL_HELP: Text = Text::new(
    "write the few rights that partners need in an external role of their own",
    "把合作伙伴需要的少数权限写在单独的外部角色中",
);
/// The internal role.
pub static INTERNAL_ROLE_THERE: Text = Text::new("declared here without `external`", "在此声明，没有 `external`");
/// The external role.
pub static EXTERNAL_ROLE_THERE: Text = Text::new("declared here as `external`", "在此声明为 `external`");

/// A scope that an external role may not use.
pub static EXTERNAL_SCOPE: Text =
    Text::new("external role `{role}` uses the scope `{scope}`", "外部角色 `{role}` 使用了范围 `{scope}`");
/// Where.
pub static EXTERNAL_SCOPE_HERE: Text = Text::new("too wide for an external role", "对外部角色来说过宽");
/// What to do.
pub static EXTERNAL_SCOPE_HELP: Text = Text::new(
    "use `own`, `team`, `shared`, `no owner` or a named unit, as `within unit East`",
    "请用 `own`、`team`、`shared`、`no owner` 或指定的部门，例如 `within unit East`",
);

/// An external person with an internal role.
pub static EXTERNAL_USER_INTERNAL_ROLE: Text = Text::new(
    "external user `{user}` cannot hold role `{role}`, which is not external",
    "外部用户 `{user}` 不能担任内部角色 `{role}`",
);
/// What to do.
pub static EXTERNAL_USER_INTERNAL_ROLE_HELP: Text = Text::new(
    "assign an `external role`, or declare the user without `external`",
    "请授予外部角色（`external role`），或去掉用户声明中的 `external`",
);
/// An internal person with an external role.
pub static INTERNAL_USER_EXTERNAL_ROLE: Text = Text::new(
    "user `{user}` is not external and cannot hold the external role `{role}`",
    "内部用户 `{user}` 不能担任外部角色 `{role}`",
);
/// What to do.
pub static INTERNAL_USER_EXTERNAL_ROLE_HELP: Text = Text::new(
    "assign a role that is not external, or declare the user as `external user`",
    "请授予内部角色，或把用户声明为 `external user`",
);
/// Where.
pub static EXTERNAL_MISMATCH_HERE: Text = Text::new("given here", "在此授予");

/// A cancel of what another role wrote.
pub static CANCEL_FROM_STRANGER: Text = Text::new(
    "role `{role}` cancels a rule of `{from}`, which it does not inherit",
    "角色 `{role}` 取消了 `{from}` 的规则，但并不继承 `{from}`",
);
/// A cancel of an own rule.
pub static CANCEL_OF_OWN: Text =
    Text::new("role `{role}` cancels a rule that it writes itself", "角色 `{role}` 取消了自己写下的规则");
/// Where.
pub static CANCEL_FROM_STRANGER_HERE: Text = Text::new("nothing of it is inherited", "没有继承任何内容");
/// What to do.
pub static CANCEL_FROM_STRANGER_HELP: Text = Text::new(
    "remove the cancel, or name the inherited role that wrote the rule",
    "删去这条取消，或写出规则所在的、被继承的角色",
);
/// A near name.
pub static CANCEL_DID_YOU_MEAN: Text =
    Text::new("did you mean `inherited from {near}`?", "是否想写 `inherited from {near}`？");
/// A cancel that another one made needless.
pub static CANCEL_OF_NOTHING: Text = Text::new(
    "role `{role}` cancels a rule of `{from}` that does not reach it",
    "角色 `{role}` 取消的 `{from}` 的规则本来就到不了它",
);
/// Where.
pub static CANCEL_OF_NOTHING_HERE: Text = Text::new("cancels nothing", "没有取消任何内容");
/// The other cancel.
pub static CANCEL_OF_NOTHING_THERE: Text = Text::new("already cancelled here", "在此已经取消");
/// What to do.
pub static CANCEL_OF_NOTHING_HELP: Text = Text::new("remove this cancel", "删去这条取消");

/// A person who has nothing.
pub static SUSPENDS_USER_WITHOUT_ROLES: Text =
    Text::new("user `{user}` is suspended but holds no role", "用户 `{user}` 被暂停，但没有任何角色");
/// A person who has nothing then.
pub static SUSPENDS_USER_LATER: Text = Text::new(
    "user `{user}` is suspended but holds no role in that time",
    "用户 `{user}` 被暂停，但在这段时间内没有任何角色",
);
/// A person without that role.
pub static SUSPENDS_USER_NOT_IN_ROLE: Text = Text::new(
    "user `{user}` is suspended in role `{role}` but is not assigned it",
    "用户 `{user}` 在角色 `{role}` 中被暂停，但并未被授予该角色",
);
/// A person without that role then.
pub static SUSPENDS_USER_IN_ROLE_LATER: Text = Text::new(
    "user `{user}` is suspended in role `{role}` but does not hold it in that time",
    "用户 `{user}` 在角色 `{role}` 中被暂停，但在这段时间内并不担任该角色",
);
/// A role of nobody.
pub static SUSPENDS_ROLE_UNHELD: Text =
    Text::new("role `{role}` is suspended but assigned to nobody", "角色 `{role}` 被暂停，但没有授予任何人");
/// A role of nobody, heirs included.
pub static SUSPENDS_ROLE_AND_HEIRS_UNHELD: Text = Text::new(
    "role `{role}` is suspended but neither it nor a role that inherits it is assigned to anybody",
    "角色 `{role}` 被暂停，但它和继承它的角色都没有授予任何人",
);
/// A role of nobody then.
pub static SUSPENDS_ROLE_LATER: Text = Text::new(
    "role `{role}` is suspended but nobody holds it in that time",
    "角色 `{role}` 被暂停，但在这段时间内没有人担任它",
);
/// Where.
pub static SUSPENDS_NOTHING_HERE: Text = Text::new("this suspension stops nothing", "这条暂停没有停下任何权限");
/// What to do.
pub static SUSPENDS_NOTHING_HELP: Text = Text::new(
    "check the name and the dates; a suspension that hits nobody leaves open what it should close",
    "请检查名称和日期：没有对象的暂停会让本应关闭的权限继续开放",
);
/// When it is held.
pub static SUSPENDS_HELD_THERE: Text = Text::new("held only as this line says", "仅按此行所述持有");
/// Held by inheritance.
pub static SUSPENDS_HELD_BY_HEIR: Text =
    Text::new("`{user}` has it only through `{role}`, assigned here", "`{user}` 只通过此处授予的 `{role}` 拥有它");
/// Heirs exist.
pub static SUSPENDS_ROLE_HEIRS_HELP: Text = Text::new(
    "add `and roles that inherit it` to stop what comes through heirs",
    "加上 `and roles that inherit it`，以停下继承它的角色所得的权限",
);

/// Too many ways.
pub static TOO_MANY_ALTERNATIVES: Text = Text::new(
    "role `{role}` reaches an inherited role on too many different ways to decide",
    "角色 `{role}` 到达某个被继承角色的不同路径过多，无法判定",
);
/// Where.
pub static TOO_MANY_ALTERNATIVES_HERE: Text = Text::new("held here with all its ways", "所有路径汇集于此");
/// What to do.
pub static TOO_MANY_ALTERNATIVES_HELP: Text = Text::new(
    "inherit fewer roles that have `active`, `without` or `cancel` lines, or assign them instead",
    "减少继承带有 `active`、`without`、`cancel` 的角色，或改为直接授予",
);

/// Every entry of this family.
pub const ALL: &[&Text] = &[
    &CYCLE,
    &CYCLE_CUT,
    &CYCLE_OF_ONE,
    &CYCLE_EDGE,
    &CYCLE_HELP,
    &DENY_COVERS_ALLOW,
    &DENY_COVERS_ALLOW_HERE,
    &DENY_COVERS_ALLOW_THERE,
    &DENY_COVERS_ALLOW_HELP,
    &CANCELLED_AND_DENIED,
    &CANCELLED_AND_DENIED_HERE,
    &CANCELLED_AND_DENIED_THERE,
    &CANCELLED_AND_DENIED_HELP,
    &EXTERNAL_INHERITS_INTERNAL,
    &EXTERNAL_INHERITS_INTERNAL_HERE,
    &EXTERNAL_INHERITS_INTERNAL_HELP,
    &INTERNAL_ROLE_THERE,
    &EXTERNAL_ROLE_THERE,
    &EXTERNAL_SCOPE,
    &EXTERNAL_SCOPE_HERE,
    &EXTERNAL_SCOPE_HELP,
    &EXTERNAL_USER_INTERNAL_ROLE,
    &EXTERNAL_USER_INTERNAL_ROLE_HELP,
    &INTERNAL_USER_EXTERNAL_ROLE,
    &INTERNAL_USER_EXTERNAL_ROLE_HELP,
    &EXTERNAL_MISMATCH_HERE,
    &CANCEL_FROM_STRANGER,
    &CANCEL_OF_OWN,
    &CANCEL_FROM_STRANGER_HERE,
    &CANCEL_FROM_STRANGER_HELP,
    &CANCEL_DID_YOU_MEAN,
    &CANCEL_OF_NOTHING,
    &CANCEL_OF_NOTHING_HERE,
    &CANCEL_OF_NOTHING_THERE,
    &CANCEL_OF_NOTHING_HELP,
    &SUSPENDS_USER_WITHOUT_ROLES,
    &SUSPENDS_USER_LATER,
    &SUSPENDS_USER_NOT_IN_ROLE,
    &SUSPENDS_USER_IN_ROLE_LATER,
    &SUSPENDS_ROLE_UNHELD,
    &SUSPENDS_ROLE_AND_HEIRS_UNHELD,
    &SUSPENDS_ROLE_LATER,
    &SUSPENDS_NOTHING_HERE,
    &SUSPENDS_NOTHING_HELP,
    &SUSPENDS_HELD_THERE,
    &SUSPENDS_HELD_BY_HEIR,
    &SUSPENDS_ROLE_HEIRS_HELP,
    &TOO_MANY_ALTERNATIVES,
    &TOO_MANY_ALTERNATIVES_HERE,
    &TOO_MANY_ALTERNATIVES_HELP,
];
