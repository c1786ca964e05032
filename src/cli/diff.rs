//! `rolecall diff BASE [HEAD]`.

use super::arguments::ReviewFormat;
use super::output::{Exit, Failure, Output, Progress};
use super::policy::{self, Now, Package, is_sound, open_table};
use crate::compile::Options;
use crate::diagnostic::Severity;
use crate::diff::{self, Difference, Side, Verdict};
use crate::lint::Baseline;
use crate::message::diff as text;
use crate::model::RoleId;
use crate::project::{self, Checkout};
use crate::render::{self, NewFinding, Review};
use std::path::{Path, PathBuf};

/// What a change does to access.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What it was: a git revision (`main`, `HEAD~3`, `a1b2c3:policies/x`) or a folder
    base: String,
    /// What it is: the same; what lies in the folder now without it
    head: Option<String>,
    /// The package, where a revision names none
    #[arg(long = "in", value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// How the review is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ReviewFormat,
    /// "Now", for findings about dates
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// Exit with 1 if access changed at all
    #[arg(long)]
    exit_code: bool,
    /// Exit with 1 if somebody is allowed more
    #[arg(long)]
    deny_widening: bool,
    /// Exit with 1 if access changed at all: for what is meant to change none
    #[arg(long)]
    require_none: bool,
    /// Exit with 1 if a dangerous right is gained, or there is a new error
    #[arg(long, value_name = "WHAT")]
    fail_on: Option<FailOn>,
}

/// What is not let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    /// A gain of a right that administers, exports, deletes, transfers, shares or shows labelled fields; a new error
    NewHigh,
}

/// One of the two.
struct Half {
    name: String,
    package: Package,
    /// Goes when this is dropped.
    _checkout: Option<Checkout>,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let base = half(args, Some(&args.base), out)?;
    let head = half(args, args.head.as_deref(), out)?;
    for (half, entry, name) in [(&base, &text::BASE_BROKEN, "base"), (&head, &text::HEAD_BROKEN, "head")] {
        if !is_sound(&half.package) {
            let message = entry.with([(name, half.name.as_str().into())]);
            if args.format == ReviewFormat::Markdown {
                let package = &half.package;
                let page = render::broken_markdown(&message, &package.diagnostics, &package.sources, out.lang);
                out.data(page.as_bytes());
            }
            policy::refuse(&half.package, out);
            return Err(message.into());
        }
    }
    let progress = Progress::start(out.words(&text::PROGRESS_DIFF.plain()));
    let difference = compare(&base, &head)?;
    drop(progress);
    let (findings, fixed) = findings(&base.package, &head.package);
    let gates = gates(args, &difference, &findings);
    let failed = gates.iter().any(|(_, passed)| !passed);
    let (base, head, lang) = (base.name.as_str(), head.name.as_str(), out.lang);
    let review = Review { difference: &difference, base, head, findings, fixed, gates, lang };
    match args.format {
        ReviewFormat::Human => out.data(render::review_human(&review).as_bytes()),
        ReviewFormat::Json => out.line(&render::review_json(&review).to_string()),
        ReviewFormat::Markdown => out.data(render::review_markdown(&review).as_bytes()),
    }
    Ok(if failed { Exit::Findings } else { Exit::Clean })
}

/// Reads and compiles one side: what is written names a folder, else a revision.
fn half(args: &Args, written: Option<&str>, out: &Output) -> Result<Half, Failure> {
    let of_base = args.base.split_once(':').map(|(_, path)| path);
    let (folder, checkout, name) = match written {
        Some(written) if Path::new(written).is_file() => {
            return Err(text::NO_TABLES.with([("path", written.into())]).into());
        }
        Some(written) if Path::new(written).is_dir() => (PathBuf::from(written), None, written.to_owned()),
        Some(written) => {
            let (revision, path) = written.split_once(':').map_or((written, None), |(rev, path)| (rev, Some(path)));
            let found = project::checkout(&args.folder, revision, path)
                .map_err(|(message, help)| Failure::Message(message, help))?;
            (found.package(), Some(found), written.to_owned())
        }
        None => {
            // The same package of the working tree, where the base names one.
            let folder = of_base.filter(|_| !Path::new(&args.base).is_dir());
            let folder =
                folder.map_or_else(|| args.folder.clone(), |path| project::repository_top(&args.folder).join(path));
            let name = folder.to_string_lossy().into_owned();
            (folder, None, name)
        }
    };
    let now = args.at.as_ref().map_or(Now::Unread, |at| Now::At(at));
    let options = Options::default();
    let mut package = policy::compile_package(&folder, options, now, out)?;
    name.clone_into(&mut package.base);
    Ok(Half { name, package, _checkout: checkout })
}

/// The difference, once both tables have answered as it says.
fn compare(base: &Half, head: &Half) -> Result<Difference, Failure> {
    let sides = [base, head].map(|half| {
        let compilation = half.package.compilation.as_ref()?;
        Some((Side::new(&half.package.sources, compilation)?, compilation, &half.package.sources))
    });
    let [Some((old, old_compiled, old_sources)), Some((new, new_compiled, new_sources))] = sides else {
        return Err(Failure::Reported);
    };
    let difference = diff::compare(&old, &new);
    if difference.changes.is_empty() {
        return Ok(difference);
    }
    let table = |compilation: &crate::compile::Compilation, sources| {
        let probes: Vec<RoleId> = diff::probes(&compilation.model, &difference);
        let bytes = compilation.question_table(sources, &probes).ok_or(Failure::Reported)?;
        bytes.map_err(|error| policy::too_large(&error))
    };
    let (old, new) = (table(old_compiled, old_sources)?, table(new_compiled, new_sources)?);
    let (old, new) = (open_table(&old)?, open_table(&new)?);
    if let Some(what) = diff::disagreements(&difference, &old, &new).first().and_then(|change| change.what.first()) {
        let names = [("action", what.action.as_str().into()), ("object", what.object.as_str().into())];
        return Err(text::NOT_REPLAYED.with(names).into());
    }
    Ok(difference)
}

/// Findings that the base has not, the worst first, and how many of the base are gone.
fn findings(base: &Package, head: &Package) -> (Vec<NewFinding>, usize) {
    let known = Baseline::of(&base.sources, &base.diagnostics, &head.config.settings);
    let mut new = head.diagnostics.clone();
    let known = known.take_out(&head.sources, (head.now, &head.config.settings), &mut new);
    new.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let each = new.into_iter().map(|finding| NewFinding {
        code: finding.code.id,
        severity: render::severity_name(finding.severity),
        file: head.sources.file(finding.primary.span.file).map_or_else(String::new, |file| file.path.to_string()),
        line: head.sources.position(finding.primary.span).line,
        message: finding.message,
    });
    (each.collect(), known.gone)
}

fn gates(args: &Args, difference: &Difference, findings: &[NewFinding]) -> Vec<(&'static str, bool)> {
    let verdict = difference.verdict();
    let error = render::severity_name(Severity::Error);
    let high = !difference.gaps.is_empty()
        || difference.changes.iter().any(|change| change.gain && change.danger.is_high())
        || findings.iter().any(|finding| finding.severity == error);
    let asked = [
        (args.exit_code, "exit-code", verdict == Verdict::None),
        (args.deny_widening, "deny-widening", !verdict.widens()),
        (args.require_none, "require-none", verdict == Verdict::None),
        (args.fail_on == Some(FailOn::NewHigh), "fail-on new-high", !high),
    ];
    asked.into_iter().filter(|(asked, ..)| *asked).map(|(_, gate, passed)| (gate, passed)).collect()
}
