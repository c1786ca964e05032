//! Random edits of a small policy, of the kinds that people make: for comparing it before and after.

use super::small::{self, RIGHTS, ROLES};
use super::{Block, Dice, Draft};

/// The policy after one edit; it may be one that the compiler refuses. Some edits change nothing.
pub fn edited(draft: &Draft, dice: &mut Dice) -> Option<Draft> {
    let mut next = draft.clone();
    match dice.index(21) {
        0 | 1 => add(&mut next, dice)?,
        2 => drop_line(&mut next, dice, &["allow ", "without "])?,
        3 => drop_line(&mut next, dice, &["deny ", "mask ", "cancel ", "active "])?,
        4 | 5 => retime(&mut next, dice)?,
        6 => recondition(&mut next, dice)?,
        7 | 17..=19 => rescope(&mut next, dice)?,
        8 => reparent(&mut next, dice)?,
        9 => drop_block(&mut next, dice, &["assign ", "delegate ", "suspend ", "require "])?,
        10 => assign(&mut next, dice),
        11 | 15 | 20 => mask(&mut next, dice)?,
        16 => apart(&mut next),
        12 => rehouse(&mut next, dice)?,
        13 => suspend(&mut next, dice)?,
        _ => harmless(&mut next, dice)?,
    }
    Some(next)
}

fn roles(draft: &Draft) -> Vec<usize> {
    (0..draft.blocks.len()).filter(|at| draft.blocks[*at].head.starts_with("role ")).collect()
}

fn lines(draft: &Draft, is: impl Fn(&str) -> bool) -> Vec<(usize, usize)> {
    let of = |at: usize| draft.blocks[at].lines.iter().flatten().enumerate();
    let each = roles(draft).into_iter().flat_map(|at| of(at).filter(|(_, l)| is(l)).map(move |(line, _)| (at, line)));
    each.collect()
}

fn line(draft: &mut Draft, (block, line): (usize, usize)) -> Option<&mut String> {
    draft.blocks.get_mut(block)?.lines.as_mut()?.get_mut(line)
}

fn add(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    let (action, object) = dice.pick(&RIGHTS);
    let text = match dice.index(4) {
        0 => format!("deny {action} {object}{}", small::window(dice, 30)),
        _ => small::allow(dice, action, object),
    };
    let at = dice.maybe(&roles(draft))?;
    draft.blocks[at].lines.as_mut()?.push(text);
    Some(())
}

fn drop_line(draft: &mut Draft, dice: &mut Dice, words: &[&str]) -> Option<()> {
    let (block, at) = dice.maybe(&lines(draft, |line| words.iter().any(|word| line.starts_with(word))))?;
    draft.blocks[block].lines.as_mut()?.remove(at);
    Some(())
}

fn drop_block(draft: &mut Draft, dice: &mut Dice, words: &[&str]) -> Option<()> {
    let is = |block: &Block| words.iter().any(|word| block.head.starts_with(word));
    let places: Vec<usize> = (0..draft.blocks.len()).filter(|at| is(&draft.blocks[*at])).collect();
    draft.blocks.remove(dice.maybe(&places)?);
    Some(())
}

/// Where the time of a line begins.
fn time_of(text: &str) -> usize {
    let words = [" from 2", " before 2", " during ", " outside "];
    words.iter().filter_map(|word| text.find(word)).min().unwrap_or(text.len())
}

fn retime(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    let window = small::window(dice, 75);
    let is_assign = |block: &Block| block.head.starts_with("assign ");
    let assigns: Vec<usize> = (0..draft.blocks.len()).filter(|at| is_assign(&draft.blocks[*at])).collect();
    if let Some(at) = dice.maybe(&assigns).filter(|_| dice.chance(30)) {
        let head = &mut draft.blocks[at].head;
        head.truncate(time_of(head));
        head.push_str(&window);
        return Some(());
    }
    let place = dice.maybe(&lines(draft, |line| line.starts_with("allow ") || line.starts_with("deny ")))?;
    let text = line(draft, place)?;
    text.truncate(time_of(text));
    text.push_str(&window);
    Some(())
}

fn recondition(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    let place = dice.maybe(&lines(draft, |line| line.starts_with("allow ")))?;
    let when = if dice.chance(70) { dice.pick(&[" when request.mfa", " when not request.mfa"]) } else { "" };
    let text = line(draft, place)?;
    let time = text.split_off(time_of(text));
    let start = text.find(" when ").unwrap_or(text.len());
    text.truncate(start);
    text.push_str(when);
    text.push_str(&time);
    Some(())
}

