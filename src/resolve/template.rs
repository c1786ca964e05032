//! Templates: parameters, arguments, instances, and circles through instances.

use super::collect::Written;
use super::context::{Cx, Param, Site, Slot};
use super::space::Space;
use super::value::{Spot, show_number};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{resolve as name_codes, rules as codes, typing as type_codes};
use crate::message::{resolve as name_text, rules as text, typing as type_text};
use crate::model::{UnitId, UserId, Value, ValueType};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast;
use rustc_hash::FxHashMap;

/// A template with the types of its parameters.
#[derive(Debug)]
pub(super) struct Template<'a> {
    pub(super) written: Written<'a, ast::Template>,
    /// `None` if one of them is wrong: it has no instances then.
    pub(super) parameters: Option<Vec<(ast::Name, ValueType)>>,
}

/// An instance: the template by position, and its arguments in the order of the parameters.
pub(super) type Key = (usize, Vec<Value>);

/// Instances, declared and from rows.
#[derive(Debug, Default)]
pub(super) struct Instances {
    declared: FxHashMap<Key, (ast::Name, usize)>,
    /// From rows, in the order met, with the line that made them.
    pub(super) rows: Vec<(Key, PackageId, Span)>,
    by_key: FxHashMap<Key, usize>,
}

/// Which instance a row gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Instance {
    /// The declared role at this position among the declared roles.
    Declared(usize),
    /// An instance that only rows make, by position.
    Row(usize),
}

impl Instances {
    /// The instance of that key, for a row.
    pub(super) fn for_row(&mut self, key: Key, package: PackageId, span: Span) -> Instance {
        if let Some((_, position)) = self.declared.get(&key) {
            return Instance::Declared(*position);
        }
        if let Some(position) = self.by_key.get(&key) {
            return Instance::Row(*position);
        }
        let position = self.rows.len();
        self.by_key.insert(key.clone(), position);
        self.rows.push((key, package, span));
        Instance::Row(position)
    }

    /// Notes a declared instance; the one that was there is given back.
    fn declare(&mut self, key: Key, name: ast::Name, position: usize) -> Option<ast::Name> {
        match self.declared.get(&key) {
            Some((other, _)) => Some(*other),
            None => {
                self.declared.insert(key, (name, position));
                None
            }
        }
    }
}

/// The parameters of a template.
pub(super) fn parameters(cx: &mut Cx<'_>, written: Written<'_, ast::Template>) -> Option<Vec<(ast::Name, ValueType)>> {
    let mut parameters: Vec<(ast::Name, ValueType)> = Vec::with_capacity(written.node.parameters.len());
    let mut good = true;
    for (name, ty) in &written.node.parameters {
        if let Some((first, _)) = parameters.iter().find(|(other, _)| other.symbol == name.symbol) {
            let first = first.span;
            cx.duplicate(&name_text::KIND_PARAMETER, name, first);
            good = false;
            continue;
        }
        let Some(found) = cx.type_of(written.package, ty) else {
            good = false;
            continue;
        };
        if found.set || found.ty == ValueType::Address {
            let actual = cx.describe(found);
            cx.out.push(Diagnostic::error(
                &type_codes::PARAMETER,
                type_text::PARAMETER_TYPE.with([("actual", actual.into())]),
                ty.span,
                type_text::PARAMETER_TYPE_HERE.plain(),
            ));
            good = false;
            continue;
        }
        good &= parameter_name(cx, name);
        parameters.push((*name, found.ty));
    }
    good.then_some(parameters)
}

/// The symbols of values that a parameter must not be named like.
fn value_symbols(cx: &Cx<'_>) -> impl Iterator<Item = (Symbol, Span)> {
    cx.model.enums.iter().flat_map(|e| e.values.iter().map(move |value| (value.name, e.origin.span)))
}

/// A parameter may not be named like a value: a bare word would have two readings.
fn parameter_name(cx: &mut Cx<'_>, name: &ast::Name) -> bool {
    let there = value_symbols(cx).find(|(symbol, _)| *symbol == name.symbol).map(|(_, span)| span);
    let literal = matches!(cx.name(name), "true" | "false");
    if there.is_none() && !literal {
        return true;
    }
    let diagnostic = Diagnostic::error(
        &type_codes::PARAMETER,
        type_text::PARAMETER_NAME.with([("name", cx.name(name).into())]),
        name.span,
        type_text::PARAMETER_NAME_HERE.plain(),
    )
    .help(name_text::OTHER_NAME.plain());
    cx.out.push(match there {
        Some(there) => diagnostic.and(there, type_text::PARAMETER_NAME_THERE.plain()),
        None => diagnostic,
    });
    false
}

