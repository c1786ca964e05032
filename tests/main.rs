//! The one integration binary: one module for each family of tests.

mod cases;
mod support;
mod syntax;
mod time;
