//! Texts of the `upkeep` family: what could be left out of a policy.

use super::Text;

texts! {
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
