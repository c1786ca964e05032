//! Texts of the `diff` family: what a change does to access.

use super::Text;

texts! {
    /// The record's owner is the asker.
    OWN = "the record is their own", "记录归本人所有";
    /// Or somebody whose role they have.
    OWN_OR = "the record is their own or that of `{people}`", "记录归本人或 `{people}` 所有";
    /// Somebody named.
    OWNED_BY = "the record is that of `{people}`", "记录归 `{people}` 所有";
    /// Below the asker.
    BELOW = "the record's owner reports to them", "记录负责人是其下属";
    /// Null.
    NO_OWNER = "the record has no owner", "记录没有负责人";
    /// The asker's own units.
    THEIR_UNIT = "the record belongs to their unit", "记录属于其所在部门";
    /// With what lies below.
    THEIR_UNIT_BELOW = "the record belongs to their unit or one below it", "记录属于其所在部门或下级部门";
    /// Units by name.
    OF_UNITS = "the record belongs to unit `{units}`", "记录属于部门 `{units}`";
    /// With what lies below.
    OF_UNITS_BELOW = "the record belongs to unit `{units}` or one below it", "记录属于部门 `{units}` 或其下级部门";
    /// No unit is stated.
    OF_NO_UNIT = "the record belongs to a unit of theirs, of which none is stated", "记录属于其部门（未登记部门）";
    /// In a set of people or units.
    SHARED_WITH = "`{path}` holds them", "`{path}` 包含本人或其部门";
    /// A role that a request may bring.
    BRINGS = "the request brings role `{role}`", "请求带有角色 `{role}`";
    /// It is not so.
    NOT_SO = "it is not so that {a}", "并非{a}";
    /// Not so, or not known.
    UNLESS = "unless {a}", "除非{a}";
    /// So, or not known.
    NOT_RULED_OUT = "unless it is known not to be so that {a}", "除非已知并非{a}";
    /// Neither true nor false.
    UNTOLD = "it is not known whether {a}", "不知道是否{a}";
    /// True or false.
    TOLD = "it is known whether {a}", "已知是否{a}";
    /// Nothing the model can say.
    SOMETHING = "something that cannot be told", "某个无法判断的情况";
    /// Another time window.
    NOT_WINDOW = "not {window}", "不在{window}";
}
