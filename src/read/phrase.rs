//! Lists, chains and quotes: how phrases are joined in either language.

use crate::message::{Arg, Message, Text, sentence};

/// `a, b and c`
pub(super) fn and(items: Vec<Arg>) -> Arg {
    joined(&sentence::AND, items)
}

/// `a, b or c`
pub(super) fn or(items: Vec<Arg>) -> Arg {
    joined(&sentence::OR, items)
}

/// Items joined by commas, the last by the words of `text`.
pub(super) fn joined(text: &'static Text, mut items: Vec<Arg>) -> Arg {
    match (items.pop(), items.is_empty()) {
        (Some(last), false) => text.with([("list", Arg::List(items)), ("last", last)]).into(),
        (Some(last), true) => last,
        (None, _) => nothing(),
    }
}

/// No words.
pub(super) fn nothing() -> Arg {
    Arg::Verbatim(String::new())
}

/// One after the other, without anything between.
pub(super) fn chain(parts: Vec<Message>) -> Arg {
    let mut parts = parts.into_iter();
    let Some(first) = parts.next() else {
        return nothing();
    };
    let join = |one: Message, next: Message| sentence::CHAIN.with([("one", one.into()), ("next", next.into())]);
    parts.fold(first, join).into()
}

/// A clause behind a comma.
pub(super) fn after_comma(clause: Message) -> Message {
    sentence::AFTER_COMMA.with([("clause", clause.into())])
}

/// Clauses, each behind a comma.
pub(super) fn clauses(list: Vec<Message>) -> Arg {
    chain(list.into_iter().map(after_comma).collect())
}

/// How many there are, for plural forms.
pub(super) fn count<T>(list: &[T]) -> Arg {
    list.len().into()
}

/// Somebody's words in quotes.
pub(super) fn quoted(text: &str) -> Arg {
    sentence::QUOTED.with([("text", text.into())]).into()
}

/// Code, a file or a zone in backticks.
pub(super) fn code(text: &str) -> Arg {
    sentence::CODE.with([("text", text.into())]).into()
}
