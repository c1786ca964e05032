//! Mistakes that newcomers make, each with its own words.

use super::form::{remove, replace};
use super::{Stop, cut};
use crate::diagnostic::{Diagnostic, Edit, Fix, codes::syntax as codes};
use crate::message::syntax as text;
use crate::source::Span;
use crate::syntax::grammar::Rule;
use crate::syntax::words;
use crate::time::Date;

/// Words of other policy languages, and the ones meant.
const SYNONYMS: &[(&str, &str)] = &[
    ("grant", "allow"),
    ("permit", "allow"),
    ("forbid", "deny"),
    ("prohibit", "deny"),
    ("hide", "mask"),
    ("lift", "cancel"),
    ("give", "assign"),
    ("disable", "suspend"),
    ("group", "role"),
    ("department", "unit"),
    ("enum", "type"),
    ("entity", "object"),
    ("resource", "object"),
    ("import", "use"),
    ("include", "use"),
];

/// Operators of other languages in a condition, and the words meant.
const OPERATORS: &[(&str, &str)] = &[
    ("=", "is"),
    ("==", "is"),
    ("===", "is"),
    ("!=", "is not"),
    ("!==", "is not"),
    ("<>", "is not"),
    ("≠", "is not"),
    ("=<", "<="),
    ("≤", "<="),
    ("=>", ">="),
    ("≥", ">="),
    ("&&", "and"),
    ("&", "and"),
    ("||", "or"),
    ("|", "or"),
    ("!", "not"),
];

