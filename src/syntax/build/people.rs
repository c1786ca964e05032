//! `user` and `people`.

use super::Builder;
use super::clause::Clauses;
use crate::source::Span;
use crate::syntax::ast::{
    CellOp, CellTest, ColumnTest, ItemKind, Name, People, PeopleItem, PeopleItemKind, RowRole, User,
};
use crate::syntax::error;
use crate::syntax::grammar::{At, Nodes, Rule};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// `user a, b …`
    pub(super) fn user(&mut self, at: At<'_>, external: Option<Span>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let mut user = User {
            external,
            names: self.declared_list(&mut parts),
            units: Box::default(),
            other_ids: Box::default(),
            starts: None,
            ends: None,
            reports_to: None,
            attributes: Box::default(),
        };
        let mut seen: Vec<At<'_>> = Vec::new();
        for clause in parts {
            if let Some(first) = seen.iter().find(|first| first.rule() == clause.rule()) {
                let (again, first) = (self.span(clause), self.span(*first));
                let error = error::repeated_clause(self.text_at(again), again, first);
                self.report(error);
                continue;
            }
            seen.push(clause);
            let mut inside = clause.inside();
            match clause.rule() {
                Rule::in_units => {
                    inside.has(Rule::kw_in);
                    user.units = self.names(&mut inside, Rule::unit_name);
                }
                Rule::other_id => {
                    let strings = inside.filter(|part| part.rule() == Rule::string);
                    user.other_ids = strings.map(|id| self.string(id)).collect();
                }
                Rule::starts => user.starts = self.date_of(clause).map(Box::new),
                Rule::ends => user.ends = self.date_of(clause).map(Box::new),
                Rule::reports_to => user.reports_to = self.name_of(clause, Rule::user_name),
                Rule::values => user.attributes = self.values(clause),
                _ => {}
            }
        }
        Some(ItemKind::User(user))
    }

    /// `people from "file" { … }`
    pub(super) fn people(&mut self, at: At<'_>, external: Option<Span>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let path = parts.seek(Rule::string)?;
        let path = self.string(path);
        let items = self.people_lines(parts.eat(Rule::people_body)?);
        Some(ItemKind::People(People { external, path, items }))
    }

    /// The lines of a people mapping.
    pub(super) fn people_lines(&mut self, body: At<'_>) -> Box<[PeopleItem]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut items = Vec::new();
        for line in lines {
            if is_people_line(line.rule()) {
                let span = self.good(line);
                items.extend(self.people_line(line).map(|kind| PeopleItem { span, kind }));
            } else {
                self.other(line, Block::People, open);
            }
        }
        items.into()
    }

    fn people_line(&mut self, at: At<'_>) -> Option<PeopleItemKind> {
        let mut parts = at.inside();
        Some(match at.rule() {
            Rule::people_id => PeopleItemKind::Id(self.column(at)?),
            Rule::people_name => PeopleItemKind::Name(self.column(at)?),
            Rule::people_in => PeopleItemKind::In(self.column(at)?),
            Rule::people_other_id => PeopleItemKind::OtherId(self.column(at)?),
            Rule::people_starts => PeopleItemKind::Starts(self.column(at)?),
            Rule::people_ends => PeopleItemKind::Ends(self.column(at)?),
            Rule::people_reports => PeopleItemKind::ReportsTo(self.column(at)?),
            Rule::people_external => PeopleItemKind::External(self.cell_tests(parts)?),
            Rule::people_skip => PeopleItemKind::Skip(self.cell_tests(parts)?),
            Rule::people_split => {
                let column = self.column(at)?;
                PeopleItemKind::Split(column, self.string_of(at)?)
            }
            Rule::people_attribute => {
                // The attribute is a name of the policy although it stands where a column could.
                let attribute = parts.eat(Rule::column)?;
                let attribute = self.name_in(attribute.node.start, attribute.node.end, Rule::name);
                PeopleItemKind::Attribute(attribute, self.name_of_last(parts)?)
            }
            Rule::people_otherwise => {
                let word = parts.seek(Rule::otherwise_word)?;
                PeopleItemKind::Otherwise { error: self.raw(word) == "error" }
            }
            _ => self.gets(parts)?,
        })
    }

    fn column(&mut self, at: At<'_>) -> Option<Name> {
        self.name_of(at, Rule::column)
    }

    fn name_of_last(&mut self, parts: Nodes<'_>) -> Option<Name> {
        let column = parts.last()?;
        Some(self.name(column))
    }

    /// `each row gets ROLE …`
    fn gets(&mut self, mut parts: Nodes<'_>) -> Option<PeopleItemKind> {
        parts.has(Rule::kw_each_row_gets);
        let role = parts.next()?;
        let role = if role.rule() == Rule::instance {
            RowRole::Instance(self.instance(role)?)
        } else {
            RowRole::Role(self.name(role))
        };
        let (mut when, mut for_unit) = (None, None);
        for clause in parts {
            match clause.rule() {
                Rule::gets_when => when = self.cell_tests(clause.inside()),
                Rule::gets_for_unit => for_unit = self.column(clause),
                _ => {}
            }
        }
        let Clauses { window, .. } = self.clauses(parts);
        Some(PeopleItemKind::Gets { role, when, for_unit, window })
    }

    fn cell_tests(&mut self, mut parts: Nodes<'_>) -> Option<CellTest> {
        let at = parts.seek(Rule::cell_tests)?;
        let span = self.span(at);
        let mut tests = Vec::new();
        for test in at.inside().filter(|part| part.rule() == Rule::cell_test) {
            tests.extend(self.cell_test(test));
        }
        Some(CellTest { tests: tests.into(), span })
    }

    fn cell_test(&mut self, at: At<'_>) -> Option<ColumnTest> {
        let mut parts = at.inside();
        let column = parts.eat(Rule::column)?;
        let column = self.name(column);
        parts.has(Rule::kw_is);
        let mut op = if parts.has(Rule::kw_not) { CellOp::IsNot } else { CellOp::Is };
        let mut texts = Vec::new();
        for part in parts {
            match part.rule() {
                Rule::kw_empty => op = CellOp::IsEmpty,
                Rule::kw_set => op = CellOp::IsSet,
                Rule::string => texts.push(self.string(part)),
                Rule::cell_texts => {
                    for text in part.inside().filter(|part| part.rule() == Rule::string) {
                        texts.push(self.string(text));
                    }
                }
                _ => {}
            }
        }
        Some((column, op, texts.into()))
    }
}

fn is_people_line(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::people_id
            | Rule::people_name
            | Rule::people_in
            | Rule::people_other_id
            | Rule::people_starts
            | Rule::people_ends
            | Rule::people_reports
            | Rule::people_external
            | Rule::people_skip
            | Rule::people_split
            | Rule::people_attribute
            | Rule::people_otherwise
            | Rule::people_gets
    )
}
