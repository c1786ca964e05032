//! Texts of the `project` family: reading packages from disk and writing results to it.

use super::Text;

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $en:literal, $zh:literal;)*) => {
        $($(#[$doc])* pub static $name: Text = Text::new($en, $zh);)*

        /// Every entry of this family.
        pub const ALL: &[&Text] = &[$(&$name),*];
    };
}

texts! {
    /// The folder given does not exist.
    NO_SUCH_FOLDER = "there is no folder `{path}`", "没有文件夹 `{path}`";
    /// The path given is a file.
    NOT_A_FOLDER = "`{path}` is not a folder", "`{path}` 不是文件夹";
    /// Help for it.
    GIVE_THE_FOLDER = "a package is a folder with all its `*.roles` files; give `{path}`",
        "一个包就是一个文件夹，包含其中所有 `*.roles` 文件；请改用 `{path}`";
    /// No `*.roles` in the folder.
    NO_POLICY_FILES = "no `*.roles` file in `{path}`", "`{path}` 中没有 `*.roles` 文件";
    /// Help: packages below it.
    PACKAGES_BELOW = "these folders below it hold policies: {paths}", "其下含有策略的文件夹：{paths}";
    /// Help: start one.
    START_A_PACKAGE = "`rolecall init {path}` writes a first package", "`rolecall init {path}` 可以生成一个初始包";
    /// A file or folder cannot be read.
    CANNOT_READ = "cannot read `{path}`: {reason}", "无法读取 `{path}`：{reason}";
    /// A file that a policy names cannot be read.
    NAMED_HERE = "named here", "在此处引用";
    /// No such file.
    REASON_NOT_FOUND = "it does not exist", "文件不存在";
    /// No permission.
    REASON_PERMISSION = "no permission", "没有权限";
    /// A loop of links.
    REASON_LOOP = "its symbolic links lead in a circle", "符号链接形成了循环";
    /// A full disk.
    REASON_FULL = "the disk is full", "磁盘已满";
    /// A disk that only reads.
    REASON_READ_ONLY = "the disk is read-only", "磁盘是只读的";
    /// A folder in the place of a file.
    REASON_FOLDER = "it is a folder", "它是文件夹";
    /// What is in the way.
    REASON_EXISTS = "there is a file of that name", "已有同名的文件";
    /// What is in the way.
    REASON_NO_FOLDER = "a part of the path is a file", "路径中有一部分是文件而不是文件夹";
    /// The system's own words.
    REASON_SYSTEM = "{error}", "{error}";
    /// A pipe, socket or device.
    NOT_REGULAR = "`{path}` is no ordinary file", "`{path}` 不是普通文件";
    /// Label.
    NOT_REGULAR_LABEL = "a folder, pipe, socket or device is not read", "不读取文件夹、管道、套接字或设备";
    /// Too many bytes in a file.
    FILE_TOO_LARGE = "`{path}` has {size} bytes; at most {limit} are read", "`{path}` 有 {size} 字节；最多读取 {limit} 字节";
    /// Too many bytes in all.
    PACKAGE_TOO_LARGE = "the files of this package have more than {limit} bytes together",
        "该包的所有文件合计超过 {limit} 字节";
    /// Too many files.
    TOO_MANY_FILES = "this package has more than {limit} files", "该包的文件超过 {limit} 个";
    /// Label.
    NOT_READ = "not read", "未读取";
    /// Not UTF-8.
    NOT_UTF8 = "`{path}` is not UTF-8: byte {byte} of the file (line {line}) starts no character",
        "`{path}` 不是 `UTF-8` 编码：文件第 {byte} 字节（第 {line} 行）不是有效字符";
    /// UTF-16.
    IS_UTF16 = "`{path}` is saved as UTF-16", "`{path}` 保存为 `UTF-16` 编码";
    /// GBK.
    IS_GBK = "`{path}` is saved as GBK: byte {byte} of the file (line {line}) starts no UTF-8 character",
        "`{path}` 保存为 `GBK` 编码：文件第 {byte} 字节（第 {line} 行）不是有效的 `UTF-8` 字符";
    /// Label.
    NOT_UTF8_LABEL = "not UTF-8 from here on", "从此处起不是 `UTF-8`";
    /// Help.
    SAVE_AS_UTF8 = "save the file as UTF-8", "请将文件另存为 `UTF-8` 编码";
    /// `.ROLES`
    FILE_NAME_CASE = "`{path}` is not read: the name must end in `.roles`, in lower case",
        "`{path}` 未被读取：文件名必须以小写的 `.roles` 结尾";
    /// Label.
    FILE_NAME_CASE_LABEL = "looks like a policy file", "看起来是策略文件";
    /// Help.
    RENAME_FILE = "rename it", "请重命名该文件";
    /// A path that is not relative, or not portable.
    BAD_PATH = "`{path}` is no relative path with `/` between its parts", "`{path}` 不是以 `/` 分隔的相对路径";
    /// Label.
    BAD_PATH_LABEL = "must be relative to the folder of this file", "必须相对于本文件所在的文件夹";
    /// Leads out.
    OUTSIDE_WORKSPACE = "`{path}` lies outside the workspace", "`{path}` 位于工作区之外";
    /// Leads out over a link.
    OUTSIDE_BY_LINK = "`{path}` leads outside the workspace over a symbolic link", "`{path}` 通过符号链接指向工作区之外";
    /// Label.
    OUTSIDE_LABEL = "may not be read", "不允许读取";
    /// Help: what the workspace is.
    WORKSPACE_IS = "the workspace, seen from the package, is `{root}`: the folder of `rolecall.toml` or else the top of the git repository; an empty `rolecall.toml` in a folder that holds both widens it",
        "从包看来，工作区是 `{root}`，即 `rolecall.toml` 所在的文件夹，否则为 `git` 仓库的顶层；在同时包含二者的文件夹中放一个空的 `rolecall.toml` 即可扩大工作区";
    /// `use` of nothing.
    NO_SUCH_PACKAGE = "there is no folder `{path}` to use", "没有可引用的文件夹 `{path}`";
    /// `use` of a folder without policy.
    EMPTY_PACKAGE = "the folder `{path}` holds no `*.roles` file", "文件夹 `{path}` 中没有 `*.roles` 文件";
    /// Label.
    USED_HERE = "used here", "在此处引用";
    /// A cycle.
    CYCLIC_USE = "packages use each other in a circle: {cycle}", "包之间形成循环引用：{cycle}";
    /// Label.
    CYCLE_LABEL = "uses `{package}`", "引用 `{package}`";
    /// Help.
    BREAK_CYCLE = "move what both need into a package of its own", "请将双方都需要的内容移到一个单独的包中";
    /// Writing failed.
    CANNOT_WRITE = "cannot write `{path}`: {reason}", "无法写入 `{path}`：{reason}";
    /// An output in the place of an input.
    WOULD_OVERWRITE = "cannot write `{path}`: it is a file of the policy; name another one", "无法写入 `{path}`：它是策略自身的文件；请改用其他文件名";
    /// Its folder is missing.
    NO_OUTPUT_FOLDER = "cannot write `{path}`: there is no folder `{folder}`", "无法写入 `{path}`：没有文件夹 `{folder}`";
    /// No repository, or no git.
    NO_REPOSITORY = "`{path}` is in no git repository that can be asked: {reason}", "`{path}` 不在可查询的 `git` 仓库中：{reason}";
    /// Help.
    GIVE_FOLDERS = "give two folders instead: `rolecall diff OLD NEW`", "请改为给出两个文件夹：`rolecall diff 旧 新`";
    /// No such commit.
    NO_REVISION = "there is no revision `{revision}`", "没有版本 `{revision}`";
    /// Help.
    SHALLOW = "this is a shallow clone: fetch the whole history first (`git fetch --unshallow`; in GitHub Actions `fetch-depth: 0`)",
        "这是浅克隆：请先取回完整历史（`git fetch --unshallow`；在 `GitHub Actions` 中用 `fetch-depth: 0`）";
    /// Help.
    FETCH_FIRST = "fetch it first, or check its name with `git log`", "请先取回该版本，或用 `git log` 核对名称";
    /// A path with too many `..`.
    LEADS_OUT = "`{path}` leads out of the repository", "`{path}` 超出了仓库范围";
    /// Nothing there.
    NOT_THERE_THEN = "there is no package `{path}` at `{revision}`", "`{revision}` 中没有策略包 `{path}`";
    /// Help.
    MOVED = "if it lay elsewhere then, say where: `{revision}:FOLDER`", "如果当时位于别处，请写明：`{revision}:文件夹`";
    /// The path lies in another repository.
    IN_SUBMODULE = "`{path}` at `{revision}` lies in a submodule, whose files this repository does not hold",
        "`{revision}` 中的 `{path}` 位于子模块内，本仓库没有其文件";
    /// No scratch folder.
    NO_SCRATCH = "no scratch folder can be written: {reason}", "无法写入临时文件夹：{reason}";
    /// git said no.
    GIT_FAILED = "git failed: {reason}", "`git` 出错：{reason}";
}
