//! Suspensions: what stops, from when until when, and `end … early`.

use super::collect::{Statements, Written};
use super::context::{Cx, Site};
use super::declare::{Declaration, declare};
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::clock as codes;
use crate::message::{Text, clock as text};
use crate::model::{ConditionId, Origin, RoleId, Suspension, SuspensionEntry, SuspensionKind, UserId};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, SuspendWhat};
use crate::time::{FOREVER, Reading, Window};
use rustc_hash::FxHashMap;

/// A line that ends a suspension early.
#[derive(Debug, Clone, Copy)]
struct Ended {
    at: i64,
    here: Span,
    origin: Origin,
}

/// All suspensions, in the order of their texts.
pub(super) fn suspensions(cx: &mut Cx<'_>, statements: &Statements<'_>) {
    let named: Vec<(&Written<'_, ast::Suspend>, ast::Name)> =
        statements.suspends.iter().filter_map(|written| Some((written, written.node.named?))).collect();
    let declarations: Vec<_> = named.iter().map(|(written, name)| Declaration::bare(written.package, *name)).collect();
    let order = declare(cx, Space::Suspension, &declarations);
    let by_id: Vec<Span> = order.iter().filter_map(|at| named.get(*at)).map(|(written, _)| written.span).collect();
    let ends = ends(cx, &statements.ends, &by_id);
    for written in &statements.suspends {
        suspension(cx, written, ends.get(&written.span).copied());
    }
}

/// The ends by the suspension that they end.
fn ends(cx: &mut Cx<'_>, written: &[Written<'_, ast::EndEarly>], by_id: &[Span]) -> FxHashMap<Span, Ended> {
    let mut ends: FxHashMap<Span, Ended> = FxHashMap::default();
    for end in written {
        let node = end.node;
        let zone = cx.zone_for(end.package, node.zone.as_ref());
        // What takes access away ends at the later reading.
        let at = zone.and_then(|zone| cx.instant(&node.at, zone, true));
        let Some(id) = cx.find(end.package, Space::Suspension, &node.name) else { continue };
        let (Some(at), Some(suspension)) = (at, by_id.get(id as usize)) else { continue };
        let origin = Origin { span: end.span, instance: None };
        match ends.get(suspension) {
            None => {
                ends.insert(*suspension, Ended { at, here: node.at.span, origin });
            }
            Some(first) => {
                let diagnostic = Diagnostic::error(
                    &codes::END_EARLY,
                    text::ENDED_TWICE.with([("name", cx.name(&node.name).into())]),
                    end.span,
                    text::END_TWICE_HERE.plain(),
                )
                .and(first.origin.span, text::END_TWICE_HERE.plain())
                .help(text::END_TWICE_HELP.plain());
                cx.out.push(diagnostic);
            }
        }
    }
    ends
}

fn suspension(cx: &mut Cx<'_>, written: &Written<'_, ast::Suspend>, ended: Option<Ended>) {
    let node = written.node;
    let site = Site::of(written.package);
    let window = cx.open_window(site, &node.window, Reading::Takes, Vec::new());
    check_end(cx, written, &window);
    let review_before = review(cx, written.package, node);
    let name = node.named.map(|name| cx.packages.global(written.package, name.symbol));
    let (window, ended) = end_early(cx, written, window, ended);
    let kind = kind(cx, site, node);
    // Rights have their conditions by object, in their entries.
    let condition = match (&node.what, &node.when) {
        (SuspendWhat::Actions(_), _) | (_, None) => Some(ConditionId::TRUE),
        (_, Some(when)) => cx.condition(site, None, when),
    };
    let window = cx.arena.window(window);
    let (Some(kind), Some(condition)) = (kind, condition) else { return };
    cx.model.suspensions.push(Suspension {
        kind,
        condition,
        window,
        name,
        because: node.reason.because.as_ref().map(|because| because.text.clone()),
        review_before,
        origin: site.origin(written.span),
        ended,
    });
}

