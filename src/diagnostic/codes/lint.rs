//! Codes of the `lint` stage: findings, by what they are about, and what can be wrong with a waiver.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[
    &WAIVER_UNREADABLE,
    &WAIVER_UNKNOWN_RULE,
    &WAIVER_EXPIRED,
    &ALLOW_DENY_OVERLAP,
    &DEFEATED_CANCEL,
    &MASK_OF_UNREADABLE,
    &LEAKY_SUSPENSION,
    &DENY_IN_ACTIVE_ROLE,
    &WRITE_WITHOUT_READ,
    &REDUNDANT_INHERITANCE,
    &UNHELD_ROLE,
    &ASSIGNMENT_ENDS_EARLY,
    &WINDOW_OVER,
    &CALENDAR_RUNS_OUT,
    &CLOCK_CHANGE,
    &DAY_OFF_NIGHT,
    &REVIEW_OVERDUE,
    &WAIVER_UNUSED,
    &NOT_SEARCHED,
];

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "label personal\n",
            "object Customer {\n",
            "  record actions read, update, export\n",
            "  record owner is sales_owner\n",
            "  field phone is personal\n",
            "}\n",
            $text
        )
    };
}

/// An allow and a deny of roles that meet in one person or one role.
pub static ALLOW_DENY_OVERLAP: Code = Code {
    id: "W0101",
    name: "allow-deny-overlap",
    summary: Text::new(
        "a role denies what another role of the same person allows, or part of what it allows itself",
        "同一人的两个角色一个允许、一个禁止，或角色禁止了自己所允许的一部分",
    ),
    why: Text::new(
        "Deny wins, so nothing is open that should be shut; but somebody does not get what a line says. It is a warning \
         where the two roles meet by separate assignments: nobody sees that by reading one role. Where a role cuts an \
         exception out of what it allows itself, it is only told. The request beside it is one that both lines speak of.",
        "禁止优先，因此不会放开本应关闭的权限，但有人得不到某一行所写的权限。两个角色由不同的分配相遇时为警告，因为只读一个角色看不出来；\
         角色在自己允许的范围内排除例外时只作说明。所附的请求同时落在这两行之内。",
    ),
    bad: package!(
        "role Clerk { allow read, export Customer within own }\nrole Guest { deny export Customer }\nuser li.na\n\
         assign Clerk, Guest to li.na\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nrole Guest { deny export Customer }\nuser li.na\n\
         assign Clerk, Guest to li.na\n"
    ),
    security: Some(30),
    class: Class::Exact,
    ..Code::FINDING
};

/// A cancel that does not help.
pub static DEFEATED_CANCEL: Code = Code {
    id: "W0102",
    name: "defeated-cancel",
    summary: Text::new("a cancelled deny or mask still comes another way", "被取消的禁止或脱敏仍从其他途径生效"),
    why: Text::new(
        "A cancel works along the way of inheritance on which it stands. Whoever also holds a role that brings the deny \
         without the cancel, or a role that inherits it twice, keeps the deny.",
        "取消只对所在的继承路径有效。若同一人还拥有未取消该禁止的角色，或某角色从另一条路径再次继承它，禁止仍然有效。",
    ),
    bad: package!(
        "role Clerk {\n  allow read Customer within own\n  deny export Customer\n}\nrole Lead inherits Clerk {\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n  allow export Customer within own\n}\n\
         user li.na\nassign Clerk, Lead to li.na\n"
    ),
    good: package!(
        "role Clerk {\n  allow read Customer within own\n  deny export Customer\n}\nrole Lead inherits Clerk {\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n  allow export Customer within own\n}\n\
         user li.na\nassign Lead to li.na\n"
    ),
    security: Some(30),
    ..Code::FINDING
};

/// A mask that masks nothing.
pub static MASK_OF_UNREADABLE: Code = Code {
    id: "W0103",
    name: "mask-of-unreadable",
    summary: Text::new("a role masks a field that it may not read", "角色对自己无权读取的字段脱敏"),
    why: Text::new(
        "A mask never grants. If nobody who has the mask may read the field, the line does nothing, and a reader may take \
         it for a permission. If only heirs or other roles of the same people may, it is only told.",
        "脱敏本身不授予权限。若受其约束的人都无权读取该字段，这一行不起作用，还可能被误认为是授权；若只有继承者或同一人的其他角色可以读取，则只作说明。",
    ),
    bad: package!("role Clerk {\n  allow read Customer within own\n  mask Customer (phone)\n}\n"),
    good: package!("role Clerk {\n  allow read Customer including personal within own\n  mask Customer (phone)\n}\n"),
    ..Code::FINDING
};

