//! Codes of `rolecall.toml`: what is wrong with what a team asks for.
//!
//! A policy text cannot show any of these, so none has an example; each `why` says so.

use crate::diagnostic::Code;

codes! {
    /// Not TOML.
    SYNTAX "E0070" "config-syntax"
    "`rolecall.toml` is not TOML", "`rolecall.toml` 不是有效的 `TOML`";
    "The file is read as TOML 1.0. While it cannot be read nothing is checked: a policy that is judged by other rules than its \
     team agreed on is not judged. A policy text cannot show this, so there is no example.",
    "该文件按 `TOML` 1.0 读取。无法读取时不进行任何检查：不按团队约定的规则评判，就等于没有评判。策略文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// A key that means nothing.
    UNKNOWN_KEY "E0071" "config-unknown-key"
    "`rolecall.toml` has a key that means nothing", "`rolecall.toml` 中有无意义的键";
    "A misspelt key would be taken for the setting that it was meant to be. `rolecall config show` lists every key with the value that \
     holds. A policy text cannot show this, so there is no example.",
    "写错的键会让人误以为设置已生效。`rolecall config show` 会列出每个键及其当前的值。策略文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// A value that does not fit its key.
    BAD_VALUE "E0072" "config-bad-value"
    "a value in `rolecall.toml` does not fit its key", "`rolecall.toml` 中的值与键不符";
    "Levels are `off`, `info`, `warning` and `error`; budgets are whole numbers from 0; versions are compared, as in `>=0.1, <0.3`. \
     A policy text cannot show this, so there is no example.",
    "级别为 `off`、`info`、`warning`、`error`；限额是不小于 0 的整数；版本须写成比较，例如 `>=0.1, <0.3`。策略文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// A rule that does not exist.
    UNKNOWN_RULE "E0073" "config-unknown-rule"
    "`rolecall.toml` names a rule that has no level", "`rolecall.toml` 中的规则不存在或没有级别";
    "Levels are given to rules and groups of rules; `rolecall lint --list` shows both. Errors of the language have no level: a policy \
     that has one means nothing. A policy text cannot show this, so there is no example.",
    "级别可以设给规则或规则组；`rolecall lint --list` 会列出二者。语言错误没有级别：有错误的策略没有含义。策略文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Two values that cannot both hold.
    CONTRADICTION "E0074" "config-contradiction"
    "two values in `rolecall.toml` contradict each other", "`rolecall.toml` 中有两个值互相矛盾";
    "A rule that nobody may waive and that is off as well would be waived for all. A budget for one role that is greater than the \
     one for a person can never be met. A policy text cannot show this, so there is no example.",
    "任何人都不得豁免、却又被关闭的规则，等于对所有人豁免。单个角色的限额若大于个人的限额，则永远不会起作用。策略文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Another version is wanted.
    VERSION "E0075" "config-version"
    "`rolecall.toml` wants another version of rolecall", "`rolecall.toml` 要求另一个版本的 `rolecall`";
    "Another version may find more or less, or give a line another meaning; `required_version` lets everybody judge by the same one. \
     Nothing else of the file is looked at: other versions know other keys. A policy text cannot show this, so there is no example.",
    "不同版本的检查结果可能不同；`required_version` 让所有人使用同一版本来评判。此时不再检查文件的其他内容，因为不同版本的键可能不同。策略文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";
}
