//! The program from outside: exit status, streams, each verb once, files that are not as they should be.

mod baseline;
mod config;
mod files;
mod forms;
mod honest;
mod pipeline;
mod program;
mod repair;
mod validators;
mod verbs;
mod waivers;

pub use validators::{missing, tool};
