//! The proof engine against brute force: random small models are lowered to tables, and every request that can differ
//! is asked of them.

use super::tests::{LEVEL, Maker, ORIGIN, OWNER, SECRET, TAGS, UNIT};
use super::{BUDGET, Prover, Verdict, Witness, replay};
use crate::analysis::{Analysis, hats_of};
use crate::model::*;
use crate::runtime::{Reason, Record, Request, Scratch, Subject, Value as Sent, decide};
use crate::source::SourceSet;
use crate::table::Table;
use crate::time::{Days, Extent, FOREVER, FOREVER_AGO, Pattern, PatternId, Reading, Recurring, Window, Zone, ZoneId};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use std::collections::BTreeSet;

const UPDATE: RightId = RightId(3);
const TEAM: FieldId = FieldId(5);
const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

struct World {
    m: Maker,
    rng: StdRng,
    conditions: Vec<ConditionId>,
    active_conditions: Vec<ConditionId>,
    scopes: Vec<ScopeId>,
    /// Read narrow, and read wide.
    windows: [Vec<WindowId>; 2],
    roles: Vec<RoleId>,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut m = Maker::new();
        let mut rng = StdRng::seed_from_u64(seed);
        for (action, acts_as) in [("update", Some(ActsAs::Update)), ("transfer", None)] {
            m.0.rights.push(Right {
                action: m.0.symbols.intern(action),
                general: false,
                changes: if acts_as.is_none() { vec![OWNER] } else { Vec::new() },
                acts_as,
                ..m.0.rights[1].clone()
            });
        }
        let name = m.0.symbols.intern("team");
        let kind = FieldKind::Attribute { ty: ValueType::User, set: true, source: AttributeSource::Records };
        m.0.fields.push(Field { name, kind, ..m.0.fields[0].clone() });
        m.0.objects[0].rights = 0..5;
        m.0.objects[0].fields = 0..6;
        if rng.random() {
            m.0.objects[0].team = Some(TEAM);
        }
        if rng.random_bool(0.3) {
            m.0.objects[0].unit = Some(RecordUnit::OfOwner);
        }
        m.0.objects[0].shared = vec![SharedWith { field: TEAM, rights: vec![RightId(1)] }];
        for (name, source) in [("grade", AttributeSource::Table), ("trusted", AttributeSource::Request)] {
            let name = m.0.symbols.intern(name);
            let ty = if source == AttributeSource::Table { ValueType::Number } else { ValueType::Boolean };
            m.0.subject_attributes.push(Attribute { name, title: None, ty, set: false, source, origin: Some(ORIGIN) });
        }
        m.0.time.zones.push(Zone {
            name: "UTC".into(),
            first_offset: 0,
            transitions: Vec::new(),
            rule: crate::time::Rule::Fixed,
        });
        let (zone, days) = (ZoneId(0), Days::Weekdays(0x7f));
        m.0.time.patterns.push(Pattern { zone, days, start: 540, extent: Extent::Until(1020, 0) });
        m.0.package_zones.push("UTC".into());
        let mut world = Self {
            m,
            rng,
            conditions: Vec::new(),
            active_conditions: Vec::new(),
            scopes: Vec::new(),
            windows: [Vec::new(), Vec::new()],
            roles: Vec::new(),
        };
        world.people();
        world.make_windows();
        world.make_conditions();
        world.make_scopes();
        world.make_roles();
        world.assign();
        world.extras();
        world
    }

    fn chance(&mut self, chance: f64) -> bool {
        self.rng.random_bool(chance)
    }

    fn people(&mut self) {
        for (place, id) in ["a", "b", "c"].into_iter().enumerate() {
            let unit = *[None, Some(UnitId(0)), Some(UnitId(1)), Some(UnitId(2))].choose(&mut self.rng).unwrap();
            let user = self.m.user(id, unit);
            if self.chance(0.4) && place > 0 {
                self.m.0.users[place].reports_to = Some(UserId(0));
            }
            if self.chance(0.5) {
                let grade = Value::Number(*[10_000, 30_000].choose(&mut self.rng).unwrap());
                self.m.0.users[user.index()].attributes.push((SubjectAttributeId(0), grade));
            }
        }
    }

    fn make_windows(&mut self) {
        let bounds = [(FOREVER_AGO, 20 * DAY), (10 * DAY, FOREVER), (20 * DAY, FOREVER), (10 * DAY, 20 * DAY)];
        for (list, reading) in [(0, Reading::Gives), (1, Reading::Takes)] {
            for (from, until) in bounds {
                self.m.0.windows.push(Window { from, until, ..Window::always(reading) });
                self.windows[list].push(WindowId::from_index(self.m.0.windows.len() - 1));
            }
            for negated in [false, true] {
                let recurring = vec![Recurring { patterns: vec![PatternId(0)], negated }];
                self.m.0.windows.push(Window { recurring, ..Window::always(reading) });
                self.windows[list].push(WindowId::from_index(self.m.0.windows.len() - 1));
            }
        }
    }

    fn some_window(&mut self, reading: Reading, chance: f64) -> WindowId {
        if !self.chance(chance) {
            return WindowId::ALWAYS;
        }
        let list = usize::from(reading == Reading::Takes);
        *self.windows[list].choose(&mut self.rng).unwrap()
    }

    /// A window of what is held, read narrow and read wide; some are held only perhaps.
    fn some_holding(&mut self, chance: f64) -> (WindowId, WindowId) {
        if !self.chance(chance) {
            return (WindowId::ALWAYS, WindowId::ALWAYS);
        }
        let at = self.rng.random_range(0..self.windows[0].len());
        let (narrow, wide) = (self.windows[0][at], self.windows[1][at]);
        if !self.chance(0.3) {
            return (narrow, wide);
        }
        self.m.0.windows.push(Window { until: FOREVER_AGO, ..Window::always(Reading::Gives) });
        (WindowId::from_index(self.m.0.windows.len() - 1), if self.chance(0.5) { wide } else { WindowId::ALWAYS })
    }

    fn make_conditions(&mut self) {
        let mfa = AttributeRef::Request(RequestAttributeId::MFA);
        let (owner, level) = (AttributeRef::Record(OWNER), AttributeRef::Record(LEVEL));
        let grade = AttributeRef::Subject(SubjectAttributeId(0));
        let trusted = AttributeRef::Subject(SubjectAttributeId(1));
        let vip = super::tests::text(&mut self.m, "vip");
        let three = || Operand::Value(Value::Number(30_000));
        let tests = [
            (mfa, Test::Compare(Comparison::Equal, Operand::Value(Value::Boolean(true)))),
            (trusted, Test::Compare(Comparison::Equal, Operand::Value(Value::Boolean(true)))),
            (grade, Test::Compare(Comparison::GreaterOrEqual, three())),
            (owner, Test::Compare(Comparison::Equal, Operand::Me)),
            (owner, Test::Compare(Comparison::NotEqual, Operand::Value(Value::User(UserId(1))))),
            (owner, Test::IsNone),
            (level, Test::Compare(Comparison::Less, three())),
            (level, Test::Compare(Comparison::GreaterOrEqual, three())),
            (level, Test::Compare(Comparison::Greater, Operand::Attribute(grade))),
            (level, Test::OneOf(vec![Value::Number(10_000), Value::Number(30_000)])),
            (AttributeRef::Record(TAGS), Test::Has(Operand::Value(vip))),
            (AttributeRef::Record(TEAM), Test::Has(Operand::Me)),
            (AttributeRef::Record(TEAM), Test::Has(Operand::Attribute(owner))),
            (AttributeRef::Record(UNIT), Test::Compare(Comparison::Equal, Operand::Value(Value::Unit(UnitId(1))))),
        ];
        // Few attributes in one model, so that all their values can be tried.
        let picked: Vec<_> = tests.choose_multiple(&mut self.rng, 2).cloned().collect();
        for (place, (left, test)) in tests.into_iter().enumerate() {
            if picked.iter().any(|(l, t)| *l == left && *t == test) {
                let id = self.m.atom(left, test);
                self.conditions.push(id);
                if place < 3 {
                    self.active_conditions.push(id);
                }
            }
        }
        for _ in 0..3 {
            let parts: Vec<ConditionId> = self.conditions.choose_multiple(&mut self.rng, 2).copied().collect();
            let made = match self.rng.random_range(0..3) {
                0 => Condition::Not(parts[0]),
                1 => Condition::And(parts),
                _ => Condition::Or(parts),
            };
            let id = self.m.condition(made);
            self.conditions.push(id);
        }
    }

    fn some_condition(&mut self, chance: f64) -> ConditionId {
        if !self.chance(chance) {
            return ConditionId::TRUE;
        }
        *self.conditions.choose(&mut self.rng).unwrap()
    }

    fn make_scopes(&mut self) {
        let terms = [
            ScopeTerm::Own,
            ScopeTerm::Team,
            ScopeTerm::Reports,
            ScopeTerm::MyUnit,
            ScopeTerm::MyUnitAndBelow,
            ScopeTerm::NoOwner,
            ScopeTerm::Unit(UnitId(0)),
            ScopeTerm::UnitAndBelow(UnitId(0)),
        ];
        for term in terms {
            for outside in [false, true] {
                let id = self.m.scope(term, outside);
                self.scopes.push(id);
            }
        }
    }

    fn some_scope(&mut self, right: RightId) -> ScopeId {
        if right == RightId(0) || self.chance(0.3) {
            return ScopeId::ALL;
        }
        if right == RightId(1) && self.chance(0.1) {
            return self.m.scope(ScopeTerm::Shared, false);
        }
        *self.scopes.choose(&mut self.rng).unwrap()
    }

    fn make_roles(&mut self) {
        for place in 0..4_u32 {
            let parents: Vec<RoleId> = (0..place).filter(|_| self.rng.random_bool(0.4)).map(RoleId).collect();
            let role = self.m.role(&format!("R{place}"), &parents);
            self.roles.push(role);
            for _ in 0..self.rng.random_range(0..3) {
                self.rule(RuleEffect::Allow);
            }
            for _ in 0..self.rng.random_range(0..2) {
                self.rule(RuleEffect::Deny);
            }
            self.mask(role);
            if self.chance(0.2) && !parents.is_empty() {
                let rights = [RightId(self.rng.random_range(0..5))].into();
                self.m.0.roles[role.index()].without.push(Without { rights, origin: ORIGIN });
            }
            if self.chance(0.3) {
                let window = self.some_window(Reading::Gives, 0.7);
                let condition = self.active_conditions.choose(&mut self.rng).copied().unwrap_or(ConditionId::TRUE);
                self.m.0.roles[role.index()].active.push(Active { window, condition, origin: ORIGIN });
            }
            self.cancel(role, &parents);
        }
    }

    fn rule(&mut self, effect: RuleEffect) {
        let right = RightId(self.rng.random_range(0..5));
        let scope = self.some_scope(right);
        let condition = self.some_condition(0.5);
        let reading = if effect == RuleEffect::Allow { Reading::Gives } else { Reading::Takes };
        let window = self.some_window(reading, 0.3);
        self.m.rule(effect, right, scope, condition, window);
        let coverage = match self.rng.random_range(0..6) {
            0 => Coverage::Fields([SECRET].into()),
            1 if effect == RuleEffect::Allow => Coverage::Object { including: [LabelId(0)].into() },
            2 if effect == RuleEffect::Allow && right != UPDATE => Coverage::Fields([OWNER].into()),
            _ => Coverage::Object { including: Box::default() },
        };
        self.m.0.rules.last_mut().unwrap().coverage = coverage;
    }

    fn mask(&mut self, role: RoleId) {
        let at = self.m.0.masks.len() as u32;
        self.m.0.roles[role.index()].masks = at..at;
        if !self.chance(0.3) {
            return;
        }
        let (scope, condition) = (self.some_scope(RightId(2)), self.some_condition(0.5));
        let window = self.some_window(Reading::Takes, 0.3);
        let (object, fields, name) = (ObjectId(0), [SECRET].into(), None);
        self.m.0.masks.push(crate::model::Mask {
            role,
            object,
            fields,
            scope,
            condition,
            window,
            name,
            origin: ORIGIN,
        });
        self.m.0.roles[role.index()].masks = at..at + 1;
    }

    fn cancel(&mut self, role: RoleId, parents: &[RoleId]) {
        let at = self.m.0.cancels.len() as u32;
        self.m.0.roles[role.index()].cancels = at..at;
        let Some(from) = parents.choose(&mut self.rng).copied() else { return };
        let rules: Vec<RuleId> = self.m.0.roles[from.index()].rules().collect();
        let denies = rules.into_iter().filter(|id| self.m.0.rules[id.index()].effect == RuleEffect::Deny);
        let denies: Vec<_> = denies.map(|id| (id, self.m.0.rules[id.index()].rights.clone())).collect();
        let masks: Vec<_> = self.m.0.roles[from.index()].masks().map(|id| (id, [SECRET].into())).collect();
        let target = if self.chance(0.5) { CancelTarget::Denies(denies) } else { CancelTarget::Masks(masks) };
        let is_empty = match &target {
            CancelTarget::Denies(list) => list.is_empty(),
            CancelTarget::Masks(list) => list.is_empty(),
        };
        if !is_empty {
            let window = self.some_window(Reading::Gives, 0.5);
            let (every, because) = (true, None);
            self.m.0.cancels.push(Cancel { role, from, every, target, window, because, origin: ORIGIN });
            self.m.0.roles[role.index()].cancels = at..at + 1;
        }
    }

    fn assign(&mut self) {
        let mut free = self.roles.clone();
        if self.chance(0.3) {
            let brought = free.remove(self.rng.random_range(0..free.len()));
            self.m.0.roles_from_request.push(brought);
        }
        free.retain(|_| self.rng.random_bool(0.8));
        for user in 0..3 {
            let user = UserId(user);
            for _ in 0..self.rng.random_range(0..3) {
                let Some(role) = free.choose(&mut self.rng).copied() else { continue };
                let (window, wide) = self.some_holding(0.5);
                self.m.assign(role, user, window);
                self.m.0.assignments.last_mut().unwrap().wide = wide;
                if self.chance(0.2) {
                    self.m.0.assignments.last_mut().unwrap().units = Some([UnitId(2)].into());
                }
            }
            if self.chance(0.2) {
                self.m.0.users[user.index()].window = self.some_window(Reading::Gives, 1.0);
            }
        }
        if self.chance(0.3)
            && let Some(first) = self.m.0.assignments.choose(&mut self.rng).cloned()
        {
            let to = UserId((first.user.0 + 1) % 3);
            let (window, wide) = self.some_holding(0.4);
            let (role, of) = (first.role, first.user);
            self.m.0.delegations.push(Delegation { role, of, to, window, wide, origin: ORIGIN });
        }
    }

    fn extras(&mut self) {
        if self.chance(0.4) {
            let right = RightId(self.rng.random_range(0..5));
            let condition = self.some_condition(1.0);
            let entries = vec![RequireEntry { rights: [right].into(), condition }];
            let roles: Vec<RoleId> = self.roles.choose_multiple(&mut self.rng, 1).copied().collect();
            let roles = if self.chance(0.5) { roles } else { Vec::new() };
            let window = self.some_window(Reading::Takes, 0.3);
            self.m.0.requires.push(Require { entries, roles, window, name: None, because: None, origin: ORIGIN });
        }
        let two: Vec<RoleId> = self.roles.choose_multiple(&mut self.rng, 2).copied().collect();
        if self.chance(0.3) {
            self.m.0.separate_sessions.push(SeparateSessions { roles: two.clone(), origin: ORIGIN });
        }
        if self.chance(0.3) {
            let window = self.some_window(Reading::Takes, 0.3);
            self.m.0.guarantees.push(claim(GuaranteeKind::NobodyHasTwo(two), window));
        }
    }

    fn claim(&mut self) -> Guarantee {
        let items = |rng: &mut StdRng| {
            let right = RightId(rng.random_range(0..5));
            let field = *[None, None, Some(SECRET), Some(OWNER)].choose(rng).unwrap();
            RightSet { items: vec![(right, field)] }
        };
        let role = *self.roles.choose(&mut self.rng).unwrap();
        let other = *self.roles.choose(&mut self.rng).unwrap();
        let who = |rng: &mut StdRng| match rng.random_range(0..7) {
            0 => Who::Role(role),
            1 => Who::RoleOrHeirs(role),
            2 => Who::User(UserId(rng.random_range(0..3))),
            3 => Who::Anyone,
            4 => Who::InUnit(UnitId(rng.random_range(0..3))),
            5 => Who::InUnitAndBelow(UnitId(rng.random_range(0..3))),
            _ => Who::OutsideUnit(UnitId(rng.random_range(0..3))),
        };
        let kind = match self.rng.random_range(0..10) {
            0 | 1 => GuaranteeKind::Never(vec![who(&mut self.rng)], items(&mut self.rng)),
            2 => GuaranteeKind::Only(vec![who(&mut self.rng), who(&mut self.rng)], items(&mut self.rng)),
            3 => GuaranteeKind::NobodyCanBoth(items(&mut self.rng), items(&mut self.rng)),
            4 => {
                let (right, field) = items(&mut self.rng).items[0];
                let condition = self.some_condition(1.0);
                GuaranteeKind::Needs(vec![(right, field, condition)])
            }
            5 => GuaranteeKind::Always(vec![role], items(&mut self.rng)),
            6 => GuaranteeKind::AtMostRoles(self.rng.random_range(0..3), items(&mut self.rng)),
            7 if role != other => GuaranteeKind::NobodyHasTwo(vec![role, other]),
            8 if role != other => GuaranteeKind::Prerequisite(role, other),
            7..9 => GuaranteeKind::AtMostUsers(self.rng.random_range(0..3), role),
            _ => GuaranteeKind::AtLeastUsers(self.rng.random_range(0..3), role),
        };
        let window = self.some_window(Reading::Takes, 0.2);
        claim(kind, window)
    }
}

