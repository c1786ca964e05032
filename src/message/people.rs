//! Texts of the `people` family: users, people files, assignments.

use super::Text;

texts! {
    /// A file that is not there.
    NO_FILE = "there is no file `{path}` in this package", "此包中没有文件 `{path}`";
    /// Where.
    NO_FILE_HERE = "not found", "未找到";
    /// What to do.
    NO_FILE_HELP = "write its path relative to the folder of the package", "请写相对于此包文件夹的路径";
    /// Another encoding.
    ENCODING = "`{path}` is not UTF-8: it looks like {guess}", "`{path}` 不是 `UTF-8`：看起来是{guess}";
    /// Where.
    ENCODING_HERE = "cannot be read", "无法读取";
    /// What to do.
    ENCODING_HELP = "save it as `CSV UTF-8`", "请另存为 `CSV UTF-8`";
    /// A guess.
    GUESS_GBK = "`GBK`, the usual encoding of Chinese systems", " `GBK`（中文 `Windows` 常用的编码）";
    /// A guess.
    GUESS_BIG5 = "`Big5`, the usual encoding of traditional Chinese", " `Big5`（繁体中文常用的编码）";
    /// A guess.
    GUESS_UTF16 = "`UTF-16`", " `UTF-16`";
    /// A guess.
    GUESS_SPREADSHEET = "a spreadsheet itself", "电子表格文件本身";
    /// A guess.
    GUESS_OTHER = "another encoding", "别的编码";
    /// Nothing in it.
    EMPTY_FILE = "`{path}` has no header line", "`{path}` 没有标题行";
    /// Where.
    EMPTY_FILE_HERE = "its first line must name the columns", "第一行应为列名";
    /// Another separator.
    DELIMITER = "the columns of `{path}` are separated by {sign}", "`{path}` 的列由{sign}分隔";
    /// Where.
    DELIMITER_HERE = "columns are separated by commas (`,`)", "列应由半角逗号（`,`）分隔";
    /// A sign.
    SIGN_TAB = "tabs", "制表符";
    /// A sign.
    SIGN_SEMICOLON = "semicolons", "分号";
    /// A sign.
    SIGN_WIDE_COMMA = "full-width commas (`，`)", "全角逗号（`，`）";
    /// What to do.
    WIDE_COMMA_HELP = "write `,` between the cells in place of `，`", "请把单元格之间的全角 `，` 改为半角 `,`";
    /// A ragged row.
    RAGGED = "line {line} of `{path}` has {found} cells, and the header has {expected}", "`{path}` 第 {line} 行有 {found} 格，而标题行有 {expected} 格";
    /// Where.
    FILE_HERE = "read here", "在此读取";
    /// What to do.
    RAGGED_HELP = "put cells that hold a comma in quotes", "含逗号的单元格请加引号";
    /// What to do.
    SHORT_HELP = "write every cell of the row, blank ones too: `a,,c`", "请写全该行的每一格，空格也要写：`a,,c`";
    /// A title above the header.
    TITLE_LINE = "the first line of `{path}` is a title, not the header", "`{path}` 的第一行是标题文字，不是列名";
    /// What to do.
    TITLE_LINE_HELP = "remove the lines above the names of the columns", "请删去列名之上的各行";
    /// A quote that is not closed.
    QUOTE = "a quote opened in line {line} of `{path}` is never closed", "`{path}` 第 {line} 行的引号没有关闭";
    /// Two columns of one name.
    COLUMN_TWICE = "`{path}` has two columns named `{name}`", "`{path}` 有两列都叫 `{name}`";
    /// A control or invisible character.
    INVISIBLE = "line {line} of `{path}` holds an invisible character, U+{code}", "`{path}` 第 {line} 行含有不可见字符 `U+{code}`";
    /// What to do.
    INVISIBLE_HELP = "remove it", "请删去它";
    /// Too much.
    TOO_LARGE = "`{path}` is too large: more than {limit} {what}", "`{path}` 过大：超过 {limit} {what}";
    /// Of what.
    WHAT_BYTES = "bytes", "字节";
    /// Of what.
    WHAT_ROWS = "rows", "行";
    /// Of what.
    WHAT_COLUMNS = "columns", "列";
    /// What to do.
    TOO_LARGE_HELP = "split it into several files", "请拆分成几个文件";
    /// No such column.
    NO_COLUMN = "`{path}` has no column named `{name}`", "`{path}` 没有名为 `{name}` 的列";
    /// Where.
    NO_COLUMN_HERE = "not in its header line", "不在标题行中";
    /// The columns.
    COLUMNS_ARE = "its columns are {names}", "它的列有：{names}";
    /// No `id`.
    NO_ID_LINE = "this people file says no column for `id`", "此人员文件没有指定 `id` 列";
    /// Where.
    NO_ID_LINE_HERE = "add `id COLUMN`", "请加上 `id COLUMN`";
    /// Rows that are more of the same.
    MORE_ROWS = "{count} more {count|row|rows} of `{path}` like this", "`{path}` 还有 {count} 行有同样的问题";
    /// A blank id.
    BLANK_ID = "line {line} of `{path}` has no id", "`{path}` 第 {line} 行没有编号";
    /// A blank name of a field.
    BLANK_NAME = "line {line} of `{path}` has no name", "`{path}` 第 {line} 行没有名称";
    /// An id that cannot be one.
    BAD_ID = "`{id}` in line {line} of `{path}` cannot be an id", "`{path}` 第 {line} 行的 `{id}` 不能作编号";
    /// An id that a spreadsheet has spoilt.
    DAMAGED_ID = "`{id}` in line {line} of `{path}` is what a spreadsheet made of an id", "`{path}` 第 {line} 行的 `{id}` 是被电子表格改坏的编号";
    /// What to do.
    DAMAGED_ID_HELP = "format the column as text in the spreadsheet, enter the id anew, and export again",
        "请在电子表格中把该列设为“文本”格式，重新填写编号后再导出";
    /// An id in full-width letters or the like.
    WIDE_ID = "`{id}` in line {line} of `{path}` is written in full-width letters or digits", "`{path}` 第 {line} 行的 `{id}` 含有全角或变体字符";
    /// What to do.
    WIDE_ID_HELP = "write `{id}` in the file", "请在文件中写成 `{id}`";
    /// Where.
    ID_HERE = "the column of ids", "编号所在的列";
    /// A cell that means nothing.
    CELL = "line {line} of `{path}`: {reason}", "`{path}` 第 {line} 行：{reason}";
    /// Where.
    CELL_HERE = "column `{column}`", "列 `{column}`";
    /// Why.
    CELL_NO_UNIT = "no unit has the name or label `{text}`", "没有名称或显示名为 `{text}` 的部门";
    /// Why.
    CELL_NO_VALUE = "`{text}` is not {expected}", "`{text}` 不是{expected}";
    /// Why.
    CELL_NO_USER = "no user has the id or name `{text}`", "没有编号或姓名为 `{text}` 的用户";
    /// Why.
    CELL_SEVERAL = "`{text}` could mean {names}", "`{text}` 可能指 {names}";
    /// Why.
    CELL_NO_LABEL = "no label has the name or display label `{text}`", "没有名称或显示名为 `{text}` 的标签";
    /// Why.
    CELL_FIELD_TWICE = "the field `{text}` is declared already", "字段 `{text}` 已经声明";
    /// Why.
    CELL_FAR_DATE = "`{text}` is too far away", "`{text}` 过于遥远";
    /// Why.
    CELL_NO_DATE = "`{text}` is no date; dates are written as `2026-12-31`", "`{text}` 不是日期；日期写作 `2026-12-31`";
    /// Why.
    CELL_WRITE_DATE = "`{text}` is not how a date is written here: write `{date}`", "日期不能写作 `{text}`：请写成 `{date}`";
    /// Why.
    CELL_WRITE_NUMBER = "`{text}` is not a number: write `{number}`", "`{text}` 不是数字：请写成 `{number}`";
    /// Why.
    CELL_NO_CHOICE = "`{text}` is not one of {names}", "`{text}` 不是 {names} 之一";
    /// Why.
    CELL_BLANK = "`{column}` is blank, and the role needs it", "`{column}` 为空，而该角色需要它";
    /// Why.
    CELL_DATES = "`ends` lies before `starts`", "`ends` 早于 `starts`";
    /// The same in a row.
    PLACE_DATES = "{place}: `ends` lies before `starts`", "{place}：`ends` 早于 `starts`";
    /// A row without role.
    NO_ROLE = "line {line} of `{path}`: `{id}` gets no role", "`{path}` 第 {line} 行：`{id}` 没有得到任何角色";
    /// The same, with what the row says.
    NO_ROLE_BUT = "line {line} of `{path}`: `{id}` gets no role ({cells})", "`{path}` 第 {line} 行：`{id}` 没有得到任何角色（{cells}）";
    /// A cell.
    CELL_HOLDS = "`{column}` is `{text}`", "`{column}` 为 `{text}`";
    /// A cell.
    CELL_IS_BLANK = "`{column}` is blank", "`{column}` 为空";
    /// Where.
    NO_ROLE_HERE = "`otherwise error` wants a role for every row", "`otherwise error` 要求每行都有角色";
    /// What to do.
    NO_ROLE_HELP = "add an `each row gets …` for it, or correct the row", "为它加上 `each row gets …`，或改正该行";
    /// A condition that no row meets.
    UNMATCHED = "no row of `{path}` meets this condition", "`{path}` 没有任何一行符合此条件";
    /// Where.
    UNMATCHED_HERE = "never true", "从不成立";
    /// What to do.
    UNMATCHED_HELP = "correct the spelling, or remove the line", "请改正拼写，或删去此行";
    /// Values that no line names.
    UNNAMED = "column `{column}` of `{path}` also holds {values}, which no line names",
        "`{path}` 的列 `{column}` 中还有 {values}，没有任何一行提到";
    /// A value with its line.
    VALUE_IN_LINE = "`{value}` (line {line})", "`{value}`（第 {line} 行）";
    /// More of them.
    MORE_VALUES = "{n} more", "另外 {n} 种";
    /// Where.
    UNNAMED_HERE = "this asks only for what it names", "这里只针对写出的取值";
    /// What to do.
    UNNAMED_SKIP_HELP = "these rows are not taken in: name their values too, or turn it round and name the others: `{verb} when {column} is not one of \"…\", \"…\"`",
        "这些行不在其内：请把这些取值也写上，或反过来写出其余的取值：`{verb} when {column} is not one of \"…\", \"…\"`";
    /// What to do.
    UNNAMED_GETS_HELP = "they give nothing: add an `each row gets …` for them, or correct the cells",
        "它们不分配任何角色：请为它们加上 `each row gets …`，或改正单元格";
    /// What to do.
    SEPARATOR_HELP = "some cells seem to hold several values: `split` divides a column at one sign, so use that sign in every cell",
        "有的单元格似乎含有多个值：`split` 只按一种符号拆分，请在所有单元格中使用同一种符号";
    /// Statements about one person that disagree.
    DISAGREE = "`{user}` is described in two ways: {fact} is {one} and {two}", "`{user}` 的描述不一致：{fact} 分别为 {one} 与 {two}";
    /// A value with its place.
    VALUE_IN_ROW = "{value} ({place})", "{value}（{place}）";
    /// Rows that give different roles.
    DISAGREE_ROLES = "`{user}` gets different roles in lines {one} and {two} of `{path}`", "`{user}` 在 `{path}` 第 {one} 行与第 {two} 行得到不同的角色";
    /// What to do.
    DISAGREE_ROLES_HELP = "write one row for each person, and `split` the column that holds several posts", "每人只写一行，并用 `split` 拆分含有多个岗位的列";
    /// Here.
    DISAGREE_HERE = "described here", "在此描述";
    /// There.
    DISAGREE_THERE = "the other", "另一处";
    /// There, a row.
    DISAGREE_ROW = "line {line} of `{path}`", "`{path}` 第 {line} 行";
    /// What to do.
    DISAGREE_HELP = "state each fact once, or the same", "每个事实只写一次，或写得一致";
    /// A fact.
    FACT_NAME = "the name", "姓名";
    /// A fact.
    FACT_UNITS = "the unit", "部门";
    /// A fact.
    FACT_STARTS = "`starts`", "`starts`";
    /// A fact.
    FACT_ENDS = "`ends`", "`ends`";
    /// A fact.
    FACT_EXTERNAL = "external", "外部";
    /// A fact.
    FACT_SUPERIOR = "`reports to`", "`reports to`";
    /// A fact.
    FACT_SKIPPED = "skipped", "跳过";
    /// A fact.
    FACT_ATTRIBUTE = "`{name}`", "`{name}`";
    /// A value.
    YES = "yes", "是";
    /// A value.
    NO = "no", "否";
    /// One id for two people.
    ID_TWICE = "the id `{id}` belongs to both `{one}` and `{two}`", "编号 `{id}` 同时属于 `{one}` 与 `{two}`";
    /// Here.
    ID_TWICE_HERE = "`{user}` here", "这里是 `{user}`";
    /// What to do.
    ID_TWICE_HELP = "each id names one person", "每个编号只能对应一个人";
    /// A circle of superiors.
    REPORTS_CYCLE = "{path} report to each other in a circle", "{path} 互为上级，形成循环";
    /// A circle of one.
    REPORTS_SELF = "{path} is their own superior", "{path} 是自己的上级";
    /// Where.
    REPORTS_CYCLE_HERE = "`{one}` reports to `{two}`", "`{one}` 的上级是 `{two}`";
    /// What to do.
    REPORTS_CYCLE_HELP = "remove one of these", "请去掉其中一处";
    /// A role that comes from requests.
    FROM_REQUEST = "role `{role}` comes from requests, so nobody can be given it here", "角色 `{role}` 来自请求，不能在此分配";
    /// Where.
    FROM_REQUEST_HERE = "cannot be given", "不能分配";
    /// There.
    FROM_REQUEST_THERE = "listed here", "列在此处";
    /// What to do.
    FROM_REQUEST_HELP = "remove it from `roles from request`, or remove this", "从 `roles from request` 中去掉它，或删去此处";
    /// A delegation of what is not held.
    NOT_HELD = "`{user}` is not assigned `{role}`, so it cannot be delegated", "`{user}` 没有被分配 `{role}`，不能由别人代理";
    /// Where.
    NOT_HELD_HERE = "not assigned exactly this role", "没有被直接分配此角色";
    /// What is assigned.
    NOT_HELD_HAS = "`{user}` is assigned {roles}", "`{user}` 被分配了 {roles}";
    /// To oneself.
    TO_ONESELF = "`{user}` cannot delegate to themselves", "`{user}` 不能代理自己";
    /// Where.
    TO_ONESELF_HERE = "the same person", "同一个人";
    /// Too much.
    TOO_MANY_ASSIGNMENTS = "this policy comes to more than {most} assignments", "此策略展开后超过 {most} 次分配";
    /// Where.
    TOO_MANY_ASSIGNMENTS_HERE = "too many from here on", "从此处开始过多";
    /// Too many instances.
    TOO_MANY_INSTANCES = "the rows come to more than {most} different roles", "各行产生的不同角色超过 {most} 个";
    /// A person who has left.
    SKIPPED = "`{user}` is skipped in line {line} of `{path}` and holds nothing", "`{user}` 在 `{path}` 第 {line} 行被跳过，不担任任何角色";
    /// Where.
    SKIPPED_HERE = "without effect", "不起作用";
    /// What to do.
    SKIPPED_HELP = "remove this line, or correct the row", "请删去此行，或改正该行";
}
