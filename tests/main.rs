//! The one integration binary: one module for each family of tests.

mod cases;
mod findings;
mod format;
mod generate;
mod messages;
mod properties;
mod questions;
mod read;
mod reference;
mod resolve;
mod semantics;
mod support;
mod syntax;
mod time;
