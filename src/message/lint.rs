//! Texts of the `lint` family: findings and waivers.

use super::Text;

/// One holder.
pub static ONE_PERSON: Text = Text::new("`{user}`", "`{user}`");
/// Several holders.
pub static ONE_AND_MORE: Text = Text::new("`{user}` and {more} more {more|person|people}", "`{user}` 及另外 {more} 人");
/// Holders that are not known by name.
pub static WHOEVER_BRINGS: Text = Text::new("whoever brings the roles", "携带这些角色的请求者");

/// Two roles of one person.
pub static OVERLAP_ACROSS: Text = Text::new(
    "role `{deny}` denies `{rights}` that role `{allow}` allows, and {who} can hold both",
    "角色 `{deny}` 禁止了角色 `{allow}` 所允许的 `{rights}`，而 {who} 会同时拥有两者",
);
/// What to do.
pub static OVERLAP_ACROSS_HELP: Text = Text::new(
    "assign only one of the two roles, or narrow the deny with `within`, `outside` or `when`",
    "只授予其中一个角色，或用 `within`、`outside`、`when` 缩小禁止的范围",
);
/// Two parents of one role.
pub static OVERLAP_WITHIN: Text = Text::new(
    "role `{seat}` inherits `{rights}` from `{allow}` and its deny from `{deny}`",
    "角色 `{seat}` 从 `{allow}` 继承了 `{rights}`，又从 `{deny}` 继承了对它的禁止",
);
/// A role and one that it inherits.
pub static OVERLAP_INHERITED: Text = Text::new(
    "role `{deny}` denies part of the `{rights}` that role `{allow}` allows",
    "角色 `{deny}` 禁止了角色 `{allow}` 所允许的部分 `{rights}`",
);
/// One role.
pub static OVERLAP_OWN: Text = Text::new(
    "role `{allow}` denies part of the `{rights}` that it allows",
    "角色 `{allow}` 禁止了自己所允许的部分 `{rights}`",
);
/// What to do.
pub static OVERLAP_HELP: Text = Text::new(
    "nothing, if the deny is meant as an exception; it cuts out exactly its own records and conditions",
    "若禁止本来就是例外，则无需修改：它只排除自己的记录和条件",
);
/// An allow that never works.
pub static OVERLAP_DEAD: Text = Text::new(
    "role `{allow}` allows `{rights}`, but inherits a deny of all of it from `{deny}`",
    "角色 `{allow}` 允许了 `{rights}`，但从 `{deny}` 继承了对它的全部禁止",
);
/// What to do.
pub static OVERLAP_DEAD_HELP: Text = Text::new(
    "remove the allow, or add `cancel deny … inherited from …` with a reason",
    "删去这条允许，或加上带理由的 `cancel deny … inherited from …`",
);
/// The deny, with what it takes.
pub static OVERLAP_DENIED_HERE: Text = Text::new("deny wins here: {cube}", "此处以禁止为准：{cube}");
/// The allow.
pub static OVERLAP_ALLOWED_HERE: Text = Text::new("allowed here", "在此允许");
/// An assignment.
pub static OVERLAP_HELD_HERE: Text = Text::new("`{role}` comes with this line", "`{role}` 由此行而来");

/// A cancel that another held role defeats.
pub static DEFEATED_ACROSS: Text = Text::new(
    "role `{role}` cancels {what}, but through `{other}` it still binds {who}",
    "角色 `{role}` 取消了{what}，但它仍通过 `{other}` 约束 {who}",
);
/// A cancel that another way of inheritance defeats.
pub static DEFEATED_WITHIN: Text = Text::new(
    "role `{role}` cancels {what}, but `{seat}` also inherits it on a way without the cancel",
    "角色 `{role}` 取消了{what}，但 `{seat}` 还从没有取消的路径继承了它",
);
/// A deny.
pub static THE_DENY_OF: Text = Text::new("the deny of `{rights}`", "对 `{rights}` 的禁止");
/// A mask.
pub static THE_MASK_OF: Text = Text::new("the mask of `{fields}`", "对 `{fields}` 的脱敏");
/// Where.
pub static DEFEATED_HERE: Text = Text::new("this cancel has no effect for them", "这条取消对其不起作用");
/// The deny or mask.
pub static DEFEATED_BY: Text = Text::new("still in force", "仍然有效");
/// What to do about two roles, one of which inherits the other.
pub static DEFEATED_UNASSIGN_HELP: Text = Text::new(
    "do not assign `{other}` beside `{seat}`, which inherits it",
    "不要在 `{seat}` 之外再授予 `{other}`：前者已经继承后者",
);
/// What to do about two roles.
pub static DEFEATED_ACROSS_HELP: Text = Text::new(
    "assign `{other}` and `{seat}` to different people, or cancel it in `{other}` too",
    "把 `{other}` 和 `{seat}` 授予不同的人，或在 `{other}` 中也取消它",
);
/// What to do about two ways.
pub static DEFEATED_WITHIN_HELP: Text =
    Text::new("cancel it in `{seat}`, where the ways meet", "在各路径汇合的 `{seat}` 中取消它");

