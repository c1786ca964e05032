//! Candidates that take what stands in the way: a deny, a mask, a suspension, a requirement.

use super::Statement;
use super::candidate::{Candidate, Situation};
use super::page::Page;
use crate::analysis::local::{LocalClock, iso};
use crate::explain::desk::Found;
use crate::message::answer as text;
use crate::model::{Mask, Origin, Require, RightId, RoleId, Suspension};
use crate::runtime::Truth;
use crate::source::Span;
use crate::syntax::ast::{self, ActionList, ItemKind, ObjectList, RoleItemKind, SuspendWhat};
use crate::time::Date;

impl Situation<'_> {
    /// Denies and masks that bind: cancelled where they are inherited, narrowed, or taken out. If several bind, also
    /// all of them together.
    pub(super) fn remove_brakes(&self, found: &mut Vec<Candidate>) {
        let mut removed: Vec<(Origin, Statement)> = Vec::new();
        for brake in &self.trace.brakes {
            let binds = brake.hits && brake.counts && brake.in_time && brake.truth != Truth::False;
            let Some(rule) = binds.then(|| self.found(brake.rule)).flatten() else { continue };
            let held = self.trace.hat(brake.hat).and_then(|hat| self.held(hat.held));
            let Some((role, origin)) = self.written_by(rule) else { continue };
            let stroke = self.without_brake(rule);
            if let (Some(stroke), false) = (&stroke, removed.iter().any(|(known, _)| *known == origin)) {
                removed.push((origin, stroke.clone()));
            }
            found.extend(
                held.filter(|held| *held != role).map(|held| self.cancels(held, role, rule)).into_iter().flatten(),
            );
            let message = text::CHANGE_REMOVE_BRAKE.with([("role", self.model.role_name(role).into())]);
            found.extend(stroke.map(|s| Candidate::new(vec![s], message).lifting(vec![None])));
            found.extend(self.without_hat(brake.hat));
        }
        if removed.len() > 1 {
            let lifted = vec![None; removed.len()];
            let strokes = removed.into_iter().map(|(_, stroke)| stroke).collect();
            found.push(Candidate::new(strokes, text::CHANGE_REMOVE_BRAKES.plain()).lifting(lifted));
        }
    }

    /// One way to clear everything that is in force against the request: denies and masks cancelled where they are
    /// inherited, suspensions ended, requirements that are known to fail relaxed. `None` if nothing is, or if not all of
    /// it can be cleared.
    pub(super) fn clear_the_way(&self) -> Option<Candidate> {
        let mut strokes: Vec<(Origin, Statement)> = Vec::new();
        let mut lifted: Vec<Option<Box<str>>> = Vec::new();
        let mut add = |origin: Origin, stroke: Option<Statement>, because: Option<Box<str>>| {
            if !strokes.iter().any(|(known, _)| *known == origin) {
                strokes.push((origin, stroke?));
                lifted.push(because);
            }
            Some(())
        };
        for brake in &self.trace.brakes {
            if !(brake.hits && brake.counts && brake.in_time && brake.truth != Truth::False) {
                continue;
            }
            let rule = self.found(brake.rule)?;
            let (role, origin) = self.written_by(rule)?;
            let held = self.trace.hat(brake.hat).and_then(|hat| self.held(hat.held)).filter(|held| *held != role);
            let line = held.and_then(|held| Some((held, self.cancel_lines(role, rule).into_iter().next()?)));
            let cancel = line.and_then(|(held, line)| self.page.add_to_role(held, &line));
            add(origin, cancel.or_else(|| self.without_brake(rule)), None)?;
        }
        for trace in self.trace.suspensions.iter().filter(|s| s.truth != Truth::False) {
            let suspension = self.suspension(trace.suspension)?;
            let ended = self.ending(suspension).or_else(|| self.page.remove(suspension.origin.span));
            add(suspension.origin, ended, suspension.because.clone())?;
        }
        for trace in self.trace.requires.iter().filter(|r| r.concerned && r.met == Truth::False) {
            let (require, stroke) = self.relaxed(trace.statement)?;
            add(require.origin, stroke, require.because.clone())?;
        }
        let strokes: Vec<Statement> = strokes.into_iter().map(|(_, stroke)| stroke).collect();
        (!strokes.is_empty()).then(|| Candidate::new(strokes, text::CHANGE_CLEAR.plain()).lifting(lifted))
    }

    fn written_by(&self, found: Found) -> Option<(RoleId, Origin)> {
        match found {
            Found::Rule(id) => self.model.rules.get(id.index()).map(|rule| (rule.role, rule.origin)),
            Found::Mask(id) => self.model.masks.get(id.index()).map(|mask| (mask.role, mask.origin)),
        }
    }

    /// `cancel` lines for a deny or mask of a role: by right, by name, and of every one.
    fn cancel_lines(&self, from: RoleId, found: Found) -> Vec<String> {
        let from_name = Page::name(self.model.role_name(from));
        let (what, name) = match found {
            Found::Rule(id) => {
                let rule = self.model.rules.get(id.index());
                (format!("deny {}", self.record_target()), rule.and_then(|r| r.name).map(|n| (n, "deny")))
            }
            Found::Mask(id) => {
                let mask = self.model.masks.get(id.index());
                (format!("mask {}", self.masked(mask)), mask.and_then(|m| m.name).map(|n| (n, "mask")))
            }
        };
        let mut lines = vec![format!("cancel {what} inherited from {from_name} because \"…\"")];
        if let Some((name, kind)) = name {
            let name = Page::name(self.model.text(name));
            lines.push(format!("cancel {kind} {name} inherited from {from_name} because \"…\""));
        }
        lines.push(format!("cancel every {what} inherited from {from_name} because \"…\""));
        lines
    }

    /// `cancel` in the role that is held.
    fn cancels(&self, held: RoleId, from: RoleId, found: Found) -> Vec<Candidate> {
        let lines = self.cancel_lines(from, found);
        let message = text::CHANGE_CANCEL
            .with([("role", self.model.role_name(held).into()), ("from", self.model.role_name(from).into())]);
        let strokes = lines.iter().filter_map(|line| self.page.add_to_role(held, line));
        let family = Some(1000_u32.saturating_add(held.0));
        strokes
            .map(|stroke| Candidate { family, ..Candidate::new(vec![stroke], message.clone()).lifting(vec![None]) })
            .collect()
    }

    fn record_target(&self) -> String {
        format!("{} {}", Page::name(self.request.action), Page::name(self.request.object))
    }

    fn masked(&self, mask: Option<&Mask>) -> String {
        let asked = self.field.map(|field| vec![field]);
        let fields = asked.or_else(|| mask.map(|m| m.fields.to_vec())).unwrap_or_default();
        let names: Vec<String> = fields.iter().map(|f| Page::name(self.model.field_name(*f))).collect();
        format!("{} ({})", Page::name(self.request.object), names.join(", "))
    }

    /// The deny or mask without what is asked.
    fn without_brake(&self, found: Found) -> Option<Statement> {
        match found {
            Found::Rule(id) => {
                let rule = self.model.rules.get(id.index())?;
                self.narrow_line(rule.origin.span, self.right?)
            }
            Found::Mask(id) => {
                let mask = self.model.masks.get(id.index())?;
                let line = self.page.role_line(mask.origin.span)?;
                let RoleItemKind::Mask(written) = &line.kind else { return None };
                let field = self.field?;
                let name = self.model.fields.get(field.index())?.name;
                match &*written.objects {
                    [only] => {
                        let at = only.fields.iter().position(|f| f.symbol == name)?;
                        self.page.remove_name(line.span, &only.fields, at)
                    }
                    _ => self.page.remove(line.span),
                }
            }
        }
    }

    /// A statement about actions on objects without one right.
    pub(super) fn narrow(&self, whole: Span, target: &ast::Target, right: RightId) -> Option<Statement> {
        let declared = self.model.rights.get(right.index())?;
        let object = self.model.objects.get(declared.object.index())?;
        let action_at = |names: &[ast::Name]| names.iter().position(|n| n.symbol == declared.action);
        let object_at = |refs: &[ast::ObjectRef]| refs.iter().position(|r| r.object.symbol == object.name);
        let (action, name) = (Page::name(self.model.text(declared.action)), Page::name(self.model.text(object.name)));
        match (&target.actions, &target.objects) {
            (ActionList::Named(actions), ObjectList::Named(objects)) if actions.len() > 1 || objects.len() > 1 => {
                if objects.len() > 1 {
                    let names: Vec<ast::Name> = objects.iter().map(|o| o.object).collect();
                    let fields = objects.iter().any(|o| !o.fields.is_empty());
                    // Fields stand behind their object; taking one object out of such a list is left to people.
                    return if fields { None } else { self.page.remove_name(whole, &names, object_at(objects)?) };
                }
                self.page.remove_name(whole, actions, action_at(actions)?)
            }
            (_, ObjectList::Every { span, except }) => {
                let end = except.last().map_or(*span, |last| last.span);
                let words = if except.is_empty() { format!(" except {name}") } else { format!(", {name}") };
                self.page.replace(whole, Span { start: end.end, ..end }, &words)
            }
            (ActionList::Every { span, except }, ObjectList::Named(_)) => {
                let end = except.last().map_or(*span, |last| last.span);
                let words = if except.is_empty() { format!(" except {action}") } else { format!(", {action}") };
                self.page.replace(whole, Span { start: end.end, ..end }, &words)
            }
            (ActionList::Named(_), ObjectList::Named(_)) => self.page.remove(whole),
        }
    }

    /// Suspensions that are in force: ended early, narrowed, or taken out.
    pub(super) fn end_suspensions(&self, found: &mut Vec<Candidate>) {
        let mut removed: Vec<(Origin, Statement)> = Vec::new();
        let mut lifted: Vec<Option<Box<str>>> = Vec::new();
        for trace in self.trace.suspensions.iter().filter(|s| s.truth != Truth::False) {
            let Some(suspension) = self.suspension(trace.suspension) else { continue };
            found.extend(self.end_early(suspension));
            found.extend(self.exempt(suspension));
            let Some(stroke) = self.page.remove(suspension.origin.span) else { continue };
            if !removed.iter().any(|(known, _)| *known == suspension.origin) {
                removed.push((suspension.origin, stroke.clone()));
                lifted.push(suspension.because.clone());
            }
            let message = text::CHANGE_REMOVE_SUSPENSION.plain();
            found.push(Candidate::new(vec![stroke], message).lifting(vec![suspension.because.clone()]));
        }
        if removed.len() > 1 {
            let strokes = removed.into_iter().map(|(_, stroke)| stroke).collect();
            found.push(Candidate::new(strokes, text::CHANGE_REMOVE_SUSPENSIONS.plain()).lifting(lifted));
        }
    }

    /// The suspension of the model behind one of the table.
    fn suspension(&self, at: u32) -> Option<&Suspension> {
        let (place, ..) = self.desk.table.suspension_note(at)?;
        self.model.suspensions.iter().find(|s| self.package.stands_at(s.origin, &place))
    }

    fn end_early(&self, suspension: &Suspension) -> Option<Candidate> {
        let name = suspension.name?;
        let message = text::CHANGE_END_EARLY.with([("name", self.model.text(name).into())]);
        let candidate = Candidate::new(vec![self.ending(suspension)?], message);
        Some(candidate.lifting(vec![suspension.because.clone()]))
    }

    /// `end … early` of a suspension that has a name and is not ended yet.
    fn ending(&self, suspension: &Suspension) -> Option<Statement> {
        let name = suspension.name.filter(|_| suspension.ended.is_none())?;
        let at = self.local_minute(suspension.origin)?;
        let line = format!("end {} early at {at} because \"…\"", Page::name(self.model.text(name)));
        let beside = |kind: &ItemKind| matches!(kind, ItemKind::Suspend(_) | ItemKind::EndEarly(_));
        self.page.add_statement(beside, &line)
    }

    /// The asker or the right taken out of a suspension that goes on for others.
    fn exempt(&self, suspension: &Suspension) -> Option<Candidate> {
        let item = self.page.item(suspension.origin.span)?;
        let ItemKind::Suspend(written) = &item.kind else { return None };
        let message = text::CHANGE_EXEMPT.plain();
        let stroke = match &written.what {
            SuspendWhat::Users { users, .. } if users.len() > 1 => {
                let user = self.model.users.get(self.user?.index())?;
                let at = users.iter().position(|name| name.symbol == user.id)?;
                self.page.remove_name(item.span, users, at)?
            }
            SuspendWhat::Actions(target) => self.narrow(item.span, target, self.right?)?,
            SuspendWhat::Everything { except_roles, except_users } => {
                let names = except_roles.iter().map(|(name, _)| name).chain(except_users).map(|name| name.span.end);
                let named = written.named.map(|name| name.span.end);
                let start = item.span.start + u32::try_from("suspend everything".len()).ok()?;
                let text = self.page.sources.text(item.span);
                // Behind `or roles that inherit it` nothing can be told from the names alone.
                let plain = text.starts_with("suspend everything") && !text.contains("or roles that inherit");
                let at = plain.then(|| names.chain(named).max().unwrap_or(start))?;
                let words = format!(" except user {}", self.asker()?);
                self.page.replace(item.span, Span { start: at, end: at, ..item.span }, &words)?
            }
            SuspendWhat::Users { .. } | SuspendWhat::Roles { .. } => return None,
        };
        let candidate = Candidate::new(vec![stroke], message).lifting(vec![suspension.because.clone()]);
        let only_asker = !matches!(written.what, SuspendWhat::Actions(_));
        Some(Candidate { heavy: usize::from(!only_asker), ..candidate })
    }

    /// The time of the question, down to the minute, in the zone of the package that writes a statement.
    pub(super) fn local_minute(&self, origin: Origin) -> Option<String> {
        let (date, seconds) = self.local(origin)?;
        let minutes = seconds / 60;
        Some(format!("{} {:02}:{:02}", iso(date), minutes / 60, minutes % 60))
    }

    /// The date of the question, and the seconds since its midnight, where a statement is at home.
    pub(super) fn local(&self, origin: Origin) -> Option<(Date, u32)> {
        let package = self.page.sources.file(origin.span.file).map(|f| f.package)?;
        LocalClock::of(self.model, package).show(self.request.time)
    }

    /// Requirements that are not met, without what is asked.
    pub(super) fn relax_requirements(&self, found: &mut Vec<Candidate>) {
        for trace in self.trace.requires.iter().filter(|r| r.concerned && r.met != Truth::True) {
            let Some((require, Some(stroke))) = self.relaxed(trace.statement) else { continue };
            let candidate = Candidate::new(vec![stroke], text::CHANGE_RELAX.plain());
            found.push(candidate.lifting(vec![require.because.clone()]));
        }
    }

    fn relaxed(&self, statement: u32) -> Option<(&Require, Option<Statement>)> {
        let (place, ..) = self.desk.table.require_note(statement)?;
        let require = self.model.requires.iter().find(|r| self.package.stands_at(r.origin, &place))?;
        let item = self.page.item(require.origin.span)?;
        let ItemKind::Require(written) = &item.kind else { return None };
        Some((require, self.narrow(item.span, &written.target, self.right?)))
    }
}
