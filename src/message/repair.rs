//! Texts of the `repair` family: `lint --fix`.

use super::Text;

texts! {
    /// `lint --fix`.
    FIXED = "{n} {n|repair|repairs} applied", "已应用 {n} 处修复";
    /// `lint --diff`.
    WOULD_FIX = "{n} {n|repair|repairs} would be applied", "将应用 {n} 处修复";
    /// Refused.
    WOULD_CHANGE = "nothing was written: the repair of {path}:{line} ({fix}) could not be shown to keep every decision", "没有写入任何内容：无法证明对 {path}:{line} 的修复（{fix}）不改变任何决策";
    /// Refused.
    WOULD_WIDEN = "nothing was written: the repair of {path}:{line} ({fix}) could not be shown to only take rights away", "没有写入任何内容：无法证明对 {path}:{line} 的修复（{fix}）只会减少权限";
    /// Refused.
    WOULD_NOT_HELP = "{path}:{line} was left as it is: this repair ({fix}) would not make the errors fewer", "{path}:{line} 保持原样：此修复（{fix}）不会减少错误";
    /// Help.
    MEND_BY_HAND = "mend this one by hand, or leave its rule out with `--level RULE=off`", "请手工修正此处，或用 `--level RULE=off` 跳过该规则";
    /// A defect.
    LAYOUT_CHANGES = "nothing was written: bringing the files into the one layout would change a decision, which is a defect of rolecall; please report it", "没有写入任何内容：统一排版会改变决策，这是 `rolecall` 的缺陷，请报告";
    /// Somebody else wrote it.
    CHANGED_MEANWHILE = "nothing was written: `{path}` was changed by somebody else in the meantime", "没有写入任何内容：`{path}` 在此期间已被他人修改";
    /// Help.
    UNSAFE_LEFT = "{n} more {n|repair takes|repairs take} rights away or {n|guesses|guess}: `--unsafe-fix` applies {n|it|them}, `--diff` shows {n|it|them} first", "另有 {n} 处修复会减少权限或需要猜测：`--unsafe-fix` 可应用，`--diff` 可先查看";
}
