//! The decision table: written, opened, asked.

mod agree;
mod damage;
mod ladder;
mod model;
