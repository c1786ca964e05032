//! Codes of the `analysis` stage: what is wrong with roles and with suspensions of them.

use crate::diagnostic::{Class, Code};
use crate::message::Text;

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[
    &INHERITANCE_CYCLE,
    &DENY_COVERS_ALLOW,
    &CANCELLED_AND_DENIED,
    &EXTERNAL_INHERITS_INTERNAL,
    &EXTERNAL_SCOPE,
    &EXTERNAL_MISMATCH,
    &CANCEL_FROM_STRANGER,
    &CANCEL_OF_NOTHING,
    &SUSPENDS_NOTHING,
    &TOO_MANY_ALTERNATIVES,
];

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"UTC\" }\n",
            "object Customer {\n",
            "  record actions read, export\n",
            "  record owner is sales_owner\n",
            "  record unit is department\n",
            "}\n",
            $text
        )
    };
}

/// Roles inherit each other in a circle.
pub static INHERITANCE_CYCLE: Code = Code {
    id: "E0501",
    name: "inheritance-cycle",
    summary: Text::new("roles inherit each other in a circle", "角色循环继承"),
    why: Text::new(
        "A role has its own rules and those of the roles it inherits, so a circle gives no answer to who is senior. The \
         whole circle is shown with the place of each `inherits`. Remove one of them, or move what the roles share into \
         a role that all of them inherit.",
        "角色拥有自己的规则以及所继承角色的规则，循环继承无法说明谁在上谁在下。这里列出整个循环和每一处 `inherits` 的位置。\
         请删去其中一处，或把共有的部分移到一个由它们共同继承的角色中。",
    ),
    bad: package!("role Clerk inherits Manager { allow read Customer within own }\nrole Manager inherits Clerk { }\n"),
    good: package!("role Clerk { allow read Customer within own }\nrole Manager inherits Clerk { }\n"),
    class: Class::Graph,
    ..Code::ERROR
};

/// An own deny takes a whole allow.
pub static DENY_COVERS_ALLOW: Code = Code {
    id: "E0502",
    name: "deny-covers-allow",
    summary: Text::new("a role denies all that one of its own allows gives", "角色自己的禁止完全抵消了自己的允许"),
    why: Text::new(
        "Deny wins, so an allow that a deny of the same role wholly covers never applies: one of the two lines is a \
         mistake, and a reader cannot tell which. Between different roles such an overlap is a finding, not an error.",
        "禁止优先于允许，因此被同一角色的禁止完全覆盖的允许永远不会生效：其中一行必有错误，而读者无从判断是哪一行。\
         不同角色之间的这种重叠只是提示，不是错误。",
    ),
    bad: package!("role Clerk {\n  allow read, export Customer within own\n  deny read, export Customer\n}\n"),
    good: package!("role Clerk {\n  allow read, export Customer within own\n  deny export Customer outside own\n}\n"),
    class: Class::Graph,
    ..Code::ERROR
};

/// One right both cancelled and denied.
pub static CANCELLED_AND_DENIED: Code = Code {
    id: "E0503",
    name: "cancelled-and-denied",
    summary: Text::new("a role cancels a deny and denies the same right", "角色取消了某项禁止，自己又禁止同一权限"),
    why: Text::new(
        "A cancel says that this role may do what an inherited deny forbids; an own deny of the same right says the \
         opposite. Keep the one that is meant.",
        "取消表示本角色可以做被继承的禁止所不许的事，而自己的禁止恰好相反。请只保留想要的一条。",
    ),
    bad: package!(
        "role Clerk { deny export Customer }\nrole Manager inherits Clerk {\n  allow export Customer within all\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n  deny export Customer within own\n}\n"
    ),
    good: package!(
        "role Clerk { deny export Customer }\nrole Manager inherits Clerk {\n  allow export Customer within all\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n}\n"
    ),
    class: Class::Graph,
    ..Code::ERROR
};

/// An external role inherits an internal one.
pub static EXTERNAL_INHERITS_INTERNAL: Code = Code {
    id: "E0504",
    name: "external-inherits-internal",
    summary: Text::new("an external role inherits a role that is not external", "外部角色继承了内部角色"),
    why: Text::new(
        "External roles are for partners. What an internal role gains later would reach them through inheritance without \
         anybody looking, so an external role inherits external roles only.",
        "外部角色供合作伙伴使用。若继承内部角色，以后内部角色新增的权限会在无人察觉时传给他们，因此外部角色只能继承外部角色。",
    ),
    bad: package!("role Clerk { allow read Customer within own }\nexternal role Dealer inherits Clerk { }\n"),
    good: package!("external role Dealer { allow read Customer within own }\n"),
    class: Class::Graph,
    security: Some(70),
    ..Code::ERROR
};

/// A scope that is too wide for an external role.
pub static EXTERNAL_SCOPE: Code = Code {
    id: "E0505",
    name: "external-scope",
    summary: Text::new("an external role uses a scope that is not open to it", "外部角色使用了不允许的范围"),
    why: Text::new(
        "Partners see what is theirs: an external role uses `own`, `team`, `shared`, `no owner` or units that are named, since \
         `my unit`, `reports` and `all` grow with the organization.",
        "合作伙伴只看与自己有关的记录：外部角色只能用 `own`、`team`、`shared`、`no owner` 或写明的部门，因为 `my unit`、`reports`、`all` 会随组织变化而扩大。",
    ),
    bad: package!("external role Dealer { allow read Customer within all }\n"),
    good: package!("external role Dealer { allow read Customer within own }\n"),
    class: Class::Graph,
    security: Some(70),
    ..Code::ERROR
};

