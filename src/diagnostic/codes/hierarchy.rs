//! Codes of the `hierarchy` family: roles beside each other, and who inherits from whom.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &EQUAL_ROLES,
    &CONTAINED_ROLE,
    &ADDS_NOTHING,
    &POWERLESS_ROLE,
    &SELF_DEFEATING_ROLE,
    &DEEP_HIERARCHY,
    &MANY_PARENTS,
];

/// What the exact findings of this family share.
const ROLE: Code = Code { class: Class::Exact, level: Severity::Info, ..Code::FINDING };

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "object Customer {\n",
            "  general actions create\n",
            "  record actions read, update, export\n",
            "  record owner is sales_owner\n",
            "}\n",
            $text
        )
    };
}

/// Two roles decide alike.
pub static EQUAL_ROLES: Code = Code {
    id: "W0501",
    name: "equal-roles",
    summary: Text::new("two roles decide alike", "两个角色的判定完全相同"),
    why: Text::new(
        "Whoever holds just the one gets the same answers as whoever holds just the other: for every right, record, field, value and \
         instant, suspensions apart. Two names for one thing drift apart, and whoever reviews one forgets the other. Roles \
         that a guarantee, a requirement, separate sessions or a suspension names are not told.",
        "只担任其中任一角色的人，在每项权限、记录、字段、取值和时刻上得到的答复都相同（暂停除外）。同一件事有两个名字，日后就会各自变化，\
         审查时也容易漏掉一个。被保证、要求、会话分离或暂停按名称提到的角色不在此列。",
    ),
    bad: package!(
        "role Clerk {\n  allow read Customer within own\n  allow update Customer within own\n}\nrole Agent { allow read, update Customer within own }\n"
    ),
    good: package!(
        "role Clerk { allow read, update Customer within own }\nrole Agent inherits Clerk { allow export Customer within own }\n"
    ),
    ..ROLE
};

/// All that a role may do another may too.
pub static CONTAINED_ROLE: Code = Code {
    id: "W0502",
    name: "contained-role",
    summary: Text::new("all that a role may do another one may too", "一个角色能做的，另一个角色全都能做"),
    why: Text::new(
        "Neither inherits the other, so the same lines stand twice, and whoever changes one forgets the other. What the wider \
         role has only through a wildcard is not told, nor a role with denies or masks, which an heir would have too.",
        "两者没有继承关系，同样的规则写了两遍，改了一处容易忘记另一处。较大的角色仅通过通配得到的权限不在此列；带有禁止或脱敏的角色也不在此列，因为继承者会一并得到它们。",
    ),
    bad: package!(
        "role Clerk { allow read, update Customer within own }\nrole Lead {\n  allow read, update Customer within all\n  allow export Customer within own\n}\n"
    ),
    good: package!(
        "role Clerk { allow read, update Customer within own }\nrole Lead inherits Clerk {\n  allow read, update Customer within all\n  allow export Customer within own\n}\n"
    ),
    ..ROLE
};

/// A role decides as one that it inherits.
pub static ADDS_NOTHING: Code = Code {
    id: "W0503",
    name: "adds-nothing",
    summary: Text::new("a role decides just as one that it inherits", "一个角色的判定与所继承的角色完全相同"),
    why: Text::new(
        "It gives nothing that the role below does not give, and takes nothing: readers look for a difference that is not there. A \
         role that a guarantee, a requirement, separate sessions or a suspension names is not told.",
        "它没有给予下层角色之外的任何权限，也没有取走什么：读者会去找一个并不存在的区别。被保证、要求、会话分离或暂停按名称提到的角色不在此列。",
    ),
    bad: package!("role Clerk { allow read Customer within own }\nrole Senior inherits Clerk { }\n"),
    good: package!(
        "role Clerk { allow read Customer within own }\nrole Senior inherits Clerk { allow update Customer within own }\n"
    ),
    ..ROLE
};

