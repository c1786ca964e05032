//! Conditions and values.

use super::doc::{BLOCK, Doc};
use super::statement::{commas, joined, lines};
use super::word::{glued, name, name_list, name_text, quoted};
use crate::source::Interner;
use crate::syntax::ast::{CompareOp, Condition, ConditionKind, Name, Operand, OperandKind, Path, PathRoot};

/// `when C`
pub(super) fn when(names: &Interner, when: Option<&Condition>) -> Option<Doc> {
    when.map(|item| condition(names, item).deeper(BLOCK).prefix("when "))
}

/// A condition.
pub(super) fn condition(names: &Interner, item: &Condition) -> Doc {
    match &item.kind {
        ConditionKind::And(parts) => chain(names, "and ", parts),
        ConditionKind::Or(parts) => chain(names, "or ", parts),
        ConditionKind::Not(inner) => condition(names, inner).prefix("not "),
        ConditionKind::Group(inner) => condition(names, inner).deeper(BLOCK).prefix("(").suffix(")"),
        ConditionKind::Path(of) => path(names, of),
        ConditionKind::Compare(of, op, _, value) => tested(names, of, comparison(*op), vec![operand(names, value)]),
        ConditionKind::OneOf { path: of, negated, values } => {
            let word = if *negated { "is not one of " } else { "is one of " };
            tested(names, of, word, commas(values.iter().map(|value| operand(names, value)).collect()))
        }
        ConditionKind::Has(of, value) => tested(names, of, "has ", vec![operand(names, value)]),
        ConditionKind::In { path: of, negated, networks } => {
            let word = if *negated { "not in " } else { "in " };
            tested(names, of, word, name_list(names, networks))
        }
        ConditionKind::IsNone(of) => path(names, of).suffix(" is none"),
        ConditionKind::IsSet(of) => path(names, of).suffix(" is set"),
    }
}

fn chain(names: &Interner, word: &str, parts: &[Condition]) -> Doc {
    Doc::Group(lines(joined(word, parts.iter().map(|part| condition(names, part)).collect())))
}

fn tested(names: &Interner, of: &Path, word: &str, values: Vec<Doc>) -> Doc {
    glued(vec![path(names, of), Doc::Fill(lines(values)).prefix(word)])
}

fn comparison(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Is => "is ",
        CompareOp::IsNot => "is not ",
        CompareOp::Less => "< ",
        CompareOp::LessOrEqual => "<= ",
        CompareOp::Greater => "> ",
        CompareOp::GreaterOrEqual => ">= ",
    }
}

/// `record.region`
pub(super) fn path(names: &Interner, path: &Path) -> Doc {
    Doc::part(path.span.start, path_text(names, path))
}

fn path_text(names: &Interner, path: &Path) -> String {
    let root = match path.root {
        PathRoot::Record => "record",
        PathRoot::Subject => "subject",
        PathRoot::Request => "request",
    };
    format!("{root}.{}", name_text(names, &path.attribute))
}

/// A value.
pub(super) fn operand(names: &Interner, value: &Operand) -> Doc {
    let words = match &value.kind {
        OperandKind::Number(number) => number.text.to_string(),
        OperandKind::Text(text) => quoted(&text.text),
        OperandKind::Name(of) => name_text(names, of),
        OperandKind::Path(of) => path_text(names, of),
        OperandKind::User(user) => format!("user {}", name_text(names, user)),
        OperandKind::Unit(unit) => format!("unit {}", name_text(names, unit)),
        OperandKind::Me => "me".to_owned(),
        OperandKind::None => "none".to_owned(),
        OperandKind::Set(values) if values.is_empty() => "[]".to_owned(),
        OperandKind::Set(values) => {
            let values = commas(values.iter().map(|value| operand(names, value)).collect());
            return Doc::Fill(lines(values)).prefix("[").suffix("]");
        }
        OperandKind::Address(address) => address.text.to_string(),
    };
    Doc::part(value.span.start, words)
}

/// `a = 1, b = 2`
pub(super) fn attribute_values(names: &Interner, values: &[(Name, Operand)]) -> Vec<Doc> {
    let value =
        |(of, value): &(Name, Operand)| glued(vec![name(names, of), operand(names, value).prefix("= ")]).deeper(BLOCK);
    commas(values.iter().map(value).collect())
}
