//! The proof engine on models made by hand: one object, few roles, every kind of claim.

use super::{BUDGET, Prover, Verdict, report};
use crate::model::*;
use crate::source::{FileId, Span};
use crate::time::{FOREVER, FOREVER_AGO, Reading, Window};

pub(super) const ORIGIN: Origin = Origin { span: Span::new(FileId(0), 0, 0), instance: None };
const CREATE: RightId = RightId(0);
const READ: RightId = RightId(1);
const EXPORT: RightId = RightId(2);
pub(super) const OWNER: FieldId = FieldId(0);
pub(super) const UNIT: FieldId = FieldId(1);
pub(super) const LEVEL: FieldId = FieldId(2);
pub(super) const SECRET: FieldId = FieldId(3);
pub(super) const TAGS: FieldId = FieldId(4);
const MFA: AttributeRef = AttributeRef::Request(RequestAttributeId::MFA);

/// A model with one object: create, read, export; owner, unit, a number, a labelled field, a set of texts.
pub(super) struct Maker(pub(super) Model);

impl Maker {
    pub(super) fn new() -> Self {
        let mut model = Model::default();
        model.windows.push(Window::always(Reading::Takes));
        model.conditions.push(Condition::True);
        model.scopes.push(Scope { terms: [ScopeTerm::All].into(), outside: false });
        let name = model.symbols.intern("Customer");
        model.labels.push(Label { name, title: None, renamed_from: None, origin: ORIGIN });
        for (action, general) in [("create", true), ("read", false), ("export", false)] {
            model.rights.push(Right {
                object: ObjectId(0),
                action: model.symbols.intern(action),
                title: None,
                renamed_from: None,
                general,
                risk: None,
                changes: Vec::new(),
                acts_as: (action == "create").then_some(ActsAs::Create),
                origin: ORIGIN,
            });
        }
        let attribute = |ty, set| FieldKind::Attribute { ty, set, source: AttributeSource::Request };
        for (field, kind) in [
            ("owner", attribute(ValueType::User, false)),
            ("department", attribute(ValueType::Unit, false)),
            ("level", attribute(ValueType::Number, false)),
            ("secret", FieldKind::Field),
            ("tags", attribute(ValueType::Text, true)),
        ] {
            model.fields.push(Field {
                object: ObjectId(0),
                name: model.symbols.intern(field),
                title: None,
                renamed_from: None,
                labels: if field == "secret" { vec![LabelId(0)] } else { Vec::new() },
                kind,
                origin: ORIGIN,
            });
        }
        model.objects.push(Object {
            name,
            title: None,
            renamed_from: None,
            administers: None,
            rights: 0..3,
            fields: 0..5,
            owner: Some(OWNER),
            unit: Some(RecordUnit::Field(UNIT)),
            team: None,
            shared: Vec::new(),
            origin: ORIGIN,
        });
        for (attribute, ty) in [("ip", ValueType::Address), ("mfa", ValueType::Boolean)] {
            let name = model.symbols.intern(attribute);
            let source = AttributeSource::Request;
            model.request_attributes.push(Attribute { name, title: None, ty, set: false, source, origin: None });
        }
        for (unit, parent) in [("HQ", None), ("Sales", Some(UnitId(0))), ("Finance", Some(UnitId(0)))] {
            let name = model.symbols.intern(unit);
            model.units.push(Unit { name, title: None, renamed_from: None, parent, origin: ORIGIN });
        }
        Self(model)
    }

    pub(super) fn role(&mut self, name: &str, parents: &[RoleId]) -> RoleId {
        let at = self.0.rules.len() as u32;
        let name = self.0.symbols.intern(name);
        self.0.roles.push(Role {
            parents: parents.to_vec(),
            parent_origins: parents.iter().map(|_| ORIGIN).collect(),
            rules: at..at,
            ..Role::new(name, ORIGIN)
        });
        RoleId::from_index(self.0.roles.len() - 1)
    }

