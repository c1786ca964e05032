//! A graph in the language of Mermaid, which GitHub and GitLab draw in comments.

use super::{Graph, NodeKind};
use crate::message::Lang;
use crate::render;
use std::fmt::Write;

/// The document.
pub fn mermaid(graph: &Graph, lang: Lang) -> String {
    let direction = if graph.backward { "RL" } else { "LR" };
    let mut out = format!("flowchart {direction}\n");
    for (at, node) in graph.nodes.iter().enumerate() {
        let lines: Vec<String> = node.lines(lang).iter().map(|line| escaped(line)).collect();
        let label = lines.join("<br/>");
        let (open, close) = match node.kind {
            NodeKind::Plain => ("[", "]"),
            NodeKind::External => ("[/", "/]"),
            NodeKind::Person => ("([", "])"),
            NodeKind::Goal => ("[[", "]]"),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "  n{at}{open}\"{label}\"{close}");
    }
    for edge in &graph.edges {
        let (tail, head) = if graph.backward { (edge.to, edge.from) } else { (edge.from, edge.to) };
        let arrow = if edge.redundant { "-.->" } else { "-->" };
        let label = edge.label.as_ref().map(|label| format!("|\"{}\"|", escaped(label))).unwrap_or_default();
        let _ = writeln!(out, "  n{tail} {arrow}{label} n{head}");
    }
    out
}

/// Signs that the language, or the Markdown that it reads in labels, could take for its own, as their numbers.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for sign in render::escape(text).chars() {
        if sign.is_alphanumeric() || sign == ' ' || (!sign.is_ascii() && !sign.is_control()) {
            out.push(sign);
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "#{};", u32::from(sign));
        }
    }
    out
}