/// A suspension that leaves a way open.
pub static LEAKY_SUSPENSION: Code = Code {
    id: "W0104",
    name: "leaky-suspension",
    summary: Text::new("a suspended role's rights stay reachable", "被暂停角色的权限仍可通过其他途径使用"),
    why: Text::new(
        "Suspending a role stops what comes through assignments to it; with `and roles that inherit it` what comes through \
         the role. The same right may come another way. Through a role that the suspended one inherits that is only told; \
         through any other it is a warning.",
        "暂停角色会停下通过分配该角色而来的权限；加上 `and roles that inherit it` 则停下经过该角色的权限。同一权限可能从其他途径而来：\
         来自它所继承的角色时只作说明，来自其他角色时为警告。",
    ),
    bad: package!(
        "role Clerk { allow export Customer within own }\nrole Analyst { allow export Customer within all }\nuser li.na\n\
         assign Clerk, Analyst to li.na\nsuspend role Clerk from 2026-12-01 through 2026-12-05 because \"audit\"\n"
    ),
    good: package!(
        "role Clerk { allow export Customer within own }\nrole Analyst { allow export Customer within all }\nuser li.na\n\
         assign Clerk, Analyst to li.na\nsuspend actions export on Customer from 2026-12-01 through 2026-12-05 because \"audit\"\n"
    ),
    security: Some(65),
    class: Class::Exact,
    ..Code::FINDING
};

/// A brake in a role with hours.
pub static DENY_IN_ACTIVE_ROLE: Code = Code {
    id: "W0105",
    name: "deny-in-active-role",
    summary: Text::new(
        "a role with `active` hours has a deny or mask that binds always",
        "带有 `active` 时段的角色含有始终有效的禁止或脱敏",
    ),
    why: Text::new(
        "`active` switches off allows only: brakes stay on. If the deny is to keep the hours as well, write them on its own \
         line with `during`.",
        "`active` 只会关闭允许，限制始终有效。若禁止也应只在这些时段有效，请在该行用 `during` 写明。",
    ),
    bad: package!(
        "role Guest {\n  active weekdays 09:00 to 18:00\n  allow read Customer within own\n  deny export Customer\n}\n"
    ),
    good: package!(
        "hours office = weekdays 09:00 to 18:00\nrole Guest {\n  active office\n  allow read Customer within own\n  \
         deny export Customer during office\n}\n"
    ),
    class: Class::Syntactic,
    level: Severity::Info,
    ..Code::FINDING
};

/// Writing unseen.
pub static WRITE_WITHOUT_READ: Code = Code {
    id: "W0106",
    name: "write-without-read",
    summary: Text::new("a role may update a field that it may not read", "角色可以更新自己无权读取的字段"),
    why: Text::new(
        "`including` counts for each action by itself, so a label that stands on `update` alone lets a role write fields \
         that it does not see. That is allowed, and rarely meant.",
        "`including` 只对所在的动作有效，若只写在 `update` 上，角色就能写入看不到的字段。这是允许的，但很少是本意。",
    ),
    bad: package!(
        "role Clerk {\n  allow read Customer within own\n  allow update Customer including personal within own\n}\n"
    ),
    good: package!("role Clerk { allow read, update Customer including personal within own }\n"),
    level: Severity::Info,
    security: Some(30),
    ..Code::FINDING
};

/// An edge beside a longer way.
pub static REDUNDANT_INHERITANCE: Code = Code {
    id: "W0201",
    name: "redundant-inheritance",
    summary: Text::new("a role names a parent that it inherits anyway", "角色列出了本已继承的角色"),
    why: Text::new(
        "The line says nothing new and hides which roles matter. It is only told where the longer way has no role with \
         `active`, `without` or `cancel`: beside such a way the short one means something.",
        "这一行没有增加内容，反而掩盖了真正起作用的角色。只有当较长的路径上没有带 `active`、`without`、`cancel` 的角色时才会提示，否则较短的路径自有意义。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nrole Lead inherits Clerk { }\nrole Manager inherits Lead, Clerk { }\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nrole Lead inherits Clerk { }\nrole Manager inherits Lead { }\n"
    ),
    level: Severity::Info,
    fixable: true,
    ..Code::FINDING
};

