//! The one integration binary: one module for each family of tests.

mod cases;
mod format;
mod generate;
mod reference;
mod support;
mod syntax;
mod time;
