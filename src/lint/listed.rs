//! Lists as they were written: the places of their items, and how one item is taken out.

use super::Context;
use crate::diagnostic::Edit;
use crate::source::{Span, Symbol};
use crate::syntax::ast::{
    ActionList, AssignTo, CalendarItemKind, CancelWhat, Condition, ConditionKind, Days, GuaranteeKind, ItemKind, Name,
    ObjectItemKind, ObjectList, ObjectRef, Pattern, RoleBody, RoleItemKind, RoleKind, Scope, SuspendWhat, Target,
    Window,
};

/// One list.
pub(super) struct List {
    /// The name that the statement around it declares, if it declares one.
    pub(super) owner: Option<Symbol>,
    /// The places of its items.
    pub(super) items: Vec<Span>,
}

/// Every list whose items have no order and mean nothing twice.
pub(super) fn lists(cx: &Context<'_>) -> Vec<List> {
    let mut found = Lists { owner: None, lists: Vec::new() };
    for item in cx.asts.iter().flat_map(|ast| &ast.items) {
        found.owner = owner(&item.kind);
        found.item(&item.kind);
    }
    found.lists
}

/// Takes an item out of a list, with the comma or `or` beside it; `None` if a comment would go with it.
pub(super) fn removal(cx: &Context<'_>, list: &[Span], index: usize) -> Option<Edit> {
    let here = *list.get(index)?;
    let span = match index.checked_sub(1).and_then(|before| list.get(before)) {
        Some(before) => Span { start: before.end, ..here },
        None => Span { end: list.get(1)?.start, ..here },
    };
    let plain = span.start <= span.end && !cx.sources.text(span).contains('#');
    plain.then(|| Edit { span, text: String::new() })
}

fn owner(kind: &ItemKind) -> Option<Symbol> {
    let declared = match kind {
        ItemKind::Object(object) => object.names.first(),
        ItemKind::User(user) => user.names.first(),
        ItemKind::Network(network) => Some(&network.declared),
        ItemKind::Calendar(calendar) => Some(&calendar.declared),
        ItemKind::Hours(hours) => Some(&hours.declared),
        ItemKind::Role(role) => Some(&role.declared),
        ItemKind::Template(template) => Some(&template.declared),
        _ => None,
    };
    declared.map(|declared| declared.name.symbol)
}

struct Lists {
    owner: Option<Symbol>,
    lists: Vec<List>,
}

impl Lists {
    fn push(&mut self, items: impl Iterator<Item = Span>) {
        let items: Vec<Span> = items.collect();
        if items.len() > 1 {
            self.lists.push(List { owner: self.owner, items });
        }
    }

    fn names(&mut self, names: &[Name]) {
        self.push(names.iter().map(|name| name.span));
    }

    fn item(&mut self, kind: &ItemKind) {
        match kind {
            ItemKind::Policy(policy) => self.names(&policy.roles_from_request),
            ItemKind::Subject(attributes) | ItemKind::Request(attributes) => {
                attributes.iter().for_each(|attribute| self.names(&attribute.data_labels));
            }
            ItemKind::Object(object) => object.items.iter().for_each(|line| self.object_line(&line.kind)),
            ItemKind::Network(network) => self.push(network.blocks.iter().map(|block| block.span)),
            ItemKind::Calendar(calendar) => {
                for line in &calendar.items {
                    if let CalendarItemKind::Weekend(days) = &line.kind {
                        self.push(days.iter().map(|(_, span)| *span));
                    }
                }
            }
            ItemKind::Hours(hours) => hours.patterns.iter().for_each(|pattern| self.pattern(pattern)),
            ItemKind::Role(role) => {
                if let RoleKind::Body(body) = &role.kind {
                    self.body(body);
                }
            }
            ItemKind::Template(template) => self.body(&template.body),
            ItemKind::User(user) => {
                self.names(&user.units);
                self.push(user.other_ids.iter().map(|id| id.span));
            }
            ItemKind::Assign(assign) => {
                self.names(&assign.roles);
                if let AssignTo::Users(users) = &assign.to {
                    self.names(users);
                }
                self.window(&assign.window);
            }
            ItemKind::Delegate(delegate) => self.window(&delegate.window),
            ItemKind::Suspend(suspend) => {
                match &suspend.what {
                    SuspendWhat::Users { users, .. } => self.names(users),
                    SuspendWhat::Roles { roles, .. } => self.names(roles),
                    SuspendWhat::Actions(target) => self.target(target),
                    SuspendWhat::Everything { .. } => {}
                }
                self.window(&suspend.window);
            }
            ItemKind::Require(require) => {
                self.condition(&require.condition);
                self.target(&require.target);
                self.names(&require.roles);
                self.window(&require.window);
            }
            ItemKind::Guarantees(lines) => lines.iter().for_each(|line| self.guarantee(&line.kind)),
            ItemKind::Use(_)
            | ItemKind::Labels(_)
            | ItemKind::Type(_)
            | ItemKind::Unit(_)
            | ItemKind::People(_)
            | ItemKind::EndEarly(_)
            | ItemKind::SeparateSessions(_)
            | ItemKind::Test(_) => {}
        }
    }

