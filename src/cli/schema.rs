//! The JSON schema of `rolecall.toml`, made from the keys that the reader knows.

use crate::config::{Key, Kind};
use crate::lint::{self, Budgets, Group, Level};
use serde_json::{Map, Value, json};

/// The schema, as the file `docs/rolecall.schema.json` holds it.
pub(super) fn text() -> String {
    let mut root = table("");
    let members = [
        ("$schema", json!("http://json-schema.org/draft-07/schema#")),
        ("title", json!("rolecall.toml")),
        ("description", json!("what a team asks of rolecall; docs/config.md explains every key")),
    ];
    if let Some(root) = root.as_object_mut() {
        let rest = std::mem::take(root);
        root.extend(members.into_iter().map(|(name, value)| (name.to_owned(), value)));
        root.extend(rest);
    }
    // Pretty printing of what was just made cannot fail.
    format!("{:#}\n", root)
}

fn table(path: &str) -> Value {
    let mut properties = Map::new();
    for key in Key::all().iter().filter(|key| key.table == path) {
        properties.insert(key.name.to_owned(), schema(key));
    }
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn schema(key: &Key) -> Value {
    let names = |levels: &[Level]| levels.iter().map(|level| level.name()).collect::<Vec<_>>();
    let mut schema = match key.kind {
        Kind::Version => {
            json!({ "type": "string", "pattern": r"^\s*(>=|>|<=|<|=)\s*\d+(\.\d+){0,2}(\s*,\s*(>=|>|<=|<|=)\s*\d+(\.\d+){0,2})*\s*$" })
        }
        Kind::FailLevel => json!({ "enum": names(&[Level::Info, Level::Warning, Level::Error]), "default": "warning" }),
        Kind::Rules => json!({ "type": "array", "items": { "enum": rules() } }),
        Kind::Number(most) => {
            let default = Budgets::ALL.iter().find(|budget| key.table == "lint.budgets" && budget.key == key.name);
            let mut number = json!({ "type": "integer", "minimum": 0, "maximum": most });
            if let (Some(budget), Some(members)) = (default, number.as_object_mut()) {
                members.insert("default".to_owned(), json!(budget.default));
            }
            number
        }
        Kind::Levels => {
            let level = json!({ "enum": names(&Level::ALL) });
            let properties: Map<String, Value> =
                rules().into_iter().map(|rule| (rule.to_owned(), level.clone())).collect();
            json!({ "type": "object", "additionalProperties": false, "properties": properties })
        }
        Kind::Table => table(&key.path()),
    };
    if let Some(members) = schema.as_object_mut() {
        members.insert("description".to_owned(), json!(key.about));
    }
    schema
}

/// Groups, then rules, each by name.
fn rules() -> Vec<&'static str> {
    let mut rules: Vec<&str> = lint::rules().map(|rule| rule.code.name).collect();
    rules.sort_unstable();
    Group::ALL.iter().map(|group| group.name()).chain(rules).collect()
}
