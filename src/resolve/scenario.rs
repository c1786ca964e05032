//! Tests that the policy carries: each `can`, `cannot` and `sees` becomes steps with everything given so far.

use super::collect::Written;
use super::context::{Cx, Site};
use super::packages::ROOT;
use super::space::Space;
use super::types::Type;
use super::value::{Spot, Target};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::{resolve as codes, typing as type_codes};
use crate::message::{resolve as text, typing as type_text};
use crate::model::{
    AttributeRef, AttributeSource, Expectation, FieldId, FieldKind, ObjectId, RequestAttributeId, RightId, RoleId,
    Scenario, Step, SubjectAttributeId, Value,
};
use crate::source::{PackageId, Span, Symbol};
use crate::syntax::ast::{self, TestItemKind};
use rustc_hash::FxHashMap;

/// The reasons that a `cannot` may name.
const REASONS: [&str; 9] = [
    "unknown-subject",
    "no-grant",
    "inactive",
    "scope",
    "condition",
    "deny",
    "requirement",
    "role-conflict",
    "suspended",
];

/// The tests of the root package, in the order of their texts. Those of used packages are checked for mistakes but not
/// kept: they speak of their own package alone, not of what another one adds to it.
pub(super) fn scenarios(cx: &mut Cx<'_>, written: &[Written<'_, ast::Test>]) {
    let mut names: FxHashMap<(PackageId, &str), Span> = FxHashMap::default();
    for test in written {
        let name = &test.node.name;
        if let Some(first) = names.get(&(test.package, &*name.text)) {
            let first = *first;
            let symbol = cx.model.symbols.intern(&name.text);
            cx.duplicate(&text::KIND_TEST, &ast::Name { symbol, span: name.span, quoted: true }, first);
            continue;
        }
        names.insert((test.package, &name.text), name.span);
        let steps = Given::new(test.package).steps(cx, &test.node.items);
        if test.package == ROOT {
            let origin = Site::of(test.package).origin(test.span);
            cx.model.scenarios.push(Scenario { name: name.text.clone(), steps, origin });
        }
    }
}

/// What holds until the next `given` of its kind.
struct Given {
    package: PackageId,
    user: Option<Symbol>,
    at: Option<i64>,
    object: Option<ObjectId>,
    record_id: Option<Box<str>>,
    record: Option<Vec<(AttributeRef, Value)>>,
    request: Vec<(AttributeRef, Value)>,
    subject: Vec<(AttributeRef, Value)>,
    roles: Vec<RoleId>,
    active_roles: Option<Vec<RoleId>>,
    /// Somebody asks, known or not.
    asked: bool,
    /// An object was given but is not known: reported once.
    lost: bool,
    /// Nobody known asks, but the name is that of somebody known: reported once, where an answer is expected.
    mistaken: Option<ast::Name>,
}

impl Given {
    const fn new(package: PackageId) -> Self {
        Self {
            package,
            user: None,
            at: None,
            object: None,
            record_id: None,
            record: None,
            request: Vec::new(),
            subject: Vec::new(),
            roles: Vec::new(),
            active_roles: None,
            asked: false,
            lost: false,
            mistaken: None,
        }
    }

