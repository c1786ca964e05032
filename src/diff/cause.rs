//! [`Causes`]: which changed lines have a part in a difference, and along which roles.

use super::change::Cause;
use super::engine::{Engine, Found, Who};
use super::side::Side;
use crate::exact::worlds::World;
use crate::model::{Origin, RightId, RoleId, RuleEffect, UserId, WindowId};
use rustc_hash::FxHashSet;

/// Which way a line works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Works {
    /// It gives.
    Gives,
    /// It takes away.
    Takes,
    /// It names things that others speak of.
    Names,
}

/// A line, with what it bears on. Nothing said is everything.
struct Line {
    key: String,
    works: Works,
    origin: Origin,
    role: Option<RoleId>,
    user: Option<UserId>,
    /// Rights of its side.
    rights: Option<Vec<RightId>>,
}

/// The lines of both sides that the other has not.
pub(super) struct Causes<'t> {
    engine: &'t Engine<'t>,
    base: Vec<Line>,
    head: Vec<Line>,
    /// Words that both sides have, without their place.
    shared: FxHashSet<String>,
}

/// Causes of one difference that are told.
const MOST: usize = 5;

impl<'t> Causes<'t> {
    pub(super) fn new(engine: &'t Engine<'t>) -> Self {
        let base = lines(engine.base, &|window| engine.lens.window(window));
        let head = lines(engine.head, &|window| window);
        let keys = |lines: &[Line]| lines.iter().map(|line| line.key.clone()).collect::<FxHashSet<String>>();
        let (old, new) = (keys(&base), keys(&head));
        let words = |side: &Side<'_>, lines: &[Line]| {
            lines.iter().map(|line| side.words(line.origin.span)).collect::<FxHashSet<String>>()
        };
        let shared = &words(engine.base, &base) & &words(engine.head, &head);
        let changed = |lines: Vec<Line>, other: &FxHashSet<String>| {
            lines.into_iter().filter(|line| !other.contains(&line.key)).collect::<Vec<_>>()
        };
        Self { engine, base: changed(base, &new), head: changed(head, &old), shared }
    }

    /// Those of a difference: what gives and was added, what takes and is gone; where nothing else is found, the rest.
    pub(super) fn of(&self, found: &Found<'_>) -> Vec<Cause> {
        let mut causes = Vec::new();
        let (with, against) = if found.gain { (Works::Gives, Works::Takes) } else { (Works::Takes, Works::Gives) };
        for rounds in [
            &[(World::First, with), (World::Second, against)][..],
            &[(World::First, Works::Names), (World::Second, Works::Names)],
        ] {
            for (world, works) in rounds {
                let lines = if *world == World::First { &self.head } else { &self.base };
                let of = lines.iter().filter(|line| line.works == *works);
                causes.extend(of.filter_map(|line| self.cause(found, *world, line)));
            }
            if !causes.is_empty() {
                break;
            }
        }
        causes.sort();
        causes.dedup_by(|a, b| (a.added, &a.file, a.line) == (b.added, &b.file, b.line));
        causes.truncate(MOST);
        causes
    }

    fn cause(&self, found: &Found<'_>, world: World, line: &Line) -> Option<Cause> {
        let lens = self.engine.lens;
        let side = if world == World::First { self.engine.head } else { self.engine.base };
        let local = |map: &crate::exact::lens::Map, shared: u32| match world {
            World::First => map.first(shared),
            World::Second => map.second(shared),
        };
        if let Some(rights) = &line.rights {
            let right = RightId(local(&lens.rights, found.right.0)?);
            rights.contains(&right).then_some(())?;
        }
        let who = found.who.first()?;
        if let Some(user) = line.user {
            let theirs = found
                .who
                .iter()
                .any(|who| matches!(who, Who::Person(person) if local(&lens.users, person.0) == Some(user.0)));
            theirs.then_some(())?;
        }
        let held: Vec<RoleId> = match who {
            Who::Role(role) => local(&lens.roles, role.0).map(RoleId).into_iter().collect(),
            Who::Person(user) => {
                let user = local(&lens.users, user.0).map(UserId);
                user.map_or(&[] as &[_], |user| side.index.hats.of(user)).iter().map(|hat| hat.role).collect()
            }
            Who::Anybody => side.model.roles_from_request.clone(),
        };
        let path = match line.role {
            None => Vec::new(),
            Some(role) => {
                let heirs = side.index.heirs(role);
                let top = held.into_iter().find(|top| crate::exact::index::has(&heirs, *top))?;
                let path = side.index.effective(top).map(|effective| effective.path(role)).unwrap_or_default();
                path.into_iter().map(|role| side.model.role_name(role).to_owned()).collect()
            }
        };
        let words = side.words(line.origin.span);
        // The line of a template that did not change works otherwise because its instance did.
        let span = line.origin.instance.filter(|_| self.shared.contains(&words)).unwrap_or(line.origin.span);
        let position = side.sources.position(span);
        Some(Cause {
            added: world == World::First,
            file: side.sources.file(span.file)?.path.to_string(),
            line: position.line,
            column: position.column,
            words: shortened(&side.words(span)),
            role: line.role.map(|role| side.model.role_name(role).to_owned()),
            path,
        })
    }
}

