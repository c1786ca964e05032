//! Random requests, most of them aimed at an allow: the record fits its scope, the values fit its condition, the
//! instant lies in its windows. Then some miss by a little.

use super::Dice;
use super::aim::{self, Aimed};
use crate::reference::clock::{Reading, Window};
use crate::reference::policy::{Policy, Rule, Suspended, Suspension};
use crate::reference::{Properties, Record, Reference, Request, Subject, Value};

/// 2026-06-01 and 2026-09-01 in UTC.
const SUMMER: (i64, i64) = (1_780_272_000_000, 1_788_220_800_000);
/// Days around which some zone changes its clock in 2026.
const CHANGES: [i64; 8] = [
    1_772_928_000_000, // New York, spring
    1_774_742_400_000, // Berlin, spring
    1_775_347_200_000, // Santiago and Lord Howe, autumn
    1_776_988_800_000, // Cairo, spring
    1_788_652_800_000, // Santiago, spring
    1_791_072_000_000, // Lord Howe, spring
    1_792_886_400_000, // Berlin, autumn
    1_793_232_000_000, // Cairo, autumn
];

/// One request to `reference`.
pub fn request(reference: &Reference, dice: &mut Dice) -> Request {
    let policy = &reference.policy;
    if dice.chance(5)
        && let Some(request) = suspended_stranger(policy, dice)
    {
        return request;
    }
    let mut request = aimed(policy, dice);
    match dice.index(200) {
        0..=2 => request.subject = Subject::Id("nobody".into()),
        3..=5 => request.object = "Nothing".into(),
        6..=8 => request.action = "nothing".into(),
        9..=11 => request.field = Some("nothing".into()),
        _ => {}
    }
    if dice.chance(35) {
        for _ in 0..dice.between(1, 2) {
            miss(policy, dice, &mut request);
        }
    }
    request
}

fn aimed(policy: &Policy, dice: &mut Dice) -> Request {
    let roles: Vec<&String> = policy.roles.iter().filter(|(_, r)| !r.allows.is_empty()).map(|(n, _)| n).collect();
    let mut found = None;
    for _ in 0..8 {
        let Some(writer) = dice.maybe(&roles) else { break };
        let rule = &policy.roles[writer].allows[dice.index(policy.roles[writer].allows.len())];
        if let Some(holder) = aim::holder(policy, dice, writer) {
            found = Some((rule, holder));
            break;
        }
    }
    let Some((rule, holder)) = found else { return anything(policy, dice) };
    let grant = dice.pick(&rule.grants);
    let mut request = blank(&holder.person, &grant.right.0, &grant.right.1);
    request.roles = holder.brings.iter().cloned().collect();
    request.time = instant(policy, dice, &holder.windows, rule);
    if !grant.fields.is_empty() {
        request.field = Some(dice.pick(&grant.fields));
    } else if dice.chance(12) {
        request.field = aim::any_field(policy, dice, &request.object);
    }
    let mut aim = Aimed::new(policy, dice, &mut request, &holder);
    aim.fill();
    aim.create_for_me();
    aim.fit(rule);
    aim.soothe();
    if dice.chance(12) {
        let held = policy.assignments.iter().map(|a| &a.role).chain(&policy.brought);
        let held: Vec<String> = held.collect::<std::collections::BTreeSet<_>>().into_iter().cloned().collect();
        let mut session: Vec<String> = dice.some(&held, 2);
        if dice.chance(65) {
            session.push(holder.role.clone());
        }
        request.active_roles = Some(session);
    }
    if !policy.brought.is_empty() && dice.chance(20) {
        request.roles.push(dice.pick(&policy.brought));
    }
    request
}

fn blank(person: &str, object: &str, action: &str) -> Request {
    Request {
        subject: Subject::Id(person.into()),
        action: action.into(),
        object: object.into(),
        field: None,
        record: None,
        subject_attributes: Properties::new(),
        request_attributes: Properties::new(),
        roles: Vec::new(),
        active_roles: None,
        time: SUMMER.0,
    }
}

/// Somebody unknown who brings roles, under the id of a suspended person up to case.
fn suspended_stranger(policy: &Policy, dice: &mut Dice) -> Option<Request> {
    let suspensions: Vec<&Suspension> =
        policy.suspensions.iter().filter(|s| matches!(s.what, Suspended::People { .. })).collect();
    let suspension = dice.maybe(&suspensions)?;
    let Suspended::People { people, .. } = &suspension.what else { return None };
    let role = dice.maybe(&policy.brought)?;
    let mut request = aimed(policy, dice);
    request.subject = Subject::Id(dice.maybe(people)?.to_uppercase());
    request.roles = vec![role];
    request.active_roles = None;
    for _ in 0..6 {
        if suspension.window.open(request.time, Reading::Takes) {
            break;
        }
        request.time = dice.between(SUMMER.0, SUMMER.1);
    }
    Some(request)
}

/// A request about anything by anybody.
fn anything(policy: &Policy, dice: &mut Dice) -> Request {
    let objects: Vec<&String> = policy.objects.keys().collect();
    let object = dice.pick(&objects);
    let actions = &policy.objects[object].actions;
    let people: Vec<String> = policy.people.keys().cloned().collect();
    let person = dice.maybe(&people).unwrap_or_else(|| "nobody".into());
    let action = actions[dice.index(actions.len())].name.clone();
    let mut request = blank(&person, object, &action);
    request.time = dice.between(SUMMER.0, SUMMER.1);
    request
}

