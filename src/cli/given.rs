//! Attributes on the command line: `sales_owner=li.na department=East tags=[vip, new]`, or a JSON object.

use crate::message::{Message, cli as text};
use serde_json::{Map, Number, Value};

/// Reads the attributes. `none` is null, `true` and `false` are booleans, decimals numbers; anything else, and whatever
/// stands in quotes, is text.
pub(super) fn given(written: &str) -> Result<Map<String, Value>, Message> {
    if written.trim_start().starts_with('{') {
        return match serde_json::from_str(written) {
            Ok(Value::Object(members)) => Ok(members),
            Ok(_) => Err(text::BAD_GIVEN.with([("text", written.into())])),
            Err(error) => Err(text::BAD_GIVEN_JSON.with([("error", error.to_string().into())])),
        };
    }
    let refused = |at: &str| text::BAD_GIVEN.with([("text", at.into())]);
    let mut members = Map::new();
    let mut rest = written.trim();
    while !rest.is_empty() {
        let (name, after) = rest.split_once('=').ok_or_else(|| refused(rest))?;
        let name = name.trim();
        if name.is_empty() || name.contains(char::is_whitespace) {
            return Err(refused(rest));
        }
        let (value, after) = value(after).ok_or_else(|| refused(rest))?;
        if members.insert(name.to_owned(), value).is_some() {
            return Err(text::GIVEN_TWICE.with([("name", name.into())]));
        }
        rest = after.trim_start();
    }
    Ok(members)
}

/// The value that `text` starts with, and what follows it.
fn value(text: &str) -> Option<(Value, &str)> {
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

fn set(mut rest: &str) -> Option<(Value, &str)> {
    let mut items = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix(']') {
            return Some((Value::Array(items), after));
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

fn quoted(text: &str) -> Option<(Value, &str)> {
    let mut stream = serde_json::Deserializer::from_str(text).into_iter::<String>();
    let word = stream.next()?.ok()?;
    let after = text.get(stream.byte_offset()..)?;
    Some((Value::String(word), after))
}

fn bare(word: &str) -> Value {
    match word {
        "none" | "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        // `007` is an employee number, not seven.
        word => match word.parse::<Number>() {
            Ok(number) if number.to_string() == word => Value::Number(number),
            _ => Value::String(word.to_owned()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::given;
    use serde_json::{Value, json};

    fn read(written: &str) -> Option<Value> {
        given(written).ok().map(Value::Object)
    }

    #[test]
    fn words_and_json_are_the_same() {
        let object = json!({ "owner": "li.na", "unit": "东 区", "level": 3, "share": 0.5, "vip": true, "team": ["a", "b c"], "x": null, "no": "007" });
        let words = r#"owner=li.na  unit="东 区" level=3 share=0.5 vip=true team=[a, "b c"] x=none no=007"#;
        assert_eq!(read(words), Some(object.clone()));
        assert_eq!(read(&object.to_string()), Some(object));
        assert_eq!(read(""), Some(json!({})));
        assert_eq!(read("team=[]"), Some(json!({ "team": [] })));
    }

    #[test]
    fn mistakes_are_refused() {
        for bad in ["owner", "=x", "a b=c", "a=", "a=[b", "a=\"b", "a=1 a=2", "{\"a\":", "[1]"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }
}
