//! Codes of the `resolve` stage: types, values, attributes, arguments.

use crate::diagnostic::Code;

codes! {
    /// Values of different types.
    TYPE_MISMATCH "E0301" "type-mismatch"
    "a value has another type than what it is compared with or given to", "值的类型与比较对象或赋值对象不同";
    "Nothing is converted: `\"3\"` is no number, and two enumerations are never equal unless they are one declared type. A \
     comparison across types would be unknown for every request.",
    "不做任何转换：`\"3\"` 不是数字，两个枚举除非是同一个已声明的类型，否则永不相等。跨类型的比较对任何请求都是未知。";
    bad: object!("role Clerk { allow read Customer within own when record.level > \"3\" }\n");
    good: object!("role Clerk { allow read Customer within own when record.level > 3 }\n");

    /// A value that the enumeration does not have.
    UNKNOWN_VALUE "E0302" "unknown-value"
    "the type has no such value", "该类型没有这个取值";
    "An enumeration lists all of its values, so a condition on another one can never hold.",
    "枚举列出了全部取值，对其他取值的条件永远不会成立。";
    bad: object!("role Clerk { allow read Customer within all when record.region is eest }\n");
    good: object!("role Clerk { allow read Customer within all when record.region is east }\n");

    /// Order of what has none.
    NOT_ORDERED "E0303" "not-ordered"
    "`<` and its like need numbers or an ordered type", "`<` 等比较需要数字或有序类型";
    "Texts are equal or not; enumerations have an order only if they are declared with `<`: `type Grade = C < B < A`.",
    "文本只有相等与不相等；枚举只有用 `<` 声明时才有顺序：`type Grade = C < B < A`。";
    bad: object!("role Clerk { allow read Customer within all when record.region < west }\n");
    good: object!("role Clerk { allow read Customer within all when record.region is west }\n");

    /// A set compared like a value.
    SET_COMPARED "E0304" "set-compared"
    "a set is compared like a single value", "把集合当作单个值来比较";
    "Of a set one can ask whether it `has` a value, `is none` or `is set`.",
    "对集合可以问它是否 `has` 某个值、`is none` 或 `is set`。";
    bad: object!("role Clerk { allow read Customer within all when record.tags is \"vip\" }\n");
    good: object!("role Clerk { allow read Customer within all when record.tags has \"vip\" }\n");

    /// `has` on a single value.
    NOT_A_SET "E0305" "not-a-set"
    "`has` needs a set", "`has` 需要集合";
    "`has` asks whether a set holds a value. A single value is compared with `is`.",
    "`has` 判断集合是否含有某个值。单个值请用 `is` 比较。";
    bad: object!("role Clerk { allow read Customer within all when record.region has east }\n");
    good: object!("role Clerk { allow read Customer within all when record.region is east }\n");

    /// A number out of range.
    BAD_NUMBER "E0306" "bad-number"
    "a number has too many digits", "数字位数过多";
    "Numbers are exact decimals of at most 18 digits, 4 of them after the point: they compare the same everywhere, \
     without rounding.",
    "数字是精确的十进制数，至多 18 位，其中小数至多 4 位：处处比较结果相同，不做舍入。";
    bad: object!("role Clerk { allow read Customer within all when record.level > 0.12345 }\n");
    good: object!("role Clerk { allow read Customer within all when record.level > 0.1234 }\n");

    /// Not a block of addresses.
    BAD_NETWORK "E0307" "bad-network"
    "this is not a block of addresses", "这不是网段";
    "A network lists blocks as `10.20.0.0/16` or `2001:db8::/32`. Bits set outside the prefix are refused: `10.20.0.1/16` \
     means one address to one reader and a whole block to the next. `::/0` is all of IPv6 and none of IPv4.",
    "网络由 `10.20.0.0/16` 或 `2001:db8::/32` 这样的网段组成。前缀之外的非零位会被拒绝：`10.20.0.1/16` 对有些人是一个地址，对有些人是整个网段。\
     `::/0` 表示全部第六版地址，不含第四版。";
    bad: header!("network office = 10.20.0.1/16\n");
    good: header!("network office = 10.20.0.0/16\n");

    /// A source or a label that makes no sense.
    ATTRIBUTE_SOURCE "E0308" "attribute-source"
    "an attribute cannot come from there", "属性不能有这样的来源";
    "Facts about people come `from table` (stated in the policy or a people file) or with the request; facts about records \
     with the request or `from records`; facts about the request with it. What is stated is never read from a request, \
     and what a request sends is not stated.",
    "人员的事实来自 `from table`(写在策略或人员文件中)或请求；记录的事实来自请求或 `from records`；请求的事实来自请求。\
     策略写明的值不会从请求读取，请求发送的值也不在策略中写明。";
    bad: header!("request { attribute device : text from table }\n");
    good: header!("request { attribute device : text }\n");

    /// A record where there is none.
    NO_RECORD "E0309" "no-record-here"
    "`record` is used where there is no record", "在没有记录的地方使用了 `record`";
    "`active`, and suspensions of users, roles or everything, are not about records. Put the condition on a rule, or \
     suspend actions of an object.",
    "`active` 以及对用户、角色或全部的暂停与记录无关。请把条件写在规则上，或暂停某个对象的动作。";
    bad: object!("role Clerk { active daily 09:00 to 18:00 when record.level > 3 allow read Customer within own }\n");
    good: object!("role Clerk { active daily 09:00 to 18:00 when request.mfa allow read Customer within own }\n");

    /// A field without a type.
    NOT_AN_ATTRIBUTE "E0310" "not-an-attribute"
    "a plain field is used like an attribute", "把普通字段当作属性使用";
    "A `field` is shown and changed; only an `attribute` has a type, and a value that conditions and tests can use. An \
     attribute is a field as well: it may carry labels and be masked.",
    "`field` 只用于显示和修改；只有 `attribute` 才有类型，以及条件和测试可用的值。属性同时也是字段：可以带标签，也可以脱敏。";
    bad: object!("role Clerk { allow read Customer within own when record.phone is \"1\" }\n");
    good: object!("role Clerk { allow read Customer within own when record.level is 1 }\n");

    /// An enumeration with one value.
    ONE_VALUE "E0312" "one-value"
    "an enumeration has only one value", "枚举只有一个取值";
    "A fact that can have one value tells nothing. Mostly a bar is missing, or a name of a type is misspelt.",
    "只有一个取值的事实说明不了什么。多半是少写了竖线，或类型名称拼写有误。";
    bad: header!("type Region = east\n");
    good: header!("type Region = east | west\n");

    /// Owner, unit, team of another type.
    RECORD_KEY "E0313" "record-key-type"
    "what says whose a record is has another type", "用来说明记录归属的字段类型不对";
    "The owner is a `user`, the unit a `unit`, the team a `set of user`, and those with whom a record is shared a set of \
     users or of units. A field that is not declared gets that type by itself. The unit can be that of the owner only if \
     there is one.",
    "负责人应为 `user`，部门应为 `unit`，团队应为 `set of user`，共享对象应为用户或部门的集合。未声明的字段会自动得到相应类型。\
     只有声明了负责人，部门才能取自负责人。";
    bad: header!("object Order { record actions read record owner is clerk attribute clerk : text }\n");
    good: header!("object Order { record actions read record owner is clerk attribute clerk : user }\n");

    /// Wrong arguments of a template.
    ARGUMENTS "E0314" "template-arguments"
    "the arguments do not fit the template", "参数与模板不符";
    "An instance gives every parameter one value. Two or more are named, as `Desk(area: east, least: 3)`: nobody should \
     have to look up which comes first.",
    "实例要给每个参数一个值。有两个以上的参数时要写出名称，如 `Desk(area: east, least: 3)`，免得读者去查哪个在前。";
    bad: object!(
        "template Desk(least: number) { allow read Customer within all when record.level >= least }\nrole Desk3 = Desk(3, 4)\n"
    );
    good: object!(
        "template Desk(least: number) { allow read Customer within all when record.level >= least }\nrole Desk3 = Desk(3)\n"
    );

    /// A parameter that cannot be one.
    PARAMETER "E0315" "bad-parameter"
    "a parameter has a type or a name that it cannot have", "参数的类型或名称不可用";
    "A parameter stands for one value in conditions, or for a unit in a scope. It may not be named like a value of a type: \
     in `record.region is east` the word must have one meaning.",
    "参数在条件中代表一个值，或在范围中代表一个部门。它不能与某个类型的取值同名：`record.region is east` 中的词只能有一种含义。";
    bad: object!("template Desk(east: Region) { allow read Customer within all when record.region is east }\n");
    good: object!("template Desk(area: Region) { allow read Customer within all when record.region is area }\n");

    /// A reading action under `updates`.
    READING_CHANGES "W0311" "reading-changes"
    "an action that reads is declared to create, update or change", "只读的动作被声明为新建、修改或改动字段";
    "`creates`, `updates` and `changes F` are said of every action of their line. An action that counts as an update shows \
     neither the owner nor masked fields, so that `record actions view, edit updates` takes more from `view` than was \
     meant. Write one line for each kind of action.",
    "`creates`、`updates` 和 `changes F` 说明的是该行的每个动作。视同修改的动作看不到负责人字段和脱敏字段，因此 \
     `record actions 查看, 修改 updates` 会让 `查看` 少看到一些内容。请把不同种类的动作分行写。";
    bad: header!("object Deal { record actions view, edit updates record owner is seller }\n");
    good: header!("object Deal { record actions view record actions edit updates record owner is seller }\n");
}
