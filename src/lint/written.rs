//! The windows, patterns and rules of a policy as they were written, with the package that reads them.
//!
//! Rules about dates look here, since the model keeps instants and no longer knows what the clock was to show.

use super::Context;
use crate::source::{PackageId, Span};
use crate::syntax::ast::{self, ItemKind, PeopleItemKind, RoleItemKind};

/// A recurring pattern where it stands.
pub(super) struct WrittenPattern<'a> {
    pub(super) pattern: &'a ast::Pattern,
    pub(super) package: PackageId,
}

/// A window where it stands.
pub(super) struct WrittenWindow<'a> {
    pub(super) window: &'a ast::Window,
    pub(super) package: PackageId,
}

/// A calendar where it stands.
pub(super) struct WrittenCalendar<'a> {
    pub(super) calendar: &'a ast::Calendar,
    pub(super) package: PackageId,
}

pub(super) fn calendars<'a>(cx: &Context<'a>) -> Vec<WrittenCalendar<'a>> {
    let mut found = Vec::new();
    for (package, kind) in items(cx) {
        if let ItemKind::Calendar(calendar) = kind {
            found.push(WrittenCalendar { calendar, package });
        }
    }
    found
}

pub(super) fn patterns<'a>(cx: &Context<'a>) -> Vec<WrittenPattern<'a>> {
    let mut found = Vec::new();
    for (package, kind) in items(cx) {
        if let ItemKind::Hours(hours) = kind {
            found.extend(hours.patterns.iter().map(|pattern| WrittenPattern { pattern, package }));
        }
        for item in role_items(kind) {
            if let RoleItemKind::Active(active) = &item.kind {
                found.extend(active.patterns.iter().map(|pattern| WrittenPattern { pattern, package }));
            }
        }
    }
    let recurring = windows(cx).into_iter().filter_map(|written| {
        written.window.recurring.as_ref().map(|pattern| WrittenPattern { pattern, package: written.package })
    });
    found.extend(recurring);
    found
}

pub(super) fn windows<'a>(cx: &Context<'a>) -> Vec<WrittenWindow<'a>> {
    let mut found = Vec::new();
    for (package, kind) in items(cx) {
        let mut add = |window: &'a ast::Window| found.push(WrittenWindow { window, package });
        match kind {
            ItemKind::Assign(assign) => add(&assign.window),
            ItemKind::Delegate(delegate) => add(&delegate.window),
            ItemKind::Suspend(suspend) => add(&suspend.window),
            ItemKind::Require(require) => add(&require.window),
            ItemKind::Guarantees(lines) => lines.iter().for_each(|line| add(&line.window)),
            ItemKind::People(people) => {
                for item in &people.items {
                    if let PeopleItemKind::Gets { window, .. } = &item.kind {
                        add(window);
                    }
                }
            }
            _ => {}
        }
        for item in role_items(kind) {
            match &item.kind {
                RoleItemKind::Rule(rule) => add(&rule.window),
                RoleItemKind::Mask(mask) => add(&mask.window),
                RoleItemKind::Cancel(cancel) => add(&cancel.window),
                RoleItemKind::Active(active) => add(&active.window),
                RoleItemKind::Responsible(_) | RoleItemKind::Reviewed(_) | RoleItemKind::Without(_) => {}
            }
        }
    }
    found
}

/// Allow and deny statements, with the place that the rules made of them have.
pub(super) fn rules<'a>(cx: &Context<'a>) -> Vec<(Span, &'a ast::Rule)> {
    let mut found = Vec::new();
    for (_, kind) in items(cx) {
        for item in role_items(kind) {
            if let RoleItemKind::Rule(rule) = &item.kind {
                found.push((item.span, rule));
            }
        }
    }
    found
}

/// The statement around a place.
pub(super) fn statement(cx: &Context<'_>, span: Span) -> Span {
    let file = cx.asts.iter().find(|ast| ast.file == span.file);
    let items = file.map_or(&[] as &[_], |ast| &*ast.items);
    let at = items.partition_point(|item| item.span.start <= span.start);
    items.get(at.saturating_sub(1)).map(|item| item.span).filter(|item| span.end <= item.end).unwrap_or(span)
}

/// First and last days of people.
pub(super) fn days_of_people<'a>(cx: &Context<'a>) -> Vec<&'a ast::DateTime> {
    let mut found: Vec<&ast::DateTime> = Vec::new();
    for (_, kind) in items(cx) {
        if let ItemKind::User(user) = kind {
            found.extend(user.starts.iter().chain(&user.ends).map(|date| &**date));
        }
    }
    found
}

pub(super) fn items<'a>(cx: &Context<'a>) -> impl Iterator<Item = (PackageId, &'a ItemKind)> + use<'a> {
    let sources = cx.sources;
    cx.asts.iter().flat_map(move |file| {
        let package = sources.file(file.file).map_or(PackageId(0), |f| f.package);
        file.items.iter().map(move |item| (package, &item.kind))
    })
}

pub(super) fn role_items(kind: &ItemKind) -> &[ast::RoleItem] {
    match kind {
        ItemKind::Role(ast::Role { kind: ast::RoleKind::Body(body), .. }) => &body.items,
        ItemKind::Template(template) => &template.body.items,
        _ => &[],
    }
}
