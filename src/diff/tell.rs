//! [`Teller`]: from what the engine found to data that can be read without the two policies.

use super::cause::Causes;
use super::change::{About, Change, Danger, Gap, Kind, Limit, Listed, Looks, Person, Sample, What};
use super::engine::{Engine, Found, Gap as Undecided, Rest, Sight, Who};
use crate::diagnostic::{WitnessRequest, WitnessSubject};
use crate::exact::concrete::{Telling, fresh};
use crate::exact::formula::{Atom, Below, Formula, Node, SetTerm, Slot, Term, Whole};
use crate::exact::item::Item;
use crate::exact::subject::Subject;
use crate::exact::value::{Mask, Person as Asker, Scalar};
use crate::exact::worlds::World;
use crate::message::{Message, Text, answer, diff as text};
use crate::model::{AttributeRef, Comparison, FieldId, Model, NetworkId, RightId, RoleId, UnitId, UserId, WindowId};
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
                    let told = Worder { teller: self, found, formula };
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

/// Puts tests into words.
struct Worder<'w, 't, 'f> {
    teller: &'w Teller<'t>,
    found: &'w Found<'f>,
    formula: &'w Formula,
}

impl Worder<'_, '_, '_> {
    /// What a test is about, and it in words: that it is so and, where there are words for that, that it is not.
    fn atom(&self, atom: &Atom) -> (About, Message, Option<Message>) {
        match atom {
            Atom::Compare(comparison, left, right) => self.compare(*comparison, *left, *right),
            Atom::OneOf(left, values) => {
                let list = values.iter().map(|value| self.value(*left, *value)).collect::<Vec<_>>().join(", ");
                self.of(*left, &list, (&answer::ONE_OF, &answer::NOT_ONE_OF))
            }
            Atom::InNetworks(left, networks) => {
                let names: Vec<String> = networks.iter().map(|network| self.network(*network)).collect();
                self.of(*left, &names.join(", "), (&answer::IN, &answer::NOT_IN))
            }
            Atom::IsNone(left) => self.of(*left, "", (&answer::IS_NONE, &answer::IS_SET)),
            Atom::SetIsNone(set) => self.of_set(set, "", (&answer::IS_NONE, &answer::IS_SET)),
            Atom::Has(set, element) => match element {
                Term::Known(Scalar::Person(person)) if *person == self.found.asked.me => {
                    self.of_set(set, "", (&answer::HAS_ME, &answer::HAS_NOT_ME))
                }
                Term::Known(value) => {
                    let value = self.element(set, *value);
                    self.of_set(set, &value, (&answer::HAS, &answer::HAS_NOT))
                }
                term => {
                    let path = self.path(*term);
                    self.of_set(set, &path, (&answer::HAS, &answer::HAS_NOT))
                }
            },
            Atom::HoldsOne(set, ..) => {
                let words = text::SHARED_WITH.with([("path", self.set_path(set).into())]);
                (About::Record, words, None)
            }
            Atom::OwnerIs(_, persons) => (About::Record, self.owner(persons), None),
            Atom::OwnerBelow(..) => (About::Record, text::BELOW.plain(), None),
            Atom::NoOwner(_) => (About::Record, text::NO_OWNER.plain(), None),
            Atom::UnitIn(_, units, whole, deep, _) | Atom::OwnerUnitIn(_, units, whole, deep, _) => {
                (About::Record, self.units(units, *whole, *deep), None)
            }
            Atom::Untold => (About::Request, text::SOMETHING.plain(), None),
        }
    }

    fn compare(&self, comparison: Comparison, left: Term, right: Term) -> (About, Message, Option<Message>) {
        use Comparison as C;
        if let Term::Known(Scalar::Person(person)) = right
            && person == self.found.asked.me
        {
            let texts = (&answer::IS_ME, &answer::IS_NOT_ME);
            return self.of(left, "", if comparison == C::Equal { texts } else { (texts.1, texts.0) });
        }
        let (left, right, comparison) = match (left, right) {
            (Term::Known(_), right) if right.slot().is_some() => (right, left, turned(comparison)),
            both => (both.0, both.1, comparison),
        };
        let value = match right {
            Term::Known(value) => self.value(left, value),
            term => self.path(term),
        };
        let texts: (&'static Text, &'static Text) = match comparison {
            C::Equal => (&answer::IS, &answer::IS_NOT),
            C::NotEqual => (&answer::IS_NOT, &answer::IS),
            C::Less => (&answer::LESS, &answer::GREATER_OR_EQUAL),
            C::LessOrEqual => (&answer::LESS_OR_EQUAL, &answer::GREATER),
            C::Greater => (&answer::GREATER, &answer::LESS_OR_EQUAL),
            C::GreaterOrEqual => (&answer::GREATER_OR_EQUAL, &answer::LESS),
        };
        self.of(left, &value, texts)
    }

    fn of(
        &self,
        left: Term,
        value: &str,
        (yes, no): (&'static Text, &'static Text),
    ) -> (About, Message, Option<Message>) {
        let with = |entry: &'static Text| entry.with([("path", self.path(left).into()), ("value", value.into())]);
        (self.about(left), with(yes), Some(with(no)))
    }

    fn of_set(
        &self,
        set: &SetTerm,
        value: &str,
        (yes, no): (&'static Text, &'static Text),
    ) -> (About, Message, Option<Message>) {
        let about = match set {
            SetTerm::Slot(_, attribute, ..) => about(*attribute),
            SetTerm::Nothing(_) | SetTerm::Known(_) => About::Subject,
        };
        let with = |entry: &'static Text| entry.with([("path", self.set_path(set).into()), ("value", value.into())]);
        (about, with(yes), Some(with(no)))
    }

    fn telling(&self) -> Telling<'_> {
        Telling { worlds: self.teller.engine.worlds(), world: World::First, me: "me".to_owned() }
    }

    fn attribute(&self, term: Term) -> Option<AttributeRef> {
        match self.formula.slot_at(term.slot()?) {
            Some(Slot::Value(_, attribute) | Slot::Set(_, attribute)) => Some(*attribute),
            _ => None,
        }
    }

    fn about(&self, term: Term) -> About {
        self.attribute(term).map_or(About::Subject, about)
    }

    fn path(&self, term: Term) -> String {
        match (term, self.attribute(term)) {
            (_, Some(attribute)) => self.telling().path(attribute),
            (Term::Known(value), None) => written(&self.telling(), AttributeRef::RecordId, value),
            _ => String::new(),
        }
    }

    fn set_path(&self, set: &SetTerm) -> String {
        match set {
            SetTerm::Slot(_, attribute, ..) => self.telling().path(*attribute),
            SetTerm::Nothing(_) | SetTerm::Known(_) => String::new(),
        }
    }

    fn value(&self, left: Term, value: Scalar) -> String {
        let attribute = self.attribute(left).unwrap_or(AttributeRef::RecordId);
        written(&self.telling(), attribute, value)
    }

    fn element(&self, set: &SetTerm, value: Scalar) -> String {
        let attribute = if let SetTerm::Slot(_, attribute, ..) = set { *attribute } else { AttributeRef::RecordId };
        written(&self.telling(), attribute, value)
    }

    fn network(&self, network: NetworkId) -> String {
        let (model, id) = self.teller.engine.worlds().written(World::First, |lens| &lens.networks, network.0);
        model.networks.get(id as usize).map_or("", |network| model.text(network.name)).to_owned()
    }

    fn owner(&self, persons: &[Scalar]) -> Message {
        let me = Scalar::Person(self.found.asked.me);
        let named = persons.iter().filter(|person| **person != me).filter_map(|person| match person {
            Scalar::Person(person @ Asker::Known(_)) => Some(self.telling().person(*person)),
            _ => None,
        });
        let named = named.collect::<Vec<_>>().join("`, `");
        match (persons.contains(&me), named.is_empty()) {
            (true, true) => text::OWN.plain(),
            (true, false) => text::OWN_OR.with([("people", named.into())]),
            (false, _) => text::OWNED_BY.with([("people", named.into())]),
        }
    }

    fn units(&self, units: &[UnitId], whole: Whole, deep: Below) -> Message {
        if whole == Whole::Unknown {
            return text::OF_NO_UNIT.plain();
        }
        let engine = self.teller.engine;
        let own = |subject: &Subject, model: &Model, world: World| {
            let user = subject.user()?;
            let stated = model.users.get(user.index())?.units.as_ref()?;
            let shared = stated.iter().map(|unit| if world == World::First { *unit } else { engine.lens.unit(*unit) });
            Some(shared.collect::<Vec<_>>())
        };
        let sides = [
            (&self.found.asked.head, engine.head.model, World::First),
            (&self.found.asked.base, engine.base.model, World::Second),
        ];
        let theirs = sides.iter().any(|(part, model, world)| {
            part.as_ref().and_then(|(subject, _)| own(subject, model, *world)).is_some_and(|own| own == units)
        });
        if theirs {
            return if deep == Below::Yes { text::THEIR_UNIT_BELOW.plain() } else { text::THEIR_UNIT.plain() };
        }
        let names = units.iter().map(|unit| {
            let (model, id) = engine.worlds().written(World::First, |lens| &lens.units, unit.0);
            model.unit_name(UnitId(id)).to_owned()
        });
        let names = names.collect::<Vec<_>>().join("`, `");
        let entry = if deep == Below::Yes { &text::OF_UNITS_BELOW } else { &text::OF_UNITS };
        entry.with([("units", names.into())])
    }
}

const fn about(attribute: AttributeRef) -> About {
    match attribute {
        AttributeRef::RecordId | AttributeRef::Record(_) => About::Record,
        AttributeRef::Subject(_) => About::Subject,
        AttributeRef::Request(_) => About::Request,
    }
}

const fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
        same => same,
    }
}

/// A value, as a policy writes it.
fn written(telling: &Telling<'_>, attribute: AttributeRef, value: Scalar) -> String {
    use crate::diagnostic::WitnessValue as V;
    match (value, telling.value(attribute, value)) {
        (Scalar::Text(_) | Scalar::FreshText(_), V::Text(text)) => format!("\"{text}\""),
        (Scalar::Person(_), V::Text(id)) => format!("user {id}"),
        (Scalar::Unit(_), V::Text(name)) => format!("unit {name}"),
        (_, V::Text(text)) => text,
        (_, V::Number(number)) => words::number(number),
        (_, V::Boolean(truth)) => truth.to_string(),
        (_, V::Null | V::Set(_)) => "none".to_owned(),
    }
}
