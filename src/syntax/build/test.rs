//! `test`.

use super::Builder;
use crate::syntax::ast::{DateTime, ItemKind, Name, Sight, Test, TestAction, TestItem, TestItemKind, Text};
use crate::syntax::grammar::{At, Nodes, Rule};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// `test "…" { … }`
    pub(super) fn test(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let name = parts.seek(Rule::string)?;
        let name = self.string(name);
        let items = self.test_lines(parts.eat(Rule::test_body)?);
        Some(ItemKind::Test(Test { name, items }))
    }

    /// The lines of a test.
    pub(super) fn test_lines(&mut self, body: At<'_>) -> Box<[TestItem]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut items = Vec::new();
        for line in lines {
            let rule = line.rule();
            if matches!(rule, Rule::given | Rule::can | Rule::cannot | Rule::sees | Rule::not_sees) {
                let span = self.good(line);
                items.extend(self.test_line(line).map(|kind| TestItem { span, kind }));
            } else {
                self.other(line, Block::Test, open);
            }
        }
        items.into()
    }

    fn test_line(&mut self, at: At<'_>) -> Option<TestItemKind> {
        let mut parts = at.inside();
        parts.has(Rule::kw_does_not_see);
        Some(match at.rule() {
            Rule::given => self.given(parts)?,
            Rule::can => TestItemKind::Can(self.test_actions(&mut parts)),
            Rule::cannot => {
                let actions = self.test_actions(&mut parts);
                let reason = parts.eat(Rule::because_word).and_then(|why| self.name_of(why, Rule::plain_word));
                TestItemKind::Cannot(actions, reason)
            }
            rule => {
                let fields = self.names(&mut parts, Rule::field_name);
                let how = match (rule, parts.has(Rule::kw_masked)) {
                    (Rule::not_sees, _) => Sight::Hidden,
                    (_, true) => Sight::Masked,
                    (_, false) => Sight::Clear,
                };
                let action = parts.seek(Rule::for_action).and_then(|at| self.name_of(at, Rule::action));
                TestItemKind::Sees { fields, how, action }
            }
        })
    }

    fn given(&mut self, mut parts: Nodes<'_>) -> Option<TestItemKind> {
        parts.has(Rule::kw_article);
        let what = parts.next()?;
        let mut inside = what.inside();
        Some(match what.rule() {
            Rule::given_user => {
                let user = inside.seek(Rule::user_name)?;
                let user = self.name(user);
                let at = inside.eat(Rule::given_at).and_then(|at| self.instant(at));
                TestItemKind::GivenUser { user, at }
            }
            Rule::given_at => {
                let (date, zone) = self.instant(what)?;
                TestItemKind::GivenAt(date, zone)
            }
            Rule::given_request => TestItemKind::GivenRequest(self.values_in(inside)),
            Rule::given_subject => TestItemKind::GivenSubject(self.values_in(inside)),
            Rule::given_roles => TestItemKind::GivenRoles(self.names(&mut inside, Rule::role_name)),
            Rule::given_active_roles => TestItemKind::GivenActiveRoles(self.names(&mut inside, Rule::role_name)),
            _ => {
                let object = inside.eat(Rule::object_name)?;
                let object = self.object_name(object);
                inside.has(Rule::kw_id);
                let id = inside.eat(Rule::string).map(|id| self.string(id));
                let attributes = inside.eat(Rule::values).map(|values| self.values(values));
                TestItemKind::GivenRecord { object, id, attributes }
            }
        })
    }

    fn values_in(&mut self, mut parts: Nodes<'_>) -> Box<[(Name, crate::syntax::ast::Operand)]> {
        parts.seek(Rule::values).map(|values| self.values(values)).unwrap_or_default()
    }

    fn instant(&mut self, at: At<'_>) -> Option<(DateTime, Option<Text>)> {
        let mut parts = at.inside();
        let date = parts.seek(Rule::date_time)?;
        let date = self.date_time(date)?;
        Some((date, parts.eat(Rule::in_zone).and_then(|zone| self.string_of(zone))))
    }

    fn test_actions(&mut self, parts: &mut Nodes<'_>) -> Box<[TestAction]> {
        let mut actions = Vec::new();
        while let Some(at) = parts.eat(Rule::test_action) {
            let mut inside = at.inside();
            let Some(action) = inside.eat(Rule::action) else { continue };
            let action = self.name(action);
            let field = inside.seek(Rule::field_name).map(|field| self.name(field));
            actions.push(TestAction { action, field });
        }
        actions.into()
    }
}
