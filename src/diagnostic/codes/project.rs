//! Codes of the `project` layer: what is wrong with files and folders before a word of them is understood.
//!
//! A text cannot show any of these, so none has an example; each `why` says so.

use crate::diagnostic::Code;
use crate::message::Text;

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $id:literal, $word:literal, $summary:expr, $why:expr) => {
        $(#[$doc])*
        pub static $name: Code = Code { id: $id, name: $word, summary: $summary, why: $why, ..Code::ERROR };
    };
}

code!(
    /// The path given is not a folder.
    NO_SUCH_FOLDER, "E0050", "no-such-folder",
    Text::new("the path given is not a folder", "给出的路径不是文件夹"),
    Text::new(
        "A package is a folder: all its `*.roles` files together, in any order. A single file would be checked without \
         the roles and people that its neighbors declare, so it is not accepted. A text cannot show this, so there is no \
         example.",
        "一个包就是一个文件夹：其中所有 `*.roles` 文件合在一起，顺序不限。单个文件缺少同一文件夹中其他文件声明的角色和人员，因此不接受。文本无法展示此问题，所以没有示例。",
    )
);
code!(
    /// The folder holds no policy.
    NO_POLICY_FILES, "E0051", "no-policy-files",
    Text::new("the folder holds no `*.roles` file", "文件夹中没有 `*.roles` 文件"),
    Text::new(
        "Files in folders below it are packages of their own and are not read along with it. Files whose name starts with a \
         dot are skipped: editors leave such files behind. A text cannot show this, so there is no example.",
        "下级文件夹中的文件属于各自的包，不会一并读取。以点开头的文件会被跳过：它们通常是编辑器留下的。文本无法展示此问题，所以没有示例。",
    )
);
code!(
    /// A file cannot be read.
    UNREADABLE_FILE, "E0052", "unreadable-file",
    Text::new("a file cannot be read", "无法读取文件"),
    Text::new(
        "A policy is understood as a whole. A file left out could hold a deny or a suspension, so nothing is built while one \
         of them cannot be read. A text cannot show this, so there is no example.",
        "策略必须作为整体来理解。缺少的文件里可能有拒绝或暂停，因此只要有一个文件无法读取，就不会生成任何结果。文本无法展示此问题，所以没有示例。",
    )
);
code!(
    /// A pipe, a device, a folder.
    NOT_A_FILE, "E0053", "not-an-ordinary-file",
    Text::new("a folder, pipe, socket or device stands in a file's place", "文件的位置上是文件夹、管道、套接字或设备"),
    Text::new(
        "Reading a pipe or a device may never end, and gives another text each time. Only ordinary files are read. A text \
         cannot show this, so there is no example.",
        "读取管道或设备可能永远不会结束，而且每次内容都不同。只读取普通文件。文本无法展示此问题，所以没有示例。",
    )
);
code!(
    /// Too many bytes.
    TOO_LARGE, "E0054", "too-large",
    Text::new("a file or a package passes the size limit", "文件或包超过大小限制"),
    Text::new(
        "A policy file may have 64 MiB, a package 512 MiB and 10,000 files, `rolecall.toml` 1 MiB. Larger ones are refused before they are read, so \
         that a wrong file in the folder cannot fill the memory. A text cannot show this, so there is no example.",
        "单个策略文件最多 64 兆字节，一个包最多 512 兆字节、10000 个文件，`rolecall.toml` 最多 1 兆字节。更大的文件在读取之前就会被拒绝，以免误放的文件占满内存。文本无法展示此问题，所以没有示例。",
    )
);
code!(
    /// Not UTF-8.
    NOT_UTF8, "E0055", "not-utf8",
    Text::new("a policy file is not UTF-8", "策略文件不是 `UTF-8` 编码"),
    Text::new(
        "The same bytes mean other names in another encoding, and a name that reads otherwise on another machine is another \
         person. Policy files are UTF-8 and nothing else; most editors have the encoding under `Save as`. A text cannot show \
         this, so there is no example.",
        "同样的字节在不同编码下是不同的名字，而在另一台机器上读法不同的名字就是另一个人。策略文件只能是 `UTF-8` 编码；多数编辑器可在“另存为”中选择编码。文本无法展示此问题，所以没有示例。",
    )
);
code!(
    /// `.ROLES`
    FILE_NAME_CASE, "E0056", "file-name-case",
    Text::new("a file that looks like policy has another ending", "看起来是策略的文件使用了不同的扩展名"),
    Text::new(
        "Only names that end in `.roles`, in lower case, are read. Some systems do not tell `.Roles` from `.roles` and others do, \
         and a deny that is read on one machine only is worse than none. A text cannot show this, so there is no example.",
        "只读取以小写 `.roles` 结尾的文件。有的系统不区分 `.Roles` 和 `.roles`，有的区分；只在某台机器上被读取的拒绝规则比没有更糟。文本无法展示此问题，所以没有示例。",
    )
);
code!(
    /// Absolute, or with backslashes.
    BAD_PATH, "E0057", "bad-path",
    Text::new("a path is not relative or not portable", "路径不是相对路径或不可移植"),
    Text::new(
        "Paths in a policy are relative to the folder of the file that writes them, with `/` between their parts, so that the \
         same text means the same on every machine. A text alone has no folder, so there is no example.",
        "策略中的路径相对于书写它的文件所在的文件夹，各部分以 `/` 分隔，这样同一文本在每台机器上含义相同。单独的文本没有文件夹，所以没有示例。",
    )
);
code!(
    /// Out of the workspace.
    OUTSIDE_WORKSPACE, "E0058", "outside-workspace",
    Text::new("a path leads outside the workspace", "路径指向工作区之外"),
    Text::new(
        "The workspace is the folder of `rolecall.toml`, looked for upwards from the package, or else the top of the git \
         repository. What lies outside was not reviewed with the policy and may be anybody's file; symbolic links are \
         followed before the comparison. A text alone has no folder, so there is no example.",
        "工作区是从包向上找到的 `rolecall.toml` 所在的文件夹，否则为 `git` 仓库的顶层。工作区之外的内容没有随策略一起评审，可能是任何人的文件；比较之前会先解析符号链接。单独的文本没有文件夹，所以没有示例。",
    )
);
code!(
    /// `use` of nothing.
    NO_SUCH_PACKAGE, "E0059", "no-such-package",
    Text::new("a `use` names no package", "`use` 引用的包不存在"),
    Text::new(
        "`use` names the folder of another package, relative to the folder of the file that writes it. The folder must exist and hold \
         at least one `*.roles` file. A text alone has no folder, so there is no example.",
        "`use` 给出另一个包的文件夹，相对于书写它的文件所在的文件夹。该文件夹必须存在，并至少含有一个 `*.roles` 文件。单独的文本没有文件夹，所以没有示例。",
    )
);
code!(
    /// A circle of packages.
    CYCLIC_USE, "E0060", "cyclic-use",
    Text::new("packages use each other in a circle", "包之间形成循环引用"),
    Text::new(
        "Everything that a package uses applies to it: with a circle nobody can say which of the two is the base that the other \
         one builds on. Move what both need into a package of its own. A text alone has no folder, so there is no example.",
        "被引用的包中的一切都适用于引用它的包：如果形成循环，就无法说清谁以谁为基础。请将双方都需要的内容移到一个单独的包中。单独的文本没有文件夹，所以没有示例。",
    )
);

/// Every code of this layer, by id.
pub const ALL: &[&Code] = &[
    &NO_SUCH_FOLDER,
    &NO_POLICY_FILES,
    &UNREADABLE_FILE,
    &NOT_A_FILE,
    &TOO_LARGE,
    &NOT_UTF8,
    &FILE_NAME_CASE,
    &BAD_PATH,
    &OUTSIDE_WORKSPACE,
    &NO_SUCH_PACKAGE,
    &CYCLIC_USE,
];
