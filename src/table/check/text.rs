//! The texts.

use crate::table::OpenError;
use crate::table::bytes::{Records, index, narrow};
use crate::table::layout::{Section, Word};

/// The texts of one section, whose starts lie between characters.
pub(in crate::table) fn text<'a>(
    bytes: &'a [u8],
    starts: Records<'_, Word>,
    section: Section,
    starts_section: Section,
) -> Result<&'a str, OpenError> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| super::invalid(section, narrow(error.valid_up_to()), "the texts are not UTF-8"))?;
    super::starts(starts_section, starts.iter().map(|start| start.at), narrow(text.len()))?;
    for (at, start) in super::numbered(starts) {
        super::ensure(text.is_char_boundary(index(start.at)), starts_section, at, "a text starts inside a character")?;
    }
    Ok(text)
}
