//! [`Cx`]: what every part of the resolver works on, and the lookups and reports that they share.

use super::clock::Clock;
use super::intern::Arena;
use super::packages::{Packages, ROOT};
use super::space::{Names, Space};
use crate::diagnostic::{Diagnostic, Edit, Fix, did_you_mean};
use crate::message::{resolve as text, rules as rule_text};
use crate::model::{EnumId, FieldId, Model, ObjectId, Origin, RightId, RoleId, UserId, Value, ValueType};
use crate::source::{PackageId, SourceSet, Span, Symbol};
use crate::syntax::{self, ast::Name};
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
    budget: usize,
    /// Rights on one object that statements may still take in.
    parts_left: usize,
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
            parts_left: MOST_PARTS,
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

    fn unknown(&mut self, package: PackageId, space: Space, name: &Name) {
        let diagnostic = Diagnostic::error(
            space.unknown(),
            text::UNKNOWN.with([("kind", space.noun().plain().into()), ("name", self.name(name).into())]),
            name.span,
            text::UNKNOWN_HERE.plain(),
        );
        let diagnostic = match self.explain_unknown(package, space, name) {
            Some(help) => diagnostic.help(help),
            None => {
                let near = self.near(package, space, name);
                suggest(diagnostic, name, near.as_deref())
            }
        };
        self.out.push(diagnostic);
    }

    /// Why a name is unknown, if it is known as something else or elsewhere.
    fn explain_unknown(&self, package: PackageId, space: Space, name: &Name) -> Option<crate::message::Message> {
        let shown = self.name(name);
        if space == Space::User
            && let [one] = self.titled(shown)
        {
            return Some(text::LABEL_OF.with([("name", shown.into()), ("id", self.model.user_name(*one).into())]));
        }
        if let Some(elsewhere) = self.declared_elsewhere(package, space, name.symbol) {
            return Some(elsewhere);
        }
        let other = Space::ALL.into_iter().find(|other| {
            !matches!(other, Space::Suspension | Space::Requirement)
                && self.names.get(package, *other, name.symbol).is_some()
        })?;
        Some(text::NAME_IS_A.with([("name", shown.into()), ("kind", other.article().plain().into())]))
    }

    /// Whether a package that this one does not see declares it.
    fn declared_elsewhere(&self, package: PackageId, space: Space, symbol: Symbol) -> Option<crate::message::Message> {
        if self.packages.single() || space == Space::User {
            return None;
        }
        let seen: Vec<PackageId> = self.packages.seen(package).collect();
        let owner = (0..self.packages.len() as u32)
            .map(PackageId)
            .find(|other| !seen.contains(other) && self.names.get(*other, space, symbol).is_some())?;
        let path = self.sources.packages.get(owner.0 as usize)?;
        Some(text::IN_OTHER_PACKAGE.with([("path", (&*path.path).into())]))
    }

    fn near(&mut self, package: PackageId, space: Space, name: &Name) -> Option<String> {
        if self.budget == 0 {
            return None;
        }
        let table = self.names.table(package, space);
        let candidates: Vec<Symbol> = table.iter().map(|(symbol, _)| symbol).collect();
        self.near_symbol(name.symbol, candidates)
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
        if self.parts_left == 0 {
            return false;
        }
        match self.parts_left.checked_sub(count) {
            Some(left) if left > 0 => {
                self.parts_left = left;
                true
            }
            _ => {
                self.parts_left = 0;
                self.out.push(
                    Diagnostic::error(
                        &crate::diagnostic::codes::rules::TOO_MANY_RULES,
                        rule_text::TOO_MANY_RULES.with([("most", MOST_PARTS.into())]),
                        span,
                        rule_text::TOO_MANY_RULES_HERE.plain(),
                    )
                    .help(rule_text::TOO_MANY_RULES_HELP.plain()),
                );
                false
            }
        }
    }

    /// A user by id or other id.
    pub(super) fn user(&mut self, name: &Name) -> Option<UserId> {
        self.find(ROOT, Space::User, name).map(UserId)
    }

    /// The users with that display name, in the order of their ids.
    pub(super) fn titled(&self, title: &str) -> &[UserId] {
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

/// Adds "did you mean" with its repair.
pub(super) fn suggest(diagnostic: Diagnostic, name: &Name, near: Option<&str>) -> Diagnostic {
    let Some(near) = near else { return diagnostic };
    diagnostic.help(text::DID_YOU_MEAN.with([("name", near.into())])).fix(Fix {
        message: text::REPLACE_WITH.with([("name", near.into())]),
        edits: vec![Edit { span: name.span, text: spelled(near, name.quoted) }],
    })
}

/// A name as it may be written: in quotes where it was, or where it must.
fn spelled(name: &str, quoted: bool) -> String {
    if quoted || !syntax::is_bare_user(name) { syntax::quoted(name) } else { name.to_owned() }
}
