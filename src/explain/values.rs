//! [`Sent`]: a value that a request may send, and the values of an attribute that conditions can tell apart.

use crate::model::{AttributeRef, Model, Operand, Test, UserId, Value as Known, ValueType};
use crate::runtime::Value;
use crate::words;
use std::net::Ipv6Addr;

/// A value that a request may send.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sent {
    Null,
    Boolean(bool),
    Number(i64),
    Text(String),
    /// A set with this one member.
    Only(String),
    /// A set without members.
    Empty,
}

impl Sent {
    /// Values of a set: each alone in it, and an empty one.
    pub(super) fn in_sets(values: Vec<Self>) -> Vec<Self> {
        let alone = values.into_iter().filter_map(|value| match value {
            Self::Text(text) => Some(Self::Only(text)),
            Self::Null | Self::Boolean(_) | Self::Number(_) | Self::Only(_) | Self::Empty => None,
        });
        alone.chain([Self::Empty]).collect()
    }

    /// `members` is what a set holds: see [`Sent::members`].
    pub(super) fn value<'a>(&'a self, members: &'a [Value<'a>]) -> Value<'a> {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(b) => Value::Boolean(*b),
            Self::Number(n) => Value::Number(*n),
            Self::Text(text) => Value::Text(text),
            Self::Only(_) | Self::Empty => Value::Set(members),
        }
    }

    /// The members of a set.
    pub(super) fn members(&self) -> Vec<Value<'_>> {
        match self {
            Self::Only(text) => vec![Value::Text(text)],
            Self::Null | Self::Boolean(_) | Self::Number(_) | Self::Text(_) | Self::Empty => Vec::new(),
        }
    }

    pub(super) fn words(&self) -> String {
        match self {
            Self::Null => "none".to_owned(),
            Self::Boolean(b) => b.to_string(),
            Self::Number(n) => words::number(*n),
            Self::Text(text) => text.clone(),
            Self::Only(text) => format!("[{text}]"),
            Self::Empty => "[]".to_owned(),
        }
    }
}

/// The values that conditions can tell apart, the likeliest first, and null.
pub(super) fn values(model: &Model, me: &str, path: AttributeRef, ty: ValueType) -> Vec<Sent> {
    let mut values = match ty {
        ValueType::Boolean => vec![Sent::Boolean(true), Sent::Boolean(false)],
        ValueType::Number => numbers(model, path),
        ValueType::Text => texts(model, path),
        ValueType::Enum(id) => {
            let found = model.enums.get(id.index()).map_or(&[] as &[_], |e| e.values.as_slice());
            found.iter().map(|v| Sent::Text(model.text(v.name).to_owned())).collect()
        }
        ValueType::User => people(model, me, path),
        ValueType::Unit => units(model, me, path),
        ValueType::Address => addresses(model),
    };
    values.push(Sent::Null);
    values
}

fn constants(model: &Model, path: AttributeRef) -> impl Iterator<Item = &Known> {
    let atoms = model.atoms.iter().filter(move |atom| atom.left == path);
    atoms.flat_map(|atom| -> Vec<&Known> {
        match &atom.test {
            Test::Compare(_, Operand::Value(value)) | Test::Has(Operand::Value(value)) => vec![value],
            Test::OneOf(values) => values.iter().collect(),
            Test::Compare(..) | Test::Has(_) | Test::InNetworks(_) | Test::IsNone => Vec::new(),
        }
    })
}

fn numbers(model: &Model, path: AttributeRef) -> Vec<Sent> {
    let mut found: Vec<i64> = Vec::new();
    for value in constants(model, path) {
        if let Known::Number(n) = value {
            found.extend([*n, n.saturating_sub(10_000), n.saturating_add(10_000)]);
        }
    }
    found.push(0);
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(Sent::Number).collect()
}

fn texts(model: &Model, path: AttributeRef) -> Vec<Sent> {
    let known = constants(model, path).filter_map(|value| match value {
        Known::Text(symbol) => Some(Sent::Text(model.text(*symbol).to_owned())),
        _ => None,
    });
    known.chain([Sent::Text("other".to_owned())]).collect()
}

/// The asker, those whom conditions name, one below the asker, one who is neither.
fn people(model: &Model, me: &str, path: AttributeRef) -> Vec<Sent> {
    let named = constants(model, path).filter_map(|value| match value {
        Known::User(id) => Some(model.user_name(*id)),
        Known::Stranger(symbol) => Some(model.text(*symbol)),
        _ => None,
    });
    let asker = find(model, me);
    let below = model.users.iter().find(|user| asker.is_some() && user.reports_to == asker);
    let mut found: Vec<&str> = std::iter::once(me).chain(named).collect();
    found.extend(below.map(|user| model.text(user.id)));
    let others = model.users.iter().filter(|user| asker.is_none() || user.reports_to != asker);
    let other = others.map(|user| model.text(user.id)).find(|id| !found.contains(id));
    found.extend(other);
    distinct(found)
}

fn find(model: &Model, id: &str) -> Option<UserId> {
    model.users.iter().position(|user| model.text(user.id) == id).map(UserId::from_index)
}

fn distinct(names: Vec<&str>) -> Vec<Sent> {
    let mut found: Vec<Sent> = Vec::new();
    for name in names {
        let sent = Sent::Text(name.to_owned());
        if !found.contains(&sent) {
            found.push(sent);
        }
    }
    found
}

/// The asker's units first, then those that conditions name, then all.
fn units(model: &Model, me: &str, path: AttributeRef) -> Vec<Sent> {
    let asker = find(model, me).and_then(|id| model.users.get(id.index()));
    let own = asker.and_then(|u| u.units.as_deref()).unwrap_or_default().iter().copied();
    let named = constants(model, path).filter_map(|value| match value {
        Known::Unit(id) => Some(*id),
        _ => None,
    });
    let all = (0..model.units.len()).map(crate::model::UnitId::from_index);
    distinct(own.chain(named).chain(all).map(|unit| model.unit_name(unit)).collect())
}

/// One address of each network, and one that lies in none.
fn addresses(model: &Model) -> Vec<Sent> {
    let first = model.networks.iter().filter_map(|network| network.ranges.first());
    let shown = |bits: u128| {
        let address = Ipv6Addr::from(bits);
        Sent::Text(address.to_ipv4_mapped().map_or_else(|| address.to_string(), |v4| v4.to_string()))
    };
    let inside = first.map(|(low, high)| shown(low.saturating_add(1).min(*high)));
    let taken = |bits: u128| {
        let mut ranges = model.networks.iter().flat_map(|network| &network.ranges);
        ranges.any(|(low, high)| *low <= bits && bits <= *high)
    };
    inside.chain(OUTSIDE.iter().copied().find(|bits| !taken(*bits)).map(shown)).collect()
}

/// Addresses of which one is sure to lie in no network that a policy names: those kept for documentation.
const OUTSIDE: [u128; 3] = [0xffff_cb00_7107, 0xffff_c000_0207, 0xffff_c633_6407];
