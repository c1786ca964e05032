//! Graphs and matrices as drawings.

use super::layout::{MARGIN, Size, layout};
use super::matrix::{Matrix, Strength};
use super::{Graph, Node, NodeKind};
use crate::drawing::{Anchor, Area, COLUMN, Drawing, LINE, Look, Shape, columns, fitted, shown, width};
use crate::message::{Lang, graph as text};

/// Columns of text in a box at most.
const MOST: i32 = 36;
/// Between a box and its text.
const PAD: i32 = 10;
/// The heading.
const HEAD: i32 = 44;

/// The language as SVG and HTML call it.
pub(crate) const fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Zh => "zh",
    }
}

/// A graph, laid out.
pub fn picture(graph: &Graph, lang: Lang) -> Drawing {
    let lines: Vec<Vec<String>> = graph.nodes.iter().map(|node| lines(node, lang)).collect();
    let sizes: Vec<Size> = lines.iter().map(|lines| size(lines)).collect();
    let labels: Vec<Option<String>> =
        graph.edges.iter().map(|edge| edge.label.as_ref().map(|label| fitted(label, MOST))).collect();
    let label_size = |label: &String| Size { width: width(label) + PAD, height: LINE };
    let edges = graph.edges.iter().zip(&labels);
    let edges: Vec<_> = edges.map(|(edge, label)| (edge.from, edge.to, label.as_ref().map(label_size))).collect();
    let laid = layout(&sizes, &edges);
    let title = graph.title.render(lang);
    let down = |area: Area| Area { y: area.y + HEAD, ..area };
    let mut shapes = vec![heading(&title)];
    for (edge, way) in graph.edges.iter().zip(&laid.ways) {
        let mut points: Vec<(i32, i32)> = way.iter().map(|(x, y)| (*x, y + HEAD)).collect();
        if graph.backward {
            points.reverse();
        }
        let look = if edge.redundant { Look::Other } else { Look::Plain };
        shapes.push(Shape::Way { points, look, arrow: true });
    }
    for (label, area) in labels.iter().zip(&laid.labels) {
        if let (Some(label), Some(area)) = (label, area.map(down)) {
            shapes.push(Shape::Box { area, look: Look::Faint, hint: None });
            let at = (area.x + PAD / 2, area.middle());
            shapes.push(Shape::Text { at, anchor: Anchor::Start, look: Look::Faint, text: label.clone() });
        }
    }
    for ((node, lines), area) in graph.nodes.iter().zip(&lines).zip(laid.boxes.iter().map(|area| down(*area))) {
        draw(node, lines, area, lang, &mut shapes);
    }
    let width = laid.width.max(width(&title) + 2 * MARGIN);
    Drawing { width, height: laid.height + HEAD, title, language: language(lang), shapes }
}

fn heading(title: &str) -> Shape {
    Shape::Text { at: (MARGIN, HEAD / 2 + 6), anchor: Anchor::Start, look: Look::Strong, text: title.to_owned() }
}

fn lines(node: &Node, lang: Lang) -> Vec<String> {
    node.lines(lang).iter().map(|line| fitted(line, MOST)).collect()
}

fn size(lines: &[String]) -> Size {
    let widest = lines.iter().map(|line| width(line)).max().unwrap_or(0);
    let count = i32::try_from(lines.len()).unwrap_or(1);
    Size { width: widest + 2 * PAD, height: count * LINE + PAD }
}

fn draw(node: &Node, lines: &[String], area: Area, lang: Lang, shapes: &mut Vec<Shape>) {
    let look = match node.kind {
        NodeKind::Plain => Look::Plain,
        NodeKind::External => Look::Other,
        NodeKind::Person => Look::Strong,
        NodeKind::Goal => Look::Bad,
    };
    let people = node.people.map(|n| text::N_PEOPLE.with([("n", n.into())]).render(lang));
    let hint: Vec<String> = node.lines(lang).iter().chain(&people).map(|line| shown(line)).collect();
    shapes.push(Shape::Box { area, look, hint: Some(hint.join("\n")) });
    let mut y = area.y + PAD / 2 + LINE / 2;
    for (place, line) in lines.iter().enumerate() {
        let look = if place == 0 { Look::Strong } else { Look::Faint };
        shapes.push(Shape::Text { at: (area.x + PAD, y), anchor: Anchor::Start, look, text: line.clone() });
        y += LINE;
    }
}

