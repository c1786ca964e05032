//! Codes of the `resolve` stage: dates, windows, patterns, calendars, zones, ends of suspensions.

use crate::diagnostic::Code;

codes! {
    /// No such date.
    BAD_DATE "E0601" "bad-date"
    "there is no such date", "没有这一天";
    "Dates are written as year, month and day, and must be in the calendar: an impossible date is never moved to the next \
     one.",
    "日期写作年、月、日，并且必须存在：不存在的日期不会被挪到下一天。";
    bad: object!("role Clerk { allow read Customer within own through 2026-02-29 }\n");
    good: object!("role Clerk { allow read Customer within own through 2026-02-28 }\n");

    /// No such time of day.
    BAD_TIME "E0602" "bad-time"
    "there is no such time of day", "没有这个时刻";
    "Times of day run from `00:00` to `23:59`; `24:00` may end a span of hours.",
    "时刻从 `00:00` 到 `23:59`；`24:00` 可以作为时段的结束。";
    bad: header!("hours office = daily 09:00 to 18:60\n");
    good: header!("hours office = daily 09:00 to 18:30\n");

    /// An empty window.
    EMPTY_WINDOW "E0603" "empty-window"
    "a window ends before it starts", "时间窗的结束早于开始";
    "A rule, assignment or suspension in an empty window never holds. Mostly two dates are swapped, or a year is old.",
    "处于空时间窗的规则、分配或暂停永远不会生效。多半是两个日期写反了，或年份过时。";
    bad: object!("role Clerk { allow read Customer within own from 2026-12-31 through 2026-01-01 }\n");
    good: object!("role Clerk { allow read Customer within own from 2026-01-01 through 2026-12-31 }\n");

    /// A date expected, a time given.
    DATE_ONLY "E0604" "date-only"
    "a time of day stands where only a date can", "在只能写日期的地方写了时刻";
    "`starts` and `ends` of a person are dates, both included: people come and leave by the day.",
    "人员的 `starts` 与 `ends` 是日期，首尾都包含在内：人员的进出以天计。";
    bad: header!("user li.na ends 2026-12-31 18:00\n");
    good: header!("user li.na ends 2026-12-31\n");

    /// No such zone.
    UNKNOWN_ZONE "E0606" "unknown-timezone"
    "no time zone has this name", "没有这个名称的时区";
    "Zones have the names of the IANA database, spelled exactly. Offsets and abbreviations are refused: they do not say \
     when clocks change. A zone whose changes follow no rule cannot be used for times that recur.",
    "时区使用标准数据库中的名称，拼写必须完全一致。不接受时差和缩写：它们没有说明何时换时。变化没有规律的时区不能用于重复的时间。";
    bad: "policy example { language 1 timezone \"Asia/Beijing\" }\n";
    good: "policy example { language 1 timezone \"Asia/Shanghai\" }\n";

    /// A date that the zone skipped.
    DATE_SKIPPED "E0607" "skipped-date"
    "the zone never had this date", "该时区没有这一天";
    "When a place moves across the date line its clocks skip a day, or its people live one twice. A date that never was \
     cannot start or end anything.",
    "一个地方跨越日界线时，当地时钟会跳过一天。从未存在过的日期不能作为开始或结束。";
    bad: object!("role Clerk { allow read Customer within own from 2011-12-30 in \"Pacific/Apia\" }\n");
    good: object!("role Clerk { allow read Customer within own from 2011-12-31 in \"Pacific/Apia\" }\n");

    /// A day that not every month or year has.
    MONTH_DAY "E0608" "no-such-day"
    "not every month or year has this day", "不是每个月或每年都有这一天";
    "What recurs must recur every time: days 29 to 31 would be left out of some months, and nobody would notice until the \
     books close in February. Write `the last day`, or `02-last`.",
    "重复的事必须每次都发生：29 至 31 日在有些月份会被漏掉，直到二月关账才有人发现。请写 `the last day`，或 `02-last`。";
    bad: header!("hours closing = each month on day 31 at 18:00 for 3 days\n");
    good: header!("hours closing = each month on the last day at 18:00 for 3 days\n");

    /// A = B.
    EQUAL_HOURS "E0609" "equal-hours"
    "a span of hours starts and ends at the same time", "时段的开始与结束相同";
    "`09:00 to 09:00` is empty to one reader and a whole day to the next.",
    "`09:00 to 09:00` 在有些人看来是空的，在有些人看来是一整天。";
    bad: header!("hours office = daily 09:00 to 09:00\n");
    good: header!("hours office = daily 09:00 to 18:00\n");

    /// A length that cannot be used.
    BAD_DURATION "E0610" "bad-duration"
    "a length of time is nothing, or too long", "时长为零或过长";
    "An occurrence lasts from one minute to a year, a review interval from a day to ten years.",
    "一次重复可持续一分钟至一年，复查间隔为一天至十年。";
    bad: header!("hours closing = each month on the last day at 18:00 for 0 hours\n");
    good: header!("hours closing = each month on the last day at 18:00 for 72 hours\n");

    /// A date that a calendar cannot have.
    CALENDAR_DATE "E0611" "calendar-date"
    "a calendar lists a date that it cannot", "日历列出了不能列的日期";
    "A calendar says which years it covers; outside them, windows that use it give nothing and take away fully. A date \
     outside those years, or one that is both off and work, is a slip.",
    "日历写明涵盖哪些年份；在此之外，使用它的时间窗不给予任何权限，并完全收回权限。超出年份的日期，或既休息又工作的日期，都是笔误。";
    bad: header!("calendar cn covers 2026 { off 2027-01-01 }\n");
    good: header!("calendar cn covers 2026 through 2027 { off 2027-01-01 }\n");

    /// A suspension without end.
    NO_END "E0612" "suspension-without-end"
    "a suspension does not say when it ends", "暂停没有说明何时结束";
    "A lock that nobody takes off becomes the normal state, and one that ends by mistake opens the door. So a suspension \
     ends, recurs, or says `with no end` and when somebody looks at it again.",
    "没有人解除的锁会变成常态，误结束的锁会打开大门。因此暂停要么有结束，要么重复，要么写明 `with no end` 以及何时再看。";
    bad: people!("suspend user li.na from 2026-12-01 because \"leave\"\n");
    good: people!("suspend user li.na from 2026-12-01 with no end review before 2027-03-01 because \"leave\"\n");

    /// An early end at the wrong time.
    END_EARLY "E0613" "end-early"
    "a suspension is ended when it does not run", "在暂停没有进行时结束它";
    "`end … early` moves the end of a suspension forward. It must lie after the start and before the end, and there is one \
     for each suspension.",
    "`end … early` 把暂停的结束提前。它必须晚于开始、早于结束，每个暂停只能有一个。";
    bad: people!(
        "suspend user li.na named leave from 2026-12-01 through 2026-12-09 because \"leave\"\n\
         end leave early at 2026-12-20 because \"back\"\n"
    );
    good: people!(
        "suspend user li.na named leave from 2026-12-01 through 2026-12-09 because \"leave\"\n\
         end leave early at 2026-12-05 because \"back\"\n"
    );
}