    /// A rule of the role made last.
    pub(super) fn rule(
        &mut self,
        effect: RuleEffect,
        right: RightId,
        scope: ScopeId,
        condition: ConditionId,
        window: WindowId,
    ) {
        let role = RoleId::from_index(self.0.roles.len() - 1);
        let coverage = Coverage::Object { including: Box::default() };
        let rights = [right].into();
        let (name, wildcard, object) = (None, false, ObjectId(0));
        self.0.rules.push(Rule {
            role,
            effect,
            object,
            rights,
            coverage,
            scope,
            condition,
            window,
            name,
            wildcard,
            origin: ORIGIN,
        });
        self.0.roles[role.index()].rules.end += 1;
    }

    fn allow(&mut self, right: RightId, scope: ScopeId, condition: ConditionId) {
        self.rule(RuleEffect::Allow, right, scope, condition, WindowId::ALWAYS);
    }

    pub(super) fn scope(&mut self, term: ScopeTerm, outside: bool) -> ScopeId {
        self.0.scopes.push(Scope { terms: [term].into(), outside });
        ScopeId::from_index(self.0.scopes.len() - 1)
    }

    fn window(&mut self, from: i64, until: i64) -> WindowId {
        self.0.windows.push(Window { from, until, ..Window::always(Reading::Gives) });
        WindowId::from_index(self.0.windows.len() - 1)
    }

    pub(super) fn atom(&mut self, left: AttributeRef, test: Test) -> ConditionId {
        self.0.atoms.push(Atom { left, test });
        self.condition(Condition::Atom(AtomId::from_index(self.0.atoms.len() - 1)))
    }

    fn is(&mut self, left: AttributeRef, value: Value) -> ConditionId {
        self.atom(left, Test::Compare(Comparison::Equal, Operand::Value(value)))
    }

    pub(super) fn condition(&mut self, condition: Condition) -> ConditionId {
        self.0.conditions.push(condition);
        ConditionId::from_index(self.0.conditions.len() - 1)
    }

    pub(super) fn user(&mut self, id: &str, unit: Option<UnitId>) -> UserId {
        self.0.users.push(User {
            id: self.0.symbols.intern(id),
            title: None,
            other_ids: Vec::new(),
            external: false,
            units: unit.map(|unit| [unit].into()),
            window: WindowId::ALWAYS,
            reports_to: None,
            attributes: Vec::new(),
            skipped: false,
            origin: ORIGIN,
            row: None,
        });
        UserId::from_index(self.0.users.len() - 1)
    }

    pub(super) fn assign(&mut self, role: RoleId, user: UserId, window: WindowId) {
        let source = AssignmentSource::Statement;
        self.0.assignments.push(Assignment { user, role, units: None, window, wide: window, source, origin: ORIGIN });
    }

    fn decide(&self, kind: GuaranteeKind) -> Verdict {
        self.decide_within(kind, BUDGET)
    }

    fn decide_within(&self, kind: GuaranteeKind, budget: u64) -> Verdict {
        let (analysis, found) = crate::analysis::analyze(&self.0);
        assert!(found.is_empty(), "{found:?}");
        let guarantee =
            Guarantee { kind, window: WindowId::ALWAYS, because: None, sentence: "".into(), origin: ORIGIN };
        let verdict = Prover::new(&self.0, &analysis).decide(&guarantee, budget);
        // Whatever the verdict, it can be put in words.
        let _ = report::diagnostic(&self.0, &guarantee, &verdict);
        verdict
    }

    /// The witness in words.
    fn broken(&self, kind: GuaranteeKind) -> String {
        let verdict = self.decide(kind.clone());
        let guarantee =
            Guarantee { kind, window: WindowId::ALWAYS, because: None, sentence: "".into(), origin: ORIGIN };
        let Some(diagnostic) = report::diagnostic(&self.0, &guarantee, &verdict) else { return "proved".to_owned() };
        diagnostic.message.render(crate::message::Lang::En)
    }

    fn proved(&self, kind: GuaranteeKind) {
        let verdict = self.decide(kind);
        assert!(matches!(verdict, Verdict::Proved), "{verdict:?}");
    }
}