/// The first words of a statement.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 120;
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    words.chars().take(LONGEST).chain(['…']).collect()
}

fn lines(side: &Side<'_>, window: &dyn Fn(WindowId) -> WindowId) -> Vec<Line> {
    let model = side.model;
    let mut found = Vec::new();
    let mut add = |kind: &str, works: Works, origin: Origin, role: Option<RoleId>, rights: Option<Vec<RightId>>| {
        let instance = origin.instance.map(|span| side.words(span)).unwrap_or_default();
        let name = role.map_or("", |role| model.role_name(role));
        let key = format!("{kind}\n{name}\n{}\n{instance}", side.words(origin.span));
        found.push(Line { key, works, origin, role, user: None, rights });
    };
    let rights_of = |object: crate::model::ObjectId| {
        model.objects.get(object.index()).map(|object| object.rights().collect::<Vec<_>>())
    };
    for rule in &model.rules {
        let works = if rule.effect == RuleEffect::Allow { Works::Gives } else { Works::Takes };
        add("rule", works, rule.origin, Some(rule.role), Some(rule.rights.to_vec()));
    }
    for mask in &model.masks {
        add("mask", Works::Takes, mask.origin, Some(mask.role), rights_of(mask.object));
    }
    for cancel in &model.cancels {
        add("cancel", Works::Gives, cancel.origin, Some(cancel.role), None);
    }
    for (at, role) in model.roles.iter().enumerate() {
        let id = Some(RoleId::from_index(at));
        for without in &role.without {
            add("without", Works::Takes, without.origin, id, Some(without.rights.to_vec()));
        }
        for active in &role.active {
            add("active", Works::Names, active.origin, id, None);
        }
        for (parent, origin) in role.parents.iter().zip(&role.parent_origins) {
            add(&format!("parent {}", model.role_name(*parent)), Works::Gives, *origin, id, None);
        }
    }
    for suspension in &model.suspensions {
        add("suspend", Works::Takes, suspension.origin, None, None);
        if let Some(ended) = suspension.ended {
            add("end", Works::Gives, ended, None, None);
        }
    }
    for require in &model.requires {
        let rights = require.entries.iter().flat_map(|entry| entry.rights.iter().copied()).collect();
        add("require", Works::Takes, require.origin, None, Some(rights));
    }
    for separate in &model.separate_sessions {
        add("separate", Works::Takes, separate.origin, None, None);
    }
    for object in &model.objects {
        let rights = Some(object.rights().collect::<Vec<_>>());
        add("object", Works::Names, object.origin, None, rights.clone());
        for field in object.fields().filter_map(|id| model.fields.get(id.index())) {
            add("field", Works::Names, field.origin, None, rights.clone());
        }
    }
    for origin in model.units.iter().map(|unit| unit.origin).chain(model.networks.iter().map(|n| n.origin)) {
        add("names", Works::Names, origin, None, None);
    }
    for origin in model.hours.iter().map(|hours| hours.origin) {
        add("names", Works::Names, origin, None, None);
    }
    // Of a statement about many people, and of rows, each person is a line.
    let mut of = |kind: &str, works, origin: Origin, user: UserId, more: String| {
        let (id, words) = (model.user_name(user), side.words(origin.span));
        let key = format!("{kind}\n{id}\n{words}\n{more}");
        found.push(Line { key, works, origin, role: None, user: Some(user), rights: None });
    };
    for held in &model.assignments {
        let more = format!("{} {} {}", model.role_name(held.role), window(held.window).0, window(held.wide).0);
        of("assign", Works::Gives, held.origin, held.user, more);
    }
    for lent in &model.delegations {
        of("delegate", Works::Gives, lent.origin, lent.to, model.role_name(lent.role).to_owned());
    }
    for (at, user) in model.users.iter().enumerate() {
        let units: Vec<&str> = user.units.iter().flatten().map(|unit| model.unit_name(*unit)).collect();
        let more = format!("{units:?} {} {} {}", user.external, user.skipped, window(user.window).0);
        of("user", Works::Names, user.origin, UserId::from_index(at), more);
    }
    found
}
