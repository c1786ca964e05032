//! The people and field files that a policy names: finding them, and reports about them.

use super::context::Cx;
use crate::diagnostic::codes::people as codes;
use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::message::{Message, Text, people as text, resolve as name_text};
use crate::roster::{self, FileError, Guess, RowError, Sheet};
use crate::source::{PackageId, SourceSet, Span};
use crate::syntax::ast;

/// Rows of one kind that are reported one by one; the others are counted.
pub(super) const MOST_ROWS: usize = 5;

/// A file that was read.
#[derive(Debug)]
pub(super) struct Data {
    /// Its path, for people.
    pub(super) path: Box<str>,
    pub(super) sheet: Sheet,
}

/// Reads the file that `written` names, relative to its package.
pub(super) fn read(cx: &mut Cx<'_>, package: PackageId, written: &ast::Text) -> Option<Data> {
    let path = joined(cx.sources, package, &written.text);
    let Some(file) = cx.sources.data.iter().find(|file| file.package == package && *file.path == *path) else {
        let own = cx.sources.data.iter().filter(|file| file.package == package).map(|file| &*file.path);
        let near = did_you_mean(&path, own);
        let diagnostic = Diagnostic::error(
            &codes::NO_FILE,
            text::NO_FILE.with([("path", (&*written.text).into())]),
            written.span,
            text::NO_FILE_HERE.plain(),
        );
        cx.out.push(match near {
            Some(near) => diagnostic.help(name_text::DID_YOU_MEAN.with([("name", near.into())])),
            None => diagnostic.help(text::NO_FILE_HELP.plain()),
        });
        return None;
    };
    match roster::read(&file.bytes) {
        Ok((sheet, errors)) => {
            let mut rows = RowReports::new(&file.path);
            for error in errors {
                let (message, help) = row_error(error, &path, sheet.columns().len());
                let diagnostic = Diagnostic::error(&codes::BAD_ROW, message, written.span, text::FILE_HERE.plain());
                rows.push(cx, diagnostic.help(help.plain()));
            }
            rows.finish(cx);
            Some(Data { path: file.path.clone(), sheet })
        }
        Err(error) => {
            let diagnostic = file_error(&error, &path, written.span);
            cx.out.push(diagnostic);
            None
        }
    }
}

