//! What the table says to people. Nothing here changes a decision, and nothing in it is hashed with the decisions.

use super::known::{Known, hash};
use super::locks::Locks;
use super::reach::Reach;
use super::{LowerError, Lowering, count};
use crate::analysis::Hats;
use crate::model::{Assignment, AssignmentSource, Origin};
use crate::source::{FileId, SourceSet, Span};
use crate::table::NONE;
use crate::table::write::{self, Section, Word};
use rustc_hash::FxHashMap;

/// Origins, each kept once.
#[derive(Debug, Default)]
struct Origins<'m> {
    known: Known,
    places: Vec<(Span, Option<Span>)>,
    instances: Vec<u32>,
    files: FxHashMap<&'m str, u16>,
    /// The file of the place before.
    last: Option<(FileId, u16)>,
}

pub(super) fn write<'m>(
    out: &mut Lowering<'m>,
    sources: &'m SourceSet,
    reach: &Reach,
    hats: &Hats<'_>,
    locks: &Locks,
) -> Result<(), LowerError> {
    let model = out.model;
    let policy = write::Policy {
        name: out.notes.optional(model.name.map(|name| model.text(name)))?,
        title: out.notes.optional(model.title.as_deref())?,
        database: out.notes.optional(Some(crate::time::database_version()))?,
        reserved: 0,
    };
    out.image.push(Section::Policy, &policy);
    let mut origins = Origins::default();
    out.roles(&mut origins, sources, reach)?;
    out.rules(&mut origins, sources)?;
    out.hat_notes(&mut origins, sources, hats)?;
    out.statements(&mut origins, sources, locks)?;
    out.titles()?;
    out.image.packed(Section::OriginInstances, &origins.instances);
    Ok(())
}

impl<'m> Lowering<'m> {
    fn origin(&mut self, origins: &mut Origins<'m>, sources: &'m SourceSet, origin: Origin) -> Result<u32, LowerError> {
        let instance = match origin.instance {
            Some(instance) => self.place(origins, sources, instance, None)? + 1,
            None => 0,
        };
        self.place(origins, sources, origin.span, Some((origin.instance, instance)))
    }

    fn place(
        &mut self,
        origins: &mut Origins<'m>,
        sources: &'m SourceSet,
        span: Span,
        instance: Option<(Option<Span>, u32)>,
    ) -> Result<u32, LowerError> {
        let (of, instance) = instance.unwrap_or((None, 0));
        let hash = hash(&(span.start, span.end, span.file, of));
        let known = origins.known.find(hash, |number| origins.places.get(number as usize) == Some(&(span, of)));
        if let Some(known) = known {
            return Ok(known);
        }
        let file = match origins.last {
            Some((last, number)) if last == span.file => number,
            _ => self.file(origins, sources, span.file)?,
        };
        origins.last = Some((span.file, file));
        let position = sources.position(span);
        let number = self.image.count(Section::Origins)?;
        let column = u16::try_from(position.column).unwrap_or(u16::MAX);
        self.image.push(Section::Origins, &write::Origin { line: position.line, column, file });
        origins.instances.push(instance);
        origins.places.push((span, of));
        origins.known.insert(hash, number);
        Ok(number)
    }

    fn file(&mut self, origins: &mut Origins<'m>, sources: &'m SourceSet, file: FileId) -> Result<u16, LowerError> {
        let path = sources.file(file).map_or("", |file| &*file.path);
        if let Some(known) = origins.files.get(path) {
            return Ok(*known);
        }
        let number = u16::try_from(origins.files.len()).map_err(|_| LowerError::TooLarge("files"))?;
        let text = self.notes.add(path)?;
        self.image.push(Section::Files, &Word { at: text });
        origins.files.insert(path, number);
        Ok(number)
    }

