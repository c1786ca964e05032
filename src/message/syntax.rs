//! Texts of the `syntax` family.

use super::Text;

// ---- characters and strings ----

/// here
pub static HERE: Text = Text::new("here", "此处");
/// this file is larger than 64 MiB
pub static FILE_TOO_LARGE: Text = Text::new("this file is larger than 64 MiB", "此文件超过了 64 兆字节的上限");
/// split the policy into several files of the same folder
pub static FILE_TOO_LARGE_HELP: Text =
    Text::new("split the policy into several files of the same folder", "请把策略拆成同一文件夹中的多个文件");
/// the text holds the control character `{point}`
pub static CONTROL_CHARACTER: Text =
    Text::new("the text holds the control character `{point}`", "文本中有控制字符 `{point}`");
/// the text holds the invisible character `{point}`
pub static INVISIBLE_CHARACTER: Text =
    Text::new("the text holds the invisible character `{point}`", "文本中有不可见字符 `{point}`");
/// remove the character
pub static REMOVE_CHARACTER: Text = Text::new("remove the character", "删除该字符");
/// write a plain blank
pub static PLAIN_BLANK: Text = Text::new("write a plain blank instead", "请改写为普通空格");
/// brackets nest deeper than 64 levels; the rest of the file was not read
pub static NESTED_TOO_DEEP: Text = Text::new(
    "brackets nest deeper than 64 levels; the rest of the file was not read",
    "括号嵌套超过 64 层，文件的其余部分没有读取",
);
/// one bracket too many
pub static NESTED_HERE: Text = Text::new("one bracket too many", "多出的一层括号");
/// split the condition, or close the brackets before this one
pub static NESTED_HELP: Text =
    Text::new("split the condition, or close the brackets before this one", "请拆分条件，或闭合此前的括号");
/// a text in quotes is not closed on its line
pub static UNCLOSED_STRING: Text =
    Text::new("a text in quotes is not closed on its line", "引号中的文本没有在本行闭合");
/// this text has no closing quote
pub static UNCLOSED_HERE: Text = Text::new("this text has no closing quote", "这段文本缺少右引号");
/// add `"` where the text ends; texts do not run over the end of a line
pub static UNCLOSED_HELP: Text = Text::new(
    "add `\"` where the text ends; texts do not run over the end of a line",
    "请在文本结束处加上 `\"`；文本不能跨行",
);
/// close the text
pub static CLOSE_STRING: Text = Text::new("close the text", "闭合文本");
/// `{escape}` is no escape
pub static UNKNOWN_ESCAPE: Text = Text::new("`{escape}` is no escape", "`{escape}` 不是转义符");
/// write a backslash itself as `\\`, and folders with `/`
pub static UNKNOWN_ESCAPE_HELP: Text =
    Text::new("write a backslash itself as `\\\\`, and folders with `/`", "反斜杠本身写作 `\\\\`，文件夹用 `/` 书写");
/// double the backslash
pub static DOUBLE_BACKSLASH: Text = Text::new("double the backslash", "把反斜杠写两遍");

// ---- names ----

/// a name is empty
pub static EMPTY_NAME: Text = Text::new("a name is empty", "名称为空");
/// write the name between the quotes
pub static EMPTY_NAME_HELP: Text = Text::new("write the name between the quotes", "请在引号之间写上名称");
/// `{name}` only looks like `{plain}`
pub static NAME_CHANGES: Text = Text::new("`{name}` only looks like `{plain}`", "`{name}` 只是看起来像 `{plain}`");
/// letters that look like others
pub static LOOKS_ALIKE: Text = Text::new("letters that look like others", "形似而不同的字符");
/// `{name}` mixes letters of several scripts
pub static MIXED_SCRIPTS: Text =
    Text::new("`{name}` mixes letters of several scripts", "`{name}` 混用了多种文字的字母");
/// write the whole name in one script; Chinese, Japanese and Korean may stand beside Latin
pub static MIXED_SCRIPTS_HELP: Text = Text::new(
    "write the whole name in one script; Chinese, Japanese and Korean may stand beside Latin",
    "请用同一种文字书写整个名称；中文、日文、韩文可以与拉丁字母混用",
);
/// `{name}` is a name only in quotes
pub static BARE_NAME: Text = Text::new("`{name}` is a name only in quotes", "`{name}` 只有加引号才能作为名称");
/// a bare name is made of letters, digits, `_` and `-`, and starts with a letter
pub static BARE_NAME_LETTERS: Text = Text::new(
    "a bare name is made of letters, digits, `_` and `-`, and starts with a letter",
    "不加引号的名称由字母、数字、`_`、`-` 组成，并以字母开头",
);
/// a bare user is made of letters, digits and `. - _ @ +`
pub static BARE_USER_LETTERS: Text = Text::new(
    "a bare user is made of letters, digits and `. - _ @ +`",
    "不加引号的用户名由字母、数字和 `. - _ @ +` 组成",
);
/// a name with blanks or brackets stands in quotes
pub static NAME_IN_PARTS: Text =
    Text::new("a name with blanks or brackets stands in quotes", "含空格或括号的名称要加引号");
