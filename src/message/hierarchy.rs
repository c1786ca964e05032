//! Texts of the `hierarchy` family: roles beside each other, and who inherits from whom.

use super::Text;

texts! {
    EQUAL_ROLES = "role `{role}` decides just as `{other}` does", "角色 `{role}` 与 `{other}` 的判定完全相同";
    EQUAL_ROLES_MORE = "role `{role}` decides just as `{other}` and {more} more {more|role|roles} do",
        "角色 `{role}` 与 `{other}` 及另外 {more} 个角色的判定完全相同";
    EQUAL_ROLES_HERE = "the same rights, records, fields and times", "权限、记录、字段和时间都相同";
    EQUAL_ROLES_THERE = "`{role}` decides alike", "`{role}` 的判定与之相同";
    EQUAL_ROLES_HELP = "keep one of them and assign it to all; if they are to differ later, waive this with that reason",
        "只保留其中一个，分配给所有相关人员；若以后会有所区别，请以此为理由豁免";
    CONTAINED_ROLE = "role `{other}` may do all that `{role}` may ({count} {count|right|rights}), and does not inherit it",
        "角色 `{role}` 能做的（{count} 项权限），`{other}` 全都能做，但没有继承它";
    CONTAINED_ROLE_MORE =
        "role `{other}` and {more} more may do all that `{role}` may ({count} {count|right|rights}), and do not inherit it",
        "角色 `{role}` 能做的（{count} 项权限），`{other}` 及另外 {more} 个角色全都能做，但没有继承它";
    CONTAINED_ROLE_HERE = "all of this is written elsewhere too", "这里的全部权限在别处也写了一遍";
    CONTAINED_ROLE_THERE = "`{other}` has all of it, and more", "`{other}` 包含其全部，且更多";
    CONTAINED_ROLE_HELP = "let `{other}` inherit `{role}` and write only what it adds; keep both if they belong together by chance only",
        "让 `{other}` 继承 `{role}`，只写增加的部分；若两者只是碰巧重合，可保持不变";
    ADDS_NOTHING = "role `{role}` adds nothing to `{parent}` and takes nothing from it",
        "角色 `{role}` 相对于 `{parent}` 既没有增加也没有减少任何权限";
    ADDS_NOTHING_HERE = "decides just as the role that it inherits", "判定与所继承的角色完全相同";
    ADDS_NOTHING_THERE = "`{parent}` gives all of it", "全部来自 `{parent}`";
    ADDS_NOTHING_HELP = "assign `{parent}` instead, or write what the role is to add",
        "直接分配 `{parent}`，或写上该角色应增加的内容";
    POWERLESS_ROLE = "whoever holds just role `{role}` can do nothing", "只担任角色 `{role}` 的人什么也做不了";
    POWERLESS_ROLE_HERE = "none of what it allows ever comes through", "它所允许的内容没有一项能够生效";
    POWERLESS_ROLE_EMPTY = "it has no lines", "其中没有任何规则";
    POWERLESS_ROLE_HELP = "see what takes its rights with `rolecall why`, and mend that, or stop assigning the role",
        "用 `rolecall why` 查看是什么取走了它的权限并加以修正，或不再分配该角色";
    POWERLESS_ROLE_EMPTY_HELP = "write what it is to allow, or remove it and its assignments",
        "写上它应允许的内容，或删去该角色及其分配";
    SELF_DEFEATING_ROLE = "role `{role}` is denied all that it allows itself", "角色 `{role}` 自己允许的内容全部被禁止";
    SELF_DEFEATING_ROLE_HERE = "none of its own allows gives anything", "它自己的允许没有一条生效";
    SELF_DEFEATING_ALLOW = "allowed here, and denied", "在此允许，却被禁止";
    SELF_DEFEATING_DENY = "takes it", "由此被取走";
    SELF_DEFEATING_HELP =
        "remove the allows, narrow the denies, or add `cancel deny … inherited from …` with a reason",
        "删去这些允许，缩小禁止的范围，或加上带理由的 `cancel deny … inherited from …`";
    DEEP_HIERARCHY = "role `{role}` stands on {length} steps of roles, more than {most}",
        "角色 `{role}` 的继承层级有 {length} 层，超过 {most} 层";
    DEEP_HIERARCHY_MORE = "role `{role}` and {more} more beside it stand on {length} steps of roles, more than {most}",
        "角色 `{role}` 及另外 {more} 个并列角色的继承层级有 {length} 层，超过 {most} 层";
    DEEP_HIERARCHY_HERE = "what it may do is spread over that many roles", "要弄清它能做什么，得读这么多个角色";
    DEEP_HIERARCHY_HELP = "join roles that nobody holds by themselves, or set the budget `depth`",
        "合并没有人单独担任的中间角色，或调整预算 `depth`";
    MANY_PARENTS = "role `{role}` inherits {count} roles directly, more than {most}",
        "角色 `{role}` 直接继承了 {count} 个角色，超过 {most} 个";
    MANY_PARENTS_HERE = "hard to see what it may do", "难以看出它能做什么";
    MANY_PARENTS_THERE = "one too many from here", "从这里起超出";
    MANY_PARENTS_HELP = "assign the roles themselves, group some in a role of their own, or set the budget `parents_per_role`",
        "直接分配这些角色，将其中几个归入一个单独的角色，或调整预算 `parents_per_role`";
}
