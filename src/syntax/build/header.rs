//! `policy`, `use`, and what every declaration shares: names with labels and former names.

use super::Builder;
use crate::source::{Span, Symbol};
use crate::syntax::ast::{Declared, ItemKind, Name, Policy, PolicyItem, Use};
use crate::syntax::error;
use crate::syntax::grammar::{At, Nodes, Rule};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// A declared name: a name, its display label, its former name.
    pub(super) fn declared(&mut self, at: At<'_>) -> Option<Declared> {
        let mut parts = at.inside();
        let name = parts.next()?;
        let name = self.name(name);
        let label = parts.eat(Rule::string).map(|label| self.string(label));
        let former = parts.next().and_then(|renamed| renamed.inside().next());
        let renamed_from = former.map(|former| self.name(former));
        Some(Declared { name, label, renamed_from })
    }

    /// Declared names as long as they come.
    pub(super) fn declared_list(&mut self, nodes: &mut Nodes<'_>) -> Box<[Declared]> {
        let mut list = Vec::with_capacity(nodes.run(Rule::declared).max(nodes.run(Rule::user_declared)));
        while let Some(at) = nodes.peek().filter(|at| matches!(at.rule(), Rule::declared | Rule::user_declared)) {
            nodes.next();
            list.extend(self.declared(at));
        }
        list.into()
    }

    /// `policy NAME { … }`
    pub(super) fn policy(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let mut policy = empty_policy(declared);
        let Some(body) = parts.eat(Rule::policy_body) else { return Some(ItemKind::Policy(Box::new(policy))) };
        policy.order = self.policy_lines(body, &mut policy);
        Some(ItemKind::Policy(Box::new(policy)))
    }

    fn policy_lines(&mut self, body: At<'_>, policy: &mut Policy) -> Box<[(PolicyItem, Span)]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut order: Vec<(PolicyItem, Span)> = Vec::new();
        for line in lines {
            let Some(item) = header_item(line.rule()) else {
                self.other(line, Block::Policy, open);
                continue;
            };
            let span = self.good(line);
            if let Some((_, first)) = order.iter().find(|(other, _)| *other == item) {
                let error = error::repeated_line(self.text_at(span), span, *first);
                self.report(error);
                continue;
            }
            order.push((item, span));
            self.header_line(policy, item, line.inside());
        }
        order.into()
    }

    /// The lines of a header without a name.
    pub(super) fn policy_lines_only(&mut self, body: At<'_>) {
        let name = Name { symbol: Symbol(0), span: self.span(body), quoted: false };
        let declared = Declared { name, label: None, renamed_from: None };
        self.policy_lines(body, &mut empty_policy(declared));
    }

    fn header_line(&mut self, policy: &mut Policy, item: PolicyItem, mut parts: Nodes<'_>) {
        match item {
            PolicyItem::Language => policy.language = parts.seek(Rule::number).map(|at| self.number(at)),
            PolicyItem::Version => policy.version = parts.seek(Rule::number).map(|at| self.number(at)),
            PolicyItem::Timezone => policy.timezone = parts.seek(Rule::string).map(|at| self.string(at)),
            PolicyItem::RolesFromRequest => {
                parts.has(Rule::kw_roles_from_request);
                parts.has(Rule::colon);
                policy.roles_from_request = self.names(&mut parts, Rule::role_name);
            }
            PolicyItem::SubjectTypes => {
                policy.subject_types = self.names(&mut parts, Rule::plain_word);
            }
        }
    }

    /// `use "../shared" with A as B`
    pub(super) fn use_package(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let path = parts.seek(Rule::string)?;
        let path = self.string(path);
        let mut renames = Vec::new();
        for rename in parts.filter(|at| at.rule() == Rule::rename) {
            let mut sides = rename.inside().filter(|at| at.rule() == Rule::name);
            if let (Some(theirs), Some(ours)) = (sides.next(), sides.next()) {
                renames.push((self.name(theirs), self.name(ours)));
            }
        }
        Some(ItemKind::Use(Use { path, renames: renames.into() }))
    }

    /// Takes the opening brace of a block; says where it stands.
    pub(super) fn open(&mut self, parts: &mut Nodes<'_>) -> Option<Span> {
        let brace = parts.eat(Rule::open_brace)?;
        Some(self.span(brace))
    }
}

fn empty_policy(declared: Declared) -> Policy {
    Policy {
        declared,
        language: None,
        timezone: None,
        version: None,
        roles_from_request: Box::default(),
        subject_types: Box::default(),
        order: Box::default(),
    }
}

fn header_item(rule: Rule) -> Option<PolicyItem> {
    Some(match rule {
        Rule::language => PolicyItem::Language,
        Rule::timezone => PolicyItem::Timezone,
        Rule::version => PolicyItem::Version,
        Rule::roles_from_request => PolicyItem::RolesFromRequest,
        Rule::subject_types => PolicyItem::SubjectTypes,
        _ => return None,
    })
}
