//! Labels, units, networks, calendars, named hours.

use super::calendar::calendar;
use super::collect::{Statements, Written};
use super::context::Cx;
use super::declare::{Declaration, declare};
use super::header::{former, title};
use super::network;
use super::space::Space;
use crate::model::{Label, LabelId, NamedHours, Network, Origin, Unit, UnitId};
use crate::source::PackageId;
use crate::syntax::ast;
use crate::time::{Calendar, CalendarId};

/// Everything that needs no types.
pub(super) fn vocabulary(cx: &mut Cx<'_>, statements: &Statements<'_>) {
    labels(cx, &statements.labels);
    units(cx, &statements.units);
    networks(cx, &statements.networks);
    calendars(cx, &statements.calendars);
    hours(cx, &statements.hours);
}

const fn origin(name: &ast::Name) -> Origin {
    Origin { span: name.span, instance: None }
}

fn labels(cx: &mut Cx<'_>, labels: &[Written<'_, ast::Declared>]) {
    let declarations: Vec<_> = labels.iter().map(|l| Declaration::new(l.package, l.node)).collect();
    for position in declare(cx, Space::Label, &declarations) {
        let Some(written) = labels.get(position) else { continue };
        let label = Label {
            name: cx.packages.global(written.package, written.node.name.symbol),
            title: title(written.node),
            renamed_from: former(written.node),
            origin: origin(&written.node.name),
        };
        cx.model.labels.push(label);
    }
}

/// A unit with the one above it, by position.
struct Flat<'a> {
    package: PackageId,
    node: &'a ast::Unit,
    parent: Option<usize>,
}

fn units(cx: &mut Cx<'_>, units: &[Written<'_, ast::Unit>]) {
    let mut flat: Vec<Flat<'_>> = Vec::new();
    for unit in units {
        flatten(unit.package, unit.node, None, &mut flat);
    }
    let declarations: Vec<_> = flat.iter().map(|u| Declaration::new(u.package, &u.node.declared)).collect();
    let by_name = declare(cx, Space::Unit, &declarations);
    // Each unit comes after the one above it: trees by the name of their root, units of one parent as written.
    let mut kept = vec![false; flat.len()];
    for position in &by_name {
        if let Some(kept) = kept.get_mut(*position) {
            *kept = true;
        }
    }
    let mut ids: Vec<Option<UnitId>> = vec![None; flat.len()];
    let trees =
        by_name.iter().copied().filter(|position| flat.get(*position).is_some_and(|unit| unit.parent.is_none()));
    let mut order: Vec<usize> = Vec::with_capacity(flat.len());
    for root in trees.collect::<Vec<_>>() {
        let below =
            (root + 1..flat.len()).take_while(|position| flat.get(*position).is_some_and(|u| u.parent.is_some()));
        order.push(root);
        order.extend(below.filter(|position| kept.get(*position).copied().unwrap_or(false)));
    }
    for position in order {
        let Some(unit) = flat.get(position) else { continue };
        let declared = &unit.node.declared;
        let id = UnitId::from_index(cx.model.units.len());
        cx.model.units.push(Unit {
            name: cx.packages.global(unit.package, declared.name.symbol),
            title: title(declared),
            renamed_from: former(declared),
            parent: unit.parent.and_then(|parent| ids.get(parent).copied().flatten()),
            origin: origin(&declared.name),
        });
        if let Some(slot) = ids.get_mut(position) {
            *slot = Some(id);
        }
    }
    renumber(cx, &by_name, &ids);
}

/// Puts the numbers of units where `declare` put those by name.
fn renumber(cx: &mut Cx<'_>, by_name: &[usize], ids: &[Option<UnitId>]) {
    for package in (0..cx.packages.len() as u32).map(PackageId) {
        let table = cx.names.table_mut(package, Space::Unit);
        for (symbol, number) in table.iter().collect::<Vec<_>>() {
            let id = by_name.get(number as usize).and_then(|position| ids.get(*position).copied().flatten());
            let _ = table.set(symbol, id.map_or(u32::MAX, |id| id.0));
        }
    }
}

fn flatten<'a>(package: PackageId, node: &'a ast::Unit, parent: Option<usize>, out: &mut Vec<Flat<'a>>) {
    let position = out.len();
    out.push(Flat { package, node, parent });
    for below in &node.units {
        flatten(package, below, Some(position), out);
    }
}

fn networks(cx: &mut Cx<'_>, networks: &[Written<'_, ast::Network>]) {
    let declarations: Vec<_> = networks.iter().map(|n| Declaration::new(n.package, &n.node.declared)).collect();
    for position in declare(cx, Space::Network, &declarations) {
        let Some(written) = networks.get(position) else { continue };
        let declared = &written.node.declared;
        let network = Network {
            name: cx.packages.global(written.package, declared.name.symbol),
            title: title(declared),
            ranges: network::ranges(cx, written.node),
            origin: origin(&declared.name),
        };
        cx.model.networks.push(network);
    }
}

fn calendars(cx: &mut Cx<'_>, calendars: &[Written<'_, ast::Calendar>]) {
    let declarations: Vec<_> = calendars.iter().map(|c| Declaration::new(c.package, &c.node.declared)).collect();
    let order = declare(cx, Space::Calendar, &declarations);
    let mut kept: Vec<Calendar> = Vec::with_capacity(order.len());
    let mut ids = Vec::with_capacity(order.len());
    for position in order {
        let Some(written) = calendars.get(position) else { continue };
        let calendar = calendar(cx, written.node);
        // Two calendars that say the same are one to whoever evaluates them.
        let id = kept.iter().position(|other| *other == calendar).unwrap_or_else(|| {
            kept.push(calendar);
            kept.len() - 1
        });
        ids.push(CalendarId(id as u32));
    }
    for package in (0..cx.packages.len() as u32).map(PackageId) {
        let table = cx.names.table_mut(package, Space::Calendar);
        for (symbol, number) in table.iter().collect::<Vec<_>>() {
            if let Some(id) = ids.get(number as usize) {
                let _ = table.set(symbol, id.0);
            }
        }
    }
    cx.model.time.calendars = kept;
}

fn hours(cx: &mut Cx<'_>, hours: &[Written<'_, ast::Hours>]) {
    let declarations: Vec<_> = hours.iter().map(|h| Declaration::new(h.package, &h.node.declared)).collect();
    for position in declare(cx, Space::Hours, &declarations) {
        let Some(written) = hours.get(position) else { continue };
        let declared = &written.node.declared;
        let mut patterns = Vec::with_capacity(written.node.patterns.len());
        for pattern in &written.node.patterns {
            patterns.extend(cx.pattern(written.package, pattern));
        }
        patterns.sort_unstable();
        patterns.dedup();
        let named = NamedHours {
            name: cx.packages.global(written.package, declared.name.symbol),
            title: title(declared),
            patterns,
            origin: origin(&declared.name),
        };
        cx.model.hours.push(named);
    }
}

impl Cx<'_> {
    /// Labels by name: sorted, without repeats.
    pub(super) fn label_ids(&mut self, package: PackageId, names: &[ast::Name]) -> Vec<LabelId> {
        let mut labels = Vec::with_capacity(names.len());
        for name in names {
            labels.extend(self.find(package, Space::Label, name).map(LabelId));
        }
        labels.sort_unstable();
        labels.dedup();
        labels
    }

    /// A unit by name.
    pub(super) fn unit(&mut self, package: PackageId, name: &ast::Name) -> Option<UnitId> {
        self.find(package, Space::Unit, name).map(UnitId)
    }
}
