//! Texts of the `report` family: what is said around findings in files and on the terminal.

use super::Text;

texts! {
    NO_FORM = "there is no form named `{name}`; there are {names}", "没有名为 `{name}` 的输出形式；可选 {names}";
    FORM_WITHOUT_FILE = "the file is missing: write the form, `=` and the file, such as `sarif=out.sarif`",
        "缺少文件：请写输出形式、`=` 和文件，例如 `sarif=out.sarif`";
    /// A step of inheritance.
    INHERITS_STEP = "`{heir}` inherits `{parent}`", "`{heir}` 继承 `{parent}`";
    /// More findings of a rule than shown.
    MORE_OF_RULE = "and {n} more of {code} {name}", "另有 {n} 条 {code} {name}";
    /// What shows them.
    SHOW_ALL = "`--format concise` shows all", "`--format concise` 可全部显示";
    /// SARIF.
    RESULTS_LEFT_OUT = "{n} of {total} findings are not in the SARIF report: GitHub reads at most {limit} of a run, so the worst were kept",
        "`sarif` 报告未包含 {total} 条中的 {n} 条：`GitHub` 每次运行最多读取 {limit} 条，因此只保留了最严重的";
    /// SARIF.
    PLACES_LEFT_OUT = "{n} {n|finding has|findings have} more than {limit} places in the SARIF report; the rest of them was left out",
        "`sarif` 报告中有 {n} 条的位置超过 {limit} 处，其余位置已略去";
    /// A job's page.
    N_NOT_PROVED = "{n} {n|guarantee|guarantees} not proved", "{n} 条保证未证明";
    /// A job's page.
    ROWS_LEFT_OUT = "and {n} more", "另有 {n} 条";
    /// Heading.
    COLUMN_RULE = "rule", "规则";
    /// Heading.
    COLUMN_PLACE = "place", "位置";
    /// Heading.
    COLUMN_MESSAGE = "message", "说明";
    /// `lint --list`.
    LIST_FORMATS = "the rules are listed as `human` or `json`", "规则列表只有 `human` 和 `json` 两种格式";
    /// `lint --list`.
    FIXABLE = "fix", "可修复";
    /// A rule that is not run by default.
    OFF = "off", "关闭";
    /// How a finding is known.
    CLASS_EXACT = "exact", "精确";
    /// How a finding is known.
    CLASS_GRAPH = "graph", "关系";
    /// How a finding is known.
    CLASS_SYNTACTIC = "syntactic", "字面";
    /// How a finding is known.
    CLASS_HEURISTIC = "heuristic", "推测";
    /// `--output`.
    OUTPUT_TWICE = "`{path}` is named for two forms; give each its own file", "`{path}` 被用于两种格式；请分别指定文件";
    /// `--watch`.
    WATCH_TERMINAL = "`--watch` draws on a terminal, and this is none", "`--watch` 需要终端，而这里不是终端";
    /// `--watch`.
    WATCH_HUMAN = "`--watch` draws for people; leave out `--format`, `--output` and `--fix`", "`--watch` 供人查看；请去掉 `--format`、`--output` 和 `--fix`";
    /// `--watch`.
    WATCHING = "watching {paths}; Ctrl-C ends", "正在监视 {paths}；按 `Ctrl-C` 结束";
}
