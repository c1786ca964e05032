//! Codes of the `lines` family: lines of a role that do nothing, or nothing that others do not. All exact.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &DEAD_ALLOW,
    &COVERED_ALLOW,
    &REDUNDANT_ALLOW,
    &IMPOSSIBLE_RULE,
    &INEFFECTIVE_DENY,
    &COVERED_DENY,
    &REDUNDANT_DENY,
    &COVERED_MASK,
    &IDLE_CANCEL,
    &IDLE_REQUIRE,
    &INHERITED_CONTRADICTION,
    &VACUOUS_CONDITION,
    &DEAD_ALTERNATIVE,
    &CONTRADICTORY_REQUIRE,
    &IDLE_SUSPENSION,
];

/// What the findings of this family share.
const LINE: Code = Code { class: Class::Exact, level: Severity::Info, ..Code::FINDING };

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "label personal\n",
            "type Region = east | west\n",
            "object Customer {\n",
            "  general actions create\n",
            "  record actions read, update, export\n",
            "  record owner is sales_owner\n",
            "  attribute region : Region\n",
            "  field phone is personal\n",
            "}\n",
            $text
        )
    };
}

/// An allow, all of which is denied.
pub static DEAD_ALLOW: Code = Code {
    id: "W0107",
    name: "dead-allow",
    summary: Text::new("an allow, all of which is denied", "一条允许的全部内容都被禁止"),
    why: Text::new(
        "Every request that the line allows meets a deny of the same role or of one that it inherits, so the line gives nothing to anybody who holds just this role. Whoever reads it believes otherwise.",
        "这一行所允许的每个请求都会遇到本角色或所继承角色的禁止，因此只担任该角色的人得不到任何权限，而读者会以为有。",
    ),
    bad: package!(
        "role Base { deny export Customer when record.region is east }\nrole Clerk inherits Base {\n  deny export Customer when record.region is not east\n  allow export Customer within own\n}\n"
    ),
    good: package!(
        "role Base { deny export Customer when record.region is east }\nrole Clerk inherits Base { allow export Customer within own }\n"
    ),
    level: Severity::Warning,
    security: Some(20),
    ..LINE
};

/// An allow gives nothing that another does not.
pub static COVERED_ALLOW: Code = Code {
    id: "W0203",
    name: "covered-allow",
    summary: Text::new("an allow gives nothing that another does not", "一条允许没有给予其他允许之外的权限"),
    why: Text::new(
        "Whenever it applies, another allow of the role, or of one that it inherits, applies as well. Whoever narrows one of the two later will be surprised.",
        "凡是它适用时，本角色或所继承角色的另一条允许也适用。以后只缩小其中一条的人会感到意外。",
    ),
    bad: package!("role Clerk {\n  allow read Customer within own\n  allow read, export Customer within all\n}\n"),
    good: package!("role Clerk {\n  allow read Customer within all\n  allow export Customer within own\n}\n"),
    fixable: true,
    ..LINE
};

/// An allow gives nothing that several others together do not.
pub static REDUNDANT_ALLOW: Code = Code {
    id: "W0204",
    name: "redundant-allow",
    summary: Text::new(
        "an allow gives nothing that several others together do not",
        "一条允许没有给予其他几条合起来之外的权限",
    ),
    why: Text::new(
        "No single line covers it, but wherever it applies one of the others does, or a deny takes it. It can go and nothing changes for who holds just this role.",
        "没有哪一行单独包含它，但凡是它适用之处，总有另一行适用，或被禁止取走。删去它对只担任该角色的人没有影响。",
    ),
    bad: package!(
        "role Clerk {\n  allow read Customer within own when request.mfa\n  allow read Customer within all when record.region is east\n  allow read Customer within all when record.region is west\n  allow read Customer within own when record.region is one of east, west\n}\n"
    ),
    good: package!(
        "role Clerk {\n  allow read Customer within own when request.mfa\n  allow read Customer within all when record.region is east\n  allow read Customer within own when record.region is one of east, west\n}\n"
    ),
    ..LINE
};

/// A line that can never apply.
pub static IMPOSSIBLE_RULE: Code = Code {
    id: "W0108",
    name: "impossible-rule",
    summary: Text::new("a line that can never apply", "永远不会适用的一行"),
    why: Text::new(
        "No value, record or instant meets what the line asks for: its condition contradicts itself, or its window never meets the hours of the role. An allow that never works is a promise broken; a deny that never works is an open door.",
        "没有任何取值、记录或时刻能满足这一行：条件自相矛盾，或时间与角色的时段永不相交。永不生效的允许是落空的承诺，永不生效的禁止是敞开的门。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own when record.region is east and record.region is west }\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own when record.region is east or record.region is west }\n"
    ),
    level: Severity::Warning,
    security: Some(30),
    ..LINE
};

