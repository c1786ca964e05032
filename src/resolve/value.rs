//! Literals: what a written operand is as a value of a given type.

use super::context::{Cx, Site};
use super::network::parse_address;
use super::packages::ROOT;
use super::space::Space;
use super::types::Type;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::typing as codes;
use crate::message::{Message, resolve as name_text, typing as text};
use crate::model::{UnitId, UserId, Value, ValueType};
use crate::source::Symbol;
use crate::syntax::ast::{self, OperandKind};
use std::cmp::Ordering;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Where a literal stands, for what may be written there and for the messages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot<'s> {
    pub(super) site: Site<'s>,
    /// What it is compared with or given to.
    pub(super) target: Target<'s>,
    /// Users stand bare (tests, attributes of users), not as `user li.na`.
    pub(super) bare_users: bool,
    /// Somebody whom the policy does not know may stand there (tests).
    pub(super) strangers: bool,
}

/// What a literal is compared with or given to; turned into text only for a report.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target<'s> {
    /// `record.region`
    Path(&'s ast::Path),
    /// `grade`, or `subject.grade` with its root.
    Attribute(&'static str, Symbol),
    /// `unit area`
    Unit(Symbol),
}

impl Cx<'_> {
    fn target(&self, target: Target<'_>) -> String {
        match target {
            Target::Path(path) => self.path_shown(path),
            Target::Attribute(root, name) => format!("{root}{}", self.text(name)),
            Target::Unit(name) => format!("unit {}", self.text(name)),
        }
    }

    /// The value that `operand` states for something of type `ty`; a set is written in brackets.
    pub(super) fn value(&mut self, spot: Spot<'_>, operand: &ast::Operand, ty: Type) -> Option<Value> {
        match (&operand.kind, ty.set) {
            (OperandKind::None, _) => Some(Value::Null),
            (OperandKind::Set(members), true) => {
                let mut values = Vec::with_capacity(members.len());
                for member in members {
                    values.push(self.literal(spot, member, ty.ty)?);
                }
                self.sort_values(&mut values);
                Some(Value::Set(values))
            }
            (OperandKind::Set(_), false) => self.not(&text::NO_SET_EXPECTED, spot, operand, ty),
            (_, true) => self.not(&text::SET_EXPECTED, spot, operand, ty),
            (_, false) => self.literal(spot, operand, ty.ty),
        }
    }

    fn not(
        &mut self,
        message: &'static crate::message::Text,
        spot: Spot<'_>,
        operand: &ast::Operand,
        ty: Type,
    ) -> Option<Value> {
        let expected = self.describe(ty);
        self.out.push(Diagnostic::error(
            &codes::TYPE_MISMATCH,
            message.with([("path", self.target(spot.target).into())]),
            operand.span,
            text::MISMATCH_HERE.with([("expected", expected.into())]),
        ));
        None
    }

    /// The one value that `operand` states.
    pub(super) fn literal(&mut self, spot: Spot<'_>, operand: &ast::Operand, ty: ValueType) -> Option<Value> {
        if let OperandKind::Name(name) = &operand.kind
            && let Some(param) = spot.site.param(name.symbol)
        {
            if param.ty == ty {
                return Some(param.value.clone());
            }
            return self.mismatch(spot, operand, ty, None);
        }
        match (&operand.kind, ty) {
            (OperandKind::Number(number), ValueType::Number) => self.number(number).map(Value::Number),
            (OperandKind::Text(written), ValueType::Text) => Some(Value::Text(self.intern_nfc(&written.text))),
            (OperandKind::Name(name), ValueType::Text) if name.quoted => Some(Value::Text(name.symbol)),
            (OperandKind::Name(name), ValueType::Boolean) if self.name(name) == "true" => Some(Value::Boolean(true)),
            (OperandKind::Name(name), ValueType::Boolean) if self.name(name) == "false" => Some(Value::Boolean(false)),
            (OperandKind::Name(name), ValueType::Enum(_)) => self.enum_value(operand, name.symbol, ty),
            (OperandKind::Text(written), ValueType::Enum(_)) => {
                let symbol = self.intern_nfc(&written.text);
                self.enum_value(operand, symbol, ty)
            }
            (OperandKind::User(name), ValueType::User) => self.user_value(spot, name),
            (OperandKind::Name(name), ValueType::User) if spot.bare_users || name.quoted => self.user_value(spot, name),
            (OperandKind::Text(written), ValueType::User) => {
                let name = ast::Name { symbol: self.intern_nfc(&written.text), span: written.span, quoted: true };
                self.user_value(spot, &name)
            }
            (OperandKind::Name(name) | OperandKind::Unit(name), ValueType::Unit) => {
                self.find(spot.site.package, Space::Unit, name).map(|id| Value::Unit(UnitId(id)))
            }
            (OperandKind::Text(written), ValueType::Unit) => {
                let name = ast::Name { symbol: self.intern_nfc(&written.text), span: written.span, quoted: true };
                self.find(spot.site.package, Space::Unit, &name).map(|id| Value::Unit(UnitId(id)))
            }
            (OperandKind::Address(written) | OperandKind::Text(written), ValueType::Address) => {
                match parse_address(&written.text) {
                    Some(address) => Some(Value::Address(address)),
                    None => self.mismatch(spot, operand, ty, None),
                }
            }
            (OperandKind::Name(name), ValueType::User) => {
                let known = self.names.get(ROOT, Space::User, name.symbol).is_some();
                let help = known.then(|| text::WRITE_USER.with([("name", self.name(name).into())]));
                self.mismatch(spot, operand, ty, help)
            }
            (OperandKind::Name(name), ValueType::Text) => {
                let help = text::WRITE_TEXT.with([("name", self.name(name).into())]);
                self.mismatch(spot, operand, ty, Some(help))
            }
            (OperandKind::Path(_), _) => {
                self.out.push(Diagnostic::error(
                    &codes::TYPE_MISMATCH,
                    text::LITERAL_EXPECTED.plain(),
                    operand.span,
                    text::MISMATCH_HERE.with([("expected", self.describe_value(ty).into())]),
                ));
                None
            }
            (OperandKind::None, _) => {
                self.out.push(
                    Diagnostic::error(
                        &codes::TYPE_MISMATCH,
                        text::NULL_COMPARED.plain(),
                        operand.span,
                        text::MISMATCH_HERE.with([("expected", self.describe_value(ty).into())]),
                    )
                    .help(text::NULL_COMPARED_HELP.plain()),
                );
                None
            }
            _ => self.mismatch(spot, operand, ty, None),
        }
    }

    /// A value of another type.
    fn mismatch(
        &mut self,
        spot: Spot<'_>,
        operand: &ast::Operand,
        ty: ValueType,
        help: Option<Message>,
    ) -> Option<Value> {
        let expected = self.describe_value(ty);
        let shown = self.sources.text(operand.span);
        let diagnostic = Diagnostic::error(
            &codes::TYPE_MISMATCH,
            text::MISMATCH.with([
                ("path", self.target(spot.target).into()),
                ("expected", expected.clone().into()),
                ("value", shown.into()),
            ]),
            operand.span,
            text::MISMATCH_HERE.with([("expected", expected.into())]),
        );
        self.out.push(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
        None
    }

    fn enum_value(&mut self, operand: &ast::Operand, symbol: Symbol, ty: ValueType) -> Option<Value> {
        let ValueType::Enum(id) = ty else { return None };
        if let Some(index) = self.values.get(&(id, symbol)) {
            return Some(Value::Enum(id, *index));
        }
        let values = self.model.enums.get(id.index()).map_or(&[][..], |found| &found.values);
        let titled = values.iter().find(|value| value.title.as_deref() == Some(self.text(symbol)));
        let titled = titled.map(|value| self.text(value.name).to_owned());
        let candidates: Vec<Symbol> = values.iter().map(|value| value.name).collect();
        let near = titled.or_else(|| self.near_symbol(symbol, candidates.iter().copied()));
        let expected = self.describe_value(ty);
        let diagnostic = Diagnostic::error(
            &codes::UNKNOWN_VALUE,
            text::UNKNOWN_VALUE.with([("name", self.text(symbol).into()), ("expected", expected.clone().into())]),
            operand.span,
            text::MISMATCH_HERE.with([("expected", expected.into())]),
        );
        let few = near.is_none() && candidates.len() <= 12;
        let diagnostic = super::context::suggest(diagnostic, near.as_deref());
        let help = few.then(|| name_text::CHOICES.with([("names", self.quoted(candidates).into())]));
        self.out.push(match help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        });
        None
    }

    fn user_value(&mut self, spot: Spot<'_>, name: &ast::Name) -> Option<Value> {
        match self.names.get(ROOT, Space::User, name.symbol) {
            Some(id) => Some(Value::User(UserId(id))),
            None if spot.strangers && !super::scenario::is_mistaken(self, name.symbol) => {
                Some(Value::Stranger(name.symbol))
            }
            None => self.user(name).map(Value::User),
        }
    }

    /// A decimal times 10,000.
    pub(super) fn number(&mut self, number: &ast::Number) -> Option<i64> {
        let found = parse_number(&number.text);
        if found.is_none() {
            self.out.push(Diagnostic::error(
                &codes::BAD_NUMBER,
                text::BAD_NUMBER.with([("text", (&*number.text).into())]),
                number.span,
                text::BAD_NUMBER_HERE.plain(),
            ));
        }
        found
    }

    /// The symbol of a text after NFC.
    pub(super) fn intern_nfc(&mut self, text: &str) -> Symbol {
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            return self.model.symbols.intern(text);
        }
        let normal: String = text.nfc().collect();
        self.model.symbols.intern(&normal)
    }

    /// Sorts the members of a set and drops repeats. Texts go by their letters: the order of symbols is that of files.
    pub(super) fn sort_values(&self, values: &mut Vec<Value>) {
        values.sort_by(|a, b| match (a, b) {
            (Value::Text(a), Value::Text(b)) | (Value::Stranger(a), Value::Stranger(b)) => {
                self.text(*a).cmp(self.text(*b))
            }
            (a, b) if a == b => Ordering::Equal,
            (a, b) => a.cmp(b),
        });
        values.dedup();
    }
}

