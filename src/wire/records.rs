//! [`Records`]: what a service holds of records and people, by type and id.

use std::collections::{BTreeMap, HashMap};
use std::ops::Bound;

use super::json::{Json, JsonError};

/// Properties with their values.
pub type Properties = Vec<(String, Json)>;

/// All that is held. The ids of one type are in order, so that a search can go on where it stopped.
#[derive(Clone, Debug, Default)]
pub struct Records {
    by_type: HashMap<String, BTreeMap<String, Properties>>,
}

/// Why a line is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// It is no JSON.
    Json(JsonError),
    /// It is no object with `type`, `id` and `properties`.
    Members,
    /// A record of this type and id was there before.
    Twice {
        /// The type.
        kind: String,
        /// The id.
        id: String,
    },
}

impl Records {
    /// Adds a record: a JSON object with `type`, `id` and `properties`.
    pub fn add(&mut self, line: &[u8]) -> Result<(), RecordError> {
        let Json::Object(members) = Json::parse(line).map_err(RecordError::Json)? else {
            return Err(RecordError::Members);
        };
        let (mut kind, mut id, mut properties) = (None, None, None);
        for (name, value) in members {
            match (name.as_str(), value) {
                ("type", Json::Text(text)) => kind = Some(text),
                ("id", Json::Text(text)) => id = Some(text),
                ("properties", Json::Object(members)) => properties = Some(members),
                _ => {}
            }
        }
        let (Some(kind), Some(id), Some(properties)) = (kind, id, properties) else {
            return Err(RecordError::Members);
        };
        let of_type = self.by_type.entry(kind.clone()).or_default();
        if of_type.insert(id.clone(), properties).is_some() {
            return Err(RecordError::Twice { kind, id });
        }
        Ok(())
    }

    /// What is held of a record.
    pub fn get(&self, kind: &str, id: &str) -> Option<&[(String, Json)]> {
        self.by_type.get(kind)?.get(id).map(Vec::as_slice)
    }

    /// The records of a type whose ids come after one, in the order of ids.
    pub fn after(&self, kind: &str, id: Option<&str>) -> impl Iterator<Item = (&str, &[(String, Json)])> {
        let from = id.map_or(Bound::Unbounded, Bound::Excluded);
        let of_type = self.by_type.get(kind);
        of_type
            .into_iter()
            .flat_map(move |records| records.range::<str, _>((from, Bound::Unbounded)))
            .map(|(id, properties)| (id.as_str(), properties.as_slice()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_type.values().map(BTreeMap::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.by_type.is_empty()
    }
}
