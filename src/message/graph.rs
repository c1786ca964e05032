//! Texts of the `graph` family: what stands in drawings of roles, units, ways to every right, and the matrix.

use super::Text;

texts! {
    TITLE_ROLES = "Roles of {policy}: arrows point to what is inherited", "{policy} 的角色：箭头指向被继承的角色";
    TITLE_UNITS = "Units of {policy}", "{policy} 的部门";
    TITLE_ESCALATION = "Rights of {policy} that obtain rights", "{policy} 中可取得其他权限的权限";
    TITLE_MATRIX = "Who may do what in {policy}, role by role", "{policy} 各角色可以做什么";
    /// What a way leads to.
    EVERY_RIGHT = "every right", "全部权限";
    /// What a right obtains.
    EVERY_RECORD = "every record", "全部记录";
    /// What a right obtains.
    EVERY_FIELD = "every field", "全部字段";
    /// What a right obtains.
    ANYBODY = "what anybody has", "任何人的权限";
    /// What a right obtains.
    SOMEBODY = "what somebody else has", "其他人的权限";
    /// Beside a role or unit.
    N_PEOPLE = "{n} {n|person|people}", "{n} 人";
    /// In a tree: what stands elsewhere in it.
    SEE_ABOVE = "{name}, see above", "{name}，见上";
    NOTHING_ROLES = "no roles", "没有角色";
    NOTHING_UNITS = "no units", "没有部门";
    NOTHING_ESCALATION = "no right obtains other rights", "没有可取得其他权限的权限";
    /// Heading of a column.
    ROLE = "role", "角色";
    LEGEND_ALL = "strong: on every record, whatever the request says", "突出：对所有记录，不论请求内容";
    LEGEND_SOME = "plain: on some records, or under conditions", "普通：对部分记录或在一定条件下";
    /// In text: what marks a right that holds everywhere.
    LEGEND_STAR = "with *: on every record, whatever the request says", "带 * 号：对所有记录，不论请求内容";
    NEEDS_PACKAGE = "a graph is drawn of a package, not of a table", "图要由策略包生成，不能由决策表生成";
    TOO_MANY = "{n} boxes are too many for a picture (at most {most}); `--format dot` and `--format tree` have no limit",
        "{n} 个方框过多，无法成图（最多 {most} 个）；`--format dot` 和 `--format tree` 没有上限";
    INCOMPLETE = "not everything could be decided within the budget: something may be missing", "在预算内未能全部判定：可能有遗漏";
}
