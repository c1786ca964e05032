//! The one integration binary: one module for each family of tests.

mod reference;
mod time;
