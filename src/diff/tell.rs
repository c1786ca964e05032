//! [`Teller`]: from what the engine found to data that can be read without the two policies.

use super::cause::Causes;
use super::change::{About, Change, Danger, Gap, Kind, Limit, Listed, Looks, Person, Sample, What};
use super::engine::{Engine, Found, Gap as Undecided, Rest, Sight, Who};
use super::words::Worder;
use crate::diagnostic::{WitnessRequest, WitnessSubject};
use crate::exact::concrete::{Telling, fresh};
use crate::exact::formula::{Node, Slot};
use crate::exact::item::Item;
use crate::exact::subject::Subject;
use crate::exact::value::{Mask, Scalar};
use crate::exact::worlds::World;
use crate::message::{Message, answer, diff as text};
use crate::model::{FieldId, Model, RightId, RoleId, UserId, WindowId};
use crate::risk::{Class, Risks, is_personal};
use crate::time::{FOREVER, FOREVER_AGO, Reading, Window};
use crate::words;
use rustc_hash::FxHashSet;

pub(super) struct Teller<'t> {
    engine: &'t Engine<'t>,
    risks: [Risks; 2],
    causes: Causes<'t>,
    /// Windows of suspensions that both sides have.
    suspending: FxHashSet<WindowId>,
}

impl<'t> Teller<'t> {
    pub(super) fn new(engine: &'t Engine<'t>) -> Self {
        let risks = [Risks::new(engine.head.model), Risks::new(engine.base.model)];
        let head: FxHashSet<WindowId> = engine.head.model.suspensions.iter().map(|s| s.window).collect();
        let base = engine.base.model.suspensions.iter().map(|suspension| engine.lens.window(suspension.window));
        let suspending = base.filter(|window| head.contains(window) && *window != WindowId::ALWAYS).collect();
        Self { engine, risks, causes: Causes::new(engine), suspending }
    }

    /// What was not compared, a right at a time.
    pub(super) fn gaps(&self, gaps: &[Undecided]) -> Vec<Gap> {
        let alike = |a: &Undecided, b: &Undecided| (a.right, a.field) == (b.right, b.field);
        let mut gaps = gaps.to_vec();
        gaps.sort_by_key(|gap| (gap.right, gap.field));
        let each = gaps.chunk_by(alike).filter_map(|gaps| {
            let gap = gaps.first()?;
            let what = self.what(World::First, gap.right, &[gap.field]);
            let field = what.fields.first().cloned();
            Some(Gap { object: what.object, action: what.action, field, count: gaps.len() })
        });
        each.collect()
    }

    pub(super) fn change(&self, found: &Found<'_>) -> Change {
        let mut people: Vec<Person> = Vec::new();
        let mut roles: Vec<String> = Vec::new();
        for who in found.who {
            match who {
                Who::Person(user) => people.push(self.person(*user)),
                Who::Role(role) => roles.push(self.role(World::First, *role)),
                Who::Anybody => {}
            }
        }
        people.sort();
        roles.sort();
        Change {
            gain: found.gain,
            kind: self.kind(found),
            people,
            roles,
            anybody: found.who.contains(&Who::Anybody),
            what: vec![self.what(World::First, found.right, found.fields)],
            limits: self.limits(found),
            danger: self.danger(found),
            samples: vec![self.sample(found)],
            causes: self.causes.of(found),
        }
    }

    fn kind(&self, found: &Found<'_>) -> Kind {
        let field = found.fields.first().is_some_and(Option::is_some);
        match (found.sight, found.rest) {
            (Sight::Session, _) => Kind::Session,
            (Sight::Shown, _) => Kind::Mask,
            (Sight::Clear, _) => Kind::Fields,
            (Sight::Access, Rest::Times) => Kind::Time,
            (Sight::Access, Rest::Records) => Kind::Records,
            (Sight::Access, Rest::Conditions) => Kind::Conditions,
            (Sight::Access, Rest::Nothing) if field => Kind::Fields,
            (Sight::Access, Rest::Nothing) if self.is_held(found) => Kind::People,
            (Sight::Access, Rest::Nothing) => Kind::Right,
        }
    }

