//! The one integration binary: one module for each family of tests.

mod generate;
mod reference;
mod time;