fn rights(right: RightId) -> RightSet {
    RightSet { items: vec![(right, None)] }
}

pub(super) fn text(maker: &mut Maker, text: &str) -> Value {
    Value::Text(maker.0.symbols.intern(text))
}

#[test]
fn never() {
    let mut m = Maker::new();
    let rep = m.role("Rep", &[]);
    m.allow(READ, ScopeId::ALL, ConditionId::TRUE);
    let boss = m.role("Boss", &[rep]);
    let own = m.scope(ScopeTerm::Own, false);
    m.allow(EXPORT, own, ConditionId::TRUE);
    m.proved(GuaranteeKind::Never(vec![Who::Role(rep)], rights(EXPORT)));
    let heirs = GuaranteeKind::Never(vec![Who::RoleOrHeirs(rep)], rights(EXPORT));
    assert_eq!(
        m.broken(heirs),
        "whoever has just role `Boss` can `export` `Customer` at any time when `record.owner` is `role:Boss`"
    );
    let li = m.user("li.na", None);
    m.assign(rep, li, WindowId::ALWAYS);
    let december = m.window(1_796_054_400_000, FOREVER);
    m.assign(boss, li, december);
    let claim = GuaranteeKind::Never(vec![Who::Role(rep)], rights(EXPORT));
    let said = "`li.na` can `export` `Customer` at 2026-11-30 16:00 when `record.owner` is `li.na`";
    assert_eq!(m.broken(claim.clone()), said);
    assert!(matches!(m.decide_within(claim, 10), Verdict::Undecided));
    // The role is not held before the window of the other ends.
    m.0.assignments[0].window = m.window(FOREVER_AGO, 1_796_054_400_000);
    m.0.assignments[0].wide = m.0.assignments[0].window;
    m.proved(GuaranteeKind::Never(vec![Who::Role(rep)], rights(EXPORT)));
}

#[test]
fn needs_a_condition_by_missing_and_null() {
    let mut m = Maker::new();
    let mfa = m.is(MFA, Value::Boolean(true));
    let not = m.condition(Condition::Not(mfa));
    let rep = m.role("Rep", &[]);
    m.allow(EXPORT, ScopeId::ALL, ConditionId::TRUE);
    m.rule(RuleEffect::Deny, EXPORT, ScopeId::ALL, not, WindowId::ALWAYS);
    let li = m.user("li.na", None);
    m.assign(rep, li, WindowId::ALWAYS);
    // The deny applies unless it is known that mfa was used.
    m.proved(GuaranteeKind::Needs(vec![(EXPORT, None, mfa)]));
    // Two allows that split the cases leave out what is missing; none of them opens it.
    let level = AttributeRef::Record(LEVEL);
    let high = m.atom(level, Test::Compare(Comparison::GreaterOrEqual, Operand::Value(Value::Number(30_000))));
    let low = m.atom(level, Test::Compare(Comparison::Less, Operand::Value(Value::Number(30_000))));
    let either = m.condition(Condition::Or(vec![high, low]));
    let _ = m.role("Split", &[]);
    m.allow(READ, ScopeId::ALL, high);
    m.allow(READ, ScopeId::ALL, low);
    m.assign(RoleId(1), li, WindowId::ALWAYS);
    m.proved(GuaranteeKind::Needs(vec![(READ, None, either)]));
    let _ = m.role("Whole", &[]);
    m.allow(READ, ScopeId::ALL, ConditionId::TRUE);
    m.assign(RoleId(2), li, WindowId::ALWAYS);
    let none = m.atom(level, Test::IsNone);
    let anything = m.condition(Condition::Or(vec![high, low, none]));
    let said = "`li.na` can `read` `Customer` at any time when `record.level` is missing";
    assert_eq!(m.broken(GuaranteeKind::Needs(vec![(READ, None, anything)])), said);
    let set = m.condition(Condition::Not(none));
    let known = m.condition(Condition::Or(vec![set, high]));
    let said = "`li.na` can `read` `Customer` at any time when `record.level` is none";
    assert_eq!(m.broken(GuaranteeKind::Needs(vec![(READ, None, known)])), said);
}

