//! What is said of people: units, dates, attributes, superiors, and what rows give them.

use super::assign::MOST_ASSIGNMENTS;
use super::cells::Labels;
use super::clock::ZoneHandle;
use super::context::{Cx, Site};
use super::instant::show_date;
use super::mapping::stated_attribute;
use super::roles::Roles;
use super::rows::{Grant, RowReader};
use super::scenario;
use super::superiors;
use super::types::Type;
use super::unnamed;
use super::users::{Everybody, Mention};
use super::value::{Spot, Target};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{clock as clock_codes, people as codes};
use crate::message::{Message, clock as clock_text, people as text};
use crate::model::{SubjectAttributeId, UnitId, UserId, Value};
use crate::source::Symbol;
use crate::syntax::ast;
use crate::time::{Date, FOREVER, FOREVER_AGO, Reading, Window};

/// What one place says of a person; what it leaves open is `None`.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) external: Option<bool>,
    pub(super) skipped: Option<bool>,
    pub(super) units: Option<Vec<UnitId>>,
    pub(super) starts: Option<(Date, ZoneHandle)>,
    pub(super) ends: Option<(Date, ZoneHandle)>,
    pub(super) superior: Option<UserId>,
    pub(super) attributes: Vec<(SubjectAttributeId, Value)>,
}

/// Reads everything that is said and writes it into the model; gives what rows give.
pub(super) fn facts(cx: &mut Cx<'_>, everybody: &mut Everybody<'_>, roles: &mut Roles<'_>) -> Vec<Grant> {
    let labels = Labels::new(cx);
    let mut grants = Vec::new();
    let mentions = std::mem::take(&mut everybody.mentions);
    let mut all: Vec<(Mention, Facts)> = Vec::new();
    let mut given: Vec<(Mention, Vec<Grant>)> = Vec::new();
    for index in 0..mentions.len() {
        let user = UserId::from_index(index);
        for mention in mentions.of(index).iter().copied() {
            match mention {
                Mention::Statement(position, _) => {
                    if let Some(written) = everybody.statements.get(position) {
                        all.push((mention, of_statement(cx, written.package, written.node)));
                    }
                }
                Mention::Row(position, row) => {
                    let Some(mapping) = everybody.mappings.get_mut(position) else { continue };
                    let mut reader = RowReader::new(&labels, mapping, row);
                    let facts = reader.facts(cx);
                    let skipped = facts.skipped == Some(true);
                    let grants = reader.grants(cx, roles, (user, position), skipped);
                    all.push((mention, facts));
                    // A row that is wrong or skipped says nothing about roles.
                    if !reader.failed && !skipped {
                        given.push((mention, grants));
                    }
                }
            }
        }
        agree_on_roles(cx, everybody, user, &given);
        let mut last = None;
        for (mention, given) in given.drain(..) {
            // Rows of one file stand together and give the same; the first of them counts.
            let Mention::Row(position, _) = mention else { continue };
            if last.replace(position) != Some(position) && grants.len() <= MOST_ASSIGNMENTS {
                grants.extend(given);
            }
        }
        merge(cx, everybody, user, &mut all);
    }
    everybody.mentions = mentions;
    for mapping in &mut everybody.mappings {
        // Of a file with bad rows nothing is said that rests on what is left of it.
        if !mapping.reports.any() {
            mapping.report_unmatched(cx);
            unnamed::report(cx, mapping);
        }
        let path = mapping.data.path.clone();
        std::mem::replace(&mut mapping.reports, super::data_file::RowReports::new(&path)).finish(cx);
    }
    superiors::check(cx, everybody);
    grants
}

fn of_statement(cx: &mut Cx<'_>, package: crate::source::PackageId, node: &ast::User) -> Facts {
    let mut facts = Facts { external: Some(node.external.is_some()), ..Facts::default() };
    if !node.units.is_empty() {
        let mut units: Vec<UnitId> = Vec::with_capacity(node.units.len());
        for name in &node.units {
            units.extend(cx.unit(package, name));
        }
        units.sort_unstable();
        units.dedup();
        // A unit that is not known leaves the person's units unknown, which gives nothing.
        facts.units = Some(units).filter(|units| !units.is_empty());
    }
    for (written, word, slot) in [(&node.starts, "starts", &mut facts.starts), (&node.ends, "ends", &mut facts.ends)] {
        let Some(written) = written else { continue };
        let zone = cx.zone_for(package, None);
        *slot = cx.date_only(written, word).zip(zone);
    }
    facts.superior = node.reports_to.as_ref().and_then(|name| cx.user(name));
    scenario::repeated(cx, &node.attributes);
    for (name, operand) in &node.attributes {
        let Some(id) = stated_attribute(cx, package, name) else { continue };
        let Some(attribute) = cx.model.subject_attributes.get(id.index()) else { continue };
        let ty = Type { ty: attribute.ty, set: attribute.set };
        let target = Target::Attribute("subject.", name.symbol);
        let spot = Spot { site: Site::of(package), target, bare_users: true, strangers: false };
        if facts.attributes.iter().any(|(other, _)| *other == id) {
            continue;
        }
        facts.attributes.extend(cx.value(spot, operand, ty).map(|value| (id, value)));
    }
    facts
}