/// write the next actions on a line of their own
pub static ACTIONS_LINE_HELP: Text = Text::new(
    "what stands behind the actions is said of all of them: write the next actions on a line of their own, `record actions …`",
    "动作后面的说明适用于该行的所有动作：请另起一行写其余的动作，`record actions …`",
);
/// write `every action`
pub static EVERY_ACTION_HELP: Text =
    Text::new("for all actions write `every action`", "要指所有动作请写 `every action`");
/// write `every object`
pub static EVERY_OBJECT_HELP: Text =
    Text::new("for all objects write `every object`", "要指所有对象请写 `every object`");
/// a text in “ ” ends at its ”
pub static CURLY_HELP: Text = Text::new(
    "a text between “ ” ends at its ”: write quotes inside it as 「 」",
    "“ ” 之间的文本到对应的 ” 为止：其中的引号请写成 「 」",
);
/// finish the line, or remove it
pub static LINE_LEFT_HELP: Text = Text::new(
    "the line with `{before}` is not finished: finish it, or remove `{before}`",
    "含 `{before}` 的这一行没有写完：请写完，或删去 `{before}`",
);
/// a word of the language, with a blank before it in Chinese
pub static A_WORD: Text = Text::new("`{word}`", " `{word}`");
/// quote the name
pub static QUOTE_IT: Text = Text::new("quote the name", "给名称加上引号");
/// the name `{name}` ends with `{sign}`
pub static NAME_ENDING: Text = Text::new("the name `{name}` ends with `{sign}`", "名称 `{name}` 以 `{sign}` 结尾");
/// write `{name}`, or `{quoted}` if the sign belongs to the name
pub static WRITE_OR_QUOTE: Text = Text::new(
    "write `{name}`, or `{quoted}` if the sign belongs to the name",
    "请写 `{name}`；如果该符号属于名称，请写 `{quoted}`",
);
/// the date `{date}` stands where a user is expected
pub static DATE_AS_NAME: Text =
    Text::new("the date `{date}` stands where a user is expected", "日期 `{date}` 出现在应写用户的位置");
/// write `from`, `through` or `before` in front of a date, or `{name}` for a user of that name
pub static DATE_AS_NAME_HELP: Text = Text::new(
    "write `from`, `through` or `before` in front of a date, or `{name}` for a user of that name",
    "日期前请写 `from`、`through` 或 `before`；如果用户确实叫这个名字请写 `{name}`",
);
/// `{word}` is a reserved word, and a name only in quotes
pub static RESERVED_WORD: Text =
    Text::new("`{word}` is a reserved word, and a name only in quotes", "`{word}` 是保留字，只有加引号才能作为名称");
/// {thing} is missing between `{before}` and `{found}`
pub static MISSING_BETWEEN: Text =
    Text::new("{thing} is missing between `{before}` and `{found}`", "`{before}` 与 `{found}` 之间缺少{thing}");
/// write the name, or `{name}` if that is the name
pub static MISSING_NAME_HELP: Text =
    Text::new("write the name, or `{name}` if that is the name", "请写上名称；如果名称就是这个词，请写 `{name}`");
/// `{name}` never names anything, not even in quotes
pub static NEVER_A_NAME: Text =
    Text::new("`{name}` never names anything, not even in quotes", "`{name}` 不能作为名称，加引号也不行");
/// choose another name
pub static NEVER_HELP: Text = Text::new("choose another name", "请换一个名称");
/// write `assign ROLE to everyone`, without other users beside it, or choose another name
pub static EVERYONE_HELP: Text = Text::new(
    "write `assign ROLE to everyone`, without other users beside it, or choose another name",
    "请单独写 `assign ROLE to everyone`，不与其他用户并列，或换一个名称",
);
/// `{word}` does not stand between an action and its object here
pub static NO_WORD_BEFORE_OBJECT: Text =
    Text::new("`{word}` does not stand between an action and its object here", "此处操作与对象之间不写 `{word}`");

// ---- statements and blocks ----

