//! [`Cx`]: what every part of the resolver works on, and the lookups and reports that they share.

use super::assign::MOST_ASSIGNMENTS;
use super::clock::Clock;
use super::intern::Arena;
use super::packages::{Packages, ROOT};
use super::space::{Names, Space};
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::message::{resolve as text, rules as rule_text};
use crate::model::{EnumId, FieldId, Model, ObjectId, Origin, RightId, RoleId, UserId, Value, ValueType};
use crate::source::{PackageId, SourceSet, Span, Symbol};
use crate::syntax::ast::Name;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::OnceCell;

/// Candidates that all suggestions of one compile may look at together: thousands of unknown names in a policy with
/// thousands of roles must not take minutes.
const SUGGESTIONS: usize = 400_000;

/// Rules, masks and entries of statements, each about one object, that a policy may come to: a few lines with wildcards
/// and templates can ask for more than any memory holds.
const MOST_PARTS: usize = 2_000_000;

/// The model in the making.
#[derive(Debug)]
pub(super) struct Cx<'a> {
    pub(super) sources: &'a SourceSet,
    pub(super) model: Model,
    pub(super) out: Vec<Diagnostic>,
    pub(super) packages: Packages,
    pub(super) names: Names,
    pub(super) arena: Arena,
    pub(super) clock: Clock,
    /// Action of an object.
    pub(super) rights: FxHashMap<(ObjectId, Symbol), RightId>,
    /// Field of an object.
    pub(super) fields: FxHashMap<(ObjectId, Symbol), FieldId>,
    /// Value of an enumeration.
    pub(super) values: FxHashMap<(EnumId, Symbol), u32>,
    /// By role slot: what a name in [`Space::Role`] stands for.
    pub(super) slots: Vec<Slot>,
    /// Users by display name, once cells or a wrong name ask for it.
    user_titles: OnceCell<FxHashMap<Box<str>, Vec<UserId>>>,
    /// `id`, the attribute that every record has.
    pub(super) id: Symbol,
    /// See [`SUGGESTIONS`].
    pub(super) budget: usize,
    /// Rights on one object that statements take in.
    parts: Allowance,
    /// Assignments.
    pub(super) assignments: Allowance,
}

/// How much more of something a policy may come to.
#[derive(Debug)]
pub(super) struct Allowance(Option<usize>);

impl Allowance {
    pub(super) const fn new(most: usize) -> Self {
        Self(Some(most))
    }

    /// Takes `count` of it. When it is too little for the first time it is used up, and that is reported.
    pub(super) fn take(&mut self, count: usize, report: impl FnOnce()) -> bool {
        let Some(left) = self.0 else { return false };
        self.0 = left.checked_sub(count);
        if self.0.is_none() {
            report();
        }
        self.0.is_some()
    }
}

/// What a name of [`Space::Role`] stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// A role.
    Role(crate::model::RoleId),
    /// A template, by position.
    Template(usize),
    /// Neither: its declaration was refused.
    Nothing,
}

/// A parameter of a template with its argument.
#[derive(Debug, Clone)]
pub(super) struct Param {
    pub(super) name: Symbol,
    pub(super) ty: ValueType,
    pub(super) value: Value,
}

/// Where a statement stands: its package, and what the parameters around it are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'s> {
    pub(super) package: PackageId,
    pub(super) params: &'s [Param],
    /// The line of the instance, inside a template.
    pub(super) instance: Option<Span>,
}

impl<'s> Site<'s> {
    /// Outside templates.
    pub(super) const fn of(package: PackageId) -> Self {
        Self { package, params: &[], instance: None }
    }

    /// The origin of a statement here.
    pub(super) const fn origin(&self, span: Span) -> Origin {
        Origin { span, instance: self.instance }
    }

    /// The parameter of that name.
    pub(super) fn param(&self, symbol: Symbol) -> Option<&'s Param> {
        self.params.iter().find(|param| param.name == symbol)
    }
}

impl<'a> Cx<'a> {
    pub(super) fn new(sources: &'a SourceSet, mut model: Model, packages: Packages, out: Vec<Diagnostic>) -> Self {
        Self {
            id: model.symbols.intern("id"),
            sources,
            model,
            out,
            names: Names::new(packages.len()),
            packages,
            arena: Arena::default(),
            clock: Clock::default(),
            rights: FxHashMap::default(),
            fields: FxHashMap::default(),
            values: FxHashMap::default(),
            slots: Vec::new(),
            user_titles: OnceCell::new(),
            budget: SUGGESTIONS,
            parts: Allowance::new(MOST_PARTS),
            assignments: Allowance::new(MOST_ASSIGNMENTS),
        }
    }

    /// The text of a symbol.
    pub(super) fn text(&self, symbol: Symbol) -> &str {
        self.model.symbols.text(symbol)
    }

    /// The text of a name.
    pub(super) fn name(&self, name: &Name) -> &str {
        self.model.symbols.text(name.symbol)
    }

