//! `E01xx` about words inside a statement.

use crate::diagnostic::Code;
use crate::message::Text;

/// An operator of another language.
pub static FOREIGN_OPERATOR: Code = Code {
    id: "E0111",
    name: "foreign-operator",
    summary: Text::new("an operator of another language", "其他语言的运算符"),
    why: Text::new(
        "Conditions read as words: `is`, `is not`, `is one of`, `has`, `in`, `and`, `or`, `not`; only `<`, `<=`, `>`, `>=` are signs.",
        "条件用词书写：`is`、`is not`、`is one of`、`has`、`in`、`and`、`or`、`not`；只有 `<`、`<=`、`>`、`>=` 是符号。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own when record.region == east\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when record.region is east\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A date or time is written in another form.
pub static DATE_FORM: Code = Code {
    id: "E0112",
    name: "date-form",
    summary: Text::new("a date or time is written in another form", "日期或时刻的格式不对"),
    why: Text::new(
        "Dates are written `2026-11-01` and times `09:00`: `01/11/2026` is another day in other countries.",
        "日期写作 `2026-11-01`，时刻写作 `09:00`：`01/11/2026` 在不同国家是不同的日子。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na through 2030/12/31\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na through 2030-12-31\n"
    ),
    ..Code::ERROR
};

/// Two texts stand in a row.
pub static TWO_STRINGS: Code = Code {
    id: "E0113",
    name: "two-strings",
    summary: Text::new("two texts stand in a row", "两段文本连在一起"),
    why: Text::new(
        "A second text is a display label, and labels stand only where a name is declared.",
        "第二段文本是显示名称，只能出现在声明名称的地方。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na because \"leave\" \"HR-7\"\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na because \"leave\" ticket \"HR-7\"\n"
    ),
    ..Code::ERROR
};

/// `and` stands beside `or` without parentheses.
pub static AND_BESIDE_OR: Code = Code {
    id: "E0117",
    name: "and-beside-or",
    summary: Text::new("`and` stands beside `or` without parentheses", "`and` 与 `or` 混用而没有括号"),
    why: Text::new(
        "Readers differ on which of the two binds first. Parentheses say it.",
        "读者对哪个先结合有不同的理解。请用括号说明。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own when request.mfa and record.region is east or record.region is west\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when request.mfa and (record.region is east or record.region is west)\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// `can not` is written in two words.
pub static CAN_NOT: Code = Code {
    id: "E0118",
    name: "can-not",
    summary: Text::new("`can not` is written in two words", "`can not` 写成了两个词"),
    why: Text::new(
        "`cannot` is one word: `not` could otherwise be read as an action.",
        "`cannot` 是一个词，否则 `not` 会被读作动作。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n",
        "test \"t\" {\n",
        "  given user li.na at 2026-11-23 10:00\n",
        "  given Customer { keeper = li.na }\n",
        "  can not export\n",
        "}\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na\n",
        "test \"t\" {\n",
        "  given user li.na at 2026-11-23 10:00\n",
        "  given Customer { keeper = li.na }\n",
        "  cannot export\n",
        "}\n"
    ),
    ..Code::ERROR
};

/// `not` is written twice in a row.
pub static NOT_TWICE: Code = Code {
    id: "E0119",
    name: "not-twice",
    summary: Text::new("`not` is written twice in a row", "连写了两个 `not`"),
    why: Text::new("Two of them say nothing.", "两个 `not` 相互抵消。"),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own when not not request.mfa\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when request.mfa\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A word looks like a keyword.
pub static MISSPELT_WORD: Code = Code {
    id: "E0120",
    name: "misspelt-word",
    summary: Text::new("a word looks like a keyword", "某个词像是写错的关键字"),
    why: Text::new(
        "The word has no meaning here, and is close to one that has.",
        "这个词在这里没有含义，但与某个关键字很接近。",
    ),
    bad: package!("role Reader {\n", "  allow read Customer witin own\n", "}\n", "assign Reader to li.na\n"),
    good: package!("role Reader {\n", "  allow read Customer within own\n", "}\n", "assign Reader to li.na\n"),
    ..Code::ERROR
};

/// A name is missing before a reserved word.
pub static MISSING_NAME: Code = Code {
    id: "E0121",
    name: "missing-name",
    summary: Text::new("a name is missing before a reserved word", "保留字之前缺少名称"),
    why: Text::new(
        "Reserved words are names only in quotes, so here the name was forgotten.",
        "保留字只有加引号才是名称，因此这里漏写了名称。",
    ),
    bad: package!("object Deal {\n", "  general actions read\n", "  field\n", "  attribute amount : number\n", "}\n"),
    good: package!(
        "object Deal {\n",
        "  general actions read\n",
        "  field code\n",
        "  attribute amount : number\n",
        "}\n"
    ),
    ..Code::ERROR
};

/// A text stands in other quotes.
pub static FOREIGN_QUOTES: Code = Code {
    id: "E0122",
    name: "foreign-quotes",
    summary: Text::new("a text stands in other quotes", "文本使用了其他引号"),
    why: Text::new(
        "Texts and quoted names stand in `\"`; the full-width quotes of Chinese keyboards are read as the same.",
        "文本和加引号的名称使用 `\"`；中文输入法的全角双引号等同于它。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na because 'leave'\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own\n",
        "}\n",
        "assign Reader to li.na because \"leave\"\n"
    ),
    ..Code::ERROR
};

/// `is not none` has a shorter form.
pub static IS_NOT_NONE: Code = Code {
    id: "E0124",
    name: "is-not-none",
    summary: Text::new("`is not none` has a shorter form", "`is not none` 有更短的写法"),
    why: Text::new(
        "Whether a value is there is asked with `is set` and `is none`.",
        "询问是否有值请用 `is set` 和 `is none`。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own when record.region is not none\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when record.region is set\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A test does not start with a path.
pub static NOT_A_PATH: Code = Code {
    id: "E0125",
    name: "not-a-path",
    summary: Text::new("a test does not start with a path", "条件没有以路径开头"),
    why: Text::new(
        "A test starts with `record.`, `subject.` or `request.` and the name of an attribute, so that nobody has to guess whose it is.",
        "条件以 `record.`、`subject.` 或 `request.` 加属性名开头，不必猜测是谁的属性。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own when region is east\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when record.region is east\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};

/// A network holds something that is no address.
pub static NOT_AN_ADDRESS: Code = Code {
    id: "E0126",
    name: "not-an-address",
    summary: Text::new("a network holds something that is no address", "网络中有不是地址的内容"),
    why: Text::new(
        "Networks are lists of addresses and blocks, `10.20.0.0/16` or `2001:db8::/48`.",
        "网络由地址和地址块组成，例如 `10.20.0.0/16` 或 `2001:db8::/48`。",
    ),
    bad: package!("network office = 10.20/16\n"),
    good: package!("network office = 10.20.0.0/16\n"),
    ..Code::ERROR
};

/// A user stands in a condition without `user`.
pub static BARE_USER: Code = Code {
    id: "E0127",
    name: "bare-user",
    summary: Text::new("a user stands in a condition without `user`", "条件中的用户前面缺少 `user`"),
    why: Text::new(
        "In a condition a dot divides a path, so a user is written `user li.na`.",
        "条件中点号用于分隔路径，因此用户写作 `user li.na`。",
    ),
    bad: package!(
        "role Reader {\n",
        "  allow read Customer within own when record.keeper is li.na\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    good: package!(
        "role Reader {\n",
        "  allow read Customer within own when record.keeper is user li.na\n",
        "}\n",
        "assign Reader to li.na\n"
    ),
    ..Code::ERROR
};