/// no statement starts with `{word}`
pub static UNKNOWN_STATEMENT: Text = Text::new("no statement starts with `{word}`", "没有以 `{word}` 开头的语句");
/// a statement of the policy is expected here
pub static UNKNOWN_AT_TOP: Text = Text::new("a statement of the policy is expected here", "此处应为一条策略语句");
/// a line of `{block}` is expected here
pub static UNKNOWN_IN_BLOCK: Text = Text::new("a line of `{block}` is expected here", "此处应为 `{block}` 中的一行");
/// not a word of the language
pub static NOT_A_WORD_HERE: Text = Text::new("not a word of the language", "不是语言中的词");
/// start with one of {words}
pub static STATEMENTS_START: Text = Text::new("start with one of {words}", "请以下列之一开头：{words}");
/// did you mean `{word}`?
pub static DID_YOU_MEAN: Text = Text::new("did you mean `{word}`?", "是否想写 `{word}`？");
/// `{word}` stands outside `{block}`
pub static OUTSIDE_BLOCK: Text = Text::new("`{word}` stands outside `{block}`", "`{word}` 写在了 `{block}` 之外");
/// this line belongs in `{block}`
pub static BELONGS_IN: Text = Text::new("this line belongs in `{block}`", "这一行应写在 `{block}` 中");
/// move it into the braces of its `{block}`, and look for a `}` that closes the block too early
pub static OUTSIDE_HELP: Text = Text::new(
    "move it into the braces of its `{block}`, and look for a `}` that closes the block too early",
    "请移到所属 `{block}` 的大括号内，并检查是否有过早闭合的 `}`",
);
/// `{word}` cannot stand inside `{block}`
pub static IN_WRONG_BLOCK: Text =
    Text::new("`{word}` cannot stand inside `{block}`", "`{word}` 不能写在 `{block}` 之内");
/// move `{word}` into `{block}`
pub static MOVE_TO: Text = Text::new("move `{word}` into `{block}`", "请把 `{word}` 移到 `{block}` 中");
/// this statement stands on its own, outside braces
pub static BELONGS_AT_TOP: Text =
    Text::new("this statement stands on its own, outside braces", "这条语句应写在大括号之外");
/// move `{word}` behind the `}` of this `{block}`
pub static MOVE_OUT: Text =
    Text::new("move `{word}` behind the `}` of this `{block}`", "请把 `{word}` 移到此 `{block}` 的 `}` 之后");
/// this `{block}` starts here
pub static BLOCK_STARTS: Text = Text::new("this `{block}` starts here", "此 `{block}` 从这里开始");
/// this `{block}` is not closed
pub static MISSING_BRACE: Text = Text::new("this `{block}` is not closed", "此 `{block}` 没有闭合");
/// `}` is missing here
pub static BRACE_HERE: Text = Text::new("`}` is missing here", "此处缺少 `}`");
/// opened here
pub static OPENED_HERE: Text = Text::new("opened here", "在此处打开");
/// insert `}`
pub static INSERT_BRACE: Text = Text::new("insert `}`", "插入 `}`");
/// this `}` closes nothing
pub static EXTRA_BRACE: Text = Text::new("this `}` closes nothing", "这个 `}` 没有对应的左括号");
/// no block is open here
pub static CLOSES_NOTHING: Text = Text::new("no block is open here", "此处没有打开的块");
/// remove it, or add the `{` that it should close
pub static EXTRA_BRACE_HELP: Text =
    Text::new("remove it, or add the `{` that it should close", "请删除它，或补上对应的 `{`");

// ---- what was expected ----

/// `{found}` does not fit here
pub static UNEXPECTED: Text = Text::new("`{found}` does not fit here", "`{found}` 不适合出现在这里");
/// the statement ends too early after `{before}`
pub static ENDS_EARLY: Text =
    Text::new("the statement ends too early after `{before}`", "语句在 `{before}` 之后过早结束");
