//! Codes of the `crm` family: what matters in a CRM alone.

use crate::diagnostic::{Class, Code, Severity};
use crate::message::Text;

/// Every code of this family, by id.
pub const ALL: &[&Code] = &[
    &MASS_EXPORT,
    &EXPORT_OF_PERSONAL,
    &BULK_DELETE,
    &SHARING_BYPASS,
    &OWNERSHIP_TRANSFER,
    &EXTERNAL_SHARE,
    &FIELD_WITHOUT_OBJECT,
    &DELETE_WITHOUT_READ,
    &APPROVE_WITHOUT_READ,
    &IMPORT_OVERWRITE,
    &MERGE_WITHOUT_DELETE,
    &MASS_MAIL,
    &OFFLINE_COPY,
    &WIDENS_OWN_SCOPE,
    &SERVICE_ACCOUNT_INTERACTIVE,
    &INSTALL_PACKAGE,
];

/// What the findings of this family share.
const CRM: Code = Code { class: Class::Exact, level: Severity::Warning, ..Code::FINDING };

/// A package text: a header, one object, and what the example is about.
macro_rules! package {
    ($text:literal) => {
        concat!(
            "policy example { language 1 timezone \"Europe/Berlin\" }\n",
            "label personal\n",
            "object Customer {\n",
            "  general actions create\n",
            "  record actions read, update, delete, export\n",
            "  record owner is sales_owner\n",
            "  record unit is department\n",
            "  field phone is personal\n",
            "}\n",
            "unit HQ\n",
            $text
        )
    };
}

/// Every record may be exported.
pub static MASS_EXPORT: Code = Code {
    id: "W1101",
    name: "mass-export",
    summary: Text::new("a role may export every record, without a condition", "一个角色可以无条件导出全部记录"),
    why: Text::new(
        "Whoever gets hold of one such account takes the whole list along. The export is found by `risk`, or by the name of the action.",
        "只要有一个这样的账号被盗用，整个名单就会被带走。导出动作按 `risk` 或动作名称识别。",
    ),
    bad: package!("role Clerk { allow export Customer within all }\n"),
    good: package!("role Clerk { allow export Customer within own }\n"),
    security: Some(75),
    ..CRM
};

/// What a role exports carries labelled fields in clear.
pub static EXPORT_OF_PERSONAL: Code = Code {
    id: "W1102",
    name: "export-of-personal",
    summary: Text::new("what a role exports carries labelled fields in clear", "角色的导出包含未脱敏的标签字段"),
    why: Text::new(
        "On the screen a field is read one at a time; in a file it leaves the house with all the others. A note where the line has a condition, or a requirement stands before it. The export is found by the name of the action.",
        "在界面上字段是一条条看的；在文件里则全部一起带走。若该行有条件或另有要求，则为提示。导出动作按动作名称识别。",
    ),
    bad: package!("role Clerk { allow export Customer including personal within own }\n"),
    good: package!("role Clerk { allow export Customer within own }\n"),
    security: Some(75),
    ..CRM
};

/// A role may remove records in bulk, for good, or every one of them.
pub static BULK_DELETE: Code = Code {
    id: "W1103",
    name: "bulk-delete",
    summary: Text::new(
        "a role may remove records in bulk, for good, or every one of them",
        "一个角色可以批量、永久或全部删除记录",
    ),
    why: Text::new(
        "A mistake or a stolen account then empties the system. Told of actions that remove in bulk or for good, and of deletions that reach every record without a condition, where records have an owner, unit or team. Actions are known by their names.",
        "一次失误或一个被盗账号就能清空系统。针对批量或永久删除的动作，以及记录有负责人、部门或团队却可无条件删除全部记录的情况。动作按名称识别。",
    ),
    bad: package!("role Clerk { allow delete Customer within all }\n"),
    good: package!("role Clerk { allow delete Customer within own }\n"),
    security: Some(75),
    ..CRM
};

