//! Texts of the `time` family: what ends, what never runs, what is given twice.

use super::Text;

texts! {
    /// Something that ends soon.
    EXPIRES = "{what} ends at {end}", "{what}将于{end}结束";
    /// An assignment.
    ASSIGNMENT_EXPIRES = "the assignment of {roles} to {people}", "{people}的{roles}";
    /// A delegation.
    DELEGATION_EXPIRES = "the delegation of `{role}` from `{of}` to `{to}`", "`{of}` 交给 `{to}` 代理的 `{role}`";
    /// An allow.
    ALLOW_EXPIRES = "an allow of role `{role}`", "角色 `{role}` 的一条允许";
    /// An `active` line.
    ACTIVE_EXPIRES = "the time in which role `{role}` is active", "角色 `{role}` 的启用时间";
    /// Where.
    EXPIRES_HERE = "ends soon", "即将结束";
    /// What to do.
    EXPIRES_HELP = "nothing, if it is to end; otherwise write a later date", "若应当结束，则无需修改；否则请写更晚的日期";
    /// A brake that ends.
    BRAKE_EXPIRES = "{kind} ends at {end}: from then on {people}, for one, may `{right}`",
        "{kind}将于{end}结束：此后例如{people}可以 `{right}`";
    /// A kind of line.
    DENY = "this deny", "这条禁止";
    /// A kind of line.
    MASK = "this mask", "这条脱敏";
    /// A kind of line.
    REQUIREMENT = "this requirement", "这条要求";
    /// A kind of line.
    SUSPENSION = "this suspension", "这条暂停";
    /// Where.
    BRAKE_EXPIRES_HERE = "what it takes away comes back", "它收回的权限将恢复";
    /// What to do.
    BRAKE_EXPIRES_HELP = "nothing, if it is to end; otherwise write a later date before it does",
        "若应当结束，则无需修改；否则请在结束之前改写更晚的日期";
    /// Hours that are no limit.
    VACUOUS_HOURS = "`{hours}` is open at every instant", "`{hours}` 在任何时刻都成立";
    /// A pattern that is no limit.
    VACUOUS_PATTERN = "this pattern is open at every instant", "这个重复时段在任何时刻都成立";
    /// Where.
    VACUOUS_HERE = "limits nothing", "没有限制任何时间";
    /// What to do.
    VACUOUS_HELP = "leave it out, or write the hours that are meant", "删去它，或写上真正需要的时段";
    /// A role that is held in vain.
    NEVER_ACTIVE = "role `{role}` is held by {people} only when none of its allows works",
        "{people}担任角色 `{role}` 的时间内，它的任何允许都不生效";
    /// Where.
    NEVER_ACTIVE_HERE = "held at these times only", "只在这段时间担任";
    /// The hours of the role.
    ACTIVE_HERE = "works at these times only", "只在这段时间生效";
    /// What to do.
    NEVER_ACTIVE_HELP = "let the two times meet, or remove the line", "让两段时间有重合，或删去这一行";
    /// Somebody external.
    EXTERNAL_ENDLESS = "{people} from outside: role `{role}` is held with no end", "外部人员{people}担任角色 `{role}`，没有结束日期";
    /// Somebody external.
    EXTERNAL_LONG = "{people} from outside: role `{role}` is held for more than {days} days",
        "外部人员{people}担任角色 `{role}` 超过 {days} 天";
    /// Where.
    ENDLESS_HERE = "no end", "没有结束";
    /// Where.
    LONG_HERE = "ends late", "结束得太晚";
    /// What to do.
    EXTERNAL_HELP = "write `through` with the last day of the contract, and renew it when the contract is",
        "用 `through` 写上合同的最后一天，续签时再更新";
    /// A delegation.
    DELEGATION_ENDLESS = "`{to}` stands in for `{of}` in role `{role}` with no end", "`{to}` 代理 `{of}` 的角色 `{role}`，没有结束日期";
    /// What to do.
    DELEGATION_ENDLESS_HELP = "write `through` with the last day; if it is for good, assign the role instead",
        "用 `through` 写上最后一天；若长期如此，请直接分配该角色";
    /// An assignment.
    IDLE_ASSIGNMENT = "this assignment of `{role}` never runs for {people}", "此处分配给{people}的 `{role}` 永远不会生效";
    /// Where.
    IDLE_ASSIGNMENT_HERE = "never in the days in which they are here", "与在职时间没有重合";
    /// The person's days.
    DAYS_HERE = "the first and last day stand here", "入职或离职日期写在此处";
    /// What to do.
    IDLE_ASSIGNMENT_HELP = "mend the dates, or remove the name from the line", "更正日期，或从这一行删去该人员";
    /// An assignment.
    DUPLICATE_ASSIGNMENT = "`{role}` is assigned to {people} twice", "`{role}` 重复分配给了{people}";
    /// Where.
    ADDS_NOTHING_HERE = "adds nothing", "没有增加任何内容";
    /// The other one.
    DUPLICATE_ASSIGNMENT_THERE = "assigned here already", "此处已经分配";
    /// What to do.
    DUPLICATE_ASSIGNMENT_HELP = "keep one of the two, so that taking it away takes it away",
        "只保留一条，以免收回时还留着另一条";
    /// An assignment.
    REDUNDANT_ASSIGNMENT = "without this line {people} would have all of `{role}` too, since `{heir}` inherits it",
        "没有这一行，{people}也拥有 `{role}` 的全部权限：`{heir}` 继承了它";
    /// What to do.
    REDUNDANT_ASSIGNMENT_HELP = "remove the line, unless this role is to stay when the other one goes",
        "删去这一行，除非收回另一个角色后仍需保留它";
    /// A delegation.
    IDLE_DELEGATION = "`{of}` never holds `{role}` while it is lent to `{to}`", "在交给 `{to}` 代理期间，`{of}` 并不担任 `{role}`";
    /// Where.
    IDLE_DELEGATION_HERE = "gives nothing", "没有给予任何内容";
    /// What to do.
    IDLE_DELEGATION_HELP = "mend the dates, or remove the line", "更正日期，或删去这一行";
    /// A delegation.
    DELEGATION_ADDS_NOTHING = "`{to}` may do all that `{of}` lends with `{role}` anyway", "`{of}` 借 `{role}` 交给 `{to}` 的权限，`{to}` 本来就有";
    /// What to do.
    DELEGATION_ADDS_NOTHING_HELP = "remove the line, or lend the role that is meant", "删去这一行，或改写真正要代理的角色";
    /// A date.
    FAR_AHEAD = "{date} is more than ten years away", "{date} 在十年以后";
    /// A date.
    LONG_AGO = "{date} is long past", "{date} 已过去很久";
    /// Where.
    DISTANT_HERE = "is the year right?", "年份是否写错？";
    /// What to do.
    FAR_AHEAD_HELP = "mend the year; if it means never, leave the end out", "更正年份；若表示永不结束，请不写结束日期";
    /// What to do.
    LONG_AGO_HELP = "mend the year, or leave the date out", "更正年份，或不写这个日期";
    /// A suspension.
    OVER_LONG = "this suspension has been on since {start} and has no end", "这条暂停自 {start} 起生效，没有结束日期";
    /// What to do.
    OVER_LONG_HELP = "what is shut for good is clearer taken away: remove the assignment or the allow, and the suspension",
        "若不再恢复，直接收回更清楚：请删去分配或允许，再删去这条暂停";
    /// A role.
    GAP = "nobody holds `{role}` from {end} to {start}", "从{end}到 {start} 没有人担任 `{role}`";
    /// Where.
    GAP_HERE = "held again from here on", "由此起重新有人担任";
    /// What to do.
    GAP_HELP = "nothing, if it is to rest; otherwise let the dates meet", "若本应空缺，则无需修改；否则请让日期衔接";
    /// A suspension.
    SUSPENSION_OVERLAP = "another suspension stops all this one does", "另一条暂停已经停下这里的全部内容";
    /// Where.
    SUSPENSION_OVERLAP_HERE = "stops nothing more, and its end opens nothing", "没有多停下任何内容，结束时也不会恢复";
    /// The other one.
    SUSPENSION_OVERLAP_THERE = "stops it already", "此处已经停下";
    /// What to do.
    SUSPENSION_OVERLAP_HELP = "remove one of the two", "删去其中一条";
}
