//! Attributes as typed values. What has the wrong type is missing; nothing is converted.

use std::net::IpAddr;

use super::asked::Asked;
use super::request::{Subject, Value};
use super::spelling::{Likened, is_normal};
use crate::table::code::{attribute_flag, attribute_kind, value_tag, value_type};
use crate::table::record::{self, Word};
use crate::table::{ATTRIBUTE_INDEX, Records, Table, Type};

/// Somebody.
#[derive(Clone, Copy, Debug)]
pub(super) enum Person<'r> {
    /// A known person.
    Known(u32),
    /// Somebody whom the table does not know.
    Stranger(&'r str),
    /// Who holds just the role of this name; goes by the id `role:NAME`.
    Role(&'r str),
}

impl<'r> Person<'r> {
    /// Who goes by this id.
    pub(super) fn named(table: &Table<'_>, id: &'r str) -> Self {
        table.user(id).map_or(Self::Stranger(id), Self::Known)
    }

    /// Whether both are the same person.
    pub(super) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Known(a), Self::Known(b)) => a == b,
            (Self::Stranger(a), Self::Stranger(b)) | (Self::Role(a), Self::Role(b)) => a == b,
            (Self::Role(role), Self::Stranger(id)) | (Self::Stranger(id), Self::Role(role)) => {
                id.strip_prefix("role:") == Some(role)
            }
            (Self::Known(_), Self::Stranger(_) | Self::Role(_))
            | (Self::Stranger(_) | Self::Role(_), Self::Known(_)) => false,
        }
    }
}

/// A single value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scalar<'r> {
    /// `boolean`
    Boolean(bool),
    /// `number`, times 10,000.
    Number(i64),
    /// `text`
    Text(&'r str),
    /// A value of an enumeration, by position.
    Enum(u32),
    /// `user`
    Person(Person<'r>),
    /// `unit`
    Unit(u32),
    /// `address`
    Address(u128),
}

impl Scalar<'_> {
    /// Whether both are the same value. Values of different types never are.
    pub(super) fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Enum(a), Self::Enum(b)) | (Self::Unit(a), Self::Unit(b)) => a == b,
            (Self::Person(a), Self::Person(b)) => a.is(b),
            (Self::Address(a), Self::Address(b)) => a == b,
            _ => false,
        }
    }
}

/// The items of a set.
#[derive(Clone, Copy, Debug)]
pub(super) enum Items<'r> {
    /// As the caller sends them; all have the type.
    Sent(&'r [Value<'r>], Type),
    /// As the table states them.
    Stated(Records<'r, Word>),
}

/// What is known of an attribute.
#[derive(Clone, Copy, Debug)]
pub(super) enum Fact<'r> {
    /// Nothing.
    Missing,
    /// It has no value.
    Null,
    /// Its value.
    One(Scalar<'r>),
    /// Its values.
    Many(Items<'r>),
}

impl Fact<'_> {
    /// Whether a comparison with it is unknown.
    pub(super) const fn is_open(self) -> bool {
        matches!(self, Self::Missing | Self::Null)
    }
}

/// Decimals have at most 18 digits.
const NUMBER_LIMIT: u64 = 1_000_000_000_000_000_000;

