//! [`Told`]: what the facts say of one statement, which may be several rules, in several instances of a template.

use super::Context;
use super::shown;
use crate::diagnostic::{Code, Diagnostic, Edit, Fix, Severity, fix};
use crate::exact::Line;
use crate::facts::{Fact, Standing};
use crate::message::{Arg, Text, lines as text};
use crate::model::{Model, Origin, RightId, RoleId, Rule, RuleEffect, RuleId, ScopeId, WindowId};
use crate::source::Span;
use crate::words;
use std::collections::BTreeMap;

/// A statement with the rights of which some fact holds, wherever it stands.
pub(super) struct Told<'a> {
    /// The role that writes it; the first instance, where it stands in a template.
    pub(super) role: RoleId,
    pub(super) span: Span,
    pub(super) rights: Vec<RightId>,
    /// The fact holds of all that the statement says.
    pub(super) whole: bool,
    /// It is no part of a template.
    pub(super) plain: bool,
    /// Whatever covers it has its records and times, or no limit to them.
    plainly: bool,
    /// The first of the facts.
    pub(super) fact: &'a Fact,
    /// The lines that all the facts name, each once.
    by: Vec<Line>,
}

/// The statements of which `wanted` facts hold.
pub(super) fn told<'a>(
    cx: &'a Context<'_>,
    effect: RuleEffect,
    wanted: impl Fn(RuleId, &Fact) -> bool,
) -> Vec<Told<'a>> {
    let facts = cx.facts();
    let mut statements: BTreeMap<Span, Vec<(RuleId, &Rule)>> = BTreeMap::new();
    for (index, rule) in cx.model.rules.iter().enumerate() {
        statements.entry(rule.origin.span).or_default().push((RuleId::from_index(index), rule));
    }
    let mut found = Vec::new();
    for (span, rules) in statements {
        let Some((_, first)) = rules.first().filter(|(_, rule)| rule.effect == effect) else { continue };
        let mut all: Vec<RightId> = rules.iter().flat_map(|(_, rule)| rule.rights.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        let holds = |right: &RightId| {
            let mut of = rules.iter().filter(|(_, rule)| rule.rights.contains(right));
            of.all(|(id, _)| facts.rules.get(&(*id, *right)).is_some_and(|fact| wanted(*id, fact)))
        };
        let rights: Vec<RightId> = all.iter().copied().filter(holds).collect();
        let fact = rights.first().and_then(|right| {
            let mut of = rules.iter().filter(|(_, rule)| rule.rights.contains(right));
            of.find_map(|(id, _)| facts.rules.get(&(*id, *right)))
        });
        let Some(fact) = fact else { continue };
        let of = |right: &RightId| {
            let of = rules.iter().filter(|(_, rule)| rule.rights.contains(right));
            of.map(|(id, rule)| (rule, facts.rules.get(&(*id, *right)))).collect::<Vec<_>>()
        };
        let plainly =
            rights.iter().flat_map(of).all(|(rule, fact)| fact.is_some_and(|f| plainly_covers(cx.model, rule, f)));
        let plain = cx.model.roles.get(first.role.index()).is_some_and(|role| role.template.is_none());
        let mut by: Vec<Line> = Vec::new();
        for line in rights.iter().flat_map(of).filter_map(|(_, fact)| fact).flat_map(|fact| lines(&fact.standing)) {
            if !by.contains(&line) {
                by.push(line);
            }
        }
        let whole = rights.len() == all.len();
        found.push(Told { role: first.role, span, whole, plain, plainly, rights, fact, by });
    }
    found
}

