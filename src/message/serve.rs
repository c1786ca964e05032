//! Texts of the `serve` family: what the service tells its administrator.

use super::Text;

texts! {
    /// At the beginning. Programs look for the address.
    LISTENING = "answering at {url}", "正在 {url} 提供服务";
    /// A table was loaded.
    ANSWERS_FROM = "answers come from {table}, decisions {decisions}, version {version}", "决策来自 {table}，决策哈希 {decisions}，版本 {version}";
    /// Without a table.
    WAITING = "there is no table yet, so every question is answered with status 503: {reason}", "还没有决策表，所有查询都返回状态码 503：{reason}";
    /// A new table was refused.
    STAYS = "the table that answers stays as it is: {reason}", "仍使用原来的决策表：{reason}";
    /// Another file was refused.
    NOT_READ_AGAIN = "what was read before stays as it is: {reason}", "仍使用之前读取的内容：{reason}";
    /// Warning.
    NO_TOKEN = "warning: whoever reaches {address} may ask, as no token is required; `--tokens FILE` names some", "警告：凡能访问 {address} 者都可以查询，因为没有要求令牌；可用 `--tokens FILE` 指定";
    /// Warning.
    TIME_BELIEVED = "warning: the time that a request names is believed; whoever may ask can ask as of any time", "警告：将采用请求中给出的时间；有权查询者可以按任意时间查询";
    /// At the end.
    STOPPING = "told to stop: no new connections, those that are open are answered to the end", "收到停止指令：不再接受新连接，已打开的连接会答复完毕";
    /// At the end.
    CUT_OFF = "some connections did not end in time and were cut off", "部分连接未能及时结束，已被切断";
    /// At the beginning.
    CANNOT_START = "cannot start: {reason}", "无法启动：{reason}";
    /// At the beginning.
    CANNOT_LISTEN = "cannot listen at {address}: {reason}", "无法在 {address} 监听：{reason}";
    /// A file of the settings.
    CANNOT_READ = "cannot read `{path}`: {reason}", "无法读取 `{path}`：{reason}";
    /// `TABLE`
    BAD_ADDRESS = "`{address}` is no address that a table is read from; write a path, or an address that begins with `https://`", "不能从 `{address}` 读取决策表；请写文件路径，或以 `https://` 开头的地址";
    /// `TABLE`
    IS_FOLDER = "`{path}` is a folder; `rolecall build {path} -o FILE.rct` makes a table of it", "`{path}` 是文件夹；请先用 `rolecall build {path} -o FILE.rct` 生成决策表";
    /// `TABLE`
    CANNOT_FETCH = "cannot fetch the table from {address}: {reason}", "无法从 {address} 获取决策表：{reason}";
    /// Why.
    FETCH_STATUS = "the server answered with status {status}", "服务器返回状态码 {status}";
    /// Why.
    FETCH_SLOW = "the server did not answer within {n} {n|second|seconds}", "服务器在 {n} 秒内没有答复";
    /// Why.
    STOPPED = "the work was broken off", "工作被中断";
    /// `--tokens`
    TOKEN_SHORT = "a token must have at least {n} visible ASCII characters", "令牌至少要有 {n} 个可见的 `ASCII` 字符";
    /// `--tokens`
    NO_TOKENS = "`{path}` has no token in it", "`{path}` 中没有令牌";
    /// `--tls-cert`
    NO_CERTIFICATE = "`{path}` has no certificate in it; it must be a PEM file", "`{path}` 中没有证书；应为 `PEM` 格式";
    /// `--tls-key`
    NO_KEY = "`{path}` has no private key in it; it must be a PEM file", "`{path}` 中没有私钥；应为 `PEM` 格式";
    /// `--tls-cert`
    BAD_CERTIFICATE = "the certificate cannot be used: {reason}", "无法使用证书：`{reason}`";
    /// `--envoy`
    BAD_ROUTES = "`{path}` does not say which path means which action: {reason}", "`{path}` 没有说明哪个路径对应哪个动作：`{reason}`";
    /// `--decision-log`
    CANNOT_LOG = "cannot write the decision log `{path}`: {reason}", "无法写入决策日志 `{path}`：{reason}";
    /// While it runs.
    LOG_FAILS = "decisions cannot be logged: {reason}", "无法记录决策日志：{reason}";
    /// While it runs.
    LOG_WORKS = "decisions are logged again", "决策日志已恢复记录";
    /// `--public-url`
    BAD_PUBLIC_URL = "`{text}` is no address that begins with `https://` and has no `?` or `#`", "`{text}` 不是以 `https://` 开头且不含 `?` 或 `#` 的地址";
    /// The environment.
    TOKEN_NOT_TEXT = "the environment variable `{name}` is no text", "环境变量 `{name}` 不是文本";
}
