//! The program from outside: exit status, streams, each verb once, files that are not as they should be.

mod files;
mod honest;
mod program;
mod verbs;
