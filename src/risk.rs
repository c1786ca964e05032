//! [`Risks`]: what kind of thing a right is and how much harm it can do, from what is declared, else from its name.
//!
//! Declared things are sure: `risk …`, `changes OWNER`, `administers …`, labels. Names of actions are read in English and
//! Chinese, by whole words; whatever says something because of a name alone is a heuristic.

use crate::model::{
    ActsAs, Administers, Field, FieldId, FieldKind, Model, Object, RecordUnit, Right, RightId, Risk, User, ValueType,
};

/// What a right does, as far as findings tell rights apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Shows.
    Read,
    /// Adds.
    Create,
    /// Changes.
    Update,
    /// Removes one record, to where it can be fetched back.
    Delete,
    /// Removes many records, or for good.
    Purge,
    /// Takes data out of the system.
    Export,
    /// Puts many records in, perhaps over others.
    Import,
    /// Gives records to another owner.
    Transfer,
    /// Opens records to others.
    Share,
    /// Says yes to what somebody did.
    Approve,
    /// Joins records into one, which changes and deletes.
    Merge,
    /// Writes to many people.
    MassMail,
    /// Takes a copy to a device.
    Offline,
    /// Acts as somebody else.
    Impersonate,
    /// Makes or resets what somebody logs in with.
    Credentials,
    /// Puts code or applications into the system.
    Install,
    /// Reads or writes whatever sharing says.
    Bypass,
    /// Anything else.
    Other,
}

/// Words by which an action is known, one class a line; of several that fit, the first. Latin words are whole words of the
/// name, or of it written together; Chinese ones stand anywhere in the name or label.
const WORDS: &[(Class, &[&str], &[&str])] = &[
    (
        Class::Impersonate,
        &["impersonate", "impersonation", "loginas", "actas", "switchuser", "sudo"],
        &["代登录", "模拟登录", "切换身份", "以他人身份"],
    ),
    (
        Class::Credentials,
        &[
            "resetpassword",
            "setpassword",
            "changepassword",
            "password",
            "resetmfa",
            "createtoken",
            "token",
            "apikey",
            "credentials",
        ],
        &["重置密码", "修改密码", "密码", "令牌", "密钥"],
    ),
    (
        Class::Bypass,
        &["viewall", "viewalldata", "modifyall", "modifyalldata", "readall", "editall", "bypass"],
        &["查看全部数据", "修改全部数据", "查看所有", "修改所有", "绕过"],
    ),
    (Class::Install, &["install", "uninstall", "deploy", "authorizeapp", "installpackage"], &["安装", "部署"]),
    (
        Class::Purge,
        &["purge", "harddelete", "bulkdelete", "massdelete", "deleteall", "wipe", "erase", "truncate", "emptybin"],
        &["批量删除", "彻底删除", "永久删除", "清空", "清除"],
    ),
    (
        Class::MassMail,
        &["massmail", "massemail", "bulkmail", "bulkemail", "mailmerge", "sendcampaign", "masssms"],
        &["群发", "批量发送", "邮件合并"],
    ),
    (Class::Offline, &["offline", "gooffline", "download"], &["离线", "同步到本地", "下载"]),
    (
        Class::Export,
        &["export", "exportall", "bulkexport", "exportreport", "exporttoexcel", "dataexport", "extract"],
        &["导出", "输出"],
    ),
    (Class::Import, &["import", "upsert", "bulkimport", "dataimport"], &["导入"]),
    (Class::Merge, &["merge", "dedupe", "deduplicate"], &["合并", "查重合并"]),
    (
        Class::Transfer,
        &["transfer", "reassign", "changeowner", "massupdateowner", "handover"],
        &["转移", "转交", "变更负责人", "更换负责人", "更改负责人", "转让"],
    ),
    (Class::Share, &["share", "publish", "publiclink", "invite"], &["共享", "分享", "公开"]),
    (
        Class::Approve,
        &["approve", "authorise", "authorize", "signoff", "pay"],
        &["审批", "批准", "审核", "核准", "付款"],
    ),
    (Class::Delete, &["delete", "remove", "unlink", "trash", "destroy"], &["删除"]),
    (Class::Create, &["create", "add", "new", "insert", "append"], &["新建", "创建", "新增", "添加"]),
    (Class::Update, &["update", "edit", "write", "modify", "change"], &["编辑", "修改", "更新"]),
    (Class::Read, &["read", "view", "list", "search", "see", "select", "query"], &["查看", "读取", "查询", "查找"]),
];

/// Words by which an object is known to hold the trail of what was done. An audit alone may be a piece of work.
const AUDIT: (&[&str], &[&str]) = (
    &["auditlog", "auditlogs", "audittrail", "accesslog", "accesslogs", "activitylog", "eventlog", "loginhistory"],
    &["审计日志", "审计记录", "操作日志", "操作记录", "登录日志", "登录记录", "访问日志"],
);

