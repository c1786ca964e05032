//! What a reader is told about text that did not parse.
//!
//! The bad text is parsed once more by the strict rule of its block: how far that came says what is wrong. Mistakes that
//! newcomers make have their own words (`mistake`), the rest says what was expected.

mod form;
mod habit;
mod mistake;
mod name;
mod shown;

pub(super) use form::{
    and_beside_or, clause_not_here, clause_order, except_not_here, extra_brace, inside, is_not_none,
    mask_without_fields, missing_brace, no_name_column, not_an_address, not_twice, repeated_clause, repeated_line,
    sign_for_is, stray_sign, through_time,
};

use super::build::Builder;
use super::grammar::{self, Rule};
use super::recover::{Block, Group};
use super::{sentence, words};
use crate::diagnostic::{Diagnostic, codes::syntax as codes, did_you_mean};
use crate::message::{Arg, Message, syntax as text};
use crate::source::Span;

/// Longer words are cut in messages.
const LONGEST: usize = 40;

/// What a mistake is, for whoever puts several together.
#[derive(Debug, Default)]
pub(super) struct Explained {
    /// What to say.
    pub(super) diagnostic: Option<Diagnostic>,
    /// It is a line of this block, at the top.
    pub(super) outside: Option<Block>,
    /// It should have opened this block.
    pub(super) opens: Option<Block>,
}

/// A place where a strict parse stopped.
pub(super) struct Stop<'a> {
    /// The statement in the layout's text.
    pub(super) statement: &'a str,
    /// Where it stopped, as an offset into `statement`.
    pub(super) at: usize,
    /// The token there; empty at the end.
    pub(super) found: &'a str,
    /// The token before; empty at the start.
    pub(super) before: &'a str,
    /// What could have stood there.
    pub(super) expected: Vec<Rule>,
    /// How such a statement reads.
    pub(super) pattern: Option<&'static str>,
    /// The place of `found`, or just behind the statement.
    pub(super) span: Span,
    /// The place of `before`.
    pub(super) span_before: Span,
}

impl Stop<'_> {
    /// Whether one of `rules` could have stood here.
    pub(super) fn expects(&self, rules: &[Rule]) -> bool {
        self.expected.iter().any(|rule| rules.contains(rule))
    }
}

/// Explains one group of bad text.
pub(super) fn explain(builder: &mut Builder<'_>, group: Group) -> Explained {
    let layout = builder.layout;
    let statement = layout.text.get(group.start as usize..group.end as usize).unwrap_or("");
    let word = token(statement, 0);
    if let Some(explained) = first_word(builder, group, word) {
        return explained;
    }
    let opens = sentence::opens(word).filter(|_| group.block == Block::File);
    let stop = stop(builder, group, statement);
    let diagnostic = phrase(builder, group, &stop)
        .or_else(|| habit::named(&stop))
        .or_else(|| mistake::named(&stop))
        .or_else(|| parenthesis(builder, group, &stop))
        .or_else(|| comma_before_can(builder, group, &stop))
        .unwrap_or_else(|| unexpected(&stop));
    Explained { diagnostic: Some(diagnostic), outside: None, opens }
}

/// Parses the statement strictly and says where that stopped.
fn stop<'a>(builder: &mut Builder<'_>, group: Group, statement: &'a str) -> Stop<'a> {
    let probed = format!("{statement}\n");
    let furthest = grammar::probe(sentence::probe_rule(group.block), &probed);
    let (at, expected) = furthest.map_or((0, Vec::new()), |furthest| (furthest.at, furthest.expected));
    // The text before the bad part is good, whatever the strict parse made of it.
    let at = word_start(statement, at.max((group.bad - group.start) as usize));
    let found = token(statement, at);
    let before = token_before(statement, at);
    let place = |builder: &mut Builder<'_>, at: usize, length: usize| {
        let start = group.start + at as u32;
        builder.place(start, start + length as u32)
    };
    let span_before = place(builder, at.saturating_sub(before.len() + 1), before.len());
    let span = if found.is_empty() {
        Span::new(builder.file, span_before.end, span_before.end)
    } else {
        place(builder, at, found.len())
    };
    let pattern = sentence::pattern(group.block, statement);
    Stop { statement, at, found, before, expected, pattern, span, span_before }
}

