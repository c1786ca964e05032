//! Small policies with one guarantee each: few attributes with few values, so that every request can be tried.

use super::{Block, Dice, Draft};

/// Instants at which anything of a small policy may change, in UTC; and some between.
pub fn instants() -> Vec<i64> {
    let dates = ["2026-05-15", "2026-06-01", "2026-06-15", "2026-07-01", "2026-07-15", "2026-08-15"];
    let at = |text: String| text.parse::<jiff::Timestamp>().expect("an instant").as_millisecond();
    let mut all: Vec<i64> =
        dates.iter().flat_map(|d| [at(format!("{d}T00:00:00Z")), at(format!("{d}T12:00:00Z"))]).collect();
    // The last two lie where no calendar reaches.
    let others =
        ["2026-06-30T23:59:59.999Z", "2026-05-31T23:59:59.999Z", "2025-06-16T12:00:00Z", "2027-03-06T12:00:00Z"];
    all.extend(others.map(|t| at(t.into())));
    all
}

/// 2026-06-01 and 2026-07-01 in UTC.
const JUNE: i64 = 1_780_272_000_000;
const JULY: i64 = 1_782_864_000_000;
pub const ROLES: [&str; 3] = ["Clerk", "Lead", "Guest"];
pub const RIGHTS: [(&str, &str); 4] = [("read", "Doc"), ("update", "Doc"), ("create", "Doc"), ("send", "Note")];

/// A policy with one guarantee, and the half of time it speaks of.
pub struct Small {
    pub draft: Draft,
    /// The same with suspensions, which prove nothing and make nothing false.
    pub locked: Draft,
    pub claim: Claim,
    /// First instant and first instant after it, where they are said.
    pub from: Option<i64>,
    pub before: Option<i64>,
}

/// The policy of a seed.
pub fn policy(seed: u64) -> Small {
    let mut dice = Dice::new(seed ^ 0x5EED);
    let mut blocks = vec![
        Block::line("unit HQ { unit East unit West }"),
        Block::line("hours day = daily 09:00 to 18:00"),
        Block::with("calendar cn covers 2026", vec!["weekend Saturday, Sunday".into()]),
        Block::line("hours office = workdays of cn 09:00 to 18:00"),
        Block::with(
            "object Doc",
            vec![
                "general actions create".into(),
                "record actions read, update".into(),
                "record owner is holder".into(),
                "record unit is dept".into(),
                "attribute ready : boolean".into(),
                "field price is confidential".into(),
            ],
        ),
        Block::with("object Note", vec!["general actions send".into()]),
        Block::line("label confidential"),
    ];
    let brought = dice.chance(30);
    let mut header = vec!["language 1".to_string(), "timezone \"UTC\"".into()];
    if brought {
        header.push("roles from request: Guest".into());
    }
    blocks.insert(0, Block::with("policy small", header));
    roles(&mut dice, &mut blocks);
    people(&mut dice, brought, &mut blocks);
    let claim = claim(&mut dice, brought);
    let (from, before, window) = match dice.index(10) {
        0 => (Some(JUNE), None, " from 2026-06-01"),
        1 => (None, Some(JULY), " before 2026-07-01"),
        _ => (None, None, ""),
    };
    blocks.push(Block::with("guarantees", vec![format!("{claim}{window}")]));
    let mut locked = blocks.clone();
    locks(&mut dice, &mut locked);
    let draft = |blocks| Draft { blocks, data: Vec::new() };
    Small { draft: draft(blocks), locked: draft(locked), claim, from, before }
}

fn roles(dice: &mut Dice, blocks: &mut Vec<Block>) {
    let mut denied = Vec::new();
    for (index, name) in ROLES.iter().enumerate() {
        let parents: Vec<usize> = (0..index).filter(|_| dice.chance(45)).collect();
        let mut lines = Vec::new();
        let mut allowed = Vec::new();
        for _ in 0..dice.between(1, 2) {
            let (action, object) = dice.pick(&RIGHTS);
            lines.push(allow(dice, action, object));
            allowed.push((action, object));
        }
        let own: Vec<String> = parents.iter().filter(|p| denied.contains(*p)).map(|p| ROLES[*p].to_string()).collect();
        if let Some(writer) = dice.maybe(&own).filter(|_| dice.chance(60)) {
            lines.push(format!("cancel deny no-{writer} inherited from {writer}{}", window(dice, 30)));
        } else if dice.chance(35) {
            let (action, object) = dice.pick(&RIGHTS);
            let when =
                if allowed.contains(&(action, object)) || dice.chance(40) { when(dice, object) } else { String::new() };
            lines.push(format!("deny {action} {object} named no-{name}{when}{}", window(dice, 30)));
            denied.push(index);
        }
        if index > 0 && !parents.is_empty() && dice.chance(20) {
            let (action, object) = dice.pick(&RIGHTS);
            lines.push(format!("without {action} {object}"));
        }
        if dice.chance(20) {
            lines.push(dice.pick(&["active day", "active from 2026-06-01", "active when request.mfa"]).into());
        }
        if dice.chance(20) {
            lines.push(format!("mask Doc (price) named dim-{name}"));
        }
        let names: Vec<&str> = parents.iter().map(|p| ROLES[*p]).collect();
        let inherits = if names.is_empty() { String::new() } else { format!(" inherits {}", names.join(", ")) };
        blocks.push(Block::with(format!("role {name}{inherits}"), lines));
    }
}