impl Told<'_> {
    /// A diagnostic about it, with the lines that the fact names, and the request that shows it.
    pub(super) fn report(
        &self,
        cx: &Context<'_>,
        code: &'static Code,
        severity: Severity,
        words: (&'static Text, &'static Text, &'static Text),
    ) -> Diagnostic {
        let (entry, here, there) = words;
        let message = entry.with(self.args(cx.model));
        let mut diagnostic = Diagnostic { severity, ..Diagnostic::warning(code, message, self.span, here.plain()) };
        for origin in self.by.iter().filter_map(|line| origin_of(cx.model, *line)) {
            if diagnostic.secondary.len() == SHOWN {
                break;
            }
            if origin.span != self.span && !diagnostic.secondary.iter().any(|label| label.span == origin.span) {
                diagnostic = diagnostic.and(origin.span, there.plain());
            }
        }
        let names = self.rights.iter().map(|right| words::rights(cx.model, &[*right]));
        let about: Vec<String> = std::iter::once(cx.model.role_name(self.role).to_owned()).chain(names).collect();
        diagnostic.about(about).witness(self.fact.witness.clone())
    }

    fn args(&self, model: &Model) -> [(&'static str, Arg); 3] {
        [
            ("role", model.role_name(self.role).into()),
            ("rights", shown::rights(model, &self.rights).into()),
            ("others", shown::roles(model, &self.writers(model)).into()),
        ]
    }

    /// The roles that write the lines that the facts name.
    fn writers(&self, model: &Model) -> Vec<RoleId> {
        self.by.iter().filter_map(|line| role_of(model, *line)).collect()
    }

    /// Whether other roles write every line that does what it does.
    pub(super) fn is_by_inherited(&self, model: &Model) -> bool {
        let writers = self.writers(model);
        !writers.is_empty() && !writers.contains(&self.role)
    }

    /// Takes the statement out, or says which rights to take out of it.
    pub(super) fn removal(&self, cx: &Context<'_>, diagnostic: Diagnostic) -> Diagnostic {
        if !self.whole {
            let rights = shown::rights(cx.model, &self.rights);
            return diagnostic.help(text::COVERED_PART_HELP.with([("rights", rights.into())]));
        }
        if !self.plain || !self.plainly {
            return diagnostic.help(text::COVERED_HELP.plain());
        }
        let edit = Edit { span: fix::with_line(cx.sources, self.span), text: String::new() };
        diagnostic.fix(Fix::keeping(text::COVERED_HELP.plain(), vec![edit]))
    }
}

/// Whether each part of the line that does the same is that of the other or no limit at all: then a table shows that
/// nothing is lost.
fn plainly_covers(model: &Model, rule: &Rule, fact: &Fact) -> bool {
    let Standing::Covered { by: Line::Rule(by), .. } = fact.standing else { return false };
    model.rules.get(by.index()).is_some_and(|wide| {
        (wide.scope == ScopeId::ALL || wide.scope == rule.scope)
            && (wide.window == WindowId::ALWAYS || wide.window == rule.window)
    })
}

/// Lines that a diagnostic shows besides its own.
const SHOWN: usize = 3;

/// The lines that a standing names.
pub(super) fn lines(standing: &Standing) -> Vec<Line> {
    match standing {
        Standing::Covered { by, .. } => vec![*by],
        Standing::Jointly(lines) | Standing::Dead(lines) => lines.clone(),
        Standing::Impossible | Standing::Idle => Vec::new(),
    }
}

pub(super) fn origin_of(model: &Model, line: Line) -> Option<Origin> {
    match line {
        Line::Rule(id) => model.rules.get(id.index()).map(|rule| rule.origin),
        Line::Mask(id) => model.masks.get(id.index()).map(|mask| mask.origin),
    }
}

pub(super) fn role_of(model: &Model, line: Line) -> Option<RoleId> {
    match line {
        Line::Rule(id) => model.rules.get(id.index()).map(|rule| rule.role),
        Line::Mask(id) => model.masks.get(id.index()).map(|mask| mask.role),
    }
}

/// Of two lines that do the same, the one written later is the needless one; of a chain of them all but the first.
pub(super) fn is_later(model: &Model, line: Line, standing: &Standing) -> bool {
    match standing {
        Standing::Covered { by, mutual: true } => {
            role_of(model, *by) != role_of(model, line) || origin_of(model, *by) < origin_of(model, line)
        }
        Standing::Covered { mutual: false, .. } => true,
        _ => false,
    }
}
