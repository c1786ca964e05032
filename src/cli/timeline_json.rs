//! A timeline as JSON: see docs/formats.md.

use super::instant;
use super::output::Output;
use super::policy::Package;
use crate::facts::{Alike, Concerned, Turn, Turned};
use crate::model::Model;
use crate::render;
use crate::timeline::{Event, Timeline};
use crate::wire;
use serde_json::{Map, Value, json};

/// The document.
pub(super) fn document(told: &Timeline, package: &Package, model: &Model, zone: &str, out: &Output) -> Value {
    let writer = Writer { package, model, out };
    let at = |at: i64| instant::rfc3339(at, zone);
    let moments = told.moments.iter().map(|moment| {
        let mut entry = writer.entry(&moment.events, &moment.turned);
        entry.insert("at".to_owned(), json!(at(moment.at)));
        Value::Object(entry)
    });
    let series = told.series.iter().map(|series| {
        let mut entry = writer.entry(&series.events, &series.turned);
        entry.insert("at".to_owned(), series.at.iter().map(|instant| json!(at(*instant))).collect());
        Value::Object(entry)
    });
    json!({
        "format_version": render::FORMAT_VERSION,
        "from": at(told.from),
        "until": at(told.until),
        "seen_until": at(told.seen_until),
        "zone": zone,
        "moments": moments.collect::<Vec<_>>(),
        "recurring": series.collect::<Vec<_>>(),
    })
}

struct Writer<'a> {
    package: &'a Package,
    model: &'a Model,
    out: &'a Output,
}

impl Writer<'_> {
    fn entry(&self, events: &[Event], turned: &Turned) -> Map<String, Value> {
        let side = |gained: bool| -> Value {
            turned.turns.iter().filter(|turn| turn.gained == gained).map(|turn| self.turn(turn)).collect()
        };
        let mut entry = Map::new();
        entry.insert("at".to_owned(), Value::Null);
        entry.insert("events".to_owned(), events.iter().map(|event| self.event(event)).collect());
        entry.insert("gains".to_owned(), side(true));
        entry.insert("losses".to_owned(), side(false));
        entry.insert("undecided".to_owned(), json!(turned.undecided));
        entry
    }

    fn event(&self, event: &Event) -> Value {
        let (model, about) = (self.model, &event.about);
        let people: Vec<&str> = about.people.iter().map(|user| model.user_name(*user)).collect();
        let roles: Vec<&str> = about.roles.iter().map(|role| model.role_name(*role)).collect();
        let objects: Vec<&str> = about.objects.iter().map(|object| model.object_name(*object)).collect();
        let style = self.out.style(&self.package.base);
        let place = render::place_json(&self.package.sources, about.span, style);
        json!({
            "kind": about.kind.name(),
            "step": event.step.name(),
            "text": render::message_json(&event.words(), style),
            "people": people,
            "roles": roles,
            "objects": objects,
            "hours": about.recurs.as_ref().map(|hours| self.out.words(hours)),
            "place": place,
        })
    }

    fn turn(&self, turn: &Turn) -> Value {
        let model = self.model;
        let object = model.rights.get(turn.right.index()).map_or("", |right| model.object_name(right.object));
        let fields: Vec<&str> = turn.fields.iter().map(|field| model.field_name(*field)).collect();
        json!({
            "action": model.action_name(turn.right),
            "object": object,
            "fields": fields,
            "groups": turn.groups.iter().map(|group| self.group(group)).collect::<Vec<_>>(),
        })
    }

    fn group(&self, group: &Alike) -> Value {
        let mut people = Vec::new();
        let mut bringing = Vec::new();
        for who in &group.who {
            match who {
                Concerned::Person(user) => people.push(self.model.user_name(*user)),
                Concerned::Bringer(role) => bringing.push(self.model.role_name(*role)),
            }
        }
        json!({ "people": people, "bringing": bringing, "request": wire::witness(&group.request) })
    }
}
