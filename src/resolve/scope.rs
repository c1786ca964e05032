//! Scopes: `within …` and `outside …`, and what an object must declare for them.

use super::context::{Cx, Site};
use super::target::Part;
use super::value::{Spot, Target};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::rules as codes;
use crate::message::{Text, resolve as name_text, rules as text};
use crate::model::{Object, ObjectId, RightId, ScopeId, ScopeTerm, UnitId, Value, ValueType};
use crate::source::Span;
use crate::syntax::ast::{self, OperandKind, ScopeKind};

/// What is missing on some objects for one term.
struct Need {
    lacks: &'static Text,
    line: &'static str,
    has: fn(&Object) -> bool,
}

const OWNER: Need = Need { lacks: &text::LACKS_OWNER, line: "record owner is …", has: |o| o.owner.is_some() };
const TEAM: Need = Need { lacks: &text::LACKS_TEAM, line: "record team is …", has: |o| o.team.is_some() };
const UNIT: Need = Need { lacks: &text::LACKS_UNIT, line: "record unit is …", has: |o| o.unit.is_some() };

impl Cx<'_> {
    /// The scope of a rule. `None` if something in it is wrong, `Some(ScopeId::ALL)` if none is written.
    pub(super) fn scope(&mut self, site: Site<'_>, within: &[ast::Scope], outside: &[ast::Scope]) -> Option<ScopeId> {
        let (written, negated) = if outside.is_empty() { (within, false) } else { (outside, true) };
        if written.is_empty() {
            return Some(ScopeId::ALL);
        }
        if let (Some(first), true) = (within.first(), negated) {
            self.out.push(Diagnostic::error(
                &codes::MISPLACED_CLAUSE,
                text::WITHIN_AND_OUTSIDE.plain(),
                first.span,
                text::WITHIN_AND_OUTSIDE_HERE.plain(),
            ));
            return None;
        }
        if let [only] = written {
            let term = self.term(site, &only.kind)?;
            return Some(self.arena.scope_of(term, negated));
        }
        let mut terms = Vec::with_capacity(written.len());
        for scope in written {
            terms.push(self.term(site, &scope.kind)?);
        }
        Some(self.arena.scope(terms, negated))
    }

    fn term(&mut self, site: Site<'_>, kind: &ScopeKind) -> Option<ScopeTerm> {
        Some(match kind {
            ScopeKind::Own => ScopeTerm::Own,
            ScopeKind::Team => ScopeTerm::Team,
            ScopeKind::Reports => ScopeTerm::Reports,
            ScopeKind::MyUnit { below: false } => ScopeTerm::MyUnit,
            ScopeKind::MyUnit { below: true } => ScopeTerm::MyUnitAndBelow,
            ScopeKind::All => ScopeTerm::All,
            ScopeKind::NoOwner => ScopeTerm::NoOwner,
            ScopeKind::Shared => ScopeTerm::Shared,
            ScopeKind::Unit { unit, below } => {
                let id = self.scope_unit(site, unit)?;
                if *below { ScopeTerm::UnitAndBelow(id) } else { ScopeTerm::Unit(id) }
            }
        })
    }

    /// A unit, or a parameter that is one.
    fn scope_unit(&mut self, site: Site<'_>, name: &ast::Name) -> Option<UnitId> {
        if site.param(name.symbol).is_none() {
            return self.unit(site.package, name);
        }
        let operand = ast::Operand { kind: OperandKind::Name(*name), span: name.span };
        let spot = Spot { site, target: Target::Unit(name.symbol), bare_users: false, strangers: false };
        match self.literal(spot, &operand, ValueType::Unit)? {
            Value::Unit(unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether every object of the parts declares what the terms need; what is missing is reported once for each term.
    pub(super) fn check_scope(&mut self, scopes: &[ast::Scope], parts: &[Part], every: bool) -> bool {
        let mut good = true;
        for scope in scopes {
            let needs: &[Need] = match scope.kind {
                ScopeKind::Own | ScopeKind::Reports | ScopeKind::NoOwner => &[OWNER],
                ScopeKind::Team => &[TEAM],
                ScopeKind::MyUnit { .. } | ScopeKind::Unit { .. } => &[UNIT],
                ScopeKind::All => &[],
                ScopeKind::Shared => {
                    good &= self.check_shared(scope.span, parts);
                    &[]
                }
            };
            for need in needs {
                let has = |object: ObjectId| self.model.objects.get(object.index()).is_none_or(need.has);
                let lacking: Vec<ObjectId> =
                    parts.iter().map(|part| part.object).filter(|object| !has(*object)).collect();
                if !lacking.is_empty() {
                    good = false;
                    self.lacking(scope.span, need, &lacking, every);
                    break;
                }
            }
        }
        good
    }

    fn lacking(&mut self, span: Span, need: &Need, objects: &[ObjectId], every: bool) {
        let shown: Vec<String> = objects.iter().map(|o| format!("`{}`", self.model.object_name(*o))).collect();
        let diagnostic = Diagnostic::error(
            &codes::SCOPE_NEEDS,
            text::SCOPE_NEEDS.with([
                ("objects", shown.into()),
                ("n", objects.len().into()),
                ("what", need.lacks.plain().into()),
                ("scope", self.sources.text(span).into()),
            ]),
            span,
            text::SCOPE_NEEDS_HERE.with([("line", need.line.into())]),
        );
        // Who names the object wants a rule for it.
        let help = if every { &name_text::EXCEPT_THESE } else { &text::SCOPE_NEEDS_HELP };
        self.out.push(diagnostic.help(help.plain()));
    }

    /// `shared` needs a line that lists the right; for a mask, which has none, any line.
    fn check_shared(&mut self, span: Span, parts: &[Part]) -> bool {
        let mut lacking: Vec<String> = Vec::new();
        for part in parts {
            let Some(object) = self.model.objects.get(part.object.index()) else { continue };
            let shared = |right: RightId| object.shared.iter().any(|line| line.rights.contains(&right));
            if part.rights.is_empty() && object.shared.is_empty() {
                lacking.push(format!("`{}`", self.model.object_name(part.object)));
            }
            let missing = part.rights.iter().copied().filter(|right| !self.is_general(*right) && !shared(*right));
            lacking.extend(missing.map(|right| self.right_shown(right)));
        }
        if lacking.is_empty() {
            return true;
        }
        self.out.push(Diagnostic::error(
            &codes::SCOPE_NEEDS,
            text::NOT_SHARED.with([("rights", lacking.into())]),
            span,
            text::NOT_SHARED_HERE.plain(),
        ));
        false
    }

    /// Whether a right has no record yet.
    pub(super) fn is_general(&self, right: RightId) -> bool {
        self.model.rights.get(right.index()).is_some_and(|right| right.general)
    }

    /// `read Customer`, in backticks.
    pub(super) fn right_shown(&self, right: RightId) -> String {
        let object = self.model.rights.get(right.index()).map_or("", |r| self.model.object_name(r.object));
        format!("`{} {object}`", self.model.action_name(right))
    }
}
