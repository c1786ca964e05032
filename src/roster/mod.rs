//! Owns [`Sheet`]: people and field files (CSV) as rows of trimmed text with their line numbers.
//!
//! Called by `resolve`, which knows what columns mean. UTF-8 with or without BOM; other encodings are recognised
//! and refused, never guessed at: a wrong guess would give somebody else's name a role.

mod encoding;
mod sheet;

pub use encoding::Guess;
pub use sheet::{FileError, RowError, Sheet, read};
