//! `rolecall explain CODE`: what a code means, why it matters, a bad and a good example.

use super::output::{Exit, Failure, Output};
use crate::diagnostic::{self, Code, did_you_mean};
use crate::message::{Text, cli as text};
use crate::render;
use std::fmt::Write;

/// Document a code, or list all.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Id or name of a code, such as E0201 or unknown-role; all are listed without one
    code: Option<String>,
}

/// Runs the verb.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let Some(wanted) = &args.code else {
        list(out);
        return Ok(Exit::Clean);
    };
    let Some(code) = diagnostic::find(wanted) else {
        let names = codes().flat_map(|code| [code.name, code.id]);
        let help = did_you_mean(wanted, names).map(|near| text::DID_YOU_MEAN.with([("name", near.into())]));
        let help = help.unwrap_or_else(|| text::LIST_CODES.plain());
        return Err(Failure::Message(text::UNKNOWN_CODE.with([("code", wanted.as_str().into())]), Some(help)));
    };
    let document = document(code, out);
    out.data(document.as_bytes());
    Ok(Exit::Clean)
}

fn codes() -> impl Iterator<Item = &'static Code> {
    diagnostic::ALL.iter().flat_map(|family| family.iter()).copied()
}

fn list(out: &mut Output) {
    let mut all: Vec<&Code> = codes().collect();
    all.sort_by_key(|code| code.id);
    let width = all.iter().map(|code| code.name.len()).max().unwrap_or(0);
    for code in all {
        let line = format!("{}  {:width$}  {}", code.id, code.name, code.summary.get(out.lang));
        out.line(&line);
    }
}

fn document(code: &Code, out: &Output) -> String {
    let mut page = format!("{} {}\n\n{}\n\n", code.id, code.name, code.summary.get(out.lang));
    page.push_str(&fill(code.why.get(out.lang), 100));
    let mut example = |heading: &'static Text, policy: &str| {
        if !policy.trim().is_empty() {
            // Writing to a string cannot fail.
            let _ = writeln!(page, "\n{}\n", heading.get(out.lang));
            for line in policy.trim_matches('\n').lines() {
                let _ = writeln!(page, "{}", format!("    {}", render::escape(line)).trim_end());
            }
        }
    };
    example(&text::BAD_EXAMPLE, code.bad);
    example(&text::GOOD_EXAMPLE, code.good);
    page
}

/// Breaks a paragraph into lines of at most `width` columns: between words, and between Chinese characters but not before
/// closing punctuation.
pub(super) fn fill(paragraph: &str, width: usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in words(paragraph) {
        let blank = word.starts_with(' ');
        let size = columns(word.trim_end());
        if column > 0 && column + size > width {
            out.push('\n');
            column = 0;
        }
        let word = if column == 0 && blank { word.trim_start() } else { word };
        out.push_str(word);
        column = if word.ends_with('\n') { 0 } else { column + columns(word) };
    }
    out.trim_end().to_owned() + "\n"
}

/// Pieces between which a line may break; a blank belongs to the word after it.
fn words(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        let wide = |c: char| u32::from(c) >= 0x2e80;
        let stays = "，。、；：）」』”！？".contains(c) || "（「『“".contains(last);
        let breaks = c == ' ' || last == '\n' || (wide(c) || wide(last)) && !stays && last != ' ';
        if at > start && breaks {
            pieces.extend(text.get(start..at));
            start = at;
        }
        last = c;
    }
    pieces.extend(text.get(start..));
    pieces
}

fn columns(text: &str) -> usize {
    unicode_width::UnicodeWidthStr::width(text)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn paragraphs_are_filled() {
        assert_eq!(fill("one two three", 8), "one two\nthree\n");
        assert_eq!(fill("策略必须作为整体来理解。", 8), "策略必须\n作为整体\n来理解。\n");
    }
}