/// A role has a right that gets around all sharing.
pub static SHARING_BYPASS: Code = Code {
    id: "W1104",
    name: "sharing-bypass",
    summary: Text::new("a role has a right that gets around all sharing", "一个角色拥有可绕过全部共享设置的权限"),
    why: Text::new(
        "Rights such as viewing or changing all data make every scope of the role meaningless in the CRM. They are known by their names.",
        "查看或修改全部数据这类权限，会使该角色在系统中的所有范围失去意义。按名称识别。",
    ),
    bad: package!("object Setup { general actions view_all_data }\nrole Clerk { allow view_all_data Setup }\n"),
    good: package!("object Setup { general actions view_all_data }\nrole Clerk { allow read Customer within own }\n"),
    security: Some(85),
    ..CRM
};

/// A role may hand over records that are not its own.
pub static OWNERSHIP_TRANSFER: Code = Code {
    id: "W1105",
    name: "ownership-transfer",
    summary: Text::new("a role may hand over records beyond its own unit", "一个角色可以移交本部门之外的记录"),
    why: Text::new(
        "Whoever sets the owner decides who sees a record from then on. Known by what the action `changes`. What lies in the own unit and below, or belongs to nobody, is not told: handing that out is what a manager is for.",
        "能设置负责人，就能决定此后谁看得到记录。按动作的 `changes` 识别。本部门及下级的记录和无主记录不提示：分派这些本来就是主管的工作。",
    ),
    bad: package!(
        "object Lead { record actions read  record actions claim changes holder  record owner is holder }\nrole Dispatcher { allow claim Lead within all }\n"
    ),
    good: package!(
        "object Lead { record actions read  record actions claim changes holder  record owner is holder }\nrole Dispatcher { allow claim Lead within own or no owner }\n"
    ),
    level: Severity::Info,
    security: Some(50),
    ..CRM
};

/// An external role may open records to others, or a role may open every record.
pub static EXTERNAL_SHARE: Code = Code {
    id: "W1106",
    name: "external-share",
    summary: Text::new(
        "an external role may open records to others, or a role may open every record",
        "外部角色可以共享记录，或某个角色可以共享任意记录",
    ),
    why: Text::new(
        "Sharing hands out rights that this policy does not show. Actions are known by their names; of roles inside, only objects with `shared with` count, since elsewhere sharing opens nothing.",
        "共享会给出本策略中看不到的权限。动作按名称识别；内部角色只看写有 `shared with` 的对象，其余对象的共享不会开放任何内容。",
    ),
    bad: package!(
        "object Offer { record actions read, share  record owner is author }\nexternal role Dealer { allow read, share Offer within own }\n"
    ),
    good: package!(
        "object Offer { record actions read, share  record owner is author }\nexternal role Dealer { allow read Offer within own }\n"
    ),
    security: Some(70),
    ..CRM
};

/// A role has a right on fields of records that it may not open.
pub static FIELD_WITHOUT_OBJECT: Code = Code {
    id: "W1107",
    name: "field-without-object",
    summary: Text::new(
        "a role has a right on fields of records that it may not open",
        "一个角色对字段有权限，却无权打开记录",
    ),
    why: Text::new(
        "A right on a field alone does not open the record: nobody finds it in a list, and a program that asks for the field by name still gets it. Told where somebody who holds the role has no other role that opens it.",
        "仅有字段权限不能打开记录：在列表中找不到它，而指名请求该字段的程序仍能得到。当有的持有者没有其他角色可以打开记录时提示。",
    ),
    bad: package!("role Clerk { allow read Customer (phone) within own }\n"),
    good: package!("role Clerk { allow read Customer within own  allow read Customer (phone) within own }\n"),
    security: Some(30),
    ..CRM
};

