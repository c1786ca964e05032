//! `fields from "customer.csv" { name COLUMN label COLUMN is COLUMN }`

use super::context::Cx;
use super::data_file::{self, RowReports};
use super::fields::Fields;
use super::space::Space;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::people as codes;
use crate::message::people as text;
use crate::model::LabelId;
use crate::syntax::ast;

/// Declares a field for each row.
pub(super) fn fields(cx: &mut Cx<'_>, fields: &mut Fields, from: &ast::FieldsFrom) {
    let Some(data) = data_file::read(cx, fields.package(), &from.path) else { return };
    let name = data_file::column(cx, &data, &from.name);
    let label = from.label.as_ref().map(|column| data_file::column(cx, &data, column));
    let labels = from.data_labels.as_ref().map(|column| data_file::column(cx, &data, column));
    let (Some(name), false, false) = (name, label == Some(None), labels == Some(None)) else { return };
    let mut reports = RowReports::new(&data.path);
    for row in 0..data.sheet.len() {
        let line = (data.sheet.line(row) as usize).into();
        let written = data.sheet.cell(row, name);
        if written.is_empty() {
            let message = text::BLANK_NAME.with([("line", line), ("path", (&*data.path).into())]);
            reports.push(cx, Diagnostic::error(&codes::BAD_CELL, message, from.path.span, text::FILE_HERE.plain()));
            continue;
        }
        let symbol = cx.model.symbols.intern(written);
        if fields.is_listed(cx, symbol) {
            let reason = text::CELL_FIELD_TWICE.with([("text", written.into())]);
            let message = text::CELL.with([("line", line), ("path", (&*data.path).into()), ("reason", reason.into())]);
            reports.push(cx, Diagnostic::error(&codes::BAD_CELL, message, from.path.span, text::FILE_HERE.plain()));
            continue;
        }
        let title = label.flatten().map(|column| data.sheet.cell(row, column)).filter(|title| !title.is_empty());
        let cell = labels.flatten().map_or("", |column| data.sheet.cell(row, column));
        let labels = labels_of(cx, fields, cell, |cx, unknown| {
            let reason = text::CELL_NO_LABEL.with([("text", unknown.into())]);
            let message = text::CELL.with([
                ("line", (data.sheet.line(row) as usize).into()),
                ("path", (&*data.path).into()),
                ("reason", reason.into()),
            ]);
            reports.push(cx, Diagnostic::error(&codes::BAD_CELL, message, from.path.span, text::FILE_HERE.plain()));
        });
        let name = ast::Name { symbol, span: from.path.span, quoted: true };
        fields.listed(cx, &name, title.map(Into::into), labels);
    }
    reports.finish(cx);
}

/// Labels in one cell, separated by `,`, `、` or `;`, by name or display label.
fn labels_of(cx: &mut Cx<'_>, fields: &Fields, cell: &str, mut unknown: impl FnMut(&mut Cx<'_>, &str)) -> Vec<LabelId> {
    let mut labels = Vec::new();
    for part in cell.split([',', '、', ';', '，', '；']).map(str::trim).filter(|part| !part.is_empty()) {
        let by_name =
            cx.model.symbols.get(part).and_then(|symbol| cx.names.get(fields.package(), Space::Label, symbol));
        let by_title = || cx.model.labels.iter().position(|label| label.title.as_deref() == Some(part));
        match by_name.map(|id| id as usize).or_else(by_title) {
            Some(id) => labels.push(LabelId::from_index(id)),
            None => unknown(cx, part),
        }
    }
    labels.sort_unstable();
    labels.dedup();
    labels
}
