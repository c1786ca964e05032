//! Two spellings of one text: what is not normalized is not believed, and an id that is likened to a known one is not
//! taken for somebody else.
//!
//! Without the features `serde` and `compiler` there are no tables of Unicode here. Then only what can be told by
//! ranges of characters is believed (Latin letters of European languages, Cyrillic, Chinese, Japanese, Korean and
//! their punctuation); any other text counts as one of a wrong type. That may answer no where the tables would have
//! answered yes, never the other way round.

/// Room for an id as it is likened to others; a longer one is likened to nobody, and believed by nobody.
const ROOM: usize = 256;

/// Whether a text is in Unicode normalization form C, as all texts that it is compared with are.
#[inline]
pub(super) fn is_normal(text: &str) -> bool {
    text.is_ascii() || is_surely_normal(text)
}

fn is_surely_normal(text: &str) -> bool {
    text.chars().all(stands_alone) || by_table::is_normal(text)
}

/// Characters that no normalization form C changes and that combine with no neighbour.
const fn stands_alone(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{2ff}'
            | '\u{400}'..='\u{482}'
            | '\u{48a}'..='\u{52f}'
            | '\u{2010}'..='\u{2027}'
            | '\u{3000}'..='\u{3029}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30a0}'..='\u{30ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{ff00}'..='\u{ffef}'
            | '\u{20000}'..='\u{2a6df}'
    )
}

/// An id as it is likened to others: compatible characters as one (NFKC), small letters, no blanks around.
#[derive(Debug)]
pub(super) struct Likened {
    bytes: [u8; ROOM],
    start: usize,
    end: usize,
}

impl Likened {
    /// `None` if it is too long, or cannot be told here.
    pub(super) fn new(id: &str) -> Option<Self> {
        let mut made = Self { bytes: [0; ROOM], start: 0, end: 0 };
        if id.is_ascii() {
            id.chars().try_for_each(|c| made.push(c.to_ascii_lowercase()))?;
        } else {
            by_table::compatible(id, &mut |c| c.to_lowercase().try_for_each(|c| made.push(c)))?;
        }
        let text = made.text();
        let (start, length) = (text.len().saturating_sub(text.trim_start().len()), text.trim().len());
        made.start = start;
        made.end = start.saturating_add(length);
        Some(made)
    }

    /// The text.
    pub(super) fn text(&self) -> &str {
        self.bytes.get(self.start..self.end).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or("")
    }

    fn push(&mut self, c: char) -> Option<()> {
        let end = self.end.checked_add(c.len_utf8())?;
        c.encode_utf8(self.bytes.get_mut(self.end..end)?);
        self.end = end;
        Some(())
    }
}

/// An id as it is likened to others, if that is another text; for the table.
#[cfg(feature = "compiler")]
pub(crate) fn likened(id: &str) -> Option<String> {
    Likened::new(id).map(|made| made.text().to_owned()).filter(|text| text != id)
}

#[cfg(any(feature = "serde", feature = "compiler"))]
mod by_table {
    use unicode_normalization::UnicodeNormalization as _;

    pub(super) fn is_normal(text: &str) -> bool {
        unicode_normalization::is_nfc(text)
    }

    pub(super) fn compatible(text: &str, with: &mut impl FnMut(char) -> Option<()>) -> Option<()> {
        text.nfkc().try_for_each(with)
    }
}

#[cfg(not(any(feature = "serde", feature = "compiler")))]
mod by_table {
    pub(super) const fn is_normal(_: &str) -> bool {
        false
    }

    pub(super) fn compatible(text: &str, with: &mut impl FnMut(char) -> Option<()>) -> Option<()> {
        text.chars().try_for_each(|c| with(super::compatible(c)?))
    }
}

/// What NFKC makes of a character that stands alone under it too; `None` if that takes a table.
#[cfg(any(test, not(any(feature = "serde", feature = "compiler"))))]
fn compatible(c: char) -> Option<char> {
    match c {
        '\u{3000}' => Some(' '),
        '\u{0}'..='\u{7f}'
        | '\u{c0}'..='\u{131}'
        | '\u{400}'..='\u{482}'
        | '\u{48a}'..='\u{52f}'
        | '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{30a0}'..='\u{30fe}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{20000}'..='\u{2a6df}' => Some(c),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c).wrapping_sub(0xfee0)),
        _ => None,
    }
}

#[cfg(all(test, feature = "compiler"))]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization as _;

    #[test]
    fn ranges_agree_with_the_tables() {
        for c in '\u{0}'..=char::MAX {
            if stands_alone(c) {
                assert_eq!(
                    unicode_normalization::is_nfc_quick([c].into_iter()),
                    unicode_normalization::IsNormalized::Yes
                );
                assert_eq!(unicode_normalization::char::canonical_combining_class(c), 0, "{c:?}");
            }
            if let Some(made) = compatible(c) {
                assert!([c].into_iter().nfkc().eq([made]), "{c:?}");
                assert_eq!(
                    unicode_normalization::is_nfkc_quick([made].into_iter()),
                    unicode_normalization::IsNormalized::Yes
                );
                assert_eq!(unicode_normalization::char::canonical_combining_class(made), 0, "{c:?}");
            }
        }
    }

    #[test]
    fn likened_spellings_are_one() {
        for id in ["li.na", " LI.NA", "ｌｉ.na", "Li.Na\u{3000}", "ＬＩ．ＮＡ"] {
            assert_eq!(Likened::new(id).unwrap().text(), "li.na", "{id}");
        }
        assert_eq!(Likened::new("  ").unwrap().text(), "");
        assert_eq!(likened("李娜"), None);
        assert!(Likened::new(&"a".repeat(ROOM + 1)).is_none());
        assert!(is_normal("é 李娜") && !is_normal("e\u{301}"));
    }
}
