//! The one integration binary: one module for each family of tests.

mod cases;
mod findings;
mod format;
mod generate;
mod questions;
mod reference;
mod support;
mod syntax;
mod time;
