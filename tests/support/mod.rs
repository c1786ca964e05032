//! What tests share.

mod case;
pub mod dump;
pub mod model;
pub mod plain;

pub use case::Case;
