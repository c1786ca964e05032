//! Habits from forms, tables and other languages, each told in its own words: quotes or commas would not help there.

use super::form::replace;
use super::{Stop, cut, token};
use crate::diagnostic::{Diagnostic, codes::syntax as codes};
use crate::message::{Message, syntax as text};
use crate::source::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::{sentence, words};

/// Words and signs that inherit elsewhere.
const INHERITS: [&str; 7] = ["extends", "extend", "from", "继承", "继承自", "<", ":"];

/// What follows or leads a number that is written for people, and how many of the smaller unit it stands for.
const UNITS: [(&str, u64); 24] = [
    ("万元", 10_000),
    ("亿元", 100_000_000),
    ("千元", 1_000),
    ("百元", 100),
    ("万", 10_000),
    ("亿", 100_000_000),
    ("千", 1_000),
    ("百", 100),
    ("元", 1),
    ("块", 1),
    ("美元", 1),
    ("港元", 1),
    ("欧元", 1),
    ("人民币", 1),
    ("rmb", 1),
    ("cny", 1),
    ("usd", 1),
    ("eur", 1),
    ("个", 1),
    ("件", 1),
    ("次", 1),
    ("人", 1),
    ("天", 1),
    ("k", 1_000),
];

const CURRENCIES: [char; 6] = ['¥', '￥', '$', '＄', '€', '£'];

