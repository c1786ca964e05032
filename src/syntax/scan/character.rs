//! Which characters are what to the scan, and which are refused.

use crate::diagnostic::{Diagnostic, Edit, Fix, codes::syntax as codes};
use crate::message::syntax as text;
use crate::source::Span;

/// What a byte starts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Part of a word: ASCII, or a character that can only be a letter or a mark.
    Word,
    /// A blank or tab.
    Blank,
    /// A line feed.
    Line,
    /// `#`
    Comment,
    /// `"`
    Quote,
    /// A sign that stands alone.
    Sign,
    /// A sign that may grow: `<=`, `||`.
    Growing,
    /// `:`
    Colon,
    /// A control character; a carriage return is none before a line feed.
    Control,
    /// A character that has to be looked at.
    Suspect,
}

impl Class {
    /// The class of `byte`.
    pub(super) fn of(byte: u8) -> Self {
        CLASSES.get(usize::from(byte)).copied().unwrap_or(Self::Word)
    }
}

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler, over every byte")]
static CLASSES: [Class; 256] = {
    let mut table = [Class::Word; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b' ' | b'\t' => Class::Blank,
            b'\n' => Class::Line,
            0..=31 | 127 => Class::Control,
            b'#' => Class::Comment,
            b'"' => Class::Quote,
            b'{' | b'}' | b'(' | b')' | b'[' | b']' | b',' | b';' => Class::Sign,
            b'<' | b'>' | b'=' | b'!' | b'|' => Class::Growing,
            b':' => Class::Colon,
            // First bytes of the blocks that hold blanks, signs, and characters without a shape.
            0xc2 | 0xcd | 0xd8 | 0xe1 | 0xe2 | 0xe3 | 0xef | 0xf0 | 0xf3 => Class::Suspect,
            _ => Class::Word,
        };
        byte += 1;
    }
    table
};

/// What a character outside ASCII is.
pub(super) enum Wide {
    /// A blank of East Asian text or of a word processor.
    Blank,
    /// The twin of an ASCII sign.
    Sign(u8),
    /// The twin of an ASCII sign that may grow.
    Growing(u8),
    /// `：`
    Colon,
    /// `“`, `”` or `＂`
    Quote,
    /// `＃`
    Comment,
    /// `。`: kept as a token of its own, so that a message can name it.
    Stop,
    /// Never allowed.
    Refused,
    /// Part of a word.
    Plain,
}

/// What `found` is outside strings and comments.
pub(super) fn wide(found: char) -> Wide {
    match found {
        '\u{a0}' | '\u{3000}' => Wide::Blank,
        '，' | '、' => Wide::Sign(b','),
        '；' => Wide::Sign(b';'),
        '：' => Wide::Colon,
        '（' => Wide::Sign(b'('),
        '）' => Wide::Sign(b')'),
        '｛' => Wide::Sign(b'{'),
        '｝' => Wide::Sign(b'}'),
        '［' => Wide::Sign(b'['),
        '］' => Wide::Sign(b']'),
        '｜' => Wide::Growing(b'|'),
        '＝' => Wide::Growing(b'='),
        '＜' => Wide::Growing(b'<'),
        '＞' => Wide::Growing(b'>'),
        '！' => Wide::Growing(b'!'),
        '“' | '”' | '＂' => Wide::Quote,
        '。' => Wide::Stop,
        '＃' => Wide::Comment,
        _ if is_refused(found) => Wide::Refused,
        _ => Wide::Plain,
    }
}

/// Whether `found` may stand nowhere, not even in a comment: it cannot be seen, or changes the order of what is seen.
pub(super) fn is_refused(found: char) -> bool {
    matches!(found,
        '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{7f}'..='\u{9f}' // controls
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{1680}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// The error about `found`, with a fix that takes it out.
pub(super) fn refused(found: char, span: Span) -> Diagnostic {
    let point = format!("U+{:04X}", u32::from(found));
    let (code, message) = if found.is_control() {
        (&codes::CONTROL_CHARACTER, text::CONTROL_CHARACTER.with([("point", point.into())]))
    } else {
        (&codes::INVISIBLE_CHARACTER, text::INVISIBLE_CHARACTER.with([("point", point.into())]))
    };
    // A blank of another width parts two words, which must not become one.
    let (words, new) = match found {
        '\r' => (&text::LINE_FEED, "\n"),
        _ if found.is_whitespace() => (&text::PLAIN_BLANK, " "),
        _ => (&text::REMOVE_CHARACTER, ""),
    };
    Diagnostic::error(code, message, span, text::HERE.plain())
        .help(words.plain())
        .fix(Fix::guess(words.plain(), vec![Edit { span, text: new.to_owned() }]))
}

/// How many bytes of `rest` go on with the time or address that `word` and a colon start; `None` if the colon is a sign.
///
/// The run is bounded, so that a line of colons stays linear.
pub(super) fn colon_run(word: &[u8], rest: &[u8]) -> Option<usize> {
    const LONGEST: usize = 48;
    let part = |byte: &u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.' | b'/');
    if is_date_and_hour(word) {
        // `2026-11-01T09:00`: not how it is written here, and one token for the message that says so.
        let part = |byte: &u8| byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b'+' | b'-' | b'Z');
        return Some(rest.iter().take(LONGEST).take_while(|byte| part(byte)).count());
    }
    if word.len() > LONGEST || !word.iter().all(part) {
        return None;
    }
    let run = rest.iter().take(LONGEST + 1).take_while(|byte| part(byte)).count();
    let ends = rest.get(run).is_none_or(|byte| !matches!(Class::of(*byte), Class::Word | Class::Suspect));
    if run > LONGEST || !ends {
        return None;
    }
    let run_bytes = rest.get(..run).unwrap_or_default();
    let colons = 1 + word.iter().chain(run_bytes).filter(|byte| **byte == b':').count();
    let is_time = word.len() <= 2
        && word.last().is_some_and(u8::is_ascii_digit)
        && run_bytes.first().is_some_and(u8::is_ascii_digit);
    (colons > 1 || is_time).then_some(run)
}

/// Whether `word` is `2026-11-01T09`.
fn is_date_and_hour(word: &[u8]) -> bool {
    word.len() == 13
        && word.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            10 => matches!(byte, b'T' | b't'),
            _ => byte.is_ascii_digit(),
        })
}
