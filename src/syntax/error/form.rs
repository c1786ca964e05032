//! Errors about text that parsed and is still wrong in its form, and about blocks.

use super::cut;
use crate::diagnostic::{Diagnostic, Edit, Fix, codes::syntax as codes};
use crate::message::syntax as text;
use crate::source::Span;
use crate::syntax::build::Written;
use crate::syntax::recover::Block;
use crate::syntax::sentence;

pub(super) fn replace(span: Span, new: impl Into<String>) -> Fix {
    let new = new.into();
    let message = text::REPLACE_WITH.with([("text", new.as_str().into())]);
    Fix::guess(message, vec![Edit { span, text: new }])
}

pub(super) fn remove(span: Span, what: &str) -> Fix {
    Fix::guess(text::REMOVE.with([("text", what.into())]), vec![Edit { span, text: String::new() }])
}

/// Adds "did you mean" with its repair: words of the language are few and far apart.
pub(super) fn did_you_mean(error: Diagnostic, span: Span, right: &str) -> Diagnostic {
    let error = error.help(text::DID_YOU_MEAN.with([("word", right.into())]));
    // `cant` is nearer to `can` than to what it means.
    if right == "can" { error } else { error.fix(replace(span, right)) }
}

/// A line of a block stands at the top.
pub(super) fn outside(word: &str, span: Span, block: Block) -> Diagnostic {
    let opener = sentence::opener(block);
    let message = text::OUTSIDE_BLOCK.with([("word", cut(word).into()), ("block", opener.into())]);
    let label = text::BELONGS_IN.with([("block", opener.into())]);
    Diagnostic::error(&codes::WRONG_BLOCK, message, span, label)
        .help(text::OUTSIDE_HELP.with([("block", opener.into())]))
}

/// A line of one block stands in another one.
pub(super) fn in_wrong_block(word: &str, span: Span, here: Block, block: Block) -> Diagnostic {
    let (here, opener) = (sentence::opener(here), sentence::opener(block));
    let message = text::IN_WRONG_BLOCK.with([("word", cut(word).into()), ("block", here.into())]);
    let label = text::BELONGS_IN.with([("block", opener.into())]);
    Diagnostic::error(&codes::WRONG_BLOCK, message, span, label)
        .help(text::MOVE_TO.with([("word", cut(word).into()), ("block", opener.into())]))
}

/// A top-level statement stands in a block.
pub(in crate::syntax) fn inside(word: &str, span: Span, block: Block, open: Option<Span>) -> Diagnostic {
    let opener = sentence::opener(block);
    let message = text::IN_WRONG_BLOCK.with([("word", cut(word).into()), ("block", opener.into())]);
    let error = Diagnostic::error(&codes::WRONG_BLOCK, message, span, text::BELONGS_AT_TOP.plain())
        .help(text::MOVE_OUT.with([("word", cut(word).into()), ("block", opener.into())]));
    match open {
        Some(open) => error.and(open, text::BLOCK_STARTS.with([("block", opener.into())])),
        None => error,
    }
}

/// A block without its end.
pub(in crate::syntax) fn missing_brace(at: Span, block: Block, open: Option<Span>) -> Diagnostic {
    let opener = sentence::opener(block);
    let message = text::MISSING_BRACE.with([("block", opener.into())]);
    let error = Diagnostic::error(&codes::MISSING_BRACE, message, at, text::BRACE_HERE.plain())
        .help(text::INSERT_BRACE.plain());
    // Among units each place makes another tree; elsewhere the lines inside and those at the top start differently.
    let error = if block == Block::Unit {
        error
    } else {
        let edits = vec![Edit { span: at, text: "\n}".to_owned() }];
        error.fix(Fix::guess(text::INSERT_BRACE.plain(), edits))
    };
    match open {
        Some(open) => error.and(open, text::OPENED_HERE.plain()),
        None => error,
    }
}

