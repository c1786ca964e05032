//! Drawings of graphs: nothing lies on anything else, every text fits, and no name breaks a form.

use crate::cli::{accepts, missing};
use crate::generate::Dice;
use crate::semantics;
use rolecall::compile::{Options, compile};
use rolecall::drawing::{Anchor, Area, Drawing, LINE, Shape, svg, width};
use rolecall::graph::{
    Edge, Graph, Label, Matrix, Node, NodeKind, Size, dot, escalation, layout, matrix_picture, mermaid, picture, roles,
    tree, units,
};
use rolecall::message::{Lang, graph as text};
use std::io::Write;
use std::process::{Command, Stdio};

const LANGS: [Lang; 2] = [Lang::En, Lang::Zh];

/// Names that some form could take for its own.
const HOSTILE: [&str; 12] = [
    "a \"quoted\" name",
    "<b>bold</b> & <script>alert(1)</script>",
    "n1 --> n2",
    "`code` and ```fence```",
    "two\nlines\r\nand\ttabs",
    "right\u{202e}to\u{2066}left\u{200f}",
    "back\\slash \\N \\\" \\",
    "%%{init: {\"theme\": \"dark\"}}%%",
    "]]> --> */ // #quot; &amp; ;",
    "1. list - [link](https://example.org)",
    "销售代表“华东”<组>",
    "\u{0}\u{1b}[31m\u{fffe}",
];

fn graph(names: &[String], edges: Vec<Edge>) -> Graph {
    let title = text::TITLE_ROLES.with([("policy", "p".into())]);
    let kinds = [NodeKind::Plain, NodeKind::External, NodeKind::Person, NodeKind::Goal];
    let node = |(at, name): (usize, &String)| Node {
        title: (at % 3 == 0).then(|| format!("{name} 标签")),
        people: Some(at),
        ..Node::named(name.clone(), kinds[at % 4])
    };
    Graph { title, nodes: names.iter().enumerate().map(node).collect(), edges, backward: true, complete: true }
}

fn hostile() -> Graph {
    let names: Vec<String> = HOSTILE.iter().map(|name| (*name).to_owned()).collect();
    let edge =
        |at: usize| Edge { from: at - 1, to: at, label: Some(names[at].clone()), redundant: at.is_multiple_of(2) };
    graph(&names, (1..names.len()).map(edge).collect())
}

/// A hierarchy by chance; now and then with circles, labels and boxes without edges.
fn random(seed: u64) -> Graph {
    let mut dice = Dice::new(seed);
    let count = dice.between(1, 60) as usize;
    let words = [
        "Rep",
        "Manager",
        "销售代表",
        "RegionalDesk(overseas, 3.5)",
        "a very long name of a role, longer than fits",
        "x",
    ];
    let names: Vec<String> = (0..count).map(|at| format!("{}{at}", dice.pick(&words))).collect();
    let labelled = dice.chance(25);
    let circles = dice.chance(10);
    let mut edges = Vec::new();
    for to in 1..count {
        for _ in 0..dice.between(0, 3) {
            let from = dice.index(to);
            let (from, to) = if circles && dice.chance(20) { (to, from) } else { (from, to) };
            let label = (labelled && dice.chance(60)).then(|| "update Account; 转移 Customer".to_owned());
            edges.push(Edge { from, to, label, redundant: dice.chance(10) });
        }
    }
    graph(&names, edges)
}

/// What a text covers.
fn area((x, y): (i32, i32), anchor: Anchor, text: &str) -> Area {
    let wide = width(text);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - wide / 2,
        Anchor::End => x - wide,
    };
    Area { x: left, y: y - LINE / 2 + 1, width: wide, height: LINE - 2 }
}

fn inside(small: Area, large: Area) -> bool {
    large.x <= small.x && small.right() <= large.right() && large.y <= small.y && small.bottom() <= large.bottom()
}

/// Points on a way, as it is drawn: straight where level, else with level ends.
fn points(way: &[(i32, i32)]) -> Vec<(f64, f64)> {
    let mut all = Vec::new();
    for pair in way.windows(2) {
        let [(x1, y1), (x2, y2)] = [pair[0], pair[1]].map(|(x, y)| (f64::from(x), f64::from(y)));
        for step in 0..=40 {
            let t = f64::from(step) / 40.0;
            let s = 1.0 - t;
            let middle = f64::midpoint(x1, x2);
            let x = s * s * s * x1 + 3.0 * s * s * t * middle + 3.0 * s * t * t * middle + t * t * t * x2;
            let y = s * s * s * y1 + 3.0 * s * s * t * y1 + 3.0 * s * t * t * y2 + t * t * t * y2;
            all.push((x, y));
        }
    }
    all
}

