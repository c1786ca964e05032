//! Codes of the `lint` stage.

use crate::diagnostic::Code;

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[];
