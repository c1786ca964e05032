//! Owns [`Timeline`]: everything that starts, ends, pauses or resumes between two instants, and who gains or loses by it.
//!
//! What happens is read from the model ([`things`]); when, from the windows ([`walk`]); who gains or loses, from decisions
//! just before each instant and at it ([`crate::facts::Turns`]). An instant at which nothing but hours that recur open or
//! shut is told once with all others like it. Reads no clock and prints nothing.

mod calendar;
mod due;
mod filter;
mod picture;
mod things;
mod told;
mod walk;

pub use calendar::calendar;
pub use filter::Filter;
pub use picture::picture;
pub use told::{count, told};

use crate::analysis::Analysis;
use crate::exact::Oracle;
use crate::facts::{self, Turned, Turns};
use crate::lint::Waiver;
use crate::message::{Message, timeline as text};
use crate::model::{Model, ObjectId, RoleId, UserId, WindowId};
use crate::source::{SourceSet, Span};
use crate::syntax::ast::Ast;
use std::collections::BTreeMap;
use std::rc::Rc;
use things::Thing;

/// What a timeline is made of.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The texts.
    pub sources: &'a SourceSet,
    /// What was written, for calendars.
    pub asts: &'a [Ast],
    /// What it means.
    pub model: &'a Model,
    /// Facts about it.
    pub analysis: &'a Analysis,
    /// Waivers that hold.
    pub waivers: &'a [Waiver],
}

/// What happens in a range of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// First instant, in milliseconds since 1970 UTC.
    pub from: i64,
    /// First instant after it.
    pub until: i64,
    /// Up to where recurring hours were looked at: the end, or earlier if they change too often.
    pub seen_until: i64,
    /// Instants at which something begins or ends once, in order.
    pub moments: Vec<Moment>,
    /// Instants at which only what recurs does, those alike together, by their first.
    pub series: Vec<Series>,
}

/// One instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: i64,
    /// What happens.
    pub events: Vec<Event>,
    /// Who gains or loses by all of that together.
    pub turned: Turned,
}

/// Instants at which the same happens again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// When, in order; never empty.
    pub at: Vec<i64>,
    /// What happens each time.
    pub events: Vec<Event>,
    /// Who gains or loses each time, by the same requests; their time is that of the first.
    pub turned: Turned,
}

/// What something is that happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A person's role.
    Assignment,
    /// A role lent.
    Delegation,
    /// When somebody works here.
    Employment,
    /// An allow or deny.
    Rule,
    /// A mask.
    Mask,
    /// A cancel.
    Cancel,
    /// When a role is active.
    Active,
    /// A requirement.
    Requirement,
    /// A suspension.
    Suspension,
    /// The window of a guarantee.
    Guarantee,
    /// A waiver of the linter.
    Waiver,
    /// A review of a role.
    Review,
    /// A review of a suspension without an end.
    SuspensionReview,
    /// A calendar.
    Calendar,
}

impl Kind {
    /// Its name in machine forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Assignment => "assignment",
            Self::Delegation => "delegation",
            Self::Employment => "employment",
            Self::Rule => "rule",
            Self::Mask => "mask",
            Self::Cancel => "cancel",
            Self::Active => "active",
            Self::Requirement => "requirement",
            Self::Suspension => "suspension",
            Self::Guarantee => "guarantee",
            Self::Waiver => "waiver",
            Self::Review => "review",
            Self::SuspensionReview => "suspension-review",
            Self::Calendar => "calendar",
        }
    }
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// It ends.
    Ends,
    /// What was paused goes on.
    Resumes,
    /// An occurrence ends.
    Closes,
    /// It begins.
    Begins,
    /// What is suspended stops.
    Pauses,
    /// An occurrence begins.
    Opens,
    /// It has to be done before.
    Due,
    /// It says nothing any more.
    RunsOut,
}

impl Step {
    /// Its name in machine forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ends => "ends",
            Self::Resumes => "resumes",
            Self::Closes => "closes",
            Self::Begins => "begins",
            Self::Pauses => "pauses",
            Self::Opens => "opens",
            Self::Due => "due",
            Self::RunsOut => "runs-out",
        }
    }

    /// In words.
    pub fn words(self) -> Message {
        let entry = match self {
            Self::Ends => &text::ENDS,
            Self::Resumes => &text::RESUMES,
            Self::Closes => &text::CLOSES,
            Self::Begins => &text::BEGINS,
            Self::Pauses => &text::PAUSES,
            Self::Opens => &text::OPENS,
            Self::Due => &text::DUE,
            Self::RunsOut => &text::RUNS_OUT,
        };
        entry.plain()
    }

    /// At a bound of a window, or at an edge of what recurs.
    const fn of(kind: Kind, opens: bool, recurs: bool) -> Self {
        match (kind, opens, recurs) {
            (Kind::Suspension, true, _) => Self::Pauses,
            (Kind::Suspension, false, _) => Self::Resumes,
            (_, true, false) => Self::Begins,
            (_, false, false) => Self::Ends,
            (_, true, true) => Self::Opens,
            (_, false, true) => Self::Closes,
        }
    }
}

/// Something that happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happens to it.
    pub step: Step,
    /// What it is.
    pub about: Rc<About>,
}

/// Something that has a window or a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Of which kind.
    pub kind: Kind,
    /// In words.
    pub words: Message,
    /// Where it is written.
    pub span: Span,
    /// The people it names, sorted.
    pub people: Vec<UserId>,
    /// The roles it names, sorted.
    pub roles: Vec<RoleId>,
    /// The objects it names, sorted.
    pub objects: Vec<ObjectId>,
    /// The hours in which it recurs, in words.
    pub recurs: Option<Message>,
}

