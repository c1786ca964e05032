//! `E00xx`: the text itself, and names as text.

use crate::diagnostic::Code;
use crate::message::Text;

/// A policy file is larger than 64 MiB.
pub static FILE_TOO_LARGE: Code = Code {
    id: "E0001",
    name: "file-too-large",
    summary: Text::new("a policy file is larger than 64 MiB", "策略文件超过了上限"),
    why: Text::new(
        "No policy that people review is that long; a file of this size is usually something else with the wrong ending. A small text cannot show it, so there is no example.",
        "没有人能够评审这么长的策略；这么大的文件通常是别的内容用错了扩展名。短文本无法展示，因此没有示例。",
    ),
    bad: "",
    good: "",
    ..Code::ERROR
};

/// A control character stands in the text.
pub static CONTROL_CHARACTER: Code = Code {
    id: "E0002",
    name: "control-character",
    summary: Text::new("a control character stands in the text", "文本中有控制字符"),
    why: Text::new(
        "Control characters do not show on screen, so what a reviewer sees is not what the compiler reads. Remove it.",
        "控制字符在屏幕上看不见，评审者看到的与编译器读到的不一致。请将其删除。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n",
        "# a bell: \u{7}\n"
    ),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// An invisible character stands in the text.
pub static INVISIBLE_CHARACTER: Code = Code {
    id: "E0003",
    name: "invisible-character",
    summary: Text::new("an invisible character stands in the text", "文本中有不可见字符"),
    why: Text::new(
        "Zero-width characters, direction marks and unusual blanks can make two different names look the same, or show a line in another order than it is read. They are refused everywhere, also in comments and strings.",
        "零宽字符、方向标记和特殊空白会让两个不同的名称看起来一样，或让一行显示的顺序与读取的顺序不同。它们在任何位置都被拒绝，注释和字符串中也不例外。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n",
        "# zero width: \u{200b}\n"
    ),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// Brackets nest deeper than 64 levels.
pub static NESTED_TOO_DEEP: Code = Code {
    id: "E0004",
    name: "nested-too-deep",
    summary: Text::new("brackets nest deeper than 64 levels", "括号嵌套超过了上限"),
    why: Text::new(
        "Nobody can read such a condition, and bounded nesting keeps the parser safe on hostile files. The rest of the file was not read. Split the condition, or look for brackets that were never closed.",
        "这样的条件没有人能读懂，限制嵌套也能保证解析器在恶意文件上的安全。文件的其余部分没有读取。请拆分条件，或检查是否有括号没有闭合。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own when (((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((request.mfa)))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when (request.mfa)\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A text in quotes is not closed on its line.
pub static UNCLOSED_STRING: Code = Code {
    id: "E0005",
    name: "unclosed-string",
    summary: Text::new("a text in quotes is not closed on its line", "引号中的文本没有在本行闭合"),
    why: Text::new(
        "Texts do not run over the end of a line: one forgotten quote would otherwise swallow the rest of the file. Add the closing quote.",
        "文本不能跨行，否则漏掉一个引号就会吞掉文件的其余部分。请补上右引号。",
    ),
    bad: package!("role Reader \"reads {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    good: package!(
        "role Reader \"reads\" {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A backslash stands before a sign that is no escape.
pub static UNKNOWN_ESCAPE: Code = Code {
    id: "E0006",
    name: "unknown-escape",
    summary: Text::new("a backslash stands before a sign that is no escape", "反斜杠后面不是可转义的符号"),
    why: Text::new(
        "In a text only a quote and a backslash are written with a backslash before them. Folders are written with `/`.",
        "文本中只有引号和反斜杠需要在前面加反斜杠。文件夹用 `/` 书写。",
    ),
    bad: package!(
        "role Reader \"rea\\d\" {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!("role Reader \"read\" {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A name is empty.
pub static EMPTY_NAME: Code = Code {
    id: "E0010",
    name: "empty-name",
    summary: Text::new("a name is empty", "名称为空"),
    why: Text::new(
        "Quotes make a name of any text, but something must stand between them.",
        "引号可以把任何文本变成名称，但引号之间必须有内容。",
    ),
    bad: package!("role \"\" {\n", "  allow read Customer within own\n", "}\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A name holds letters that only look like others.
pub static NAME_CHANGES: Code = Code {
    id: "E0011",
    name: "name-changes",
    summary: Text::new("a name holds letters that only look like others", "名称中有形似而不同的字符"),
    why: Text::new(
        "Full-width letters and other compatibility characters look like ordinary ones, so two names could differ without anyone seeing it. Write the plain letters.",
        "全角字母等兼容字符看起来与普通字符相同，两个名称可能不同却没有人看得出来。请使用普通字符。",
    ),
    bad: package!("role Ｒeader {\n", "  allow read Customer within own\n", "}\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A name mixes letters of several scripts.
pub static MIXED_SCRIPTS: Code = Code {
    id: "E0012",
    name: "mixed-scripts",
    summary: Text::new("a name mixes letters of several scripts", "名称混用了多种文字"),
    why: Text::new(
        "A Cyrillic `а` and a Latin `a` look the same: a name that mixes them is either a slip of the keyboard or a trap. Chinese, Japanese or Korean beside Latin letters is fine.",
        "西里尔字母 `а` 与拉丁字母 `a` 看起来相同，混用它们的名称不是误输入就是陷阱。中文、日文或韩文与拉丁字母混用没有问题。",
    ),
    bad: package!("role Reаder {\n", "  allow read Customer within own\n", "}\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A name needs quotes.
pub static BARE_NAME: Code = Code {
    id: "E0013",
    name: "bare-name",
    summary: Text::new("a name needs quotes", "名称需要加引号"),
    why: Text::new(
        "Without quotes a name is made of letters, digits, `_` and `-`, starts with a letter and does not end with `-`; users may also hold `.`, `@` and `+`, and start with a digit. In quotes a name may be any text.",
        "不加引号的名称由字母、数字、`_` 和 `-` 组成，以字母开头，不以 `-` 结尾；用户名还可以包含 `.`、`@`、`+`，并可以数字开头。加引号的名称可以是任何文本。",
    ),
    bad: package!("role Reader- {\n", "  allow read Customer within own\n", "}\n"),
    good: package!("role \"Reader-\" {\n", "  allow read Customer within own\n", "}\n"),
    ..Code::ERROR
};

/// A reserved word stands as a name.
pub static RESERVED_WORD: Code = Code {
    id: "E0014",
    name: "reserved-word",
    summary: Text::new("a reserved word stands as a name", "保留字被用作名称"),
    why: Text::new(
        "Words that start or join statements are names only in quotes, so that a forgotten name is never filled by the next word.",
        "开始或连接语句的词只有加引号才能作为名称，这样漏写的名称就不会被下一个词顶替。",
    ),
    bad: package!("object Deal {\n", "  general actions read\n", "  field type\n", "}\n"),
    good: package!("object Deal {\n", "  general actions read\n", "  field \"type\"\n", "}\n"),
    ..Code::ERROR
};

/// A word for everybody or everything stands as a name.
pub static NEVER_A_NAME: Code = Code {
    id: "E0015",
    name: "never-a-name",
    summary: Text::new("a word for everybody or everything stands as a name", "表示所有人或所有事物的词被用作名称"),
    why: Text::new(
        "`everyone`, `anyone`, `everything`, `every`, `all` and `none` never name anything, in any case, quoted or not: a role of that name would make a grant read as something else.",
        "`everyone`、`anyone`、`everything`、`every`、`all`、`none` 无论大小写、是否加引号都不能作为名称：用它们作角色名会让授权语句产生歧义。",
    ),
    bad: package!("role Everyone {\n", "  allow read Customer within own\n", "}\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};
