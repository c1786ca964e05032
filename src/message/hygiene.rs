//! Texts of the `hygiene` family: who answers for what, what was reviewed, what nobody uses.

use super::Text;

texts! {
    /// A role.
    NO_RESPONSIBLE = "nobody is responsible for role `{role}`, which gives {rights}", "角色 `{role}` 授予{rights}，却没有负责人";
    /// Where.
    NO_RESPONSIBLE_HERE = "no `responsible`", "没有 `responsible`";
    /// What to do.
    NO_RESPONSIBLE_HELP = "add `responsible` with the address of whoever answers for the role", "用 `responsible` 写上负责人的地址";
    /// A role.
    NO_REVIEW = "no review is planned for role `{role}`, which gives {rights}", "角色 `{role}` 授予{rights}，却没有安排审查";
    /// Where.
    NO_REVIEW_HERE = "no `review every`", "没有 `review every`";
    /// What to do.
    NO_REVIEW_HELP = "add `last reviewed` with a date and `review every` with an interval",
        "加上 `last reviewed` 与日期，以及 `review every` 与间隔";
    /// A role.
    HOLDERS_NEVER_REVIEWED = "no review of the holders of `{role}`, which gives {rights}, is on record: {people}",
        "`{role}` 授予{rights}，却没有审查担任者的记录：{people}";
    /// A role.
    HOLDERS_REVIEWED_LONG_AGO = "the holders of `{role}`, which gives {rights}, were last reviewed on {last}: {people}",
        "`{role}` 授予{rights}，上次审查其担任者是在 {last}：{people}";
    /// Where.
    HOLDERS_UNREVIEWED_HERE = "due for review", "需要审查";
    /// What to do.
    HOLDERS_UNREVIEWED_HELP = "ask of each whether they still need it, then write the date as `last reviewed`",
        "逐一确认是否仍然需要，然后更新 `last reviewed` 的日期";
    /// A role.
    REVIEW_TOO_RARE = "role `{role}` is reviewed every {days} days; at most {most} may pass",
        "角色 `{role}` 每 {days} 天审查一次；最多只能间隔 {most} 天";
    /// Where.
    REVIEW_TOO_RARE_HERE = "too long", "间隔太长";
    /// What to do.
    REVIEW_TOO_RARE_HELP = "review it more often, or change `days_between_reviews` in `rolecall.toml`",
        "缩短间隔，或修改 `rolecall.toml` 的 `days_between_reviews`";
    /// People.
    PERSON_WITHOUT_ROLE = "no role is assigned to {people}", "没有给{people}分配任何角色";
    /// Where.
    PERSON_WITHOUT_ROLE_HERE = "holds nothing", "没有任何角色";
    /// What to do.
    PERSON_WITHOUT_ROLE_HELP = "assign a role; for somebody who has left, write `ends` or remove the name",
        "分配角色；若已离职，请写上 `ends` 或删去姓名";
    /// An object.
    COVERAGE_GAP = "nobody can ever use these actions of `{object}`: {actions}", "没有任何人能使用 `{object}` 的这些动作：{actions}";
    /// Where.
    DECLARED_HERE = "declared here", "在此声明";
    /// What to do.
    COVERAGE_GAP_HELP = "allow them to a role that somebody holds, or remove them", "让有人担任的角色获得它们，或删去这些动作";
    /// An object.
    NO_TEST = "no test asks about these sensitive actions of `{object}`: {actions}", "没有测试问到 `{object}` 的这些敏感动作：{actions}";
    /// What to do.
    NO_TEST_HELP = "write a `test` with somebody who can and somebody who cannot", "写一个 `test`，包含能做的人和不能做的人";
    /// An object.
    NO_GUARANTEE = "no guarantee speaks of these critical actions of `{object}`: {actions}",
        "没有保证提到 `{object}` 的这些关键动作：{actions}";
    /// What to do.
    NO_GUARANTEE_HELP = "say in `guarantees` who may never have them, or who alone may", "在 `guarantees` 中写明谁绝不能拥有它们，或只有谁可以";
    /// A statement.
    NO_REASON = "nothing says why {roles} is given, which brings {rights}", "没有写明为何分配{roles}，它带来{rights}";
    /// Where.
    NO_REASON_HERE = "no `because`, no `ticket`", "没有 `because`，也没有 `ticket`";
    /// What to do.
    NO_REASON_HELP = "add `because` with the reason, or `ticket` with its number", "用 `because` 写明理由，或用 `ticket` 写上编号";
    /// A role.
    UNDOCUMENTED_ROLE = "nothing says what role `{role}` is for", "没有说明角色 `{role}` 的用途";
    /// Where.
    UNDOCUMENTED_ROLE_HERE = "neither a label nor `##` above it", "既没有显示名，上方也没有 `##`";
    /// What to do.
    UNDOCUMENTED_ROLE_HELP = "add a label after the name, or a line with `##` above", "在名称后加显示名，或在上方写一行 `##`";
    /// People.
    UNIT_UNKNOWN = "no unit is stated for {people}, so role `{role}` does not give them {rights} on records of a unit",
        "没有写明{people}所在的单位，因此角色 `{role}` 不会让其获得单位记录的{rights}";
    /// Where.
    UNIT_UNKNOWN_HERE = "no unit stated", "没有写明单位";
    /// The allow.
    UNIT_ASKED_HERE = "asks for a unit", "要求知道单位";
    /// What to do.
    UNIT_UNKNOWN_HELP = "write the unit after `in`, or assign the role `for unit … only`", "在 `in` 之后写上单位，或用 `for unit … only` 分配角色";
    /// Attributes.
    UNUSED_ATTRIBUTE = "nothing reads these attributes {of}: {names}", "没有任何内容读取{of}的这些属性：{names}";
    /// Whose attributes.
    OF_OBJECT = "of `{object}`", " `{object}` ";
    /// Whose attributes.
    OF_SUBJECT = "of the subject", "请求者";
    /// Whose attributes.
    OF_REQUEST = "of the request", "请求";
    /// Where.
    UNUSED_ATTRIBUTE_HERE = "only declared", "仅有声明";
    /// What to do.
    UNUSED_ATTRIBUTE_HELP = "remove them; what is only shown and changed is a `field`", "删去它们；若只是显示和修改，请写成 `field`";
    /// Fields.
    UNLABELLED = "these fields of `{object}` look personal and have no label: {names}", "`{object}` 的这些字段看起来是个人信息，却没有标签：{names}";
    /// Where.
    UNLABELLED_HERE = "open to whoever may read the record", "能读取记录的人都能看到";
    /// What to do.
    UNLABELLED_HELP = "add `is` with a label, so that only an allow with `including` opens them",
        "用 `is` 加上标签，这样只有带 `including` 的允许才会开放它们";
    /// People.
    LEAVER_LISTED = "this line still names somebody who has left: {people}", "这一行仍写着已离职的人员：{people}";
    /// Where.
    LEAVER_LISTED_HERE = "does nothing for them any more", "对其已不起作用";
    /// What to do.
    LEAVER_LISTED_HELP = "remove the name from the line", "从这一行删去姓名";
}
