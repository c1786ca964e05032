//! A graph as an indented tree, for terminals.

use super::Graph;
use crate::message::{Lang, graph as text};
use crate::render;

/// Beyond this depth lines are no longer indented further.
const DEPTH: usize = 60;

/// A line still to be written.
struct Open {
    node: usize,
    label: Option<String>,
    /// For each level above, whether more follows there.
    rails: Vec<bool>,
    last: bool,
}

/// The lines. What hangs on several branches is drawn out on the first.
pub fn tree(graph: &Graph, lang: Lang) -> Vec<String> {
    let mut after: Vec<Vec<(usize, Option<&String>)>> = vec![Vec::new(); graph.nodes.len()];
    let mut reached = vec![false; graph.nodes.len()];
    for edge in &graph.edges {
        after.get_mut(edge.from).into_iter().for_each(|list| list.push((edge.to, edge.label.as_ref())));
        reached.get_mut(edge.to).into_iter().for_each(|slot| *slot = true);
    }
    let mut drawn = vec![false; graph.nodes.len()];
    let mut lines = Vec::new();
    let tops = (0..graph.nodes.len()).filter(|at| reached.get(*at) == Some(&false));
    // What lies on a circle has no top.
    let all: Vec<usize> = tops.chain(0..graph.nodes.len()).collect();
    for top in all {
        if drawn.get(top) == Some(&true) {
            continue;
        }
        let mut stack = vec![Open { node: top, label: None, rails: Vec::new(), last: true }];
        while let Some(open) = stack.pop() {
            let seen = drawn.get_mut(open.node).is_some_and(|slot| std::mem::replace(slot, true));
            let children = after.get(open.node).map_or(&[] as &[_], Vec::as_slice);
            let again = seen && !children.is_empty();
            lines.push(line(graph, &open, again, lang));
            if again || seen {
                continue;
            }
            for (place, (node, label)) in children.iter().enumerate().rev() {
                let mut rails = open.rails.clone();
                if stack_depth(&open) {
                    rails.push(!open.last);
                }
                let label = label.map(Clone::clone);
                stack.push(Open { node: *node, label, rails, last: place + 1 == children.len() });
            }
        }
    }
    lines
}

/// A top has no branch of its own.
fn stack_depth(open: &Open) -> bool {
    open.rails.len() < DEPTH
}

fn line(graph: &Graph, open: &Open, again: bool, lang: Lang) -> String {
    let Some(node) = graph.nodes.get(open.node) else { return String::new() };
    let mut out = String::new();
    // The first rail belongs to the top, which has none.
    for more in open.rails.iter().skip(1) {
        out.push_str(if *more { "│  " } else { "   " });
    }
    if !open.rails.is_empty() {
        out.push_str(if open.last { "└─ " } else { "├─ " });
    }
    if let Some(label) = &open.label {
        out.push_str(label);
        out.push_str(" → ");
    }
    let mut words = node.lines(lang).join(" ");
    if again {
        words = text::SEE_ABOVE.with([("name", words.into())]).render(lang);
    }
    out.push_str(&words);
    if let Some(people) = node.people.filter(|people| *people > 0 && !again) {
        out.push_str(" · ");
        out.push_str(&text::N_PEOPLE.with([("n", people.into())]).render(lang));
    }
    render::escape(&out).into_owned()
}
