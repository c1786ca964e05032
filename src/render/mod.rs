//! Diagnostics to output: `human.rs` (the only file that names miette), `json.rs`.
