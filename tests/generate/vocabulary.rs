//! Objects, units, networks, calendars and hours of a random policy.

use super::{Block, Dice};

/// What the other parts need to know of an object.
#[derive(Clone, Debug)]
pub struct ObjectPlan<'a> {
    pub name: &'a str,
    pub general: Vec<&'a str>,
    pub record: Vec<&'a str>,
    pub owner: bool,
    pub unit: bool,
    pub team: bool,
    /// Actions for which `readers` shares.
    pub shared: Vec<&'a str>,
    /// Attributes with a kind that conditions know.
    pub attributes: Vec<(&'a str, Kind)>,
    /// Every name that may stand as a field.
    pub fields: Vec<&'a str>,
    pub administers: bool,
}

/// Types of attributes, as far as conditions differ by them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    Number,
    Region,
    Grade,
    Text,
    Boolean,
    User,
    Unit,
    Address,
    Texts,
    Regions,
    Users,
}

impl Kind {
    pub fn spelled(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Region => "Region",
            Self::Grade => "Grade",
            Self::Text => "text",
            Self::Boolean => "boolean",
            Self::User => "user",
            Self::Unit => "unit",
            Self::Address => "address",
            Self::Texts => "set of text",
            Self::Regions => "set of Region",
            Self::Users => "set of user",
        }
    }
}

pub const UNITS: [&str; 5] = ["HQ", "Sales", "East", "West", "Finance"];
pub const ZONES: [&str; 7] = [
    "Asia/Shanghai",
    "Europe/Berlin",
    "America/New_York",
    "Africa/Cairo",
    "America/Santiago",
    "Australia/Lord_Howe",
    "UTC",
];

impl<'a> ObjectPlan<'a> {
    pub fn actions(&self) -> Vec<&'a str> {
        self.general.iter().chain(&self.record).copied().collect()
    }

    pub fn is_general(&self, action: &str) -> bool {
        self.general.contains(&action)
    }
}

/// Labels, types, attributes of subject and request, units, networks.
pub fn common(dice: &mut Dice) -> Vec<Block> {
    let mut blocks = vec![
        Block::line("label personal \"personal data\", confidential"),
        Block::line("type Region = east \"华东\" | west \"华西\" | overseas"),
        Block::line("type Grade = junior < senior < principal"),
    ];
    blocks.push(Block::with(
        "subject",
        vec![
            "attribute grade : Grade from table".into(),
            "attribute region : Region from table".into(),
            "attribute clearance : number".into(),
        ],
    ));
    blocks.push(Block::with(
        "request",
        vec!["attribute device : managed | private".into(), "attribute channel : text".into()],
    ));
    blocks.push(Block::line("unit HQ { unit Sales { unit East \"华东区\" unit West } unit Finance }"));
    let office = dice.pick(&["10.0.0.0/8, 2001:db8::/32", "10.20.0.0/16", "192.168.1.0/24, 10.9.0.0/20"]);
    blocks.push(Block::line(format!("network office = {office}")));
    blocks.push(Block::line("network lab = 172.16.0.0/12, 2001:db8:1::/48"));
    blocks
}

/// Two or three objects.
pub fn objects(dice: &mut Dice) -> (Vec<ObjectPlan<'static>>, Vec<Block>) {
    let names = ["Customer", "Invoice", "Ledger"];
    let count = if dice.chance(60) { 2 } else { 3 };
    let (mut plans, mut blocks) = (Vec::new(), Vec::new());
    for name in &names[..count] {
        let (plan, block) = object(dice, name);
        plans.push(plan);
        blocks.push(block);
    }
    (plans, blocks)
}

