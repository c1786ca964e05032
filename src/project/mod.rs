//! The only reader of the disk: a folder to a [`SourceSet`], with everything that it uses.
//!
//! Serves the `cli`; no stage knows it. What is wrong with files and folders comes back as diagnostics, in the order of
//! files, and never stops the other files from being read. Follows no path out of the workspace.

mod baseline;
mod cycle;
mod discover;
mod encoding;
mod flat;
mod line_reader;
mod load;
mod place;
mod read;
mod records;
mod revision;
mod table;
mod write;

pub use baseline::{BASELINE_NAME, baseline_path, read_baseline, write_baseline};
pub use discover::{from_repository, is_policy_file, repository_top, workspace_root};
pub use flat::{load_files, load_text};
pub(crate) use line_reader::{Line, read_line};
pub use load::{Project, load, load_config};
pub use place::relative;
pub use read::{ReadError, read_limited, reason};
pub use records::read_records;
pub use revision::{Checkout, Refused, checkout};
pub use table::bad_table;
pub use write::{append, identity, inputs, write, write_all, write_output};
