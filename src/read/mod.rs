//! `rolecall read`: each statement as a plain sentence, in English or Chinese.
//!
//! Works on [`Ast`]s alone, so that a policy with errors can be read too. Knows no language: a
//! sentence is a [`Message`], which the edge turns into words.

mod brake;
mod condition;
mod guarantee;
mod header;
mod name;
mod object;
mod people;
mod phrase;
mod role;
mod rule;
mod test;
mod time;

use crate::message::{Lang, Message, sentence};
use crate::source::{Interner, Span};
use crate::syntax::ast::{Ast, ItemKind};
use name::Reader;

/// Sentences with the statements that they render.
pub type Sentences = Vec<(Span, Message)>;

/// Sentences about one kind of thing, or about one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub heading: Message,
    /// Its sentences in the order written.
    pub sentences: Sentences,
}

/// A policy in sentences, section by section; empty ones are left out.
pub fn read(asts: &[Ast], names: &Interner) -> Vec<Section> {
    let reader = Reader::new(asts, names);
    let mut sections = Sections::default();
    for item in asts.iter().flat_map(|ast| &ast.items) {
        sections.add(&reader, item.span, &item.kind);
    }
    sections.finish()
}

/// The sections as text: headings, below each its sentences, one a line.
pub fn text(sections: &[Section], lang: Lang) -> String {
    let mut out = String::new();
    for section in sections {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&section.heading.render(lang));
        out.push('\n');
        for (_, sentence) in &section.sentences {
            out.push_str("  ");
            out.push_str(&sentence.render(lang));
            out.push('\n');
        }
    }
    out
}

#[derive(Default)]
struct Sections {
    about: Sentences,
    data: Sentences,
    objects: Sentences,
    organization: Sentences,
    times: Sentences,
    roles: Vec<Section>,
    people: Sentences,
    holders: Sentences,
    brakes: Sentences,
    requirements: Sentences,
    guarantees: Sentences,
    tests: Sentences,
}

impl Sections {
    fn add(&mut self, reader: &Reader, span: Span, kind: &ItemKind) {
        match kind {
            ItemKind::Policy(item) => header::policy(reader, span, item, &mut self.about),
            ItemKind::Use(item) => header::used(reader, span, item, &mut self.about),
            ItemKind::Labels(list) => header::labels(reader, span, list, &mut self.data),
            ItemKind::Type(item) => header::type_decl(reader, span, item, &mut self.data),
            ItemKind::Subject(list) => header::attributes(reader, &sentence::A_PERSON, list, &mut self.data),
            ItemKind::Request(list) => header::attributes(reader, &sentence::A_REQUEST, list, &mut self.data),
            ItemKind::Object(item) => object::object(reader, span, item, &mut self.objects),
            ItemKind::Unit(item) => time::unit(reader, item, None, &mut self.organization),
            ItemKind::Network(item) => time::network(reader, span, item, &mut self.organization),
            ItemKind::Calendar(item) => time::calendar(reader, span, item, &mut self.times),
            ItemKind::Hours(item) => time::hours(reader, span, item, &mut self.times),
            ItemKind::Role(item) => self.roles.push(role::role(reader, span, item)),
            ItemKind::Template(item) => self.roles.push(role::template(reader, span, item)),
            ItemKind::User(item) => people::user(reader, span, item, &mut self.people),
            ItemKind::People(item) => people::people(reader, span, item, &mut self.people),
            ItemKind::Assign(item) => self.holders.push((span, people::assign(reader, item))),
            ItemKind::Delegate(item) => self.holders.push((span, people::delegate(reader, item))),
            ItemKind::Suspend(item) => self.brakes.push((span, brake::suspend(reader, item))),
            ItemKind::EndEarly(item) => self.brakes.push((span, brake::end_early(reader, item))),
            ItemKind::Require(item) => self.requirements.push((span, brake::require(reader, item))),
            ItemKind::SeparateSessions(item) => {
                self.requirements.push((span, brake::separate_sessions(reader, item)));
            }
            ItemKind::Guarantees(list) => {
                self.guarantees.extend(list.iter().map(|item| (item.span, guarantee::guarantee(reader, item))));
            }
            ItemKind::Test(item) => test::test(reader, span, item, &mut self.tests),
        }
    }

    fn finish(self) -> Vec<Section> {
        let section = |heading: Message, sentences| Section { heading, sentences };
        let mut all = vec![
            section(sentence::ABOUT.plain(), self.about),
            section(sentence::DATA.plain(), self.data),
            section(sentence::OBJECTS.plain(), self.objects),
            section(sentence::ORGANIZATION.plain(), self.organization),
            section(sentence::TIMES.plain(), self.times),
        ];
        all.extend(self.roles);
        all.extend([
            section(sentence::PEOPLE.plain(), self.people),
            section(sentence::HOLDERS.plain(), self.holders),
            section(sentence::BRAKES.plain(), self.brakes),
            section(sentence::REQUIREMENTS.plain(), self.requirements),
            section(sentence::GUARANTEES.plain(), self.guarantees),
            section(sentence::EXAMPLES.plain(), self.tests),
        ]);
        all.retain(|section| !section.sentences.is_empty());
        all
    }
}