/// An external person with an internal role, or the reverse.
pub static EXTERNAL_MISMATCH: Code = Code {
    id: "E0506",
    name: "external-mismatch",
    summary: Text::new(
        "an external user holds a role that is not external, or the reverse",
        "外部用户担任了内部角色，或内部用户担任了外部角色",
    ),
    why: Text::new(
        "External users hold external roles only, and nobody else holds those. So a partner never gets what is written \
         for employees, and `everyone` never means a partner.",
        "外部用户只能担任外部角色，其他人也不能担任外部角色。这样合作伙伴不会得到为员工写的权限，`everyone` 也不会包含他们。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nexternal user chen.ming\nassign Clerk to chen.ming\n"
    ),
    good: package!(
        "external role Dealer { allow read Customer within own }\nexternal user chen.ming\nassign Dealer to chen.ming\n"
    ),
    class: Class::Graph,
    security: Some(70),
    ..Code::ERROR
};

/// A cancel names a role that is not inherited.
pub static CANCEL_FROM_STRANGER: Code = Code {
    id: "E0507",
    name: "cancel-from-stranger",
    summary: Text::new("a cancel names a rule of a role that is not inherited", "取消所指的规则属于并未继承的角色"),
    why: Text::new(
        "A role cancels what it inherits, and says which role wrote it. It cannot cancel a rule of a role that it does \
         not inherit, nor one of its own.",
        "角色只能取消所继承的规则，并写明规则所在的角色。它不能取消未继承角色的规则，也不能取消自己的规则。",
    ),
    bad: package!(
        "role Clerk { deny export Customer }\nrole Manager {\n  allow export Customer within all\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n}\n"
    ),
    good: package!(
        "role Clerk { deny export Customer }\nrole Manager inherits Clerk {\n  allow export Customer within all\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n}\n"
    ),
    class: Class::Graph,
    ..Code::ERROR
};

/// A cancel of what is already cancelled on every way.
pub static CANCEL_OF_NOTHING: Code = Code {
    id: "E0508",
    name: "cancel-of-nothing",
    summary: Text::new("a cancel names a rule that does not reach the role", "取消所指的规则到不了该角色"),
    why: Text::new(
        "Another role on each way to the rule has cancelled it already, so nothing is left to cancel. Such a line looks \
         as if it opened something; remove it.",
        "通往该规则的每条路径上都已有角色取消了它，没有剩下可取消的内容。这一行看上去放开了什么，其实没有，请删去。",
    ),
    bad: package!(
        "role Clerk { deny export Customer }\nrole Lead inherits Clerk {\n  allow export Customer within own\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n}\nrole Manager inherits Lead {\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n}\n"
    ),
    good: package!(
        "role Clerk { deny export Customer }\nrole Lead inherits Clerk {\n  allow export Customer within own\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n}\nrole Manager inherits Lead { }\n"
    ),
    class: Class::Graph,
    ..Code::ERROR
};

/// A suspension of what is not held.
pub static SUSPENDS_NOTHING: Code = Code {
    id: "E0509",
    name: "suspends-nothing",
    summary: Text::new("a suspension names what nobody holds in its time", "暂停的对象在该时间段内并不存在"),
    why: Text::new(
        "A typo in a lock is an open door: what a suspension names must be held at some instant of its window. \
         `suspend user X` wants a user who holds something, `suspend user X in role R` one who is assigned exactly R, \
         `suspend role R` a role that somebody is assigned, and with `and roles that inherit it` that role or an heir.",
        "锁上的笔误等于门没关：暂停所指的对象必须在其时间段内的某一刻确实存在。`suspend user X` 要求该用户担任角色，\
         `suspend user X in role R` 要求其恰好被分配 `R`，`suspend role R` 要求有人被分配该角色，\
         加上 `and roles that inherit it` 时也可以是继承它的角色。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nrole Manager inherits Clerk { }\nuser li.na\n\
         assign Manager to li.na\nsuspend user li.na in role Clerk from 2026-12-01 through 2026-12-05 because \"leave\"\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nrole Manager inherits Clerk { }\nuser li.na\n\
         assign Manager to li.na\nsuspend user li.na in role Manager from 2026-12-01 through 2026-12-05 because \"leave\"\n"
    ),
    class: Class::Graph,
    security: Some(50),
    ..Code::ERROR
};

/// Too many ways of inheritance.
pub static TOO_MANY_ALTERNATIVES: Code = Code {
    id: "E0510",
    name: "too-many-alternatives",
    summary: Text::new(
        "a role reaches an inherited one on too many different ways",
        "角色到达某个被继承角色的不同路径过多",
    ),
    why: Text::new(
        "Roles with `active`, `without` or `cancel` change what comes through them, so every set of them on a way of \
         inheritance counts. More than 1,024 sets in one place are refused, since an answer would no longer be quick. \
         Inherit fewer of them, or assign them to people instead. No short text shows it.",
        "带有 `active`、`without`、`cancel` 的角色会改变经过它们的权限，因此继承路径上的每种组合都要计入。同一处超过 1，024 种组合会被拒绝，\
         否则无法迅速作答。请减少继承，或改为直接分配。没有简短的文本能展示这一情形。",
    ),
    class: Class::Graph,
    ..Code::ERROR
};