/// Words of actions that take from people what they have, and give nothing to whoever does it.
const TAKES: (&[&str], &[&str]) = (
    &["disable", "deactivate", "lock", "freeze", "suspend", "archive", "terminate", "revoke", "unassign", "withdraw"],
    &["停用", "禁用", "冻结", "锁定", "注销", "归档", "撤销", "收回", "移除"],
);

/// Words of actions that only show, or that open to others what one may see: on an object that administers they obtain
/// nothing.
const SHOWS: (&[&str], &[&str]) = (
    &["report", "print", "email", "mail", "preview", "download", "share", "follow", "comment", "tag"],
    &["报表", "打印", "邮件", "预览", "共享", "分享", "关注", "评论"],
);

/// Words that may stand beside those: what it is done to. Any other word makes it something else, as in `setEmail`.
const WHOM: &[&str] = &["user", "users", "account", "accounts", "login", "role", "roles", "list", "to"];

/// Words by which an account is known to be a program's.
const SERVICE: (&[&str], &[&str]) = (
    &["svc", "serviceaccount", "bot", "robot", "api", "integration", "webhook", "daemon", "cron", "etl"],
    &["集成", "接口", "机器人", "服务账号", "服务帐号", "系统账号"],
);

/// Words by which a field is known to be about a person.
const PERSONAL: (&[&str], &[&str]) = (
    &[
        "phone",
        "telephone",
        "mobile",
        "cellphone",
        "mobilephone",
        "email",
        "emailaddress",
        "passport",
        "passportno",
        "ssn",
        "idcard",
        "idnumber",
        "nationalid",
        "birthday",
        "birthdate",
        "dateofbirth",
        "dob",
        "wechat",
        "whatsapp",
        "iban",
        "bankaccount",
        "creditcard",
        "cardnumber",
        "homeaddress",
    ],
    &["手机", "电话", "邮箱", "身份证", "护照", "生日", "出生日期", "微信", "银行卡", "银行账号", "家庭住址", "住址"],
);

/// What is known of one right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    class: Class,
    risk: Risk,
}

/// The class and risk of every right.
#[derive(Debug)]
pub struct Risks {
    rights: Vec<Known>,
    labelled: Vec<bool>,
}

impl Risks {
    /// Of a model.
    pub fn new(model: &Model) -> Self {
        let rights = model.rights.iter().map(|right| known(model, right)).collect();
        Self { rights, labelled: model.fields.iter().map(|field| !field.labels.is_empty()).collect() }
    }

    /// What a right does.
    pub fn class(&self, right: RightId) -> Class {
        self.rights.get(right.index()).map_or(Class::Other, |known| known.class)
    }

    /// How much harm it can do: as declared, else by its class.
    pub fn risk(&self, right: RightId) -> Risk {
        self.rights.get(right.index()).map_or(Risk::Normal, |known| known.risk)
    }

    /// Whether its risk is high or worse.
    pub fn is_sensitive(&self, right: RightId) -> bool {
        self.risk(right) >= Risk::High
    }

    /// Whether a field has a label, so that it is not for everybody.
    pub fn is_labelled(&self, field: FieldId) -> bool {
        self.labelled.get(field.index()).copied().unwrap_or(false)
    }
}

/// Whether an object holds the trail of what was done, by its name.
pub fn is_audit_trail(model: &Model, object: &Object) -> bool {
    named(model.text(object.name), object.title.as_deref(), AUDIT.0, AUDIT.1)
}

/// Whether an account is a program's and no person's, by its id and label.
pub fn is_service_account(model: &Model, user: &User) -> bool {
    named(model.text(user.id), user.title.as_deref(), SERVICE.0, SERVICE.1)
}

/// Whether a field is about a person, by its name. One that holds a yes or no, a choice or somebody known is not.
pub fn is_personal(model: &Model, field: &Field) -> bool {
    let says = match field.kind {
        FieldKind::Field => true,
        FieldKind::Attribute { ty, .. } => matches!(ty, ValueType::Text | ValueType::Number),
    };
    says && named(model.text(field.name), field.title.as_deref(), PERSONAL.0, PERSONAL.1)
}

/// Whether a right sets who owns a record, or to which unit or team it belongs.
pub fn moves_records(model: &Model, right: &Right) -> bool {
    let Some(object) = model.objects.get(right.object.index()) else { return false };
    let unit = if let Some(RecordUnit::Field(unit)) = object.unit { Some(unit) } else { None };
    [object.owner, unit, object.team].into_iter().flatten().any(|field| right.changes.contains(&field))
}

fn known(model: &Model, right: &Right) -> Known {
    let class = class(model, right);
    let object = model.objects.get(right.object.index());
    let by_default = match object.and_then(|object| object.administers) {
        Some(_) if class != Class::Read && !is_harmless(model.text(right.action), class) => Risk::Critical,
        _ => usual(class),
    };
    Known { class, risk: right.risk.unwrap_or(by_default) }
}