fn rescope(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    let place = dice.maybe(&lines(draft, |line| line.starts_with("allow ") && line.contains(" within ")))?;
    let scope = dice.pick(&["own", "all", "my unit", "unit East", "no owner", "my unit and below"]);
    let text = line(draft, place)?;
    let start = text.find(" within ")?;
    let rest = &text[start + 8..];
    let end = [" when ", " from 2", " before 2", " during ", " outside "].iter().filter_map(|w| rest.find(w)).min();
    *text = format!("{} within {scope}{}", &text[..start], &rest[end.unwrap_or(rest.len())..]);
    Some(())
}

fn reparent(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    let at = dice.maybe(&roles(draft))?;
    let head = &mut draft.blocks[at].head;
    let name = head.split_whitespace().nth(1)?.to_string();
    let below = ROLES.iter().take_while(|role| **role != name).copied().collect::<Vec<_>>();
    *head = match head.find(" inherits ") {
        Some(_) => format!("role {name}"),
        None => format!("role {name} inherits {}", dice.maybe(&below)?),
    };
    Some(())
}

fn assign(draft: &mut Draft, dice: &mut Dice) {
    let (role, person) = (dice.pick(&ROLES), dice.pick(&["ann", "bob"]));
    draft.blocks.push(Block::line(format!("assign {role} to {person}{}", small::window(dice, 25))));
}

fn mask(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    let at = dice.maybe(&roles(draft))?;
    let when = if dice.chance(30) { " when request.mfa" } else { "" };
    let text = if dice.chance(70) { format!("mask Doc (price){when}") } else { "deny read Doc (price)".to_string() };
    draft.blocks[at].lines.as_mut()?.push(text);
    Some(())
}

/// Sessions that are to be kept apart, or no longer.
fn apart(draft: &mut Draft) {
    let before = draft.blocks.len();
    draft.blocks.retain(|block| !block.head.starts_with("require separate"));
    if draft.blocks.len() == before {
        draft.blocks.push(Block::line("require separate sessions for roles Clerk and Lead"));
    }
}

/// Another unit of a person, or another place of a unit.
fn rehouse(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    if dice.chance(15) {
        let block = draft.blocks.iter_mut().find(|block| block.head.starts_with("unit HQ"))?;
        block.head = dice.pick(&["unit HQ { unit East { unit West } }", "unit HQ { unit East } unit West"]).into();
        return Some(());
    }
    let person = dice.pick(&["ann", "bob"]);
    let block = draft.blocks.iter_mut().find(|block| block.head.starts_with(&format!("user {person}")))?;
    block.head = format!("user {person}{}", dice.pick(&["", " in East", " in West", " in HQ"]));
    Some(())
}

fn suspend(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    let roles: Vec<String> = roles(draft)
        .iter()
        .filter_map(|at| draft.blocks[*at].head.split_whitespace().nth(1).map(String::from))
        .collect();
    let role = dice.maybe(&roles)?;
    let what = match dice.index(5) {
        0 => format!("user {}", dice.pick(&["ann", "bob"])),
        1 => format!("role {role}"),
        2 => format!("role {role} and roles that inherit it"),
        3 => "actions read, update on Doc".to_string(),
        _ => "everything except user ann".to_string(),
    };
    let window = dice.pick(&[" from 2026-06-01 before 2026-07-01", " during day"]);
    draft.blocks.push(Block::line(format!("suspend {what}{window} because \"x\"")));
    Some(())
}

/// What changes the text and no decision.
fn harmless(draft: &mut Draft, dice: &mut Dice) -> Option<()> {
    match dice.index(3) {
        0 => {
            let mut rest = draft.blocks.split_off(1);
            dice.shuffle(&mut rest);
            draft.blocks.extend(rest);
        }
        1 => {
            // An allow in two halves of all time.
            let places = lines(draft, |line| line.starts_with("allow ") && time_of(line) == line.len());
            let (block, at) = dice.maybe(&places)?;
            let lines = draft.blocks[block].lines.as_mut()?;
            let text = lines[at].clone();
            lines[at] = format!("{text} before 2026-07-01");
            lines.push(format!("{text} from 2026-07-01"));
        }
        _ => {
            let (block, at) = dice.maybe(&lines(draft, |line| line.starts_with("allow ")))?;
            let lines = draft.blocks[block].lines.as_mut()?;
            lines.push(lines[at].clone());
        }
    }
    Some(())
}
