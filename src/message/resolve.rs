//! Texts of the `resolve` family: names, declarations, packages.

use super::Text;

texts! {
    /// A name that no table can hold.
    NAME_TOO_LONG = "`{name}` is {length} bytes long, and a name has at most {most}", "`{name}` 长 {length} 字节，而名称最多 {most} 字节";
    /// Where.
    NAME_TOO_LONG_HERE = "declared here", "在此声明";
    /// What to do.
    NAME_TOO_LONG_HELP = "give it a short name, and say the rest in its label or a comment", "请使用简短的名称，其余内容写在显示名或注释中";
    /// A name that nothing declares.
    UNKNOWN = "no {kind} named `{name}`", "没有名为 `{name}` 的{kind}";
    /// Where.
    UNKNOWN_HERE = "not declared", "未声明";
    /// A near name.
    DID_YOU_MEAN = "did you mean `{name}`?", "是否想写 `{name}`？";
    /// The name is something else.
    NAME_IS_A = "`{name}` is declared, but as {kind}", "`{name}` 已声明，但它是{kind}";
    /// The one whose label or display name it is.
    LABEL_OF = "`{name}` is the label of `{id}`: write `{id}`", "`{name}` 是 `{id}` 的显示名：请写 `{id}`";
    /// Those whose display name it is.
    LABEL_OF_SEVERAL = "several people have the name `{name}`: write the id of one, {ids}", "有几个人都叫 `{name}`：请写其中一人的编号，{ids}";
    /// The one whose id is the same up to case and width.
    SAME_UP_TO_WIDTH = "`{id}` is the same up to case or width: write `{id}`", "`{id}` 与它只差大小写或全半角：请写 `{id}`";
    /// The same, for a row.
    SAME_UP_TO_WIDTH_IN_ROW = "`{id}` in line {line} of the people file is the same up to case or width: make the two agree",
        "人员文件第 {line} 行的 `{id}` 与它只差大小写或全半角：请把两处写成一样";
    /// Everybody.
    WRITE_EVERYONE = "for everybody write `everyone`, or `everyone in UNIT and below`",
        "要指所有人请写 `everyone`，或 `everyone in 部门 and below`";
    /// What there is.
    CHOICES = "one of {names}", "可用的有：{names}";
    /// A name declared in a package that this one does not use.
    IN_OTHER_PACKAGE = "`{path}` declares it, but this package does not use that one",
        "它在 `{path}` 中声明，但此包没有引用那个包";

    /// Kinds, as they stand in a sentence.
    KIND_LABEL = "label", "标签";
    /// Kind.
    KIND_TYPE = "type", "类型";
    /// Kind.
    KIND_OBJECT = "object", "对象";
    /// Kind.
    KIND_UNIT = "unit", "部门";
    /// Kind.
    KIND_NETWORK = "network", "网络";
    /// Kind.
    KIND_CALENDAR = "calendar", "日历";
    /// Kind.
    KIND_HOURS = "hours", "时段";
    /// Kind.
    KIND_ROLE = "role", "角色";
    /// Kind.
    KIND_SUBJECT_ATTRIBUTE = "subject attribute", "主体属性";
    /// Kind.
    KIND_REQUEST_ATTRIBUTE = "request attribute", "请求属性";
    /// Kind.
    KIND_SUSPENSION = "suspension", "暂停";
    /// Kind.
    KIND_REQUIREMENT = "requirement", "要求";
    /// Kind.
    KIND_USER = "user", "用户";
    /// Kind.
    KIND_ACTION = "action", "动作";
    /// Kind.
    KIND_FIELD = "field", "字段";
    /// Kind.
    KIND_VALUE = "value", "取值";
    /// Kind.
    KIND_PARAMETER = "parameter", "参数";
    /// Kind.
    KIND_RULE = "rule", "规则";
    /// Kind.
    KIND_TEST = "test", "测试";
    /// With an article.
    A_LABEL = "a label", "标签";
    /// With an article.
    A_TYPE = "a type", "类型";
    /// With an article.
    AN_OBJECT = "an object", "对象";
    /// With an article.
    A_UNIT = "a unit", "部门";
    /// With an article.
    A_NETWORK = "a network", "网络";
    /// With an article.
    A_CALENDAR = "a calendar", "日历";
    /// With an article.
    AN_HOURS = "named hours", "时段";
    /// With an article.
    A_ROLE = "a role or template", "角色或模板";
    /// With an article.
    A_USER = "a user", "用户";
    /// With an article.
    AN_ATTRIBUTE = "an attribute", "属性";
    /// With an article.
    A_STATEMENT_NAME = "the name of a statement", "语句的名称";

    /// An action that an object does not have.
    UNKNOWN_ACTION = "`{object}` has no action named `{name}`", "`{object}` 没有名为 `{name}` 的动作";
    /// A field is seen, and nothing says how.
    SEES_WITHOUT_ACTION = "it is not said by which action of `{object}` the field is seen", "没有写明通过 `{object}` 的哪个动作看到字段";
    /// Where.
    SEES_WITHOUT_ACTION_HERE = "without `for` this asks about `read`, which the object does not have", "不写 `for` 时问的是 `read`，而该对象没有这个动作";
    /// What to do.
    SEES_WITHOUT_ACTION_HELP = "say by which action the field is seen: add one of {actions}", "请写明通过哪个动作看到该字段：加上 {actions} 之一";
    /// An action that none of several objects has.
    UNKNOWN_ACTION_ANYWHERE = "no object here has an action named `{name}`", "这里没有任何对象具有名为 `{name}` 的动作";
    /// A field that an object does not have.
    UNKNOWN_FIELD = "`{object}` has no field named `{name}`", "`{object}` 没有名为 `{name}` 的字段";
    /// An attribute that an object does not have.
    UNKNOWN_RECORD_ATTRIBUTE = "{objects} {n|has|have} no attribute named `{name}`", "{objects} 没有名为 `{name}` 的属性";
    /// What to do about it in a wildcard.
    EXCEPT_THESE = "leave them out with `except`, or write the rule for each object by name",
        "用 `except` 排除它们，或按名称为每个对象分别书写规则";
    /// A template where a role must stand.
    TEMPLATE_AS_ROLE = "`{name}` is a template, not a role", "`{name}` 是模板，不是角色";
    /// Where.
    TEMPLATE_AS_ROLE_HERE = "a role must stand here", "此处应为角色";
    /// What to do.
    TEMPLATE_AS_ROLE_HELP = "name an instance: `role {name}One = {name}(…)`", "请写它的实例：`role {name}One = {name}(…)`";
    /// A role where a template must stand.
    ROLE_AS_TEMPLATE = "`{name}` is a role, not a template", "`{name}` 是角色，不是模板";
    /// Where.
    ROLE_AS_TEMPLATE_HERE = "a template must stand here", "此处应为模板";

    /// Declared twice.
    DUPLICATE = "{kind} `{name}` is declared twice", "{kind} `{name}` 重复声明";
    /// Here.
    DUPLICATE_HERE = "declared again here", "在此重复声明";
    /// There.
    FIRST_HERE = "first declared here", "最先在此声明";
    /// What to do.
    DUPLICATE_HELP = "remove one of the two or give it another name", "删去其中一个或改名";
    /// Declared in two packages.
    TWO_PACKAGES = "{kind} `{name}` is declared both in `{one}` and in `{two}`", "{kind} `{name}` 在 `{one}` 与 `{two}` 中都有声明";
    /// What to do.
    TWO_PACKAGES_HELP = "give one of them another name: `use \"{path}\" with {name} as {new}`",
        "给其中一个改名：`use \"{path}\" with {name} as {new}`";
    /// Two names that look the same.
    LOOK_ALIKE = "{kind} {name} looks like {other}", "{kind} {name} 与 {other} 难以区分";
    /// Why.
    LOOK_ALIKE_HERE = "differs from the other only in case, width or look-alike letters", "与另一个只差大小写、全半角或形近字符";
    /// There.
    LOOK_ALIKE_THERE = "the other one", "另一个";
    /// What to do.
    LOOK_ALIKE_HELP = "give one of them a name that nobody can mistake for the other", "给其中一个起一个不会混淆的名称";
    /// A built-in name.
    BUILT_IN = "`{name}` is built in", "`{name}` 是内置的";
    /// Where.
    BUILT_IN_HERE = "cannot be declared again", "不能再次声明";
    /// Choose another.
    OTHER_NAME = "choose another name", "请换一个名称";
    /// A former name that still exists.
    RENAMED_CLASH = "{kind} `{name}` is renamed from `{old}`, but `{old}` is still declared",
        "{kind} `{name}` 由 `{old}` 改名而来，但 `{old}` 仍有声明";
    /// Where.
    RENAMED_CLASH_HERE = "former name", "原名";
    /// There.
    RENAMED_CLASH_THERE = "still declared here", "仍在此声明";
    /// There.
    RENAMED_TWICE_THERE = "also renamed from it", "也由它改名而来";
    /// Two renamed from one.
    RENAMED_TWICE = "both `{name}` and `{other}` are renamed from `{old}`", "`{name}` 与 `{other}` 都由 `{old}` 改名而来";
    /// What to do.
    RENAMED_HELP = "remove `renamed from {old}` here, or the declaration of `{old}`", "删去此处的 `renamed from {old}`，或删去 `{old}` 的声明";
    /// A line that may stand once.
    REPEATED_LINE = "`{line}` is written twice", "`{line}` 写了两次";
    /// Here.
    REPEATED_LINE_HERE = "again here", "在此重复";
    /// There.
    REPEATED_LINE_THERE = "first here", "最先在此";
    /// What to do.
    REPEATED_LINE_HELP = "keep one of the two", "只保留其中一处";
    /// One thing named twice where two must differ.
    REPEATED_NAME = "`{name}` is named twice", "`{name}` 出现了两次";
    /// What to do.
    REPEATED_NAME_HELP = "name two different roles", "请写不同的角色";

    /// A folder that is not there.
    UNKNOWN_PACKAGE = "no package at `{path}`", "`{path}` 处没有策略包";
    /// Where.
    UNKNOWN_PACKAGE_HERE = "not found", "未找到";
    /// What to do.
    UNKNOWN_PACKAGE_HELP = "name a folder with `*.roles` files, relative to this package", "请写一个含 `*.roles` 文件的文件夹，路径相对于此包";
    /// `with X as Y` where X is not there.
    UNKNOWN_RENAME = "`{path}` declares nothing named `{name}`", "`{path}` 没有声明 `{name}`";
    /// Where.
    UNKNOWN_RENAME_HERE = "nothing to rename", "没有可改名的对象";
    /// Two headers.
    TWO_HEADERS = "this package has two `policy` headers", "此包有两个 `policy` 开头";
    /// What to do.
    TWO_HEADERS_HELP = "keep one header for all files of the folder", "整个文件夹只保留一个开头";
    /// No header.
    NO_HEADER = "this package has no `policy` header", "此包没有 `policy` 开头";
    /// Where.
    NO_HEADER_HERE = "no file of the folder has one", "文件夹中的文件都没有写";
    /// What to do.
    NO_HEADER_HELP = "write `{example}` in one file of the folder, with the name of your policy and your time zone", "请在文件夹的一个文件中写 `{example}`，换成自己的策略名称和时区";
    /// A header without a line.
    HEADER_LACKS = "the `policy` header has no `{line}`", "`policy` 开头缺少 `{line}`";
    /// Where.
    HEADER_LACKS_HERE = "add `{example}`", "请加上 `{example}`";
    /// Another language.
    LANGUAGE = "language {number} is not known to this version of rolecall", "此版本不认识语言 {number}";
    /// Where.
    LANGUAGE_HERE = "only `language 1` exists", "目前只有 `language 1`";
    /// What to do.
    LANGUAGE_HELP = "write `language 1`, or use a newer rolecall", "请写 `language 1`，或使用更新的版本";
    /// A version that is no whole number.
    VERSION = "`version {number}` is not a whole number from 0", "`version {number}` 不是非负整数";
    /// Where.
    VERSION_HERE = "a whole number must stand here", "此处应为整数";
    /// A count that is no whole number.
    COUNT = "`{number}` is not a whole number that can be counted to", "`{number}` 不是可用的整数";
    /// `can` before any object.
    TEST_WITHOUT_OBJECT = "no object is given before this line", "此行之前没有给出对象";
    /// Where.
    TEST_WITHOUT_OBJECT_HERE = "which object is meant?", "指的是哪个对象？";
    /// What to do.
    TEST_WITHOUT_OBJECT_HELP = "write `given Customer` before it", "请在它之前写 `given Customer`";
    /// `can` before anybody asks.
    TEST_WITHOUT_USER = "nobody asks: no user or role is given before this line", "无人提问：此行之前没有给出用户或角色";
    /// What to do.
    TEST_WITHOUT_USER_HELP = "write `given user …` before it", "请在它之前写 `given user …`";
    /// Where.
    TEST_WITHOUT_USER_HERE = "who asks?", "谁在提问？";
    /// Where.
    UNKNOWN_REASON_HERE = "not one of the reasons", "不是可用的理由";
    /// No such reason.
    UNKNOWN_REASON = "no reason named `{name}`", "没有名为 `{name}` 的理由";
    /// A role that no request may bring.
    NOT_FROM_REQUEST = "a request cannot bring the role `{name}`", "请求不能带来角色 `{name}`";
    /// Where.
    NOT_FROM_REQUEST_HERE = "not listed under `roles from request`", "没有列在 `roles from request` 中";
    /// What to do.
    NOT_FROM_REQUEST_HELP = "list it in the header, or test with a user who is assigned it", "把它列入开头，或用担任该角色的用户来测试";
}