/// Rows of one file about one person must give the same roles: which of two rows is right is not for us to say.
fn agree_on_roles(cx: &mut Cx<'_>, everybody: &Everybody<'_>, user: UserId, given: &[(Mention, Vec<Grant>)]) {
    let same = |a: &[Grant], b: &[Grant]| {
        a.len() == b.len()
            && a.iter().zip(b).all(|(a, b)| a.line == b.line && a.instance == b.instance && a.units == b.units)
    };
    for (index, (mention, grants)) in given.iter().enumerate() {
        let Mention::Row(position, row) = mention else { continue };
        let before = given.iter().take(index).find(|(other, _)| matches!(other, Mention::Row(p, _) if p == position));
        let Some((Mention::Row(_, first), first_grants)) = before else { continue };
        if same(first_grants, grants) {
            continue;
        }
        let Some(mapping) = everybody.mappings.get(*position) else { continue };
        let diagnostic = Diagnostic::error(
            &codes::DISAGREE,
            text::DISAGREE_ROLES.with([
                ("user", cx.model.user_name(user).into()),
                ("one", (mapping.data.sheet.line(*first) as usize).into()),
                ("two", (mapping.data.sheet.line(*row) as usize).into()),
                ("path", (&*mapping.data.path).into()),
            ]),
            mapping.span,
            text::FILE_HERE.plain(),
        )
        .help(text::DISAGREE_ROLES_HELP.plain());
        cx.out.push(diagnostic);
    }
}

/// Writes what is said of a person into the model; the same fact said in two ways is an error.
fn merge(cx: &mut Cx<'_>, everybody: &Everybody<'_>, user: UserId, all: &mut Vec<(Mention, Facts)>) {
    if let [(_, facts)] = all.as_slice()
        && facts.attributes.len() < 2
        && let Some((mention, facts)) = all.pop()
    {
        return alone(cx, everybody, user, mention, facts);
    }
    let id = cx.model.users.get(user.index()).map_or(Symbol(0), |user| user.id);
    let mut merger = Merger { everybody, id };
    let mut external: Option<(Mention, bool)> = None;
    let mut skipped: Option<(Mention, bool)> = None;
    let mut units: Option<(Mention, Vec<UnitId>)> = None;
    let mut starts: Option<(Mention, (Date, ZoneHandle))> = None;
    let mut ends: Option<(Mention, (Date, ZoneHandle))> = None;
    let mut superior: Option<(Mention, UserId)> = None;
    let mut attributes: Vec<(SubjectAttributeId, Mention, Value)> = Vec::new();
    let yes_no = |_: &Cx<'_>, yes: &bool| if *yes { text::YES.plain() } else { text::NO.plain() };
    let quoted = |shown: &str| text::FACT_ATTRIBUTE.with([("name", shown.into())]);
    let day = |_: &Cx<'_>, date: &(Date, ZoneHandle)| quoted(&show_date(date.0));
    for (mention, facts) in all.drain(..) {
        merger.one(cx, &mut external, mention, facts.external, &text::FACT_EXTERNAL, yes_no);
        merger.one(cx, &mut skipped, mention, facts.skipped, &text::FACT_SKIPPED, yes_no);
        merger.one(cx, &mut starts, mention, facts.starts, &text::FACT_STARTS, day);
        merger.one(cx, &mut ends, mention, facts.ends, &text::FACT_ENDS, day);
        merger.one(cx, &mut superior, mention, facts.superior, &text::FACT_SUPERIOR, |cx, user| {
            quoted(cx.model.user_name(*user))
        });
        merger.units(cx, &mut units, mention, facts.units);
        for (attribute, value) in facts.attributes {
            match attributes.iter().find(|(other, ..)| *other == attribute) {
                None => attributes.push((attribute, mention, value)),
                Some((_, first, other)) if *other != value => {
                    let name = cx.model.subject_attributes.get(attribute.index()).map_or("", |a| cx.text(a.name));
                    let fact = quoted(name);
                    let (one, two) = (quoted(&cx.value_shown(other, false)), quoted(&cx.value_shown(&value, false)));
                    let first = *first;
                    everybody.disagree(cx, id, fact, (first, one), (mention, two));
                }
                Some(_) => {}
            }
        }
    }
    let window = bounds(cx, everybody, (starts, ends));
    attributes.sort_by_key(|(attribute, ..)| *attribute);
    if let Some(user) = cx.model.users.get_mut(user.index()) {
        user.external = external.is_some_and(|(_, external)| external);
        user.skipped = skipped.is_some_and(|(_, skipped)| skipped);
        user.units = units.map(|(_, units)| units.into_boxed_slice());
        user.window = window;
        user.reports_to = superior.map(|(_, superior)| superior);
        user.attributes = attributes.into_iter().map(|(attribute, _, value)| (attribute, value)).collect();
    }
}