fn claim(kind: GuaranteeKind, window: WindowId) -> Guarantee {
    Guarantee { kind, window, because: None, sentence: "".into(), origin: ORIGIN }
}

/// Everything that can be asked of a model.
struct Asker<'a> {
    model: &'a Model,
    analysis: &'a Analysis,
    bytes: Vec<u8>,
}

type Property = (&'static str, Option<Sent<'static>>);

impl<'a> Asker<'a> {
    fn new(model: &'a Model, analysis: &'a Analysis) -> Self {
        let probes: Vec<RoleId> = (0..model.roles.len()).map(RoleId::from_index).collect();
        let bytes = crate::lower::lower(&SourceSet::default(), model, analysis, &probes).unwrap();
        Self { model, analysis, bytes }
    }

    fn table(&self) -> Table<'_> {
        Table::open(&self.bytes).unwrap()
    }

    fn times(&self, window: WindowId) -> Vec<i64> {
        let days = [5, 15, 25];
        let all = days.iter().flat_map(|day| [8 * HOUR, 12 * HOUR].map(|hour| day * DAY + hour));
        // Bounds lie at midnight, the pattern from 9 to 17.
        all.filter(|at| self.model.window(window).state(&self.model.time, *at).open).collect()
    }

    /// Attributes that some rule can look at, each with every value that can make a difference.
    fn spaces(&self) -> Vec<Vec<Property>> {
        use Sent::{Boolean, Null, Number, Set, Text};
        const AB: &[Sent<'static>] = &[Text("a"), Text("b")];
        let mut refs = Vec::new();
        for atom in &self.model.atoms {
            refs.push(atom.left);
            if let Test::Compare(_, Operand::Attribute(other)) | Test::Has(Operand::Attribute(other)) = &atom.test {
                refs.push(*other);
            }
        }
        let has = |attribute: AttributeRef| refs.contains(&attribute);
        let values = |name: &'static str, values: &[Sent<'static>]| -> Vec<Property> {
            [None, Some(Null)].into_iter().chain(values.iter().copied().map(Some)).map(|v| (name, v)).collect()
        };
        let people = [Text("a"), Text("b"), Text("c"), Text("x"), Text("me")];
        let mut spaces = vec![values("owner", &people)];
        if self.model.objects[0].unit == Some(RecordUnit::Field(UNIT)) || has(AttributeRef::Record(UNIT)) {
            spaces.push(values("department", &[Text("HQ"), Text("Sales"), Text("Finance")]));
        }
        if has(AttributeRef::Record(LEVEL)) {
            spaces.push(values(
                "level",
                &[Number(5_000), Number(10_000), Number(20_000), Number(30_000), Number(40_000)],
            ));
        }
        if has(AttributeRef::Record(TAGS)) {
            spaces.push(values("tags", &[Set(&[]), Set(&[Text("vip")])]));
        }
        let sets = [Set(&[]), Set(&[Text("a")]), Set(AB), Set(&[Text("me")])];
        let shared = self.model.scopes.iter().any(|scope| scope.terms.contains(&ScopeTerm::Shared));
        if shared || has(AttributeRef::Record(TEAM)) || self.model.objects[0].team.is_some() {
            spaces.push(values("team", &sets));
        }
        if has(AttributeRef::Request(RequestAttributeId::MFA)) {
            spaces.push(values("mfa", &[Boolean(true), Boolean(false)]));
        }
        if has(AttributeRef::Subject(SubjectAttributeId(1))) {
            spaces.push(values("trusted", &[Boolean(true), Boolean(false)]));
        }
        spaces
    }

    /// Whether some request of the subject is allowed; each that is can be looked at.
    fn any(
        &self,
        subject: Subject<'_>,
        (right, field): (RightId, Option<FieldId>),
        at: i64,
        found: &mut dyn FnMut(&Request<'_>) -> bool,
    ) -> bool {
        let table = self.table();
        let mut scratch = Scratch::new(&table);
        let spaces = self.spaces();
        let brought: Vec<&str> = self.model.roles_from_request.iter().map(|r| self.model.role_name(*r)).collect();
        let names: Vec<&str> =
            (0..self.model.roles.len()).map(|r| self.model.role_name(RoleId::from_index(r))).collect();
        let active = if self.model.separate_sessions.is_empty() { 0 } else { 1 << names.len() };
        let me = match subject {
            Subject::Id(id) => id.to_owned(),
            Subject::RoleAlone(role) => format!("role:{role}"),
        };
        for roles in [&[], brought.as_slice()] {
            for bits in (0..=active).filter(|bits: &u32| bits.count_ones() < 3) {
                let used: Vec<&str> = (0..names.len()).filter(|r| bits >> r & 1 == 1).map(|r| names[r]).collect();
                let active_roles = (bits > 0 && bits < active).then_some(used.as_slice());
                let mut place = vec![0; spaces.len()];
                loop {
                    let chosen: Vec<Property> = place.iter().zip(&spaces).map(|(at, space)| space[*at]).collect();
                    let one = [Sent::Text(me.as_str())];
                    let sent = |names: &[&str]| -> Vec<(&str, Sent<'_>)> {
                        let sent = chosen.iter().filter(|(name, _)| names.contains(name));
                        let mine = |value: Sent<'static>| match value {
                            Sent::Text("me") => one[0],
                            Sent::Set([Sent::Text("me")]) => Sent::Set(&one),
                            other => other,
                        };
                        sent.filter_map(|(name, value)| Some((*name, mine((*value)?)))).collect()
                    };
                    let properties = sent(&["owner", "department", "level", "tags"]);
                    let held = sent(&["team"]);
                    let (request, subject_attributes) = (sent(&["mfa"]), sent(&["trusted"]));
                    let request = Request {
                        subject,
                        action: self.model.action_name(right),
                        object: "Customer",
                        field: field.map(|f| self.model.field_name(f)),
                        record: Some(Record { id: None, properties: &properties, held: &held }),
                        subject_attributes: &subject_attributes,
                        request_attributes: &request,
                        roles,
                        active_roles,
                        time: at,
                    };
                    if decide(&table, &request, &mut scratch).reason == Reason::Allow && found(&request) {
                        return true;
                    }
                    let Some(next) = (0..place.len()).find(|at| place[*at] + 1 < spaces[*at].len()) else { break };
                    place[next] += 1;
                    place[..next].fill(0);
                }
            }
            if roles.len() == brought.len() {
                break;
            }
        }
        false
    }

    fn can(&self, subject: Subject<'_>, item: (RightId, Option<FieldId>), at: i64) -> bool {
        self.any(subject, item, at, &mut |_| true)
    }

    fn subjects(&self) -> Vec<(Option<UserId>, String)> {
        let known = (0..self.model.users.len()).map(UserId::from_index);
        let mut all: Vec<_> = known.map(|user| (Some(user), self.model.user_name(user).to_owned())).collect();
        if !self.model.roles_from_request.is_empty() {
            all.push((None, "somebody".to_owned()));
        }
        all
    }

    /// The roles that are surely held at an instant, or all that may be, with those that a request brings.
    fn held(&self, user: Option<UserId>, (at, reading): (i64, Reading), brought: bool) -> BTreeSet<RoleId> {
        let open = |window: &WindowId| self.model.window(*window).state(&self.model.time, at).open;
        let mut held = BTreeSet::new();
        let Some(id) = user else {
            held.extend(self.model.roles_from_request.iter().filter(|_| brought));
            return held;
        };
        let hats = hats_of(self.model);
        let windows = |h: &&crate::analysis::Hat<'_>| match reading {
            Reading::Gives => h.windows.iter().all(open),
            Reading::Takes => h.wide.iter().all(open),
        };
        held.extend(hats.of(id).iter().filter(windows).map(|h| h.role));
        if brought && open(&self.model.users[id.index()].window) {
            held.extend(&self.model.roles_from_request);
        }
        held
    }

    fn has(&self, held: &BTreeSet<RoleId>, role: RoleId) -> bool {
        held.iter().any(|id| self.analysis.hierarchy.inherits(self.model, *id, role))
    }

    /// Whether a request that brings these roles is refused at once.
    fn refused(&self, user: Option<UserId>, at: i64) -> bool {
        let held = self.held(user, (at, Reading::Takes), true);
        self.model.guarantees.iter().any(|guarantee| match &guarantee.kind {
            GuaranteeKind::NobodyHasTwo(roles) => {
                let open = self.model.window(guarantee.window).state(&self.model.time, at).open;
                open && roles.iter().filter(|role| self.has(&held, **role)).count() > 1
            }
            _ => false,
        })
    }

    fn in_unit(&self, user: Option<UserId>, test: impl Fn(UnitId) -> bool) -> bool {
        let units = user.and_then(|user| self.model.users[user.index()].units.as_ref());
        units.is_some_and(|units| units.iter().any(|unit| test(*unit)))
    }

    fn is_member(&self, who: Who, user: Option<UserId>, held: &BTreeSet<RoleId>, admits_heirs: bool) -> bool {
        match who {
            Who::Role(role) if admits_heirs => self.has(held, role),
            Who::Role(role) => held.contains(&role),
            Who::RoleOrHeirs(role) => self.has(held, role),
            Who::User(id) => user == Some(id),
            Who::Anyone => true,
            Who::InUnit(unit) => self.in_unit(user, |u| u == unit),
            Who::InUnitAndBelow(unit) => self.in_unit(user, |u| self.model.unit_at_or_below(u, unit)),
            Who::OutsideUnit(unit) => !self.in_unit(user, |u| self.model.unit_at_or_below(u, unit)),
        }
    }

    /// Whether the claim is false, by asking everything.
    fn is_broken(&self, guarantee: &Guarantee) -> bool {
        let times = self.times(guarantee.window);
        let any_time = |test: &dyn Fn(i64) -> bool| times.iter().any(|at| test(*at));
        let roles = || (0..self.model.roles.len()).map(RoleId::from_index);
        match &guarantee.kind {
            GuaranteeKind::Never(who, rights) => {
                let item = rights.items[0];
                let alone = |role: &RoleId| {
                    let named = match who[0] {
                        Who::Role(id) => *role == id,
                        Who::RoleOrHeirs(id) => self.analysis.hierarchy.inherits(self.model, *role, id),
                        _ => false,
                    };
                    named
                        && !self
                            .model
                            .assignments
                            .iter()
                            .any(|a| a.role == *role && self.model.window(a.window).until != FOREVER_AGO)
                        && !self.model.roles_from_request.contains(role)
                };
                any_time(&|at| {
                    self.someone((at, Reading::Takes), item, &|user, held| {
                        who.iter().any(|w| self.is_member(*w, user, held, false))
                    })
                }) || roles()
                    .filter(alone)
                    .any(|role| any_time(&|at| self.can(Subject::RoleAlone(self.model.role_name(role)), item, at)))
            }
            GuaranteeKind::Only(who, rights) => {
                let outside = |user, held: &_| !who.iter().any(|w| self.is_member(*w, user, held, true));
                any_time(&|at| self.someone((at, Reading::Gives), rights.items[0], &outside))
            }
            GuaranteeKind::NobodyCanBoth(one, two) => self.subjects().iter().any(|(_, id)| {
                let can = |items: &RightSet, at| self.can(Subject::Id(id), items.items[0], at);
                any_time(&|at| can(one, at) && can(two, at))
            }),
            GuaranteeKind::Needs(items) => {
                let (right, field, condition) = items[0];
                // What the condition decides shows by requiring it.
                let mut strict = self.model.clone();
                let entries = vec![RequireEntry { rights: [right].into(), condition }];
                let (roles, window) = (Vec::new(), WindowId::ALWAYS);
                strict.requires.push(Require { entries, roles, window, name: None, because: None, origin: ORIGIN });
                let strict = Asker::new(&strict, self.analysis);
                let table = strict.table();
                let mut scratch = Scratch::new(&table);
                self.subjects().iter().any(|(_, id)| {
                    times.iter().any(|at| {
                        let mut unmet =
                            |request: &Request<'_>| decide(&table, request, &mut scratch).reason != Reason::Allow;
                        self.any(Subject::Id(id), (right, field), *at, &mut unmet)
                    })
                })
            }
            GuaranteeKind::Always(roles, rights) => {
                let subject = Subject::RoleAlone(self.model.role_name(roles[0]));
                any_time(&|at| !self.can(subject, rights.items[0], at))
            }
            GuaranteeKind::AtMostRoles(most, rights) => {
                let can = |role: &RoleId| {
                    let subject = Subject::RoleAlone(self.model.role_name(*role));
                    any_time(&|at| self.can(subject, rights.items[0], at))
                };
                roles().filter(can).count() > *most as usize
            }
            GuaranteeKind::NobodyHasTwo(list) => {
                let two = |held: &BTreeSet<RoleId>| list.iter().filter(|role| self.has(held, **role)).count() > 1;
                let users = || (0..self.model.users.len()).map(UserId::from_index);
                any_time(&|at| users().any(|user| two(&self.held(Some(user), (at, Reading::Takes), false))))
                    || (!times.is_empty() && roles().any(|role| two(&BTreeSet::from([role]))))
            }
            GuaranteeKind::Prerequisite(role, needed) => self.subjects().iter().any(|(user, _)| {
                any_time(&|at| {
                    [false, true].into_iter().any(|brought| {
                        let held = |reading| self.held(*user, (at, reading), brought);
                        let refused = brought && self.refused(*user, at);
                        let has = self.has(&held(Reading::Takes), *role);
                        !refused && has && !self.has(&held(Reading::Gives), *needed)
                    })
                })
            }),
            GuaranteeKind::AtMostUsers(most, role) => {
                let listed = self.model.roles_from_request.iter().copied().collect();
                any_time(&|at| self.has(&listed, *role) || self.count(*role, (at, Reading::Takes)) > *most as usize)
            }
            GuaranteeKind::AtLeastUsers(least, role) => {
                any_time(&|at| self.count(*role, (at, Reading::Gives)) < *least as usize)
            }
        }
    }

    fn count(&self, role: RoleId, at: (i64, Reading)) -> usize {
        let users = (0..self.model.users.len()).map(UserId::from_index);
        users.filter(|user| self.has(&self.held(Some(*user), at, false), role)).count()
    }

    /// Whether somebody of whom `test` is true is allowed something.
    fn someone(
        &self,
        at: (i64, Reading),
        item: (RightId, Option<FieldId>),
        test: &dyn Fn(Option<UserId>, &BTreeSet<RoleId>) -> bool,
    ) -> bool {
        self.subjects().iter().any(|(user, id)| {
            self.any(Subject::Id(id), item, at.0, &mut |request| {
                test(*user, &self.held(*user, at, !request.roles.is_empty()))
            })
        })
    }
}

