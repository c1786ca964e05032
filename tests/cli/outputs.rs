//! Where output goes, and where it must not: over the policy itself, through a link, raw to the terminal, onto a full disk.

use super::program::Scratch;

#[test]
fn what_is_made_never_replaces_what_it_is_made_of() {
    let scratch = Scratch::new();
    let people = "people from \"人员.csv\" {\n  id 工号\n  name 姓名\n}\n";
    scratch.write("p/a.roles", format!("policy p {{ language 1 timezone \"UTC\" }}\n{people}"));
    scratch.write("p/人员.csv", "工号,姓名\nli.na,李娜\n");
    scratch.write("p/rolecall.toml", "");
    #[cfg(unix)]
    std::os::unix::fs::symlink(scratch.path("p/a.roles"), scratch.path("link.rct")).unwrap();
    let before = ["p/a.roles", "p/人员.csv", "p/rolecall.toml"].map(|file| scratch.read(file));
    for file in [
        "p/a.roles",
        "p/./a.roles",
        "p/人员.csv",
        "p/rolecall.toml",
        "p/rolecall.baseline.json",
        "p/new.roles",
        "link.rct",
    ] {
        if cfg!(not(unix)) && file == "link.rct" {
            continue;
        }
        for run in [format!("build p -o {file}"), format!("check p --output sarif={file}")] {
            let run = scratch.run(&run);
            assert!(run.status == 2 && run.err.contains("it is a file of the policy"), "{file}: {run:?}");
        }
    }
    assert_eq!(before, ["p/a.roles", "p/人员.csv", "p/rolecall.toml"].map(|file| scratch.read(file)));
    assert!(!scratch.path("p/new.roles").exists());
    // However it is written, it is one file.
    for twice in ["sarif=x.s --output junit=./x.s", "sarif=x.s --output junit=p/../x.s"] {
        let run = scratch.run(&format!("check p --output {twice}"));
        assert!(run.status == 2 && run.err.contains("is named for two forms"), "{run:?}");
    }
    assert!(!scratch.path("x.s").exists());
}

#[test]
#[cfg(unix)]
fn the_formatter_follows_no_link_out_of_the_workspace() {
    let scratch = Scratch::new();
    let text = "policy   p { language 1 }\n";
    scratch.write("outside/v.roles", text);
    scratch.write("main/rolecall.toml", "");
    scratch.write("main/a.roles", text);
    std::os::unix::fs::symlink(scratch.path("outside/v.roles"), scratch.path("main/v.roles")).unwrap();
    let run = scratch.run("fmt main");
    assert!(run.status == 2 && run.err.contains("E0058"), "{run:?}");
    assert_eq!(scratch.read("outside/v.roles"), text);
    assert_ne!(scratch.read("main/a.roles"), text);
}

#[test]
fn pages_of_codes_have_no_hidden_signs() {
    for code in ["E0002", "E0003", "E0012"] {
        for lang in ["en", "zh"] {
            Scratch::new().run(&format!("explain {code} --lang {lang}")).assert_safe();
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said_of_help_too() {
    let full = || std::fs::File::options().write(true).open("/dev/full").unwrap();
    for arguments in [&["--help"][..], &["--version"], &["explain", "E0002"]] {
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_rolecall")).args(arguments).stdout(full()).status();
        assert_eq!(run.unwrap().code(), Some(2), "{arguments:?}");
    }
}
