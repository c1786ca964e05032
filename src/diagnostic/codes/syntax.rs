//! Codes of the `syntax` stage.

use crate::diagnostic::Code;
use crate::message::Text;

/// Stub.
pub static CONTROL_CHARACTER: Code = Code {
    id: "E0000",
    name: "CONTROL_CHARACTER",
    summary: Text::new("", ""),
    why: Text::new("", ""),
    bad: "",
    good: "",
};
/// Stub.
pub static FILE_TOO_LARGE: Code =
    Code { id: "E0001", name: "FILE_TOO_LARGE", summary: Text::new("", ""), why: Text::new("", ""), bad: "", good: "" };
/// Stub.
pub static INVISIBLE_CHARACTER: Code = Code {
    id: "E0002",
    name: "INVISIBLE_CHARACTER",
    summary: Text::new("", ""),
    why: Text::new("", ""),
    bad: "",
    good: "",
};
/// Stub.
pub static NESTED_TOO_DEEP: Code = Code {
    id: "E0003",
    name: "NESTED_TOO_DEEP",
    summary: Text::new("", ""),
    why: Text::new("", ""),
    bad: "",
    good: "",
};
/// Stub.
pub static UNCLOSED_STRING: Code = Code {
    id: "E0004",
    name: "UNCLOSED_STRING",
    summary: Text::new("", ""),
    why: Text::new("", ""),
    bad: "",
    good: "",
};
/// Stub.
pub static UNKNOWN_ESCAPE: Code =
    Code { id: "E0005", name: "UNKNOWN_ESCAPE", summary: Text::new("", ""), why: Text::new("", ""), bad: "", good: "" };

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[];
