//! [`Run`]: one answer in the making: the hats of the subject, and what was found out so far.

use super::asked::Asked;
use super::decision::Reason;
use super::request::{Request, Subject};
use super::scope::Wearer;
use super::scratch::{Hat, Scratch};
use super::spelling::is_normal;
use super::truth::Truth;
use crate::table::code::{held_flag, user_flag};
use crate::table::record::{Coverage, Right};
use crate::table::{Cell, NONE, Table, narrow};

/// What is asked about one right: the one of the request (0), or one that creating for others needs (1).
#[derive(Clone, Copy, Debug)]
pub(super) struct Level {
    pub(super) right: u32,
    pub(super) record: Right,
    /// The right after it, where its suspensions and requirements end.
    pub(super) next: Right,
    /// The field asked for, by position in its object.
    pub(super) field: Option<u32>,
    pub(super) braked: bool,
    /// Whether a deny of a hat that is not delegated binds.
    pub(super) denied: Truth,
    /// Whether a mask of such a hat covers the field asked for.
    pub(super) masked: Truth,
    /// Whether every requirement is met.
    pub(super) required: Option<Truth>,
    /// Whether a suspension of rights covers it.
    pub(super) suspended: Option<Truth>,
}

/// One answer in the making.
#[derive(Debug)]
pub(super) struct Run<'r, 's> {
    pub(super) asked: Asked<'r>,
    pub(super) scratch: &'s mut Scratch,
    pub(super) levels: [Level; 2],
    pub(super) object: u32,
    /// Whose suspensions bind the subject.
    pub(super) suspended_as: Option<u32>,
    /// `some record`: what is unknown may turn out in the subject's favor.
    pub(super) some: bool,
    /// Whether roles that exclude each other are had at once.
    pub(super) excluded: Option<bool>,
    /// Whether creating for somebody else is allowed.
    pub(super) for_others: Option<bool>,
}

impl<'r, 's> Run<'r, 's> {
    /// Finds who and what is asked about. An error is a decision already.
    pub(super) fn start(
        table: &'r Table<'r>,
        request: &'r Request<'r>,
        scratch: &'s mut Scratch,
    ) -> Result<Self, Reason> {
        scratch.clear();
        let user = match request.subject {
            Subject::Id(id) if !is_normal(id) => return Err(Reason::UnknownSubject),
            Subject::Id(id) => table.user(id),
            Subject::RoleAlone(_) => None,
        };
        put_on(table, request, user, scratch)?;
        let object = table.object(request.object).ok_or(Reason::UnknownObject)?;
        let record = table.object_record(object).ok_or(Reason::UnknownObject)?;
        let right = table.right(object, request.action).ok_or(Reason::UnknownAction)?;
        let fields = table.fields_of(object);
        let field = match request.field {
            None => None,
            Some(name) => {
                let found = table.field(object, name).filter(|field| fields.contains(field));
                Some(found.and_then(|field| field.checked_sub(fields.start)).ok_or(Reason::UnknownField)?)
            }
        };
        look_for_active(table, request, scratch)?;
        let level = Level::new(table, right, field).ok_or(Reason::UnknownAction)?;
        let suspended_as = match (request.subject, user) {
            (Subject::Id(_), Some(user)) => Some(user),
            (Subject::Id(id), None) => suspended_stranger(table, id),
            (Subject::RoleAlone(_), _) => None,
        };
        Ok(Self {
            asked: Asked::new(table, request, user, record),
            scratch,
            levels: [level; 2],
            object,
            suspended_as,
            some: false,
            excluded: None,
            for_others: None,
        })
    }

    /// The hat at a position.
    #[inline]
    pub(super) fn hat(&self, hat: usize) -> Option<Hat> {
        self.scratch.hats.get(hat).copied()
    }

    /// What is asked about.
    #[inline]
    pub(super) const fn level(&self, level: usize) -> &Level {
        let [asked, for_others] = &self.levels;
        if level == 0 { asked } else { for_others }
    }

    pub(super) const fn level_mut(&mut self, level: usize) -> &mut Level {
        let [asked, for_others] = &mut self.levels;
        if level == 0 { asked } else { for_others }
    }

    /// Whether what is unknown of something that gives counts as true.
    #[inline]
    pub(super) fn passes(&self, truth: Truth) -> bool {
        truth == Truth::True || (self.some && truth == Truth::Unknown)
    }

    /// Whether what is unknown of something that takes counts as true.
    #[inline]
    pub(super) fn binds(&self, truth: Truth) -> bool {
        truth == Truth::True || (!self.some && truth == Truth::Unknown)
    }