/// A role removes what it may not read.
pub static DELETE_WITHOUT_READ: Code = Code {
    id: "W1108",
    name: "delete-without-read",
    summary: Text::new("a role removes what it may not read", "一个角色能删除自己无权查看的内容"),
    why: Text::new(
        "Nobody can tell what they are about to lose. Mostly a line for reading was forgotten, or the wrong object was named.",
        "谁也看不出自己将要失去什么。多半是漏写了查看的语句，或写错了对象。",
    ),
    bad: package!("role Clerk { allow delete Customer within own }\n"),
    good: package!("role Clerk { allow read, delete Customer within own }\n"),
    security: Some(40),
    ..CRM
};

/// A role approves what it may not read.
pub static APPROVE_WITHOUT_READ: Code = Code {
    id: "W1109",
    name: "approve-without-read",
    summary: Text::new("a role approves what it may not read", "一个角色能审批自己无权查看的内容"),
    why: Text::new(
        "An approval of what one has not seen is none. Mostly a line for reading was forgotten.",
        "没有看过的审批等于没有审批。多半是漏写了查看的语句。",
    ),
    bad: package!(
        "object Invoice { record actions read, approve  record owner is clerk }\nrole Checker { allow approve Invoice within own }\n"
    ),
    good: package!(
        "object Invoice { record actions read, approve  record owner is clerk }\nrole Checker { allow read, approve Invoice within own }\n"
    ),
    security: Some(40),
    ..CRM
};