    fn steps(mut self, cx: &mut Cx<'_>, items: &[ast::TestItem]) -> Vec<Step> {
        let mut steps = Vec::new();
        for item in items {
            match &item.kind {
                TestItemKind::GivenUser { user, at } => {
                    self.user = Some(user.symbol);
                    self.asked = true;
                    self.mistaken = is_mistaken(cx, user.symbol).then_some(*user);
                    if let Some((at, zone)) = at {
                        self.at = self.instant(cx, at, zone.as_ref());
                    }
                }
                TestItemKind::GivenAt(at, zone) => self.at = self.instant(cx, at, zone.as_ref()),
                TestItemKind::GivenRecord { object, id, attributes } => {
                    self.object = cx.object(self.package, object);
                    self.lost = self.object.is_none();
                    self.record_id = id.as_ref().map(|id| id.text.clone());
                    self.record = match (self.object, attributes) {
                        (Some(object), Some(attributes)) => Some(self.record(cx, object, attributes)),
                        _ => None,
                    };
                }
                TestItemKind::GivenRequest(values) => self.request = self.request(cx, values),
                TestItemKind::GivenSubject(values) => self.subject = self.subject(cx, values),
                TestItemKind::GivenRoles(names) => {
                    self.roles = self.brought(cx, names);
                    self.asked = true;
                }
                TestItemKind::GivenActiveRoles(names) => self.active_roles = Some(cx.roles(self.package, names)),
                TestItemKind::Can(actions) => {
                    self.refuse_mistaken(cx);
                    for (right, field) in self.actions(cx, item.span, actions) {
                        steps.extend(self.step(cx, item.span, right, Expectation::Can(right, field)));
                    }
                }
                TestItemKind::Cannot(actions, reason) => {
                    let reason = reason.as_ref().and_then(|reason| known_reason(cx, reason));
                    if reason.as_deref() != Some("unknown-subject") {
                        self.refuse_mistaken(cx);
                    }
                    for (right, field) in self.actions(cx, item.span, actions) {
                        let expectation = Expectation::Cannot(right, field, reason.clone());
                        steps.extend(self.step(cx, item.span, right, expectation));
                    }
                }
                TestItemKind::Sees { fields, how, action } => {
                    self.refuse_mistaken(cx);
                    for (right, field) in self.sights(cx, item.span, fields, action.as_ref()) {
                        steps.extend(self.step(cx, item.span, right, Expectation::Sees(right, field, *how)));
                    }
                }
            }
        }
        steps
    }

    /// Reports an asker who is named by display name, or by id but for case and width: the answer would be no whatever
    /// the policy says.
    fn refuse_mistaken(&mut self, cx: &mut Cx<'_>) {
        if let Some(name) = self.mistaken.take() {
            cx.unknown(self.package, Space::User, &name);
        }
    }

    fn instant(&self, cx: &mut Cx<'_>, at: &ast::DateTime, zone: Option<&ast::Text>) -> Option<i64> {
        let zone = cx.zone_for(self.package, zone)?;
        cx.instant(at, zone, false)
    }