    /// Whether some line of the side that refuses it allows the right to anybody.
    fn is_held(&self, found: &Found<'_>) -> bool {
        let part = if found.gain { &found.asked.base } else { &found.asked.head };
        part.as_ref().is_some_and(|(_, item)| !item.is_barren())
    }

    fn person(&self, user: UserId) -> Person {
        let (model, id) = self.engine.worlds().written(World::First, |lens| &lens.users, user.0);
        let title = model.users.get(id as usize).and_then(|user| user.title.as_deref());
        Person { id: model.user_name(UserId(id)).to_owned(), title: title.map(str::to_owned) }
    }

    fn role(&self, world: World, role: RoleId) -> String {
        let (model, id) = self.engine.worlds().written(world, |lens| &lens.roles, role.0);
        model.role_name(RoleId(id)).to_owned()
    }

    fn right(&self, world: World, right: RightId) -> (&'t Model, RightId) {
        let (model, id) = self.engine.worlds().written(world, |lens| &lens.rights, right.0);
        (model, RightId(id))
    }

    fn field(&self, world: World, field: FieldId) -> String {
        let (model, id) = self.engine.worlds().written(world, |lens| &lens.fields, field.0);
        model.field_name(FieldId(id)).to_owned()
    }

    fn what(&self, world: World, right: RightId, fields: &[Option<FieldId>]) -> What {
        let (model, id) = self.right(world, right);
        let object = model.rights.get(id.index()).map_or("", |right| model.object_name(right.object));
        let mut names: Vec<String> = fields.iter().flatten().map(|field| self.field(world, *field)).collect();
        names.sort();
        What {
            object: object.to_owned(),
            action: model.action_name(id).to_owned(),
            record: fields.contains(&None),
            fields: names,
        }
    }

    fn danger(&self, found: &Found<'_>) -> Danger {
        let worlds = self.engine.worlds();
        let (model, id) = self.right(World::First, found.right);
        let first = std::ptr::eq(model, self.engine.head.model);
        let [head, base] = &self.risks;
        let risks = if first { head } else { base };
        let object = model.rights.get(id.index()).and_then(|right| model.objects.get(right.object.index()));
        let class = risks.class(id);
        let labelled = found.fields.iter().flatten().any(|field| {
            let (model, id) = worlds.written(World::First, |lens| &lens.fields, field.0);
            model.fields.get(id as usize).is_some_and(|field| !field.labels.is_empty() || is_personal(model, field))
        });
        let administers = object.is_some_and(|object| object.administers.is_some()) && class != Class::Read;
        match class {
            Class::Impersonate | Class::Credentials | Class::Install | Class::Bypass => Danger::Administer,
            _ if administers => Danger::Administer,
            Class::Export | Class::Delete | Class::Purge | Class::Offline | Class::Merge => Danger::ExportOrDelete,
            Class::Transfer | Class::Share => Danger::TransferOrShare,
            _ if risks.is_sensitive(id) => Danger::ExportOrDelete,
            _ if labelled => Danger::Labelled,
            Class::Read => Danger::Read,
            _ => Danger::Write,
        }
    }

    /// The request that was found, for both sides.
    fn sample(&self, found: &Found<'_>) -> Sample {
        let base = self.request(found, World::Second, !found.gain);
        let head = self.request(found, World::First, found.gain);
        let clear = found.sight == Sight::Clear;
        let listed = |world: World, seen: bool| {
            let field = found.fields.iter().flatten().next();
            Listed { field: field.map_or_else(String::new, |field| self.field(world, *field)), seen, clear }
        };
        let looks = match found.sight {
            Sight::Access | Sight::Session => Looks::Allowed,
            Sight::Shown | Sight::Clear => {
                Looks::Listed { base: listed(World::Second, !found.gain), head: listed(World::First, found.gain) }
            }
        };
        Sample { base, head, looks }
    }

