//! `rolecall baseline`: remember the findings of today, so that only new ones are reported.

use super::output::{Exit, Failure, Output};
use super::policy::{self, Now, Package};
use super::rules::RuleArgs;
use crate::compile::Options;
use crate::diagnostic::{Diagnostic, codes};
use crate::lint::Baseline;
use crate::message::baseline as text;
use crate::project;
use clap::Subcommand;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Remember the findings of today, so that only new ones are reported.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Write rolecall.baseline.json with every finding that is not an error
    Create {
        #[command(flatten)]
        common: Common,
        /// Write it anew if it is there already
        #[arg(long)]
        force: bool,
    },
    /// Take out what no longer occurs; adds nothing
    Prune {
        #[command(flatten)]
        common: Common,
    },
}

#[derive(Debug, clap::Args)]
struct Common {
    /// The package: a folder with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// "Now", for findings about dates; the clock without it
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    match &args.verb {
        Verb::Create { common, force } => create(common, *force, out),
        Verb::Prune { common } => prune(common, out),
    }
}

fn create(common: &Common, force: bool, out: &mut Output) -> Result<Exit, Failure> {
    let path = project::baseline_path(&common.path);
    if !force && path.symlink_metadata().is_ok() {
        return Err(Failure::Message(text::EXISTS.with([shown(&path)]), Some(text::EXISTS_HELP.plain())));
    }
    let package = look(common, false, out)?;
    let baseline = Baseline::of(&package.sources, &package.diagnostics, &package.config.settings);
    project::write_baseline(&common.path, &baseline)?;
    let rules: BTreeSet<&str> = baseline.entries.iter().map(|entry| entry.rule.as_str()).collect();
    let counts = [("n", baseline.findings().into()), ("rules", rules.len().into())];
    let [n, rules] = counts;
    let words = out.words(&text::CREATED.with([shown(&path), n, rules]));
    out.talk(&words);
    let stay = package.diagnostics.len() - baseline.findings();
    if stay > 0 {
        let words = out.words(&text::STAY.with([("n", stay.into())]));
        out.talk(&words);
    }
    Ok(Exit::Clean)
}

fn prune(common: &Common, out: &mut Output) -> Result<Exit, Failure> {
    let path = project::baseline_path(&common.path);
    if policy::read_baseline(&common.path)?.is_none() {
        return Err(text::NO_BASELINE.with([shown(&path)]).into());
    }
    let known = look(common, true, out)?.known;
    let words = if known.gone == 0 {
        text::NOTHING_GONE.with([shown(&path)])
    } else {
        project::write_baseline(&common.path, &known.left)?;
        text::PRUNED.with([("n", known.gone.into()), shown(&path), ("left", known.left.findings().into())])
    };
    let words = out.words(&words);
    out.talk(&words);
    Ok(Exit::Clean)
}

/// Everything that `check` and `lint` may find; refused where the policy has no meaning.
fn look(common: &Common, with_baseline: bool, out: &mut Output) -> Result<Package, Failure> {
    let options = Options { prove: false, test: true, ..Options::default() };
    let asked = RuleArgs::none(with_baseline);
    let mut package = policy::compile_asked(&common.path, options, Now::of(common.at.as_ref()), &asked, out)?;
    if !package.compilation.as_ref().is_some_and(|compilation| compilation.sound) {
        return Err(policy::refuse(&package, out));
    }
    // A failed test is no finding of a rule.
    let of_tests = |d: &Diagnostic| !d.code.is_finding() && codes::scenario::ALL.contains(&d.code);
    package.diagnostics.retain(|d| !of_tests(d));
    Ok(package)
}

fn shown(path: &Path) -> (&'static str, crate::message::Arg) {
    ("path", path.to_string_lossy().into_owned().into())
}
