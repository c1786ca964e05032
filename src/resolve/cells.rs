//! Cells as values: units, users, dates and values of enumerations, by name or by display label.

use super::context::Cx;
use super::instant::{self, DateError};
use super::network::parse_address;
use super::packages::ROOT;
use super::space::Space;
use super::types::Type;
use super::value::parse_number;
use crate::message::{Message, people as text};
use crate::model::{UnitId, UserId, Value, ValueType};
use crate::source::PackageId;
use crate::time::Date;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// What cells may say, by display label.
#[derive(Debug, Default)]
pub(super) struct Labels {
    units: FxHashMap<Box<str>, Vec<UnitId>>,
}

impl Labels {
    pub(super) fn new(cx: &Cx<'_>) -> Self {
        let mut units: FxHashMap<Box<str>, Vec<UnitId>> = FxHashMap::default();
        for (index, unit) in cx.model.units.iter().enumerate() {
            if let Some(title) = &unit.title {
                units.entry(title.clone()).or_default().push(UnitId::from_index(index));
            }
        }
        Self { units }
    }

    /// A unit by name, else by label.
    pub(super) fn unit(&self, cx: &Cx<'_>, package: PackageId, cell: &str) -> Result<UnitId, Message> {
        let symbol = cx.model.symbols.get(cell);
        if let Some(id) = symbol.and_then(|symbol| cx.names.get(package, Space::Unit, symbol)) {
            return Ok(UnitId(id));
        }
        match self.units.get(cell).map(Vec::as_slice) {
            Some([one]) => Ok(*one),
            Some(several) => Err(ambiguous(cell, several.iter().map(|id| cx.model.unit_name(*id)))),
            None => Err(text::CELL_NO_UNIT.with([("text", cell.into())])),
        }
    }

    /// A value of a type; `values` are the parts of the cell.
    pub(super) fn value(
        &self,
        cx: &mut Cx<'_>,
        package: PackageId,
        ty: Type,
        values: &[&str],
    ) -> Result<Value, Message> {
        if ty.set {
            let members: Result<Vec<Value>, Message> =
                values.iter().map(|value| self.one(cx, package, ty.ty, value)).collect();
            let mut members = members?;
            cx.sort_values(&mut members);
            return Ok(Value::Set(members));
        }
        match values {
            [one] => self.one(cx, package, ty.ty, one),
            several => Err(wrong(cx, ty.ty, &several.join(", "))),
        }
    }

    /// One value.
    pub(super) fn one(&self, cx: &mut Cx<'_>, package: PackageId, ty: ValueType, cell: &str) -> Result<Value, Message> {
        match ty {
            ValueType::Boolean => match cell {
                "true" => Ok(Value::Boolean(true)),
                "false" => Ok(Value::Boolean(false)),
                _ => Err(wrong(cx, ty, cell)),
            },
            ValueType::Number => parse_number(cell).map(Value::Number).ok_or_else(|| wrong(cx, ty, cell)),
            ValueType::Text => Ok(Value::Text(cx.model.symbols.intern(cell))),
            ValueType::Address => parse_address(cell).map(Value::Address).ok_or_else(|| wrong(cx, ty, cell)),
            ValueType::Unit => self.unit(cx, package, cell).map(Value::Unit),
            ValueType::User => user(cx, cell).map(Value::User),
            ValueType::Enum(id) => {
                let symbol = cx.model.symbols.get(cell);
                if let Some(index) = symbol.and_then(|symbol| cx.values.get(&(id, symbol))) {
                    return Ok(Value::Enum(id, *index));
                }
                let values = cx.model.enums.get(id.index()).map_or(&[][..], |e| &e.values);
                let mut titled = values.iter().enumerate().filter(|(_, value)| value.title.as_deref() == Some(cell));
                match (titled.next(), titled.next()) {
                    (Some((index, _)), None) => Ok(Value::Enum(id, index as u32)),
                    (Some((_, one)), Some((_, other))) => {
                        Err(ambiguous(cell, [cx.text(one.name), cx.text(other.name)].into_iter()))
                    }
                    (None, _) => Err(wrong(cx, ty, cell)),
                }
            }
        }
    }
}

/// A user by id or other id, else by display name.
pub(super) fn user(cx: &Cx<'_>, cell: &str) -> Result<UserId, Message> {
    let symbol = cx.model.symbols.get(cell);
    if let Some(id) = symbol.and_then(|symbol| cx.names.get(ROOT, Space::User, symbol)) {
        return Ok(UserId(id));
    }
    match cx.people_titled(cell) {
        [one] => Ok(*one),
        [] => Err(text::CELL_NO_USER.with([("text", cell.into())])),
        several => Err(ambiguous(cell, several.iter().map(|id| cx.model.user_name(*id)))),
    }
}

/// A date.
pub(super) fn date(cell: &str) -> Result<Date, Message> {
    instant::parse_cell_date(cell).map_err(|error| match error {
        DateError::Impossible => match instant::meant_date(cell) {
            Some(date) => {
                text::CELL_WRITE_DATE.with([("text", cell.into()), ("date", instant::show_date(date).into())])
            }
            None => text::CELL_NO_DATE.with([("text", cell.into())]),
        },
        DateError::OutOfRange => text::CELL_FAR_DATE.with([("text", cell.into())]),
    })
}

fn ambiguous<'n>(cell: &str, names: impl Iterator<Item = &'n str>) -> Message {
    let names: Vec<String> = names.take(5).map(|name| format!("`{name}`")).collect();
    text::CELL_SEVERAL.with([("text", cell.into()), ("names", names.into())])
}

fn wrong(cx: &Cx<'_>, ty: ValueType, cell: &str) -> Message {
    let plain: String = cell.nfkc().filter(|c| !c.is_whitespace()).collect();
    if ty == ValueType::Number && parse_number(&plain).is_some() {
        return text::CELL_WRITE_NUMBER.with([("text", cell.into()), ("number", plain.into())]);
    }
    if let ValueType::Enum(id) = ty
        && let Some(values) = cx.model.enums.get(id.index()).map(|e| &e.values).filter(|values| values.len() <= 12)
    {
        let names = values.iter().map(|value| match &value.title {
            Some(title) => format!("`{title}`"),
            None => format!("`{}`", cx.text(value.name)),
        });
        let names: Vec<String> = names.collect();
        return text::CELL_NO_CHOICE.with([("text", cell.into()), ("names", names.into())]);
    }
    text::CELL_NO_VALUE.with([("text", cell.into()), ("expected", cx.describe_value(ty).into())])
}
