//! [`Ids`]: the model's ids as the table's numbers, which follow names, not files.

use super::reach::Reach;
use super::{LowerError, count};
use crate::model::{
    AttributeRef, FieldId, FieldKind, GuaranteeKind, Model, NetworkId, ObjectId, RequestAttributeId, RightId, RoleId,
    SubjectAttributeId, UnitId, UserId, ValueType,
};
use crate::source::{Symbol, order};
use crate::table::NONE;
use crate::table::write::{attribute, attribute_kind};

/// An arena of the model in the table's order.
#[derive(Debug, Default)]
pub(super) struct Order {
    /// Indices of the model, in the table's order.
    pub(super) order: Vec<usize>,
    /// The number of each index of the model; none if the table has no use for it.
    numbers: Vec<u32>,
}

impl Order {
    fn new(order: Vec<usize>, all: usize) -> Self {
        let mut numbers = vec![NONE; all];
        for (number, index) in order.iter().enumerate() {
            if let Some(slot) = numbers.get_mut(*index) {
                *slot = number as u32;
            }
        }
        Self { order, numbers }
    }

    fn by_name<T>(model: &Model, items: &[T], name: impl Fn(&T) -> Symbol) -> Self {
        let text = |at: usize| items.get(at).map_or("", |item| model.text(name(item)));
        let order = order(items.len(), text, |a, b| a.cmp(&b));
        Self::new(order.into_iter().map(|at| at as usize).collect(), items.len())
    }

    /// The number of an index; none if it has none.
    pub(super) fn get(&self, index: usize) -> u32 {
        self.numbers.get(index).copied().unwrap_or(NONE)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.order.len()
    }
}

/// All orders.
#[derive(Debug)]
pub(super) struct Ids {
    pub(super) objects: Order,
    pub(super) rights: Order,
    pub(super) fields: Order,
    pub(super) enums: Order,
    pub(super) subject_attributes: Order,
    pub(super) request_attributes: Order,
    pub(super) units: Order,
    /// For each unit of the table, the first one that is not below it.
    pub(super) unit_ends: Vec<u32>,
    pub(super) networks: Order,
    pub(super) users: Order,
    pub(super) held: Order,
    /// Roles that reach a held one.
    pub(super) roles: Order,
    /// Of those, the ones that requirements, separations and exclusive sets ask for.
    pub(super) watched: Order,
}

impl Ids {
    pub(super) fn new(model: &Model, reach: &Reach) -> Result<Self, LowerError> {
        let objects = Order::by_name(model, &model.objects, |object| object.name);
        let of_objects = |of: &dyn Fn(&crate::model::Object) -> std::ops::Range<u32>, all: usize| {
            let in_order = objects.order.iter().filter_map(|at| model.objects.get(*at));
            Order::new(in_order.flat_map(|object| of(object).map(|id| id as usize)).collect(), all)
        };
        let rights = of_objects(&|object| object.rights.clone(), model.rights.len());
        let fields = of_objects(&|object| object.fields.clone(), model.fields.len());
        let subject_attributes = Order::by_name(model, &model.subject_attributes, |attribute| attribute.name);
        let request_attributes = Order::by_name(model, &model.request_attributes, |attribute| attribute.name);
        let (units, unit_ends) = units(model);
        let roles = |roles: &[RoleId]| Order::new(roles.iter().map(|role| role.index()).collect(), model.roles.len());
        let ids = Self {
            enums: enums(model, &fields, &subject_attributes, &request_attributes),
            networks: Order::by_name(model, &model.networks, |network| network.name),
            users: Order::by_name(model, &model.users, |user| user.id),
            held: roles(&reach.held),
            watched: roles(&watched(model, reach)),
            roles: roles(&reach.roles),
            objects,
            rights,
            fields,
            subject_attributes,
            request_attributes,
            units,
            unit_ends,
        };
        for length in [ids.rights.len() + ids.objects.len(), ids.fields.len(), ids.users.len(), ids.roles.len()] {
            count(length, "names")?;
        }
        if ids.objects.len().max(ids.enums.len()) >= 1 << 28 {
            return Err(LowerError::TooLarge("names"));
        }
        Ok(ids)
    }

    pub(super) fn object(&self, id: ObjectId) -> u32 {
        self.objects.get(id.index())
    }

    pub(super) fn right(&self, id: RightId) -> u32 {
        self.rights.get(id.index())
    }

    pub(super) fn field(&self, id: FieldId) -> u32 {
        self.fields.get(id.index())
    }

