//! Conditions, operands and stated values.

use super::Builder;
use super::place::is_address;
use crate::source::Span;
use crate::syntax::ast::{CompareOp, Condition, ConditionKind, Name, Operand, OperandKind, Path, PathRoot};
use crate::syntax::error;
use crate::syntax::grammar::{At, Nodes, Rule};

/// Which word joins a chain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    Or,
}

impl Builder<'_> {
    /// A chain of tests: flat, and of one kind.
    pub(super) fn condition(&mut self, at: At<'_>) -> Option<Condition> {
        let span = self.span(at);
        let mut terms = Vec::new();
        let mut joint: Option<(Joint, Span)> = None;
        let mut mixed = false;
        let mut parts = at.inside();
        loop {
            terms.push(self.term(&mut parts)?);
            let Some(word) = parts.next() else { break };
            let next = if word.rule() == Rule::kw_and { Joint::And } else { Joint::Or };
            let here = self.span(word);
            match joint {
                None => joint = Some((next, here)),
                Some((first, place)) if first != next && !mixed => {
                    mixed = true;
                    let error = error::and_beside_or(here, place);
                    self.report(error);
                }
                Some(_) => {}
            }
        }
        let kind = match joint {
            None => return terms.pop(),
            Some((Joint::And, _)) => ConditionKind::And(terms.into()),
            Some((Joint::Or, _)) => ConditionKind::Or(terms.into()),
        };
        Some(Condition { kind, span })
    }

    fn term(&mut self, parts: &mut Nodes<'_>) -> Option<Condition> {
        let not = parts.eat(Rule::kw_not).map(|not| self.span(not));
        let mut twice = None;
        while let Some(again) = parts.eat(Rule::kw_not) {
            twice = Some(self.span(again));
        }
        if let (Some(first), Some(last)) = (not, twice) {
            let error = error::not_twice(first.join(last));
            self.report(error);
        }
        let at = parts.next()?;
        let inner = if at.rule() == Rule::group {
            let condition = at.inside().seek(Rule::condition)?;
            let condition = self.condition(condition)?;
            Condition { kind: ConditionKind::Group(Box::new(condition)), span: self.span(at) }
        } else {
            self.comparison(at)?
        };
        Some(match not {
            Some(not) => Condition { span: not.join(inner.span), kind: ConditionKind::Not(Box::new(inner)) },
            None => inner,
        })
    }

    fn comparison(&mut self, at: At<'_>) -> Option<Condition> {
        let span = self.span(at);
        let mut parts = at.inside();
        let path = parts.eat(Rule::path)?;
        let path = self.path(path);
        let Some(word) = parts.next() else { return Some(Condition { kind: ConditionKind::Path(path), span }) };
        let kind = match word.rule() {
            Rule::kw_is => self.is_test(path, word, &mut parts)?,
            Rule::kw_has => {
                let value = parts.next()?;
                ConditionKind::Has(path, self.operand(value)?)
            }
            Rule::order_sign => {
                let op = match self.raw(word) {
                    "<" => CompareOp::Less,
                    "<=" => CompareOp::LessOrEqual,
                    ">" => CompareOp::Greater,
                    _ => CompareOp::GreaterOrEqual,
                };
                let sign = self.span(word);
                let value = parts.next()?;
                ConditionKind::Compare(path, op, sign, self.operand(value)?)
            }
            _ => {
                let negated = word.rule() == Rule::kw_not;
                let mut list = parts.seek(Rule::network_list)?.inside();
                ConditionKind::In { path, negated, networks: self.names(&mut list, Rule::name) }
            }
        };
        Some(Condition { kind, span })
    }

    /// What follows `path is`.
    fn is_test(&mut self, path: Path, is: At<'_>, parts: &mut Nodes<'_>) -> Option<ConditionKind> {
        let not = parts.eat(Rule::kw_not);
        let negated = not.is_some();
        let last = not.unwrap_or(is);
        let sign = self.place(is.node.start, last.node.end);
        let at = parts.next()?;
        Some(match at.rule() {
            Rule::one_of => {
                let mut values = Vec::new();
                for value in at.inside() {
                    if !matches!(value.rule(), Rule::kw_one_of | Rule::open_bracket | Rule::close_bracket) {
                        values.extend(self.operand(value));
                    }
                }
                ConditionKind::OneOf { path, negated, values: values.into() }
            }
            rule @ (Rule::kw_none | Rule::kw_set) => {
                let none = rule == Rule::kw_none;
                if negated {
                    let here = sign.join(self.span(at));
                    let error = error::is_not_none(here, none);
                    self.report(error);
                }
                if none != negated { ConditionKind::IsNone(path) } else { ConditionKind::IsSet(path) }
            }
            _ => {
                let op = if negated { CompareOp::IsNot } else { CompareOp::Is };
                ConditionKind::Compare(path, op, sign, self.operand(at)?)
            }
        })
    }

    /// `record.region`
    fn path(&mut self, at: At<'_>) -> Path {
        let text = self.raw(at);
        let dot = text.find('.').unwrap_or(0);
        let root = match text.get(..dot) {
            Some("record") => PathRoot::Record,
            Some("subject") => PathRoot::Subject,
            _ => PathRoot::Request,
        };
        let attribute = self.name_in(at.node.start + dot as u32 + 1, at.node.end, Rule::path);
        Path { root, attribute, span: self.span(at) }
    }

    /// The right side of a test, or an argument.
    pub(super) fn operand(&mut self, at: At<'_>) -> Option<Operand> {
        let span = self.span(at);
        let kind = match at.rule() {
            Rule::number => OperandKind::Number(self.number(at)),
            Rule::string => OperandKind::Text(self.string(at)),
            Rule::path => OperandKind::Path(self.path(at)),
            Rule::user_operand => OperandKind::User(self.name_of(at, Rule::user_name)?),
            Rule::unit_operand => OperandKind::Unit(self.name_of(at, Rule::unit_name)?),
            Rule::value_name if self.raw(at) == "me" => OperandKind::Me,
            // Reserved words, but values here.
            Rule::value_name if matches!(self.raw(at), "true" | "false") => {
                OperandKind::Name(self.name_in(at.node.start, at.node.end, Rule::path))
            }
            Rule::value_name => OperandKind::Name(self.name(at)),
            _ => return None,
        };
        Some(Operand { kind, span })
    }

    /// A stated value: of a user, a record, a request.
    pub(super) fn value(&mut self, at: At<'_>) -> Option<Operand> {
        let span = self.span(at);
        let kind = match at.rule() {
            Rule::set => {
                let mut values = Vec::new();
                for value in at.inside() {
                    if !matches!(value.rule(), Rule::open_bracket | Rule::close_bracket) {
                        values.extend(self.value(value));
                    }
                }
                OperandKind::Set(values.into())
            }
            Rule::value_word => self.value_word(at)?,
            _ => return self.operand(at),
        };
        Some(Operand { kind, span })
    }

    fn value_word(&mut self, at: At<'_>) -> Option<OperandKind> {
        let text = self.raw(at);
        Some(match text {
            "me" => OperandKind::Me,
            "none" => OperandKind::None,
            _ if is_number(text) => OperandKind::Number(self.number(at)),
            _ if is_address(text) => OperandKind::Address(self.text(at)),
            _ => OperandKind::Name(self.name(at)),
        })
    }

    /// `{ grade = 3, … }`
    pub(super) fn values(&mut self, at: At<'_>) -> Box<[(Name, Operand)]> {
        let mut values = Vec::new();
        for pair in at.inside().filter(|part| part.rule() == Rule::value_pair) {
            let mut sides = pair.inside();
            let name = sides.eat(Rule::attribute_name).map(|name| self.name(name));
            sides.has(Rule::equals);
            let value = sides.next().and_then(|value| self.value(value));
            if let (Some(name), Some(value)) = (name, value) {
                values.push((name, value));
            }
        }
        values.into()
    }
}

/// Digits with perhaps a sign and a point.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|side| !side.is_empty() && side.bytes().all(|byte| byte.is_ascii_digit()))
}