/// A mask that does nothing.
pub static MASK_OF_UNREADABLE: Text = Text::new(
    "role `{role}` masks `{fields}`, which nobody who has the mask may read there",
    "角色 `{role}` 对 `{fields}` 脱敏，但受其约束的人在该范围内都无权读取",
);
/// Where.
pub static MASK_OF_UNREADABLE_HERE: Text = Text::new("masks nothing", "没有脱敏任何内容");
/// Where, if other fields of the same line are masked.
pub static MASK_OF_UNREADABLE_PART: Text = Text::new("masks nothing of these", "没有对这些字段脱敏");
/// What to do.
pub static MASK_OF_UNREADABLE_HELP: Text = Text::new(
    "remove the mask, or allow reading the field: a mask never grants",
    "删去脱敏，或允许读取该字段：脱敏本身不授予任何权限",
);
/// A mask that works on what others give.
pub static MASK_FOR_OTHERS: Text = Text::new(
    "role `{role}` masks `{fields}`, which it may not read itself",
    "角色 `{role}` 对 `{fields}` 脱敏，但它自己无权读取",
);
/// Where.
pub static MASK_FOR_OTHERS_HERE: Text =
    Text::new("masks only what heirs or other roles give", "只对继承者或其他角色所给的内容脱敏");
/// What to do.
pub static MASK_FOR_OTHERS_HELP: Text = Text::new(
    "nothing, if it is meant for them; otherwise move the mask to the role that reads the field",
    "若本来就是为它们而写，则无需修改；否则请把脱敏移到读取该字段的角色中",
);

/// A suspension that leaves a way open.
pub static LEAKY: Text = Text::new(
    "while `{role}` is suspended, `{rights}` stays open through `{through}` for {who}",
    "`{role}` 暂停期间，{who} 仍可通过 `{through}` 进行 `{rights}`",
);
/// Where.
pub static LEAKY_HERE: Text = Text::new("does not stop all that it seems to", "没有停下看上去应停下的全部权限");
/// The way.
pub static LEAKY_THERE: Text = Text::new("`{role}` still gives {rule}", "`{role}` 仍给予：{rule}");
/// What to do.
pub static LEAKY_HELP: Text = Text::new(
    "suspend the other role too, or suspend the actions, or the user, to stop them whatever the role",
    "同时暂停另一个角色，或改为暂停动作或用户，以便不论角色一律停下",
);
/// What to do where it is plain.
pub static LEAKY_BELOW_HELP: Text = Text::new(
    "nothing, if they are to keep what the inherited role gives; otherwise suspend the user or the actions",
    "若其应保留被继承角色所给的权限，则无需修改；否则请暂停用户或动作",
);

/// A role of nobody.
pub static UNHELD_ROLE: Text = Text::new("nobody holds role `{role}`", "没有人担任角色 `{role}`");
/// Where.
pub static UNHELD_ROLE_HERE: Text =
    Text::new("neither assigned nor inherited by a role that is", "既未授予，也没有被已授予的角色继承");
/// What to do.
pub static UNHELD_ROLE_HELP: Text = Text::new("assign it, or remove it", "授予它，或将其删除");

/// An edge that says nothing new.
pub static REDUNDANT_INHERITANCE: Text = Text::new(
    "role `{heir}` inherits `{parent}` through `{through}` anyway",
    "角色 `{heir}` 已通过 `{through}` 继承 `{parent}`",
);
/// Where.
pub static REDUNDANT_INHERITANCE_HERE: Text = Text::new("adds nothing", "没有增加任何内容");
/// The other way.
pub static REDUNDANT_INHERITANCE_THERE: Text = Text::new("the way that suffices", "这条路径已经足够");
/// The repair.
pub static REDUNDANT_INHERITANCE_FIX: Text = Text::new("remove `{parent}` from the list", "从列表中删去 `{parent}`");
/// What to do.
pub static REDUNDANT_INHERITANCE_HELP: Text = Text::new("remove it from the list", "将其从列表中删去");