    fn spot(&self, attribute: Symbol) -> Spot<'static> {
        let target = Target::Attribute("", attribute);
        Spot { site: Site::of(self.package), target, bare_users: true, strangers: true }
    }

    fn record(
        &self,
        cx: &mut Cx<'_>,
        object: ObjectId,
        written: &[(ast::Name, ast::Operand)],
    ) -> Vec<(AttributeRef, Value)> {
        let mut values = Vec::with_capacity(written.len());
        repeated(cx, written);
        for (name, operand) in written {
            let Some(field) = cx.field(object, name) else { continue };
            let kind = cx.model.fields.get(field.index()).map(|field| field.kind);
            let Some(FieldKind::Attribute { ty, set, .. }) = kind else {
                let shown = || cx.name(name).into();
                let diagnostic = Diagnostic::error(
                    &type_codes::NOT_AN_ATTRIBUTE,
                    type_text::NOT_AN_ATTRIBUTE
                        .with([("name", shown()), ("object", cx.model.object_name(object).into())]),
                    name.span,
                    type_text::NOT_AN_ATTRIBUTE_HERE.plain(),
                )
                .help(type_text::NOT_AN_ATTRIBUTE_HELP.with([("name", shown())]));
                cx.out.push(diagnostic);
                continue;
            };
            self.value(cx, AttributeRef::Record(field), name, operand, Type { ty, set }, &mut values);
        }
        values
    }

    fn request(&self, cx: &mut Cx<'_>, written: &[(ast::Name, ast::Operand)]) -> Vec<(AttributeRef, Value)> {
        let mut values = Vec::with_capacity(written.len());
        repeated(cx, written);
        for (name, operand) in written {
            let Some(id) = cx.find(self.package, Space::RequestAttribute, name) else { continue };
            let Some(attribute) = cx.model.request_attributes.get(id as usize) else { continue };
            let ty = Type { ty: attribute.ty, set: attribute.set };
            let attribute = AttributeRef::Request(RequestAttributeId(id));
            self.value(cx, attribute, name, operand, ty, &mut values);
        }
        values
    }

    fn subject(&self, cx: &mut Cx<'_>, written: &[(ast::Name, ast::Operand)]) -> Vec<(AttributeRef, Value)> {
        let mut values = Vec::with_capacity(written.len());
        repeated(cx, written);
        for (name, operand) in written {
            let Some(id) = cx.find(self.package, Space::SubjectAttribute, name) else { continue };
            let Some(attribute) = cx.model.subject_attributes.get(id as usize) else { continue };
            let ty = Type { ty: attribute.ty, set: attribute.set };
            if attribute.source == AttributeSource::Table {
                let diagnostic = Diagnostic::error(
                    &type_codes::ATTRIBUTE_SOURCE,
                    type_text::NOT_SENT.with([("name", cx.name(name).into())]),
                    name.span,
                    type_text::NOT_SENT_HERE.plain(),
                );
                cx.out.push(diagnostic);
                continue;
            }
            let attribute = AttributeRef::Subject(SubjectAttributeId(id));
            self.value(cx, attribute, name, operand, ty, &mut values);
        }
        values
    }

    fn value(
        &self,
        cx: &mut Cx<'_>,
        attribute: AttributeRef,
        name: &ast::Name,
        operand: &ast::Operand,
        ty: Type,
        out: &mut Vec<(AttributeRef, Value)>,
    ) {
        let value = cx.value(self.spot(name.symbol), operand, ty);
        out.extend(value.map(|value| (attribute, value)));
    }

    /// Roles that the request brings: only those that the header lists.
    fn brought(&self, cx: &mut Cx<'_>, names: &[ast::Name]) -> Vec<RoleId> {
        let mut roles = Vec::with_capacity(names.len());
        for name in names {
            let Some(role) = cx.role(self.package, name) else { continue };
            if self.package == ROOT && cx.model.roles_from_request.binary_search(&role).is_err() {
                let diagnostic = Diagnostic::error(
                    &codes::NOT_FROM_REQUEST,
                    text::NOT_FROM_REQUEST.with([("name", cx.name(name).into())]),
                    name.span,
                    text::NOT_FROM_REQUEST_HERE.plain(),
                )
                .help(text::NOT_FROM_REQUEST_HELP.plain());
                cx.out.push(diagnostic);
                continue;
            }
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        roles
    }

    /// The object that questions are about.
    fn object(&self, cx: &mut Cx<'_>, span: Span) -> Option<ObjectId> {
        if self.object.is_none() && !self.lost {
            cx.out.push(
                Diagnostic::error(
                    &codes::TEST_ORDER,
                    text::TEST_WITHOUT_OBJECT.plain(),
                    span,
                    text::TEST_WITHOUT_OBJECT_HERE.plain(),
                )
                .help(text::TEST_WITHOUT_OBJECT_HELP.plain()),
            );
        }
        self.object
    }

    fn actions(&self, cx: &mut Cx<'_>, span: Span, actions: &[ast::TestAction]) -> Vec<(RightId, Option<FieldId>)> {
        let Some(object) = self.object(cx, span) else { return Vec::new() };
        let mut found = Vec::with_capacity(actions.len());
        for action in actions {
            let right = cx.action(object, &action.action);
            let field = action.field.as_ref().map(|name| cx.field(object, name));
            match (right, field) {
                (Some(right), None) => found.push((right, None)),
                (Some(right), Some(Some(field))) => found.push((right, Some(field))),
                _ => {}
            }
        }
        found
    }

    fn sights(
        &self,
        cx: &mut Cx<'_>,
        span: Span,
        fields: &[ast::Name],
        action: Option<&ast::Name>,
    ) -> Vec<(RightId, FieldId)> {
        let Some(object) = self.object(cx, span) else { return Vec::new() };
        let right = match action {
            Some(name) => cx.action(object, name),
            None => {
                let symbol = cx.model.symbols.intern("read");
                let found = cx.rights.get(&(object, symbol)).copied();
                if found.is_none() {
                    no_read(cx, object, span);
                }
                found
            }
        };
        let mut found = Vec::with_capacity(fields.len());
        for name in fields {
            let field = cx.field(object, name);
            found.extend(right.zip(field));
        }
        found
    }

    fn step(&self, cx: &mut Cx<'_>, span: Span, right: RightId, expectation: Expectation) -> Option<Step> {
        let object = cx.model.rights.get(right.index())?.object;
        if !self.asked {
            cx.out.push(
                Diagnostic::error(
                    &codes::TEST_ORDER,
                    text::TEST_WITHOUT_USER.plain(),
                    span,
                    text::TEST_WITHOUT_USER_HERE.plain(),
                )
                .help(text::TEST_WITHOUT_USER_HELP.plain()),
            );
            return None;
        }
        let record = self.record.iter().flatten();
        let mut values: Vec<(AttributeRef, Value)> =
            record.chain(&self.subject).chain(&self.request).cloned().collect();
        values.sort_by_key(|(attribute, _)| *attribute);
        Some(Step {
            user: self.user,
            at: self.at,
            object,
            record_id: self.record_id.clone(),
            record: self.record.is_some(),
            values,
            roles: self.roles.clone(),
            active_roles: self.active_roles.clone(),
            expectation,
            origin: Site::of(self.package).origin(span),
        })
    }
}

