//! [`Subject`]: who asks, reduced to what a question can see of them.

use super::index::Index;
use super::item::Traits;
use super::value::{Person, Scalar};
use crate::model::{
    AttributeRef, AttributeSource, Model, Origin, RoleId, SubjectAttributeId, UnitId, UserId, Value, WindowId,
};
use rustc_hash::FxHashSet;

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Asker {
    /// A known person.
    Known(UserId),
    /// A role held alone.
    Alone(RoleId),
    /// Somebody who might hold a role: what the policy states of people is open.
    Imagined(RoleId),
    /// Nobody the policy knows, bringing roles.
    Unknown,
}

/// A hat as a question sees it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Wear {
    pub(crate) role: RoleId,
    /// Read narrow: what the role allows comes through while they are open.
    pub(crate) windows: Vec<WindowId>,
    /// Read wide: what the role takes away binds, and the role is had, while they are open.
    pub(crate) wide: Vec<WindowId>,
    pub(crate) units: Option<Box<[UnitId]>>,
    pub(crate) behalf: Option<UserId>,
    /// It runs if the request brings the role.
    pub(crate) brought: bool,
    /// The assignment or delegation.
    pub(crate) origin: Option<Origin>,
}

/// Who asks, with their hats.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    pub(crate) asker: Asker,
    pub(crate) hats: Vec<Wear>,
    /// The hats are not worn together: each is judged as if it were the only one.
    pub(crate) apart: bool,
}

impl Subject {
    /// A role held alone.
    pub(crate) fn alone(role: RoleId) -> Self {
        Self { asker: Asker::Alone(role), hats: vec![Self::alone_in(role)], apart: false }
    }

    fn alone_in(role: RoleId) -> Wear {
        let (windows, wide) = (Vec::new(), Vec::new());
        Wear { role, windows, wide, units: None, behalf: None, brought: false, origin: None }
    }

    /// Somebody who might hold a role, with these units.
    pub(crate) fn imagined(role: RoleId, units: Option<Box<[UnitId]>>) -> Self {
        let hat =
            Wear { role, windows: Vec::new(), wide: Vec::new(), units, behalf: None, brought: false, origin: None };
        Self { asker: Asker::Imagined(role), hats: vec![hat], apart: false }
    }

    /// A known person who might hold a role, and that one alone.
    pub(crate) fn cast(index: &Index<'_>, user: UserId, role: RoleId) -> Self {
        let units = index.model.users.get(user.index()).and_then(|person| person.units.clone());
        Self { asker: Asker::Known(user), ..Self::imagined(role, units) }
    }

    /// The same one holding another role instead: two hats that are not worn together.
    pub(crate) fn or_else(mut self, role: RoleId) -> Self {
        let other = self.hats.first().map(|hat| Wear { role, ..hat.clone() });
        self.hats.extend(other);
        self.apart = true;
        self
    }

    /// A known person, with the hats that `keep` wants.
    pub(crate) fn known(index: &Index<'_>, user: UserId, keep: &dyn Fn(RoleId) -> bool) -> Self {
        let worn = index.hats.of(user).iter().filter(|hat| keep(hat.role));
        let mut hats: Vec<Wear> = worn
            .map(|hat| Wear {
                role: hat.role,
                windows: hat.windows.to_vec(),
                wide: hat.wide.to_vec(),
                units: hat.units.map(Into::into),
                behalf: hat.on_behalf_of,
                brought: false,
                origin: Some(*hat.origin),
            })
            .collect();
        // Whoever is skipped holds nothing, not even what a request brings; employment bounds that too.
        if let Some(person) = index.model.users.get(user.index()).filter(|person| !person.skipped) {
            let fits =
                |role: &RoleId| index.model.roles.get(role.index()).is_some_and(|r| r.external == person.external);
            let employed = Some(person.window).filter(|window| !index.model.window(*window).is_always());
            hats.extend(brought(index.model, keep).filter(fits).map(|role| Wear {
                role,
                windows: employed.into_iter().collect(),
                wide: employed.into_iter().collect(),
                units: person.units.clone(),
                behalf: None,
                brought: true,
                origin: None,
            }));
        }
        Self { asker: Asker::Known(user), hats, apart: false }
    }

    /// Nobody the policy knows.
    pub(crate) fn unknown(index: &Index<'_>, keep: &dyn Fn(RoleId) -> bool) -> Self {
        let hat = |role| Wear { brought: true, ..Self::alone_in(role) };
        Self { asker: Asker::Unknown, hats: brought(index.model, keep).map(hat).collect(), apart: false }
    }