/// An allow that another one covers.
pub static COVERED_ALLOW: Text =
    Text::new("role `{role}` allows this already by another line", "角色 `{role}` 的另一行已经允许了这些");
/// An allow that an inherited one covers.
pub static COVERED_BY_INHERITED: Text =
    Text::new("role `{role}` allows this already through `{other}`", "角色 `{role}` 已通过 `{other}` 允许了这些");
/// Where.
pub static COVERED_ALLOW_HERE: Text = Text::new("gives nothing new", "没有给予新的权限");
/// The wider one.
pub static COVERED_ALLOW_THERE: Text = Text::new("gives all of it", "已给予全部");
/// What to do.
pub static COVERED_ALLOW_HELP: Text = Text::new("remove the narrower line", "删去较窄的一行");

/// A brake in a role with hours.
pub static DENY_IN_ACTIVE_ROLE: Text = Text::new(
    "role `{role}` works at times only, but this deny or mask binds always",
    "角色 `{role}` 只在部分时间生效，但这条禁止或脱敏始终有效",
);
/// Where.
pub static DENY_IN_ACTIVE_ROLE_HERE: Text = Text::new("binds at any time", "任何时间都有效");
/// The hours.
pub static DENY_IN_ACTIVE_ROLE_THERE: Text = Text::new("switches off allows only", "只会关闭允许");
/// What to do.
pub static DENY_IN_ACTIVE_ROLE_HELP: Text = Text::new(
    "nothing, if it is to bind always; otherwise add `during` to the line itself",
    "若应始终有效，则无需修改；否则请在该行加上 `during`",
);

/// Writing unseen.
pub static WRITE_WITHOUT_READ: Text =
    Text::new("role `{role}` may update `{fields}` but not read it", "角色 `{role}` 可以更新 `{fields}`，但无权读取");
/// Where.
pub static WRITE_WITHOUT_READ_HERE: Text =
    Text::new("`including` counts for each action by itself", "`including` 只对所在的动作有效");
/// What to do.
pub static WRITE_WITHOUT_READ_HELP: Text = Text::new(
    "nothing, if it is meant; otherwise let the allow for `read` include the same labels",
    "若本意如此，则无需修改；否则请让 `read` 的允许包含相同的标签",
);

/// Two assignments, one of which ends.
pub static ASSIGNMENT_ENDS_EARLY: Text = Text::new(
    "this assignment of `{role}` to `{user}` ends at {end}, but another one goes on",
    "`{user}` 的 `{role}` 在此于 {end} 结束，但另一条授予仍在继续",
);
/// Where.
pub static ASSIGNMENT_ENDS_EARLY_HERE: Text = Text::new("its end ends nothing", "此处的结束不起作用");
/// The other one.
pub static ASSIGNMENT_ENDS_EARLY_THERE: Text = Text::new("goes on here", "在此继续");
/// What to do.
pub static ASSIGNMENT_ENDS_EARLY_HELP: Text =
    Text::new("end both, or remove the one that ends first", "让两者都结束，或删去先结束的一条");

/// An allow that is past.
pub static ALLOW_OVER: Text = Text::new("this allow ended at {end}", "这条允许已于{end}结束");
/// A deny that is past.
pub static DENY_OVER: Text = Text::new("this deny ended at {end}", "这条禁止已于{end}结束");
/// A mask that is past.
pub static MASK_OVER: Text = Text::new("this mask ended at {end}", "这条脱敏已于{end}结束");
/// A cancel that is past.
pub static CANCEL_OVER: Text = Text::new("this cancel ended at {end}", "这条取消已于{end}结束");
/// A requirement that is past.
pub static REQUIRE_OVER: Text = Text::new("this requirement ended at {end}", "这条要求已于{end}结束");
/// An assignment that is past.
pub static ASSIGNMENT_OVER: Text = Text::new("this assignment ended at {end}", "这条授予已于{end}结束");
/// A delegation that is past.
pub static DELEGATION_OVER: Text = Text::new("this delegation ended at {end}", "这条代理已于{end}结束");
/// A suspension that is past.
pub static SUSPENSION_OVER: Text = Text::new("this suspension ended at {end}", "这条暂停已于{end}结束");
/// Where.
pub static WINDOW_OVER_HERE: Text = Text::new("does nothing any more", "已不再起作用");
/// What to do.
pub static WINDOW_OVER_HELP: Text = Text::new("remove the line, or give it a new time", "删去这一行，或写上新的时间");

