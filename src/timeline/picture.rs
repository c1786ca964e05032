//! A timeline as a drawing: a row for each thing, with bars where it runs and a dot at each instant; the color of a dot
//! says whether somebody gains or loses then.

use super::told::{count, told};
use super::{About, Event, Ground, Kind, Step, Timeline};
use crate::analysis::{LocalClock, local};
use crate::drawing::{Anchor, Area, COLUMN, Drawing, LINE, Look, Shape, fitted, shown, width};
use crate::facts::Turned;
use crate::graph::language;
use crate::message::{Lang, timeline as text};
use crate::source::PackageId;
use crate::time::Date;
use crate::words;
use std::rc::Rc;

/// Columns that the words of a row take at most.
const WORDS: i32 = 56;
/// Rows that are drawn at most.
const ROWS: usize = 400;
/// The part with the axis.
const PLOT: i32 = 760;
const MARGIN: i32 = 20;
const ROW: i32 = 28;
const HEAD: i32 = 84;
/// Between two marks of the axis at least.
const APART: i32 = 12 * COLUMN;

/// One row.
struct Row {
    about: Rc<About>,
    /// When, what happens, and who gains or loses.
    events: Vec<(i64, Step, Rc<Turned>)>,
    recurs: bool,
}

struct Canvas<'a> {
    timeline: &'a Timeline,
    ground: &'a Ground<'a>,
    lang: Lang,
    left: i32,
    shapes: Vec<Shape>,
}

/// The drawing.
pub fn picture(timeline: &Timeline, ground: &Ground<'_>, lang: Lang) -> Drawing {
    let rows = rows(timeline);
    let labels: Vec<String> =
        rows.iter().map(|row| fitted(&row.about.words.render(lang).replace('`', ""), WORDS)).collect();
    let wide = labels.iter().map(|label| width(label)).max().unwrap_or(0);
    let mut canvas = Canvas { timeline, ground, lang, left: MARGIN + wide + 2 * COLUMN, shapes: Vec::new() };
    let model = ground.model;
    let policy = model.title.as_deref().or_else(|| model.name.map(|name| model.text(name))).unwrap_or_default();
    let title = text::TITLE.with([("policy", policy.into())]).render(lang);
    canvas.text((MARGIN, 26), Look::Strong, title.clone());
    let shown = rows.len().min(ROWS);
    let bottom = HEAD + ROW * i32::try_from(shown).unwrap_or(0);
    let legend = canvas.legend();
    canvas.axis(bottom);
    let mut right = canvas.left + PLOT;
    for (place, (row, label)) in rows.iter().zip(labels).take(ROWS).enumerate() {
        let y = HEAD + ROW * i32::try_from(place).unwrap_or(0) + ROW / 2;
        right = right.max(canvas.row(row, label, y));
    }
    let right = right.max(legend).max(MARGIN + width(&title)) + MARGIN;
    Drawing { width: right, height: bottom + MARGIN, title, language: language(lang), shapes: canvas.shapes }
}

/// Things in the order in which they first happen.
fn rows(timeline: &Timeline) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut put = |at: i64, event: &Event, turned: &Rc<Turned>, recurs: bool| {
        let happens = (at, event.step, Rc::clone(turned));
        match rows.iter_mut().find(|row| row.about == event.about) {
            Some(row) => {
                row.events.push(happens);
                row.recurs |= recurs;
            }
            None => rows.push(Row { about: Rc::clone(&event.about), events: vec![happens], recurs }),
        }
    };
    for moment in &timeline.moments {
        let turned = Rc::new(moment.turned.clone());
        moment.events.iter().for_each(|event| put(moment.at, event, &turned, false));
    }
    for series in &timeline.series {
        let turned = Rc::new(series.turned.clone());
        for at in &series.at {
            series.events.iter().for_each(|event| put(*at, event, &turned, true));
        }
    }
    for row in &mut rows {
        row.events.sort_by_key(|(at, step, _)| (*at, *step));
    }
    rows.sort_by_key(|row| (row.events.first().map(|(at, ..)| *at), row.about.kind, row.about.span));
    rows
}

