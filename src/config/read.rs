//! The text of `rolecall.toml` to a [`Config`], and what is wrong with it.

use super::{Config, Key, Kind, Origin, mistake, version};
use crate::diagnostic::codes::config as code;
use crate::diagnostic::{self, Code, Diagnostic, Edit, Fix, did_you_mean};
use crate::lint::{self, Group, Level};
use crate::message::{Arg, Message, config as text};
use crate::source::{FileId, SourceFile, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Why a level given on the command line cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadLevel {
    /// No rule or group of that name; a near one.
    Unknown(Option<&'static str>),
    /// That is an error of the language.
    NoFinding,
    /// No such level.
    Level,
    /// Nobody may waive this rule, so nobody may turn it off.
    NeverWaived(&'static str),
}

/// Reads the file; `running` is the version of this program. With any error the config is not to be used.
pub fn read(id: FileId, file: &SourceFile, running: &str) -> (Config, Vec<Diagnostic>) {
    let config = Config { path: Some(file.path.to_string()), ..Config::default() };
    let mut reader = Reader { id, file, running, keys: Key::all(), config, places: BTreeMap::new(), found: Vec::new() };
    match DeTable::parse(&file.text) {
        Ok(root) => reader.root(root.get_ref()),
        Err(error) => reader.not_toml(&error),
    }
    diagnostic::sort(&mut reader.found);
    (reader.config, reader.found)
}

/// The rule or group of that name.
pub(super) fn levelled(name: &str) -> Result<&'static str, BadLevel> {
    if let Some(group) = Group::named(name) {
        return Ok(group.name());
    }
    if let Some(rule) = lint::rule(name) {
        return Ok(rule.code.name);
    }
    if diagnostic::find(name).is_some_and(|code| code.name == name) {
        return Err(BadLevel::NoFinding);
    }
    let groups = Group::ALL.iter().map(|group| group.name());
    let named = diagnostic::find(name).map(|code| code.name);
    let near = || did_you_mean(name, lint::rules().map(|rule| rule.code.name).chain(groups));
    Err(BadLevel::Unknown(named.or_else(near)))
}

struct Reader<'a> {
    id: FileId,
    file: &'a SourceFile,
    running: &'a str,
    keys: Vec<Key>,
    config: Config,
    /// Where values stand that can contradict each other.
    places: BTreeMap<String, Span>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn root(&mut self, root: &DeTable<'_>) {
        if let Some((_, value)) = root.iter().find(|(key, _)| key.get_ref() == "required_version")
            && !self.version(value)
        {
            return;
        }
        self.table("", root);
        self.config.resolve();
        self.contradictions();
    }

    /// False if another version is wanted.
    fn version(&mut self, value: &Spanned<DeValue<'_>>) -> bool {
        let span = self.span(value.span());
        let wanted = value.get_ref().as_str();
        match wanted.and_then(|wanted| version::admits(wanted, self.running)) {
            Some(true) => {
                self.config.required_version = wanted.map(str::to_owned);
                true
            }
            Some(false) => {
                let args = [("wanted", wanted.unwrap_or("").into()), ("running", self.running.into())];
                let found =
                    Diagnostic::error(&code::VERSION, text::VERSION.with(args), span, text::VERSION_HERE.plain());
                self.found.push(found.help(text::VERSION_HELP.plain()));
                false
            }
            None => {
                self.bad_value("required_version", span, text::WANTS_VERSION.plain());
                true
            }
        }
    }

    fn table(&mut self, table: &'static str, values: &DeTable<'_>) {
        for (key, value) in values {
            let name = key.get_ref();
            match self.keys.iter().find(|known| known.table == table && known.name == name).cloned() {
                Some(known) => self.value(&known, key.span(), value),
                None => self.unknown_key(table, name, key.span()),
            }
        }
    }

    fn value(&mut self, key: &Key, key_span: Range<usize>, value: &Spanned<DeValue<'_>>) {
        let path = key.path();
        let span = self.span(value.span());
        match key.kind {
            // Looked at first of all.
            Kind::Version => {}
            Kind::FailLevel => match value.get_ref().as_str().and_then(Level::named).and_then(Level::severity) {
                Some(level) => self.config.fail_level = level,
                None => self.bad_value(&path, span, text::WANTS_FAIL_LEVEL.plain()),
            },
            Kind::Rules => self.rules(&path, value),
            Kind::Number(most) => self.number(key, most, value),
            Kind::Levels => match value.get_ref().as_table() {
                Some(levels) => self.levels(levels),
                None => self.bad_value(&path, span, text::WANTS_TABLE.with([("path", (&*path).into())])),
            },
            Kind::Table => match (value.get_ref().as_table(), table_of(&path)) {
                (Some(values), Some(table)) => self.table(table, values),
                _ => self.bad_value(&path, span, text::WANTS_TABLE.with([("path", (&*path).into())])),
            },
        }
        if !matches!(key.kind, Kind::Table | Kind::Levels) {
            self.note(path, key_span);
        }
    }

    fn levels(&mut self, levels: &DeTable<'_>) {
        for (key, value) in levels {
            let path = Key::level(key.get_ref());
            let level = value.get_ref().as_str().and_then(Level::named);
            if level.is_none() {
                self.bad_value(&path, self.span(value.span()), text::WANTS_LEVEL.plain());
            }
            if let (Some(name), Some(level)) = (self.name(key.get_ref(), key.span()), level) {
                self.config.levels.insert(name, level);
                self.note(path, key.span());
            }
        }
    }

    fn rules(&mut self, path: &str, value: &Spanned<DeValue<'_>>) {
        let Some(items) = value.get_ref().as_array() else {
            return self.bad_value(path, self.span(value.span()), text::WANTS_RULES.plain());
        };
        for item in items.iter() {
            let Some(name) = item.get_ref().as_str() else {
                self.bad_value(path, self.span(item.span()), text::WANTS_RULES.plain());
                continue;
            };
            if let Some(name) = self.name(name, item.span()) {
                self.config.never_waive.insert(name);
                self.places.insert(format!("never_waive.{name}"), self.span(item.span()));
            }
        }
    }

    fn number(&mut self, key: &Key, most: u32, value: &Spanned<DeValue<'_>>) {
        let number = value.get_ref().as_integer().and_then(|i| i64::from_str_radix(i.as_str(), i.radix()).ok());
        let Some(number) = number.and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= most) else {
            let wants = text::WANTS_NUMBER.with([("most", u64::from(most).into())]);
            return self.bad_value(&key.path(), self.span(value.span()), wants);
        };
        if key.table == "lint.budgets" {
            if let Some(budget) = self.config.settings.budgets.get_mut(key.name) {
                *budget = number;
            }
        } else {
            self.config.settings.longest_waiver = Some(number);
        }
    }

    /// A rule or group, where one stands.
    fn name(&mut self, name: &str, range: Range<usize>) -> Option<&'static str> {
        let span = self.span(range);
        let message = text::UNKNOWN_RULE.with([("rule", name.into())]);
        let found = match levelled(name) {
            Ok(name) => return Some(name),
            Err(BadLevel::NoFinding) => {
                let message = text::NO_FINDING.with([("rule", name.into())]);
                let found = Diagnostic::error(&code::UNKNOWN_RULE, message, span, text::NO_FINDING_HERE.plain());
                found.help(text::NO_FINDING_HELP.plain())
            }
            Err(BadLevel::Unknown(Some(near))) => {
                let found = self.error(&code::UNKNOWN_RULE, message, span);
                self.near(found, name, near)
            }
            Err(_) => self.error(&code::UNKNOWN_RULE, message, span).help(text::LIST_RULES.plain()),
        };
        self.found.push(found);
        None
    }

    fn unknown_key(&mut self, table: &str, name: &str, range: Range<usize>) {
        let span = self.span(range);
        let message = if table.is_empty() {
            text::UNKNOWN_KEY.with([("key", name.into())])
        } else {
            text::UNKNOWN_KEY_IN.with([("key", name.into()), ("table", table.into())])
        };
        let found = self.error(&code::UNKNOWN_KEY, message, span);
        let here = self.keys.iter().filter(|key| key.table == table).map(|key| key.name);
        let elsewhere = self.keys.iter().find(|key| key.name == name);
        let found = match (elsewhere, did_you_mean(name, here)) {
            (Some(key), _) => {
                let help = match key.table {
                    "" => text::BELONGS_ON_TOP.plain(),
                    table => text::BELONGS_IN.with([("table", table.into())]),
                };
                found.help(help)
            }
            (None, Some(near)) => {
                let near = near.to_owned();
                self.near(found, name, &near)
            }
            (None, None) => {
                let is_rule = table == "lint" && levelled(name).is_ok();
                let keys = self.keys.iter().filter(|key| key.table == table).map(|key| format!("`{}`", key.name));
                let keys = Arg::List(keys.map(Arg::Verbatim).collect());
                found.help(if is_rule {
                    text::BELONGS_IN.with([("table", "lint.levels".into())])
                } else {
                    text::THERE_ARE.with([("keys", keys)])
                })
            }
        };
        self.found.push(found);
    }

    fn contradictions(&mut self) {
        for rule in self.config.contradictions() {
            let group = lint::rule(rule).map_or("", |rule| rule.group.name());
            let level = [rule, group].iter().find_map(|name| self.places.get(&Key::level(name))).copied();
            let never = [rule, group].iter().find_map(|name| self.places.get(&format!("never_waive.{name}"))).copied();
            if let (Some(level), Some(never)) = (level, never) {
                let message = text::OFF_AND_NEVER_WAIVED.with([("rule", rule.into())]);
                let found = Diagnostic::error(&code::CONTRADICTION, message, level, text::OFF_HERE.plain());
                self.found.push(found.and(never, text::NEVER_WAIVED_HERE.plain()).help(text::OFF_HELP.plain()));
            }
        }
        for (role, person) in [
            ("rights_per_role", "rights_per_person"),
            ("objects_per_role", "objects_per_person"),
            ("share_per_role", "share_per_person"),
            ("sensitive_per_role", "sensitive_per_person"),
        ] {
            let place = |key: &str| self.places.get(&format!("lint.budgets.{key}")).copied();
            let budgets = self.config.budgets();
            if let (Some(at), Some(other)) = (place(role), place(person))
                && budgets.get(role) > budgets.get(person)
            {
                let message = text::ROLE_OVER_PERSON.with([("role", role.into()), ("person", person.into())]);
                let found = Diagnostic::error(&code::CONTRADICTION, message, at, text::ROLE_OVER_PERSON_HERE.plain());
                let help = text::ROLE_OVER_PERSON_HELP.plain();
                self.found.push(found.and(other, text::PERSON_HERE.plain()).help(help));
            }
        }
    }

    fn not_toml(&mut self, error: &toml::de::Error) {
        let span = self.span(error.span().unwrap_or_default());
        let reason = error.message().replace('\n', ", ");
        let here = match mistake::known(&reason) {
            Some(text) => text.plain(),
            None => text::NOT_TOML_HERE.with([("reason", reason.into())]),
        };
        self.found.push(Diagnostic::error(&code::SYNTAX, text::NOT_TOML.plain(), span, here));
    }

    fn bad_value(&mut self, path: &str, span: Span, wants: Message) {
        let message = text::BAD_VALUE.with([("path", path.into())]);
        self.found.push(self.error(&code::BAD_VALUE, message, span).help(wants));
    }

    fn error(&self, code: &'static Code, message: Message, span: Span) -> Diagnostic {
        let here = match code.id {
            id if id == code::UNKNOWN_KEY.id => text::UNKNOWN_KEY_HERE.plain(),
            id if id == code::UNKNOWN_RULE.id => text::UNKNOWN_RULE_HERE.plain(),
            _ => text::BAD_VALUE_HERE.plain(),
        };
        Diagnostic::error(code, message, span, here)
    }

    /// Proposes a near name, as a repair where the name stands as it is.
    fn near(&self, found: Diagnostic, name: &str, near: &str) -> Diagnostic {
        let help = text::DID_YOU_MEAN.with([("near", near.into())]);
        let span = found.primary.span;
        let written = self.file.text.get(span.start as usize..span.end as usize).unwrap_or("");
        let quoted = written.trim_matches(['"', '\'']);
        if quoted != name {
            return found.help(help);
        }
        let edit = Edit { span, text: written.replace(name, near) };
        found.help(help.clone()).fix(Fix::guess(help, vec![edit]))
    }

    fn note(&mut self, path: String, range: Range<usize>) {
        let span = self.span(range);
        self.places.insert(path.clone(), span);
        self.config.origins.insert(path, Origin::Line(self.file.lines().line(span.start)));
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.id, range.start as u32, range.end as u32)
    }
}

/// The table of that path.
fn table_of(path: &str) -> Option<&'static str> {
    ["lint", "lint.waivers", "lint.budgets"].into_iter().find(|table| *table == path)
}