/// The template that an instance names.
pub(super) fn template_of(cx: &mut Cx<'_>, package: PackageId, name: &ast::Name) -> Option<usize> {
    let slot = cx.find(package, Space::Role, name)?;
    match cx.slots.get(slot as usize)? {
        Slot::Template(position) => Some(*position),
        Slot::Role(_) | Slot::Nothing => {
            let diagnostic = Diagnostic::error(
                &name_codes::TEMPLATE_AS_ROLE,
                name_text::ROLE_AS_TEMPLATE.with([("name", cx.name(name).into())]),
                name.span,
                name_text::ROLE_AS_TEMPLATE_HERE.plain(),
            );
            cx.out.push(diagnostic);
            None
        }
    }
}

/// The arguments of an instance in the order of the parameters.
pub(super) fn arguments<'w>(
    cx: &mut Cx<'_>,
    template: &Template<'_>,
    written: &'w ast::Instance,
) -> Option<Vec<&'w ast::Operand>> {
    let parameters = template.parameters.as_ref()?;
    let shown = cx.name(&written.template).to_owned();
    let names: Vec<String> = cx.quoted(parameters.iter().map(|(name, _)| name.symbol));
    if written.arguments.len() != parameters.len() {
        cx.out.push(Diagnostic::error(
            &type_codes::ARGUMENTS,
            type_text::ARGUMENT_COUNT.with([
                ("template", shown.into()),
                ("expected", parameters.len().into()),
                ("found", written.arguments.len().into()),
            ]),
            written.span,
            type_text::ARGUMENTS_HERE.with([("names", names.into())]),
        ));
        return None;
    }
    let mut places: Vec<Option<&ast::Operand>> = vec![None; parameters.len()];
    for (index, (name, operand)) in written.arguments.iter().enumerate() {
        let position = match name {
            None if parameters.len() == 1 => 0,
            None => {
                let wanted = parameters.get(index).map_or("", |(name, _)| cx.name(name));
                cx.out.push(Diagnostic::error(
                    &type_codes::ARGUMENTS,
                    type_text::ARGUMENT_UNNAMED.plain(),
                    operand.span,
                    type_text::ARGUMENT_UNNAMED_HERE.with([("name", wanted.into())]),
                ));
                return None;
            }
            Some(name) => match parameters.iter().position(|(other, _)| other.symbol == name.symbol) {
                Some(position) => position,
                None => {
                    let message =
                        type_text::UNKNOWN_PARAMETER.with([("template", shown.into()), ("name", cx.name(name).into())]);
                    let known = parameters.iter().map(|(name, _)| name.symbol).collect();
                    cx.unknown_member(&type_codes::ARGUMENTS, message, name, known);
                    return None;
                }
            },
        };
        if places.get_mut(position)?.replace(operand).is_some() {
            let wanted = parameters.get(position).map_or("", |(name, _)| cx.name(name));
            cx.out.push(Diagnostic::error(
                &type_codes::ARGUMENTS,
                type_text::ARGUMENT_TWICE.with([("name", wanted.into())]),
                operand.span,
                type_text::ARGUMENTS_HERE.with([("names", names.into())]),
            ));
            return None;
        }
    }
    places.into_iter().collect()
}

/// For each parameter: which argument of the instance fills it.
pub(super) fn argument_order(
    cx: &mut Cx<'_>,
    template: &Template<'_>,
    written: &ast::Instance,
) -> Option<Vec<(usize, ValueType, Symbol)>> {
    let operands = arguments(cx, template, written)?;
    let position =
        |operand: &ast::Operand| written.arguments.iter().position(|(_, other)| std::ptr::eq(other, operand));
    let parameters = template.parameters.as_ref()?;
    operands
        .into_iter()
        .zip(parameters)
        .map(|(operand, (name, ty))| Some((position(operand)?, *ty, name.symbol)))
        .collect()
}

