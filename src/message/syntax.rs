//! Texts of the `syntax` family.

use super::Text;

texts! {
    // ---- characters and strings ----
    HERE = "here", "此处";
    FILE_TOO_LARGE = "this file is larger than 64 MiB", "此文件超过了 64 兆字节的上限";
    FILE_TOO_LARGE_HELP = "split the policy into several files of the same folder",
        "请把策略拆成同一文件夹中的多个文件";
    CONTROL_CHARACTER = "the text holds the control character `{point}`", "文本中有控制字符 `{point}`";
    INVISIBLE_CHARACTER = "the text holds the invisible character `{point}`", "文本中有不可见字符 `{point}`";
    REMOVE_CHARACTER = "remove the character", "删除该字符";
    NESTED_TOO_DEEP = "brackets nest deeper than 64 levels; the rest of the file was not read",
        "括号嵌套超过 64 层，文件的其余部分没有读取";
    NESTED_HERE = "one bracket too many", "多出的一层括号";
    NESTED_HELP = "split the condition, or close the brackets before this one", "请拆分条件，或闭合此前的括号";
    UNCLOSED_STRING = "a text in quotes is not closed on its line", "引号中的文本没有在本行闭合";
    UNCLOSED_HERE = "this text has no closing quote", "这段文本缺少右引号";
    UNCLOSED_HELP = "add `\"` where the text ends; texts do not run over the end of a line",
        "请在文本结束处加上 `\"`；文本不能跨行";
    CLOSE_STRING = "close the text", "闭合文本";
    UNKNOWN_ESCAPE = "`{escape}` means nothing in a text", "文本中的 `{escape}` 没有含义";
    UNKNOWN_ESCAPE_HELP = "write a backslash itself as `\\\\`, and folders with `/`",
        "反斜杠本身写作 `\\\\`，文件夹用 `/` 书写";
    DOUBLE_BACKSLASH = "double the backslash", "把反斜杠写两遍";

    // ---- names ----
    EMPTY_NAME = "a name is empty", "名称为空";
    EMPTY_NAME_HELP = "write the name between the quotes", "请在引号之间写上名称";
    NAME_CHANGES = "`{name}` only looks like `{plain}`", "`{name}` 只是看起来像 `{plain}`";
    LOOKS_ALIKE = "letters that look like others", "形似而不同的字符";
    MIXED_SCRIPTS = "`{name}` mixes letters of several scripts", "`{name}` 混用了多种文字的字母";
    MIXED_SCRIPTS_HELP = "write the whole name in one script; Chinese, Japanese and Korean may stand beside Latin",
        "请用同一种文字书写整个名称；中文、日文、韩文可以与拉丁字母混用";
    BARE_NAME = "`{name}` is a name only in quotes", "`{name}` 只有加引号才能作为名称";
    BARE_NAME_LETTERS = "a bare name is made of letters, digits, `_` and `-`, and starts with a letter",
        "不加引号的名称由字母、数字、`_`、`-` 组成，并以字母开头";
    BARE_USER_LETTERS = "a bare user is made of letters, digits and `. - _ @ +`",
        "不加引号的用户名由字母、数字和 `. - _ @ +` 组成";
    QUOTE_IT = "quote the name", "给名称加上引号";
    NAME_ENDING = "the name `{name}` ends with `{sign}`", "名称 `{name}` 以 `{sign}` 结尾";
    WRITE_OR_QUOTE = "write `{name}`, or `{quoted}` if the sign belongs to the name",
        "请写 `{name}`；如果该符号属于名称，请写 `{quoted}`";
    DATE_AS_NAME = "the date `{date}` stands where a user is expected", "日期 `{date}` 出现在应写用户的位置";
    DATE_AS_NAME_HELP = "write `from`, `through` or `before` in front of a date, or `{name}` for a user of that name",
        "日期前请写 `from`、`through` 或 `before`；如果用户确实叫这个名字请写 `{name}`";
    RESERVED_WORD = "`{word}` is a reserved word, and a name only in quotes",
        "`{word}` 是保留字，只有加引号才能作为名称";
    MISSING_BETWEEN = "{thing} is missing between `{before}` and `{found}`", "`{before}` 与 `{found}` 之间缺少{thing}";
    MISSING_NAME_HELP = "write the name, or `{name}` if that is the name",
        "请写上名称；如果名称就是这个词，请写 `{name}`";
    NEVER_A_NAME = "`{name}` never names anything, not even in quotes", "`{name}` 不能作为名称，加引号也不行";
    NEVER_HELP = "choose another name", "请换一个名称";
    EVERYONE_HELP = "write `assign ROLE to everyone`, without other users beside it, or choose another name",
        "请单独写 `assign ROLE to everyone`，不与其他用户并列，或换一个名称";
    NO_WORD_BEFORE_OBJECT = "`{word}` does not stand between an action and its object here",
        "此处动作与对象之间不写 `{word}`";

    // ---- statements and blocks ----
    UNKNOWN_STATEMENT = "no statement starts with `{word}`", "没有以 `{word}` 开头的语句";
    UNKNOWN_AT_TOP = "a statement of the policy is expected here", "此处应为一条策略语句";
    UNKNOWN_IN_BLOCK = "a line of `{block}` is expected here", "此处应为 `{block}` 中的一行";
    NOT_A_WORD_HERE = "not a word of the language", "不是语言中的词";
    STATEMENTS_START = "start with one of {words}", "请以下列之一开头：{words}";
    DID_YOU_MEAN = "did you mean `{word}`?", "是否想写 `{word}`？";
    OUTSIDE_BLOCK = "`{word}` stands outside `{block}`", "`{word}` 写在了 `{block}` 之外";
    BELONGS_IN = "this line belongs in `{block}`", "这一行应写在 `{block}` 中";
    OUTSIDE_HELP = "move it into the braces of its `{block}`, and look for a `}` that closes the block too early",
        "请移到所属 `{block}` 的大括号内，并检查是否有过早闭合的 `}`";
    IN_WRONG_BLOCK = "`{word}` cannot stand inside `{block}`", "`{word}` 不能写在 `{block}` 之内";
    MOVE_TO = "move `{word}` into `{block}`", "请把 `{word}` 移到 `{block}` 中";
    BELONGS_AT_TOP = "this statement stands on its own, outside braces", "这条语句应写在大括号之外";
    MOVE_OUT = "move `{word}` behind the `}` of this `{block}`", "请把 `{word}` 移到此 `{block}` 的 `}` 之后";
    BLOCK_STARTS = "this `{block}` starts here", "此 `{block}` 从这里开始";
    MISSING_BRACE = "this `{block}` is not closed", "此 `{block}` 没有闭合";
    BRACE_HERE = "`}` is missing here", "此处缺少 `}`";
    OPENED_HERE = "opened here", "在此处打开";
    INSERT_BRACE = "insert `}`", "插入 `}`";
    EXTRA_BRACE = "this `}` closes nothing", "这个 `}` 没有对应的左括号";
    CLOSES_NOTHING = "no block is open here", "此处没有打开的块";
    EXTRA_BRACE_HELP = "remove it, or add the `{` that it should close", "请删除它，或补上对应的 `{`";

    // ---- what was expected ----
    UNEXPECTED = "`{found}` does not fit here", "`{found}` 不适合出现在这里";
    ENDS_EARLY = "the statement ends too early after `{before}`", "语句在 `{before}` 之后过早结束";
    MISSING_AT_END = "{thing} is missing after `{before}`", "`{before}` 之后缺少{thing}";
    MISSING_BEFORE = "{thing} is missing before `{found}`", "`{found}` 之前缺少{thing}";
    EXPECTED = "{thing} is expected here", "此处应为{thing}";
    EXPECTED_ONE_OF = "expected one of {things}", "此处应为下列之一：{things}";
    NOT_EXPECTED = "not expected here", "此处不应出现";
    NOT_NEEDED = "not needed", "不需要";
    WRITE_PATTERN = "write it like `{pattern}`", "写法如 `{pattern}`";
    MISSPELT_WORD = "`{word}` is not a word of this statement", "`{word}` 不是这条语句中的词";
    MISSING_OBJECT = "an object is missing before `{found}`", "`{found}` 之前缺少对象";
    MISSING_OBJECT_AT_END = "an object is missing after `{before}`", "`{before}` 之后缺少对象";
    OBJECT_HERE = "the object of the actions is expected here", "此处应为动作的对象";
    WRITE = "write `{text}`", "请写 `{text}`";
    REPLACE_WITH = "replace with `{text}`", "替换为 `{text}`";
    REMOVE = "remove `{text}`", "删除 `{text}`";
    NOT_UNDERSTOOD = "not understood here", "此处无法理解";
    COMMA_HELP = "write `,` between the things of a list", "列表各项之间请写 `,`";
    INSERT_COMMA = "insert `,`", "插入 `,`";
    EXTRA_PARENTHESIS = "this `)` closes nothing", "这个 `)` 没有对应的左括号";
    MISSING_PARENTHESIS = "`)` is missing", "缺少 `)`";
    PARENTHESIS_HERE = "`)` is expected here", "此处应为 `)`";
    INSERT_PARENTHESIS = "close the parenthesis", "请闭合括号";

    // ---- mistakes with a name ----
    STRAY_SIGN = "`{sign}` is not needed", "不需要 `{sign}`";
    STRAY_SIGN_HELP = "remove `{sign}`: a statement ends where the next one starts",
        "请删除 `{sign}`：语句在下一条开始处结束";
    STRAY_IN_LIST = "write `,` between the things of a list, and nothing behind a statement",
        "列表各项之间写 `,`，语句末尾不写符号";
    TRAILING_SEPARATOR = "nothing follows this `{sign}`", "这个 `{sign}` 后面没有内容";
    TRAILING_HELP = "remove `{sign}`, or write what comes next", "请删除 `{sign}`，或写上后面的内容";
    UNTIL = "`{word}` does not say whether the day counts", "`{word}` 没有说明是否包含当天";
    UNTIL_HERE = "`through` or `before` is expected here", "此处应为 `through` 或 `before`";
    UNTIL_HELP = "write `through {day}` to include the day, `before {day}` to end as it begins",
        "包含当天请写 `through {day}`，在当天开始时结束请写 `before {day}`";
    THROUGH_WITH_TIME = "`through` includes a whole day and takes no time of day", "`through` 包含整天，后面不能写时刻";
    TIME_HERE = "a time of day", "时刻";
    THROUGH_HELP = "write `{before}` to end at that instant", "要在该时刻结束请写 `{before}`";
    CLAUSE_ORDER = "`{late}` belongs before `{early}`", "`{late}` 应写在 `{early}` 之前";
    COMES_TOO_LATE = "this clause comes too late", "这个子句写得太靠后";
    BEFORE_THIS = "`{word}` belongs before this", "`{word}` 应写在它之前";
    CLAUSE_ORDER_HELP = "the order is `named`, `including`, `within`, `outside`, `when`, times, `because`, `ticket`",
        "顺序为 `named`、`including`、`within`、`outside`、`when`、时间、`because`、`ticket`";
    REORDER = "put the clauses in order", "按顺序排列子句";
    REPEATED_CLAUSE = "`{word}` is written twice", "`{word}` 写了两次";
    REPEATED_LINE = "`{line}` repeats a line", "`{line}` 与前面的行重复";
    AGAIN_HERE = "again here", "此处再次出现";
    FIRST_HERE = "first here", "首次出现在此处";
    KEEP_ONE_CLAUSE = "keep one `{word}`, and join what both say", "只保留一个 `{word}`，并合并两者的内容";
    KEEP_ONE_LINE = "keep one of the two", "请保留其中一行";
    CLAUSE_NOT_HERE = "`{statement}` takes no `{word}`", "`{statement}` 不接受 `{word}`";
    INCLUDING_ON_DENY = "remove it: a deny covers every field of its object, or name the fields in parentheses", "请删除：禁止（`deny`）覆盖对象的全部字段，也可以用括号指明字段";
    INCLUDING_ON_MASK = "remove it: a mask names its fields in parentheses", "请删除：脱敏在括号中指明字段";
    OUTSIDE_ON_ALLOW = "say with `within` which records are allowed; `outside` takes hours here",
        "请用 `within` 说明允许哪些记录；此处 `outside` 只接时段";
    EXCEPT_NOT_HERE = "`{text}` is only for `suspend everything`", "`{text}` 只用于 `suspend everything`";
    EXCEPT_HELP = "remove it, or suspend everything", "请删除它，或改为停用全部";
    MASK_WITHOUT_FIELDS = "the mask of `{object}` names no field", "对 `{object}` 的脱敏没有指明字段";
    NO_FIELDS_HERE = "fields in parentheses are expected behind this", "之后应在括号中写字段";
    MASK_HELP = "write `mask {object} (FIELD)`, or deny the object", "请写 `mask {object} (FIELD)`，或改用禁止（`deny`）";
    NO_NAME_COLUMN = "no column gives the names of the fields", "没有指明字段名称所在的列";
    NO_NAME_COLUMN_HELP = "add `name COLUMN`", "请加上 `name COLUMN`";
    NOT_AN_ADDRESS = "`{text}` is no address", "`{text}` 不是地址";
    ADDRESS_HELP = "write an address or a block, such as `10.20.0.0/16` or `2001:db8::/48`",
        "请写地址或地址块，例如 `10.20.0.0/16` 或 `2001:db8::/48`";
    AND_BESIDE_OR = "`and` stands beside `or` without parentheses", "`and` 与 `or` 混用而没有括号";
    OTHER_WORD_HERE = "the other word here", "另一个词在此处";
    AND_BESIDE_OR_HELP = "put parentheses around what belongs together", "请用括号括起属于一起的部分";
    NOT_TWICE = "`not` is written twice in a row", "连写了两个 `not`";
    NOT_TWICE_HELP = "keep one `not`, or none", "请保留一个 `not`，或全部删除";
    IS_NOT_NONE = "`{wrong}` is written `{right}`", "`{wrong}` 应写作 `{right}`";
    FOREIGN_OPERATOR = "`{found}` is not used here", "此处不使用 `{found}`";
    FOREIGN_QUOTES = "`{quote}` does not quote a text", "`{quote}` 不能引用文本";
    FOREIGN_QUOTES_HELP = "put texts and quoted names between two `\"`", "文本和加引号的名称请写在两个 `\"` 之间";
    TWO_STRINGS = "two texts stand in a row", "两段文本连在一起";
    FIRST_TEXT = "the first", "第一段";
    SECOND_TEXT = "the second: a display label stands only where a name is declared",
        "第二段：显示名称只能出现在声明名称的地方";
    TWO_STRINGS_HELP = "remove one, or write the word that belongs between them", "请删除一段，或写上两者之间的词";
    DATE_FORM = "`{text}` is not how a date is written", "`{text}` 不是日期的写法";
    TIME_FORM = "`{text}` is not how a time of day is written", "`{text}` 不是时刻的写法";
    DATE_HELP = "write year, month and day as `2026-11-01`", "请按年月日写作 `2026-11-01`";
    WRITE_ONE_DATE = "write `{one}` or `{other}`, whichever is meant", "请写 `{one}` 或 `{other}`，以实际含义为准";
    CAN_NOT = "`can not` is one word", "`can not` 应写成一个词";
    NOT_A_PATH = "`{found}` does not say whose attribute it is", "`{found}` 没有说明是谁的属性";
    /// A date in no calendar.
    NO_SUCH_DAY = "there is no such day as `{text}`", "没有 `{text}` 这一天";
    NUMBER_WITH_UNIT = "`{text}` is a number with a unit", "`{text}` 是带单位的数字";
    NUMBER_ALONE_HERE = "a number stands here without a unit", "此处只写数字，不写单位";
    NUMBER_IN_FULL_HELP = "write the number in full, without a unit or sign", "请写出完整的数字，不带单位和符号";
    PERCENT_HELP = "write the number as the records hold it: `{number}`, or `{share}` if they hold shares of one",
        "请按记录中的写法写数字：`{number}`；如果记录中是小数，请写 `{share}`";
    OTHER_BRACKET = "`{sign}` is not a bracket of the language", "`{sign}` 不是语言中的括号";
    ROLE_FIRST = "`{found}` stands where `assign` names a role", "`{found}` 写在了 `assign` 的角色位置";
    ROLE_FIRST_HERE = "this looks like a person", "这看起来是人员";
    ROLE_FIRST_HELP = "the role comes first: write `{text}`", "先写角色，再写人员：请写 `{text}`";
    NOBODY_CAN = "a guarantee does not start with `nobody can` alone", "保证不能只以 `nobody can` 开头";
    REPEATED_TIME = "`{found}` starts no repeated time", "`{found}` 不能作为重复时段的开头";
    REPEATED_TIME_HELP = "a repeated time starts with `daily`, `weekdays`, a day such as `Monday`, `each month on …` or `each year on …`",
        "重复时段以 `daily`、`weekdays`、星期（例如 `Monday`）、`each month on …` 或 `each year on …` 开头";
    SEVERAL_DAYS = "a pattern names one day of the year", "一个重复时段只写一年中的一天";
    SEVERAL_DAYS_HELP = "name the hours in a statement of their own, `{hours}`, and write `during NAME` here",
        "请另写一条时段语句 `{hours}`，此处写 `during NAME`";
    FIELD_HAS_NO_TYPE = "a field has no type", "字段（`field`）没有类型";
    FIELD_HAS_NO_TYPE_HELP = "what has a type is an attribute: write `{text}`; the types are {types} and your own",
        "有类型的要写成属性：请写 `{text}`；可用的类型有 {types} 以及自己声明的类型";
    PATH_HERE = "a condition starts with `record`, `subject` or `request`", "条件以 `record`、`subject` 或 `request` 开头";
    PATH_HELP = "write `record.{attribute}`, `subject.{attribute}` or `request.{attribute}`",
        "请写 `record.{attribute}`、`subject.{attribute}` 或 `request.{attribute}`";
    BARE_USER = "the user `{user}` stands in a condition without `user`", "条件中的用户 `{user}` 前面缺少 `user`";

    // ---- what could stand somewhere ----
    A_NAME = "a name", "名称";
    AN_ACTION = "an action", "动作";
    AN_OBJECT = "an object", "对象";
    A_FIELD = "a field", "字段";
    FIELDS = "fields in parentheses", "括号中的字段";
    A_LABEL = "a data label", "数据标签";
    A_ROLE = "a role", "角色";
    A_RULE_NAME = "the name of a rule", "规则名称";
    A_UNIT = "a unit", "部门";
    HOURS = "the name of hours", "时段名称";
    A_SCOPE = "a scope", "范围";
    SCOPE_HELP = "say which records: `own`, `team`, `reports`, `my unit`, `my unit and below`, `unit NAME`, `shared`, `no owner` or `all`",
        "请写明是哪些记录：`own`、`team`、`reports`、`my unit`、`my unit and below`、`unit 名称`、`shared`、`no owner` 或 `all`";
    A_COLUMN = "a column", "列";
    A_VALUE = "a value", "值";
    A_USER = "a user", "用户";
    A_PATH = "a path such as `record.region`", "路径（例如 `record.region`）";
    A_CONDITION = "a condition", "条件";
    A_TEXT = "a text in quotes", "加引号的文本";
    A_NUMBER = "a number", "数字";
    A_YEAR = "a year", "年份";
    A_DATE = "a date such as `2026-12-31`", "日期（例如 `2026-12-31`）";
    A_TIME = "a time such as `09:00`", "时刻（例如 `09:00`）";
    A_MONTH_DAY = "a day such as `03-31`", "日期（例如 `03-31`）";
    AN_ADDRESS = "an address such as `10.20.0.0/16`", "地址（例如 `10.20.0.0/16`）";
    A_WEEKDAY = "a day such as `Monday`", "星期（例如 `Monday`）";
    A_PATTERN = "days and times such as `weekdays 09:00 to 18:00`", "日子与时刻（例如 `weekdays 09:00 to 18:00`）";
    A_TIME_SPAN = "times such as `09:00 to 18:00`", "起止时刻（例如 `09:00 to 18:00`）";
    A_TYPE = "a type", "类型";
    AN_INSTANCE = "a template with its values", "带参数的模板";
    A_NETWORK = "a network", "网络";
    A_CELL_TEST = "a test of a column", "对列的判断";
    A_SET = "a set in brackets", "方括号中的集合";
    VALUES = "values in braces", "大括号中的值";
    PARAMETERS = "parameters in parentheses", "括号中的参数";
    A_DURATION = "`minutes`, `hours`, `days` or `weeks`", "`minutes`、`hours`、`days` 或 `weeks`";
    AN_INTERVAL = "`week`, `month`, `quarter`, `year` or a number of days", "`week`、`month`、`quarter`、`year` 或天数";
    A_RISK = "`low`, `normal`, `high` or `critical`", "`low`、`normal`、`high` 或 `critical`";
    ADMINISTERS_WHAT = "`roles`, `users`, `sharing`, `fields` or `application`",
        "`roles`、`users`、`sharing`、`fields` 或 `application`";
    A_SOURCE = "`table`, `request` or `records`", "`table`、`request` 或 `records`";
    OTHERWISE_WHAT = "`error` or `nothing`", "`error` 或 `nothing`";
    ACTS_AS = "`creates` or `updates`", "`creates` 或 `updates`";
    A_COMPARISON = "`<`, `<=`, `>` or `>=`", "`<`、`<=`、`>` 或 `>=`";
    /// write a plain blank
    LINE_FEED = "end the line with a line feed: save the file with the line ends of Unix or Windows",
        "请用换行符结束该行：以操作系统通用的换行格式重新保存文件";
    PLAIN_BLANK = "write a plain blank instead", "请改写为普通空格";
    /// a name with blanks or brackets stands in quotes
    NAME_IN_PARTS = "a name with blanks or brackets stands in quotes", "含空格或括号的名称要加引号";
    /// write the next actions on a line of their own
    ACTIONS_LINE_HELP = "what stands behind the actions is said of all of them: write the next actions on a line of their own, `record actions …`", "动作后面的说明适用于该行的所有动作：请另起一行写其余的动作，`record actions …`";
    /// write `every action`
    EVERY_ACTION_HELP = "for all actions write `every action`", "要指所有动作请写 `every action`";
    /// write `every object`
    EVERY_OBJECT_HELP = "for all objects write `every object`", "要指所有对象请写 `every object`";
    /// a text in “ ” ends at its ”
    CURLY_HELP = "a text between “ ” ends at its ”: write quotes inside it as 「 」", "“ ” 之间的文本到对应的 ” 为止：其中的引号请写成 「 」";
    /// finish the line, or remove it
    LINE_LEFT_HELP = "the line with `{before}` is not finished: finish it, or remove `{before}`", "含 `{before}` 的这一行没有写完：请写完，或删去 `{before}`";
    /// a word of the language, with a blank before it in Chinese
    A_WORD = "`{word}`", " `{word}`";
}