/// {thing} is missing after `{before}`
pub static MISSING_AT_END: Text = Text::new("{thing} is missing after `{before}`", "`{before}` 之后缺少{thing}");
/// {thing} is missing before `{found}`
pub static MISSING_BEFORE: Text = Text::new("{thing} is missing before `{found}`", "`{found}` 之前缺少{thing}");
/// {thing} is expected here
pub static EXPECTED: Text = Text::new("{thing} is expected here", "此处应为{thing}");
/// expected one of {things}
pub static EXPECTED_ONE_OF: Text = Text::new("expected one of {things}", "此处应为下列之一：{things}");
/// not expected here
pub static NOT_EXPECTED: Text = Text::new("not expected here", "此处不应出现");
/// not needed
pub static NOT_NEEDED: Text = Text::new("not needed", "不需要");
/// write it like `{pattern}`
pub static WRITE_PATTERN: Text = Text::new("write it like `{pattern}`", "写法如 `{pattern}`");
/// `{word}` is not a word of this statement
pub static MISSPELT_WORD: Text = Text::new("`{word}` is not a word of this statement", "`{word}` 不是这条语句中的词");
/// an object is missing before `{found}`
pub static MISSING_OBJECT: Text = Text::new("an object is missing before `{found}`", "`{found}` 之前缺少对象");
/// an object is missing after `{before}`
pub static MISSING_OBJECT_AT_END: Text = Text::new("an object is missing after `{before}`", "`{before}` 之后缺少对象");
/// the object of the actions is expected here
pub static OBJECT_HERE: Text = Text::new("the object of the actions is expected here", "此处应为操作的对象");
/// write `{text}`
pub static WRITE: Text = Text::new("write `{text}`", "请写 `{text}`");
/// replace with `{text}`
pub static REPLACE_WITH: Text = Text::new("replace with `{text}`", "替换为 `{text}`");
/// remove `{text}`
pub static REMOVE: Text = Text::new("remove `{text}`", "删除 `{text}`");
/// not understood here
pub static NOT_UNDERSTOOD: Text = Text::new("not understood here", "此处无法理解");
/// write `,` between the things of a list
pub static COMMA_HELP: Text = Text::new("write `,` between the things of a list", "列表各项之间请写 `,`");
/// insert `,`
pub static INSERT_COMMA: Text = Text::new("insert `,`", "插入 `,`");
/// this `)` closes nothing
pub static EXTRA_PARENTHESIS: Text = Text::new("this `)` closes nothing", "这个 `)` 没有对应的左括号");
/// `)` is missing
pub static MISSING_PARENTHESIS: Text = Text::new("`)` is missing", "缺少 `)`");
/// `)` is expected here
pub static PARENTHESIS_HERE: Text = Text::new("`)` is expected here", "此处应为 `)`");
/// close the parenthesis
pub static INSERT_PARENTHESIS: Text = Text::new("close the parenthesis", "请闭合括号");

// ---- mistakes with a name ----

/// `{sign}` is not needed
pub static STRAY_SIGN: Text = Text::new("`{sign}` is not needed", "不需要 `{sign}`");
/// remove `{sign}`: a statement ends where the next one starts
pub static STRAY_SIGN_HELP: Text =
    Text::new("remove `{sign}`: a statement ends where the next one starts", "请删除 `{sign}`：语句在下一条开始处结束");
/// write `,` between the things of a list, and nothing behind a statement
pub static STRAY_IN_LIST: Text = Text::new(
    "write `,` between the things of a list, and nothing behind a statement",
    "列表各项之间写 `,`，语句末尾不写符号",
);
/// nothing follows this `{sign}`
pub static TRAILING_SEPARATOR: Text = Text::new("nothing follows this `{sign}`", "这个 `{sign}` 后面没有内容");
/// remove `{sign}`, or write what comes next
pub static TRAILING_HELP: Text =
    Text::new("remove `{sign}`, or write what comes next", "请删除 `{sign}`，或写上后面的内容");
/// `{word}` does not say whether the day counts
pub static UNTIL: Text = Text::new("`{word}` does not say whether the day counts", "`{word}` 没有说明是否包含当天");
/// `through` or `before` is expected here
pub static UNTIL_HERE: Text = Text::new("`through` or `before` is expected here", "此处应为 `through` 或 `before`");
/// write `through {day}` to include the day, `before {day}` to end as it begins
pub static UNTIL_HELP: Text = Text::new(
    "write `through {day}` to include the day, `before {day}` to end as it begins",
    "包含当天请写 `through {day}`，在当天开始时结束请写 `before {day}`",
);
/// `through` includes a whole day and takes no time of day
pub static THROUGH_WITH_TIME: Text =
    Text::new("`through` includes a whole day and takes no time of day", "`through` 包含整天，后面不能写时刻");
/// a time of day
pub static TIME_HERE: Text = Text::new("a time of day", "时刻");
/// write `{before}` to end at that instant
pub static THROUGH_HELP: Text = Text::new("write `{before}` to end at that instant", "要在该时刻结束请写 `{before}`");
/// `{late}` belongs before `{early}`
pub static CLAUSE_ORDER: Text = Text::new("`{late}` belongs before `{early}`", "`{late}` 应写在 `{early}` 之前");
/// this clause comes too late
pub static COMES_TOO_LATE: Text = Text::new("this clause comes too late", "这个子句写得太靠后");
/// `{word}` belongs before this
pub static BEFORE_THIS: Text = Text::new("`{word}` belongs before this", "`{word}` 应写在它之前");
/// the order is `named`, `including`, `within`, `outside`, `when`, times, `because`, `ticket`
pub static CLAUSE_ORDER_HELP: Text = Text::new(
    "the order is `named`, `including`, `within`, `outside`, `when`, times, `because`, `ticket`",
    "顺序为 `named`、`including`、`within`、`outside`、`when`、时间、`because`、`ticket`",
);
/// put the clauses in order
pub static REORDER: Text = Text::new("put the clauses in order", "按顺序排列子句");
/// `{word}` is written twice
pub static REPEATED_CLAUSE: Text = Text::new("`{word}` is written twice", "`{word}` 写了两次");
/// `{line}` repeats a line
pub static REPEATED_LINE: Text = Text::new("`{line}` repeats a line", "`{line}` 与前面的行重复");
/// again here
pub static AGAIN_HERE: Text = Text::new("again here", "此处再次出现");
/// first here
pub static FIRST_HERE: Text = Text::new("first here", "首次出现在此处");
/// keep one `{word}`, and join what both say
pub static KEEP_ONE_CLAUSE: Text =
    Text::new("keep one `{word}`, and join what both say", "只保留一个 `{word}`，并合并两者的内容");
