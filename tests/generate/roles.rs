//! Roles of a random policy: a hierarchy with diamonds, rules, masks, cancels, `active`, `without`, a template.

use super::condition::{Speech, condition};
use super::vocabulary::{ObjectPlan, UNITS};
use super::{Block, Dice, time};
use std::collections::BTreeSet;

/// What the other parts need to know of a role.
#[derive(Clone, Debug, Default)]
pub struct RolePlan {
    pub name: String,
    pub external: bool,
    pub parents: Vec<usize>,
    /// Named denies with the rights they list, and whether they name fields.
    denies: Vec<(String, Vec<(String, &'static str)>, bool)>,
    /// Named masks: object and fields.
    masks: Vec<(String, &'static str, Vec<&'static str>)>,
    /// Names of denies and masks that it cancels at all times, in whole or in part.
    cancelled: Vec<String>,
    allowed: BTreeSet<(String, &'static str)>,
}

/// Everything that a role may be made of.
pub struct Materials<'a> {
    pub objects: &'a [ObjectPlan<'static>],
    pub hours: &'a [String],
    pub users: &'a [String],
    /// Features this policy shows more of.
    pub loves: &'a dyn Fn(&str) -> bool,
}

/// Three to seven roles, with a template and an external role now and then.
pub fn roles(dice: &mut Dice, materials: &Materials) -> (Vec<RolePlan>, Vec<Block>) {
    let names = ["Employee", "Rep", "Lead", "Clerk", "经理", "Auditor", "Chief"];
    let count = dice.between(3, 6) as usize;
    let (mut plans, mut blocks): (Vec<RolePlan>, Vec<Block>) = (Vec::new(), Vec::new());
    for name in &names[..count] {
        let mut plan =
            RolePlan { name: name.to_string(), parents: parents(dice, plans.len(), materials), ..RolePlan::default() };
        let lines = body(dice, &mut plan, &plans, materials, &[]);
        let inherits = inherits(&plan, &plans);
        blocks.push(Block::with(format!("role {name}{inherits}"), lines));
        plans.push(plan);
        if (materials.loves)("template") && !plans.iter().any(|p| p.name.starts_with("Desk")) && dice.chance(60) {
            template(dice, &mut plans, &mut blocks, materials);
        }
    }
    if dice.chance(25) && materials.objects.iter().any(opens_outside) {
        let mut plan = RolePlan { name: "Dealer".into(), external: true, ..RolePlan::default() };
        let lines = body(dice, &mut plan, &plans, materials, &[]);
        blocks.push(Block::with("external role Dealer", lines));
        plans.push(plan);
    }
    (plans, blocks)
}

fn parents(dice: &mut Dice, before: usize, materials: &Materials) -> Vec<usize> {
    let most = if !(materials.loves)("hierarchy") { 0 } else { before };
    match most {
        0 => Vec::new(),
        1 => {
            if dice.chance(75) {
                vec![0]
            } else {
                Vec::new()
            }
        }
        _ => {
            let count = dice.pick(&[0, 1, 1, 2, 2, 3]);
            dice.some(&(0..before).collect::<Vec<_>>(), count)
        }
    }
}

fn inherits(plan: &RolePlan, plans: &[RolePlan]) -> String {
    if plan.parents.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = plan.parents.iter().map(|p| plans[*p].name.as_str()).collect();
    format!(" inherits {}", names.join(", "))
}

fn template(dice: &mut Dice, plans: &mut Vec<RolePlan>, blocks: &mut Vec<Block>, materials: &Materials) {
    let parents = parents(dice, plans.len(), materials);
    let mut plan = RolePlan { name: "Desk1".into(), parents, ..RolePlan::default() };
    let kinds = [("area", "Region"), ("floor", "number"), ("place", "unit")];
    let count = dice.between(1, 3) as usize;
    let parameters = dice.some(&kinds, count);
    let names: Vec<&'static str> = parameters.iter().map(|(name, _)| *name).collect();
    let lines = body(dice, &mut plan, plans, materials, &names);
    let inherits = inherits(&plan, plans);
    let declared: Vec<String> = parameters.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
    blocks.push(Block::with(format!("template Desk({}){inherits}", declared.join(", ")), lines));
    for (index, values) in [["east", "2", "East"], ["west", "2.5", "Sales"]].iter().enumerate() {
        let value = |name: &str| values[kinds.iter().position(|(n, _)| *n == name).expect("a parameter")];
        let arguments: Vec<String> = match names.as_slice() {
            [one] => vec![value(one).to_string()],
            many => many.iter().map(|name| format!("{name}: {}", value(name))).collect(),
        };
        let name = format!("Desk{}", index + 1);
        blocks.push(Block::line(format!("role {name} = Desk({})", arguments.join(", "))));
        plans.push(RolePlan { name, ..plan.clone() });
    }
}

/// The lines of a role.
fn body(
    dice: &mut Dice,
    plan: &mut RolePlan,
    before: &[RolePlan],
    materials: &Materials,
    parameters: &[&'static str],
) -> Vec<String> {
    let mut lines = Vec::new();
    for _ in 0..dice.between(1, 4) {
        lines.push(allow(dice, plan, materials, parameters));
    }
    if !plan.parents.is_empty() && (materials.loves)("without") && dice.chance(60) {
        lines.push(without(dice, materials));
    }
    let cancelled =
        if (materials.loves)("cancel") { cancels(dice, plan, before, materials, &mut lines) } else { Vec::new() };
    if (materials.loves)("deny") && dice.chance(50) {
        lines.extend(deny(dice, plan, materials, parameters, &cancelled));
    }
    if (materials.loves)("mask") && dice.chance(60) {
        lines.extend(mask(dice, plan, materials, parameters, &cancelled));
    }
    if (materials.loves)("active") && dice.chance(40) {
        lines.push(active(dice, materials));
    }
    lines
}

fn speech<'a>(
    object: Option<&'a ObjectPlan<'a>>,
    materials: &'a Materials,
    parameters: &'a [&'static str],
) -> Speech<'a> {
    Speech { object, users: materials.users, parameters }
}

