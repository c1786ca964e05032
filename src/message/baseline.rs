//! Texts of the `baseline` family: findings that were there when a team began.

use super::Text;

texts! {
    /// Not there, or not to be read.
    CANNOT_READ = "cannot read the baseline `{path}`: {reason}", "无法读取基线 `{path}`：{reason}";
    /// Not JSON, or not of this form.
    DAMAGED = "the baseline `{path}` is damaged in line {line}, column {column}", "基线 `{path}` 在第 {line} 行第 {column} 列处已损坏";
    /// Of another version.
    OTHER_VERSION = "the baseline `{path}` has format version {found}; this rolecall knows {known}", "基线 `{path}` 的格式版本为 {found}；当前的 `rolecall` 只支持 {known}";
    /// Help.
    MAKE_ANEW = "`rolecall baseline create --force` writes it anew", "`rolecall baseline create --force` 可重新生成";
    /// In a summary.
    KNOWN = "{n} {n|finding is|findings are} in `rolecall.baseline.json` and not reported", "`rolecall.baseline.json` 中的 {n} 条提示未再报告";
    /// In a summary.
    GONE = "{n} {n|finding|findings} of `rolecall.baseline.json` no longer {n|occurs|occur}; `rolecall baseline prune` takes them out", "`rolecall.baseline.json` 中有 {n} 条提示已不再出现；`rolecall baseline prune` 可将其移除";
    /// `baseline create`
    CREATED = "wrote {path}: {n} {n|finding|findings} of {rules} {rules|rule|rules}", "已写出 {path}：{n} 条提示，涉及 {rules} 条规则";
    /// `baseline create`
    STAY = "{n} {n|finding is|findings are} not in it and {n|stays|stay}: an error, or of a rule that nobody may waive", "有 {n} 条提示未写入基线，仍会报告：属于错误，或其规则不得豁免";
    /// `baseline create`
    EXISTS = "`{path}` is there already", "`{path}` 已经存在";
    /// `baseline create`
    EXISTS_HELP = "`rolecall baseline prune` takes out what is gone; `--force` writes it anew, with what has come since", "`rolecall baseline prune` 可移除已消失的提示；`--force` 会重新生成，并包含此后新增的提示";
    /// `baseline prune`
    PRUNED = "took {n} {n|finding|findings} out of {path}; {left} left", "已从 {path} 移除 {n} 条提示；还剩 {left} 条";
    /// `baseline prune`
    NOTHING_GONE = "every finding of {path} still occurs; nothing was written", "{path} 中的提示全部仍然存在；没有写入任何内容";
    /// `baseline prune`
    NO_BASELINE = "there is no `{path}`", "没有 `{path}`";
}