/// The habit at `stop`, if it is one that has a name.
pub(super) fn named(stop: &Stop<'_>) -> Option<Diagnostic> {
    const NAMED: &[fn(&Stop<'_>) -> Option<Diagnostic>] =
        &[bracket, inherits, role_first, number, nobody_can, repeated_time, days_of_year, typed_field];
    NAMED.iter().find_map(|habit| habit(stop))
}

fn unexpected(message: Message, span: Span, label: Message) -> Diagnostic {
    Diagnostic::error(&codes::UNEXPECTED_TEXT, message, span, label)
}

/// `role 员工【 … 】`
fn bracket(stop: &Stop<'_>) -> Option<Diagnostic> {
    if stop.found.starts_with('"') {
        return None;
    }
    let (at, sign) = stop.found.char_indices().find(|(_, sign)| matches!(sign, '【' | '】' | '〔' | '〕'))?;
    let opens = matches!(sign, '【' | '〔');
    let before = stop.statement.get(..stop.at)?;
    let block = sentence::opens(token(stop.statement, 0)).is_some() && !before.contains('{');
    let right = match (block, stop.before == "of" || before.contains('['), opens) {
        (true, _, true) => "{",
        (true, _, false) => "}",
        (false, true, true) => "[",
        (false, true, false) => "]",
        (false, false, true) => "(",
        (false, false, false) => ")",
    };
    let start = stop.span.start + at as u32;
    let span = Span::new(stop.span.file, start, start + sign.len_utf8() as u32);
    let message = text::OTHER_BRACKET.with([("sign", String::from(sign).into())]);
    Some(unexpected(message, span, text::HERE.plain()).help(text::WRITE.with([("text", right.into())])))
}

/// `role A extends B`
fn inherits(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !INHERITS.contains(&stop.found) || !stop.expects(&[Rule::inherits]) {
        return None;
    }
    // `role A : Template(east)` means `=`.
    let name = stop.at + stop.found.len() + 1;
    let behind = name + token(stop.statement, name).len() + 1;
    if token(stop.statement, behind) == "(" {
        return None;
    }
    let message = text::FOREIGN_OPERATOR.with([("found", stop.found.into())]);
    Some(
        Diagnostic::error(&codes::FOREIGN_OPERATOR, message, stop.span, text::HERE.plain())
            .help(text::WRITE.with([("text", "inherits".into())]))
            .fix(replace(stop.span, "inherits")),
    )
}

/// `assign li.na to SalesRep`
fn role_first(stop: &Stop<'_>) -> Option<Diagnostic> {
    let assigns = stop.statement.starts_with("assign ") && stop.expects(&[Rule::role_name]);
    if !assigns || words::is_bare_name(stop.found) || !words::is_bare_user(stop.found) {
        return None;
    }
    let (_, role) = stop.statement.get(stop.at..)?.split_once(" to ")?;
    let right = format!("assign {} to {}", token(role, 0), stop.found);
    let message = text::ROLE_FIRST.with([("found", cut(stop.found).into())]);
    Some(
        unexpected(message, stop.span, text::ROLE_FIRST_HERE.plain())
            .help(text::ROLE_FIRST_HELP.with([("text", right.into())])),
    )
}

/// `5%`, `50000元`, `￥500`
fn number(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !stop.expects(&[Rule::number, Rule::value_name, Rule::value_word]) {
        return None;
    }
    let bare = stop.found.trim_start_matches(CURRENCIES);
    let end = bare.find(|next: char| !next.is_ascii_digit() && next != '.').unwrap_or(bare.len());
    let (digits, unit) = bare.split_at_checked(end)?;
    let currency = bare.len() < stop.found.len();
    let percent = matches!(unit, "%" | "％");
    let factor = UNITS.iter().find(|(known, _)| unit.to_lowercase() == *known).map(|(_, factor)| *factor);
    // Other words behind digits may be names: `3级`; what is compared by its size is a number in any case.
    let compared = matches!(stop.before, "<" | "<=" | ">" | ">=");
    let known = percent || factor.is_some() || currency && unit.is_empty();
    if !digits.starts_with(|first: char| first.is_ascii_digit()) || !(known || compared) {
        return None;
    }
    let whole: Option<u64> = digits.parse().ok();
    let help = if percent {
        let share = whole.filter(|percents| *percents < 100).map(|percents| format!("0.{percents:02}"));
        share.map(|share| text::PERCENT_HELP.with([("number", digits.into()), ("share", share.into())]))
    } else {
        let factor = if unit.is_empty() { Some(1) } else { factor };
        let full = whole.zip(factor).and_then(|(whole, factor)| whole.checked_mul(factor));
        full.map(|full| text::WRITE.with([("text", full.into())]))
    };
    let message = text::NUMBER_WITH_UNIT.with([("text", cut(stop.found).into())]);
    Some(
        unexpected(message, stop.span, text::NUMBER_ALONE_HERE.plain())
            .help(help.unwrap_or_else(|| text::NUMBER_IN_FULL_HELP.plain())),
    )
}

/// `nobody can export Customer`
fn nobody_can(stop: &Stop<'_>) -> Option<Diagnostic> {
    let rest = stop.statement.strip_prefix("nobody can ")?;
    if stop.found != "can" || token(rest, 0) == "both" {
        return None;
    }
    let both = stop.span_before.join(stop.span);
    Some(
        unexpected(text::NOBODY_CAN.plain(), both, text::HERE.plain())
            .help(text::WRITE.with([("text", "never anyone can …".into())]))
            .fix(replace(both, "never anyone can")),
    )
}

/// `each quarter on …`
fn repeated_time(stop: &Stop<'_>) -> Option<Diagnostic> {
    const STARTS: [&str; 7] = ["each", "every", "每天", "每日", "每周", "每月", "每年"];
    let quarters = |word: &str| word.starts_with("quarter") || word.starts_with("季") || word.starts_with("每季");
    if !(STARTS.contains(&stop.found) || quarters(stop.found))
        || !stop.expects(&[Rule::recurring, Rule::pattern, Rule::kw_each_year_on])
    {
        return None;
    }
    let next = token(stop.statement, stop.at + stop.found.len() + 1);
    let shown = if next.is_ascii() && matches!(stop.found, "each" | "every") {
        format!("{} {}", stop.found, cut(next))
    } else {
        stop.found.to_owned()
    };
    let message = text::REPEATED_TIME.with([("found", shown.trim_end().into())]);
    let error = unexpected(message, stop.span, text::NOT_EXPECTED.plain()).help(text::REPEATED_TIME_HELP.plain());
    let quarter = quarters(stop.found) || quarters(next);
    Some(if quarter { error.help(several_days()) } else { error })
}

/// `each year on 03-31, 06-30`
fn days_of_year(stop: &Stop<'_>) -> Option<Diagnostic> {
    let on = format!("each year on {} ", stop.before);
    if stop.found != "," || !stop.statement.get(..stop.at)?.ends_with(&on) {
        return None;
    }
    Some(unexpected(text::SEVERAL_DAYS.plain(), stop.span, text::NOT_EXPECTED.plain()).help(several_days()))
}

fn several_days() -> Message {
    let hours = "hours NAME = each year on 03-31 at 18:00 for 72 hours, each year on 06-30 at 18:00 for 72 hours, …";
    text::SEVERAL_DAYS_HELP.with([("hours", hours.into())])
}

/// `field amount: money`
fn typed_field(stop: &Stop<'_>) -> Option<Diagnostic> {
    if stop.found != ":" || !stop.statement.starts_with("field ") {
        return None;
    }
    let name = if stop.before.starts_with('"') { words::quoted(&cut(stop.before)) } else { cut(stop.before) };
    let right = format!("attribute {name}: {}", meant_type(token(stop.statement, stop.at + 2)));
    let types: Vec<String> = words::TYPES.iter().map(|word| format!("`{word}`")).collect();
    Some(
        unexpected(text::FIELD_HAS_NO_TYPE.plain(), stop.span, text::NOT_EXPECTED.plain())
            .help(text::FIELD_HAS_NO_TYPE_HELP.with([("text", right.into()), ("types", types.into())])),
    )
}

/// The type of the language for one of another.
fn meant_type(written: &str) -> String {
    let lower = written.to_lowercase();
    let known = match &*lower {
        "money" | "currency" | "decimal" | "int" | "integer" | "float" | "double" | "percent" | "金额" | "货币"
        | "数字" | "整数" => "number",
        "string" | "str" | "char" | "varchar" | "date" | "datetime" | "email" | "phone" | "文本" | "字符串"
        | "日期" => "text",
        "bool" | "checkbox" | "布尔" => "boolean",
        "person" | "employee" | "人员" | "用户" => "user",
        "department" | "部门" => "unit",
        "ip" => "address",
        _ => {
            return if words::is_bare_name(written) || words::TYPES.contains(&written) {
                written.to_owned()
            } else {
                "text".to_owned()
            };
        }
    };
    known.to_owned()
}
