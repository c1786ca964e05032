//! The ladder of section 12: each allow climbs it alone, and the one that climbs furthest speaks.

use super::Reference;
use super::clock::Reading::{Gives, Takes};
use super::condition::{Holder, Question};
use super::policy::{Cancelled, Condition, Grant, Mask, Person, Policy, Role, Rule, Suspended, Suspension};
use super::request::{Answer, Request, Subject};
use super::value::{Fact, Truth, World, nfc};
use std::collections::BTreeSet;

/// The steps in order; an allow that stops at one has its reason, the last is a yes.
const STEPS: [&str; 9] =
    ["no-grant", "inactive", "scope", "condition", "deny", "requirement", "role-conflict", "suspended", "allow"];
const NO_GRANT: usize = 0;
const INACTIVE: usize = 1;
const SCOPE: usize = 2;
const CONDITION: usize = 3;
const DENY: usize = 4;
const REQUIREMENT: usize = 5;
const ROLE_CONFLICT: usize = 6;
const SUSPENDED: usize = 7;
const ALLOW: usize = 8;

/// One way of holding a role.
struct Hat {
    role: String,
    /// Allows come through it.
    runs: bool,
    /// Denies and masks bind through it, and its role is had.
    counts: bool,
    holder: Holder,
    on_behalf_of: Option<String>,
}

/// A deny or mask that binds, with the hat it came through.
struct Bound {
    hat: usize,
    /// It binds only what comes through the same hat.
    delegated: bool,
    mask: bool,
    /// Empty: the record and all its fields.
    fields: Vec<String>,
}

/// An allow, with the paths on which it is live.
struct Allow<'a> {
    hat: usize,
    rule: &'a Rule,
    grant: &'a Grant,
    paths: Vec<&'a [String]>,
}

/// What all allows of one request share.
struct Case<'a> {
    reference: &'a Reference,
    question: Question<'a>,
    field: Option<String>,
    hats: Vec<Hat>,
    bound: Vec<Bound>,
    at: i64,
}

impl Reference {
    /// Answers one request.
    pub fn decide(&self, request: &Request) -> Answer {
        let policy = &self.policy;
        let me = self.me(request);
        if !self.is_known_subject(request, &me) {
            return Answer::no("unknown-subject");
        }
        let Some(object) = policy.object(&request.object) else { return Answer::no("unknown-object") };
        if object.action(&request.action).is_none() {
            return Answer::no("unknown-action");
        }
        if request.field.as_ref().is_some_and(|f| object.field(f).is_none()) {
            return Answer::no("unknown-field");
        }
        if request.active_roles.iter().flatten().any(|name| !self.is_held(name)) {
            return Answer::no("unknown-role");
        }
        let object_name = &request.object;
        let question = Question { policy, request, me, object_name, object, action: request.action.clone() };
        let mut case = Case {
            reference: self,
            hats: Vec::new(),
            bound: Vec::new(),
            field: request.field.clone(),
            at: request.time,
            question,
        };
        case.hats = case.find_hats();
        case.bound = case.find_bound();
        let mut answer = case.answer();
        answer.ignored = ignored(policy, request);
        let idle = request.active_roles.iter().flatten().filter(|name| !case.hats.iter().any(|hat| hat.role == **name));
        answer.ignored.extend(idle.map(|name| format!("context.active_roles.{name}")));
        answer
    }

    /// Whether anybody has a hat of this role, or a request may bring it.
    pub fn is_held(&self, role: &String) -> bool {
        let policy = &self.policy;
        let present = |person: &String| !policy.people[person].skipped;
        policy.brought.contains(role) || policy.assignments.iter().any(|a| a.role == *role && present(&a.person))
    }

