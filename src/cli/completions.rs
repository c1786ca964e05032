//! `rolecall completions SHELL`.

use super::help;
use super::output::{Exit, Failure, Output};

/// Print completions for a shell.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    shell: clap_complete::Shell,
}

/// Runs the verb.
#[expect(clippy::unnecessary_wraps, reason = "every verb has this shape")]
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut help::command(out.lang), "rolecall", &mut script);
    out.data(&script);
    Ok(Exit::Clean)
}
