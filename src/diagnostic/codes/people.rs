//! Codes of the `resolve` stage: users, people files, assignments.
//!
//! A package text is one file, so that codes about rows of a people file have no example here; the cases under
//! `tests/cases/resolve` show them.

use crate::diagnostic::Code;

codes! {
    /// A user whom nobody declares.
    UNKNOWN_USER "E0401" "unknown-user"
    "no user has this id", "没有这个编号的用户";
    "People are known by a `user` statement or a row of a people file, and named by id or other id. Any other mention is a \
     slip: a suspension of nobody is an open door.",
    "人员由 `user` 语句或人员文件中的行声明，用编号或其他编号来指称。其他写法都是笔误：针对不存在的人的暂停等于没锁门。";
    bad: object!("role Clerk { }\nuser li.na\nassign Clerk to li.an\n");
    good: object!("role Clerk { }\nuser li.na\nassign Clerk to li.na\n");

    /// A file that is not there.
    NO_FILE "E0402" "no-such-file"
    "the package has no such people or field file", "此包中没有这个人员或字段文件";
    "Files are named relative to the folder of the package, and lie in it.",
    "文件路径相对于此包的文件夹，并且位于其中。";
    bad: header!("people from \"people.csv\" { id 工号 }\n");
    good: header!("user li.na\n");

    /// Another encoding.
    ENCODING "E0403" "people-file-encoding"
    "a people or field file is not UTF-8", "人员或字段文件不是 `UTF-8`";
    "A file in another encoding would be read as other names, and nothing is guessed where names get rights. In a \
     spreadsheet, save as `CSV UTF-8`. A text cannot show this, so there is no example.",
    "按错误编码读取会读成别的名字，而涉及授权的名字不能靠猜。在电子表格中请另存为 `CSV UTF-8`。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Not a table.
    BAD_FILE "E0404" "bad-people-file"
    "a people or field file is not a table", "人员或字段文件不是表格";
    "The first line names the columns, each once, separated by commas, and every quote is closed. A text cannot show this, \
     so there is no example.",
    "第一行是列名，各不相同，由逗号分隔，引号都要关闭。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// A row that cannot be read.
    BAD_ROW "E0405" "bad-row"
    "a row of a file does not fit its header, or holds an invisible character", "文件中的行与标题行不符，或含有不可见字符";
    "A missing comma shifts every later cell, and gives people what belongs to others. An invisible character makes two \
     ids look like one. A text cannot show this, so there is no example.",
    "少一个逗号会使后面的格子全部错位，把别人的内容给了另一个人。不可见字符会使两个编号看起来相同。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Too large.
    TOO_LARGE "E0406" "people-file-too-large"
    "a people or field file is too large", "人员或字段文件过大";
    "A file may have 64 megabytes, a million rows and a thousand columns. A text cannot show this, so there is no example.",
    "文件至多 64 兆字节、一百万行、一千列。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// No such column.
    NO_COLUMN "E0407" "no-such-column"
    "the file has no such column", "文件没有这一列";
    "Lines of `people from` and `fields from` name columns of the file as its header writes them. A text cannot show this, \
     so there is no example.",
    "`people from` 和 `fields from` 中的列名要与文件标题行一致。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// No `id` line.
    NO_ID_LINE "E0408" "no-id-column"
    "a people file says no column for the id", "人员文件没有指定编号列";
    "Rows are people, and people are told apart by their ids. A text cannot show this, so there is no example.",
    "每一行是一个人，人由编号区分。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// An id that cannot be one.
    BAD_ID "E0409" "bad-id"
    "a row has no id, or one that cannot be an id", "行没有编号，或编号不可用";
    "An id is a text on one line, and not a word like `everyone`. A text cannot show this, so there is no example.",
    "编号是单行文本，不能是 `everyone` 这样的词。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// A cell that means nothing.
    BAD_CELL "E0410" "bad-cell"
    "a cell does not hold what its column is for", "单元格的内容与该列不符";
    "Units, values and people in cells are named by name or by display label, dates are written as `2026-12-31`. A cell that \
     fits nothing is never taken for a blank one. A text cannot show this, so there is no example.",
    "单元格中的部门、取值和人员用名称或显示名来写，日期写作 `2026-12-31`。不符的单元格不会被当作空白。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// A row that gets nothing.
    ROW_WITHOUT_ROLE "E0411" "row-without-role"
    "a row gets no role, and `otherwise error` wants one", "有一行没有得到角色，而 `otherwise error` 要求必须有";
    "`otherwise error` finds the post that nobody has written a line for. A text cannot show this, so there is no example.",
    "`otherwise error` 用来发现还没有人为其写规则的岗位。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Two descriptions of one person.
    DISAGREE "E0412" "descriptions-disagree"
    "one person is described in two ways", "同一个人有两种不同的描述";
    "A `user` statement and rows of people files may describe one person if they agree. Rows of one file may differ in the \
     unit, which then unite, and in nothing else.",
    "`user` 语句与人员文件中的行可以描述同一个人，但必须一致。同一文件中的多行只能部门不同（部门会合并），其他内容必须相同。";
    bad: "";
    good: "";

    /// One id for two.
    ID_TWICE "E0413" "id-of-two-people"
    "one id belongs to two people", "一个编号属于两个人";
    "Whoever asks under that id would be one of two people.",
    "以该编号提问的人将无法确定是谁。";
    bad: header!("user li.na other id \"a@acme.example\"\nuser wang.fang other id \"a@acme.example\"\n");
    good: header!("user li.na other id \"a@acme.example\"\nuser wang.fang other id \"b@acme.example\"\n");

    /// A circle of superiors.
    REPORTS_CYCLE "E0414" "reports-to-cycle"
    "people report to each other in a circle", "人员互为上级，形成循环";
    "`within reports` shows the records of everybody below; in a circle everybody is below everybody.",
    "`within reports` 可看到所有下级的记录；在循环中，每个人都是每个人的下级。";
    bad: header!("user li.na reports to wang.fang\nuser wang.fang reports to li.na\n");
    good: header!("user li.na reports to wang.fang\nuser wang.fang\n");

    /// A role that comes from requests.
    ROLE_FROM_REQUEST "E0415" "role-from-request"
    "a role that comes from requests is given in the policy", "来自请求的角色在策略中被分配";
    "Each role has one source, so that a review knows where to look for its holders.",
    "每个角色只有一个来源，这样审阅时才知道到哪里查看谁担任它。";
    bad: "policy example { language 1 timezone \"UTC\" roles from request: Visitor }\nrole Visitor { }\nuser li.na\nassign Visitor to li.na\n";
    good: "policy example { language 1 timezone \"UTC\" }\nrole Visitor { }\nuser li.na\nassign Visitor to li.na\n";

    /// A delegation of what is not held.
    BAD_DELEGATION "E0416" "bad-delegation"
    "somebody delegates what they are not assigned, or to themselves", "代理没有被分配的角色，或代理自己";
    "A delegation hands on what comes through an assignment of exactly that role. An inherited role is delegated by \
     delegating the role that inherits it.",
    "代理转交的是直接分配该角色得到的权限。被继承的角色要通过代理继承它的角色来转交。";
    bad: people!("user wang.fang\nrole Lead { }\ndelegate Lead of li.na to wang.fang through 2026-12-31 because \"leave\"\n");
    good: people!("user wang.fang\ndelegate Clerk of li.na to wang.fang through 2026-12-31 because \"leave\"\n");

    /// Too many assignments.
    TOO_MANY_ASSIGNMENTS "E0417" "too-many-assignments"
    "lists, `everyone` or rows come to too many assignments or roles", "名单、`everyone` 或文件中的行产生过多的分配或角色";
    "Lists of roles and people multiply, and so do `everyone` and cells with several values. Five million assignments are \
     the limit, and a hundred thousand roles from rows. No short text shows it.",
    "角色名单与人员名单会相乘，`everyone` 和含多个值的单元格也是如此。上限为五百万次分配，以及由行产生的十万个角色。没有简短的文本能展示这一情形。";
    bad: "";
    good: "";

    /// A condition that no row meets.
    UNMATCHED_CONDITION "W0411" "unmatched-row-condition"
    "no row of a people file meets a condition", "人员文件没有任何一行符合某个条件";
    "Mostly the text of a post is spelled differently in the file, and people do not get what they should, or are not \
     skipped when they should be. A text cannot show this, so there is no example.",
    "多半是岗位名称在文件中的写法不同，有人没有得到应得的角色，或没有被跳过。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Somebody who has left.
    SKIPPED_HOLDER "W0412" "skipped-holder"
    "somebody whose row is skipped is given a role", "被跳过的人被分配了角色";
    "A skipped row is a known person who holds nothing, so the line has no effect. Remove it, or correct the row. A text \
     cannot show this, so there is no example.",
    "被跳过的行是已知但不担任任何角色的人，因此该行不起作用。请删去它，或改正文件中的行。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";

    /// Values that no line names.
    UNNAMED_VALUE "W0413" "unnamed-value"
    "a column that decides holds values that no line names", "起决定作用的列中有没有任何一行提到的取值";
    "`skip when 状态 is \"离职\"` does not skip a row that says `已离职`, and a post that no line names gives nothing. Name \
     every value, or turn the condition round: `skip when 状态 is not \"在职\"` skips whatever is not listed. A text cannot \
     show this, so there is no example.",
    "`skip when 状态 is \"离职\"` 不会跳过写着 `已离职` 的行，没有任何一行提到的岗位也不分配角色。请写出每个取值，或反过来写：\
     `skip when 状态 is not \"在职\"` 会跳过没有列出的一切。文本无法展示此问题，所以没有示例。";
    bad: "";
    good: "";
}