/// keep one of the two
pub static KEEP_ONE_LINE: Text = Text::new("keep one of the two", "请保留其中一行");
/// `{statement}` takes no `{word}`
pub static CLAUSE_NOT_HERE: Text = Text::new("`{statement}` takes no `{word}`", "`{statement}` 不接受 `{word}`");
/// remove it: a deny covers every field of its object, or name the fields in parentheses
pub static INCLUDING_ON_DENY: Text = Text::new(
    "remove it: a deny covers every field of its object, or name the fields in parentheses",
    "请删除：禁止（`deny`）覆盖对象的全部字段，也可以用括号指明字段",
);
/// remove it: a mask names its fields in parentheses
pub static INCLUDING_ON_MASK: Text =
    Text::new("remove it: a mask names its fields in parentheses", "请删除：脱敏在括号中指明字段");
/// say with `within` which records are allowed; `outside` takes hours here
pub static OUTSIDE_ON_ALLOW: Text = Text::new(
    "say with `within` which records are allowed; `outside` takes hours here",
    "请用 `within` 说明允许哪些记录；此处 `outside` 只接时段",
);
/// `{text}` is only for `suspend everything`
pub static EXCEPT_NOT_HERE: Text =
    Text::new("`{text}` is only for `suspend everything`", "`{text}` 只用于 `suspend everything`");
/// remove it, or suspend everything
pub static EXCEPT_HELP: Text = Text::new("remove it, or suspend everything", "请删除它，或改为停用全部");
/// the mask of `{object}` names no field
pub static MASK_WITHOUT_FIELDS: Text =
    Text::new("the mask of `{object}` names no field", "对 `{object}` 的脱敏没有指明字段");
/// fields in parentheses are expected behind this
pub static NO_FIELDS_HERE: Text = Text::new("fields in parentheses are expected behind this", "之后应在括号中写字段");
/// write `mask {object} (FIELD)`, or deny the object
pub static MASK_HELP: Text = Text::new(
    "write `mask {object} (FIELD)`, or deny the object",
    "请写 `mask {object} (FIELD)`，或改用禁止（`deny`）",
);
/// no column gives the names of the fields
pub static NO_NAME_COLUMN: Text = Text::new("no column gives the names of the fields", "没有指明字段名称所在的列");
/// add `name COLUMN`
pub static NO_NAME_COLUMN_HELP: Text = Text::new("add `name COLUMN`", "请加上 `name COLUMN`");
/// `{text}` is no address
pub static NOT_AN_ADDRESS: Text = Text::new("`{text}` is no address", "`{text}` 不是地址");
/// write an address or a block, such as `10.20.0.0/16` or `2001:db8::/48`
pub static ADDRESS_HELP: Text = Text::new(
    "write an address or a block, such as `10.20.0.0/16` or `2001:db8::/48`",
    "请写地址或地址块，例如 `10.20.0.0/16` 或 `2001:db8::/48`",
);
/// `and` stands beside `or` without parentheses
pub static AND_BESIDE_OR: Text =
    Text::new("`and` stands beside `or` without parentheses", "`and` 与 `or` 混用而没有括号");
/// the other word here
pub static OTHER_WORD_HERE: Text = Text::new("the other word here", "另一个词在此处");
/// put parentheses around what belongs together
pub static AND_BESIDE_OR_HELP: Text =
    Text::new("put parentheses around what belongs together", "请用括号括起属于一起的部分");
/// `not` is written twice in a row
pub static NOT_TWICE: Text = Text::new("`not` is written twice in a row", "连写了两个 `not`");
/// keep one `not`, or none
pub static NOT_TWICE_HELP: Text = Text::new("keep one `not`, or none", "请保留一个 `not`，或全部删除");
/// `{wrong}` is written `{right}`
pub static IS_NOT_NONE: Text = Text::new("`{wrong}` is written `{right}`", "`{wrong}` 应写作 `{right}`");
/// `{found}` is not used here
pub static FOREIGN_OPERATOR: Text = Text::new("`{found}` is not used here", "此处不使用 `{found}`");
/// `{quote}` does not quote a text
pub static FOREIGN_QUOTES: Text = Text::new("`{quote}` does not quote a text", "`{quote}` 不能引用文本");
/// put texts and quoted names between two `"`
pub static FOREIGN_QUOTES_HELP: Text =
    Text::new("put texts and quoted names between two `\"`", "文本和加引号的名称请写在两个 `\"` 之间");
