//! Answers and repairs that would reassure falsely: each of these once did.

use super::program::Scratch;

const HEAD: &str = "policy 甲 { language 1 timezone \"Asia/Shanghai\" }\n";
const CUSTOMER: &str = "object 客户 { record actions 查看, 导出 record owner is 负责人 field 电话 }\n";

fn package(text: &str) -> Scratch {
    let scratch = Scratch::new();
    scratch.write("p/a.roles", format!("{HEAD}{text}"));
    scratch
}

fn staff(people: &str, lines: &str) -> Scratch {
    let scratch = package(&format!(
        "{CUSTOMER}role 销售代表 {{ allow 查看 客户 within all }}\nrole 区域专员 {{ allow 导出 客户 within own }}\n{lines}"
    ));
    scratch.write("p/人员.csv", people);
    scratch
}

const MAPPING: &str = "people from \"人员.csv\" {\n  id 工号\n  name 姓名\n  skip when 状态 is \"离职\"\n  split 岗位 at \"、\"\n  \
    each row gets 销售代表 when 岗位 is \"销售代表\"\n  each row gets 区域专员 when 岗位 is \"区域专员\"\n  otherwise error\n}\n";

#[test]
fn repairs_never_move_a_right() {
    let text = "role 销售代表 { allow 查看 客户 within own }\nrole 财务经理 { allow 查看 客户 within all }\n\
        unit 总公司 { unit 华东 unit 华西 }\nuser li, wang in 华东\nuser zhang.san in 华西\nassign 财务专员 to wang\n\
        assign 销售代表 to zhang.wu\nassign 销售代表 to li for unit 华南 only\n\
        suspend user lo from 2026-11-01 through 2026-12-31 because \"离职\"\nrequire request.mfa for 导入 on 客户\n";
    let scratch = package(&format!("{CUSTOMER}{text}"));
    let before = scratch.read("p/a.roles");
    let run = scratch.run("lint p --fix");
    assert_eq!(scratch.read("p/a.roles"), before, "{run:?}");
    assert!(run.status == 2 && !run.err.contains("fix:"), "{run:?}");
}

#[test]
fn repairs_keep_the_meaning() {
    // Each of these can be mended in two ways that mean different things.
    for text in [
        "unit 总公司 { unit 华东 { unit 一部 unit 华西 }\n",
        "unit 总公司 { unit 华东 } unit 华西 }\n",
        "network office = 10.20.0.1/16\n",
        "role 甲 { allow 查看 客户 within all through 2026-12-31 18:00 }\n",
        "role 甲 { deny 查看 客户 named \"甲 when request.mfa\n}\n",
        "test \"甲\" { given user li cant 查看 }\n",
        "hide 客户 (电话)\n",
    ] {
        let scratch = package(&format!("{CUSTOMER}{text}"));
        let before = scratch.read("p/a.roles");
        let run = scratch.run("lint p --fix");
        assert_eq!(scratch.read("p/a.roles"), before, "{run:?}");
        assert_eq!(run.status, 2, "{run:?}");
    }
}

#[test]
fn a_blank_of_another_width_is_mended_to_a_blank() {
    let scratch = package(&format!("{CUSTOMER}role 甲 {{ allow 查看 客户 within\u{2003}own }}\n"));
    scratch.run("lint p --unsafe-fix");
    assert!(scratch.read("p/a.roles").contains("客户 within own }"), "{}", scratch.read("p/a.roles"));
}

#[test]
fn a_mask_less_is_an_effect_on_everybody_who_had_it() {
    let scratch = package(&format!(
        "{CUSTOMER}role 销售 {{ allow 查看 客户 within own or no owner mask 客户 (电话) outside own }}\n\
         user li \"李\", wang \"王\"\nassign 销售 to li, wang\n"
    ));
    let at = "--at 2026-11-24T10:00:00+08:00";
    let question = format!("why li cannot 查看 客户.电话 --in p {at} --format json --record 负责人=none");
    let run = scratch.run(&question);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let effects = json["alternative"]["effects"].as_array().unwrap();
    let shown = |effect: &serde_json::Value| effect["user"] == "wang" && effect["is"] == "clear";
    assert!(effects.iter().any(shown), "{json}");
}

