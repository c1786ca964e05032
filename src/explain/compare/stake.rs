//! What may differ between two policies, told from what is written in their tables: nothing else can.

use super::{Side, Stakes, Whom};
use crate::message::Lang;
use crate::model::{Delegation, GuaranteeKind, Model, RightId, RoleId, SuspensionKind, User, UserId};
use crate::table::{Holding, Row, holdings, rows};
use crate::words;
use std::collections::{BTreeMap, BTreeSet};

/// What a row says, but not where it is written.
type Key<'t> = (&'static str, &'t str, &'t str, bool, Vec<&'t str>, String, String, String, String);
/// The rows of each role that is held or brought.
type Rows<'t> = BTreeMap<&'t str, BTreeSet<Key<'t>>>;

fn key<'t>(row: Row<'t>) -> (&'t str, Key<'t>) {
    let Row { role, effect, action, object, record, fields, scope, condition, window, ways, .. } = row;
    (role, (effect, action, object, record, fields, scope, condition, window, ways))
}

fn rows_of<'t>(side: &Side<'t>) -> Rows<'t> {
    let mut found: Rows<'t> = BTreeMap::new();
    for (role, key) in rows(side.table).map(key) {
        found.entry(role).or_default().insert(key);
    }
    found
}

/// What people hold: role, whose it is, units and windows.
type Held<'t> = BTreeMap<&'t str, BTreeSet<(&'t str, Option<&'t str>, String)>>;

fn held_of<'t>(side: &Side<'t>) -> Held<'t> {
    let mut found: Held<'t> = BTreeMap::new();
    for holding in holdings(side.table) {
        let Holding { user, role, on_behalf_of, units, windows, wide, .. } = holding;
        found.entry(user).or_default().insert((role, on_behalf_of, format!("{units:?} {windows:?} {wide:?}")));
    }
    found
}

/// Everything that may differ, by whose.
pub(super) fn stakes(before: &Side<'_>, after: &Side<'_>, alone: Option<&str>) -> BTreeMap<Whom, Stakes> {
    let sides = [before, after];
    let written = sides.map(rows_of);
    let held = sides.map(held_of);
    let lines = |of: fn(&Model) -> BTreeSet<Line>| -> Vec<Line> {
        let [a, b] = sides.map(|side| of(side.model()));
        a.symmetric_difference(&b).cloned().collect()
    };
    let lines = [lines(requirements), lines(locks)].concat();
    let same_words = vocabulary(before) == vocabulary(after);
    let mut found: BTreeMap<Whom, Stakes> = BTreeMap::new();
    for whom in everybody(&sides, alone) {
        let collector = Collector { sides, written: &written, held: &held, lines: &lines, same_words, whom: &whom };
        let stakes = collector.collect();
        if !stakes.is_empty() {
            found.insert(whom, stakes);
        }
    }
    found
}

/// Everybody known, every role that requests bring.
fn everybody(sides: &[&Side<'_>; 2], alone: Option<&str>) -> BTreeSet<Whom> {
    let mut found = BTreeSet::new();
    for side in sides {
        let model = side.model();
        found.extend(model.users.iter().map(|user| Whom::Person(model.text(user.id).to_owned())));
        found.extend(model.roles_from_request.iter().map(|role| Whom::Bringer(model.role_name(*role).to_owned())));
    }
    found.extend(alone.map(|role| Whom::Alone(role.to_owned())));
    found
}

struct Collector<'a, 't> {
    sides: [&'a Side<'t>; 2],
    written: &'a [Rows<'t>; 2],
    held: &'a [Held<'t>; 2],
    /// Requirements and suspensions of rights that only one side has.
    lines: &'a [Line],
    same_words: bool,
    whom: &'a Whom,
}

impl Collector<'_, '_> {
    fn collect(&self) -> Stakes {
        let mut stakes = self.gathered();
        stakes.retain(|(object, action), _| self.is_allowed(object, action));
        stakes
    }

