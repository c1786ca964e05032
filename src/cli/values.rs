//! JSON members as the values of a request.

use crate::runtime;
use serde_json::{Map, Value};

/// Members with their sets beside them, so that a request can borrow both.
#[derive(Debug, Default)]
pub(super) struct Values<'a> {
    members: Vec<(&'a str, &'a Value)>,
    sets: Vec<Vec<runtime::Value<'a>>>,
}

impl<'a> Values<'a> {
    /// Of a JSON object.
    pub(super) fn of(members: &'a Map<String, Value>) -> Self {
        let set = |value: &'a Value| match value {
            Value::Array(items) => items.iter().map(|item| plain(item)).collect(),
            _ => Vec::new(),
        };
        Self {
            members: members.iter().map(|(name, value)| (name.as_str(), value)).collect(),
            sets: members.values().map(set).collect(),
        }
    }

    /// As a request takes them.
    pub(super) fn attributes(&self) -> Vec<(&str, runtime::Value<'_>)> {
        let pairs = self.members.iter().zip(&self.sets);
        pairs
            .map(|((name, value), set)| {
                let value = if value.is_array() { runtime::Value::Set(set) } else { plain(value) };
                (*name, value)
            })
            .collect()
    }
}

/// A value that is no set.
fn plain(value: &Value) -> runtime::Value<'_> {
    match value {
        Value::Null => runtime::Value::Null,
        Value::Bool(flag) => runtime::Value::Boolean(*flag),
        Value::Number(number) => {
            decimal(&number.to_string()).map_or(runtime::Value::IllTyped, runtime::Value::Number)
        }
        Value::String(text) => runtime::Value::Text(text),
        Value::Array(_) | Value::Object(_) => runtime::Value::IllTyped,
    }
}

/// A decimal with at most 4 places, times 10,000.
fn decimal(digits: &str) -> Option<i64> {
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let places = places.trim_end_matches('0');
    if places.len() > 4 || !places.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let part: i64 = format!("{places:0<4}").parse().ok()?;
    let part = if digits.starts_with('-') { -part } else { part };
    whole.checked_mul(10_000)?.checked_add(part)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn decimals_are_exact() {
        assert_eq!(decimal("12.5"), Some(125_000));
        assert_eq!(decimal("-0.25"), Some(-2_500));
        assert_eq!(decimal("3.0"), Some(30_000));
        assert_eq!(decimal("0.00001"), None);
        assert_eq!(decimal("1e20"), None);
        assert_eq!(decimal("9223372036854775807"), None);
    }
}