pub fn allow(dice: &mut Dice, action: &str, object: &str) -> String {
    let record = action == "read" || action == "update";
    let field = if object == "Doc" && action == "read" && dice.chance(15) { " (price)" } else { "" };
    let including = if object == "Doc" && field.is_empty() && dice.chance(40) { " including confidential" } else { "" };
    let scope = if record {
        format!(
            " within {}",
            dice.pick(&["own", "all", "my unit", "unit East", "no owner", "own or no owner", "my unit and below"])
        )
    } else {
        String::new()
    };
    let when = if dice.chance(45) { when(dice, object) } else { String::new() };
    format!("allow {action} {object}{field}{including}{scope}{when}{}", window(dice, 35))
}

fn when(dice: &mut Dice, object: &str) -> String {
    let tests = ["request.mfa", "not request.mfa", "record.ready", "not record.ready", "record.ready is set"];
    let tests = if object == "Doc" { &tests[..] } else { &tests[..2] };
    match dice.index(4) {
        0 => format!(" when {} and {}", dice.pick(tests), dice.pick(tests)),
        1 => format!(" when {} or {}", dice.pick(tests), dice.pick(tests)),
        _ => format!(" when {}", dice.pick(tests)),
    }
}

pub fn window(dice: &mut Dice, percent: u32) -> String {
    if !dice.chance(percent) {
        return String::new();
    }
    dice.pick(&[
        " from 2026-06-01",
        " before 2026-07-01",
        " from 2026-06-15 before 2026-07-15",
        " during day",
        " outside day",
        " during office",
        " outside office",
    ])
    .into()
}

fn people(dice: &mut Dice, brought: bool, blocks: &mut Vec<Block>) {
    blocks.push(Block::line(format!("user ann{}", dice.pick(&["", " in East", " in HQ"]))));
    blocks.push(Block::line(format!("user bob{}", dice.pick(&["", " in West", " in East, West"]))));
    let mut held = Vec::new();
    for role in ROLES.iter().filter(|r| !brought || **r != "Guest") {
        for person in ["ann", "bob"] {
            if dice.chance(45) {
                let unit = if dice.chance(20) { " for unit East only" } else { "" };
                blocks.push(Block::line(format!("assign {role} to {person}{unit}{}", window(dice, 35))));
                held.push((*role, person));
            }
        }
    }
    if dice.chance(25) {
        // Of ann or bob without a unit it is not known whether they hold it.
        let role = dice.pick(&["Clerk", "Lead"]);
        blocks.push(Block::line(format!("assign {role} to everyone in East{}", window(dice, 25))));
    }
    if let Some((role, person)) = dice.maybe(&held).filter(|_| dice.chance(30)) {
        let other = if person == "ann" { "bob" } else { "ann" };
        blocks.push(Block::line(format!("delegate {role} of {person} to {other}{}", window(dice, 50))));
    }
    if dice.chance(25) {
        let whom = if dice.chance(50) { " for anyone who has role Clerk" } else { "" };
        blocks.push(Block::line(format!(
            "require request.mfa for {} on {}{whom}",
            dice.pick(&["read", "update", "every action"]),
            "Doc"
        )));
    }
    if dice.chance(25) {
        let two = dice.some(&ROLES, 2);
        blocks.push(Block::line(format!("require separate sessions for roles {}", two.join(" and "))));
    }
}

/// Suspensions of what is held: of one who lends a role first of all.
fn locks(dice: &mut Dice, blocks: &mut Vec<Block>) {
    let word = |block: &Block, at: usize| block.head.split_whitespace().nth(at).unwrap_or_default().to_string();
    let lent = blocks.iter().find(|b| b.head.starts_with("delegate ")).map(|b| (word(b, 3), word(b, 1)));
    let named = |b: &&Block| b.head.starts_with("assign ") && !b.head.contains("everyone");
    let held: Vec<(String, String)> = blocks.iter().filter(named).map(|b| (word(b, 3), word(b, 1))).collect();
    for (person, role) in lent.into_iter().chain(dice.maybe(&held)) {
        let what =
            dice.pick(&[format!("user {person} in role {role}"), format!("role {role}"), format!("user {person}")]);
        let when = dice.pick(&["", "", " when request.mfa"]);
        let window = dice.pick(&[
            " from 2026-05-20 with no end review before 2028-01-01",
            " from 2026-01-01 before 2026-07-02",
            " during day",
        ]);
        blocks.push(Block::line(format!("suspend {what}{when}{window} because \"x\"")));
    }
}

