//! `label`, `type`, `subject`, `request`, `object`.

use super::Builder;
use crate::source::Span;
use crate::syntax::ast::{
    Actions, ActsAs, Administers, AttributeDecl, AttributeSource, FieldsFrom, ItemKind, Name, Object, ObjectItem,
    ObjectItemKind, Risk, TypeDecl, TypeKind, TypeRef,
};
use crate::syntax::error;
use crate::syntax::grammar::{At, Nodes, Rule};
use crate::syntax::recover::Block;

impl Builder<'_> {
    /// `label a, b`
    pub(super) fn labels(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        parts.has(Rule::kw_label);
        Some(ItemKind::Labels(self.declared_list(&mut parts)))
    }

    /// `type T = a | b`
    pub(super) fn type_declaration(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let declared = parts.seek(Rule::declared)?;
        let declared = self.declared(declared)?;
        let mut values = Vec::new();
        let mut ordered = false;
        for part in parts {
            match part.rule() {
                Rule::declared => values.extend(self.declared(part)),
                Rule::less_sign => ordered = true,
                _ => {}
            }
        }
        Some(ItemKind::Type(TypeDecl { declared, values: values.into(), ordered }))
    }

    /// `subject { … }` or `request { … }`
    pub(super) fn attributes(&mut self, at: At<'_>) -> Box<[AttributeDecl]> {
        let block = if at.rule() == Rule::subject_block { Block::Subject } else { Block::Request };
        at.inside().seek(Rule::attribute_body).map(|body| self.attribute_lines(body, block)).unwrap_or_default()
    }

    /// Attributes in braces.
    pub(super) fn attribute_lines(&mut self, body: At<'_>, block: Block) -> Box<[AttributeDecl]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut items = Vec::new();
        for line in lines {
            if line.rule() == Rule::attribute {
                self.good(line);
                items.extend(self.attribute(line));
            } else {
                self.other(line, block, open);
            }
        }
        items.into()
    }

    /// `attribute a, b : T from table is personal`
    fn attribute(&mut self, at: At<'_>) -> Option<AttributeDecl> {
        let span = self.span(at);
        let mut parts = at.inside();
        let names = self.declared_list(&mut parts);
        let ty = parts.seek(Rule::type_ref)?;
        let ty = self.type_ref(ty)?;
        let source = parts.eat(Rule::source).and_then(|source| {
            let word = source.inside().seek(Rule::source_word)?;
            let kind = match self.raw(word) {
                "table" => AttributeSource::Table,
                "records" => AttributeSource::Records,
                _ => AttributeSource::Request,
            };
            Some((kind, self.span(source)))
        });
        let data_labels = self.data_labels(&mut parts);
        Some(AttributeDecl { span, names, ty, source, data_labels })
    }

    fn data_labels(&mut self, parts: &mut Nodes<'_>) -> Box<[Name]> {
        let Some(labels) = parts.eat(Rule::data_labels) else { return Box::default() };
        let mut labels = labels.inside();
        labels.has(Rule::kw_is);
        self.names(&mut labels, Rule::label_name)
    }

    /// `Region`, `set of user`, `managed | private`
    pub(super) fn type_ref(&mut self, at: At<'_>) -> Option<TypeRef> {
        let span = self.span(at);
        let mut parts = at.inside();
        let set = parts.has(Rule::kw_set_of);
        let mut values = Vec::new();
        while let Some(value) = parts.eat(Rule::type_value) {
            values.extend(self.declared(value));
        }
        let alone = values.len() == 1 && values.iter().all(|value| value.label.is_none());
        let kind = if alone { TypeKind::Named(values.pop()?.name) } else { TypeKind::Inline(values.into()) };
        if !set {
            return Some(TypeRef { kind, span });
        }
        Some(TypeRef { kind: TypeKind::SetOf(Box::new(TypeRef { kind, span })), span })
    }

    /// `object A, B { … }`
    pub(super) fn object(&mut self, at: At<'_>) -> Option<ItemKind> {
        let mut parts = at.inside();
        let names = self.declared_list(&mut parts);
        let administers = parts.eat(Rule::administers).and_then(|clause| {
            let word = clause.inside().seek(Rule::administers_word)?;
            let kind = match self.raw(word) {
                "roles" => Administers::Roles,
                "users" => Administers::Users,
                "sharing" => Administers::Sharing,
                "fields" => Administers::Fields,
                _ => Administers::Application,
            };
            Some((kind, self.span(clause)))
        });
        let body = parts.eat(Rule::object_body)?;
        Some(ItemKind::Object(Object { names, administers, items: self.object_lines(body) }))
    }

    /// The lines of an object.
    pub(super) fn object_lines(&mut self, body: At<'_>) -> Box<[ObjectItem]> {
        let mut lines = body.inside();
        let open = self.open(&mut lines);
        let mut items = Vec::new();
        for line in lines {
            if is_object_line(line.rule()) {
                let span = self.good(line);
                items.extend(self.object_line(line).map(|kind| ObjectItem { span, kind }));
            } else {
                self.other(line, Block::Object, open);
            }
        }
        items.into()
    }

    fn object_line(&mut self, at: At<'_>) -> Option<ObjectItemKind> {
        let mut parts = at.inside();
        Some(match at.rule() {
            Rule::general_actions => ObjectItemKind::Actions(self.actions(parts, true)),
            Rule::record_actions => ObjectItemKind::Actions(self.actions(parts, false)),
            Rule::record_owner => ObjectItemKind::Owner(self.record_field(at)?),
            Rule::record_unit if parts.seek(Rule::kw_that_of_owner).is_some() => {
                self.sign_for_is(at);
                ObjectItemKind::UnitOfOwner
            }
            Rule::record_unit => ObjectItemKind::UnitIs(self.record_field(at)?),
            Rule::record_team => ObjectItemKind::Team(self.record_field(at)?),
            Rule::attributes_from => ObjectItemKind::AttributesFromRecords,
            Rule::attribute => ObjectItemKind::Attribute(self.attribute(at)?),
            Rule::fields_from => ObjectItemKind::FieldsFrom(self.fields_from(at)?),
            Rule::shared_with => {
                let field = parts.seek(Rule::field_name)?;
                let field = self.name(field);
                parts.has(Rule::kw_for);
                ObjectItemKind::SharedWith(field, self.names(&mut parts, Rule::action))
            }
            Rule::field => {
                let names = self.declared_list(&mut parts);
                ObjectItemKind::Field(names, self.data_labels(&mut parts))
            }
            _ => return None,
        })
    }

    /// The field of `record owner is FIELD`.
    fn record_field(&mut self, at: At<'_>) -> Option<Name> {
        self.sign_for_is(at);
        self.name_of(at, Rule::field_name)
    }

    /// `record owner = FIELD` is kept, lest everything that needs an owner is reported as well.
    fn sign_for_is(&mut self, at: At<'_>) {
        let Some(head) = at.inside().next() else { return };
        let span = self.span(head);
        if let Some(sign) = self.text_at(span).chars().next_back().filter(|last| *last != 's') {
            let place = Span::new(span.file, span.end - sign.len_utf8() as u32, span.end);
            self.report(error::sign_for_is(&String::from(sign), place));
        }
    }

    fn actions(&mut self, mut parts: Nodes<'_>, general: bool) -> Actions {
        let names = self.declared_list(&mut parts);
        let mut actions = Actions { general, names, risk: None, changes: Box::default(), acts_as: None };
        let mut seen: Vec<At<'_>> = Vec::new();
        for option in parts {
            if let Some(first) = seen.iter().find(|first| first.rule() == option.rule()) {
                let (again, first) = (self.span(option), self.span(*first));
                let error = error::repeated_clause(self.text_at(again), again, first);
                self.report(error);
                continue;
            }
            seen.push(option);
            let span = self.span(option);
            match option.rule() {
                Rule::risk => {
                    let word = option.inside().seek(Rule::risk_word);
                    let risk = match word.map(|word| self.raw(word)) {
                        Some("low") => Risk::Low,
                        Some("high") => Risk::High,
                        Some("critical") => Risk::Critical,
                        _ => Risk::Normal,
                    };
                    actions.risk = Some((risk, span));
                }
                Rule::changes => {
                    let mut fields = option.inside();
                    actions.changes = self.names(&mut fields, Rule::field_name);
                }
                _ => {
                    let acts_as = if self.raw(option) == "creates" { ActsAs::Create } else { ActsAs::Update };
                    actions.acts_as = Some((acts_as, span));
                }
            }
        }
        actions
    }

    fn fields_from(&mut self, at: At<'_>) -> Option<FieldsFrom> {
        let mut parts = at.inside();
        let path = parts.seek(Rule::string)?;
        let path = self.string(path);
        let (mut name, mut label, mut data_labels) = (None, None, None);
        for column in parts.filter(|part| part.rule() == Rule::fields_column) {
            let mut sides = column.inside();
            let which = sides.next().map(|word| word.rule());
            let value = sides.next().map(|column| self.name(column));
            let slot = match which {
                Some(Rule::kw_name) => &mut name,
                Some(Rule::kw_label) => &mut label,
                _ => &mut data_labels,
            };
            if let (Some(first), Some(_)) = (&*slot, &value) {
                let (first, again): (&Name, _) = (first, self.span(column));
                let error = error::repeated_line(self.text_at(again), again, first.span);
                self.report(error);
            }
            *slot = value.or(*slot);
        }
        let Some(name) = name else {
            let error = error::no_name_column(self.span(at));
            self.report(error);
            return None;
        };
        Some(FieldsFrom { path, name, label, data_labels })
    }
}

fn is_object_line(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::general_actions
            | Rule::record_actions
            | Rule::record_owner
            | Rule::record_unit
            | Rule::record_team
            | Rule::attributes_from
            | Rule::attribute
            | Rule::fields_from
            | Rule::shared_with
            | Rule::field
    )
}
