//! Small changes of a random policy, of which a property says what they may do.

use super::condition::{Speech, condition};
use super::vocabulary::{Kind, ObjectPlan};
use super::{Block, Dice, Draft, time};
use crate::reference::policy::Policy;
use crate::reference::value::Type;

/// The policy with one brake more; `None` if there was nothing to put it on.
pub fn with_brake(draft: &Draft, policy: &Policy, dice: &mut Dice) -> Option<Draft> {
    let mut more = draft.clone();
    let plans = plans(policy);
    let plan = dice.maybe(&plans)?;
    let hours: Vec<String> = policy.hours.keys().cloned().collect();
    let users: Vec<String> = policy.people.keys().cloned().collect();
    let roles: Vec<String> = draft.blocks.iter().filter_map(role_name).collect();
    let bare = Speech { object: None, users: &users, parameters: &[] };
    let of_record = Speech { object: Some(&plan), ..bare };
    let when = if dice.chance(50) { format!(" when {}", condition(dice, of_record)) } else { String::new() };
    let window = if dice.chance(50) { time::narrow(dice, &hours) } else { String::new() };
    let action = dice.pick(&plan.actions());
    match dice.index(10) {
        0 => add_line(&mut more, dice, format!("deny {action} {} named brake{when}{window}", plan.name))?,
        1 => {
            let field = dice.maybe(&plan.fields)?;
            add_line(&mut more, dice, format!("deny {action} {} ({field}) named brake{when}{window}", plan.name))?;
        }
        2 => {
            let field = dice.maybe(&plan.fields)?;
            add_line(&mut more, dice, format!("mask {} ({field}) named brake{when}{window}", plan.name))?;
        }
        3 => {
            let hours = dice.maybe(&hours)?;
            add_line(&mut more, dice, format!("active {hours}"))?;
        }
        4 => {
            let line = format!("active when {}", condition(dice, bare));
            add_line(&mut more, dice, line)?;
        }
        5 | 8 => suspension(&mut more, policy, dice, action, plan.name, &hours)?,
        6 => {
            let whom = if dice.chance(50) {
                format!(" for anyone who has role {}", dice.maybe(&roles)?)
            } else {
                String::new()
            };
            let condition = condition(dice, of_record);
            more.blocks.push(Block::line(format!("require {condition} for {action} on {}{whom}{window}", plan.name)));
        }
        7 => {
            let two = dice.some(&roles, 2);
            if two.len() < 2 {
                return None;
            }
            more.blocks.push(Block::line(format!("require separate sessions for roles {}", two.join(" and "))));
        }
        _ => narrow_allow(&mut more, dice, bare)?,
    }
    Some(more)
}

/// The policy less one thing that it knows: the units of a person, or a year of the calendar.
pub fn with_less_known(draft: &Draft, dice: &mut Dice) -> Option<Draft> {
    let mut less = draft.clone();
    // A row that gets a role for the unit of that cell must have one.
    let bound = draft.blocks.iter().any(|b| b.lines.iter().flatten().any(|line| line.contains("for unit 部门 only")));
    if let Some((_, rows)) = less.data.first_mut().filter(|_| !bound && dice.chance(40)) {
        // A blank cell.
        *rows = rows.replacen(dice.pick(&[",East,", ",华东区,", ",Finance,"]), ",,", 1);
        return Some(less);
    }
    let knows = |block: &Block| {
        let units = block.head.starts_with("user ") && block.head.contains(" in ");
        let years = block.head.starts_with("calendar ") && block.head.contains(" through ");
        units || years
    };
    let places: Vec<usize> = (0..less.blocks.len()).filter(|i| knows(&less.blocks[*i])).collect();
    let head = &mut less.blocks[dice.maybe(&places)?].head;
    if head.starts_with("calendar ") {
        let (first, last) = head.split_once(" through ")?;
        let year = if dice.chance(50) { first[first.len() - 4..].to_string() } else { last.to_string() };
        *head = format!("calendar cn covers {year}");
        return Some(less);
    }
    let (user, rest) = head.split_once(" in ")?;
    let ends = ["other id", "starts", "ends", "reports", "{"];
    let end = ends.iter().filter_map(|word| rest.find(&format!(" {word}"))).min().unwrap_or(rest.len());
    *head = format!("{user}{}", &rest[end..]);
    Some(less)
}

