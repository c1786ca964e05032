//! The tables of `docs/table-format.md`, made from the same declarations as the code, and the test that they are
//! there.

use super::layout::{CODES, SECTIONS, records_of};
use std::fmt::Write as _;

/// Rust's links in documentation as plain words.
fn plain(text: &str) -> String {
    let text = text.trim().replace("[`Self::", "`").replace("[`", "`").replace("`]", "`");
    text.replace("super::layout::", "").replace("::", ".").replace('|', "\\|")
}

fn sections(out: &mut String) {
    out.push_str("| # | section | made of | what it holds |\n|---|---|---|---|\n");
    for (number, (name, view, doc)) in SECTIONS.iter().enumerate() {
        let of = match *view {
            "&'a [u8]" => "bytes".to_string(),
            "Packed<'a>" => "numbers".to_string(),
            records => records.replace("Records<'a, ", "").replace('>', ""),
        };
        writeln!(out, "| {number} | `{name}` | {of} | {} |", plain(doc)).expect("a string");
    }
}

fn records(out: &mut String) {
    for (name, doc, size, fields) in records_of() {
        writeln!(out, "\n### {name}: {size} bytes\n\n{}\n", plain(doc)).expect("a string");
        out.push_str("| offset | type | field | meaning |\n|---|---|---|---|\n");
        let mut offset = 0;
        for (field, ty, doc, size) in fields {
            writeln!(out, "| {offset} | {ty} | `{field}` | {} |", plain(doc)).expect("a string");
            offset += size;
        }
    }
}

fn codes(out: &mut String) {
    for (module, doc, codes) in CODES {
        writeln!(out, "\n### {module}\n\n{}\n", plain(doc)).expect("a string");
        out.push_str("| value | name | meaning |\n|---|---|---|\n");
        for (name, value, doc) in *codes {
            writeln!(out, "| {value} | {name} | {} |", plain(doc)).expect("a string");
        }
    }
}

/// Puts `text` between the marks of a part.
fn put(page: &str, part: &str, text: &str) -> String {
    let (start, end) = (format!("<!-- {part} -->\n"), format!("<!-- end of {part} -->"));
    let (before, rest) = page.split_once(&start).unwrap_or_else(|| panic!("no mark {start}"));
    let (_, after) = rest.split_once(&end).unwrap_or_else(|| panic!("no mark {end}"));
    format!("{before}{start}\n{text}\n{end}{after}")
}

/// `BLESS=1 cargo test` writes the page instead.
#[test]
#[allow(clippy::disallowed_methods, reason = "the page is a file")]
fn the_page_tells_every_byte() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/table-format.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let mut new = page.clone();
    for (part, write) in [("sections", sections as fn(&mut String)), ("records", records), ("codes", codes)] {
        let mut text = String::new();
        write(&mut text);
        new = put(&new, part, text.trim());
    }
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(path, &new).expect("the page");
    }
    assert!(page == new || std::env::var_os("BLESS").is_some(), "docs/table-format.md is not up to date");
}
