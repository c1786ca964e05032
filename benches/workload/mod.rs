//! Seeded policies for the benchmarks: a synthetic CRM with acme-crm's share of conditions, windows, suspensions and masks.

use std::fmt::Write as _;

/// A size of the series.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// S, M, L, XL.
    pub name: &'static str,
    /// Roles.
    pub roles: usize,
    /// Levels of the hierarchy.
    pub depth: usize,
    /// Objects.
    pub objects: usize,
    /// Record actions of each object.
    pub actions: usize,
    /// Allow, deny and mask statements.
    pub rules: usize,
    /// Known people.
    pub users: usize,
}

/// 110 to 110,000 rules, hierarchies 3 to 8 deep.
pub const SIZES: [Size; 4] = [
    Size { name: "S", roles: 20, depth: 3, objects: 15, actions: 8, rules: 110, users: 75 },
    Size { name: "M", roles: 200, depth: 5, objects: 60, actions: 10, rules: 1_100, users: 750 },
    Size { name: "L", roles: 2_000, depth: 7, objects: 200, actions: 12, rules: 11_000, users: 7_500 },
    Size { name: "XL", roles: 20_000, depth: 8, objects: 200, actions: 12, rules: 110_000, users: 75_000 },
];

/// A small deterministic generator (SplitMix64).
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Random {
    /// Seeded.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// True in `percent` of 100.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

const SCOPES: [&str; 6] = ["own", "team", "my unit", "my unit and below", "all", "own or no owner"];

/// The policy of one size; `guarantees` (0 to 50) statements that hold.
pub fn policy(size: Size, guarantees: usize) -> String {
    let mut random = Random::new(7);
    let mut out = String::new();
    header(&mut out, size);
    roles(&mut out, size, &mut random);
    people(&mut out, size, &mut random);
    if guarantees > 0 {
        prove(&mut out, size, guarantees);
    }
    out
}

fn header(out: &mut String, size: Size) {
    out.push_str(
        "policy bench {\n  language 1\n  timezone \"Asia/Shanghai\"\n}\n\nlabel personal\nlabel confidential\n",
    );
    out.push_str("type Region = east | west | north | south\n");
    out.push_str("hours office = weekdays 09:00 to 18:00\nnetwork lan = 10.0.0.0/8\n\n");
    for o in 0..size.objects {
        let _ = writeln!(out, "object Object{o} \"对象{o}\" {{\n  general actions create");
        let names: Vec<String> = (0..size.actions).map(|a| format!("act{a}")).collect();
        let _ = writeln!(out, "  record actions {}\n  record actions seal, export risk high", names.join(", "));
        out.push_str("  record owner is owner_user\n  record unit is department\n  record team is members\n");
        out.push_str("  attribute region : Region\n  attribute amount : number\n");
        out.push_str("  field phone, email is personal\n  field credit is confidential\n}\n");
    }
    let units = unit_count(size);
    out.push_str("\nunit Root {\n");
    for u in 0..units {
        let _ = writeln!(out, "  unit Unit{u} {{ unit Sub{u}a unit Sub{u}b }}");
    }
    out.push_str("}\n\n");
}

fn unit_count(size: Size) -> usize {
    (size.users / 60).clamp(4, 400)
}

fn roles(out: &mut String, size: Size, random: &mut Random) {
    let level = |r: usize| r * size.depth / size.roles;
    let mut written = 0;
    for r in 0..size.roles {
        if r % 3 == 0 {
            out.push_str("## 负责这一块的客户与订单。\n");
        }
        let _ = write!(out, "role Role{r} \"角色{r}\"");
        if level(r) > 0 {
            let below = (level(r) * size.roles).div_ceil(size.depth);
            let first = ((level(r) - 1) * size.roles).div_ceil(size.depth);
            let parent = first + random.below(below - first);
            let _ = write!(out, " inherits Role{parent}");
            if random.chance(15) {
                let second = first + random.below(below - first);
                if second != parent {
                    let _ = write!(out, ", Role{second}");
                }
            }
        }
        out.push_str(" {\n  responsible \"ops@acme.example\"\n  last reviewed 2026-09-30 review every quarter\n");
        let until = size.rules * (r + 1) / size.roles;
        for rule in written..until {
            statement(out, size, random, rule);
        }
        written = until;
        out.push_str("}\n\n");
    }
    for o in 0..size.objects.min(50) {
        let _ = writeln!(out, "role Sealer{o} {{ allow seal Object{o} within my unit when request.mfa }}");
        let _ = writeln!(
            out,
            "role Exporter{o} {{ allow export Object{o} within my unit when request.mfa and request.ip in lan }}"
        );
    }
}

fn statement(out: &mut String, size: Size, random: &mut Random, rule: usize) {
    let object = random.below(size.objects);
    let action = random.below(size.actions);
    match random.below(100) {
        0..=2 => {
            let _ = writeln!(out, "  mask Object{object} (phone, email) named mask{rule} outside own");
            return;
        }
        3..=5 => {
            let _ = writeln!(
                out,
                "  deny act{action} Object{object} named deny{rule} within own when record.region is west"
            );
            return;
        }
        6..=10 => {
            let _ = writeln!(out, "  allow create Object{object} including personal");
            return;
        }
        _ => {}
    }
    let _ = write!(out, "  allow act{action}");
    if random.chance(40) {
        let _ = write!(out, ", act{}", (action + 1 + random.below(size.actions - 1)) % size.actions);
    }
    let _ = write!(out, " Object{object}");
    if random.chance(25) {
        out.push_str(" including personal");
    }
    let _ = write!(out, " within {}", SCOPES[random.below(SCOPES.len())]);
    if random.chance(10) {
        match random.below(4) {
            0 => out.push_str(" when record.region is east"),
            1 => out.push_str(" when record.amount <= 5000"),
            2 => out.push_str(" when request.mfa and request.ip in lan"),
            _ => out.push_str(" when record.region is one of east, west and record.amount >= 10"),
        }
    }
    match random.below(100) {
        0 => out.push_str(" through 2027-12-31"),
        1 => out.push_str(" from 2026-01-01"),
        2 => out.push_str(" during office"),
        _ => {}
    }
    out.push('\n');
}

fn people(out: &mut String, size: Size, random: &mut Random) {
    let units = unit_count(size);
    for u in 0..size.users {
        let unit = random.below(units);
        let part = ["", "a", "b"][random.below(3)];
        let name = if part.is_empty() { format!("Unit{unit}") } else { format!("Sub{unit}{part}") };
        let _ = writeln!(out, "user u{u} \"员工{u}\" in {name}");
        let mut held: Vec<usize> = (0..1 + random.below(3)).map(|_| random.below(size.roles)).collect();
        held.sort_unstable();
        held.dedup();
        let held: Vec<String> = held.into_iter().map(|r| format!("Role{r}")).collect();
        let _ = writeln!(out, "assign {} to u{u}", held.join(", "));
    }
    for o in 0..size.objects.min(50) {
        let _ = writeln!(out, "user sealer{o} in Unit{}\nassign Sealer{o} to sealer{o}", o % units);
        let _ = writeln!(out, "user exporter{o} in Unit{}\nassign Exporter{o} to exporter{o}", o % units);
    }
    for s in 0..size.rules / 15 {
        match s % 3 {
            0 => {
                let user = random.below(size.users);
                let _ = writeln!(out, "suspend user u{user} from 2026-12-01 through 2026-12-10 because \"leave\"");
            }
            1 => {
                let (object, action) = (random.below(size.objects), random.below(size.actions));
                let _ = writeln!(
                    out,
                    "suspend actions act{action} on Object{object} from 2026-12-24 18:00 before 2026-12-27 because \"close\""
                );
            }
            _ => {
                let user = random.below(size.users);
                let _ = writeln!(
                    out,
                    "suspend user u{user} from 2026-12-01 with no end review before 2027-03-01 because \"case\" ticket \"HR-{s}\""
                );
            }
        }
    }
    out.push_str("require request.mfa for export on every object because \"policy\"\n");
}

fn prove(out: &mut String, size: Size, count: usize) {
    let objects = size.objects.min(50);
    let units = unit_count(size);
    out.push_str("guarantees {\n");
    for g in 0..count {
        let o = g / 7 % objects;
        let _ = match g % 7 {
            0 => writeln!(out, "  every export of Object{o} needs request.mfa"),
            1 => writeln!(out, "  only Sealer{o} can seal Object{o}"),
            2 => writeln!(out, "  nobody has both roles Sealer{o} and Exporter{o}"),
            3 => writeln!(out, "  never anyone outside unit Unit{} can seal Object{o}", o % units),
            4 => writeln!(out, "  nobody can both seal Object{o} and export Object{o}"),
            5 => writeln!(out, "  at most 1 roles can seal Object{o}"),
            _ => writeln!(out, "  at most 1 users have role Exporter{o}"),
        };
    }
    out.push_str("}\n");
}

/// 100,000 roles with one distinct grant each: each inherits the one before. `assigned` of them are held, spread from the top down.
pub fn chain(roles: usize, assigned: usize) -> String {
    let mut out = distinct(roles);
    for r in 0..roles {
        if r == 0 {
            let _ = writeln!(out, "role R0 {{ allow a0 O0 within all }}");
        } else {
            let _ = writeln!(out, "role R{r} inherits R{} {{ allow a{} O{} within all }}", r - 1, r % 100, r / 100);
        }
    }
    for i in 0..assigned {
        let role = (roles - 1) - i * (roles / assigned);
        let _ = writeln!(out, "user u{i}\nassign R{role} to u{i}");
    }
    out
}

/// One role that inherits all others.
pub fn fan(roles: usize) -> String {
    let mut out = distinct(roles);
    let mut parents = Vec::with_capacity(roles);
    for r in 1..roles {
        let _ = writeln!(out, "role R{r} {{ allow a{} O{} within all }}", r % 100, r / 100);
        parents.push(format!("R{r}"));
    }
    let _ =
        writeln!(out, "role R0 inherits {} {{ allow a0 O0 within all }}\nuser u\nassign R0 to u", parents.join(", "));
    out
}

/// Every role inherits the next, the last the first.
pub fn cycle(roles: usize) -> String {
    let mut out = distinct(roles);
    for r in 0..roles {
        let _ =
            writeln!(out, "role R{r} inherits R{} {{ allow a{} O{} within all }}", (r + 1) % roles, r % 100, r / 100);
    }
    let _ = writeln!(out, "user u\nassign R0 to u");
    out
}

fn distinct(roles: usize) -> String {
    let mut out = String::from("policy bench {\n  language 1\n  timezone \"UTC\"\n}\n");
    let actions: Vec<String> = (0..100).map(|a| format!("a{a}")).collect();
    let actions = actions.join(", ");
    for o in 0..roles.div_ceil(100) {
        let _ = writeln!(out, "object O{o} {{ record actions {actions} }}");
    }
    out
}

/// Many roles with 66 grants each over `objects` x `actions` rights and two people a role: one role in ten repeats an
/// earlier one, one in ten has a part of an earlier one.
pub fn wide(roles: usize, objects: usize, actions: usize) -> String {
    let mut random = Random::new(11);
    let mut out = String::from("policy bench {\n  language 1\n  timezone \"UTC\"\n}\n");
    let names: Vec<String> = (0..actions).map(|a| format!("act{a}")).collect();
    for o in 0..objects {
        let _ = writeln!(out, "object Object{o} {{ record actions {} }}", names.join(", "));
    }
    let mut all: Vec<Vec<(usize, usize)>> = Vec::with_capacity(roles);
    for r in 0..roles {
        let earlier = if r > 0 { random.below(r) } else { 0 };
        let grants = match (random.below(10), all.get(earlier)) {
            (0, Some(same)) => same.clone(),
            (1, Some(more)) => more.iter().copied().filter(|_| random.chance(80)).collect(),
            _ => {
                let mut grants = std::collections::BTreeSet::new();
                while grants.len() < 66 {
                    let object = random.below(objects);
                    grants.extend((0..3).map(|_| (object, random.below(actions))));
                }
                grants.into_iter().take(66).collect()
            }
        };
        let _ = writeln!(out, "role Role{r} {{\n  responsible \"ops@acme.example\"");
        for same in grants.chunk_by(|a, b| a.0 == b.0) {
            let actions: Vec<String> = same.iter().map(|(_, action)| format!("act{action}")).collect();
            let _ = writeln!(out, "  allow {} Object{} within all", actions.join(", "), same[0].0);
        }
        out.push_str("}\n");
        all.push(grants);
    }
    for u in 0..roles * 2 {
        let _ = writeln!(out, "user u{u}\nassign Role{} to u{u}", u / 2);
    }
    out
}
