//! [`Json`]: a JSON text read strictly, with exact decimals.
//!
//! Written by hand because a permission must not hang on what a general reader forgives: numbers pass through no
//! floating point, a repeated member is an error at any depth, depth and size are bounded, and nothing recurses
//! further than that.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Longest text in bytes.
const MAX_BYTES: usize = 1 << 20;
/// Deepest nesting.
const MAX_DEPTH: usize = 32;

/// A value. Texts and names of members are in NFC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Boolean(bool),
    /// A decimal times 10,000; `None` for a number with more than 18 digits, more than 4 after the point, or an
    /// exponent.
    Number(Option<i64>),
    /// A string.
    Text(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, its members in the order written, each name once.
    Object(Vec<(String, Json)>),
}

/// Why a text is not JSON that is read here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// Byte of the text.
    pub at: usize,
    /// What is wrong there.
    pub problem: Problem,
}

/// What is wrong with a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// More than a mebibyte.
    TooLong,
    /// More than 32 levels.
    TooDeep,
    /// A byte that cannot stand there, or the end.
    Unexpected,
    /// Not UTF-8.
    Encoding,
    /// An escape that stands for no character.
    Escape,
    /// A member that was there before.
    Repeated(String),
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::TooLong => f.write_str("longer than 1048576 bytes"),
            Problem::TooDeep => f.write_str("nested deeper than 32 levels"),
            Problem::Unexpected => write!(f, "not JSON at byte {}", self.at),
            Problem::Encoding => write!(f, "not UTF-8 at byte {}", self.at),
            Problem::Escape => write!(f, "an escape at byte {} stands for no character", self.at),
            Problem::Repeated(name) => write!(f, "member {name:?} comes twice"),
        }
    }
}

impl std::error::Error for JsonError {}

impl Json {
    /// Reads one value that is the whole text.
    pub fn parse(bytes: &[u8]) -> Result<Self, JsonError> {
        if bytes.len() > MAX_BYTES {
            return Err(JsonError { at: MAX_BYTES, problem: Problem::TooLong });
        }
        let text = std::str::from_utf8(bytes)
            .map_err(|error| JsonError { at: error.valid_up_to(), problem: Problem::Encoding })?;
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.blanks();
        if reader.at < text.len() { Err(reader.unexpected()) } else { Ok(value) }
    }

    /// A member of an object.
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(key, _)| key == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn error<T>(&self, problem: Problem) -> Result<T, JsonError> {
        Err(JsonError { at: self.at, problem })
    }

