//! People, assignments, delegations and brakes of a random policy.

use super::condition::{Speech, condition};
use super::roles::{Materials, RolePlan};
use super::vocabulary::UNITS;
use super::{Block, Dice, time};

/// Who holds what, as far as brakes need it.
#[derive(Default)]
pub struct Holdings {
    /// User and role of every assignment to somebody by name.
    pub held: Vec<(String, String)>,
    /// Those of them that run all summer.
    pub lasting: Vec<(String, String)>,
    /// User and role of those of them that are delegated.
    pub delegated: Vec<(String, String)>,
    pub brought: Vec<String>,
    pub data: Vec<(String, String)>,
}

/// Names of three to five people; the external one is not among them.
pub fn names(dice: &mut Dice) -> Vec<String> {
    let all = ["li.na", "wang.fang", "zhao.lei", "sun.qi@acme.example", "10023"];
    let count = dice.between(3, 5) as usize;
    all[..count].iter().map(ToString::to_string).collect()
}

pub fn people(dice: &mut Dice, users: &[String]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, user) in users.iter().enumerate() {
        let mut text = format!("user {user}");
        if dice.chance(80) {
            let count = dice.pick(&[1, 1, 1, 2]);
            text += &format!(" in {}", dice.some(&UNITS, count).join(", "));
        }
        if dice.chance(30) {
            text += &format!(" other id \"alias{index}\"");
        }
        if dice.chance(12) {
            text += " starts 2026-03-29";
        }
        if dice.chance(12) {
            text += &format!(" ends {}", dice.pick(&["2026-07-15", "2026-12-31"]));
        }
        if index > 0 && dice.chance(55) {
            text += &format!(" reports to {}", users[dice.index(index)]);
        }
        let mut stated = Vec::new();
        if dice.chance(60) {
            stated.push(format!("grade = {}", dice.pick(&["junior", "senior", "principal"])));
        }
        if dice.chance(60) {
            stated.push(format!("region = {}", dice.pick(&["east", "west", "none"])));
        }
        if !stated.is_empty() {
            text += &format!(" {{ {} }}", stated.join(", "));
        }
        blocks.push(Block::line(text));
    }
    blocks
}

/// Assignments, delegations, a people file.
pub fn holdings(
    dice: &mut Dice,
    users: &[String],
    roles: &[RolePlan],
    materials: &Materials,
    blocks: &mut Vec<Block>,
) -> Holdings {
    let mut holdings = Holdings::default();
    if (materials.loves)("brought") {
        let last = roles.len() - 1;
        holdings.brought = {
            let count = dice.index(2) + 1;
            dice.some(&roles[1..=last], count)
        }
        .iter()
        .map(|r| r.name.clone())
        .collect();
    }
    let assignable: Vec<&RolePlan> = roles.iter().filter(|r| !holdings.brought.contains(&r.name)).collect();
    for role in assignable.iter().filter(|r| !r.external) {
        if dice.chance(12) {
            let whom =
                dice.pick(&["everyone", "everyone in HQ and below", "everyone in Sales and below", "everyone in East"]);
            blocks.push(Block::line(format!("assign {} to {whom}", role.name)));
        } else if dice.chance(85) {
            let count = dice.pick(&[1, 1, 2, 2, 3]);
            let whom = dice.some(users, count);
            let unit = if (materials.loves)("unit-bound") && dice.chance(60) {
                format!(
                    " for unit {} only",
                    {
                        let count = dice.pick(&[1, 1, 2]);
                        dice.some(&UNITS, count)
                    }
                    .join(", ")
                )
            } else {
                String::new()
            };
            let window = if (materials.loves)("window") && dice.chance(30) {
                time::wide(dice, materials.hours)
            } else {
                String::new()
            };
            blocks.push(Block::line(format!("assign {} to {}{unit}{window}", role.name, whom.join(", "))));
            for user in whom {
                let leaves = |b: &Block| b.head.starts_with(&format!("user {user}")) && b.head.contains("ends 2026-07");
                if window.is_empty() && !blocks.iter().any(leaves) {
                    holdings.lasting.push((user.clone(), role.name.clone()));
                }
                holdings.held.push((user, role.name.clone()));
            }
        }
    }
    if let Some(dealer) = assignable.iter().find(|r| r.external) {
        blocks.push(Block::line("external user chen.ming"));
        blocks.push(Block::line(format!("assign {} to chen.ming", dealer.name)));
        holdings.held.push(("chen.ming".into(), dealer.name.clone()));
    }
    if dice.chance(20) {
        people_file(dice, &assignable, &mut holdings, blocks);
    }
    if (materials.loves)("delegation") {
        delegations(dice, users, materials, &mut holdings, blocks);
    }
    holdings
}

