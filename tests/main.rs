//! The one integration binary: one module for each family of tests.

mod cases;
mod format;
mod support;
mod syntax;
mod time;
