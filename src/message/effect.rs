//! Texts of the `effect` family: what a change does to others, what is known of the asker, facts that cannot be read.

use super::Text;

texts! {
    /// An effect.
    GAINED = "{who} gains {action} on {target}", "{who} 获得对 {target} 的 {action}";
    /// An effect.
    LOST = "{who} loses {action} on {target}", "{who} 失去对 {target} 的 {action}";
    /// An effect.
    WIDENED = "{who} has {action} on {target} in more cases", "{who} 对 {target} 的 {action} 适用于更多情况";
    /// An effect.
    NARROWED = "{who} has {action} on {target} in fewer cases", "{who} 对 {target} 的 {action} 适用于更少情况";
    /// An effect.
    CHANGED = "{who} has {action} on {target} in other cases, some more and some fewer",
        "{who} 对 {target} 的 {action} 适用的情况有增有减";
    /// An effect on a field.
    SHOWN = "{who} has {target} {is} where it was {was} ({action})", "{who} 的 {target} 由{was}变为{is}（{action}）";
    /// How a field is seen.
    CLEAR = "in clear", "明文";
    /// How a field is seen.
    MASKED = "masked", "脱敏";
    /// How a field is seen.
    HIDDEN = "hidden", "隐藏";
    /// Something differs, and there is no example.
    MAYBE = "{who} may have {action} on {target} in other cases: no example was found, and not all was looked at",
        "{who} 对 {target} 的 {action} 可能有变化：没有找到实例，但并未全部查看";
    /// An effect that is not there at the instant asked about.
    THEN = "{effect}, not at the instant asked about but at {at}, for example", "{effect}（不是在所问时刻，而是例如在 {at}）";
    /// Whose right it is.
    WHOEVER_BRINGS = "whoever brings `{role}`", "请求中带有 `{role}` 的人";
    /// Whose right it is.
    ROLE_ALONE = "the role `{role}` alone", "单独的角色 `{role}`";
    /// Nothing differs.
    NOTHING_ELSE = "nothing else changes for anybody, from the instant asked about on: on no record, no field, for no role that requests bring",
        "从所问时刻起，对任何人、任何记录、任何字段以及请求可带的任何角色，都没有其他变化";
    /// Not compared.
    GAP_TIME = "not compared: every combination in which windows can be open", "未比较：时间窗口的全部开闭组合";
    /// Not compared.
    GAP_RECORDS = "not compared: every combination of values of records and requests", "未比较：记录与请求取值的全部组合";
    /// Not compared.
    GAP_PEOPLE = "not compared: everybody and every right that the change can concern", "未比较：可能受影响的全部人员和权限";
    /// A brake less.
    LIFTS = "careful: this takes away or narrows {n} {n|brake|brakes} (denies, masks, requirements, suspensions)",
        "注意：这会去掉或缩小 {n} 处限制（禁止、脱敏、要求、暂停）";
    /// Why it is there.
    LIFTS_BECAUSE = "it is there because \"{because}\"", "该限制的理由：“{because}”";
    /// A test that would fail.
    BREAKS_TEST = "this breaks the test \"{name}\"", "这会使测试“{name}”失败";
    /// A guarantee that would be broken.
    BREAKS_GUARANTEE = "this breaks the guarantee `{sentence}`", "这会违反保证 `{sentence}`";
    /// Facts that take the place of others.
    OTHER_FACTS = "ask with other facts", "改用其他事实提问";
    /// A fact with the network it lies in.
    IN_NETWORK = "{fact} (in `{network}`)", "{fact}（位于 `{network}`）";

    /// Of a person.
    SKIPPED = "`{user}` is skipped by the people statement and holds nothing", "`{user}` 被人员语句跳过，不持有任何角色";
    /// Of a person.
    LEFT = "`{user}` has left: what they hold ended at {at}", "`{user}` 已离开：其持有的一切在 {at} 结束";
    /// Of a person.
    NOT_STARTED = "`{user}` has not started: what they hold begins at {at}", "`{user}` 尚未开始：其持有的一切从 {at} 开始";
    /// Of a calendar.
    CALENDAR_OVER = "the calendar that these hours follow covers only {first} through {last}: outside it they give nothing",
        "这些时段所依据的日历只覆盖 {first} 至 {last}：在此之外时段不开放";
    /// Of a calendar.
    CALENDAR_OVER_TAKES = "the calendar that these hours follow covers only {first} through {last}: outside it this binds all the time",
        "这些时段所依据的日历只覆盖 {first} 至 {last}：在此之外该限制始终有效";
    /// The owner rule of create.
    OWNER_RULE = "the owner of a new record (`{owner}`) must be the one who creates it", "新记录的负责人（`{owner}`）必须是创建者本人";
    /// The owner rule of create.
    OWNER_RULE_UNKNOWN = "the owner of a new record must be the one who creates it, and `{owner}` is not given",
        "新记录的负责人必须是创建者本人，而 `{owner}` 未给出";
    /// The owner rule of create, with the rights that lift it.
    OWNER_OR = "the owner must be the one who asks, unless they may {actions} that record as well",
        "负责人必须是请求者本人，除非其对该记录还可以执行 {actions}";

    /// A fact that no policy knows.
    NO_ATTRIBUTE = "`{object}` has no attribute or field `{name}`", "`{object}` 没有属性或字段 `{name}`";
    /// A fact that no policy knows.
    NO_REQUEST_ATTRIBUTE = "no request attribute `{name}` is declared", "没有声明请求属性 `{name}`";
    /// A fact that no policy knows.
    NO_SUBJECT_ATTRIBUTE = "no subject attribute `{name}` is declared", "没有声明人员属性 `{name}`";
    /// A role that requests do not bring.
    NOT_BROUGHT = "no role `{name}` may be brought by a request", "请求不能带入角色 `{name}`";
    /// A role that nobody holds.
    NOT_HELD = "nobody holds a role `{name}`", "没有人持有角色 `{name}`";
    /// A value of the wrong type.
    NOT_BOOLEAN = "`{name}`: `{value}` is not `true` or `false`", "`{name}`：`{value}` 不是 `true` 或 `false`";
    /// A value of the wrong type.
    NOT_NUMBER = "`{name}`: `{value}` is not a number", "`{name}`：`{value}` 不是数字";
    /// A value of the wrong type.
    NOT_TEXT = "`{name}`: `{value}` is not a text; put it in quotes", "`{name}`：`{value}` 不是文本；请加上引号";
    /// A value of the wrong type.
    NOT_ADDRESS = "`{name}`: `{value}` is not an address", "`{name}`：`{value}` 不是 `IP` 地址";
    /// A value of the wrong type.
    NOT_SET = "`{name}` is a set: write `[a, b]`", "`{name}` 是集合：请写成 `[a, b]`";
    /// A value of the wrong type.
    NOT_ONE = "`{name}` takes one value, not a set", "`{name}` 只取一个值，不是集合";
    /// A value that is not declared.
    NOT_A_VALUE = "`{name}`: `{value}` is not one of its values", "`{name}`：没有名为 `{value}` 的值";
    /// A value that is not declared.
    NOT_A_UNIT = "`{name}`: no unit named `{value}`", "`{name}`：没有名为 `{value}` 的部门";
    /// A display label in the place of a name.
    DISPLAY_NAME = "`{value}` is the display name of `{name}`: write `{name}`", "`{value}` 是 `{name}` 的显示名：请写 `{name}`";
}
