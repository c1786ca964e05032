//! [`Clauses`]: what follows the first part of a statement, in its one order.

use super::Builder;
use crate::source::Span;
use crate::syntax::ast::{Condition, Name, NoEnd, Rare, Reason, Scope, Window};
use crate::syntax::error;
use crate::syntax::grammar::{At, Nodes, Rule};

/// Every clause that some statement takes. A statement reads the fields that its grammar allows.
#[derive(Default)]
pub(super) struct Clauses {
    pub(super) named: Option<Name>,
    pub(super) including: Box<[Name]>,
    pub(super) within: Box<[Scope]>,
    pub(super) outside: Box<[Scope]>,
    pub(super) when: Option<Box<Condition>>,
    pub(super) window: Rare<Window>,
    pub(super) reason: Rare<Reason>,
    pub(super) for_units: Box<[Name]>,
    pub(super) for_roles: Box<[Name]>,
    pub(super) except_roles: Vec<(Name, bool)>,
    pub(super) except_users: Vec<Name>,
    pub(super) no_end: Option<Box<NoEnd>>,
}

/// A clause as it was written.
#[derive(Debug, Clone, Copy)]
pub(in crate::syntax) struct Written {
    /// Which.
    pub(in crate::syntax) rule: Rule,
    /// Its place in the fixed order.
    pub(in crate::syntax) rank: u8,
    /// Where.
    pub(in crate::syntax) span: Span,
}

/// The place of a clause in the fixed order, and whether it may come several times.
fn rank(rule: Rule, scopes: bool) -> (u8, bool) {
    match rule {
        Rule::for_roles | Rule::for_units => (0, false),
        Rule::named => (1, false),
        Rule::except_roles | Rule::except_users => (2, true),
        Rule::including => (3, false),
        Rule::within => (4, false),
        Rule::outside if scopes => (5, false),
        Rule::when | Rule::gets_when | Rule::gets_for_unit => (6, false),
        Rule::recurring => (7, false),
        Rule::from => (8, false),
        Rule::through => (9, false),
        Rule::before => (10, false),
        Rule::during => (11, true),
        Rule::outside => (12, true),
        Rule::in_zone => (13, false),
        Rule::no_end => (14, false),
        Rule::because => (15, false),
        _ => (16, false),
    }
}

impl Builder<'_> {
    /// Reads the rest of `nodes` as clauses; reports those out of order and those written twice.
    pub(super) fn clauses(&mut self, nodes: Nodes<'_>) -> Clauses {
        let mut clauses = Clauses::default();
        self.written.clear();
        let mut repeated = false;
        for at in nodes {
            let rule = at.rule();
            let span = self.span(at);
            let scopes = rule == Rule::outside && outside_is_scope(at);
            let (rank, many) = rank(rule, scopes);
            if let Some(first) = self.clause_place(rule).filter(|_| !many) {
                let error = error::repeated_clause(self.text_at(span), span, first);
                self.report(error);
                repeated = true;
                continue;
            }
            self.written.push(Written { rule, rank, span });
            self.clause(&mut clauses, at, span, scopes);
        }
        if !repeated && !self.written.is_sorted_by_key(|clause| clause.rank) {
            let error = error::clause_order(self.source, &self.written);
            self.found.extend(error);
        }
        clauses
    }

    /// Where the first clause of this kind stands in the statement whose clauses were read last.
    pub(super) fn clause_place(&self, rule: Rule) -> Option<Span> {
        self.written.iter().find(|clause| clause.rule == rule).map(|clause| clause.span)
    }

    fn clause(&mut self, clauses: &mut Clauses, at: At<'_>, span: Span, scopes: bool) {
        let mut parts = at.inside();
        match at.rule() {
            Rule::named => clauses.named = self.name_of(at, Rule::rule_name),
            Rule::because => clauses.reason.fill().because = self.string_of(at),
            Rule::ticket => clauses.reason.fill().ticket = self.string_of(at),
            Rule::when => clauses.when = parts.seek(Rule::condition).and_then(|at| self.condition(at)).map(Box::new),
            Rule::including => {
                clauses.including = self.names(&mut parts, Rule::label_name);
            }
            Rule::within => clauses.within = self.scopes(parts),
            Rule::outside if scopes => clauses.outside = self.scopes(parts),
            Rule::for_units => {
                clauses.for_units = self.names(&mut parts, Rule::unit_name);
            }
            Rule::for_roles => {
                parts.has(Rule::kw_for_anyone);
                clauses.for_roles = self.names(&mut parts, Rule::role_name);
            }
            Rule::except_roles => {
                let roles = self.names(&mut parts, Rule::role_name);
                let heirs = parts.has(Rule::kw_or_heirs);
                clauses.except_roles.extend(roles.into_iter().map(|role| (role, heirs)));
            }
            Rule::except_users => {
                clauses.except_users.extend(self.names(&mut parts, Rule::user_name));
            }
            Rule::no_end => {
                let review = parts.seek(Rule::review_before).and_then(|at| self.date_of(at));
                clauses.no_end = Some(Box::new(NoEnd { review_before: review, span }));
            }
            Rule::from
            | Rule::before
            | Rule::through
            | Rule::in_zone
            | Rule::during
            | Rule::outside
            | Rule::recurring => self.window(clauses.window.fill(), at, span),
            _ => {}
        }
    }

    fn window(&mut self, window: &mut Window, at: At<'_>, span: Span) {
        let mut parts = at.inside();
        match at.rule() {
            Rule::from => window.from = self.date_of(at),
            Rule::before => window.before = self.date_of(at),
            Rule::through => {
                window.through = self.date_of(at);
                if let Some(time) = window.through.as_ref().and_then(|date| date.time.as_ref()) {
                    let error = error::through_time(self.text_at(span), time.span);
                    self.report(error);
                }
            }
            Rule::in_zone => window.zone = self.string_of(at),
            Rule::during => {
                window.during.push(self.names(&mut parts, Rule::hours_name));
            }
            Rule::outside => {
                window.outside.push(self.names(&mut parts, Rule::hours_name));
            }
            Rule::recurring => {
                window.recurring = parts.seek(Rule::pattern).and_then(|at| self.pattern(at)).map(Box::new)
            }
            _ => return,
        }
        window.span = Some(window.span.map_or(span, |all| all.join(span)));
    }
}

fn outside_is_scope(at: At<'_>) -> bool {
    at.inside().next().is_some_and(|part| part.rule() != Rule::hours_name)
}
