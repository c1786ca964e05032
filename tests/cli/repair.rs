//! `lint --fix`: repairs that keep every decision, shown, proved, and written to all files or none.

use super::program::Scratch;

/// Every kind of repair that keeps decisions, with comments in between.
const POLICY: &str = "policy p { language 1 timezone \"UTC\" }
label personal, spare_label
hours night = daily 20:00 to 06:00
object Customer { record actions read, update, export record owner is sales_owner field phone is personal }
# the base of all
role Base { allow read Customer within own }
role Middle inherits Base { }
role Clerk inherits Base, Middle { # works here
  allow read, update, read Customer including personal within all # twice
  # a narrower one
  allow update Customer within own
  allow export Customer within all
  deny export Customer within own
}
user li.na, wang.fang
assign Clerk to li.na, wang.fang, li.na
";

fn scratch() -> Scratch {
    let scratch = Scratch::new();
    scratch.write("p/x.roles", POLICY);
    scratch
}

/// The hash of the decisions, as `build` tells it.
fn decisions(scratch: &Scratch) -> String {
    let run = scratch.run("build p -o t.rct");
    assert_eq!(run.status, 0, "{run:?}");
    run.err.rsplit("decisions ").next().unwrap().trim().to_owned()
}

#[test]
fn the_difference_is_shown_and_nothing_is_written() {
    let scratch = scratch();
    let run = scratch.run("lint p --diff");
    insta::assert_snapshot!("repair_diff", run.all());
    assert_eq!(scratch.read("p/x.roles"), POLICY);
    assert_eq!(scratch.run("lint p --fix --diff").out, run.out);
    assert_eq!(scratch.read("p/x.roles"), POLICY);
}

#[test]
fn repairs_keep_comments_and_the_layout() {
    let scratch = scratch();
    let run = scratch.run("lint p --fix");
    assert!(run.status == 0 && run.err.starts_with("6 repairs applied\n") && run.err.ends_with("4 notes\n"), "{run:?}");
    insta::assert_snapshot!("repaired", scratch.read("p/x.roles"));
    assert_eq!(scratch.run("fmt --check p").status, 0);
    let again = scratch.run("lint p --diff");
    assert_eq!((again.status, again.out.as_str(), again.err.as_str()), (0, "", ""));
}

/// Where no rule is taken out the table is the same to the byte of its decisions.
#[test]
fn the_table_is_the_same() {
    let scratch = scratch();
    scratch.write("p/x.roles", POLICY.replace("  # a narrower one\n  allow update Customer within own\n", ""));
    let before = decisions(&scratch);
    assert!(scratch.run("lint p --fix").err.starts_with("5 repairs applied\n"));
    assert_eq!(decisions(&scratch), before);
}

#[test]
fn a_rule_that_is_off_mends_nothing() {
    let scratch = scratch();
    let run = scratch.run("lint p --fix --only duplicate-item");
    assert!(run.err.starts_with("2 repairs applied\n"), "{run:?}");
    let waived = POLICY.replace(
        "role Clerk inherits",
        "#! allow(redundant-inheritance) through 2099-12-31 because \"kept\"\nrole Clerk inherits",
    );
    scratch.write("p/x.roles", &waived);
    let run = scratch.run("lint p --fix --only hierarchy");
    assert!(run.status == 0 && !run.err.contains("repair") && run.err.ends_with("1 note\n"), "{run:?}");
    assert_eq!(scratch.read("p/x.roles"), waived);
}

/// What an error was to be is a guess, and a guess may give rights: not without being asked for.
#[test]
fn guesses_are_made_only_when_asked_for() {
    let scratch = scratch();
    let wrong = POLICY.replace("assign Clerk to", "assign\u{2003}Clerk to");
    scratch.write("p/x.roles", &wrong);
    let run = scratch.run("lint p --fix");
    assert!(run.status == 2 && run.err.contains("`--unsafe-fix` applies it"), "{run:?}");
    assert_eq!(scratch.read("p/x.roles"), wrong);
    let run = scratch.run("lint p --unsafe-fix");
    assert!(run.status == 0 && run.err.starts_with("7 repairs applied\n"), "{run:?}");
    assert!(scratch.read("p/x.roles").contains("assign Clerk to li.na, wang.fang\n"), "{}", scratch.read("p/x.roles"));
}

#[test]
fn used_packages_are_left_alone() {
    let scratch = Scratch::new();
    scratch.write("rolecall.toml", "");
    let shared = "policy s { language 1 timezone \"UTC\" }\nobject Customer { record actions read record owner is o }\n\
                  role Base { allow read, read Customer within own }\n";
    scratch.write("shared/x.roles", shared);
    scratch.write(
        "p/x.roles",
        "policy p { language 1 timezone \"UTC\" }\nuse \"../shared\"\nuser li.na\nassign Base to li.na, li.na\n",
    );
    let run = scratch.run("lint p --fix");
    assert!(run.status == 0 && run.err.starts_with("1 repair applied\n"), "{run:?}");
    assert_eq!(scratch.read("shared/x.roles"), shared);
}

#[cfg(unix)]
mod unix {
    use super::{POLICY, Scratch, scratch};
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    fn two_files() -> Scratch {
        let scratch = scratch();
        scratch.write("p/y.roles", "role Extra { allow read, read Customer within own }\nassign Extra to li.na\n");
        scratch
    }

    fn untouched(scratch: &Scratch) -> bool {
        scratch.read("p/x.roles") == POLICY
            && scratch.read("p/y.roles").contains("read, read")
            && std::fs::read_dir(scratch.path("p")).unwrap().count() == 2
    }

    /// One file that may not be written keeps all from being written.
    #[test]
    fn all_files_or_none() {
        let scratch = two_files();
        std::fs::set_permissions(scratch.path("p/y.roles"), std::fs::Permissions::from_mode(0o444)).unwrap();
        let run = scratch.run("lint p --fix");
        assert_eq!((run.status, run.err.as_str()), (2, "error: cannot write `p/y.roles`: no permission\n"));
        assert!(untouched(&scratch));
    }

    /// A limit on the size of files stands in for a full disk: the second file fails after the first was written beside.
    #[test]
    fn a_full_disk_leaves_the_old_files() {
        let scratch = two_files();
        let long = format!(
            "role Extra {{ allow read, read Customer within own }}\nassign Extra to li.na\n{}",
            "# a comment of some length\n".repeat(100)
        );
        scratch.write("p/y.roles", &long);
        let script = format!("trap '' XFSZ; ulimit -f 1; exec {} lint p --fix", env!("CARGO_BIN_EXE_rolecall"));
        let folder = scratch.path(".");
        let run =
            Command::new("bash").args(["-c", &script]).current_dir(folder).env("LANG", "C.UTF-8").output().unwrap();
        assert_eq!(run.status.code(), Some(2), "{run:?}");
        assert!(untouched(&scratch));
    }
}