    /// The roles of the hats that surely run, or of all that count, whatever the request asks for.
    pub fn held_roles(&self, request: &Request, surely: bool) -> Vec<String> {
        let policy = &self.policy;
        let Some((name, object)) = policy.objects.iter().next() else { return Vec::new() };
        let me = self.me(request);
        let question = Question { policy, request, me, object_name: name, object, action: request.action.clone() };
        let case =
            Case { reference: self, hats: Vec::new(), bound: Vec::new(), field: None, at: request.time, question };
        case.find_hats()
            .into_iter()
            .filter(|hat| if surely { hat.runs } else { hat.counts })
            .map(|hat| hat.role)
            .collect()
    }

    /// What is known of an attribute (`record.level`); of an object that exists.
    pub fn fact(&self, request: &Request, path: &str) -> Fact {
        let policy = &self.policy;
        let (Some(object), Some((root, attribute))) = (policy.object(&request.object), path.split_once('.')) else {
            return Fact::Missing;
        };
        let me = self.me(request);
        let object_name = &request.object;
        let question = Question { policy, request, me, object_name, object, action: request.action.clone() };
        question.fact_of(root, attribute)
    }

    /// The known person's id, else the id as sent.
    fn me(&self, request: &Request) -> String {
        match &request.subject {
            Subject::Id(id) => self.policy.person(&nfc(id)).unwrap_or_else(|| nfc(id)),
            Subject::RoleAlone(role) => format!("role:{role}"),
        }
    }

    fn is_known_subject(&self, request: &Request, me: &str) -> bool {
        match &request.subject {
            Subject::Id(_) => {
                self.policy.people.contains_key(me) || request.roles.iter().any(|r| self.policy.brought.contains(r))
            }
            Subject::RoleAlone(role) => self.policy.roles.contains_key(role),
        }
    }
}

fn ignored(policy: &Policy, request: &Request) -> BTreeSet<String> {
    let from_table = |name: &&String| policy.subject.get(*name).is_some_and(|a| a.from_table);
    let held = |name: &&String| policy.objects[&request.object].field(name).is_some_and(|f| f.from_records);
    let sent = request.record.iter().flat_map(|r| r.properties.keys());
    let subject = request.subject_attributes.keys().filter(from_table).map(|n| format!("subject.{n}"));
    subject.chain(sent.filter(held).map(|n| format!("record.{n}"))).collect()
}

