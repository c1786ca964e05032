//! Diagnostics as plain lines.

use rolecall::diagnostic::Diagnostic;
use rolecall::message::Lang;
use rolecall::source::{SourceSet, Span};

/// Every diagnostic as `line:column code message` with its labels, help and fix below.
pub fn diagnostics(sources: &SourceSet, found: &[Diagnostic]) -> String {
    let mut text = String::new();
    for one in found {
        let place = place(sources, one.primary.span);
        text.push_str(&format!("{place} {} {}\n", one.code.id, one.message.render(Lang::En)));
        text.push_str(&format!("      {}\n", label(sources, one.primary.span, &one.primary.message.render(Lang::En))));
        for other in &one.secondary {
            let message = other.message.render(Lang::En);
            text.push_str(&format!("      {}\n", label(sources, other.span, &message)));
        }
        for help in &one.help {
            text.push_str(&format!("      help: {}\n", help.render(Lang::En)));
        }
        if let Some(fix) = &one.fix {
            text.push_str(&format!("      fix: {}\n", fix.message.render(Lang::En)));
            for edit in &fix.edits {
                let old = sources.text(edit.span);
                text.push_str(&format!("           {} {old:?} -> {:?}\n", self::place(sources, edit.span), edit.text));
            }
        }
    }
    text
}

fn label(sources: &SourceSet, span: Span, message: &str) -> String {
    let text: String = sources.text(span).chars().take(60).collect();
    format!("{} {text:?} {message}", place(sources, span))
}

fn place(sources: &SourceSet, span: Span) -> String {
    let place = sources.position(span);
    format!("{}:{}", place.line, place.column)
}
