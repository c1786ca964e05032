//! Attributes on the command line: `sales_owner=li.na department=East tags=[vip, new]`, or a JSON object.

use crate::message::{Message, cli as text};
use crate::wire::Json;

/// Reads the attributes. `none` is null, `true` and `false` are booleans, decimals numbers; anything else, and whatever
/// stands in quotes, is text.
pub(super) fn given(written: &str) -> Result<Vec<(String, Json)>, Message> {
    if written.trim_start().starts_with('{') {
        return match Json::parse(written.as_bytes()) {
            Ok(Json::Object(members)) => Ok(members),
            Ok(_) => Err(text::BAD_GIVEN.with([("text", written.into())])),
            Err(error) => Err(text::BAD_GIVEN_JSON.with([("error", error.to_string().into())])),
        };
    }
    let refused = |at: &str| text::BAD_GIVEN.with([("text", at.into())]);
    let mut members: Vec<(String, Json)> = Vec::new();
    let plain = plain(written);
    let mut rest = plain.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=').ok_or_else(|| refused(rest))?;
        let name = name.trim();
        if name.is_empty() || name.contains(char::is_whitespace) {
            return Err(refused(rest));
        }
        let (value, after) = value(after).ok_or_else(|| refused(rest))?;
        if members.iter().any(|(known, _)| known == name) {
            return Err(text::GIVEN_TWICE.with([("name", name.into())]));
        }
        members.push((name.to_owned(), value));
        rest = after.trim_start();
    }
    Ok(members)
}

/// ASCII for the full-width signs outside quotes: `＝`, and `，` or `、`, which divide members in brackets. Attributes are
/// divided by blanks: commas and semicolons, which many write there, are read as such.
fn plain(written: &str) -> String {
    let (mut quoted, mut depth) = (false, 0_usize);
    let ascii = |sign: char| {
        match sign {
            '"' => quoted = !quoted,
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match sign {
            '＝' if !quoted => '=',
            '，' | '、' if !quoted && depth > 0 => ',',
            ',' | ';' | '，' | '、' | '；' if !quoted && depth == 0 => ' ',
            other => other,
        }
    };
    written.chars().map(ascii).collect()
}

/// The value that `text` starts with, and what follows it.
fn value(text: &str) -> Option<(Json, &str)> {
    if let Some(inner) = text.strip_prefix('[') {
        return set(inner);
    }
    if text.starts_with('"') {
        return quoted(text);
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (word, after) = text.split_at_checked(end)?;
    (!word.is_empty()).then(|| (bare(word), after))
}

fn set(mut rest: &str) -> Option<(Json, &str)> {
    let mut items = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix(']') {
            return Some((Json::Array(items), after));
        }
        if !items.is_empty() {
            rest = rest.strip_prefix(',')?.trim_start();
        }
        let (item, after) = if rest.starts_with('"') {
            quoted(rest)?
        } else {
            let end = rest.find([',', ']'])?;
            let (word, after) = rest.split_at_checked(end)?;
            let word = word.trim_end();
            if word.is_empty() {
                return None;
            }
            (bare(word), after)
        };
        items.push(item);
        rest = after;
    }
}

fn quoted(text: &str) -> Option<(Json, &str)> {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find_map(|(at, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at + 1)
    })?;
    let (word, after) = text.split_at_checked(end)?;
    Json::parse(word.as_bytes()).ok().map(|value| (value, after))
}

fn bare(word: &str) -> Json {
    match word {
        "none" | "null" => Json::Null,
        "true" => Json::Boolean(true),
        "false" => Json::Boolean(false),
        // `007` is an employee number, not seven: JSON has no number with leading zeros.
        word => match Json::parse(word.as_bytes()) {
            Ok(Json::Number(number)) => Json::Number(number),
            _ => Json::Text(word.to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::given;
    use crate::wire::Json;

    #[test]
    fn words_and_json_are_the_same() {
        let json = r#"{"owner":"li.na","unit":"东 区","level":3,"share":0.5,"vip":true,"team":["a","b \"c"],"x":null,"no":"007"}"#;
        let words = r#"owner=li.na  unit="东 区" level=3 share=0.5 vip=true team=[a, "b \"c"] x=none no=007"#;
        assert_eq!(given(words).unwrap(), given(json).unwrap());
        assert_eq!(given("").unwrap(), []);
        let wide = r#"负责人＝li，部门＝"东，区"、团队＝[a，b]"#;
        assert_eq!(given(wide).unwrap(), given(r#"负责人=li 部门="东，区" 团队=[a,b]"#).unwrap());
        for divided in ["owner=li,unit=east", "owner=li, unit=east", "owner=li;unit=east", "owner=li；unit=east"] {
            assert_eq!(given(divided).unwrap(), given("owner=li unit=east").unwrap(), "{divided}");
        }
        assert_eq!(given("team=[]").unwrap(), [("team".to_owned(), Json::Array(Vec::new()))]);
    }

    #[test]
    fn mistakes_are_refused() {
        let bad = [
            "owner",
            "amount=1,000",
            "owner=li, east",
            "=x",
            "a b=c",
            "a=",
            "a=[b",
            "a=\"b",
            "a=1 a=2",
            "{\"a\":",
            "{\"a\":1,\"a\":2}",
            "[1]",
        ];
        for bad in bad {
            assert!(given(bad).is_err(), "{bad}");
        }
    }
}