/// A role of nobody.
pub static UNHELD_ROLE: Code = Code {
    id: "W0202",
    name: "unheld-role",
    summary: Text::new("nobody holds a role", "没有人担任某个角色"),
    why: Text::new(
        "A role that is neither assigned nor inherited by one that is gives nothing to anybody. It may be kept for later, or \
         forgotten. In a package without people nothing is told: others assign its roles.",
        "既未分配、也没有被已分配的角色继承的角色不会给任何人权限。它可能是备用，也可能被遗忘。没有人员的策略包不作提示，因为其角色由别处分配。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nrole Intern { allow read Customer within own }\nuser li.na\n\
         assign Clerk to li.na\n"
    ),
    good: package!("role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\n"),
    level: Severity::Info,
    ..Code::FINDING
};

/// Two assignments, one of which ends.
pub static ASSIGNMENT_ENDS_EARLY: Code = Code {
    id: "W0301",
    name: "assignment-ends-early",
    summary: Text::new(
        "an assignment ends while another of the same role goes on",
        "一条分配结束时，同一角色的另一条分配仍在继续",
    ),
    why: Text::new(
        "Several assignments of one role to one person unite, so the end that is written on one of them ends nothing while \
         another runs.",
        "同一角色对同一人的多条分配会合并，因此其中一条的结束时间在另一条仍有效时不起作用。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na through 2026-11-30\n\
         assign Clerk to li.na from 2026-11-15 through 2026-12-31\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na through 2026-11-30\n\
         assign Clerk to li.na from 2026-12-01 through 2026-12-31\n"
    ),
    security: Some(40),
    ..Code::FINDING
};

/// A line that is past.
pub static WINDOW_OVER: Code = Code {
    id: "W0302",
    name: "window-over",
    summary: Text::new("a line whose time is past", "时间已过的一行"),
    why: Text::new(
        "Its window ended before now, so it does nothing any more; the history of the file keeps it. Told only when \"now\" \
         is known, so no example shows it by itself.",
        "它的时间在现在之前已经结束，不再起作用；文件的历史会保留它。只有知道“现在”时才提示，因此没有单独的示例。",
    ),
    class: Class::Syntactic,
    level: Severity::Info,
    ..Code::FINDING
};

/// A calendar that ends.
pub static CALENDAR_RUNS_OUT: Code = Code {
    id: "W0303",
    name: "calendar-runs-out",
    summary: Text::new("a calendar in use ends within a year, or has ended", "正在使用的日历将在一年内结束或已经结束"),
    why: Text::new(
        "Outside what a calendar covers, windows that use it give nothing and take away fully. In the last month, and after \
         it, this is a warning. Told only when \"now\" is known, so no example shows it by itself.",
        "超出日历覆盖的范围后，使用它的时段不再给予权限，而限制全部生效。最后一个月及之后为警告。只有知道“现在”时才提示，因此没有单独的示例。",
    ),
    class: Class::Syntactic,
    security: Some(40),
    ..Code::FINDING
};

/// An edge where the clock changes.
pub static CLOCK_CHANGE: Code = Code {
    id: "W0304",
    name: "clock-change",
    summary: Text::new("a window has an edge where the clock is set forward or back", "时段的边界正处于时钟拨动之时"),
    why: Text::new(
        "A local time that is skipped or occurs twice has two readings. What gives access starts at the later and ends at \
         the earlier one, what takes away the reverse; so the line does not do what it says on that day. Dates are looked \
         at always, recurring hours when \"now\" is known.",
        "被跳过或出现两次的当地时间有两种理解：给予权限时从较晚者开始、到较早者结束，限制权限时相反，因此这一行在那天与字面不同。\
         具体日期总会检查，重复时段只有知道“现在”时才检查。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na from 2027-03-28 02:30\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na from 2027-03-28\n"
    ),
    class: Class::Syntactic,
    ..Code::FINDING
};

