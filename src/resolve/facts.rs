//! What is said of people: units, dates, attributes, superiors, and what rows give them.

use super::cells::{self, Labels};
use super::clock::ZoneHandle;
use super::context::{Cx, Site};
use super::instant::show_date;
use super::mapping::{Argument, Column, Mapping, stated_attribute};
use super::roles::Roles;
use super::scenario;
use super::template::Instance;
use super::types::Type;
use super::users::{Everybody, Mention};
use super::value::Spot;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{clock as clock_codes, people as codes};
use crate::message::{Message, clock as clock_text, people as text};
use crate::model::{SubjectAttributeId, UnitId, UserId, Value, ValueType};
use crate::source::Symbol;
use crate::syntax::ast;
use crate::time::{Date, FOREVER, FOREVER_AGO, Reading, Window};

/// What one place says of a person; what it leaves open is `None`.
#[derive(Debug, Default)]
struct Facts {
    external: Option<bool>,
    skipped: Option<bool>,
    units: Option<Vec<UnitId>>,
    starts: Option<(Date, ZoneHandle)>,
    ends: Option<(Date, ZoneHandle)>,
    superior: Option<UserId>,
    attributes: Vec<(SubjectAttributeId, Value)>,
}

/// What a row gives a person.
#[derive(Debug, Clone)]
pub(super) struct Grant {
    pub(super) user: UserId,
    pub(super) mapping: usize,
    /// The `each row gets` line.
    pub(super) line: usize,
    /// For a template.
    pub(super) instance: Option<Instance>,
    /// `for unit COLUMN only`
    pub(super) units: Option<Vec<UnitId>>,
    /// The line in the file.
    pub(super) row: u32,
}

