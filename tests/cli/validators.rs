//! The machine forms before the judges that others use: Microsoft's `sarif-multitool`, `check-jsonschema`, an XSD validator.
//!
//! `.ci/run` puts the tools into `target/tools`. Where one is missing the test says so and passes, unless
//! `ROLECALL_REQUIRE_REAL=1`.

use super::forms::{FOLDER, ugly};
use super::program::{Run, Scratch};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Says on the terminal itself that a tool is missing; the captured output of a test that passes is shown to nobody.
pub fn missing(tool: &str) {
    assert!(std::env::var_os("ROLECALL_REQUIRE_REAL").is_none_or(|set| set != "1"), "{tool} is required and missing");
    let _ = writeln!(std::io::stderr(), "\nSKIPPED: {tool} is missing; `.ci/run` installs it, `.ci/tools` alone too\n");
}

/// A tool of `target/tools`.
pub fn tool(name: &str) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools");
    let found = [folder.join("node_modules/.bin").join(name), folder.join("py/bin").join(name)];
    let found = found.into_iter().find(|path| path.exists());
    if found.is_none() {
        missing(name);
    }
    found
}

pub fn accepts(mut command: Command) -> String {
    let output = command.output().unwrap();
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}: {said}");
    said
}

/// Reports of all samples, of a package with everything wrong, in both languages, and of one that cannot be read.
fn reports(format: &str) -> (Scratch, Vec<PathBuf>) {
    let scratch = ugly();
    scratch.write("broken/p.roles", "policy p { language 1\nrole {{{\n");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("policies"), &scratch.path("policies"));
    let mut files = Vec::new();
    let samples = [
        "policies/acme-crm",
        "policies/dynamics365-coe",
        "policies/frappe-contacts",
        "policies/odoo-sales",
        "policies/quickstart",
    ];
    let runs: [(&str, &str, &[&str]); 6] = [
        ("samples", "check", &samples),
        ("all", "check", &[samples[0], FOLDER, "broken"]),
        ("ugly", "check", &[FOLDER]),
        ("findings", "lint", &[FOLDER]),
        ("tests", "test", &[FOLDER]),
        ("broken", "check", &["broken"]),
    ];
    for lang in ["en", "zh"] {
        for (name, verb, packages) in runs {
            let path = scratch.path(&format!("{name}-{lang}.{format}"));
            let output = format!("{format}={}", path.display());
            let mut words = vec![verb, "--lang", lang, "--output", &output];
            words.extend(packages);
            let run: Run = scratch.run_words(&words, &[], "");
            assert!(path.exists(), "{}", run.all());
            files.push(path);
        }
    }
    (scratch, files)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            std::fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

fn schema(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name)
}

#[test]
fn sarif_is_accepted_by_the_multitool() {
    let Some(tool) = tool("sarif-multitool") else { return };
    let (scratch, files) = reports("sarif");
    // The rules of the standard, then those of GitHub's code scanning.
    for kind in ["Sarif", "Ghas"] {
        let mut command = Command::new(&tool);
        command.arg("validate").args(&files).args(["--rule-kind", kind]);
        let said = accepts(command);
        // As long as the project has no public address it can name none. Whatever else is said is a fault.
        let faults: Vec<&str> = said
            .lines()
            .filter(|line| line.contains(": error ") || line.contains(": warning "))
            .filter(|line| !line.contains("does not provide 'informationUri'"))
            .collect();
        assert!(faults.is_empty(), "{kind}: {faults:#?}");
        assert!(said.contains("12 files scanned") && said.contains("Analysis completed successfully"), "{said}");
    }
    // That it judges at all.
    scratch.write("bad.sarif", std::fs::read_to_string(&files[0]).unwrap().replace("\"ruleId\"", "\"ruleIdent\""));
    let output = Command::new(&tool).arg("validate").arg(scratch.path("bad.sarif")).output();
    let output = output.unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains(": error "), "{output:?}");
}

fn json_schema(format: &str, name: &str, break_it: (&str, &str)) {
    let Some(tool) = tool("check-jsonschema") else { return };
    let (scratch, files) = reports(format);
    let validate = |files: &[PathBuf]| {
        let mut command = Command::new(&tool);
        command.arg("--schemafile").arg(schema(name)).args(files);
        command
    };
    accepts(validate(&files));
    let whole =
        std::fs::read_to_string(files.iter().find(|file| file.to_string_lossy().contains("ugly")).unwrap()).unwrap();
    assert!(whole.contains(break_it.0));
    scratch.write("bad.json", whole.replace(break_it.0, break_it.1));
    assert!(!validate(&[scratch.path("bad.json")]).output().unwrap().status.success());
}

#[test]
fn gitlab_is_accepted_by_its_schema() {
    json_schema("gitlab", "gitlab-code-quality.schema.json", ("\"major\"", "\"bad\""));
}

#[test]
fn rdjson_is_accepted_by_its_schema() {
    json_schema("rdjson", "rdjson.schema.json", ("\"WARNING\"", "\"warning\""));
}

#[test]
fn junit_is_accepted_by_its_schema() {
    let Some(tool) = tool("xmlschema-validate") else { return };
    let (scratch, files) = reports("junit");
    let validate = |files: &[PathBuf]| {
        let mut command = Command::new(&tool);
        command.arg("--schema").arg(schema("junit.xsd")).args(files);
        command
    };
    accepts(validate(&files));
    scratch
        .write("bad.junit", std::fs::read_to_string(&files[0]).unwrap().replace("<testcase ", "<testcase tume=\"1\" "));
    assert!(!validate(&[scratch.path("bad.junit")]).output().unwrap().status.success());
}