fn role_name(block: &Block) -> Option<String> {
    let rest = block.head.strip_prefix("role ")?;
    rest.split_whitespace().next().map(String::from)
}

fn add_line(draft: &mut Draft, dice: &mut Dice, line: String) -> Option<()> {
    let is_role = |b: &Block| b.lines.is_some() && (role_name(b).is_some() || b.head.starts_with("template "));
    let places: Vec<usize> = (0..draft.blocks.len()).filter(|i| is_role(&draft.blocks[*i])).collect();
    draft.blocks[dice.maybe(&places)?].lines.as_mut()?.push(line);
    Some(())
}

fn suspension(
    draft: &mut Draft,
    policy: &Policy,
    dice: &mut Dice,
    action: &str,
    object: &str,
    hours: &[String],
) -> Option<()> {
    let window = time::narrow(dice, hours);
    let held = dice.maybe(&policy.assignments)?;
    // One who lends a role often, as that role goes on counting for whoever has it from them.
    let lent = dice.maybe(&policy.delegations).filter(|_| dice.chance(50));
    let what = match dice.index(6) {
        _ if lent.is_some() => lent.map(|d| format!("user {} in role {}", d.of, d.role))?,
        0 => format!("user {}", held.person),
        1 => format!("user {} in role {}", held.person, held.role),
        2 => format!("role {}", held.role),
        3 => format!("role {} and roles that inherit it", held.role),
        4 => format!("actions {action} on {object}"),
        _ => "everything".to_string(),
    };
    draft.blocks.push(Block::line(format!("suspend {what} named brake{window}")));
    Some(())
}

/// A condition on an allow that has none.
fn narrow_allow(draft: &mut Draft, dice: &mut Dice, speech: Speech) -> Option<()> {
    let mut places = Vec::new();
    for (index, block) in draft.blocks.iter().enumerate() {
        for (line, text) in block.lines.iter().flatten().enumerate() {
            let timed =
                [" when ", " from ", " through ", " before ", " during ", " outside "].iter().any(|w| text.contains(w));
            if text.starts_with("allow ") && !timed {
                places.push((index, line));
            }
        }
    }
    let (index, line) = dice.maybe(&places)?;
    let text = &mut draft.blocks[index].lines.as_mut()?[line];
    *text += &format!(" when {}", condition(dice, speech));
    Some(())
}

/// The objects as the generator plans them, from what was understood.
fn plans(policy: &Policy) -> Vec<ObjectPlan<'_>> {
    let mut plans = Vec::new();
    for (name, object) in &policy.objects {
        let kinds = object.fields.iter().filter_map(|f| Some((f.name.as_str(), kind(f.ty.as_ref()?)?)));
        plans.push(ObjectPlan {
            name,
            general: object.actions.iter().filter(|a| a.general).map(|a| a.name.as_str()).collect(),
            record: object.actions.iter().filter(|a| !a.general).map(|a| a.name.as_str()).collect(),
            owner: object.owner.is_some(),
            unit: !matches!(object.unit, crate::reference::policy::UnitOf::Nothing),
            team: object.team.is_some(),
            shared: Vec::new(),
            attributes: kinds.collect(),
            fields: object.fields.iter().map(|f| f.name.as_str()).collect(),
            administers: object.administers,
        });
    }
    plans
}

fn kind(ty: &Type) -> Option<Kind> {
    Some(match ty {
        Type::Boolean => Kind::Boolean,
        Type::Number => Kind::Number,
        Type::Text => Kind::Text,
        Type::User => Kind::User,
        Type::Unit => Kind::Unit,
        Type::Address => Kind::Address,
        Type::Enumeration(values) => match values.first()?.0.as_str() {
            "east" => Kind::Region,
            "junior" => Kind::Grade,
            _ => return None,
        },
        Type::Set(member) => match **member {
            Type::Text => Kind::Texts,
            Type::User => Kind::Users,
            Type::Enumeration(_) => Kind::Regions,
            _ => return None,
        },
    })
}
