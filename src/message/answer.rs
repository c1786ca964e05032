//! Texts of the `answer` family: scopes, conditions, windows and rights in words, and the answers to questions.

use super::Text;

/// Two things that both hold.
pub static AND: Text = Text::new("{a} and {b}", "{a} 且 {b}");
/// One of two conditions.
pub static OR: Text = Text::new("{a} or {b}", "{a} 或 {b}");
/// One of two kinds of record.
pub static EITHER: Text = Text::new("{a} or {b}", "{a}或{b}");
/// In parentheses.
pub static GROUP: Text = Text::new("({a})", "({a})");
/// Not that.
pub static NOT: Text = Text::new("not ({a})", "并非（{a}）");
/// Clauses in a row.
pub static CLAUSES: Text = Text::new("{list}", "{list}");

/// Every record.
pub static ALL_RECORDS: Text = Text::new("all records", "全部记录");
/// `own`
pub static OWN: Text = Text::new("own records", "自己的记录");
/// `team`
pub static TEAM: Text = Text::new("own and team records", "自己和所在团队的记录");
/// `reports`
pub static REPORTS: Text = Text::new("own and team records and those of people below", "自己、所在团队和下属的记录");
/// `my unit`
pub static MY_UNIT: Text = Text::new("own and team records and those of the own unit", "自己、所在团队和本部门的记录");
/// `my unit and below`
pub static MY_UNIT_AND_BELOW: Text = Text::new(
    "own and team records and those of the own unit and the units below it",
    "自己、所在团队、本部门和下级部门的记录",
);
/// `no owner`
pub static NO_OWNER: Text = Text::new("records without an owner", "没有负责人的记录");
/// `shared`
pub static SHARED: Text = Text::new("records shared with them", "共享给本人的记录");
/// `unit East`
pub static OF_UNIT: Text = Text::new("records of unit `{unit}`", "部门 `{unit}` 的记录");
/// `unit Sales and below`
pub static OF_UNIT_AND_BELOW: Text =
    Text::new("records of unit `{unit}` and the units below it", "部门 `{unit}` 及其下级部门的记录");
/// `outside …`
pub static OUTSIDE: Text = Text::new("all records but {a}", "{a}以外的全部记录");
/// In both scopes.
pub static ALSO: Text = Text::new("{a} that are also {b}", "既是{a}又是{b}的记录");

/// `is true`
pub static IS: Text = Text::new("`{path}` is `{value}`", "`{path}` 为 `{value}`");
/// `is not`
pub static IS_NOT: Text = Text::new("`{path}` is not `{value}`", "`{path}` 不为 `{value}`");
/// `<`
pub static LESS: Text = Text::new("`{path}` is below `{value}`", "`{path}` 小于 `{value}`");
/// `<=`
pub static LESS_OR_EQUAL: Text = Text::new("`{path}` is at most `{value}`", "`{path}` 不大于 `{value}`");
/// `>`
pub static GREATER: Text = Text::new("`{path}` is above `{value}`", "`{path}` 大于 `{value}`");
/// `>=`
pub static GREATER_OR_EQUAL: Text = Text::new("`{path}` is at least `{value}`", "`{path}` 不小于 `{value}`");
/// `is one of`
pub static ONE_OF: Text = Text::new("`{path}` is one of `{value}`", "`{path}` 为 `{value}` 之一");
/// `is not one of`
pub static NOT_ONE_OF: Text = Text::new("`{path}` is none of `{value}`", "`{path}` 不是 `{value}` 中的任何一个");
/// `has`
pub static HAS: Text = Text::new("`{path}` holds `{value}`", "`{path}` 包含 `{value}`");
/// `not … has`
pub static HAS_NOT: Text = Text::new("`{path}` does not hold `{value}`", "`{path}` 不包含 `{value}`");
/// `in`
pub static IN: Text = Text::new("`{path}` lies in `{value}`", "`{path}` 位于 `{value}`");
/// `not in`
pub static NOT_IN: Text = Text::new("`{path}` lies outside `{value}`", "`{path}` 不在 `{value}`");
/// `is none`
pub static IS_NONE: Text = Text::new("`{path}` is empty", "`{path}` 为空");
/// `is set`
pub static IS_SET: Text = Text::new("`{path}` is set", "`{path}` 不为空");
/// `is me`
pub static IS_ME: Text = Text::new("`{path}` is the one who asks", "`{path}` 是请求者本人");
/// `is not me`
pub static IS_NOT_ME: Text = Text::new("`{path}` is not the one who asks", "`{path}` 不是请求者本人");
/// `has me`
pub static HAS_ME: Text = Text::new("`{path}` holds the one who asks", "`{path}` 包含请求者本人");
/// `not … has me`
pub static HAS_NOT_ME: Text = Text::new("`{path}` does not hold the one who asks", "`{path}` 不包含请求者本人");

