//! `rolecall read`: every construct as a sentence in both languages.

use crate::support::Case;
use rolecall::message::Lang;
use rolecall::read::{Section, read, text};
use rolecall::source::{FileId, Interner, PackageId, SourceFile};
use rolecall::syntax::parse;

#[test]
fn every_case_is_as_it_was() {
    for case in Case::all("read") {
        let sections = sections(&case);
        case.check(&format!("{}{}\n{}", case.input(), text(&sections, Lang::En), text(&sections, Lang::Zh)));
    }
}

fn sections(case: &Case) -> Vec<Section> {
    let mut names = Interner::default();
    let file = SourceFile::new("input.roles", PackageId(0), case.text());
    let parsed = parse(FileId(0), &file, &mut names);
    assert!(parsed.diagnostics.is_empty(), "{}: {:#?}", case.name, parsed.diagnostics);
    read(&[parsed.ast], &names)
}

/// Every sentence of both suites, so that each construct is met.
fn sentences() -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    for case in Case::all("read") {
        for section in sections(&case) {
            for (_, sentence) in section.sentences {
                all.push((case.name.clone(), sentence.render(Lang::En), sentence.render(Lang::Zh)));
            }
        }
    }
    all
}

#[test]
fn sentences_are_whole() {
    for (case, en, zh) in sentences() {
        // Documentation is quoted as it was written, in whatever language.
        assert!(en.ends_with(['.', '。']) && zh.ends_with(['.', '。']), "{case}: {en} {zh}");
        assert!(!en.contains('{') && !zh.contains('{'), "a placeholder is unfilled in {case}: {en} {zh}");
        assert!(!en.contains("  ") && !en.contains(" ,") && !en.contains(",,"), "{case}: {en}");
        assert!(!zh.contains(' ') || zh.contains(':') || zh.contains('`') || zh.contains('“'), "{case}: {zh}");
    }
}

/// Latin letters stand only in names: in backticks, parentheses or quotes.
#[test]
fn chinese_sentences_have_no_latin_words() {
    for (case, _, zh) in sentences() {
        let mut depth = 0;
        let mut code = false;
        for c in zh.chars() {
            match c {
                '（' | '“' => depth += 1,
                '）' | '”' => depth -= 1,
                '`' => code = !code,
                c => assert!(depth > 0 || code || !c.is_ascii_alphabetic(), "{case}: {zh}"),
            }
        }
    }
}

#[test]
fn every_statement_has_a_sentence() {
    for case in Case::all("read") {
        let mut names = Interner::default();
        let file = SourceFile::new("input.roles", PackageId(0), case.text());
        let ast = parse(FileId(0), &file, &mut names).ast;
        let spans: Vec<_> = ast.items.iter().map(|item| item.span).collect();
        let read = read(&[ast], &names);
        for span in spans {
            let found = read.iter().flat_map(|section| &section.sentences);
            let mut found = found.filter(|(at, _)| span.start <= at.start && at.end <= span.end);
            assert!(found.next().is_some(), "{}: nothing about {span:?}", case.name);
        }
    }
}