/// A deny of what nobody is allowed.
pub static INEFFECTIVE_DENY: Code = Code {
    id: "W0109",
    name: "ineffective-deny",
    summary: Text::new("a deny of what nobody is allowed", "禁止了没有人被允许的内容"),
    why: Text::new(
        "Nobody who has the deny, by this role, by one that inherits it or beside another role, is allowed any of what it denies. It may be a brake for rules to come; more often a name or a condition is not the one that was meant.",
        "受这条禁止约束的人（通过本角色、继承者或同时担任的其他角色）本来就没有其中任何权限。它可能是为将来的规则预留的限制，但更常见的是名称或条件写错了。",
    ),
    bad: package!("role Clerk {\n  allow read Customer within own\n  deny export Customer\n}\n"),
    good: package!(
        "role Clerk {\n  allow read, export Customer within own\n  deny export Customer when record.region is east\n}\n"
    ),
    ..LINE
};

/// A deny denies nothing that another does not.
pub static COVERED_DENY: Code = Code {
    id: "W0205",
    name: "covered-deny",
    summary: Text::new("a deny denies nothing that another does not", "一条禁止没有增加其他禁止之外的内容"),
    why: Text::new(
        "Whenever it binds, another deny of the role, or of one that it inherits, binds as well. A cancel of the other one would not free what this one still holds.",
        "凡是它起作用时，本角色或所继承角色的另一条禁止也起作用。取消另一条并不会放开这一条仍在禁止的内容。",
    ),
    bad: package!(
        "role Clerk {\n  allow read, export Customer within all\n  deny export Customer when record.region is east\n  deny export Customer within own when record.region is east\n}\n"
    ),
    good: package!(
        "role Clerk {\n  allow read, export Customer within all\n  deny export Customer when record.region is east\n  deny export Customer within own when record.region is west\n}\n"
    ),
    fixable: true,
    ..LINE
};

/// A deny denies nothing that several others together do not.
pub static REDUNDANT_DENY: Code = Code {
    id: "W0206",
    name: "redundant-deny",
    summary: Text::new(
        "a deny denies nothing that several others together do not",
        "一条禁止没有增加其他几条合起来之外的内容",
    ),
    why: Text::new(
        "No single line covers it, but wherever it binds one of the others does.",
        "没有哪一行单独包含它，但凡是它起作用之处，总有另一行起作用。",
    ),
    bad: package!(
        "role Clerk {\n  allow read, export Customer within all\n  deny export Customer when record.region is not west\n  deny export Customer when record.region is not east\n  deny export Customer within own\n}\n"
    ),
    good: package!(
        "role Clerk {\n  allow read, export Customer within all\n  deny export Customer when record.region is east\n  deny export Customer within own\n}\n"
    ),
    ..LINE
};

/// A mask masks nothing that other lines do not.
pub static COVERED_MASK: Code = Code {
    id: "W0207",
    name: "covered-mask",
    summary: Text::new("a mask masks nothing that other lines do not", "一条脱敏没有增加其他行之外的内容"),
    why: Text::new(
        "Wherever it masks, another mask masks the same fields, or a deny hides them.",
        "凡是它脱敏之处，另一条脱敏已对相同字段脱敏，或禁止已将其隐藏。",
    ),
    bad: package!(
        "role Clerk {\n  allow read Customer including personal within all\n  mask Customer (phone)\n  mask Customer (phone) outside own\n}\n"
    ),
    good: package!(
        "role Clerk {\n  allow read Customer including personal within all\n  mask Customer (phone) outside own\n}\n"
    ),
    fixable: true,
    ..LINE
};

/// A cancel that lets nothing through.
pub static IDLE_CANCEL: Code = Code {
    id: "W0110",
    name: "idle-cancel",
    summary: Text::new("a cancel that lets nothing through", "没有放开任何权限的取消"),
    why: Text::new(
        "Nobody is allowed anything because of it: another deny still takes what it was to free, or no allow gives it. Whoever reads the line believes that somebody got something.",
        "没有人因它而获得任何权限：另一条禁止仍在起作用，或根本没有相应的允许。读者会以为有人因此得到了权限。",
    ),
    bad: package!(
        "role Base {\n  allow read Customer within own\n  deny export Customer\n}\nrole Lead inherits Base { cancel deny export Customer inherited from Base because \"report\" }\n"
    ),
    good: package!(
        "role Base {\n  allow read Customer within own\n  deny export Customer\n}\nrole Lead inherits Base {\n  allow export Customer within own\n  cancel deny export Customer inherited from Base because \"report\"\n}\n"
    ),
    level: Severity::Warning,
    ..LINE
};

/// A requirement that keeps nobody from anything.
pub static IDLE_REQUIRE: Code = Code {
    id: "W0111",
    name: "idle-require",
    summary: Text::new("a requirement that keeps nobody from anything", "没有拦住任何人的要求"),
    why: Text::new(
        "Every allow that it concerns demands the same already, or there is none. It may be meant for rules to come.",
        "它所涉及的每条允许都已要求同样的条件，或根本没有这样的允许。也可能是为将来的规则预留的。",
    ),
    bad: package!(
        "role Clerk { allow export Customer within own when request.mfa }\nrequire request.mfa for export on Customer because \"policy 7\"\n"
    ),
    good: package!(
        "role Clerk { allow export Customer within own }\nrequire request.mfa for export on Customer because \"policy 7\"\n"
    ),
    ..LINE
};

