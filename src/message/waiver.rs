//! Texts of the `waiver` family: what is wrong with a waiver, beside what `lint` says of it.

use super::Text;

texts! {
    /// A day that no calendar has.
    NO_SUCH_DATE = "there is no {date}", "没有 {date} 这一天";
    /// Label.
    NO_SUCH_DATE_HERE = "waives nothing", "没有豁免任何内容";
    /// Help.
    NO_SUCH_DATE_HELP = "write the last day on which the waiver holds, as year-month-day", "请写出豁免有效的最后一天，格式为年-月-日";
    /// A date in another form.
    DATE_FORM = "the date of this waiver, `{date}`, is not written as `2026-12-31`", "这条豁免的日期 `{date}` 没有写成 `2026-12-31` 的形式";
    /// Help.
    WRITE_DATE = "write `through {date}`", "请写 `through {date}`";
    /// A rule that nobody may waive.
    FORBIDDEN = "nobody may waive `{rule}`", "任何人都不得豁免 `{rule}`";
    /// Label.
    FORBIDDEN_HERE = "`never_waive` in `rolecall.toml` names it", "`rolecall.toml` 的 `never_waive` 列出了它";
    /// Label.
    FORBIDDEN_ERROR = "it makes the policy wrong: it is no opinion", "它表示策略有误，而不是一种看法";
    /// Help.
    FORBIDDEN_HELP = "remove the waiver and mend the finding", "请删去豁免并修正所指出的问题";
    /// Runs longer than allowed.
    TOO_LONG = "this waiver runs through {date}, more than {days} {days|day|days} from now", "这条豁免有效至 {date}，距今超过 {days} 天";
    /// Label.
    TOO_LONG_HERE = "longer than `longest_days` in `rolecall.toml` allows", "超过 `rolecall.toml` 中 `longest_days` 所允许的期限";
    /// Help.
    TOO_LONG_HELP = "let it run through {last} at most", "最晚只能到 {last}";
    /// Several findings.
    TOO_BROAD = "this waiver of `{rule}` covers {n} findings", "这条对 `{rule}` 的豁免涵盖了 {n} 条提示";
    /// Label.
    TOO_BROAD_HERE = "hides {n} {n|finding|findings}", "隐藏了 {n} 条提示";
    /// Help.
    TOO_BROAD_HELP = "write a waiver for each, with its own reason, or break the line so that each finding has its own",
        "请为每条提示分别写一条豁免并各自说明理由，或将该行拆开，使每条提示各占一行";
    /// A whole group.
    TOO_BROAD_GROUP = "this waiver names the group `{rule}`, not a rule", "这条豁免写的是规则组 `{rule}`，而不是规则";
    /// Help.
    TOO_BROAD_GROUP_HELP = "name the rule of the finding: rules that come later would be hidden as well",
        "请写出该提示的规则名：否则以后新增的规则也会被隐藏";
    /// `lint --waivers`
    WAIVER_FORMATS = "waivers are listed as human, concise or json", "豁免清单只支持 `human`、`concise` 和 `json` 格式";
    /// `lint --waivers`
    NO_WAIVERS = "no waivers", "没有豁免";
    /// Heading.
    COLUMN_RULE = "rule", "规则";
    /// Heading.
    COLUMN_THROUGH = "through", "有效至";
    /// Heading.
    COLUMN_DAYS = "days left", "剩余天数";
    /// Heading.
    COLUMN_COVERS = "findings", "提示数";
    /// Heading.
    COLUMN_PLACE = "where", "位置";
    /// Heading.
    COLUMN_REASON = "because", "理由";
}