/// A night and days off.
pub static DAY_OFF_NIGHT: Code = Code {
    id: "W0305",
    name: "day-off-night",
    summary: Text::new("hours that keep days off run over midnight", "区分休息日的时段跨越午夜"),
    why: Text::new(
        "An occurrence is whole and belongs to the day on which it starts: the night that starts on the last working day \
         runs into the day off, and the night that would start on the day off is missing.",
        "每次时段完整计入，并属于开始的那一天：最后一个工作日开始的夜晚会延续到休息日，而休息日当晚不计。",
    ),
    bad: package!(
        "calendar cn covers 2026 { weekend Saturday, Sunday off 2026-10-01 }\nhours nights = workdays of cn 22:00 to 06:00\n\
         role Clerk {\n  active nights\n  allow read Customer within own\n}\n"
    ),
    good: package!(
        "calendar cn covers 2026 { weekend Saturday, Sunday off 2026-10-01 }\nhours days = workdays of cn 08:00 to 18:00\n\
         role Clerk {\n  active days\n  allow read Customer within own\n}\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    ..Code::FINDING
};

/// A review that is due.
pub static REVIEW_OVERDUE: Code = Code {
    id: "W0401",
    name: "review-overdue",
    summary: Text::new("a review was due before now", "审查已过期"),
    why: Text::new(
        "A role says how often it is reviewed, and a suspension with no end says when it is looked at again. Told only when \
         \"now\" is known, so no example shows it by itself.",
        "角色写明了审查周期，没有结束时间的暂停写明了复核日期。只有知道“现在”时才提示，因此没有单独的示例。",
    ),
    class: Class::Syntactic,
    security: Some(40),
    ..Code::FINDING
};

/// A waiver that says too little.
pub static WAIVER_UNREADABLE: Code = Code {
    id: "E0901",
    name: "waiver-unreadable",
    summary: Text::new("a waiver lacks its rule, date or reason", "豁免缺少规则、日期或理由"),
    why: Text::new(
        "A waiver names what it waives, how long, and why, so that nobody has to guess later: `#! allow(rule) through \
         2026-12-31 because \"why\"`.",
        "豁免须写明所豁免的规则、期限和理由，以免日后猜测：`#! allow(rule) through 2026-12-31 because \"why\"`。",
    ),
    bad: package!("#! allow(unheld-role)\nrole Clerk { allow read Customer within own }\n"),
    good: package!("# kept for later\nrole Clerk { allow read Customer within own }\n"),
    ..Code::ERROR
};

/// A waiver of a rule that does not exist.
pub static WAIVER_UNKNOWN_RULE: Code = Code {
    id: "E0902",
    name: "waiver-unknown-rule",
    summary: Text::new("a waiver names a rule that does not exist", "豁免所写的规则不存在"),
    why: Text::new(
        "A misspelt waiver waives nothing, and nobody would notice. `rolecall lint --list` shows the rules.",
        "写错的豁免不起作用，且无人察觉。用 `rolecall lint --list` 查看全部规则。",
    ),
    bad: package!(
        "#! allow(unhold-role) through 2099-12-31 because \"kept for later\"\nrole Clerk { allow read Customer within own }\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\n\
         #! allow(unheld-role) through 2099-12-31 because \"kept for later\"\nrole Intern { allow read Customer within own }\n\
         user li.na\nassign Clerk to li.na\n"
    ),
    ..Code::ERROR
};

/// A waiver that is past.
pub static WAIVER_EXPIRED: Code = Code {
    id: "E0903",
    name: "waiver-expired",
    summary: Text::new("a waiver's date is past", "豁免已到期"),
    why: Text::new(
        "An exception was agreed for a time, and the time is over: mend what it waives or agree anew. Told only when \"now\" \
         is known, so no example shows it by itself.",
        "例外只约定了一段时间，现在已经结束：请修正所豁免的问题，或重新约定。只有知道“现在”时才提示，因此没有单独的示例。",
    ),
    security: Some(40),
    ..Code::ERROR
};

/// A waiver of nothing.
pub static WAIVER_UNUSED: Code = Code {
    id: "W0901",
    name: "waiver-unused",
    summary: Text::new("a waiver waives nothing", "豁免没有豁免任何内容"),
    why: Text::new(
        "The finding is gone, or never was on that line. Left in place, the waiver would hide the next one.",
        "所豁免的提示已经消失，或从未出现在该行。若保留下来，会掩盖以后的提示。",
    ),
    bad: package!(
        "#! allow(unheld-role) through 2099-12-31 because \"kept for later\"\nrole Clerk { allow read Customer within own }\n\
         user li.na\nassign Clerk to li.na\n"
    ),
    good: package!("role Clerk { allow read Customer within own }\nuser li.na\nassign Clerk to li.na\n"),
    class: Class::Syntactic,
    ..Code::FINDING
};

/// Not all was looked at.
pub static NOT_SEARCHED: Code = Code {
    id: "W0902",
    name: "not-searched",
    summary: Text::new("the policy is too large to look for every finding", "策略过大，未能查找全部提示"),
    why: Text::new(
        "Looking for overlaps and leaks has a budget, so that checking stays quick. Past it some may be missing, which is \
         said rather than kept. No short text shows it. Errors, guarantees and answers have no such limit.",
        "查找重叠和疏漏有限额，以保证检查速度。超出后可能有遗漏，这里予以说明。没有简短的文本能展示这一情形。错误、保证和答案不受此限。",
    ),
    class: Class::Syntactic,
    level: Severity::Info,
    ..Code::FINDING
};
