//! Rules and masks with their bodies: scope, condition, window, fields.

use super::conditions::Pool;
use super::reach::Reach;
use super::{LowerError, Lowering, count};
use crate::model::{Coverage, Field, FieldId, MaskId, Object, Origin, RoleId, RuleEffect, RuleId};
use crate::table::write::{self, Section};
use rustc_hash::FxHashMap;

/// Coverages, each kept once.
#[derive(Debug, Default)]
pub(super) struct Coverages {
    records: Vec<write::Coverage>,
    bits: Vec<u64>,
    known: FxHashMap<(u16, Box<[u64]>), u32>,
    /// By object and what a rule says of its fields.
    by_rule: FxHashMap<(u32, Coverage), u32>,
}

/// What a rule of the table is in the model.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source {
    Rule(RuleId),
    Mask(MaskId),
}

/// A rule of the table on one right, or a mask on one object.
#[derive(Debug, Clone, Copy)]
pub(super) struct Own {
    /// A right, or the number of rights and an object.
    pub(super) key: u32,
    pub(super) rule: u32,
    pub(super) denies: bool,
}

/// The rules of all reached roles.
#[derive(Debug, Default)]
pub(super) struct Rules {
    bodies: Pool<write::Body>,
    /// The body of each rule.
    pub(super) rules: Vec<u32>,
    /// What each rule is in the model.
    pub(super) sources: Vec<Source>,
    /// Rules by role.
    pub(super) own: Vec<Own>,
    /// By [`RoleId`]: where its own start and end.
    pub(super) ranges: Vec<(u32, u32)>,
    /// Masks of which a cancel removes some fields only.
    split: FxHashMap<(u32, u32), u32>,
}

/// Writes bodies and rules of every reached role.
pub(super) fn write(out: &mut Lowering<'_>, reach: &Reach) -> Result<Rules, LowerError> {
    let mut rules = Rules { ranges: vec![(0, 0); out.model.roles.len()], ..Rules::default() };
    for role in &reach.roles {
        let start = count(rules.own.len(), "rules")?;
        out.role(&mut rules, *role)?;
        let end = count(rules.own.len(), "rules")?;
        if let Some(range) = rules.ranges.get_mut(role.index()) {
            *range = (start, end);
        }
    }
    Ok(rules)
}

impl Rules {
    fn push(&mut self, body: write::Body, source: Source) -> Result<u32, LowerError> {
        let body = self.bodies.add(body, "rules")?;
        let rule = count(self.rules.len(), "rules")?;
        self.rules.push(body);
        self.sources.push(source);
        Ok(rule)
    }

    /// The mask `rule` on other fields.
    pub(super) fn part_of_mask(&mut self, rule: u32, coverage: u32) -> Result<u32, LowerError> {
        let body = self.rules.get(rule as usize).and_then(|body| self.bodies.records.get(*body as usize));
        let (Some(body), Some(source)) = (body.copied(), self.sources.get(rule as usize).copied()) else {
            return Ok(rule);
        };
        if body.coverage == coverage {
            return Ok(rule);
        }
        if let Some(known) = self.split.get(&(rule, coverage)) {
            return Ok(*known);
        }
        let part = self.push(write::Body { coverage, ..body }, source)?;
        self.split.insert((rule, coverage), part);
        Ok(part)
    }

    pub(super) fn write(&self, image: &mut super::image::Image) {
        self.bodies.records.iter().for_each(|body| image.push(Section::Bodies, body));
        image.packed(Section::Rules, &self.rules);
    }

    /// A role's own rules.
    pub(super) fn of(&self, role: RoleId) -> &[Own] {
        let (start, end) = self.ranges.get(role.index()).copied().unwrap_or((0, 0));
        self.own.get(start as usize..end as usize).unwrap_or(&[])
    }
}