/// `sees F` without `for ACTION`, of an object whose reading action has another name.
fn no_read(cx: &mut Cx<'_>, object: ObjectId, span: Span) {
    let rights = cx.model.objects.get(object.index()).map(|o| o.rights().collect::<Vec<_>>()).unwrap_or_default();
    let actions: Vec<String> =
        rights.iter().take(12).map(|right| format!("`for {}`", cx.model.action_name(*right))).collect();
    let message = text::SEES_WITHOUT_ACTION.with([("object", cx.model.object_name(object).into())]);
    let diagnostic = Diagnostic::error(&codes::UNKNOWN_ACTION, message, span, text::SEES_WITHOUT_ACTION_HERE.plain())
        .help(text::SEES_WITHOUT_ACTION_HELP.with([("actions", actions.into())]));
    cx.out.push(diagnostic);
}

/// Whether nobody has this id, but somebody has it for a name, or up to case and width.
pub(super) fn is_mistaken(cx: &mut Cx<'_>, name: Symbol) -> bool {
    cx.names.get(ROOT, Space::User, name).is_none() && cx.explain_user(name).is_some()
}

/// Reports attributes that are given twice at once.
pub(super) fn repeated(cx: &mut Cx<'_>, written: &[(ast::Name, ast::Operand)]) {
    let mut first: FxHashMap<Symbol, Span> = FxHashMap::default();
    for (name, _) in written {
        match first.get(&name.symbol) {
            Some(there) => {
                let (there, shown) = (*there, cx.name(name).to_owned());
                cx.repeated_line(&shown, name.span, there);
            }
            None => {
                first.insert(name.symbol, name.span);
            }
        }
    }
}

fn known_reason(cx: &mut Cx<'_>, reason: &ast::Name) -> Option<Box<str>> {
    let name = cx.name(reason);
    if REASONS.contains(&name) {
        return Some(name.into());
    }
    let near = crate::diagnostic::did_you_mean(name, REASONS).map(str::to_owned);
    let choices: Vec<String> = REASONS.iter().map(|reason| format!("`{reason}`")).collect();
    let diagnostic = Diagnostic::error(
        &codes::UNKNOWN_REASON,
        text::UNKNOWN_REASON.with([("name", name.into())]),
        reason.span,
        text::UNKNOWN_REASON_HERE.plain(),
    );
    cx.out.push(match near {
        Some(near) => super::context::suggest(diagnostic, Some(&near)),
        None => diagnostic.help(text::CHOICES.with([("names", choices.into())])),
    });
    None
}