impl<'r> Asked<'r> {
    /// An attribute.
    pub(super) fn fact(&self, attribute: u32) -> Fact<'r> {
        let at = attribute & ATTRIBUTE_INDEX;
        match attribute >> 30 {
            attribute_kind::RECORD => self.field(at),
            attribute_kind::SUBJECT => self.subject_attribute(at),
            attribute_kind::REQUEST => self.request_attribute(at),
            _ => match self.request.record.and_then(|record| record.id).filter(|id| is_normal(id)) {
                Some(id) => Fact::One(Scalar::Text(id)),
                None => Fact::Missing,
            },
        }
    }

    /// An attribute of the record.
    pub(super) fn field(&self, field: u32) -> Fact<'r> {
        let (Some(record), Some(field)) = (self.request.record, self.table.views.fields.get(field)) else {
            return Fact::Missing;
        };
        if field.flags & attribute_flag::ATTRIBUTE == 0 {
            return Fact::Missing;
        }
        let name = self.table.text(field.name);
        let sent =
            if field.flags & attribute_flag::FROM_RECORDS == 0 { find(record.properties, name) } else { Sent::No };
        let found = match sent {
            Sent::No => find(record.held, name),
            found => found,
        };
        self.sent(found, Table::type_of_field(&field))
    }

    fn subject_attribute(&self, at: u32) -> Fact<'r> {
        let Some(attribute) = self.table.views.subject_attributes.get(at) else { return Fact::Missing };
        if attribute.flags & (attribute_flag::FROM_TABLE | attribute_flag::FROM_RECORDS) == 0 {
            let found = find(self.request.subject_attributes, self.table.text(attribute.name));
            return self.sent(found, Table::type_of_attribute(&attribute));
        }
        let stated = self.user.and_then(|user| self.table.user_record(user)).and_then(|(user, next)| {
            self.table.views.stated.slice(user.stated, next.stated).iter().find(|stated| stated.attribute == at)
        });
        stated.and_then(|stated| self.table.views.values.get(stated.value)).map_or(Fact::Missing, |v| self.literal(&v))
    }

    fn request_attribute(&self, at: u32) -> Fact<'r> {
        let Some(attribute) = self.table.views.request_attributes.get(at) else { return Fact::Missing };
        if attribute.flags & (attribute_flag::FROM_TABLE | attribute_flag::FROM_RECORDS) != 0 {
            return Fact::Missing;
        }
        let found = find(self.request.request_attributes, self.table.text(attribute.name));
        self.sent(found, Table::type_of_attribute(&attribute))
    }

    fn sent(&self, found: Sent<'r>, ty: Type) -> Fact<'r> {
        match found {
            Sent::No | Sent::Twice => Fact::Missing,
            Sent::Once(Value::Null) => Fact::Null,
            Sent::Once(Value::Set(items)) if ty.set => {
                let typed = items.iter().all(|item| self.spend(1) && self.scalar(ty, item).is_some());
                if typed { Fact::Many(Items::Sent(items, ty)) } else { Fact::Missing }
            }
            Sent::Once(_) if ty.set => Fact::Missing,
            Sent::Once(value) => self.scalar(ty, value).map_or(Fact::Missing, Fact::One),
        }
    }

    /// A value that the table states.
    pub(super) fn literal(&self, value: &record::Value) -> Fact<'r> {
        match value.tag {
            value_tag::NULL => Fact::Null,
            value_tag::SET => Fact::Many(Items::Stated(self.table.list(value.a))),
            _ => stated(self.table, value).map_or(Fact::Missing, Fact::One),
        }
    }

    /// Whether a set holds a value.
    pub(super) fn holds(&self, items: Items<'r>, wanted: Scalar<'r>) -> bool {
        let is = |item: Option<Scalar<'r>>| self.spend(1) && item.is_some_and(|item| item.is(wanted));
        match items {
            Items::Sent(items, ty) => items.iter().any(|item| is(self.scalar(ty, item))),
            Items::Stated(items) => items.iter().any(|item| is(self.item(item))),
        }
    }

    /// Whether every item of one set is in the other.
    pub(super) fn within(&self, items: Items<'r>, other: Items<'r>) -> bool {
        let is = |item: Option<Scalar<'r>>| item.is_some_and(|item| self.holds(other, item));
        match items {
            Items::Sent(items, ty) => items.iter().all(|item| is(self.scalar(ty, item))),
            Items::Stated(items) => items.iter().all(|item| is(self.item(item))),
        }
    }

    fn item(&self, item: Word) -> Option<Scalar<'r>> {
        stated(self.table, &self.table.views.values.get(item.at)?)
    }

    /// The one who asks.
    pub(super) fn me(&self) -> Person<'r> {
        match (self.user, self.request.subject) {
            (Some(user), _) => Person::Known(user),
            (None, Subject::Id(id)) => Person::Stranger(id),
            (None, Subject::RoleAlone(role)) => Person::Role(role),
        }
    }

    /// A sent value as one of the type; `None` if it is none.
    fn scalar(&self, ty: Type, value: &Value<'r>) -> Option<Scalar<'r>> {
        let text = match (ty.ty, value) {
            (value_type::BOOLEAN, Value::Boolean(value)) => return Some(Scalar::Boolean(*value)),
            (value_type::NUMBER, Value::Number(number)) if number.unsigned_abs() < NUMBER_LIMIT => {
                return Some(Scalar::Number(*number));
            }
            // What is not normalized would differ from all that looks the same.
            (_, Value::Text(text)) if is_normal(text) => *text,
            _ => return None,
        };
        match ty.ty {
            value_type::TEXT => Some(Scalar::Text(text)),
            value_type::ENUM => self.table.enum_value(ty.enumeration, text).map(Scalar::Enum),
            value_type::USER => self.person(text).map(Scalar::Person),
            value_type::UNIT => self.table.unit(text).map(Scalar::Unit),
            value_type::ADDRESS => address(text).map(Scalar::Address),
            _ => None,
        }
    }

    /// Who goes by an id that was sent. An id that is only likened to that of a known person, or of the one who asks, is
    /// nobody's: it must not pass for somebody else.
    fn person(&self, id: &'r str) -> Option<Person<'r>> {
        if let Some(user) = self.table.user(id) {
            return Some(Person::Known(user));
        }
        if let Person::Stranger(me) = self.me()
            && me == id
        {
            return Some(Person::Stranger(id));
        }
        let likened = Likened::new(id)?;
        let text = likened.text();
        if text.is_empty() || self.table.user(text).is_some() || self.table.is_likened(text) {
            return None;
        }
        if let Person::Stranger(me) = self.me()
            && Likened::new(me).is_none_or(|me| me.text() == text)
        {
            return None;
        }
        Some(Person::Stranger(id))
    }
}

/// Whether a name was sent.
enum Sent<'r> {
    No,
    Once(&'r Value<'r>),
    /// Two values for one name: none of them is believed.
    Twice,
}