/// The mistake at `stop`, if it is one that has a name.
pub(super) fn named(stop: &Stop<'_>) -> Option<Diagnostic> {
    const NAMED: &[fn(&Stop<'_>) -> Option<Diagnostic>] = &[
        until,
        separator,
        sign,
        foreign_quote,
        two_strings,
        date,
        time,
        operator,
        full_stop,
        object,
        scope,
        path,
        user,
        actions_line,
        joined_by_word,
        parts_of_name,
        comma,
        bare_name,
    ];
    NAMED.iter().find_map(|mistake| mistake(stop))
}

/// A statement that starts with a word of another language, or a quote.
pub(super) fn at_start(word: &str, span: Span) -> Option<Diagnostic> {
    let (_, right) = SYNONYMS.iter().find(|(wrong, _)| *wrong == word)?;
    let message = text::UNKNOWN_STATEMENT.with([("word", cut(word).into())]);
    let error = Diagnostic::error(&codes::UNKNOWN_STATEMENT, message, span, text::NOT_A_WORD_HERE.plain());
    // No repair: words of other languages do not mean quite the same (what is hidden there is more than masked).
    Some(error.help(text::DID_YOU_MEAN.with([("word", (*right).into())])))
}

/// `until` does not say whether the day counts.
fn until(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !matches!(stop.found, "until" | "till" | "to") || (stop.found == "to" && !words::is_date(stop.before)) {
        return None;
    }
    let day = super::token(stop.statement, stop.at + stop.found.len() + 1);
    let day = if words::is_date(day) { day } else { "2026-12-31" };
    let message = text::UNTIL.with([("word", stop.found.into())]);
    Some(
        Diagnostic::error(&codes::UNTIL, message, stop.span, text::UNTIL_HERE.plain())
            .help(text::UNTIL_HELP.with([("day", day.into())])),
    )
}

/// A comma or bar behind which nothing of the list comes.
fn separator(stop: &Stop<'_>) -> Option<Diagnostic> {
    let is_separator = |token: &str| matches!(token, "," | "|");
    let last = stop.statement.get(stop.at + stop.found.len()..).is_none_or(|rest| rest.trim().is_empty());
    let (sign, span) = if is_separator(stop.found) && (last || is_separator(stop.before)) {
        (stop.found, stop.span)
    } else if is_separator(stop.before) && (stop.found.is_empty() || ends_list(stop.found)) {
        (stop.before, stop.span_before)
    } else {
        return None;
    };
    Some(trailing(sign, span))
}

/// The error about a separator behind the last thing of a list.
pub(super) fn trailing(sign: &str, span: Span) -> Diagnostic {
    let message = text::TRAILING_SEPARATOR.with([("sign", sign.into())]);
    Diagnostic::error(&codes::TRAILING_SEPARATOR, message, span, text::NOT_NEEDED.plain())
        .help(text::TRAILING_HELP.with([("sign", sign.into())]))
        .fix(remove(span, sign))
}

fn ends_list(token: &str) -> bool {
    matches!(token, ")" | "]" | "}" | "{") || words::is_clause(token) || words::starts_statement(token)
}

/// `;` or `。` inside a statement.
fn sign(stop: &Stop<'_>) -> Option<Diagnostic> {
    matches!(stop.found, ";" | "。").then(|| {
        let message = text::STRAY_SIGN.with([("sign", stop.found.into())]);
        Diagnostic::error(&codes::STRAY_SIGN, message, stop.span, text::NOT_NEEDED.plain())
            .help(text::STRAY_IN_LIST.with([("sign", stop.found.into())]))
    })
}

/// Quotes of other kinds.
fn foreign_quote(stop: &Stop<'_>) -> Option<Diagnostic> {
    let first = stop.found.chars().next()?;
    let close = match first {
        '\'' => '\'',
        '`' => '`',
        '‘' | '’' => '’',
        '「' => '」',
        '『' => '』',
        '«' => '»',
        '《' => '》',
        _ => return None,
    };
    let message = text::FOREIGN_QUOTES.with([("quote", String::from(first).into())]);
    let error = Diagnostic::error(&codes::FOREIGN_QUOTES, message, stop.span, text::HERE.plain())
        .help(text::FOREIGN_QUOTES_HELP.plain());
    let inner = stop.found.strip_prefix(first).and_then(|rest| rest.strip_suffix(close));
    Some(match inner {
        Some(inner) => error.fix(replace(stop.span, words::quoted(inner))),
        None => error,
    })
}

/// Two strings in a row where no label can stand.
fn two_strings(stop: &Stop<'_>) -> Option<Diagnostic> {
    (stop.found.starts_with('"') && stop.before.starts_with('"')).then(|| {
        Diagnostic::error(&codes::TWO_STRINGS, text::TWO_STRINGS.plain(), stop.span, text::SECOND_TEXT.plain())
            .and(stop.span_before, text::FIRST_TEXT.plain())
            .help(text::TWO_STRINGS_HELP.plain())
    })
}

/// A date in another order or with other signs.
fn date(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !stop.expects(&[Rule::date, Rule::date_time, Rule::date_range, Rule::kw_the_last_day]) && !stop.before.is_ascii()
    {
        return None;
    }
    let found = stop.found.trim_end_matches('.');
    if words::is_date(found) || !found.starts_with(|first: char| first.is_numeric()) {
        return None;
    }
    let parts: Vec<String> = found.split(|sign: char| !sign.is_numeric()).map(plain_digits).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let (day, help) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (iso(year, month, day), None),
        [year, month, day, hour, minute, ..] if year.len() == 4 => {
            (iso(year, month, day).map(|date| format!("{date} {hour:0>2}:{minute:0>2}")), None)
        }
        [first, second, year] if year.len() == 4 => match (first.parse::<u8>().ok()?, second.parse::<u8>().ok()?) {
            (13.., 1..=12) => (iso(year, second, first), None),
            (1..=12, 13..) => (iso(year, first, second), None),
            _ => (None, Some((iso(year, first, second)?, iso(year, second, first)?))),
        },
        [all] if all.len() == 8 => (iso(all.get(..4)?, all.get(4..6)?, all.get(6..)?), None),
        _ => return None,
    };
    let message = match (&day, &help) {
        (None, None) => text::NO_SUCH_DAY.with([("text", cut(stop.found).into())]),
        _ => text::DATE_FORM.with([("text", cut(stop.found).into())]),
    };
    let error = Diagnostic::error(&codes::DATE_FORM, message, stop.span, text::HERE.plain());
    Some(match (day, help) {
        (Some(day), _) => error.help(text::WRITE.with([("text", day.as_str().into())])).fix(replace(stop.span, day)),
        (None, Some((one, other))) => {
            error.help(text::WRITE_ONE_DATE.with([("one", one.into()), ("other", other.into())]))
        }
        (None, None) => error.help(text::DATE_HELP.plain()),
    })
}

