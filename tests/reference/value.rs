//! Values as they are sent, and as a declared type reads them.

use std::collections::BTreeMap;
use std::net::IpAddr;
use unicode_normalization::UnicodeNormalization;

/// A value as in JSON. Numbers are decimals times 10,000.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Null,
    Boolean(bool),
    Number(i64),
    Text(String),
    List(Vec<Value>),
    /// Something that no type can hold.
    Other,
}

impl Value {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

/// Names to values.
pub type Properties = BTreeMap<String, Value>;

/// A declared type.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Boolean,
    Number,
    Text,
    User,
    Unit,
    Address,
    /// Values (name, label) in order.
    Enumeration(Vec<(String, Option<String>)>),
    Set(Box<Type>),
}

/// A value that its type could read.
#[derive(Clone, Debug, PartialEq)]
pub enum Known {
    Boolean(bool),
    Number(i64),
    Text(String),
    /// The id, or whatever text was sent.
    User(String),
    Unit(String),
    Address(IpAddr),
    /// Position among the values of its enumeration.
    Choice(usize),
    Set(Vec<Known>),
}

/// What is known of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Absent or ill-typed.
    Missing,
    /// Stated to be nothing.
    Null,
    Known(Known),
}

/// True, false or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    False,
    Unknown,
    True,
}

impl Truth {
    pub fn of(value: bool) -> Self {
        if value { Self::True } else { Self::False }
    }

    pub fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }

    pub fn and(self, other: Self) -> Self {
        if self == Self::False || other == Self::False {
            Self::False
        } else if self == Self::Unknown || other == Self::Unknown {
            Self::Unknown
        } else {
            Self::True
        }
    }

    pub fn or(self, other: Self) -> Self {
        self.not().and(other.not()).not()
    }
}

/// What a type needs to know of the policy to read a value.
pub trait World {
    /// The id of the known person of that id or other id.
    fn person(&self, id: &str) -> Option<String>;
    /// Whether an id in this likened form is that of somebody known, or of the one who asks.
    fn is_likened(&self, form: &str) -> bool;
    /// Whether there is a unit of that name.
    fn has_unit(&self, name: &str) -> bool;
}

/// Largest decimal times 10,000: 18 digits.
const LARGEST: i64 = 999_999_999_999_999_999;

/// Reads a value by its type; `None` if it is ill-typed.
pub fn read(ty: &Type, value: &Value, world: &impl World) -> Option<Known> {
    match (ty, value) {
        (Type::Boolean, Value::Boolean(b)) => Some(Known::Boolean(*b)),
        (Type::Number, Value::Number(n)) => (-LARGEST..=LARGEST).contains(n).then_some(Known::Number(*n)),
        (Type::Text, Value::Text(text)) => Some(Known::Text(nfc(text))),
        (Type::User, Value::Text(text)) => {
            let text = nfc(text);
            if let Some(id) = world.person(&text) {
                return Some(Known::User(id));
            }
            let form = likened(&text)?;
            (!form.is_empty() && !world.is_likened(&form)).then_some(Known::User(text))
        }
        (Type::Unit, Value::Text(text)) => {
            let text = nfc(text);
            world.has_unit(&text).then_some(Known::Unit(text))
        }
        (Type::Address, Value::Text(text)) => text.parse::<IpAddr>().ok().map(|ip| Known::Address(ip.to_canonical())),
        (Type::Enumeration(values), Value::Text(text)) => {
            let text = nfc(text);
            values.iter().position(|(name, _)| *name == text).map(Known::Choice)
        }
        (Type::Set(of), Value::List(members)) => {
            members.iter().map(|member| read(of, member, world)).collect::<Option<Vec<_>>>().map(Known::Set)
        }
        _ => None,
    }
}

/// An id as it is likened to others; `None` if it is too long for that.
pub fn likened(id: &str) -> Option<String> {
    let compatible: String = id.nfkc().flat_map(char::to_lowercase).collect();
    (compatible.len() <= 256).then(|| compatible.trim().to_string())
}

/// An attribute's fact, from the value sent for it.
pub fn fact(ty: &Type, value: Option<&Value>, world: &impl World) -> Fact {
    match value {
        None => Fact::Missing,
        Some(Value::Null) => Fact::Null,
        Some(value) => read(ty, value, world).map_or(Fact::Missing, Fact::Known),
    }
}

pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// `12.5` as 125000; `None` for what is no number of the language.
pub fn decimal(text: &str) -> Option<i64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() || part.len() > 4 || !whole.chars().chain(part.chars()).all(|c| c.is_ascii_digit()) {
        return None;
    }
    let scaled: i64 = format!("{whole}{part:0<4}").parse().ok()?;
    (scaled <= LARGEST).then_some(if negative { -scaled } else { scaled })
}
