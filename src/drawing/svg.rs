//! A drawing as SVG: one document without scripts, fonts or other files.

use super::{Anchor, Drawing, Shape, shown};
use crate::render::xml;
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::fmt::Write;
use std::io;

/// Light, and dark where the reader prefers that.
const STYLE: &str = "
text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace; fill: #1f2328 }
text.strong { font-weight: 600 } text.faint { fill: #59636e } text.good { fill: #116329; font-weight: 600 } text.bad { fill: #a40e26 } text.mixed { fill: #7d4e00 }
rect { stroke: #818b98; fill: #f6f8fa; rx: 3px } rect.paper { stroke: none; fill: #ffffff; rx: 0 } rect.faint { stroke: #d1d9e0; fill: #ffffff }
rect.strong { fill: #ddf4ff; stroke: #0969da } rect.other { fill: #fff8c5; stroke: #9a6700 } rect.good { fill: #dafbe1; stroke: #1a7f37 }
rect.bad { fill: #ffebe9; stroke: #cf222e } rect.mixed { fill: #fff1e5; stroke: #bc4c00 }
path, line { fill: none; stroke: #818b98; stroke-width: 1.3 } line.faint, path.faint { stroke: #d1d9e0 } line.strong, path.strong { stroke: #0969da }
path.bad, line.bad { stroke: #cf222e } path.other, line.other { stroke: #9a6700; stroke-dasharray: 5 4 } #arrow path { fill: #818b98; stroke: none }
circle { stroke: #ffffff; stroke-width: 1.5; fill: #818b98 } circle.good { fill: #1a7f37 } circle.bad { fill: #cf222e } circle.mixed { fill: #bc4c00 } circle.strong { fill: #0969da }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 } text.faint { fill: #9198a1 } text.good { fill: #7ee787 } text.bad { fill: #ffa198 } text.mixed { fill: #ffc680 }
rect { stroke: #656c76; fill: #151b23 } rect.paper { fill: #0d1117 } rect.faint { stroke: #3d444d; fill: #0d1117 }
rect.strong { fill: #0c2d6b; stroke: #4493f8 } rect.other { fill: #3b2300; stroke: #d29922 } rect.good { fill: #04260f; stroke: #3fb950 }
rect.bad { fill: #3c0614; stroke: #f85149 } rect.mixed { fill: #3d1300; stroke: #db6d28 }
path, line { stroke: #656c76 } line.faint, path.faint { stroke: #3d444d } line.strong, path.strong { stroke: #4493f8 }
path.bad, line.bad { stroke: #f85149 } path.other, line.other { stroke: #d29922 } #arrow path { fill: #656c76 }
circle { stroke: #0d1117; fill: #656c76 } circle.good { fill: #3fb950 } circle.bad { fill: #f85149 } circle.mixed { fill: #db6d28 } circle.strong { fill: #4493f8 } }
";

/// The radius of a dot.
const RADIUS: &str = "6";

/// The document.
pub fn svg(drawing: &Drawing) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    // Writing to memory cannot fail.
    let _ = document(&mut writer, drawing);
    let mut text = String::from_utf8(writer.into_inner()).unwrap_or_default();
    text.push('\n');
    text
}

fn document(writer: &mut Writer<Vec<u8>>, drawing: &Drawing) -> io::Result<()> {
    let (width, height) = (drawing.width.to_string(), drawing.height.to_string());
    let view = format!("0 0 {width} {height}");
    let root = writer.create_element("svg").with_attributes([
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", view.as_str()),
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("role", "img"),
        ("lang", drawing.language),
    ]);
    root.write_inner_content(|writer| {
        writer.create_element("title").write_text_content(BytesText::new(&shown(&drawing.title)))?;
        writer.create_element("style").write_text_content(BytesText::new(STYLE))?;
        writer.create_element("defs").write_inner_content(|writer| {
            let marker = [
                ("id", "arrow"),
                ("viewBox", "0 0 10 10"),
                ("refX", "10"),
                ("refY", "5"),
                ("markerWidth", "8"),
                ("markerHeight", "8"),
                ("orient", "auto"),
            ];
            writer.create_element("marker").with_attributes(marker).write_inner_content(|writer| {
                writer.create_element("path").with_attribute(("d", "M 0 0 L 10 5 L 0 10 z")).write_empty()?;
                Ok(())
            })?;
            Ok(())
        })?;
        let paper = [("class", "paper"), ("width", width.as_str()), ("height", height.as_str())];
        writer.create_element("rect").with_attributes(paper).write_empty()?;
        drawing.shapes.iter().try_for_each(|shape| write(writer, shape))
    })?;
    Ok(())
}

fn write(writer: &mut Writer<Vec<u8>>, shape: &Shape) -> io::Result<()> {
    let place = |name: &'static str, at: i32| (name, at.to_string());
    match shape {
        Shape::Box { area, look, hint } => {
            let numbers =
                [place("x", area.x), place("y", area.y), place("width", area.width), place("height", area.height)];
            element(writer, "rect", look.class(), &numbers, hint.as_deref())
        }
        Shape::Dot { at, look, hint } => {
            let numbers = [place("cx", at.0), place("cy", at.1), ("r", RADIUS.to_owned())];
            element(writer, "circle", look.class(), &numbers, hint.as_deref())
        }
        Shape::Line { from, to, look } => {
            let numbers = [place("x1", from.0), place("y1", from.1), place("x2", to.0), place("y2", to.1)];
            element(writer, "line", look.class(), &numbers, None)
        }
        Shape::Text { at, anchor, look, text } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            // The middle of a line of text lies a third of its size above the line on which it stands.
            let (x, y) = (at.0.to_string(), at.1.saturating_add(4).to_string());
            let attributes = [("class", look.class()), ("x", x.as_str()), ("y", y.as_str()), ("text-anchor", anchor)];
            let element = writer.create_element("text").with_attributes(attributes);
            element.write_text_content(BytesText::new(&shown(text)))?;
            Ok(())
        }
        Shape::Way { points, look, arrow } => {
            let mut way = vec![("d", way(points))];
            way.extend(arrow.then(|| ("marker-end", "url(#arrow)".to_owned())));
            element(writer, "path", look.class(), &way, None)
        }
    }
}

fn element(
    writer: &mut Writer<Vec<u8>>,
    name: &str,
    class: &str,
    attributes: &[(&str, String)],
    hint: Option<&str>,
) -> io::Result<()> {
    let element = writer.create_element(name).with_attribute(("class", class));
    let element = element.with_attributes(attributes.iter().map(|(name, value)| (*name, value.as_str())));
    match hint {
        None => element.write_empty()?,
        Some(hint) => element.write_inner_content(|writer| {
            writer.create_element("title").write_text_content(BytesText::new(&xml(hint)))?;
            Ok(())
        })?,
    };
    Ok(())
}

/// Straight where two points have the same height, else with level ends.
fn way(points: &[(i32, i32)]) -> String {
    let mut written = String::new();
    for (at, (x, y)) in points.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| points.get(before));
        // Writing to a string cannot fail.
        let _ = match before {
            None => write!(written, "M {x} {y}"),
            Some((_, height)) if height == y => write!(written, " L {x} {y}"),
            Some((left, height)) => {
                let middle = left.midpoint(*x);
                write!(written, " C {middle} {height} {middle} {y} {x} {y}")
            }
        };
    }
    written
}
