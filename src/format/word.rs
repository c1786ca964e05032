//! The smallest things: names, texts, numbers, dates.

use super::doc::Doc;
use super::statement::{commas, lines};
use crate::source::Interner;
use crate::syntax::ast::{DateTime, Declared, Name, Number, Text};
pub(super) use crate::syntax::quoted;

/// A name as it is written.
pub(super) fn name_text(names: &Interner, name: &Name) -> String {
    let text = names.text(name.symbol);
    if name.quoted { quoted(text) } else { text.to_owned() }
}

/// A name.
pub(super) fn name(names: &Interner, name: &Name) -> Doc {
    Doc::part(name.span.start, name_text(names, name))
}

/// Names with commas.
pub(super) fn name_list(names: &Interner, list: &[Name]) -> Vec<Doc> {
    commas(list.iter().map(|item| name(names, item)).collect())
}

/// `A, B and C`
pub(super) fn name_series(names: &Interner, list: &[Name]) -> Vec<Doc> {
    let Some((last, rest)) = list.split_last() else {
        return Vec::new();
    };
    let mut series = name_list(names, rest);
    let and = if series.is_empty() { "" } else { "and " };
    series.push(name(names, last).prefix(and));
    series
}

/// A text.
pub(super) fn text(text: &Text) -> Doc {
    Doc::part(text.span.start, quoted(&text.text))
}

/// Texts with commas.
pub(super) fn text_list(list: &[Text]) -> Vec<Doc> {
    commas(list.iter().map(text).collect())
}

/// A number as written.
pub(super) fn number(number: &Number) -> Doc {
    Doc::part(number.span.start, number.text.as_ref())
}

/// The word for one, or for several.
pub(super) fn plural(count: &Number, one: &'static str, many: &'static str) -> &'static str {
    if count.text.as_ref() == "1" { one } else { many }
}

/// `2026-12-01` or `2026-12-01 06:00`
pub(super) fn date_time(date: &DateTime) -> Doc {
    match &date.time {
        Some(time) => Doc::part(date.span.start, format!("{} {}", date.date, time.text)),
        None => Doc::part(date.span.start, date.date.as_ref()),
    }
}

/// A declared name with label and former name.
pub(super) fn declared(names: &Interner, declared: &Declared) -> Doc {
    let mut docs = vec![name(names, &declared.name)];
    docs.extend(declared.label.as_ref().map(text));
    docs.extend(declared.renamed_from.as_ref().map(|old| name(names, old).prefix("renamed from ")));
    glued(docs)
}

/// Declared names with commas.
pub(super) fn declared_list(names: &Interner, list: &[Declared]) -> Vec<Doc> {
    commas(list.iter().map(|item| declared(names, item)).collect())
}

/// `docs` with blanks between that are no places to break at.
pub(super) fn glued(docs: Vec<Doc>) -> Doc {
    let docs = lines(docs).into_iter().map(|doc| if matches!(doc, Doc::Line) { Doc::Blank } else { doc });
    Doc::Fill(docs.collect())
}