#[test]
fn nobody_can_both_by_time() {
    let mut m = Maker::new();
    let clerk = m.role("Clerk", &[]);
    m.allow(READ, ScopeId::ALL, ConditionId::TRUE);
    let boss = m.role("Boss", &[]);
    m.allow(EXPORT, ScopeId::ALL, ConditionId::TRUE);
    let li = m.user("li.na", None);
    let (early, late) = (m.window(FOREVER_AGO, 1_000), m.window(1_000, FOREVER));
    m.assign(clerk, li, early);
    m.assign(boss, li, late);
    let claim = GuaranteeKind::NobodyCanBoth(rights(READ), rights(EXPORT));
    m.proved(claim.clone());
    m.proved(GuaranteeKind::NobodyHasTwo(vec![clerk, boss]));
    m.0.windows[late.index()].from = 999;
    let said = "`li.na` can `read` `Customer` at 1970-01-01 00:00:00.999, and also `export` `Customer`";
    assert_eq!(m.broken(claim), said);
    let said = "`li.na` has `Clerk`, `Boss` at 1970-01-01 00:00:00.999";
    assert_eq!(m.broken(GuaranteeKind::NobodyHasTwo(vec![clerk, boss])), said);
    let _ = m.role("All", &[clerk, boss]);
    m.0.windows[late.index()].from = 1_000;
    let said = "role `All` inherits two of these roles itself";
    assert_eq!(m.broken(GuaranteeKind::NobodyHasTwo(vec![clerk, boss])), said);
}

#[test]
fn only_and_units() {
    let mut m = Maker::new();
    let clerk = m.role("Clerk", &[]);
    let unit = m.scope(ScopeTerm::MyUnitAndBelow, false);
    m.allow(READ, unit, ConditionId::TRUE);
    let (a, b) = (m.user("a", Some(UnitId(0))), m.user("b", None));
    m.assign(clerk, a, WindowId::ALWAYS);
    m.proved(GuaranteeKind::Only(vec![Who::Role(clerk)], rights(READ)));
    m.proved(GuaranteeKind::Only(vec![Who::InUnit(UnitId(0))], rights(READ)));
    let said = "`a` can `read` `Customer` at any time when `record.department` is `HQ`";
    assert_eq!(m.broken(GuaranteeKind::Only(vec![Who::InUnit(UnitId(1))], rights(READ))), said);
    assert_eq!(m.broken(GuaranteeKind::Never(vec![Who::OutsideUnit(UnitId(1))], rights(READ))), said);
    m.proved(GuaranteeKind::Never(vec![Who::OutsideUnit(UnitId(0))], rights(READ)));
    // Nobody states where this one belongs: outside of everything, but own records are theirs.
    m.assign(clerk, b, WindowId::ALWAYS);
    let said = "`b` can `read` `Customer` at any time when `record.owner` is `b`";
    assert_eq!(m.broken(GuaranteeKind::Never(vec![Who::OutsideUnit(UnitId(0))], rights(READ))), said);
    m.proved(GuaranteeKind::Never(vec![Who::User(b)], rights(EXPORT)));
}

#[test]
fn create_is_for_oneself() {
    let mut m = Maker::new();
    let clerk = m.role("Clerk", &[]);
    m.allow(CREATE, ScopeId::ALL, ConditionId::TRUE);
    let mine = m.atom(AttributeRef::Record(OWNER), Test::Compare(Comparison::Equal, Operand::Me));
    let li = m.user("li.na", None);
    m.assign(clerk, li, WindowId::ALWAYS);
    m.proved(GuaranteeKind::Needs(vec![(CREATE, None, mine)]));
    // Whoever may set the owner may create for others.
    m.0.rights[EXPORT.index()].changes = vec![OWNER];
    let _ = m.role("Mover", &[]);
    let strict = m.is(MFA, Value::Boolean(true));
    m.allow(EXPORT, ScopeId::ALL, strict);
    m.assign(RoleId(1), li, WindowId::ALWAYS);
    let said =
        "`li.na` can `create` `Customer` at any time when `record.owner` is `stranger-1`, `request.mfa` is `true`";
    assert_eq!(m.broken(GuaranteeKind::Needs(vec![(CREATE, None, mine)])), said);
}

