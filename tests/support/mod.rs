//! What tests share.

pub mod allocation;
mod case;
pub mod clock;
pub mod code;
pub mod dump;
pub mod model;
pub mod plain;
pub mod replay;

pub use case::Case;
