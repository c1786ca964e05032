//! A graph in the language of Graphviz.

use super::{Graph, NodeKind};
use crate::message::Lang;
use crate::render;
use std::fmt::Write;

/// The document.
pub fn dot(graph: &Graph, lang: Lang) -> String {
    let direction = if graph.backward { "RL" } else { "LR" };
    let mut out = format!(
        "digraph rolecall {{\n  rankdir={direction};\n  label={};\n  labelloc=t;\n  node [shape=box, style=rounded];\n",
        quoted(&graph.title.render(lang))
    );
    for (at, node) in graph.nodes.iter().enumerate() {
        let look = match node.kind {
            NodeKind::Plain => "",
            NodeKind::External => ", style=dashed",
            NodeKind::Person => ", shape=ellipse",
            NodeKind::Goal => ", style=bold",
        };
        let lines: Vec<String> = node.lines(lang).iter().map(|line| escaped(line)).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  n{at} [label=\"{}\"{look}];", lines.join("\\n"));
    }
    for edge in &graph.edges {
        let (tail, head) = if graph.backward { (edge.to, edge.from) } else { (edge.from, edge.to) };
        let label = edge.label.as_ref().map(|label| format!("label={}", quoted(label)));
        let style = edge.redundant.then(|| "style=dashed".to_owned());
        let attributes: Vec<String> = label.into_iter().chain(style).collect();
        let attributes = if attributes.is_empty() { String::new() } else { format!(" [{}]", attributes.join(", ")) };
        let _ = writeln!(out, "  n{tail} -> n{head}{attributes};");
    }
    out.push_str("}\n");
    out
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Inside quotes a backslash begins an escape, and `&` an entity.
fn escaped(text: &str) -> String {
    render::escape(text).replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