/// `12.5` as 125,000: at most 18 digits, 4 of them after the point.
pub(super) fn parse_number(text: &str) -> Option<i64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, part) = digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !part.is_none_or(all_digits) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let part = part.unwrap_or("").trim_end_matches('0');
    if whole.len() > 14 || part.len() > 4 {
        return None;
    }
    let value: i64 = format!("{whole}{part:0<4}").parse().ok()?;
    Some(if negative { -value } else { value })
}

/// The number as people write it.
pub(super) fn show_number(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let digits = number.unsigned_abs();
    let (whole, part) = (digits / 10_000, digits % 10_000);
    if part == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{whole}.{part:04}").trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::{parse_number, show_number};

    #[test]
    fn numbers() {
        for (text, number) in [("0", 0), ("3", 30_000), ("-2.5", -25_000), ("007", 70_000), ("1.50000", 15_000)] {
            assert_eq!(parse_number(text), Some(number), "{text}");
        }
        assert_eq!(parse_number("99999999999999.9999"), Some(999_999_999_999_999_999));
        for text in ["100000000000000", "1.00001", "", "-", ".5", "1.", "1e3", "+1", "--1", "１"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
        for number in [0, 30_000, -25_000, 1, -1, 999_999_999_999_999_999] {
            assert_eq!(parse_number(&show_number(number)), Some(number));
        }
    }
}