/// A `}` that closes nothing. Which brace is the one too many decides what lies in what: no repair.
pub(in crate::syntax) fn extra_brace(span: Span) -> Diagnostic {
    Diagnostic::error(&codes::EXTRA_BRACE, text::EXTRA_BRACE.plain(), span, text::CLOSES_NOTHING.plain())
        .help(text::EXTRA_BRACE_HELP.plain())
}

/// A sign that ends statements elsewhere, or a comma behind which nothing comes.
pub(in crate::syntax) fn stray_sign(sign: &str, span: Span, comma: bool) -> Diagnostic {
    let (code, message, help) = if comma {
        (&codes::TRAILING_SEPARATOR, &text::TRAILING_SEPARATOR, &text::TRAILING_HELP)
    } else {
        (&codes::STRAY_SIGN, &text::STRAY_SIGN, &text::STRAY_SIGN_HELP)
    };
    Diagnostic::error(code, message.with([("sign", sign.into())]), span, text::NOT_NEEDED.plain())
        .help(help.with([("sign", sign.into())]))
        .fix(remove(span, sign))
}

/// A header line or column that was given before.
pub(in crate::syntax) fn repeated_line(written: &str, span: Span, first: Span) -> Diagnostic {
    let message = text::REPEATED_LINE.with([("line", cut(written).into())]);
    Diagnostic::error(&codes::REPEATED_CLAUSE, message, span, text::AGAIN_HERE.plain())
        .and(first, text::FIRST_HERE.plain())
        .help(text::KEEP_ONE_LINE.plain())
}

/// A clause that was given before.
pub(in crate::syntax) fn repeated_clause(written: &str, span: Span, first: Span) -> Diagnostic {
    let word = super::token(written, 0);
    let message = text::REPEATED_CLAUSE.with([("word", cut(word).into())]);
    Diagnostic::error(&codes::REPEATED_CLAUSE, message, span, text::AGAIN_HERE.plain())
        .and(first, text::FIRST_HERE.plain())
        .help(text::KEEP_ONE_CLAUSE.with([("word", cut(word).into())]))
}

/// Clauses in another order than the one that every reader knows.
pub(in crate::syntax) fn clause_order(source: &str, clauses: &[Written]) -> Option<Diagnostic> {
    let written = |span: Span| source.get(span.start as usize..span.end as usize).unwrap_or("");
    let (late, early) = first_inversion(clauses)?;
    let word = |span: Span| cut(super::token(written(span), 0));
    let message = text::CLAUSE_ORDER.with([("late", word(late).into()), ("early", word(early).into())]);
    let error = Diagnostic::error(&codes::CLAUSE_ORDER, message, late, text::COMES_TOO_LATE.plain())
        .and(early, text::BEFORE_THIS.with([("word", word(late).into())]))
        .help(text::CLAUSE_ORDER_HELP.plain());
    let mut sorted = clauses.to_vec();
    sorted.sort_by_key(|clause| clause.rank);
    let new: Vec<&str> = sorted.iter().map(|clause| written(clause.span)).collect();
    let all = clauses.iter().map(|clause| clause.span).reduce(Span::join).unwrap_or(late);
    // A comment between the clauses would be lost.
    if written(all).contains('#') {
        return Some(error);
    }
    let edits = vec![Edit { span: all, text: new.join(" ") }];
    Some(error.fix(Fix::guess(text::REORDER.plain(), edits)))
}

/// The first clause that comes too late, and the first one that it should stand before.
fn first_inversion(clauses: &[Written]) -> Option<(Span, Span)> {
    clauses.iter().enumerate().find_map(|(at, late)| {
        let early = clauses.get(..at)?.iter().find(|before| before.rank > late.rank)?;
        Some((late.span, early.span))
    })
}

/// `through` with a time of day.
pub(in crate::syntax) fn through_time(written: &str, time: Span) -> Diagnostic {
    let before = written.replacen("through", "before", 1);
    Diagnostic::error(&codes::THROUGH_WITH_TIME, text::THROUGH_WITH_TIME.plain(), time, text::TIME_HERE.plain())
        .help(text::THROUGH_HELP.with([("before", before.as_str().into())]))
}