fn kind(cx: &mut Cx<'_>, site: Site<'_>, node: &ast::Suspend) -> Option<SuspensionKind> {
    Some(match &node.what {
        SuspendWhat::Users { users, in_role } => {
            let users = sorted(users.iter().filter_map(|name| cx.user(name)).collect());
            let in_role = match in_role {
                None => None,
                Some(name) => Some(cx.role(site.package, name)?),
            };
            if users.is_empty() {
                return None;
            }
            SuspensionKind::Users { users, in_role }
        }
        SuspendWhat::Roles { roles, heirs } => {
            let roles = sorted(cx.roles(site.package, roles));
            if roles.is_empty() {
                return None;
            }
            SuspensionKind::Roles { roles, heirs: *heirs }
        }
        SuspendWhat::Actions(target) => {
            let parts = cx.expand_whole(site, target, "suspend actions");
            let conditions = cx.conditions(site, node.when.as_deref(), &parts);
            let mut entries = Vec::with_capacity(parts.len());
            for (position, part) in parts.into_iter().enumerate() {
                if let Some(condition) = conditions.get(position) {
                    entries.push(SuspensionEntry { rights: part.rights.into_boxed_slice(), condition });
                }
            }
            if entries.is_empty() {
                return None;
            }
            SuspensionKind::Rights(entries)
        }
        SuspendWhat::Everything { except_roles, except_users } => {
            let mut roles: Vec<RoleId> = Vec::with_capacity(except_roles.len());
            for (name, heirs) in except_roles {
                let Some(role) = cx.role(site.package, name) else { continue };
                if *heirs {
                    roles.extend(with_heirs(cx, role));
                } else {
                    roles.push(role);
                }
            }
            let except_users: Vec<UserId> = except_users.iter().filter_map(|name| cx.user(name)).collect();
            SuspensionKind::Everything { except_roles: sorted(roles), except_users: sorted(except_users) }
        }
    })
}

fn sorted<T: Ord>(mut items: Vec<T>) -> Vec<T> {
    items.sort_unstable();
    items.dedup();
    items
}

/// A role and every role that inherits it, at any depth.
fn with_heirs(cx: &Cx<'_>, role: RoleId) -> Vec<RoleId> {
    let mut heirs: Vec<Vec<RoleId>> = vec![Vec::new(); cx.model.roles.len()];
    for (index, heir) in cx.model.roles.iter().enumerate() {
        for parent in &heir.parents {
            if let Some(heirs) = heirs.get_mut(parent.index()) {
                heirs.push(RoleId::from_index(index));
            }
        }
    }
    let mut seen = vec![false; cx.model.roles.len()];
    let mut open = vec![role];
    let mut found = Vec::new();
    while let Some(next) = open.pop() {
        match seen.get_mut(next.index()) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        found.push(next);
        open.extend(heirs.get(next.index()).into_iter().flatten());
    }
    found
}

/// A suspension ends, recurs, or says that it has no end.
fn check_end(cx: &mut Cx<'_>, written: &Written<'_, ast::Suspend>, window: &Window) {
    let node = written.node;
    let clauses = &node.window;
    // A wrong date was reported, and is an end all the same.
    let has_end = clauses.through.is_some() || clauses.before.is_some();
    let recurs = clauses.recurring.is_some() || !clauses.during.is_empty() || !clauses.outside.is_empty();
    let mut report = |message: &'static Text, span: Span, label: &'static Text, help: &'static Text| {
        let diagnostic = Diagnostic::error(&codes::NO_END, message.plain(), span, label.plain());
        cx.out.push(diagnostic.help(help.plain()));
    };
    match &node.no_end {
        None if !has_end && !recurs && window.until == FOREVER => {
            report(&text::NO_END, written.span, &text::NO_END_HERE, &text::NO_END_HELP);
        }
        Some(no_end) if has_end => report(&text::END_TWICE, no_end.span, &text::END_TWICE_HERE, &text::END_TWICE_HELP),
        Some(no_end) if no_end.review_before.is_none() => {
            report(&text::NO_REVIEW, no_end.span, &text::NO_REVIEW_HERE, &text::NO_END_HELP);
        }
        Some(_) | None => {}
    }
}

fn review(cx: &mut Cx<'_>, package: PackageId, node: &ast::Suspend) -> Option<i64> {
    let date = node.no_end.as_ref()?.review_before.as_ref()?;
    let zone = cx.zone_for(package, node.window.zone.as_ref())?;
    cx.instant(date, zone, false)
}

/// Cuts a window where the suspension is ended.
fn end_early(
    cx: &mut Cx<'_>,
    written: &Written<'_, ast::Suspend>,
    window: Window,
    ended: Option<Ended>,
) -> (Window, Option<Origin>) {
    let Some(ended) = ended else { return (window, None) };
    let name = written.node.named.map_or(Symbol(0), |name| name.symbol);
    let wrong = if ended.at >= window.until {
        Some((&text::ENDED_LATE, &text::ENDED_LATE_HERE))
    } else if ended.at <= window.from {
        Some((&text::ENDED_SOON, &text::ENDED_SOON_HERE))
    } else {
        None
    };
    if let Some((message, label)) = wrong {
        let diagnostic = Diagnostic::error(
            &codes::END_EARLY,
            message.with([("name", cx.text(name).into())]),
            ended.here,
            label.plain(),
        )
        .and(written.node.window.span.unwrap_or(written.span), text::ENDED_THERE.plain())
        .help(text::ENDED_HELP.plain());
        cx.out.push(diagnostic);
        return (window, None);
    }
    (Window { until: ended.at, ..window }, Some(ended.origin))
}