fn delegations(
    dice: &mut Dice,
    users: &[String],
    materials: &Materials,
    holdings: &mut Holdings,
    blocks: &mut Vec<Block>,
) {
    let mut made: Vec<String> = Vec::new();
    for _ in 0..dice.between(1, 3) {
        let Some((of, role)) = dice.maybe(&holdings.held) else { return };
        let to = dice.pick(users);
        let what = format!("delegate {role} of {of} to {to}");
        if to == of || of == "chen.ming" || made.contains(&what) {
            continue;
        }
        let window =
            if dice.chance(60) { time::narrow(dice, materials.hours) } else { time::wide(dice, materials.hours) };
        made.push(what.clone());
        blocks.push(Block::line(what + &window));
        if holdings.lasting.contains(&(of.clone(), role.clone())) {
            holdings.delegated.push((of, role));
        }
    }
}

fn people_file(dice: &mut Dice, assignable: &[&RolePlan], holdings: &mut Holdings, blocks: &mut Vec<Block>) {
    let Some(role) = assignable.iter().find(|r| !r.external) else { return };
    let rows = "\
工号,姓名,部门,入职,离职,上级,岗位,级别,状态
20001,陈晨,East,2026-01-05,,,rep,senior,在职
20002,林涛,华东区,2025-07-01,2026-07-31,20001,rep;clerk,junior,在职
20003,何静,West,,,20001,,,离职
\"20004\",\"Wu, Min\",Finance,,,,other,principal,在职
";
    let otherwise = dice.pick(&["otherwise nothing", "otherwise nothing", ""]);
    let mut lines: Vec<String> = [
        "id 工号",
        "name 姓名",
        "in 部门",
        "starts 入职",
        "ends 离职",
        "reports to 上级",
        "grade from 级别",
        "skip when 状态 is \"离职\"",
        "split 岗位 at \";\"",
    ]
    .map(String::from)
    .to_vec();
    let test = dice.pick(&["is \"rep\"", "is one of \"rep\", \"lead\"", "is not \"other\"", "is set"]);
    let unit = if dice.chance(40) { " for unit 部门 only" } else { "" };
    lines.push(format!("each row gets {} when 岗位 {test}{unit}", role.name));
    if !otherwise.is_empty() {
        lines.push(otherwise.to_string());
    }
    blocks.push(Block::with("people from \"people.csv\"", lines));
    holdings.data.push(("people.csv".into(), rows.into()));
}

/// Suspensions, requirements, separations.
pub fn brakes(
    dice: &mut Dice,
    users: &[String],
    roles: &[RolePlan],
    materials: &Materials,
    holdings: &Holdings,
    blocks: &mut Vec<Block>,
) {
    if (materials.loves)("suspension") {
        for index in 0..dice.between(1, 3) {
            suspension(dice, index, users, roles, materials, holdings, blocks);
        }
    }
    if (materials.loves)("require") {
        for _ in 0..dice.between(1, 2) {
            requirement(dice, users, roles, materials, holdings, blocks);
        }
    }
    if dice.chance(30) && roles.len() > 2 {
        let count = dice.pick(&[2, 2, 3]);
        let some: Vec<String> = dice.some(roles, count).iter().map(|r| r.name.clone()).collect();
        let joined = if some.len() == 2 { some.join(" and ") } else { some.join(", ") };
        blocks.push(Block::line(format!("require separate sessions for roles {joined}")));
    }
    if let Some(brought) = holdings.brought.first()
        && dice.chance(40)
    {
        // Nobody may have both without bringing one: no other role inherits it.
        let inherited = roles.iter().any(|r| r.parents.iter().any(|p| roles[*p].name == *brought));
        let other = roles.iter().find(|r| !r.external && !held_together(&r.name, brought, roles));
        if let Some(other) = other.filter(|_| !inherited) {
            let line = format!("nobody has both roles {brought} and {}", other.name);
            blocks.push(Block::with("guarantees", vec![line]));
        }
    }
}