    /// Whether any rule of theirs, or of a role that their request may bring, allows a right: without one it is no.
    fn is_allowed(&self, object: &str, action: &str) -> bool {
        let allows = |key: &&Key<'_>| key.0 == "allow" && key.1 == action && key.2 == object;
        let brought = self.sides.iter().zip(self.written).any(|(side, written)| {
            let model = side.model();
            let mut names = model.roles_from_request.iter().map(|role| model.role_name(*role));
            names.any(|name| written.get(name).is_some_and(|rows| rows.iter().any(|row| allows(&row))))
        });
        brought || (0..2).any(|side| self.rows(side).any(|row| allows(&row)))
    }

    fn gathered(&self) -> Stakes {
        let mut stakes = Stakes::new();
        if !self.same_words {
            self.all(&mut stakes);
            return stakes;
        }
        let [old, new] = self.sides.map(|side| facts(side.model(), self.whom));
        let suspended = self.sides.map(|side| suspensions(side.model(), self.whom));
        if old != new || suspended.iter().flatten().any(|(line, all)| *all && !both(&suspended, line)) {
            self.all(&mut stakes);
            return stakes;
        }
        self.by_holding(&mut stakes);
        self.by_row(&mut stakes);
        for (object, action, _) in self.lines {
            self.whole(object, action, &mut stakes);
        }
        self.creations(&mut stakes);
        stakes
    }

    /// The rows of the roles that are held on one side.
    fn rows(&self, side: usize) -> impl Iterator<Item = &Key<'_>> {
        let names = self.sides.get(side).map(|side| {
            let model = side.model();
            side.roles(self.whom).into_iter().map(|role| model.role_name(role)).collect::<Vec<_>>()
        });
        let written = self.written.get(side);
        names.into_iter().flatten().filter_map(move |name| written?.get(name)).flatten()
    }

    /// Every right that they have on one side.
    fn all(&self, stakes: &mut Stakes) {
        for side in 0..2 {
            for key in self.rows(side) {
                self.add(key, stakes);
            }
        }
    }

    /// What a row is about; a mask is about every action of its object.
    fn add(&self, (_, action, object, _, fields, ..): &Key<'_>, stakes: &mut Stakes) {
        let actions: BTreeSet<&str> = match *action {
            // What somebody is allowed may come from a role that their request brings.
            "*" => {
                let all = self.written.iter().flat_map(BTreeMap::values).flatten();
                all.filter(|row| row.2 == *object && row.1 != "*").map(|row| row.1).collect()
            }
            action => BTreeSet::from([action]),
        };
        for action in actions {
            let stake = stakes.entry(((*object).to_owned(), action.to_owned())).or_default();
            stake.extend(fields.iter().map(|field| (*field).to_owned()));
        }
    }

    /// A right with all its fields, if they have it.
    fn whole(&self, object: &str, action: &str, stakes: &mut Stakes) {
        for side in 0..2 {
            for key in self.rows(side).filter(|row| row.1 == action && row.2 == object) {
                self.add(key, stakes);
            }
        }
    }

    /// Roles that are held otherwise.
    fn by_holding(&self, stakes: &mut Stakes) {
        let Whom::Person(id) = self.whom else { return };
        let none = BTreeSet::new();
        let [old, new] = [0, 1].map(|side| self.held.get(side).and_then(|held| held.get(id.as_str())).unwrap_or(&none));
        let roles: BTreeSet<&str> = old.symmetric_difference(new).map(|(role, ..)| *role).collect();
        for rows in self.written {
            for key in roles.iter().filter_map(|role| rows.get(role)).flatten() {
                self.add(key, stakes);
            }
        }
        // A role held otherwise counts for requirements and separations as well.
        if roles.iter().any(|role| self.sides.iter().any(|side| side.is_watched(role))) {
            self.all(stakes);
        }
    }

    /// Rows of their roles that only one side has.
    fn by_row(&self, stakes: &mut Stakes) {
        let [old, new] = [0, 1].map(|side| self.rows(side).collect::<BTreeSet<_>>());
        for key in old.symmetric_difference(&new) {
            self.add(key, stakes);
        }
    }

    /// Creating for somebody else takes a right that changes the owner: where that one differs, so may creating.
    fn creations(&self, stakes: &mut Stakes) {
        for side in self.sides {
            let table = side.table;
            for right in 0..table.rights() {
                let Some(object) = table.object_of(right) else { continue };
                let name = table.object_name(object);
                let touched = |other: u32| stakes.contains_key(&(name.to_owned(), table.action_name(other).to_owned()));
                if table.owner_rights(right).any(touched) {
                    self.whole(name, table.action_name(right), stakes);
                }
            }
        }
    }
}