/// A field file whose column of names is not given.
pub(in crate::syntax) fn no_name_column(span: Span) -> Diagnostic {
    Diagnostic::error(&codes::NO_NAME_COLUMN, text::NO_NAME_COLUMN.plain(), span, text::HERE.plain())
        .help(text::NO_NAME_COLUMN_HELP.plain())
}

/// `=` or `:` where `is` stands between the words before and a field.
pub(in crate::syntax) fn sign_for_is(sign: &str, span: Span) -> Diagnostic {
    let message = text::FOREIGN_OPERATOR.with([("found", sign.into())]);
    Diagnostic::error(&codes::FOREIGN_OPERATOR, message, span, text::HERE.plain())
        .help(text::WRITE.with([("text", "is".into())]))
        .fix(replace(span, "is"))
}

/// A block of addresses that is none.
pub(in crate::syntax) fn not_an_address(written: &str, span: Span) -> Diagnostic {
    let message = text::NOT_AN_ADDRESS.with([("text", cut(written).into())]);
    Diagnostic::error(&codes::NOT_AN_ADDRESS, message, span, text::HERE.plain()).help(text::ADDRESS_HELP.plain())
}

/// A mask of a whole object.
pub(in crate::syntax) fn mask_without_fields(object: &str, span: Span) -> Diagnostic {
    let message = text::MASK_WITHOUT_FIELDS.with([("object", cut(object).into())]);
    Diagnostic::error(&codes::MASK_WITHOUT_FIELDS, message, span, text::NO_FIELDS_HERE.plain())
        .help(text::MASK_HELP.with([("object", object.into())]))
}

/// A clause that its statement does not take.
pub(in crate::syntax) fn clause_not_here(written: &str, span: Span, statement: &str) -> Diagnostic {
    let word = super::token(written, 0);
    let message = text::CLAUSE_NOT_HERE.with([("word", cut(word).into()), ("statement", statement.into())]);
    let help = match (word, statement) {
        ("including", "deny") => text::INCLUDING_ON_DENY.plain(),
        ("including", _) => text::INCLUDING_ON_MASK.plain(),
        ("outside", _) => text::OUTSIDE_ON_ALLOW.plain(),
        _ => text::REMOVE.with([("text", cut(written).into())]),
    };
    Diagnostic::error(&codes::CLAUSE_NOT_HERE, message, span, text::NOT_EXPECTED.plain()).help(help)
}

/// `except` where nothing is excepted from.
pub(in crate::syntax) fn except_not_here(written: &str, span: Span) -> Diagnostic {
    let message = text::EXCEPT_NOT_HERE.with([("text", cut(written).into())]);
    Diagnostic::error(&codes::CLAUSE_NOT_HERE, message, span, text::NOT_EXPECTED.plain())
        .help(text::EXCEPT_HELP.plain())
}

/// `and` and `or` side by side.
pub(in crate::syntax) fn and_beside_or(here: Span, first: Span) -> Diagnostic {
    Diagnostic::error(&codes::AND_BESIDE_OR, text::AND_BESIDE_OR.plain(), here, text::OTHER_WORD_HERE.plain())
        .and(first, text::FIRST_HERE.plain())
        .help(text::AND_BESIDE_OR_HELP.plain())
}

/// `not not`
pub(in crate::syntax) fn not_twice(span: Span) -> Diagnostic {
    Diagnostic::error(&codes::NOT_TWICE, text::NOT_TWICE.plain(), span, text::HERE.plain())
        .help(text::NOT_TWICE_HELP.plain())
}

/// `is not none`, `is not set`
pub(in crate::syntax) fn is_not_none(span: Span, none: bool) -> Diagnostic {
    let (wrong, right) = if none { ("is not none", "is set") } else { ("is not set", "is none") };
    let message = text::IS_NOT_NONE.with([("wrong", wrong.into()), ("right", right.into())]);
    Diagnostic::error(&codes::IS_NOT_NONE, message, span, text::HERE.plain())
        .help(text::WRITE.with([("text", right.into())]))
        .fix(replace(span, right))
}