/// two texts stand in a row
pub static TWO_STRINGS: Text = Text::new("two texts stand in a row", "两段文本连在一起");
/// the first
pub static FIRST_TEXT: Text = Text::new("the first", "第一段");
/// the second: a display label stands only where a name is declared
pub static SECOND_TEXT: Text = Text::new(
    "the second: a display label stands only where a name is declared",
    "第二段：显示名称只能出现在声明名称的地方",
);
/// remove one, or write the word that belongs between them
pub static TWO_STRINGS_HELP: Text =
    Text::new("remove one, or write the word that belongs between them", "请删除一段，或写上两者之间的词");
/// `{text}` is not how a date is written
pub static DATE_FORM: Text = Text::new("`{text}` is not how a date is written", "`{text}` 不是日期的写法");
/// `{text}` is not how a time of day is written
pub static TIME_FORM: Text = Text::new("`{text}` is not how a time of day is written", "`{text}` 不是时刻的写法");
/// write year, month and day as `2026-11-01`
pub static DATE_HELP: Text = Text::new("write year, month and day as `2026-11-01`", "请按年月日写作 `2026-11-01`");
/// write `{one}` or `{other}`, whichever is meant
pub static WRITE_ONE_DATE: Text =
    Text::new("write `{one}` or `{other}`, whichever is meant", "请写 `{one}` 或 `{other}`，以实际含义为准");
/// `can not` is one word
pub static CAN_NOT: Text = Text::new("`can not` is one word", "`can not` 应写成一个词");
/// `{found}` does not say whose attribute it is
pub static NOT_A_PATH: Text = Text::new("`{found}` does not say whose attribute it is", "`{found}` 没有说明是谁的属性");
/// a test starts with a path
pub static PATH_HERE: Text = Text::new("a test starts with a path", "条件以路径开头");
/// write `record.{attribute}`, `subject.{attribute}` or `request.{attribute}`
pub static PATH_HELP: Text = Text::new(
    "write `record.{attribute}`, `subject.{attribute}` or `request.{attribute}`",
    "请写 `record.{attribute}`、`subject.{attribute}` 或 `request.{attribute}`",
);
/// the user `{user}` stands in a condition without `user`
pub static BARE_USER: Text =
    Text::new("the user `{user}` stands in a condition without `user`", "条件中的用户 `{user}` 前面缺少 `user`");

// ---- what could stand somewhere ----

/// a name
pub static A_NAME: Text = Text::new("a name", "名称");
/// an action
pub static AN_ACTION: Text = Text::new("an action", "操作");
/// an object
pub static AN_OBJECT: Text = Text::new("an object", "对象");
/// a field
pub static A_FIELD: Text = Text::new("a field", "字段");
/// fields in parentheses
pub static FIELDS: Text = Text::new("fields in parentheses", "括号中的字段");
/// a data label
pub static A_LABEL: Text = Text::new("a data label", "数据标签");
/// a role
pub static A_ROLE: Text = Text::new("a role", "角色");
/// the name of a rule
pub static A_RULE_NAME: Text = Text::new("the name of a rule", "规则名称");
/// a unit
pub static A_UNIT: Text = Text::new("a unit", "部门");
/// hours
pub static HOURS: Text = Text::new("hours", "时段");
/// a column
pub static A_COLUMN: Text = Text::new("a column", "列");
/// a value
pub static A_VALUE: Text = Text::new("a value", "值");
/// a user
pub static A_USER: Text = Text::new("a user", "用户");
/// a path such as `record.region`
pub static A_PATH: Text = Text::new("a path such as `record.region`", "路径（例如 `record.region`）");
/// a condition
pub static A_CONDITION: Text = Text::new("a condition", "条件");
/// a text in quotes
pub static A_TEXT: Text = Text::new("a text in quotes", "加引号的文本");
/// a number
pub static A_NUMBER: Text = Text::new("a number", "数字");
/// a year
pub static A_YEAR: Text = Text::new("a year", "年份");
/// a date such as `2026-12-31`
pub static A_DATE: Text = Text::new("a date such as `2026-12-31`", "日期（例如 `2026-12-31`）");
/// a time such as `09:00`
pub static A_TIME: Text = Text::new("a time such as `09:00`", "时刻（例如 `09:00`）");
/// a day such as `03-31`
pub static A_MONTH_DAY: Text = Text::new("a day such as `03-31`", "日期（例如 `03-31`）");
/// an address such as `10.20.0.0/16`
pub static AN_ADDRESS: Text = Text::new("an address such as `10.20.0.0/16`", "地址（例如 `10.20.0.0/16`）");
/// a day such as `Monday`
pub static A_WEEKDAY: Text = Text::new("a day such as `Monday`", "星期（例如 `Monday`）");
/// days and times such as `weekdays 09:00 to 18:00`
pub static A_PATTERN: Text =
    Text::new("days and times such as `weekdays 09:00 to 18:00`", "日子与时刻（例如 `weekdays 09:00 to 18:00`）");
