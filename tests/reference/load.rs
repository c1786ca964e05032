//! Vocabulary, time and people-independent parts of a package: Ast to [`Policy`].
//!
//! Valid input is assumed wherever a mistake would be the compiler's to report; what cannot be read is an `Err`.

use super::clock::{self, Calendar, Days, Edge, Extent, Pattern, Window};
use super::policy::{Action, Attribute, Field, Object, Policy, Unit, UnitOf};
use super::value::{Type, decimal};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rolecall::source::{FileId, Interner, SourceSet};
use rolecall::syntax::ast::{self, ItemKind, Name, ObjectItemKind, TypeKind};
use std::net::IpAddr;

pub type Loaded<T> = Result<T, String>;

/// The packages' texts, and the policy as it grows.
pub struct Loader<'a> {
    pub sources: &'a SourceSet,
    pub names: Interner,
    /// `use` statements: package, folder as written, (theirs, ours).
    uses: Vec<(usize, String, Vec<(String, String)>)>,
    pub zones: Vec<TimeZone>,
    pub policy: Policy,
    /// Template instances so far: template, arguments, role.
    pub instances: Vec<(String, String, String)>,
}

/// Reads all packages of `sources`.
pub fn load(sources: &SourceSet) -> Loaded<Policy> {
    let mut names = Interner::default();
    let mut items = Vec::new();
    for (index, file) in sources.files.iter().enumerate() {
        let parsed = rolecall::syntax::parse(FileId(index as u32), file, &mut names);
        if let Some(wrong) = parsed.diagnostics.iter().find(|d| d.severity == rolecall::diagnostic::Severity::Error) {
            let (code, line) = (wrong.code.id, sources.position(wrong.primary.span).line);
            return Err(format!("{}:{line}: {code} at `{}`", file.path, sources.text(wrong.primary.span)));
        }
        items.extend(parsed.ast.items.into_iter().map(|item| (file.package.0 as usize, item.kind)));
    }
    let zones = vec![TimeZone::UTC; sources.packages.len()];
    let uses = items.iter().filter_map(|(package, item)| use_statement(*package, item, &names)).collect();
    let mut loader = Loader { sources, names, uses, zones, policy: Policy::default(), instances: Vec::new() };
    loader.run(&items)?;
    Ok(loader.policy)
}

fn use_statement(package: usize, item: &ItemKind, names: &Interner) -> Option<(usize, String, Vec<(String, String)>)> {
    let ItemKind::Use(statement) = item else { return None };
    let text = |name: &Name| names.text(name.symbol).to_string();
    let renames = statement.renames.iter().map(|(theirs, ours)| (text(theirs), text(ours))).collect();
    Some((package, statement.path.text.to_string(), renames))
}

