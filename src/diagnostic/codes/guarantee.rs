//! Codes of the `guarantee` stage.

use crate::diagnostic::Code;

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[];