/// A statement whose first word is unknown, or belongs elsewhere.
fn first_word(builder: &mut Builder<'_>, group: Group, word: &str) -> Option<Explained> {
    let span = builder.place(group.start, group.start + word.len() as u32);
    if group.start != group.bad || sentence::first_words(group.block).any(|first| first == word) {
        return None;
    }
    // Attributes of people files are named by the user, and so start with any word.
    if group.block == Block::People && words::is_bare_name(word) && statement_has(builder, group, "from") {
        return None;
    }
    let elsewhere = sentence::blocks(word).find(|block| *block != group.block);
    let misplaced = match elsewhere {
        Some(Block::File) | None => None,
        Some(block) => Some(block),
    };
    if let Some(block) = misplaced {
        return Some(if group.block == Block::File {
            Explained { diagnostic: Some(form::outside(word, span, block)), outside: Some(block), opens: None }
        } else {
            let diagnostic = form::in_wrong_block(word, span, group.block, block);
            Explained { diagnostic: Some(diagnostic), ..Explained::default() }
        });
    }
    if elsewhere == Some(Block::File) {
        // A word of the top level in a block is the missing brace, except where its statement is bad as well.
        return None;
    }
    let near = nearest(word, sentence::first_words(group.block));
    let far = near.is_none().then(|| misspelt_elsewhere(word, group.block)).flatten();
    if let Some((block, right)) = far {
        let diagnostic = unknown_word(word, span, group.block, Some(right));
        let outside = (group.block == Block::File).then_some(block);
        return Some(Explained { diagnostic: Some(diagnostic), outside, opens: None });
    }
    let opens = near.and_then(sentence::opens).filter(|_| group.block == Block::File);
    let diagnostic = mistake::at_start(word, span).unwrap_or_else(|| unknown_word(word, span, group.block, near));
    Some(Explained { diagnostic: Some(diagnostic), outside: None, opens })
}

fn statement_has(builder: &Builder<'_>, group: Group, word: &str) -> bool {
    let statement = builder.layout.text.get(group.start as usize..group.end as usize).unwrap_or("");
    statement.split([' ', '\n']).any(|other| other == word)
}

/// A word that is near the first word of a line in another block.
fn misspelt_elsewhere(word: &str, block: Block) -> Option<(Block, &'static str)> {
    const BLOCKS: [Block; 5] = [Block::Role, Block::Object, Block::Test, Block::Guarantees, Block::File];
    BLOCKS.into_iter().filter(|other| *other != block).find_map(|other| {
        let right = nearest(word, sentence::first_words(other))?;
        Some((other, right))
    })
}

fn unknown_word(word: &str, span: Span, block: Block, near: Option<&'static str>) -> Diagnostic {
    let message = text::UNKNOWN_STATEMENT.with([("word", cut(word).into())]);
    let label = match block {
        Block::File => text::UNKNOWN_AT_TOP.plain(),
        _ => text::UNKNOWN_IN_BLOCK.with([("block", sentence::opener(block).into())]),
    };
    let error = Diagnostic::error(&codes::UNKNOWN_STATEMENT, message, span, label);
    match near {
        Some(right) => form::did_you_mean(error, span, right),
        None => {
            let words: Vec<String> = first_words_once(block);
            error.help(text::STATEMENTS_START.with([("words", words.into())]))
        }
    }
}

fn first_words_once(block: Block) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in sentence::first_words(block) {
        let quoted = format!("`{word}`");
        if !words.contains(&quoted) {
            words.push(quoted);
        }
    }
    words
}

/// Says what was expected where nothing better is known.
fn unexpected(stop: &Stop<'_>) -> Diagnostic {
    let candidates = shown::keywords(&stop.expected);
    let pattern = stop.pattern.into_iter().flat_map(sentence::keywords);
    if let Some(right) = nearest(stop.found, candidates.into_iter().chain(pattern)) {
        return misspelt(stop.found, stop.span, right);
    }
    let things = shown::things(&stop.expected);
    let few = (1..=4).contains(&things.len());
    let label = if few { expected(&things) } else { text::NOT_EXPECTED.plain() };
    let message = match (stop.found.is_empty(), things.as_slice()) {
        (true, [one]) => text::MISSING_AT_END.with([("thing", shown::alone(one)), ("before", cut(stop.before).into())]),
        (true, _) => text::ENDS_EARLY.with([("before", cut(stop.before).into())]),
        (false, [one]) => text::MISSING_BEFORE.with([("thing", shown::alone(one)), ("found", cut(stop.found).into())]),
        (false, _) => text::UNEXPECTED.with([("found", cut(stop.found).into())]),
    };
    let error = Diagnostic::error(&codes::UNEXPECTED_TEXT, message, stop.span, label);
    let error = match stop.pattern {
        Some(pattern) => error.help(text::WRITE_PATTERN.with([("pattern", pattern.into())])),
        None => error,
    };
    let names = words::is_bare_user(stop.found) && words::is_bare_user(stop.before);
    if names && things.len() != 1 { error.help(text::COMMA_HELP.plain()) } else { error }
}

/// A word close to the one that is meant.
fn misspelt(word: &str, span: Span, right: &str) -> Diagnostic {
    let message = text::MISSPELT_WORD.with([("word", cut(word).into())]);
    let error = Diagnostic::error(&codes::MISSPELT_WORD, message, span, text::NOT_UNDERSTOOD.plain());
    form::did_you_mean(error, span, right)
}

/// A slip inside a phrase such as `each row gets`, whose first words are right.
fn phrase(builder: &mut Builder<'_>, group: Group, stop: &Stop<'_>) -> Option<Diagnostic> {
    let (right, at, word) = slip(stop.statement, 0, sentence::phrases(group.block))
        .or_else(|| slip(stop.statement, stop.at, shown::phrases(&stop.expected)))?;
    if at + word.len() + 1 < (group.bad - group.start) as usize {
        return None;
    }
    let start = group.start + at as u32;
    let span = builder.place(start, start + word.len() as u32);
    Some(misspelt(word, span, right))
}