    /// Who acts through a hat.
    #[inline]
    pub(super) fn wearer(&self, hat: &Hat) -> Wearer<'r> {
        Wearer {
            me: self.asked.me(),
            behalf: (hat.behalf != NONE).then_some(hat.behalf),
            units: self.asked.table.units_of(hat.units),
        }
    }

    /// What a hat's role has for the right of a level.
    #[inline]
    pub(super) fn cell(&mut self, level: usize, hat: usize) -> Cell {
        let right = self.level(level).right;
        let Some(found) = self.scratch.hats.get_mut(hat) else { return Cell::default() };
        let held = found.held;
        let Some(cell) = found.cells.get_mut(level) else { return Cell::default() };
        *cell.get_or_insert_with(|| self.asked.table.cell(held, right))
    }

    /// Whether what a hat's role allows comes through: all its windows are surely open.
    pub(super) fn runs(&mut self, at: usize) -> bool {
        let Some(hat) = self.hat(at) else { return false };
        if let Some(known) = hat.running {
            return known;
        }
        let asked = &self.asked;
        // Nearly every hat has no window.
        let runs = hat.windows == 0 || {
            let (narrow, _) = asked.table.readings(hat.windows);
            asked.table.list(narrow).iter().all(|window| asked.gives(window.at))
        };
        if let Some(hat) = self.scratch.hats.get_mut(at) {
            hat.running = Some(runs);
        }
        runs
    }

    /// Whether a hat may run: no window of it is surely shut. Then what its role takes away binds, and its role is had.
    pub(super) fn counts(&mut self, at: usize) -> bool {
        let Some(hat) = self.hat(at) else { return true };
        if let Some(known) = hat.counting {
            return known;
        }
        let (narrow, wide) = self.asked.table.readings(hat.windows);
        let counts = if narrow == wide {
            self.runs(at)
        } else {
            let asked = &self.asked;
            asked.table.list(wide).iter().all(|window| asked.takes(window.at))
        };
        if let Some(hat) = self.scratch.hats.get_mut(at) {
            hat.counting = Some(counts);
        }
        counts
    }

    /// Whether the subject has one of a list of watched roles.
    pub(super) fn has_one_of(&mut self, roles: u32) -> bool {
        (0..self.scratch.hats.len())
            .any(|at| self.hat(at).is_some_and(|hat| self.asked.has_watched(hat.held, roles)) && self.counts(at))
    }

    /// A coverage; one that does not exist covers nothing.
    #[inline]
    pub(super) fn coverage(&self, coverage: u32) -> Coverage {
        let none = Coverage { start: 0, words: 0, record: 0 };
        self.asked.table.views.coverages.get(coverage).unwrap_or(none)
    }

    /// The group of a hat: itself if delegated, else none.
    pub(super) fn group(&self, at: usize) -> u32 {
        if self.hat(at).is_some_and(|hat| hat.is_delegated()) { narrow(at) } else { NONE }
    }

    /// The number of a field of the object, from its position.
    pub(super) fn field_number(&self, position: u32) -> u32 {
        self.asked.object.fields.saturating_add(position)
    }
}

impl Level {
    pub(super) fn new(table: &Table<'_>, right: u32, field: Option<u32>) -> Option<Self> {
        let (record, next) = table.right_record(right)?;
        Some(Self {
            right,
            record,
            next,
            field,
            braked: false,
            denied: Truth::False,
            masked: Truth::False,
            required: None,
            suspended: None,
        })
    }
}

/// Gives the subject its hats.
fn put_on(table: &Table<'_>, request: &Request<'_>, user: Option<u32>, scratch: &mut Scratch) -> Result<(), Reason> {
    if let Subject::RoleAlone(role) = request.subject {
        let held = table.held_role(role).ok_or(Reason::UnknownSubject)?;
        scratch.hats.push(Hat::new(held, NONE));
        return Ok(());
    }
    let found = user.and_then(|user| table.user_record(user));
    if let Some((user, next)) = found {
        for at in user.hats..next.hats {
            let Some(hat) = table.views.hats.get(at) else { break };
            let found = Hat::new(hat.held, hat.units);
            scratch.hats.push(Hat { hat: at, windows: hat.windows, behalf: hat.behalf, ..found });
        }
    }
    let own = scratch.hats.len();
    let (flags, units, windows) = found.map_or((0, NONE, 0), |(user, _)| (user.flags, user.units, user.windows));
    let roles = if flags & user_flag::SKIPPED == 0 { request.roles } else { &[] };
    for role in roles {
        let Some(held) = table.held_role(role) else { continue };
        let kind = table.views.held.get(held).map_or(0, |held| held.flags);
        let external = kind & held_flag::EXTERNAL != 0;
        // Known people hold roles of their own kind only.
        let fits = found.is_none() || (flags & user_flag::EXTERNAL != 0) == external;
        let brought = scratch.hats.get(own..).is_some_and(|hats| hats.iter().any(|hat| hat.held == held));
        if kind & held_flag::BROUGHT != 0 && fits && !brought {
            scratch.hats.push(Hat { windows, ..Hat::new(held, units) });
        }
    }
    if found.is_none() && scratch.hats.is_empty() { Err(Reason::UnknownSubject) } else { Ok(()) }
}

/// Looks for the roles that the session names: each must be one that is held, or the request cannot be answered; those
/// that the subject does not hold are noted.
fn look_for_active(table: &Table<'_>, request: &Request<'_>, scratch: &mut Scratch) -> Result<(), Reason> {
    for name in request.active_roles.unwrap_or(&[]) {
        let Some(role) = table.held_role(name) else {
            scratch.idle.clear();
            return Err(Reason::UnknownRole);
        };
        if !scratch.hats.iter().any(|hat| hat.held == role) {
            scratch.idle.push(role);
        }
    }
    Ok(())
}

/// The person whom a suspension names by this id up to case, for a subject that is not known.
fn suspended_stranger(table: &Table<'_>, id: &str) -> Option<u32> {
    if !table.suspends_users() {
        return None;
    }
    // Short ids are lowered on the stack.
    let mut buffer = [0_u8; 256];
    let mut length = 0_usize;
    for c in id.chars().flat_map(char::to_lowercase) {
        let end = length.checked_add(c.len_utf8())?;
        let Some(room) = buffer.get_mut(length..end) else { return table.suspended_user_like(id) };
        c.encode_utf8(room);
        length = end;
    }
    table.suspended_user(std::str::from_utf8(buffer.get(..length)?).ok()?)
}

/// Lower case, character by character.
#[cfg(feature = "compiler")]
pub(crate) fn lower(id: &str) -> String {
    id.chars().flat_map(char::to_lowercase).collect()
}