    fn unexpected(&self) -> JsonError {
        JsonError { at: self.at, problem: Problem::Unexpected }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Takes the byte if it comes next after blanks.
    fn takes(&mut self, byte: u8) -> bool {
        self.blanks();
        let takes = self.peek() == Some(byte);
        self.at += usize::from(takes);
        takes
    }

    fn wants(&mut self, byte: u8) -> Result<(), JsonError> {
        if self.takes(byte) { Ok(()) } else { Err(self.unexpected()) }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, JsonError> {
        if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            self.at += word.len();
            Ok(value)
        } else {
            Err(self.unexpected())
        }
    }

    fn value(&mut self, depth: usize) -> Result<Json, JsonError> {
        if depth > MAX_DEPTH {
            return self.error(Problem::TooDeep);
        }
        self.blanks();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => self.string().map(|text| Json::Text(normalized(text))),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Boolean(true)),
            Some(b'f') => self.word("false", Json::Boolean(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(self.unexpected()),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.wants(b'[')?;
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.takes(b']') {
                return Ok(Json::Array(items));
            }
            self.wants(b',')?;
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json, JsonError> {
        self.wants(b'{')?;
        let mut members: Vec<(String, Json)> = Vec::new();
        let mut many = HashSet::new();
        if self.takes(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            self.blanks();
            let name = normalized(self.string()?);
            // Few members are compared one by one, many through a set.
            let repeated = if members.len() < FEW {
                members.iter().any(|(known, _)| *known == name)
            } else {
                if members.len() == FEW {
                    many.extend(members.iter().map(|(known, _)| known.clone()));
                }
                !many.insert(name.clone())
            };
            if repeated {
                return self.error(Problem::Repeated(name));
            }
            self.wants(b':')?;
            members.push((name, self.value(depth + 1)?));
            if self.takes(b'}') {
                return Ok(Json::Object(members));
            }
            self.wants(b',')?;
        }
    }

    fn string(&mut self) -> Result<Cow<'t, str>, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected());
        }
        self.at += 1;
        let mut text = Cow::Borrowed("");
        let mut start = self.at;
        loop {
            match self.peek() {
                Some(b'"') => {
                    text += self.text.get(start..self.at).unwrap_or("");
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    text += self.text.get(start..self.at).unwrap_or("");
                    self.at += 1;
                    text.to_mut().push(self.escape()?);
                    start = self.at;
                }
                Some(0x20..) => self.at += 1,
                Some(_) | None => return Err(self.unexpected()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, JsonError> {
        let found = match self.peek() {
            Some(b @ (b'"' | b'\\' | b'/')) => char::from(b),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return self.error(Problem::Escape),
        };
        self.at += 1;
        Ok(found)
    }

    /// `\u` and four digits, or two of them that together stand for one character.
    fn unicode(&mut self) -> Result<char, JsonError> {
        let start = self.at;
        let first = self.four_digits()?;
        let lone = JsonError { at: start, problem: Problem::Escape };
        if !(0xd800..0xe000).contains(&first) {
            return char::from_u32(first).ok_or(lone);
        }
        if first >= 0xdc00 || self.peek() != Some(b'\\') {
            return Err(lone);
        }
        self.at += 1;
        let second = self.four_digits()?;
        if !(0xdc00..0xe000).contains(&second) {
            return Err(lone);
        }
        char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)).ok_or(lone)
    }

    fn four_digits(&mut self) -> Result<u32, JsonError> {
        let digits = self.text.get(self.at + 1..self.at + 5).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(number) if self.peek() == Some(b'u') => {
                self.at += 5;
                Ok(number)
            }
            _ => self.error(Problem::Escape),
        }
    }

    fn digits(&mut self) -> Result<&'t str, JsonError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        let digits = self.text.get(start..self.at).unwrap_or("");
        if digits.is_empty() { Err(self.unexpected()) } else { Ok(digits) }
    }

    fn number(&mut self) -> Result<Json, JsonError> {
        let negative = self.peek() == Some(b'-');
        self.at += usize::from(negative);
        let start = self.at;
        let whole = self.digits()?;
        if whole.len() > 1 && whole.starts_with('0') {
            self.at = start;
            return Err(self.unexpected());
        }
        let mut part = "";
        if self.peek() == Some(b'.') {
            self.at += 1;
            part = self.digits()?;
        }
        let mut exponent = false;
        if matches!(self.peek(), Some(b'e' | b'E')) {
            exponent = true;
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(Json::Number(if exponent { None } else { decimal(negative, whole, part) }))
    }
}

/// From so many members on, repeats are looked for in a set.
const FEW: usize = 16;
/// The greatest decimal times 10,000: 18 digits.
const LARGEST: i64 = 999_999_999_999_999_999;

/// A decimal times 10,000, if the language has it.
fn decimal(negative: bool, whole: &str, part: &str) -> Option<i64> {
    if part.len() > 4 {
        return None;
    }
    let digits = whole.bytes().chain(part.bytes()).chain(std::iter::repeat_n(b'0', 4 - part.len()));
    let number = digits.into_iter().try_fold(0_i64, |number, digit| {
        let next = number.checked_mul(10)?.checked_add(i64::from(digit.checked_sub(b'0')?))?;
        (next <= LARGEST).then_some(next)
    })?;
    Some(if negative { -number } else { number })
}

/// In NFC, as the names of the policy are.
fn normalized(text: Cow<'_, str>) -> String {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.into_owned()
    } else {
        text.nfc().collect()
    }
}