/// ASCII digits for the digits of any script.
fn plain_digits(digits: &str) -> String {
    let plain = |digit: char| match digit {
        '０'..='９' => char::from_digit(u32::from(digit) - u32::from('０'), 10).unwrap_or(digit),
        _ => digit,
    };
    digits.chars().map(plain).collect()
}

/// The date, if there is one.
fn iso(year: &str, month: &str, day: &str) -> Option<String> {
    Date::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).map(|date| date.to_string())
}

/// A time of day with one digit, seconds, or `am` and `pm`.
fn time(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !stop.expects(&[Rule::time, Rule::times, Rule::lasting]) && !words::is_date(stop.before) {
        return None;
    }
    let lower = stop.found.to_ascii_lowercase();
    let (digits, half) = match (lower.strip_suffix("am"), lower.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (lower.as_str(), None),
    };
    let digits = digits.trim_end_matches('h');
    let mut parts = digits.split([':', '.', '点', '时', 'h']);
    let hour: u8 = parts.next()?.parse().ok()?;
    let minute: u8 = parts.next().map_or(Some(0), |minute| minute.trim_end_matches('分').parse().ok())?;
    if !digits.contains([':', '.', '点', '时', 'h']) && half.is_none() {
        return None;
    }
    let hour = match half {
        Some(half) => hour % 12 + half,
        None => hour,
    };
    if hour > 24 || minute > 59 {
        return None;
    }
    let right = format!("{hour:02}:{minute:02}");
    let message = text::TIME_FORM.with([("text", cut(stop.found).into())]);
    Some(
        Diagnostic::error(&codes::DATE_FORM, message, stop.span, text::HERE.plain())
            .help(text::WRITE.with([("text", right.as_str().into())]))
            .fix(replace(stop.span, right)),
    )
}

/// An operator of another language; in values `:` for `=`, in declarations `=` for `:`.
fn operator(stop: &Stop<'_>) -> Option<Diagnostic> {
    let right = if stop.expects(&[Rule::equals]) && matches!(stop.found, ":" | "==" | "is" | "=>" | ":=") {
        "="
    } else if stop.expects(&[Rule::colon]) && matches!(stop.found, "=" | "is") {
        ":"
    } else {
        let conditions =
            [Rule::kw_is, Rule::kw_and, Rule::kw_or, Rule::path, Rule::operand, Rule::condition, Rule::order_sign];
        if !stop.expects(&conditions) && !stop.expects(&[Rule::value_name, Rule::comparison, Rule::argument]) {
            return None;
        }
        OPERATORS.iter().find(|(wrong, _)| *wrong == stop.found).map(|(_, right)| *right)?
    };
    let message = text::FOREIGN_OPERATOR.with([("found", stop.found.into())]);
    Some(
        Diagnostic::error(&codes::FOREIGN_OPERATOR, message, stop.span, text::HERE.plain())
            .help(text::WRITE.with([("text", right.into())]))
            .fix(replace(stop.span, right)),
    )
}

/// A full stop behind the last word.
fn full_stop(stop: &Stop<'_>) -> Option<Diagnostic> {
    let word = stop.found.strip_suffix('.').or_else(|| stop.found.strip_suffix('。'))?;
    let length = (stop.found.len() - word.len()) as u32;
    if word.is_empty() || word.contains('.') {
        return None;
    }
    let span = Span::new(stop.span.file, stop.span.end.saturating_sub(length), stop.span.end);
    let message = text::STRAY_SIGN.with([("sign", ".".into())]);
    Some(
        Diagnostic::error(&codes::STRAY_SIGN, message, span, text::NOT_NEEDED.plain())
            .help(text::STRAY_SIGN_HELP.with([("sign", ".".into())]))
            .fix(remove(span, ".")),
    )
}

/// Actions without the object they act on.
fn object(stop: &Stop<'_>) -> Option<Diagnostic> {
    let missing = stop.found.is_empty() || ends_list(stop.found);
    if !missing || !stop.expects(&[Rule::object_name, Rule::every_object, Rule::kw_every_object]) {
        return None;
    }
    Some(missing_object(stop.found, stop.before, stop.span, stop.pattern))
}

/// `within` or `or` behind which no scope comes.
fn scope(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !(stop.found.is_empty() || ends_list(stop.found)) || !stop.expects(&[Rule::kw_own]) {
        return None;
    }
    let behind = Span::new(stop.span_before.file, stop.span_before.end, stop.span_before.end);
    Some(missing_scope(stop.before, behind))
}

