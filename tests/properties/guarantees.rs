//! P4: what a guarantee ranges over is exactly what can be asked. Small policies, every value, every session, instants
//! at and between all edges: the proof and brute force with the reference interpreter must come to the same.

use super::subject::{self, Answers, reference, seeds, sources};
use crate::generate::small::{self, Asked, Claim, ROLES, Small, Who};
use crate::reference::{Properties, Record, Reference, Request, Subject, Value};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::diagnostic::{WitnessRequest, WitnessSubject, WitnessValue};
use rolecall::guarantee::{Verdict, Witness};
use rolecall::model::RoleId;
use std::cell::RefCell;

/// Requests tried for one guarantee before it is left to a longer run.
const MOST: usize = 60_000;

/// Somebody who may ask, with the roles that the request brings.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asker {
    pub(super) subject: Subject,
    pub(super) brings: Vec<String>,
}

/// Everything that brute force needs.
pub(super) struct World<'a> {
    pub(super) small: &'a Small,
    pub(super) text: String,
    pub(super) reference: &'a Reference,
    pub(super) instants: Vec<i64>,
    /// Asked in the interpreter's place.
    pub(super) table: Option<RefCell<subject::Asked<'a>>>,
}

impl World<'_> {
    /// Known people and a stranger, each with what a request may bring.
    pub(super) fn askers(&self) -> Vec<Asker> {
        let brought = &self.reference.policy.brought;
        let sets: Vec<Vec<String>> =
            if brought.is_empty() { vec![Vec::new()] } else { vec![Vec::new(), brought.clone()] };
        let people = self.reference.policy.people.keys().cloned().chain(["stranger".to_string()]);
        people
            .flat_map(|id| sets.iter().map(move |s| Asker { subject: Subject::Id(id.clone()), brings: s.clone() }))
            .collect()
    }

    pub(super) fn alone(&self, role: &str) -> Asker {
        Asker { subject: Subject::RoleAlone(role.into()), brings: Vec::new() }
    }

    /// Whether nobody surely holds exactly this role at any time.
    fn is_unheld(&self, role: &str) -> bool {
        let policy = &self.reference.policy;
        !policy.assignments.iter().any(|a| a.role == role && a.surely) && !policy.brought.iter().any(|b| b == role)
    }

    fn blank(&self, asker: &Asker, asked: &Asked, at: i64) -> Request {
        Request {
            subject: asker.subject.clone(),
            action: asked.action.into(),
            object: asked.object.into(),
            field: asked.field.map(String::from),
            record: None,
            subject_attributes: Properties::new(),
            request_attributes: Properties::new(),
            roles: asker.brings.clone(),
            active_roles: None,
            time: at,
        }
    }

    /// Every request of `asker` for `asked` at `at`, as far as the policy can tell them apart.
    pub(super) fn requests(&self, asker: &Asker, asked: &Asked, at: i64) -> Vec<Request> {
        let mut all = vec![self.blank(asker, asked, at)];
        let me = match &asker.subject {
            Subject::Id(id) => id.clone(),
            Subject::RoleAlone(role) => format!("role:{role}"),
        };
        let text = |t: &str| Some(Value::text(t));
        let owners = [None, Some(Value::Null), text(&me), text("ann"), text("bob"), text("zed")];
        let units = [None, Some(Value::Null), text("East"), text("West"), text("HQ")];
        let truths = [None, Some(Value::Null), Some(Value::Boolean(true)), Some(Value::Boolean(false))];
        if asked.object == "Doc" {
            let owned = asked.action == "create" || self.text.contains("own") || self.text.contains("my unit");
            vary(&mut all, "holder", if owned { &owners } else { &owners[..1] });
            let in_unit = self.text.contains("within my unit") || self.text.contains("within unit");
            vary(&mut all, "dept", if in_unit { &units } else { &units[..1] });
            vary(&mut all, "ready", if self.text.contains("record.ready") { &truths } else { &truths[..1] });
        }
        if self.text.contains("request.mfa") {
            let with = |request: &Request, truth: &Option<Value>| {
                let mut request = request.clone();
                request.request_attributes.extend(truth.clone().map(|value| ("mfa".to_string(), value)));
                request
            };
            all = all.iter().flat_map(|r| truths.iter().map(|t| with(r, t)).collect::<Vec<_>>()).collect();
        }
        if self.text.contains("separate sessions") {
            let mut sessions: Vec<Option<Vec<String>>> = vec![None];
            sessions.extend(ROLES.iter().map(|role| Some(vec![role.to_string()])));
            sessions.push(Some(vec!["Clerk".into(), "Guest".into()]));
            let with = |r: &Request, s: &Option<Vec<String>>| Request { active_roles: s.clone(), ..r.clone() };
            all = all.iter().flat_map(|r| sessions.iter().map(|s| with(r, s)).collect::<Vec<_>>()).collect();
        }
        all
    }

    /// Whether the policy allows a request: as its table says, where there is one.
    fn allows(&self, request: &Request) -> bool {
        match &self.table {
            Some(table) => table.borrow_mut().answer(request).allowed,
            None => self.reference.decide(request).allowed,
        }
    }

    fn can(&self, asker: &Asker, asked: &Asked, at: i64) -> Option<Request> {
        self.requests(asker, asked, at).into_iter().find(|request| self.allows(request))
    }

    /// The roles that somebody surely holds, or may hold.
    fn roles_at(&self, asker: &Asker, at: i64, surely: bool) -> Vec<String> {
        let asked = Asked { action: "send", object: "Note", field: None };
        self.reference.held_roles(&self.blank(asker, &asked, at), surely)
    }

    fn has(&self, asker: &Asker, role: &str, at: i64, surely: bool) -> bool {
        self.roles_at(asker, at, surely).iter().any(|held| self.reference.policy.has(held, role))
    }

    /// Whether somebody is admitted by an `only` (surely, and heirs too), or may be one of a `never`.
    fn is_member(&self, asker: &Asker, who: &Who, at: i64, admits_heirs: bool) -> bool {
        let policy = &self.reference.policy;
        let units = |test: &dyn Fn(&String) -> bool| match &asker.subject {
            Subject::Id(id) => policy.people.get(id).is_some_and(|p| p.units.iter().any(test)),
            Subject::RoleAlone(_) => false,
        };
        match who {
            Who::Role(role) if !admits_heirs => self.roles_at(asker, at, false).iter().any(|held| held == role),
            Who::Role(role) | Who::RoleOrHeirs(role) => self.has(asker, role, at, admits_heirs),
            Who::User(user) => asker.subject == Subject::Id(user.to_string()),
            Who::Anyone => true,
            Who::InUnit(unit, false) => units(&|mine| mine == unit),
            Who::InUnit(unit, true) => units(&|mine| policy.at_or_below(mine, unit)),
            Who::Outside(unit) => !units(&|mine| policy.at_or_below(mine, unit)),
        }
    }

    /// Roles held alone that `who` speaks of.
    fn members_alone(&self, who: &Who) -> Vec<Asker> {
        let heirs: Vec<&str> = match who {
            Who::Role(role) => vec![role],
            Who::RoleOrHeirs(role) => ROLES.into_iter().filter(|r| self.reference.policy.has(r, role)).collect(),
            _ => Vec::new(),
        };
        heirs.into_iter().filter(|role| self.is_unheld(role)).map(|role| self.alone(role)).collect()
    }

    /// A counterexample, told; `None` if there is none among what is tried.
    fn broken(&self) -> Option<String> {
        let policy = &self.reference.policy;
        for at in self.instants.clone() {
            let each = |test: &dyn Fn(&Asker) -> Option<String>| self.askers().iter().find_map(test);
            let found = match &self.small.claim {
                Claim::Never(who, asked) => {
                    let asking = self.askers().into_iter().chain(self.members_alone(who));
                    let mut members = asking.filter(|a| self.is_member(a, who, at, false));
                    members.find_map(|a| self.can(&a, asked, at)).map(|r| format!("{r:#?}"))
                }
                Claim::Only(who, asked) => each(&|asker| {
                    let member = who.iter().any(|who| self.is_member(asker, who, at, true));
                    if member { None } else { self.can(asker, asked, at).map(|r| format!("{r:#?}")) }
                }),
                Claim::NobodyCanBoth(a, b) => {
                    each(&|asker| Some(format!("{:#?}\n{:#?}", self.can(asker, a, at)?, self.can(asker, b, at)?)))
                }
                Claim::Needs(asked, condition) => each(&|asker| {
                    let mut all = self.requests(asker, asked, at).into_iter();
                    all.find(|r| self.allows(r) && !meets(r, condition)).map(|r| format!("{r:#?}"))
                }),
                Claim::Always(role, asked) => {
                    self.can(&self.alone(role), asked, at).is_none().then(|| format!("{role} cannot at {at}"))
                }
                Claim::AtMostRoles(..) => None,
                Claim::AtMostUsers(most, role) => {
                    // A role that requests bring has as many holders as there are requests.
                    let endless = policy.brought.iter().any(|brought| policy.has(brought, role));
                    (endless || self.users_with(role, at, false) > *most).then(|| format!("at {at}"))
                }
                Claim::AtLeastUsers(least, role) => {
                    (self.users_with(role, at, true) < *least).then(|| format!("at {at}"))
                }
                Claim::NobodyHasBoth(a, b) => {
                    let contains = ROLES.iter().any(|role| policy.has(role, a) && policy.has(role, b));
                    let held = each(&|asker| {
                        let both =
                            asker.brings.is_empty() && self.has(asker, a, at, false) && self.has(asker, b, at, false);
                        both.then(|| format!("{asker:?} at {at}"))
                    });
                    held.or(contains.then(|| "one role contains both".to_string()))
                }
                Claim::Prerequisite(a, b) => each(&|asker| {
                    (self.has(asker, a, at, false) && !self.has(asker, b, at, true))
                        .then(|| format!("{asker:?} at {at}"))
                }),
            };
            if found.is_some() {
                return found;
            }
        }
        self.too_many_roles()
    }

    /// The roles that, held alone, allow it at some instant.
    fn too_many_roles(&self) -> Option<String> {
        let Claim::AtMostRoles(most, asked) = &self.small.claim else { return None };
        let can = |role: &&&str| self.instants.iter().any(|at| self.can(&self.alone(role), asked, *at).is_some());
        let roles: Vec<&&str> = ROLES.iter().filter(can).collect();
        (roles.len() > *most).then(|| format!("{roles:?}"))
    }

    fn users_with(&self, role: &str, at: i64, surely: bool) -> usize {
        let people =
            self.askers().into_iter().filter(|a| a.brings.is_empty() && a.subject != Subject::Id("stranger".into()));
        people.filter(|asker| self.has(asker, role, at, surely)).count()
    }

    /// How many requests brute force would make.
    pub(super) fn size(&self) -> usize {
        let asked = Asked { action: "read", object: "Doc", field: None };
        self.askers().len() * self.instants.len() * self.requests(&self.alone("Lead"), &asked, 0).len()
    }
}