#[test]
fn delegated_hats_and_their_denies() {
    let mut m = Maker::new();
    let clerk = m.role("Clerk", &[]);
    let own = m.scope(ScopeTerm::Own, false);
    m.allow(READ, own, ConditionId::TRUE);
    let deny = m.is(MFA, Value::Boolean(false));
    m.rule(RuleEffect::Deny, READ, ScopeId::ALL, deny, WindowId::ALWAYS);
    let (a, b) = (m.user("a", None), m.user("b", None));
    m.assign(clerk, a, WindowId::ALWAYS);
    let (window, wide) = (WindowId::ALWAYS, WindowId::ALWAYS);
    m.0.delegations.push(Delegation { role: clerk, of: a, to: b, window, wide, origin: ORIGIN });
    let of_a = m.is(AttributeRef::Record(OWNER), Value::User(a));
    let not = m.condition(Condition::Not(of_a));
    let said = "`b` can `read` `Customer` at any time when `record.owner` is `a`, `request.mfa` is `true`";
    assert_eq!(m.broken(GuaranteeKind::Only(vec![Who::User(a)], rights(READ))), said.replace("`a`", "`b`"));
    // Through the hat, a's records are b's; the condition asks for others.
    let both = m.is(AttributeRef::Record(OWNER), Value::User(b));
    let either = m.condition(Condition::Or(vec![of_a, both]));
    m.proved(GuaranteeKind::Needs(vec![(READ, None, either)]));
    assert_eq!(m.broken(GuaranteeKind::Needs(vec![(READ, None, not)])), said.replacen("`b` can", "`a` can", 1));
    assert_eq!(m.broken(GuaranteeKind::AtMostUsers(1, clerk)), "2 users have role `Clerk` at any time: `a`, `b`");
    m.proved(GuaranteeKind::AtMostUsers(2, clerk));
    m.proved(GuaranteeKind::AtLeastUsers(2, clerk));
}

#[test]
fn roles_from_requests_are_free() {
    let mut m = Maker::new();
    let rep = m.role("Rep", &[]);
    m.allow(READ, ScopeId::ALL, ConditionId::TRUE);
    let auditor = m.role("Auditor", &[]);
    m.allow(EXPORT, ScopeId::ALL, ConditionId::TRUE);
    m.0.roles_from_request = vec![rep];
    let li = m.user("li.na", None);
    m.assign(auditor, li, WindowId::ALWAYS);
    let both = GuaranteeKind::NobodyCanBoth(rights(READ), rights(EXPORT));
    let said = "`li.na`, whose request brings `Rep`, can `read` `Customer` at any time, and also `export` `Customer`";
    assert_eq!(m.broken(both.clone()), said);
    let said = "`somebody`, whose request brings `Rep`, can `read` `Customer` at any time";
    assert_eq!(m.broken(GuaranteeKind::Only(vec![Who::User(li)], rights(READ))), said);
    m.proved(GuaranteeKind::NobodyHasTwo(vec![rep, auditor]));
    let said = "`somebody`, whose request brings `Rep`, has `Rep` at any time without `Auditor`";
    assert_eq!(m.broken(GuaranteeKind::Prerequisite(rep, auditor)), said);
    // A set that nobody may have together is refused at the door.
    let kind = GuaranteeKind::NobodyHasTwo(vec![rep, auditor]);
    m.0.guarantees.push(Guarantee {
        kind,
        window: WindowId::ALWAYS,
        because: None,
        sentence: "".into(),
        origin: ORIGIN,
    });
    let said = "`somebody`, whose request brings `Rep`, can `read` `Customer` at any time";
    assert_eq!(m.broken(GuaranteeKind::Never(vec![Who::Anyone], rights(READ))), said);
    m.proved(GuaranteeKind::Never(vec![Who::User(li)], rights(READ)));
    let said = "any number of users can have role `Rep`, since requests bring it";
    assert_eq!(m.broken(GuaranteeKind::AtMostUsers(5, rep)), said);
}

