//! `why U can A O`, `why U cannot A O`: what was considered, how far each allow climbed, what stood in the way, and the
//! smallest change that would turn the answer.

use super::change::{self, Proposal};
use super::desk::{Desk, Found, Spot};
use super::note::{self, Note};
use super::way::{Way, obstacle};
use super::who::Person;
use crate::message::{Arg, Message, Text, answer as text};
use crate::model::{Model, Rule, WindowId};
use crate::runtime::{self, AllowTrace, Cause, HatTrace, Question, Reason, Request, Subject, Trace, Truth};
use crate::time::Window;
use crate::words;

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Yes,
    /// No, and where no record was given: not on any.
    No,
    /// No record was given, and it depends on the record.
    Depends,
}

/// An answer with its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Yes or no.
    pub verdict: Verdict,
    /// The reason that the evaluator gives.
    pub reason: Reason,
    /// Each allow of the right and how far it climbed, furthest first.
    pub climbs: Vec<Climb>,
    /// Denies, masks, requirements, separations and suspensions that stand in the way.
    pub obstacles: Vec<Obstacle>,
    /// Where it depends on the record: which.
    pub ways: Vec<Way>,
    /// Fields not covered.
    pub hidden: Vec<String>,
    /// Fields masked.
    pub masked: Vec<String>,
    /// Attributes that were missing and mattered.
    pub missing: Vec<String>,
    /// Attributes sent but not read.
    pub ignored: Vec<String>,
    /// Whose role it is.
    pub on_behalf_of: Option<Person>,
    /// Until when the answer holds.
    pub valid_until: Option<i64>,
    /// What is to be known of the person: skipped, gone, not there yet; needs the package.
    pub notes: Vec<Note>,
    /// The smallest change found that turns the answer; needs the package.
    pub proposal: Proposal,
}

/// One allow of the right through one hat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Climb {
    /// The role held.
    pub role: String,
    /// From the role held down to the one that writes the rule, both included.
    pub path: Vec<String>,
    /// What the rule says, where the package is at hand.
    pub rule: Option<Message>,
    /// Where it stands.
    pub spot: Option<Spot>,
    /// The template's instance that writes it.
    pub template: Option<String>,
    /// Where the role is assigned.
    pub held_at: Option<Spot>,
    /// Whose role it is.
    pub on_behalf_of: Option<Person>,
    /// The step at which it stopped.
    pub reached: Reason,
    /// What kept it from applying; nothing if it applied, or if an obstacle says so.
    pub because: Vec<Message>,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Which step it stops.
    pub step: Reason,
    /// What it is.
    pub message: Message,
    /// Where it stands.
    pub spot: Option<Spot>,
    /// `because` of the statement.
    pub reason: Option<String>,
}

/// Explains the answer to a request. Without a record of a record action, the question is about some record.
pub fn why(desk: &Desk<'_>, request: &Request<'_>) -> Why {
    let trace = runtime::trace(desk.table, request);
    let asker = Explainer { desk, request, trace: &trace };
    let ways = asker.ways();
    let verdict = match (trace.allowed, ways.is_empty()) {
        (true, _) => Verdict::Yes,
        (false, true) => Verdict::No,
        (false, false) => Verdict::Depends,
    };
    let names = |fields: &[u32]| fields.iter().map(|f| desk.table.field_name(*f).to_owned()).collect::<Vec<_>>();
    let idle = trace.idle_roles.iter().map(|role| format!("context.active_roles.{}", desk.table.held_role_name(*role)));
    let mut why = Why {
        verdict,
        reason: trace.reason,
        climbs: asker.climbs(),
        obstacles: asker.obstacles(),
        ways,
        hidden: names(&trace.hidden),
        masked: names(&trace.masked),
        missing: trace.missing.iter().map(|a| attribute(desk, *a)).collect(),
        ignored: trace.ignored.iter().map(|a| attribute(desk, *a)).chain(idle).collect(),
        on_behalf_of: trace.on_behalf_of.map(|user| Person::of(desk.table, user)),
        valid_until: trace.valid_until,
        notes: note::of(desk, request.subject, request.time),
        proposal: Proposal::default(),
    };
    if let Some(package) = &desk.package {
        why.proposal = change::search(desk, package, request, &trace, verdict);
    }
    why
}

