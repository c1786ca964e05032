//! `people from "people.csv" { … }`: which column says what.

use super::collect::Written;
use super::context::Cx;
use super::data_file::{self, Data, RowReports};
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::people as codes;
use crate::message::people as text;
use crate::model::{AttributeSource, SubjectAttributeId, WindowId};
use crate::source::{PackageId, Span};
use crate::syntax::ast::{self, CellOp, PeopleItemKind};
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// A column with the place that names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub(super) index: usize,
    pub(super) span: Span,
}

/// A people file with the meaning of its columns.
#[derive(Debug)]
pub(super) struct Mapping<'a> {
    pub(super) package: PackageId,
    /// Where the file is named.
    pub(super) span: Span,
    pub(super) data: Data,
    pub(super) reports: RowReports,
    pub(super) external: bool,
    pub(super) id: Column,
    pub(super) name: Option<Column>,
    pub(super) units: Option<Column>,
    pub(super) other_ids: Vec<Column>,
    pub(super) starts: Option<Column>,
    pub(super) ends: Option<Column>,
    pub(super) reports_to: Option<Column>,
    pub(super) attributes: Vec<(SubjectAttributeId, Column)>,
    pub(super) external_when: Vec<Test>,
    pub(super) skip_when: Vec<Test>,
    pub(super) gets: Vec<Gets<'a>>,
    /// `otherwise error`
    pub(super) otherwise_error: Option<Span>,
    splits: Vec<(usize, Box<str>)>,
    index: Index,
}

/// Lines of `each row gets` by what they ask first: with a line for every post, a row must not try them all.
#[derive(Debug, Default)]
struct Index {
    /// By column and text: the lines that ask first whether the column `is` the text.
    first: Vec<(usize, LinesByText)>,
    /// The others.
    others: Vec<usize>,
}

type LinesByText = FxHashMap<Box<str>, Vec<usize>>;

impl Index {
    fn new(gets: &[Gets<'_>]) -> Self {
        let mut index = Self::default();
        for (line, gets) in gets.iter().enumerate() {
            let first = gets.when.as_ref().and_then(|test| test.tests.first());
            let Some((column, CellOp::Is, texts)) = first else {
                index.others.push(line);
                continue;
            };
            let at = match index.first.iter().position(|(other, _)| other == column) {
                Some(at) => at,
                None => {
                    index.first.push((*column, FxHashMap::default()));
                    index.first.len() - 1
                }
            };
            if let Some((_, lines)) = index.first.get_mut(at) {
                for text in texts {
                    lines.entry(text.clone()).or_default().push(line);
                }
            }
        }
        index
    }
}

/// `when COLUMN is "text" and …`
#[derive(Debug)]
pub(super) struct Test {
    pub(super) tests: Vec<(usize, CellOp, Vec<Box<str>>)>,
    pub(super) span: Span,
    matched: bool,
}

/// `each row gets …`
#[derive(Debug)]
pub(super) struct Gets<'a> {
    pub(super) span: Span,
    pub(super) role: &'a ast::RowRole,
    pub(super) when: Option<Test>,
    pub(super) for_unit: Option<Column>,
    /// Read narrow and read wide.
    pub(super) windows: (WindowId, WindowId),
    /// For a template: its arguments.
    pub(super) arguments: Vec<Argument<'a>>,
}

/// An argument of a template in a row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Argument<'a> {
    /// From a column.
    Column(Column),
    /// Written.
    Literal(&'a ast::Operand),
}

