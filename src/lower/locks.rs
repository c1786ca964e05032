//! Suspensions, requirements, separate sessions, exclusive sets: in the order of their contents.

use super::{LowerError, Lowering, count};
use crate::model::{GuaranteeKind, RoleId, Suspension, SuspensionKind, WindowId};
use crate::table::NONE;
use crate::table::write::{self, Section, Word, list_kind, suspension_kind};
use rustc_hash::FxHashMap;

/// What the rest of the table refers to, and which statements were taken in, in the table's order.
#[derive(Debug, Default)]
pub(super) struct Locks {
    /// Positions in the model.
    pub(super) suspensions: Vec<usize>,
    /// By user of the table.
    pub(super) of_users: FxHashMap<u32, Vec<u32>>,
    /// By held role: those of the role itself.
    pub(super) of_held: FxHashMap<u32, Vec<u32>>,
    /// By role: those that cut it out.
    pub(super) cuts: FxHashMap<RoleId, Vec<u32>>,
    everything: Vec<u32>,
    of_rights: FxHashMap<u32, Vec<(u32, u32)>>,
    /// Positions in the model.
    pub(super) requires: Vec<usize>,
    pub(super) separations: Vec<usize>,
    /// Positions in the guarantees.
    pub(super) exclusives: Vec<usize>,
    /// The greatest number of hats of one person.
    pub(super) hats: u32,
}

/// Writes all of them, and the rights, which say which of them concern each.
pub(super) fn write(out: &mut Lowering<'_>) -> Result<Locks, LowerError> {
    let mut locks = Locks::default();
    out.suspensions(&mut locks)?;
    let requires = out.requires(&mut locks)?;
    let rights = std::mem::take(&mut out.right_records);
    let (mut suspensions, mut required) = (0_u32, 0_u32);
    for (number, right) in (0..).zip(&rights) {
        let record = write::Right { suspensions, requires: required, ..*right };
        out.image.push(Section::Rights, &record);
        for (suspension, condition) in locks.of_rights.get(&number).into_iter().flatten() {
            let record = write::RightSuspension { suspension: *suspension, condition: *condition };
            out.image.push(Section::RightSuspensions, &record);
            suspensions += 1;
        }
        for require in requires.get(&number).into_iter().flatten() {
            out.image.push(Section::Requires, require);
            required += 1;
        }
    }
    let end = write::Right {
        name: 0,
        object: NONE,
        flags: 0,
        never: 0,
        shared: 0,
        owner_rights: 0,
        suspensions,
        requires: required,
    };
    out.image.push(Section::Rights, &end);
    out.separations(&mut locks)?;
    Ok(locks)
}

/// What every decision starts from.
pub(super) fn globals(out: &mut Lowering<'_>, locks: &Locks) -> Result<(), LowerError> {
    let (model, ids) = (out.model, out.ids);
    let from_elsewhere = model.subject_attributes.iter().enumerate();
    let from_elsewhere =
        from_elsewhere.filter(|(_, attribute)| attribute.source != crate::model::AttributeSource::Request);
    let table_attributes = from_elsewhere.map(|(at, _)| ids.subject_attributes.get(at));
    let mut types = Vec::new();
    for name in &model.subject_types {
        types.push(out.texts.symbol(model, *name)?);
    }
    if types.is_empty() {
        types.push(out.texts.add("user")?);
    }
    let zone = model.package_zones.first().map_or("UTC", |zone| zone);
    let brought = model.roles_from_request.iter().filter(|role| ids.held(**role) != NONE).count();
    let fields = model.objects.iter().map(|object| object.fields.len()).max().unwrap_or(0);
    let record = write::Globals {
        everything: out.lists.sorted(list_kind::SUSPENSIONS, locks.everything.clone())?,
        table_attributes: out.lists.sorted(list_kind::SUBJECT_ATTRIBUTES, table_attributes)?,
        subject_types: out.lists.add(list_kind::TEXTS, &types)?,
        watched: ids.watched.len() as u32,
        hats: locks.hats,
        fields: count(fields, "fields")?,
        brought: count(brought, "roles")?,
        zone: out.zone_named(zone)?,
    };
    out.image.push(Section::Globals, &record);
    Ok(())
}

