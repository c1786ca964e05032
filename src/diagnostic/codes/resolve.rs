//! Codes of the `resolve` stage.

use crate::diagnostic::Code;

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[];
