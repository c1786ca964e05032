//! The files for pipelines: accepted by the validators of their systems, and run.

use super::forms::{FOLDER, ugly};
use super::program::Scratch;
use super::validators::{accepts, tool};
use std::path::Path;
use std::process::Command;

fn page(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The block of a section of `docs/ci.md`.
fn block(section: &str) -> String {
    block_of("docs/ci.md", section)
}

fn block_of(name: &str, section: &str) -> String {
    let page = page(name);
    let section = page.split("\n## ").find(|part| part.starts_with(&format!("{section}\n"))).unwrap();
    let block = section.split("```yaml\n").nth(1).unwrap();
    block.split("```").next().unwrap().to_owned()
}

#[test]
fn the_pages_blocks_are_accepted() {
    let scratch = Scratch::new();
    scratch.write("workflow.yml", block("GitHub"));
    scratch.write("gitlab-ci.yml", block("GitLab"));
    scratch.write("pre-commit.yaml", block("pre-commit"));
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if let Some(tool) = tool("check-jsonschema") {
        let validate = |schema: &str, path: &Path| {
            let mut command = Command::new(&tool);
            command.args(["--builtin-schema", schema]).arg(path);
            command
        };
        for (name, schema) in [("GitHub", "vendor.github-workflows"), ("GitLab", "vendor.gitlab-ci")] {
            scratch.write("review.yml", block_of("docs/review.md", name));
            accepts(validate(schema, &scratch.path("review.yml")));
        }
        accepts(validate("vendor.github-workflows", &scratch.path("workflow.yml")));
        accepts(validate("vendor.gitlab-ci", &scratch.path("gitlab-ci.yml")));
        accepts(validate("vendor.github-actions", &root.join("action.yml")));
        let wrong = validate("vendor.github-actions", &scratch.path("workflow.yml")).output().unwrap();
        assert!(!wrong.status.success(), "a workflow is no action");
    }
    if let Some(tool) = tool("pre-commit") {
        let mut command = Command::new(&tool);
        command.arg("validate-config").arg(scratch.path("pre-commit.yaml"));
        accepts(command);
        let mut command = Command::new(&tool);
        command.arg("validate-manifest").arg(root.join(".pre-commit-hooks.yaml"));
        accepts(command);
    }
}

/// What the page names is there: hooks, inputs of the action, and commands that the program takes.
#[test]
fn the_page_names_what_there_is() {
    let (hooks, action) = (page(".pre-commit-hooks.yaml"), page("action.yml"));
    for line in block("pre-commit").lines().filter_map(|line| line.trim().strip_prefix("- id: ")) {
        assert!(hooks.contains(&format!("- id: {line}\n")), "{line}");
    }
    let with = block("GitHub");
    let with = with.split("rolecall@v0.1.0\n        with:\n").nth(1).unwrap();
    let inputs: Vec<&str> = with.lines().take_while(|line| line.starts_with("          ")).collect();
    assert_eq!(inputs.len(), 2);
    for input in inputs {
        let name = input.trim().split(':').next().unwrap();
        assert!(action.contains(&format!("\n  {name}:\n")), "{name}");
    }
    let scratch = ugly();
    let block = block("GitLab");
    let command = block.lines().find_map(|line| line.trim().strip_prefix("- .cargo/bin/rolecall ")).unwrap();
    let words: Vec<&str> =
        command.split(' ').map(|word| if word == "policies/acme-crm" { FOLDER } else { word }).collect();
    assert_eq!(scratch.run_words(&words, &[], "").status, 1);
    assert!(scratch.read("gl-code-quality-report.json").contains("W0107"));
    assert!(scratch.read("rolecall.xml").contains("dead-allow"));
}

/// A script of the action, by the order in which they stand there.
#[cfg(unix)]
fn script(number: usize) -> String {
    let action = page("action.yml");
    let script = action.split("      run: |\n").nth(number).unwrap();
    let lines = script.lines().take_while(|line| line.is_empty() || line.starts_with("        "));
    lines.map(|line| format!("{}\n", line.strip_prefix("        ").unwrap_or(line))).collect()
}

/// The second step of the action, as GitHub would run it.
#[cfg(unix)]
#[test]
fn the_action_runs() {
    let script = script(1);
    let scratch = ugly();
    scratch.write("plain/p.roles", "policy p { language 1 timezone \"UTC\" }\n");
    let run = |verb: &str, packages: &str, level: &str| {
        scratch.write("output", "");
        let output = Command::new("bash")
            .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &script])
            .current_dir(scratch.path("."))
            .env("BINARY", env!("CARGO_BIN_EXE_rolecall"))
            .envs([("VERB", verb), ("PACKAGES", packages), ("FAIL_LEVEL", level), ("ROLECALL_LANG", "en")])
            .envs([("SARIF", "out.sarif"), ("JUNIT", ""), ("RUNNER_TEMP", "/nowhere")])
            .env("GITHUB_OUTPUT", scratch.path("output"))
            .env("GITHUB_STEP_SUMMARY", scratch.path("summary.md"))
            .output()
            .unwrap();
        (output.status.code(), scratch.read("output"), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    // The folder's name has a blank and a `#`, which a list divided by blanks cannot carry.
    std::fs::rename(scratch.path(FOLDER), scratch.path("销售")).unwrap();
    let (status, output, said) = run("check", "plain 销售", "warning");
    assert_eq!((status, output.as_str()), (Some(1), "status=1\n"));
    assert!(said.starts_with("::error file=销售/测试.roles,line="), "{said}");
    assert!(
        scratch.read("out.sarif").contains("\"E0701\"") && scratch.read("summary.md").contains("## rolecall check")
    );
    assert_eq!(run("lint", "plain", "info").0, Some(0));
    assert_eq!(run("test", "销售", "error").0, Some(1));
    assert_eq!(run("check", "nowhere", "error").1, "status=2\n");
    assert_eq!(run("check", "$(touch pwned)", "error").0, Some(2));
    assert!(!scratch.path("pwned").exists());
}

/// The steps of the action that review a change: in a repository, with a `gh` that keeps what it is told.
#[cfg(unix)]
#[test]
fn the_action_reviews() {
    let scratch = Scratch::new();
    let policy = |scope: &str| {
        format!(
            "policy p {{ language 1 timezone \"UTC\" }}\nobject Note {{ record actions read record owner is o }}\n\
             role A {{ allow read Note within {scope} }}\nuser li\nassign A to li\n"
        )
    };
    let shell = |script: &str, set: &[(&str, &str)]| {
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script]).current_dir(scratch.path("."));
        command.env("BINARY", env!("CARGO_BIN_EXE_rolecall")).env("RUNNER_TEMP", scratch.path("."));
        command.env("GITHUB_OUTPUT", scratch.path("output")).env("GITHUB_STEP_SUMMARY", scratch.path("summary.md"));
        command.env("PATH", format!("{}:{}", scratch.path("bin").display(), std::env::var("PATH").unwrap()));
        let output = command.envs(set.iter().copied()).output().unwrap();
        (
            output.status.code(),
            format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)),
        )
    };
    scratch.write("p/a.roles", policy("own"));
    let git = "git init -q . && git add p && git -c user.name=t -c user.email=t@example.com commit -qm base";
    assert_eq!(shell(git, &[]), (Some(0), String::new()));
    scratch.write("p/a.roles", policy("all"));
    let review = |gates: &str, base: &str| {
        scratch.write("output", "");
        let (status, said) = shell(
            &script(1),
            &[("VERB", "diff"), ("PACKAGES", "p"), ("BASE", base), ("GATES", gates), ("ROLECALL_LANG", "en")],
        );
        assert!(scratch.read("output").starts_with(&format!("status={}\n", status.unwrap())), "{said}");
        status
    };
    assert_eq!(review("", "HEAD"), Some(0));
    assert_eq!(review("--deny-widening", "HEAD"), Some(1));
    let comment = scratch.read("rolecall-review.md");
    assert!(
        comment.starts_with("<!-- rolecall-diff -->\n") && scratch.read("summary.md").contains(&comment),
        "{comment}"
    );
    assert_eq!(review("", "nowhere"), Some(2));
    assert_eq!(review("", "$(touch pwned)"), Some(2));
    assert!(!scratch.path("pwned").exists());
    // What is asked of GitHub: a new comment, then the one that is there.
    scratch
        .write("bin/gh", "#!/bin/bash\necho \"$*\" >> told.txt\ncase \"$*\" in *--paginate*) cat known.txt ;; esac\n");
    assert_eq!(shell("chmod +x bin/gh", &[]).0, Some(0));
    review("", "HEAD");
    let file = scratch.path("rolecall-review.md").display().to_string();
    for (known, asked) in
        [("", "--method POST repos/o/r/issues/7/comments "), ("41\n", "--method PATCH repos/o/r/issues/comments/41 ")]
    {
        scratch.write("known.txt", known);
        scratch.write("told.txt", "");
        let (status, said) =
            shell(&script(2), &[("REVIEW", &file), ("REPOSITORY", "o/r"), ("NUMBER", "7"), ("GH_TOKEN", "t")]);
        assert_eq!(status, Some(0), "{said}");
        let told = scratch.read("told.txt");
        assert!(told.lines().last().unwrap().contains(asked) && told.contains(&format!("body=@{file}")), "{told}");
    }
}