/// No bound.
pub static ALWAYS: Text = Text::new("at any time", "任何时间");
/// Lower bound.
pub static FROM: Text = Text::new("from {from}", "自 {from} 起");
/// Upper bound, an instant.
pub static BEFORE: Text = Text::new("before {until}", "{until} 之前");
/// Upper bound, a day.
pub static THROUGH: Text = Text::new("through {until}", "至 {until}（含当日）");
/// Both.
pub static FROM_BEFORE: Text = Text::new("from {from} before {until}", "自 {from} 起，{until} 之前");
/// Both.
pub static FROM_THROUGH: Text = Text::new("from {from} through {until}", "自 {from} 至 {until}（含当日）");
/// In recurring hours.
pub static DURING: Text = Text::new("during {hours}", "{hours}期间");
/// Not in recurring hours.
pub static OUTSIDE_HOURS: Text = Text::new("outside {hours}", "{hours}以外");
/// Declared hours.
pub static HOURS: Text = Text::new("`{name}`", " `{name}` ");
/// A pattern: days and extent.
pub static PATTERN: Text = Text::new("{days} {extent}", "{days}{extent}");
/// Times of day.
pub static TIMES: Text = Text::new("{start} to {end}", " {start} 到 {end} ");
/// Times of day over midnight.
pub static TIMES_NEXT: Text = Text::new("{start} to {end} of the next day", " {start} 到次日 {end} ");
/// Times of day over several midnights.
pub static TIMES_LATER: Text = Text::new("{start} to {end} {days} days on", " {start} 到 {days} 天后的 {end} ");
/// A start and elapsed minutes.
pub static FOR_MINUTES: Text =
    Text::new("from {start} for {minutes} {minutes|minute|minutes}", " {start} 起 {minutes} 分钟");
/// A start and elapsed hours.
pub static FOR_HOURS: Text = Text::new("from {start} for {hours} {hours|hour|hours}", " {start} 起 {hours} 小时");
/// Whole days.
pub static WHOLE_DAY: Text = Text::new("all day", "全天");
/// Several whole days.
pub static WHOLE_DAYS: Text = Text::new("for {days} whole days", "起 {days} 个整天");
/// Every day.
pub static DAILY: Text = Text::new("daily", "每天");
/// Monday to Friday.
pub static WEEKDAYS: Text = Text::new("Monday to Friday", "周一至周五");
/// Listed days of the week.
pub static ON_DAYS: Text = Text::new("{list}", "{list}");
/// A day of the week.
pub static MONDAY: Text = Text::new("Monday", "周一");
/// A day of the week.
pub static TUESDAY: Text = Text::new("Tuesday", "周二");
/// A day of the week.
pub static WEDNESDAY: Text = Text::new("Wednesday", "周三");
/// A day of the week.
pub static THURSDAY: Text = Text::new("Thursday", "周四");
/// A day of the week.
pub static FRIDAY: Text = Text::new("Friday", "周五");
/// A day of the week.
pub static SATURDAY: Text = Text::new("Saturday", "周六");
/// A day of the week.
pub static SUNDAY: Text = Text::new("Sunday", "周日");
/// Working days of a calendar.
pub static WORKDAYS: Text = Text::new("on workdays", "工作日");
/// Days off of a calendar.
pub static DAYS_OFF: Text = Text::new("on days off", "休息日");
/// Days of the month.
pub static MONTH_DAYS: Text = Text::new("each month on {days|day|days} {list}", "每月 {list} 日");
/// The last day of the month.
pub static MONTH_LAST: Text = Text::new("each month on the last day", "每月最后一天");
/// A day of the year.
pub static YEAR_DAY: Text = Text::new("each year on {month}-{day}", "每年 {month} 月 {day} 日");
/// The last day of a month of the year.
pub static YEAR_MONTH_LAST: Text = Text::new("each year on the last day of month {month}", "每年 {month} 月最后一天");

