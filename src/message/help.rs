//! Texts of the `help` family: what `--help` says of verbs, flags and values, and what is said of wrong usage.
//!
//! The English of a verb, flag or value is its doc comment in `cli`; a test holds the two to each other.

use super::Text;

texts! {
    ABOUT = "Permissions as text: check them, prove them, compile them to one decision table",
        "把权限写成文本：检查、证明，并编译成一张决策表";
    EXIT_STATUS = "Exit status: 0 clean, 1 findings, 2 cannot run (bad policy, bad usage, input or output).",
        "退出状态：0 正常，1 有问题，2 无法运行（策略有误、用法有误、无法读写）。";
    LANG = "Language of all messages; the environment decides without it", "所有消息的语言；不写则由环境决定";
    COLOR = "When to use colors", "何时使用颜色";
    INIT = "Write a commented starter package with the usual roles", "生成带注释的初始包，含常用角色";
    CHECK = "Parse, resolve, analyze, prove the guarantees, run the tests", "解析、核对、分析策略，证明保证，运行测试";
    BUILD = "Prove the guarantees and write the decision table", "证明保证并写出决策表";
    DECIDE = "Answer requests, one JSON object a line", "回答请求，每行一个 `JSON` 对象";
    WHO = "Who can do something, on some record", "谁能对某条记录执行某个操作";
    WHAT = "What somebody can do, on some record", "某人能对某条记录做什么";
    WHEN = "When somebody can do something", "某人在什么时候能做某事";
    WHY = "Why somebody can or cannot do something", "某人为什么能做或不能做某事";
    TEST = "Run the tests that the policy carries", "运行策略中自带的测试";
    LINT = "Look for findings alone, mend what can be mended", "只查找问题，并修复可以修复的部分";
    CONFIG = "What rolecall.toml asks for, and where each value comes from", "`rolecall.toml` 的要求，以及每个值的来源";
    BASELINE = "Remember the findings of today, so that only new ones are reported", "记住当前已有的问题，以后只报告新的";
    FMT = "Bring policy files into the one layout", "把策略文件整理成统一的格式";
    READ = "The policy as plain sentences, in English or Chinese", "用中文或英文的普通句子说出策略";
    EXPLAIN = "Document a code, or list all", "说明一个代码，或列出全部代码";
    COMPLETIONS = "Print completions for a shell", "输出命令行补全脚本";
    ENGLISH = "English", "英文";
    CHINESE = "Chinese", "中文";
    COLOR_AUTO = "On a terminal, unless NO_COLOR is set", "在终端上使用，除非设置了 `NO_COLOR`";
    ALWAYS = "Always", "总是";
    NEVER = "Never", "从不";
    FORM_HUMAN = "Drawn, on stderr", "图示，写到标准错误";
    FORM_CONCISE = "One line each, on stdout", "每条一行，写到标准输出";
    FORM_JSON = "One document, on stdout", "一个文档，写到标准输出";
    FORM_SARIF = "SARIF 2.1.0, for GitHub code scanning and many others", "`SARIF 2.1.0`，供 `GitHub` 代码扫描等工具使用";
    FORM_GITHUB = "Annotations of GitHub Actions, and a page in $GITHUB_STEP_SUMMARY",
        "`GitHub Actions` 的标注，并在 `$GITHUB_STEP_SUMMARY` 中写一页摘要";
    FORM_GITLAB = "GitLab's code quality report", "`GitLab` 的代码质量报告";
    FORM_JUNIT = "JUnit's XML", "`JUnit` 的 `XML`";
    FORM_RDJSON = "For reviewdog", "供 `reviewdog` 使用";
    TABLES_AND_SENTENCES = "Tables and sentences", "表格和句子";
    ONE_DOCUMENT = "One document", "一个文档";
    FAIL_ERROR = "Broken guarantees and failed tests", "保证不成立、测试失败";
    FAIL_WARNING = "Warnings too", "警告也算";
    FAIL_INFO = "Notes too", "提示也算";
    RECORD = "Attributes of the record, as `owner=li.na department=East` or JSON",
        "记录的属性，例如 `owner=li.na department=East`，或 `JSON`";
    RECORD_ID = "The record's id", "记录的编号";
    REQUEST = "Attributes of the request, as `mfa=true ip=10.20.1.2` or JSON",
        "请求的属性，例如 `mfa=true ip=10.20.1.2`，或 `JSON`";
    SUBJECT = "Attributes of the subject that the request brings", "请求带来的主体属性";
    ROLE_BROUGHT = "A role that the request brings; may be repeated", "请求带来的角色；可重复";
    ROLE_USED = "A role that the session uses; may be repeated", "会话使用的角色；可重复";
    BASELINE_CREATE = "Write rolecall.baseline.json with every finding that is not an error",
        "写出 `rolecall.baseline.json`，包含所有不是错误的问题";
    FORCE = "Write it anew if it is there already", "已存在时重新写出";
    BASELINE_PRUNE = "Take out what no longer occurs; adds nothing", "去掉已不再出现的；不添加任何内容";
    PACKAGE = "The package: a folder with `*.roles` files", "策略包：含 `*.roles` 文件的文件夹";
    PACKAGES = "Packages: folders with `*.roles` files", "一个或多个策略包：含 `*.roles` 文件的文件夹";
    NOW_FOR_FINDINGS = "\"Now\", for findings about dates; the clock without it", "检查日期类问题时的“现在”；不写则取系统时钟";
    NOW_FOR_REQUESTS = "\"Now\", for requests without `context.time`; the clock without it",
        "没有 `context.time` 的请求所用的“现在”；不写则取系统时钟";
    TABLE_FILE = "The file to write; `-` is stdout", "要写出的文件；`-` 表示标准输出";
    TABLE_FORM = "What to write; by default what the ending of FILE says, else the table",
        "写成什么；不写则由 `FILE` 的扩展名决定，否则写决策表";
    TABLE_ITSELF = "The table that the evaluator opens", "供求值器打开的决策表";
    ROWS_JSON = "Its rows as JSON", "决策表各行，`JSON`";
    ROWS_YAML = "Its rows as YAML", "决策表各行，`YAML`";
    ROWS_CSV = "Its rows as CSV", "决策表各行，`CSV`";
    WATCH_CHECK = "Check again whenever a file changes, on a terminal", "在终端上，文件一有改动就重新检查";
    WATCH_LINT = "Look again whenever a file changes, on a terminal", "在终端上，文件一有改动就重新查找";
    SHELL = "The shell", "命令行的种类";
    CONFIG_SHOW = "Every value that holds, and where it comes from", "每个生效的值及其来源";
    HOW_IT_IS_WRITTEN = "How it is written", "输出的形式";
    CONFIG_SCHEMA = "The JSON schema of rolecall.toml, for editors", "`rolecall.toml` 的 `JSON` 模式，供编辑器使用";
    TABLE_OR_PACKAGE = "A table, or a package", "决策表或策略包";
    RECORDS = "Records as a service holds them: a JSON object a line with type, id and properties",
        "服务中保存的记录：每行一个 `JSON` 对象，含 `type`、`id` 和 `properties`";
    STEPS = "Add to each answer the steps that every rule took", "在每个答案中加上每条规则走过的步骤";
    WITNESS = "Answer as proofs see it, to replay the witness of a broken guarantee: suspensions are left out, a subject of type `role` holds just that role, `resource.held` is what the service holds. Needs the package",
        "按证明的看法回答，用来重放不成立的保证的见证：不计暂停，类型为 `role` 的主体只有该角色，`resource.held` 是服务中保存的值。需要策略包";
    CODE = "Id or name of a code, such as E0201 or unknown-role; all are listed without one",
        "代码的编号或名称，例如 `E0201` 或 `unknown-role`；不写则列出全部";
    FMT_PATHS = "Packages or single `*.roles` files; `-` formats stdin to stdout",
        "策略包或单个 `*.roles` 文件；`-` 表示从标准输入读、写到标准输出";
    FMT_CHECK = "Change nothing, list the files that would change", "不作改动，列出会改动的文件";
    FMT_DIFF = "Change nothing, show what would change", "不作改动，显示会改动的内容";
    INIT_FOLDER = "The folder to write it to; made if it is not there", "写到哪个文件夹；不存在则新建";
    LINT_LIST = "List the rules, as a table or with `--format json` as one document",
        "列出所有规则，以表格显示；加 `--format json` 则输出一个文档";
    LINT_WAIVERS = "List the waivers, with what each covers and how long", "列出所有豁免，以及各自的范围和期限";
    LINT_FIX = "Mend what can be mended while every request is answered as before, then look again",
        "修复能修复的问题，所有请求的答案保持不变，然后重新查找";
    LINT_UNSAFE_FIX = "Mend also what takes rights away, and errors whose meaning is guessed",
        "也修复会收回权限的问题，以及靠推测才能修复的错误";
    LINT_DIFF = "Write nothing, show what would change", "不写文件，显示会改动的内容";
    POLICY = "The policy: a package or a table", "策略：策略包或决策表";
    INSTANT = "The instant asked about; now without it", "所问的时刻；不写则为现在";
    ANSWER_FORM = "How the answer is written", "答案的形式";
    SENTENCE_FORM = "How sentences are written", "句子的形式";
    FINDING_FORM = "How findings are written", "问题的输出形式";
    OUTPUT = "Write them to a file as well, such as sarif=out.sarif; may be repeated",
        "同时写到文件，例如 `sarif=out.sarif`；可重复";
    LEVEL = "Level of a rule or group: off, info, warning or error; may be repeated",
        "某条规则或某组规则的级别：`off`、`info`、`warning` 或 `error`；可重复";
    ONLY = "Look for this rule or group alone; may be repeated", "只查找这条或这组规则；可重复";
    FAIL_LEVEL = "From which severity on a finding makes the exit status 1; warning, unless rolecall.toml says otherwise",
        "从哪个级别起让退出状态为 1；默认 `warning`，除非 `rolecall.toml` 另有规定";
    NO_BASELINE = "Report what rolecall.baseline.json holds as well", "`rolecall.baseline.json` 中已有的也报告";
    CAN = "The word `can`", "固定写 `can`";
    WHOM = "A person's id, or `role` and the name of a role", "人员编号，或 `role` 加角色名";
    PERSON = "A person's id", "人员编号";
    ACTION = "The action", "动作";
    OBJECT = "The object, or a field of it as Customer.phone", "对象，或对象的字段，例如 `Customer.phone`";
    UNTIL = "The end of the time looked at; a year after its start without it", "查看时间段的终点；不写则为起点后一年";
    CAN_OR_CANNOT = "`can` or `cannot`, whichever you believe", "写 `can` 或 `cannot`，按您的看法";
    TIMELINE = "What starts, ends, pauses or resumes when, and who gains or loses by it",
        "什么在何时开始、结束、暂停或恢复，谁因此得到或失去权限";
    TIMELINE_FROM = "The first instant; now without it", "起始时刻；不写则为现在";
    TIMELINE_TO = "The end: a date with the whole of it, or an instant; 90 days after the first without it",
        "终点：某一天（含当天）或某一时刻；不写则为起始后 90 天";
    TIMELINE_PERSON = "Only what names a person or changes what they may do", "只看涉及某人或改变其权限的";
    TIMELINE_ROLE = "Only what names a role or one it inherits, or changes what its holders may do",
        "只看涉及某角色或它所继承的角色、或改变其担任者权限的";
    TIMELINE_OBJECT = "Only what names an object or changes what may be done with it", "只看涉及某对象或改变对它的权限的";
    A_TABLE = "A table", "表格";
    CALENDAR = "A calendar, RFC 5545", "日历文件（`RFC 5545`）";
    A_DRAWING = "A drawing", "图";
    GRAPH = "Roles, units, rights that obtain rights, or who may do what, as a drawing",
        "把角色、部门、可换取权限的权限，或谁能做什么画成图";
    THE_PACKAGE = "The package", "策略包";
    DRAWN = "What is drawn", "画什么";
    DRAWN_ROLES = "Roles and what they inherit", "角色及其继承关系";
    DRAWN_UNITS = "The units", "部门";
    DRAWN_ESCALATION = "Rights that obtain rights, up to every right", "可换取权限的权限，直到全部权限";
    DRAWN_MATRIX = "What each role may do with each object", "每个角色能对每个对象做什么";
    TEXT_FOR_A_TERMINAL = "Text for a terminal", "供终端显示的文本";
    LAID_OUT = "A drawing, laid out", "排好版的图";
    FOR_GRAPHVIZ = "For Graphviz", "供 `Graphviz` 使用";
    FOR_MARKDOWN = "For Markdown", "供 `Markdown` 使用";
    SERVE = "Answer requests over HTTP: OpenID AuthZEN, Envoy, OPA's data API",
        "通过 `HTTP` 回答请求：`OpenID AuthZEN`、`Envoy`、`OPA` 的数据接口";
    SERVE_TABLE = "The decision table: a file, or an address that begins with https://",
        "决策表：文件，或以 `https://` 开头的地址";
    SERVE_LISTEN = "Where to listen; port 0 is any that is free",
        "监听的地址；端口 0 表示任意空闲端口";
    SERVE_RECORDS = "Records and people as the service holds them: a JSON object a line with type, id and properties",
        "服务中保存的记录和人员：每行一个 `JSON` 对象，含 `type`、`id` 和 `properties`";
    SERVE_TOKENS = "Tokens, one a line; whoever asks must bring one. ROLECALL_TOKEN may hold one too",
        "令牌，每行一个；请求者必须出示其一。`ROLECALL_TOKEN` 中也可写一个";
    SERVE_CERTIFICATE = "Certificate in PEM, with those above it",
        "`PEM` 格式的证书，连同其上级证书";
    SERVE_KEY = "Private key in PEM",
        "`PEM` 格式的私钥";
    SERVE_AUTHORITIES = "Authorities in PEM for the server that has the table, instead of the system's",
        "验证决策表所在服务器用的 `PEM` 根证书，代替系统自带的";
    SERVE_POLL = "How often to look for another table; 0 is only on SIGHUP",
        "多久检查一次新的决策表；0 表示只在收到 `SIGHUP` 时检查";
    SERVE_WAIT = "Start although there is no table yet, and answer 503 until there is one",
        "尚无决策表也启动，在有之前一律回答 503";
    SERVE_ADDRESS = "The address by which callers know the service, for its metadata",
        "调用方所用的服务地址，写入元数据";
    SERVE_THREADS = "Threads that answer; as many as there are cores without",
        "回答请求的线程数；不写则与核心数相同";
    SERVE_TRUST_TIME = "Believe `context.time` of requests, instead of the clock",
        "采信请求中的 `context.time`，而不用系统时钟";
    SERVE_LOG = "Write each decision as a line of JSON; `-` is the standard output",
        "把每个判定写成一行 `JSON`；`-` 表示标准输出";
    SERVE_LOG_FAILURE = "What becomes of a decision that cannot be logged",
        "判定无法写入日志时怎么办";
    SERVE_LOG_DENY = "It is no",
        "一律回答否";
    SERVE_LOG_DROP = "It is given, and the loss is counted",
        "照常回答，并记录丢失的条数";
    SERVE_ROUTES = "Which path means which action, for Envoy's ext_authz",
        "哪个路径对应哪个动作，供 `Envoy` 的 `ext_authz` 使用";
    SERVE_BODY = "Bytes of a body",
        "请求正文的字节数上限";
    SERVE_EVALUATIONS = "Evaluations in one request",
        "一次请求中的判定数上限";
    SERVE_RESULTS = "Results on one page of a search",
        "搜索结果每页的条数";
    SERVE_CONNECTIONS = "Open connections",
        "打开的连接数上限";
    SERVE_CONCURRENCY = "Requests answered at once",
        "同时回答的请求数上限";
    SERVE_HEADER_TIMEOUT = "From an open connection, or the last answer on it, to the end of a header",
        "从连接打开或上一个回答起，到请求头结束的时限";
    SERVE_BODY_TIMEOUT = "From the end of the header to the end of the body",
        "从请求头结束到正文结束的时限";
    SERVE_WRITE_TIMEOUT = "How long a caller may take no bytes of an answer",
        "调用方不接收回答的最长时间";
    SERVE_GRACE = "From the word to stop to the end of the last connection",
        "从要求停止到最后一个连接结束的时限";
    DIFF = "What a change does to access: two revisions or folders compared",
        "一次改动对权限的影响：比较两个版本或两个文件夹";
    DIFF_BASE = "What it was: a git revision (`main`, `HEAD~3`, `a1b2c3:policies/x`) or a folder",
        "改动之前：`git` 版本（`main`、`HEAD~3`、`a1b2c3:policies/x`）或文件夹";
    DIFF_HEAD = "What it is: the same; what lies in the folder now without it",
        "改动之后：同上；不写则为文件夹中现在的内容";
    DIFF_IN = "The package, where a revision names none",
        "策略包，用于没有写明文件夹的版本";
    DIFF_FORM = "How the review is written",
        "审查结果的形式";
    DIFF_HUMAN = "Sentences, on stdout",
        "句子，写到标准输出";
    DIFF_COMMENT = "The comment of a pull request",
        "合并请求的评论";
    NOW_FOR_DATES = "\"Now\", for findings about dates",
        "检查日期类问题时的“现在”";
    DIFF_EXIT_CODE = "Exit with 1 if access changed at all",
        "权限有任何变化则退出状态为 1";
    DIFF_WIDENING = "Exit with 1 if somebody is allowed more",
        "有人获得更多权限则退出状态为 1";
    DIFF_NONE = "Exit with 1 if access changed at all: for what is meant to change none",
        "权限有任何变化则退出状态为 1：用于本不应改变权限的改动";
    DIFF_FAIL_ON = "Exit with 1 if a dangerous right is gained, or there is a new error",
        "有人获得高危权限或出现新的错误则退出状态为 1";
    DIFF_NEW_HIGH = "A gain of a right that administers, exports, deletes, transfers, shares or shows labelled fields; a new error",
        "获得管理、导出、删除、转移、共享或可看到带标签字段的权限；新的错误";
    PRINT_HELP = "Print help", "显示帮助";
    PRINT_VERSION = "Print version", "显示版本";
    USAGE = "Usage:", "用法：";
    VERBS = "Commands", "命令";
    ARGUMENTS = "Arguments", "参数";
    OPTIONS = "Options", "选项";
    DEFAULT = "[default: {value}]", "［默认：{value}］";
    VALUES = "Possible values: {values}", "可选值：{values}";
    VALUE = "- {name}: {help}", "- {name}：{help}";
    UNKNOWN_ARGUMENT = "there is no argument {argument}", "没有参数 {argument}";
    UNKNOWN_VERB = "there is no command {verb}", "没有命令 {verb}";
    MISSING_ARGUMENT = "missing: {arguments}", "缺少：{arguments}";
    BAD_VALUE = "{value} is no value of {argument}", "{value} 不是 {argument} 的有效值";
    MISSING_VALUE = "{argument} takes a value", "{argument} 需要一个值";
    CONFLICT = "{argument} does not go with {other}", "{argument} 不能与 {other} 一起使用";
    TWICE = "{argument} is given twice", "{argument} 写了两次";
    UNEXPECTED_VALUE = "{argument} takes no value, but has {value}", "{argument} 不带值，却写了 {value}";
    NOT_UTF8 = "an argument is not UTF-8", "有一个参数不是有效的 `UTF-8` 文本";
    DID_YOU_MEAN = "did you mean {name}?", "您是否想写 {name}？";
    ONE_OF = "write one of {values}", "请写其中之一：{values}";
    MORE = "`{command} --help` tells more", "`{command} --help` 有更多说明";
}