fn vary(all: &mut Vec<Request>, name: &str, values: &[Option<Value>]) {
    let with = |request: &Request, value: &Option<Value>| {
        let mut request = request.clone();
        let record = request.record.get_or_insert_with(Record::default);
        record.properties.extend(value.clone().map(|value| (name.to_string(), value)));
        request
    };
    *all = all.iter().flat_map(|r| values.iter().map(|v| with(r, v)).collect::<Vec<_>>()).collect();
}

/// Whether one of the two conditions that claims use is true.
fn meets(request: &Request, condition: &str) -> bool {
    match request.request_attributes.get("mfa") {
        Some(Value::Boolean(mfa)) => *mfa || condition == "request.mfa is set",
        _ => false,
    }
}

/// A witness as the interpreter sees it: what it says of each request must be so.
pub(super) fn replay(reference: &Reference, witness: &Witness) -> Result<(), String> {
    for asked in &witness.requests {
        let request = owned(asked);
        let answer = reference.decide(&request);
        if answer.allowed != asked.allowed {
            return Err(format!("the witness says allowed: {}, and gets {answer:?}\n{request:#?}", asked.allowed));
        }
    }
    Ok(())
}

pub(super) fn owned(asked: &WitnessRequest) -> Request {
    let properties = |list: &[(String, WitnessValue)]| list.iter().map(|(n, v)| (n.clone(), value(v))).collect();
    Request {
        subject: match &asked.subject {
            WitnessSubject::Id(id) => Subject::Id(id.clone()),
            WitnessSubject::RoleAlone(role) => Subject::RoleAlone(role.clone()),
        },
        action: asked.action.clone(),
        object: asked.object.clone(),
        field: asked.field.clone(),
        record: Some(Record {
            id: asked.record_id.clone(),
            properties: properties(&asked.record),
            held: properties(&asked.held),
        }),
        subject_attributes: properties(&asked.subject_attributes),
        request_attributes: properties(&asked.request_attributes),
        roles: asked.roles.clone(),
        active_roles: asked.active_roles.clone(),
        time: asked.time,
    }
}

