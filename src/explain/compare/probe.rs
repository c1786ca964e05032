//! [`Probe`]: one right of somebody, asked of two policies.

use super::moments::Moments;
use super::points::{Ground, Kind, Point, Slot};
use super::{Comparison, Effect, Gap, Side, Sight, Stake, Turn, Whom};
use crate::model::RoleId;
use crate::runtime::{self, Reason, Record, Request, Scratch, Subject, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A subject that no policy knows.
const STRANGER: &str = "?";

/// One right, compared.
pub(super) struct Probe<'a> {
    pub(super) sides: [&'a Side<'a>; 2],
    pub(super) whom: &'a Whom,
    pub(super) object: &'a str,
    pub(super) action: &'a str,
    pub(super) stake: &'a Stake,
    pub(super) from: i64,
}

/// How a request comes: the roles that it brings, and those that its session uses.
struct Session {
    brought: Vec<String>,
    active: Option<Vec<String>>,
}

/// How a field is seen before and after, and when.
type Seen = (Sight, Sight, i64);

/// What was found out about a right.
#[derive(Default)]
struct Found {
    /// Whether it is there anywhere, before and after.
    anywhere: [bool; 2],
    /// An instant at which it is there only after, and only before.
    gained: Option<i64>,
    lost: Option<i64>,
    /// Fields that are seen otherwise where the record is open, or shut, on both sides: more of it, less of it.
    fields: BTreeMap<String, [Option<Seen>; 2]>,
}

/// An answer about a record and its fields.
struct Answer {
    allowed: bool,
    sights: Vec<Sight>,
}