impl Lowering<'_> {
    /// Rules in the order written; those of one statement by object.
    fn role(&mut self, rules: &mut Rules, id: RoleId) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let Some(role) = model.roles.get(id.index()) else { return Ok(()) };
        let mut sources = Vec::new();
        for rule in role.rules() {
            if let Some(found) = model.rules.get(rule.index()) {
                let first = found.rights.iter().map(|right| ids.right(*right)).min().unwrap_or(0);
                sources.push(((found.origin.span.start, ids.object(found.object), first, 0), Source::Rule(rule)));
            }
        }
        for mask in role.masks() {
            if let Some(found) = model.masks.get(mask.index()) {
                sources.push(((found.origin.span.start, ids.object(found.object), 0, 1), Source::Mask(mask)));
            }
        }
        sources.sort_by_key(|(key, _)| *key);
        for (_, source) in sources {
            match source {
                Source::Rule(rule) => self.rule(rules, rule)?,
                Source::Mask(mask) => self.mask(rules, mask)?,
            }
        }
        Ok(())
    }

    fn rule(&mut self, rules: &mut Rules, id: RuleId) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let Some(rule) = model.rules.get(id.index()) else { return Ok(()) };
        let Some(object) = model.objects.get(rule.object.index()) else { return Ok(()) };
        let body = write::Body {
            scope: self.scope(rule.scope)?,
            condition: self.condition(rule.condition)?,
            window: self.window(rule.window)?,
            coverage: self.rule_coverage(object, ids.object(rule.object), rule.effect, &rule.coverage)?,
        };
        let number = rules.push(body, Source::Rule(id))?;
        let denies = rule.effect == RuleEffect::Deny;
        let start = rules.own.len();
        rules.own.extend(rule.rights.iter().map(|right| Own { key: ids.right(*right), rule: number, denies }));
        if let Some(added) = rules.own.get_mut(start..) {
            added.sort_unstable_by_key(|own| own.key);
        }
        Ok(())
    }

    fn mask(&mut self, rules: &mut Rules, id: MaskId) -> Result<(), LowerError> {
        let (model, ids) = (self.model, self.ids);
        let Some(mask) = model.masks.get(id.index()) else { return Ok(()) };
        let Some(object) = model.objects.get(mask.object.index()) else { return Ok(()) };
        let body = write::Body {
            scope: self.scope(mask.scope)?,
            condition: self.condition(mask.condition)?,
            window: self.window(mask.window)?,
            coverage: self.coverage(object, mask.fields.iter().copied(), false)?,
        };
        let rule = rules.push(body, Source::Mask(id))?;
        let key = ids.rights.len() as u32 + ids.object(mask.object);
        rules.own.push(Own { key, rule, denies: true });
        Ok(())
    }

    fn rule_coverage(
        &mut self,
        object: &Object,
        number: u32,
        effect: RuleEffect,
        coverage: &Coverage,
    ) -> Result<u32, LowerError> {
        let model = self.model;
        let key = match (effect, coverage) {
            // A deny of an object takes all its fields, whatever their labels.
            (RuleEffect::Deny, Coverage::Object { .. }) => (number | 1 << 31, Coverage::Fields([].into())),
            _ => (number, coverage.clone()),
        };
        if let Some(known) = self.coverages.by_rule.get(&key) {
            return Ok(*known);
        }
        let found = match coverage {
            Coverage::Fields(fields) => self.coverage(object, fields.iter().copied(), false)?,
            Coverage::Object { including } => {
                let shown = |field: &Field| field.labels.iter().all(|label| including.contains(label));
                let covered =
                    |id: &FieldId| effect == RuleEffect::Deny || model.fields.get(id.index()).is_some_and(shown);
                self.coverage(object, object.fields().filter(covered), true)?
            }
        };
        self.coverages.by_rule.insert(key, found);
        Ok(found)
    }

    /// The number of a set of fields of an object.
    pub(super) fn coverage(
        &mut self,
        object: &Object,
        fields: impl Iterator<Item = FieldId>,
        record: bool,
    ) -> Result<u32, LowerError> {
        let mut bits = Vec::new();
        for field in fields {
            let Some(position) = field.0.checked_sub(object.fields.start).map(|at| at as usize) else { continue };
            if bits.len() <= position / 64 {
                bits.resize(position / 64 + 1, 0_u64);
            }
            if let Some(word) = bits.get_mut(position / 64) {
                *word |= 1 << (position % 64);
            }
        }
        let key = (u16::from(record), bits.into_boxed_slice());
        if let Some(known) = self.coverages.known.get(&key) {
            return Ok(*known);
        }
        let number = count(self.coverages.records.len(), "fields")?;
        let start = count(self.coverages.bits.len(), "fields")?;
        let words = u16::try_from(key.1.len()).map_err(|_| LowerError::TooLarge("fields of an object"))?;
        self.coverages.records.push(write::Coverage { start, words, record: key.0 });
        self.coverages.bits.extend_from_slice(&key.1);
        self.coverages.known.insert(key, number);
        Ok(number)
    }

    /// Where a rule of the table was written, and under which name.
    pub(super) fn rule_origin(&self, source: Source) -> Option<(RoleId, Origin, Option<crate::source::Symbol>)> {
        match source {
            Source::Rule(id) => self.model.rules.get(id.index()).map(|rule| (rule.role, rule.origin, rule.name)),
            Source::Mask(id) => self.model.masks.get(id.index()).map(|mask| (mask.role, mask.origin, mask.name)),
        }
    }
}

impl Coverages {
    pub(super) fn write(&self, image: &mut super::image::Image) {
        self.records.iter().for_each(|coverage| image.push(Section::Coverages, coverage));
        self.bits.iter().for_each(|bits| image.push(Section::CoverageBits, &write::Bits { bits: *bits }));
    }
}
