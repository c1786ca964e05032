//! Texts of the `cli` family: what the command line itself says, and the frame around diagnostics.

use super::Text;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub static $name: Text = Text::new($en, $zh);)*

        /// Every entry of this family.
        pub const ALL: &[&Text] = &[$(&$name),*];
    };
}

texts! {
    /// Severity.
    ERROR = "error", "错误";
    /// Severity.
    WARNING = "warning", "警告";
    /// Severity.
    INFO = "note", "提示";
    /// A line of help.
    HELP_LINE = "help: {help}", "建议：{help}";
    /// A mechanical repair.
    FIX_LINE = "fix: {fix}", "修复：{fix}";
    /// Summary.
    SUMMARY = "{parts}", "{parts}";
    /// Summary.
    NO_FINDINGS = "no findings", "未发现问题";
    /// Summary.
    N_ERRORS = "{n} {n|error|errors}", "{n} 个错误";
    /// Summary.
    N_WARNINGS = "{n} {n|warning|warnings}", "{n} 个警告";
    /// Summary.
    N_INFOS = "{n} {n|note|notes}", "{n} 条提示";
    /// A verb cannot go on.
    FAILURE = "error: {message}", "错误：{message}";
    /// Stdout is full.
    CANNOT_WRITE_OUTPUT = "cannot write the output: {reason}", "无法写出结果：{reason}";
    /// Progress.
    PROGRESS_COMPILING = "compiling {path} …", "正在编译 {path} ……";
    /// A bad `--at`.
    BAD_INSTANT = "`{text}` is no instant; write `2026-11-23 10:00`, or with an offset `2026-11-23T10:00:00+08:00`",
        "`{text}` 不是有效的时刻；请写成 `2026-11-23 10:00`，或带偏移量 `2026-11-23T10:00:00+08:00`";
    /// A local time that is skipped or doubled.
    AMBIGUOUS_INSTANT = "the local time `{text}` is skipped or comes twice in `{zone}`; give an offset, as in `2026-11-23T10:00:00+08:00`",
        "本地时间 `{text}` 在 `{zone}` 中被跳过或出现两次；请给出偏移量，例如 `2026-11-23T10:00:00+08:00`";
    /// A zone that is not known.
    UNKNOWN_ZONE = "no time zone named `{zone}`", "没有名为 `{zone}` 的时区";
    /// Progress.
    PROGRESS_WRITING = "writing the table …", "正在写出决策表 ……";
    /// Summary of `check`.
    CLAUSES = ", ", "，";
    /// Summary of `check`.
    N_PROVED = "{n} {n|guarantee|guarantees} proved", "{n} 条保证已证明";
    /// Summary of `check`.
    N_PASSED = "{n} {n|test|tests} passed", "{n} 个测试通过";
    /// Summary of `check`.
    N_FAILED = "{n} {n|test|tests} failed", "{n} 个测试失败";
    /// Summary of `test`.
    NO_TESTS = "this policy carries no tests", "此策略没有测试";
    /// A table passes the format's limits.
    TABLE_TOO_LARGE = "the table would be too large: {what}", "决策表过大：`{what}`";
    /// A damaged table.
    NOT_A_TABLE = "this is no decision table", "这不是决策表";
    /// A table of another version.
    OTHER_TABLE = "this decision table has format {found}, which this program cannot read: build it anew", "该决策表的格式版本为 {found}，本程序无法读取：请重新生成";
    /// A table that is spoilt.
    DAMAGED_TABLE = "this decision table is damaged (`{reason}`): build it anew", "该决策表已损坏（`{reason}`）：请重新生成";
    /// `build`.
    BUILD_DONE = "wrote {path}: {size} bytes, decisions {hash}", "已写出 {path}：{size} 字节，决策哈希 {hash}";
    /// `explain`.
    UNKNOWN_CODE = "no code or name `{code}`", "没有代码或名称 `{code}`";
    /// A near name.
    DID_YOU_MEAN = "did you mean `{name}`?", "是否想写 `{name}`？";
    /// A display label in the place of a name.
    IS_LABEL_OF = "`{label}` is the label of {names}; write that name", "`{label}` 是 {names} 的显示名；请写该名称";
    /// `explain`.
    LIST_CODES = "`rolecall explain` lists all codes", "`rolecall explain` 会列出所有代码";
    /// `explain`.
    BAD_EXAMPLE = "Example that is reported:", "会被报告的例子：";
    /// `explain`.
    GOOD_EXAMPLE = "The same, mended:", "改正之后：";
    /// `init`.
    INIT_OCCUPIED = "`{path}` is there already; nothing was written", "`{path}` 已经存在；没有写入任何内容";
    /// `init`.
    INIT_ELSEWHERE = "name an empty or a new folder", "请指定空文件夹或新文件夹";
    /// `init`.
    CANNOT_MAKE_FOLDER = "cannot make the folder `{path}`: {reason}", "无法创建文件夹 `{path}`：{reason}";
    /// `init`.
    INIT_DONE = "wrote {n} files to {path}", "已在 {path} 写入 {n} 个文件";
    /// `init`.
    INIT_NEXT = "next: rolecall check {path}", "下一步：`rolecall check {path}`";
    /// `fmt`.
    FMT_DONE = "{n} {n|file|files} changed, {same} left as they were", "修改了 {n} 个文件，{same} 个保持不变";
    /// `fmt`.
    FMT_UNREAD = "{words}, {unread} could not be read as a policy", "{words}，{unread} 个无法解析";
    /// `fmt --check`.
    FMT_WOULD = "{n} {n|file|files} would change, {same} would not", "{n} 个文件需要修改，{same} 个不需要";
    /// `fmt`.
    FMT_SYNTAX = "`{path}` has syntax errors and was left as it is", "`{path}` 有语法错误，未检查格式，保持原样";
    /// `fmt`.
    FMT_CHANGED = "`{path}` was left as it is: formatting would have changed its meaning, which is a defect of rolecall; please report it",
        "`{path}` 保持原样：格式化会改变其含义，这是 `rolecall` 的缺陷，请报告";
    /// `fmt -`.
    CANNOT_READ_STDIN = "cannot read the standard input: {reason}", "无法读取标准输入：{reason}";
    /// `fmt -`.
    STDIN_TOO_LARGE = "it has more than {limit} bytes", "超过 {limit} 字节";
    /// `fmt -`.
    STDIN_NOT_UTF8 = "it is not UTF-8", "不是 `UTF-8` 编码";
    /// A defect.
    INTERNAL = "error: rolecall stopped at {place}; this is a defect of rolecall, please report it with what you ran",
        "错误：`rolecall` 在 {place} 处中止；这是 `rolecall` 的缺陷，请连同所运行的命令一起报告";
    /// `--record`, `--request`.
    BAD_GIVEN = "cannot read `{text}` as attributes; write `name=value name=value`, or a JSON object",
        "无法将 `{text}` 读作属性；请写成 `name=value name=value`，或一个 `JSON` 对象";
    /// `--record`, `--request`.
    BAD_GIVEN_JSON = "cannot read the JSON object: {error}", "无法读取 `JSON` 对象：{error}";
    /// `--record`, `--request`.
    GIVEN_TWICE = "`{name}` is given twice", "`{name}` 给出了两次";
    /// A file given on the command line.
    CANNOT_READ_FILE = "cannot read `{path}`: {reason}", "无法读取 `{path}`：{reason}";
    /// Why.
    REASON_NOT_REGULAR = "it is no ordinary file", "它不是普通文件";
    /// Why.
    REASON_TOO_LARGE = "it is too large", "文件过大";
    /// An unknown name in a question.
    NO_OBJECT = "no object named `{name}`", "没有名为 `{name}` 的对象";
    /// An unknown name in a question.
    NO_ACTION = "`{object}` has no action `{name}`", "`{object}` 没有动作 `{name}`";
    /// An unknown name in a question.
    NO_FIELD = "`{object}` has no field `{name}`", "`{object}` 没有字段 `{name}`";
    /// A search that was given up.
    TOO_MANY_STEPS = "the search took too many steps and was given up, so there is no list: ask about one person or one action",
        "查找步骤过多，已放弃，没有给出列表：请只查询一个人或一个操作";
    /// An unknown name in a question.
    NO_ROLE = "nobody holds a role named `{name}`, so the table has nothing for it", "没有人担任名为 `{name}` 的角色，决策表中没有它的内容";
    /// An unknown name in a question.
    NO_USER = "`{name}` is nobody that the policy knows", "策略中没有 `{name}` 这个人";
    /// What there is.
    THERE_ARE = "there are {names}", "现有：{names}";
    /// `what can`.
    BAD_SUBJECT = "write a person's id, or `role` and the name of a role", "请写人员的编号，或 `role` 加角色名";
    /// `who`.
    WHO_CAN = "{n} {n|person|people} can {action} {target} at {at}:", "在 {at}，{n} 人可以对 {target} 执行 {action}：";
    /// `who`.
    WHO_NOBODY = "nobody can {action} {target} at {at}", "在 {at}，没有人可以对 {target} 执行 {action}";
    /// `who`.
    WHO_BROUGHT = "Besides, whoever's request brings one of these roles:", "此外，请求中带有以下角色的人也可以：";
    /// `what`.
    WHAT_NOTHING = "{name} has no rights at {at}", "在 {at}，{name} 没有任何权限";
    /// `what`.
    WHAT_ROLE = "there is a role of that name: ask `what can role {name}`", "有同名的角色：请用 `what can role {name}` 提问";
    /// `what`.
    WHAT_CAN = "{name} has {n} {n|right|rights} at {at}:", "在 {at}，{name} 有 {n} 项权限：";
    /// A delegated role.
    ON_BEHALF_OF = "on behalf of {user}", "代理 {user}";
    /// A deny or mask that stops a right on some records.
    BUT_NOT_WHERE = "but not where {what}", "以下除外：{what}";
    /// A right on fields alone.
    ONLY_FIELDS = "only {fields}", "仅 {fields}";
    /// Heading.
    COLUMN_WHO = "who", "人员";
    /// Heading.
    COLUMN_ROLE = "through role", "经由角色";
    /// Heading.
    COLUMN_RECORDS = "which records", "哪些记录";
    /// Heading.
    COLUMN_LIMITS = "as long as", "条件";
    /// Heading.
    COLUMN_RULE = "rule", "规则位置";
    /// Heading.
    COLUMN_OBJECT = "object", "对象";
    /// Heading.
    COLUMN_ACTION = "action", "动作";
    /// `when`.
    WHEN_CAN = "{user} can {action} {target}, looked at from {from} until {until}:", "{user} 可以对 {target} 执行 {action} 的时段（从 {from} 到 {until}）：";
    /// `when`.
    WHEN_NEVER = "{user} cannot {action} {target} at any time from {from} until {until}", "从 {from} 到 {until}，{user} 始终不能对 {target} 执行 {action}";
    /// `when`.
    WHEN_BACKWARDS = "`--until` ({until}) is not after `--at` ({from})", "`--until`（{until}）不在 `--at`（{from}）之后";
    /// `when`.
    WHEN_CUT = "too many changes: looked no further than {at}", "变化太多：只查看到 {at}";
    /// Heading.
    COLUMN_FROM = "from", "开始";
    /// Heading.
    COLUMN_UNTIL = "until", "结束";
    /// Progress.
    PROGRESS_WHY = "looking for the smallest change …", "正在查找最小的改动 ……";
    /// `why`.
    WHY_YES = "{user} can {action} {target} at {at}", "在 {at}，{user} 可以对 {target} 执行 {action}";
    /// `why`.
    WHY_NO = "{user} cannot {action} {target} at {at}: {reason} ({words})", "在 {at}，{user} 不能对 {target} 执行 {action}：`{reason}`（{words}）";
    /// `why`.
    WHY_DEPENDS = "{user} can {action} {target} at {at} on some records only", "在 {at}，{user} 只能对部分 {target} 执行 {action}";
    /// `why`.
    WHY_DEPENDS_ON = "It depends on the record (give one with --record):", "取决于具体记录（可用 `--record` 给出）：";
    /// `why`.
    WHY_HIDDEN = "fields not shown: {names}", "不显示的字段：{names}";
    /// `why`.
    WHY_MASKED = "fields masked: {names}", "脱敏的字段：{names}";
    /// `why`.
    WHY_MISSING = "not given, and it mattered: {names}", "未给出而又影响结果的属性：{names}";
    /// `why`.
    WHY_UNTIL = "this holds until {at} at least", "至少到 {at} 为止不变";
    /// `why`.
    WHY_CLIMBS = "Rules that allow it, the furthest first:", "相关的允许规则（越接近通过越靠前）：";
    /// `why`.
    WHY_HELD = "the role is held by {place}", "该角色来自 {place}";
    /// `why`.
    WHY_APPLIES = "applies", "适用";
    /// `why`.
    WHY_STOPS = "stops at {reason}: {words}", "卡在 `{reason}`：{words}";
    /// `why`.
    WHY_OBSTACLES = "What stands in the way:", "阻碍：";
    /// `why`.
    WHY_CHANGE = "The smallest change found that turns the answer:", "找到的能改变结果的最小改动：";
    /// `why`.
    WHY_ALTERNATIVE = "With the facts as they are, the smallest change of the policy found:", "保持现有事实时，能改变结果的最小策略改动：";
    /// `why`.
    WHY_EFFECTS = "It also changes:", "它还会改变：";
    /// `why`.
    WHY_MORE_EFFECTS = "and {n} more", "另有 {n} 项";
    /// `why`.
    WHY_NEEDS_PACKAGE = "a bare table cannot say what to change: ask the package", "仅有决策表时无法给出改动建议：请对包提问";
    /// `why`.
    WHY_NO_CHANGE = "no small change was found ({n} tried)", "没有找到简单的改法（试了 {n} 种）";
    /// A question that makes no request.
    BAD_REQUEST = "this question makes no request: {error}", "此问题无法构成请求：{error}";
    /// `--at` with a bare table.
    TABLE_NEEDS_OFFSET = "`{text}` has no offset, and a bare table names no time zone; write `2026-11-23T10:00:00+08:00`",
        "`{text}` 没有偏移量，而决策表没有时区名称；请写成 `2026-11-23T10:00:00+08:00`";
    /// `decide`.
    BAD_LINES = "{n} of {total} lines {n|was|were} no request", "{total} 行中有 {n} 行不是请求";
    /// `decide --witness`.
    WITNESS_OF_TABLE = "`--witness` needs the package: a table has suspensions in it, and nothing for roles that nobody holds",
        "`--witness` 需要策略包：决策表中已含暂停，也没有无人持有的角色";
    /// `decide --records`.
    BAD_RECORD = "line {line} of `{path}` is no record: {error}", "`{path}` 第 {line} 行不是记录：{error}";
    /// `decide --records`.
    RECORD_MEMBERS = "it must be an object with `type`, `id` and `properties`", "必须是含有 `type`、`id` 和 `properties` 的对象";
    /// `decide --records`.
    RECORD_TWICE = "`{object}` `{id}` comes twice", "`{object}` `{id}` 出现了两次";
    /// Progress.
    PROGRESS_DECIDING = "answering …", "正在回答 ……";
    /// `lint --list`.
    LINT_EXPLAIN = "`rolecall explain NAME` documents a rule; `#! allow(NAME) through DATE because \"…\"` waives it on the next line",
        "`rolecall explain NAME` 说明一条规则；`#! allow(NAME) through DATE because \"…\"` 可在下一行豁免";
}
