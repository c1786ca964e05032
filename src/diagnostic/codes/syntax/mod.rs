//! Codes of the `syntax` stage.

use crate::diagnostic::Code;

/// A package text around one mistake: what the examples of this stage share.
macro_rules! package {
    ($($line:literal),* $(,)?) => {
        concat!(
            "policy demo {\n",
            "  language 1\n",
            "  timezone \"Asia/Shanghai\"\n",
            "}\n",
            "object Customer {\n",
            "  record actions read, update, export\n",
            "  record owner is keeper\n",
            "  attribute region : east | west\n",
            "  field phone\n",
            "}\n",
            "user li.na\n",
            $($line),*
        )
    };
}

mod statement;
mod text;
mod word;

pub use statement::*;
pub use text::*;
pub use word::*;

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[
    &FILE_TOO_LARGE,
    &CONTROL_CHARACTER,
    &INVISIBLE_CHARACTER,
    &NESTED_TOO_DEEP,
    &UNCLOSED_STRING,
    &UNKNOWN_ESCAPE,
    &EMPTY_NAME,
    &NAME_CHANGES,
    &MIXED_SCRIPTS,
    &BARE_NAME,
    &RESERVED_WORD,
    &NEVER_A_NAME,
    &UNKNOWN_STATEMENT,
    &UNEXPECTED_TEXT,
    &MISSING_OBJECT,
    &WRONG_BLOCK,
    &MISSING_BRACE,
    &EXTRA_BRACE,
    &STRAY_SIGN,
    &TRAILING_SEPARATOR,
    &UNTIL,
    &THROUGH_WITH_TIME,
    &FOREIGN_OPERATOR,
    &DATE_FORM,
    &TWO_STRINGS,
    &CLAUSE_ORDER,
    &REPEATED_CLAUSE,
    &CLAUSE_NOT_HERE,
    &AND_BESIDE_OR,
    &CAN_NOT,
    &NOT_TWICE,
    &MISSPELT_WORD,
    &MISSING_NAME,
    &FOREIGN_QUOTES,
    &MASK_WITHOUT_FIELDS,
    &IS_NOT_NONE,
    &NOT_A_PATH,
    &NOT_AN_ADDRESS,
    &BARE_USER,
    &NO_NAME_COLUMN,
];