#[test]
fn creating_for_others_is_told_with_what_allows_it() {
    let scratch = package(
        "object 客户 { general actions 新建 creates record actions 查看 record actions 转移 changes 负责人\n  record owner is 负责人 }\n\
         role 销售 { allow 新建 客户 }\nrole 经理 inherits 销售 { allow 转移 客户 within all }\n\
         user li \"李\", wang \"王\"\nassign 销售 to li\nassign 经理 to wang\n",
    );
    let at = "--in p --at 2026-11-24T10:00:00+08:00";
    let who = scratch.run(&format!("who can 新建 客户 {at}")).out;
    assert!(who.contains("or the one who asks may also") && who.contains("`转移`"), "{who}");
    let json = scratch.run(&format!("who can 新建 客户 {at} --format json")).out;
    assert!(json.contains("may also `转移` that record"), "{json}");
    let why = scratch.run(&format!("why li cannot 新建 客户 {at} --record 负责人=wang")).out;
    assert!(
        why.contains("the owner of the new record is not the one who asks") && !why.contains("is not `within"),
        "{why}"
    );
    let unknown = scratch.run(&format!("why li cannot 新建 客户 {at} --record 级别=1")).all();
    assert!(!unknown.contains("whether the record is `"), "{unknown}");
}

#[test]
fn a_reading_action_among_updating_ones_is_a_finding() {
    for (line, found) in [
        ("record actions 查看, 修改 updates", true),
        ("record actions view, edit changes 负责人", true),
        ("record actions 查看 record actions 修改 updates", false),
        ("record actions 修改, 删改 updates", false),
    ] {
        let scratch = package(&format!("object 客户 {{ {line} record owner is 负责人 }}\n"));
        let run = scratch.run("lint p --format concise");
        assert_eq!(run.out.contains("W0311"), found, "{line}: {run:?}");
    }
}

#[test]
fn a_test_about_a_display_name_tests_nobody() {
    let policy = |line: &str| {
        package(&format!(
            "{CUSTOMER}role 销售 {{ allow 查看, 导出 客户 within all }}\nuser G001 \"李娜\"\nuser G002 \"张三\"\n\
             user G003 \"张三\"\nassign 销售 to G001\ntest \"甲\" {{ {line} }}\n"
        ))
    };
    let check = |line: &str| policy(line).run("check p --format concise --fail-level error");
    let name = check("given user 李娜 given 客户 { 负责人 = G002 } cannot 导出");
    assert!(name.status != 0 && name.out.contains("E0401"), "{name:?}");
    let value = check("given user G001 given 客户 { 负责人 = 李娜 } can 导出");
    assert!(value.status != 0 && value.out.contains("E0401"), "{value:?}");
    let case = check("given user g001 given 客户 { 负责人 = G002 } cannot 导出");
    assert!(case.status != 0 && case.out.contains("E0401"), "{case:?}");
    let human = policy("given user 李娜 given 客户 { 负责人 = G002 } cannot 导出").run("check p");
    assert!(human.err.contains("`李娜` is the label of `G001`"), "{human:?}");
    let several = policy("given user 张三 given 客户 { 负责人 = G002 } cannot 导出").run("check p");
    assert!(several.err.contains("`G002`, `G003`"), "{several:?}");
    let meant = check("given user 李娜 given 客户 { 负责人 = G002 } cannot 导出 because unknown-subject");
    assert_eq!(meant.status, 0, "{meant:?}");
    let stranger = check("given user nobody.known given 客户 { 负责人 = G002 } cannot 导出");
    assert_eq!(stranger.status, 0, "{stranger:?}");
}

