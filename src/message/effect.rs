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
    SKIPPED = "`{user}` is skipped by its row of the people file and holds nothing", "`{user}` 所在的行被人员语句跳过，不担任任何角色";
    /// Of a person.
    LEFT = "`{user}` has left: what they hold ended at {at}", "`{user}` 已离职：其担任的一切角色在 {at} 结束";
    /// Of a person.
    NOT_STARTED = "`{user}` has not started: what they hold begins at {at}", "`{user}` 尚未入职：其担任的一切角色从 {at} 开始";
    /// Of a calendar.
    CALENDAR_OVER = "the calendar that these hours follow covers only {first} through {last}: outside it they give nothing",
        "时段所用的日历只涵盖 {first} 至 {last}：在此之外，允许一律失效";
    /// Of a calendar.
    CALENDAR_OVER_TAKES = "the calendar that these hours follow covers only {first} through {last}: outside it this binds all the time",
        "时段所用的日历只涵盖 {first} 至 {last}：在此之外，禁止一律生效";
    /// A fact that no policy knows.
    NO_ATTRIBUTE = "`{object}` has no attribute or field `{name}`", "`{object}` 没有属性或字段 `{name}`";
    /// A fact that no policy knows.
    NO_REQUEST_ATTRIBUTE = "no request attribute `{name}` is declared", "没有声明请求属性 `{name}`";
    /// A fact that no policy knows.
    NO_SUBJECT_ATTRIBUTE = "no subject attribute `{name}` is declared", "没有声明人员属性 `{name}`";
    /// A role that requests do not bring.
    NOT_BROUGHT = "no role `{name}` may be brought by a request", "请求不能带入角色 `{name}`";
    /// A role that nobody holds.
    NOT_HELD = "nobody holds a role `{name}`", "没有人担任角色 `{name}`";
}