fn allow(dice: &mut Dice, plan: &mut RolePlan, materials: &Materials, parameters: &[&'static str]) -> String {
    let object = object_for(dice, plan.external, materials);
    if dice.chance(10) && !plan.external {
        return wildcard_allow(dice, plan, materials);
    }
    if dice.chance(8) && !plan.external {
        return allow_on_two(dice, plan, materials);
    }
    let general = !object.general.is_empty() && (object.record.is_empty() || dice.chance(20));
    let actions = if general { &object.general } else { &object.record };
    let mut count = dice.pick(&[1, 1, 2, 3]);
    let scope = if general { String::new() } else { within(dice, plan.external, object, parameters) };
    if scope.contains("shared") {
        count = 1;
    }
    let chosen = if scope.contains("shared") { dice.some(&object.shared, 1) } else { dice.some(actions, count) };
    let fields = if dice.chance(15) { named_fields(dice, object, &chosen) } else { String::new() };
    let including = if fields.is_empty() && (materials.loves)("label") && dice.chance(60) {
        format!(
            " including {}",
            dice.pick(&["personal", "confidential", "personal, confidential", "personal, confidential"])
        )
    } else {
        String::new()
    };
    plan.allowed.extend(chosen.iter().map(|a| (object.name.to_string(), *a)));
    let when = when(dice, 45, speech(Some(object), materials, parameters));
    let window =
        if (materials.loves)("window") && dice.chance(35) { time::wide(dice, materials.hours) } else { String::new() };
    format!("allow {} {}{fields}{including}{scope}{when}{window}", chosen.join(", "), object.name)
}

/// One action of two objects, each with fields of its own or whole.
fn allow_on_two(dice: &mut Dice, plan: &mut RolePlan, materials: &Materials) -> String {
    let both: Vec<&ObjectPlan> = materials.objects.iter().filter(|o| o.record.contains(&"read")).take(2).collect();
    let mut listed = Vec::new();
    for object in &both {
        plan.allowed.insert((object.name.to_string(), "read"));
        let fields = if dice.chance(30) { named_fields(dice, object, &[]) } else { String::new() };
        listed.push(format!("{}{fields}", object.name));
    }
    let including = if listed.iter().all(|l| !l.contains('(')) && dice.chance(50) { " including personal" } else { "" };
    let owned = both.iter().all(|o| o.owner);
    let scope = if owned { dice.pick(&["own", "all", "own or no owner", "reports"]) } else { "all" };
    let when = when(dice, 40, speech(None, materials, &[]));
    format!("allow read {}{including} within {scope}{when}", listed.join(", "))
}

fn wildcard_allow(dice: &mut Dice, plan: &mut RolePlan, materials: &Materials) -> String {
    for object in materials.objects {
        plan.allowed.extend(object.actions().into_iter().map(|a| (object.name.to_string(), a)));
    }
    let including = if dice.chance(50) { " including personal" } else { "" };
    let owned: Vec<&ObjectPlan> = materials.objects.iter().filter(|o| o.owner && !o.administers).collect();
    if let Some(object) = dice.maybe(&owned).filter(|_| dice.chance(35)) {
        let scope = dice.pick(&["own", "own", "no owner", "all"]);
        return format!("allow every action {}{including} within {scope}", object.name);
    }
    let mut choices = vec!["read every object", "every action every object"];
    if materials.objects.iter().any(|o| !o.administers && o.name != "Invoice" && o.actions().len() > 1) {
        choices.push("every action except read every object");
    }
    let what = dice.pick(&choices);
    let what = if dice.chance(30) { format!("{what} except Invoice") } else { what.to_string() };
    format!("allow {what}{including} within all")
}

/// Never the fields that update may not name.
fn named_fields(dice: &mut Dice, object: &ObjectPlan, actions: &[&str]) -> String {
    let updates = actions.iter().any(|a| ["update", "修改", "transfer"].contains(a));
    let may = |f: &&&str| !updates || !["holder", "dept", "crew"].contains(*f);
    let fields: Vec<&str> = object.fields.iter().filter(may).copied().collect();
    if fields.is_empty() {
        return String::new();
    }
    let chosen = {
        let count = dice.index(3) + 1;
        dice.some(&fields, count)
    };
    format!(" ({})", chosen.join(", "))
}

/// One to three scopes that the object has.
fn within(dice: &mut Dice, external: bool, object: &ObjectPlan, parameters: &[&'static str]) -> String {
    format!(" within {}", scopes(dice, external, object, parameters))
}

fn scopes(dice: &mut Dice, external: bool, object: &ObjectPlan, parameters: &[&'static str]) -> String {
    let mut choices: Vec<String> = Vec::new();
    if object.owner {
        choices.extend(["own", "own", "no owner"].map(String::from));
        if !external {
            choices.push("reports".into());
        }
    }
    if object.team {
        choices.push("team".into());
    }
    if object.unit {
        if parameters.contains(&"place") {
            choices.extend(["unit place", "unit place and below"].map(String::from));
        }
        choices.push(format!("unit {}", dice.pick(&UNITS)));
        choices.push(format!("unit {} and below", dice.pick(&UNITS)));
        if !external {
            choices.extend(["my unit", "my unit and below", "my unit and below"].map(String::from));
        }
    }
    if !object.shared.is_empty() {
        choices.push("shared".into());
    }
    if !external {
        choices.extend(["all", "all"].map(String::from));
    }
    let count = dice.pick(&[1, 1, 1, 2, 3]);
    let mut chosen = dice.some(&choices, count);
    chosen.dedup();
    if chosen.len() > 1 {
        chosen.retain(|scope| scope != "all");
    }
    chosen.join(" or ")
}

/// ` within …` or ` outside …` of a deny or mask; nothing if there is no scope to name.
fn limit(dice: &mut Dice, external: bool, object: &ObjectPlan, parameters: &[&'static str]) -> String {
    if external && !opens_outside(object) {
        return String::new();
    }
    format!(" {} {}", dice.pick(&["within", "outside"]), scopes(dice, external, object, parameters))
}

fn when(dice: &mut Dice, percent: u32, speech: Speech) -> String {
    if dice.chance(percent) { format!(" when {}", condition(dice, speech)) } else { String::new() }
}

fn without(dice: &mut Dice, materials: &Materials) -> String {
    let object = &materials.objects[dice.index(materials.objects.len())];
    match dice.index(8) {
        0 => format!("without every action {}", object.name),
        1 => "without read every object".into(),
        _ => {
            let count = dice.index(2) + 1;
            format!("without {} {}", dice.some(&object.actions(), count).join(", "), object.name)
        }
    }
}

/// Any object; for an external role one whose records it may be given.
fn object_for<'a>(dice: &mut Dice, external: bool, materials: &'a Materials) -> &'a ObjectPlan<'static> {
    let fits = |o: &&ObjectPlan| !external || opens_outside(o);
    let fitting: Vec<&ObjectPlan<'static>> = materials.objects.iter().filter(fits).collect();
    fitting[dice.index(fitting.len())]
}

fn opens_outside(object: &ObjectPlan) -> bool {
    object.owner || object.unit || !object.shared.is_empty()
}

fn deny(
    dice: &mut Dice,
    plan: &mut RolePlan,
    materials: &Materials,
    parameters: &[&'static str],
    cancelled: &[(String, &'static str)],
) -> Option<String> {
    let object = object_for(dice, plan.external, materials);
    let free = |a: &&str| !cancelled.iter().any(|(o, c)| o == object.name && c == a);
    let actions: Vec<&'static str> = object.actions().into_iter().filter(|a| free(a)).collect();
    let name = format!("no-{}-{}", plan.name, plan.denies.len() + 1);
    if dice.chance(10) && cancelled.is_empty() {
        let rights =
            materials.objects.iter().flat_map(|o| o.actions().into_iter().map(|a| (o.name.to_string(), a))).collect();
        plan.denies.push((name.clone(), rights, false));
        let when = format!(" when {}", condition(dice, speech(None, materials, parameters)));
        if object.owner && dice.chance(40) {
            let rights = object.actions().into_iter().map(|a| (object.name.to_string(), a)).collect();
            plan.denies.last_mut().expect("just pushed").1 = rights;
            let scope = dice.pick(&["within own", "outside own", "within no owner"]);
            return Some(format!("deny every action {} named {name} {scope}{when}", object.name));
        }
        let what = if materials.objects.iter().any(|o| o.actions().len() > 1) {
            "every action except read"
        } else {
            "every action"
        };
        return Some(format!("deny {} every object named {name}{when}", dice.pick(&["every action", what])));
    }
    let count = dice.index(3) + 1;
    let chosen = dice.some(&actions, count);
    if chosen.is_empty() {
        return None;
    }
    let record = chosen.iter().all(|a| !object.is_general(a));
    let fields = if dice.chance(35) { named_fields(dice, object, &[]) } else { String::new() };
    let scope = if record && dice.chance(50) && !chosen.iter().any(|a| !object.shared.contains(a) && dice.chance(100)) {
        format!(" {} {}", dice.pick(&["within", "outside"]), scopes(dice, plan.external, object, parameters))
    } else if record && dice.chance(50) {
        let bare = ObjectPlan { shared: Vec::new(), ..object.clone() };
        limit(dice, plan.external, &bare, parameters)
    } else {
        String::new()
    };
    let own = chosen.iter().any(|a| plan.allowed.contains(&(object.name.to_string(), *a)));
    let when = when(dice, if own { 100 } else { 50 }, speech(Some(object), materials, parameters));
    let window = if (materials.loves)("window") && dice.chance(35) {
        time::taking(dice, materials.hours)
    } else {
        String::new()
    };
    let rights = chosen.iter().map(|a| (object.name.to_string(), *a)).collect();
    plan.denies.push((name.clone(), rights, !fields.is_empty()));
    Some(format!("deny {} {}{fields} named {name}{scope}{when}{window}", chosen.join(", "), object.name))
}

fn mask(
    dice: &mut Dice,
    plan: &mut RolePlan,
    materials: &Materials,
    parameters: &[&'static str],
    cancelled: &[(String, &'static str)],
) -> Option<String> {
    let object = object_for(dice, plan.external, materials);
    if cancelled.iter().any(|(o, _)| o == object.name) {
        return None;
    }
    let count = dice.index(2) + 1;
    let fields = dice.some(&object.fields, count);
    if fields.is_empty() {
        return None;
    }
    let name = format!("dim-{}", plan.name);
    let bare = ObjectPlan { shared: Vec::new(), ..object.clone() };
    let scope = if !object.record.is_empty() && dice.chance(50) {
        limit(dice, plan.external, &bare, parameters)
    } else {
        String::new()
    };
    let when = when(dice, 35, speech(Some(object), materials, parameters));
    let window = if (materials.loves)("window") && dice.chance(25) {
        time::taking(dice, materials.hours)
    } else {
        String::new()
    };
    plan.masks.push((name.clone(), object.name, fields.clone()));
    let mut what = format!("{} ({})", object.name, fields.join(", "));
    if scope.is_empty() && when.is_empty() && dice.chance(30) {
        let other = &materials.objects[dice.index(materials.objects.len())];
        if let Some(field) = dice.maybe(&other.fields).filter(|_| other.name != object.name) {
            what += &format!(", {} ({field})", other.name);
        }
    }
    Some(format!("mask {what} named {name}{scope}{when}{window}"))
}

/// Cancels of what roles above wrote; gives the rights concerned (an object with no action stands for its masks).
fn cancels(
    dice: &mut Dice,
    plan: &mut RolePlan,
    before: &[RolePlan],
    materials: &Materials,
    lines: &mut Vec<String>,
) -> Vec<(String, &'static str)> {
    let mut concerned = Vec::new();
    for above in ancestors(plan, before) {
        let writer = &before[above];
        let window = if dice.chance(30) { time::wide(dice, materials.hours) } else { String::new() };
        for (name, rights, of_fields) in &writer.denies {
            if !dice.chance(55) || !plan.parents.iter().any(|p| reaches(before, *p, above, name)) {
                continue;
            }
            if window.is_empty() {
                plan.cancelled.push(name.clone());
            }
            let alone = |right: &(String, &'static str)| {
                writer.denies.iter().filter(|(_, rights, _)| rights.contains(right)).count() == 1
            };
            let one = dice.pick(rights);
            if dice.chance(40) && alone(&one) && !of_fields {
                lines.push(format!("cancel deny {} {} inherited from {}{window}", one.1, one.0, writer.name));
                concerned.push(one);
            } else {
                lines.push(format!("cancel deny {name} inherited from {}{window}", writer.name));
                concerned.extend(rights.clone());
            }
        }
        for (name, object, fields) in &writer.masks {
            if dice.chance(45) && plan.parents.iter().any(|p| reaches(before, *p, above, name)) {
                if window.is_empty() {
                    plan.cancelled.push(name.clone());
                }
                let field = dice.pick(fields);
                let what = if dice.chance(50) { name.clone() } else { format!("{object} ({field})") };
                lines.push(format!("cancel mask {what} inherited from {}{window}", writer.name));
                concerned.push((object.to_string(), ""));
            }
        }
    }
    concerned
}

/// Whether the deny or mask that `writer` names comes down to `role` on a path where nobody cancels it for good.
fn reaches(plans: &[RolePlan], role: usize, writer: usize, name: &String) -> bool {
    role == writer
        || (!plans[role].cancelled.contains(name)
            && plans[role].parents.iter().any(|parent| reaches(plans, *parent, writer, name)))
}

fn ancestors(plan: &RolePlan, before: &[RolePlan]) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    for parent in &plan.parents {
        all.insert(*parent);
        all.extend(ancestors(&before[*parent], before));
    }
    all
}

fn active(dice: &mut Dice, materials: &Materials) -> String {
    let mut text = match dice.index(4) {
        0 => format!("active {}", time::pattern(dice)),
        1 => "active from 2026-02-01 through 2026-10-25".to_string(),
        _ => {
            let count = dice.index(2) + 1;
            format!("active {}", dice.some(materials.hours, count).join(", "))
        }
    };
    if dice.chance(30) {
        let speech = speech(None, materials, &[]);
        // Clauses come in one order: a condition before the dates.
        match text.strip_prefix("active from") {
            Some(rest) => text = format!("active when {} from{rest}", condition(dice, speech)),
            None => text += &format!(" when {}", condition(dice, speech)),
        }
    }
    text
}
