//! Texts of the `lint` family: findings and waivers.

use super::Text;

texts! {
    /// One holder.
    ONE_PERSON = "`{user}`", "`{user}`";
    /// Several holders.
    ONE_AND_MORE = "`{user}` and {more} more {more|person|people}", "`{user}` 及另外 {more} 人";
    /// Holders that are not known by name.
    WHOEVER_BRINGS = "whoever brings the roles", "携带这些角色的请求者";
    /// Two roles of one person.
    OVERLAP_ACROSS = "role `{deny}` denies {rights} that role `{allow}` allows, and {who} can hold both",
        "角色 `{deny}` 禁止了角色 `{allow}` 所允许的 {rights}，而{who}会同时拥有两者";
    /// What to do.
    OVERLAP_ACROSS_HELP = "assign only one of the two roles, or narrow the deny with `within`, `outside` or `when`",
        "只分配其中一个角色，或用 `within`、`outside`、`when` 缩小禁止的范围";
    /// Two parents of one role.
    OVERLAP_WITHIN = "role `{seat}` inherits {rights} from `{allow}` and its deny from `{deny}`",
        "角色 `{seat}` 从 `{allow}` 继承了 {rights}，又从 `{deny}` 继承了对它的禁止";
    /// The same in several roles.
    OVERLAP_WITHIN_MORE =
        "role `{seat}` and {more} more inherit {rights} from `{allow}` and its deny from `{deny}`",
        "角色 `{seat}` 及另外 {more} 个角色从 `{allow}` 继承了 {rights}，又从 `{deny}` 继承了对它的禁止";
    /// A role and one that it inherits.
    OVERLAP_INHERITED = "role `{deny}` denies part of the {rights} that role `{allow}` allows",
        "角色 `{deny}` 禁止了角色 `{allow}` 所允许的部分 {rights}";
    /// One role.
    OVERLAP_OWN = "role `{allow}` denies part of the {rights} that it allows",
        "角色 `{allow}` 禁止了自己所允许的部分 {rights}";
    /// What to do.
    OVERLAP_HELP = "nothing, if the deny is meant as an exception; it cuts out exactly its own records and conditions",
        "若禁止本来就是例外，则无需修改：它只排除自己的记录和条件";
    /// The deny, with what it takes.
    OVERLAP_DENIED_HERE = "deny wins here: {cube}", "此处以禁止为准：{cube}";
    /// The allow.
    OVERLAP_ALLOWED_HERE = "allowed here", "在此允许";
    /// An assignment.
    OVERLAP_HELD_HERE = "`{role}` comes with this line", "`{role}` 由此行而来";
    /// A cancel that another held role defeats.
    DEFEATED_ACROSS = "role `{role}` cancels {what}, but through `{other}` it still binds {who}",
        "角色 `{role}` 取消了{what}，但它仍通过 `{other}` 约束 {who}";
    /// A cancel that another way of inheritance defeats.
    DEFEATED_WITHIN = "role `{role}` cancels {what}, but `{seat}` also inherits it on a way without the cancel",
        "角色 `{role}` 取消了{what}，但 `{seat}` 还从没有取消的路径继承了它";
    /// A deny.
    THE_DENY_OF = "the deny of {rights}", "对 {rights} 的禁止";
    /// A mask.
    THE_MASK_OF = "the mask of {fields}", "对 {fields} 的脱敏";
    /// Where.
    DEFEATED_HERE = "this cancel has no effect for them", "这条取消对其不起作用";
    /// The deny or mask.
    DEFEATED_BY = "still in force", "仍然有效";
    /// What to do about two roles, one of which inherits the other.
    DEFEATED_UNASSIGN_HELP = "do not assign `{other}` beside `{seat}`, which inherits it",
        "不要在 `{seat}` 之外再分配 `{other}`：前者已经继承后者";
    /// What to do about two roles.
    DEFEATED_ACROSS_HELP = "assign `{other}` and `{seat}` to different people, or cancel it in `{other}` too",
        "把 `{other}` 和 `{seat}` 分配给不同的人，或在 `{other}` 中也取消它";
    /// What to do about two ways.
    DEFEATED_WITHIN_HELP = "cancel it in `{seat}`, where the ways meet", "在各路径汇合的 `{seat}` 中取消它";
    /// A mask that does nothing.
    MASK_OF_UNREADABLE = "role `{role}` masks `{fields}`, but nobody whom the mask binds may read that there anyway",
        "角色 `{role}` 对 `{fields}` 脱敏，但受其约束的人在该范围内都无权读取";
    /// Where.
    MASK_OF_UNREADABLE_HERE = "masks nothing", "没有脱敏任何内容";
    /// Where, if other fields of the same line are masked.
    MASK_OF_UNREADABLE_PART = "masks nothing of these", "没有对这些字段脱敏";
    /// What to do.
    MASK_OF_UNREADABLE_HELP = "remove the mask, or allow reading the field: a mask never grants",
        "删去脱敏，或允许读取该字段：脱敏本身不授予任何权限";
    /// A mask that works on what others give.
    MASK_FOR_OTHERS = "role `{role}` masks `{fields}`, which it may not read itself",
        "角色 `{role}` 对 `{fields}` 脱敏，但它自己无权读取";
    /// Where.
    MASK_FOR_OTHERS_HERE = "masks only what heirs or other roles give", "只对继承者或其他角色所给的内容脱敏";
    /// What to do.
    MASK_FOR_OTHERS_HELP = "nothing, if it is meant for them; otherwise move the mask to the role that reads the field",
        "若本来就是为它们而写，则无需修改；否则请把脱敏移到读取该字段的角色中";
    /// A suspension that leaves a way open.
    LEAKY = "while `{role}` is suspended, {who} can still do {rights} through `{through}`",
        "`{role}` 暂停期间，{who}仍可通过 `{through}` 进行 {rights}";
    /// Where.
    LEAKY_HERE = "does not stop all that it seems to", "没有停下看起来会停下的全部权限";
    /// The way.
    LEAKY_THERE = "`{role}` still gives {rule}", "`{role}` 仍给予：{rule}";
    /// What to do.
    LEAKY_HELP = "suspend the other role too, or suspend the actions, or the user, to stop them whatever the role",
        "同时暂停另一个角色，或改为暂停动作或用户，以便不论角色一律停下";
    /// What to do where it is plain.
    LEAKY_BELOW_HELP = "nothing, if they are to keep what the inherited role gives; otherwise suspend the user or the actions",
        "若其应保留被继承角色所给的权限，则无需修改；否则请暂停用户或动作";
    /// A role of nobody.
    UNHELD_ROLE = "nobody holds role `{role}`", "没有人担任角色 `{role}`";
    /// Where.
    UNHELD_ROLE_HERE = "neither assigned nor inherited by a role that is", "既未分配给任何人，也没有被已分配的角色继承";
    /// What to do.
    UNHELD_ROLE_HELP = "assign it, or remove it", "分配它，或将其删除";
    /// An edge that says nothing new.
    REDUNDANT_INHERITANCE = "role `{heir}` inherits `{parent}` through `{through}` anyway",
        "角色 `{heir}` 已通过 `{through}` 继承 `{parent}`";
    /// Where.
    REDUNDANT_INHERITANCE_HERE = "adds nothing", "没有增加任何内容";
    /// The other way.
    REDUNDANT_INHERITANCE_THERE = "the way that suffices", "这条路径已经足够";
    /// The repair.
    REDUNDANT_INHERITANCE_FIX = "remove `{parent}` from the list", "从列表中删去 `{parent}`";
    /// What to do.
    REDUNDANT_INHERITANCE_HELP = "remove it from the list", "将其从列表中删去";
    /// A brake in a role with hours.
    DENY_IN_ACTIVE_ROLE = "role `{role}` works at times only, but this deny or mask binds always",
        "角色 `{role}` 只在部分时间生效，但这条禁止或脱敏始终有效";
    /// Where.
    DENY_IN_ACTIVE_ROLE_HERE = "binds at any time", "任何时间都有效";
    /// The hours.
    DENY_IN_ACTIVE_ROLE_THERE = "switches off allows only", "只会关闭允许";
    /// What to do.
    DENY_IN_ACTIVE_ROLE_HELP = "nothing, if it is to bind always; otherwise add `during` to the line itself",
        "若应始终有效，则无需修改；否则请在该行加上 `during`";
    /// Writing unseen.
    WRITE_WITHOUT_READ = "role `{role}` may update `{fields}` but not read it",
        "角色 `{role}` 可以更新 `{fields}`，但无权读取";
    /// Where.
    WRITE_WITHOUT_READ_HERE = "`including` counts for each action by itself", "`including` 只对所在的动作有效";
    /// What to do.
    WRITE_WITHOUT_READ_HELP = "nothing, if it is meant; otherwise let the allow for `read` include the same labels",
        "若本意如此，则无需修改；否则请让 `read` 的允许包含相同的标签";
    /// Two assignments, one of which ends.
    ASSIGNMENT_ENDS_EARLY = "this assignment of `{role}` to `{user}` ends at {end}, but another one goes on",
        "`{user}` 的 `{role}` 在此于 {end} 结束，但另一条分配仍在继续";
    /// Where.
    ASSIGNMENT_ENDS_EARLY_HERE = "its end ends nothing", "此处的结束不起作用";
    /// The other one.
    ASSIGNMENT_ENDS_EARLY_THERE = "goes on here", "在此继续";
    /// What to do.
    ASSIGNMENT_ENDS_EARLY_HELP = "end both, or remove the one that ends first", "让两者都结束，或删去先结束的一条";
    /// An allow that is past.
    ALLOW_OVER = "this allow ended at {end}", "这条允许已于{end}结束";
    /// A deny that is past.
    DENY_OVER = "this deny ended at {end}", "这条禁止已于{end}结束";
    /// A mask that is past.
    MASK_OVER = "this mask ended at {end}", "这条脱敏已于{end}结束";
    /// A cancel that is past.
    CANCEL_OVER = "this cancel ended at {end}", "这条取消已于{end}结束";
    /// A requirement that is past.
    REQUIRE_OVER = "this requirement ended at {end}", "这条要求已于{end}结束";
    /// An assignment that is past.
    ASSIGNMENT_OVER = "this assignment ended at {end}", "这条分配已于{end}结束";
    /// A delegation that is past.
    DELEGATION_OVER = "this delegation ended at {end}", "这条代理已于{end}结束";
    /// A suspension that is past.
    SUSPENSION_OVER = "this suspension ended at {end}", "这条暂停已于{end}结束";
    /// Where.
    WINDOW_OVER_HERE = "does nothing any more", "已不再起作用";
    /// What to do.
    WINDOW_OVER_HELP = "remove the line, or give it a new time", "删去这一行，或写上新的时间";
    /// A review of a role.
    REVIEW_OVERDUE = "role `{role}` was to be reviewed before {due}", "角色 `{role}` 应在 {due} 之前审查";
    /// A review of a suspension.
    SUSPENSION_REVIEW_OVERDUE = "this suspension has no end and was to be reviewed before {due}",
        "这条暂停没有结束时间，应在 {due} 之前审查";
    /// Where.
    REVIEW_OVERDUE_HERE = "overdue", "已过期";
    /// What to do.
    REVIEW_OVERDUE_HELP = "look at who holds the role and what it may do, then write the date as `last reviewed`",
        "检查谁担任该角色、它能做什么，然后更新 `last reviewed` 的日期";
    /// What to do.
    SUSPENSION_REVIEW_OVERDUE_HELP = "end the suspension, or write a new date after `review before`",
        "结束这条暂停，或在 `review before` 之后写上新的日期";
    /// A calendar that ends.
    CALENDAR_RUNS_OUT = "calendar `{calendar}` covers nothing from {end} on", "日历 `{calendar}` 自 {end} 起没有内容";
    /// A calendar that has ended.
    CALENDAR_RAN_OUT = "calendar `{calendar}` has covered nothing since {end}",
        "日历 `{calendar}` 自 {end} 起已没有内容";
    /// Where.
    CALENDAR_RUNS_OUT_HERE = "the last year that it covers", "所覆盖的最后一年";
    /// The window that uses it.
    CALENDAR_USED_HERE = "from then on this gives nothing and takes away fully", "此后这里不再给予权限，而限制全部生效";
    /// What to do.
    CALENDAR_RUNS_OUT_HELP = "add the days off of the next year, and write it after `covers … through`",
        "加上下一年的休息日，并把年份写在 `covers … through` 之后";
    /// A written time that does not exist.
    TIME_SKIPPED = "`{time}` does not exist in `{zone}`: the clock is set forward over it",
        "`{zone}` 没有 `{time}` 这一时刻：时钟向前拨过了它";
    /// Where.
    TIME_SKIPPED_HERE = "read as the safer of the two instants beside it", "按前后两个时刻中较安全的一个理解";
    /// A written time that occurs twice.
    TIME_DOUBLED = "`{time}` occurs twice in `{zone}`: the clock is set back over it",
        "`{zone}` 的 `{time}` 出现两次：时钟向后拨过了它";
    /// Where.
    TIME_DOUBLED_HERE = "read as the safer of the two", "按两者中较安全的一个理解";
    /// What to do.
    CLOCK_CHANGE_HELP = "write a time at which the clock is not changed", "请写时钟不变动的时刻";
    /// An hour that does not exist on a day.
    HOURS_SKIPPED = "{time} does not exist in `{zone}` on {date}, where {hours} has an edge",
        "`{zone}` 在 {date} 没有 {time}，而{hours}以此为界";
    /// An hour that occurs twice on a day.
    HOURS_DOUBLED = "{time} occurs twice in `{zone}` on {date}, where {hours} has an edge",
        "`{zone}` 在 {date} 的 {time} 出现两次，而{hours}以此为界";
    /// Where.
    HOURS_CHANGED_HERE = "shorter or longer on that day", "当天会变短或变长";
    /// What to do.
    HOURS_CHANGED_HELP = "nothing, if that is fine: what gives access is read short, what takes it away long",
        "若可以接受，则无需修改：给予权限时取短，限制权限时取长";
    /// A night and days off.
    DAY_OFF_NIGHT = "these hours run over midnight and leave out days off: the day on which they start decides",
        "这段时间跨越午夜并区分休息日：以开始的那一天为准";
    /// Where.
    DAY_OFF_NIGHT_HERE = "the night into a day off is whole, the night out of it is missing",
        "进入休息日的夜晚完整计入，休息日当晚则不计";
    /// What to do.
    DAY_OFF_NIGHT_HELP = "nothing, if that is meant; otherwise divide the hours at midnight",
        "若本意如此，则无需修改；否则请在午夜处拆分";
    /// Not all was looked at.
    NOT_SEARCHED = "the policy is too large to look for every finding; some overlaps, leaks or redundant lines may not be shown",
        "策略过大，未能查找全部提示：部分重叠、疏漏或多余的行可能没有列出";
    /// Where.
    NOT_SEARCHED_HERE = "this policy", "本策略";
    /// A waiver without a rule.
    WAIVER_WITHOUT_RULE = "this waiver names no rule", "这条豁免没有写规则名";
    /// A waiver without a date.
    WAIVER_WITHOUT_DATE = "this waiver has no date that it runs through", "这条豁免没有写截止日期";
    /// A waiver without a reason.
    WAIVER_WITHOUT_REASON = "this waiver gives no reason", "这条豁免没有写理由";
    /// Where.
    WAIVER_UNREADABLE_HERE = "not a whole waiver", "豁免不完整";
    /// What to do.
    WAIVER_UNREADABLE_HELP = "write `#! allow(rule) through 2026-12-31 because \"why\"`; for a plain comment write `#`",
        "请写作 `#! allow(rule) through 2026-12-31 because \"why\"`；普通注释请用 `#`";
    /// A waiver of no rule.
    WAIVER_UNKNOWN_RULE = "no finding is named `{rule}`", "没有名为 `{rule}` 的提示";
    /// Where.
    WAIVER_UNKNOWN_RULE_HERE = "waives nothing", "没有豁免任何内容";
    /// A near name.
    WAIVER_DID_YOU_MEAN = "did you mean `{near}`?", "是否想写 `{near}`？";
    /// What to do.
    WAIVER_UNKNOWN_RULE_HELP = "`rolecall lint --list` shows all rules", "用 `rolecall lint --list` 查看全部规则";
    /// A waiver that is past.
    WAIVER_EXPIRED = "this waiver ended with {date}", "这条豁免已于 {date} 到期";
    /// Where.
    WAIVER_EXPIRED_HERE = "expired", "已到期";
    /// What to do.
    WAIVER_EXPIRED_HELP = "mend what it waives, or agree on a new date with whoever approved it",
        "修正所豁免的问题，或与批准者商定新的日期";
    /// A waiver of nothing.
    WAIVER_UNUSED = "this waiver of `{rule}` waives nothing", "这条对 `{rule}` 的豁免没有豁免任何内容";
    /// Where.
    WAIVER_UNUSED_HERE = "no such finding on the line that it speaks of", "所指的行上没有这样的提示";
    /// What to do.
    WAIVER_UNUSED_HELP = "remove it", "将其删去";
}
