//! Texts of the `diff` family: what a change does to access.

use super::Text;

texts! {
    /// The record's owner is the asker.
    OWN = "the record is their own", "记录归本人所有";
    /// Or somebody whose role they have.
    OWN_OR = "the record is their own or that of `{people}`", "记录归本人或 `{people}` 所有";
    /// Somebody named.
    OWNED_BY = "the record is that of `{people}`", "记录归 `{people}` 所有";
    /// Below the asker.
    BELOW = "the record's owner reports to them", "记录负责人是其下属";
    /// Null.
    NO_OWNER = "the record has no owner", "记录没有负责人";
    /// The asker's own units.
    THEIR_UNIT = "the record belongs to their unit", "记录属于其所在部门";
    /// With what lies below.
    THEIR_UNIT_BELOW = "the record belongs to their unit or one below it", "记录属于其所在部门或下级部门";
    /// Units by name.
    OF_UNITS = "the record belongs to unit `{units}`", "记录属于部门 `{units}`";
    /// With what lies below.
    OF_UNITS_BELOW = "the record belongs to unit `{units}` or one below it", "记录属于部门 `{units}` 或其下级部门";
    /// No unit is stated.
    OF_NO_UNIT = "the record belongs to a unit of theirs, of which none is stated", "记录属于其部门（未登记部门）";
    /// In a set of people or units.
    SHARED_WITH = "`{path}` holds them", "`{path}` 包含本人或其部门";
    /// A role that a request may bring.
    BRINGS = "the request brings role `{role}`", "请求带有角色 `{role}`";
    /// It is not so.
    NOT_SO = "it is not so that {a}", "并非{a}";
    /// Not so, or not known.
    UNLESS = "unless {a}", "除非{a}";
    /// So, or not known.
    NOT_RULED_OUT = "unless it is known not to be so that {a}", "除非已知并非{a}";
    /// Neither true nor false.
    UNTOLD = "it is not known whether {a}", "不知道是否{a}";
    /// True or false.
    TOLD = "it is known whether {a}", "已知是否{a}";
    /// Nothing the model can say.
    SOMETHING = "something that cannot be told", "某个无法判断的情况";
    /// Whatever bounds how long somebody is there.
    EMPLOYED = "while they are employed", "在其任职期间";
    /// Suspensions that both sides have.
    NOT_SUSPENDED = "while nothing suspends it", "未被暂停时";
    /// One of several things.
    ONE_OF_THESE = "{a}, or {b}", "{a}，或{b}";
    /// Things that all hold, as one of several.
    TOGETHER = "{a} and {b}", "{a}且{b}";
    /// Another time window.
    NOT_WINDOW = "not {window}", "不在{window}";

    /// Verdict.
    VERDICT_NONE = "No access change", "权限没有变化";
    /// Verdict.
    VERDICT_NARROWED = "Access only reduced", "权限只有减少";
    /// Verdict.
    VERDICT_WIDENED = "Access widened", "权限扩大";
    /// Verdict.
    VERDICT_BOTH = "Access widened and reduced", "权限有增有减";
    /// Under a verdict of none.
    PROVED_SAME = "Every request is answered as before: all people, roles, records, fields, conditions and times were compared.",
        "所有请求的答复与之前一致：已比较全部人员、角色、记录、字段、条件和时间。";
    /// Counts.
    COUNTS = "{gains} {gains|gain|gains} for {gaining} {gaining|person|people}, {losses} {losses|loss|losses} for {losing} {losing|person|people}",
        "新增 {gains} 项（涉及 {gaining} 人），减少 {losses} 项（涉及 {losing} 人）";
    /// Gates.
    GATE_PASSED = "gate `{gate}`: passed", "关卡 `{gate}`：通过";
    /// Gates.
    GATE_FAILED = "gate `{gate}`: failed", "关卡 `{gate}`：未通过";
    /// A gain.
    MAY_NOW = "{who} may now {what}", "{who} 现在可以 {what}";
    /// A loss.
    NO_LONGER = "{who} may no longer {what}", "{who} 不再可以 {what}";
    /// A field that is masked and was hidden.
    SEES_NOW = "{who}: {what} is now shown, perhaps masked, where it was hidden", "{who}：{what} 原本隐藏，现在显示（可能脱敏）";
    /// A field that is hidden and was masked.
    SEES_NO_LONGER = "{who}: {what} is now hidden where it was shown, perhaps masked", "{who}：{what} 原本显示（可能脱敏），现在隐藏";
    /// In a session that names its roles.
    IN_SESSION = "in a session that names its roles: {a}", "在指定所用角色的会话中：{a}";
    /// With what must hold.
    WHERE = "{a} — {limits}", "{a} —— {limits}";
    /// Between things that must hold.
    BOTH_HOLD = "{a}; {b}", "{a}；{b}";
    /// A role.
    WHO_ROLE = "role `{role}`", "角色 `{role}`";
    /// A person with a name.
    WHO_PERSON = "`{id}` (`{title}`)", "`{id}`（`{title}`）";
    /// A person.
    WHO_ID = "`{id}`", " `{id}` ";
    /// Bringers of roles.
    WHO_ANYBODY = "whoever brings roles in a request", "请求中自带角色的人";
    /// The rest of a list.
    AND_MORE = "{count} more", "另外 {count} 个";
    /// A right on the record.
    WHAT_RECORD = "`{action}` `{object}`", "`{action}` `{object}`";
    /// With fields.
    WHAT_WITH_FIELDS = "`{action}` `{object}` with {fields}", "`{action}` `{object}`（含字段 {fields}）";
    /// Only fields.
    WHAT_FIELDS = "`{action}` {fields} of `{object}`", "`{action}` `{object}` 的 {fields}";
    /// A field.
    WHAT_FIELD = "`{field}`", "`{field}`";
    /// Kinds.
    KIND_RIGHT = "a new right", "新的权限";
    /// Kinds.
    KIND_PEOPLE = "the same right for other people", "同一权限，人员变化";
    /// Kinds.
    KIND_RECORDS = "other records", "记录范围变化";
    /// Kinds.
    KIND_CONDITIONS = "other conditions", "条件变化";
    /// Kinds.
    KIND_TIME = "other times", "时间变化";
    /// Kinds.
    KIND_FIELDS = "other fields", "字段变化";
    /// Kinds.
    KIND_MASK = "masking", "脱敏变化";
    /// Kinds.
    KIND_SESSION = "sessions", "会话变化";
    /// Why.
    BECAUSE_ADDED = "because of `{file}` line {line}: `{words}`", "原因：`{file}` 第 {line} 行：`{words}`";
    /// Why.
    BECAUSE_GONE = "because this is gone from `{file}` line {line}: `{words}`", "原因：`{file}` 第 {line} 行已删除：`{words}`";
    /// Along roles.
    THROUGH = "{a}, through {roles}", "{a}，经由 {roles}";
    /// Heading.
    MUST_DECIDE = "To decide", "需要决定";
    /// Heading.
    WHO_GAINS = "Who gains", "谁的权限增加";
    /// Heading.
    WHO_LOSES = "Who loses", "谁的权限减少";
    /// Heading.
    TIMES_ONLY = "Other times only", "仅时间变化";
    /// Heading.
    SENSITIVE = "Sensitive rights", "敏感权限";
    /// A line of it.
    SENSITIVE_LINE = "{what}: {gaining} gain, {losing} lose", "{what}：增加 {gaining} 人，减少 {losing} 人";
    /// Heading.
    HIERARCHY = "Inheritance that changed", "继承关系变化";
    /// Heading.
    GUARDS = "Guarantees and waivers that changed", "保证和豁免的变化";
    /// A line.
    GUARD_ADDED = "added: `{sentence}`", "新增：`{sentence}`";
    /// A line.
    GUARD_GONE = "removed: `{sentence}`", "删除：`{sentence}`";
    /// Heading.
    MORE = "More", "更多";
    /// Before what concerns nobody by name.
    ROLES_ALONE = "whoever holds just the role", "只持有该角色的人";
    /// Gaps.
    NOT_COMPARED = "Not compared, so it may have changed either way: {what}, for {count} people and roles", "未比较，因此可能有增有减：{what}，涉及 {count} 个人员和角色";
    /// Names.
    RENAME_DECLARED = "`{from}` is now called `{to}`", "`{from}` 现名 `{to}`";
    /// Names.
    RENAME_FOUND = "`{from}` seems to be called `{to}` now: it says the same", "`{from}` 现在似乎名为 `{to}`：内容相同";
    /// A finding.
    FINDING = "{code} {message} (`{file}` line {line})", "{code} {message}（`{file}` 第 {line} 行）";
    /// What was left out.
    LEFT_OUT = "{count} more not shown", "另有 {count} 项未列出";
    /// Findings that are gone.
    FIXED = "{count} {count|finding|findings} of the base {count|is|are} gone", "基准中的 {count} 个问题已消失";
    /// How to see it at home.
    REPRODUCE = "see all of it with `rolecall diff {base} {head}`", "查看全部：`rolecall diff {base} {head}`";
    /// What was compared.
    COMPARED = "`{base}` against `{head}`", "`{base}` 与 `{head}` 的比较";
    /// The base is no policy.
    BASE_BROKEN = "The base `{base}` does not compile, so nothing can be compared", "基准 `{base}` 无法编译，因此无法比较";
    /// The head is no policy.
    HEAD_BROKEN = "`{head}` does not compile, so nothing can be compared", "`{head}` 无法编译，因此无法比较";
    /// The tables disagree.
    NOT_REPLAYED = "the decision tables do not answer as the comparison says (`{action}` `{object}`): this is a bug of rolecall, please report it",
        "决策表的答复与比较结果不一致（`{action}` `{object}`）：这是本程序的缺陷，请报告";
    /// Tables.
    NO_TABLES = "`{path}` is a table, which does not say where its rights come from: compare folders or revisions", "`{path}` 是决策表，不含来源：请比较文件夹或版本";
    /// Work.
    PROGRESS_DIFF = "comparing", "正在比较";
}