    pub(super) fn subject_attribute(&self, id: SubjectAttributeId) -> u32 {
        self.subject_attributes.get(id.index())
    }

    pub(super) fn unit(&self, id: UnitId) -> u32 {
        self.units.get(id.index())
    }

    pub(super) fn network(&self, id: NetworkId) -> u32 {
        self.networks.get(id.index())
    }

    pub(super) fn user(&self, id: UserId) -> u32 {
        self.users.get(id.index())
    }

    pub(super) fn held(&self, id: RoleId) -> u32 {
        self.held.get(id.index())
    }

    pub(super) fn watched(&self, id: RoleId) -> u32 {
        self.watched.get(id.index())
    }

    /// An attribute as the table writes it.
    pub(super) fn attribute(&self, of: AttributeRef) -> u32 {
        match of {
            AttributeRef::RecordId => attribute(attribute_kind::RECORD_ID, 0),
            AttributeRef::Record(id) => attribute(attribute_kind::RECORD, self.field(id)),
            AttributeRef::Subject(id) => attribute(attribute_kind::SUBJECT, self.subject_attribute(id)),
            AttributeRef::Request(RequestAttributeId(id)) => {
                attribute(attribute_kind::REQUEST, self.request_attributes.get(id as usize))
            }
        }
    }
}

/// Enumerations in the order in which attributes use them.
fn enums(model: &Model, fields: &Order, subject: &Order, request: &Order) -> Order {
    let of_fields = fields.order.iter().filter_map(|at| match model.fields.get(*at)?.kind {
        FieldKind::Attribute { ty, .. } => Some(ty),
        FieldKind::Field => None,
    });
    let of_subject = subject.order.iter().filter_map(|at| Some(model.subject_attributes.get(*at)?.ty));
    let of_request = request.order.iter().filter_map(|at| Some(model.request_attributes.get(*at)?.ty));
    let mut seen = vec![false; model.enums.len()];
    let mut order = Vec::new();
    for ty in of_fields.chain(of_subject).chain(of_request) {
        if let ValueType::Enum(id) = ty
            && let Some(seen) = seen.get_mut(id.index()).filter(|seen| !**seen)
        {
            *seen = true;
            order.push(id.index());
        }
    }
    Order::new(order, model.enums.len())
}

/// Units in preorder, siblings by name, and where those below each end.
fn units(model: &Model) -> (Order, Vec<u32>) {
    let mut below = vec![Vec::new(); model.units.len()];
    let mut stack = Vec::new();
    for (at, unit) in model.units.iter().enumerate() {
        match unit.parent.and_then(|parent| below.get_mut(parent.index())) {
            Some(children) => children.push(at),
            None => stack.push(at),
        }
    }
    let name = |at: &usize| model.units.get(*at).map_or("", |unit| model.text(unit.name));
    let sort = |units: &mut Vec<usize>| {
        units.sort_by_key(name);
        // The last of the stack comes first.
        units.reverse();
    };
    sort(&mut stack);
    for children in &mut below {
        sort(children);
    }
    let mut order = Vec::with_capacity(model.units.len());
    while let Some(unit) = stack.pop() {
        order.push(unit);
        stack.extend(below.get(unit).into_iter().flatten());
    }
    let order = Order::new(order, model.units.len());
    let mut ends: Vec<u32> = (0..order.len()).map(|at| at as u32 + 1).collect();
    for at in (0..order.len()).rev() {
        let end = ends.get(at).copied().unwrap_or(0);
        let parent = order.order.get(at).and_then(|unit| model.units.get(*unit)?.parent);
        if let Some(above) = parent.and_then(|parent| ends.get_mut(order.get(parent.index()) as usize)) {
            *above = (*above).max(end);
        }
    }
    (order, ends)
}

/// Reached roles that somebody's having is asked for, by name.
fn watched(model: &Model, reach: &Reach) -> Vec<RoleId> {
    let mut asked = vec![false; model.roles.len()];
    let of_requires = model.requires.iter().flat_map(|require| &require.roles);
    let of_sessions = model.separate_sessions.iter().flat_map(|separate| &separate.roles);
    let of_sets = model.guarantees.iter().filter_map(|guarantee| match &guarantee.kind {
        GuaranteeKind::NobodyHasTwo(roles) if !model.roles_from_request.is_empty() => Some(roles),
        _ => None,
    });
    for role in of_requires.chain(of_sessions).chain(of_sets.flatten()) {
        if let Some(asked) = asked.get_mut(role.index()) {
            *asked = true;
        }
    }
    reach.roles.iter().copied().filter(|role| asked.get(role.index()) == Some(&true)).collect()
}