fn both(lists: &[BTreeSet<(String, bool)>; 2], line: &str) -> bool {
    lists.iter().all(|list| list.iter().any(|(other, _)| other == line))
}

/// What everybody's answers depend on: names, types, units, networks, separations, calendars.
fn vocabulary(side: &Side<'_>) -> String {
    let model = side.model();
    let names = |ids: &[RoleId]| ids.iter().map(|id| model.role_name(*id)).collect::<Vec<_>>();
    let required = model.requires.iter().flat_map(|require| &require.roles);
    let separated = model.separate_sessions.iter().flat_map(|separate| &separate.roles);
    let watched: BTreeSet<RoleId> = required.chain(separated).copied().collect();
    let hierarchy = &side.compilation.analysis.hierarchy;
    let heirs = watched.iter().map(|role| {
        let heirs: BTreeSet<_> = hierarchy.heirs_closure(*role).iter().map(|role| model.role_name(*role)).collect();
        (model.role_name(*role), heirs)
    });
    let heirs: BTreeSet<_> = heirs.collect();
    let exclusive = model.guarantees.iter().filter_map(|guarantee| match &guarantee.kind {
        GuaranteeKind::NobodyHasTwo(roles) => Some(names(roles)),
        _ => None,
    });
    let exclusive: Vec<_> = exclusive.collect();
    let units = model.units.iter().map(|u| (model.text(u.name), u.parent));
    let networks = model.networks.iter().map(|n| (model.text(n.name), &n.ranges));
    let enums = model.enums.iter().map(|e| e.values.iter().map(|v| model.text(v.name)).collect::<Vec<_>>());
    let shared = |o: &crate::model::Object| o.shared.iter().map(|s| (s.field, s.rights.clone())).collect::<Vec<_>>();
    let objects = model.objects.iter().map(|o| (model.text(o.name), o.owner, o.unit, o.team, shared(o)));
    let rights = model.rights.iter().map(|r| (r.object, model.text(r.action), r.general, &r.changes, r.acts_as));
    let fields = model.fields.iter().map(|f| (f.object, model.text(f.name), f.kind));
    let attribute = |a: &crate::model::Attribute| (model.text(a.name).to_owned(), a.ty, a.set, a.source);
    let attributes = model.subject_attributes.iter().chain(&model.request_attributes).map(attribute);
    let separate = model.separate_sessions.iter().map(|s| names(&s.roles));
    format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n{heirs:?}\n{exclusive:?}",
        units.collect::<Vec<_>>(),
        networks.collect::<Vec<_>>(),
        enums.collect::<Vec<_>>(),
        objects.collect::<Vec<_>>(),
        rights.collect::<Vec<_>>(),
        fields.collect::<Vec<_>>(),
        attributes.collect::<Vec<_>>(),
        separate.collect::<Vec<_>>(),
        names(&model.roles_from_request),
        model.time.calendars,
    )
}

/// What is known of a person, and of those whose roles are delegated to them, apart from what they hold.
fn facts(model: &Model, whom: &Whom) -> BTreeMap<String, String> {
    let concerned = model.users.iter().enumerate().filter(|(at, _)| is_or_lends(model, whom, UserId::from_index(*at)));
    concerned.map(|(_, user)| (model.text(user.id).to_owned(), facts_of(model, user))).collect()
}

