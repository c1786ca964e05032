//! Texts of the `privilege` family: more rights than the work needs.

use super::Text;

texts! {
    /// A role.
    FULL_ADMIN = "role `{role}` may do everything, on every record: {count} rights", "角色 `{role}` 可以对全部记录做任何操作：共 {count} 项权限";
    /// The role.
    FULL_ADMIN_HERE = "whoever holds it needs no other role", "担任它就不再需要其他角色";
    /// What to do.
    FULL_ADMIN_HELP = "split it by what is worked on, and keep what is needed once a year in a role that is assigned for a day",
        "按工作内容拆分；一年才用一次的权限放进按天分配的角色";
    /// A role.
    ALL_ACTIONS = "role `{role}` may do everything with every record of `{object}`, and reads {fields}",
        "角色 `{role}` 可以对全部 `{object}` 记录做任何操作，并能读取 {fields}";
    /// The line.
    ALL_ACTIONS_HERE = "the last of its rights comes from here", "最后一项权限由此获得";
    /// What to do.
    ALL_ACTIONS_HELP = "name the actions that the work needs, and narrow the rest with `within`",
        "列出工作所需的动作，其余用 `within` 缩小范围";
    /// A role.
    ACTION_ON_EVERY_OBJECT = "role `{role}` may `{action}` on every record of all {count} objects that have it: {rights}",
        "角色 `{role}` 可以对全部 {count} 个对象的所有记录执行 `{action}`：{rights}";
    /// The line.
    ACTION_ON_EVERY_OBJECT_HERE = "one sensitive action, and nothing is out of its reach", "一个敏感动作，没有它够不到的记录";
    /// What to do.
    ACTION_ON_EVERY_OBJECT_HELP = "name the objects that the work needs, and narrow them with `within`",
        "列出工作所需的对象，并用 `within` 缩小范围";
    /// A role.
    WILDCARD_ACTION = "`every action` gives role `{role}` sensitive rights that nobody wrote: {rights}",
        "`every action` 让角色 `{role}` 得到没有写明的敏感权限：{rights}";
    /// The line.
    WILDCARD_ACTION_HERE = "takes in every action that the object has or will have", "包含该对象现有和将来的所有动作";
    /// What to do.
    WILDCARD_ACTION_HELP = "write the actions out, so that a reviewer sees them", "把动作逐个写出，便于审阅";
    /// A role.
    GRANT_BY_EXCLUSION = "role `{role}` is given everything but what it names", "角色 `{role}` 得到除所列之外的一切";
    /// A role.
    GRANT_BY_EXCLUSION_SENSITIVE = "role `{role}` is given everything but what it names, sensitive rights too: {rights}",
        "角色 `{role}` 得到除所列之外的一切，其中有敏感权限：{rights}";
    /// The line.
    GRANT_BY_EXCLUSION_HERE = "{count} {count|right|rights} today, and whatever is declared tomorrow", "目前 {count} 项权限，以后声明的也都算在内";
    /// What to do.
    GRANT_BY_EXCLUSION_HELP = "write out what is given; keep `except` for `deny`, `suspend` and `require`",
        "写出要给予的内容；`except` 只用于 `deny`、`suspend` 和 `require`";
    /// A role.
    UNSCOPED_WRITE = "role `{role}` may change every record with sensitive rights: {rights}", "角色 `{role}` 可以用敏感权限更改全部记录：{rights}";
    /// The line.
    UNSCOPED_WRITE_HERE = "all records, without a condition", "全部记录，且没有条件";
    /// What to do.
    UNSCOPED_WRITE_HELP = "narrow it with `within`, or ask for something with `when` or `require`",
        "用 `within` 缩小范围，或用 `when`、`require` 提出条件";
    /// A role that all have.
    EVERYONE_HAS = "everyone has {what}: role `{role}` is assigned to everyone", "所有人都拥有 {what}：角色 `{role}` 已分配给所有人";
    /// How many have it.
    MANY_HAVE = "{count} of {all} people have {what}; the budget is {most}", "{all} 人中有 {count} 人拥有 {what}，上限为 {most} 人";
    /// The line.
    BROAD_AUDIENCE_HERE = "any one of their accounts is enough", "其中任何一个账号就够了";
    /// The line that shows a field.
    BROAD_FIELD_HERE = "shows it on records of others", "可在他人的记录上看到";
    /// What to do.
    BROAD_AUDIENCE_HELP = "move it to a role for those whose work it is, or narrow it with `when` or `require`",
        "移到真正需要它的角色，或用 `when`、`require` 提出条件";
    /// A role.
    EXTERNAL_SENSITIVE = "external role `{role}` has sensitive rights: {rights}", "外部角色 `{role}` 拥有敏感权限：{rights}";
    /// The line.
    EXTERNAL_SENSITIVE_HERE = "in the hands of people of another company", "掌握在其他公司的人手中";
    /// A role.
    EXTERNAL_READS = "external role `{role}` reads labelled fields in clear: {fields}", "外部角色 `{role}` 能读取未脱敏的标签字段：{fields}";
    /// The line.
    EXTERNAL_READS_HERE = "shown to people of another company", "对其他公司的人可见";
    /// What to do.
    EXTERNAL_SENSITIVE_HELP = "leave it to somebody of the company, or say in a waiver which contract asks for it",
        "交给内部人员，或在豁免中写明合同依据";
    /// A role.
    ROLE_RIGHTS = "role `{role}` has more than its budget: {counts}", "角色 `{role}` 超出上限：{counts}";
    /// A number against a budget.
    RIGHTS_OF = "{count} of {most} rights", "权限 {count} 项（上限 {most} 项）";
    /// A number against a budget.
    OBJECTS_OF = "{count} of {most} objects", "对象 {count} 个（上限 {most} 个）";
    /// A number against a budget.
    PERCENT_OF = "{count} of {most} percent of all rights", "占全部权限的 {count}%（上限 {most}%）";
    /// The role.
    ROLE_RIGHTS_HERE = "with all that it inherits", "含继承所得";
    /// What to do.
    ROLE_RIGHTS_HELP = "split it by what is worked on, or raise the budget in `rolecall.toml`", "按工作内容拆分，或在 `rolecall.toml` 中调高上限";
    /// A role.
    ROLE_SENSITIVE = "role `{role}` has more sensitive rights than its budget: {count} of {most}, {rights}",
        "角色 `{role}` 的敏感权限超出上限：{count} 项（上限 {most} 项），{rights}";
    /// What to do.
    ROLE_SENSITIVE_HELP = "move what is rarely needed into a role that is assigned for a time, or raise the budget in `rolecall.toml`",
        "把少用的权限移到限时分配的角色，或在 `rolecall.toml` 中调高上限";
    /// People.
    PERSON_RIGHTS = "the roles of {who} add up to more than the budget: {counts}", "{who}的各个角色合计超出上限：{counts}";
    /// People.
    PERSON_SENSITIVE = "the roles of {who} add up to more sensitive rights than the budget: {count} of {most}, {rights}",
        "{who}的各个角色合计的敏感权限超出上限：{count} 项（上限 {most} 项），{rights}";
    /// The line.
    PERSON_RIGHTS_HERE = "one of the roles comes from here", "其中一个角色由此获得";
    /// Another line.
    PERSON_ALSO = "role `{role}` comes from here", "角色 `{role}` 由此获得";
    /// What to do.
    PERSON_RIGHTS_HELP = "take a role back that is no longer needed, give it for a time, or raise the budget in `rolecall.toml`",
        "收回不再需要的角色，改为限时分配，或在 `rolecall.toml` 中调高上限";
    /// A right.
    RIGHT_HELD_BY_MANY = "more people than the budget have `{right}`: {count} of {most}", "拥有 `{right}` 的人数超出上限：{count} 人（上限 {most} 人）";
    /// The line.
    RIGHT_HELD_BY_MANY_HERE = "most of them have it from here", "多数人由此获得";
    /// Another line.
    RIGHT_HELD_BY_MANY_ALSO = "others from here", "其他人由此获得";
    /// What to do.
    RIGHT_HELD_BY_MANY_HELP = "move it to a role for those whose work it is, or raise the budget in `rolecall.toml`",
        "移到真正需要它的角色，或在 `rolecall.toml` 中调高上限";
    /// People.
    MANY_ROLES = "more roles than the budget at one time for {who}: {count} of {most}", "{who}同时担任的角色超出上限：{count} 个（上限 {most} 个）";
    /// The line.
    MANY_ROLES_HERE = "one of them is given here", "其中之一在此给予";
    /// What to do.
    MANY_ROLES_HELP = "take back what is no longer needed; one role that inherits the others says more than many",
        "收回不再需要的角色；用一个继承其余角色的角色更清楚";
    /// A role.
    PERSONAL_FIELD_BROAD = "role `{role}` reads labelled fields of every record in clear: {fields}",
        "角色 `{role}` 能读取全部记录中未脱敏的标签字段：{fields}";
    /// The line.
    PERSONAL_FIELD_BROAD_HERE = "every record, not only those that are worked on", "全部记录，而不只是经手的记录";
    /// What to do.
    PERSONAL_FIELD_BROAD_HELP = "nothing, if the work needs it; otherwise narrow it with `within`, or `mask` the field outside it",
        "若工作需要，则无需修改；否则用 `within` 缩小范围，或在范围之外 `mask` 该字段";
}