impl Mapping<'_> {
    /// The values in a cell: several where its column is split, none where it is blank.
    pub(super) fn values(&self, row: usize, column: usize) -> impl Iterator<Item = &str> {
        let cell = self.data.sheet.cell(row, column);
        let sign =
            self.splits.iter().find(|(split, sign)| *split == column && !sign.is_empty()).map(|(_, sign)| &**sign);
        let whole = sign.is_none().then_some(cell);
        let parts = sign.map(|sign| cell.split(sign).map(str::trim));
        whole.into_iter().chain(parts.into_iter().flatten()).filter(|value| !value.is_empty())
    }

    /// Whether a row meets a condition.
    fn meets(&self, row: usize, test: &Test) -> bool {
        test.tests.iter().all(|(column, op, wanted)| {
            let mut values = self.values(row, *column).peekable();
            let blank = values.peek().is_none();
            match op {
                CellOp::Is => values.any(|value| wanted.iter().any(|text| **text == *value)),
                // A blank cell is absent: it is neither `is` nor `is not` anything.
                CellOp::IsNot => !blank && !values.any(|value| wanted.iter().any(|text| **text == *value)),
                CellOp::IsEmpty => blank,
                CellOp::IsSet => !blank,
            }
        })
    }

    /// Whether a row is skipped.
    pub(super) fn is_skipped(&mut self, row: usize) -> bool {
        self.any(row, |mapping| &mut mapping.skip_when)
    }

    /// Whether a row is of somebody external.
    pub(super) fn is_external(&mut self, row: usize) -> bool {
        self.any(row, |mapping| &mut mapping.external_when) || self.external
    }

    fn any(&mut self, row: usize, tests: fn(&mut Self) -> &mut Vec<Test>) -> bool {
        let mut found = std::mem::take(tests(self));
        let mut any = false;
        for test in &mut found {
            let meets = self.meets(row, test);
            test.matched |= meets;
            any |= meets;
        }
        *tests(self) = found;
        any
    }

    /// The `each row gets` lines whose condition a row meets, in the order written.
    pub(super) fn given(&mut self, row: usize) -> Vec<usize> {
        let mut lines = self.index.others.clone();
        for (column, texts) in &self.index.first {
            for value in self.values(row, *column) {
                lines.extend(texts.get(value).into_iter().flatten());
            }
        }
        lines.sort_unstable();
        lines.dedup();
        lines.retain(|line| {
            let test = self.gets.get(*line).and_then(|gets| gets.when.as_ref());
            test.is_none_or(|test| self.meets(row, test))
        });
        for line in &lines {
            if let Some(test) = self.gets.get_mut(*line).and_then(|gets| gets.when.as_mut()) {
                test.matched = true;
            }
        }
        lines
    }

    /// Conditions that no row met.
    pub(super) fn report_unmatched(&self, cx: &mut Cx<'_>) {
        let gets = self.gets.iter().filter_map(|gets| gets.when.as_ref());
        for test in self.skip_when.iter().chain(&self.external_when).chain(gets).filter(|test| !test.matched) {
            cx.out.push(
                Diagnostic::warning(
                    &codes::UNMATCHED_CONDITION,
                    text::UNMATCHED.with([("path", (&*self.data.path).into())]),
                    test.span,
                    text::UNMATCHED_HERE.plain(),
                )
                .help(text::UNMATCHED_HELP.plain()),
            );
        }
    }
}

/// Reads the file and finds the columns. `None` if the file cannot be used; wrong lines are left out.
pub(super) fn mapping<'a>(cx: &mut Cx<'_>, written: &Written<'a, ast::People>) -> Option<Mapping<'a>> {
    let node = written.node;
    let data = data_file::read(cx, written.package, &node.path)?;
    let mut lines = Lines { package: written.package, data: &data, first: Vec::new() };
    let nowhere = Column { index: usize::MAX, span: node.path.span };
    let mut found = Found::default();
    for item in &node.items {
        lines.item(cx, item, &mut found);
    }
    if found.id.is_none() {
        if !node.items.iter().any(|item| matches!(item.kind, PeopleItemKind::Id(_))) {
            cx.out.push(Diagnostic::error(
                &codes::NO_ID_LINE,
                text::NO_ID_LINE.plain(),
                node.path.span,
                text::NO_ID_LINE_HERE.plain(),
            ));
        }
        return None;
    }
    Some(Mapping {
        package: written.package,
        span: node.path.span,
        reports: RowReports::new(&data.path),
        data,
        external: node.external.is_some(),
        id: found.id.unwrap_or(nowhere),
        name: found.name,
        units: found.units,
        other_ids: found.other_ids,
        starts: found.starts,
        ends: found.ends,
        reports_to: found.reports_to,
        attributes: found.attributes,
        external_when: found.external_when,
        skip_when: found.skip_when,
        index: Index::new(&found.gets),
        gets: found.gets,
        otherwise_error: found.otherwise_error,
        splits: found.splits,
    })
}

#[derive(Default)]
struct Found<'a> {
    id: Option<Column>,
    name: Option<Column>,
    units: Option<Column>,
    other_ids: Vec<Column>,
    starts: Option<Column>,
    ends: Option<Column>,
    reports_to: Option<Column>,
    attributes: Vec<(SubjectAttributeId, Column)>,
    external_when: Vec<Test>,
    skip_when: Vec<Test>,
    gets: Vec<Gets<'a>>,
    otherwise_error: Option<Span>,
    splits: Vec<(usize, Box<str>)>,
}

struct Lines<'d> {
    package: PackageId,
    data: &'d Data,
    /// Lines that may stand once, with where they stand.
    first: Vec<(String, Span)>,
}