/// times such as `09:00 to 18:00`
pub static A_TIME_SPAN: Text = Text::new("times such as `09:00 to 18:00`", "起止时刻（例如 `09:00 to 18:00`）");
/// a type
pub static A_TYPE: Text = Text::new("a type", "类型");
/// a template with its values
pub static AN_INSTANCE: Text = Text::new("a template with its values", "带参数的模板");
/// a network
pub static A_NETWORK: Text = Text::new("a network", "网络");
/// a test of a column
pub static A_CELL_TEST: Text = Text::new("a test of a column", "对列的判断");
/// a set in brackets
pub static A_SET: Text = Text::new("a set in brackets", "方括号中的集合");
/// values in braces
pub static VALUES: Text = Text::new("values in braces", "大括号中的值");
/// parameters in parentheses
pub static PARAMETERS: Text = Text::new("parameters in parentheses", "括号中的参数");
/// `minutes`, `hours`, `days` or `weeks`
pub static A_DURATION: Text =
    Text::new("`minutes`, `hours`, `days` or `weeks`", "`minutes`、`hours`、`days` 或 `weeks`");
/// `week`, `month`, `quarter`, `year` or a number of days
pub static AN_INTERVAL: Text =
    Text::new("`week`, `month`, `quarter`, `year` or a number of days", "`week`、`month`、`quarter`、`year` 或天数");
/// `low`, `normal`, `high` or `critical`
pub static A_RISK: Text = Text::new("`low`, `normal`, `high` or `critical`", "`low`、`normal`、`high` 或 `critical`");
/// `roles`, `users`, `sharing`, `fields` or `application`
pub static ADMINISTERS_WHAT: Text = Text::new(
    "`roles`, `users`, `sharing`, `fields` or `application`",
    "`roles`、`users`、`sharing`、`fields` 或 `application`",
);
/// `table`, `request` or `records`
pub static A_SOURCE: Text = Text::new("`table`, `request` or `records`", "`table`、`request` 或 `records`");
/// `error` or `nothing`
pub static OTHERWISE_WHAT: Text = Text::new("`error` or `nothing`", "`error` 或 `nothing`");
/// `creates` or `updates`
pub static ACTS_AS: Text = Text::new("`creates` or `updates`", "`creates` 或 `updates`");
/// `<`, `<=`, `>` or `>=`
pub static A_COMPARISON: Text = Text::new("`<`, `<=`, `>` or `>=`", "`<`、`<=`、`>` 或 `>=`");

