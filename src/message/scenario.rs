//! Texts of the `scenario` family.

use super::Text;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub static $name: Text = Text::new($en, $zh);)*

        /// Every entry of this family.
        pub const ALL: &[&Text] = &[$(&$name),*];
    };
}

texts! {
    /// A failed line.
    FAILED = "test `{test}` fails: {what}", "测试 `{test}` 失败：{what}";
    /// Expected yes.
    IS_NO = "`{user}` cannot `{action}` {target}", "`{user}` 不能 `{action}` {target}";
    /// Expected no.
    IS_YES = "`{user}` can `{action}` {target}", "`{user}` 能 `{action}` {target}";
    /// Expected another reason.
    OTHER_REASON = "the reason is `{reason}`, not `{expected}`", "原因是 `{reason}`，而不是 `{expected}`";
    /// Expected a field to show otherwise.
    FIELD_SHOWS = "`{user}` sees `{field}` of {target} {how}", "`{user}` 看到的 {target} 的 `{field}` 是{how}";
    /// A field is not seen.
    FIELD_HIDDEN = "`{user}` does not see `{field}` of {target}", "`{user}` 看不到 {target} 的 `{field}`";
    /// How.
    IN_CLEAR = "in clear", "明文";
    /// How.
    MASKED = "masked", "脱敏后的";
    /// What.
    TARGET = "`{object}`", "`{object}`";
    /// What.
    TARGET_FIELD = "`{field}` of `{object}`", "`{object}` 的 `{field}`";
    /// Label of a failed line.
    ANSWER_NO = "the answer is no, reason `{reason}`: {words}", "结果为拒绝，原因 `{reason}`：{words}";
    /// Label of a failed line.
    ANSWER_YES = "the answer is yes", "结果为允许";
    /// Label of a failed line.
    SHOWS_CLEAR = "it shows in clear", "此字段显示明文";
    /// Label of a failed line.
    SHOWS_MASKED = "it shows masked", "此字段显示为脱敏";
    /// Label of a failed line.
    SHOWS_NOT = "it does not show", "此字段不显示";
    /// Label at the rule that decides.
    DECIDED_HERE = "decided here", "由此处决定";
    /// Label at the rule that decides.
    DECIDED_BY_ROLE = "decided here, in role `{role}`", "由角色 `{role}` 的此处决定";
    /// Help: attributes that were missing.
    NOT_GIVEN = "not given, and it mattered: {attributes}", "未给出而又影响结果的属性：{attributes}";
    /// No instant.
    NEEDS_INSTANT = "test `{test}` needs an instant: the answer is {first} at {at}, and {second} at {then}",
        "测试 `{test}` 需要时刻：在 {at} 结果为{first}，在 {then} 结果为{second}";
    /// Label.
    VARIES = "the answer changes with time", "结果随时间变化";
    /// Help.
    ADD_AT = "write `given user {user} at 2026-11-23 10:00`", "请写成 `given user {user} at 2026-11-23 10:00`";
    /// Yes.
    YES = "yes", "允许";
    /// No.
    NO = "no (`{reason}`)", "拒绝（`{reason}`）";
    /// Ignorance.
    BY_IGNORANCE = "test `{test}`: this `cannot` holds only because something was not given", "测试 `{test}`：此 `cannot` 成立只是因为有属性未给出";
    /// Label.
    BY_IGNORANCE_LABEL = "unknown: {attributes}", "未知：{attributes}";
    /// Help.
    GIVE_THEM = "give a value in `given`, `none` if there is none", "请在 `given` 中给出值，没有值时写 `none`";
    /// Empty.
    EMPTY = "test `{test}` expects nothing", "测试 `{test}` 没有任何期望";
    /// Label.
    EMPTY_LABEL = "no `can`, `cannot` or `sees` line", "没有 `can`、`cannot` 或 `sees`";
    /// A reason.
    UNKNOWN_SUBJECT = "this person is not known", "此人未知";
    /// A reason.
    UNKNOWN_ACTION = "the object has no such action", "该对象没有此动作";
    /// A reason.
    UNKNOWN_OBJECT = "there is no such object", "没有此对象";
    /// A reason.
    UNKNOWN_FIELD = "the object has no such field", "该对象没有此字段";
    /// A reason.
    UNKNOWN_ROLE = "the session names a role that nobody can hold", "会话列出了无人持有的角色";
    /// A reason.
    NO_GRANT = "no rule allows it", "没有规则允许";
    /// A reason.
    INACTIVE = "no rule that allows it runs at this instant", "允许它的规则在此刻都不生效";
    /// A reason.
    SCOPE = "no rule that allows it takes in this record", "允许它的规则都不包括这条记录";
    /// A reason.
    CONDITION = "a condition is not known to be true", "条件未能确定成立";
    /// A reason.
    DENY = "a deny or a mask stops it", "被拒绝规则或脱敏规则阻止";
    /// A reason.
    REQUIREMENT = "a requirement is not met", "有要求未满足";
    /// A reason.
    ROLE_CONFLICT = "the roles may not be used together, or are not used in this session", "这些角色不能同时使用，或未在本次会话中使用";
    /// A reason.
    SUSPENDED = "a suspension covers it", "处于暂停期";
    /// A reason.
    ALLOWED = "it is allowed", "已允许";
}
