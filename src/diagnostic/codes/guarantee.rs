//! Codes of the `guarantee` stage: guarantees that do not hold.

use crate::diagnostic::{Class, Code};
use crate::message::Text;

/// Every code of this stage, by id.
pub const ALL: &[&Code] = &[
    &ALLOWED,
    &NEEDS,
    &CAN_BOTH,
    &HAS_TWO,
    &PREREQUISITE,
    &ROLES_CAN,
    &USERS_HAVE,
    &ALWAYS,
    &UNDECIDED,
    &NOT_REPLAYED,
];

/// A package text: a header, two objects, two people, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Asia/Shanghai\" }\n",
            "object Invoice {\n",
            "  general actions create\n",
            "  record actions read, approve, export\n",
            "  record owner is clerk\n",
            "}\n",
            "object Log { general actions read }\n",
            "user li.na, wang.fang\n",
            $text
        )
    };
}

/// `never`, `only`
pub static ALLOWED: Code = Code {
    id: "E0701",
    name: "guarantee-allowed",
    summary: Text::new("somebody is allowed what a guarantee rules out", "有人获得了保证所排除的权限"),
    why: Text::new(
        "`never` and `only` range over every instant, every record and every value, missing ones included, and ignore \
         suspensions: a lock for a time proves nothing. A role stands for whoever is assigned it, with all their roles \
         together, and for the role alone if nobody is. The message is a request that anybody can replay; the labels are \
         the rule that allows it and the assignment it comes through.",
        "`never` 与 `only` 覆盖所有时刻、所有记录、所有取值（包括缺失），并且不考虑暂停：一时的锁定不能证明什么。\
         角色指被分配该角色的每个人及其全部角色；无人被分配时指角色本身。消息是任何人都能重放的请求，\
         标注处是允许它的规则和取得它的分配。",
    ),
    bad: package!(
        "role Clerk { allow approve Invoice within own }\nassign Clerk to li.na\nguarantees { never Clerk can approve Invoice }\n"
    ),
    good: package!(
        "role Clerk { allow read Invoice within own }\nassign Clerk to li.na\nguarantees { never Clerk can approve Invoice }\n"
    ),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// `every … needs`
pub static NEEDS: Code = Code {
    id: "E0702",
    name: "guarantee-needs",
    summary: Text::new("something is allowed without what it needs", "缺少必要条件也能获得权限"),
    why: Text::new(
        "The condition must be known true wherever the right is allowed: a value that is missing breaks it as much as a \
         wrong one. A `require` enforces it for everybody, whatever rule allows the right.",
        "凡是允许该权限之处，条件都必须确定成立：缺失的值与错误的值同样不满足。`require` 对所有人强制执行，\
         无论由哪条规则允许。",
    ),
    bad: package!(
        "role Clerk { allow export Invoice within own }\nassign Clerk to li.na\nguarantees { every export of Invoice needs request.mfa }\n"
    ),
    good: package!(
        "role Clerk { allow export Invoice within own }\nassign Clerk to li.na\nrequire request.mfa for export on Invoice\nguarantees { every export of Invoice needs request.mfa }\n"
    ),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// `nobody can both`
pub static CAN_BOTH: Code = Code {
    id: "E0703",
    name: "guarantee-can-both",
    summary: Text::new("somebody can do both of two things", "有人可以同时做两件互斥的事"),
    why: Text::new(
        "No user may be allowed the one right on some record and the other on some record at one instant, through \
         whatever roles. The two need not concern one record, nor one session.",
        "任何用户都不得在同一时刻对某条记录拥有前一权限、又对某条记录拥有后一权限，无论通过哪些角色；\
         两者不必涉及同一条记录或同一会话。",
    ),
    bad: package!(
        "role Clerk { allow create Invoice }\nrole Manager { allow approve Invoice within all }\nassign Clerk, Manager to li.na\nguarantees { nobody can both create Invoice and approve Invoice }\n"
    ),
    good: package!(
        "role Clerk { allow create Invoice }\nrole Manager { allow approve Invoice within all }\nassign Clerk to li.na\nassign Manager to wang.fang\nguarantees { nobody can both create Invoice and approve Invoice }\n"
    ),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// `nobody has both`, `nobody has two of`
pub static HAS_TWO: Code = Code {
    id: "E0704",
    name: "guarantee-has-two",
    summary: Text::new("somebody has two roles that nobody may have together", "有人同时担任互斥的两个角色"),
    why: Text::new(
        "Roles count by assignment, delegation and inheritance, suspended or not. Windows that only touch do not meet. A \
         role that inherits two of them is an error even while nobody has it. Where requests bring roles, the evaluator \
         refuses sets that break this.",
        "分配、代理和继承得到的角色都算在内，不论是否暂停；首尾相接的时间段不算重叠。自身继承了其中两个角色的角色，\
         即使无人担任也是错误。由请求带入角色时，决策程序会拒绝违反此项的组合。",
    ),
    bad: package!(
        "role Clerk { allow create Invoice }\nrole Manager { allow approve Invoice within all }\nassign Clerk to li.na\nassign Manager to li.na from 2026-12-01\nguarantees { nobody has both roles Clerk and Manager }\n"
    ),
    good: package!(
        "role Clerk { allow create Invoice }\nrole Manager { allow approve Invoice within all }\nassign Clerk to li.na through 2026-11-30\nassign Manager to li.na from 2026-12-01\nguarantees { nobody has both roles Clerk and Manager }\n"
    ),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// `anyone with role … has role …`
pub static PREREQUISITE: Code = Code {
    id: "E0705",
    name: "guarantee-prerequisite",
    summary: Text::new("somebody has a role without the one it needs", "有人担任某角色却没有它所要求的角色"),
    why: Text::new(
        "At every instant at which somebody has the first role, they must have the second, by assignment, delegation or \
         inheritance. An assignment that ends earlier than the other leaves a gap.",
        "任何人在担任前一角色的每一时刻都必须担任后一角色（分配、代理或继承均可）；先结束的分配会留下空档。",
    ),
    bad: package!(
        "role Admin { allow read Log }\nrole Training { }\nassign Admin to li.na\nassign Training to li.na through 2026-12-31\nguarantees { anyone with role Admin has role Training }\n"
    ),
    good: package!(
        "role Admin { allow read Log }\nrole Training { }\nassign Admin, Training to li.na\nguarantees { anyone with role Admin has role Training }\n"
    ),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// `at most n roles can`
pub static ROLES_CAN: Code = Code {
    id: "E0706",
    name: "guarantee-roles-can",
    summary: Text::new("more roles can do something than a guarantee admits", "拥有某权限的角色数量超过保证"),
    why: Text::new(
        "Counted are the declared roles (each instance of a template for itself) that, held alone, are allowed the right \
         on some record at some instant. Heirs count as roles of their own.",
        "计入的是单独担任时能在某一时刻对某条记录获得该权限的角色（模板的每个实例分别计算），继承者也各算一个。",
    ),
    bad: package!(
        "role Clerk { allow export Invoice within own }\nrole Manager inherits Clerk { }\nguarantees { at most 1 roles can export Invoice }\n"
    ),
    good: package!(
        "role Clerk { allow export Invoice within own }\nrole Manager inherits Clerk { }\nguarantees { at most 2 roles can export Invoice }\n"
    ),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// `at most n users have`, `at least n users have`
pub static USERS_HAVE: Code = Code {
    id: "E0707",
    name: "guarantee-users-have",
    summary: Text::new("too many or too few users have a role", "担任某角色的用户过多或过少"),
    why: Text::new(
        "Users are counted at every instant of all time: heirs, delegates and suspended holders count. If people start or \
         leave, say from when to when the guarantee holds: `at least 2 users have role Admin from 2026-01-01`.",
        "对每一时刻统计用户，继承者、代理人和被暂停的担任者都算在内。若人员有入职或离职日期，请写明保证成立的时间：\
         `at least 2 users have role Admin from 2026-01-01`。",
    ),
    bad: package!(
        "role Admin { allow read Log }\nassign Admin to li.na\nassign Admin to wang.fang through 2026-12-31\nguarantees { at least 2 users have role Admin }\n"
    ),
    good: package!(
        "role Admin { allow read Log }\nassign Admin to li.na, wang.fang\nguarantees { at least 2 users have role Admin }\n"
    ),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// `always`
pub static ALWAYS: Code = Code {
    id: "E0708",
    name: "guarantee-always",
    summary: Text::new("a role cannot do what it must always be able to", "角色无法随时行使必须始终拥有的权限"),
    why: Text::new(
        "The role, held alone, must be allowed the right on some record at every instant: the guard against locking \
         everybody out. Windows that run out, denies and requirements that nothing can meet break it.",
        "单独担任该角色时，必须在每一时刻都能对某条记录获得该权限，这是防止把所有人锁在门外的保险。\
         会到期的时间段、禁止以及无法满足的要求都会使它失效。",
    ),
    bad: package!(
        "role Admin { allow read Log through 2026-12-31 }\nassign Admin to li.na\nguarantees { always Admin can read Log }\n"
    ),
    good: package!("role Admin { allow read Log }\nassign Admin to li.na\nguarantees { always Admin can read Log }\n"),
    class: Class::Exact,
    security: Some(80),
    ..Code::ERROR
};

/// The budget ran out.
pub static UNDECIDED: Code = Code {
    id: "E0709",
    name: "guarantee-undecided",
    summary: Text::new("a guarantee was not decided within its budget", "未能在限额内判定保证"),
    why: Text::new(
        "Proofs are exact and take a bounded number of steps. What cannot be decided counts as failed: nothing is claimed \
         that was not proved. Split the guarantee, or simplify conditions that many rules combine. No short text shows \
         this, so there is no example.",
        "证明是精确的，且步数有限。无法判定视为失败：未经证明的结论不会给出。请拆分保证，或简化由许多规则组合的条件。\
         短小的文本无法展示此项，因此没有示例。",
    ),
    class: Class::Exact,
    security: Some(50),
    ..Code::ERROR
};

/// The compiler disagrees with itself.
pub static NOT_REPLAYED: Code = Code {
    id: "E0710",
    name: "guarantee-not-replayed",
    summary: Text::new("proof and table disagree: a bug of the compiler", "证明与决策表不一致：编译器缺陷"),
    why: Text::new(
        "Every witness is asked of the table before it is shown. If the table answers otherwise, either the proof or the \
         table is wrong, and the build stops. Please report it. No text shows this, so there is no example.",
        "每个反例在显示之前都会交给决策表回答。若回答不同，则证明或决策表之一有误，构建因此停止。请报告此问题。\
         没有文本可以展示此项，因此没有示例。",
    ),
    class: Class::Exact,
    ..Code::ERROR
};
