//! Tokens: names, strings, numbers, dates.

use super::Builder;
use crate::source::Span;
use crate::syntax::ast::{DateTime, Name, Number, Text, TimeOfDay};
use crate::syntax::grammar::{At, Nodes, Rule};
use crate::syntax::scan::{BACKSLASH, QUOTE};
use std::borrow::Cow;

impl Builder<'_> {
    /// Where `at` stands in the file.
    pub(in crate::syntax) fn span(&mut self, at: At<'_>) -> Span {
        self.place(at.node.start, at.node.end)
    }

    /// A name, bare or quoted.
    pub(super) fn name(&mut self, at: At<'_>) -> Name {
        self.name_in(at.node.start, at.node.end, at.rule())
    }

    /// The name that stands from `start` to `end`.
    pub(super) fn name_in(&mut self, start: u32, end: u32, rule: Rule) -> Name {
        let span = self.place(start, end);
        let layout = self.layout;
        let text = layout.text.get(start as usize..end as usize).unwrap_or("");
        let (name, complaint) = match text.strip_prefix('"') {
            Some(rest) => self.names.quoted(&unescape(rest.strip_suffix('"').unwrap_or(rest)), span, rule),
            None => self.names.bare(text, span, rule),
        };
        if let Some(complaint) = complaint {
            self.complain(complaint, start, name, rule);
        }
        name
    }

    /// Names of the rule `kind` among `nodes`, which are taken as long as they match.
    pub(super) fn names(&mut self, nodes: &mut Nodes<'_>, kind: Rule) -> Box<[Name]> {
        let mut names = Vec::with_capacity(nodes.run(kind));
        while let Some(at) = nodes.eat(kind) {
            names.push(self.name(at));
        }
        names.into()
    }

    /// A string.
    pub(super) fn string(&mut self, at: At<'_>) -> Text {
        let span = self.span(at);
        let layout = self.layout;
        let text = layout.text.get(at.node.start as usize..at.node.end as usize).unwrap_or("");
        let inner = text.strip_prefix('"').unwrap_or(text);
        Text { text: unescape(inner.strip_suffix('"').unwrap_or(inner)).into(), span }
    }

    /// A token as it stands.
    pub(super) fn text(&mut self, at: At<'_>) -> Text {
        Text { text: self.raw(at).into(), span: self.span(at) }
    }

    /// The text of a token.
    pub(super) fn raw(&self, at: At<'_>) -> &str {
        self.layout.text.get(at.node.start as usize..at.node.end as usize).unwrap_or("")
    }

    /// A number.
    pub(super) fn number(&mut self, at: At<'_>) -> Number {
        Number { text: self.raw(at).into(), span: self.span(at) }
    }

    /// A time of day.
    pub(super) fn time(&mut self, at: At<'_>) -> TimeOfDay {
        TimeOfDay { text: self.raw(at).into(), span: self.span(at) }
    }

    /// A date alone.
    pub(super) fn date(&mut self, at: At<'_>) -> DateTime {
        DateTime { date: self.raw(at).into(), time: None, span: self.span(at) }
    }

    /// A date, perhaps with a time of day.
    pub(super) fn date_time(&mut self, at: At<'_>) -> Option<DateTime> {
        let mut parts = at.inside();
        let date = parts.eat(Rule::date)?;
        let date = self.raw(date).into();
        let time = parts.eat(Rule::time).map(|time| self.time(time));
        Some(DateTime { date, time, span: self.span(at) })
    }

    /// The date of a clause such as `starts 2026-01-01`.
    pub(super) fn date_of(&mut self, at: At<'_>) -> Option<DateTime> {
        let date = at.inside().seek(Rule::date_time)?;
        self.date_time(date)
    }

    /// The string of a clause such as `because "…"`.
    pub(super) fn string_of(&mut self, at: At<'_>) -> Option<Text> {
        let string = at.inside().seek(Rule::string)?;
        Some(self.string(string))
    }

    /// The name of a clause such as `named N`.
    pub(super) fn name_of(&mut self, at: At<'_>, kind: Rule) -> Option<Name> {
        let name = at.inside().seek(kind)?;
        Some(self.name(name))
    }
}

/// The text of a string, with the stand-ins of the scan put back.
fn unescape(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|byte| byte == QUOTE || byte == BACKSLASH) {
        Cow::Owned(text.replace(char::from(QUOTE), "\"").replace(char::from(BACKSLASH), "\\"))
    } else {
        Cow::Borrowed(text)
    }
}
