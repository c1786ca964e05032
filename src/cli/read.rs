//! `rolecall read`: the policy as plain sentences.

use super::arguments::AnswerFormat;
use super::explain::fill;
use super::output::{Exit, Failure, Output};
use super::policy::{self, Package};
use crate::diagnostic;
use crate::project::{self, Project};
use crate::read::{self, Section};
use crate::render;
use crate::source::SourceSet;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The policy as plain sentences, in English or Chinese.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The package: a folder with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// How sentences are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: AnswerFormat,
}

/// Columns of a line.
const WIDTH: usize = 100;

/// Runs the verb. What could be understood is read even if there are errors; they are told as well.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let Project { sources, parsed, mut diagnostics, .. } = project::load(&args.path);
    let sections = read::read(&parsed.asts, &parsed.symbols);
    let base = args.path.to_string_lossy().into_owned();
    match args.format {
        AnswerFormat::Human => say(&sections, out),
        AnswerFormat::Json => {
            let document = json!({
                "format_version": render::FORMAT_VERSION,
                "sections": sections.iter().map(|s| section_json(&sources, s, &base, out)).collect::<Vec<_>>(),
            });
            out.line(&document.to_string());
        }
    }
    diagnostics.extend(parsed.diagnostics);
    diagnostic::sort(&mut diagnostics);
    let package = Package::unread(base, sources, diagnostics);
    if policy::has_errors(&package) {
        return Err(policy::refuse(&package, out));
    }
    Ok(Exit::Clean)
}

fn say(sections: &[Section], out: &mut Output) {
    for (index, section) in sections.iter().enumerate() {
        if index > 0 {
            out.line("");
        }
        let heading = out.words(&section.heading);
        out.line(&render::escape(&heading));
        out.line("");
        for (_, sentence) in &section.sentences {
            let words = out.words(sentence);
            let filled = fill(&render::escape(&words), WIDTH - 2);
            for (at, line) in filled.lines().enumerate() {
                out.line(&format!("{}{line}", if at == 0 { "- " } else { "  " }));
            }
        }
    }
}

fn section_json(sources: &SourceSet, section: &Section, base: &str, out: &Output) -> Value {
    let style = out.style(base);
    let sentence = |(span, message): &(crate::source::Span, crate::message::Message)| json!({ "sentence": out.words(message), "place": render::place_json(sources, *span, style) });
    json!({
        "heading": out.words(&section.heading),
        "sentences": section.sentences.iter().map(sentence).collect::<Vec<_>>(),
    })
}
