//! Files and folders that are not as they should be.

use super::program::Scratch;

const POLICY: &str = "policy p { language 1 timezone \"UTC\" }\n";

/// Checks `folder` and returns the concise lines, which must be safe, with the exit status 2.
fn refused(scratch: &Scratch, folder: &str) -> String {
    let run = scratch.run(&format!("check {folder} --format concise"));
    run.assert_safe();
    assert_eq!(run.status, 2, "{run:?}");
    let human = scratch.run(&format!("check {folder} --lang zh"));
    human.assert_safe();
    assert_eq!(human.status, 2, "{human:?}");
    run.out
}

#[test]
fn folders_that_are_none() {
    let scratch = Scratch::new();
    scratch.write("empty/readme.md", "");
    scratch.write("nest/a/x.roles", POLICY);
    scratch.write("case/x.Roles", POLICY);
    insta::assert_snapshot!(refused(&scratch, "missing"), @"missing:1:1: E0050 there is no folder `missing`");
    insta::assert_snapshot!(refused(&scratch, "nest/a/x.roles"), @"nest/a/x.roles:1:1: E0050 `nest/a/x.roles` is not a folder");
    insta::assert_snapshot!(refused(&scratch, "empty"), @"empty:1:1: E0051 no `*.roles` file in `empty`");
    insta::assert_snapshot!(refused(&scratch, "case"), @"case/x.Roles:1:1: E0056 `x.Roles` is not read: the name must end in `.roles`, in lower case");
    let below = scratch.run("check nest");
    assert!(below.err.contains("`nest/a`"), "{below:?}");
    assert!(scratch.run("check nest/a/x.roles").err.contains("give `nest/a`"));
}

#[test]
fn texts_that_are_not_utf8() {
    let scratch = Scratch::new();
    scratch.write("gbk/x.roles", b"policy p { language 1 }\nrole \"\xcf\xfa\xca\xdb\xb4\xfa\xb1\xed\" { }\n");
    scratch.write("utf16/x.roles", b"\xff\xfep\0o\0l\0");
    scratch.write("unmarked/x.roles", b"p\0o\0l\0i\0c\0y\0 \0x\0");
    scratch.write("broken/x.roles", b"policy p\n\n  \x80 {}");
    insta::assert_snapshot!(refused(&scratch, "gbk"), @"gbk/x.roles:2:7: E0055 `x.roles` is saved as GBK: byte 31 of the file (line 2) starts no UTF-8 character");
    insta::assert_snapshot!(refused(&scratch, "utf16"), @"utf16/x.roles:1:1: E0055 `x.roles` is saved as UTF-16");
    insta::assert_snapshot!(refused(&scratch, "unmarked"), @"unmarked/x.roles:1:1: E0055 `x.roles` is saved as UTF-16");
    insta::assert_snapshot!(refused(&scratch, "broken"), @"broken/x.roles:3:3: E0055 `x.roles` is not UTF-8: byte 13 of the file (line 3) starts no character");
    let run = scratch.run("check gbk");
    assert!(run.err.contains("role \"销售代表\" { }") && run.err.contains("save the file as UTF-8"), "{run:?}");
}

#[test]
fn files_too_large_are_not_read() {
    let scratch = Scratch::new();
    scratch.write("big/x.roles", "");
    let file = std::fs::File::options().write(true).open(scratch.path("big/x.roles")).unwrap();
    file.set_len(2 << 30).unwrap();
    let begin = std::time::Instant::now();
    insta::assert_snapshot!(refused(&scratch, "big"), @"big/x.roles:1:1: E0054 `x.roles` has 2147483648 bytes; at most 67108864 are read");
    assert!(begin.elapsed().as_secs() < 20);
}