/// A rule with its clauses.
pub static RULE: Text = Text::new("`{rights}` on {clauses}", "`{rights}`（{clauses}）");
/// A general rule.
pub static GENERAL_RULE: Text = Text::new("`{rights}`", "`{rights}`");
/// A condition as a clause.
pub static WHEN: Text = Text::new("when {condition}", "条件：{condition}");

/// Words of the language itself.
pub static WRITTEN: Text = Text::new("`{words}`", "`{words}`");
/// A condition in words of the language itself.
pub static WHEN_WRITTEN: Text = Text::new("when `{words}`", "条件：`{words}`");
/// A requirement in words of the language itself.
pub static REQUIRED_WRITTEN: Text = Text::new("required: `{words}`", "要求：`{words}`");
/// Conditions of `active` lines.
pub static ACTIVE_WRITTEN: Text = Text::new("while `{words}`", "仅当 `{words}`");
/// The owner rule of create.
pub static OWNER_MUST_BE_ME: Text = Text::new("the owner must be the one who asks", "负责人必须是请求者本人");
/// A deny or mask of a role.
pub static UNLESS_RULE_OF: Text = Text::new("a rule of `{role}` takes it away", "`{role}` 的规则将其排除");
/// A deny.
pub static UNLESS_DENIED: Text = Text::new("`{role}` denies it: {clauses}", "`{role}` 禁止：{clauses}");
/// A mask.
pub static UNLESS_MASKED: Text = Text::new("`{role}` masks it: {clauses}", "`{role}` 脱敏：{clauses}");

/// An unknown scope.
pub static SCOPE_UNKNOWN: Text = Text::new(
    "whether the record is `{scope}` is not known without {missing}",
    "缺少 {missing}，无法判断记录是否符合 `{scope}`",
);
/// A false scope.
pub static SCOPE_FALSE: Text = Text::new("the record is not `{scope}`", "记录不符合 `{scope}`");
/// An unknown condition.
pub static CONDITION_UNKNOWN: Text = Text::new(
    "whether `{condition}` holds is not known without {missing}",
    "缺少 {missing}，无法判断 `{condition}` 是否成立",
);
/// A false condition.
pub static CONDITION_FALSE: Text = Text::new("`{condition}` does not hold", "`{condition}` 不成立");
/// The condition of an `active` line.
pub static ACTIVE_CONDITION_FALSE: Text =
    Text::new("the condition of an `active` line does not hold", "`active` 的条件不成立");
/// A session that does not use the role.
pub static SESSION_WITHOUT_ROLE: Text = Text::new(
    "the session does not use this role, or uses it beside one that must be apart",
    "本次会话没有使用该角色，或同时使用了必须分开的角色",
);
/// The window of an assignment.
pub static HELD_ONLY: Text = Text::new("the role is held only {window}", "该角色只在{window}持有");
/// An assignment to everyone in a unit, for somebody whose units nobody states.
pub static PERHAPS_HELD: Text = Text::new(
    "the role goes to everyone in a unit, and nobody states the units of this person",
    "该角色分配给某部门的所有人，而此人的部门未注明",
);
/// The window of a rule.
pub static RULE_ONLY: Text = Text::new("the rule works only {window}", "该规则只在{window}有效");
/// An `active` line.
pub static ACTIVE_HOURS_SHUT: Text =
    Text::new("an `active` line on the way is not open now", "路径上的 `active` 现在没有开启");