/// The cells of a matrix, a row for each role.
pub fn matrix_picture(matrix: &Matrix, lang: Lang) -> Drawing {
    let title = matrix.title.render(lang);
    let mut shapes = vec![heading(&title)];
    let label = |role: &super::matrix::Row| fitted(&role.words(), MOST);
    let first = matrix.rows.iter().map(|row| width(&label(row))).max().unwrap_or(0) + 2 * PAD;
    let wide = |at: usize| {
        let cells = matrix.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.columns());
        let heading = matrix.objects.get(at).map_or(0, |object| columns(&fitted(object, MOST)));
        cells.max().unwrap_or(0).max(heading) * COLUMN + 2 * PAD
    };
    let widths: Vec<i32> = (0..matrix.objects.len()).map(wide).collect();
    let right = MARGIN + first + widths.iter().sum::<i32>();
    let mut y = HEAD + LINE / 2;
    let mut x = MARGIN + first;
    for (object, wide) in matrix.objects.iter().zip(&widths) {
        let at = (x + PAD, y);
        shapes.push(Shape::Text { at, anchor: Anchor::Start, look: Look::Strong, text: fitted(object, MOST) });
        x += wide;
    }
    y += LINE;
    for row in &matrix.rows {
        let top = y - LINE / 2 - 2;
        shapes.push(Shape::Line { from: (MARGIN, top), to: (right, top), look: Look::Faint });
        let hint = Area { x: MARGIN, y: top, width: first - PAD, height: LINE + 2 };
        shapes.push(Shape::Text {
            at: (hint.x + PAD / 2, y),
            anchor: Anchor::Start,
            look: Look::Plain,
            text: label(row),
        });
        let mut x = MARGIN + first;
        for (cell, wide) in row.cells.iter().zip(&widths) {
            let mut at = x + PAD;
            for (sign, strength) in &cell.rights {
                let look = if *strength == Strength::All { Look::Good } else { Look::Faint };
                let sign = matrix.signs.get(*sign).map_or("", |(sign, _)| sign.as_str());
                let text = sign.to_owned();
                shapes.push(Shape::Text { at: (at, y), anchor: Anchor::Start, look, text });
                at += width(sign) + COLUMN;
            }
            x += wide;
        }
        y += LINE + 4;
    }
    let legend = legend(matrix, lang, right, &mut y, &mut shapes);
    let width = right.max(width(&title) + MARGIN).max(legend) + MARGIN;
    Drawing { width, height: y + MARGIN, title, language: language(lang), shapes }
}

/// What the signs mean, in as many columns as fit; gives back how far to the right it reaches.
fn legend(matrix: &Matrix, lang: Lang, right: i32, y: &mut i32, shapes: &mut Vec<Shape>) -> i32 {
    *y += LINE / 2;
    let words: Vec<String> = matrix.signs.iter().map(|(sign, action)| format!("{sign} {action}")).collect();
    let wide = words.iter().map(|words| width(words)).max().unwrap_or(0) + 3 * COLUMN;
    let across = ((right - MARGIN) / wide.max(1)).max(1);
    let mut reach = 0;
    for (place, words) in words.iter().enumerate() {
        let place = i32::try_from(place).unwrap_or(0);
        let at = (MARGIN + PAD / 2 + place % across * wide, *y + place / across * LINE);
        reach = reach.max(at.0 + width(words));
        shapes.push(Shape::Text { at, anchor: Anchor::Start, look: Look::Plain, text: words.clone() });
    }
    let rows = (i32::try_from(words.len()).unwrap_or(0) + across - 1) / across;
    *y += rows * LINE + LINE / 2;
    for (entry, look) in [(&text::LEGEND_ALL, Look::Good), (&text::LEGEND_SOME, Look::Faint)] {
        let text = entry.plain().render(lang);
        reach = reach.max(MARGIN + PAD + width(&text));
        shapes.push(Shape::Text { at: (MARGIN + PAD / 2, *y), anchor: Anchor::Start, look, text });
        *y += LINE;
    }
    reach
}
