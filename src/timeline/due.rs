//! What falls due or runs out: waivers, reviews, calendars.

use super::things::named;
use super::{About, Ground, Kind};
use crate::analysis::LocalClock;
use crate::message::timeline as text;
use crate::model::RoleId;
use crate::source::PackageId;
use crate::syntax::ast::ItemKind;
use crate::time::Date;

/// When, and what.
pub(super) fn due(ground: &Ground<'_>) -> Vec<(i64, About)> {
    let mut found = Vec::new();
    waivers(ground, &mut found);
    reviews(ground, &mut found);
    calendars(ground, &mut found);
    found
}

/// Something without people, roles and objects.
fn plain(kind: Kind, words: crate::message::Message, span: crate::source::Span) -> About {
    About { kind, words, span, people: Vec::new(), roles: Vec::new(), objects: Vec::new(), recurs: None }
}

fn waivers(ground: &Ground<'_>, found: &mut Vec<(i64, About)>) {
    for waiver in ground.waivers {
        let end = LocalClock::of(ground.model, waiver.package).start(waiver.through.plus(1));
        let words = text::WAIVER.with([("rule", waiver.names.into())]);
        let words = text::BECAUSE.with([("what", words.into()), ("reason", waiver.reason.to_string().into())]);
        found.extend(end.map(|end| (end, plain(Kind::Waiver, words, waiver.span))));
    }
}

fn reviews(ground: &Ground<'_>, found: &mut Vec<(i64, About)>) {
    let model = ground.model;
    for (at, role) in model.roles.iter().enumerate() {
        let Some((due, review)) = role.review.as_ref().and_then(|review| Some((review.due?, review))) else { continue };
        let words = text::REVIEW.with([("role", model.text(role.name).into())]);
        let about = plain(Kind::Review, words, review.origin.span);
        found.push((due, About { roles: vec![RoleId::from_index(at)], ..about }));
    }
    for suspension in &model.suspensions {
        let Some(before) = suspension.review_before else { continue };
        let about = named(model, suspension);
        let words = text::SUSPENSION_REVIEW.with([("what", about.words.clone().into())]);
        found.push((before, About { kind: Kind::SuspensionReview, words, recurs: None, ..about }));
    }
}

fn calendars(ground: &Ground<'_>, found: &mut Vec<(i64, About)>) {
    for ast in ground.asts {
        let package = ground.sources.file(ast.file).map_or(PackageId(0), |file| file.package);
        for item in &ast.items {
            let ItemKind::Calendar(calendar) = &item.kind else { continue };
            let (first, last) = &calendar.covers;
            let year = last.as_ref().unwrap_or(first).text.parse::<i32>().ok();
            let end = year.and_then(|year| Date::from_ymd(year.checked_add(1)?, 1, 1));
            let end = end.and_then(|date| LocalClock::of(ground.model, package).start(date));
            let name = ground.model.text(calendar.declared.name.symbol);
            let words = text::CALENDAR.with([("calendar", name.into())]);
            found.extend(end.map(|end| (end, plain(Kind::Calendar, words, item.span))));
        }
    }
}