/// What one place says, where no other says anything: so it is with nearly everybody.
fn alone(cx: &mut Cx<'_>, everybody: &Everybody<'_>, user: UserId, mention: Mention, facts: Facts) {
    let at = |bound: Option<(Date, ZoneHandle)>| bound.map(|bound| (mention, bound));
    let window = bounds(cx, everybody, (at(facts.starts), at(facts.ends)));
    if let Some(user) = cx.model.users.get_mut(user.index()) {
        user.external = facts.external.unwrap_or(false);
        user.skipped = facts.skipped.unwrap_or(false);
        user.units = facts.units.map(Vec::into_boxed_slice);
        user.window = window;
        user.reports_to = facts.superior;
        user.attributes = facts.attributes;
    }
}

struct Merger<'m, 'a> {
    everybody: &'m Everybody<'a>,
    id: Symbol,
}

impl Merger<'_, '_> {
    fn one<T: PartialEq + Copy>(
        &mut self,
        cx: &mut Cx<'_>,
        known: &mut Option<(Mention, T)>,
        mention: Mention,
        said: Option<T>,
        fact: &'static crate::message::Text,
        show: impl Fn(&Cx<'_>, &T) -> Message,
    ) {
        let Some(said) = said else { return };
        match known {
            None => *known = Some((mention, said)),
            Some((first, other)) if *other != said => {
                let (one, two) = (show(cx, other), show(cx, &said));
                self.everybody.disagree(cx, self.id, fact.plain(), (*first, one), (mention, two));
            }
            Some(_) => {}
        }
    }

    /// Units of several rows of one file unite (one person in several departments); otherwise they must agree.
    fn units(
        &mut self,
        cx: &mut Cx<'_>,
        known: &mut Option<(Mention, Vec<UnitId>)>,
        mention: Mention,
        said: Option<Vec<UnitId>>,
    ) {
        let Some(said) = said else { return };
        let Some((first, units)) = known else {
            *known = Some((mention, said));
            return;
        };
        if let (Mention::Row(one, _), Mention::Row(other, _)) = (*first, mention)
            && one == other
        {
            units.extend(said);
            units.sort_unstable();
            units.dedup();
            return;
        }
        if *units != said {
            let show = |cx: &Cx<'_>, units: &[UnitId]| {
                let names: Vec<&str> = units.iter().map(|unit| cx.model.unit_name(*unit)).collect();
                text::FACT_ATTRIBUTE.with([("name", names.join(", ").into())])
            };
            let (one, two) = (show(cx, units), show(cx, &said));
            self.everybody.disagree(cx, self.id, text::FACT_UNITS.plain(), (*first, one), (mention, two));
        }
    }
}

type Bound = Option<(Mention, (Date, ZoneHandle))>;

/// `starts` and `ends`, both included. A date that the zone never had gives nothing on that day.
fn bounds(cx: &mut Cx<'_>, everybody: &Everybody<'_>, (starts, ends): (Bound, Bound)) -> crate::model::WindowId {
    if starts.is_none() && ends.is_none() {
        return crate::model::WindowId::ALWAYS;
    }
    let from = starts.and_then(|(_, (date, zone))| {
        let zone = cx.clock.zone(zone)?;
        zone.day_start(date).or_else(|| zone.day_end(date))
    });
    let until = ends.and_then(|(_, (date, zone))| cx.clock.zone(zone)?.day_end(date));
    let window = Window {
        from: from.unwrap_or(FOREVER_AGO),
        until: until.unwrap_or(FOREVER),
        recurring: Vec::new(),
        reading: Reading::Gives,
    };
    if window.from < window.until {
        return cx.arena.window(window);
    }
    if let Some((mention, _)) = ends {
        let place = everybody.place(mention);
        let (code, message): (_, Message) = match mention {
            Mention::Statement(..) => (&clock_codes::EMPTY_WINDOW, text::CELL_DATES.plain()),
            Mention::Row(..) => (&codes::BAD_CELL, text::PLACE_DATES.with([("place", place.into())])),
        };
        let label = match mention {
            Mention::Statement(..) => clock_text::EMPTY_HERE.plain(),
            Mention::Row(..) => text::FILE_HERE.plain(),
        };
        let diagnostic = Diagnostic::error(code, message, everybody.span(mention), label);
        cx.out.push(diagnostic);
    }
    crate::model::WindowId::ALWAYS
}
