//! Texts of the `cli` family: what the command line itself says, and the frame around diagnostics.

use super::Text;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub static $name: Text = Text::new($en, $zh);)*

        /// Every entry of this family.
        pub const ALL: &[&Text] = &[$(&$name),*];
    };
}

texts! {
    /// Severity.
    ERROR = "error", "错误";
    /// Severity.
    WARNING = "warning", "警告";
    /// Severity.
    INFO = "note", "提示";
    /// A line of help.
    HELP_LINE = "help: {help}", "建议：{help}";
    /// A mechanical repair.
    FIX_LINE = "fix: {fix}", "修复：{fix}";
    /// Summary.
    SUMMARY = "{parts}", "{parts}";
    /// Summary.
    NO_FINDINGS = "no findings", "未发现问题";
    /// Summary.
    N_ERRORS = "{n} {n|error|errors}", "{n} 个错误";
    /// Summary.
    N_WARNINGS = "{n} {n|warning|warnings}", "{n} 个警告";
    /// Summary.
    N_INFOS = "{n} {n|note|notes}", "{n} 条提示";
    /// More diagnostics than shown.
    AND_MORE = "and {n} more {n|finding|findings}, not shown here (`--format concise` shows all)",
        "另有 {n} 条未在此显示（`--format concise` 可全部显示）";
}