/// An allow and a deny that one role has by inheritance.
pub static INHERITED_CONTRADICTION: Code = Code {
    id: "W0112",
    name: "inherited-contradiction",
    summary: Text::new(
        "a role has an allow and a deny of one right through inheritance",
        "一个角色因继承而对同一权限既有允许又有禁止",
    ),
    why: Text::new(
        "Deny wins, so nothing is open that should be shut; but whoever reads the allow alone believes otherwise, and with two \
         parents nobody sees it by reading one of them. Told at the first role in which the two meet. The request beside it is \
         one that both lines speak of.",
        "禁止优先，因此不会放开本应关闭的权限；但只读那条允许的人会以为有权限，若来自两个父角色，则只读其中一个看不出来。在两者最先相遇的角色处提示。所附的请求同时落在这两行之内。",
    ),
    bad: package!(
        "role Clerk { allow read, export Customer within own }\nrole Region { deny export Customer when record.region is west }\nrole Both inherits Clerk, Region { }\n"
    ),
    good: package!(
        "role Clerk {\n  allow read Customer within own\n  allow export Customer within own when record.region is east\n}\nrole Region { deny export Customer when record.region is west }\nrole Both inherits Clerk, Region { }\n"
    ),
    security: Some(20),
    ..LINE
};

/// A condition that is never false.
pub static VACUOUS_CONDITION: Code = Code {
    id: "W0113",
    name: "vacuous-condition",
    summary: Text::new("a condition that no value makes false", "没有任何取值会使其为假的条件"),
    why: Text::new(
        "In a deny, a mask or a suspension it changes nothing: the line works always. In an allow or a requirement it asks only \
         that the value be known, whatever it is. A reader believes that it tells something apart.",
        "用在禁止、脱敏或暂停中时它不起任何作用：这一行始终有效。用在允许或要求中时，它只要求取值已知，而不论是什么。读者会以为它有所区分。",
    ),
    bad: package!("role Clerk { allow read Customer within own when record.region is one of east, west }\n"),
    good: package!("role Clerk { allow read Customer within own when record.region is east }\n"),
    level: Severity::Warning,
    security: Some(30),
    ..LINE
};

/// One side of an `or` that never matters.
pub static DEAD_ALTERNATIVE: Code = Code {
    id: "W0114",
    name: "dead-alternative",
    summary: Text::new("one side of an `or` never matters", "`or` 的某一侧从不起作用"),
    why: Text::new(
        "Whenever it holds another side holds too, or it can never hold. Either it can go, or a value in it is not the one that was meant.",
        "凡是它成立时，另一侧也成立；或者它永远不会成立。要么可以删去，要么其中的取值写错了。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own when record.region is not west or record.region is east }\n"
    ),
    good: package!("role Clerk { allow read Customer within own when record.region is not west }\n"),
    ..LINE
};

/// A requirement that nobody can meet.
pub static CONTRADICTORY_REQUIRE: Code = Code {
    id: "W0115",
    name: "contradictory-require",
    summary: Text::new("a requirement that nobody can ever meet", "没有人能够满足的要求"),
    why: Text::new(
        "No value meets it, alone or together with the other requirements of the right: whoever is allowed the right is refused all \
         the same. To shut a right for all, write a deny, which says so.",
        "没有任何取值能满足它（单独地，或与该权限的其他要求一起），因此即使被允许也会被拒绝。若要对所有人关闭某项权限，请写禁止，这样才一目了然。",
    ),
    bad: package!(
        "role Clerk { allow export Customer within own }\nrequire record.region is east and record.region is west for export on Customer because \"policy 7\"\n"
    ),
    good: package!(
        "role Clerk { allow export Customer within own }\nrequire record.region is east or record.region is west for export on Customer because \"policy 7\"\n"
    ),
    level: Severity::Warning,
    security: Some(20),
    ..LINE
};

/// A suspension of what nobody may do.
pub static IDLE_SUSPENSION: Code = Code {
    id: "W0116",
    name: "idle-suspension",
    summary: Text::new("a suspension of actions that nobody may do then", "暂停了届时本来就没有人能做的动作"),
    why: Text::new(
        "While it holds, nobody is allowed any of it anyway, on any record. A lock that locks nothing is often one with a wrong \
         action, object or date.",
        "在它有效期间，任何记录上都没有人被允许做其中任何一项。什么也没锁住的锁，往往是动作、对象或日期写错了。",
    ),
    bad: package!(
        "role Clerk { allow export Customer within own through 2026-06-30 }\nuser li.na\nassign Clerk to li.na\nsuspend actions export on Customer from 2026-12-01 through 2026-12-31 because \"closing the books\"\n"
    ),
    good: package!(
        "role Clerk { allow export Customer within own }\nuser li.na\nassign Clerk to li.na\nsuspend actions export on Customer from 2026-12-01 through 2026-12-31 because \"closing the books\"\n"
    ),
    level: Severity::Warning,
    security: Some(30),
    ..LINE
};
