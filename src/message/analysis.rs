//! Texts of the `analysis` family.

use super::Text;

texts! {
    /// A circle of inheritance, whole.
    CYCLE = "{count} roles inherit each other in a circle: {path} → `{first}`",
        "{count} 个角色循环继承：{path} → `{first}`";
    /// A long circle, cut.
    CYCLE_CUT = "{count} roles inherit each other in a circle: {path} → … → `{first}`",
        "{count} 个角色循环继承：{path} → … → `{first}`";
    /// A role that names itself.
    CYCLE_OF_ONE = "role `{role}` inherits itself", "角色 `{role}` 继承自己";
    /// An edge of a circle.
    CYCLE_EDGE = "`{heir}` inherits `{parent}` here", "`{heir}` 在此继承 `{parent}`";
    /// What to do about a circle.
    CYCLE_HELP = "remove one of these `inherits`; move what the roles share into a role that all of them inherit",
        "删去其中一处 `inherits`，把共有的部分移到一个由它们共同继承的角色中";
    /// An own deny takes a whole allow.
    DENY_COVERS_ALLOW = "role `{role}` allows `{rights}` and denies all of it",
        "角色 `{role}` 允许了 `{rights}`，又将其全部禁止";
    /// The allow.
    DENY_COVERS_ALLOW_HERE = "this allow never applies", "这条允许永远不会生效";
    /// The deny.
    DENY_COVERS_ALLOW_THERE = "this deny takes it away", "被这条禁止完全抵消";
    /// What to do.
    DENY_COVERS_ALLOW_HELP = "remove one of the two, or narrow the deny with `within`, `outside` or `when`",
        "删去其中一条，或用 `within`、`outside`、`when` 缩小禁止的范围";
    /// One right both cancelled and denied.
    CANCELLED_AND_DENIED = "role `{role}` both cancels a deny of `{rights}` and denies it itself",
        "角色 `{role}` 既取消了对 `{rights}` 的禁止，自己又禁止它";
    /// The cancel.
    CANCELLED_AND_DENIED_HERE = "cancelled here", "在此取消";
    /// The deny.
    CANCELLED_AND_DENIED_THERE = "denied again here", "在此又被禁止";
    /// What to do.
    CANCELLED_AND_DENIED_HELP = "remove the cancel to keep the deny, or remove the deny to keep the cancel",
        "要保留禁止就删去取消，要保留取消就删去禁止";
    /// An external role below an internal one.
    EXTERNAL_INHERITS_INTERNAL = "external role `{role}` inherits `{parent}`, which is not external",
        "外部角色 `{role}` 继承了内部角色 `{parent}`";
    /// Where.
    EXTERNAL_INHERITS_INTERNAL_HERE = "inherited here", "在此继承";
    /// What to do.
    EXTERNAL_INHERITS_INTERNAL_HELP = "write the few rights that partners need in an external role of their own",
        "把合作伙伴需要的少数权限写在单独的外部角色中";
    /// The internal role.
    INTERNAL_ROLE_THERE = "declared here without `external`", "在此声明，没有 `external`";
    /// The external role.
    EXTERNAL_ROLE_THERE = "declared here as `external`", "在此声明为 `external`";
    /// A scope that an external role may not use.
    EXTERNAL_SCOPE = "external role `{role}` uses the scope `{scope}`", "外部角色 `{role}` 使用了范围 `{scope}`";
    /// Where.
    EXTERNAL_SCOPE_HERE = "too wide for an external role", "对外部角色来说过宽";
    /// What to do.
    EXTERNAL_SCOPE_HELP = "use `own`, `team`, `shared`, `no owner` or a named unit, as `within unit East`",
        "请用 `own`、`team`、`shared`、`no owner` 或指定的部门，例如 `within unit East`";
    /// An external person with an internal role.
    EXTERNAL_USER_INTERNAL_ROLE = "external user `{user}` cannot hold role `{role}`, which is not external",
        "外部用户 `{user}` 不能担任内部角色 `{role}`";
    /// What to do.
    EXTERNAL_USER_INTERNAL_ROLE_HELP = "assign an `external role`, or declare the user without `external`",
        "请分配外部角色（`external role`），或去掉用户声明中的 `external`";
    /// An internal person with an external role.
    INTERNAL_USER_EXTERNAL_ROLE = "user `{user}` is not external and cannot hold the external role `{role}`",
        "内部用户 `{user}` 不能担任外部角色 `{role}`";
    /// What to do.
    INTERNAL_USER_EXTERNAL_ROLE_HELP = "assign a role that is not external, or declare the user as `external user`",
        "请分配内部角色，或把用户声明为 `external user`";
    /// Where.
    EXTERNAL_MISMATCH_HERE = "given here", "在此分配";
    /// A cancel of what another role wrote.
    CANCEL_FROM_STRANGER = "role `{role}` cancels a rule of `{from}`, which it does not inherit",
        "角色 `{role}` 取消了 `{from}` 的规则，但并不继承 `{from}`";
    /// A cancel of an own rule.
    CANCEL_OF_OWN = "role `{role}` cancels a rule that it writes itself", "角色 `{role}` 取消了自己写下的规则";
    /// Where.
    CANCEL_FROM_STRANGER_HERE = "nothing of it is inherited", "没有继承任何内容";
    /// What to do.
    CANCEL_FROM_STRANGER_HELP = "remove the cancel, or name the inherited role that wrote the rule",
        "删去这条取消，或写出规则所在的、被继承的角色";
    /// A near name.
    CANCEL_DID_YOU_MEAN = "did you mean `inherited from {near}`?", "是否想写 `inherited from {near}`？";
    /// A cancel that another one made needless.
    CANCEL_OF_NOTHING = "role `{role}` cancels a rule of `{from}` that does not reach it",
        "角色 `{role}` 取消的 `{from}` 的规则本来就到不了它";
    /// Where.
    CANCEL_OF_NOTHING_HERE = "cancels nothing", "没有取消任何内容";
    /// The other cancel.
    CANCEL_OF_NOTHING_THERE = "already cancelled here", "在此已经取消";
    /// What to do.
    CANCEL_OF_NOTHING_HELP = "remove this cancel", "删去这条取消";
    /// A person who has nothing.
    SUSPENDS_USER_WITHOUT_ROLES = "user `{user}` is suspended but holds no role",
        "用户 `{user}` 被暂停，但没有任何角色";
    /// A person who has nothing then.
    SUSPENDS_USER_LATER = "user `{user}` is suspended but holds no role in that time",
        "用户 `{user}` 被暂停，但在这段时间内没有任何角色";
    /// A person without that role.
    SUSPENDS_USER_NOT_IN_ROLE = "user `{user}` is suspended in role `{role}` but is not assigned it",
        "用户 `{user}` 在角色 `{role}` 中被暂停，但没有被分配该角色";
    /// A person without that role then.
    SUSPENDS_USER_IN_ROLE_LATER = "user `{user}` is suspended in role `{role}` but does not hold it in that time",
        "用户 `{user}` 在角色 `{role}` 中被暂停，但在这段时间内并不担任该角色";
    /// A role of nobody.
    SUSPENDS_ROLE_UNHELD = "role `{role}` is suspended but assigned to nobody",
        "角色 `{role}` 被暂停，但没有分配给任何人";
    /// A role of nobody, heirs included.
    SUSPENDS_ROLE_AND_HEIRS_UNHELD = "role `{role}` is suspended but neither it nor a role that inherits it is assigned to anybody",
        "角色 `{role}` 被暂停，但它和继承它的角色都没有分配给任何人";
    /// A role of nobody then.
    SUSPENDS_ROLE_LATER = "role `{role}` is suspended but nobody holds it in that time",
        "角色 `{role}` 被暂停，但在这段时间内没有人担任它";
    /// Where.
    SUSPENDS_NOTHING_HERE = "this suspension stops nothing", "这条暂停没有停下任何权限";
    /// What to do.
    SUSPENDS_NOTHING_HELP = "check the name and the dates; a suspension that hits nobody leaves open what it should close",
        "请检查名称和日期：没有对象的暂停会让本应关闭的权限继续开放";
    /// When it is held.
    SUSPENDS_HELD_THERE = "held only as this line says", "仅在此行所述的时间担任";
    /// Held by inheritance.
    SUSPENDS_HELD_BY_HEIR = "`{user}` has it only through `{role}`, assigned here",
        "`{user}` 只通过此处分配的 `{role}` 拥有它";
    /// Heirs exist.
    SUSPENDS_ROLE_HEIRS_HELP = "add `and roles that inherit it` to stop what comes through heirs",
        "加上 `and roles that inherit it`，以停下继承它的角色所得的权限";
    /// Too many ways.
    TOO_MANY_ALTERNATIVES = "role `{role}` reaches an inherited role on too many different ways to decide",
        "角色 `{role}` 到达某个被继承角色的不同路径过多，无法判定";
    /// Where.
    TOO_MANY_ALTERNATIVES_HERE = "held here with all its ways", "所有路径汇集于此";
    /// What to do.
    TOO_MANY_ALTERNATIVES_HELP = "inherit fewer roles that have `active`, `without` or `cancel` lines, or assign them instead",
        "减少继承带有 `active`、`without`、`cancel` 的角色，或改为直接分配";
}
