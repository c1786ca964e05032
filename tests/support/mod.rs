//! What tests share.

mod case;
pub mod clock;
pub mod dump;
pub mod plain;

pub use case::Case;
