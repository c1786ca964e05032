//! The command line: one file for each verb, and what they share.
//!
//! The outermost layer: reads arguments, environment and clock, calls the stages, turns data into words. Data goes to
//! stdout, talk to stderr. Only this folder names clap.

mod arguments;
mod asked;
mod baseline;
mod build;
mod check;
mod completions;
mod config;
mod decide;
mod diff;
mod explain;
mod fmt;
mod given;
mod graph;
mod grid;
mod help;
mod init;
mod instant;
mod language;
mod line_diff;
mod lint;
mod output;
mod policy;
mod question;
mod read;
mod repair;
mod report;
mod rules;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod test;
mod timeline;
mod timeline_json;
mod told;
mod unchanged;
mod waivers;
mod watch;
mod ways;
mod what;
mod when;
mod who;
mod why;
mod why_json;

use crate::message::cli as text;
use arguments::{Cli, Color, Command};
use clap::FromArgMatches;
use output::{Exit, Failure, Output};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Bytes of stack that the work may use. The program's own main stack differs from system to system.
const STACK: usize = 64 << 20;

/// Runs the program.
pub fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        let words = text::INTERNAL.with([("place", place.into())]).render(language::choose(None));
        let _ = writeln!(std::io::stderr(), "{words}");
    }));
    let worker = std::thread::Builder::new().name("rolecall".to_owned()).stack_size(STACK).spawn(run);
    match worker.map(std::thread::JoinHandle::join) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(_)) | Err(_) => Exit::CannotRun.into(),
    }
}

fn run() -> Exit {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    // Help and wrong usage have a language too, and come before anything is known of the arguments.
    let lang = language::choose(language::written(&arguments));
    let parsed = help::command(lang).try_get_matches_from(arguments).and_then(|found| Cli::from_arg_matches(&found));
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return help::report(&error, &mut Output::new(lang, Color::Auto)),
    };
    let mut out = Output::new(language::choose(cli.lang), cli.color);
    let result = match cli.command {
        Command::Init(args) => init::run(&args, &mut out),
        Command::Check(args) => check::run(&args, &mut out),
        Command::Build(args) => build::run(&args, &mut out),
        Command::Decide(args) => decide::run(&args, &mut out),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, &mut out),
        Command::Who(args) => who::run(&args, &mut out),
        Command::What(args) => what::run(&args, &mut out),
        Command::When(args) => when::run(&args, &mut out),
        Command::Why(args) => why::run(&args, &mut out),
        Command::Diff(args) => diff::run(&args, &mut out),
        Command::Timeline(args) => timeline::run(&args, &mut out),
        Command::Graph(args) => graph::run(&args, &mut out),
        Command::Test(args) => test::run(&args, &mut out),
        Command::Lint(args) => lint::run(&args, &mut out),
        Command::Config(args) => config::run(&args, &mut out),
        Command::Baseline(args) => baseline::run(&args, &mut out),
        Command::Fmt(args) => fmt::run(&args, &mut out),
        Command::Read(args) => read::run(&args, &mut out),
        Command::Explain(args) => explain::run(&args, &mut out),
        Command::Completions(args) => completions::run(&args, &mut out),
    };
    let exit = result.unwrap_or_else(|failure| failure.report(&mut out));
    match out.finish() {
        Ok(()) => exit,
        Err(failure) => Failure::report(failure, &mut out),
    }
}