fn object(dice: &mut Dice, name: &'static str) -> (ObjectPlan<'static>, Block) {
    let mut lines = Vec::new();
    let only_general = name == "Ledger" && dice.chance(30);
    let mut plan = ObjectPlan {
        name,
        general: Vec::new(),
        record: Vec::new(),
        owner: !only_general && dice.chance(85),
        unit: !only_general && dice.chance(75),
        team: !only_general && dice.chance(50),
        shared: Vec::new(),
        attributes: Vec::new(),
        fields: Vec::new(),
        administers: name == "Ledger" && dice.chance(40),
    };
    actions(dice, &mut plan, &mut lines, only_general);
    if plan.owner {
        lines.push("record owner is holder".into());
        plan.attributes.push(("holder", Kind::User));
    }
    if plan.unit && plan.owner && dice.chance(25) {
        lines.push("record unit is that of its owner".into());
    } else if plan.unit {
        lines.push("record unit is dept".into());
        plan.attributes.push(("dept", Kind::Unit));
    }
    if plan.team {
        lines.push("record team is crew".into());
        plan.attributes.push(("crew", Kind::Users));
    }
    plan.fields.extend(plan.attributes.iter().map(|(name, _)| *name));
    if !plan.record.is_empty() && dice.chance(50) {
        plan.shared = {
            let count = dice.index(2) + 1;
            dice.some(&plan.record, count)
        };
        lines.push(format!("shared with readers for {}", plan.shared.join(", ")));
        lines.push(format!("attribute readers : set of {}", dice.pick(&["user", "unit"])));
        plan.fields.push("readers");
    }
    attributes(dice, &mut plan, &mut lines);
    for (field, labels) in [("phone", "personal"), ("email", "personal, confidential"), ("price", "confidential")] {
        if dice.chance(60) {
            lines.push(format!("field {field} is {labels}"));
            plan.fields.push(field);
        }
    }
    if dice.chance(40) {
        lines.push("field memo \"备注\"".into());
        plan.fields.push("memo");
    }
    let administers = if plan.administers { " administers roles" } else { "" };
    let block = Block::with(format!("object {name}{administers}"), lines);
    (plan, block)
}

fn actions(dice: &mut Dice, plan: &mut ObjectPlan<'static>, lines: &mut Vec<String>, only_general: bool) {
    if dice.chance(75) || only_general {
        plan.general.push("create");
    }
    if dice.chance(30) {
        plan.general.push("import");
    }
    if !plan.general.is_empty() {
        lines.push(format!("general actions {}", plan.general.join(", ")));
    }
    if dice.chance(15) {
        plan.general.push("登记");
        lines.push("general actions 登记 creates".into());
    }
    if only_general {
        plan.general.push("read");
        lines.push("general actions read".into());
        return;
    }
    plan.record.push("read");
    for (action, percent) in [("update", 75), ("delete", 40), ("approve", 30)] {
        if dice.chance(percent) {
            plan.record.push(action);
        }
    }
    lines.push(format!("record actions {}", plan.record.join(", ")));
    if dice.chance(50) {
        plan.record.push("export");
        lines.push("record actions export risk high".into());
    }
    if dice.chance(20) {
        plan.record.push("修改");
        lines.push("record actions 修改 updates".into());
    }
    if plan.owner && dice.chance(50) {
        plan.record.push("transfer");
        let acts = if dice.chance(30) { " updates" } else { "" };
        lines.push(format!("record actions transfer changes holder{acts}"));
    }
}

fn attributes(dice: &mut Dice, plan: &mut ObjectPlan<'static>, lines: &mut Vec<String>) {
    let all = [
        ("level", Kind::Number),
        ("region", Kind::Region),
        ("grade", Kind::Grade),
        ("note", Kind::Text),
        ("frozen", Kind::Boolean),
        ("reviewer", Kind::User),
        ("home", Kind::Unit),
        ("source", Kind::Address),
        ("tags", Kind::Texts),
        ("kinds", Kind::Regions),
    ];
    let count = dice.between(2, 5) as usize;
    for (name, kind) in dice.some(&all, count) {
        let held = if dice.chance(15) { " from records" } else { "" };
        let label = if dice.chance(15) { " is confidential" } else { "" };
        lines.push(format!("attribute {name} : {}{held}{label}", kind.spelled()));
        plan.attributes.push((name, kind));
        plan.fields.push(name);
    }
    if dice.chance(5) {
        lines.push("attributes from records".into());
    }
}
