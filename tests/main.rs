//! The one integration binary: one module for each family of tests.

mod render;
mod time;