fn holds(area: Area, (x, y): (f64, f64)) -> bool {
    let [left, right, top, bottom] = [area.x, area.right(), area.y, area.bottom()].map(f64::from);
    let hair = 0.01;
    left + hair < x && x < right - hair && top + hair < y && y < bottom - hair
}

/// Nothing lies on anything else, and all of it on the paper.
fn check(drawing: &Drawing, what: &str) {
    let paper = Area { x: 0, y: 0, width: drawing.width, height: drawing.height };
    let mut texts: Vec<Area> = Vec::new();
    for shape in &drawing.shapes {
        match shape {
            Shape::Text { at, anchor, text, .. } => {
                let area = area(*at, *anchor, text);
                assert!(inside(area, paper), "{what}: {text} leaves the paper");
                if let Some(other) = texts.iter().find(|other| other.meets(area)) {
                    panic!("{what}: {text} {area:?} lies on {other:?}");
                }
                texts.push(area);
            }
            Shape::Box { area, .. } => assert!(inside(*area, paper), "{what}: {area:?} leaves the paper"),
            Shape::Line { from, to, .. } => {
                for (x, y) in [from, to] {
                    assert!(*x >= 0 && *y >= 0 && *x <= drawing.width && *y <= drawing.height, "{what}");
                }
            }
            Shape::Dot { .. } | Shape::Way { .. } => {}
        }
    }
    for shape in &drawing.shapes {
        // A text is in a box or beside it.
        let Shape::Box { area, .. } = shape else { continue };
        for text in texts.iter().filter(|text| text.meets(*area)) {
            assert!(inside(*text, *area), "{what}: {text:?} crosses the edge of {area:?}");
        }
    }
}

/// Boxes apart from each other, and ways apart from boxes.
fn check_graph(drawing: &Drawing, what: &str) {
    check(drawing, what);
    let boxes: Vec<Area> = drawing
        .shapes
        .iter()
        .filter_map(|s| if let Shape::Box { area, .. } = s { Some(*area) } else { None })
        .collect();
    for (at, area) in boxes.iter().enumerate() {
        for other in &boxes[..at] {
            assert!(!area.meets(*other), "{what}: {area:?} lies on {other:?}");
        }
    }
}

#[test]
fn random_hierarchies_are_laid_out_without_overlap() {
    let mut edges = 0;
    for seed in 0..150 {
        let graph = random(seed);
        let what = format!("seed {seed}");
        for lang in LANGS {
            check_graph(&picture(&graph, lang), &what);
        }
        let sizes: Vec<Size> = graph
            .nodes
            .iter()
            .map(|node| Size { width: 40 + 8 * node.people.unwrap_or(0) as i32 % 160, height: 46 })
            .collect();
        let ends: Vec<_> = graph.edges.iter().map(|edge| (edge.from, edge.to, None)).collect();
        let laid = layout(&sizes, &ends);
        for (edge, way) in graph.edges.iter().zip(&laid.ways) {
            assert!(way.len() >= 2, "{what}: {edge:?} has no way");
            edges += 1;
            let (first, last) = (way[0], way[way.len() - 1]);
            let touches = |at: usize, (x, y): (i32, i32)| {
                let area = laid.boxes[at];
                (x == area.x || x == area.right()) && area.y <= y && y <= area.bottom()
            };
            assert!(touches(edge.from, first) && touches(edge.to, last), "{what}: {edge:?} misses its boxes");
            for point in points(way) {
                let hit = laid.boxes.iter().position(|area| holds(*area, point));
                assert!(hit.is_none(), "{what}: {edge:?} crosses box {hit:?} at {point:?}\n{way:?}");
            }
        }
    }
    assert!(edges > 3000, "{edges}");
}

#[test]
fn a_hierarchy_keeps_its_direction() {
    for seed in (0..40).filter(|seed| Dice::new(*seed).chance(100)) {
        let mut graph = random(seed);
        graph.edges.retain(|edge| edge.from < edge.to);
        let sizes = vec![Size { width: 80, height: 30 }; graph.nodes.len()];
        let ends: Vec<_> = graph.edges.iter().map(|edge| (edge.from, edge.to, None)).collect();
        let laid = layout(&sizes, &ends);
        for edge in &graph.edges {
            assert!(laid.boxes[edge.from].right() < laid.boxes[edge.to].x, "seed {seed}: {edge:?}");
        }
    }
}

