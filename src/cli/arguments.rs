//! What may be written on the command line.

#[cfg(feature = "serve")]
use super::serve;
use super::{
    baseline, build, check, completions, config, decide, diff, explain, fmt, graph, init, lint, read, test, timeline,
    what, when, who, why,
};
use crate::message::Lang;
use clap::{Parser, Subcommand, ValueEnum};

/// Permissions as text: check them, prove them, compile them to one decision table.
#[derive(Debug, Parser)]
#[command(name = "rolecall", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(after_help = "Exit status: 0 clean, 1 findings, 2 cannot run (bad policy, bad usage, input or output).")]
pub(super) struct Cli {
    /// Language of all messages; the environment decides without it
    #[arg(long, global = true, value_name = "LANG", display_order = 100)]
    pub(super) lang: Option<LangArg>,
    /// When to use colors
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", display_order = 101)]
    pub(super) color: Color,
    /// The verb
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write a commented starter package with the usual roles
    Init(init::Args),
    /// Parse, resolve, analyze, prove the guarantees, run the tests
    Check(check::Args),
    /// Prove the guarantees and write the decision table
    Build(build::Args),
    /// Answer requests, one JSON object a line
    Decide(decide::Args),
    /// Answer requests over HTTP: OpenID AuthZEN, Envoy, OPA's data API
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    /// Who can do something, on some record
    Who(who::Args),
    /// What somebody can do, on some record
    What(what::Args),
    /// When somebody can do something
    When(when::Args),
    /// Why somebody can or cannot do something
    Why(why::Args),
    /// What a change does to access: two revisions or folders compared
    Diff(diff::Args),
    /// What starts, ends, pauses or resumes when, and who gains or loses by it
    Timeline(timeline::Args),
    /// Roles, units, rights that obtain rights, or who may do what, as a drawing
    Graph(graph::Args),
    /// Run the tests that the policy carries
    Test(test::Args),
    /// Look for findings alone, mend what can be mended
    Lint(lint::Args),
    /// What rolecall.toml asks for, and where each value comes from
    Config(config::Args),
    /// Remember the findings of today, so that only new ones are reported
    Baseline(baseline::Args),
    /// Bring policy files into the one layout
    Fmt(fmt::Args),
    /// The policy as plain sentences, in English or Chinese
    Read(read::Args),
    /// Document a code, or list all
    Explain(explain::Args),
    /// Print completions for a shell
    Completions(completions::Args),
}

/// A language of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    /// English
    #[value(aliases = ["en-US", "en-GB", "en_US", "en_GB"])]
    En,
    /// Chinese
    #[value(aliases = ["zh-CN", "zh_CN", "zh-Hans", "zh-SG"])]
    Zh,
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::En => Self::En,
            LangArg::Zh => Self::Zh,
        }
    }
}

/// When to use colors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    /// Drawn, on stderr
    Human,
    /// One line each, on stdout
    Concise,
    /// One document, on stdout
    Json,
    /// SARIF 2.1.0, for GitHub code scanning and many others
    Sarif,
    /// Annotations of GitHub Actions, and a page in $GITHUB_STEP_SUMMARY
    Github,
    /// GitLab's code quality report
    Gitlab,
    /// JUnit's XML
    Junit,
    /// For reviewdog
    Rdjson,
}

/// How answers are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum AnswerFormat {
    /// Tables and sentences
    Human,
    /// One document
    Json,
}

/// How a review is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReviewFormat {
    /// Sentences, on stdout
    Human,
    /// One document
    Json,
    /// The comment of a pull request
    Markdown,
}

/// From which severity on a finding makes the exit status 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FailLevel {
    /// Broken guarantees and failed tests
    Error,
    /// Warnings too
    Warning,
    /// Notes too
    Info,
}