impl Probe<'_> {
    /// Asks, adds what differs, and gives back how many answers it took.
    pub(super) fn run(&self, moments: &mut Moments, limit: usize, comparison: &mut Comparison) -> usize {
        let [before, after] = self.sides.map(|side| Ground::of(side, self.whom, self.object, self.action));
        let (instants, all_time) = moments.of(&before.windows, &after.windows);
        let (slots, points, all_points) = before.points(after);
        let mut whole = true;
        if !all_time {
            comparison.gaps.insert(Gap::Time);
            whole = false;
        }
        if !all_points {
            comparison.gaps.insert(Gap::Records);
            whole = false;
        }
        let fields: Vec<&str> = self.stake.iter().map(String::as_str).collect();
        let mut scratches = self.sides.map(|side| Scratch::new(side.table));
        let mut found = Found::default();
        let mut used = 0;
        let sessions = self.sessions();
        let all = instants.iter().flat_map(|at| sessions.iter().map(move |session| (*at, session)));
        'all: for (at, session) in all {
            for point in &points {
                if used >= limit {
                    comparison.gaps.insert(Gap::Records);
                    whole = false;
                    break 'all;
                }
                let [old, new] = &mut scratches;
                let [a, b] = self.sides;
                let old = self.ask(a, (&slots, point), (&fields, session), at, old, &mut used);
                let new = self.ask(b, (&slots, point), (&fields, session), at, new, &mut used);
                found.note(&fields, &old, &new, at);
            }
        }
        self.tell(found, whole, comparison);
        used
    }

    /// What requests may bring beside what is held, and the sessions in which roles that must be apart can be used.
    fn sessions(&self) -> Vec<Session> {
        let names = |roles: &[RoleId], side: &Side<'_>| -> BTreeSet<String> {
            roles.iter().map(|role| side.model().role_name(*role).to_owned()).collect()
        };
        let all: BTreeSet<String> =
            self.sides.iter().flat_map(|side| names(&side.model().roles_from_request, side)).collect();
        let together: Vec<String> = all.iter().cloned().collect();
        let mut brought: Vec<Vec<String>> = match self.whom {
            Whom::Person(_) => std::iter::once(Vec::new()).chain(all.iter().map(|role| vec![role.clone()])).collect(),
            Whom::Bringer(role) => vec![vec![role.clone()]],
            Whom::Alone(_) => return vec![Session { brought: Vec::new(), active: None }],
        };
        if together.len() > 1 {
            brought.push(together);
        }
        let separate = self.sides.iter().any(|side| !side.model().separate_sessions.is_empty());
        let held: BTreeSet<String> = self
            .sides
            .iter()
            .flat_map(|side| names(&side.roles(self.whom).into_iter().collect::<Vec<_>>(), side))
            .collect();
        let mut found = Vec::new();
        for brought in brought {
            let had: BTreeSet<&String> = held.iter().chain(&brought).collect();
            let apart = |role: &str| self.sides.iter().any(|side| side.is_watched(role));
            for one in had.iter().filter(|role| separate && apart(role)) {
                let active = had.iter().filter(|role| *role == one || !apart(role));
                let active = Some(active.map(|role| (*role).clone()).collect());
                found.push(Session { brought: brought.clone(), active });
            }
            found.push(Session { brought, active: None });
        }
        // What is asked most comes first.
        found.sort_by_key(|session| (session.brought.len(), session.active.is_some()));
        found
    }

    fn tell(&self, found: Found, whole: bool, comparison: &mut Comparison) {
        let count = comparison.effects.len();
        let [was, is] = found.anywhere;
        let record = match (found.gained, found.lost) {
            (Some(at), None) => Some((if was { Turn::Widened } else { Turn::Gained }, at)),
            (None, Some(at)) => Some((if is { Turn::Narrowed } else { Turn::Lost }, at)),
            (Some(a), Some(b)) => Some((Turn::Changed, self.nearest(a, b))),
            (None, None) => None,
        };
        comparison.effects.extend(record.map(|(turn, at)| self.effect(None, turn, at)));
        // With the record its fields come and go.
        if !matches!(record, Some((Turn::Gained | Turn::Lost, _))) {
            for (field, [more, less]) in found.fields {
                let effect = match (more, less) {
                    (Some((.., a)), Some((.., b))) => Some((Turn::Changed, self.nearest(a, b))),
                    (Some((was, is, at)), None) | (None, Some((was, is, at))) => Some((Turn::Shown(was, is), at)),
                    (None, None) => None,
                };
                comparison.effects.extend(effect.map(|(turn, at)| self.effect(Some(field), turn, at)));
            }
        }
        if comparison.effects.len() == count && !whole {
            comparison.effects.push(self.effect(None, Turn::Maybe, self.from));
        }
    }

    fn nearest(&self, a: i64, b: i64) -> i64 {
        if a == self.from || b == self.from { self.from } else { a.min(b) }
    }

    pub(super) fn effect(&self, field: Option<String>, turn: Turn, at: i64) -> Effect {
        let title = match self.whom {
            Whom::Person(id) => {
                let mut titles = self.sides.iter().filter_map(|side| side.table.user_title(side.table.user(id)?));
                titles.next().map(str::to_owned)
            }
            Whom::Bringer(_) | Whom::Alone(_) => None,
        };
        let (object, action) = (self.object.to_owned(), self.action.to_owned());
        Effect { whom: self.whom.clone(), title, object, action, field, turn, at }
    }

    fn ask(
        &self,
        side: &Side<'_>,
        (slots, point): (&[Slot], &Point),
        (fields, session): (&[&str], &Session),
        at: i64,
        scratch: &mut Scratch,
        used: &mut usize,
    ) -> Answer {
        let members: Vec<Vec<Value<'_>>> =
            point.iter().map(|value| value.as_ref().map_or_else(Vec::new, |value| value.members())).collect();
        let of = |kind: Kind| -> Vec<(&str, Value<'_>)> {
            let sent = slots.iter().zip(point).zip(&members).filter(|(((of, _), _), _)| *of == kind);
            sent.filter_map(|(((_, name), value), set)| Some((name.as_str(), value.as_ref()?.value(set)))).collect()
        };
        let (held, subject, request) = (of(Kind::Record), of(Kind::Subject), of(Kind::Request));
        let brought: Vec<&str> = session.brought.iter().map(String::as_str).collect();
        let active: Option<Vec<&str>> =
            session.active.as_ref().map(|active| active.iter().map(String::as_str).collect());
        let asked = Request {
            subject: match self.whom {
                Whom::Person(id) => Subject::Id(id),
                Whom::Bringer(_) => Subject::Id(STRANGER),
                Whom::Alone(role) => Subject::RoleAlone(role),
            },
            action: self.action,
            object: self.object,
            field: None,
            record: Some(Record { id: None, properties: &[], held: &held }),
            subject_attributes: &subject,
            request_attributes: &request,
            roles: &brought,
            active_roles: active.as_deref(),
            time: at,
        };
        *used += 1;
        let whole = runtime::decide(side.table, &asked, scratch);
        let allowed = whole.allowed;
        if allowed {
            let among = |list: &[u32], name: &str| list.iter().any(|field| side.table.field_name(*field) == name);
            let sight = |name: &&str| match (among(whole.hidden, name), among(whole.masked, name)) {
                (true, _) => Sight::Hidden,
                (_, true) => Sight::Masked,
                _ => Sight::Clear,
            };
            return Answer { allowed, sights: fields.iter().map(sight).collect() };
        }
        let mut sights = Vec::with_capacity(fields.len());
        for field in fields {
            *used += 1;
            let answer = runtime::decide(side.table, &Request { field: Some(field), ..asked }, scratch);
            // A mask of what no allow reaches shows nothing.
            sights.push(match (answer.allowed, answer.reason == Reason::Deny && !answer.masked.is_empty()) {
                (true, _) => Sight::Clear,
                (false, true) => Sight::Masked,
                (false, false) => Sight::Hidden,
            });
        }
        Answer { allowed, sights }
    }
}

impl Found {
    fn note(&mut self, fields: &[&str], old: &Answer, new: &Answer, at: i64) {
        let [was, is] = &mut self.anywhere;
        *was |= old.allowed;
        *is |= new.allowed;
        if old.allowed != new.allowed {
            let slot = if new.allowed { &mut self.gained } else { &mut self.lost };
            slot.get_or_insert(at);
            return;
        }
        for (field, (a, b)) in fields.iter().zip(old.sights.iter().zip(&new.sights)) {
            if a != b {
                let [more, less] = self.fields.entry((*field).to_owned()).or_default();
                (if b > a { more } else { less }).get_or_insert((*a, *b, at));
            }
        }
    }
}
