//! Candidates that give time: the bound of an assignment, a delegation, a person or a rule moved to take in the instant.

use super::Statement;
use super::candidate::{Candidate, Situation};
use crate::analysis::effective::effective;
use crate::analysis::local::iso;
use crate::explain::desk::Found;
use crate::message::answer as text;
use crate::model::{Origin, RoleId};
use crate::runtime::Reason;
use crate::source::Span;
use crate::syntax::ast::{self, DateTime, ItemKind, RoleItemKind};

impl Situation<'_> {
    /// Each bound that keeps an allow from running, moved; for all that keep one allow at once.
    pub(super) fn widen_windows(&self, found: &mut Vec<Candidate>) {
        for allow in self.trace.allows.iter().filter(|allow| allow.covers && allow.reached == Reason::Inactive) {
            let mut strokes: Vec<Statement> = Vec::new();
            if let Some(hat) = self.hat(allow.hat) {
                strokes.extend(self.widen_item(*hat.origin));
            }
            strokes.extend(self.widen_person());
            let rule = match self.found(allow.rule) {
                Some(Found::Rule(id)) => self.model.rules.get(id.index()),
                Some(Found::Mask(_)) | None => None,
            };
            if let Some(rule) = rule {
                strokes.extend(self.widen_line(rule.origin));
                let held = self.trace.hat(allow.hat).and_then(|hat| self.held(hat.held));
                for role in held.into_iter().flat_map(|held| self.way(held, rule.role)) {
                    strokes.extend(self.widen_active(role));
                }
            }
            if !strokes.is_empty() {
                found.push(Candidate::new(strokes, text::CHANGE_WIDEN.plain()));
            }
        }
    }

    /// The roles on a shortest way, both ends included.
    fn way(&self, held: RoleId, writer: RoleId) -> Vec<RoleId> {
        effective(self.model, &self.gates, held).map_or_else(Vec::new, |e| e.path(writer))
    }

    fn widen_item(&self, origin: Origin) -> Option<Statement> {
        let item = self.page.item(origin.span)?;
        let window = match &item.kind {
            ItemKind::Assign(assign) => &assign.window,
            ItemKind::Delegate(delegate) => &delegate.window,
            _ => return None,
        };
        self.widen(item.span, window, origin)
    }

    fn widen_line(&self, origin: Origin) -> Option<Statement> {
        let line = self.page.role_line(origin.span)?;
        let RoleItemKind::Rule(rule) = &line.kind else { return None };
        self.widen(line.span, &rule.window, origin)
    }

    /// The `active` line of a role: its bound moved, or the line taken out if its hours are shut.
    fn widen_active(&self, role: RoleId) -> Vec<Statement> {
        let Some(declared) = self.model.roles.get(role.index()) else { return Vec::new() };
        let mut strokes = Vec::new();
        for active in &declared.active {
            let open = self.model.window(active.window).state(&self.model.time, self.request.time).open;
            let Some(line) = (!open).then(|| self.page.role_line(active.origin.span)).flatten() else { continue };
            let RoleItemKind::Active(written) = &line.kind else { continue };
            let moved = self.widen(line.span, &written.window, active.origin);
            strokes.extend(moved.or_else(|| self.page.remove(line.span)));
        }
        strokes
    }

    fn widen_person(&self) -> Option<Statement> {
        let user = self.model.users.get(self.user?.index())?;
        let item = self.page.item(user.origin.span)?;
        let ItemKind::User(written) = &item.kind else { return None };
        let (date, _) = self.local(user.origin)?;
        let moved = |edge: &Option<Box<DateTime>>, past: fn(&str, &str) -> bool| {
            let edge = edge.as_ref().filter(|edge| past(&edge.date, &iso(date)))?;
            self.page.replace(item.span, edge.span, &iso(date))
        };
        moved(&written.ends, |end, today| end < today).or_else(|| moved(&written.starts, |start, today| start > today))
    }

    /// The statement with the bound moved that the instant lies beyond.
    fn widen(&self, whole: Span, window: &ast::Window, origin: Origin) -> Option<Statement> {
        let (date, seconds) = self.local(origin)?;
        let today = iso(date);
        let clock = format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
        // Dates and times of day sort as their texts do.
        let beyond = |edge: &DateTime| match &edge.time {
            Some(time) => (&*edge.date, &*time.text) <= (today.as_str(), clock.as_str()),
            None => &*edge.date <= today.as_str(),
        };
        if let Some(edge) = window.through.as_ref().filter(|edge| *edge.date < *today) {
            return self.page.replace(whole, edge.span, &today);
        }
        if let Some(edge) = window.before.as_ref().filter(|edge| beyond(edge)) {
            return self.page.replace(whole, edge.span, &iso(date.plus(1)));
        }
        let early = window.from.as_ref().filter(|edge| !beyond(edge));
        early.and_then(|edge| self.page.replace(whole, edge.span, &today))
    }
}
