//! Text that cannot move the cursor, hide or reorder what stands beside it.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` on one line, with every sign that a reader cannot see, or that moves the cursor or changes the direction of
/// writing, as its number (`\u{202e}`).
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        push_escaped(&mut out, c);
    }
    Cow::Owned(out)
}

/// The same line by line: line feeds and tabs stay.
pub fn escape_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\n' || c == '\t' { out.push(c) } else { push_escaped(&mut out, c) }
    }
    out
}

/// Text that XML can hold: signs that it has no place for are shown as their numbers.
pub fn xml(text: &str) -> String {
    escape_lines(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}

/// One character of it.
pub(super) fn push_escaped(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if is_hidden(c) => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
        c => out.push(c),
    }
}

/// Controls, line and paragraph separators, marks of direction, zero-width signs, tags, and blanks that look like nothing.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_signs_become_numbers() {
        assert_eq!(escape("a\u{1b}[31m\u{202e}b\n"), "a\\u{1b}[31m\\u{202e}b\\n");
        assert_eq!(escape("销售 ok"), "销售 ok");
    }
}