/// A role through which nobody can do anything.
pub static POWERLESS_ROLE: Code = Code {
    id: "W0504",
    name: "powerless-role",
    summary: Text::new("a held role through which nobody can do anything", "有人担任、却什么也做不了的角色"),
    why: Text::new(
        "Somebody holds it and believes to have rights. All of them are taken by denies, requirements, hours or `without`, or \
         nothing was written. A role that only denies or masks is a brake and not told.",
        "有人担任它并以为因此有权限，但全部被禁止、要求、时段或 `without` 取走，或根本没有写。只含禁止或脱敏的角色是限制，不在此列。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nrole NoReading { deny read Customer }\nrole Trainee inherits Clerk, NoReading { }\nuser li.na\nassign Trainee to li.na\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nrole Trainee inherits Clerk { deny update Customer }\nuser li.na\nassign Trainee to li.na\n"
    ),
    level: Severity::Warning,
    security: Some(20),
    ..ROLE
};

/// All own allows of a role are denied.
pub static SELF_DEFEATING_ROLE: Code = Code {
    id: "W0505",
    name: "self-defeating-role",
    summary: Text::new("a role is denied all that it allows itself", "角色自己允许的内容全部被禁止"),
    why: Text::new(
        "Each of its own allows meets a deny of the role or of one that it inherits, on every record and at every time. Either the \
         denies are wider than was meant, or the allows are left over.",
        "它自己的每条允许在任何记录、任何时间都会遇到本角色或所继承角色的禁止。要么禁止的范围比本意大，要么这些允许是遗留下来的。",
    ),
    bad: package!(
        "role Base { deny every action Customer }\nrole Clerk inherits Base {\n  allow read Customer within own\n  allow update Customer within own\n}\n"
    ),
    good: package!(
        "role Base { deny export Customer }\nrole Clerk inherits Base {\n  allow read Customer within own\n  allow update Customer within own\n}\n"
    ),
    level: Severity::Warning,
    security: Some(20),
    ..ROLE
};

/// Inheritance that is too deep to follow.
pub static DEEP_HIERARCHY: Code = Code {
    id: "W0506",
    name: "deep-hierarchy",
    summary: Text::new("a way of inheritance is longer than the budget", "继承层级超过预算"),
    why: Text::new(
        "To see what the role may do one has to read every role on the way. The budget `depth` in `rolecall.toml` says how many are fine.",
        "要弄清该角色能做什么，得读完路径上的每个角色。`rolecall.toml` 中的预算 `depth` 规定多少层可以接受。",
    ),
    bad: package!(
        "role A { allow read Customer within own }\nrole B inherits A { allow update Customer within own }\nrole C inherits B { allow create Customer }\nrole D inherits C { allow export Customer within own }\nrole E inherits D { allow read Customer within all }\nrole F inherits E { allow update Customer within all }\nrole G inherits F { allow export Customer within all }\n"
    ),
    good: package!(
        "role A {\n  allow create Customer\n  allow read, update Customer within own\n}\nrole B inherits A { allow export Customer within own }\nrole C inherits B { allow read, update, export Customer within all }\n"
    ),
    class: Class::Graph,
    ..ROLE
};

/// A role that inherits too many.
pub static MANY_PARENTS: Code = Code {
    id: "W0507",
    name: "many-parents",
    summary: Text::new("a role inherits more roles than the budget", "直接继承的角色数超过预算"),
    why: Text::new(
        "What so many roles give together, and which denies meet which allows, is hard to see; often a role was made for one \
         person. The budget `parents_per_role` in `rolecall.toml` says how many are fine.",
        "这么多角色合起来给了什么、哪些禁止与哪些允许相遇，很难看清；这样的角色往往是为某一个人拼凑的。`rolecall.toml` 中的预算 `parents_per_role` 规定多少个可以接受。",
    ),
    bad: package!(
        "role A { allow create Customer }\nrole B { allow read Customer within own }\nrole C { allow update Customer within own }\nrole D { allow export Customer within own }\nrole E { allow read Customer within all }\nrole F { allow update Customer within all }\nrole Jack inherits A, B, C, D, E, F { }\n"
    ),
    good: package!(
        "role A { allow create Customer }\nrole B { allow read Customer within own }\nrole Jack inherits A, B { }\n"
    ),
    class: Class::Graph,
    ..ROLE
};
