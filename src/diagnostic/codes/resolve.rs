//! Codes of the `resolve` stage: names and declarations, headers, packages, tests.

use crate::diagnostic::Code;

codes! {
    /// A role that nothing declares.
    UNKNOWN_ROLE "E0201" "unknown-role"
    "no role has this name", "没有这个名称的角色";
    "The world of a policy is closed: what is not declared does not exist, and a name that nobody declares is never taken \
     for an empty one. Correct the spelling, or declare the role.",
    "策略的世界是封闭的：没有声明的就不存在，未声明的名称也不会被当作空的。请改正拼写，或声明该角色。";
    bad: header!("role Clerk { }\nrole Lead inherits Clark { }\n");
    good: header!("role Clerk { }\nrole Lead inherits Clerk { }\n");

    /// An object that nothing declares.
    UNKNOWN_OBJECT "E0202" "unknown-object"
    "no object has this name", "没有这个名称的对象";
    "A rule about an object that does not exist would protect nothing. Correct the spelling, or declare the object with \
     its actions.",
    "针对不存在的对象的规则保护不了任何东西。请改正拼写，或声明该对象及其动作。";
    bad: object!("role Clerk { allow read Custmer within own }\n");
    good: object!("role Clerk { allow read Customer within own }\n");

    /// An action that the object does not have.
    UNKNOWN_ACTION "E0203" "unknown-action"
    "the object has no such action", "对象没有这个动作";
    "An action belongs to its object: `read` of one object and `read` of another are two rights, and an action known on \
     one object is not known on the next. In a wildcard, an action must be known on some object.",
    "动作属于对象：一个对象的 `read` 与另一个对象的 `read` 是两项权限，在一个对象上存在的动作在另一个对象上未必存在。\
     使用通配时，动作至少要在某个对象上存在。";
    bad: object!("role Clerk { allow raed Customer within own }\n");
    good: object!("role Clerk { allow read Customer within own }\n");

    /// A field that the object does not have.
    UNKNOWN_FIELD "E0204" "unknown-field"
    "the object has no such field", "对象没有这个字段";
    "A mask or deny of a field that does not exist hides nothing. Correct the spelling, or declare the field.",
    "对不存在的字段的脱敏或禁止隐藏不了任何内容。请改正拼写，或声明该字段。";
    bad: object!("role Clerk { mask Customer (fone) }\n");
    good: object!("role Clerk { mask Customer (phone) }\n");

    /// An attribute that is not declared.
    UNKNOWN_ATTRIBUTE "E0205" "unknown-attribute"
    "no attribute has this name", "没有这个名称的属性";
    "Conditions read declared attributes only: `record.x` of the rule's objects, `subject.x`, `request.x`. An attribute \
     that nobody sends would leave the condition unknown for ever. In a wildcard every object must have it.",
    "条件只能读取已声明的属性：规则所涉对象的 `record.x`，以及 `subject.x`、`request.x`。没有人发送的属性会使条件永远未知。\
     使用通配时，每个对象都必须有该属性。";
    bad: object!("role Clerk { allow read Customer within own when record.levl > 3 }\n");
    good: object!("role Clerk { allow read Customer within own when record.level > 3 }\n");

    /// A data label that nothing declares.
    UNKNOWN_LABEL "E0206" "unknown-label"
    "no data label has this name", "没有这个名称的数据标签";
    "Labels decide which fields `including` adds; a misspelt one would add none, or leave a field unlabelled.",
    "标签决定 `including` 会加入哪些字段；拼写错误的标签不会加入任何字段，或使字段没有标签。";
    bad: object!("role Clerk { allow read Customer including persona within own }\n");
    good: object!("role Clerk { allow read Customer including personal within own }\n");

    /// A type that nothing declares.
    UNKNOWN_TYPE "E0207" "unknown-type"
    "no type has this name", "没有这个名称的类型";
    "The built-in types are `boolean`, `number`, `text`, `user`, `unit` and `address`; others are declared with `type`.",
    "内置类型有 `boolean`、`number`、`text`、`user`、`unit`、`address`；其他类型用 `type` 声明。";
    bad: header!("type Region = east | west\nrequest { attribute region : Regoin }\n");
    good: header!("type Region = east | west\nrequest { attribute region : Region }\n");

    /// A unit that nothing declares.
    UNKNOWN_UNIT "E0208" "unknown-unit"
    "no unit has this name", "没有这个名称的部门";
    "Units form trees that are declared with `unit`. A person in an unknown unit would see nothing, and a guarantee about \
     one would prove nothing.",
    "部门用 `unit` 声明成树形。身处未知部门的人什么也看不到，针对未知部门的保证也证明不了什么。";
    bad: header!("unit East\nuser li.na in Eats\n");
    good: header!("unit East\nuser li.na in East\n");

    /// A network that nothing declares.
    UNKNOWN_NETWORK "E0209" "unknown-network"
    "no network has this name", "没有这个名称的网络";
    "`in` asks whether an address lies in a declared `network`.",
    "`in` 判断地址是否位于已声明的 `network` 中。";
    bad: object!("network office = 10.0.0.0/8\nrole Clerk { allow read Customer within own when request.ip in offce }\n");
    good: object!("network office = 10.0.0.0/8\nrole Clerk { allow read Customer within own when request.ip in office }\n");

    /// A calendar that nothing declares.
    UNKNOWN_CALENDAR "E0210" "unknown-calendar"
    "no calendar has this name", "没有这个名称的日历";
    "`workdays of C` and `days off of C` need a declared `calendar`.",
    "`workdays of C` 与 `days off of C` 需要已声明的 `calendar`。";
    bad: header!("calendar cn covers 2026 { weekend Sunday }\nhours office = workdays of ch 09:00 to 18:00\n");
    good: header!("calendar cn covers 2026 { weekend Sunday }\nhours office = workdays of cn 09:00 to 18:00\n");

    /// Hours that nothing declares.
    UNKNOWN_HOURS "E0211" "unknown-hours"
    "no hours have this name", "没有这个名称的时段";
    "`during` and `outside` name hours that are declared with `hours`.",
    "`during` 与 `outside` 使用以 `hours` 声明的时段。";
    bad: object!("hours office = daily 09:00 to 18:00\nrole Clerk { allow read Customer within own during ofice }\n");
    good: object!("hours office = daily 09:00 to 18:00\nrole Clerk { allow read Customer within own during office }\n");

    /// A suspension that nothing names.
    UNKNOWN_SUSPENSION "E0212" "unknown-suspension"
    "no suspension has this name", "没有这个名称的暂停";
    "`end … early` ends the suspension that is `named` so. A misspelt name would leave the suspension running, or end \
     another one.",
    "`end … early` 结束以该名称命名的暂停。名称写错会使暂停继续，或结束另一个暂停。";
    bad: people!(
        "suspend user li.na named leave from 2026-12-01 through 2026-12-09 because \"leave\"\n\
         end leaves early at 2026-12-05 because \"back\"\n"
    );
    good: people!(
        "suspend user li.na named leave from 2026-12-01 through 2026-12-09 because \"leave\"\n\
         end leave early at 2026-12-05 because \"back\"\n"
    );

    /// A template in a role's place, or the reverse.
    TEMPLATE_AS_ROLE "E0213" "template-is-no-role"
    "a template stands where a role must, or the reverse", "在应写角色的地方写了模板，或相反";
    "A template is a role with gaps; only its instances are roles. Declare an instance, as `role EastDesk = Desk(east)`, \
     and name that.",
    "模板是带空缺的角色，只有它的实例才是角色。请声明一个实例，如 `role EastDesk = Desk(east)`，再写该实例的名称。";
    bad: object!(
        "template Desk(least: number) { allow read Customer within all when record.level >= least }\n\
         role Lead inherits Desk { }\n"
    );
    good: object!(
        "template Desk(least: number) { allow read Customer within all when record.level >= least }\n\
         role Desk3 = Desk(3)\nrole Lead inherits Desk3 { }\n"
    );

    /// Declared twice.
    DUPLICATE_NAME "E0214" "duplicate-name"
    "a name is declared twice", "名称重复声明";
    "Of two declarations of one name nobody can tell which is meant. The names of rules are unique in their role, those \
     of fields and actions in their object, all others in the policy.",
    "同一名称有两处声明时，没有人能判断指的是哪一个。规则的名称在所属角色内唯一，字段和动作的名称在所属对象内唯一，其他名称在整个策略内唯一。";
    bad: header!("role Clerk { }\nrole Clerk { }\n");
    good: header!("role Clerk { }\nrole Lead { }\n");

    /// Two names that look the same.
    LOOK_ALIKE "E0215" "look-alike-name"
    "two names of one kind look the same", "两个同类名称难以区分";
    "Names that differ only in case, in width or in letters that look alike would be taken for one another in a review, \
     and who mistakes two roles for one gives away a right.",
    "只差大小写、全半角或形近字符的名称在审阅时会被混淆；把两个角色看成一个，就等于送出了权限。";
    bad: header!("role Clerk { }\nrole clerk { }\n");
    good: header!("role Clerk { }\nrole Lead { }\n");

    /// A built-in name is declared.
    BUILT_IN_NAME "E0216" "built-in-name"
    "a built-in name is declared", "声明了内置名称";
    "`request.ip`, `request.mfa`, `request.time` and `record.id` are there without declaration, and so are the built-in \
     types. They keep their meaning everywhere.",
    "`request.ip`、`request.mfa`、`request.time`、`record.id` 以及内置类型无需声明，它们的含义处处不变。";
    bad: header!("request { attribute mfa : text }\n");
    good: header!("request { attribute login : text }\n");

    /// `renamed from` of what is still there.
    RENAMED_CLASH "E0217" "renamed-from-existing"
    "a former name is still declared, or left by two", "原名仍有声明，或被两处同时使用";
    "`renamed from OLD` tells reviews that this is the former `OLD`. That cannot be while `OLD` still exists, nor can two \
     declarations come from one.",
    "`renamed from OLD` 表示它就是以前的 `OLD`。如果 `OLD` 仍然存在，或有两个声明都来自它，这就不成立。";
    bad: header!("role Lead renamed from Clerk { }\nrole Clerk { }\n");
    good: header!("role Lead renamed from Clerk { }\n");

    /// A line that may stand once.
    REPEATED_LINE "E0218" "repeated-line"
    "a line that may stand once is written twice", "只能写一次的内容写了两次";
    "Which of the two holds would depend on their order, and order means nothing in this language.",
    "哪一处有效将取决于顺序，而在这种语言里顺序没有意义。";
    bad: header!("object Order { record actions read record owner is clerk record owner is author }\n");
    good: header!("object Order { record actions read record owner is clerk }\n");

    /// Two roles that must differ.
    REPEATED_NAME "E0219" "repeated-name"
    "one role is named twice where two must differ", "应写两个不同角色的地方写了同一个";
    "A separation of a role from itself can never hold.",
    "一个角色与自己的分离永远不可能成立。";
    bad: header!("role Clerk { }\nrequire separate sessions for roles Clerk and Clerk because \"two hats\"\n");
    good: header!("role Clerk { }\nrole Lead { }\nrequire separate sessions for roles Clerk and Lead because \"two hats\"\n");

    /// A package that is not there.
    UNKNOWN_PACKAGE "E0220" "unknown-package"
    "`use` names a folder that holds no package", "`use` 所指的文件夹不是策略包";
    "What a package uses applies whole: its denies, guarantees and suspensions. One that is not found is never taken for \
     an empty one.",
    "被引用的包会整体生效，包括其中的禁止、保证和暂停。找不到的包不会被当作空包。";
    bad: header!("use \"../shared\"\n");
    good: header!("");

    /// A rename of what is not there.
    UNKNOWN_RENAME "E0221" "unknown-rename"
    "`with` renames what the package does not declare", "`with` 所改的名称在那个包中没有声明";
    "`use \"../shared\" with A as B` gives what that package calls `A` the name `B` here. A text of one package cannot show \
     this, so there is no example.",
    "`use \"../shared\" with A as B` 使那个包中的 `A` 在这里称为 `B`。单个包的文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// One name in two packages.
    TWO_PACKAGES "E0222" "declared-in-two-packages"
    "two packages declare one name", "两个包声明了同一名称";
    "All packages make one policy, so a name can have one meaning. Rename theirs where you use it: \
     `use \"../shared\" with A as BaseA`. A text of one package cannot show this, so there is no example.",
    "所有包合成一个策略，因此一个名称只能有一种含义。请在引用处给对方的名称改名：`use \"../shared\" with A as BaseA`。\
     单个包的文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Two headers.
    TWO_HEADERS "E0223" "two-headers"
    "a package has two `policy` headers", "一个包有两个 `policy` 开头";
    "The header gives the language and the time zone of every file in the folder, so there is one.",
    "开头规定整个文件夹中所有文件的语言版本和时区，因此只能有一个。";
    bad: header!("policy other { language 1 timezone \"UTC\" }\n");
    good: header!("");

    /// A header without language or zone.
    HEADER_LACKS "E0224" "header-lacks"
    "the header does not give language or time zone", "开头没有写语言版本或时区";
    "`language 1` fixes how the text is read, `timezone` what its dates mean. Neither has a default: a policy must not \
     change its meaning with the program or the machine.",
    "`language 1` 规定文本如何理解，`timezone` 规定日期的含义。两者都没有默认值：策略的含义不能随程序或机器而变。";
    bad: "policy example { language 1 }\n";
    good: "policy example { language 1 timezone \"Asia/Shanghai\" }\n";

    /// Another language.
    LANGUAGE_VERSION "E0225" "language-version"
    "the policy is written in a language version that is not known", "策略所用的语言版本未知";
    "A later version of the language may mean other things by the same words, so nothing is guessed.",
    "更新的语言版本可能赋予同样的词不同含义，因此不做猜测。";
    bad: "policy example { language 2 timezone \"UTC\" }\n";
    good: "policy example { language 1 timezone \"UTC\" }\n";

    /// Not a whole number.
    BAD_COUNT "E0226" "bad-count"
    "a whole number must stand here", "此处应为整数";
    "Versions and the counts of guarantees are whole numbers, without sign or point.",
    "版本号以及保证中的数量都是整数，没有正负号和小数点。";
    bad: "policy example { language 1 timezone \"UTC\" version 1.5 }\n";
    good: "policy example { language 1 timezone \"UTC\" version 15 }\n";

    /// A test that asks before it gives.
    TEST_ORDER "E0227" "test-without-given"
    "a test asks before it says who asks about what", "测试在说明提问者和对象之前就提问";
    "A line holds until the next one of its kind, so `given user …` and `given OBJECT …` come before the first `can`, \
     `cannot` or `sees`.",
    "每一行都在同类的下一行之前有效，因此 `given user …` 和 `given OBJECT …` 要写在第一个 `can`、`cannot` 或 `sees` 之前。";
    bad: people!("test \"reads\" { given user li.na can read }\n");
    good: people!("test \"reads\" { given user li.na given Customer { sales_owner = li.na } can read }\n");

    /// No such reason.
    UNKNOWN_REASON "E0228" "unknown-reason"
    "no answer has this reason", "没有这个理由";
    "`cannot … because REASON` names the first no on the way: `no-grant`, `inactive`, `scope`, `condition`, `deny`, \
     `requirement`, `role-conflict`, `suspended`, or `unknown-subject`.",
    "`cannot … because REASON` 写出遇到的第一个理由：`no-grant`、`inactive`、`scope`、`condition`、`deny`、`requirement`、\
     `role-conflict`、`suspended` 或 `unknown-subject`。";
    bad: people!("user wang.fang\ntest \"not theirs\" { given user li.na given Customer { sales_owner = wang.fang } cannot read because scpe }\n");
    good: people!("user wang.fang\ntest \"not theirs\" { given user li.na given Customer { sales_owner = wang.fang } cannot read because scope }\n");

    /// A name that no table can hold.
    NAME_TOO_LONG "E0231" "name-too-long"
    "a name is longer than a table can hold", "名称过长，决策表无法容纳";
    "A decision table holds names of at most 65,535 bytes. A longer one is usually a text that landed in the wrong place, such as a \
     whole file in one cell. A small text cannot show it, so there is no example.",
    "决策表中的名称最多 65,535 字节。更长的名称通常是放错位置的文本，例如整个文件落在一个单元格里。短文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// A test brings a role that no request may bring.
    NOT_FROM_REQUEST "E0229" "role-not-from-request"
    "a test brings a role that no request may bring", "测试带来了请求不能带来的角色";
    "`given roles` stands for roles in the request, and a request brings only those that the header lists under \
     `roles from request`. Others are ignored, so the test would show nothing.",
    "`given roles` 代表请求中的角色，而请求只能带来开头 `roles from request` 列出的角色。其他角色会被忽略，测试也就说明不了什么。";
    bad: people!("test \"visitor\" { given roles Clerk given Customer { sales_owner = li.na } cannot read }\n");
    good: people!("test \"clerk\" { given user li.na given Customer { sales_owner = li.na } can read }\n");

    /// No header.
    NO_HEADER "E0230" "no-header"
    "a package has no `policy` header", "包没有 `policy` 开头";
    "The header gives the policy its name, the version of the language, and the zone in which its dates are read. None of \
     these has a default: a policy must not change its meaning with the program or the machine. One file of the folder \
     has it, for all of them.",
    "开头给出策略的名称、语言版本，以及按哪个时区理解日期。这些都没有默认值：策略的含义不能随程序或机器而变。文件夹中只有一个文件写开头，对所有文件有效。";
    bad: "label personal\n";
    good: header!("label personal\n");
}
