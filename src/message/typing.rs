//! Texts of the `typing` family: types, attributes, values, templates' arguments.

use super::Text;

texts! {
    /// A value of another type.
    MISMATCH = "`{path}` is {expected}, and `{value}` is not", "`{path}` 应为{expected}，而 `{value}` 不是";
    /// Where.
    MISMATCH_HERE = "must be {expected}", "此处应为{expected}";
    /// Two attributes of different types.
    MISMATCH_PATHS = "`{left}` and `{right}` are not of one type", "`{left}` 与 `{right}` 类型不同";
    /// Where.
    MISMATCH_PATHS_HERE = "this is {right}, the other {left}", "这是{right}，另一个是{left}";
    /// What to do.
    MISMATCH_PATHS_HELP = "compare values of one declared type only; give both the same named type", "只能比较同一个已声明类型的值；请给两者同一个类型";
    /// `me` beside something that is no user.
    ME_MISMATCH = "`me` is a user, and `{path}` is {expected}", "`me` 是用户，而 `{path}` 是{expected}";
    /// A user written bare.
    WRITE_USER = "write `user {name}`", "请写 `user {name}`";
    /// A text written bare.
    WRITE_TEXT = "write a text in quotes: `\"{name}\"`", "文本请加引号：`\"{name}\"`";
    /// Types, as they stand in a sentence.
    A_BOOLEAN = "`true` or `false`", "`true` 或 `false`";
    /// Type.
    A_NUMBER = "a number", "数字";
    /// Type.
    A_TEXT = "a text", "文本";
    /// Type.
    A_VALUE_OF = "a value of `{name}`", "`{name}` 的取值";
    /// Type.
    ONE_OF_VALUES = "one of {names}", "{names} 之一";
    /// Type.
    A_USER = "a user", "用户";
    /// Type.
    A_UNIT = "a unit", "部门";
    /// Type.
    AN_ADDRESS = "an address", "网络地址";
    /// Type.
    A_SET = "a `set of {member}`", "`set of {member}`";
    /// A value that an enumeration does not have.
    UNKNOWN_VALUE = "`{name}` is not {expected}", "`{name}` 不是{expected}";
    /// Order of what has none.
    NOT_ORDERED = "`{path}` has no order, so `{op}` means nothing", "`{path}` 没有顺序，`{op}` 没有意义";
    /// Where.
    NOT_ORDERED_HERE = "only numbers and ordered types have an order", "只有数字和有序类型才有顺序";
    /// What to do.
    NOT_ORDERED_HELP = "declare the type with `<`, as `type Grade = C < B < A`, or use `is one of`", "用 `<` 声明类型，如 `type Grade = C < B < A`，或改用 `is one of`";
    /// A set compared like a value.
    SET_COMPARED = "`{path}` is a set", "`{path}` 是集合";
    /// Where.
    SET_COMPARED_HERE = "a set takes `has`, `is none` and `is set` only", "集合只能用 `has`、`is none`、`is set`";
    /// `has` on what is no set.
    NOT_A_SET = "`{path}` is not a set", "`{path}` 不是集合";
    /// Where.
    NOT_A_SET_HERE = "`has` needs a set", "`has` 需要集合";
    /// What to do.
    NOT_A_SET_HELP = "write `is`", "请写 `is`";
    /// A path alone that is no boolean.
    NOT_BOOLEAN = "`{path}` alone is no condition: it is {actual}", "`{path}` 单独不能作条件：它是{actual}";
    /// Where.
    NOT_BOOLEAN_HERE = "compare it with something", "请与某个值比较";
    /// `in` on what is no address.
    NOT_AN_ADDRESS = "`{path}` is not an address", "`{path}` 不是网络地址";
    /// Where.
    NOT_AN_ADDRESS_HERE = "`in` asks whether an address lies in a network", "`in` 判断地址是否在某个网络中";
    /// What to do.
    NOT_AN_ADDRESS_HELP = "for several values write `is one of`", "判断多个取值请写 `is one of`";
    /// A set where a value stands, or the other way round.
    SET_EXPECTED = "`{path}` is a set: write `[…]`", "`{path}` 是集合：请写 `[…]`";
    /// A value expected.
    NO_SET_EXPECTED = "`{path}` holds one value, not a set", "`{path}` 是单个值，不是集合";
    /// `none` where no null can stand.
    NULL_COMPARED = "`none` cannot be compared with", "`none` 不能用来比较";
    /// What to do.
    NULL_COMPARED_HELP = "write `is none` or `is set`", "请写 `is none` 或 `is set`";
    /// A path where a literal must stand.
    LITERAL_EXPECTED = "a value must stand here, not another attribute", "此处应为具体的值，不能是另一个属性";
    /// Not a number of the language.
    BAD_NUMBER = "`{text}` is not a number of this language", "`{text}` 不是可用的数字";
    /// Where.
    BAD_NUMBER_HERE = "at most 14 digits before the point and 4 after it", "小数点前至多 14 位，后至多 4 位";
    /// Not an address block.
    BAD_BLOCK = "`{text}` is not a block of addresses", "`{text}` 不是网段";
    /// Where.
    BAD_BLOCK_HERE = "write it as `10.20.0.0/16` or `2001:db8::/32`", "请写成 `10.20.0.0/16` 或 `2001:db8::/32`";
    /// Bits outside the prefix.
    HOST_BITS = "`{text}` is not where its block of addresses starts", "`{text}` 不是所在网段的起始地址";
    /// Where.
    HOST_BITS_HERE = "the block starts at `{start}`", "该网段从 `{start}` 开始";
    /// What to do.
    HOST_BITS_HELP = "write `{start}` for the whole block, or `{one}` for this one address",
        "整个网段请写 `{start}`，单个地址请写 `{one}`";
    /// A source that makes no sense.
    BAD_SOURCE = "a {kind} attribute cannot come `from {source}`", "{kind}属性不能来自 `{source}`";
    /// Where.
    BAD_SOURCE_HERE = "not possible here", "此处不可用";
    /// What to do.
    BAD_SOURCE_HELP = "possible here: {sources}", "此处可用：{sources}";
    /// Kind of attribute.
    KIND_RECORD = "record", "记录";
    /// Kind of attribute.
    KIND_SUBJECT = "subject", "主体";
    /// Kind of attribute.
    KIND_REQUEST = "request", "请求";
    /// Data labels on something that is no record attribute.
    LABELS_MISPLACED = "only record attributes and fields carry data labels", "只有记录的属性和字段才能带数据标签";
    /// A record path where there is no record.
    NO_RECORD = "`{path}` has no meaning here: there is no record", "`{path}` 在此没有意义：这里没有记录";
    /// Where.
    NO_RECORD_HERE = "only subject and request attributes can be used here", "此处只能使用主体属性和请求属性";
    /// A field that conditions cannot use.
    NOT_AN_ATTRIBUTE = "`{name}` of `{object}` is a field without a type", "`{object}` 的 `{name}` 是没有类型的字段";
    /// Where.
    NOT_AN_ATTRIBUTE_HERE = "only attributes have values to compare", "只有属性才有可比较的值";
    /// What to do.
    NOT_AN_ATTRIBUTE_HELP = "declare it with `attribute {name} : …` instead of `field`", "用 `attribute {name} : …` 代替 `field` 来声明";
    /// A set of sets.
    SET_OF_SETS = "a set cannot hold sets", "集合不能包含集合";
    /// A reading action under a clause of changing ones.
    READING_CHANGES = "`{name}` seems only to read, and is declared with `{clause}`", "`{name}` 看来只是读取，却带有 `{clause}`";
    /// Where.
    READING_CHANGES_HERE = "`{clause}` is said of this action too", "`{clause}` 也适用于此动作";
    /// There.
    READING_CHANGES_LINE = "`{clause}` is said of every action of this line", "`{clause}` 适用于此行的所有动作";
    /// What to do.
    READING_CHANGES_HELP = "give it a line of its own: `record actions {name}`", "请为它另起一行：`record actions {name}`";
    /// An enumeration with one value.
    ONE_VALUE_HERE = "write all of them, as `a | b`", "请写出全部取值，如 `a | b`";
    /// An enumeration with one value.
    ONE_VALUE = "an enumeration needs two values or more", "枚举至少需要两个取值";
    /// `record owner is F` with another type.
    WRONG_KEY_TYPE = "`{field}` is {actual}, and the record's {what} must be {expected}", "`{field}` 是{actual}，而记录的{what}应为{expected}";
    /// Where.
    WRONG_KEY_TYPE_HERE = "declared with another type", "声明的类型不同";
    /// What it is for.
    WHAT_OWNER = "owner", "负责人";
    /// What it is for.
    WHAT_UNIT = "unit", "部门";
    /// What it is for.
    WHAT_TEAM = "team", "团队";
    /// What it is for.
    WHAT_SHARED = "set of readers", "共享对象";
    /// `that of its owner` without owner.
    UNIT_OF_NOBODY = "the unit is that of the owner, but `{object}` declares no owner", "部门取自负责人，但 `{object}` 没有声明负责人";
    /// Where.
    UNIT_OF_NOBODY_HERE = "add `record owner is …`", "请加上 `record owner is …`";
    /// Wrong number of arguments.
    ARGUMENT_COUNT = "`{template}` takes {expected} {expected|argument|arguments}, not {found}", "`{template}` 需要 {expected} 个参数，而不是 {found} 个";
    /// Where.
    ARGUMENTS_HERE = "parameters: {names}", "参数：{names}";
    /// Two or more must be named.
    ARGUMENT_UNNAMED = "arguments must be named where there are two or more", "有两个以上的参数时必须写出参数名";
    /// Where.
    ARGUMENT_UNNAMED_HERE = "write `{name}: …`", "请写 `{name}: …`";
    /// No such parameter.
    UNKNOWN_PARAMETER = "`{template}` has no parameter named `{name}`", "`{template}` 没有名为 `{name}` 的参数";
    /// Given twice.
    ARGUMENT_TWICE = "the argument `{name}` is given twice", "参数 `{name}` 给了两次";
    /// A parameter of a type that it cannot have.
    PARAMETER_TYPE = "a parameter cannot be {actual}", "参数不能是{actual}";
    /// Where.
    PARAMETER_TYPE_HERE = "a parameter is one value", "参数是单个值";
    /// A parameter named like a value.
    PARAMETER_NAME = "the parameter `{name}` has the name of a value", "参数 `{name}` 与某个取值同名";
    /// Where.
    PARAMETER_NAME_HERE = "a bare word in a condition could mean either", "条件中的这个词会有两种读法";
    /// There.
    PARAMETER_NAME_THERE = "the value", "该取值";
    /// An attribute that a test may not give.
    NOT_SENT = "`subject.{name}` is stated in the policy, a request cannot send it", "`subject.{name}` 由策略给出，请求不能发送";
    /// Where.
    NOT_SENT_HERE = "declared `from table`", "声明为 `from table`";
    /// An attribute that the policy may not state.
    NOT_STATED = "`{name}` comes from the request, the policy cannot state it", "`{name}` 来自请求，策略不能给出它的值";
    /// Where.
    NOT_STATED_HERE = "not declared `from table`", "没有声明为 `from table`";
    /// What to do.
    NOT_STATED_HELP = "declare it as `attribute {name} : … from table`", "声明为 `attribute {name} : … from table`";
}