/// An instant at which the windows are open, if a few tries find one; now and then at an edge or anywhere.
fn instant(policy: &Policy, dice: &mut Dice, windows: &[Window], rule: &Rule) -> i64 {
    if dice.chance(5) {
        // Beyond the years that calendars cover.
        return dice.between(SUMMER.0, SUMMER.1) + dice.pick(&[-1, 1, 2]) * 365 * 86_400_000;
    }
    let mut at = SUMMER.0;
    for _ in 0..10 {
        at = any_instant(policy, dice);
        let open = windows.iter().chain([&rule.window]).all(|w| w.open(at, Reading::Gives));
        if open || dice.chance(4) {
            break;
        }
    }
    at
}

pub fn any_instant(policy: &Policy, dice: &mut Dice) -> i64 {
    let mut at = match dice.index(10) {
        0 if dice.chance(15) => dice.between(-2_000_000_000_000, 7_000_000_000_000),
        0 => dice.between(SUMMER.0 - 15_000_000_000, SUMMER.1 + 20_000_000_000),
        1 => dice.pick(&CHANGES) + dice.between(-30, 60) * 3_600_000 / 2,
        _ => dice.between(SUMMER.0, SUMMER.1),
    };
    if dice.chance(25) {
        let windows = aim::windows(policy);
        if let Some(window) = dice.maybe(&windows)
            && let Some(edge) = dice.maybe(&window.edges(at))
        {
            at = edge;
        }
        at += dice.pick(&[-1, 0, 0, 1, -3_600_000, 60_000]);
    }
    at
}

/// Changes one thing.
fn miss(policy: &Policy, dice: &mut Dice, request: &mut Request) {
    let people: Vec<String> = policy.people.keys().cloned().collect();
    match dice.index(14) {
        0 => request.subject = Subject::Id(dice.maybe(&people).unwrap_or_default()),
        1 => {
            let others = policy.people.values().flat_map(|p| p.other_ids.clone()).collect::<Vec<_>>();
            if let Some(other) = dice.maybe(&others) {
                request.subject = Subject::Id(other);
            }
        }
        2 => {
            if let Some(object) = policy.object(&request.object) {
                request.action = object.actions[dice.index(object.actions.len())].name.clone();
            }
        }
        3 => request.record = None,
        4..=7 => miss_by_value(policy, dice, request),
        8 => request.time = any_instant(policy, dice),
        9 => request.time += dice.pick(&[-43_200_000, 43_200_000, 86_400_000, -3_600_000]),
        10 => request.field = aim::any_field(policy, dice, &request.object),
        11 => {
            let mut names = policy.roles.keys().cloned().collect::<Vec<_>>();
            names.push("nobody's".into());
            let name = if dice.chance(60) { dice.maybe(&names) } else { names.last().cloned() };
            request.active_roles = Some(name.into_iter().collect())
        }
        12 => {
            // The case of letters, and an unknown subject that brings roles.
            if let Subject::Id(id) = &mut request.subject {
                *id = id.to_uppercase();
            }
            request.roles.extend(dice.maybe(&policy.brought));
        }
        _ => {
            request.request_attributes.clear();
        }
    }
}

fn miss_by_value(policy: &Policy, dice: &mut Dice, request: &mut Request) {
    let record = request.record.get_or_insert_with(Record::default);
    let lists =
        [&mut record.properties, &mut record.held, &mut request.request_attributes, &mut request.subject_attributes];
    let chosen = dice.pick(&[0, 0, 0, 1, 2, 3]);
    let properties = lists.into_iter().nth(chosen).expect("one of four");
    let names: Vec<String> = properties.keys().cloned().collect();
    let Some(name) = dice.maybe(&names) else { return };
    match dice.index(5) {
        0 | 1 => {
            properties.remove(&name);
        }
        2 => {
            properties.insert(name, Value::Null);
        }
        3 => {
            let wrong = [
                Value::Other,
                Value::Number(30_000),
                Value::Number(1_000_000_000_000_000_000),
                Value::text("no such thing"),
                Value::List(vec![Value::Other]),
            ];
            properties.insert(name, dice.pick(&wrong));
        }
        _ => {
            let ty = match chosen {
                0 | 1 => policy.object(&request.object).and_then(|o| o.field(&name)?.ty.clone()),
                2 => policy.request.get(&name).map(|a| a.ty.clone()),
                _ => policy.subject.get(&name).map(|a| a.ty.clone()),
            };
            if let Some(ty) = ty {
                properties.insert(name, aim::any_value(policy, dice, &ty));
            }
        }
    }
}

/// The request with one thing less, every way.
pub fn smaller(request: &Request) -> Vec<Request> {
    let mut all = Vec::new();
    let mut less = |change: &dyn Fn(&mut Request)| {
        let mut copy = request.clone();
        change(&mut copy);
        if copy != *request {
            all.push(copy);
        }
    };
    less(&|r| r.record = None);
    less(&|r| r.active_roles = None);
    less(&|r| r.roles.clear());
    less(&|r| r.field = None);
    let names = |list: &Properties| list.keys().cloned().collect::<Vec<_>>();
    for name in names(&request.request_attributes) {
        less(&|r| drop(r.request_attributes.remove(&name)));
    }
    for name in names(&request.subject_attributes) {
        less(&|r| drop(r.subject_attributes.remove(&name)));
    }
    let record = request.record.clone().unwrap_or_default();
    for name in names(&record.properties).into_iter().chain(names(&record.held)) {
        less(&|r| {
            if let Some(record) = &mut r.record {
                record.properties.remove(&name);
                record.held.remove(&name);
            }
        });
    }
    all
}
