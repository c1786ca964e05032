//! [`Sheet`] and how it is read.

use super::encoding::{Guess, decode};
use csv::{ReaderBuilder, StringRecord};
use std::io::{Cursor, Read};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Bytes that a file may have; offsets into it are 32 bits wide.
const MOST_BYTES: usize = 64 << 20;
/// Rows that a file may have.
const MOST_ROWS: usize = 1_000_000;
/// Columns that a file may have.
const MOST_COLUMNS: usize = 1_000;

/// A table of cells: trimmed, in NFC, blank where nothing is written. Every row has a cell for every column.
#[derive(Debug, Default)]
pub struct Sheet {
    columns: Vec<Box<str>>,
    /// All cells, one after the other.
    text: String,
    /// Where each cell ends in `text`, row by row.
    ends: Vec<u32>,
    /// The line on which each row starts.
    lines: Vec<u32>,
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Not UTF-8.
    Encoding(Guess),
    /// No header line.
    Empty,
    /// The columns are separated by this sign.
    Delimiter(char),
    /// More than this many bytes.
    Bytes(usize),
    /// More than this many rows.
    Rows(usize),
    /// More than this many columns.
    Columns(usize),
    /// The first line is no header: it has one cell, and the next line several.
    Title,
    /// Two columns of one name.
    ColumnTwice(Box<str>),
    /// A quote opened on this line is never closed.
    Quote(u32),
}

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowError {
    /// Another number of cells than the header has.
    Ragged {
        /// The line.
        line: u32,
        /// How many cells.
        found: usize,
    },
    /// A control or invisible character.
    Invisible {
        /// The line.
        line: u32,
        /// The character.
        sign: char,
    },
}

impl Sheet {
    /// The names of the columns.
    pub fn columns(&self) -> &[Box<str>] {
        &self.columns
    }

    /// The position of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| &**column == name)
    }

    /// How many rows, the header not counted.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// A cell; blank if there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let at = row * self.columns.len() + column;
        let end = self.ends.get(at).copied().unwrap_or(0) as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0) as usize;
        if column < self.columns.len() { self.text.get(start..end).unwrap_or("") } else { "" }
    }

    /// The line on which a row starts, from 1.
    pub fn line(&self, row: usize) -> u32 {
        self.lines.get(row).copied().unwrap_or(0)
    }

    fn push(&mut self, record: &StringRecord, line: u32) {
        for cell in record {
            push_cell(cell, &mut self.text);
            self.ends.push(self.text.len() as u32);
        }
        self.lines.push(line);
    }
}

fn push_cell(cell: &str, out: &mut String) {
    let cell = cell.trim();
    if is_nfc_quick(cell.chars()) == IsNormalized::Yes {
        out.push_str(cell);
    } else {
        out.extend(cell.nfc());
    }
}

/// Reads a file. Rows that cannot be used are left out and listed.
///
/// # Errors
/// If the file as a whole cannot be used.
pub fn read(bytes: &[u8]) -> Result<(Sheet, Vec<RowError>), FileError> {
    if bytes.len() > MOST_BYTES {
        return Err(FileError::Bytes(MOST_BYTES));
    }
    let text = decode(bytes).map_err(FileError::Encoding)?;
    // A last line of our own: if it does not come out as it went in, a quote before it was never closed.
    let end = Cursor::new(END_LINE);
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes().chain(end));
    let mut record = StringRecord::new();
    let mut lines = LineCount { text: text.as_bytes(), byte: 0, line: 1 };
    let mut sheet = Sheet::default();
    let mut errors = Vec::new();
    // Reading from memory that is UTF-8 cannot fail.
    while reader.read_record(&mut record).unwrap_or(false) {
        let line = record.position().map_or(0, |at| lines.at(at.byte() as usize));
        if let Some(last) = record.get(record.len().wrapping_sub(1)).filter(|last| last.ends_with(END)) {
            if record.len() > 1 || last.len() > 1 {
                return Err(FileError::Quote(line));
            }
            break;
        }
        if sheet.columns.is_empty() {
            // What spreadsheets write above the header to name the separator.
            if record.get(0) == Some("sep=") && record.iter().skip(1).all(str::is_empty) {
                continue;
            }
            sheet.columns = header(&record)?;
            continue;
        }
        if sheet.lines.is_empty() && errors.is_empty() && filled(sheet.columns.iter().map(|c| &**c)) == 1 {
            let cells = filled(record.iter());
            if cells > 1 {
                return Err(FileError::Title);
            }
        }
        if sheet.lines.len() == MOST_ROWS {
            return Err(FileError::Rows(MOST_ROWS));
        }
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if record.len() != sheet.columns.len() {
            errors.push(RowError::Ragged { line, found: record.len() });
        } else if let Some(sign) = record.iter().flat_map(|cell| cell.trim().chars()).find(|c| is_invisible(*c)) {
            errors.push(RowError::Invisible { line, sign });
        } else {
            sheet.push(&record, line);
        }
    }
    if sheet.columns.is_empty() { Err(FileError::Empty) } else { Ok((sheet, errors)) }
}

/// How many cells are not blank.
fn filled<'c>(cells: impl Iterator<Item = &'c str>) -> usize {
    cells.filter(|cell| !cell.trim().is_empty()).count()
}

/// Counts lines up to a byte, which only grows. The reader's own count is behind by the line ends that it skips before a row.
struct LineCount<'t> {
    text: &'t [u8],
    byte: usize,
    line: u32,
}