impl Lines<'_> {
    fn item<'a>(&mut self, cx: &mut Cx<'_>, item: &'a ast::PeopleItem, found: &mut Found<'a>) {
        match &item.kind {
            PeopleItemKind::Id(name) => found.id = self.once(cx, "id", item.span, name).or(found.id),
            PeopleItemKind::Name(name) => found.name = self.once(cx, "name", item.span, name).or(found.name),
            PeopleItemKind::In(name) => found.units = self.once(cx, "in", item.span, name).or(found.units),
            PeopleItemKind::Starts(name) => found.starts = self.once(cx, "starts", item.span, name).or(found.starts),
            PeopleItemKind::Ends(name) => found.ends = self.once(cx, "ends", item.span, name).or(found.ends),
            PeopleItemKind::ReportsTo(name) => {
                found.reports_to = self.once(cx, "reports to", item.span, name).or(found.reports_to);
            }
            PeopleItemKind::OtherId(name) => found.other_ids.extend(self.column(cx, name)),
            PeopleItemKind::Attribute(attribute, name) => {
                let line = format!("{} from", cx.name(attribute));
                let column = self.once(cx, &line, item.span, name);
                let id = stated_attribute(cx, self.package, attribute);
                found.attributes.extend(id.zip(column));
            }
            PeopleItemKind::External(test) => found.external_when.extend(self.test(cx, test)),
            PeopleItemKind::Skip(test) => found.skip_when.extend(self.test(cx, test)),
            PeopleItemKind::Split(name, sign) => {
                let line = format!("split {}", cx.name(name));
                let column = self.once(cx, &line, item.span, name);
                found.splits.extend(column.map(|column| (column.index, sign.text.clone())));
            }
            PeopleItemKind::Gets { role, when, for_unit, window } => {
                found.gets.extend(self.gets(cx, item.span, role, (when.as_ref(), for_unit.as_ref()), window));
            }
            PeopleItemKind::Otherwise { error } => {
                if self.is_first(cx, "otherwise", item.span) && *error {
                    found.otherwise_error = Some(item.span);
                }
            }
        }
    }

    fn is_first(&mut self, cx: &mut Cx<'_>, line: &str, span: Span) -> bool {
        match self.first.iter().find(|(other, _)| other == line) {
            Some((_, first)) => {
                cx.repeated_line(line, span, *first);
                false
            }
            None => {
                self.first.push((line.to_owned(), span));
                true
            }
        }
    }

    fn once(&mut self, cx: &mut Cx<'_>, line: &str, span: Span, name: &ast::Name) -> Option<Column> {
        if self.is_first(cx, line, span) { self.column(cx, name) } else { None }
    }

    fn column(&self, cx: &mut Cx<'_>, name: &ast::Name) -> Option<Column> {
        data_file::column(cx, self.data, name).map(|index| Column { index, span: name.span })
    }

    fn test(&self, cx: &mut Cx<'_>, written: &ast::CellTest) -> Option<Test> {
        let mut tests = Vec::with_capacity(written.tests.len());
        for (name, op, texts) in &written.tests {
            let column = self.column(cx, name)?;
            let texts = texts.iter().map(|text| text.text.trim().nfc().collect::<String>().into()).collect();
            tests.push((column.index, *op, texts));
        }
        Some(Test { tests, span: written.span, matched: false })
    }

    fn gets<'a>(
        &self,
        cx: &mut Cx<'_>,
        span: Span,
        role: &'a ast::RowRole,
        (when, for_unit): (Option<&ast::CellTest>, Option<&ast::Name>),
        window: &ast::Window,
    ) -> Option<Gets<'a>> {
        let test = when.map(|when| self.test(cx, when));
        let unit = for_unit.map(|name| self.column(cx, name));
        let windows = cx.both_readings(super::context::Site::of(self.package), window);
        let mut arguments = Vec::new();
        if let ast::RowRole::Instance(instance) = role {
            for (_, operand) in &instance.arguments {
                arguments.push(match &operand.kind {
                    ast::OperandKind::Name(name) if !name.quoted => Argument::Column(self.column(cx, name)?),
                    _ => Argument::Literal(operand),
                });
            }
        }
        // A column that is missing was reported, and the line cannot be used.
        if test.as_ref().is_some_and(Option::is_none) || unit.as_ref().is_some_and(Option::is_none) {
            return None;
        }
        Some(Gets { span, role, when: test.flatten(), for_unit: unit.flatten(), windows, arguments })
    }
}

/// An attribute of the subject that the policy states.
pub(super) fn stated_attribute(cx: &mut Cx<'_>, package: PackageId, name: &ast::Name) -> Option<SubjectAttributeId> {
    let id = cx.find(package, Space::SubjectAttribute, name)?;
    let source = cx.model.subject_attributes.get(id as usize)?.source;
    if source == AttributeSource::Table {
        return Some(SubjectAttributeId(id));
    }
    use crate::diagnostic::codes::typing;
    use crate::message::typing as type_text;
    let shown = || cx.name(name).into();
    let diagnostic = Diagnostic::error(
        &typing::ATTRIBUTE_SOURCE,
        type_text::NOT_STATED.with([("name", shown())]),
        name.span,
        type_text::NOT_STATED_HERE.plain(),
    )
    .help(type_text::NOT_STATED_HELP.with([("name", shown())]));
    cx.out.push(diagnostic);
    None
}
