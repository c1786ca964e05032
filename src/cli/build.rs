//! `rolecall build PATH -o FILE`: the decision table, or its rows as text.

use super::output::{Exit, Failure, Output, Progress};
use super::policy::{self, Now};
use crate::compile::Options;
use crate::message::cli as text;
use crate::project;
use crate::render;
use crate::table::{self, Holding, Row, Table};
use crate::wire;
use clap::ValueEnum;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// Prove the guarantees and write the decision table.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The package: a folder with `*.roles` files
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// The file to write; `-` is stdout
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// What to write; by default what the ending of FILE says, else the table
    #[arg(long, value_name = "FORMAT")]
    format: Option<TableFormat>,
}

/// Forms of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TableFormat {
    /// The table that the evaluator opens
    Rct,
    /// Its rows as JSON
    Json,
    /// Its rows as YAML
    Yaml,
    /// Its rows as CSV
    Csv,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let options = Options::build();
    let package = policy::compile_package(&args.path, options, Now::Unread, out)?;
    let table = match &package.compilation {
        Some(compilation) if !policy::has_errors(&package) => compilation.table(&package.sources),
        _ => None,
    };
    let Some(table) = table else {
        return Err(policy::refuse(&package, out));
    };
    let table = table.map_err(|error| policy::too_large(&error))?;
    let bytes = match args.format.unwrap_or_else(|| format_of(&args.output)) {
        TableFormat::Rct => Cow::Borrowed(&table),
        format @ (TableFormat::Json | TableFormat::Yaml | TableFormat::Csv) => Cow::Owned(rows(&table, format)?),
    };
    if args.output == Path::new("-") {
        out.data(&bytes);
    } else {
        let _progress = Progress::start(out.words(&text::PROGRESS_WRITING.plain()));
        project::write_output(&args.output, &bytes, &project::inputs(&package.sources, &package.base))?;
    }
    out.flush();
    if !out.is_closed() {
        say(&table, &args.output, bytes.len(), out);
    }
    Ok(Exit::Clean)
}

fn format_of(path: &Path) -> TableFormat {
    match path.extension().and_then(|e| e.to_str()) {
        Some("json") => TableFormat::Json,
        Some("yaml" | "yml") => TableFormat::Yaml,
        Some("csv") => TableFormat::Csv,
        _ => TableFormat::Rct,
    }
}

/// The rows of a table, and who holds what, as text.
fn rows(bytes: &[u8], format: TableFormat) -> Result<Vec<u8>, Failure> {
    let opened = policy::open_table(bytes)?;
    let failed = |error: String| Failure::from(text::CANNOT_WRITE_OUTPUT.with([("reason", error.into())]));
    let written = match format {
        TableFormat::Csv => table::to_csv(table::rows(&opened)),
        TableFormat::Json | TableFormat::Rct => {
            let rows = table::to_json(table::rows(&opened)).map_err(|error| failed(error.to_string()))?;
            let holdings = table::to_json(table::holdings(&opened)).map_err(|error| failed(error.to_string()))?;
            let (rows, holdings) = (rows.trim_end(), holdings.trim_end());
            let version = render::FORMAT_VERSION;
            format!("{{\"format_version\":\"{version}\",\"rows\":{rows},\n\"holdings\":{holdings}}}\n")
        }
        TableFormat::Yaml => serde_yaml::to_string(&Rows {
            format_version: render::FORMAT_VERSION,
            rows: table::rows(&opened).collect(),
            holdings: table::holdings(&opened).collect(),
        })
        .map_err(|error| failed(error.to_string()))?,
    };
    Ok(written.into_bytes())
}

/// The YAML document.
#[derive(serde::Serialize)]
struct Rows<'a> {
    format_version: &'static str,
    rows: Vec<Row<'a>>,
    holdings: Vec<Holding<'a>>,
}

fn say(table: &[u8], path: &Path, size: usize, out: &mut Output) {
    let Ok(opened) = Table::open(table) else { return };
    let hash = wire::hex(opened.decisions_hash());
    let path = path.to_string_lossy().into_owned();
    let words = text::BUILD_DONE.with([("path", path.into()), ("size", size.into()), ("hash", hash.into())]);
    let words = out.words(&words);
    out.talk(&words);
}