/// Every entry of this family.
pub const ALL: &[&Text] = &[
    &HERE,
    &FILE_TOO_LARGE,
    &FILE_TOO_LARGE_HELP,
    &CONTROL_CHARACTER,
    &INVISIBLE_CHARACTER,
    &REMOVE_CHARACTER,
    &PLAIN_BLANK,
    &NESTED_TOO_DEEP,
    &NESTED_HERE,
    &NESTED_HELP,
    &UNCLOSED_STRING,
    &UNCLOSED_HERE,
    &UNCLOSED_HELP,
    &CLOSE_STRING,
    &UNKNOWN_ESCAPE,
    &UNKNOWN_ESCAPE_HELP,
    &DOUBLE_BACKSLASH,
    &EMPTY_NAME,
    &EMPTY_NAME_HELP,
    &NAME_CHANGES,
    &LOOKS_ALIKE,
    &MIXED_SCRIPTS,
    &MIXED_SCRIPTS_HELP,
    &BARE_NAME,
    &BARE_NAME_LETTERS,
    &BARE_USER_LETTERS,
    &NAME_IN_PARTS,
    &ACTIONS_LINE_HELP,
    &EVERY_ACTION_HELP,
    &EVERY_OBJECT_HELP,
    &CURLY_HELP,
    &LINE_LEFT_HELP,
    &A_WORD,
    &QUOTE_IT,
    &NAME_ENDING,
    &WRITE_OR_QUOTE,
    &DATE_AS_NAME,
    &DATE_AS_NAME_HELP,
    &RESERVED_WORD,
    &MISSING_BETWEEN,
    &MISSING_NAME_HELP,
    &NEVER_A_NAME,
    &NEVER_HELP,
    &EVERYONE_HELP,
    &NO_WORD_BEFORE_OBJECT,
    &UNKNOWN_STATEMENT,
    &UNKNOWN_AT_TOP,
    &UNKNOWN_IN_BLOCK,
    &NOT_A_WORD_HERE,
    &STATEMENTS_START,
    &DID_YOU_MEAN,
    &OUTSIDE_BLOCK,
    &BELONGS_IN,
    &OUTSIDE_HELP,
    &IN_WRONG_BLOCK,
    &MOVE_TO,
    &BELONGS_AT_TOP,
    &MOVE_OUT,
    &BLOCK_STARTS,
    &MISSING_BRACE,
    &BRACE_HERE,
    &OPENED_HERE,
    &INSERT_BRACE,
    &EXTRA_BRACE,
    &CLOSES_NOTHING,
    &EXTRA_BRACE_HELP,
    &UNEXPECTED,
    &ENDS_EARLY,
    &MISSING_AT_END,
    &MISSING_BEFORE,
    &EXPECTED,
    &EXPECTED_ONE_OF,
    &NOT_EXPECTED,
    &NOT_NEEDED,
    &WRITE_PATTERN,
    &MISSPELT_WORD,
    &MISSING_OBJECT,
    &MISSING_OBJECT_AT_END,
    &OBJECT_HERE,
    &WRITE,
    &REPLACE_WITH,
    &REMOVE,
    &NOT_UNDERSTOOD,
    &COMMA_HELP,
    &INSERT_COMMA,
    &EXTRA_PARENTHESIS,
    &MISSING_PARENTHESIS,
    &PARENTHESIS_HERE,
    &INSERT_PARENTHESIS,
    &STRAY_SIGN,
    &STRAY_SIGN_HELP,
    &STRAY_IN_LIST,
    &TRAILING_SEPARATOR,
    &TRAILING_HELP,
    &UNTIL,
    &UNTIL_HERE,
    &UNTIL_HELP,
    &THROUGH_WITH_TIME,
    &TIME_HERE,
    &THROUGH_HELP,
    &CLAUSE_ORDER,
    &COMES_TOO_LATE,
    &BEFORE_THIS,
    &CLAUSE_ORDER_HELP,
    &REORDER,
    &REPEATED_CLAUSE,
    &REPEATED_LINE,
    &AGAIN_HERE,
    &FIRST_HERE,
    &KEEP_ONE_CLAUSE,
    &KEEP_ONE_LINE,
    &CLAUSE_NOT_HERE,
    &INCLUDING_ON_DENY,
    &INCLUDING_ON_MASK,
    &OUTSIDE_ON_ALLOW,
    &EXCEPT_NOT_HERE,
    &EXCEPT_HELP,
    &MASK_WITHOUT_FIELDS,
    &NO_FIELDS_HERE,
    &MASK_HELP,
    &NO_NAME_COLUMN,
    &NO_NAME_COLUMN_HELP,
    &NOT_AN_ADDRESS,
    &ADDRESS_HELP,
    &AND_BESIDE_OR,
    &OTHER_WORD_HERE,
    &AND_BESIDE_OR_HELP,
    &NOT_TWICE,
    &NOT_TWICE_HELP,
    &IS_NOT_NONE,
    &FOREIGN_OPERATOR,
    &FOREIGN_QUOTES,
    &FOREIGN_QUOTES_HELP,
    &TWO_STRINGS,
    &FIRST_TEXT,
    &SECOND_TEXT,
    &TWO_STRINGS_HELP,
    &DATE_FORM,
    &TIME_FORM,
    &DATE_HELP,
    &WRITE_ONE_DATE,
    &CAN_NOT,
    &NOT_A_PATH,
    &PATH_HERE,
    &PATH_HELP,
    &BARE_USER,
    &A_NAME,
    &AN_ACTION,
    &AN_OBJECT,
    &A_FIELD,
    &FIELDS,
    &A_LABEL,
    &A_ROLE,
    &A_RULE_NAME,
    &A_UNIT,
    &HOURS,
    &A_COLUMN,
    &A_VALUE,
    &A_USER,
    &A_PATH,
    &A_CONDITION,
    &A_TEXT,
    &A_NUMBER,
    &A_YEAR,
    &A_DATE,
    &A_TIME,
    &A_MONTH_DAY,
    &AN_ADDRESS,
    &A_WEEKDAY,
    &A_PATTERN,
    &A_TIME_SPAN,
    &A_TYPE,
    &AN_INSTANCE,
    &A_NETWORK,
    &A_CELL_TEST,
    &A_SET,
    &VALUES,
    &PARAMETERS,
    &A_DURATION,
    &AN_INTERVAL,
    &A_RISK,
    &ADMINISTERS_WHAT,
    &A_SOURCE,
    &OTHERWISE_WHAT,
    &ACTS_AS,
    &A_COMPARISON,
];