/// A suspension as the table has it.
struct Prepared {
    key: Vec<u8>,
    at: usize,
    kind: u32,
    a: Vec<u32>,
    b: Vec<u32>,
}

impl Lowering<'_> {
    fn suspensions(&mut self, locks: &mut Locks) -> Result<(), LowerError> {
        let model = self.model;
        let mut prepared = Vec::new();
        for (at, suspension) in model.suspensions.iter().enumerate() {
            prepared.extend(self.prepare(at, suspension));
        }
        prepared.sort_by(|a, b| a.key.cmp(&b.key));
        for (number, found) in (0..).zip(prepared) {
            let Some(suspension) = model.suspensions.get(found.at) else { continue };
            locks.suspensions.push(found.at);
            self.suspension(locks, number, suspension, &found)?;
        }
        Ok(())
    }

    /// `None` if it is about roles that nobody has.
    fn prepare(&mut self, at: usize, suspension: &Suspension) -> Option<Prepared> {
        let ids = self.ids;
        let held = |roles: &[RoleId]| sorted(roles.iter().map(|role| ids.held(*role)));
        let users = |users: &[crate::model::UserId]| sorted(users.iter().map(|user| ids.user(*user)));
        let (kind, a, b) = match &suspension.kind {
            SuspensionKind::Users { users: of, in_role } => {
                let role: Vec<_> = in_role.iter().map(|role| ids.held(*role)).collect();
                if role.contains(&NONE) {
                    return None;
                }
                (suspension_kind::USERS, role, users(of))
            }
            SuspensionKind::Roles { roles, heirs: false } => (suspension_kind::ROLES, held(roles), Vec::new()),
            SuspensionKind::Roles { roles, heirs: true } => {
                let reached = sorted(roles.iter().map(|role| ids.roles.get(role.index())));
                (suspension_kind::CUT, reached, Vec::new())
            }
            SuspensionKind::Rights(entries) => {
                let rights = entries.iter().flat_map(|entry| entry.rights.iter()).map(|right| ids.right(*right));
                (suspension_kind::RIGHTS, sorted(rights), Vec::new())
            }
            SuspensionKind::Everything { except_roles, except_users } => {
                (suspension_kind::EVERYTHING, held(except_roles), users(except_users))
            }
        };
        if matches!(kind, suspension_kind::ROLES | suspension_kind::CUT) && a.is_empty() {
            return None;
        }
        let mut key = kind.to_be_bytes().to_vec();
        for list in [&a, &b] {
            key.extend_from_slice(&(list.len() as u64).to_be_bytes());
            list.iter().for_each(|item| key.extend_from_slice(&item.to_be_bytes()));
        }
        key.extend_from_slice(&self.window_key(suspension.window).to_be_bytes());
        key.extend_from_slice(&self.condition_key(suspension.condition).to_be_bytes());
        if let SuspensionKind::Rights(entries) = &suspension.kind {
            let conditions = entries.iter().map(|entry| (entry.rights.first().copied(), entry.condition));
            let mut keys: Vec<_> = conditions
                .map(|(right, condition)| (right.map(|right| ids.right(right)), self.condition_key(condition)))
                .collect();
            keys.sort_unstable();
            keys.iter().for_each(|(_, condition)| key.extend_from_slice(&condition.to_be_bytes()));
        }
        Some(Prepared { key, at, kind, a, b })
    }

    fn suspension(
        &mut self,
        locks: &mut Locks,
        number: u32,
        suspension: &Suspension,
        found: &Prepared,
    ) -> Result<(), LowerError> {
        let (mut a, mut b) = (NONE, NONE);
        match &suspension.kind {
            SuspensionKind::Users { .. } => {
                a = found.a.first().copied().unwrap_or(NONE);
                found.b.iter().for_each(|user| locks.of_users.entry(*user).or_default().push(number));
            }
            SuspensionKind::Roles { roles, heirs } => {
                for role in roles {
                    if self.ids.held(*role) != NONE {
                        locks.of_held.entry(self.ids.held(*role)).or_default().push(number);
                    }
                    if *heirs {
                        locks.cuts.entry(*role).or_default().push(number);
                    }
                }
            }
            SuspensionKind::Rights(entries) => {
                for entry in entries {
                    let condition = self.condition(entry.condition)?;
                    for right in &entry.rights {
                        locks.of_rights.entry(self.ids.right(*right)).or_default().push((number, condition));
                    }
                }
            }
            SuspensionKind::Everything { .. } => {
                a = self.lists.add(list_kind::HELD, &found.a)?;
                b = self.lists.add(list_kind::USERS, &found.b)?;
                locks.everything.push(number);
            }
        }
        let record = write::Suspension {
            kind: found.kind,
            window: self.window(suspension.window)?,
            condition: self.condition(suspension.condition)?,
            a,
            b,
        };
        self.image.push(Section::Suspensions, &record);
        Ok(())
    }

    fn requires(&mut self, locks: &mut Locks) -> Result<FxHashMap<u32, Vec<write::Require>>, LowerError> {
        let (model, ids) = (self.model, self.ids);
        let mut sorted_keys = Vec::new();
        for (at, require) in model.requires.iter().enumerate() {
            let roles = sorted(require.roles.iter().map(|role| ids.watched(*role)));
            // Nobody is or inherits any of its roles.
            if roles.is_empty() && !require.roles.is_empty() {
                continue;
            }
            let mut key: Vec<u128> = require
                .entries
                .iter()
                .flat_map(|entry| entry.rights.iter())
                .map(|right| ids.right(*right).into())
                .collect();
            key.sort_unstable();
            key.extend(roles.iter().map(|role| u128::from(*role)));
            key.push(self.window_key(require.window));
            let mut conditions: Vec<_> =
                require.entries.iter().map(|entry| self.condition_key(entry.condition)).collect();
            conditions.sort_unstable();
            key.extend(conditions);
            sorted_keys.push((key, at, roles));
        }
        sorted_keys.sort();
        let mut by_right: FxHashMap<u32, Vec<write::Require>> = FxHashMap::default();
        for (statement, (_, at, roles)) in (0..).zip(sorted_keys) {
            let Some(require) = model.requires.get(at) else { continue };
            locks.requires.push(at);
            let roles = if require.roles.is_empty() { NONE } else { self.lists.add(list_kind::WATCHED, &roles)? };
            let window = self.window(require.window)?;
            for entry in &require.entries {
                let condition = self.condition(entry.condition)?;
                for right in &entry.rights {
                    let record = write::Require { condition, window, roles, statement };
                    by_right.entry(ids.right(*right)).or_default().push(record);
                }
            }
        }
        Ok(by_right)
    }

    fn separations(&mut self, locks: &mut Locks) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let had = |roles: &[RoleId]| sorted(roles.iter().map(|role| ids.watched(*role)));
        let of_sessions = model.separate_sessions.iter().enumerate().map(|(at, separate)| (had(&separate.roles), at));
        let mut separations: Vec<_> = of_sessions.filter(|(roles, _)| roles.len() > 1).collect();
        separations.sort();
        for (roles, at) in separations {
            let at_list = self.lists.add(list_kind::WATCHED, &roles)?;
            self.image.push(Section::Separations, &Word { at: at_list });
            locks.separations.push(at);
        }
        if model.roles_from_request.is_empty() {
            return Ok(());
        }
        let mut exclusives: Vec<(Vec<u32>, u128, usize, WindowId)> = Vec::new();
        for (at, guarantee) in model.guarantees.iter().enumerate() {
            if let GuaranteeKind::NobodyHasTwo(roles) = &guarantee.kind {
                exclusives.push((had(roles), self.window_key(guarantee.window), at, guarantee.window));
            }
        }
        exclusives.retain(|(roles, ..)| roles.len() > 1);
        exclusives.sort_unstable();
        for (roles, _, at, window) in exclusives {
            let roles = self.lists.add(list_kind::WATCHED, &roles)?;
            let window = self.window(window)?;
            self.image.push(Section::Exclusives, &write::Exclusive { roles, window });
            locks.exclusives.push(at);
        }
        Ok(())
    }
}

/// Numbers of the table in order, without those that it has none for.
fn sorted(numbers: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut sorted: Vec<_> = numbers.filter(|number| *number != NONE).collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted
}
