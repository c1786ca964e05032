//! The one integration binary: one module for each family of tests.

mod cases;
mod format;
mod generate;
mod messages;
mod properties;
mod read;
mod reference;
mod semantics;
mod support;
mod syntax;
mod time;