#[test]
fn packages_that_use_each_other() {
    let scratch = Scratch::new();
    scratch.write("a/x.roles", format!("{POLICY}use \"../b\"\n"));
    scratch.write("b/x.roles", "use \"../c\"\n");
    scratch.write("c/x.roles", "use \"../a\"\nuse \"../a\"\n");
    scratch.write("d/x.roles", "use \".\"\n");
    scratch.write(
        "e/x.roles",
        "use \"../missing\"\nuse \"../rolecall.toml\"\nuse \"/etc\"\nuse \"..\\\\a\"\nuse \"../f\"\n",
    );
    scratch.write("f/readme.md", "");
    insta::assert_snapshot!(refused(&scratch, "a"), @r"
    a/x.roles:2:5: E0060 packages use each other in a circle: `a` → `b` → `c` → `a`
    a/x.roles:2:5: E0060 packages use each other in a circle: `a` → `b` → `c` → `a`
    ");
    insta::assert_snapshot!(refused(&scratch, "d"), @"d/x.roles:1:5: E0060 packages use each other in a circle: `d` → `d`");
    insta::assert_snapshot!(refused(&scratch, "e"), @r"
    e/x.roles:1:5: E0059 there is no folder `../missing` to use
    e/x.roles:2:5: E0059 `../rolecall.toml` is not a folder
    e/x.roles:3:5: E0057 `/etc` is no relative path with `/` between its parts
    e/x.roles:4:5: E0057 `..\a` is no relative path with `/` between its parts
    e/x.roles:5:5: E0059 the folder `../f` holds no `*.roles` file
    ");
}

#[test]
fn nothing_leads_out_of_the_workspace() {
    let scratch = Scratch::new();
    scratch.write("root/rolecall.toml", "");
    scratch.write("outside/x.roles", POLICY);
    scratch.write("outside/people.csv", "id\n");
    scratch.write(
        "root/p/x.roles",
        format!("{POLICY}use \"../../outside\"\npeople from \"../../outside/people.csv\" {{ id id }}\n"),
    );
    insta::assert_snapshot!(refused(&scratch, "root/p"), @r"
    root/p/x.roles:2:5: E0058 `../../outside` lies outside the workspace
    root/p/x.roles:3:13: E0058 `../../outside/people.csv` lies outside the workspace
    ");
}

#[cfg(unix)]
mod unix {
    use super::{POLICY, refused};
    use crate::cli::program::{Scratch, program};
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    #[test]
    fn links_that_lead_out_or_nowhere() {
        let scratch = Scratch::new();
        scratch.write("root/rolecall.toml", "");
        scratch.write("outside/x.roles", POLICY);
        scratch.write("outside/people.csv", "id\n");
        scratch.write("root/p/x.roles", format!("{POLICY}use \"link\"\npeople from \"people.csv\" {{ id id }}\n"));
        for (to, link) in [
            ("../../outside", "root/p/link"),
            ("../../outside/people.csv", "root/p/people.csv"),
            ("../../outside/x.roles", "root/p/a.roles"),
            ("c.roles", "root/p/b.roles"),
            ("b.roles", "root/p/c.roles"),
            ("nowhere", "root/p/d.roles"),
        ] {
            symlink(to, scratch.path(link)).unwrap();
        }
        insta::assert_snapshot!(refused(&scratch, "root/p"), @r"
        root/p/a.roles:1:1: E0058 `a.roles` leads outside the workspace over a symbolic link
        root/p/b.roles:1:1: E0052 cannot read `b.roles`: its symbolic links lead in a circle
        root/p/c.roles:1:1: E0052 cannot read `c.roles`: its symbolic links lead in a circle
        root/p/d.roles:1:1: E0052 cannot read `d.roles`: it does not exist
        root/p/x.roles:2:5: E0058 `link` leads outside the workspace over a symbolic link
        root/p/x.roles:3:13: E0058 `people.csv` leads outside the workspace over a symbolic link
        ");
    }

    #[test]
    fn pipes_devices_and_folders_are_not_read() {
        let scratch = Scratch::new();
        scratch.write("p/x.roles", format!("{POLICY}people from \"pipe.csv\" {{ id id }}\n"));
        scratch.write("p/folder.roles/x", "");
        for pipe in ["p/pipe.csv", "p/pipe.roles"] {
            assert!(Command::new("mkfifo").arg(scratch.path(pipe)).status().unwrap().success());
        }
        insta::assert_snapshot!(refused(&scratch, "p"), @r"
        p/folder.roles:1:1: E0053 `folder.roles` is no ordinary file
        p/pipe.roles:1:1: E0053 `pipe.roles` is no ordinary file
        p/x.roles:2:13: E0053 `pipe.csv` is no ordinary file
        ");
    }

    #[test]
    fn names_with_escapes_cannot_write_to_the_terminal() {
        let scratch = Scratch::new();
        scratch.write("p/\u{1b}[2J\u{202e}.roles", "policy p\u{1b}[31m { }\n\u{202e}");
        let run = scratch.run("check p");
        run.assert_safe();
        assert_eq!(run.status, 2, "{run:?}");
        assert!(run.err.contains("\\u{1b}[2J\\u{202e}.roles"), "{run:?}");
    }

    #[test]
    fn unreadable_files_and_folders() {
        let scratch = Scratch::new();
        scratch.write("p/x.roles", POLICY);
        let lock = |path: &str, mode: u32| {
            std::fs::set_permissions(scratch.path(path), std::fs::Permissions::from_mode(mode)).unwrap();
        };
        lock("p/x.roles", 0o000);
        if std::fs::read(scratch.path("p/x.roles")).is_ok() {
            // The superuser reads everything.
            return;
        }
        insta::assert_snapshot!(refused(&scratch, "p"), @"p/x.roles:1:1: E0052 cannot read `x.roles`: no permission");
        lock("p", 0o000);
        let run = scratch.run("check p");
        lock("p", 0o755);
        assert_eq!(run.status, 2, "{run:?}");
    }

    #[test]
    fn a_closed_pipe_ends_quietly() {
        let scratch = Scratch::new();
        let mut child = program(&scratch.path("."), &[]).arg("explain").spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert!(output.stderr.is_empty(), "{output:?}");
        assert!(output.status.code().is_some(), "{output:?}");
    }

    #[test]
    fn a_full_disk_is_an_error() {
        let scratch = Scratch::new();
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let run = program(&scratch.path("."), &[]).arg("explain").stdout(full).output().unwrap();
        assert_eq!(run.status.code(), Some(2), "{run:?}");
        assert_eq!(String::from_utf8_lossy(&run.stderr), "error: cannot write the output: the disk is full\n");
    }

    #[test]
    fn a_read_only_file_is_not_replaced() {
        let scratch = Scratch::new();
        scratch.write("p/x.roles", POLICY);
        scratch.write("t.rct", "mine");
        std::fs::set_permissions(scratch.path("t.rct"), std::fs::Permissions::from_mode(0o444)).unwrap();
        let run = scratch.run("build p -o t.rct");
        assert_eq!((run.status, run.err.as_str()), (2, "error: cannot write `t.rct`: no permission\n"));
        assert_eq!(scratch.read("t.rct"), "mine");
    }

    #[test]
    fn a_built_file_keeps_its_permissions_and_its_link() {
        let scratch = Scratch::new();
        scratch.write("p/x.roles", POLICY);
        scratch.write("real.rct", "old");
        std::fs::set_permissions(scratch.path("real.rct"), std::fs::Permissions::from_mode(0o640)).unwrap();
        symlink("real.rct", scratch.path("t.rct")).unwrap();
        assert_eq!(scratch.run("build p -o t.rct").status, 0);
        assert!(scratch.path("t.rct").is_symlink());
        let real = std::fs::metadata(scratch.path("real.rct")).unwrap();
        assert_eq!(real.permissions().mode() & 0o777, 0o640);
        assert!(real.len() > 100);
        assert_eq!(scratch.run("build p -o /dev/full").status, 2);
    }

    /// A limit on the size of files stands in for a full disk: a write fails half way.
    fn limited(scratch: &Scratch, arguments: &str) -> std::process::Output {
        let script = format!("trap '' XFSZ; ulimit -f 1; exec {} {arguments}", env!("CARGO_BIN_EXE_rolecall"));
        let folder = scratch.path(".");
        Command::new("bash").args(["-c", &script]).current_dir(folder).env("LANG", "C.UTF-8").output().unwrap()
    }

    #[test]
    fn nothing_is_left_half_written() {
        let scratch = Scratch::new();
        let run = limited(&scratch, "init crm --lang en");
        assert_eq!(run.status.code(), Some(2), "{run:?}");
        assert!(String::from_utf8_lossy(&run.stderr).starts_with("error: cannot write `crm/"), "{run:?}");
        assert_eq!(std::fs::read_dir(scratch.path("crm")).unwrap().count(), 0);
    }

    #[test]
    fn what_fmt_cannot_write_stays_as_it_was() {
        let scratch = Scratch::new();
        let long =
            format!("policy p {{ language 1 timezone \"UTC\" }}\n{}", "# a comment of some length\n".repeat(100));
        scratch.write("p/x.roles", &long);
        let run = limited(&scratch, "fmt p --lang en");
        assert_eq!(run.status.code(), Some(2), "{run:?}");
        assert_eq!(scratch.read("p/x.roles"), long);
        assert_eq!(std::fs::read_dir(scratch.path("p")).unwrap().count(), 1);
    }
}
