//! Texts of the `clock` family: dates, windows, patterns, calendars, zones.

use super::Text;

texts! {
    /// No such date.
    BAD_DATE = "there is no date `{text}`", "没有 `{text}` 这一天";
    /// Where.
    BAD_DATE_HERE = "no such day in the calendar", "日历上没有这一天";
    /// No such time of day.
    BAD_TIME = "there is no time of day `{text}`", "没有 `{text}` 这个时刻";
    /// Where.
    BAD_TIME_HERE = "write hours and minutes, as `09:00` or `18:30`", "请写时和分，如 `09:00` 或 `18:30`";
    /// `24:00` where nothing can start.
    TIME_24 = "`24:00` can only end a span of time", "`24:00` 只能作为结束时刻";
    /// What to do.
    TIME_24_HELP = "write `00:00` of the next day", "请写次日的 `00:00`";
    /// An empty window.
    EMPTY = "this window is empty: it ends before it starts", "此时间窗为空：结束早于开始";
    /// Where.
    EMPTY_HERE = "ends here", "在此结束";
    /// Where.
    EMPTY_START_HERE = "starts here", "在此开始";
    /// What to do.
    EMPTY_HELP = "mend one of the two dates", "请改正其中一个日期";
    /// A time of day where only a date can stand.
    DATE_ONLY = "`{word}` takes a date, not a time of day", "`{word}` 只接日期，不接时刻";
    /// Where.
    DATE_ONLY_HERE = "remove the time of day", "请去掉时刻";
    /// No such zone.
    UNKNOWN_ZONE = "no time zone named `{name}`", "没有名为 `{name}` 的时区";
    /// Where.
    UNKNOWN_ZONE_HERE = "not in the time-zone database", "不在时区数据库中";
    /// What to do.
    UNKNOWN_ZONE_HELP = "write an IANA name, as `Asia/Shanghai` or `Europe/Berlin`", "请写标准时区名，如 `Asia/Shanghai` 或 `Europe/Berlin`";
    /// A zone that follows no rule.
    IRREGULAR_ZONE = "the time zone `{name}` follows no rule that can be told in advance", "时区 `{name}` 没有可预知的规则";
    /// Where.
    IRREGULAR_ZONE_HERE = "cannot be used for times that recur", "不能用于重复的时间";
    /// A date that the zone skipped.
    DATE_SKIPPED = "`{text}` does not exist in `{zone}`: the clocks skipped it", "`{zone}` 没有 `{text}` 这一天：当地时钟跳过了它";
    /// Where.
    DATE_SKIPPED_HERE = "no such day there", "当地没有这一天";
    /// A day that not every month has.
    MONTH_DAY = "not every month has a day {day}", "不是每个月都有 {day} 日";
    /// Where.
    MONTH_DAY_HERE = "days 1 to 28 can be named", "只能写 1 至 28 日";
    /// What to do.
    MONTH_DAY_HELP = "write `the last day`", "请写 `the last day`";
    /// No day of a month at all.
    NO_MONTH_DAY = "`{day}` is no day of a month", "`{day}` 不是一个月中的日子";
    /// No day of the year.
    YEAR_DAY = "`{text}` is not a day of every year", "`{text}` 不是每年都有的一天";
    /// Where.
    YEAR_DAY_HERE = "write month and day, as `03-31`, or `02-last`", "请写月和日，如 `03-31`，或 `02-last`";
    /// What to do.
    YEAR_DAY_TURNED = "the month comes first: write `{text}`", "先写月，再写日：请写 `{text}`";
    /// A = B.
    EQUAL_HOURS = "`{text}` starts and ends at the same time", "`{text}` 的开始与结束相同";
    /// Where.
    EQUAL_HOURS_HERE = "empty, or the whole day?", "是空的，还是一整天？";
    /// What to do.
    EQUAL_HOURS_HELP = "write `all day`, or `00:00 to 24:00`", "请写 `all day`，或 `00:00 to 24:00`";
    /// A length of nothing, or too long.
    DURATION = "`{text}` is no length of time that can be used here", "`{text}` 不是可用的时长";
    /// Where.
    DURATION_HERE = "a whole number from 1 to {most} must stand here", "此处应为 1 至 {most} 的整数";
    /// Years in the wrong order.
    CALENDAR_YEARS = "the calendar `{name}` covers no year", "日历 `{name}` 没有涵盖任何年份";
    /// Where.
    CALENDAR_YEARS_HERE = "years from 1970 to 9998, the first before the last", "年份应在 1970 至 9998 之间，且先小后大";
    /// A date outside the years.
    CALENDAR_DATE = "`{text}` lies outside the years that `{name}` covers", "`{text}` 不在 `{name}` 涵盖的年份内";
    /// Where.
    CALENDAR_DATE_HERE = "covers {first} through {last}", "涵盖 {first} 至 {last} 年";
    /// Both off and work.
    CALENDAR_BOTH = "`{text}` is both a day off and a working day", "`{text}` 既是休息日又是工作日";
    /// Where.
    CALENDAR_BOTH_HERE = "a working day here", "在此列为工作日";
    /// There.
    CALENDAR_BOTH_THERE = "a day off here", "在此列为休息日";
    /// A range turned round.
    RANGE_INVERTED = "`{text}` ends before it starts", "`{text}` 的结束早于开始";
    /// A suspension without end.
    NO_END = "this suspension has no end", "这个暂停没有结束";
    /// Where.
    NO_END_HERE = "when does it stop?", "何时停止？";
    /// What to do.
    NO_END_HELP = "add `through DATE`, `before DATE`, or `with no end review before DATE`", "请加上 `through DATE`、`before DATE`，或 `with no end review before DATE`";
    /// `with no end` beside an end.
    END_TWICE = "this suspension has an end and says that it has none", "这个暂停既有结束，又写明没有结束";
    /// Where.
    END_TWICE_HERE = "there is an end", "已有结束";
    /// What to do.
    END_TWICE_HELP = "remove one of the two", "删去其中一个";
    /// `with no end` without a review date.
    NO_REVIEW = "`with no end` needs a date of review", "`with no end` 需要复查日期";
    /// Where.
    NO_REVIEW_HERE = "add `review before DATE`", "请加上 `review before DATE`";
    /// Ended too late.
    ENDED_LATE = "`{name}` is over by then", "`{name}` 届时已经结束";
    /// Where.
    ENDED_LATE_HERE = "not before its end", "不早于其结束";
    /// Ended before it starts.
    ENDED_SOON = "`{name}` has not started by then", "`{name}` 届时尚未开始";
    /// Where.
    ENDED_SOON_HERE = "not after its start", "不晚于其开始";
    /// There.
    ENDED_THERE = "the suspension", "该暂停";
    /// What to do.
    ENDED_HELP = "mend the instant, or remove the line", "请改正时刻，或删去此行";
    /// Ended twice.
    ENDED_TWICE = "`{name}` is ended twice", "`{name}` 被结束了两次";
    /// A date that nobody can compute with.
    OUT_OF_RANGE = "`{text}` is too far away", "`{text}` 过于遥远";
    /// Where.
    OUT_OF_RANGE_HERE = "dates from 0001-01-01 to 9998-12-31 can be used", "可用 0001-01-01 至 9998-12-31 的日期";
}
