//! Waivers: what they cover, how long, and what nobody may waive.

use super::program::Scratch;
use serde_json::Value;

const HEAD: &str = "policy p { language 1 timezone \"Asia/Shanghai\" }
object Customer { record actions read, print, export risk normal record owner is sales_owner }
role Clerk { allow read Customer within own }
user li.na
assign Clerk to li.na
";

fn scratch(config: &str, rest: &str) -> Scratch {
    let scratch = Scratch::new();
    scratch.write("w/p/x.roles", format!("{HEAD}{rest}"));
    scratch.write("w/rolecall.toml", config);
    scratch
}

fn lint(scratch: &Scratch, at: &str) -> String {
    let run = scratch.run(&format!("lint w/p --format concise --at {at}"));
    run.assert_safe();
    run.out.replace("w/p/x.roles:", "")
}

#[test]
fn a_waiver_covers_one_finding() {
    let twice = "role Spare { allow read, read, export, export Customer within own }\nassign Spare to li.na\n";
    let waiver = "#! allow(duplicate-item) through 2026-12-31 because \"typed twice\"\n";
    let one = scratch("", &format!("{waiver}{twice}"));
    insta::assert_snapshot!(lint(&one, "2026-11-24"), @"6:1: W0903 this waiver of `duplicate-item` covers 2 findings");
    let two = scratch("", &format!("{waiver}{waiver}{twice}"));
    assert_eq!(lint(&two, "2026-11-24"), "");
    let three = scratch("", &format!("{waiver}{waiver}{waiver}{twice}"));
    insta::assert_snapshot!(lint(&three, "2026-11-24"), @"8:1: W0901 this waiver of `duplicate-item` waives nothing");
}

#[test]
fn a_group_is_too_broad() {
    let waived = "#! allow(hygiene) through 2026-12-31 because \"later\"\nrole Spare { allow export, export Customer within own }\n";
    let scratch = scratch("", waived);
    insta::assert_snapshot!(lint(&scratch, "2026-11-24"), @"6:1: W0903 this waiver names the group `hygiene`, not a rule");
    let off = scratch.run("lint w/p --format concise --level waiver-too-broad=off --at 2026-11-24");
    assert_eq!((off.status, off.out.as_str()), (0, ""));
}

#[test]
fn nobody_may_waive_what_the_team_says() {
    let waived =
        "#! allow(unheld-role) through 2026-12-31 because \"later\"\nrole Spare { allow export Customer within own }\n";
    let rule = scratch("[lint]\nnever_waive = [\"unheld-role\"]\n", waived);
    insta::assert_snapshot!(lint(&rule, "2026-11-24"), @r"
    6:1: E0904 nobody may waive `unheld-role`
    7:1: W0202 nobody holds role `Spare`
    ");
    let group = scratch("[lint]\nnever_waive = [\"hygiene\"]\n", &waived.replace("unheld-role", "hygiene"));
    insta::assert_snapshot!(lint(&group, "2026-11-24"), @r"
    6:1: W0901 this waiver of `hygiene` waives nothing
    7:1: W0202 nobody holds role `Spare`
    ");
}

/// The last day is that of the package's own zone.
#[test]
fn dates() {
    let waived = |date: &str| {
        format!(
            "#! allow(unheld-role) through {date} because \"later\"\nrole Spare {{ allow export Customer within own }}\n"
        )
    };
    let scratch = scratch("[lint.waivers]\nlongest_days = 90\n", &waived("2026-11-24"));
    assert_eq!(lint(&scratch, "2026-11-24T23:59:59+08:00"), "");
    insta::assert_snapshot!(lint(&scratch, "2026-11-24T16:00:00Z"), @r"
    6:1: E0903 this waiver ended with 2026-11-24
    7:1: W0202 nobody holds role `Spare`
    ");
    assert_eq!(lint(&scratch, "2026-08-26T12:00:00+08:00"), "");
    insta::assert_snapshot!(lint(&scratch, "2026-08-25T12:00:00+08:00"), @r"
    6:1: E0906 this waiver runs through 2026-11-24, more than 90 days from now
    7:1: W0202 nobody holds role `Spare`
    ");
    let help = scratch.run("lint w/p --at 2026-08-25");
    assert!(help.err.contains("let it run through 2026-11-23 at most"), "{help:?}");
    for (date, expected) in [
        ("2026-02-30", "E0905 there is no 2026-02-30"),
        ("2026-13-01", "E0905 there is no 2026-13-01"),
        ("2027-02-29", "E0905 there is no 2027-02-29"),
        ("2026-2-3", "E0901 the date of this waiver, `2026-2-3`, is not written as `2026-12-31`"),
        ("-001-02-03", "E0901 the date of this waiver, `-001-02-03`, is not written as `2026-12-31`"),
        ("soon", "E0901 this waiver has no date that it runs through"),
    ] {
        scratch.write("w/p/x.roles", format!("{HEAD}{}", waived(date)));
        assert!(lint(&scratch, "2026-11-24").starts_with(&format!("6:1: {expected}\n")), "{date}");
    }
}

/// What was not looked for cannot be told from what is not there.
#[test]
fn a_waiver_of_a_rule_that_did_not_run_is_not_called_unused() {
    let scratch = scratch("", "#! allow(covered-allow) through 2026-12-31 because \"x\"\nrole Spare { }\n");
    let lint = |flags: &str| scratch.run(&format!("lint w/p --format concise --at 2026-11-24 {flags}")).out;
    assert!(lint("").contains("W0901"));
    for flags in ["--level covered-allow=off", "--only unheld-role", "--level conflict=off"] {
        assert!(!lint(flags).contains("W0901"), "{flags}");
    }
}

/// A finding that a team calls an error can still be waived, with reason and date.
#[test]
fn what_was_raised_to_an_error_can_be_waived() {
    let scratch = scratch(
        "[lint.levels]\nunheld-role = \"error\"\n",
        "#! allow(unheld-role) through 2026-12-31 because \"later\"\nrole Spare { allow export Customer within own }\n",
    );
    assert_eq!(lint(&scratch, "2026-11-24"), "");
}

#[test]
fn the_list_says_which_end_first() {
    let scratch = scratch(
        "",
        "#! allow(unheld-role) through 2026-12-31 because \"for the spring\"\nrole Spare { allow export Customer within own }\n\
         #! allow(duplicate-item, unheld-role) through 2026-11-30 because \"typed twice\"\n\
         role Other { allow print, print Customer within own }\n",
    );
    insta::assert_snapshot!("waivers", scratch.run("lint w/p --waivers --at 2026-11-24").all());
    let concise = scratch.run("lint w/p --waivers --at 2026-11-24 --format concise");
    insta::assert_snapshot!(concise.out, @r"
    w/p/x.roles:8: duplicate-item 2026-11-30 (6) 1 typed twice
    w/p/x.roles:8: unheld-role 2026-11-30 (6) 1 typed twice
    w/p/x.roles:6: unheld-role 2026-12-31 (37) 1 for the spring
    ");
    let run = scratch.run("lint w/p --waivers --at 2026-11-24 --format json");
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["waivers"][2]["reason"], "for the spring");
    assert_eq!((json["waivers"][2]["days_left"].as_i64(), json["waivers"][2]["covers"].as_i64()), (Some(37), Some(1)));
    let none = super::waivers::scratch("", "").run("lint w/p --waivers");
    assert_eq!((none.status, none.err.as_str()), (0, "no waivers\n"));
}