fn facts_of(model: &Model, user: &User) -> String {
    let attributes: Vec<_> = user.attributes.iter().map(|(id, v)| (id, words::value(model, v))).collect();
    let superior = user.reports_to.map(|id| model.user_name(id));
    let others: Vec<_> = user.other_ids.iter().map(|id| model.text(*id)).collect();
    format!("{} {} {attributes:?} {superior:?} {others:?} {:?}", user.external, user.skipped, user.units)
}

/// Suspensions that may concern somebody, and whether they concern all that they can do. Those of rights are apart.
fn suspensions(model: &Model, whom: &Whom) -> BTreeSet<(String, bool)> {
    let named =
        |users: &[UserId]| matches!(whom, Whom::Person(id) if users.iter().any(|user| model.user_name(*user) == id));
    let roles = |ids: &[RoleId]| ids.iter().map(|id| model.role_name(*id)).collect::<Vec<_>>().join(", ");
    let lines = model.suspensions.iter().filter_map(|suspension| {
        let what = match &suspension.kind {
            SuspensionKind::Users { users, in_role } => {
                let concerned = users.iter().filter(|user| is_or_lends(model, whom, **user));
                let names: BTreeSet<&str> = concerned.map(|user| model.user_name(*user)).collect();
                let role = in_role.map(|role| model.role_name(role));
                (!names.is_empty()).then(|| format!("users {names:?} in {role:?}"))?
            }
            SuspensionKind::Roles { roles: ids, heirs } => format!("roles {} {heirs}", roles(ids)),
            SuspensionKind::Everything { except_roles, except_users } => {
                format!("everything except {} {}", roles(except_roles), named(except_users))
            }
            SuspensionKind::Rights(_) => return None,
        };
        let condition = words::condition(model, suspension.condition).render(Lang::En);
        let window = words::window(model, suspension.window).render(Lang::En);
        Some((format!("{what} {condition} {window}"), true))
    });
    lines.collect()
}

/// Whether a person is the one compared, or one whose role is delegated to them.
pub(super) fn is_or_lends(model: &Model, whom: &Whom, user: UserId) -> bool {
    let Whom::Person(id) = whom else { return false };
    let lends = |delegation: &Delegation| delegation.of == user && model.user_name(delegation.to) == id;
    model.user_name(user) == id || model.delegations.iter().any(lends)
}

/// Object, action, and what is said of it.
type Line = (String, String, String);

fn line(model: &Model, right: RightId, said: String) -> Line {
    let object = model.rights.get(right.index()).map_or("", |right| model.object_name(right.object));
    (object.to_owned(), model.action_name(right).to_owned(), said)
}

fn requirements(model: &Model) -> BTreeSet<Line> {
    let mut found = BTreeSet::new();
    for require in &model.requires {
        let roles: Vec<&str> = require.roles.iter().map(|role| model.role_name(*role)).collect();
        let window = words::window(model, require.window).render(Lang::En);
        for entry in &require.entries {
            let condition = words::condition(model, entry.condition).render(Lang::En);
            let said = format!("{condition} {window} {roles:?}");
            found.extend(entry.rights.iter().map(|right| line(model, *right, said.clone())));
        }
    }
    found
}

/// Suspensions of rights.
fn locks(model: &Model) -> BTreeSet<Line> {
    let mut found = BTreeSet::new();
    for suspension in &model.suspensions {
        let SuspensionKind::Rights(entries) = &suspension.kind else { continue };
        let window = words::window(model, suspension.window).render(Lang::En);
        let general = words::condition(model, suspension.condition).render(Lang::En);
        for entry in entries {
            let condition = words::condition(model, entry.condition).render(Lang::En);
            let said = format!("{general} {condition} {window}");
            found.extend(entry.rights.iter().map(|right| line(model, *right, said.clone())));
        }
    }
    found
}