#[test]
fn leavers_under_another_word_are_listed() {
    let people = "工号,姓名,岗位,状态\n001,张三,销售代表,在职\n002,李四,销售代表,离职\n003,王五,销售代表,已离职\n\
        004,赵六,销售代表,離職\n005,孙七,区域专员,离 职\n";
    let run = staff(people, MAPPING).run("check p");
    assert!(run.status == 1 && run.err.contains("W0413"), "{run:?}");
    for value in ["`已离职` (line 4)", "`離職` (line 5)", "`离 职` (line 6)"] {
        assert!(run.err.contains(value), "{value}: {run:?}");
    }
    // One other value, that says nothing of leaving, is how such files are.
    let plain = "工号,姓名,岗位,状态\n001,张三,销售代表,在职\n002,李四,销售代表,离职\n003,王五,区域专员,在职\n";
    assert_eq!(staff(plain, MAPPING).run("check p").status, 0);
    let one = "工号,姓名,岗位,状态\n001,张三,销售代表,已离职\n002,李四,区域专员,离职\n003,王五,区域专员,已离职\n";
    assert!(staff(one, MAPPING).run("check p").err.contains("`已离职`"));
    // Turned round, nothing is left open.
    let round = MAPPING.replace("is \"离职\"", "is not one of \"在职\"");
    assert!(!staff(people, &round).run("check p").err.contains("W0413"));
}

#[test]
fn a_post_behind_another_separator_is_listed() {
    let people = "工号,姓名,岗位,状态\n001,张三,销售代表;区域专员、区域专员,在职\n002,李四,销售代表,离职\n003,王五,销售代表,在职\n";
    for mapping in [MAPPING.to_owned(), MAPPING.replace("otherwise error", "otherwise nothing")] {
        let run = staff(people, &mapping).run("check p");
        assert!(run.status == 1 && run.err.contains("`销售代表;区域专员` (line 2)"), "{run:?}");
    }
    // A post without a role is fine where that is said.
    let other = people.replace("销售代表;区域专员、区域专员", "区域专员、司机");
    assert_eq!(staff(&other, &MAPPING.replace("otherwise error", "otherwise nothing")).run("check p").status, 0);
    assert!(staff(&other, MAPPING).run("check p").err.contains("`司机`"));
}

#[test]
fn ids_that_a_spreadsheet_spoilt_are_refused() {
    for (id, bad) in
        [("9.00E+05", true), ("1E+10", true), ("#N/A", true), ("#REF!", true), ("12E3", false), ("E+1", false)]
    {
        let people =
            format!("工号,姓名,岗位,状态\n{id},张三,销售代表,在职\n2,李四,区域专员,离职\n3,王五,区域专员,在职\n");
        let run = staff(&people, MAPPING).run("check p --format concise --fail-level error");
        assert_eq!(run.out.contains("E0409"), bad, "{id}: {run:?}");
    }
}

#[test]
fn a_full_width_id_is_told_once_at_its_row() {
    let people = "工号,姓名,岗位,状态\nＧ００２,张三,销售代表,在职\nG003,李四,区域专员,离职\nG004,王五,区域专员,在职\n";
    let lines = format!("{MAPPING}assign 区域专员 to G002 through 2027-12-31\n");
    let run = staff(people, &lines).run("check p");
    assert!(run.err.contains("line 2 of") && run.err.contains("write `G002` in the file"), "{run:?}");
    assert!(run.err.contains("E0409") && !run.err.contains("E0401") && run.err.contains("1 error"), "{run:?}");
}

#[test]
fn a_value_that_cannot_be_used_is_not_told_as_not_given() {
    let scratch = package(
        "object 客户 { record actions 查看 record owner is 负责人 record unit is 所属部门 }\nunit 总公司 { unit 华东 \"华东大区\" unit 华西 }\n\
         role 销售 { allow 查看 客户 within my unit when request.mfa }\nuser li \"李娜\" in 华东\nassign 销售 to li\n",
    );
    scratch.run("build p -o p.rct");
    for place in ["p", "p.rct"] {
        let at = format!("--in {place} --at 2026-11-24T10:00:00+08:00");
        for (verb, facts, told) in [
            ("why li can", "--record 所属部门=华东 --request mfa=是", "`request.mfa`: `是` is not `true` or `false`"),
            ("when can li", "--record 所属部门=华东 --request mfa=1", "`request.mfa`: `1` is not `true` or `false`"),
            ("why li can", "--record 所属部门=华东大区 --request mfa=true", "`华东大区` is the label of `华东`"),
            ("why li can", "--record 负责人=李娜 --request mfa=true", "`李娜` is the label of `li`"),
            ("when can li", "--record 负责人=李娜 --request mfa=true", "`李娜` is the label of `li`"),
            ("why li can", "--request mfa=[true]", "a set was given for a single value"),
            ("why li can", "--request mfaa=true", "no request attribute `mfaa` is declared"),
        ] {
            let run = scratch.run(&format!("{verb} 查看 客户 {at} {facts}"));
            assert!(run.status == 2 && run.out.is_empty() && run.err.contains(told), "{place} {facts}: {run:?}");
        }
        let run = scratch.run(&format!("why li can 查看 客户 {at} --record 负责人=stranger --request mfa=true"));
        assert_eq!(run.status, 0, "{run:?}");
    }
}