#[test]
fn always_and_how_many_roles() {
    let mut m = Maker::new();
    let rep = m.role("Rep", &[]);
    let own = m.scope(ScopeTerm::Own, false);
    m.allow(READ, own, ConditionId::TRUE);
    let ends = m.window(FOREVER_AGO, 1_796_054_400_000);
    m.rule(RuleEffect::Allow, EXPORT, ScopeId::ALL, ConditionId::TRUE, ends);
    let boss = m.role("Boss", &[rep]);
    m.proved(GuaranteeKind::Always(vec![rep, boss], rights(READ)));
    let said = "role `Rep` held alone cannot `export` `Customer` at 2026-11-30 16:00, on whatever record";
    assert_eq!(m.broken(GuaranteeKind::Always(vec![rep], rights(EXPORT))), said);
    m.proved(GuaranteeKind::AtMostRoles(2, rights(READ)));
    let said = "more than 1 role can `read` `Customer`: `Rep`, `Boss`";
    assert_eq!(m.broken(GuaranteeKind::AtMostRoles(1, rights(READ))), said);
    m.proved(GuaranteeKind::AtMostRoles(0, rights(CREATE)));
}

#[test]
fn sets_are_asked_element_by_element() {
    let mut m = Maker::new();
    let (vip, lost) = (text(&mut m, "vip"), text(&mut m, "lost"));
    let tags = AttributeRef::Record(TAGS);
    let has_vip = m.atom(tags, Test::Has(Operand::Value(vip)));
    let has_lost = m.atom(tags, Test::Has(Operand::Value(lost)));
    let not_lost = m.condition(Condition::Not(has_lost));
    let rep = m.role("Rep", &[]);
    m.allow(READ, ScopeId::ALL, has_vip);
    m.rule(RuleEffect::Deny, READ, ScopeId::ALL, has_lost, WindowId::ALWAYS);
    let li = m.user("li.na", None);
    m.assign(rep, li, WindowId::ALWAYS);
    m.proved(GuaranteeKind::Needs(vec![(READ, None, not_lost)]));
    m.proved(GuaranteeKind::Needs(vec![(READ, None, has_vip)]));
    let said = "`li.na` can `read` `Customer` at any time when `record.tags` holds `vip`";
    assert_eq!(m.broken(GuaranteeKind::Never(vec![Who::Anyone], rights(READ))), said);
}

#[test]
fn fields_by_label_and_mask() {
    let mut m = Maker::new();
    let rep = m.role("Rep", &[]);
    m.allow(READ, ScopeId::ALL, ConditionId::TRUE);
    let secret = RightSet { items: vec![(READ, Some(SECRET))] };
    let li = m.user("li.na", None);
    m.assign(rep, li, WindowId::ALWAYS);
    m.proved(GuaranteeKind::Never(vec![Who::Role(rep)], secret.clone()));
    m.0.rules[0].coverage = Coverage::Object { including: [LabelId(0)].into() };
    let said = "`li.na` can `read` `Customer` (`secret`) at any time";
    assert_eq!(m.broken(GuaranteeKind::Never(vec![Who::Role(rep)], secret.clone())), said);
    let outside = m.scope(ScopeTerm::Own, true);
    m.0.masks.push(crate::model::Mask {
        role: rep,
        object: ObjectId(0),
        fields: [SECRET].into(),
        scope: outside,
        condition: ConditionId::TRUE,
        window: WindowId::ALWAYS,
        name: None,
        origin: ORIGIN,
    });
    m.0.roles[0].masks = 0..1;
    let mine = m.is(AttributeRef::Record(OWNER), Value::User(li));
    m.proved(GuaranteeKind::Needs(vec![(READ, Some(SECRET), mine)]));
    let said = "`li.na` can `read` `Customer` (`secret`) at any time when `record.owner` is `li.na`";
    assert_eq!(m.broken(GuaranteeKind::Never(vec![Who::Role(rep)], secret)), said);
}