/// Sessions that must be apart.
pub static SEPARATE_SESSIONS: Text =
    Text::new("the roles must be used in separate sessions", "这些角色必须在不同的会话中使用");
/// Roles that nobody has both of.
pub static EXCLUSIVE_ROLES: Text = Text::new("nobody may have both of these roles", "任何人都不能同时拥有这些角色");
/// A suspension with a name.
pub static SUSPENDED_BY_NAME: Text = Text::new("suspended by `{name}`", "被 `{name}` 暂停");
/// A suspension.
pub static SUSPENDED_BY: Text = Text::new("suspended", "被暂停");

/// A change: facts.
pub static CHANGE_FACTS: Text = Text::new("let the request carry what is missing", "让请求带上所缺的信息");
/// A change: two of them.
pub static CHANGE_BOTH: Text = Text::new("{a}, and {b}", "{a}，并{b}");
/// A change: all that is in force against it.
pub static CHANGE_CLEAR: Text = Text::new("take out of the way what stops it", "去除阻止它的内容");
/// A change: a new allow.
pub static CHANGE_ADD_ALLOW: Text = Text::new("add to role `{role}`", "在角色 `{role}` 中加上");
/// A change: another role.
pub static CHANGE_ASSIGN: Text = Text::new("assign role `{role}` to `{user}`", "把角色 `{role}` 授予 `{user}`");
/// A change: a right that is dropped no more.
pub static CHANGE_RESTORE: Text =
    Text::new("no longer leave it out of role `{role}`", "不再把它从角色 `{role}` 中排除");
/// A change: a cancel.
pub static CHANGE_CANCEL: Text =
    Text::new("let role `{role}` cancel what `{from}` takes away", "让角色 `{role}` 取消 `{from}` 的限制");
/// A change: a deny or mask less.
pub static CHANGE_REMOVE_BRAKE: Text =
    Text::new("take it out of the deny or mask of role `{role}`", "从角色 `{role}` 的禁止或脱敏中去掉它");
/// A change: several denies or masks less.
pub static CHANGE_REMOVE_BRAKES: Text =
    Text::new("take it out of every deny or mask that binds", "从所有生效的禁止或脱敏中去掉它");
/// A change: a suspension ended.
pub static CHANGE_END_EARLY: Text = Text::new("end `{name}` early", "提前结束 `{name}`");
/// A change: an exemption.
pub static CHANGE_EXEMPT: Text = Text::new("take this out of the suspension", "把它排除在暂停之外");
/// A change: a suspension less.
pub static CHANGE_REMOVE_SUSPENSION: Text = Text::new("remove the suspension", "删去这条暂停");
/// A change: several suspensions less.
pub static CHANGE_REMOVE_SUSPENSIONS: Text = Text::new("remove the suspensions", "删去这些暂停");
/// A change: a requirement less.
pub static CHANGE_RELAX: Text = Text::new("take it out of the requirement", "从要求中去掉它");
/// A change: more time.
pub static CHANGE_WIDEN: Text = Text::new("give it more time", "延长时间");
/// A change: an allow less.
pub static CHANGE_REMOVE_ALLOW: Text = Text::new("take it out of what allows it", "从允许中去掉它");
/// A change: an assignment less.
pub static CHANGE_UNASSIGN: Text = Text::new("take the role away", "收回角色");
/// A change: an inherited right left out.
pub static CHANGE_LEAVE_OUT: Text = Text::new("leave it out of role `{role}`", "把它从角色 `{role}` 中排除");
/// A change: a deny.
pub static CHANGE_ADD_DENY: Text = Text::new("deny it in role `{role}`", "在角色 `{role}` 中禁止它");
/// A change: a suspension.
pub static CHANGE_SUSPEND: Text = Text::new("suspend `{user}` in that role", "在该角色中暂停 `{user}`");