/// A review of a role.
pub static REVIEW_OVERDUE: Text =
    Text::new("role `{role}` was to be reviewed before {due}", "角色 `{role}` 应在 {due} 之前审查");
/// A review of a suspension.
pub static SUSPENSION_REVIEW_OVERDUE: Text = Text::new(
    "this suspension has no end and was to be reviewed before {due}",
    "这条暂停没有结束时间，应在 {due} 之前审查",
);
/// Where.
pub static REVIEW_OVERDUE_HERE: Text = Text::new("overdue", "已过期");
/// What to do.
pub static REVIEW_OVERDUE_HELP: Text = Text::new(
    "look at who holds the role and what it may do, then write the date as `last reviewed`",
    "检查谁担任该角色、它能做什么，然后更新 `last reviewed` 的日期",
);
/// What to do.
pub static SUSPENSION_REVIEW_OVERDUE_HELP: Text = Text::new(
    "end the suspension, or write a new date after `review before`",
    "结束这条暂停，或在 `review before` 之后写上新的日期",
);

/// A calendar that ends.
pub static CALENDAR_RUNS_OUT: Text =
    Text::new("calendar `{calendar}` covers nothing from {end} on", "日历 `{calendar}` 自 {end} 起没有内容");
/// A calendar that has ended.
pub static CALENDAR_RAN_OUT: Text =
    Text::new("calendar `{calendar}` has covered nothing since {end}", "日历 `{calendar}` 自 {end} 起已没有内容");
/// Where.
pub static CALENDAR_RUNS_OUT_HERE: Text = Text::new("the last year that it covers", "所覆盖的最后一年");
/// The window that uses it.
pub static CALENDAR_USED_HERE: Text =
    Text::new("from then on this gives nothing and takes away fully", "此后这里不再给予权限，而限制全部生效");
/// What to do.
pub static CALENDAR_RUNS_OUT_HELP: Text = Text::new(
    "add the days off of the next year, and write it after `covers … through`",
    "加上下一年的休息日，并把年份写在 `covers … through` 之后",
);

/// A written time that does not exist.
pub static TIME_SKIPPED: Text = Text::new(
    "`{time}` does not exist in `{zone}`: the clock is set forward over it",
    "`{zone}` 没有 `{time}` 这一时刻：时钟向前拨过了它",
);
/// Where.
pub static TIME_SKIPPED_HERE: Text =
    Text::new("read as the safer of the two instants beside it", "按前后两个时刻中较安全的一个理解");
/// A written time that occurs twice.
pub static TIME_DOUBLED: Text = Text::new(
    "`{time}` occurs twice in `{zone}`: the clock is set back over it",
    "`{zone}` 的 `{time}` 出现两次：时钟向后拨过了它",
);
/// Where.
pub static TIME_DOUBLED_HERE: Text = Text::new("read as the safer of the two", "按两者中较安全的一个理解");
/// What to do.
pub static CLOCK_CHANGE_HELP: Text =
    Text::new("write a time at which the clock is not changed", "请写时钟不变动的时刻");
/// An hour that does not exist on a day.
pub static HOURS_SKIPPED: Text = Text::new(
    "{time} does not exist in `{zone}` on {date}, where {hours} has an edge",
    "`{zone}` 在 {date} 没有 {time}，而{hours}以此为界",
);
/// An hour that occurs twice on a day.
pub static HOURS_DOUBLED: Text = Text::new(
    "{time} occurs twice in `{zone}` on {date}, where {hours} has an edge",
    "`{zone}` 在 {date} 的 {time} 出现两次，而{hours}以此为界",
);
/// Where.
pub static HOURS_CHANGED_HERE: Text = Text::new("shorter or longer on that day", "当天会变短或变长");
/// What to do.
pub static HOURS_CHANGED_HELP: Text = Text::new(
    "nothing, if that is fine: what gives access is read short, what takes it away long",
    "若可以接受，则无需修改：给予权限时取短，限制权限时取长",
);