    fn request(&self, found: &Found<'_>, world: World, allowed: bool) -> WitnessRequest {
        let worlds = self.engine.worlds();
        let listed = matches!(found.sight, Sight::Shown | Sight::Clear);
        let fields = found.fields.get(..1).filter(|_| !listed).unwrap_or(&[]);
        let what = self.what(world, found.right, fields);
        let subject = match found.who.first() {
            Some(Who::Person(user)) => {
                let (model, id) = worlds.written(world, |lens| &lens.users, user.0);
                WitnessSubject::Id(model.user_name(UserId(id)).to_owned())
            }
            Some(Who::Role(role)) => WitnessSubject::RoleAlone(self.role(world, *role)),
            Some(Who::Anybody) | None => WitnessSubject::Id(fresh(&worlds, "somebody")),
        };
        let me = match &subject {
            WitnessSubject::Id(id) => id.clone(),
            WitnessSubject::RoleAlone(role) => format!("role:{role}"),
        };
        let brought = found.cube.values.iter().filter_map(|(slot, value)| match slot {
            Slot::Brought(_, role) if *value == Scalar::Boolean(true) => Some(self.role(world, *role)),
            _ => None,
        });
        let model = if world == World::First { self.engine.head.model } else { self.engine.base.model };
        let mut request = WitnessRequest {
            subject_type: model.subject_type().to_owned(),
            subject,
            action: what.action,
            object: what.object,
            field: what.fields.into_iter().next(),
            record_id: None,
            record: Vec::new(),
            held: Vec::new(),
            subject_attributes: Vec::new(),
            request_attributes: Vec::new(),
            missing: Vec::new(),
            roles: brought.collect(),
            active_roles: self.session(found, world),
            time: found.cube.at,
            allowed: allowed || listed,
            rule: None,
            assignment: None,
        };
        Telling { worlds, world, me }.fill(&mut request, &found.cube.values, 0);
        request
    }

    /// The roles that the session must name.
    fn session(&self, found: &Found<'_>, world: World) -> Option<Vec<String>> {
        let through = found.through.first().filter(|_| found.sight == Sight::Session)?;
        let (part, allows) = if found.gain {
            (found.asked.head.as_ref(), World::First)
        } else {
            (found.asked.base.as_ref(), World::Second)
        };
        let (subject, _) = part?;
        let hats = std::iter::once(through.hat).chain(found.helper);
        let roles = hats.filter_map(|hat| subject.hats.get(hat)).map(|hat| match allows {
            World::First => hat.role,
            World::Second => self.engine.lens.role(hat.role),
        });
        let mut names: Vec<String> = roles.map(|role| self.role(world, role)).collect();
        names.sort();
        names.dedup();
        Some(names)
    }

    fn limits(&self, found: &Found<'_>) -> Vec<Limit> {
        let formula = found.formula;
        let mut limits: Vec<Limit> = Vec::new();
        let mut windows: Vec<(WindowId, bool)> = Vec::new();
        for (leaf, mask) in &found.cube.literals {
            match formula.node(*leaf) {
                Node::Slot(slot) => match formula.slot_at(*slot) {
                    Some(Slot::Window(window)) => windows.push((*window, *mask == Mask::TRUE)),
                    Some(Slot::Brought(_, role)) => {
                        let words = text::BRINGS.with([("role", self.role(World::First, *role).into())]);
                        limits.push(Limit { about: About::Roles, words: so(words, None, *mask) });
                    }
                    _ => {}
                },
                Node::Atom(atom) => {
                    let told = Worder { engine: self.engine, found, formula };
                    let (about, yes, no) = told.atom(atom);
                    limits.push(Limit { about, words: so(yes, no, *mask) });
                }
                _ => {}
            }
        }
        let told = windows.len();
        windows.retain(|(window, open)| !(*open && self.is_employment(found, *window)));
        let mut folded: Vec<Message> = Vec::new();
        folded.extend((windows.len() < told).then(|| text::EMPLOYED.plain()));
        let told = windows.len();
        windows.retain(|(window, open)| *open || !self.suspending.contains(window));
        folded.extend((windows.len() < told).then(|| text::NOT_SUSPENDED.plain()));
        limits.extend(folded.into_iter().chain(self.times(&windows)).map(|words| Limit { about: About::Time, words }));
        limits.sort_by_cached_key(|limit| (limit.about, limit.words.render(crate::message::Lang::En)));
        limits
    }