/// A guarantee in parts. A right is action, object and perhaps a field.
#[derive(Clone, Debug)]
pub enum Claim {
    Never(Who, Asked),
    Only(Vec<Who>, Asked),
    NobodyCanBoth(Asked, Asked),
    /// The condition as text.
    Needs(Asked, &'static str),
    Always(&'static str, Asked),
    AtMostRoles(usize, Asked),
    AtMostUsers(usize, &'static str),
    AtLeastUsers(usize, &'static str),
    NobodyHasBoth(&'static str, &'static str),
    Prerequisite(&'static str, &'static str),
}

/// Whom a claim speaks of.
#[derive(Clone, Debug)]
pub enum Who {
    Role(&'static str),
    RoleOrHeirs(&'static str),
    User(&'static str),
    Anyone,
    InUnit(&'static str, bool),
    Outside(&'static str),
}

/// What a claim asks for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub action: &'static str,
    pub object: &'static str,
    pub field: Option<&'static str>,
}

impl std::fmt::Display for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.action, self.object)?;
        self.field.map_or(Ok(()), |field| write!(f, " ({field})"))
    }
}

impl std::fmt::Display for Who {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Role(role) => write!(f, "{role}"),
            Self::RoleOrHeirs(role) => write!(f, "{role} or roles that inherit it"),
            Self::User(user) => write!(f, "user {user}"),
            Self::Anyone => write!(f, "anyone"),
            Self::InUnit(unit, false) => write!(f, "anyone in unit {unit}"),
            Self::InUnit(unit, true) => write!(f, "anyone in unit {unit} and below"),
            Self::Outside(unit) => write!(f, "anyone outside unit {unit}"),
        }
    }
}

impl std::fmt::Display for Claim {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Never(who, asked) => write!(f, "never {who} can {asked}"),
            Self::Only(who, asked) => {
                let who: Vec<String> = who.iter().map(Who::to_string).collect();
                write!(f, "only {} can {asked}", who.join(", "))
            }
            Self::NobodyCanBoth(a, b) => write!(f, "nobody can both {a} and {b}"),
            Self::Needs(asked, condition) => write!(f, "every {} of {} needs {condition}", asked.action, asked.object),
            Self::Always(role, asked) => write!(f, "always {role} can {asked}"),
            Self::AtMostRoles(most, asked) => write!(f, "at most {most} roles can {asked}"),
            Self::AtMostUsers(most, role) => write!(f, "at most {most} users have role {role}"),
            Self::AtLeastUsers(least, role) => write!(f, "at least {least} users have role {role}"),
            Self::NobodyHasBoth(a, b) => write!(f, "nobody has both roles {a} and {b}"),
            Self::Prerequisite(a, b) => write!(f, "anyone with role {a} has role {b}"),
        }
    }
}

fn claim(dice: &mut Dice, brought: bool) -> Claim {
    let asked = |dice: &mut Dice| {
        let (action, object) = dice.pick(&RIGHTS);
        let field = (object == "Doc" && action == "read" && dice.chance(30)).then_some("price");
        Asked { action, object, field }
    };
    let who = |dice: &mut Dice| {
        let role = dice.pick(&ROLES);
        dice.pick(&[
            Who::Role(role),
            Who::Role(role),
            Who::RoleOrHeirs(role),
            Who::User("ann"),
            Who::Anyone,
            Who::InUnit("East", false),
            Who::InUnit("HQ", true),
            Who::Outside("East"),
        ])
    };
    let held = if brought { "Clerk" } else { dice.pick(&ROLES) };
    match dice.index(12) {
        0 | 1 => Claim::Never(who(dice), asked(dice)),
        2 => Claim::Only(vec![who(dice), who(dice)], asked(dice)),
        3 => Claim::NobodyCanBoth(asked(dice), asked(dice)),
        4 => {
            let asked = Asked { field: None, ..asked(dice) };
            Claim::Needs(asked, dice.pick(&["request.mfa", "request.mfa is set"]))
        }
        5 => Claim::Always(dice.pick(&ROLES), asked(dice)),
        6 => Claim::AtMostRoles(dice.index(2) + 1, asked(dice)),
        7 => Claim::AtMostUsers(1, held),
        8 => Claim::AtLeastUsers(dice.index(2) + 1, held),
        9 => Claim::NobodyHasBoth("Lead", dice.pick(&["Clerk", "Guest"])),
        10 => Claim::NobodyHasBoth("Clerk", "Guest"),
        _ => {
            let two = dice.some(&ROLES, 2);
            if dice.chance(50) { Claim::Prerequisite(two[0], two[1]) } else { Claim::Prerequisite(two[1], two[0]) }
        }
    }
}