pub(super) fn attribute(desk: &Desk<'_>, attribute: u32) -> String {
    let (kind, name) = desk.table.attribute_name(attribute);
    format!("{kind}.{name}")
}

struct Explainer<'a> {
    desk: &'a Desk<'a>,
    request: &'a Request<'a>,
    trace: &'a Trace,
}

impl Explainer<'_> {
    fn ways(&self) -> Vec<Way> {
        let Request { action, object, field, time, .. } = *self.request;
        if self.request.record.is_some() || self.trace.allowed {
            return Vec::new();
        }
        let question = Question { action, object, field, time };
        let Ok((found, _)) = runtime::ways(self.desk.table, self.request.subject, &question) else {
            return Vec::new();
        };
        let opens = found.iter().filter(|access| access.record || field.is_some());
        opens.map(|access| Way::new(self.desk, access)).collect()
    }

    fn climbs(&self) -> Vec<Climb> {
        let mut allows: Vec<&AllowTrace> = self.trace.allows.iter().filter(|allow| allow.covers).collect();
        allows.sort_by_key(|allow| std::cmp::Reverse(allow.reached));
        allows.into_iter().filter_map(|allow| self.climb(allow)).collect()
    }

    fn climb(&self, allow: &AllowTrace) -> Option<Climb> {
        let table = self.desk.table;
        let hat = self.trace.hat(allow.hat)?;
        let path = table.path(hat.held, allow.rule).roles.iter().map(|r| (*r).to_owned()).collect();
        let found = self.rule(allow.rule).map(|(model, rule)| words::rule(model, rule));
        let held_at = hat.hat.and_then(|hat| table.hat_place(hat));
        Some(Climb {
            role: table.held_role_name(hat.held).to_owned(),
            path,
            rule: found,
            spot: table.rule_place(allow.rule).map(|place| Spot::of(&place)),
            template: table.rule_template(allow.rule).map(str::to_owned),
            held_at: held_at.map(|(place, row)| Spot { row, ..Spot::of(&place) }.of_row(self.desk.package.as_ref())),
            on_behalf_of: hat.on_behalf_of.map(|user| Person::of(table, user)),
            reached: allow.reached,
            because: self.because(allow),
        })
    }

    /// What kept an allow from applying.
    fn because(&self, allow: &AllowTrace) -> Vec<Message> {
        let table = self.desk.table;
        let missing: Vec<Arg> = allow.missing.iter().map(|a| Arg::Verbatim(attribute(self.desk, *a))).collect();
        let scope = table.scope_words(allow.scope).to_string();
        let condition = table.condition_words(allow.condition).to_string();
        match allow.reached {
            Reason::Inactive => self.inactive(allow),
            Reason::Scope if allow.not_own && allow.unknown => {
                vec![text::OWNER_NOT_KNOWN.with([("missing", Arg::List(missing))])]
            }
            Reason::Scope if allow.not_own => vec![text::OWNER_NOT_ME.plain()],
            Reason::Scope if allow.unknown && missing.is_empty() => {
                vec![text::SCOPE_UNTOLD.with([("scope", scope.into())])]
            }
            Reason::Scope if allow.unknown => {
                vec![text::SCOPE_UNKNOWN.with([("scope", scope.into()), ("missing", Arg::List(missing))])]
            }
            Reason::Scope => vec![text::SCOPE_FALSE.with([("scope", scope.into())])],
            Reason::Condition if allow.unknown && missing.is_empty() => {
                vec![text::CONDITION_UNTOLD.with([("condition", condition.into())])]
            }
            Reason::Condition if allow.unknown => {
                let args = [("condition", condition.into()), ("missing", Arg::List(missing))];
                vec![text::CONDITION_UNKNOWN.with(args)]
            }
            Reason::Condition if condition.is_empty() => vec![text::ACTIVE_CONDITION_FALSE.plain()],
            Reason::Condition => vec![text::CONDITION_FALSE.with([("condition", condition.into())])],
            Reason::RoleConflict => vec![text::SESSION_WITHOUT_ROLE.plain()],
            _ => Vec::new(),
        }
    }

    /// The windows that must be open for an allow, where the package is at hand.
    fn windows(&self, allow: &AllowTrace) -> Vec<&Window> {
        let (Some(package), Some(hat)) = (&self.desk.package, self.trace.hat(allow.hat)) else { return Vec::new() };
        let model = package.model();
        let mut ids: Vec<WindowId> = Vec::new();
        if let Subject::Id(id) = self.request.subject {
            ids.extend(package.hat(self.desk.table, id, hat).iter().flat_map(|known| known.windows.iter()));
        }
        ids.extend(self.rule(allow.rule).map(|(_, rule)| rule.window));
        let path = self.desk.table.path(hat.held, allow.rule).roles;
        let roles = model.roles.iter().filter(|role| path.contains(&model.text(role.name)));
        ids.extend(roles.flat_map(|role| &role.active).map(|active| active.window));
        ids.into_iter().map(|id| model.window(id)).collect()
    }

    fn inactive(&self, allow: &AllowTrace) -> Vec<Message> {
        let (table, time) = (self.desk.table, self.request.time);
        let Some(hat) = self.trace.hat(allow.hat) else { return Vec::new() };
        let shut = |window: u32| !table.window(window, time).is_some_and(|state| state.open);
        if hat.windows.iter().any(|window| table.is_never(*window)) {
            return vec![text::PERHAPS_HELD.plain()];
        }
        let mut found: Vec<Message> = self.hat_shut(hat).unwrap_or_else(|| {
            let shut = hat.windows.iter().copied().filter(|w| shut(*w));
            shut.map(|w| Self::written(&text::HELD_ONLY, table.window_words(w).to_string())).collect()
        });
        if hat.runs && allow.window != 0 && shut(allow.window) {
            let known = self.rule(allow.rule).map(|(model, rule)| words::window(model, rule.window));
            found.push(match known {
                Some(window) => text::RULE_ONLY.with([("window", window.into())]),
                None => Self::written(&text::RULE_ONLY, table.window_words(allow.window).to_string()),
            });
        }
        if found.is_empty() {
            found.push(text::ACTIVE_HOURS_SHUT.plain());
        }
        if let Some(package) = &self.desk.package {
            found.extend(note::calendars(package.model(), self.windows(allow).into_iter(), false, time));
        }
        found
    }

    fn written(entry: &'static Text, words: String) -> Message {
        entry.with([("window", text::WRITTEN.with([("words", words.into())]).into())])
    }

    /// The windows of a hat that are shut, in words, where the package is at hand.
    fn hat_shut(&self, hat: &HatTrace) -> Option<Vec<Message>> {
        let Subject::Id(id) = self.request.subject else { return None };
        let package = self.desk.package.as_ref()?;
        let (model, known) = (package.model(), package.hat(self.desk.table, id, hat)?);
        let shut = known.windows.iter().filter(|w| !model.window(**w).state(&model.time, self.request.time).open);
        Some(shut.map(|w| text::HELD_ONLY.with([("window", words::window(model, *w).into())])).collect())
    }

    /// The model's rule behind an allow of the table.
    fn rule(&self, rule: u32) -> Option<(&Model, &Rule)> {
        let package = self.desk.package.as_ref()?;
        match package.rule(self.desk.table, rule, self.request.object)? {
            Found::Rule(id) => package.model().rules.get(id.index()).map(|rule| (package.model(), rule)),
            Found::Mask(_) => None,
        }
    }

    /// All that binds, whether it is what the evaluator names as the reason or waits behind it.
    fn obstacles(&self) -> Vec<Obstacle> {
        let mut found = Vec::new();
        self.brakes(&mut found);
        self.requires(&mut found);
        self.conflicts(&mut found);
        self.suspensions(&mut found);
        found
    }

    /// What binds only since a calendar does not cover the instant.
    fn calendars_over(&self, rule: u32) -> Vec<Message> {
        let Some(package) = &self.desk.package else { return Vec::new() };
        let model = package.model();
        let window = match package.rule(self.desk.table, rule, self.request.object) {
            Some(Found::Rule(id)) => model.rules.get(id.index()).map(|rule| rule.window),
            Some(Found::Mask(id)) => model.masks.get(id.index()).map(|mask| mask.window),
            None => None,
        };
        note::calendars(model, window.map(|id| model.window(id)).into_iter(), true, self.request.time)
    }

    fn brakes(&self, found: &mut Vec<Obstacle>) {
        let table = self.desk.table;
        for brake in &self.trace.brakes {
            let binds = brake.hits && brake.counts && brake.in_time && brake.truth != Truth::False;
            let Some(message) = binds.then(|| obstacle(self.desk, brake.rule, self.request.object)).flatten() else {
                continue;
            };
            let spot = table.rule_place(brake.rule).map(|place| Spot::of(&place));
            let over = self.calendars_over(brake.rule);
            for message in std::iter::once(message).chain(over) {
                let new = Obstacle { step: Reason::Deny, message, spot: spot.clone(), reason: None };
                if !found.contains(&new) {
                    found.push(new);
                }
            }
        }
    }

    fn requires(&self, found: &mut Vec<Obstacle>) {
        let table = self.desk.table;
        for require in self.trace.requires.iter().filter(|r| r.concerned && r.met != Truth::True) {
            let words = table.condition_words(require.condition).to_string();
            let note = table.require_note(require.statement);
            let new = Obstacle {
                step: Reason::Requirement,
                message: text::REQUIRED_WRITTEN.with([("words", words.into())]),
                spot: note.as_ref().map(|(place, ..)| Spot::of(place)),
                reason: note.and_then(|(_, _, because)| because).map(str::to_owned),
            };
            if !found.contains(&new) {
                found.push(new);
            }
        }
    }

    fn conflicts(&self, found: &mut Vec<Obstacle>) {
        let table = self.desk.table;
        for cause in &self.trace.by {
            let (message, place) = match cause {
                Cause::Separation(at) => (text::SEPARATE_SESSIONS.plain(), table.separation_place(*at)),
                Cause::Exclusive(at) => (text::EXCLUSIVE_ROLES.plain(), table.exclusive_place(*at)),
                Cause::Rule { .. } | Cause::Require(_) | Cause::Suspension(_) => continue,
            };
            let spot = place.map(|place| Spot::of(&place));
            found.push(Obstacle { step: Reason::RoleConflict, message, spot, reason: None });
        }
    }

    fn suspensions(&self, found: &mut Vec<Obstacle>) {
        let table = self.desk.table;
        for suspension in self.trace.suspensions.iter().filter(|s| s.truth != Truth::False) {
            let note = table.suspension_note(suspension.suspension);
            let name = note.as_ref().and_then(|(_, name, _)| *name);
            let message = match name {
                Some(name) => text::SUSPENDED_BY_NAME.with([("name", name.into())]),
                None => text::SUSPENDED_BY.plain(),
            };
            let new = Obstacle {
                step: Reason::Suspended,
                message,
                spot: note.as_ref().map(|(place, ..)| Spot::of(place)),
                reason: note.and_then(|(_, _, because)| because).map(str::to_owned),
            };
            if !found.contains(&new) {
                found.push(new);
            }
        }
    }
}