#[test]
fn a_people_file_that_cannot_be_read_is_one_error() {
    let lines = format!(
        "{MAPPING}assign 区域专员 to G002\ndelegate 销售代表 of G002 to G003 through 2027-01-01 because \"甲\"\n"
    );
    for people in
        [&b"\xb9\xa4\xba\xc5,\xd0\xd5\xc3\xfb\n"[..], b"a\tb\n1\t2\n", "工号,姓名,岗位,状态\nG002,李四\n".as_bytes()]
    {
        let scratch = staff("", &lines);
        scratch.write("p/人员.csv", people);
        let run = scratch.run("check p");
        assert!(run.err.contains("1 error"), "{run:?}");
    }
}

#[test]
fn who_has_left_is_told_so() {
    let people = "工号,姓名,岗位,状态,离职日期\nG001,张三,销售代表,在职,\nG008,李四,销售代表,离职,\nG009,王五,区域专员,在职,2026-01-31\n";
    let mapping = MAPPING.replace("  name 姓名\n", "  name 姓名\n  ends 离职日期\n");
    let scratch = staff(people, &mapping);
    let at = "--in p --at 2026-11-24T10:00:00+08:00";
    for (id, words, row) in [("G008", "is skipped by its row", "人员.csv:3"), ("G009", "has left", "人员.csv:4")] {
        let what = scratch.run(&format!("what can {id} {at}"));
        assert!(what.out.contains(words) && what.out.contains(row), "{what:?}");
        let why = scratch.run(&format!("why {id} cannot 查看 客户 {at}"));
        assert!(why.out.contains(words) && why.out.contains(row), "{why:?}");
    }
    assert!(scratch.run(&format!("what can G001 {at}")).out.starts_with("张三 (G001) has 1 right"));
}

#[test]
fn a_calendar_that_has_run_out_is_told() {
    let scratch = package(&format!(
        "{CUSTOMER}calendar 国历 covers 2026 {{ weekend Saturday, Sunday }}\nhours 上班 = workdays of 国历 09:00 to 18:00\n\
         role 销售 {{ allow 查看 客户 within own deny 查看 客户 outside 上班 }}\nuser li \"李\"\nassign 销售 to li\n"
    ));
    let why = |at: &str| scratch.run(&format!("why li cannot 查看 客户 --in p --at {at} --record 负责人=li")).out;
    assert!(why("2027-01-05T10:00:00+08:00").contains("covers only 2026-01-01 through 2026-12-31"));
    assert!(!why("2026-11-24T20:00:00+08:00").contains("covers only"));
}

#[test]
fn an_unknown_zone_hides_nothing_else() {
    let scratch = Scratch::new();
    scratch.write(
        "p/a.roles",
        "policy 甲 { language 1 timezone \"Asia/Beijing\" }\nhours 上班 = weekdays 09:00 to 18:00\nuser li\nassign 无 to li\n",
    );
    for at in ["", " --at 2026-11-24"] {
        let run = scratch.run(&format!("check p --format concise{at}"));
        assert!(run.out.contains("E0606") && run.out.contains("E0201") && !run.out.contains("E0605"), "{run:?}");
    }
}

#[test]
fn what_is_written_from_a_chinese_keyboard_is_understood() {
    let scratch = package(&format!(
        "{CUSTOMER}＃ 注释\n#！allow（unheld-role） through 2099-12-31 because “以后用”\nrole 甲 {{ allow 查看 客户 within all because “关于“年假”的通知” }}\n\
         role 乙 {{ allow 导出 客户 within own because “他说\"好\"，同意” }}\nuser li\nassign 乙 to li\n"
    ));
    let run =
        scratch.run("check p --fail-level info --level no-responsible=off --level no-review=off --format concise");
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{run:?}");
}

