//! The codes, one file for each stage that reports them.

pub mod analysis;
pub mod clock;
pub mod guarantee;
pub mod lint;
pub mod people;
pub mod project;
pub mod resolve;
pub mod rules;
pub mod scenario;
pub mod syntax;
pub mod typing;
