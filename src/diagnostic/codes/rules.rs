//! Codes of the `resolve` stage: scopes, wildcards, fields, cancels, templates.

use crate::diagnostic::Code;

codes! {
    /// An allow on records without scope.
    SCOPE_MISSING "E0521" "scope-missing"
    "an allow on records has no scope", "作用于记录的允许没有写范围";
    "Whether a rule means one's own records or everybody's is the difference between a harmless rule and a leak, so it is \
     always written: `within own`, `within my unit` … `within all`. Only a deny or a mask without scope means all.",
    "规则是针对自己的记录还是所有人的记录，正是无害与泄露之间的区别，因此必须写明：`within own`、`within my unit` … `within all`。\
     只有禁止和脱敏不写范围时表示全部。";
    bad: object!("role Clerk { allow read Customer }\n");
    good: object!("role Clerk { allow read Customer within own }\n");

    /// A scope on general actions.
    SCOPE_ON_GENERAL "E0522" "scope-on-general-action"
    "a general action has a scope", "一般动作写了范围";
    "A general action, as `create`, has no record yet that could be in a scope. Write it in a rule of its own, without \
     `within`.",
    "一般动作(如 `create`)还没有记录，谈不上范围。请把它单独写成一条不带 `within` 的规则。";
    bad: object!("role Clerk { allow create, read Customer within own }\n");
    good: object!("role Clerk { allow create Customer allow read Customer within own }\n");

    /// A scope that an object cannot have.
    SCOPE_NEEDS "E0523" "scope-needs"
    "a scope asks for what the object does not declare", "范围所需的内容对象没有声明";
    "`own`, `reports` and `no owner` need `record owner is …`, `team` needs `record team is …`, `my unit` and `unit U` need \
     `record unit is …`, and `shared` needs a line `shared with … for …` that lists the action. Every object of a list or \
     a wildcard must have what the scope asks for: a rule that silently meant nothing on one of them would mislead.",
    "`own`、`reports`、`no owner` 需要 `record owner is …`，`team` 需要 `record team is …`，`my unit` 和 `unit U` 需要 \
     `record unit is …`，`shared` 需要列出该动作的 `shared with … for …`。列表或通配中的每个对象都必须具备范围所需的内容：\
     否则规则在其中某个对象上悄悄失去意义，会造成误解。";
    bad: header!("object Order { record actions read }\nrole Clerk { allow read Order within own }\n");
    good: header!("object Order { record actions read record owner is clerk }\nrole Clerk { allow read Order within own }\n");

    /// A clause that the statement cannot have.
    MISPLACED_CLAUSE "E0524" "misplaced-clause"
    "a clause means nothing in this statement", "该语句中的某个部分没有意义";
    "`within` and `outside` both say which records are meant, so one of them stands alone, and `including` belongs to an \
     allow of whole objects: named fields are granted whatever their labels. A clause without meaning would be read as a \
     limit that is not there.",
    "`within` 与 `outside` 都用来说明是哪些记录，只能写一个；`including` 用于对整个对象的允许，写出的字段无论有何标签都被授予。\
     没有意义的部分会被读成并不存在的限制。";
    bad: object!("role Clerk { deny export Customer within own outside no owner }\n");
    good: object!("role Clerk { deny export Customer outside own }\n");

    /// Fields where whole objects must stand.
    FIELDS_MISPLACED "E0525" "fields-misplaced"
    "fields are named where whole objects must be", "在只能写整个对象的地方写了字段";
    "`without`, `suspend actions` and `require` speak of rights on whole objects. For fields there are `deny`, `mask` and \
     `including`.",
    "`without`、`suspend actions`、`require` 针对整个对象的权限。针对字段请用 `deny`、`mask`、`including`。";
    bad: object!("role Clerk { allow read Customer within own }\nrole Lead inherits Clerk { without read Customer (phone) }\n");
    good: object!("role Clerk { allow read Customer within own }\nrole Lead inherits Clerk { without read Customer }\n");

    /// One object twice.
    OBJECT_TWICE "E0527" "object-named-twice"
    "one rule names an object both whole and with fields", "一条规则中同一对象既写了整体又写了字段";
    "A right on an object and a right on one of its fields are two things: the second does not open the record. Write two \
     rules.",
    "对象的权限与其某个字段的权限是两回事：后者不会打开记录。请写成两条规则。";
    bad: object!("role Clerk { allow read Customer, Customer (phone) within own }\n");
    good: object!("role Clerk { allow read Customer within own allow read Customer (phone) within own }\n");

    /// A wildcard that matches nothing.
    WILDCARD_NOTHING "E0528" "wildcard-takes-nothing"
    "a wildcard takes in nothing", "通配没有匹配到任何内容";
    "A rule that matches nothing protects nothing and grants nothing, and is mostly a slip. Remember that an allow with a \
     wildcard leaves out objects that administer something, and general actions unless it says `within all`.",
    "什么都匹配不到的规则既不保护也不授予，多半是疏忽。请注意，通配的允许不包括有 `administers` 的对象；除非写 `within all`，也不包括一般动作。";
    bad: header!("object Accounts administers users { record actions read }\nrole Clerk { allow read every object within all }\n");
    good: header!("object Accounts administers users { record actions read }\nrole Clerk { allow read Accounts within all }\n");

    /// `every action` of an object that administers something.
    WILDCARD_ADMINISTERS "E0529" "wildcard-on-administration"
    "`every action` would grant power over others", "`every action` 会授予对他人的管理权";
    "Rights on an object that administers roles, users, sharing, fields or the application let their holder change what \
     others may do. Such rights are named one by one; a later action must not come in unseen.",
    "管理角色、用户、共享、字段或应用的对象，其权限能改变他人的权限。这类权限必须逐项写出，以后新增的动作不能悄悄包含进来。";
    bad: header!("object Accounts administers users { record actions read }\nrole Clerk { allow every action Accounts within all }\n");
    good: header!("object Accounts administers users { record actions read }\nrole Clerk { allow read Accounts within all }\n");

    /// Owner, unit or team in an update.
    GUARDED_FIELD "E0530" "guarded-field"
    "an update names the owner, unit or team field", "更新动作写出了负责人、部门或团队字段";
    "Who may set the owner may give a record away, or pull it into their own unit. So these fields lie outside every \
     update; an action that `changes` them is allowed by itself.",
    "能设置负责人就能把记录送出去，或拉进自己的部门。因此这些字段不属于任何更新动作；请单独允许一个 `changes` 它们的动作。";
    bad: object!("role Clerk { allow update Customer (sales_owner) within own }\n");
    good: object!("role Clerk { allow transfer Customer within own }\n");

    /// A cancel that finds nothing.
    CANCEL_NOTHING "E0531" "cancel-finds-nothing"
    "a cancel names what the role does not write", "取消所指的内容在该角色中不存在";
    "A cancel takes one deny or mask of one role out of what is inherited. What it names must be written there: a cancel \
     that finds nothing today would open whatever is written tomorrow.",
    "取消是从所继承的内容中去掉某个角色写的一条禁止或脱敏。所指的内容必须写在那里：今天找不到对象的取消，会放开明天才写的禁止。";
    bad: object!(
        "role Clerk { deny export Customer named no-export }\nrole Lead inherits Clerk {\n  \
         cancel deny no-exports inherited from Clerk because \"board report\"\n}\n"
    );
    good: object!(
        "role Clerk { deny export Customer named no-export }\nrole Lead inherits Clerk {\n  \
         cancel deny no-export inherited from Clerk because \"board report\"\n}\n"
    );

    /// A cancel that finds several.
    CANCEL_SEVERAL "E0532" "cancel-finds-several"
    "a cancel matches more than one rule", "取消与多条规则匹配";
    "A cancel written for one rule must not silently take another with it. Name the rule, or write `cancel every …` to \
     mean them all.",
    "为一条规则写的取消不能悄悄带走另一条。请写出规则的名称，或用 `cancel every …` 表示全部。";
    bad: object!(
        "role Clerk { deny export Customer deny export Customer within own }\nrole Lead inherits Clerk {\n  \
         cancel deny export Customer inherited from Clerk because \"board report\"\n}\n"
    );
    good: object!(
        "role Clerk { deny export Customer deny export Customer within own }\nrole Lead inherits Clerk {\n  \
         cancel every deny export Customer inherited from Clerk because \"board report\"\n}\n"
    );

    /// Equal instances.
    EQUAL_INSTANCES "E0533" "equal-instances"
    "two roles are the same instance of a template", "两个角色是同一模板的同一实例";
    "Two names for one role make every list of roles wrong. Keep one.",
    "一个角色有两个名称，会使所有角色清单出错。请保留一个。";
    bad: object!(
        "template Desk(area: Region) { allow read Customer within all when record.region is area }\n\
         role EastDesk = Desk(east)\nrole Harbor = Desk(east)\n"
    );
    good: object!(
        "template Desk(area: Region) { allow read Customer within all when record.region is area }\n\
         role EastDesk = Desk(east)\nrole WestDesk = Desk(west)\n"
    );

    /// A template that inherits itself.
    TEMPLATE_CYCLE "E0534" "template-cycle"
    "a template inherits an instance of itself", "模板继承了它自己的实例";
    "Every instance of the template would inherit that instance, and so itself.",
    "模板的每个实例都会继承该实例，也就继承了自己。";
    bad: object!(
        "template Desk(area: Region) inherits EastDesk { allow read Customer within all when record.region is area }\n\
         role EastDesk = Desk(east)\n"
    );
    good: object!(
        "role Clerk { }\ntemplate Desk(area: Region) inherits Clerk { allow read Customer within all when record.region is area }\n\
         role EastDesk = Desk(east)\n"
    );

    /// Too many rules.
    TOO_MANY_RULES "E0535" "too-many-rules"
    "wildcards or templates come to too many rules", "通配或模板展开后规则过多";
    "A wildcard is a rule for every object, a template one for every instance: written in thousands of roles they come to \
     more than any machine holds. Two million rules are the limit. No short text shows it.",
    "通配对每个对象是一条规则，模板对每个实例是一组规则：写在成千上万个角色里就会超出任何机器的容量。上限为两百万条。没有简短的文本能展示这一情形。";
    bad: "";
    good: "";
}