impl<'a> Case<'a> {
    fn policy(&self) -> &'a Policy {
        self.question.policy
    }

    fn role(&self, name: &str) -> &'a Role {
        &self.policy().roles[name]
    }

    fn right_is(&self, grant: &Grant) -> bool {
        grant.right.0 == self.question.object_name && grant.right.1 == self.question.action
    }

    // Hats.

    fn find_hats(&self) -> Vec<Hat> {
        let me = &self.question.me;
        if let Subject::RoleAlone(role) = &self.question.request.subject {
            let holder = Holder { people: vec![me.clone()], units: None };
            return vec![Hat { role: role.clone(), runs: true, counts: true, holder, on_behalf_of: None }];
        }
        let mut hats = self.brought_hats();
        let Some(person) = self.policy().people.get(me).filter(|p| !p.skipped) else { return hats };
        for assignment in self.policy().assignments.iter().filter(|a| a.person == *me) {
            let employed = person.employed.open(self.at, Gives);
            hats.push(Hat {
                role: assignment.role.clone(),
                runs: assignment.surely && assignment.window.open(self.at, Gives) && employed,
                counts: assignment.window.open(self.at, Takes) && employed,
                holder: Holder { people: vec![me.clone()], units: assignment.units.clone().or(stated_units(person)) },
                on_behalf_of: None,
            });
        }
        for delegation in self.policy().delegations.iter().filter(|d| d.to == *me) {
            let Some(other) = self.policy().people.get(&delegation.of).filter(|p| !p.skipped) else { continue };
            let theirs = |a: &&super::policy::Assignment| a.person == delegation.of && a.role == delegation.role;
            let employed = [person, other].iter().all(|p| p.employed.open(self.at, Gives));
            for assignment in self.policy().assignments.iter().filter(theirs) {
                let open = |reading| {
                    [&delegation.window, &assignment.window].iter().all(|w| w.open(self.at, reading)) && employed
                };
                hats.push(Hat {
                    role: delegation.role.clone(),
                    runs: assignment.surely && open(Gives),
                    counts: open(Takes),
                    holder: Holder {
                        people: vec![me.clone(), delegation.of.clone()],
                        units: assignment.units.clone().or(stated_units(other)),
                    },
                    on_behalf_of: Some(delegation.of.clone()),
                });
            }
        }
        hats
    }

    /// Roles from the request. A known person's employment bounds them too.
    fn brought_hats(&self) -> Vec<Hat> {
        let person = self.policy().people.get(&self.question.me);
        if person.is_some_and(|p| p.skipped) {
            return Vec::new();
        }
        let fits = |role: &&String| {
            self.policy().brought.contains(role)
                && person.is_none_or(|p| p.external == self.policy().roles[role.as_str()].external)
        };
        let brought: BTreeSet<&String> = self.question.request.roles.iter().filter(fits).collect();
        let employed = person.is_none_or(|p| p.employed.open(self.at, Gives));
        let hat = |role: &String| Hat {
            role: role.clone(),
            runs: employed,
            counts: employed,
            holder: Holder { people: vec![self.question.me.clone()], units: person.and_then(stated_units) },
            on_behalf_of: None,
        };
        brought.into_iter().map(hat).collect()
    }

    fn has_role(&self, role: &str) -> bool {
        self.hats.iter().any(|hat| hat.counts && self.policy().has(&hat.role, role))
    }

    // Denies and masks.

    fn find_bound(&self) -> Vec<Bound> {
        let mut bound = Vec::new();
        for (index, hat) in self.hats.iter().enumerate().filter(|(_, hat)| hat.counts) {
            let delegated = hat.on_behalf_of.is_some();
            for path in self.reference.paths(&hat.role) {
                let (writer, above) = path.split_last().expect("a path has a start");
                for deny in &self.role(writer).denies {
                    for grant in deny.grants.iter().filter(|g| self.right_is(g)) {
                        let cancelled = above.iter().any(|r| self.cancels_deny(r, writer, deny));
                        if !cancelled && self.deny_binds(deny, &hat.holder) {
                            bound.push(Bound { hat: index, delegated, mask: false, fields: grant.fields.clone() });
                        }
                    }
                }
                for mask in self.role(writer).masks.iter().filter(|m| self.mask_binds(m, &hat.holder)) {
                    for (object, field) in mask.fields.iter().filter(|(o, _)| o == self.question.object_name) {
                        if !above.iter().any(|r| self.cancels_mask(r, writer, mask, object, field)) {
                            bound.push(Bound { hat: index, delegated, mask: true, fields: vec![field.clone()] });
                        }
                    }
                }
            }
        }
        bound
    }

    fn deny_binds(&self, deny: &Rule, holder: &Holder) -> bool {
        deny.window.open(self.at, Takes)
            && self.question.in_scope(deny.scope.as_ref(), holder) != Truth::False
            && self.truth(deny.when.as_ref(), holder) != Truth::False
    }

    fn mask_binds(&self, mask: &Mask, holder: &Holder) -> bool {
        mask.window.open(self.at, Takes)
            && self.question.in_scope(mask.scope.as_ref(), holder) != Truth::False
            && self.truth(mask.when.as_ref(), holder) != Truth::False
    }

    fn cancels_deny(&self, role: &str, writer: &str, deny: &Rule) -> bool {
        self.role(role).cancels.iter().any(|cancel| {
            let names_it = match &cancel.what {
                Cancelled::DenyNamed(name) => deny.name.as_ref() == Some(name),
                Cancelled::Denies(rights) => {
                    rights.iter().any(|right| right.0 == self.question.object_name && right.1 == self.question.action)
                }
                _ => false,
            };
            cancel.from == writer && names_it && cancel.window.open(self.at, Gives)
        })
    }

    fn cancels_mask(&self, role: &str, writer: &str, mask: &Mask, object: &str, field: &str) -> bool {
        self.role(role).cancels.iter().any(|cancel| {
            let names_it = match &cancel.what {
                Cancelled::MaskNamed(name) => mask.name.as_ref() == Some(name),
                Cancelled::MaskFields(fields) => fields.iter().any(|(o, f)| o == object && f == field),
                _ => false,
            };
            cancel.from == writer && names_it && cancel.window.open(self.at, Gives)
        })
    }

    fn truth(&self, condition: Option<&Condition>, holder: &Holder) -> Truth {
        condition.map_or(Truth::True, |c| self.question.holds(c, &holder.people))
    }

    // Allows.

    /// Every allow for this right, through every hat, with its live paths.
    fn allows(&self) -> Vec<Allow<'a>> {
        let mut allows = Vec::new();
        for (hat, held) in self.hats.iter().enumerate() {
            let paths = self.reference.paths(&held.role);
            let writers: BTreeSet<&String> = paths.iter().filter_map(|p| p.last()).collect();
            for writer in writers {
                let live = |path: &&'a Vec<String>| {
                    let (last, above) = path.split_last().expect("a path has a start");
                    last == writer && !above.iter().any(|r| self.drops(r))
                };
                let paths: Vec<&[String]> = paths.iter().filter(live).map(Vec::as_slice).collect();
                if paths.is_empty() {
                    continue;
                }
                for rule in &self.role(writer).allows {
                    for grant in rule.grants.iter().filter(|g| self.right_is(g)) {
                        allows.push(Allow { hat, rule, grant, paths: paths.clone() });
                    }
                }
            }
        }
        allows
    }

    /// Whether `without` of this role names the right.
    fn drops(&self, role: &str) -> bool {
        let is_asked =
            |right: &&(String, String)| right.0 == self.question.object_name && right.1 == self.question.action;
        self.role(role).without.iter().any(|right| is_asked(&right))
    }

    fn covers_field(&self, grant: &Grant, name: &str) -> bool {
        let object = self.question.object;
        let action = object.action(&self.question.action).expect("checked at step 0");
        let field = object.field(name).expect("a field of this object");
        if action.updates && object.is_ownership(name) && !action.changes.iter().any(|f| f == name) {
            return false;
        }
        if grant.fields.is_empty() {
            field.labels.iter().all(|label| grant.including.contains(label))
        } else {
            grant.fields.iter().any(|f| f == name)
        }
    }

    fn answer(&self) -> Answer {
        let (mut furthest, mut deciding, mut passing, mut only_masked) = (NO_GRANT, Vec::new(), Vec::new(), false);
        for allow in self.allows() {
            let covers = match &self.field {
                None => allow.grant.fields.is_empty(),
                Some(field) => self.covers_field(allow.grant, field),
            };
            let step = self.climb(&allow);
            if covers {
                furthest = furthest.max(step);
                only_masked |= step == DENY && !self.is_denied(allow.hat);
            }
            if step == ALLOW {
                if covers {
                    deciding.push(allow.hat);
                }
                passing.push(allow);
            }
        }
        if furthest < ALLOW {
            let mut no = Answer::no(STEPS[furthest]);
            no.masked = self.field.iter().filter(|_| furthest == DENY && only_masked).cloned().collect();
            return no;
        }
        let mut yes = Answer { allowed: true, ..Answer::no(STEPS[ALLOW]) };
        if deciding.iter().all(|hat| self.hats[*hat].on_behalf_of.is_some()) {
            yes.on_behalf_of = deciding.iter().filter_map(|hat| self.hats[*hat].on_behalf_of.clone()).collect();
        }
        if self.field.is_none() {
            for field in &self.question.object.fields {
                let covering = passing.iter().filter(|a| self.covers_field(a.grant, &field.name));
                let open: Vec<usize> =
                    covering.map(|a| a.hat).filter(|hat| !self.is_hit(*hat, &field.name, false)).collect();
                if open.is_empty() {
                    yes.hidden.insert(field.name.clone());
                } else if open.iter().all(|hat| self.is_hit(*hat, &field.name, true)) {
                    yes.masked.insert(field.name.clone());
                }
            }
        }
        yes
    }

    fn climb(&self, allow: &Allow) -> usize {
        let hat = &self.hats[allow.hat];
        let active_now = |path: &&&[String]| {
            path.iter().all(|role| self.role(role).active.iter().all(|a| a.window.open(self.at, Gives)))
        };
        let by_window: Vec<&[String]> = allow.paths.iter().filter(active_now).copied().collect();
        if !hat.runs || !allow.rule.window.open(self.at, Gives) || by_window.is_empty() {
            return INACTIVE;
        }
        if self.question.in_scope(self.scope_of(allow), &hat.holder) != Truth::True || !self.owner_rule_met(hat) {
            return SCOPE;
        }
        let active_when = |path: &&&[String]| {
            let met = |role: &String| {
                self.role(role).active.iter().all(|a| self.truth(a.when.as_ref(), &hat.holder) == Truth::True)
            };
            path.iter().all(met)
        };
        let paths: Vec<&[String]> = by_window.iter().filter(active_when).copied().collect();
        if self.truth(allow.rule.when.as_ref(), &hat.holder) != Truth::True || paths.is_empty() {
            return CONDITION;
        }
        if self.is_denied(allow.hat) || self.field.as_ref().is_some_and(|f| self.is_hit(allow.hat, f, true)) {
            return DENY;
        }
        if !self.meets_requirements(hat) {
            return REQUIREMENT;
        }
        if self.conflicts(hat) {
            return ROLE_CONFLICT;
        }
        if self.is_suspended(hat) || paths.iter().all(|path| self.is_cut(path, hat)) {
            return SUSPENDED;
        }
        ALLOW
    }

    /// General actions have no record yet: a wildcard's scope does not bind them.
    fn scope_of(&self, allow: &Allow<'a>) -> Option<&'a super::policy::Scope> {
        let action = self.question.object.action(&self.question.action)?;
        allow.rule.scope.as_ref().filter(|_| !action.general)
    }

    /// On creation the proposed owner is me, or I may also do what changes the owner.
    fn owner_rule_met(&self, hat: &Hat) -> bool {
        let object = self.question.object;
        let action = object.action(&self.question.action).expect("checked at step 0");
        let Some(owner) = object.owner.as_ref().filter(|_| action.creates) else { return true };
        if action.changes.contains(owner) || self.question.own(&hat.holder) == Truth::True {
            return true;
        }
        object.actions.iter().filter(|other| other.name != action.name && other.changes.contains(owner)).any(|other| {
            let request = Request { action: other.name.clone(), ..self.question.request.clone() };
            self.reference.decide(&request).allowed
        })
    }

    // Brakes.

    /// Whether a deny hits what is asked for: the record, or the field.
    fn is_denied(&self, hat: usize) -> bool {
        let hits = |b: &&Bound| b.fields.is_empty() || self.field.as_ref().is_some_and(|f| b.fields.contains(f));
        self.bound_for(hat, false).any(|b| hits(&b))
    }

    /// Whether a deny or mask hits a field, for what comes through this hat.
    fn is_hit(&self, hat: usize, field: &str, mask: bool) -> bool {
        self.bound_for(hat, mask).any(|b| b.fields.is_empty() || b.fields.iter().any(|f| f == field))
    }

    fn bound_for(&self, hat: usize, mask: bool) -> impl Iterator<Item = &Bound> {
        self.bound.iter().filter(move |b| b.mask == mask && (!b.delegated || b.hat == hat))
    }

    fn meets_requirements(&self, hat: &Hat) -> bool {
        let asked = (self.question.object_name.to_string(), self.question.action.clone());
        self.policy().requirements.iter().all(|requirement| {
            let applies = requirement.rights.contains(&asked)
                && (requirement.roles.is_empty() || requirement.roles.iter().any(|r| self.has_role(r)))
                && requirement.window.open(self.at, Takes);
            !applies || self.question.holds(&requirement.condition, &hat.holder.people) == Truth::True
        })
    }

    /// Separate sessions, roles that nobody may have both of, roles that this session does not use.
    fn conflicts(&self, hat: &Hat) -> bool {
        let request = self.question.request;
        let in_session = |h: &Hat| request.active_roles.as_ref().is_none_or(|active| active.contains(&h.role));
        if !in_session(hat) {
            return true;
        }
        let counts =
            |role: &String| self.hats.iter().any(|h| h.counts && in_session(h) && self.policy().has(&h.role, role));
        let separated = self.policy().separate_sessions.iter().any(|roles| {
            let had: Vec<&String> = roles.iter().filter(|r| counts(r)).collect();
            had.len() >= 2 && had.iter().any(|r| self.policy().has(&hat.role, r))
        });
        separated || self.breaks_exclusion()
    }

    fn breaks_exclusion(&self) -> bool {
        let brings = self.question.request.roles.iter().any(|r| self.policy().brought.contains(r));
        brings
            && self.policy().exclusive.iter().any(|(roles, window)| {
                window.open(self.at, Takes) && roles.iter().filter(|r| self.has_role(r)).count() >= 2
            })
    }

    fn suspends_now(&self, suspension: &Suspension, hat: &Hat) -> bool {
        suspension.window.open(self.at, Takes) && self.truth(suspension.when.as_ref(), &hat.holder) != Truth::False
    }

    fn is_suspended(&self, hat: &Hat) -> bool {
        let asked = (self.question.object_name.to_string(), self.question.action.clone());
        self.policy().suspensions.iter().any(|suspension| {
            let covers = match &suspension.what {
                Suspended::People { people, in_role } => {
                    let mine = people.iter().any(|p| self.is_person(p));
                    let lent = in_role.is_some() && hat.on_behalf_of.iter().any(|of| people.contains(of));
                    (mine || lent) && in_role.as_ref().is_none_or(|r| *r == hat.role)
                }
                Suspended::Roles { roles, heirs: false } => roles.contains(&hat.role),
                Suspended::Roles { heirs: true, .. } => false,
                Suspended::Rights(rights) => rights.contains(&asked),
                Suspended::Everything { except_roles, except_people } => {
                    let exempt = |(role, heirs): &(String, bool)| {
                        *role == hat.role || (*heirs && self.policy().has(&hat.role, role))
                    };
                    !except_roles.iter().any(exempt) && !except_people.contains(&self.question.me)
                }
            };
            covers && self.suspends_now(suspension, hat)
        })
    }

    /// Whether a suspended role (with those that inherit it) lies on the path.
    fn is_cut(&self, path: &[String], hat: &Hat) -> bool {
        self.policy().suspensions.iter().any(|suspension| match &suspension.what {
            Suspended::Roles { roles, heirs: true } => {
                path.iter().any(|role| roles.contains(role)) && self.suspends_now(suspension, hat)
            }
            _ => false,
        })
    }

    /// Whether the one who asks is that person; an unknown one is if the ids are equal up to case.
    fn is_person(&self, id: &str) -> bool {
        let me = &self.question.me;
        if matches!(self.question.request.subject, Subject::RoleAlone(_)) {
            return false;
        }
        if self.policy().people.contains_key(me) {
            return me == id;
        }
        let ids = self.policy().people[id].other_ids.iter().map(String::as_str).chain([id]);
        ids.into_iter().any(|other| other.to_lowercase() == me.to_lowercase())
    }
}

fn stated_units(person: &Person) -> Option<Vec<String>> {
    (!person.units.is_empty()).then(|| person.units.clone())
}
