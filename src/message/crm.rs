//! Texts of the `crm` family: exports, ownership, sharing.

use super::Text;

texts! {
    /// A role.
    MASS_EXPORT = "role `{role}` may take out every record: {rights}", "角色 `{role}` 可以导出全部记录：{rights}";
    /// The line.
    MASS_EXPORT_HERE = "all records, without a condition", "全部记录，且没有条件";
    /// What to do.
    MASS_EXPORT_HELP = "narrow it with `within`, ask for something with `when` or `require`, or waive it with the reason",
        "用 `within` 缩小范围，用 `when` 或 `require` 提出条件，或写明理由予以豁免";
    /// A role.
    EXPORT_OF_PERSONAL = "role `{role}` takes labelled fields out in clear: {fields} with {rights}",
        "角色 `{role}` 的导出包含未脱敏的标签字段：{fields}，导出权限为 {rights}";
    /// The line.
    EXPORT_OF_PERSONAL_HERE = "the file that it makes carries these fields", "导出的文件包含这些字段";
    /// What to do.
    EXPORT_OF_PERSONAL_HELP = "leave `including` out of the export, or `mask` these fields; reading them on screen needs a line of its own",
        "从导出的语句中去掉 `including`，或用 `mask` 对这些字段脱敏；在界面上查看由另一条语句给予";
    /// A role.
    BULK_DELETE = "role `{role}` may remove every record: {rights}", "角色 `{role}` 可以删除全部记录：{rights}";
    /// The line.
    BULK_DELETE_HERE = "one account, and all of them are gone", "一个账号就能删光全部记录";
    /// What to do.
    BULK_DELETE_HELP = "narrow it with `within`, ask for something with `when` or `require`, or give it to a role that somebody holds for the day",
        "用 `within` 缩小范围，用 `when` 或 `require` 提出条件，或交给按天分配的角色";
    /// A role.
    PURGE = "role `{role}` may remove records in bulk or for good: {rights}", "角色 `{role}` 可以批量或永久删除记录：{rights}";
    /// The line.
    PURGE_HERE = "nothing comes back from this", "这样删除后无法恢复";
    /// A role.
    SHARING_BYPASS = "role `{role}` gets around all sharing: {rights}", "角色 `{role}` 可以绕过全部共享设置：{rights}";
    /// The line.
    SHARING_BYPASS_HERE = "no scope of this policy narrows what the CRM then shows", "在系统中这一权限不受本策略范围的限制";
    /// What to do.
    SHARING_BYPASS_HELP = "allow the actions that are needed, each `within` its records", "改为逐个允许所需的动作，并用 `within` 限定记录";
    /// A role.
    OWNERSHIP_TRANSFER = "role `{role}` may hand over records beyond its own unit: {rights}",
        "角色 `{role}` 可以移交本部门之外的记录：{rights}";
    /// The line.
    OWNERSHIP_TRANSFER_HERE = "reaches {scope}", "涉及{scope}";
    /// What to do.
    OWNERSHIP_TRANSFER_HELP = "nothing, if handing out is this role's work; otherwise `within own`",
        "若分派本来就是该角色的工作，则无需修改；否则写 `within own`";
    /// A role.
    EXTERNAL_SHARE = "external role `{role}` may open records to others: {rights}",
        "外部角色 `{role}` 可以把记录共享给他人：{rights}";
    /// A role.
    SHARE_ALL = "role `{role}` may open every record to others: {rights}", "角色 `{role}` 可以把任意记录共享给他人：{rights}";
    /// The line.
    EXTERNAL_SHARE_HERE = "whoever it is shared with sees it from then on", "共享之后，对方就一直能看到";
    /// What to do.
    EXTERNAL_SHARE_HELP = "leave sharing to people of the company, on their own records", "共享只交给内部人员，且限于自己的记录";
    /// A role.
    FIELD_WITHOUT_OBJECT = "role `{role}` has {rights} on fields, and may not open the record: {fields}",
        "角色 `{role}` 只有字段上的 {rights}，却无权打开记录：{fields}";
    /// The line.
    FIELD_WITHOUT_OBJECT_HERE = "a right on a field alone does not open the record", "仅有字段权限不能打开记录";
    /// What to do.
    FIELD_WITHOUT_OBJECT_HELP = "allow the action on the record too, or remove the line", "同时允许对记录执行该动作，或删除这一行";
    /// A role.
    DELETE_WITHOUT_READ = "role `{role}` removes what it may not read: {rights}", "角色 `{role}` 能删除自己无权查看的内容：{rights}";
    /// A role.
    APPROVE_WITHOUT_READ = "role `{role}` approves what it may not read: {rights}", "角色 `{role}` 能审批自己无权查看的内容：{rights}";
    /// The line.
    WITHOUT_READ_HERE = "no role of somebody who holds it lets them read such a record", "有的持有者没有任何角色可以查看这种记录";
    /// What to do.
    WITHOUT_READ_HELP = "allow reading `within` the same records, or remove the line", "允许在相同范围内查看，或删除这一行";
    /// A role.
    IMPORT_OVERWRITE = "role `{role}` imports and may not update: {rights}", "角色 `{role}` 可以导入却无权更新：{rights}";
    /// The line.
    IMPORT_OVERWRITE_HERE = "many systems let an import write over records that are there", "许多系统允许导入覆盖已有记录";
    /// What to do.
    IMPORT_OVERWRITE_HELP = "see to it that an import only adds there, or allow updating too and say on which records",
        "确认导入只能新增，或同时允许更新并写明范围";
    /// A role.
    MERGE_WITHOUT_DELETE = "role `{role}` merges and may not delete: {rights}", "角色 `{role}` 可以合并却无权删除：{rights}";
    /// The line.
    MERGE_WITHOUT_DELETE_HERE = "of two records that are merged, one is gone", "两条记录合并后，其中一条就不存在了";
    /// What to do.
    MERGE_WITHOUT_DELETE_HELP = "nothing, if that much removing is meant; otherwise leave merging to a role that may delete",
        "若允许这种删除，则无需修改；否则把合并交给有删除权限的角色";
    /// A role.
    MASS_MAIL = "role `{role}` may write to many people at once: {rights}", "角色 `{role}` 可以群发消息：{rights}";
    /// The line.
    MASS_MAIL_HERE = "one mistake reaches every customer", "一次失误就会发给所有客户";
    /// What to do.
    MASS_MAIL_HELP = "nothing, if it is this role's work; a `require` or an approval before sending helps",
        "若这是该角色的工作，则无需修改；发送前可用 `require` 提出条件或加一道审批";
    /// A role.
    OFFLINE_COPY = "role `{role}` may take copies to a device: {rights}", "角色 `{role}` 可以把副本带到设备上：{rights}";
    /// The line.
    OFFLINE_COPY_HERE = "no later change of this policy reaches a copy", "策略以后的更改对副本无效";
    /// What to do.
    OFFLINE_COPY_HELP = "nothing, if the work needs it; otherwise remove it, or ask for a managed device with `when`",
        "若工作需要，则无需修改；否则删除，或用 `when` 要求受管设备";
    /// A role.
    WIDENS_OWN_SCOPE = "role `{role}` may set `{field}` with `{setter}` and so gain `{gained}` on records that are closed to it",
        "角色 `{role}` 可以用 `{setter}` 设置 `{field}`，从而对原本无权的记录获得 `{gained}`";
    /// The line of the right that sets.
    WIDENS_OWN_SCOPE_HERE = "sets to whom the record belongs", "决定记录归谁所有";
    /// The line that is bound.
    WIDENS_OWN_SCOPE_BOUND = "bound to whose the record is", "以记录归属为限";
    /// What to do.
    WIDENS_OWN_SCOPE_HELP = "nothing, if the role hands out records and may take them; otherwise leave handing out to another role, or narrow it",
        "若该角色负责分派且可以自己接手，则无需修改；否则把分派交给其他角色，或缩小范围";
    /// An account.
    SERVICE_ACCOUNT_SHARED = "`{user}` looks like a service account and holds role `{role}`, as people do",
        "`{user}` 看起来是服务账号，却与普通人员一样担任角色 `{role}`";
    /// An account.
    SERVICE_ACCOUNT_ADMIN = "`{user}` looks like a service account and may administer: {rights}",
        "`{user}` 看起来是服务账号，却拥有管理权限：{rights}";
    /// The line.
    SERVICE_ACCOUNT_HERE = "held through this line", "由此行获得";
    /// What to do.
    SERVICE_ACCOUNT_HELP = "give the program a role of its own, with what it calls and no more", "为该程序单独设一个角色，只含它要调用的权限";
    /// A role.
    INSTALL_PACKAGE = "role `{role}` may put programs into the system: {rights}", "角色 `{role}` 可以把程序装入系统：{rights}";
    /// The line.
    INSTALL_PACKAGE_HERE = "what is installed acts with rights of its own", "装入的程序以自己的权限运行";
    /// What to do.
    INSTALL_PACKAGE_HELP = "leave it to a role that few hold, with `require request.mfa`", "交给少数人担任的角色，并加上 `require request.mfa`";
}
