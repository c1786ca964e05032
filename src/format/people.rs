//! Users, people files, assignments and delegations.

use super::condition::attribute_values;
use super::doc::Doc;
use super::role::instance;
use super::rule::and_below;
use super::statement::{Sentence, Statement, clause, joined};
use super::time::{reason, window};
use super::word::{date_time, declared_list, glued, name, name_list, quoted, text, text_list};
use crate::source::{Interner, Span};
use crate::syntax::ast::{
    Assign, AssignTo, CellOp, CellTest, Delegate, Name, People, PeopleItem, PeopleItemKind, RowRole, Text, User,
};

/// `user a, b in U … { grade = 3 }`
pub(super) fn user(names: &Interner, span: Span, user: &User) -> Statement {
    let mut sentence = Sentence::new(span, if user.external.is_some() { "external user" } else { "user" });
    sentence
        .list(declared_list(names, &user.names))
        .clause(clause("in ", name_list(names, &user.units)))
        .clause(clause("other id ", text_list(&user.other_ids)))
        .clause(user.starts.as_ref().map(|date| date_time(date).prefix("starts ")))
        .clause(user.ends.as_ref().map(|date| date_time(date).prefix("ends ")))
        .clause(user.reports_to.as_ref().map(|above| name(names, above).prefix("reports to ")));
    if user.attributes.is_empty() {
        return sentence.plain();
    }
    sentence.braces(attribute_values(names, &user.attributes))
}

/// `people from "people.csv" { … }`
pub(super) fn people(names: &Interner, span: Span, people: &People) -> Statement {
    let mut sentence =
        Sentence::new(span, if people.external.is_some() { "external people from" } else { "people from" });
    sentence.and(text(&people.path));
    sentence.block(people.items.iter().map(|item| people_item(names, item)).collect())
}

fn people_item(names: &Interner, item: &PeopleItem) -> Statement {
    let span = item.span;
    match &item.kind {
        PeopleItemKind::Id(column) => plain(span, "id", name(names, column)),
        PeopleItemKind::Name(column) => plain(span, "name", name(names, column)),
        PeopleItemKind::In(column) => plain(span, "in", name(names, column)),
        PeopleItemKind::OtherId(column) => plain(span, "other id", name(names, column)),
        PeopleItemKind::Starts(column) => plain(span, "starts", name(names, column)),
        PeopleItemKind::Ends(column) => plain(span, "ends", name(names, column)),
        PeopleItemKind::ReportsTo(column) => plain(span, "reports to", name(names, column)),
        PeopleItemKind::Attribute(attribute, column) => {
            let words = format!("{} from", super::word::name_text(names, attribute));
            plain(span, &words, name(names, column))
        }
        PeopleItemKind::External(test) => plain(span, "external when", cell_test(names, test)),
        PeopleItemKind::Skip(test) => plain(span, "skip when", cell_test(names, test)),
        PeopleItemKind::Split(column, at) => {
            plain(span, "split", glued(vec![name(names, column), text(at).prefix("at ")]))
        }
        PeopleItemKind::Gets { role, when, for_unit, window: bounds } => {
            let mut sentence = Sentence::new(span, "each row gets");
            sentence
                .and(match role {
                    RowRole::Role(role) => name(names, role),
                    RowRole::Instance(of) => instance(names, of),
                })
                .clause(for_unit.as_ref().map(|column| name(names, column).prefix("for unit ").suffix(" only")))
                .clause(when.as_ref().map(|test| cell_test(names, test).prefix("when ")))
                .clause(window(names, bounds));
            sentence.plain()
        }
        PeopleItemKind::Otherwise { error } => {
            Sentence::new(span, if *error { "otherwise error" } else { "otherwise nothing" }).plain()
        }
    }
}

fn plain(span: Span, words: &str, doc: Doc) -> Statement {
    let mut sentence = Sentence::new(span, words);
    sentence.and(doc);
    sentence.plain()
}

fn cell_test(names: &Interner, test: &CellTest) -> Doc {
    let tests = test.tests.iter().map(|(column, op, values)| one_cell_test(names, column, *op, values));
    clause("", joined("and ", tests.collect())).unwrap_or(Doc::Blank)
}

fn one_cell_test(names: &Interner, column: &Name, op: CellOp, values: &[Text]) -> Doc {
    let of = if values.len() > 1 { "one of " } else { "" };
    let values: Vec<String> = values.iter().map(|value| quoted(&value.text)).collect();
    let values = values.join(", ");
    name(names, column).suffix(&match op {
        CellOp::Is => format!(" is {of}{values}"),
        CellOp::IsNot => format!(" is not {of}{values}"),
        CellOp::IsEmpty => " is empty".to_owned(),
        CellOp::IsSet => " is set".to_owned(),
    })
}

/// `assign R, S to A, B for unit U only … because …`
pub(super) fn assign(names: &Interner, span: Span, assign: &Assign) -> Statement {
    let mut sentence = Sentence::new(span, "assign");
    sentence.list(name_list(names, &assign.roles));
    let mut holders = match &assign.to {
        AssignTo::Users(users) => name_list(names, users),
        AssignTo::Everyone { span, unit, below } => {
            let mut docs = vec![Doc::part(span.start, "everyone")];
            docs.extend(unit.as_ref().map(|unit| name(names, unit).prefix("in ").suffix(and_below(*below))));
            vec![glued(docs)]
        }
    };
    if !holders.is_empty() {
        let first = holders.remove(0).prefix("to ");
        holders.insert(0, first);
    }
    sentence
        .then(holders)
        .clause(clause("for unit ", name_list(names, &assign.for_units)).map(|doc| doc.suffix(" only")))
        .clause(window(names, &assign.window))
        .clause(reason(&assign.reason));
    sentence.plain()
}

/// `delegate R of A to B …`
pub(super) fn delegate(names: &Interner, span: Span, item: &Delegate) -> Statement {
    let mut sentence = Sentence::new(span, "delegate");
    sentence
        .and(name(names, &item.role))
        .and(name(names, &item.of).prefix("of "))
        .then(vec![name(names, &item.to).prefix("to ")])
        .clause(window(names, &item.window))
        .clause(reason(&item.reason));
    sentence.plain()
}
