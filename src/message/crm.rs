//! Texts of the `crm` family: exports, ownership, sharing.

use super::Text;

texts! {
    /// A role.
    MASS_EXPORT = "role `{role}` may take out every record: `{rights}`", "角色 `{role}` 可以导出全部记录：`{rights}`";
    /// The line.
    MASS_EXPORT_HERE = "all records, without a condition", "全部记录，且没有条件";
    /// What to do.
    MASS_EXPORT_HELP = "narrow it with `within`, ask for something with `when` or `require`, or waive it with the reason",
        "用 `within` 缩小范围，用 `when` 或 `require` 提出条件，或写明理由予以豁免";
}
