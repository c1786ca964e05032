//! `unit` and `network`.

use super::{Declared, Text};
use crate::source::Span;

/// `unit HQ "总部" { unit Sales unit Finance }`
#[derive(Debug, Clone)]
pub struct Unit {
    /// The statement.
    pub span: Span,
    /// Name and label.
    pub declared: Declared,
    /// Units below it.
    pub units: Box<[Unit]>,
    /// Whether braces were written.
    pub braces: bool,
}

/// `network office = 10.20.0.0/16, 2001:db8:1::/48`
#[derive(Debug, Clone)]
pub struct Network {
    /// Name.
    pub declared: Declared,
    /// Blocks as written, with spans.
    pub blocks: Box<[Text]>,
}
