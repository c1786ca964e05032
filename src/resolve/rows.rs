//! One row of a people file: what it says of a person and what it gives them.

use super::cells::{self, Labels};
use super::clock::ZoneHandle;
use super::context::{Cx, Site};
use super::facts::Facts;
use super::mapping::{Argument, Column, Mapping};
use super::roles::Roles;
use super::template::Instance;
use super::types::Type;
use super::value::{Spot, Target};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::people as codes;
use crate::message::{Message, people as text};
use crate::model::{UnitId, UserId, Value, ValueType};
use crate::source::Symbol;
use crate::syntax::ast;
use crate::time::Date;

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

/// The order in which a row's arguments fill the parameters.
pub(super) type ArgumentOrder = Vec<(usize, ValueType, Symbol)>;

/// One row of a file.
#[derive(Debug)]
pub(super) struct RowReader<'r, 'a> {
    labels: &'r Labels,
    mapping: &'r mut Mapping<'a>,
    row: usize,
    /// Something in the row was wrong, so that what it lacks is no news.
    pub(super) failed: bool,
}

impl<'r, 'a> RowReader<'r, 'a> {
    pub(super) const fn new(labels: &'r Labels, mapping: &'r mut Mapping<'a>, row: usize) -> Self {
        Self { labels, mapping, row, failed: false }
    }

    /// What the row says.
    pub(super) fn facts(&mut self, cx: &mut Cx<'_>) -> Facts {
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
            Ok(date) => Some(date).zip(cx.zone_for(self.mapping.package, None)),
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
    pub(super) fn grants(
        &mut self,
        cx: &mut Cx<'_>,
        roles: &mut Roles<'_>,
        (user, mapping): (UserId, usize),
        skipped: bool,
    ) -> Vec<Grant> {
        let mut grants = Vec::new();
        let row = self.mapping.data.sheet.line(self.row);
        for line in self.mapping.given(self.row) {
            if skipped {
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
        let sheet = &self.mapping.data.sheet;
        let tested = self.mapping.gets.iter().filter_map(|gets| gets.when.as_ref()).flat_map(|when| &when.tests);
        let columns = self.mapping.name.iter().map(|column| column.index).chain(tested.map(|(column, ..)| *column));
        let mut shown: Vec<usize> = Vec::new();
        for column in columns {
            if !shown.contains(&column) {
                shown.push(column);
            }
        }
        let cells: Vec<Message> = shown
            .into_iter()
            .map(|column| {
                let name = ("column", sheet.columns().get(column).map_or("", |name| name).into());
                match sheet.cell(self.row, column) {
                    "" => text::CELL_IS_BLANK.with([name]),
                    cell => text::CELL_HOLDS.with([name, ("text", cell.into())]),
                }
            })
            .collect();
        let row = [
            ("line", (sheet.line(self.row) as usize).into()),
            ("path", (&*self.mapping.data.path).into()),
            ("id", sheet.cell(self.row, self.mapping.id.index).into()),
        ];
        let message = if cells.is_empty() {
            text::NO_ROLE.with(row)
        } else {
            let [line, path, id] = row;
            text::NO_ROLE_BUT.with([line, path, id, ("cells", cells.into())])
        };
        let diagnostic = Diagnostic::error(&codes::ROW_WITHOUT_ROLE, message, span, text::NO_ROLE_HERE.plain())
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
        if roles.instances.rows.len() + keys.len() > MOST_ROW_ROLES {
            let diagnostic = Diagnostic::error(
                &codes::TOO_MANY_ASSIGNMENTS,
                text::TOO_MANY_INSTANCES.with([("most", MOST_ROW_ROLES.into())]),
                span,
                text::TOO_MANY_ASSIGNMENTS_HERE.plain(),
            );
            self.mapping.reports.push(cx, diagnostic);
            self.failed = true;
            return Vec::new();
        }
        keys.into_iter().map(|key| roles.instances.for_row((template, key), self.mapping.package, span)).collect()
    }

    fn argument(&mut self, cx: &mut Cx<'_>, argument: Argument<'_>, ty: ValueType, name: Symbol) -> Option<Vec<Value>> {
        match argument {
            Argument::Literal(operand) => {
                let target = Target::Attribute("", name);
                let site = Site::of(self.mapping.package);
                let spot = Spot { site, target, bare_users: true, strangers: false };
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

/// Roles that rows may make of templates.
const MOST_ROW_ROLES: usize = 100_000;
/// Instances that one row may ask for with one line.
const MOST_INSTANCES: usize = 1_000;
