//! The output forms of diagnostics: safe on any text and any span.

use proptest::prelude::*;
use rolecall::diagnostic::{Diagnostic, codes};
use rolecall::message::{Lang, Text};
use rolecall::render::{Style, concise, diagnostic_json, human};
use rolecall::source::{FileId, PackageId, SourceFile, SourceSet, Span};

static MESSAGE: Text = Text::new("no role named `{name}`", "没有名为 `{name}` 的角色");
static HERE: Text = Text::new("here", "此处");
static THERE: Text = Text::new("there", "彼处");

fn style(lang: Lang) -> Style<'static> {
    Style { lang, color: false, base: "policies/acme" }
}

fn diagnostic(name: &str, primary: Span, secondary: &[Span]) -> Diagnostic {
    let message = MESSAGE.with([("name", name.into())]);
    let diagnostic = Diagnostic::error(&codes::project::NOT_UTF8, message, primary, HERE.plain());
    secondary.iter().fold(diagnostic, |d, span| d.and(*span, THERE.plain())).help(HERE.plain())
}

fn span(file: u32, start: u32, end: u32) -> Span {
    Span::new(FileId(file), start, end)
}

/// Texts that have broken other tools: wide, combining, right-to-left, hidden, endless, without end, with odd line ends.
const UGLY: &[&str] = &[
    "",
    "\n",
    "a",
    "a\r\nb\rc\n\n",
    "role 销售代表 \"👨‍👩‍👧 家\" { allow read 客户 within own }\n\tassign 销售代表 to li.na",
    "\u{feff}policy x\t\t{ }\u{202e}gnp.exe\u{2066}\u{1b}[2Jcleared\u{7}\u{0}\n",
    "e\u{301}e\u{301}\u{301}\u{301} अनुच्छेद مرحبا\u{2028}x",
];

#[test]
fn every_span_of_ugly_texts_is_drawn() {
    let long = format!("start {} end\n{}", "很长的一行 ".repeat(400), "x".repeat(1000));
    for text in UGLY.iter().copied().chain([long.as_str()]) {
        let sources = SourceSet::from_texts([("a.roles", text), ("b\u{1b}.roles", "role Base { }\n")]);
        let length = text.len() as u32 + 3;
        let step = (length / 200).max(1) as usize;
        for start in (0..=length).step_by(step) {
            for end in [start, start + 1, start + 4, length, 0, u32::MAX] {
                let diagnostic = diagnostic(text, span(0, start, end), &[span(0, end, start), span(1, start, end)]);
                check(&sources, &diagnostic);
            }
        }
        check(&sources, &diagnostic("x", span(7, 0, 9), &[span(1, 3, 4)]));
    }
}

fn check(sources: &SourceSet, diagnostic: &Diagnostic) {
    for lang in [Lang::En, Lang::Zh] {
        let drawn = human(sources, diagnostic, style(lang));
        assert!(drawn.contains("E0055"), "{drawn}");
        assert!(
            !drawn.contains(|c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c)),
            "{drawn:?}"
        );
        assert!(drawn.lines().filter(|l| l.contains('│')).all(|l| l.chars().count() < 1200), "{drawn}");
        assert!(!drawn.contains("Failed to read"), "{drawn}");
        let line = concise(sources, diagnostic, style(lang));
        assert!(!line.contains(char::is_control), "{line:?}");
        diagnostic_json(sources, diagnostic, style(lang));
    }
}

proptest! {
    #[test]
    fn any_text_and_spans_are_drawn(text in "[ -~\t\n\r\u{80}-\u{ffff}]{0,80}", spans in prop::collection::vec((0u32..2, 0u32..200, 0u32..200), 1..5)) {
        let sources = SourceSet::from_texts([("a.roles", text.as_str()), ("b.roles", "x\ny\nz")]);
        let spans: Vec<Span> = spans.into_iter().map(|(f, a, b)| span(f, a, b)).collect();
        check(&sources, &diagnostic(&text, spans[0], &spans[1..]));
    }
}

#[test]
fn both_halves_in_two_files() {
    let mut sources = SourceSet::from_texts([(
        "sales.roles",
        "policy p \"销售\"\n\nrole Rep { }\n\nrole Other { }\nassign 销售代表 to li.na, wang.fang\n",
    )]);
    sources.files.push(SourceFile::new("../shared/base.roles", PackageId(0), "# base\nrole Rep inherits Base { }\n"));
    let diagnostic = diagnostic("Rep", span(0, 24, 27), &[span(0, 70, 76), span(1, 12, 15)]);
    insta::assert_snapshot!(format!(
        "{}{}{}\n{}",
        human(&sources, &diagnostic, style(Lang::En)),
        human(&sources, &diagnostic, style(Lang::Zh)),
        concise(&sources, &diagnostic, style(Lang::En)),
        serde_json::to_string_pretty(&diagnostic_json(&sources, &diagnostic, style(Lang::En))).unwrap(),
    ));
}

/// As many findings as nobody reads: the worst are kept, and the file says what is not in it.
#[test]
fn sarif_stays_within_the_limits_of_code_scanning() {
    use rolecall::diagnostic::Severity;
    use rolecall::render::{Part, Run, Verb, sarif};
    const COUNT: u32 = 26_000;
    let text = "x\n".repeat(COUNT as usize);
    let sources = SourceSet::from_texts([("a.roles", text.as_str())]);
    let many: Vec<Span> = (0..1500).map(|n| span(0, 2 * n, 2 * n + 1)).collect();
    let of = |n: u32| {
        let mut one = diagnostic("x", span(0, 2 * n, 2 * n + 1), if n == 3 { &many } else { &[] });
        one.severity = [Severity::Info, Severity::Warning, Severity::Error][n as usize % 3];
        one.about([n.to_string()])
    };
    let part = Part {
        base: ".".to_owned(),
        root: ".".to_owned(),
        sources,
        sound: true,
        diagnostics: (0..COUNT).map(of).collect(),
        waived: Vec::new(),
        gone: 0,
        claims: Vec::new(),
        tests: Vec::new(),
    };
    let run = Run { verb: Verb::Lint, lang: Lang::En, exit: 1, fails_from: Severity::Warning, parts: vec![part] };
    let (document, notes) = sarif(&run);
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    let results = document["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 25_000);
    let rank = |r: &serde_json::Value| ["error", "warning", "note"].iter().position(|l| r["level"] == *l).unwrap();
    assert!(results.is_sorted_by_key(rank));
    assert_eq!(results.iter().filter(|r| rank(r) < 2).count(), 2 * COUNT as usize / 3, "only notes are left out");
    assert!(results.iter().all(|r| r["relatedLocations"].as_array().is_none_or(|l| l.len() <= 1000)));
    let said: Vec<String> = notes.iter().map(|note| note.render(Lang::En)).collect();
    assert_eq!(said.len(), 2);
    assert!(said[0].contains("1000 of 26000 findings are not in the SARIF report"), "{said:?}");
    let told = &document["runs"][0]["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(told[0]["message"]["text"], said[0].as_str());
    assert_eq!(told[1]["message"]["text"], said[1].as_str());
}

#[test]
fn steps_are_numbered() {
    let sources = SourceSet::from_texts([("a.roles", "role A inherits B { }\nrole B inherits C { }\nrole C { }\n")]);
    let step = |start, end| rolecall::diagnostic::Label { span: span(0, start, end), message: THERE.plain() };
    let one = diagnostic("C", span(0, 49, 50), &[]).steps([step(16, 17), step(38, 39)]);
    insta::assert_snapshot!(human(&sources, &one, style(Lang::En)));
}
