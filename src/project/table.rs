//! Why bytes are no table that can be used, for people.

use crate::message::{Message, cli as text};
use crate::table::OpenError;

/// What is wrong with a table that does not open.
pub fn bad_table(error: &OpenError) -> Message {
    match error {
        OpenError::NotATable => text::NOT_A_TABLE.plain(),
        OpenError::Version(found) => text::OTHER_TABLE.with([("found", found.to_string().into())]),
        damaged => text::DAMAGED_TABLE.with([("reason", damaged.to_string().into())]),
    }
}
