//! Texts of the `answer` family: scopes, conditions, windows and rights in words, and the answers to questions.

use super::Text;

texts! {
    /// Two things that both hold.
    AND = "{a} and {b}", "{a} 且 {b}";
    /// One of two conditions.
    OR = "{a} or {b}", "{a} 或 {b}";
    /// One of two kinds of record.
    EITHER = "{a} or {b}", "{a}或{b}";
    /// In parentheses.
    GROUP = "({a})", "({a})";
    /// Not that.
    NOT = "not ({a})", "并非（{a}）";
    /// Clauses in a row.
    CLAUSES = "{list}", "{list}";
    /// Every record.
    ALL_RECORDS = "all records", "全部记录";
    /// `own`
    OWN = "own records", "自己的记录";
    /// `team`
    TEAM = "own and team records", "自己和所在团队的记录";
    /// `reports`
    REPORTS = "own and team records and those of people below", "自己、所在团队和下属的记录";
    /// `my unit`
    MY_UNIT = "own and team records and those of the own unit", "自己、所在团队和本部门的记录";
    /// `my unit and below`
    MY_UNIT_AND_BELOW = "own and team records and those of the own unit and the units below it",
        "自己、所在团队、本部门和下级部门的记录";
    /// `no owner`
    NO_OWNER = "records without an owner", "没有负责人的记录";
    /// `shared`
    SHARED = "records shared with them", "共享给本人的记录";
    /// `unit East`
    OF_UNIT = "records of unit `{unit}`", "部门 `{unit}` 的记录";
    /// `unit Sales and below`
    OF_UNIT_AND_BELOW = "records of unit `{unit}` and the units below it", "部门 `{unit}` 及其下级部门的记录";
    /// `outside …`
    OUTSIDE = "all records but {a}", "{a}以外的全部记录";
    /// In both scopes.
    ALSO = "{a} that are also {b}", "既是{a}又是{b}的记录";
    /// `is true`
    IS = "`{path}` is `{value}`", "`{path}` 为 `{value}`";
    /// `is not`
    IS_NOT = "`{path}` is not `{value}`", "`{path}` 不为 `{value}`";
    /// `<`
    LESS = "`{path}` is below `{value}`", "`{path}` 小于 `{value}`";
    /// `<=`
    LESS_OR_EQUAL = "`{path}` is at most `{value}`", "`{path}` 不大于 `{value}`";
    /// `>`
    GREATER = "`{path}` is above `{value}`", "`{path}` 大于 `{value}`";
    /// `>=`
    GREATER_OR_EQUAL = "`{path}` is at least `{value}`", "`{path}` 不小于 `{value}`";
    /// `is one of`
    ONE_OF = "`{path}` is one of `{value}`", "`{path}` 为 `{value}` 之一";
    /// `is not one of`
    NOT_ONE_OF = "`{path}` is none of `{value}`", "`{path}` 不是 `{value}` 中的任何一个";
    /// `has`
    HAS = "`{path}` holds `{value}`", "`{path}` 包含 `{value}`";
    /// `not … has`
    HAS_NOT = "`{path}` does not hold `{value}`", "`{path}` 不包含 `{value}`";
    /// `in`
    IN = "`{path}` lies in `{value}`", "`{path}` 位于 `{value}`";
    /// `not in`
    NOT_IN = "`{path}` lies outside `{value}`", "`{path}` 不在 `{value}`";
    /// `is none`
    IS_NONE = "`{path}` is empty", "`{path}` 为空";
    /// `is set`
    IS_SET = "`{path}` is set", "`{path}` 不为空";
    /// `is me`
    IS_ME = "`{path}` is the one who asks", "`{path}` 是请求者本人";
    /// `is not me`
    IS_NOT_ME = "`{path}` is not the one who asks", "`{path}` 不是请求者本人";
    /// `has me`
    HAS_ME = "`{path}` holds the one who asks", "`{path}` 包含请求者本人";
    /// `not … has me`
    HAS_NOT_ME = "`{path}` does not hold the one who asks", "`{path}` 不包含请求者本人";
    /// No bound.
    ALWAYS = "at any time", "任何时间";
    /// Lower bound.
    FROM = "from {from}", "自 {from} 起";
    /// Upper bound, an instant.
    BEFORE = "before {until}", "{until} 之前";
    /// Upper bound, a day.
    THROUGH = "through {until}", "至 {until}（含当天）";
    /// Both.
    FROM_BEFORE = "from {from} before {until}", "自 {from} 起，{until} 之前";
    /// Both.
    FROM_THROUGH = "from {from} through {until}", "自 {from} 至 {until}（含当天）";
    /// In recurring hours.
    DURING = "during {hours}", "{hours}期间";
    /// Not in recurring hours.
    OUTSIDE_HOURS = "outside {hours}", "{hours}以外";
    /// Declared hours.
    HOURS = "`{name}`", " `{name}` ";
    /// A pattern: days and extent.
    PATTERN = "{days} {extent}", "{days}{extent}";
    /// Times of day.
    TIMES = "{start} to {end}", " {start} 到 {end} ";
    /// Times of day over midnight.
    TIMES_NEXT = "{start} to {end} of the next day", " {start} 到次日 {end} ";
    /// Times of day over several midnights.
    TIMES_LATER = "{start} to {end} {days} days on", " {start} 到 {days} 天后的 {end} ";
    /// A start and elapsed minutes.
    FOR_MINUTES = "from {start} for {minutes} {minutes|minute|minutes}", " {start} 起 {minutes} 分钟";
    /// A start and elapsed hours.
    FOR_HOURS = "from {start} for {hours} {hours|hour|hours}", " {start} 起 {hours} 小时";
    /// Whole days.
    WHOLE_DAY = "all day", "全天";
    /// Several whole days.
    WHOLE_DAYS = "for {days} whole days", "起 {days} 个整天";
    /// Every day.
    DAILY = "daily", "每天";
    /// Monday to Friday.
    WEEKDAYS = "Monday to Friday", "周一至周五";
    /// Listed days of the week.
    ON_DAYS = "{list}", "{list}";
    /// A day of the week.
    MONDAY = "Monday", "周一";
    /// A day of the week.
    TUESDAY = "Tuesday", "周二";
    /// A day of the week.
    WEDNESDAY = "Wednesday", "周三";
    /// A day of the week.
    THURSDAY = "Thursday", "周四";
    /// A day of the week.
    FRIDAY = "Friday", "周五";
    /// A day of the week.
    SATURDAY = "Saturday", "周六";
    /// A day of the week.
    SUNDAY = "Sunday", "周日";
    /// Working days of a calendar.
    WORKDAYS = "on workdays", "工作日";
    /// Days off of a calendar.
    DAYS_OFF = "on days off", "休息日";
    /// Days of the month.
    MONTH_DAYS = "each month on {days|day|days} {list}", "每月 {list} 日";
    /// The last day of the month.
    MONTH_LAST = "each month on the last day", "每月最后一天";
    /// A day of the year.
    YEAR_DAY = "each year on {month}-{day}", "每年 {month} 月 {day} 日";
    /// The last day of a month of the year.
    YEAR_MONTH_LAST = "each year on the last day of month {month}", "每年 {month} 月最后一天";
    /// A rule with its clauses.
    RULE = "`{rights}` on {clauses}", "`{rights}`（{clauses}）";
    /// A general rule.
    GENERAL_RULE = "`{rights}`", "`{rights}`";
    /// A condition as a clause.
    WHEN = "when {condition}", "条件：{condition}";
    /// Words of the language itself.
    WRITTEN = "`{words}`", "`{words}`";
    /// A condition in words of the language itself.
    WHEN_WRITTEN = "when `{words}`", "条件：`{words}`";
    /// A requirement in words of the language itself.
    REQUIRED_WRITTEN = "required: `{words}`", "要求：`{words}`";
    /// Conditions of `active` lines.
    ACTIVE_WRITTEN = "while `{words}`", "仅当 `{words}`";
    /// The owner rule of create.
    OWNER_MUST_BE_ME = "the owner must be the one who asks", "负责人必须是请求者本人";
    /// A deny or mask of a role.
    UNLESS_RULE_OF = "a rule of `{role}` takes it away", "`{role}` 的规则将其排除";
    /// A deny.
    UNLESS_DENIED = "`{role}` denies it: {clauses}", "`{role}` 禁止：{clauses}";
    /// A mask.
    UNLESS_MASKED = "`{role}` masks it: {clauses}", "`{role}` 脱敏：{clauses}";
    /// An unknown scope.
    SCOPE_UNKNOWN = "whether the record is `{scope}` is not known without {missing}",
        "缺少 {missing}，无法判断记录是否符合 `{scope}`";
    /// An unknown scope: nothing is missing, but somebody or something given is not known to the policy.
    SCOPE_UNTOLD = "whether the record is `{scope}` cannot be told: the policy does not know enough of who or what is given",
        "无法判断记录是否符合 `{scope}`：策略对所给的人或值了解不够";
    /// A false scope.
    SCOPE_FALSE = "the record is not `{scope}`", "记录不符合 `{scope}`";
    /// An unknown condition.
    CONDITION_UNKNOWN = "whether `{condition}` holds is not known without {missing}",
        "缺少 {missing}，无法判断 `{condition}` 是否成立";
    /// An unknown condition: nothing is missing, but something given is not known to the policy.
    CONDITION_UNTOLD = "whether `{condition}` holds cannot be told: the policy does not know enough of who or what is given",
        "无法判断 `{condition}` 是否成立：策略对所给的人或值了解不够";
    /// A false condition.
    CONDITION_FALSE = "`{condition}` does not hold", "`{condition}` 不成立";
    /// The condition of an `active` line.
    ACTIVE_CONDITION_FALSE = "the condition of an `active` line does not hold", "`active` 的条件不成立";
    /// A session that does not use the role.
    SESSION_WITHOUT_ROLE = "the session does not use this role, or uses it beside one that must be apart",
        "本次会话没有使用该角色，或同时使用了必须分开的角色";
    /// The window of an assignment.
    HELD_ONLY = "the role is held only {window}", "该角色的有效期：{window}";
    /// The window of a rule.
    RULE_ONLY = "the rule works only {window}", "该规则只在{window}有效";
    /// An `active` line.
    ACTIVE_HOURS_SHUT = "an `active` line on the way is not open now", "路径上的 `active` 现在没有开启";
    /// Sessions that must be apart.
    SEPARATE_SESSIONS = "the roles must be used in separate sessions", "这些角色必须在不同的会话中使用";
    /// Roles that nobody has both of.
    EXCLUSIVE_ROLES = "nobody may have both of these roles", "任何人都不能同时担任这些角色";
    /// A suspension with a name.
    SUSPENDED_BY_NAME = "suspended by `{name}`", "被 `{name}` 暂停";
    /// A suspension.
    SUSPENDED_BY = "suspended", "被暂停";
    /// A change: facts.
    CHANGE_FACTS = "let the request carry what is missing", "让请求带上所缺的信息";
    /// A change: two of them.
    CHANGE_BOTH = "{a}, and {b}", "{a}，并{b}";
    /// A change: all that is in force against it.
    CHANGE_CLEAR = "take out of the way what stops it", "去除阻止它的内容";
    /// A change: a new allow.
    CHANGE_ADD_ALLOW = "add to role `{role}`", "在角色 `{role}` 中加上";
    /// A change: another role.
    CHANGE_ASSIGN = "assign role `{role}` to `{user}`", "把角色 `{role}` 分配给 `{user}`";
    /// A change: a right that is dropped no more.
    CHANGE_RESTORE = "no longer leave it out of role `{role}`", "不再把它从角色 `{role}` 中排除";
    /// A change: a cancel.
    CHANGE_CANCEL = "let role `{role}` cancel what `{from}` takes away", "让角色 `{role}` 取消 `{from}` 的禁止或脱敏";
    /// A change: a deny or mask less.
    CHANGE_REMOVE_BRAKE = "take it out of the deny or mask of role `{role}`", "从角色 `{role}` 的禁止或脱敏中去掉它";
    /// A change: several denies or masks less.
    CHANGE_REMOVE_BRAKES = "take it out of every deny or mask that binds", "从所有生效的禁止或脱敏中去掉它";
    /// A change: a suspension ended.
    CHANGE_END_EARLY = "end `{name}` early", "提前结束 `{name}`";
    /// A change: an exemption.
    CHANGE_EXEMPT = "take this out of the suspension", "把它排除在暂停之外";
    /// A change: a suspension less.
    CHANGE_REMOVE_SUSPENSION = "remove the suspension", "删去这条暂停";
    /// A change: several suspensions less.
    CHANGE_REMOVE_SUSPENSIONS = "remove the suspensions", "删去这些暂停";
    /// A change: a requirement less.
    CHANGE_RELAX = "take it out of the requirement", "从这条要求中去掉它";
    /// A change: more time.
    CHANGE_WIDEN = "give it more time", "延长时间";
    /// A change: an allow less.
    CHANGE_REMOVE_ALLOW = "take it out of what allows it", "从这条允许中去掉它";
    /// A change: an assignment less.
    CHANGE_UNASSIGN = "take the role away", "收回角色";
    /// A change: an inherited right left out.
    CHANGE_LEAVE_OUT = "leave it out of role `{role}`", "把它从角色 `{role}` 中排除";
    /// A change: a deny.
    CHANGE_ADD_DENY = "deny it in role `{role}`", "在角色 `{role}` 中禁止它";
    /// A change: a suspension.
    CHANGE_SUSPEND = "suspend `{user}` in that role", "在该角色中暂停 `{user}`";
    /// An end that takes a whole day in.
    END_OF_DAY = "the end of {day}", " {day} 当日末";
    /// As it stands.
    WRITTEN_PLAIN = "{words}", " {words} ";
    /// The owner rule of create, with the rights that lift it.
    OWNER_ME_OR = "the owner must be the one who asks, or the one who asks may also {actions} that record", "负责人必须是请求者本人，或请求者对该记录也可以 {actions}";
    /// A value of another type.
    GIVEN_NOT = "`{value}` is not {expected}", "`{value}` 不是{expected}";
    /// A value that its attribute cannot hold.
    GIVEN_UNUSABLE = "`{name}`: {reason}", "`{name}`：{reason}";
    /// What was expected.
    GIVEN_A_VALUE = "one of its values", "它的取值之一";
    /// What was expected.
    GIVEN_TEXT = "a text; put it in quotes", "文本；请加上引号";
    /// A display label of several in the place of a name.
    GIVEN_LABELS = "several have the label `{name}`: write the name of one, {ids}", "有几个的显示名都是 `{name}`：请写其中一个的名称，{ids}";
    /// A set for one value.
    GIVEN_SET = "a set was given for a single value", "给出了集合，而此处应为单个值";
    /// One value for a set.
    GIVEN_NO_SET = "`{value}` is no set: write `[{value}]`", "`{value}` 不是集合：请写 `[{value}]`";
    /// The owner rule of create, broken.
    OWNER_NOT_ME = "the owner of the new record is not the one who asks, and who may not change the owner creates only for themselves", "新记录的负责人不是请求者本人，而不能更改负责人的人只能为自己新建";
    /// The owner rule of create, not known.
    OWNER_NOT_KNOWN = "without {missing} it is not known whether the owner of the new record is the one who asks", "缺少 {missing}，无法判断新记录的负责人是不是请求者本人";
    /// The condition of a suspension.
    SUSPENDED_WRITTEN = "suspended unless `{words}` is known false", "除非已知 `{words}` 不成立，否则暂停";
    /// Fields that a mask covers.
    FIELDS_MASKED = "{fields} masked: {clauses}", "{fields} 脱敏：{clauses}";
    /// Fields that a deny hides.
    FIELDS_HIDDEN = "{fields} not shown: {clauses}", "{fields} 不显示：{clauses}";
    /// Whose rule, where no more is known.
    RULE_OF = "by a rule of `{role}`", "依 `{role}` 的规则";
    /// An assignment to everyone in a unit, for somebody whose units nobody states.
    PERHAPS_HELD = "the role goes to everyone in a unit, and nobody states the units of this person", "该角色分配给某部门的所有人，而此人的部门未注明";
}
