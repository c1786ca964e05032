//! Values of a column that conditions ask about, and that none of them names: leavers who are not skipped, posts that
//! give nothing.
//!
//! Every file has values that are rightly passed over (`在职` beside `离职`), so that one is no news; two are, and so is one
//! that resembles a value which is named. A condition turned round (`is not`, `is set`) leaves nothing open.

use super::context::Cx;
use super::mapping::{Mapping, Test};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::people as codes;
use crate::message::{Arg, Message, people as text};
use crate::source::Span;
use crate::syntax::ast::CellOp;
use std::collections::BTreeMap;

/// Values that are listed.
const MOST_VALUES: usize = 12;
/// Different values that a column may hold before it is plainly no list of states or posts.
const MOST_DIFFERENT: usize = 2_000;
/// Signs that people divide values with.
const SIGNS: [char; 9] = [',', '，', '、', ';', '；', '/', '／', '|', '｜'];

/// A column that conditions ask about.
struct Asked {
    column: usize,
    span: Span,
    named: Vec<Box<str>>,
    /// `skip when`, `external when`
    verb: Option<&'static str>,
    /// A condition takes in whatever is not named.
    rest: bool,
}

/// Reports the columns of a file with values that no line names.
pub(super) fn report(cx: &mut Cx<'_>, mapping: &mut Mapping<'_>) {
    for asked in asked(mapping) {
        let Some(found) = unnamed(mapping, &asked) else { continue };
        cx.out.extend(judge(mapping, &asked, &found));
    }
}

fn asked(mapping: &Mapping<'_>) -> Vec<Asked> {
    let mut found: Vec<Asked> = Vec::new();
    let mut take = |test: &Test, verb: Option<&'static str>| {
        for (column, op, texts) in &test.tests {
            let at = match found.iter().position(|asked| asked.column == *column) {
                Some(at) => at,
                None => {
                    found.push(Asked { column: *column, span: test.span, named: Vec::new(), verb: None, rest: false });
                    found.len() - 1
                }
            };
            let Some(asked) = found.get_mut(at) else { continue };
            match op {
                CellOp::Is => {
                    asked.named.extend(texts.iter().cloned());
                    asked.verb = asked.verb.or(verb);
                }
                CellOp::IsNot | CellOp::IsSet => asked.rest = true,
                CellOp::IsEmpty => {}
            }
        }
    };
    mapping.skip_when.iter().for_each(|test| take(test, Some("skip")));
    mapping.external_when.iter().for_each(|test| take(test, Some("external")));
    mapping.gets.iter().filter_map(|gets| gets.when.as_ref()).for_each(|test| take(test, None));
    found.retain(|asked| !asked.rest && !asked.named.is_empty());
    found
}

/// The values that are not named, with the lines where they first stand; rows that are skipped do not count.
fn unnamed(mapping: &mut Mapping<'_>, asked: &Asked) -> Option<BTreeMap<String, u32>> {
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    for row in 0..mapping.data.sheet.len() {
        if mapping.is_skipped(row) {
            continue;
        }
        let line = mapping.data.sheet.line(row);
        for value in mapping.values(row, asked.column) {
            if !found.contains_key(value) && !asked.named.iter().any(|named| **named == *value) {
                found.insert(value.to_owned(), line);
            }
        }
        if found.len() > MOST_DIFFERENT {
            return None;
        }
    }
    Some(found)
}

fn judge(mapping: &Mapping<'_>, asked: &Asked, found: &BTreeMap<String, u32>) -> Option<Diagnostic> {
    let several = |value: &str| value.split(SIGNS).count() > 1 && value.split(SIGNS).any(|part| names(asked, part));
    let divided = found.keys().any(|value| several(value));
    let all = match asked.verb {
        Some(_) => found.len() > 1 || found.keys().any(|value| resembles(asked, value)),
        None => mapping.otherwise_error.is_some(),
    };
    let told: Vec<(&String, &u32)> = found.iter().filter(|(value, _)| all || several(value)).collect();
    if told.is_empty() {
        return None;
    }
    let column = mapping.data.sheet.columns().get(asked.column).map_or("", |name| name);
    let mut values: Vec<Arg> =
        told.iter().take(MOST_VALUES).map(|(value, line)| in_line(value, **line).into()).collect();
    if let Some(more) = told.len().checked_sub(MOST_VALUES).filter(|more| *more > 0) {
        values.push(text::MORE_VALUES.with([("n", more.into())]).into());
    }
    let message = text::UNNAMED.with([
        ("column", column.into()),
        ("path", (&*mapping.data.path).into()),
        ("values", Arg::List(values)),
    ]);
    let diagnostic = Diagnostic::warning(&codes::UNNAMED_VALUE, message, asked.span, text::UNNAMED_HERE.plain());
    let diagnostic = diagnostic.help(match asked.verb {
        Some(verb) => text::UNNAMED_SKIP_HELP.with([("verb", verb.into()), ("column", column.into())]),
        None => text::UNNAMED_GETS_HELP.plain(),
    });
    Some(if divided { diagnostic.help(text::SEPARATOR_HELP.plain()) } else { diagnostic })
}

fn in_line(value: &str, line: u32) -> Message {
    text::VALUE_IN_LINE.with([("value", value.escape_debug().to_string().into()), ("line", (line as usize).into())])
}

fn names(asked: &Asked, value: &str) -> bool {
    asked.named.iter().any(|named| **named == *value.trim())
}

/// Whether a value holds one that is named, blanks apart.
fn resembles(asked: &Asked, value: &str) -> bool {
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let value = solid(value);
    asked.named.iter().any(|named| !named.is_empty() && value.contains(&solid(named)))
}