fn describe(model: &Model) -> String {
    format!(
        "rules {:#?}\nmasks {:#?}\nassignments {:#?}\ndelegations {:#?}\nrequires {:#?}\nroles {:#?}\nscopes {:?}\nconditions {:?}\natoms {:?}\nobject {:?}\nusers {:#?}",
        model.rules,
        model.masks,
        model.assignments,
        model.delegations,
        model.requires,
        model.roles.iter().map(|r| (&r.parents, &r.without, &r.active, &r.cancels)).collect::<Vec<_>>(),
        model.scopes.iter().enumerate().collect::<Vec<_>>(),
        model.conditions.iter().enumerate().collect::<Vec<_>>(),
        model.atoms,
        model.objects[0],
        model.users,
    )
}

fn run(seeds: std::ops::Range<u64>) {
    let (mut proved, mut broken) = (0, 0);
    for seed in seeds {
        let mut world = World::new(seed);
        let claims: Vec<Guarantee> = (0..4).map(|_| world.claim()).collect();
        let model = &world.m.0;
        let (analysis, _) = crate::analysis::analyze(model);
        let prover = Prover::new(model, &analysis);
        let asker = Asker::new(model, &analysis);
        for claim in claims {
            let verdict = prover.decide(&claim, BUDGET);
            let expected = asker.is_broken(&claim);
            let what = || format!("seed {seed}\n{claim:#?}\n{verdict:#?}\n{}", describe(model));
            match &verdict {
                Verdict::Proved => assert!(!expected, "proved, but broken: {}", what()),
                Verdict::Broken(witness) => {
                    assert!(replays(&asker, model, witness), "does not replay: {}", what());
                    assert!(expected, "broken, but nothing shows it: {}", what());
                    broken += 1;
                }
                Verdict::Undecided => panic!("undecided: {}", what()),
            }
            proved += u32::from(matches!(verdict, Verdict::Proved));
        }
    }
    println!("{proved} proved, {broken} broken");
    assert!(proved > 0 && broken > 0);
}

fn replays(asker: &Asker<'_>, model: &Model, witness: &Witness) -> bool {
    let mut one = model.clone();
    one.guarantees = vec![claim(GuaranteeKind::NobodyHasTwo(Vec::new()), WindowId::ALWAYS)];
    let verdicts = [Verdict::Broken(Box::new(witness.clone()))];
    replay::disagreements(&one, asker.analysis, &asker.table(), &verdicts).is_empty()
}

#[test]
#[allow(clippy::disallowed_methods, reason = "a longer run is asked for in the environment")]
fn proofs_are_what_asking_everything_shows() {
    let seeds = std::env::var("ROLECALL_SEEDS").ok().and_then(|n| n.parse().ok()).unwrap_or(40);
    let from = std::env::var("ROLECALL_FROM").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    run(from..from + seeds);
}