/// The word of `text` from `at` on that is near the one which a phrase wants, with its place.
fn slip(text: &str, at: usize, phrases: impl Iterator<Item = &'static str>) -> Option<(&'static str, usize, &str)> {
    for phrase in phrases {
        let mut here = at;
        for (index, right) in phrase.split(' ').enumerate() {
            let word = token(text, here);
            if word != right {
                if index > 0 && nearest(word, [right]).is_some() {
                    return Some((right, here, word));
                }
                break;
            }
            here += word.len() + 1;
        }
    }
    None
}

/// A comma behind the last of those whom a guarantee names: `can` is read as one more of them.
fn comma_before_can(builder: &mut Builder<'_>, group: Group, stop: &Stop<'_>) -> Option<Diagnostic> {
    if stop.before != "can" || !stop.expects(&[Rule::kw_can]) {
        return None;
    }
    let can = stop.at.checked_sub("can ".len())?;
    if token_before(stop.statement, can) != "," {
        return None;
    }
    let comma = group.start + can.checked_sub(", ".len())? as u32;
    Some(mistake::trailing(",", builder.place(comma, comma + 1)))
}

/// A parenthesis without its other half.
fn parenthesis(builder: &mut Builder<'_>, group: Group, stop: &Stop<'_>) -> Option<Diagnostic> {
    if stop.found == ")" {
        let message = text::EXTRA_PARENTHESIS.plain();
        let error = Diagnostic::error(&codes::UNEXPECTED_TEXT, message, stop.span, text::NOT_EXPECTED.plain());
        return Some(error.help(text::REMOVE.with([("text", ")".into())])));
    }
    if !stop.expects(&[Rule::close_paren]) || !(stop.found.is_empty() || words::is_clause(stop.found)) {
        return None;
    }
    let mut open = Vec::new();
    let mut at = 0;
    while at < stop.at {
        let word = token(stop.statement, at);
        match word {
            "(" => open.push(at),
            ")" => drop(open.pop()),
            _ => {}
        }
        at += word.len() + 1;
    }
    let start = group.start + open.pop()? as u32;
    let open = builder.place(start, start + 1);
    let message = text::MISSING_PARENTHESIS.plain();
    Some(
        Diagnostic::error(&codes::UNEXPECTED_TEXT, message, stop.span, text::PARENTHESIS_HERE.plain())
            .and(open, text::OPENED_HERE.plain())
            .help(text::INSERT_PARENTHESIS.plain()),
    )
}

fn expected(things: &[Arg]) -> Message {
    match things {
        [one] => text::EXPECTED.with([("thing", shown::alone(one))]),
        many => text::EXPECTED_ONE_OF.with([("things", Arg::List(many.to_vec()))]),
    }
}

/// The candidate that `word` is a slip of, if any. Words of one or two letters are near everything.
pub(super) fn nearest(word: &str, candidates: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    if word.len() < 3 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    // The distance is at least the difference in length: most candidates fall out before it is computed.
    let may_be =
        |other: &&str| *other != word && word.len().abs_diff(other.len()) <= (word.len().max(other.len()) / 3).max(1);
    let candidates: Vec<&'static str> = candidates.into_iter().filter(may_be).collect();
    did_you_mean(word, candidates.iter().copied()).and_then(|near| candidates.into_iter().find(|other| *other == near))
}

/// The token of `text` at `at`: to the next gap, strings whole.
pub(super) fn token(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or("");
    if let Some(inner) = rest.strip_prefix('"') {
        let end = inner.find('"').map_or(rest.len(), |end| end + 2);
        return rest.get(..end).unwrap_or(rest);
    }
    let end = rest.find([' ', '\n', '\t', '\r']).unwrap_or(rest.len());
    rest.get(..end).unwrap_or(rest)
}

/// The token that ends before the gap before `at`.
fn token_before(text: &str, at: usize) -> &str {
    let before = text.get(..at.saturating_sub(1)).unwrap_or("");
    let start = match before.strip_suffix('"') {
        Some(inner) => inner.rfind('"').unwrap_or(0),
        None => before.rfind([' ', '\n']).map_or(0, |gap| gap + 1),
    };
    before.get(start..).unwrap_or("")
}

/// The start of the token that holds the byte at `at`; one past the last gap at the end.
fn word_start(text: &str, at: usize) -> usize {
    if at > text.len() {
        return text.len() + 1;
    }
    let before = text.get(..at).unwrap_or("");
    before.rfind([' ', '\n']).map_or(0, |gap| gap + 1)
}

/// `word`, not longer than a message can hold.
pub(super) fn cut(word: &str) -> String {
    let word = word.trim_matches('"');
    if word.chars().count() <= LONGEST {
        return word.to_owned();
    }
    let mut short: String = word.chars().take(LONGEST).collect();
    short.push('…');
    short
}
