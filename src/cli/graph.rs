//! `rolecall graph PATH`.

use super::grid::grid;
use super::output::{Exit, Failure, Output};
use super::policy;
use crate::compile::Compilation;
use crate::drawing::svg;
use crate::graph::{self, Graph, Matrix};
use crate::message::{Text, graph as text};
use crate::render;
use clap::ValueEnum;
use std::path::PathBuf;

/// Roles, units, rights that obtain rights, or who may do what, as a drawing.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The package
    #[arg(value_name = "PATH", default_value = ".")]
    path: PathBuf,
    /// What is drawn
    #[arg(long, value_name = "WHAT", default_value = "roles")]
    of: Of,
    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "tree")]
    format: Form,
}

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Of {
    /// Roles and what they inherit
    Roles,
    /// The units
    Units,
    /// Rights that obtain rights, up to every right
    Escalation,
    /// What each role may do with each object
    Matrix,
}

/// How a graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// Text for a terminal
    Tree,
    /// A drawing, laid out
    Svg,
    /// For Graphviz
    Dot,
    /// For Markdown
    Mermaid,
}

/// Boxes that are laid out at most: a picture of more is of no use to anybody.
const BOXES: usize = 2_000;

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let package = policy::compile_plain(&args.path, text::NEEDS_PACKAGE.plain(), out)?;
    let Some(compilation) = package.compilation.as_ref().filter(|compilation| compilation.sound) else {
        return Err(policy::refuse(&package, out));
    };
    let complete = match args.of {
        Of::Matrix => matrix(compilation, args.format, out)?,
        Of::Roles | Of::Units | Of::Escalation => drawn(compilation, args, out)?,
    };
    if !complete {
        let words = out.words(&text::INCOMPLETE.plain());
        out.talk(&words);
    }
    Ok(Exit::Clean)
}

fn drawn(compilation: &Compilation, args: &Args, out: &mut Output) -> Result<bool, Failure> {
    let (model, analysis) = (&compilation.model, &compilation.analysis);
    let (graph, nothing): (Graph, &'static Text) = match args.of {
        Of::Units => (graph::units(model), &text::NOTHING_UNITS),
        Of::Escalation => (graph::escalation(model, analysis), &text::NOTHING_ESCALATION),
        Of::Roles | Of::Matrix => (graph::roles(model, analysis), &text::NOTHING_ROLES),
    };
    write(&graph, args.format, nothing, out)?;
    Ok(graph.complete)
}

fn write(graph: &Graph, form: Form, nothing: &'static Text, out: &mut Output) -> Result<(), Failure> {
    let lang = out.lang;
    match form {
        Form::Tree if graph.nodes.is_empty() => {
            let words = out.words(&nothing.plain());
            out.line(&words);
        }
        Form::Tree => graph::tree(graph, lang).iter().for_each(|line| out.line(line)),
        Form::Svg => {
            fits(graph.nodes.len())?;
            out.data(svg(&graph::picture(graph, lang)).as_bytes());
        }
        Form::Dot => out.data(graph::dot(graph, lang).as_bytes()),
        Form::Mermaid => out.data(graph::mermaid(graph, lang).as_bytes()),
    }
    Ok(())
}

fn fits(boxes: usize) -> Result<(), Failure> {
    if boxes > BOXES {
        let args = [("n", boxes.into()), ("most", BOXES.into())];
        return Err(text::TOO_MANY.with(args).into());
    }
    Ok(())
}

fn matrix(compilation: &Compilation, form: Form, out: &mut Output) -> Result<bool, Failure> {
    let matrix = Matrix::new(&compilation.model, &compilation.analysis);
    match form {
        Form::Tree => {
            let heading = std::iter::once(out.words(&text::ROLE.plain())).chain(matrix.objects.iter().cloned());
            let heading: Vec<String> = heading.collect();
            let row = |row: &graph::Row| {
                let cells = row.cells.iter().map(|cell| matrix.words(cell));
                std::iter::once(row.words()).chain(cells).collect::<Vec<_>>()
            };
            let rows: Vec<Vec<String>> = matrix.rows.iter().map(row).collect();
            let drawn = grid(&heading, &rows);
            out.data(drawn.as_bytes());
            let lang = out.lang;
            matrix.legend(lang).iter().for_each(|line| out.line(&render::escape(line)));
        }
        Form::Svg => {
            fits(matrix.rows.len())?;
            let lang = out.lang;
            out.data(svg(&graph::matrix_picture(&matrix, lang)).as_bytes());
        }
        Form::Dot | Form::Mermaid => write(&matrix.graph(), form, &text::NOTHING_ROLES, out)?,
    }
    Ok(matrix.complete)
}