/// Resolves `role X = T(…)` and notes it; equal instances are an error.
pub(super) fn declared_instance(
    cx: &mut Cx<'_>,
    templates: &[Template<'_>],
    instances: &mut Instances,
    role: Written<'_, ast::Role>,
    (written, position): (&ast::Instance, usize),
) -> Option<Key> {
    let index = template_of(cx, role.package, &written.template)?;
    let template = templates.get(index)?;
    let parameters = template.parameters.as_ref()?;
    let operands = arguments(cx, template, written)?;
    let mut values = Vec::with_capacity(operands.len());
    for (operand, (name, ty)) in operands.into_iter().zip(parameters) {
        let target = cx.name(name).to_owned();
        let spot = Spot { site: Site::of(role.package), target: &target, bare_users: true, strangers: false };
        values.push(cx.literal(spot, operand, *ty));
    }
    let values: Vec<Value> = values.into_iter().collect::<Option<_>>()?;
    let name = role.node.declared.name;
    if let Some(other) = instances.declare((index, values.clone()), name, position) {
        let diagnostic = Diagnostic::error(
            &codes::EQUAL_INSTANCES,
            text::EQUAL_INSTANCES.with([
                ("role", cx.name(&name).into()),
                ("other", cx.name(&other).into()),
                ("template", cx.name(&written.template).into()),
            ]),
            written.span,
            text::EQUAL_INSTANCES_HERE.plain(),
        )
        .and(other.span, text::EQUAL_INSTANCES_THERE.plain())
        .help(text::EQUAL_INSTANCES_HELP.plain());
        cx.out.push(diagnostic);
    }
    Some((index, values))
}

/// The parameters with their arguments.
pub(super) fn params(parameters: &[(ast::Name, ValueType)], values: &[Value]) -> Vec<Param> {
    let pairs = parameters.iter().zip(values);
    pairs.map(|((name, ty), value)| Param { name: name.symbol, ty: *ty, value: value.clone() }).collect()
}

/// Any arguments at all, to check a template that has no instance. `None` if there is no value of some type.
pub(super) fn any_arguments(cx: &Cx<'_>, parameters: &[(ast::Name, ValueType)]) -> Option<Vec<Value>> {
    let any = |ty: &ValueType| match ty {
        ValueType::Boolean => Some(Value::Boolean(true)),
        ValueType::Number => Some(Value::Number(0)),
        ValueType::Text => Some(Value::Text(Symbol(0))),
        ValueType::Enum(id) => Some(Value::Enum(*id, 0)),
        ValueType::User => (!cx.model.users.is_empty()).then_some(Value::User(UserId(0))),
        ValueType::Unit => (!cx.model.units.is_empty()).then_some(Value::Unit(UnitId(0))),
        ValueType::Address => None,
    };
    parameters.iter().map(|(_, ty)| any(ty)).collect()
}

impl Cx<'_> {
    /// `RegionalDesk(east)`: an instance as people read it; with display labels if `titles`.
    pub(super) fn instance_shown(
        &self,
        name: &str,
        parameters: &[(ast::Name, ValueType)],
        values: &[Value],
        titles: bool,
    ) -> String {
        let several = parameters.len() > 1;
        let shown: Vec<String> = parameters
            .iter()
            .zip(values)
            .map(|((parameter, _), value)| {
                let value = self.value_shown(value, titles);
                if several { format!("{}: {value}", self.name(parameter)) } else { value }
            })
            .collect();
        format!("{name}({})", shown.join(", "))
    }

    /// A value as people write it.
    pub(super) fn value_shown(&self, value: &Value, titles: bool) -> String {
        let titled = |title: Option<&str>, name: &str| title.filter(|_| titles).unwrap_or(name).to_owned();
        match value {
            Value::Null => "none".to_owned(),
            Value::Boolean(yes) => yes.to_string(),
            Value::Number(number) => show_number(*number),
            Value::Text(text) => format!("\"{}\"", self.text(*text)),
            Value::Enum(id, index) => {
                let found = self.model.enums.get(id.index()).and_then(|e| e.values.get(*index as usize));
                found.map_or_else(String::new, |value| titled(value.title.as_deref(), self.text(value.name)))
            }
            Value::User(id) => {
                let title = self.model.users.get(id.index()).and_then(|user| user.title.as_deref());
                titled(title, self.model.user_name(*id))
            }
            Value::Stranger(id) => self.text(*id).to_owned(),
            Value::Unit(id) => {
                let title = self.model.units.get(id.index()).and_then(|unit| unit.title.as_deref());
                titled(title, self.model.unit_name(*id))
            }
            Value::Address(address) => {
                let address = std::net::Ipv6Addr::from_bits(*address);
                address.to_ipv4_mapped().map_or_else(|| address.to_string(), |address| address.to_string())
            }
            Value::Set(values) => {
                let values: Vec<String> = values.iter().map(|value| self.value_shown(value, titles)).collect();
                format!("[{}]", values.join(", "))
            }
        }
    }
}
