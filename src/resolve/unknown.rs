//! Names that nothing declares: what they may have been meant to be.

use super::context::{Cx, suggest};
use super::lookalike;
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::message::{Message, resolve as text};
use crate::model::UserId;
use crate::source::{PackageId, Symbol};
use crate::syntax::TYPES;
use crate::syntax::ast::Name;

/// Names of a kind that are listed where none is near.
const FEW: usize = 12;

/// What people write for everybody.
const EVERYONE: [&str; 7] = ["所有人", "全员", "全体", "全体员工", "所有用户", "anyone", "all"];

impl Cx<'_> {
    /// Reports a name that nothing of its kind has.
    pub(super) fn unknown(&mut self, package: PackageId, space: Space, name: &Name) {
        let diagnostic = Diagnostic::error(
            space.unknown(),
            text::UNKNOWN.with([("kind", space.noun().plain().into()), ("name", self.name(name).into())]),
            name.span,
            text::UNKNOWN_HERE.plain(),
        );
        let diagnostic = match self.explain_unknown(package, space, name.symbol) {
            Some(help) => diagnostic.help(help),
            None => self.with_near(diagnostic, package, space, name),
        };
        self.out.push(diagnostic);
    }

    /// The near name, or the few that there are.
    fn with_near(&mut self, diagnostic: Diagnostic, package: PackageId, space: Space, name: &Name) -> Diagnostic {
        if self.budget == 0 {
            return diagnostic;
        }
        let known: Vec<Symbol> = self.names.table(package, space).iter().map(|(symbol, _)| symbol).collect();
        match self.near_symbol(name.symbol, known.iter().copied()) {
            Some(near) => suggest(diagnostic, Some(&near)),
            None if (!known.is_empty() || space == Space::Type) && known.len() <= FEW => {
                let mut names = self.quoted(known);
                if space == Space::Type {
                    names.extend(TYPES.iter().map(|name| format!("`{name}`")));
                }
                names.sort();
                diagnostic.help(text::CHOICES.with([("names", names.into())]))
            }
            None => diagnostic,
        }
    }

    /// Why a name is unknown, if it is known as something else or elsewhere.
    fn explain_unknown(&mut self, package: PackageId, space: Space, symbol: Symbol) -> Option<Message> {
        if space == Space::User {
            if let Some(help) = self.explain_user(symbol) {
                return Some(help);
            }
        } else if let Some(id) = self.titled(space, symbol) {
            return Some(text::LABEL_OF.with([("name", self.text(symbol).into()), ("id", id.into())]));
        }
        if let Some(elsewhere) = self.declared_elsewhere(package, space, symbol) {
            return Some(elsewhere);
        }
        let other = Space::ALL.into_iter().find(|other| {
            !matches!(other, Space::Suspension | Space::Requirement)
                && self.names.get(package, *other, symbol).is_some()
        })?;
        Some(text::NAME_IS_A.with([("name", self.text(symbol).into()), ("kind", other.article().plain().into())]))
    }

    /// Whose display name it is, or whose id up to case and width.
    pub(super) fn explain_user(&mut self, symbol: Symbol) -> Option<Message> {
        let shown = self.text(symbol);
        if EVERYONE.contains(&shown) {
            return Some(text::WRITE_EVERYONE.plain());
        }
        let id = |id: &UserId| format!("`{}`", self.model.user_name(*id));
        match self.people_titled(shown) {
            [] => {}
            [one] => {
                let id = self.model.user_name(*one);
                return Some(text::LABEL_OF.with([("name", shown.into()), ("id", id.into())]));
            }
            several => {
                let ids: Vec<String> = several.iter().take(FEW).map(id).collect();
                return Some(text::LABEL_OF_SEVERAL.with([("name", shown.into()), ("ids", ids.into())]));
            }
        }
        let left = self.budget.checked_sub(self.model.users.len());
        self.budget = left.unwrap_or(0);
        left?;
        let folded = lookalike::folded(self.text(symbol));
        let same = |user: &&crate::model::User| lookalike::folded(self.text(user.id)) == folded;
        let user = self.model.users.iter().find(same)?;
        let parts = [("name", self.text(symbol).into()), ("id", self.text(user.id).into())];
        Some(match user.row {
            Some(line) => {
                let [name, id] = parts;
                text::SAME_UP_TO_WIDTH_IN_ROW.with([name, id, ("line", (line as usize).into())])
            }
            None => text::SAME_UP_TO_WIDTH.with(parts),
        })
    }

    /// The name of what has this label, if one thing of the kind has.
    fn titled(&self, space: Space, symbol: Symbol) -> Option<String> {
        let label = self.text(symbol);
        let is = |title: &Option<Box<str>>| title.as_deref() == Some(label);
        let model = &self.model;
        let names: Vec<Symbol> = match space {
            Space::Unit => model.units.iter().filter(|unit| is(&unit.title)).map(|unit| unit.name).collect(),
            Space::Role => model.roles.iter().filter(|role| is(&role.title)).map(|role| role.name).collect(),
            Space::Object => model.objects.iter().filter(|object| is(&object.title)).map(|o| o.name).collect(),
            Space::Label => model.labels.iter().filter(|label| is(&label.title)).map(|label| label.name).collect(),
            Space::Type
            | Space::Network
            | Space::Calendar
            | Space::Hours
            | Space::SubjectAttribute
            | Space::RequestAttribute
            | Space::Suspension
            | Space::Requirement
            | Space::User => Vec::new(),
        };
        match names.as_slice() {
            [one] => Some(self.text(*one).to_owned()),
            _ => None,
        }
    }

    /// Whether a package that this one does not see declares it.
    fn declared_elsewhere(&self, package: PackageId, space: Space, symbol: Symbol) -> Option<Message> {
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
}
