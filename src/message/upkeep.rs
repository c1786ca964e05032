//! Texts of the `upkeep` family: what could be left out of a policy, and what should be said.

use super::Text;

texts! {
    /// An action.
    UNMARKED_ACTION = "`{action}` on `{object}` is not declared with `{word}`, which its name suggests",
        "`{object}` 的动作 `{action}` 没有写明 `{word}`，而名称看来如此";
    /// The action.
    UNMARKED_ACTION_HERE = "to whom a record belongs is not guarded here", "此动作不受记录归属的约束";
    /// What to do.
    UNMARKED_ACTION_HELP = "write `{word}` after the name, in a line of its own", "单独写一行，并在名称后写 `{word}`";
    /// A list.
    DUPLICATE_ITEM = "`{item}` is listed twice", "`{item}` 列出了两次";
    /// Label.
    DUPLICATE_ITEM_HERE = "again here", "在此重复";
    /// Label.
    DUPLICATE_ITEM_THERE = "listed here already", "此处已经列出";
    /// What to do.
    DUPLICATE_ITEM_FIX = "list `{item}` once", "`{item}` 只列一次";
    /// A name.
    UNUSED_DECLARATION = "nothing uses the {kind} `{name}`", "没有任何内容使用{kind} `{name}`";
    /// Label.
    UNUSED_DECLARATION_HERE = "only declared", "仅有声明";
    /// What to do.
    UNUSED_DECLARATION_FIX = "remove `{name}`", "删去 `{name}`";
    /// A kind of name.
    KIND_LABEL = "label", "标签";
    /// A kind of name.
    KIND_TYPE = "type", "类型";
    /// A kind of name.
    KIND_NETWORK = "network", "网络";
    /// A kind of name.
    KIND_CALENDAR = "calendar", "日历";
    /// A kind of name.
    KIND_HOURS = "hours", "时段";
    /// A kind of name.
    KIND_TEMPLATE = "template", "模板";
}
