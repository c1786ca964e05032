//! Errors about names.

use super::form::replace;
use super::{cut, mistake, shown, token, token_before};
use crate::diagnostic::{Diagnostic, Edit, Fix, codes::syntax as codes};
use crate::message::syntax as text;
use crate::source::Span;
use crate::syntax::ast::Name;
use crate::syntax::build::Builder;
use crate::syntax::grammar::Rule;
use crate::syntax::names::Complaint;
use crate::syntax::{sentence, words};

impl Builder<'_> {
    /// Reports what is wrong with `name`, which starts at `start` in the layout.
    pub(in crate::syntax) fn complain(&mut self, complaint: Complaint, start: u32, name: Name, rule: Rule) {
        let written = self.text_at(name.span).to_owned();
        let span = name.span;
        let error = match complaint {
            Complaint::Empty => {
                Diagnostic::error(&codes::EMPTY_NAME, text::EMPTY_NAME.plain(), span, text::HERE.plain())
                    .help(text::EMPTY_NAME_HELP.plain())
            }
            Complaint::Never => never(&written, span, rule),
            Complaint::Reserved => self.reserved(&written, start, span, rule),
            Complaint::Ending(last) => ending(&written, last, span),
            Complaint::Date => {
                let message = text::DATE_AS_NAME.with([("date", cut(&written).into())]);
                Diagnostic::error(&codes::BARE_NAME, message, span, text::HERE.plain())
                    .help(text::DATE_AS_NAME_HELP.with([("name", words::quoted(&written).into())]))
            }
            Complaint::Word => mistake::quote_it(&written, span, true),
            Complaint::Changes(plain) => {
                let message = text::NAME_CHANGES.with([("name", cut(&written).into()), ("plain", cut(&plain).into())]);
                let error = Diagnostic::error(&codes::NAME_CHANGES, message, span, text::LOOKS_ALIKE.plain())
                    .help(text::WRITE.with([("text", cut(&plain).into())]));
                let right = if name.quoted { words::quoted(&plain) } else { plain };
                if words::is_bare_name(&right) || name.quoted { error.fix(replace(span, right)) } else { error }
            }
            Complaint::Mixed => {
                let message = text::MIXED_SCRIPTS.with([("name", cut(&written).into())]);
                Diagnostic::error(&codes::MIXED_SCRIPTS, message, span, text::LOOKS_ALIKE.plain())
                    .help(text::MIXED_SCRIPTS_HELP.plain())
            }
        };
        self.report(error);
    }

    /// A reserved word where a name stands: often the name was forgotten.
    fn reserved(&mut self, word: &str, start: u32, span: Span, rule: Rule) -> Diagnostic {
        let layout = self.layout;
        let before = token_before(&layout.text, start as usize);
        let starts_line = start > 0 && layout.text.as_bytes().get(start as usize - 1) == Some(&b'\n');
        if rule == Rule::action && word == "not" && before == "can" {
            let both = self.place(start - 4, start + 3);
            return Diagnostic::error(&codes::CAN_NOT, text::CAN_NOT.plain(), both, text::HERE.plain())
                .help(text::WRITE.with([("text", "cannot".into())]))
                .fix(replace(both, "cannot"));
        }
        if rule == Rule::object_name && matches!(word, "on" | "of" | "to") {
            let message = text::NO_WORD_BEFORE_OBJECT.with([("word", word.into())]);
            return Diagnostic::error(&codes::UNEXPECTED_TEXT, message, span, text::NOT_NEEDED.plain())
                .help(text::REMOVE.with([("text", word.into())]));
        }
        let starts = starts_line && words::starts_statement(word);
        if starts && words::is_top_level(word) {
            self.taken = Some(start);
        }
        if !starts && words::starts_statement(word) && rule == Rule::action {
            // `deny allow read Customer`: a line that was begun and left.
            let help = vec![text::LINE_LEFT_HELP.with([("before", cut(before).into())])];
            return Diagnostic { help, ..missing_name(word, word, before, span, rule) };
        }
        if !starts && (!words::is_clause(word) || matches!(word, "me" | "true" | "false")) {
            return reserved_word(word, span);
        }
        // Behind the end of its line, or before the clause.
        let (found, here) = if starts {
            let end = start.saturating_sub(1);
            let behind = self.place(end.saturating_sub(before.len() as u32), end).end;
            ("", Span::new(span.file, behind, behind))
        } else {
            (word, span)
        };
        if rule == Rule::object_name {
            return mistake::missing_object(found, before, here, self.pattern_before(start));
        }
        // Behind `outside` a rule may name hours, but records are what it most often means.
        let scope = |pattern: &str| pattern.contains("SCOPE");
        if rule == Rule::hours_name && before == "outside" && self.pattern_before(start).is_some_and(scope) {
            return mistake::missing_scope(before, Span::new(here.file, here.start, here.start));
        }
        missing_name(found, word, before, here, rule)
    }

    /// How the statement reads in which `at` lies.
    fn pattern_before(&self, at: u32) -> Option<&'static str> {
        let start = self.bad.started().min(at);
        let statement = self.layout.text.get(start as usize..at as usize)?;
        sentence::blocks(token(statement, 0)).find_map(|block| sentence::pattern(block, statement))
    }
}

