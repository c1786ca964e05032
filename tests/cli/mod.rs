//! The program from outside: exit status, streams, each verb once, files that are not as they should be.

mod baseline;
mod config;
mod diff;
mod files;
mod forms;
mod honest;
mod outputs;
mod pipeline;
mod program;
mod repair;
mod time_and_graphs;
mod validators;
mod verbs;
mod waivers;

pub use validators::{accepts, missing, tool};