impl LineCount<'_> {
    /// The line of the first byte from `byte` on that ends no line.
    fn at(&mut self, byte: usize) -> u32 {
        while let Some(sign) = self.text.get(self.byte) {
            let ends = matches!(sign, b'\n' | b'\r');
            if self.byte >= byte && !ends {
                break;
            }
            // A carriage return before a line feed ends the line together with it.
            if *sign == b'\n' || (*sign == b'\r' && self.text.get(self.byte + 1) != Some(&b'\n')) {
                self.line = self.line.saturating_add(1);
            }
            self.byte += 1;
        }
        self.line
    }
}

/// A sign that no good file holds.
const END: char = '\u{1}';
const END_LINE: &[u8] = b"\n\x01";

fn header(record: &StringRecord) -> Result<Vec<Box<str>>, FileError> {
    if record.len() > MOST_COLUMNS {
        return Err(FileError::Columns(MOST_COLUMNS));
    }
    if let (1, Some(only)) = (record.len(), record.get(0))
        && let Some(sign) = only.chars().find(|c| matches!(c, '\t' | ';' | '，'))
    {
        return Err(FileError::Delimiter(sign));
    }
    let mut columns: Vec<Box<str>> = Vec::with_capacity(record.len());
    for cell in record {
        let mut name = String::new();
        push_cell(cell, &mut name);
        if !name.is_empty() && columns.iter().any(|column| **column == name) {
            return Err(FileError::ColumnTwice(name.into()));
        }
        columns.push(name.into());
    }
    if columns.iter().all(|column| column.is_empty()) { Err(FileError::Empty) } else { Ok(columns) }
}

/// Characters that a reader cannot see: they would make two ids look the same.
fn is_invisible(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{FileError, RowError, Sheet, read};
    use crate::roster::Guess;

    fn sheet(text: &str) -> Sheet {
        read(text.as_bytes()).unwrap().0
    }

    #[test]
    fn cells_are_trimmed_and_composed() {
        let sheet = sheet("\u{feff}id , name\r\n 007,\u{3000}Rene\u{301} \r\n\r\n,\n\"a,b\",\"two\nlines\"\nx,y\n");
        assert_eq!(sheet.columns().iter().map(|c| &**c).collect::<Vec<_>>(), ["id", "name"]);
        assert_eq!((sheet.cell(0, 0), sheet.cell(0, 1), sheet.line(0)), ("007", "René", 2));
        assert_eq!((sheet.cell(1, 0), sheet.cell(1, 1), sheet.line(1)), ("a,b", "two\nlines", 5));
        assert_eq!((sheet.cell(2, 1), sheet.line(2), sheet.len()), ("y", 7, 3));
        assert_eq!((sheet.cell(9, 0), sheet.cell(0, 9)), ("", ""));
    }

    #[test]
    fn other_encodings_are_refused() {
        let guess = |bytes: &[u8]| match read(bytes) {
            Err(FileError::Encoding(guess)) => Some(guess),
            _ => None,
        };
        assert_eq!(guess(b"\xb9\xa4\xba\xc5,\xd0\xd5\xc3\xfb\n"), Some(Guess::Gbk));
        assert_eq!(guess(b"\xff\xfei\0d\0"), Some(Guess::Utf16));
        assert_eq!(guess(b"i\0d\0,\0"), Some(Guess::Utf16));
        assert_eq!(guess(b"PK\x03\x04\x14\x00\x06\x00\xff"), Some(Guess::Spreadsheet));
        // 工號,姓名,部門,狀態 / 在職
        assert_eq!(
            guess(b"\xa4\x75\xb8\xb9,\xa9\x6d\xa6\x57,\xb3\xa1\xaa\xf9,\xaa\xac\xba\x41\n1,\xa6\x62\xc2\xbe\n"),
            Some(Guess::Big5)
        );
        assert_eq!(guess(b"id\n\xff\n"), Some(Guess::Other));
    }

    #[test]
    fn bad_files_and_rows() {
        assert_eq!(read(b"").err(), Some(FileError::Empty));
        assert_eq!(read(b" , \na,b\n").err(), Some(FileError::Empty));
        assert_eq!(read(b"a;b\n1;2\n").err(), Some(FileError::Delimiter(';')));
        assert_eq!(read("a，b\n1，2\n".as_bytes()).err(), Some(FileError::Delimiter('，')));
        assert_eq!(read(b"a\tb\n1\t2\n").err(), Some(FileError::Delimiter('\t')));
        assert_eq!(read(b"People 2026,,\nid,name,unit\n1,a,b\n").err(), Some(FileError::Title));
        assert_eq!(read(b"People\nid,name\n1,a\n").err(), Some(FileError::Title));
        assert_eq!(sheet("sep=,\nid,name\n1,a\n").cell(0, 1), "a");
        assert_eq!(read(b"a,a\n").err(), Some(FileError::ColumnTwice("a".into())));
        assert_eq!(read(b"a,b\n1,\"2\n3,4\n").err(), Some(FileError::Quote(2)));
        let (sheet, errors) = read("a,b\n1\n1,2,3\nx\u{200b},2\n1,2\n".as_bytes()).unwrap();
        assert_eq!(sheet.len(), 1);
        let invisible = RowError::Invisible { line: 4, sign: '\u{200b}' };
        assert_eq!(errors, [RowError::Ragged { line: 2, found: 1 }, RowError::Ragged { line: 3, found: 3 }, invisible]);
    }
}