/// The error about a missing scope.
pub(super) fn missing_scope(before: &str, behind: Span) -> Diagnostic {
    let thing = || text::A_SCOPE.plain().into();
    let message = text::MISSING_AT_END.with([("thing", thing()), ("before", cut(before).into())]);
    let label = text::EXPECTED.with([("thing", thing())]);
    Diagnostic::error(&codes::UNEXPECTED_TEXT, message, behind, label).help(text::SCOPE_HELP.plain())
}

/// The error about a missing object before `found`.
pub(super) fn missing_object(found: &str, before: &str, span: Span, pattern: Option<&'static str>) -> Diagnostic {
    let message = if found.is_empty() {
        text::MISSING_OBJECT_AT_END.with([("before", cut(before).into())])
    } else {
        text::MISSING_OBJECT.with([("found", cut(found).into())])
    };
    let error = Diagnostic::error(&codes::MISSING_OBJECT, message, span, text::OBJECT_HERE.plain());
    match pattern {
        Some(pattern) => error.help(text::WRITE_PATTERN.with([("pattern", pattern.into())])),
        None => error,
    }
}

/// A condition that does not start with a path.
fn path(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !stop.expects(&[Rule::path, Rule::comparison, Rule::condition]) || stop.expects(&[Rule::value_name]) {
        return None;
    }
    let word = stop.found;
    let attribute = word.rsplit_once('.').map_or(word, |(_, attribute)| attribute);
    if !words::is_bare_name(attribute) {
        return None;
    }
    let message = text::NOT_A_PATH.with([("found", cut(word).into())]);
    Some(
        Diagnostic::error(&codes::NOT_A_PATH, message, stop.span, text::PATH_HERE.plain())
            .help(text::PATH_HELP.with([("attribute", cut(attribute).into())])),
    )
}

/// A user in a condition without `user` before it.
fn user(stop: &Stop<'_>) -> Option<Diagnostic> {
    if !stop.expects(&[Rule::value_name, Rule::user_operand, Rule::argument]) || !stop.found.contains(['.', '@']) {
        return None;
    }
    if !words::is_bare_user(stop.found) {
        return None;
    }
    let message = text::BARE_USER.with([("user", cut(stop.found).into())]);
    let right = format!("user {}", stop.found);
    Some(
        Diagnostic::error(&codes::BARE_USER, message, stop.span, text::HERE.plain())
            .help(text::WRITE.with([("text", right.as_str().into())]))
            .fix(replace(stop.span, right)),
    )
}

/// Actions behind what is said of the whole line.
fn actions_line(stop: &Stop<'_>) -> Option<Diagnostic> {
    let starts = ["record actions ", "general actions "].iter().any(|start| stop.statement.starts_with(start));
    if stop.found != "," || !starts {
        return None;
    }
    let message = text::UNEXPECTED.with([("found", ",".into())]);
    Some(
        Diagnostic::error(&codes::UNEXPECTED_TEXT, message, stop.span, text::NOT_EXPECTED.plain())
            .help(text::ACTIONS_LINE_HELP.plain()),
    )
}

/// `和` and the like in the place of a comma.
fn joined_by_word(stop: &Stop<'_>) -> Option<Diagnostic> {
    const WORDS: [&str; 8] = ["和", "与", "及", "以及", "或", "或者", "并", "&"];
    let span = if WORDS.contains(&stop.before) {
        stop.span_before
    } else if WORDS.contains(&stop.found) {
        stop.span
    } else {
        return None;
    };
    let word = if span == stop.span { stop.found } else { stop.before };
    let message = text::UNEXPECTED.with([("found", word.into())]);
    Some(
        Diagnostic::error(&codes::UNEXPECTED_TEXT, message, span, text::NOT_EXPECTED.plain())
            .help(text::COMMA_HELP.plain()),
    )
}