impl Loader<'_> {
    fn run(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        self.headers(items)?;
        self.types_and_places(items)?;
        self.calendars_and_hours(items)?;
        self.objects(items)?;
        self.people(items)?;
        self.roles(items)?;
        self.holdings(items)?;
        self.brakes(items)
    }

    /// A name as the root package calls it.
    pub fn name(&self, package: usize, name: &Name) -> String {
        self.outer_name(package, self.names.text(name.symbol).to_string())
    }

    pub fn all(&self, package: usize, names: &[Name]) -> Vec<String> {
        names.iter().map(|name| self.name(package, name)).collect()
    }

    /// Follows the `with THEIRS as OURS` of the packages that use `package`, up to the root.
    pub fn outer_name(&self, package: usize, name: String) -> String {
        if package == 0 {
            return name;
        }
        for (user, written, renames) in &self.uses {
            let edges = &self.sources.packages[*user].uses;
            let leads_here = edges.iter().any(|e| *e.written == **written && e.package.0 as usize == package);
            if leads_here && let Some((_, ours)) = renames.iter().find(|(theirs, _)| *theirs == name) {
                return self.outer_name(*user, ours.clone());
            }
        }
        name
    }

    fn headers(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        for (package, item) in items {
            if let ItemKind::Policy(header) = item {
                let zone = header.timezone.as_ref().ok_or("no timezone")?;
                self.zones[*package] = zone_named(&zone.text)?;
                if *package == 0 {
                    self.policy.brought = self.all(0, &header.roles_from_request);
                }
            }
        }
        Ok(())
    }

    fn types_and_places(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        for (package, item) in items {
            match item {
                ItemKind::Type(declaration) => {
                    let values = self.values(&declaration.values);
                    let name = self.name(*package, &declaration.declared.name);
                    self.policy.types.insert(name, Type::Enumeration(values));
                }
                ItemKind::Unit(unit) => self.unit(*package, unit, None),
                ItemKind::Network(network) => {
                    let name = self.name(*package, &network.declared.name);
                    let blocks = network.blocks.iter().map(|b| block(&b.text)).collect::<Loaded<_>>()?;
                    self.policy.networks.insert(name, blocks);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn values(&self, values: &[ast::Declared]) -> Vec<(String, Option<String>)> {
        let value = |v: &ast::Declared| {
            (self.names.text(v.name.symbol).to_string(), v.label.as_ref().map(|l| l.text.to_string()))
        };
        values.iter().map(value).collect()
    }

    fn unit(&mut self, package: usize, unit: &ast::Unit, above: Option<String>) {
        let name = self.name(package, &unit.declared.name);
        let label = unit.declared.label.as_ref().map(|l| l.text.to_string());
        self.policy.units.insert(name.clone(), Unit { label, above });
        for below in &unit.units {
            self.unit(package, below, Some(name.clone()));
        }
    }

    fn calendars_and_hours(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        for (package, item) in items {
            if let ItemKind::Calendar(calendar) = item {
                let name = self.name(*package, &calendar.declared.name);
                let calendar = calendar_of(calendar)?;
                self.policy.calendars.insert(name, calendar);
            }
        }
        for (package, item) in items {
            if let ItemKind::Hours(hours) = item {
                let name = self.name(*package, &hours.declared.name);
                let patterns = hours.patterns.iter().map(|p| self.pattern(*package, p)).collect::<Loaded<Vec<_>>>()?;
                self.policy.hours.insert(name, patterns);
            }
        }
        Ok(())
    }

    pub fn pattern(&self, package: usize, pattern: &ast::Pattern) -> Loaded<Pattern> {
        let zone = match &pattern.zone {
            Some(zone) => zone_named(&zone.text)?,
            None => self.zones[package].clone(),
        };
        let calendar = |name: &Name, workdays| -> Loaded<Days> {
            let name = self.name(package, name);
            let calendar = self.policy.calendars.get(&name).ok_or(format!("no calendar {name}"))?.clone();
            Ok(Days::Calendar { calendar, workdays })
        };
        use jiff::civil::Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
        let days = match &pattern.days {
            ast::Days::Daily => Days::Weekdays(vec![Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday]),
            ast::Days::Weekdays => Days::Weekdays(vec![Monday, Tuesday, Wednesday, Thursday, Friday]),
            ast::Days::Of(days) => Days::Weekdays(days.iter().map(|(day, _)| weekday(*day)).collect()),
            ast::Days::WorkdaysOf(name) => calendar(name, true)?,
            ast::Days::DaysOffOf(name) => calendar(name, false)?,
            ast::Days::MonthDays(days) => Days::OfMonth(days.iter().map(integer).collect::<Loaded<_>>()?),
            ast::Days::MonthLast => Days::LastOfMonth,
            ast::Days::YearDay(text) => {
                let (month, day) = text.text.split_once('-').ok_or("no day of the year")?;
                let day = if day == "last" { 0 } else { day.parse().map_err(|_| "no day of the year")? };
                Days::OfYear(month.parse().map_err(|_| "no month")?, day)
            }
        };
        let extent = match &pattern.extent {
            ast::Extent::Times(start, end) => Extent::Times(minutes(start)?, minutes(end)?),
            ast::Extent::For(start, number, unit, _) => {
                let count: i64 = integer(number)?;
                let start = minutes(start)?;
                match unit {
                    ast::DurationUnit::Minutes => Extent::Minutes(start, count),
                    ast::DurationUnit::Hours => Extent::Minutes(start, count * 60),
                    ast::DurationUnit::Days => Extent::Days(start, count),
                    ast::DurationUnit::Weeks => Extent::Days(start, count * 7),
                }
            }
            ast::Extent::AllDay => Extent::AllDay,
        };
        Ok(Pattern { zone, days, extent })
    }

    /// The clauses of time of a statement.
    pub fn window(&self, package: usize, window: &ast::Window) -> Loaded<Window> {
        let zone = match &window.zone {
            Some(zone) => zone_named(&zone.text)?,
            None => self.zones[package].clone(),
        };
        let from = window.from.as_ref().map(|x| edge(x, &zone)).transpose()?;
        let mut until: Vec<Edge> = window.before.iter().map(|x| edge(x, &zone)).collect::<Loaded<_>>()?;
        if let Some(through) = &window.through {
            until.push(day_after(through, &zone)?);
        }
        let mut during = self.hours_lists(package, &window.during)?;
        if let Some(pattern) = &window.recurring {
            during.push(vec![self.pattern(package, pattern)?]);
        }
        Ok(Window { from, until, during, outside: self.hours_lists(package, &window.outside)? })
    }

    pub fn hours_lists(&self, package: usize, lists: &[Box<[Name]>]) -> Loaded<Vec<Vec<Pattern>>> {
        let mut all = Vec::new();
        for list in lists {
            let mut patterns = Vec::new();
            for name in list {
                let name = self.name(package, name);
                patterns.extend(self.policy.hours.get(&name).ok_or(format!("no hours {name}"))?.clone());
            }
            all.push(patterns);
        }
        Ok(all)
    }

    pub fn type_of(&self, package: usize, ty: &ast::TypeRef) -> Loaded<Type> {
        Ok(match &ty.kind {
            TypeKind::Named(name) => match self.names.text(name.symbol) {
                "boolean" => Type::Boolean,
                "number" => Type::Number,
                "text" => Type::Text,
                "user" => Type::User,
                "unit" => Type::Unit,
                "address" => Type::Address,
                _ => {
                    let name = self.name(package, name);
                    self.policy.types.get(&name).ok_or(format!("no type {name}"))?.clone()
                }
            },
            TypeKind::Inline(values) => Type::Enumeration(self.values(values)),
            TypeKind::SetOf(member) => Type::Set(Box::new(self.type_of(package, member)?)),
        })
    }

    fn objects(&mut self, items: &[(usize, ItemKind)]) -> Loaded<()> {
        let built_in = [("ip", Type::Address), ("mfa", Type::Boolean)];
        for (name, ty) in built_in {
            self.policy.request.insert(name.to_string(), Attribute { ty, from_table: false });
        }
        for (package, item) in items {
            match item {
                ItemKind::Subject(declarations) => {
                    for (name, attribute) in self.attributes(*package, declarations)? {
                        self.policy.subject.insert(name, attribute);
                    }
                }
                ItemKind::Request(declarations) => {
                    for (name, attribute) in self.attributes(*package, declarations)? {
                        self.policy.request.insert(name, attribute);
                    }
                }
                ItemKind::Object(object) => {
                    let body = self.object(*package, object)?;
                    for declared in &object.names {
                        let name = self.name(*package, &declared.name);
                        self.policy.objects.insert(name, body.clone());
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn attributes(&self, package: usize, declarations: &[ast::AttributeDecl]) -> Loaded<Vec<(String, Attribute)>> {
        let mut all = Vec::new();
        for declaration in declarations {
            let ty = self.type_of(package, &declaration.ty)?;
            let from_table = matches!(declaration.source, Some((ast::AttributeSource::Table, _)));
            for declared in &declaration.names {
                let name = self.names.text(declared.name.symbol).to_string();
                all.push((name, Attribute { ty: ty.clone(), from_table }));
            }
        }
        Ok(all)
    }

    fn object(&self, package: usize, object: &ast::Object) -> Loaded<Object> {
        let mut made = Object { administers: object.administers.is_some(), ..Object::default() };
        let text = |name: &Name| self.names.text(name.symbol).to_string();
        for item in &object.items {
            match &item.kind {
                ObjectItemKind::Actions(actions) => {
                    for declared in &actions.names {
                        let name = text(&declared.name);
                        let acts = actions.acts_as.map(|(acts, _)| acts);
                        made.actions.push(Action {
                            general: actions.general,
                            creates: name == "create" || acts == Some(ast::ActsAs::Create),
                            updates: name == "update" || acts == Some(ast::ActsAs::Update),
                            changes: actions.changes.iter().map(text).collect(),
                            name,
                        });
                    }
                }
                ObjectItemKind::Owner(name) => {
                    made.owner = Some(text(name));
                    declare(&mut made, &text(name), Some(Type::User));
                }
                ObjectItemKind::UnitIs(name) => {
                    made.unit = UnitOf::Field(text(name));
                    declare(&mut made, &text(name), Some(Type::Unit));
                }
                ObjectItemKind::UnitOfOwner => made.unit = UnitOf::Owner,
                ObjectItemKind::Team(name) => {
                    made.team = Some(text(name));
                    declare(&mut made, &text(name), Some(Type::Set(Box::new(Type::User))));
                }
                ObjectItemKind::SharedWith(name, actions) => {
                    made.shared.push((text(name), actions.iter().map(text).collect()));
                }
                ObjectItemKind::Attribute(declaration) => {
                    let ty = self.type_of(package, &declaration.ty)?;
                    let held = matches!(declaration.source, Some((ast::AttributeSource::Records, _)));
                    for declared in &declaration.names {
                        let field = declare(&mut made, &text(&declared.name), Some(ty.clone()));
                        field.from_records |= held;
                        field.labels.extend(self.all(package, &declaration.data_labels));
                    }
                }
                ObjectItemKind::Field(names, labels) => {
                    for declared in names {
                        let labels = self.all(package, labels);
                        declare(&mut made, &text(&declared.name), None).labels.extend(labels);
                    }
                }
                ObjectItemKind::FieldsFrom(from) => self.fields_from(package, from, &mut made)?,
                ObjectItemKind::AttributesFromRecords => {}
            }
        }
        if object.items.iter().any(|item| matches!(item.kind, ObjectItemKind::AttributesFromRecords)) {
            made.fields.iter_mut().filter(|f| f.ty.is_some()).for_each(|f| f.from_records = true);
        }
        Ok(made)
    }

    fn fields_from(&self, package: usize, from: &ast::FieldsFrom, made: &mut Object) -> Loaded<()> {
        for row in self.csv(package, &from.path.text)? {
            let cell = |name: &Name| row.get(self.names.text(name.symbol)).cloned().unwrap_or_default();
            let labels = from.data_labels.as_ref().map(cell).unwrap_or_default();
            let labels = labels.split([',', '、', ';']).map(str::trim).filter(|l| !l.is_empty());
            declare(made, &cell(&from.name), None).labels.extend(labels.map(String::from));
        }
        Ok(())
    }
}

/// The field of that name, declared now if it was not; a type is kept once it is known.
fn declare<'a>(object: &'a mut Object, name: &str, ty: Option<Type>) -> &'a mut Field {
    let index = object.fields.iter().position(|f| f.name == name).unwrap_or_else(|| {
        object.fields.push(Field { name: name.to_string(), labels: Vec::new(), ty: None, from_records: false });
        object.fields.len() - 1
    });
    let field = &mut object.fields[index];
    field.ty = field.ty.take().or(ty);
    field
}

pub fn zone_named(name: &str) -> Loaded<TimeZone> {
    TimeZone::get(name).map_err(|e| e.to_string())
}

fn block(text: &str) -> Loaded<(IpAddr, u8)> {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(a, p)| (a, Some(p)));
    let address: IpAddr = address.trim().parse().map_err(|_| format!("no address: {text}"))?;
    let whole = if address.is_ipv4() { 32 } else { 128 };
    Ok((address, prefix.map_or(Ok(whole), str::parse).map_err(|_| format!("no prefix: {text}"))?))
}

fn calendar_of(calendar: &ast::Calendar) -> Loaded<Calendar> {
    let first_year = integer(&calendar.covers.0)?;
    let last_year = calendar.covers.1.as_ref().map_or(Ok(first_year), integer)?;
    let mut made = Calendar { first_year, last_year, weekend: Vec::new(), off: Vec::new(), work: Vec::new() };
    for item in &calendar.items {
        match &item.kind {
            ast::CalendarItemKind::Weekend(days) => made.weekend.extend(days.iter().map(|(day, _)| weekday(*day))),
            ast::CalendarItemKind::Off(ranges) => made.off.extend(date_ranges(ranges)?),
            ast::CalendarItemKind::Work(ranges) => made.work.extend(date_ranges(ranges)?),
        }
    }
    Ok(made)
}

fn date_ranges(ranges: &[ast::DateRange]) -> Loaded<Vec<(Date, Date)>> {
    let range = |r: &ast::DateRange| {
        let first = date(&r.first)?;
        Ok((first, r.last.as_ref().map_or(Ok(first), date)?))
    };
    ranges.iter().map(range).collect()
}

fn weekday(day: ast::Weekday) -> jiff::civil::Weekday {
    use jiff::civil::Weekday as J;
    match day {
        ast::Weekday::Monday => J::Monday,
        ast::Weekday::Tuesday => J::Tuesday,
        ast::Weekday::Wednesday => J::Wednesday,
        ast::Weekday::Thursday => J::Thursday,
        ast::Weekday::Friday => J::Friday,
        ast::Weekday::Saturday => J::Saturday,
        ast::Weekday::Sunday => J::Sunday,
    }
}

fn integer<T: std::str::FromStr>(number: &ast::Number) -> Loaded<T> {
    number.text.parse().map_err(|_| format!("no whole number: {}", number.text))
}

pub fn number(number: &ast::Number) -> Loaded<i64> {
    decimal(&number.text).ok_or(format!("no number: {}", number.text))
}

pub fn minutes(time: &ast::TimeOfDay) -> Loaded<i32> {
    minutes_of(&time.text)
}

fn minutes_of(text: &str) -> Loaded<i32> {
    let parts = text.split_once(':').and_then(|(h, m)| Some((h.parse::<i32>().ok()?, m.parse::<i32>().ok()?)));
    parts.map(|(h, m)| h * 60 + m).ok_or(format!("no time of day: {text}"))
}

pub fn date(written: &ast::DateTime) -> Loaded<Date> {
    written.date.parse().map_err(|_| format!("no date: {}", written.date))
}

/// Where a written date or local time lies.
pub fn edge(written: &ast::DateTime, zone: &TimeZone) -> Loaded<Edge> {
    let date = date(written)?;
    match &written.time {
        Some(time) => Ok(clock::time_on(date, minutes(time)?, zone)),
        None => {
            let at = clock::first_instant(date, zone).ok_or(format!("{date} does not exist"))?;
            Ok(Edge { early: at, late: at })
        }
    }
}

/// The end of a date that is included.
pub fn day_after(written: &ast::DateTime, zone: &TimeZone) -> Loaded<Edge> {
    let next = date(written)?.tomorrow().map_err(|e| e.to_string())?;
    let at = clock::first_instant_from(next, zone);
    Ok(Edge { early: at, late: at })
}
