//! Texts of the `timeline` family: what starts and ends when, and who gains or loses by it.

use super::Text;

texts! {
    ASSIGNMENT = "role `{role}` of {people}", "{people} 的角色 `{role}`";
    ASSIGNMENT_FOR = "role `{role}` of {people} for {units} only", "{people} 的角色 `{role}`（仅限 {units}）";
    DELEGATION = "role `{role}` of {of} lent to {to}", "{of} 委托给 {to} 的角色 `{role}`";
    EMPLOYMENT = "employment of {people}", "{people} 的任职";
    ALLOW = "role `{role}` allows {rules}", "角色 `{role}` 允许 {rules}";
    DENY = "role `{role}` denies {rules}", "角色 `{role}` 禁止 {rules}";
    MASK = "role `{role}` masks {fields}", "角色 `{role}` 对 {fields} 脱敏";
    CANCEL = "role `{role}` cancels what it inherits from `{from}`: {lines}", "角色 `{role}` 取消从 `{from}` 继承的限制：{lines}";
    ACTIVE = "role `{role}` is active", "角色 `{role}` 处于启用状态";
    REQUIREMENT = "requirement for {rights}", "对 {rights} 的强制要求";
    REQUIREMENT_OF = "requirement for {rights} on whoever has {roles}", "对持有 {roles} 的人就 {rights} 的强制要求";
    USERS_SUSPENDED = "everything of {people}", "{people} 的全部权限";
    USERS_SUSPENDED_IN = "role `{role}` of {people}", "{people} 在角色 `{role}` 中的权限";
    /// A suspension.
    ROLES_SUSPENDED = "what comes through {roles}", "通过 {roles} 得到的权限";
    /// A suspension.
    HEIRS_SUSPENDED = "{roles} and the roles that inherit it", "{roles} 及继承它的角色";
    /// A suspension.
    RIGHTS_SUSPENDED = "{rights}", "{rights}";
    EVERYTHING_SUSPENDED = "everything of everybody", "所有人的全部权限";
    EVERYTHING_SUSPENDED_EXCEPT = "everything except {except}", "除 {except} 外的全部权限";
    GUARANTEE = "guarantee: {sentence}", "保证：{sentence}";
    WAIVER = "waiver of `{rule}`", "对 `{rule}` 的豁免";
    REVIEW = "review of role `{role}`", "角色 `{role}` 的定期审查";
    SUSPENSION_REVIEW = "review of the suspension of {what}", "对暂停（{what}）的复核";
    CALENDAR = "calendar `{calendar}`", "日历 `{calendar}`";
    NAMED = "{what}, named `{name}`", "{what}（名为 `{name}`）";
    BECAUSE = "{what} (because {reason})", "{what}（原因：{reason}）";
    /// When something recurring takes place.
    RECURS = "{what}: {when}", "{what}：{when}";
    /// What happens.
    BEGINS = "begins", "开始";
    /// What happens.
    ENDS = "ends", "结束";
    /// What happens: a suspension begins.
    PAUSES = "pauses", "暂停";
    /// What happens: a suspension ends.
    RESUMES = "resumes", "恢复";
    /// What happens: an occurrence begins.
    OPENS = "opens", "进入时段";
    /// What happens: an occurrence ends.
    CLOSES = "closes", "离开时段";
    /// What happens.
    DUE = "is due", "到期";
    /// What happens.
    RUNS_OUT = "runs out", "用尽";
    EVENT = "{step}: {what}", "{step}：{what}";
    HEADING = "from {from} until {until}: {n} {n|instant|instants}, {series} recurring",
        "自 {from} 至 {until}：{n} 个时刻，{series} 组周期变化";
    NOTHING = "from {from} until {until}: nothing starts or ends", "自 {from} 至 {until}：没有任何开始或结束";
    COLUMN_WHEN = "When", "时间";
    COLUMN_WHAT = "What", "事项";
    /// Before who gains what.
    GAIN = "+ gain", "+ 获得";
    /// Before who loses what.
    LOSE = "- lose", "- 失去";
    /// Beside what is recurring.
    RECURRING = "{n} times, first {first}, last {last}", "共 {n} 次，首次 {first}，末次 {last}";
    ONCE = "{first}, recurring", "{first}，周期性";
    /// One line of who gains or loses what.
    WHO_WHAT = "{who}: {what}", "{who}：{what}";
    MORE_PEOPLE = "{people} and {n} more", "{people} 等，另有 {n} 人";
    /// Beside the first of a list.
    MORE_RIGHTS = "{rights} and {n} more", "{rights}，另有 {n} 项";
    UNDECIDED = "{n} {n|question|questions} of who gains or loses here could not be decided within the budget", "此处有 {n} 个增减问题在预算内未能判定";
    CUT = "only looked at until {at}: too many changes of recurring hours", "只查看到 {at}：周期时段变化过多";
    NEEDS_PACKAGE = "a timeline is made of a package; a table does not tell what was written", "时间线要由策略包生成；决策表不含所写内容";
    BACKWARDS = "the range ends before it starts: from {from} to {until}", "时间范围的结束早于开始：从 {from} 到 {until}";
    NO_PERSON = "no person `{name}`", "没有人员 `{name}`";
    NO_ROLE = "no role `{name}`", "没有角色 `{name}`";
    GAINS = "gain: {list}", "获得：{list}";
    LOSES = "lose: {list}", "失去：{list}";
    TITLE = "Timeline of {policy}", "{policy} 的时间线";
    LEGEND_GAIN = "somebody gains", "有人获得权限";
    LEGEND_LOSS = "somebody loses", "有人失去权限";
    LEGEND_NEITHER = "no decision changes", "没有决定改变";
    LEGEND_BOTH = "some gain, some lose", "有得有失";
}