/// A role may import, and not update, the same records.
pub static IMPORT_OVERWRITE: Code = Code {
    id: "W1110",
    name: "import-overwrite",
    summary: Text::new("a role may import, and not update, the same records", "一个角色可以导入却无权更新同一类记录"),
    why: Text::new(
        "In many systems an import writes over records that are there already, so that it is a right to update all of them. Whether it does is for the administrator to say. Actions are known by their names.",
        "许多系统的导入会覆盖已有记录，等于可以更新全部记录。是否如此需由管理员确认。动作按名称识别。",
    ),
    bad: package!(
        "object Lead { general actions create, import  record actions read, update  record owner is holder }\nrole Marketer { allow import Lead }\n"
    ),
    good: package!(
        "object Lead { general actions create, import  record actions read, update  record owner is holder }\nrole Marketer { allow import Lead  allow read, update Lead within own }\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    security: Some(35),
    ..CRM
};

/// A role may merge, and not delete, the same records.
pub static MERGE_WITHOUT_DELETE: Code = Code {
    id: "W1111",
    name: "merge-without-delete",
    summary: Text::new("a role may merge, and not delete, the same records", "一个角色可以合并却无权删除同一类记录"),
    why: Text::new(
        "Of two records that are merged, one is gone. Whoever may not delete can still make records disappear. Actions are known by their names.",
        "两条记录合并后其中一条就不存在了：无权删除的人仍能让记录消失。动作按名称识别。",
    ),
    bad: package!(
        "object Account { record actions read, delete, merge  record owner is holder }\nrole Clerk { allow read, merge Account within own }\n"
    ),
    good: package!(
        "object Account { record actions read, delete, merge  record owner is holder }\nrole Clerk { allow read, merge, delete Account within own }\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    security: Some(30),
    ..CRM
};

/// A role may write to many people at once.
pub static MASS_MAIL: Code = Code {
    id: "W1112",
    name: "mass-mail",
    summary: Text::new("a role may write to many people at once", "一个角色可以群发消息"),
    why: Text::new(
        "One mistake, or one stolen account, then speaks to every customer in the company's name. The action is known by its name.",
        "一次失误或一个被盗账号就会以公司名义打扰所有客户。动作按名称识别。",
    ),
    bad: package!(
        "object Campaign { record actions read, mass_mail  record owner is holder }\nrole Marketer { allow read, mass_mail Campaign within own }\n"
    ),
    good: package!(
        "object Campaign { record actions read, mass_mail  record owner is holder }\nrole Marketer { allow read Campaign within own }\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    security: Some(30),
    ..CRM
};

/// A role may take copies of records to a device.
pub static OFFLINE_COPY: Code = Code {
    id: "W1113",
    name: "offline-copy",
    summary: Text::new("a role may take copies of records to a device", "一个角色可以把记录的副本带到设备上"),
    why: Text::new(
        "A copy outlives the right, the assignment and the contract. The action is known by its name.",
        "副本比权限、分配和合同活得更久。动作按名称识别。",
    ),
    bad: package!(
        "object Account { record actions read, go_offline  record owner is holder }\nrole Rep { allow read, go_offline Account within own }\n"
    ),
    good: package!(
        "object Account { record actions read, go_offline  record owner is holder }\nrole Rep { allow read Account within own }\n"
    ),
    class: Class::Heuristic,
    level: Severity::Info,
    security: Some(35),
    ..CRM
};

/// A role may make closed records its own, and so open them to itself.
pub static WIDENS_OWN_SCOPE: Code = Code {
    id: "W1114",
    name: "widens-own-scope",
    summary: Text::new(
        "a role may make closed records its own, and so open them to itself",
        "一个角色可以把无权的记录划归自己，从而打开它们",
    ),
    why: Text::new(
        "A scope such as `within own` protects a record only from those who may not set its owner. Told where on some record the role may set owner, unit or team, and has no right there that it would have if the record were its own. Taking what belongs to nobody is not told.",
        "`within own` 这样的范围，只能挡住无权设置负责人的人。当角色能在某条记录上设置负责人、部门或团队，而它在该记录上原本没有、划归自己后就会有的权限时提示。领取无主记录不提示。",
    ),
    bad: package!(
        "object Lead { record actions read, update  record actions reassign changes holder  record owner is holder  record unit is department }\nrole Dispatcher { allow read, update Lead within own  allow reassign Lead within my unit }\n"
    ),
    good: package!(
        "object Lead { record actions read, update  record actions reassign changes holder  record owner is holder  record unit is department }\nrole Dispatcher { allow read, update Lead within own  allow reassign Lead within own or no owner }\n"
    ),
    level: Severity::Info,
    security: Some(55),
    ..CRM
};

/// An account that looks like a program's has a role of people, or administers.
pub static SERVICE_ACCOUNT_INTERACTIVE: Code = Code {
    id: "W1115",
    name: "service-account-interactive",
    summary: Text::new(
        "an account that looks like a program's has a role of people, or administers",
        "看起来属于程序的账号担任了人员的角色，或拥有管理权限",
    ),
    why: Text::new(
        "Nobody logs in with it, nobody sees what it does, and its key lies in some other system. A warning where it administers, a note where it holds a role that people hold too. Accounts are known by their id or label: `svc`, `bot`, `api`, `integration` and the like.",
        "没有人用它登录，没有人看它做了什么，密钥又放在别的系统里。拥有管理权限为警告，与人员共用角色为提示。账号按其标识或名称识别：`svc`、`bot`、`api`、`integration`、集成、接口、机器人等。",
    ),
    bad: package!(
        "role Clerk { allow read Customer within own }\nuser li.na, svc.sync\nassign Clerk to li.na, svc.sync\n"
    ),
    good: package!(
        "role Clerk { allow read Customer within own }\nrole Sync { allow read Customer within all }\nuser li.na, svc.sync\nassign Clerk to li.na\nassign Sync to svc.sync\n"
    ),
    class: Class::Heuristic,
    security: Some(65),
    ..CRM
};

/// A role may put programs into the system.
pub static INSTALL_PACKAGE: Code = Code {
    id: "W1116",
    name: "install-package",
    summary: Text::new("a role may put programs into the system", "一个角色可以把程序装入系统"),
    why: Text::new(
        "What is installed acts with rights of its own, whatever this policy says; a connected application has been the way into many a CRM. The action is known by its name.",
        "装入的程序以自己的权限运行，不受本策略约束；许多系统正是通过连接的应用被攻破的。动作按名称识别。",
    ),
    bad: package!("object Setup { general actions install_package }\nrole Clerk { allow install_package Setup }\n"),
    good: package!("object Setup { general actions install_package }\nrole Clerk { allow read Customer within own }\n"),
    security: Some(85),
    ..CRM
};
