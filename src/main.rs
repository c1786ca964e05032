//! The `rolecall` program: arguments in, exit status out. Everything else is in [`rolecall::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    rolecall::cli::main()
}