/// Whether an action on an object that administers obtains nothing, by its name: it shows, or takes from others.
fn is_harmless(name: &str, class: Class) -> bool {
    let of = |(latin, han): (&[&str], &[&str])| {
        let all = words(name);
        let known = |word: &String| [latin, han, WHOM].iter().any(|list| list.contains(&word.as_str()));
        all.iter().all(known) && !all.iter().all(|word| WHOM.contains(&word.as_str()))
    };
    (class == Class::Other && of(TAKES)) || (matches!(class, Class::Other | Class::Share) && of(SHOWS))
}

/// The risk of a class where nothing is declared.
const fn usual(class: Class) -> Risk {
    match class {
        Class::Impersonate | Class::Credentials | Class::Install | Class::Purge | Class::Bypass => Risk::Critical,
        Class::Export | Class::Delete => Risk::High,
        Class::Read => Risk::Low,
        _ => Risk::Normal,
    }
}

fn class(model: &Model, right: &Right) -> Class {
    let name = model.text(right.action);
    let by_name = WORDS.iter().find(|(_, latin, han)| named(name, right.title.as_deref(), latin, han));
    match (by_name.map(|(class, ..)| *class), right.acts_as) {
        (Some(class), _) if !matches!(class, Class::Create | Class::Update | Class::Read) => class,
        (_, Some(ActsAs::Create)) => Class::Create,
        _ if moves_records(model, right) => Class::Transfer,
        (_, Some(ActsAs::Update)) => Class::Update,
        (Some(class), None) => class,
        (None, None) => Class::Other,
    }
}

/// Whether a name or label is known by one of these words.
fn named(name: &str, title: Option<&str>, latin: &[&str], han: &[&str]) -> bool {
    [Some(name), title].into_iter().flatten().any(|text| {
        let words = words(text);
        let whole: String = words.concat();
        let pairs = words.windows(2).map(<[String]>::concat);
        let known = |word: &str| latin.contains(&word);
        known(&whole)
            || words.iter().any(|word| known(word))
            || pairs.into_iter().any(|pair| known(&pair))
            || han.iter().any(|word| text.contains(word))
    })
}

/// The words of a name, in small letters: `bulkDelete`, `bulk-delete` and `bulk_delete` are two.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for letter in text.chars() {
        if !letter.is_alphanumeric() || (letter.is_uppercase() && small) {
            words.push(String::new());
        }
        small = letter.is_lowercase();
        if let Some(word) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            word.extend(letter.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What somebody obtains who may write to an object that administers something. Written down here once; `facts` draws the
/// conclusions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obtains {
    /// Every right of the policy: whoever edits or assigns roles gives themselves any, whoever changes the application
    /// makes it do anything.
    Everything,
    /// What any person has whose login can be changed.
    Persons,
    /// Every record, for the rights already held.
    Records,
    /// Every field, for the rights already held.
    Fields,
}

/// What a right lets its holder obtain, if its object administers something and the right writes.
pub fn obtains(model: &Model, risks: &Risks, id: RightId) -> Option<Obtains> {
    let right = model.rights.get(id.index())?;
    let class = risks.class(id);
    let administers = model.objects.get(right.object.index()).and_then(|object| object.administers);
    match (administers, class) {
        // Seeing and removing obtain nothing; nor does writing to people, or a copy of what is there.
        (_, Class::Read | Class::Delete | Class::Purge | Class::Export | Class::MassMail | Class::Offline) => None,
        _ if is_harmless(model.text(right.action), class) => None,
        (Some(Administers::Roles | Administers::Application), _) => Some(Obtains::Everything),
        // A new person holds nothing yet.
        (Some(Administers::Users), Class::Create | Class::Import) => None,
        (Some(Administers::Users), _) => Some(Obtains::Persons),
        (Some(Administers::Sharing), _) => Some(Obtains::Records),
        (Some(Administers::Fields), _) => Some(Obtains::Fields),
        // What an action seems to do by its name alone is no ground for conclusions.
        (None, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, is_harmless, words};

    #[test]
    fn names_fall_into_words() {
        for text in ["bulkDelete", "bulk-delete", "bulk_delete", "Bulk Delete"] {
            assert_eq!(words(text), ["bulk", "delete"], "{text}");
        }
        assert_eq!(words("批量删除"), ["批量删除"]);
        assert_eq!(words(""), Vec::<String>::new());
    }

    #[test]
    fn only_names_that_say_nothing_else_are_harmless() {
        for name in ["print", "deactivateUser", "email_list", "停用"] {
            assert!(is_harmless(name, Class::Other), "{name}");
        }
        for name in ["setEmail", "disableMfa", "reset", "user", "打印并重置", "approve"] {
            assert!(!is_harmless(name, Class::Other), "{name}");
        }
        assert!(is_harmless("share", Class::Share) && !is_harmless("print", Class::Update));
    }
}