/// A name with blanks, brackets or other signs behind the word that declares it.
fn parts_of_name(stop: &Stop<'_>) -> Option<Diagnostic> {
    const DECLARES: [&str; 6] = ["unit", "role", "object", "label", "hours", "network"];
    // `unit 1部`: what declares was no such statement, since its name is none.
    if DECLARES.contains(&stop.found) {
        let name = super::token(stop.statement, stop.at + stop.found.len() + 1);
        let bare = words::is_bare_name(name) || name.starts_with(['"', '{', '(']);
        let start = stop.span.end + 1;
        let span = Span::new(stop.span.file, start, start + name.len() as u32);
        return (!bare && name.chars().any(char::is_alphanumeric)).then(|| quote_it(name, span, false));
    }
    let at = stop.at.checked_sub(stop.before.len() + 1)?;
    let declares = DECLARES.contains(&super::token_before(stop.statement, at));
    if !declares || !words::is_bare_name(stop.before) {
        return None;
    }
    let rest = stop.statement.get(stop.at..)?;
    let name = if let Some(inner) = rest.strip_prefix("( ") {
        let (inner, _) = inner.split_once(" )")?;
        let (open, close) = if stop.before.is_ascii() { ('(', ')') } else { ('（', '）') };
        format!("{}{open}{inner}{close}", stop.before)
    } else if words::is_bare_name(stop.found)
        && !words::is_reserved(stop.found)
        && super::nearest(stop.found, super::shown::keywords(&stop.expected)).is_none()
    {
        format!("{} {}", stop.before, stop.found)
    } else {
        return None;
    };
    let message = text::BARE_NAME.with([("name", cut(&name).into())]);
    let label = text::NAME_IN_PARTS.plain();
    Some(
        Diagnostic::error(&codes::BARE_NAME, message, stop.span_before.join(stop.span), label)
            .help(text::WRITE.with([("text", words::quoted(&name).into())])),
    )
}

/// Two things of a list in brackets without a comma between them.
fn comma(stop: &Stop<'_>) -> Option<Diagnostic> {
    let closes = [Rule::close_brace, Rule::close_paren, Rule::close_bracket];
    let starts = stop.found.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '"' | '_'));
    let conditions = stop.expects(&[Rule::kw_and, Rule::kw_or, Rule::bad_line]);
    if !starts || conditions || !stop.expects(&closes) || stop.before == "(" || stop.before == "{" || stop.before == "["
    {
        return None;
    }
    let here = Span::new(stop.span_before.file, stop.span_before.end, stop.span_before.end);
    let message = text::MISSING_BEFORE.with([("thing", "`,`".into()), ("found", cut(stop.found).into())]);
    let fix = Fix::guess(text::INSERT_COMMA.plain(), vec![Edit { span: here, text: ",".to_owned() }]);
    Some(
        Diagnostic::error(&codes::UNEXPECTED_TEXT, message, stop.span, text::COMMA_HELP.plain())
            .help(text::INSERT_COMMA.plain())
            .fix(fix),
    )
}

/// A word that is a name only in quotes.
fn bare_name(stop: &Stop<'_>) -> Option<Diagnostic> {
    const NAMES: &[Rule] = &[
        Rule::name,
        Rule::declared,
        Rule::action,
        Rule::object_name,
        Rule::field_name,
        Rule::label_name,
        Rule::role_name,
        Rule::rule_name,
        Rule::unit_name,
        Rule::hours_name,
        Rule::column,
        Rule::user_name,
        Rule::user_declared,
        Rule::value_name,
        Rule::value_word,
    ];
    let letters = stop.found.chars().any(char::is_alphanumeric) && !stop.found.starts_with('"');
    if !letters || words::is_bare_name(stop.found) || words::is_reserved(stop.found) || !stop.expects(NAMES) {
        return None;
    }
    let user = stop.expects(&[Rule::user_name, Rule::user_declared]);
    Some(quote_it(stop.found, stop.span, user))
}

/// The error about a word whose letters want quotes.
pub(super) fn quote_it(word: &str, span: Span, user: bool) -> Diagnostic {
    let message = text::BARE_NAME.with([("name", cut(word).into())]);
    let label = if user { text::BARE_USER_LETTERS.plain() } else { text::BARE_NAME_LETTERS.plain() };
    let quoted = words::quoted(word);
    let fix = Fix::guess(text::QUOTE_IT.plain(), vec![Edit { span, text: quoted.clone() }]);
    Diagnostic::error(&codes::BARE_NAME, message, span, label)
        .help(text::WRITE.with([("text", quoted.into())]))
        .fix(fix)
}