#[test]
fn separate_sessions_ask_for_active_roles() {
    let mut m = Maker::new();
    let a = m.role("A", &[]);
    m.allow(READ, ScopeId::ALL, ConditionId::TRUE);
    let b = m.role("B", &[]);
    let both = m.role("Both", &[a, b]);
    m.0.separate_sessions.push(SeparateSessions { roles: vec![a, b], origin: ORIGIN });
    let li = m.user("li.na", None);
    m.assign(a, li, WindowId::ALWAYS);
    m.assign(b, li, WindowId::ALWAYS);
    let said = "`li.na` can `read` `Customer` at any time when the session uses just `A`";
    assert_eq!(m.broken(GuaranteeKind::Never(vec![Who::Anyone], rights(READ))), said);
    m.proved(GuaranteeKind::Never(vec![Who::Role(both)], rights(READ)));
}

#[test]
fn a_witness_can_be_asked() {
    let mut m = Maker::new();
    let rep = m.role("Rep", &[]);
    let own = m.scope(ScopeTerm::Own, false);
    m.allow(READ, own, ConditionId::TRUE);
    let li = m.user("li.na", None);
    m.assign(rep, li, WindowId::ALWAYS);
    let Verdict::Broken(witness) = m.decide(GuaranteeKind::Never(vec![Who::Anyone], rights(READ))) else { panic!() };
    witness.requests[0].ask(|request| {
        assert_eq!(request.subject, crate::runtime::Subject::Id("li.na"));
        let record = request.record.unwrap();
        assert_eq!(record.properties, [("owner", crate::runtime::Value::Text("li.na"))]);
    });
}

/// Most guarantees concern few people: what they do not concern must cost next to nothing.
#[test]
#[allow(clippy::disallowed_methods, reason = "a test may take time")]
fn large_policies() {
    let mut m = Maker::new();
    let own = m.scope(ScopeTerm::MyUnitAndBelow, false);
    let mfa = m.is(MFA, Value::Boolean(true));
    for n in 0..11_000 {
        let parents: Vec<RoleId> = if n % 10 == 0 { Vec::new() } else { vec![RoleId(n - 1)] };
        m.role(&format!("R{n}"), &parents);
        for _ in 0..9 {
            m.allow(READ, own, ConditionId::TRUE);
        }
        if n % 100 == 7 {
            m.allow(EXPORT, own, mfa);
        }
    }
    for n in 0..5_000_u32 {
        let user = m.user(&format!("u{n}"), Some(UnitId(n % 3)));
        let start = m.window(1_700_000_000_000 + i64::from(n), FOREVER);
        m.assign(RoleId(n * 2), user, start);
        m.assign(RoleId(n * 2 + 1), user, start);
    }
    let (analysis, _) = crate::analysis::analyze(&m.0);
    let prover = Prover::new(&m.0, &analysis);
    let start = std::time::Instant::now();
    for n in 0..50 {
        let kind = match n % 4 {
            0 => GuaranteeKind::Needs(vec![(EXPORT, None, mfa)]),
            1 => GuaranteeKind::Never(vec![Who::Role(RoleId(n))], rights(CREATE)),
            2 => GuaranteeKind::NobodyCanBoth(rights(CREATE), rights(EXPORT)),
            _ => GuaranteeKind::NobodyHasTwo(vec![RoleId(20), RoleId(40 + n)]),
        };
        let guarantee =
            Guarantee { kind, window: WindowId::ALWAYS, because: None, sentence: "".into(), origin: ORIGIN };
        let verdict = prover.decide(&guarantee, BUDGET);
        assert!(matches!(verdict, Verdict::Proved), "{n}: {verdict:?}");
    }
    println!("{:?}", start.elapsed());
    assert!(start.elapsed() < std::time::Duration::from_secs(20), "took {:?}", start.elapsed());
}