impl Canvas<'_> {
    fn text(&mut self, at: (i32, i32), look: Look, text: String) {
        self.shapes.push(Shape::Text { at, anchor: Anchor::Start, look, text });
    }

    fn x(&self, at: i64) -> i32 {
        let whole = i128::from(self.timeline.until) - i128::from(self.timeline.from);
        let part = i128::from(at) - i128::from(self.timeline.from);
        let x = (part * i128::from(PLOT)).checked_div(whole).unwrap_or(0);
        self.left + i32::try_from(x.clamp(0, i128::from(PLOT))).unwrap_or(0)
    }

    /// What the colors mean; gives back how far to the right it reaches.
    fn legend(&mut self) -> i32 {
        let mut x = MARGIN + COLUMN;
        let entries = [
            (Look::Good, &text::LEGEND_GAIN),
            (Look::Bad, &text::LEGEND_LOSS),
            (Look::Mixed, &text::LEGEND_BOTH),
            (Look::Plain, &text::LEGEND_NEITHER),
        ];
        for (look, entry) in entries {
            let words = entry.plain().render(self.lang);
            self.shapes.push(Shape::Dot { at: (x, 50), look, hint: None });
            let wide = width(&words);
            self.text((x + 12, 50), Look::Faint, words);
            x += wide + 36;
        }
        x
    }

    /// Marks of the first days of months, of Mondays, or of years.
    fn axis(&mut self, bottom: i32) {
        let clock = LocalClock::of(self.ground.model, PackageId(0));
        let top = HEAD - 4;
        let mut before = i32::MIN;
        for date in self.dates(&clock) {
            let Some(at) = clock.start(date).filter(|at| self.timeline.from <= *at && *at < self.timeline.until) else {
                continue;
            };
            let x = self.x(at);
            if before != i32::MIN && x - before < APART || x + 5 * COLUMN > self.left + PLOT {
                continue;
            }
            before = x;
            self.shapes.push(Shape::Line { from: (x, top), to: (x, bottom), look: Look::Faint });
            let at = (x.max(self.left + 5 * COLUMN), HEAD - 14);
            let text = local::iso(date);
            self.shapes.push(Shape::Text { at, anchor: Anchor::Middle, look: Look::Faint, text });
        }
        for x in [self.left, self.left + PLOT] {
            self.shapes.push(Shape::Line { from: (x, top), to: (x, bottom), look: Look::Plain });
        }
    }

    /// Dates that may be marked, by how long the range is.
    fn dates(&self, clock: &LocalClock) -> Vec<Date> {
        let shown = |at: i64| clock.show(at).map(|(date, _)| date);
        let (Some(first), Some(last)) = (shown(self.timeline.from), shown(self.timeline.until)) else {
            return Vec::new();
        };
        let days = last.0.saturating_sub(first.0);
        if days <= 75 {
            // Mondays, or every day of a week.
            let step = if days <= 8 { 1 } else { 7 };
            let start = if step == 1 { first.0 } else { first.0 + (4 - first.0).rem_euclid(7) };
            return (start..=last.0).step_by(step).map(Date).collect();
        }
        let (year, end) = (first.ymd().0, last.ymd().0);
        let months: Vec<u8> = match days {
            ..=800 => (1..=12).collect(),
            801..=2400 => vec![1, 7],
            _ => vec![1],
        };
        let firsts =
            (year..=end).flat_map(|year| months.iter().filter_map(move |month| Date::from_ymd(year, *month, 1)));
        firsts.collect()
    }

    /// Draws a row; gives back how far to the right it reaches.
    fn row(&mut self, row: &Row, label: String, y: i32) -> i32 {
        self.shapes.push(Shape::Line {
            from: (MARGIN, y + ROW / 2),
            to: (self.left + PLOT, y + ROW / 2),
            look: Look::Faint,
        });
        self.text((MARGIN, y), Look::Plain, label);
        if !matches!(row.about.kind, Kind::Waiver | Kind::Review | Kind::SuspensionReview | Kind::Calendar) {
            self.bars(row, y);
        }
        for (at, step, turned) in &row.events {
            let words = Event { step: *step, about: Rc::clone(&row.about) }.words().render(self.lang);
            let mut hint = vec![words::instant(self.ground.model, *at), words];
            for (gained, entry) in [(true, &text::GAINS), (false, &text::LOSES)] {
                let lines = told(self.ground.model, turned, gained, self.lang).into_iter();
                hint.extend(lines.map(|line| entry.with([("list", line.into())]).render(self.lang)));
            }
            let at = (self.x(*at), y);
            if row.recurs && row.events.len() > 24 {
                continue;
            }
            self.shapes.push(Shape::Dot {
                at,
                look: look(turned),
                hint: Some(hint.iter().map(|line| shown(line)).collect::<Vec<_>>().join("\n")),
            });
        }
        let x = self.left + PLOT + 2 * COLUMN;
        let when = self.when(row);
        let reach = x + width(&when);
        self.text((x, y), Look::Faint, when);
        reach
    }

    /// Where it runs.
    fn bars(&mut self, row: &Row, y: i32) {
        let opens = |step: &Step| matches!(step, Step::Begins | Step::Opens | Step::Pauses);
        let first = row.events.first().is_some_and(|(_, step, _)| !opens(step));
        let mut since = first.then_some(self.timeline.from);
        let mut bars = Vec::new();
        for (at, step, _) in &row.events {
            if opens(step) {
                since.get_or_insert(*at);
            } else if let Some(from) = since.take() {
                bars.push((from, *at));
            }
        }
        bars.extend(since.map(|from| (from, self.timeline.until)));
        let look = if row.about.kind == Kind::Suspension { Look::Bad } else { Look::Strong };
        for (from, until) in bars {
            let (x, right) = (self.x(from), self.x(until));
            let area = Area { x, y: y - 5, width: (right - x).max(1), height: 10 };
            self.shapes.push(Shape::Box { area, look, hint: None });
        }
    }

    /// When, in words: the instants, or how many there are.
    fn when(&self, row: &Row) -> String {
        let shown = |at: &i64| words::instant(self.ground.model, *at);
        let at: Vec<i64> = row.events.iter().map(|(at, ..)| *at).collect();
        match at.as_slice() {
            [first] => shown(first),
            [first, last] => format!("{} – {}", shown(first), shown(last)),
            [first, .., last] => {
                let args = [("n", at.len().into()), ("first", shown(first).into()), ("last", shown(last).into())];
                text::RECURRING.with(args).render(self.lang)
            }
            [] => String::new(),
        }
    }
}

fn look(turned: &Turned) -> Look {
    match (count(turned, true) > 0, count(turned, false) > 0) {
        (true, true) => Look::Mixed,
        (true, false) => Look::Good,
        (false, true) => Look::Bad,
        (false, false) => Look::Plain,
    }
}

/// The height of a line of text fits a row.
const _: () = assert!(LINE <= ROW);