/// `../shared` and `a/./b.csv` as `../shared/a/b.csv`.
fn joined(sources: &SourceSet, package: PackageId, written: &str) -> String {
    let folder = sources.packages.get(package.0 as usize).map_or(".", |package| &*package.path);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(written.split(['/', '\\'])) {
        match (part, parts.last()) {
            ("" | ".", _) => {}
            ("..", Some(before)) if *before != ".." => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

fn row_error(error: RowError, path: &str, columns: usize) -> (Message, &'static Text) {
    let number = |line: u32| (line as usize).into();
    match error {
        RowError::Ragged { line, found } => (
            text::RAGGED.with([
                ("line", number(line)),
                ("path", path.into()),
                ("found", found.into()),
                ("expected", columns.into()),
            ]),
            if found < columns { &text::SHORT_HELP } else { &text::RAGGED_HELP },
        ),
        RowError::Invisible { line, sign } => (
            text::INVISIBLE.with([
                ("line", number(line)),
                ("path", path.into()),
                ("code", format!("{:04X}", u32::from(sign)).into()),
            ]),
            &text::INVISIBLE_HELP,
        ),
    }
}

fn file_error(error: &FileError, path: &str, span: Span) -> Diagnostic {
    let simple = |code, message: Message, label: &'static Text| Diagnostic::error(code, message, span, label.plain());
    let large = |limit: usize, what: &'static Text| {
        let message =
            text::TOO_LARGE.with([("path", path.into()), ("limit", limit.into()), ("what", what.plain().into())]);
        simple(&codes::TOO_LARGE, message, &text::FILE_HERE).help(text::TOO_LARGE_HELP.plain())
    };
    match error {
        FileError::Encoding(guess) => {
            let guess = match guess {
                Guess::Gbk => &text::GUESS_GBK,
                Guess::Big5 => &text::GUESS_BIG5,
                Guess::Utf16 => &text::GUESS_UTF16,
                Guess::Spreadsheet => &text::GUESS_SPREADSHEET,
                Guess::Other => &text::GUESS_OTHER,
            };
            let message = text::ENCODING.with([("path", path.into()), ("guess", guess.plain().into())]);
            simple(&codes::ENCODING, message, &text::ENCODING_HERE).help(text::ENCODING_HELP.plain())
        }
        FileError::Empty => {
            simple(&codes::BAD_FILE, text::EMPTY_FILE.with([("path", path.into())]), &text::EMPTY_FILE_HERE)
        }
        FileError::Title => {
            simple(&codes::BAD_FILE, text::TITLE_LINE.with([("path", path.into())]), &text::EMPTY_FILE_HERE)
                .help(text::TITLE_LINE_HELP.plain())
        }
        FileError::Delimiter(sign) => {
            let (sign, help) = match sign {
                ';' => (&text::SIGN_SEMICOLON, &text::ENCODING_HELP),
                '，' => (&text::SIGN_WIDE_COMMA, &text::WIDE_COMMA_HELP),
                _ => (&text::SIGN_TAB, &text::ENCODING_HELP),
            };
            let message = text::DELIMITER.with([("path", path.into()), ("sign", sign.plain().into())]);
            simple(&codes::BAD_FILE, message, &text::DELIMITER_HERE).help(help.plain())
        }
        FileError::Bytes(limit) => large(*limit, &text::WHAT_BYTES),
        FileError::Rows(limit) => large(*limit, &text::WHAT_ROWS),
        FileError::Columns(limit) => large(*limit, &text::WHAT_COLUMNS),
        FileError::ColumnTwice(name) => {
            let message = text::COLUMN_TWICE.with([("path", path.into()), ("name", (&**name).into())]);
            simple(&codes::BAD_FILE, message, &text::FILE_HERE)
        }
        FileError::Quote(line) => {
            let message = text::QUOTE.with([("line", (*line as usize).into()), ("path", path.into())]);
            simple(&codes::BAD_FILE, message, &text::FILE_HERE)
        }
    }
}

/// A column by name.
pub(super) fn column(cx: &mut Cx<'_>, data: &Data, name: &ast::Name) -> Option<usize> {
    let wanted = cx.name(name);
    let found = data.sheet.column(wanted);
    if found.is_none() {
        let near = did_you_mean(wanted, data.sheet.columns().iter().map(|column| &**column)).map(str::to_owned);
        let diagnostic = Diagnostic::error(
            &codes::NO_COLUMN,
            text::NO_COLUMN.with([("path", (&*data.path).into()), ("name", wanted.into())]),
            name.span,
            text::NO_COLUMN_HERE.plain(),
        );
        let columns: Vec<String> = data.sheet.columns().iter().take(30).map(|column| format!("`{column}`")).collect();
        cx.out.push(match near {
            Some(near) => super::context::suggest(diagnostic, Some(&near)),
            None => diagnostic.help(text::COLUMNS_ARE.with([("names", columns.into())])),
        });
    }
    found
}

/// Reports about rows of one file: of each kind and place the first few one by one, then how many more there are.
#[derive(Debug)]
pub(super) struct RowReports {
    path: Box<str>,
    kinds: Vec<Kind>,
}

#[derive(Debug)]
struct Kind {
    code: &'static crate::diagnostic::Code,
    span: Span,
    count: usize,
}

impl RowReports {
    pub(super) fn new(path: &str) -> Self {
        Self { path: path.into(), kinds: Vec::new() }
    }

    /// Reports one row.
    pub(super) fn push(&mut self, cx: &mut Cx<'_>, diagnostic: Diagnostic) {
        let (code, span) = (diagnostic.code, diagnostic.primary.span);
        let known = self.kinds.iter_mut().find(|kind| kind.code == code && kind.span == span);
        let count = match known {
            Some(kind) => {
                kind.count += 1;
                kind.count
            }
            None => {
                self.kinds.push(Kind { code, span, count: 1 });
                1
            }
        };
        if count <= MOST_ROWS {
            cx.out.push(diagnostic);
        }
    }

    /// Whether there was anything to report.
    pub(super) fn any(&self) -> bool {
        !self.kinds.is_empty()
    }

    /// Says how many were left out.
    pub(super) fn finish(self, cx: &mut Cx<'_>) {
        for kind in self.kinds {
            if let Some(rest) = kind.count.checked_sub(MOST_ROWS).filter(|rest| *rest > 0) {
                let message = text::MORE_ROWS.with([("count", rest.into()), ("path", (&*self.path).into())]);
                cx.out.push(Diagnostic::error(kind.code, message, kind.span, text::FILE_HERE.plain()));
            }
        }
    }
}
