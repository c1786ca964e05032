//! Each verb once.

use super::program::Scratch;

#[test]
fn usage() {
    let scratch = Scratch::new();
    insta::assert_snapshot!("help", scratch.run("--help").all());
    for arguments in ["", "frobnicate", "check --format pdf", "build"] {
        let run = scratch.run(arguments);
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{run:?}");
    }
    let version = scratch.run("--version");
    assert_eq!((version.status, version.out.as_str()), (0, concat!("rolecall ", env!("CARGO_PKG_VERSION"), "\n")));
}

#[test]
fn explain() {
    let scratch = Scratch::new();
    insta::assert_snapshot!("explain", scratch.run("explain E0802").all());
    insta::assert_snapshot!("explain_zh", scratch.run("explain failed-expectation --lang zh").all());
    let list = scratch.run("explain");
    assert!(list.status == 0 && list.out.lines().count() > 20, "{list:?}");
    insta::assert_snapshot!(scratch.run("explain E08o2").all(), @r"
    status: 2
    --- stdout
    --- stderr
    error: no code or name `E08o2`
      help: did you mean `E0802`?
    ");
}

#[test]
fn completions() {
    let scratch = Scratch::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = scratch.run(&format!("completions {shell}"));
        assert!(run.status == 0 && run.out.contains("explain"), "{run:?}");
    }
}

#[test]
fn language() {
    let scratch = Scratch::new();
    let lang = |arguments: &str, environment: &[(&str, &str)]| {
        scratch.run_with(arguments, environment, "").err.contains("没有文件夹")
    };
    assert!(!lang("check missing", &[]));
    assert!(lang("check missing --lang zh", &[]));
    assert!(lang("check missing", &[("ROLECALL_LANG", "zh")]));
    assert!(lang("check missing", &[("LC_ALL", "zh_CN.UTF-8")]));
    assert!(lang("check missing", &[("LANG", "zh_CN.UTF-8")]));
    assert!(!lang("check missing", &[("LANG", "zh_CN.UTF-8"), ("ROLECALL_LANG", "en")]));
    assert!(!lang("check missing --lang en", &[("LANG", "zh_CN.UTF-8")]));
}

#[test]
fn colors() {
    let scratch = Scratch::new();
    let colored = |arguments: &str, environment: &[(&str, &str)]| {
        scratch.run_with(arguments, environment, "").err.contains('\u{1b}')
    };
    assert!(!colored("check missing", &[]));
    assert!(colored("check missing --color always", &[]));
    assert!(!colored("check missing --color never", &[]));
}

#[test]
fn init() {
    let scratch = Scratch::new();
    insta::assert_snapshot!(scratch.run("init crm").all(), @r"
    status: 0
    --- stdout
    --- stderr
    wrote 5 files to crm
    next: rolecall check crm
    ");
    let before = scratch.read("crm/people.roles");
    insta::assert_snapshot!(scratch.run("init crm --lang zh").all(), @r"
    status: 2
    --- stdout
    --- stderr
    错误：`crm/guarantees.roles` 已经存在；没有写入任何内容
      建议：请指定空文件夹或新文件夹
    ");
    assert_eq!(scratch.read("crm/people.roles"), before);
}

/// Both starters are one policy: without comments and strings they are the same text.
#[test]
fn both_starters_say_the_same() {
    let scratch = Scratch::new();
    assert_eq!(scratch.run("init en").status, 0);
    assert_eq!(scratch.run("init zh --lang zh").status, 0);
    for file in ["guarantees", "people", "roles", "tests", "vocabulary"] {
        let bare = |lang: &str| {
            let text = scratch.read(&format!("{lang}/{file}.roles"));
            let lines = text.lines().map(|line| {
                let code = line.split('#').next().unwrap_or("");
                code.split('"').step_by(2).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
            });
            lines.map(|line| line.replace(" ,", ",")).filter(|line| !line.is_empty()).collect::<Vec<_>>()
        };
        assert_eq!(bare("en"), bare("zh"), "{file}");
    }
}