    fn object_line(&mut self, kind: &ObjectItemKind) {
        match kind {
            ObjectItemKind::Actions(actions) => self.names(&actions.changes),
            ObjectItemKind::SharedWith(_, actions) => self.names(actions),
            ObjectItemKind::Attribute(attribute) => self.names(&attribute.data_labels),
            ObjectItemKind::Field(_, labels) => self.names(labels),
            ObjectItemKind::Owner(_)
            | ObjectItemKind::UnitIs(_)
            | ObjectItemKind::UnitOfOwner
            | ObjectItemKind::Team(_)
            | ObjectItemKind::FieldsFrom(_)
            | ObjectItemKind::AttributesFromRecords => {}
        }
    }

    fn body(&mut self, body: &RoleBody) {
        self.names(&body.inherits);
        for line in &body.items {
            match &line.kind {
                RoleItemKind::Rule(rule) => {
                    self.target(&rule.target);
                    self.names(&rule.including);
                    self.scopes(&rule.within);
                    self.scopes(&rule.outside);
                    self.when(rule.when.as_deref());
                    self.window(&rule.window);
                }
                RoleItemKind::Mask(mask) => {
                    self.objects(&mask.objects);
                    self.scopes(&mask.within);
                    self.scopes(&mask.outside);
                    self.when(mask.when.as_deref());
                    self.window(&mask.window);
                }
                RoleItemKind::Without(target) => self.target(target),
                RoleItemKind::Cancel(cancel) => {
                    match &cancel.what {
                        CancelWhat::Deny(target) => self.target(target),
                        CancelWhat::Mask(objects) => self.objects(objects),
                        CancelWhat::DenyNamed(_) | CancelWhat::MaskNamed(_) => {}
                    }
                    self.window(&cancel.window);
                }
                RoleItemKind::Active(active) => {
                    self.names(&active.hours);
                    active.patterns.iter().for_each(|pattern| self.pattern(pattern));
                }
                RoleItemKind::Responsible(_) | RoleItemKind::Reviewed(_) => {}
            }
        }
    }

    fn target(&mut self, target: &Target) {
        match &target.actions {
            ActionList::Named(names) | ActionList::Every { except: names, .. } => self.names(names),
        }
        match &target.objects {
            ObjectList::Named(objects) => self.objects(objects),
            ObjectList::Every { except, .. } => self.names(except),
        }
    }

    fn objects(&mut self, objects: &[ObjectRef]) {
        // An object with fields ends behind its bracket, which no span tells.
        if objects.iter().all(|object| object.fields.is_empty()) {
            self.push(objects.iter().map(|object| object.object.span));
        }
        objects.iter().for_each(|object| self.names(&object.fields));
    }

    fn scopes(&mut self, scopes: &[Scope]) {
        self.push(scopes.iter().map(|scope| scope.span));
    }

    fn pattern(&mut self, pattern: &Pattern) {
        match &pattern.days {
            Days::Of(days) => self.push(days.iter().map(|(_, span)| *span)),
            Days::MonthDays(days) => self.push(days.iter().map(|day| day.span)),
            _ => {}
        }
    }

    fn window(&mut self, window: &Window) {
        window.during.iter().chain(&window.outside).for_each(|hours| self.names(hours));
        if let Some(pattern) = &window.recurring {
            self.pattern(pattern);
        }
    }

    fn when(&mut self, condition: Option<&Condition>) {
        if let Some(condition) = condition {
            self.condition(condition);
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match &condition.kind {
            ConditionKind::And(parts) | ConditionKind::Or(parts) => parts.iter().for_each(|part| self.condition(part)),
            ConditionKind::Not(inner) | ConditionKind::Group(inner) => self.condition(inner),
            ConditionKind::OneOf { values, .. } => self.push(values.iter().map(|value| value.span)),
            ConditionKind::In { networks, .. } => self.names(networks),
            ConditionKind::Path(_)
            | ConditionKind::Compare(..)
            | ConditionKind::Has(..)
            | ConditionKind::IsNone(_)
            | ConditionKind::IsSet(_) => {}
        }
    }

    fn guarantee(&mut self, kind: &GuaranteeKind) {
        match kind {
            GuaranteeKind::NobodyCanBoth(a, b) => {
                self.target(a);
                self.target(b);
            }
            GuaranteeKind::Never(who, target) | GuaranteeKind::Only(who, target) => {
                self.push(who.iter().map(|who| who.span));
                self.target(target);
            }
            GuaranteeKind::AtMostRoles(_, target) => self.target(target),
            GuaranteeKind::Needs(target, condition) => {
                self.target(target);
                self.condition(condition);
            }
            GuaranteeKind::Always(roles, target) => {
                self.names(roles);
                self.target(target);
            }
            GuaranteeKind::NobodyHasTwo(_)
            | GuaranteeKind::AtMostUsers(..)
            | GuaranteeKind::AtLeastUsers(..)
            | GuaranteeKind::Prerequisite(..) => {}
        }
    }
}