fn reserved_word(word: &str, span: Span) -> Diagnostic {
    let quoted = words::quoted(word);
    let fix = Fix::guess(text::QUOTE_IT.plain(), vec![Edit { span, text: quoted.clone() }]);
    let message = text::RESERVED_WORD.with([("word", word.into())]);
    Diagnostic::error(&codes::RESERVED_WORD, message, span, text::HERE.plain())
        .help(text::WRITE.with([("text", quoted.into())]))
        .fix(fix)
}

/// The name was forgotten, and `word` stands in its place; `found` is empty where `word` is the next statement.
fn missing_name(found: &str, word: &str, before: &str, here: Span, rule: Rule) -> Diagnostic {
    let thing = shown::things(&[rule]).pop().unwrap_or_else(|| text::A_NAME.plain().into());
    let label = text::EXPECTED.with([("thing", thing.clone())]);
    let message = if found.is_empty() {
        text::MISSING_AT_END.with([("thing", thing), ("before", cut(before).into())])
    } else {
        text::MISSING_BETWEEN.with([("thing", thing), ("before", cut(before).into()), ("found", found.into())])
    };
    Diagnostic::error(&codes::MISSING_NAME, message, here, label)
        .help(text::MISSING_NAME_HELP.with([("name", words::quoted(word).into())]))
}

/// `everyone` and its like.
fn never(written: &str, span: Span, rule: Rule) -> Diagnostic {
    let word = cut(written);
    let lower = word.to_ascii_lowercase();
    let message = text::NEVER_A_NAME.with([("name", word.into())]);
    let error = Diagnostic::error(&codes::NEVER_A_NAME, message, span, text::HERE.plain());
    if rule == Rule::user_name && lower == "everyone" {
        return error.help(text::EVERYONE_HELP.plain());
    }
    let every = matches!(lower.as_str(), "all" | "every" | "everything" | "anything");
    error.help(match rule {
        Rule::action if every => text::EVERY_ACTION_HELP.plain(),
        Rule::object_name if every => text::EVERY_OBJECT_HELP.plain(),
        _ => text::NEVER_HELP.plain(),
    })
}

fn ending(written: &str, last: char, span: Span) -> Diagnostic {
    let message = text::NAME_ENDING.with([("name", cut(written).into()), ("sign", String::from(last).into())]);
    let short = written.trim_end_matches(['-', '.', '@', '+']);
    Diagnostic::error(&codes::BARE_NAME, message, span, text::HERE.plain())
        .help(text::WRITE_OR_QUOTE.with([("name", cut(short).into()), ("quoted", words::quoted(written).into())]))
}
