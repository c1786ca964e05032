//! Texts of the `rules` family: scopes, wildcards, fields, cancels, templates, statements about roles.

use super::Text;

texts! {
    /// No scope.
    SCOPE_MISSING = "this allow does not say on which records", "这条允许没有说明适用于哪些记录";
    /// Where.
    SCOPE_MISSING_HERE = "{rights} {n|works|work} on records: add `within …`", "{rights} 作用于记录：请加上 `within …`";
    /// The choices.
    SCOPE_CHOICES = "possible here: {scopes}", "此处可用：{scopes}";
    /// A scope on general actions.
    SCOPE_ON_GENERAL = "{rights} {n|takes|take} no scope", "{rights} 不带范围";
    /// Where.
    SCOPE_ON_GENERAL_HERE = "{n|a general action has|general actions have} no record yet", "一般动作还没有记录";
    /// What to do.
    SCOPE_ON_GENERAL_HELP = "write {n|it|them} in a rule of {n|its|their} own, without `within`", "请另写一条不带 `within` 的规则";
    /// A scope that an object cannot have.
    SCOPE_NEEDS = "{objects} {n|declares|declare} no {what}, so `{scope}` means nothing there", "{objects} 没有声明{what}，`{scope}` 在那里没有意义";
    /// Where.
    SCOPE_NEEDS_HERE = "needs `{line}` in the object", "需要在对象中写 `{line}`";
    /// What to do.
    SCOPE_NEEDS_HELP = "add that line to the object, or write a rule of its own for it with another scope", "请在对象中加上这一行，或为该对象另写一条使用其他范围的规则";
    /// What is lacking.
    LACKS_OWNER = "owner", "负责人";
    /// What is lacking.
    LACKS_TEAM = "team", "团队";
    /// What is lacking.
    LACKS_UNIT = "unit", "部门";
    /// Rights that are shared with nobody.
    NOT_SHARED = "nothing is shared for {rights}, so `shared` means nothing there", "没有为 {rights} 声明共享，`shared` 在那里没有意义";
    /// Where.
    NOT_SHARED_HERE = "needs `shared with … for …` in the object", "需要在对象中写 `shared with … for …`";
    /// Both.
    WITHIN_AND_OUTSIDE = "`within` and `outside` cannot stand in one rule", "一条规则不能同时写 `within` 和 `outside`";
    /// Where.
    WITHIN_AND_OUTSIDE_HERE = "keep one of the two", "只保留其中一个";
    /// `including` beside named fields.
    INCLUDING_WITH_FIELDS = "named fields are granted whatever their labels, so `including` means nothing", "写出的字段无论有何标签都被授予，`including` 没有意义";
    /// What to do.
    INCLUDING_WITH_FIELDS_HELP = "remove `including`, or write two rules", "删去 `including`，或写成两条规则";
    /// Fields where whole objects must stand.
    FIELDS_MISPLACED = "`{statement}` takes whole objects, not fields", "`{statement}` 针对整个对象，不能写字段";
    /// Where.
    FIELDS_MISPLACED_HERE = "write `{object}`", "请写 `{object}`";
    /// One object named twice.
    OBJECT_TWICE = "`{object}` is named twice, once whole and once with fields", "`{object}` 出现两次，一次整个对象，一次只写字段";
    /// What to do.
    OBJECT_TWICE_HELP = "write two rules", "请写成两条规则";
    /// A wildcard that takes in nothing.
    WILDCARD_NOTHING = "this takes in nothing", "这里没有匹配到任何内容";
    /// Where.
    WILDCARD_NOTHING_HERE = "no object that this may take in has such an action", "这里可以匹配的对象都没有这样的动作";
    /// What to do.
    WILDCARD_NOTHING_HELP = "an allow with a wildcard leaves out objects that administer something: name them",
        "通配的允许不包括有 `administers` 的对象：请写出它们的名称";
    /// Where, if only general actions are left.
    WILDCARD_GENERAL_HERE = "only general actions are left, and they have no records", "只剩下一般动作，它们没有记录";
    /// What to do.
    WILDCARD_GENERAL_HELP = "name the actions without `within`, or write `within all`", "请写出动作名称且不带 `within`，或写 `within all`";
    /// `every action` of an object that administers something.
    WILDCARD_ADMINISTERS = "`every action` does not take in `{object}`, which administers {what}", "`every action` 不包括 `{object}`，因为它管理{what}";
    /// Where.
    WILDCARD_ADMINISTERS_HERE = "power over others is granted by name only", "对他人的管理权只能逐项写出";
    /// What to do.
    WILDCARD_ADMINISTERS_HELP = "name the actions: {actions}", "请写出动作：{actions}";
    /// What it administers.
    ADMINISTERS_ROLES = "roles", "角色";
    /// What it administers.
    ADMINISTERS_USERS = "users", "用户";
    /// What it administers.
    ADMINISTERS_SHARING = "sharing", "共享";
    /// What it administers.
    ADMINISTERS_FIELDS = "fields", "字段";
    /// What it administers.
    ADMINISTERS_APPLICATION = "the application", "应用";
    /// Owner, unit or team in an update.
    GUARDED_FIELD = "`{field}` says whose record it is, so `{action}` cannot set it", "`{field}` 决定记录归谁，`{action}` 不能设置它";
    /// Where.
    GUARDED_FIELD_HERE = "lies outside every update", "不属于任何更新动作";
    /// What to do.
    GUARDED_FIELD_HELP = "allow an action that changes it: {actions}", "请允许能更改它的动作：{actions}";
    /// What to do if there is none.
    GUARDED_FIELD_DECLARE = "declare an action for it: `record actions transfer changes {field}`", "请为此声明一个动作：`record actions transfer changes {field}`";
    /// A cancel of nothing.
    CANCEL_NOTHING = "role `{role}` has no such {what} to cancel", "角色 `{role}` 没有这样的{what}可取消";
    /// Where.
    CANCEL_NOTHING_HERE = "`{role}` writes no {what} of {subject}", "`{role}` 没有写 {subject} 的{what}";
    /// Where, by name.
    CANCEL_NO_NAME_HERE = "`{role}` writes no {what} named `{name}`", "`{role}` 没有写名为 `{name}` 的{what}";
    /// The ones that there are.
    CANCEL_THERE_ARE = "`{role}` writes {names}", "`{role}` 写了 {names}";
    /// Written elsewhere.
    CANCEL_WRITTEN_IN = "role `{role}` writes one: write `inherited from {role}`", "角色 `{role}` 写有一条：请写 `inherited from {role}`";
    /// Kind of rule.
    WHAT_DENY = "deny", "禁止";
    /// Kind of rule.
    WHAT_MASK = "mask", "脱敏";
    /// A cancel of more than one.
    CANCEL_SEVERAL = "{count} rules of `{role}` match this cancel", "`{role}` 有 {count} 条规则与此取消匹配";
    /// Where.
    CANCEL_SEVERAL_HERE = "which one is meant?", "指的是哪一条？";
    /// There.
    CANCEL_SEVERAL_THERE = "one of them", "其中一条";
    /// What to do.
    CANCEL_SEVERAL_HELP = "name the one that is meant, or write `cancel every …`", "写出其中一条的名称，或写 `cancel every …`";
    /// A cancel of some fields of a deny.
    CANCEL_PART = "the deny in `{role}` covers more fields than this cancel names", "`{role}` 中的禁止所含字段多于此取消写出的字段";
    /// What to do.
    CANCEL_PART_HELP = "name all of them: {fields}", "请全部写出：{fields}";
    /// Too much.
    TOO_MANY_RULES = "this policy comes to more than {most} rules", "此策略展开后超过 {most} 条规则";
    /// Where.
    TOO_MANY_RULES_HERE = "too many from here on", "从此处开始过多";
    /// What to do.
    TOO_MANY_RULES_HELP = "put what many roles share into one role that they inherit", "把许多角色共有的规则放进一个由它们继承的角色";
    /// Equal instances.
    EQUAL_INSTANCES = "`{role}` and `{other}` are the same instance of `{template}`", "`{role}` 与 `{other}` 是 `{template}` 的同一个实例";
    /// Where.
    EQUAL_INSTANCES_HERE = "equal arguments", "参数相同";
    /// There.
    EQUAL_INSTANCES_THERE = "the other instance", "另一个实例";
    /// What to do.
    EQUAL_INSTANCES_HELP = "remove one of the two and use the other in its place", "删去其中一个，改用另一个";
    /// A template that inherits itself.
    TEMPLATE_CYCLE = "template `{template}` inherits an instance of itself: {path}", "模板 `{template}` 继承了它自己的实例：{path}";
    /// Where.
    TEMPLATE_CYCLE_HERE = "leads back to the template", "又回到了该模板";
    /// What to do.
    TEMPLATE_CYCLE_HELP = "let the template inherit an ordinary role", "让模板继承普通角色";
}
