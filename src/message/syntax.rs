//! Texts of the `syntax` family.

use super::Text;

/// Stub.
pub static CLOSE_STRING: Text = Text::new("CLOSE_STRING", "CLOSE_STRING");
/// Stub.
pub static CONTROL_CHARACTER: Text = Text::new("CONTROL_CHARACTER", "CONTROL_CHARACTER");
/// Stub.
pub static DOUBLE_BACKSLASH: Text = Text::new("DOUBLE_BACKSLASH", "DOUBLE_BACKSLASH");
/// Stub.
pub static FILE_TOO_LARGE: Text = Text::new("FILE_TOO_LARGE", "FILE_TOO_LARGE");
/// Stub.
pub static FILE_TOO_LARGE_HELP: Text = Text::new("FILE_TOO_LARGE_HELP", "FILE_TOO_LARGE_HELP");
/// Stub.
pub static HERE: Text = Text::new("HERE", "HERE");
/// Stub.
pub static INVISIBLE_CHARACTER: Text = Text::new("INVISIBLE_CHARACTER", "INVISIBLE_CHARACTER");
/// Stub.
pub static NESTED_HELP: Text = Text::new("NESTED_HELP", "NESTED_HELP");
/// Stub.
pub static NESTED_HERE: Text = Text::new("NESTED_HERE", "NESTED_HERE");
/// Stub.
pub static NESTED_TOO_DEEP: Text = Text::new("NESTED_TOO_DEEP", "NESTED_TOO_DEEP");
/// Stub.
pub static REMOVE_CHARACTER: Text = Text::new("REMOVE_CHARACTER", "REMOVE_CHARACTER");
/// Stub.
pub static UNCLOSED_HELP: Text = Text::new("UNCLOSED_HELP", "UNCLOSED_HELP");
/// Stub.
pub static UNCLOSED_HERE: Text = Text::new("UNCLOSED_HERE", "UNCLOSED_HERE");
/// Stub.
pub static UNCLOSED_STRING: Text = Text::new("UNCLOSED_STRING", "UNCLOSED_STRING");
/// Stub.
pub static UNKNOWN_ESCAPE: Text = Text::new("UNKNOWN_ESCAPE", "UNKNOWN_ESCAPE");
/// Stub.
pub static UNKNOWN_ESCAPE_HELP: Text = Text::new("UNKNOWN_ESCAPE_HELP", "UNKNOWN_ESCAPE_HELP");

/// Every entry of this family.
pub const ALL: &[&Text] = &[];
