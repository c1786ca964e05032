//! Codes of waivers that could be read and are wrong all the same.

use crate::diagnostic::Code;

codes! {
    /// A rule that nobody may waive.
    FORBIDDEN "E0904" "waiver-forbidden"
    "a waiver names what nobody may waive", "豁免了任何人都不得豁免的规则";
    "Errors of the language are no opinions and cannot be waived. Of the findings, `never_waive` in `rolecall.toml` names those \
     that nobody may waive: whoever may change that file decides, and not whoever writes a role.",
    "语言错误不是看法，不能豁免。至于提示，`rolecall.toml` 的 `never_waive` 列出了任何人都不得豁免的规则：由有权修改该文件的人决定，而不是由编写角色的人决定。";
    bad: object!("#! allow(unknown-role) through 2099-12-31 because \"later\"\nrole Clerk { allow read Customer within own }\n");
    good: object!("role Clerk { allow read Customer within own }\n");

    /// A day that no calendar has.
    NO_SUCH_DATE "E0905" "waiver-no-such-date"
    "a waiver runs through a day that does not exist", "豁免的截止日期不存在";
    "A date that is not in the calendar was mistyped, and nobody can say when the waiver ends.",
    "日历上没有的日期是写错了，谁也说不清豁免何时结束。";
    bad: object!("#! allow(unheld-role) through 2099-02-30 because \"later\"\nrole Clerk { allow read Customer within own }\n");
    good: object!("role Clerk { allow read Customer within own }\n");

    /// Longer than allowed.
    TOO_LONG "E0906" "waiver-too-long"
    "a waiver runs longer than `rolecall.toml` allows", "豁免的期限超过 `rolecall.toml` 的规定";
    "An exception that is agreed for years is no exception: `longest_days` under `[lint.waivers]` says how far from today a waiver may \
     run, so that somebody looks at it again. Told only when \"now\" is known and the configuration says so, so no example shows it \
     by itself.",
    "约定数年的例外已不是例外：`[lint.waivers]` 下的 `longest_days` 规定豁免最多可持续多少天，以便有人重新审视。只有知道“现在”且配置中有此规定时才提示，因此没有单独的示例。";
    bad: "";
    good: "";

    /// More than one finding.
    TOO_BROAD "W0903" "waiver-too-broad"
    "a waiver covers more than one finding, or a whole group of rules", "豁免涵盖了不止一条提示，或整个规则组";
    "A waiver is a decision about one finding, with a reason that fits it. One that covers several hides those that nobody looked at. \
     Two waivers of one rule above the same line cover two findings.",
    "豁免是针对一条提示的决定，理由应与之相符。涵盖多条的豁免会掩盖无人审视的提示。同一行上方对同一规则写两条豁免，可涵盖两条提示。";
    bad: object!(
        "#! allow(hygiene) through 2099-12-31 because \"later\"\nrole Clerk { allow read Customer within own }\n\
         role Held { allow read Customer within own }\nuser li.na\nassign Held to li.na\n"
    );
    good: object!(
        "#! allow(unheld-role) through 2099-12-31 because \"later\"\nrole Clerk { allow read Customer within own }\n\
         role Held { allow read Customer within own }\nuser li.na\nassign Held to li.na\n"
    );
}
