//! Tables of answers, for people: columns that fit the terminal, Chinese characters two columns wide.

use crate::render::escape;
use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width};
use std::io::IsTerminal;

/// A table with a heading. Every cell is escaped; lines within a cell are divided by line feeds.
pub(super) fn grid(heading: &[String], rows: &[Vec<String>]) -> String {
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─')));
    // What is piped elsewhere is not broken into lines.
    if let Some(width) = width() {
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width);
    }
    table.set_header(heading.iter().map(|cell| safe(cell)));
    for row in rows {
        table.add_row(row.iter().map(|cell| safe(cell)));
    }
    // No column is squeezed to nothing beside a long one.
    table.set_constraints(heading.iter().map(|_| ColumnConstraint::LowerBoundary(Width::Fixed(8))));
    let drawn = table.to_string();
    let lines: Vec<&str> = drawn.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn safe(cell: &str) -> String {
    cell.split('\n').map(|line| escape(line).into_owned()).collect::<Vec<_>>().join("\n")
}

fn width() -> Option<u16> {
    let terminal = std::io::stdout().is_terminal();
    terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| width.0.max(40))
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn chinese_cells_line_up() {
        let heading = ["谁".to_owned(), "role".to_owned()];
        let rows =
            [vec!["李娜 li.na".to_owned(), "销售代表".to_owned()], vec!["王\u{1b}芳".to_owned(), "x".to_owned()]];
        let drawn = grid(&heading, &rows);
        let column = |word: &str| {
            let line = drawn.lines().find(|line| line.contains(word)).unwrap_or("");
            line.find(word).and_then(|at| line.get(..at)).map(unicode_width::UnicodeWidthStr::width)
        };
        assert_eq!(column("role"), column("销售代表"), "{drawn}");
        assert!(drawn.contains("王\\u{1b}芳"), "{drawn}");
    }
}