/// Reads everything that is said and writes it into the model; gives what rows give.
pub(super) fn facts(cx: &mut Cx<'_>, everybody: &mut Everybody<'_>, roles: &mut Roles<'_>) -> Vec<Grant> {
    let labels = Labels::new(cx);
    let mut grants = Vec::new();
    for index in 0..everybody.mentions.len() {
        let user = UserId::from_index(index);
        let mentions = everybody.mentions.get(index).cloned().unwrap_or_default();
        let mut all: Vec<(Mention, Facts)> = Vec::with_capacity(mentions.len());
        let mut given: Vec<(Mention, Vec<Grant>)> = Vec::new();
        for mention in mentions {
            match mention {
                Mention::Statement(position, _) => {
                    if let Some(written) = everybody.statements.get(position) {
                        all.push((mention, of_statement(cx, written.package, written.node)));
                    }
                }
                Mention::Row(position, row) => {
                    let Some(mapping) = everybody.mappings.get_mut(position) else { continue };
                    let mut reader = RowReader { labels: &labels, mapping, row, failed: false };
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
        let mut seen: Vec<usize> = Vec::new();
        for (mention, given) in given {
            // Rows of one file give the same; one of them counts.
            let Mention::Row(position, _) = mention else { continue };
            if !seen.contains(&position) {
                seen.push(position);
                grants.extend(given);
            }
        }
        merge(cx, everybody, user, all);
    }
    for mapping in &mut everybody.mappings {
        mapping.report_unmatched(cx);
        let path = mapping.data.path.clone();
        std::mem::replace(&mut mapping.reports, super::data_file::RowReports::new(&path)).finish(cx);
    }
    reports_to_circles(cx, everybody);
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
    for (written, word, slot) in
        [(&node.starts, "starts", &mut facts.starts), (&node.ends, "ends", &mut facts.ends)]
    {
        let Some(written) = written else { continue };
        let zone = cx.zone_for(package, None, written.span);
        *slot = cx.date_only(written, word).zip(zone);
    }
    facts.superior = node.reports_to.as_ref().and_then(|name| cx.user(name));
    scenario::repeated(cx, &node.attributes);
    for (name, operand) in &node.attributes {
        let Some(id) = stated_attribute(cx, package, name) else { continue };
        let Some(attribute) = cx.model.subject_attributes.get(id.index()) else { continue };
        let ty = Type { ty: attribute.ty, set: attribute.set };
        let target = format!("subject.{}", cx.name(name));
        let spot = Spot { site: Site::of(package), target: &target, bare_users: true, strangers: false };
        if facts.attributes.iter().any(|(other, _)| *other == id) {
            continue;
        }
        facts.attributes.extend(cx.value(spot, operand, ty).map(|value| (id, value)));
    }
    facts
}

/// One row of a file.
struct RowReader<'r, 'a> {
    labels: &'r Labels,
    mapping: &'r mut Mapping<'a>,
    row: usize,
    /// Something in the row was wrong, so that what it lacks is no news.
    failed: bool,
}

impl RowReader<'_, '_> {
    fn facts(&mut self, cx: &mut Cx<'_>) -> Facts {
        let package = self.mapping.package;
        let external = self.mapping.is_external(self.row);
        let skipped = self.mapping.is_skipped(self.row);
        let mut facts = Facts { external: Some(external), skipped: Some(skipped), ..Facts::default() };
        if let Some(column) = self.mapping.units {
            facts.units = self.unit_cell(cx, column);
        }
        facts.starts = self.date(cx, self.mapping.starts, false);
        facts.ends = self.date(cx, self.mapping.ends, true);
        if let Some(column) = self.mapping.reports_to {
            let cell = self.mapping.data.sheet.cell(self.row, column.index);
            if !cell.is_empty() {
                match cells::user(cx, cell) {
                    Ok(user) => facts.superior = Some(user),
                    Err(reason) => self.report(cx, column, reason),
                }
            }
        }
        for index in 0..self.mapping.attributes.len() {
            let Some((id, column)) = self.mapping.attributes.get(index).copied() else { continue };
            let Some(attribute) = cx.model.subject_attributes.get(id.index()) else { continue };
            let ty = Type { ty: attribute.ty, set: attribute.set };
            let values: Vec<&str> = self.mapping.values(self.row, column.index).collect();
            if values.is_empty() {
                continue;
            }
            match self.labels.value(cx, package, ty, &values) {
                Ok(value) => facts.attributes.push((id, value)),
                Err(reason) => self.report(cx, column, reason),
            }
        }
        facts
    }

    /// The units in a cell; `None` if it is blank or wrong.
    fn unit_cell(&mut self, cx: &mut Cx<'_>, column: Column) -> Option<Vec<UnitId>> {
        let found: Vec<Result<UnitId, Message>> = self
            .mapping
            .values(self.row, column.index)
            .map(|cell| self.labels.unit(cx, self.mapping.package, cell))
            .collect();
        let mut units = Vec::with_capacity(found.len());
        for unit in found {
            match unit {
                Ok(unit) => units.push(unit),
                Err(reason) => self.report(cx, column, reason),
            }
        }
        units.sort_unstable();
        units.dedup();
        (!units.is_empty()).then_some(units)
    }

    /// A date; as an end, the last one there is (`9999-12-31`) is what personnel systems write for none.
    fn date(&mut self, cx: &mut Cx<'_>, column: Option<Column>, end: bool) -> Option<(Date, ZoneHandle)> {
        let column = column?;
        let cell = self.mapping.data.sheet.cell(self.row, column.index);
        if cell.is_empty() || end && matches!(cell, "9999-12-31" | "9999/12/31") {
            return None;
        }
        match cells::date(cell) {
            Ok(date) => Some(date).zip(cx.zone_for(self.mapping.package, None, column.span)),
            Err(reason) => {
                self.report(cx, column, reason);
                None
            }
        }
    }

    fn report(&mut self, cx: &mut Cx<'_>, column: Column, reason: Message) {
        self.failed = true;
        let name = self.mapping.data.sheet.columns().get(column.index).map_or("", |name| name);
        let diagnostic = Diagnostic::error(
            &codes::BAD_CELL,
            text::CELL.with([
                ("line", (self.mapping.data.sheet.line(self.row) as usize).into()),
                ("path", (&*self.mapping.data.path).into()),
                ("reason", reason.into()),
            ]),
            column.span,
            text::CELL_HERE.with([("column", name.into())]),
        );
        self.mapping.reports.push(cx, diagnostic);
    }

    /// What the row gives. Conditions are tried on skipped rows too, so that "matches no row" is about the file.
    fn grants(
        &mut self,
        cx: &mut Cx<'_>,
        roles: &mut Roles<'_>,
        (user, mapping): (UserId, usize),
        skipped: bool,
    ) -> Vec<Grant> {
        let mut grants = Vec::new();
        let row = self.mapping.data.sheet.line(self.row);
        for line in 0..self.mapping.gets.len() {
            if !self.mapping.is_given(self.row, line) || skipped {
                continue;
            }
            let Some(for_unit) = self.mapping.gets.get(line).map(|gets| gets.for_unit) else { continue };
            let units = match for_unit {
                None => None,
                Some(column) => {
                    let units = self.unit_cell(cx, column);
                    if units.is_none() {
                        self.blank(cx, column);
                        continue;
                    }
                    units
                }
            };
            match self.mapping.gets.get(line).map(|gets| gets.role) {
                Some(ast::RowRole::Role(_)) => {
                    grants.push(Grant { user, mapping, line, instance: None, units, row });
                }
                Some(ast::RowRole::Instance(written)) => {
                    for instance in self.instances(cx, roles, line, written) {
                        let instance = Some(instance);
                        grants.push(Grant { user, mapping, line, instance, units: units.clone(), row });
                    }
                }
                None => {}
            }
        }
        if grants.is_empty() && !skipped && !self.failed {
            self.no_role(cx);
        }
        grants
    }

    /// A cell that a role needs and that is blank; one that is wrong was reported.
    fn blank(&mut self, cx: &mut Cx<'_>, column: Column) {
        if self.mapping.data.sheet.cell(self.row, column.index).is_empty() {
            let name = self.mapping.data.sheet.columns().get(column.index).map_or("", |name| name);
            let reason = text::CELL_BLANK.with([("column", name.into())]);
            self.report(cx, column, reason);
        }
    }

    fn no_role(&mut self, cx: &mut Cx<'_>) {
        let Some(span) = self.mapping.otherwise_error else { return };
        let diagnostic = Diagnostic::error(
            &codes::ROW_WITHOUT_ROLE,
            text::NO_ROLE.with([
                ("line", (self.mapping.data.sheet.line(self.row) as usize).into()),
                ("path", (&*self.mapping.data.path).into()),
                ("id", self.mapping.data.sheet.cell(self.row, self.mapping.id.index).into()),
            ]),
            span,
            text::NO_ROLE_HERE.plain(),
        )
        .help(text::NO_ROLE_HELP.plain());
        self.mapping.reports.push(cx, diagnostic);
    }

    /// The instances of a template that the row asks for: one for each combination of the values in its cells.
    fn instances(
        &mut self,
        cx: &mut Cx<'_>,
        roles: &mut Roles<'_>,
        line: usize,
        written: &ast::Instance,
    ) -> Vec<Instance> {
        let Some((template, order)) = roles.row_template(cx, self.mapping.package, written) else {
            self.failed = true;
            return Vec::new();
        };
        let arguments = self.mapping.gets.get(line).map(|gets| gets.arguments.clone()).unwrap_or_default();
        let mut keys: Vec<Vec<Value>> = vec![Vec::new()];
        for (position, ty, name) in order {
            let Some(argument) = arguments.get(position) else { return Vec::new() };
            let Some(values) = self.argument(cx, *argument, ty, name) else { return Vec::new() };
            keys = keys
                .into_iter()
                .flat_map(|key| {
                    values.iter().map(move |value| key.iter().cloned().chain([value.clone()]).collect::<Vec<_>>())
                })
                .take(MOST_INSTANCES)
                .collect();
        }
        let span = self.mapping.gets.get(line).map_or(self.mapping.span, |gets| gets.span);
        keys.into_iter().map(|key| roles.instances.for_row((template, key), self.mapping.package, span)).collect()
    }

    fn argument(&mut self, cx: &mut Cx<'_>, argument: Argument<'_>, ty: ValueType, name: Symbol) -> Option<Vec<Value>> {
        match argument {
            Argument::Literal(operand) => {
                let target = cx.text(name).to_owned();
                let site = Site::of(self.mapping.package);
                let spot = Spot { site, target: &target, bare_users: true, strangers: false };
                cx.literal(spot, operand, ty).map(|value| vec![value])
            }
            Argument::Column(column) => {
                let cells: Vec<String> = self.mapping.values(self.row, column.index).map(str::to_owned).collect();
                if cells.is_empty() {
                    self.blank(cx, column);
                    return None;
                }
                let mut values = Vec::with_capacity(cells.len());
                for cell in cells {
                    match self.labels.one(cx, self.mapping.package, ty, &cell) {
                        Ok(value) => values.push(value),
                        Err(reason) => {
                            self.report(cx, column, reason);
                            return None;
                        }
                    }
                }
                cx.sort_values(&mut values);
                Some(values)
            }
        }
    }
}

/// Instances that one row may ask for with one line.
const MOST_INSTANCES: usize = 1_000;

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
fn merge(cx: &mut Cx<'_>, everybody: &Everybody<'_>, user: UserId, all: Vec<(Mention, Facts)>) {
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
    for (mention, facts) in all {
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
        if let (Mention::Row(one, _), Mention::Row(other, _)) = (*first, mention) {
            if one == other {
                units.extend(said);
                units.sort_unstable();
                units.dedup();
                return;
            }
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

/// Circles among superiors: each is reported once and cut at its first person.
fn reports_to_circles(cx: &mut Cx<'_>, everybody: &Everybody<'_>) {
    let count = cx.model.users.len();
    // 0 is not seen, 1 on the way, 2 done.
    let mut state = vec![0u8; count];
    for start in 0..count {
        let mut path: Vec<usize> = Vec::new();
        let mut at = start;
        let mut ended = false;
        while state.get(at) == Some(&0) {
            if let Some(state) = state.get_mut(at) {
                *state = 1;
            }
            path.push(at);
            match cx.model.users.get(at).and_then(|user| user.reports_to) {
                Some(next) => at = next.index(),
                None => {
                    ended = true;
                    break;
                }
            }
        }
        if !ended && state.get(at) == Some(&1) {
            if let Some(begin) = path.iter().position(|user| *user == at) {
                circle(cx, everybody, path.get(begin..).unwrap_or(&[]));
            }
        }
        for user in path {
            if let Some(state) = state.get_mut(user) {
                *state = 2;
            }
        }
    }
}

fn circle(cx: &mut Cx<'_>, everybody: &Everybody<'_>, users: &[usize]) {
    let Some((first, least)) = users.iter().enumerate().min_by_key(|(_, user)| **user) else { return };
    let (behind, ahead) = users.split_at(first);
    let ring: Vec<UserId> = ahead.iter().chain(behind).map(|user| UserId::from_index(*user)).collect();
    let names: Vec<String> = ring.iter().take(8).map(|user| format!("`{}`", cx.model.user_name(*user))).collect();
    let second = ring.get(1).or(ring.first()).copied().unwrap_or(UserId(0));
    let span = |user: usize| {
        let mention = everybody.mentions.get(user).and_then(|mentions| mentions.first());
        mention.map(|mention| everybody.span(*mention))
    };
    let Some(here) = span(*least) else { return };
    let diagnostic = Diagnostic::error(
        &codes::REPORTS_CYCLE,
        if ring.len() == 1 { &text::REPORTS_SELF } else { &text::REPORTS_CYCLE }.with([("path", names.into())]),
        here,
        text::REPORTS_CYCLE_HERE.with([
            ("one", cx.model.user_name(UserId::from_index(*least)).into()),
            ("two", cx.model.user_name(second).into()),
        ]),
    )
    .help(text::REPORTS_CYCLE_HELP.plain());
    cx.out.push(diagnostic);
    if let Some(user) = cx.model.users.get_mut(*least) {
        user.reports_to = None;
    }
}

/// The order in which a row's arguments fill the parameters.
pub(super) type ArgumentOrder = Vec<(usize, ValueType, Symbol)>;

