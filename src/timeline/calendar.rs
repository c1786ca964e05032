//! A timeline as a calendar (RFC 5545), for whoever plans with one. Deterministic: uids are made of what is told, and
//! the stamp is the start of the range.

use super::told::told;
use super::{Event as Happening, Moment, Series, Timeline};
use crate::facts::Turned;
use crate::message::{Lang, timeline as text};
use crate::model::Model;
use crate::render;
use crate::source::SourceSet;
use crate::time::Date;
use icalendar::{Calendar, Component, Event, Property};
use std::collections::BTreeMap;

/// The document.
pub fn calendar(timeline: &Timeline, sources: &SourceSet, model: &Model, lang: Lang) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//Rolecall//timeline 1//EN"));
    let name = model.name.map(|name| model.text(name)).unwrap_or_default();
    calendar.append_property(Property::new("X-WR-CALNAME", plain(name)));
    let described = |turned: &Turned, lang: Lang| {
        let all = [(true, &text::GAINS), (false, &text::LOSES)].map(|(gained, entry)| {
            let lines = told(model, turned, gained, lang).into_iter();
            lines.map(|line| entry.with([("list", line.into())]).render(lang)).collect::<Vec<_>>()
        });
        all.concat().join("\n")
    };
    let mut writer = Writer { sources, name, stamp: stamp(timeline.from), lang, uids: BTreeMap::new() };
    for Moment { at, events, turned } in &timeline.moments {
        let description = described(turned, lang);
        for event in events {
            let uid = writer.uid(event, &stamp(*at));
            calendar.push(writer.entry(event, &[*at], &description, &uid));
        }
    }
    for Series { at, events, turned } in &timeline.series {
        let description = described(turned, lang);
        // Whoever asks again a day later gets the same, though the first is another.
        let effect = digest(&described(turned, Lang::En));
        for event in events {
            let uid = writer.uid(event, &effect);
            calendar.push(writer.entry(event, at, &description, &uid));
        }
    }
    calendar.done().to_string()
}

struct Writer<'a> {
    sources: &'a SourceSet,
    name: &'a str,
    stamp: String,
    lang: Lang,
    /// How often each uid was made.
    uids: BTreeMap<String, usize>,
}

impl Writer<'_> {
    fn entry(&self, happening: &Happening, at: &[i64], description: &str, uid: &str) -> Event {
        let mut event = Event::new();
        let first = at.first().copied().unwrap_or_default();
        let time = |at: &i64| stamp(*at);
        event.uid(uid);
        event.add_property("DTSTAMP", &self.stamp);
        event.add_property("DTSTART", stamp(first));
        if at.len() > 1 {
            let others: Vec<String> = at.iter().skip(1).map(time).collect();
            event.add_property("RDATE", others.join(","));
        }
        event.summary(&plain(&happening.words().render(self.lang)));
        let place = place(self.sources, happening.about.span);
        let description = if description.is_empty() { place } else { format!("{description}\n{place}") };
        event.description(&render::xml(&description));
        event.add_property("CATEGORIES", happening.about.kind.name().to_uppercase());
        event.add_property("TRANSP", "TRANSPARENT");
        event.done()
    }

    /// The same for the same thing of the same policy and the same `mark`: an instant, or who gains and loses each time. It
    /// depends neither on the language nor on where the line stands.
    fn uid(&mut self, happening: &Happening, mark: &str) -> String {
        let about = &happening.about;
        let words = about.words.render(Lang::En);
        let what = [self.name, about.kind.name(), happening.step.name(), &words].join("\n");
        let mut uid = format!("{mark}-{}", digest(&what));
        let count = self.uids.entry(uid.clone()).or_default();
        *count += 1;
        if *count > 1 {
            uid.push_str(&format!("-{count}"));
        }
        uid.push_str("@rolecall");
        uid
    }
}

/// `sales.roles:14`
pub(super) fn place(sources: &SourceSet, span: crate::source::Span) -> String {
    let path = sources.file(span.file).map_or("", |file| &file.path);
    format!("{path}:{}", sources.position(span).line)
}

fn plain(text: &str) -> String {
    render::escape(text).into_owned()
}

/// Sixteen digits that tell texts apart.
fn digest(text: &str) -> String {
    // FNV-1a: stable over versions and machines, which the hashes of the library are not.
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// `20261201T000000Z`
fn stamp(at: i64) -> String {
    let (year, month, day) = Date(i32::try_from(at.div_euclid(86_400_000)).unwrap_or(0)).ymd();
    let seconds = at.rem_euclid(86_400_000) / 1000;
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}
