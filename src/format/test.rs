//! Tests in a policy.

use super::condition::attribute_values;
use super::doc::Doc;
use super::statement::{Sentence, Statement, clause, commas};
use super::time::zone;
use super::word::{date_time, glued, name, name_list, text};
use crate::source::{Interner, Span};
use crate::syntax::ast::{DateTime, Sight, Test, TestAction, TestItem, TestItemKind, Text};

/// `test "…" { … }`
pub(super) fn test(names: &Interner, span: Span, test: &Test) -> Statement {
    let mut sentence = Sentence::new(span, "test");
    sentence.and(text(&test.name));
    sentence.block(test.items.iter().map(|item| test_item(names, item)).collect())
}

fn test_item(names: &Interner, item: &TestItem) -> Statement {
    let span = item.span;
    match &item.kind {
        TestItemKind::GivenUser { user, at } => {
            let mut sentence = Sentence::new(span, "given user");
            sentence.and(name(names, user)).clause(at.as_ref().map(|(at, zone)| instant(at, zone.as_ref())));
            sentence.plain()
        }
        TestItemKind::GivenAt(at, zone) => {
            let mut sentence = Sentence::new(span, "given");
            sentence.and(instant(at, zone.as_ref()));
            sentence.plain()
        }
        TestItemKind::GivenRecord { object, id, attributes } => {
            let mut sentence = Sentence::new(span, "given");
            sentence.and(name(names, object));
            if let Some(id) = id {
                sentence.and(text(id).prefix("id "));
            }
            match attributes {
                Some(values) => sentence.braces(attribute_values(names, values)),
                None => sentence.plain(),
            }
        }
        TestItemKind::GivenRequest(values) => {
            Sentence::new(span, "given request").braces(attribute_values(names, values))
        }
        TestItemKind::GivenSubject(values) => {
            Sentence::new(span, "given subject").braces(attribute_values(names, values))
        }
        TestItemKind::GivenRoles(roles) => list(span, "given roles", name_list(names, roles)),
        TestItemKind::GivenActiveRoles(roles) => list(span, "given active roles", name_list(names, roles)),
        TestItemKind::Can(actions) => list(span, "can", test_actions(names, actions)),
        TestItemKind::Cannot(actions, because) => {
            let mut sentence = Sentence::new(span, "cannot");
            sentence.list(test_actions(names, actions));
            sentence.clause(because.as_ref().map(|why| name(names, why).prefix("because ")));
            sentence.plain()
        }
        TestItemKind::Sees { fields, how, action } => {
            let (words, after) = match how {
                Sight::Clear => ("sees", " in clear"),
                Sight::Masked => ("sees", " masked"),
                Sight::Hidden => ("does not see", ""),
            };
            let mut sentence = Sentence::new(span, words);
            let mut fields = name_list(names, fields);
            let last = fields.pop().map(|last| last.suffix(after));
            fields.extend(last);
            sentence.list(fields).clause(clause("for ", action.iter().map(|of| name(names, of)).collect()));
            sentence.plain()
        }
    }
}

fn list(span: Span, words: &str, items: Vec<Doc>) -> Statement {
    let mut sentence = Sentence::new(span, words);
    sentence.list(items);
    sentence.plain()
}

fn instant(at: &DateTime, zone_name: Option<&Text>) -> Doc {
    let mut docs = vec![date_time(at).prefix("at ")];
    docs.extend(zone_name.map(zone));
    glued(docs)
}

fn test_actions(names: &crate::source::Interner, actions: &[TestAction]) -> Vec<Doc> {
    let action = |item: &TestAction| match &item.field {
        Some(field) => glued(vec![name(names, &item.action), name(names, field).prefix("(").suffix(")")]),
        None => name(names, &item.action),
    };
    commas(actions.iter().map(action).collect())
}