fn find<'r>(list: &'r [(&'r str, Value<'r>)], name: &str) -> Sent<'r> {
    let mut found = list.iter().filter(|(key, _)| *key == name);
    match (found.next(), found.next()) {
        (None, _) => Sent::No,
        (Some((_, value)), None) => Sent::Once(value),
        (Some(_), Some(_)) => Sent::Twice,
    }
}

/// A value that the table states; `None` for null and sets.
fn stated<'r>(table: &'r Table<'r>, value: &record::Value) -> Option<Scalar<'r>> {
    match value.tag {
        value_tag::BOOLEAN => Some(Scalar::Boolean(value.b != 0)),
        value_tag::NUMBER => Some(Scalar::Number(value.b)),
        value_tag::TEXT => Some(Scalar::Text(table.text(value.a))),
        value_tag::ENUM => u32::try_from(value.b).ok().map(Scalar::Enum),
        value_tag::USER => Some(Scalar::Person(Person::Known(value.a))),
        value_tag::STRANGER => Some(Scalar::Person(Person::named(table, table.text(value.a)))),
        value_tag::UNIT => Some(Scalar::Unit(value.a)),
        value_tag::ADDRESS => table.views.addresses.get(value.a).map(|found| Scalar::Address(found.address)),
        _ => None,
    }
}

/// An address in its usual spelling; IPv4 as IPv4-mapped IPv6.
fn address(text: &str) -> Option<u128> {
    match text.parse().ok()? {
        IpAddr::V4(address) => Some(address.to_ipv6_mapped().to_bits()),
        IpAddr::V6(address) => Some(address.to_bits()),
    }
}