    fn roles(&mut self, origins: &mut Origins<'m>, sources: &'m SourceSet, reach: &Reach) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let mut parents = 0_u32;
        for id in &reach.roles {
            let Some(role) = model.roles.get(id.index()) else { continue };
            let record = write::Role {
                name: self.notes.symbol(model, role.name)?,
                title: self.notes.optional(role.title.as_deref())?,
                template: self.notes.optional(role.template.as_deref())?,
                parents,
                height: reach.heights.get(id.index()).copied().unwrap_or(0),
                origin: self.origin(origins, sources, role.origin)?,
                held: ids.held(*id),
            };
            self.image.push(Section::Roles, &record);
            for parent in &role.parents {
                self.image.push(Section::Parents, &Word { at: ids.roles.get(parent.index()) });
                parents += 1;
            }
        }
        let end = write::Role { name: 0, title: 0, template: 0, parents, height: 0, origin: 0, held: NONE };
        self.image.push(Section::Roles, &end);
        for (order, section) in [(&ids.held, Section::HeldRoles), (&ids.watched, Section::WatchedRoles)] {
            let roles: Vec<_> = order.order.iter().map(|role| ids.roles.get(*role)).collect();
            self.image.packed(section, &roles);
        }
        Ok(())
    }

    fn rules(&mut self, origins: &mut Origins<'m>, sources: &'m SourceSet) -> Result<(), LowerError> {
        let model = self.model;
        let rules = std::mem::take(&mut self.rule_sources);
        let (mut roles, mut places, mut names) = (Vec::new(), Vec::new(), Vec::new());
        for source in rules {
            let Some((role, origin, name)) = self.rule_origin(source) else { continue };
            roles.push(self.ids.roles.get(role.index()));
            places.push(self.origin(origins, sources, origin)?);
            names.push(self.notes.optional(name.map(|name| model.text(name)))?);
        }
        self.image.packed(Section::RuleRoles, &roles);
        self.image.packed(Section::RuleOrigins, &places);
        self.image.packed(Section::RuleNames, &names);
        Ok(())
    }

    fn hat_notes(
        &mut self,
        origins: &mut Origins<'m>,
        sources: &'m SourceSet,
        hats: &Hats<'_>,
    ) -> Result<(), LowerError> {
        let rows = rows(&self.model.assignments, self.model.users.len());
        let mut last = None;
        let worn = std::mem::take(&mut self.hat_sources);
        let (mut places, mut lines) = (Vec::with_capacity(worn.len()), Vec::with_capacity(worn.len()));
        for (user, at) in worn {
            let Some(hat) = hats.of(user).get(at) else { continue };
            // Everyone's hats stand in the same place.
            let place = match last {
                Some((origin, place)) if origin == *hat.origin => place,
                _ => self.origin(origins, sources, *hat.origin)?,
            };
            last = Some((*hat.origin, place));
            places.push(place);
            // Assignments come first among a person's hats, in the model's order.
            let row =
                rows.get(user.index()).and_then(|rows| rows.get(at)).copied().filter(|_| hat.on_behalf_of.is_none());
            lines.push(row.unwrap_or(0));
        }
        self.image.packed(Section::HatOrigins, &places);
        self.image.packed(Section::HatRows, &lines);
        Ok(())
    }

    fn note(
        &mut self,
        origins: &mut Origins<'m>,
        sources: &'m SourceSet,
        (origin, name, because, ended): (Origin, Option<&'m str>, Option<&'m str>, Option<Origin>),
    ) -> Result<write::Note, LowerError> {
        Ok(write::Note {
            origin: self.origin(origins, sources, origin)?,
            name: self.notes.optional(name)?,
            because: self.notes.optional(because)?,
            ended: match ended {
                Some(ended) => self.origin(origins, sources, ended)?,
                None => NONE,
            },
        })
    }

    fn statements(
        &mut self,
        origins: &mut Origins<'m>,
        sources: &'m SourceSet,
        locks: &Locks,
    ) -> Result<(), LowerError> {
        let model = self.model;
        for suspension in locks.suspensions.iter().filter_map(|at| model.suspensions.get(*at)) {
            let name = suspension.name.map(|name| model.text(name));
            let said = (suspension.origin, name, suspension.because.as_deref(), suspension.ended);
            let note = self.note(origins, sources, said)?;
            self.image.push(Section::SuspensionNotes, &note);
        }
        for require in locks.requires.iter().filter_map(|at| model.requires.get(*at)) {
            let name = require.name.map(|name| model.text(name));
            let note = self.note(origins, sources, (require.origin, name, require.because.as_deref(), None))?;
            self.image.push(Section::RequireNotes, &note);
        }
        for separation in locks.separations.iter().filter_map(|at| model.separate_sessions.get(*at)) {
            let note = self.note(origins, sources, (separation.origin, None, None, None))?;
            self.image.push(Section::SeparationNotes, &note);
        }
        for exclusive in locks.exclusives.iter().filter_map(|at| model.guarantees.get(*at)) {
            let note = self.note(origins, sources, (exclusive.origin, None, exclusive.because.as_deref(), None))?;
            self.image.push(Section::ExclusiveNotes, &note);
        }
        Ok(())
    }

    fn titles(&mut self) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let objects = ids.objects.order.iter().map(|at| model.objects.get(*at).and_then(|o| o.title.as_deref()));
        self.title_section(Section::ObjectTitles, objects)?;
        let rights = ids.rights.order.iter().map(|at| model.rights.get(*at).and_then(|r| r.title.as_deref()));
        self.title_section(Section::RightTitles, rights)?;
        let fields = ids.fields.order.iter().map(|at| model.fields.get(*at).and_then(|f| f.title.as_deref()));
        self.title_section(Section::FieldTitles, fields)?;
        let units = ids.units.order.iter().map(|at| model.units.get(*at).and_then(|u| u.title.as_deref()));
        self.title_section(Section::UnitTitles, units)?;
        let users = ids.users.order.iter().map(|at| model.users.get(*at).and_then(|u| u.title.as_deref()));
        self.title_section(Section::UserTitles, users)?;
        let mut networks = Vec::new();
        for network in ids.networks.order.iter().filter_map(|at| model.networks.get(*at)) {
            networks.push(self.notes.symbol(model, network.name)?);
        }
        self.image.packed(Section::NetworkNames, &networks);
        let mut zones = Vec::new();
        for name in self.windows.zone_names(model) {
            zones.push(self.notes.add(name)?);
        }
        self.image.packed(Section::ZoneNames, &zones);
        Ok(())
    }

    fn title_section(
        &mut self,
        section: Section,
        titles: impl Iterator<Item = Option<&'m str>>,
    ) -> Result<(), LowerError> {
        let mut numbers = Vec::new();
        for title in titles {
            numbers.push(self.notes.optional(title)?);
        }
        count(numbers.len(), "titles")?;
        self.image.packed(section, &numbers);
        Ok(())
    }
}

/// For each user, the people-file lines of their assignments, in the model's order; 0 for a statement. Empty if there
/// are no rows at all.
fn rows(assignments: &[Assignment], users: usize) -> Vec<Vec<u32>> {
    let line = |assignment: &Assignment| match assignment.source {
        AssignmentSource::Row(line) => line,
        AssignmentSource::Statement | AssignmentSource::Everyone => 0,
    };
    if assignments.iter().all(|assignment| line(assignment) == 0) {
        return Vec::new();
    }
    let mut rows = vec![Vec::new(); users];
    for assignment in assignments {
        if let Some(rows) = rows.get_mut(assignment.user.index()) {
            rows.push(line(assignment));
        }
    }
    rows
}