/// A night and days off.
pub static DAY_OFF_NIGHT: Text = Text::new(
    "these hours run over midnight and keep days off: the day on which they start decides",
    "这段时间跨越午夜并区分休息日：以开始的那一天为准",
);
/// Where.
pub static DAY_OFF_NIGHT_HERE: Text = Text::new(
    "the night into a day off is whole, the night out of it is missing",
    "进入休息日的夜晚完整计入，休息日当晚则不计",
);
/// What to do.
pub static DAY_OFF_NIGHT_HELP: Text = Text::new(
    "nothing, if that is meant; otherwise divide the hours at midnight",
    "若本意如此，则无需修改；否则请在午夜处拆分",
);

/// Not all was looked at.
pub static NOT_SEARCHED: Text = Text::new(
    "the policy is too large to look for every finding; some overlaps, leaks or redundant lines may not be shown",
    "策略过大，未能查找全部提示：部分重叠、疏漏或多余的行可能没有列出",
);
/// Where.
pub static NOT_SEARCHED_HERE: Text = Text::new("this policy", "本策略");

/// A waiver without a rule.
pub static WAIVER_WITHOUT_RULE: Text = Text::new("this waiver names no rule", "这条豁免没有写规则名");
/// A waiver without a date.
pub static WAIVER_WITHOUT_DATE: Text =
    Text::new("this waiver has no date that it runs through", "这条豁免没有写截止日期");
/// A waiver without a reason.
pub static WAIVER_WITHOUT_REASON: Text = Text::new("this waiver gives no reason", "这条豁免没有写理由");
/// Where.
pub static WAIVER_UNREADABLE_HERE: Text = Text::new("not a whole waiver", "豁免不完整");
/// What to do.
pub static WAIVER_UNREADABLE_HELP: Text = Text::new(
    "write `#! allow(rule) through 2026-12-31 because \"why\"`; for a plain comment write `#`",
    "请写作 `#! allow(rule) through 2026-12-31 because \"why\"`；普通注释请用 `#`",
);
/// A waiver of no rule.
pub static WAIVER_UNKNOWN_RULE: Text = Text::new("no rule named `{rule}`", "没有名为 `{rule}` 的规则");
/// Where.
pub static WAIVER_UNKNOWN_RULE_HERE: Text = Text::new("waives nothing", "没有豁免任何内容");
/// A near name.
pub static WAIVER_DID_YOU_MEAN: Text = Text::new("did you mean `{near}`?", "是否想写 `{near}`？");
/// What to do.
pub static WAIVER_UNKNOWN_RULE_HELP: Text =
    Text::new("`rolecall lint --list` shows all rules", "用 `rolecall lint --list` 查看全部规则");
/// A waiver that is past.
pub static WAIVER_EXPIRED: Text = Text::new("this waiver ended with {date}", "这条豁免已于 {date} 到期");
/// Where.
pub static WAIVER_EXPIRED_HERE: Text = Text::new("expired", "已到期");
/// What to do.
pub static WAIVER_EXPIRED_HELP: Text = Text::new(
    "mend what it waives, or agree on a new date with whoever approved it",
    "修正所豁免的问题，或与批准者商定新的日期",
);
/// A waiver of nothing.
pub static WAIVER_UNUSED: Text =
    Text::new("this waiver of `{rule}` waives nothing", "这条对 `{rule}` 的豁免没有豁免任何内容");
/// Where.
pub static WAIVER_UNUSED_HERE: Text =
    Text::new("no such finding on the line that it speaks of", "所指的行上没有这样的提示");
/// What to do.
pub static WAIVER_UNUSED_HELP: Text = Text::new("remove it", "将其删去");