/// Every entry of this family.
pub const ALL: &[&Text] = &[
    &AND,
    &OR,
    &EITHER,
    &GROUP,
    &NOT,
    &CLAUSES,
    &ALL_RECORDS,
    &OWN,
    &TEAM,
    &REPORTS,
    &MY_UNIT,
    &MY_UNIT_AND_BELOW,
    &NO_OWNER,
    &SHARED,
    &OF_UNIT,
    &OF_UNIT_AND_BELOW,
    &OUTSIDE,
    &ALSO,
    &IS,
    &IS_NOT,
    &LESS,
    &LESS_OR_EQUAL,
    &GREATER,
    &GREATER_OR_EQUAL,
    &ONE_OF,
    &NOT_ONE_OF,
    &HAS,
    &HAS_NOT,
    &IN,
    &NOT_IN,
    &IS_NONE,
    &IS_SET,
    &IS_ME,
    &IS_NOT_ME,
    &HAS_ME,
    &HAS_NOT_ME,
    &ALWAYS,
    &FROM,
    &BEFORE,
    &THROUGH,
    &FROM_BEFORE,
    &FROM_THROUGH,
    &DURING,
    &OUTSIDE_HOURS,
    &HOURS,
    &PATTERN,
    &TIMES,
    &TIMES_NEXT,
    &TIMES_LATER,
    &FOR_MINUTES,
    &FOR_HOURS,
    &WHOLE_DAY,
    &WHOLE_DAYS,
    &DAILY,
    &WEEKDAYS,
    &ON_DAYS,
    &MONDAY,
    &TUESDAY,
    &WEDNESDAY,
    &THURSDAY,
    &FRIDAY,
    &SATURDAY,
    &SUNDAY,
    &WORKDAYS,
    &DAYS_OFF,
    &MONTH_DAYS,
    &MONTH_LAST,
    &YEAR_DAY,
    &YEAR_MONTH_LAST,
    &RULE,
    &GENERAL_RULE,
    &WHEN,
    &WRITTEN,
    &WHEN_WRITTEN,
    &REQUIRED_WRITTEN,
    &ACTIVE_WRITTEN,
    &OWNER_MUST_BE_ME,
    &UNLESS_RULE_OF,
    &UNLESS_DENIED,
    &UNLESS_MASKED,
    &SCOPE_UNKNOWN,
    &SCOPE_FALSE,
    &CONDITION_UNKNOWN,
    &CONDITION_FALSE,
    &ACTIVE_CONDITION_FALSE,
    &SESSION_WITHOUT_ROLE,
    &HELD_ONLY,
    &PERHAPS_HELD,
    &RULE_ONLY,
    &ACTIVE_HOURS_SHUT,
    &SEPARATE_SESSIONS,
    &EXCLUSIVE_ROLES,
    &SUSPENDED_BY_NAME,
    &SUSPENDED_BY,
    &CHANGE_FACTS,
    &CHANGE_BOTH,
    &CHANGE_CLEAR,
    &CHANGE_ADD_ALLOW,
    &CHANGE_ASSIGN,
    &CHANGE_RESTORE,
    &CHANGE_CANCEL,
    &CHANGE_REMOVE_BRAKE,
    &CHANGE_REMOVE_BRAKES,
    &CHANGE_END_EARLY,
    &CHANGE_EXEMPT,
    &CHANGE_REMOVE_SUSPENSION,
    &CHANGE_REMOVE_SUSPENSIONS,
    &CHANGE_RELAX,
    &CHANGE_WIDEN,
    &CHANGE_REMOVE_ALLOW,
    &CHANGE_UNASSIGN,
    &CHANGE_LEAVE_OUT,
    &CHANGE_ADD_DENY,
    &CHANGE_SUSPEND,
];
