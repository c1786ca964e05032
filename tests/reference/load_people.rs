//! Persons, people files, assignments, delegations and brakes.

use super::clock::{Edge, Window};
use super::load::{Loaded, Loader, date, day_after, edge};
use super::load_roles::Arguments;
use super::policy::{Assignment, Delegation, Person, Requirement, Suspended, Suspension, Term};
use super::value::{Fact, Known, Type, Value, World, decimal, fact, nfc, read};
use rolecall::syntax::ast::{
    self, AssignTo, CellOp, CellTest, GuaranteeKind, ItemKind, Name, OperandKind, PeopleItemKind, RowRole, SuspendWhat,
};
use std::collections::BTreeMap;

/// Column to trimmed cell; a blank cell counts as absent.
pub type Row = BTreeMap<String, String>;

impl Loader<'_> {
    /// Everybody who is known, from statements and files.
    pub fn people(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        for (package, item) in items {
            match item {
                ItemKind::User(user) => self.user(*package, user)?,
                ItemKind::People(people) => {
                    for row in self.csv(*package, &people.path.text)? {
                        self.row_person(*package, people, &row)?;
                    }
                }
                _ => {}
            }
        }
        let ids: Vec<String> = self.policy.people.keys().cloned().collect();
        for id in ids {
            let up = self.policy.people[&id].reports_to.clone();
            let up = up.map(|up| self.policy.person(&up).unwrap_or(up));
            self.policy.people.get_mut(&id).expect("just listed").reports_to = up;
        }
        Ok(())
    }

    fn user(&mut self, package: usize, user: &ast::User) -> Loaded<()> {
        let zone = self.zones[package].clone();
        let mut attributes = BTreeMap::new();
        for (name, operand) in &user.attributes {
            let name = self.names.text(name.symbol).to_string();
            let ty = self.policy.subject.get(&name).ok_or(format!("no attribute {name}"))?.ty.clone();
            attributes.insert(name, fact(&ty, Some(&self.value(package, operand)?), &self.policy));
        }
        let ends = user.ends.as_ref().map(|d| day_after(d, &zone)).transpose()?;
        let starts = user.starts.as_ref().map(|d| edge(d, &zone)).transpose()?;
        for declared in &user.names {
            let person = Person {
                label: declared.label.as_ref().map(|l| l.text.to_string()),
                other_ids: user.other_ids.iter().map(|id| nfc(&id.text)).collect(),
                units: self.all(package, &user.units),
                employed: Window { from: starts, until: ends.into_iter().collect(), ..Window::default() },
                reports_to: user.reports_to.as_ref().map(|n| self.name(package, n)),
                attributes: attributes.clone(),
                external: user.external.is_some(),
                skipped: false,
            };
            self.merge(self.name(package, &declared.name), person);
        }
        Ok(())
    }

    /// Adds what is stated of a person to what is known already.
    fn merge(&mut self, id: String, stated: Person) {
        let known = self.policy.people.entry(id).or_default();
        known.label = known.label.take().or(stated.label);
        known.other_ids.extend(stated.other_ids);
        for unit in stated.units {
            if !known.units.contains(&unit) {
                known.units.push(unit);
            }
        }
        known.employed.from = known.employed.from.or(stated.employed.from);
        known.employed.until.extend(stated.employed.until);
        known.reports_to = known.reports_to.take().or(stated.reports_to);
        known.attributes.extend(stated.attributes);
        known.external |= stated.external;
        known.skipped |= stated.skipped;
    }

    /// A written value as if it had been sent.
    fn value(&self, package: usize, operand: &ast::Operand) -> Loaded<Value> {
        Ok(match &operand.kind {
            OperandKind::Number(n) => Value::Number(super::load::number(n)?),
            OperandKind::Text(text) | OperandKind::Address(text) => Value::text(&text.text),
            OperandKind::Name(name) => match self.name(package, name).as_str() {
                "true" => Value::Boolean(true),
                "false" => Value::Boolean(false),
                name => Value::text(name),
            },
            OperandKind::User(name) | OperandKind::Unit(name) => Value::Text(self.name(package, name)),
            OperandKind::None => Value::Null,
            OperandKind::Set(members) => {
                Value::List(members.iter().map(|m| self.value(package, m)).collect::<Loaded<_>>()?)
            }
            OperandKind::Path(_) | OperandKind::Me => return Err("no value of an attribute".to_string()),
        })
    }

    fn row_person(&mut self, package: usize, people: &ast::People, row: &Row) -> Loaded<()> {
        let text = |name: &Name| self.names.text(name.symbol).to_string();
        let mut person = Person { external: people.external.is_some(), ..Person::default() };
        let mut id = None;
        for item in &people.items {
            match &item.kind {
                PeopleItemKind::Id(column) => id = filled(row, &text(column)).cloned(),
                PeopleItemKind::Name(column) => person.label = filled(row, &text(column)).cloned(),
                PeopleItemKind::In(column) => {
                    for cell in self.cells(people, row, column) {
                        person.units.push(self.unit_of_cell(package, &cell)?);
                    }
                }
                PeopleItemKind::OtherId(column) => person.other_ids.extend(self.cells(people, row, column)),
                PeopleItemKind::Starts(column) => {
                    if let Some(cell) = filled(row, &text(column)) {
                        person.employed.from = Some(self.cell_date(package, cell, false)?);
                    }
                }
                PeopleItemKind::Ends(column) => {
                    if let Some(cell) = filled(row, &text(column)) {
                        person.employed.until.push(self.cell_date(package, cell, true)?);
                    }
                }
                PeopleItemKind::ReportsTo(column) => person.reports_to = filled(row, &text(column)).cloned(),
                PeopleItemKind::Attribute(attribute, column) => {
                    let ty = self.policy.subject[&text(attribute)].ty.clone();
                    if let Some(known) = self.cell_value(package, &ty, &self.cells(people, row, column)) {
                        person.attributes.insert(text(attribute), Fact::Known(known));
                    }
                }
                PeopleItemKind::External(test) => person.external |= self.cell_test(people, row, test),
                PeopleItemKind::Skip(test) => person.skipped |= self.cell_test(people, row, test),
                _ => {}
            }
        }
        self.merge(id.ok_or("a row without an id")?, person);
        Ok(())
    }

    fn cell_date(&self, package: usize, cell: &str, end: bool) -> Loaded<Edge> {
        let span = rolecall::source::Span::new(rolecall::source::FileId(0), 0, 0);
        let written = ast::DateTime { date: cell.into(), time: None, span };
        date(&written)?;
        if end { day_after(&written, &self.zones[package]) } else { edge(&written, &self.zones[package]) }
    }

    /// By name, else by label.
    fn unit_of_cell(&self, package: usize, cell: &str) -> Loaded<String> {
        let name = self.outer_name(package, cell.to_string());
        if self.policy.units.contains_key(&name) {
            return Ok(name);
        }
        let labelled = self.policy.units.iter().find(|(_, unit)| unit.label.as_deref() == Some(cell));
        labelled.map(|(name, _)| name.clone()).ok_or(format!("no unit {cell}"))
    }

    fn cell_value(&self, package: usize, ty: &Type, cells: &[String]) -> Option<Known> {
        if let Type::Set(member) = ty {
            let one = |cell: &String| self.cell_value(package, member, std::slice::from_ref(cell));
            return (!cells.is_empty()).then(|| cells.iter().map(one).collect::<Option<_>>().map(Known::Set))?;
        }
        let cell = cells.first()?;
        match ty {
            Type::Boolean => Some(Known::Boolean(cell.parse().ok()?)),
            Type::Number => decimal(cell).map(Known::Number),
            Type::Unit => self.unit_of_cell(package, cell).ok().map(Known::Unit),
            Type::Enumeration(values) => {
                let by_name = values.iter().position(|(name, _)| name == cell);
                by_name.or(values.iter().position(|(_, l)| l.as_ref() == Some(cell))).map(Known::Choice)
            }
            _ => read(ty, &Value::text(cell), &self.policy),
        }
    }

    /// The values in a cell: one, or several if its column is split.
    fn cells(&self, people: &ast::People, row: &Row, column: &Name) -> Vec<String> {
        let Some(cell) = filled(row, self.names.text(column.symbol)) else { return Vec::new() };
        let split = people.items.iter().find_map(|item| match &item.kind {
            PeopleItemKind::Split(c, at) if c.symbol == column.symbol => Some(at.text.to_string()),
            _ => None,
        });
        match split {
            Some(at) => cell.split(&at).map(|v| v.trim().to_string()).filter(|v| !v.is_empty()).collect(),
            None => vec![cell.clone()],
        }
    }

    fn cell_test(&self, people: &ast::People, row: &Row, test: &CellTest) -> bool {
        test.tests.iter().all(|(column, op, texts)| {
            let values = self.cells(people, row, column);
            let meets = values.iter().any(|v| texts.iter().any(|t| nfc(t.text.trim()) == *v));
            match op {
                CellOp::Is => meets,
                CellOp::IsNot => !values.is_empty() && !meets,
                CellOp::IsEmpty => values.is_empty(),
                CellOp::IsSet => !values.is_empty(),
            }
        })
    }

    /// Assignments, delegations, and what the rows of people files get.
    pub fn holdings(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        for (package, item) in items {
            match item {
                ItemKind::Assign(assign) => self.assign(*package, assign)?,
                ItemKind::Delegate(delegate) => {
                    let delegation = Delegation {
                        role: self.name(*package, &delegate.role),
                        of: self.person(*package, &delegate.of)?,
                        to: self.person(*package, &delegate.to)?,
                        window: self.window(*package, &delegate.window)?,
                    };
                    self.policy.delegations.push(delegation);
                }
                ItemKind::People(people) => {
                    for row in self.csv(*package, &people.path.text)? {
                        self.row_gets(*package, items, people, &row)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    pub fn person(&self, package: usize, name: &Name) -> Loaded<String> {
        let name = self.name(package, name);
        self.policy.person(&name).ok_or(format!("no user {name}"))
    }

    fn persons(&self, package: usize, names: &[Name]) -> Loaded<Vec<String>> {
        names.iter().map(|name| self.person(package, name)).collect()
    }

    fn assign(&mut self, package: usize, assign: &ast::Assign) -> Loaded<()> {
        let people = match &assign.to {
            AssignTo::Users(names) => self.persons(package, names)?,
            AssignTo::Everyone { unit, below, .. } => {
                let unit = unit.as_ref().map(|u| self.name(package, u));
                let inside = |mine: &String| {
                    unit.as_ref().is_none_or(|u| if *below { self.policy.at_or_below(mine, u) } else { mine == u })
                };
                let meant = |p: &&Person| {
                    let perhaps = unit.is_none() || p.units.is_empty() || p.units.iter().any(inside);
                    !p.external && !p.skipped && perhaps
                };
                self.policy.people.iter().filter(|(_, p)| meant(p)).map(|(id, _)| id.clone()).collect()
            }
        };
        let by_unit = matches!(&assign.to, AssignTo::Everyone { unit: Some(_), .. });
        let window = self.window(package, &assign.window)?;
        let units = (!assign.for_units.is_empty()).then(|| self.all(package, &assign.for_units));
        for role in self.all(package, &assign.roles) {
            if !self.policy.roles.contains_key(&role) {
                return Err(format!("no role {role}"));
            }
            for person in &people {
                let (role, person) = (role.clone(), person.clone());
                let surely = !by_unit || !self.policy.people[&person].units.is_empty();
                let (units, window) = (units.clone(), window.clone());
                self.policy.assignments.push(Assignment { role, person, units, window, surely });
            }
        }
        Ok(())
    }

    fn row_gets(&mut self, package: usize, items: &[(usize, ItemKind)], people: &ast::People, row: &Row) -> Loaded<()> {
        let id = people.items.iter().find_map(|item| match &item.kind {
            PeopleItemKind::Id(column) => filled(row, self.names.text(column.symbol)).cloned(),
            _ => None,
        });
        let person = id.ok_or("a row without an id")?;
        if self.policy.people[&person].skipped {
            return Ok(());
        }
        let mut got = 0;
        for item in &people.items {
            let PeopleItemKind::Gets { role, when, for_unit, window } = &item.kind else { continue };
            if when.as_ref().is_some_and(|test| !self.cell_test(people, row, test)) {
                continue;
            }
            let units = match for_unit {
                Some(column) => {
                    let cells = self.cells(people, row, column);
                    Some(cells.iter().map(|c| self.unit_of_cell(package, c)).collect::<Loaded<Vec<_>>>()?)
                }
                None => None,
            };
            let window = self.window(package, window)?;
            for role in self.row_roles(package, items, people, row, role)? {
                let (person, units, window) = (person.clone(), units.clone(), window.clone());
                self.policy.assignments.push(Assignment { role, person, units, window, surely: true });
                got += 1;
            }
        }
        let strict = people.items.iter().any(|i| matches!(i.kind, PeopleItemKind::Otherwise { error: true }));
        if got == 0 && strict { Err(format!("the row of {person} gets nothing")) } else { Ok(()) }
    }

    fn row_roles(
        &mut self,
        package: usize,
        items: &[(usize, ItemKind)],
        people: &ast::People,
        row: &Row,
        role: &RowRole,
    ) -> Loaded<Vec<String>> {
        let instance = match role {
            RowRole::Role(name) => return Ok(vec![self.name(package, name)]),
            RowRole::Instance(instance) => instance,
        };
        let template = self.name(package, &instance.template);
        let (home, declared) = self.template(items, &template)?;
        let mut choices = vec![Arguments::new()];
        for (index, (parameter, ty)) in declared.parameters.iter().enumerate() {
            let parameter = self.names.text(parameter.symbol).to_string();
            let ty = self.type_of(home, ty)?;
            let named = |(name, _): &&(Option<Name>, ast::Operand)| {
                name.as_ref().is_some_and(|n| self.names.text(n.symbol) == parameter)
            };
            let given = instance.arguments.iter().find(named).or(instance.arguments.get(index));
            let (_, operand) = given.ok_or(format!("no argument {parameter}"))?;
            let terms = match &operand.kind {
                OperandKind::Name(column) if row.contains_key(self.names.text(column.symbol)) => {
                    let cells = self.cells(people, row, column);
                    cells.iter().map(|cell| self.cell_term(package, &ty, cell)).collect::<Loaded<Vec<_>>>()?
                }
                _ => vec![self.typed(&ty, self.term(package, operand, &Arguments::new())?)],
            };
            let with = |base: &Arguments, term: &Term| {
                let mut more = base.clone();
                more.insert(parameter.clone(), term.clone());
                more
            };
            choices = choices.iter().flat_map(|base| terms.iter().map(|t| with(base, t)).collect::<Vec<_>>()).collect();
        }
        choices.iter().map(|arguments| self.row_instance(items, &template, arguments)).collect()
    }

    fn cell_term(&self, package: usize, ty: &Type, cell: &str) -> Loaded<Term> {
        let cells = [cell.to_string()];
        let known = self.cell_value(package, ty, &cells).ok_or(format!("{cell} is no value of its type"))?;
        Ok(match (ty, known) {
            (Type::Enumeration(values), Known::Choice(index)) => Term::Name(values[index].0.clone()),
            (_, Known::Boolean(b)) => Term::Name(b.to_string()),
            (_, Known::Number(n)) => Term::Number(n),
            (_, Known::Text(text)) => Term::Text(text),
            (_, Known::User(id)) => Term::User(id),
            (_, Known::Unit(unit)) => Term::Unit(unit),
            _ => return Err(format!("{cell} is no argument")),
        })
    }

    /// Suspensions, requirements, separations.
    pub fn brakes(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        for (package, item) in items {
            match item {
                ItemKind::Suspend(suspend) => {
                    let suspension = self.suspension(*package, items, suspend)?;
                    self.policy.suspensions.push(suspension);
                }
                ItemKind::Require(require) => {
                    let requirement = Requirement {
                        condition: self.condition(*package, &require.condition, &Arguments::new())?,
                        rights: self.rights(*package, &require.target)?,
                        roles: self.all(*package, &require.roles),
                        window: self.window(*package, &require.window)?,
                    };
                    self.policy.requirements.push(requirement);
                }
                ItemKind::SeparateSessions(separate) => {
                    let roles = self.all(*package, &separate.roles);
                    self.policy.separate_sessions.push(roles);
                }
                ItemKind::Guarantees(guarantees) => {
                    for guarantee in guarantees {
                        if let GuaranteeKind::NobodyHasTwo(roles) = &guarantee.kind {
                            let window = self.window(*package, &guarantee.window)?;
                            let roles = self.all(*package, roles);
                            self.policy.exclusive.push((roles, window));
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn suspension(&self, package: usize, items: &[(usize, ItemKind)], suspend: &ast::Suspend) -> Loaded<Suspension> {
        let what = match &suspend.what {
            SuspendWhat::Users { users, in_role } => Suspended::People {
                people: self.persons(package, users)?,
                in_role: in_role.as_ref().map(|r| self.name(package, r)),
            },
            SuspendWhat::Roles { roles, heirs } => Suspended::Roles { roles: self.all(package, roles), heirs: *heirs },
            SuspendWhat::Actions(target) => Suspended::Rights(self.rights(package, target)?),
            SuspendWhat::Everything { except_roles, except_users } => Suspended::Everything {
                except_roles: except_roles.iter().map(|(r, heirs)| (self.name(package, r), *heirs)).collect(),
                except_people: self.persons(package, except_users)?,
            },
        };
        let mut window = self.window(package, &suspend.window)?;
        for (by, item) in items {
            if let (ItemKind::EndEarly(end), Some(name)) = (item, &suspend.named)
                && self.names.text(end.name.symbol) == self.names.text(name.symbol)
            {
                let zone = match &end.zone {
                    Some(zone) => super::load::zone_named(&zone.text)?,
                    None => self.zones[*by].clone(),
                };
                window.until.push(edge(&end.at, &zone)?);
            }
        }
        let when = self.optional_condition(package, suspend.when.as_deref(), &Arguments::new())?;
        Ok(Suspension { what, when, window })
    }

    /// The rows of a CSV file of the package.
    pub fn csv(&self, package: usize, path: &str) -> Loaded<Vec<Row>> {
        let folder = &self.sources.packages[package].path;
        let full = if **folder == *"." { path.to_string() } else { format!("{folder}/{path}") };
        let file = self.sources.data.iter().find(|d| *d.path == *full).ok_or(format!("no file {full}"))?;
        let text = String::from_utf8(file.bytes.to_vec()).map_err(|_| format!("{full} is not UTF-8"))?;
        let mut lines = csv_lines(text.trim_start_matches('\u{feff}')).into_iter();
        let header = lines.next().unwrap_or_default();
        let row = |cells: Vec<String>| header.iter().cloned().zip(cells).collect::<Row>();
        Ok(lines.filter(|cells| cells.iter().any(|c| !c.is_empty())).map(row).collect())
    }
}

fn filled<'r>(row: &'r Row, column: &str) -> Option<&'r String> {
    row.get(column).filter(|cell| !cell.is_empty())
}

/// Lines of trimmed cells; quotes as in RFC 4180.
fn csv_lines(text: &str) -> Vec<Vec<String>> {
    let (mut lines, mut line, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                cell.push('"');
                characters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => line.push(nfc(std::mem::take(&mut cell).trim())),
            '\n' if !quoted => {
                line.push(nfc(std::mem::take(&mut cell).trim()));
                lines.push(std::mem::take(&mut line));
            }
            _ => cell.push(c),
        }
    }
    if !cell.is_empty() || !line.is_empty() {
        line.push(nfc(cell.trim()));
        lines.push(line);
    }
    lines
}
