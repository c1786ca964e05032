//! Names, texts and numbers: what every statement is made of.

use crate::source::{Span, Symbol};

/// A name where it was written: bare, or a quoted string in a name's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// The text after NFC, without quotes.
    pub symbol: Symbol,
    /// Where.
    pub span: Span,
    /// Whether it was quoted.
    pub quoted: bool,
}

/// A string where only a string may stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Without quotes, escapes resolved.
    pub text: Box<str>,
    /// Quotes included.
    pub span: Span,
}

/// A declared name with its display label and former name.
#[derive(Debug, Clone)]
pub struct Declared {
    /// The name.
    pub name: Name,
    /// `"销售代表"` after the name.
    pub label: Option<Text>,
    /// `renamed from OLD`.
    pub renamed_from: Option<Name>,
}

/// A number as written: digits, perhaps a sign and a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The digits as written.
    pub text: Box<str>,
    /// Where.
    pub span: Span,
}