impl Event {
    /// What it happens to, in words; with the hours, where they are the reason.
    pub fn what(&self) -> Message {
        match (&self.about.recurs, self.step) {
            (Some(when), Step::Opens | Step::Closes | Step::Pauses | Step::Resumes) => {
                text::RECURS.with([("what", self.about.words.clone().into()), ("when", when.clone().into())])
            }
            _ => self.about.words.clone(),
        }
    }

    /// In words: what happens to what.
    pub fn words(&self) -> Message {
        text::EVENT.with([("step", self.step.words().into()), ("what", self.what().into())])
    }
}

/// Everything that happens from `from` on and before `until`, as far as a filter wants it.
pub fn timeline(ground: &Ground<'_>, (from, until): (i64, i64), filter: &Filter) -> Timeline {
    let model = ground.model;
    let oracle = Oracle::new(model, ground.analysis, facts::BUDGET);
    let sought = filter::Sought::new(filter, ground);
    let wanted = |who, right| sought.wants(who, right);
    let turns = Turns::new(&oracle, &wanted);
    let things = things::things(ground);
    let windows: Vec<WindowId> = things.iter().flat_map(|thing| thing.windows.iter().copied()).collect();
    let walk = walk::Walk::new(model, windows);
    let mut once: BTreeMap<i64, Vec<Event>> = BTreeMap::new();
    for (at, about) in due::due(ground).into_iter().filter(|(at, _)| from <= *at && *at < until) {
        let step = if about.kind == Kind::Calendar { Step::RunsOut } else { Step::Due };
        once.entry(at).or_default().push(Event { step, about: Rc::new(about) });
    }
    let edges = walk.edges(from, until);
    let mut timeline = Timeline { from, until, seen_until: edges.seen_until, moments: Vec::new(), series: Vec::new() };
    let mut by_window: BTreeMap<WindowId, Vec<usize>> = BTreeMap::new();
    for (place, thing) in things.iter().enumerate() {
        thing.windows.iter().for_each(|window| by_window.entry(*window).or_default().push(place));
    }
    let mut instants: BTreeMap<i64, Vec<walk::Edge>> = edges.all;
    for at in once.keys() {
        instants.entry(*at).or_default();
    }
    let mut known: BTreeMap<(Vec<WindowId>, Vec<bool>), Turned> = BTreeMap::new();
    for (at, edges) in instants {
        let (mut events, recurring) = happening(&things, &by_window, &edges);
        let mut absolute = once.remove(&at).unwrap_or_default();
        let flipped: Vec<WindowId> = edges.iter().filter(|edge| edge.flips).map(|edge| edge.window).collect();
        let state = walk.state(at);
        let turned = known.entry((flipped, state)).or_insert_with_key(|(flipped, _)| turns.at(at, flipped));
        let turned = shifted(turned, at);
        absolute.retain(|event| sought.names(event));
        if !sought.is_told(&events, &turned) && absolute.is_empty() {
            continue;
        }
        if recurring && absolute.is_empty() {
            timeline.repeat(at, events, turned);
            continue;
        }
        events.append(&mut absolute);
        events.sort_by_key(order);
        timeline.moments.push(Moment { at, events, turned });
    }
    timeline.series.sort_by_key(|series| series.at.first().copied());
    timeline
}

fn order(event: &Event) -> (Step, Kind, Span) {
    (event.step, event.about.kind, event.about.span)
}

/// What happens at the edges of one instant, and whether all of it recurs.
fn happening(things: &[Thing], by_window: &BTreeMap<WindowId, Vec<usize>>, edges: &[walk::Edge]) -> (Vec<Event>, bool) {
    let mut found: BTreeMap<(usize, Step), bool> = BTreeMap::new();
    for edge in edges {
        for place in by_window.get(&edge.window).into_iter().flatten() {
            let Some(thing) = things.get(*place) else { continue };
            let step = Step::of(thing.about.kind, edge.opens, !edge.bound);
            *found.entry((*place, step)).or_insert(true) &= !edge.bound;
        }
    }
    let recurring = !found.is_empty() && found.values().all(|recurs| *recurs);
    let events = found.keys().filter_map(|(place, step)| {
        let thing = things.get(*place)?;
        Some(Event { step: *step, about: Rc::clone(&thing.about) })
    });
    let mut events: Vec<Event> = events.collect();
    events.sort_by_key(order);
    (events, recurring)
}

/// The same at another instant with the same windows open: requests have their time.
fn shifted(turned: &Turned, at: i64) -> Turned {
    let mut turned = turned.clone();
    for turn in &mut turned.turns {
        let time = if turn.gained { at } else { at.saturating_sub(1) };
        turn.groups.iter_mut().for_each(|group| group.request.time = time);
    }
    turned
}

impl Timeline {
    /// Adds an instant of something that recurs.
    fn repeat(&mut self, at: i64, events: Vec<Event>, turned: Turned) {
        let like = |series: &&mut Series| series.events == events && alike(&series.turned, &turned);
        match self.series.iter_mut().find(like) {
            Some(series) => series.at.push(at),
            None => self.series.push(Series { at: vec![at], events, turned }),
        }
    }

    /// Every instant that is told, in order.
    pub fn instants(&self) -> Vec<i64> {
        let recurring = self.series.iter().flat_map(|series| series.at.iter().copied());
        let mut all: Vec<i64> = self.moments.iter().map(|moment| moment.at).chain(recurring).collect();
        all.sort_unstable();
        all
    }
}

/// Whether the same people gain and lose the same, by the same requests but for their time.
fn alike(a: &Turned, b: &Turned) -> bool {
    a.undecided == b.undecided && a.turns.len() == b.turns.len() && shifted(a, 0) == shifted(b, 0)
}