    /// What `name` names, or a report that nothing has that name.
    pub(super) fn find(&mut self, package: PackageId, space: Space, name: &Name) -> Option<u32> {
        let found = self.names.get(package, space, name.symbol);
        if found.is_none() {
            self.unknown(package, space, name);
        }
        found
    }

    /// The candidate that may have been meant.
    pub(super) fn near_symbol(
        &mut self,
        wrong: Symbol,
        candidates: impl IntoIterator<Item = Symbol>,
    ) -> Option<String> {
        let candidates: Vec<&str> = candidates.into_iter().map(|symbol| self.model.symbols.text(symbol)).collect();
        let left = self.budget.checked_sub(candidates.len());
        self.budget = left.unwrap_or(0);
        left?;
        did_you_mean(self.model.symbols.text(wrong), candidates).map(str::to_owned)
    }

    /// A role by name; templates and unknown names are reported.
    pub(super) fn role(&mut self, package: PackageId, name: &Name) -> Option<crate::model::RoleId> {
        let slot = self.find(package, Space::Role, name)?;
        match self.slots.get(slot as usize)? {
            Slot::Role(role) => Some(*role),
            Slot::Nothing => None,
            Slot::Template(_) => {
                let shown = self.name(name);
                self.out.push(
                    Diagnostic::error(
                        &crate::diagnostic::codes::resolve::TEMPLATE_AS_ROLE,
                        text::TEMPLATE_AS_ROLE.with([("name", shown.into())]),
                        name.span,
                        text::TEMPLATE_AS_ROLE_HERE.plain(),
                    )
                    .help(text::TEMPLATE_AS_ROLE_HELP.with([("name", shown.into())])),
                );
                None
            }
        }
    }

    /// Roles by name, without repeats, in the order written.
    pub(super) fn roles(&mut self, package: PackageId, names: &[Name]) -> Vec<crate::model::RoleId> {
        let mut roles = Vec::with_capacity(names.len());
        let mut repeats = Repeats::new(names.len());
        for name in names {
            if let Some(role) = self.role(package, name)
                && !repeats.repeats(&roles, role)
            {
                roles.push(role);
            }
        }
        roles
    }

    /// Counts what a statement takes in. `false`, and one report, when a policy comes to too much.
    pub(super) fn may_take(&mut self, count: usize, span: Span) -> bool {
        let out = &mut self.out;
        self.parts.take(count, || {
            out.push(
                Diagnostic::error(
                    &crate::diagnostic::codes::rules::TOO_MANY_RULES,
                    rule_text::TOO_MANY_RULES.with([("most", MOST_PARTS.into())]),
                    span,
                    rule_text::TOO_MANY_RULES_HERE.plain(),
                )
                .help(rule_text::TOO_MANY_RULES_HELP.plain()),
            );
        })
    }

    /// A user by id or other id.
    pub(super) fn user(&mut self, name: &Name) -> Option<UserId> {
        self.find(ROOT, Space::User, name).map(UserId)
    }

    /// The users with that display name, in the order of their ids.
    pub(super) fn people_titled(&self, title: &str) -> &[UserId] {
        if self.model.users.is_empty() {
            return &[];
        }
        let titles = self.user_titles.get_or_init(|| {
            let mut titles: FxHashMap<Box<str>, Vec<UserId>> = FxHashMap::default();
            for (index, user) in self.model.users.iter().enumerate() {
                if let Some(title) = &user.title {
                    titles.entry(title.clone()).or_default().push(UserId::from_index(index));
                }
            }
            titles
        });
        titles.get(title).map_or(&[], Vec::as_slice)
    }

    /// The texts of some symbols in backticks.
    pub(super) fn quoted(&self, symbols: impl IntoIterator<Item = Symbol>) -> Vec<String> {
        symbols.into_iter().map(|symbol| format!("`{}`", self.text(symbol))).collect()
    }
}

/// Which roles of a list were named before: a look through the few there are, or a set where there may be many.
#[derive(Debug)]
pub(super) struct Repeats(Option<FxHashSet<RoleId>>);

impl Repeats {
    /// For a list of that many names.
    pub(super) fn new(names: usize) -> Self {
        Self((names > 16).then(FxHashSet::default))
    }

    /// Whether `role` is among `before`, which has all roles for which this was false.
    pub(super) fn repeats(&mut self, before: &[RoleId], role: RoleId) -> bool {
        match &mut self.0 {
            None => before.contains(&role),
            Some(seen) => !seen.insert(role),
        }
    }
}

/// Adds "did you mean". Never a repair: the nearest name may be somebody else's.
pub(super) fn suggest(diagnostic: Diagnostic, near: Option<&str>) -> Diagnostic {
    match near {
        Some(near) => diagnostic.help(text::DID_YOU_MEAN.with([("name", near.into())])),
        None => diagnostic,
    }
}