    /// Whether it is somebody whom the policy knows.
    pub(crate) fn user(&self) -> Option<UserId> {
        if let Asker::Known(user) = self.asker { Some(user) } else { None }
    }

    /// The asker as a person.
    pub(crate) fn me(&self) -> Person {
        match self.asker {
            Asker::Known(user) => Person::Known(user),
            Asker::Alone(_) | Asker::Imagined(_) | Asker::Unknown => Person::Me,
        }
    }

    /// Whom a hat acts for: the asker, and the one whose role it is.
    pub(crate) fn persons(&self, hat: usize) -> Box<[Scalar]> {
        let behalf = self.hats.get(hat).and_then(|h| h.behalf).map(Person::Known);
        [Some(self.me()), behalf].into_iter().flatten().map(Scalar::Person).collect()
    }

    /// The stated value of a subject attribute that requests cannot send; `None` if they can.
    pub(crate) fn stated<'m>(&self, model: &'m Model, id: SubjectAttributeId) -> Option<&'m Value> {
        const NOTHING: &Value = &Value::Stranger(crate::source::Symbol(u32::MAX));
        let attribute = model.subject_attributes.get(id.index())?;
        if attribute.source != AttributeSource::Table {
            return None;
        }
        let user = match self.asker {
            Asker::Known(user) => user,
            Asker::Imagined(_) => return None,
            Asker::Alone(_) | Asker::Unknown => return Some(NOTHING),
        };
        let person = model.users.get(user.index())?;
        Some(person.attributes.iter().find(|(found, _)| *found == id).map_or(NOTHING, |(_, value)| value))
    }

    /// What a question can see of the subject; `timeless` forgets which windows its hats have.
    pub(crate) fn key(&self, index: &Index<'_>, traits: &Traits, by_unit: bool, timeless: bool) -> Key {
        let mut hats = self.hats.clone();
        for hat in &mut hats {
            hat.origin = None;
            if !traits.units {
                hat.units = None;
            }
            for windows in [&mut hat.windows, &mut hat.wide] {
                if timeless && !windows.is_empty() {
                    *windows = vec![WindowId::ALWAYS];
                }
            }
        }
        let mut key = Key { hats, identity: None, units: None, attributes: Vec::new(), unknown: false };
        match self.asker {
            Asker::Known(user) => key.add_person(index, traits, by_unit, user),
            Asker::Alone(_) | Asker::Imagined(_) | Asker::Unknown => key.unknown = true,
        }
        key
    }
}

fn brought(model: &Model, keep: &dyn Fn(RoleId) -> bool) -> impl Iterator<Item = RoleId> + use<> {
    let kept: Vec<RoleId> = model.roles_from_request.iter().copied().filter(|role| keep(*role)).collect();
    kept.into_iter()
}

/// What a question can see of a subject: equal keys, equal answers.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct Key {
    hats: Vec<Wear>,
    identity: Option<UserId>,
    units: Option<Box<[UnitId]>>,
    attributes: Vec<(SubjectAttributeId, Value)>,
    unknown: bool,
}

impl Key {
    fn add_person(&mut self, index: &Index<'_>, traits: &Traits, by_unit: bool, user: UserId) {
        let model = index.model;
        let Some(person) = model.users.get(user.index()) else { return };
        if traits.owner_units || by_unit {
            self.units.clone_from(&person.units);
        }
        for (id, value) in &person.attributes {
            if traits.attributes.contains(&AttributeRef::Subject(*id)) {
                self.attributes.push((*id, value.clone()));
            }
        }
        let names_people = self.attributes.iter().any(|(_, value)| matches!(value, Value::User(_) | Value::Set(_)));
        let has_reports = traits.reports && !index.reports_of(user).is_empty();
        let behind = self.hats.iter().any(|hat| hat.behalf == Some(user));
        if names_people || has_reports || behind || traits.users.binary_search(&user).is_ok() {
            self.identity = Some(user);
        }
    }
}

/// Drops subjects that a question cannot tell from an earlier one.
pub(crate) fn distinct(subjects: Vec<Subject>, key: impl Fn(&Subject) -> Key) -> Vec<Subject> {
    let mut seen: FxHashSet<Key> = FxHashSet::default();
    subjects.into_iter().filter(|subject| seen.insert(key(subject))).collect()
}