fn value(value: &WitnessValue) -> Value {
    match value {
        WitnessValue::Null => Value::Null,
        WitnessValue::Boolean(b) => Value::Boolean(*b),
        WitnessValue::Number(n) => Value::Number(*n),
        WitnessValue::Text(text) => Value::Text(text.clone()),
        WitnessValue::Set(members) => Value::List(members.iter().map(self::value).collect()),
    }
}

/// Proof and brute force of one policy; `None` if the policy is no policy or takes too long.
fn compare(small: &Small) -> Option<Result<bool, String>> {
    let sources = sources(&small.draft);
    let compilation = compile(&sources, Options::build());
    let mut errors = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Error);
    if errors.any(|d| !d.code.id.starts_with("E07")) {
        return None;
    }
    let inside = |at: &i64| small.from.is_none_or(|from| from <= *at) && small.before.is_none_or(|before| *at < before);
    let reference = reference(&small.draft).ok()?;
    let world = World {
        small,
        text: small.draft.text(),
        reference: &reference,
        instants: small::instants().into_iter().filter(inside).collect(),
        table: None,
    };
    if world.size() > MOST {
        return None;
    }
    let told = |what: &str| format!("{what}\n{}", small.draft.text());
    // A lock may well keep somebody from what they can always do.
    let proved = matches!(compilation.verdicts.first(), Some(Verdict::Proved));
    if proved
        && !matches!(small.claim, Claim::Always(..))
        && let Some(found) = broken_by_locks(&world)
    {
        let locked = small.locked.text();
        return Some(Err(format!("proved, but false of the table with suspensions:\n{found}\n{locked}")));
    }
    Some(match (compilation.verdicts.first()?, world.broken()) {
        (Verdict::Proved, None) => Ok(true),
        (Verdict::Proved, Some(found)) => Err(told(&format!("proved, but broken:\n{found}"))),
        (Verdict::Broken(witness), found) => match replay(world.reference, witness) {
            Err(why) => Err(told(&why)),
            // Without requests there is nothing to replay: then brute force has to find it.
            Ok(()) if witness.requests.is_empty() && found.is_none() => {
                Err(told(&format!("broken by {witness:?}, but nothing found")))
            }
            Ok(()) => Ok(false),
        },
        (Verdict::Undecided, _) => Err(told("undecided")),
    })
}