/// Whether one role contains both, or one is the other.
fn held_together(a: &str, b: &str, roles: &[RolePlan]) -> bool {
    fn closure<'r>(index: usize, roles: &'r [RolePlan], into: &mut Vec<&'r str>) {
        into.push(&roles[index].name);
        roles[index].parents.iter().for_each(|p| closure(*p, roles, into));
    }
    (0..roles.len()).any(|index| {
        let mut all = Vec::new();
        closure(index, roles, &mut all);
        all.contains(&a) && all.contains(&b)
    })
}

fn suspension(
    dice: &mut Dice,
    index: i64,
    users: &[String],
    roles: &[RolePlan],
    materials: &Materials,
    holdings: &Holdings,
    blocks: &mut Vec<Block>,
) {
    let Some((user, role)) = dice.maybe(&holdings.lasting) else { return };
    let speech = Speech { object: None, users, parameters: &[] };
    let object = &materials.objects[dice.index(materials.objects.len())];
    let mut when = if dice.chance(20) { format!(" when {}", condition(dice, speech)) } else { String::new() };
    let what = match dice.index(7) {
        0 => {
            let (other, _) = dice.pick(&holdings.lasting);
            if other == user { format!("user {user}") } else { format!("user {user}, {other}") }
        }
        1 => {
            // Often one who lends the role, which goes on counting for whoever has it from them.
            let lent = dice.maybe(&holdings.delegated).filter(|_| dice.chance(70));
            let (user, role) = lent.unwrap_or((user, role));
            format!("user {user} in role {role}")
        }
        2 => {
            let (_, other) = dice.pick(&holdings.lasting);
            if other == role { format!("role {role}") } else { format!("role {role}, {other}") }
        }
        3 => format!("role {role} and roles that inherit it"),
        4 => {
            if dice.chance(40) {
                let speech = Speech { object: Some(object), users, parameters: &[] };
                when = format!(" when {}", condition(dice, speech));
            }
            let count = dice.index(2) + 1;
            format!("actions {} on {}", dice.some(&object.actions(), count).join(", "), object.name)
        }
        5 if materials.objects.iter().any(|o| o.actions().len() > 1) => {
            "actions every action except read on every object".to_string()
        }
        _ => "everything".to_string(),
    };
    let name = format!("stop{index}");
    let mut except = String::new();
    if what == "everything" {
        if dice.chance(70) {
            let heirs = if dice.chance(40) { " or roles that inherit it" } else { "" };
            except += &format!(" except role {}{heirs}", dice.pick(roles).name);
        }
        if dice.chance(50) {
            except += &format!(" except user {}", dice.pick(users));
        }
    }
    let window = match dice.index(6) {
        0 => " each month on the last day at 18:00 for 72 hours".to_string(),
        1 => " each month on day 10 at 02:30 for 3 days from 2026-01-01".to_string(),
        2 => " from 2026-07-01 with no end review before 2027-01-01".to_string(),
        _ => time::narrow(dice, materials.hours),
    };
    let ended = dice.chance(15) && window.contains("from 2026-0");
    blocks.push(Block::line(format!("suspend {what} named {name}{except}{when}{window}")));
    if ended {
        blocks.push(Block::line(format!("end {name} early at {}", dice.pick(&["2026-07-18", "2026-07-18 02:30"]))));
    }
}

fn requirement(
    dice: &mut Dice,
    users: &[String],
    roles: &[RolePlan],
    materials: &Materials,
    holdings: &Holdings,
    blocks: &mut Vec<Block>,
) {
    let object = &materials.objects[dice.index(materials.objects.len())];
    let (object_speech, target) = match dice.index(4) {
        0 => (None, "every action on every object".to_string()),
        1 if object.actions().len() > 1 => {
            (None, format!("every action except {} on {}", dice.pick(&object.actions()), object.name))
        }
        _ => {
            let count = dice.index(2) + 1;
            (Some(object), format!("{} on {}", dice.some(&object.actions(), count).join(", "), object.name))
        }
    };
    let text = condition(dice, Speech { object: object_speech, users, parameters: &[] });
    let whom = if dice.chance(40) {
        let lent = dice.maybe(&holdings.delegated).filter(|_| dice.chance(50));
        let role = lent.map_or_else(|| dice.pick(roles).name, |(_, role)| role);
        format!(" for anyone who has role {role}")
    } else {
        String::new()
    };
    let window = if (materials.loves)("window") && dice.chance(40) {
        time::taking(dice, materials.hours)
    } else {
        String::new()
    };
    blocks.push(Block::line(format!("require {text} for {target}{whom}{window}")));
}
