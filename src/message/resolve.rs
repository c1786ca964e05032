//! Texts of the `resolve` family.

use super::Text;

/// Every entry of this family.
pub const ALL: &[&Text] = &[];
