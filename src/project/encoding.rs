//! Bytes to text: UTF-8 or a good guess at what it is instead.

use encoding_rs::GB18030;

/// What a file's bytes turned out to be.
pub(super) enum Decoded {
    /// UTF-8, as it must be.
    Utf8(String),
    /// Something else, with a text to show it by and the place of the first bad byte in that text (the same as in the file).
    Other(Encoding, String, usize),
}

/// What it looks like instead.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Two bytes a character.
    Utf16,
    /// The usual one of Chinese systems.
    Gbk,
    /// Not known.
    Unknown,
}

/// Decodes.
pub(super) fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some(little) = utf16(&bytes) {
        let units = bytes.chunks_exact(2).map(|pair| match (pair, little) {
            ([a, b], true) => u16::from_le_bytes([*a, *b]),
            ([a, b], false) => u16::from_be_bytes([*a, *b]),
            _ => 0,
        });
        let text = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
        return Decoded::Other(Encoding::Utf16, text, 0);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded::Utf8(text),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let (start, rest) = bytes.split_at_checked(good).unwrap_or((&bytes, &[]));
            let mut text = String::from_utf8_lossy(start).into_owned();
            match GB18030.decode_without_bom_handling_and_without_replacement(rest) {
                Some(decoded) if decoded.chars().any(is_common_han) => {
                    text.push_str(&decoded);
                    Decoded::Other(Encoding::Gbk, text, good)
                }
                _ => {
                    text.push_str(&String::from_utf8_lossy(rest));
                    Decoded::Other(Encoding::Unknown, text, good)
                }
            }
        }
    }
}

/// Whether it is UTF-16, and if so whether the low byte comes first: by its mark, or by the zeros beside ASCII text.
fn utf16(bytes: &[u8]) -> Option<bool> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(true),
        [0xfe, 0xff, ..] => return Some(false),
        _ => {}
    }
    let head = bytes.get(..bytes.len().min(1024)).unwrap_or(bytes);
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = head.len() / 4;
    if head.len() < 8 {
        None
    } else if second > many && first == 0 {
        Some(true)
    } else if first > many && second == 0 {
        Some(false)
    } else {
        None
    }
}

fn is_common_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
