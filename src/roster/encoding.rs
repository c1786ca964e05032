//! Bytes to UTF-8 text, or what the bytes look like instead.

use encoding_rs::GB18030;

/// What a file that is not UTF-8 looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// The usual encoding of Chinese systems.
    Gbk,
    /// Two bytes a character.
    Utf16,
    /// A spreadsheet or another file that is no text.
    Other,
}

/// The text without BOM.
pub(super) fn decode(bytes: &[u8]) -> Result<&str, Guess> {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes {
        return Err(Guess::Utf16);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text),
        Ok(_) => Err(Guess::Utf16),
        Err(_) => Err(guess(bytes)),
    }
}

fn guess(bytes: &[u8]) -> Guess {
    if bytes.contains(&0) {
        return if bytes.starts_with(b"PK\x03\x04") { Guess::Other } else { Guess::Utf16 };
    }
    match GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) => Guess::Gbk,
        _ => Guess::Other,
    }
}
