//! Texts of the `config` family: `rolecall.toml`, what is wrong with it, where a value came from.

use super::Text;

texts! {
    /// Not TOML.
    NOT_TOML = "this is not TOML", "这不是有效的 `TOML`";
    /// Label, in the words of the reader of TOML.
    NOT_TOML_HERE = "the `TOML` reader says: `{reason}`", "`TOML` 读取程序的说明：`{reason}`";
    /// What is wrong with it.
    TOML_QUOTES = "a text stands between two `\"`", "文本要写在两个半角引号 `\"` 之间";
    /// What is wrong with it.
    TOML_NO_VALUE = "a key has no value: write `key = value`", "键没有值：请写 `key = value`";
    /// What is wrong with it.
    TOML_EQUALS = "one `=` stands between a key and its value", "键与值之间写一个 `=`";
    /// What is wrong with it.
    TOML_TWICE = "this key or table stands here for the second time", "此键或表写了两次";
    /// What is wrong with it.
    TOML_TABLE = "the name of a table stands between `[` and `]`, on a line of its own", "表名写在 `[` 与 `]` 之间，单独一行";
    /// What is wrong with it.
    TOML_LIST = "a list is written `[\"a\", \"b\"]`: look for a missing `,` or `]`", "列表写作 `[\"a\", \"b\"]`：请检查是否缺少 `,` 或 `]`";
    /// What is wrong with it.
    TOML_OPEN_TEXT = "a text in quotes is not closed on its line", "引号中的文本没有在本行闭合";
    /// What is wrong with it.
    TOML_KEY = "a key is made of letters, digits, `_` and `-`", "键由字母、数字、`_`、`-` 组成";
    /// Another version.
    VERSION = "this workspace wants rolecall `{wanted}`, and this is {running}", "此工作区要求 `rolecall` 版本 `{wanted}`，而当前版本是 {running}";
    /// Label.
    VERSION_HERE = "not this version", "不是此版本";
    /// Help.
    VERSION_HELP = "install a version that is wanted, or change `required_version`", "请安装所要求的版本，或修改 `required_version`";
    /// A key on top.
    UNKNOWN_KEY = "no key `{key}`", "没有键 `{key}`";
    /// A key in a table.
    UNKNOWN_KEY_IN = "no key `{key}` in `[{table}]`", "`[{table}]` 中没有键 `{key}`";
    /// Label.
    UNKNOWN_KEY_HERE = "means nothing", "没有含义";
    /// Help.
    THERE_ARE = "there are {keys}", "可用的键：{keys}";
    /// Help.
    BELONGS_IN = "it belongs in `[{table}]`", "它属于 `[{table}]`";
    /// Help.
    BELONGS_ON_TOP = "it belongs on top, before the first table", "它应写在最前面，第一个表之前";
    /// A near name.
    DID_YOU_MEAN = "write `{near}`", "改为 `{near}`";
    /// A value.
    BAD_VALUE = "`{path}` cannot have this value", "`{path}` 不能取这个值";
    /// Label.
    BAD_VALUE_HERE = "does not fit", "不符合要求";
    /// Help.
    WANTS_VERSION = "write comparisons, each with its sign, as in `\">=0.1, <0.3\"`", "请写成带符号的比较，例如 `\">=0.1, <0.3\"`";
    /// Help.
    WANTS_FAIL_LEVEL = "write `\"error\"`, `\"warning\"` or `\"info\"`", "请写 `\"error\"`、`\"warning\"` 或 `\"info\"`";
    /// Help.
    WANTS_LEVEL = "write `\"off\"`, `\"info\"`, `\"warning\"` or `\"error\"`", "请写 `\"off\"`、`\"info\"`、`\"warning\"` 或 `\"error\"`";
    /// Help.
    WANTS_NUMBER = "write a whole number from 0 to {most}", "请写 0 到 {most} 之间的整数";
    /// Help.
    WANTS_RULES = "write a list of names, as in `[\"leaky-suspension\", \"separation\"]`", "请写名称列表，例如 `[\"leaky-suspension\", \"separation\"]`";
    /// Help.
    WANTS_TABLE = "it is a table: write `[{path}]` on a line of its own and its keys below", "它是一个表：请单独写一行 `[{path}]`，其下写各个键";
    /// A rule or group.
    UNKNOWN_RULE = "no rule or group of rules named `{rule}`", "没有名为 `{rule}` 的规则或规则组";
    /// Label.
    UNKNOWN_RULE_HERE = "does not exist", "不存在";
    /// Help.
    LIST_RULES = "`rolecall lint --list` shows all rules and their groups", "用 `rolecall lint --list` 查看全部规则及其分组";
    /// An error of the language.
    NO_FINDING = "`{rule}` is an error of the language, not a rule", "`{rule}` 是语言错误，而不是规则";
    /// Label.
    NO_FINDING_HERE = "has no level", "没有级别";
    /// Help.
    NO_FINDING_HELP = "it always counts; take the line out", "它始终有效；请删去此行";
    /// Contradiction.
    OFF_AND_NEVER_WAIVED = "`{rule}` is off, and nobody may waive it", "`{rule}` 已关闭，而任何人都不得豁免它";
    /// Label.
    OFF_HERE = "off here", "在此关闭";
    /// Label.
    NEVER_WAIVED_HERE = "not to be waived", "不得豁免";
    /// Help.
    OFF_HELP = "give it a level, or take it out of `never_waive`", "请为它设置级别，或从 `never_waive` 中删去";
    /// Contradiction.
    ROLE_OVER_PERSON = "`{role}` is greater than `{person}`", "`{role}` 大于 `{person}`";
    /// Label.
    ROLE_OVER_PERSON_HERE = "for one role", "单个角色";
    /// Label.
    PERSON_HERE = "for all roles of a person", "一个人的全部角色";
    /// Help.
    ROLE_OVER_PERSON_HELP = "whoever holds the role has at least its rights", "持有该角色的人至少拥有该角色的权限";
    /// `--level`
    LEVEL_FORM = "`{text}` is no level; write `RULE=LEVEL`, as in `--level unheld-role=off`", "`{text}` 不是级别；请写 `RULE=LEVEL`，例如 `--level unheld-role=off`";
    /// `--level`
    NO_LEVEL = "`{rule}` cannot have that level", "`{rule}` 不能设为该级别";
    /// `--level`
    NEVER_WAIVED = "`{rule}` cannot be off: `never_waive` in `rolecall.toml` names it", "`{rule}` 不能关闭：`rolecall.toml` 的 `never_waive` 列出了它";
    /// `config show`
    NO_FILE = "no rolecall.toml from here up: every value is the default", "从此处向上没有 `rolecall.toml`：所有值均为默认值";
    /// `config show`
    FROM_DEFAULT = "default", "默认";
    /// `config show`
    FROM_LINE = "{path}:{line}", "{path}:{line}";
    /// `config show`
    FROM_GROUP = "{origin} (group {group})", "{origin}（规则组 `{group}`）";
    /// `config show`
    FROM_COMMAND_LINE = "command line", "命令行";
    /// `config show`
    COLUMN_KEY = "key", "键";
    /// `config show`
    COLUMN_VALUE = "value", "值";
    /// `config show`
    COLUMN_FROM = "from", "来源";
    /// `config show`
    NONE = "none", "无";
    /// `config show`: the rule judges each finding itself.
    OWN_LEVEL = "{level} at most, as the rule judges", "最高为 `{level}`，由规则自行判断";
}
