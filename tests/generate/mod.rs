//! Random policies and requests, from seeds.
//!
//! A policy is valid by construction and mixes features in pairs: for each policy, each feature is in or out by a coin,
//! and what is in is used more than once.

pub mod aim;
pub mod census;
pub mod changes;
mod condition;
mod dice;
mod draft;
pub mod edits;
mod people;
pub mod requests;
mod roles;
pub mod small;
mod time;
pub mod tiny;
mod vocabulary;

pub use dice::Dice;
pub use draft::{Block, Draft, shrink};

use roles::Materials;
use std::collections::BTreeSet;

/// A policy of three to nine roles.
pub fn policy(seed: u64) -> Draft {
    let mut dice = Dice::new(seed);
    let optional = [
        ("hierarchy", 80),
        ("without", 55),
        ("deny", 70),
        ("cancel", 65),
        ("delegation", 50),
        ("unit-bound", 50),
        ("window", 65),
        ("suspension", 55),
        ("require", 45),
        ("mask", 60),
        ("label", 65),
        ("template", 45),
        ("active", 40),
        ("brought", 30),
    ];
    let loved: BTreeSet<&str> = optional.iter().filter(|(_, p)| dice.chance(*p)).map(|(name, _)| *name).collect();
    let loves = |feature: &str| loved.contains(feature);
    let mut blocks = vocabulary::common(&mut dice);
    let (objects, object_blocks) = vocabulary::objects(&mut dice);
    blocks.extend(object_blocks);
    let (hours, hour_blocks) = time::hours(&mut dice);
    blocks.extend(hour_blocks);
    let users = people::names(&mut dice);
    let materials = Materials { objects: &objects, hours: &hours, users: &users, loves: &loves };
    let (roles, role_blocks) = roles::roles(&mut dice, &materials);
    blocks.extend(role_blocks);
    blocks.extend(people::people(&mut dice, &users));
    let holdings = people::holdings(&mut dice, &users, &roles, &materials, &mut blocks);
    people::brakes(&mut dice, &users, &roles, &materials, &holdings, &mut blocks);
    let mut header = vec!["language 1".to_string(), format!("timezone \"{}\"", dice.pick(&vocabulary::ZONES))];
    if !holdings.brought.is_empty() {
        header.push(format!("roles from request: {}", holdings.brought.join(", ")));
    }
    blocks.insert(0, Block::with("policy random", header));
    Draft { blocks, data: holdings.data }
}