/// Every entry of this family.
pub const ALL: &[&Text] = &[
    &ONE_PERSON,
    &ONE_AND_MORE,
    &WHOEVER_BRINGS,
    &OVERLAP_ACROSS,
    &OVERLAP_ACROSS_HELP,
    &OVERLAP_WITHIN,
    &OVERLAP_INHERITED,
    &OVERLAP_OWN,
    &OVERLAP_HELP,
    &OVERLAP_DEAD,
    &OVERLAP_DEAD_HELP,
    &OVERLAP_DENIED_HERE,
    &OVERLAP_ALLOWED_HERE,
    &OVERLAP_HELD_HERE,
    &DEFEATED_ACROSS,
    &DEFEATED_WITHIN,
    &THE_DENY_OF,
    &THE_MASK_OF,
    &DEFEATED_HERE,
    &DEFEATED_BY,
    &DEFEATED_UNASSIGN_HELP,
    &DEFEATED_ACROSS_HELP,
    &DEFEATED_WITHIN_HELP,
    &MASK_OF_UNREADABLE,
    &MASK_OF_UNREADABLE_HERE,
    &MASK_OF_UNREADABLE_PART,
    &MASK_OF_UNREADABLE_HELP,
    &MASK_FOR_OTHERS,
    &MASK_FOR_OTHERS_HERE,
    &MASK_FOR_OTHERS_HELP,
    &LEAKY,
    &LEAKY_HERE,
    &LEAKY_THERE,
    &LEAKY_HELP,
    &LEAKY_BELOW_HELP,
    &UNHELD_ROLE,
    &UNHELD_ROLE_HERE,
    &UNHELD_ROLE_HELP,
    &REDUNDANT_INHERITANCE,
    &REDUNDANT_INHERITANCE_HERE,
    &REDUNDANT_INHERITANCE_THERE,
    &REDUNDANT_INHERITANCE_FIX,
    &REDUNDANT_INHERITANCE_HELP,
    &COVERED_ALLOW,
    &COVERED_BY_INHERITED,
    &COVERED_ALLOW_HERE,
    &COVERED_ALLOW_THERE,
    &COVERED_ALLOW_HELP,
    &DENY_IN_ACTIVE_ROLE,
    &DENY_IN_ACTIVE_ROLE_HERE,
    &DENY_IN_ACTIVE_ROLE_THERE,
    &DENY_IN_ACTIVE_ROLE_HELP,
    &WRITE_WITHOUT_READ,
    &WRITE_WITHOUT_READ_HERE,
    &WRITE_WITHOUT_READ_HELP,
    &ASSIGNMENT_ENDS_EARLY,
    &ASSIGNMENT_ENDS_EARLY_HERE,
    &ASSIGNMENT_ENDS_EARLY_THERE,
    &ASSIGNMENT_ENDS_EARLY_HELP,
    &ALLOW_OVER,
    &DENY_OVER,
    &MASK_OVER,
    &CANCEL_OVER,
    &REQUIRE_OVER,
    &ASSIGNMENT_OVER,
    &DELEGATION_OVER,
    &SUSPENSION_OVER,
    &WINDOW_OVER_HERE,
    &WINDOW_OVER_HELP,
    &REVIEW_OVERDUE,
    &SUSPENSION_REVIEW_OVERDUE,
    &REVIEW_OVERDUE_HERE,
    &REVIEW_OVERDUE_HELP,
    &SUSPENSION_REVIEW_OVERDUE_HELP,
    &CALENDAR_RUNS_OUT,
    &CALENDAR_RAN_OUT,
    &CALENDAR_RUNS_OUT_HERE,
    &CALENDAR_USED_HERE,
    &CALENDAR_RUNS_OUT_HELP,
    &TIME_SKIPPED,
    &TIME_SKIPPED_HERE,
    &TIME_DOUBLED,
    &TIME_DOUBLED_HERE,
    &CLOCK_CHANGE_HELP,
    &HOURS_SKIPPED,
    &HOURS_DOUBLED,
    &HOURS_CHANGED_HERE,
    &HOURS_CHANGED_HELP,
    &DAY_OFF_NIGHT,
    &DAY_OFF_NIGHT_HERE,
    &DAY_OFF_NIGHT_HELP,
    &NOT_SEARCHED,
    &NOT_SEARCHED_HERE,
    &WAIVER_WITHOUT_RULE,
    &WAIVER_WITHOUT_DATE,
    &WAIVER_WITHOUT_REASON,
    &WAIVER_UNREADABLE_HERE,
    &WAIVER_UNREADABLE_HELP,
    &WAIVER_UNKNOWN_RULE,
    &WAIVER_UNKNOWN_RULE_HERE,
    &WAIVER_DID_YOU_MEAN,
    &WAIVER_UNKNOWN_RULE_HELP,
    &WAIVER_EXPIRED,
    &WAIVER_EXPIRED_HERE,
    &WAIVER_EXPIRED_HELP,
    &WAIVER_UNUSED,
    &WAIVER_UNUSED_HERE,
    &WAIVER_UNUSED_HELP,
];