#[test]
fn what_to_write_is_said() {
    let said = |text: &str, words: &str| {
        let run = package(&format!("{CUSTOMER}{text}\n")).run("check p");
        assert!(run.err.contains(words), "{text}: {run:?}");
    };
    said("unit 总公司 { unit 1部 }", "`\"1部\"`");
    said("unit 总公司 { unit 华西 一部 unit 华东 }", "`\"华西 一部\"`");
    said("unit 总公司 { unit 华西/一部 unit 华东 }", "`\"华西/一部\"`");
    said("role 员工（正式） { allow 查看 客户 within own }", "`\"员工（正式）\"`");
    said("object 合同 { record actions 查看, 修改 updates, 删除 }", "on a line of their own");
    said("role 甲 { allow 查看 和 导出 客户 within own }", "write `,` between");
    said("role 甲 { allow all 客户 within own }", "`every action`");
    said("role 甲 { allow 查看 all within own }", "`every object`");
    said("role 甲 { deny allow 查看 客户 within own }", "is not finished");
    said("user li\ntest \"甲\" { given user li given 客户 { 负责人 = li } sees 电话 in clear }", "`for 查看`");
    said("unit 华东 \"华东大区\"\nuser li in 华东大区", "`华东大区` is the label of `华东`");
    said("role 甲 { }\nassign 甲 to 所有人", "write `everyone`");
}

#[test]
fn cells_are_told_with_what_to_write() {
    let mapping = MAPPING.replace("  name 姓名\n", "  name 姓名\n  ends 离职日期\n");
    for (cell, date) in [
        ("2024年3月1日", "2024-03-01"),
        ("2024.3.1", "2024-03-01"),
        ("2024-03-01 00:00:00", "2024-03-01"),
        ("20240301", "2024-03-01"),
        ("45352", "2024-03-01"),
    ] {
        let people = format!("工号,姓名,岗位,状态,离职日期\n1,张三,销售代表,在职,{cell}\n2,李四,区域专员,离职,\n");
        let run = staff(&people, &mapping).run("check p");
        assert!(run.err.contains(&format!("write `{date}`")), "{cell}: {run:?}");
    }
}

#[test]
fn a_carriage_return_hides_no_statement() {
    let text = "role 甲 { allow 查看 客户 within all }\n# harmless\rrole 乙 { }\nguarantees { # sox\r never anyone can 导出 客户\n}\n";
    let scratch = package(&format!("{CUSTOMER}{text}"));
    for verb in ["check p --format concise", "build p -o t.rct", "fmt p --check"] {
        let run = scratch.run(verb);
        run.assert_safe();
        assert_eq!(run.status, 2, "{run:?}");
    }
    let run = scratch.run("check p --format concise");
    assert_eq!(run.out.matches("E0002 the text holds the control character `U+000D`").count(), 2, "{run:?}");
    // Before a line feed it belongs to the line end, behind a text that is not closed too.
    scratch.write(
        "q/a.roles",
        format!("{HEAD}{CUSTOMER}# c\nrole 甲 {{ allow 查看 客户 within all }}\n").replace('\n', "\r\n"),
    );
    let run = scratch.run("check q --format concise");
    assert!(run.status < 2, "{run:?}");
}

#[test]
fn nothing_to_mend_is_not_nothing_wrong() {
    let scratch = package("role X inherits Nope { }\n");
    scratch.write("raw/a.roles", b"\xff");
    scratch.write("config/a.roles", format!("{HEAD}{CUSTOMER}"));
    scratch.write("config/rolecall.toml", "fail_lvl = 1\n");
    for (folder, says) in [("p", "no role"), ("raw", "not UTF-8"), ("config", "fail_lvl"), ("nope", "no folder")] {
        for flags in ["--diff", "--fix --diff", "--unsafe-fix --diff"] {
            let run = scratch.run(&format!("lint {folder} {flags}"));
            assert!(run.status == 2 && run.err.contains(says), "{run:?}");
        }
    }
}