/// What makes a proved guarantee false in the table with suspensions in it; `None` if nothing does, or if they make no
/// policy.
fn broken_by_locks(world: &World<'_>) -> Option<String> {
    let sources = sources(&world.small.locked);
    let compilation = compile(&sources, Options::build());
    if compilation.has_errors() {
        return None;
    }
    let reference = reference(&world.small.locked).ok()?;
    let roles: Vec<RoleId> = (0..compilation.model.roles.len()).map(RoleId::from_index).collect();
    let bytes = compilation.question_table(&sources, &roles)?.expect("a table");
    let table = Some(RefCell::new(subject::Asked::new(&bytes)));
    let instants = world.instants.clone();
    World { reference: &reference, table, instants, small: world.small, text: world.text.clone() }.broken()
}

#[test]
fn proofs_agree_with_brute_force() {
    let (mut proved, mut broken, mut wrong) = (0, 0, Vec::new());
    for seed in seeds(450) {
        match compare(&small::policy(seed)) {
            None => {}
            Some(Ok(true)) => proved += 1,
            Some(Ok(false)) => broken += 1,
            Some(Err(why)) => wrong.push(format!("seed {seed}: {why}")),
        }
    }
    println!("{proved} proved, {broken} broken");
    let first: Vec<&str> = wrong.iter().take(3).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), first.join("\n=====\n"));
    assert!(proved + broken >= 300 || super::subject::number("ROLECALL_POLICIES").is_some(), "{proved} + {broken}");
}