    /// Whether a window is how long the one who asks is there.
    fn is_employment(&self, found: &Found<'_>, window: WindowId) -> bool {
        let engine = self.engine;
        let of = |model: &Model, part: Option<&(Subject, &Item)>| {
            let user = part.and_then(|(subject, _)| subject.user())?;
            Some(model.users.get(user.index())?.window)
        };
        let (head, base) = (found.asked.head.as_ref(), found.asked.base.as_ref());
        let mine = of(engine.head.model, head);
        let theirs = of(engine.base.model, base).map(|window| engine.lens.window(window));
        // One that changed is told in full.
        mine == Some(window) && (base.is_none() || theirs.is_none_or(|theirs| theirs == window))
    }

    /// When: bounds as one stretch of time, hours one by one.
    fn times(&self, windows: &[(WindowId, bool)]) -> Vec<Message> {
        let lens = self.engine.lens;
        let mut stretches = vec![(FOREVER_AGO, FOREVER)];
        let mut found = Vec::new();
        let mut bounded = false;
        for (id, open) in windows {
            let Some(window) = lens.windows.get(id.index()) else { continue };
            if window.recurring.is_empty() {
                bounded = true;
                stretches = cut(&stretches, (window.from, window.until), *open);
                continue;
            }
            let words = match self.engine.head.model.windows.get(id.index()) {
                Some(window) => words::window_of(self.engine.head.model, window),
                None => {
                    let theirs = lens.window_of.iter().position(|shared| shared == id);
                    words::window(self.engine.base.model, theirs.map_or(WindowId::ALWAYS, WindowId::from_index))
                }
            };
            found.push(if *open { words } else { text::NOT_WINDOW.with([("window", words.into())]) });
        }
        if bounded {
            let words = |(from, until): &(i64, i64)| {
                let window = Window { from: *from, until: *until, ..Window::always(Reading::Takes) };
                words::window_of(self.engine.head.model, &window)
            };
            found.extend(words::chain(&answer::OR, stretches.iter().map(words).collect()));
        }
        found
    }
}

/// What is left of stretches of time inside, or outside, an interval.
fn cut(stretches: &[(i64, i64)], (from, until): (i64, i64), inside: bool) -> Vec<(i64, i64)> {
    let each = stretches.iter().flat_map(|(start, end)| {
        if inside {
            vec![(*start.max(&from), *end.min(&until))]
        } else {
            vec![(*start, *end.min(&from)), (*start.max(&until), *end)]
        }
    });
    each.filter(|(start, end)| start < end).collect()
}

/// A test that came out in some of the ways it can.
fn so(yes: Message, no: Option<Message>, mask: Mask) -> Message {
    let not = |yes: Message| no.clone().unwrap_or_else(|| text::NOT_SO.with([("a", yes.into())]));
    match mask {
        Mask::TRUE => yes,
        Mask::FALSE => not(yes),
        Mask::UNKNOWN => text::UNTOLD.with([("a", yes.into())]),
        Mask::EITHER => text::TOLD.with([("a", yes.into())]),
        mask if mask == Mask::FALSE.or_else(Mask::UNKNOWN) => text::UNLESS.with([("a", yes.into())]),
        _ => match &no {
            Some(no) => text::UNLESS.with([("a", no.clone().into())]),
            None => text::NOT_RULED_OUT.with([("a", yes.into())]),
        },
    }
}
