//! Texts of the `cli` family.

use super::Text;

/// Every entry of this family.
pub const ALL: &[&Text] = &[];