#[test]
fn acme_is_drawn_without_overlap() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("policies/acme-crm");
    let sources = semantics::sources(&folder);
    let compilation = compile(&sources, Options { prove: false, lint: false, ..Options::default() });
    let (model, analysis) = (&compilation.model, &compilation.analysis);
    let matrix = Matrix::new(model, analysis);
    assert!(matrix.complete);
    for lang in LANGS {
        for graph in [roles(model, analysis), units(model), escalation(model, analysis)] {
            assert!(graph.complete);
            check_graph(&picture(&graph, lang), &graph.title.render(lang));
        }
        check(&matrix_picture(&matrix, lang), "matrix");
    }
    let ground =
        rolecall::timeline::Ground { sources: &sources, asts: &compilation.asts, model, analysis, waivers: &[] };
    // 2026-11-24 in Shanghai, and a year.
    let range = (1_795_449_600_000, 1_795_449_600_000 + 365 * 86_400_000);
    let timeline = rolecall::timeline::timeline(&ground, range, &rolecall::timeline::Filter::default());
    for lang in LANGS {
        check(&rolecall::timeline::picture(&timeline, &ground, lang), "timeline");
    }
}

#[test]
fn no_name_breaks_a_form() {
    let graph = hostile();
    for lang in LANGS {
        let drawing = picture(&graph, lang);
        check_graph(&drawing, "hostile names");
        let svg = svg(&drawing);
        let mut reader = quick_xml::Reader::from_str(&svg);
        let mut elements = 0;
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{error}: {svg}")) {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(_) | quick_xml::events::Event::Empty(_) => elements += 1,
                _ => {}
            }
        }
        assert!(elements > 50, "{elements}");
        for form in [&svg, &dot(&graph, lang), &mermaid(&graph, lang), &tree(&graph, lang).join("\n")] {
            let hidden =
                |c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{200f}';
            assert!(!form.contains(hidden), "{form}");
        }
        assert!(!svg.contains("<script"), "{svg}");
        assert_eq!(tree(&graph, lang).len(), graph.nodes.len());
        mermaid_is_sound(&mermaid(&graph, lang), &graph);
    }
}

/// Every line is one box or one arrow, and its label holds nothing that the language reads.
fn mermaid_is_sound(written: &str, graph: &Graph) {
    let mut lines = written.lines();
    assert_eq!(lines.next(), Some("flowchart RL"));
    let lines: Vec<&str> = lines.collect();
    assert_eq!(lines.len(), graph.nodes.len() + graph.edges.len());
    for line in lines {
        let quotes: Vec<&str> = line.split('"').collect();
        assert!(quotes.len() == 3, "{line}");
        let label = quotes[1].replace("<br/>", "");
        let plain = |c: char| c.is_alphanumeric() || !c.is_ascii() || matches!(c, ' ' | '#' | ';');
        assert!(label.chars().all(plain), "{line}");
    }
}

/// `dot` reads it, and draws every box and arrow.
#[test]
fn graphviz_draws_what_is_written() {
    if Command::new("dot").arg("-V").output().is_err() {
        return missing("dot");
    }
    for graph in [hostile(), random(3), random(7)] {
        for lang in LANGS {
            let mut dot_program = Command::new("dot");
            dot_program.args(["-Tplain"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = dot_program.spawn().unwrap();
            child.stdin.take().unwrap().write_all(dot(&graph, lang).as_bytes()).unwrap();
            let output = child.wait_with_output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success() && !said.contains("syntax"), "{said}");
            let plain = String::from_utf8(output.stdout).unwrap();
            let count = |kind: &str| plain.lines().filter(|line| line.starts_with(kind)).count();
            assert_eq!((count("node "), count("edge ")), (graph.nodes.len(), graph.edges.len()), "{plain}");
        }
    }
}

#[test]
fn xmllint_reads_what_is_drawn() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        return missing("xmllint");
    }
    let scratch = tempfile::tempdir().unwrap();
    for (name, graph) in [("hostile", hostile()), ("random", random(5))] {
        let path = scratch.path().join(format!("{name}.svg"));
        std::fs::write(&path, svg(&picture(&graph, Lang::Zh))).unwrap();
        let mut command = Command::new("xmllint");
        command.arg("--noout").arg(&path);
        accepts(command);
    }
}

#[test]
fn words_of_the_catalogue_stand_in_boxes() {
    let mut graph = random(1);
    graph.nodes[0].name = Label::Words(text::EVERY_RIGHT.plain());
    assert!(dot(&graph, Lang::Zh).contains("全部权限") && dot(&graph, Lang::En).contains("every right"));
}
