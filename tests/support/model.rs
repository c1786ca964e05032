//! A [`Model`] as lines of text without places, for snapshots and for "the same in any order".

use rolecall::model::*;
use rolecall::time::{FOREVER, FOREVER_AGO, Window};
use std::fmt::Write;

/// Everything in it.
pub fn dump(model: &Model) -> String {
    let mut out = String::new();
    let d = Dump { m: model };
    d.vocabulary(&mut out);
    d.roles(&mut out);
    d.people(&mut out);
    d.statements(&mut out);
    out
}

struct Dump<'m> {
    m: &'m Model,
}

fn title(title: &Option<Box<str>>) -> String {
    title.as_ref().map_or_else(String::new, |t| format!(" {t:?}"))
}

fn list<T>(items: impl IntoIterator<Item = T>, show: impl Fn(T) -> String) -> String {
    items.into_iter().map(show).collect::<Vec<_>>().join(", ")
}

impl Dump<'_> {
    fn vocabulary(&self, out: &mut String) {
        let m = self.m;
        if let Some(name) = m.name {
            writeln!(out, "policy {}{} version {}", m.text(name), title(&m.title), m.version).unwrap();
        }
        for label in &m.labels {
            writeln!(out, "label {}{}", m.text(label.name), title(&label.title)).unwrap();
        }
        for (i, e) in m.enums.iter().enumerate() {
            let sign = if e.ordered { " < " } else { " | " };
            let values: Vec<String> =
                e.values.iter().map(|v| format!("{}{}", m.text(v.name), title(&v.title))).collect();
            let name = e.name.map_or(format!("#{i}"), |n| m.text(n).to_owned());
            writeln!(out, "type {name} = {}", values.join(sign)).unwrap();
        }
        for (root, attributes) in [("subject", &m.subject_attributes), ("request", &m.request_attributes)] {
            for a in attributes {
                let set = if a.set { "set of " } else { "" };
                writeln!(out, "{root}.{} : {set}{} {:?}", m.text(a.name), self.ty(a.ty), a.source).unwrap();
            }
        }
        for unit in &m.units {
            let above = unit.parent.map_or("", |u| m.unit_name(u));
            writeln!(out, "unit {}{} < {above}", m.text(unit.name), title(&unit.title)).unwrap();
        }
        for network in &m.networks {
            let ranges = list(&network.ranges, |(a, b)| format!("{a:x}-{b:x}"));
            writeln!(out, "network {} {ranges}", m.text(network.name)).unwrap();
        }
        for (i, c) in m.time.calendars.iter().enumerate() {
            let dates = |d: &[rolecall::time::Date]| list(d, |d| d.0.to_string());
            let (off, work) = (dates(&c.off), dates(&c.work));
            writeln!(out, "calendar #{i} {}..{} weekend {:#b} off {off} work {work}", c.first.0, c.last.0, c.weekend)
                .unwrap();
        }
        for (i, p) in m.time.patterns.iter().enumerate() {
            let zone = &m.time.zones[p.zone.0 as usize].name;
            writeln!(out, "pattern #{i} {zone} {:?} {} {:?}", p.days, p.start, p.extent).unwrap();
        }
        for h in &m.hours {
            writeln!(out, "hours {} {}", m.text(h.name), list(&h.patterns, |p| format!("#{}", p.0))).unwrap();
        }
        for o in &m.objects {
            self.object(o, out);
        }
    }

    fn object(&self, o: &Object, out: &mut String) {
        let m = self.m;
        write!(out, "object {}{}", m.text(o.name), title(&o.title)).unwrap();
        if let Some(what) = o.administers {
            write!(out, " administers {what:?}").unwrap();
        }
        let unit = match o.unit {
            Some(RecordUnit::Field(f)) => m.field_name(f).to_owned(),
            Some(RecordUnit::OfOwner) => "of owner".to_owned(),
            None => "-".to_owned(),
        };
        let field = |f: Option<FieldId>| f.map_or("-", |f| m.field_name(f));
        writeln!(out, " owner {} unit {unit} team {}", field(o.owner), field(o.team)).unwrap();
        for s in &o.shared {
            let rights = list(&s.rights, |r| m.action_name(*r).to_owned());
            writeln!(out, "  shared {} for {rights}", m.field_name(s.field)).unwrap();
        }
        for r in o.rights() {
            let r = &m.rights[r.index()];
            let general = if r.general { "general" } else { "record" };
            write!(out, "  {general} {}{}", m.text(r.action), title(&r.title)).unwrap();
            if let Some(risk) = r.risk {
                write!(out, " risk {risk:?}").unwrap();
            }
            if let Some(acts) = r.acts_as {
                write!(out, " acts as {acts:?}").unwrap();
            }
            if !r.changes.is_empty() {
                write!(out, " changes {}", list(&r.changes, |f| m.field_name(*f).to_owned())).unwrap();
            }
            out.push('\n');
        }
        for f in o.fields() {
            let f = &m.fields[f.index()];
            let labels = list(&f.labels, |l| m.text(m.labels[l.index()].name).to_owned());
            match f.kind {
                FieldKind::Field => write!(out, "  field {}", m.text(f.name)).unwrap(),
                FieldKind::Attribute { ty, set, source } => {
                    let set = if set { "set of " } else { "" };
                    write!(out, "  attribute {} : {set}{} {source:?}", m.text(f.name), self.ty(ty)).unwrap();
                }
            }
            writeln!(out, "{} [{labels}]", title(&f.title)).unwrap();
        }
    }

    fn ty(&self, ty: ValueType) -> String {
        match ty {
            ValueType::Enum(id) => {
                self.m.enums[id.index()].name.map_or(format!("#{}", id.0), |n| self.m.text(n).to_owned())
            }
            other => format!("{other:?}").to_lowercase(),
        }
    }

    fn roles(&self, out: &mut String) {
        let m = self.m;
        for role in &m.roles {
            let external = if role.external { "external " } else { "" };
            let parents = list(&role.parents, |p| m.role_name(*p).to_owned());
            let template = role.template.as_ref().map_or_else(String::new, |t| format!(" = {t}"));
            writeln!(out, "{external}role {}{}{template} < {parents}", m.text(role.name), title(&role.title)).unwrap();
            if let Some(r) = &role.review {
                writeln!(out, "  review {:?} {:?}", r.last, r.due).unwrap();
            }
            for a in &role.active {
                writeln!(out, "  active{}{}", self.window(a.window), self.when(a.condition)).unwrap();
            }
            for w in &role.without {
                writeln!(out, "  without {}", self.rights(&w.rights)).unwrap();
            }
            for id in role.rules() {
                let r = &m.rules[id.index()];
                let effect = if r.effect == RuleEffect::Allow { "allow" } else { "deny" };
                let coverage = match &r.coverage {
                    Coverage::Object { including } if including.is_empty() => String::new(),
                    Coverage::Object { including } => {
                        format!(" +{}", list(including.iter(), |l| m.text(m.labels[l.index()].name).to_owned()))
                    }
                    Coverage::Fields(fields) => self.fields(fields),
                };
                let wildcard = if r.wildcard { " *" } else { "" };
                let (rights, scope, when, window) =
                    (self.rights(&r.rights), self.scope(r.scope), self.when(r.condition), self.window(r.window));
                let name = self.named(r.name);
                writeln!(out, "  {effect} {rights}{coverage}{scope}{when}{window}{name}{wildcard}").unwrap();
            }
            for id in role.masks() {
                let k = &m.masks[id.index()];
                let (scope, when, window) = (self.scope(k.scope), self.when(k.condition), self.window(k.window));
                let (object, fields, name) = (m.object_name(k.object), self.fields(&k.fields), self.named(k.name));
                writeln!(out, "  mask {object}{fields}{scope}{when}{window}{name}").unwrap();
            }
            for index in role.cancels.clone() {
                let c = &m.cancels[index as usize];
                let what = match &c.target {
                    CancelTarget::Denies(all) => {
                        list(all, |(r, rights)| format!("deny #{} {}", r.0, self.rights(rights)))
                    }
                    CancelTarget::Masks(all) => {
                        list(all, |(k, fields)| format!("mask #{}{}", k.0, self.fields(fields)))
                    }
                };
                writeln!(out, "  cancel {what} of {}{}", m.role_name(c.from), self.window(c.window)).unwrap();
            }
        }
    }

    fn named(&self, name: Option<rolecall::source::Symbol>) -> String {
        name.map_or_else(String::new, |n| format!(" named {}", self.m.text(n)))
    }

    fn rights(&self, rights: &[RightId]) -> String {
        let object = rights.first().map_or("", |r| self.m.object_name(self.m.rights[r.index()].object));
        format!("{} {object}", list(rights, |r| self.m.action_name(*r).to_owned()))
    }

    fn fields(&self, fields: &[FieldId]) -> String {
        format!(" ({})", list(fields, |f| self.m.field_name(*f).to_owned()))
    }

    fn scope(&self, id: ScopeId) -> String {
        if id == ScopeId::ALL {
            return String::new();
        }
        let scope = &self.m.scopes[id.index()];
        let word = if scope.outside { "outside" } else { "within" };
        let terms = list(scope.terms.iter(), |t| match t {
            ScopeTerm::Unit(u) => format!("unit {}", self.m.unit_name(*u)),
            ScopeTerm::UnitAndBelow(u) => format!("unit {} and below", self.m.unit_name(*u)),
            other => format!("{other:?}"),
        });
        format!(" {word} {terms}")
    }

    fn when(&self, id: ConditionId) -> String {
        if id == ConditionId::TRUE { String::new() } else { format!(" when {}", self.condition(id)) }
    }

    fn condition(&self, id: ConditionId) -> String {
        let parts = |ids: &[ConditionId], word: &str| {
            let parts: Vec<String> = ids.iter().map(|id| self.condition(*id)).collect();
            format!("({})", parts.join(word))
        };
        match &self.m.conditions[id.index()] {
            Condition::True => "true".into(),
            Condition::And(ids) => parts(ids, " and "),
            Condition::Or(ids) => parts(ids, " or "),
            Condition::Not(id) => format!("not {}", self.condition(*id)),
            Condition::Atom(id) => {
                let atom = &self.m.atoms[id.index()];
                let left = self.attribute(atom.left);
                match &atom.test {
                    Test::Compare(op, right) => format!("{left} {op:?} {}", self.operand(right)),
                    Test::OneOf(values) => format!("{left} in [{}]", list(values, |v| self.value(v))),
                    Test::Has(right) => format!("{left} has {}", self.operand(right)),
                    Test::InNetworks(ids) => {
                        format!("{left} in {}", list(ids, |n| self.m.text(self.m.networks[n.index()].name).to_owned()))
                    }
                    Test::IsNone => format!("{left} is none"),
                }
            }
        }
    }

    fn attribute(&self, attribute: AttributeRef) -> String {
        let m = self.m;
        match attribute {
            AttributeRef::RecordId => "record.id".into(),
            AttributeRef::Record(f) => format!("{}.{}", m.object_name(m.fields[f.index()].object), m.field_name(f)),
            AttributeRef::Subject(a) => format!("subject.{}", m.text(m.subject_attributes[a.index()].name)),
            AttributeRef::Request(a) => format!("request.{}", m.text(m.request_attributes[a.index()].name)),
        }
    }

    fn operand(&self, operand: &Operand) -> String {
        match operand {
            Operand::Value(value) => self.value(value),
            Operand::Attribute(attribute) => self.attribute(*attribute),
            Operand::Me => "me".into(),
        }
    }

    fn value(&self, value: &Value) -> String {
        let m = self.m;
        match value {
            Value::Null => "none".into(),
            Value::Boolean(yes) => yes.to_string(),
            Value::Number(n) => format!("{n}/10000"),
            Value::Text(text) => format!("{:?}", m.text(*text)),
            Value::Enum(id, index) => m.text(m.enums[id.index()].values[*index as usize].name).into(),
            Value::User(id) => format!("user {}", m.user_name(*id)),
            Value::Stranger(id) => format!("stranger {}", m.text(*id)),
            Value::Unit(id) => format!("unit {}", m.unit_name(*id)),
            Value::Address(address) => format!("{address:x}"),
            Value::Set(values) => format!("[{}]", list(values, |v| self.value(v))),
        }
    }

    fn window(&self, id: WindowId) -> String {
        if id == WindowId::ALWAYS { String::new() } else { show_window(&self.m.windows[id.index()]) }
    }

    /// A window in both readings, where they differ.
    fn windows(&self, narrow: WindowId, wide: WindowId) -> String {
        let wide = if wide == narrow { String::new() } else { format!(" perhaps{}", self.window(wide)) };
        format!("{}{wide}", self.window(narrow))
    }

    fn people(&self, out: &mut String) {
        let m = self.m;
        for u in &m.users {
            let external = if u.external { "external " } else { "" };
            let skipped = if u.skipped { " skipped" } else { "" };
            let units = u.units.as_ref().map_or("?".into(), |units| list(units.iter(), |u| m.unit_name(*u).to_owned()));
            write!(out, "{external}user {}{} in {units}{skipped}", m.text(u.id), title(&u.title)).unwrap();
            if !u.other_ids.is_empty() {
                write!(out, " other {}", list(&u.other_ids, |id| m.text(*id).to_owned())).unwrap();
            }
            if let Some(superior) = u.reports_to {
                write!(out, " reports to {}", m.user_name(superior)).unwrap();
            }
            let attributes = list(&u.attributes, |(a, v)| {
                format!("{} = {}", m.text(m.subject_attributes[a.index()].name), self.value(v))
            });
            let row = u.row.map_or_else(String::new, |row| format!(" row {row}"));
            writeln!(out, " {{{attributes}}}{}{row}", self.window(u.window)).unwrap();
        }
        for a in &m.assignments {
            let units = a.units.as_ref().map_or_else(String::new, |units| {
                format!(" for {}", list(units.iter(), |u| m.unit_name(*u).to_owned()))
            });
            let (user, role, window) = (m.user_name(a.user), m.role_name(a.role), self.windows(a.window, a.wide));
            writeln!(out, "assign {role} to {user}{units}{window} {:?}", a.source).unwrap();
        }
        for d in &m.delegations {
            let (of, to) = (m.user_name(d.of), m.user_name(d.to));
            writeln!(out, "delegate {} of {of} to {to}{}", m.role_name(d.role), self.windows(d.window, d.wide))
                .unwrap();
        }
        if !m.roles_from_request.is_empty() {
            writeln!(out, "from request {}", list(&m.roles_from_request, |r| m.role_name(*r).to_owned())).unwrap();
        }
    }

    fn statements(&self, out: &mut String) {
        let m = self.m;
        let users = |ids: &[UserId]| list(ids, |u| m.user_name(*u).to_owned());
        let roles = |ids: &[RoleId]| list(ids, |r| m.role_name(*r).to_owned());
        for s in &m.suspensions {
            let what = match &s.kind {
                SuspensionKind::Users { users: all, in_role } => {
                    format!("user {} in {}", users(all), in_role.map_or("-", |r| m.role_name(r)))
                }
                SuspensionKind::Roles { roles: all, heirs } => format!("role {} heirs {heirs}", roles(all)),
                SuspensionKind::Rights(entries) => {
                    list(entries, |e| format!("{}{}", self.rights(&e.rights), self.when(e.condition)))
                }
                SuspensionKind::Everything { except_roles, except_users } => {
                    format!("everything but {} and {}", roles(except_roles), users(except_users))
                }
            };
            let review = s.review_before.map_or_else(String::new, |at| format!(" review {at}"));
            let ended = if s.ended.is_some() { " ended" } else { "" };
            let (when, window, name) = (self.when(s.condition), self.window(s.window), self.named(s.name));
            writeln!(out, "suspend {what}{when}{window}{name}{review}{ended}").unwrap();
        }
        for r in &m.requires {
            let entries = list(&r.entries, |e| format!("{}{}", self.rights(&e.rights), self.when(e.condition)));
            writeln!(out, "require {entries} of {}{}{}", roles(&r.roles), self.window(r.window), self.named(r.name))
                .unwrap();
        }
        for s in &m.separate_sessions {
            writeln!(out, "separate {}", roles(&s.roles)).unwrap();
        }
        for g in &m.guarantees {
            writeln!(out, "guarantee {}{}\n  {}", g.sentence, self.window(g.window), self.guarantee(&g.kind)).unwrap();
        }
        for s in &m.scenarios {
            writeln!(out, "test {:?}", s.name).unwrap();
            for step in &s.steps {
                self.step(step, out);
            }
        }
    }

    fn set(&self, set: &RightSet) -> String {
        list(&set.items, |(right, field)| {
            let field = field.map_or_else(String::new, |f| self.fields(&[f]));
            format!("{}{field}", self.rights(&[*right]))
        })
    }

    fn guarantee(&self, kind: &GuaranteeKind) -> String {
        let m = self.m;
        let roles = |ids: &[RoleId]| list(ids, |r| m.role_name(*r).to_owned());
        let who = |all: &[Who]| {
            list(all, |w| match w {
                Who::Role(r) => m.role_name(*r).into(),
                Who::RoleOrHeirs(r) => format!("{} or heirs", m.role_name(*r)),
                Who::User(u) => format!("user {}", m.user_name(*u)),
                Who::Anyone => "anyone".into(),
                Who::InUnit(u) => format!("in {}", m.unit_name(*u)),
                Who::InUnitAndBelow(u) => format!("in {} and below", m.unit_name(*u)),
                Who::OutsideUnit(u) => format!("outside {}", m.unit_name(*u)),
            })
        };
        match kind {
            GuaranteeKind::NobodyHasTwo(all) => format!("nobody has two of {}", roles(all)),
            GuaranteeKind::NobodyCanBoth(a, b) => format!("nobody can {} and {}", self.set(a), self.set(b)),
            GuaranteeKind::Never(w, set) => format!("never {}: {}", who(w), self.set(set)),
            GuaranteeKind::Only(w, set) => format!("only {}: {}", who(w), self.set(set)),
            GuaranteeKind::AtMostRoles(n, set) => format!("at most {n} roles: {}", self.set(set)),
            GuaranteeKind::AtMostUsers(n, r) => format!("at most {n} users: {}", m.role_name(*r)),
            GuaranteeKind::AtLeastUsers(n, r) => format!("at least {n} users: {}", m.role_name(*r)),
            GuaranteeKind::Needs(all) => list(all, |(right, field, c)| {
                let field = field.map_or_else(String::new, |f| self.fields(&[f]));
                format!("{}{field}{}", self.rights(&[*right]), self.when(*c))
            }),
            GuaranteeKind::Always(all, set) => format!("always {}: {}", roles(all), self.set(set)),
            GuaranteeKind::Prerequisite(a, b) => format!("{} needs {}", m.role_name(*a), m.role_name(*b)),
        }
    }

    fn step(&self, s: &Step, out: &mut String) {
        let m = self.m;
        let expectation = match &s.expectation {
            Expectation::Can(r, f) => format!("can {}{}", self.rights(&[*r]), self.one_field(*f)),
            Expectation::Cannot(r, f, why) => {
                format!("cannot {}{} {}", self.rights(&[*r]), self.one_field(*f), why.as_deref().unwrap_or(""))
            }
            Expectation::Sees(r, f, how) => format!("sees {}{} {how:?}", self.rights(&[*r]), self.one_field(Some(*f))),
        };
        let user = s.user.map_or("nobody", |u| m.text(u));
        let at = s.at.map_or("-".into(), |at| at.to_string());
        let values = list(&s.values, |(a, v)| format!("{} = {}", self.attribute(*a), self.value(v)));
        let record = if s.record { "record" } else { "no record" };
        let id = s.record_id.as_deref().unwrap_or("-");
        let brought = list(&s.roles, |r| m.role_name(*r).to_owned());
        let active = s.active_roles.as_ref().map_or("-".into(), |all| list(all, |r| m.role_name(*r).to_owned()));
        writeln!(out, "  {expectation} | {user} at {at} {record} {id} {{{values}}} brings [{brought}] uses [{active}]")
            .unwrap();
    }

    fn one_field(&self, field: Option<FieldId>) -> String {
        field.map_or_else(String::new, |f| self.fields(&[f]))
    }
}

fn show_window(w: &Window) -> String {
    let bound = |at: i64| match at {
        FOREVER | FOREVER_AGO => "…".to_owned(),
        at => jiff::Timestamp::from_millisecond(at).map_or_else(|_| at.to_string(), |at| at.to_string()),
    };
    let mut text = format!(" [{} {} {:?}", bound(w.from), bound(w.until), w.reading);
    for r in &w.recurring {
        let word = if r.negated { "outside" } else { "during" };
        text.push_str(&format!(" {word} {}", list(&r.patterns, |p| format!("#{}", p.0))));
    }
    text + "]"
}
