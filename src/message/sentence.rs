//! Texts of the `sentence` family: what `rolecall read` says.
//!
//! Unlike diagnostics these are whole sentences, put together from phrases. A phrase is written so
//! that it fits behind one person and many; `{n|…|…}` picks a form where English needs one.

use super::Text;

/// Declares the entries and lists them in `ALL`; the English text is the documentation of each.
macro_rules! texts {
    ($($name:ident = $en:literal, $zh:literal;)*) => {
        $(
            #[doc = $en]
            pub static $name: Text = Text::new($en, $zh);
        )*

        /// Every entry of this family.
        pub const ALL: &[&Text] = &[$(&$name),*];
    };
}

/// Entries that use one placeholder in one language only: a display label is left out where it is
/// in the other language's script.
pub const ONE_SIDED: &[&Text] = &[&LATIN_LABEL, &HAN_LABEL, &LATIN_LABEL_ALONE, &HAN_LABEL_ALONE];

texts! {
    // Names and lists.
    NAME = "`{name}`", "`{name}`";
    HAN_NAME = "`{name}`", "{name}";
    LATIN_LABEL = "{label} ({name})", "`{name}`";
    HAN_LABEL = "`{name}`", "{label}（{name}）";
    LABEL = "{label} ({name})", "{label}（{name}）";
    LATIN_LABEL_ALONE = "{label}", "`{name}`";
    HAN_LABEL_ALONE = "`{name}`", "{label}";
    LABEL_ALONE = "{label}", "{label}";
    AND = "{list} and {last}", "{list}和{last}";
    OR = "{list} or {last}", "{list}或{last}";
    AND_ACTIONS = "{list} and {last}", "{list}、{last}";
    BOTH_HOLD = "{list} and {last}", "{list}，并且{last}";
    CHAIN = "{one}{next}", "{one}{next}";
    AFTER_COMMA = ", {clause}", "，{clause}";
    QUOTED = "\"{text}\"", "“{text}”";
    CODE = "`{text}`", "`{text}`";
    RENAMED = "{name} was called {old} before.", "{name}曾用名为{old}。";

    // Headings.
    ABOUT = "About this policy", "关于本策略";
    DATA = "Data and its classes", "数据与分类";
    OBJECTS = "What the system holds", "系统中有什么";
    ORGANIZATION = "Units and networks", "部门与网络";
    TIMES = "Calendars and hours", "日历与时段";
    ROLE_HEADING = "What {role} may do", "{role}可以做什么";
    TEMPLATE_HEADING = "What roles made from {template} may do", "由模板{template}生成的角色可以做什么";
    PEOPLE = "People", "人员";
    HOLDERS = "Who holds which role", "谁担任什么角色";
    BRAKES = "What is suspended", "暂停了什么";
    REQUIREMENTS = "What is required on top", "额外要求什么";
    GUARANTEES = "What must always hold", "什么必须始终成立";
    EXAMPLES = "Examples that are checked", "用于检查的例子";

    // Header.
    POLICY = "This is the policy {policy}.", "这是策略{policy}。";
    LANGUAGE = "It is written in version {number} of the language.", "语言版本：{number}。";
    TIMEZONE = "Local times are those of {zone}.", "本地时间按{zone}计算。";
    VERSION = "It carries the version number {number}.", "它的版本号为{number}。";
    ROLES_FROM_REQUEST = "A request may bring the {n|role|roles} {roles}.", "请求可以自带角色{roles}。";
    SUBJECT_TYPES = "Whoever asks is of type {types}.", "请求者的类型是{types}。";
    USE = "The policy in {path} applies as well{rest}.", "{path}中的策略同样适用{rest}。";
    RENAME = "its {theirs} being called {ours} here", "其中的{theirs}在这里称为{ours}";

    // Labels, types, attributes.
    LABELS = "Data can be classed as {labels}.", "数据可以归类为{labels}。";
    TYPE = "A value of {ty} is {values}.", "{ty}的取值是{values}。";
    TYPE_ORDERED = "A value of {ty} is, from low to high, {values}.", "{ty}的取值从低到高是{values}。";
    A_PERSON = "A person", "人员";
    A_REQUEST = "A request", "请求";
    ATTRIBUTE = "{owner} can have the {n|attribute|attributes} {names}: {ty}{rest}.", "{owner}有属性{names}：{ty}{rest}。";
    FROM_TABLE = "stated in the policy or a people file", "由策略或人员文件写明";
    FROM_REQUEST = "sent with the request", "随请求发送";
    FROM_RECORDS = "read from the stored records", "读自保存的记录";
    CLASSED = "classed as {labels}", "归类为{labels}";
    NUMBER = "a number", "数字";
    TEXT = "a text", "文本";
    BOOLEAN = "yes or no", "是或否";
    USER_TYPE = "a person", "一名人员";
    UNIT_TYPE = "a unit", "一个部门";
    ADDRESS = "a network address", "网络地址";
    NAMED_TYPE = "a value of {ty}", "{ty}的取值";
    SET_OF = "a set, each member {ty}", "集合，成员是{ty}";

    // Objects.
    OBJECT = "The system holds {objects}.", "系统中有{objects}。";
    POWER = "Rights on {objects} are power over {what}.", "{objects}的权限能左右{what}。";
    POWER_ROLES = "who may do what", "谁能做什么";
    POWER_USERS = "accounts and units", "账号和部门";
    POWER_SHARING = "which records are shared with whom", "哪些记录与谁共享";
    POWER_FIELDS = "fields and their classes", "字段及其分类";
    POWER_APPLICATION = "the application itself", "应用本身";
    GENERAL_ACTIONS = "Without a record one can {actions} {objects}{rest}.", "可以{actions}{objects}（不涉及已有记录）{rest}。";
    RECORD_ACTIONS = "On a record of {objects} one can {actions}{rest}.", "对{objects}的记录可以{actions}{rest}。";
    RISK_LOW = "at low risk", "风险低";
    RISK_NORMAL = "at normal risk", "风险一般";
    RISK_HIGH = "at high risk", "风险高";
    RISK_CRITICAL = "at critical risk", "风险极高";
    CHANGES = "which alone changes {fields}", "只有它能改动{fields}";
    CREATES = "which counts as creating", "视同新建";
    UPDATES = "which counts as updating", "视同编辑";
    OWNER = "A record of {objects} is owned by the person in {field}.", "{objects}的负责人记在{field}字段。";
    UNIT_IS = "A record of {objects} belongs to the unit in {field}.", "{objects}的所属部门记在{field}字段。";
    UNIT_OF_OWNER = "A record of {objects} belongs to the units of its owner.", "{objects}的记录属于其负责人的部门。";
    TEAM = "A record of {objects} is worked on by the people in {field}.", "{objects}的记录由{field}中的人共同跟进。";
    SHARED_WITH = "A record of {objects} is shared with those in {field}, who may then {actions} it if their role says so.", "{objects}的记录共享给{field}中的人或部门；角色允许时可以{actions}。";
    FIELDS = "{owner} can have the {n|field|fields} {names}{rest}.", "{owner}有字段{names}{rest}。";
    FIELDS_FROM = "Fields of {owner} are read from {path}{rest}.", "{owner}的字段从{path}读取{rest}。";
    COLUMN_NAME = "their names from the column {column}", "名称取自{column}列";
    COLUMN_LABEL = "their display names from the column {column}", "显示名取自{column}列";
    COLUMN_CLASS = "their classes from the column {column}", "分类取自{column}列";
    ALL_FROM_RECORDS = "All attributes of {objects} are read from the stored records.", "{objects}的所有属性都读自保存的记录。";

    // Units, networks, calendars, hours.
    UNIT_TOP = "{unit} is a unit.", "{unit}是一个部门。";
    UNIT_BELOW = "{unit} is a unit below {above}.", "{unit}是{above}的下级部门。";
    NETWORK = "{network} is the network of {blocks}.", "{network}是网络{blocks}。";
    COVERS_YEAR = "{calendar} is the calendar of the year {first}.", "{calendar}是{first}年的日历。";
    COVERS_YEARS = "{calendar} is the calendar of the years {first} through {last}.", "{calendar}是{first}年至{last}年的日历。";
    WEEKEND = "In {calendar}, every {days} is off.", "在{calendar}中，每逢{days}休息。";
    OFF = "In {calendar}, these days are off: {dates}.", "在{calendar}中，休息日有{dates}。";
    WORK = "In {calendar}, these days are worked all the same: {dates}.", "在{calendar}中，照常上班的日子有{dates}。";
    DATES = "{first} through {last}", "{first}至{last}";
    HOURS = "{hours} is {patterns}.", "{hours}是{patterns}。";
    PATTERN = "{days} {extent}", "{days}{extent}";
    PATTERN_IN = "{days} {extent} in the time of {zone}", "{days}{extent}（按{zone}时间）";
    DAILY = "every day", "每天";
    WEEKDAYS = "Monday to Friday", "星期一至星期五";
    EVERY_WEEKDAY = "every {days}", "每逢{days}";
    WORKDAYS_OF = "working days of {calendar}", "{calendar}的工作日";
    DAYS_OFF_OF = "days off of {calendar}", "{calendar}的休息日";
    MONTH_DAYS = "day {days} of each month", "每月{days}日";
    MONTH_LAST = "the last day of each month", "每月最后一天";
    YEAR_DAY = "day {day} of month {month} of each year", "每年{month}月{day}日";
    YEAR_MONTH_LAST = "the last day of month {month} of each year", "每年{month}月的最后一天";
    TIMES_OF_DAY = "from {start} to {end}", "{start}至{end}";
    FOR_MINUTES = "from {start} on for {n} {n|minute|minutes}", "{start}起{n}分钟";
    FOR_HOURS = "from {start} on for {n} {n|hour|hours}", "{start}起{n}小时";
    FOR_DAYS = "from {start} on for {n} {n|day|days}", "{start}起{n}天";
    FOR_WEEKS = "from {start} on for {n} {n|week|weeks}", "{start}起{n}周";
    ALL_DAY = "all day", "全天";
    MONDAY = "Monday", "星期一";
    TUESDAY = "Tuesday", "星期二";
    WEDNESDAY = "Wednesday", "星期三";
    THURSDAY = "Thursday", "星期四";
    FRIDAY = "Friday", "星期五";
    SATURDAY = "Saturday", "星期六";
    SUNDAY = "Sunday", "星期日";

    // Clauses of time and reason.
    FROM = "from {time} on", "自{time}起";
    THROUGH = "through {time}", "至{time}（含当天）";
    BEFORE = "before {time}", "至{time}（不含）";
    DURING = "during {hours}", "在{hours}内";
    OUTSIDE_HOURS = "outside {hours}", "在{hours}以外";
    FROM_THROUGH = "from {from} through {through}", "自{from}起至{through}（含当天）";
    FROM_BEFORE = "from {from} until just before {before}", "自{from}起，至{before}（不含）";
    RECURRING = "recurring: {pattern}", "重复时段为{pattern}";
    IN_ZONE = "in the time of {zone}", "按{zone}时间";
    NO_END = "with no end yet", "暂无结束日期";
    NO_END_REVIEW = "with no end yet, to be reviewed before {date}", "暂无结束日期，须在{date}之前复查";
    BECAUSE = " (reason: {text})", "（原因：{text}）";
    TICKET = " (ticket {text})", "（单号：{text}）";
    CALLED = " (called {name})", "（名为{name}）";

    // Roles.
    MADE_FROM = "Roles made from {template}", "由模板{template}生成的角色";
    DOCUMENTED = "{role}: {text}", "{role}：{text}";
    EXTERNAL_ROLE = "{role}: for people outside only.", "{role}：只能分配给外部人员。";
    NOTHING_OF_ITS_OWN = "{role}: nothing of its own.", "{role}：本身没有任何权限。";
    INHERITS = "{role} may do all that {roles} may do.", "{role}可以做{roles}能做的一切。";
    TEMPLATE = "{template} is a template for roles; it takes {parameters}.", "{template}是角色模板，参数为{parameters}。";
    PARAMETER = "{name} ({ty})", "{name}（{ty}）";
    INSTANCE = "{role} is made from {template} with {arguments}.", "{role}由模板{template}按{arguments}生成。";
    INSTANCE_PLAIN = "{role} is made from {template}.", "{role}由模板{template}生成。";
    ARGUMENT = "{name} = {value}", "{name}={value}";
    ROW_INSTANCE = "the role made from {template} with {arguments}", "由模板{template}按{arguments}生成的角色";
    RESPONSIBLE = "{role}: {who} is responsible.", "{role}：责任人为{who}。";
    REVIEWED = "{role}: last reviewed on {date}.", "{role}：上次审查于{date}。";
    REVIEWED_EVERY = "{role}: last reviewed on {date}, to be reviewed every {interval}.", "{role}：上次审查于{date}，每{interval}审查一次。";
    REVIEW_EVERY = "{role}: to be reviewed every {interval}.", "{role}：每{interval}审查一次。";
    WEEK = "week", "周";
    MONTH = "month", "月";
    QUARTER = "quarter", "季度";
    HALF_YEAR = "half year", "半年";
    YEAR = "year", "年";
    DAYS = "{number} days", "{number}天";
    ACTIVE = "{role}: what is allowed here works only {clauses}.", "{role}：以下权限仅在此条件下有效：{clauses}。";

    // Rules.
    ALLOW = "{role} may {right}{rest}.", "{role}可以{right}{rest}。";
    DENY = "{role} may not {right}{rest}.", "{role}不可以{right}{rest}。";
    MASK = "{role} may see {what} only masked{rest}.", "{role}看{what}只能看到脱敏后的内容{rest}。";
    WITHOUT = "{role} may not {right} by inheritance.", "{role}不继承{right}的权限。";
    RIGHT = "{actions} {objects}", "{actions}{objects}";
    RIGHT_ANY = "do anything with {objects}", "对{objects}做任何操作";
    RIGHT_ANY_EXCEPT = "do anything but {actions} with {objects}", "对{objects}做除{actions}以外的任何操作";
    EVERY_OBJECT = "every object", "所有对象";
    ANY_OBJECT = "any object", "任何对象";
    ANY_OBJECT_EXCEPT = "any object except {objects}", "除{objects}以外的任何对象";
    EVERY_OBJECT_EXCEPT = "every object except {objects}", "除{objects}以外的所有对象";
    FIELDS_OF = "the {n|field|fields} {fields} of {object}", "{object}的{fields}字段";
    INCLUDING = ", {labels} included", "（含{labels}）";
    WITHIN = ", if {scope}", "，限{scope}";
    EVERYWHERE = ", whichever record it is", "，不限记录";
    OUTSIDE = ", except if {scope}", "，{scope}除外";
    WHEN = "when {condition}", "前提是{condition}";
    WHEN_TAKING = "when {condition}, or that is not known", "当{condition}时（或无法确定时）";
    OWN = "they own them", "本人负责的";
    TEAM_SCOPE = "they own them or are on the team", "本人负责或参与的";
    REPORTS = "they own them, are on the team or are above the owner", "本人负责或参与、下属负责的";
    MY_UNIT = "they own them, are on the team or are in the same unit", "本人负责或参与、本部门的";
    MY_UNIT_AND_BELOW = "they own them, are on the team or are in the same unit or one above it", "本人负责或参与、本部门及下级部门的";
    ALL_RECORDS = "they exist at all", "任何";
    NO_OWNER = "nobody owns them", "无人负责的";
    SHARED = "these are shared with them", "共享给本人的";
    IN_UNIT = "these belong to {unit}", "{unit}的";
    IN_UNIT_AND_BELOW = "these belong to {unit} or a unit below it", "{unit}及其下级部门的";
    CANCEL_DENY_NAMED = "{role}: the prohibition {name} of {from} does not bind{rest}.", "{role}：不受{from}的禁止规则{name}约束{rest}。";
    CANCEL_DENY = "{role}: the prohibition of {from} to {right} does not bind{rest}.", "{role}：不受{from}禁止{right}的约束{rest}。";
    CANCEL_EVERY_DENY = "{role}: no prohibition of {from} to {right} binds{rest}.", "{role}：不受{from}任何禁止{right}的约束{rest}。";
    CANCEL_MASK_NAMED = "{role}: the masking {name} of {from} does not bind{rest}.", "{role}：不受{from}的脱敏{name}约束{rest}。";
    CANCEL_MASK = "{role}: the masking of {what} by {from} does not bind{rest}.", "{role}：不受{from}对{what}的脱敏约束{rest}。";
    CANCEL_EVERY_MASK = "{role}: no masking of {what} by {from} binds{rest}.", "{role}：不受{from}对{what}的任何脱敏约束{rest}。";

    // Conditions.
    RECORD_PATH = "the record's {attribute}", "记录的{attribute}";
    RECORD_ID = "the record's id", "记录的编号";
    SUBJECT_PATH = "their own {attribute}", "本人的{attribute}";
    REQUEST_PATH = "the request's {attribute}", "请求的{attribute}";
    REQUEST_IP = "the address of the request", "请求的来源地址";
    IS_TRUE = "{path} is true", "{path}为真";
    IS_NOT_TRUE = "{path} is not true", "{path}不为真";
    SECOND_FACTOR = "a second factor was given", "已通过双因素验证";
    NO_SECOND_FACTOR = "no second factor was given", "未通过双因素验证";
    IS = "{path} is {value}", "{path}是{value}";
    IS_NOT = "{path} is not {value}", "{path}不是{value}";
    LESS = "{path} is below {value}", "{path}低于{value}";
    LESS_OR_EQUAL = "{path} is at most {value}", "{path}不高于{value}";
    GREATER = "{path} is above {value}", "{path}高于{value}";
    GREATER_OR_EQUAL = "{path} is at least {value}", "{path}不低于{value}";
    IS_ONE_OF = "{path} is one of {values}", "{path}是{values}之一";
    IS_NOT_ONE_OF = "{path} is none of {values}", "{path}不是{values}中的任何一个";
    HAS = "{path} holds {value}", "{path}包含{value}";
    IN_NETWORK = "{path} lies in {networks}", "{path}在{networks}中";
    NOT_IN_NETWORK = "{path} does not lie in {networks}", "{path}不在{networks}中";
    IS_NONE = "{path} is empty", "{path}为空";
    IS_SET = "{path} is filled in", "{path}已填写";
    NOT = "it is not so that {condition}", "并非{condition}";
    GROUP = "({condition})", "（{condition}）";
    TRUE = "yes", "是";
    FALSE = "no", "否";
    ME = "the one who asks", "本人";
    NONE = "nothing", "空";
    EMPTY_SET = "an empty set", "空集合";

    // People.
    USER = "{users} {n|is|are} known{rest}.", "已登记{users}{rest}。";
    EXTERNAL_USER = "{users} {n|is|are} known as {n|a person|people} from outside{rest}.", "已登记外部人员{users}{rest}。";
    IN_UNITS = "in {units}", "部门为{units}";
    OTHER_IDS = "also under the {n|id|ids} {ids}", "其他账号为{ids}";
    STARTS = "starting on {date}", "自{date}起";
    ENDS = "ending after {date}", "至{date}（含当天）";
    REPORTS_TO = "reporting to {user}", "上级为{user}";
    WITH_VALUE = "with {attribute} = {value}", "{attribute}为{value}";
    PEOPLE_FROM = "People are read from {path}.", "人员从{path}读取。";
    EXTERNAL_PEOPLE_FROM = "People from outside are read from {path}.", "外部人员从{path}读取。";
    ROW_ID = "In {path}, the id stands in the column {column}.", "{path}中，账号取自{column}列。";
    ROW_NAME = "In {path}, the name stands in the column {column}.", "{path}中，姓名取自{column}列。";
    ROW_UNIT = "In {path}, the unit stands in the column {column}.", "{path}中，部门取自{column}列。";
    ROW_OTHER_ID = "In {path}, a further id stands in the column {column}.", "{path}中，其他账号取自{column}列。";
    ROW_STARTS = "In {path}, the first day stands in the column {column}.", "{path}中，开始日期取自{column}列。";
    ROW_ENDS = "In {path}, the last day stands in the column {column}.", "{path}中，结束日期取自{column}列。";
    ROW_REPORTS_TO = "In {path}, the person above stands in the column {column}.", "{path}中，上级取自{column}列。";
    ROW_ATTRIBUTE = "In {path}, the attribute {attribute} stands in the column {column}.", "{path}中，属性{attribute}取自{column}列。";
    ROW_EXTERNAL = "In {path}, a person is from outside when {test}.", "{path}中，{test}的是外部人员。";
    ROW_SKIP = "In {path}, a person holds nothing when {test}.", "{path}中，{test}的人不担任任何角色。";
    ROW_SPLIT = "In {path}, a cell of the column {column} holds several values, separated by {at}.", "{path}中，{column}列的单元格含多个值，以{at}分隔。";
    ROW_GETS = "In {path}, each person gets {role}{rest}.", "{path}中，每个人都担任{role}{rest}。";
    ROW_GETS_WHEN = "In {path}, a person gets {role} when {test}{rest}.", "{path}中，{test}的人担任{role}{rest}。";
    ROW_FOR_UNIT = "for the unit in the column {column} only", "仅限{column}列中的部门";
    ROW_OTHERWISE_ERROR = "In {path}, a person who gets no role is an error.", "{path}中，匹配不到任何角色的人视为错误。";
    ROW_OTHERWISE_NOTHING = "In {path}, a person may get no role.", "{path}中，可以有人没有对应角色。";
    CELL_IS = "the column {column} says {values}", "{column}列为{values}";
    CELL_IS_NOT = "the column {column} says something other than {values}", "{column}列不为{values}";
    CELL_IS_EMPTY = "the column {column} is empty", "{column}列为空";
    CELL_IS_SET = "the column {column} is filled in", "{column}列已填写";
    ASSIGN = "{who} {n|has|have} the {roles_n|role|roles} {roles}{rest}.", "{who}担任{roles}{rest}。";
    FOR_UNITS = "for {units} only", "仅限{units}";
    EVERYONE = "Everyone inside", "所有内部人员";
    EVERYONE_IN = "Everyone in {unit}", "{unit}的所有内部人员";
    EVERYONE_IN_AND_BELOW = "Everyone in {unit} and below", "{unit}及其下级部门的所有内部人员";
    DELEGATE = "{to} may stand in for {of} as {role}{rest}.", "{to}代理{of}的{role}角色{rest}。";

    // Suspensions and requirements.
    SUSPEND_USERS = "{users} may do nothing{rest}.", "暂停{users}的一切权限{rest}。";
    SUSPEND_USERS_IN_ROLE = "{users} may do nothing as {role}{rest}.", "暂停{users}作为{role}的权限{rest}。";
    SUSPEND_ROLES = "Nobody may do anything as {roles}{rest}.", "暂停所有人作为{roles}的权限{rest}。";
    SUSPEND_HEIRS = "Nobody may do anything as {roles} or through a role that inherits it{rest}.", "暂停所有人作为{roles}以及从中继承的权限{rest}。";
    SUSPEND_ACTIONS = "Nobody may {right}{rest}.", "暂停所有人{right}的权限{rest}。";
    SUSPEND_EVERYTHING = "Nobody may do anything{rest}.", "暂停一切权限{rest}。";
    EXCEPT_ROLE = "except as {role}", "{role}除外";
    EXCEPT_HEIRS = "except as {role} or a role that inherits it", "{role}及继承它的角色除外";
    EXCEPT_USER = "except {user}", "{user}除外";
    END_EARLY = "The suspension {name} ends early, at {time}{rest}.", "暂停{name}提前于{time}结束{rest}。";
    REQUIRE = "Whoever wants to {right} may do so only if {condition}{rest}.", "只有{condition}，才可以{right}{rest}。";
    FOR_ROLES = "which binds anyone with the role {roles}", "针对担任{roles}的人";
    SEPARATE = "Nobody may use the roles {roles} in one session{rest}.", "任何人不可以在同一会话中同时使用角色{roles}{rest}。";

    // Guarantees.
    NOBODY_HAS_BOTH = "Nobody ever has both roles {roles}{rest}.", "任何人都不会同时担任{roles}{rest}。";
    NOBODY_HAS_TWO = "Nobody ever has two of the roles {roles}{rest}.", "任何人都不会同时担任{roles}中的两个{rest}。";
    NOBODY_CAN_BOTH = "Nobody can ever both {one} and {other}{rest}.", "任何人都不能既{one}又{other}{rest}。";
    NEVER = "Never can {who} {right}{rest}.", "{who}永远不能{right}{rest}。";
    ONLY = "Only {who} can {right}{rest}.", "只有{who}能{right}{rest}。";
    AT_MOST_ROLES = "At most {n} {n|role|roles} can {right}{rest}.", "最多{n}个角色能{right}{rest}。";
    AT_MOST_USERS = "At most {n} {n|person has|people have} the role {role}{rest}.", "最多{n}人担任{role}{rest}。";
    AT_LEAST_USERS = "At least {n} {n|person has|people have} the role {role}{rest}.", "至少{n}人担任{role}{rest}。";
    NEEDS = "Nobody can {right} unless {condition}{rest}.", "除非{condition}，否则任何人都不能{right}{rest}。";
    ALWAYS = "{roles} can always {right}{rest}.", "{roles}始终能{right}{rest}。";
    PREREQUISITE = "Anyone who has the role {role} has the role {needed} too{rest}.", "担任{role}的人都担任{needed}{rest}。";
    HEIRS_TOO = "{role} (or a role that inherits it)", "{role}（或继承它的角色）";
    ANYONE = "anyone", "任何人";
    ANYONE_IN = "anyone in {unit}", "{unit}的任何人";
    ANYONE_IN_AND_BELOW = "anyone in {unit} and below", "{unit}及其下级部门的任何人";
    ANYONE_OUTSIDE = "anyone outside {unit}", "{unit}及其下级部门以外的任何人";

    // Tests.
    EXAMPLE = "Example: {name}.", "例子：{name}。";
    GIVEN_USER = "Suppose that {user} asks.", "假设{user}提出请求。";
    GIVEN_USER_AT = "Suppose that {user} asks at {time}.", "假设{user}在{time}提出请求。";
    GIVEN_AT = "Suppose that it is {time}.", "假设时间是{time}。";
    TIME_IN = "{time} in the time of {zone}", "{time}（{zone}时间）";
    GIVEN_OBJECT = "Suppose that it is about {object}, no record being sent.", "假设涉及{object}，不带记录。";
    GIVEN_RECORD = "Suppose that it is about a record of {object}{rest}.", "假设涉及{object}的一条记录{rest}。";
    WITH_ID = "with the id {id}", "编号为{id}";
    GIVEN_REQUEST = "Suppose that the request is sent{rest}.", "假设请求带有以下信息{rest}。";
    GIVEN_SUBJECT = "Suppose that the one who asks comes{rest}.", "假设请求者带有以下信息{rest}。";
    GIVEN_NOTHING = "Suppose that nothing more is sent.", "假设没有发送其他内容。";
    GIVEN_ROLES = "Suppose that the request brings {roles}.", "假设请求自带{roles}。";
    GIVEN_ACTIVE_ROLES = "Suppose that the session uses {roles}.", "假设会话使用{roles}。";
    CAN = "Then they can {actions}.", "那么可以{actions}。";
    CANNOT = "Then they cannot {actions}.", "那么不可以{actions}。";
    CANNOT_BECAUSE = "Then they cannot {actions}: {reason}.", "那么不可以{actions}：{reason}。";
    ACTION_ON_FIELD = "{action} {field}", "{action}{field}";
    SEES_CLEAR = "Then they see {fields} in clear.", "那么{fields}显示明文。";
    SEES_CLEAR_ON = "Then they see {fields} in clear when they {action}.", "那么{action}时，{fields}显示明文。";
    SEES_MASKED = "Then they see {fields} masked.", "那么{fields}显示脱敏后的内容。";
    SEES_MASKED_ON = "Then they see {fields} masked when they {action}.", "那么{action}时，{fields}显示脱敏后的内容。";
    SEES_HIDDEN = "Then they do not see {fields}.", "那么看不到{fields}。";
    SEES_HIDDEN_ON = "Then they do not see {fields} when they {action}.", "那么{action}时看不到{fields}。";

    // Actions that many systems have.
    CREATE = "create", "新建";
    READ = "read", "查看";
    VIEW = "view", "查看";
    UPDATE = "update", "编辑";
    EDIT = "edit", "编辑";
    DELETE = "delete", "删除";
    EXPORT = "export", "导出";
    IMPORT = "import", "导入";
    TRANSFER = "transfer", "转移";
    APPROVE = "approve", "审批";
    REJECT = "reject", "驳回";
    SUBMIT = "submit", "提交";
    SHARE = "share", "共享";
    ASSIGN_ACTION = "assign", "分配";
    CLAIM = "claim", "领取";
    CONVERT = "convert", "转换";
    MERGE = "merge", "合并";
    CLOSE = "close", "关闭";
    REOPEN = "reopen", "重新打开";
    CANCEL = "cancel", "取消";
    VOID = "void", "作废";
    SIGN = "sign", "签署";
    SEND = "send", "发送";
    PRINT = "print", "打印";
    DOWNLOAD = "download", "下载";
    UPLOAD = "upload", "上传";
    ARCHIVE = "archive", "归档";
    RESTORE = "restore", "恢复";
    LOCK = "lock", "锁定";
    UNLOCK = "unlock", "解锁";
    PUBLISH = "publish", "发布";
    LAUNCH = "launch", "启动";
    LIST = "list", "列出";
    SEARCH = "search", "搜索";
    COPY = "copy", "复制";
    COMMENT = "comment", "评论";
    REFUND = "refund", "退款";
    PAY = "pay", "付款";
    CONFIGURE = "configure", "配置";
    MANAGE = "manage", "管理";
}
