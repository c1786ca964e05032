//! [`Scene`]: a role held alone, asked about one right, or about one field of it for all fields that rules treat alike.

use crate::analysis::Effective;
use crate::diagnostic::WitnessRequest;
use crate::exact::build::Builder;
use crate::exact::formula::NodeId;
use crate::exact::item::{Allow, Bind, Item, Traits, View, covers};
use crate::exact::subject::Subject;
use crate::exact::{Line, Oracle, Question, Undecided};
use crate::model::{
    AttributeRef, AttributeSource, FieldId, MaskId, Model, RightId, RoleId, RuleEffect, RuleId, ScopeTerm, UnitId,
    UserId,
};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What a question comes to.
pub(super) type Answer = Result<Option<Sample>, Undecided>;

/// Something that can be, with the request that shows it, if that can be replayed: nothing about who asks was made up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sample(pub(super) Option<WitnessRequest>);

/// Everything that bears on one right.
pub(super) struct Ground<'a, 'o> {
    pub(super) oracle: &'o Oracle<'a>,
    pub(super) model: &'a Model,
    pub(super) right: RightId,
    /// Its rules, by the role that writes them.
    pub(super) rules: BTreeMap<RoleId, Vec<RuleId>>,
    /// Masks of its object, by the role that writes them.
    pub(super) masks: BTreeMap<RoleId, Vec<MaskId>>,
    fields: Vec<FieldId>,
    questions: RefCell<FxHashMap<Option<FieldId>, Rc<Question>>>,
}

/// Somebody who holds just one role, asked about one thing.
pub(super) struct Scene {
    pub(super) seat: Subject,
    /// Requests of theirs can be replayed: nothing about them was made up.
    replays: bool,
    pub(super) question: Rc<Question>,
    pub(super) view: Rc<View>,
}

/// Somebody who holds one of two roles, asked about one thing: which of the two decides otherwise.
pub(super) struct Either {
    /// With the first role.
    pub(super) scene: Scene,
    /// With the other one.
    other: Rc<View>,
}

impl Either {
    /// The first role (`false`) or the other one lets the request through; `veiled`: or would, but for a mask, which the
    /// answer names.
    pub(super) fn lets(&self, b: &mut Builder<'_>, other: bool, veiled: bool) -> Result<NodeId, Undecided> {
        let view = if other { &self.other } else { &self.scene.view };
        given(b, &self.scene.question.item, other.into(), view, !veiled)
    }

    /// Some mask may be in the way.
    pub(super) fn is_masked(&self) -> bool {
        !self.scene.view.masks.is_empty() || !self.other.masks.is_empty()
    }
}

/// Some allow lets an item through with one hat alone; masks are looked at if `masks`.
fn given(b: &mut Builder<'_>, item: &Item, hat: usize, view: &View, masks: bool) -> Result<NodeId, Undecided> {
    let mut ways = Vec::new();
    for allow in &view.allows {
        ways.push(b.applies(item, hat, allow)?);
    }
    let any = b.formula.or(ways);
    let masking = view.masks.iter().filter(|_| masks);
    let binding: Vec<NodeId> = view.denies.iter().chain(masking).map(|bind| b.binds(item, hat, bind)).collect();
    let barred = b.formula.or(binding);
    let (open, required) = (b.formula.not(barred), b.required(item, hat));
    Ok(b.formula.and([any, open, required]))
}

impl<'a, 'o> Ground<'a, 'o> {
    pub(super) fn new(oracle: &'o Oracle<'a>, right: RightId) -> Self {
        let model = oracle.index.model;
        let mut rules: BTreeMap<RoleId, Vec<RuleId>> = BTreeMap::new();
        for id in oracle.index.rules(right) {
            if let Some(rule) = model.rules.get(id.index()) {
                rules.entry(rule.role).or_default().push(id);
            }
        }
        let object = model.rights.get(right.index()).and_then(|r| model.objects.get(r.object.index()));
        let fields: Vec<FieldId> = object.into_iter().flat_map(|o| o.fields()).collect();
        let mut masks: BTreeMap<RoleId, Vec<MaskId>> = BTreeMap::new();
        for field in &fields {
            for id in oracle.index.masks(*field) {
                if let Some(mask) = model.masks.get(id.index()) {
                    let list = masks.entry(mask.role).or_default();
                    if !list.contains(&id) {
                        list.push(id);
                    }
                }
            }
        }
        Self { oracle, model, right, rules, masks, fields, questions: RefCell::default() }
    }

    /// The record and the fields that a brake speaks of.
    pub(super) fn fields_of(&self, brake: Line) -> Vec<Option<FieldId>> {
        let all = std::iter::once(None).chain(self.fields.iter().copied().map(Some));
        all.filter(|field| match brake {
            Line::Rule(id) => {
                self.model.rules.get(id.index()).is_some_and(|rule| covers(self.model, rule, self.right, *field))
            }
            Line::Mask(id) => {
                let mask = self.model.masks.get(id.index());
                mask.is_some_and(|mask| field.is_some_and(|field| mask.fields.contains(&field)))
            }
        })
        .collect()
    }

    /// Whether some role allows it, on the record or on a field.
    pub(super) fn allows(&self, field: Option<FieldId>) -> bool {
        let mut rules = self.rules.values().flatten().filter_map(|id| self.model.rules.get(id.index()));
        rules.any(|rule| rule.effect == RuleEffect::Allow && covers(self.model, rule, self.right, field))
    }

    /// The question about the record or a field, made once.
    pub(super) fn question(&self, field: Option<FieldId>) -> Rc<Question> {
        let mut questions = self.questions.borrow_mut();
        Rc::clone(questions.entry(field).or_insert_with(|| self.oracle.question(self.right, field)))
    }

    /// What a role held alone can be asked, one scene for all fields that the same rules and masks speak of.
    pub(super) fn scenes(&self, role: RoleId) -> Result<Vec<Scene>, Undecided> {
        let effective = self.effective(role)?;
        let (rules, masks) = self.reaching(&effective);
        let seats = self.seats(&[&effective], &rules, &masks);
        let mut scenes = Vec::new();
        for field in self.kinds(&rules, &masks) {
            scenes.extend(self.seated(role, field, &seats)?);
        }
        Ok(scenes)
    }

    /// The same for two roles, either of which one person may hold.
    pub(super) fn either(&self, role: RoleId, other: RoleId) -> Result<Vec<Either>, Undecided> {
        let (first, second) = (self.effective(role)?, self.effective(other)?);
        let (mut rules, mut masks) = self.reaching(&first);
        let (more_rules, more_masks) = self.reaching(&second);
        rules.extend(more_rules);
        masks.extend(more_masks);
        let seats = self.seats(&[&first, &second], &rules, &masks);
        let mut scenes = Vec::new();
        for field in self.kinds(&rules, &masks) {
            for mut scene in self.seated(role, field, &seats)? {
                scene.seat = scene.seat.or_else(other);
                let view = scene.question.item.view(&self.oracle.index, other).ok_or(Undecided)?;
                scenes.push(Either { scene, other: view });
            }
        }
        Ok(scenes)
    }

    fn effective(&self, role: RoleId) -> Result<Rc<Effective>, Undecided> {
        let effective = self.oracle.index.effective(role).ok_or(Undecided)?;
        self.oracle.walk(effective.reaches.len())?;
        Ok(effective)
    }

    fn reaching(&self, effective: &Effective) -> (Vec<RuleId>, Vec<MaskId>) {
        let reached = || effective.reaches.iter().map(|reach| reach.role);
        let rules = reached().filter_map(|r| self.rules.get(&r)).flatten().copied().collect();
        let masks = reached().filter_map(|r| self.masks.get(&r)).flatten().copied().collect();
        (rules, masks)
    }

    /// The record, and one field for all that the same rules and masks speak of.
    fn kinds(&self, rules: &[RuleId], masks: &[MaskId]) -> Vec<Option<FieldId>> {
        let mut kinds: Vec<(Option<FieldId>, Vec<bool>)> = Vec::new();
        for field in std::iter::once(None).chain(self.fields.iter().copied().map(Some)) {
            let by_rule = rules.iter().map(|id| {
                self.model.rules.get(id.index()).is_some_and(|rule| covers(self.model, rule, self.right, field))
            });
            let mut kind: Vec<bool> = by_rule.collect();
            let masked = |id: &MaskId| {
                let mask = self.model.masks.get(id.index());
                mask.is_some_and(|mask| field.is_some_and(|field| mask.fields.contains(&field)))
            };
            kind.extend(masks.iter().map(masked));
            if !kind.contains(&true) {
                continue;
            }
            // The record apart: a field is not asked for as the record is.
            kind.push(field.is_none());
            if !kinds.iter().any(|(_, known)| *known == kind) {
                kinds.push((field, kind));
            }
        }
        kinds.into_iter().map(|(field, _)| field).collect()
    }

    /// The same for the record, or for one field of it.
    pub(super) fn scenes_of(&self, effective: &Effective, field: Option<FieldId>) -> Result<Vec<Scene>, Undecided> {
        let (rules, masks) = self.reaching(effective);
        self.seated(effective.role, field, &self.seats(&[effective], &rules, &masks))
    }

    fn seated(&self, role: RoleId, field: Option<FieldId>, seats: &[Subject]) -> Result<Vec<Scene>, Undecided> {
        let question = self.question(field);
        let view = question.item.view(&self.oracle.index, role).ok_or(Undecided)?;
        // The role alone comes first: what it shows can be replayed.
        let scenes = seats.iter().enumerate().map(|(at, seat)| Scene {
            seat: seat.clone(),
            replays: at == 0,
            question: Rc::clone(&question),
            view: Rc::clone(&view),
        });
        Ok(scenes.collect())
    }

    /// Who might hold the role, as far as the rules can tell: nobody in particular; with units, where records are
    /// compared with those; with people below, where that matters.
    fn seats(&self, held: &[&Effective], rules: &[RuleId], masks: &[MaskId]) -> Vec<Subject> {
        let model = self.model;
        let Some(role) = held.first().map(|effective| effective.role) else { return Vec::new() };
        let mut traits = Traits::default();
        let index = &self.oracle.index;
        let mut named: Vec<UnitId> = Vec::new();
        let of_rules = rules.iter().filter_map(|id| model.rules.get(id.index())).map(|r| (r.scope, r.condition));
        let of_masks = masks.iter().filter_map(|id| model.masks.get(id.index())).map(|m| (m.scope, m.condition));
        for (scope, condition) in of_rules.chain(of_masks) {
            traits.scope(model, self.right, scope);
            traits.condition(index, condition);
            named.extend(model.scopes.get(scope.index()).into_iter().flat_map(|s| &s.terms).filter_map(|t| match t {
                ScopeTerm::Unit(unit) | ScopeTerm::UnitAndBelow(unit) => Some(*unit),
                _ => None,
            }));
        }
        let reaches = held.iter().flat_map(|effective| &effective.reaches);
        let roles = reaches.filter_map(|reach| model.roles.get(reach.role.index()));
        for active in roles.flat_map(|role| &role.active) {
            traits.condition(index, active.condition);
        }
        for (_, condition) in index.requires(self.right) {
            traits.condition(index, condition);
        }
        traits.finish();
        let mut seats = vec![Subject::alone(role)];
        let stated = |attribute: &AttributeRef| match attribute {
            AttributeRef::Subject(id) => {
                model.subject_attributes.get(id.index()).is_some_and(|a| a.source == AttributeSource::Table)
            }
            AttributeRef::RecordId | AttributeRef::Record(_) | AttributeRef::Request(_) => false,
        };
        if traits.attributes.iter().any(stated) {
            seats.push(Subject::imagined(role, None));
        }
        // Somebody whom a condition names may own what others cannot.
        seats.extend(traits.users.iter().take(FEW).map(|user| Subject::cast(index, *user, role)));
        if traits.units {
            let units = telling_units(model, named);
            seats.extend(units.into_iter().map(|unit| Subject::imagined(role, Some([unit].into()))));
        }
        if traits.reports {
            let managers = (0..model.users.len()).map(UserId::from_index);
            let manager = managers.into_iter().find(|user| !index.reports_of(*user).is_empty());
            seats.extend(manager.map(|user| Subject::cast(index, user, role)));
        }
        seats
    }

    /// A request under which all nodes are true.
    pub(super) fn exists(
        &self,
        scene: &Scene,
        allowed: bool,
        nodes: impl Fn(&mut Builder<'_>) -> Result<Vec<NodeId>, Undecided>,
    ) -> Answer {
        let found = self.oracle.find(&scene.seat, &scene.question, (None, allowed), &nodes)?;
        Ok(found.map(|found| Sample(scene.replays.then_some(found))))
    }
}

/// Units that can tell rules apart, if somebody's: all of a few; else those that rules name and one beside them, with
/// units below it if any has.
fn telling_units(model: &Model, mut named: Vec<UnitId>) -> Vec<UnitId> {
    let all = || (0..model.units.len()).map(UnitId::from_index);
    if model.units.len() <= FEW {
        return all().collect();
    }
    named.sort_unstable();
    named.dedup();
    let apart =
        |unit: &UnitId| !named.iter().any(|n| model.unit_at_or_below(*n, *unit) || model.unit_at_or_below(*unit, *n));
    let above = |unit: &UnitId| model.units.iter().any(|u| u.parent == Some(*unit));
    let beside =
        all().find(|unit| apart(unit) && above(unit)).or_else(|| all().find(apart)).or_else(|| all().find(above));
    named.truncate(FEW);
    named.extend(beside);
    named
}

/// Units that are all tried.
const FEW: usize = 8;

impl Scene {
    /// Nothing about who asks was made up.
    pub(super) fn can_be_replayed(&self) -> bool {
        self.replays
    }

    /// Some allow lets the request through, or would, but for a mask, which the answer names.
    pub(super) fn answers(&self, builder: &mut Builder<'_>) -> Result<NodeId, Undecided> {
        given(builder, &self.question.item, 0, &self.view, false)
    }

    pub(super) fn allow(&self, id: RuleId) -> Option<&Allow> {
        self.view.allows.iter().find(|allow| allow.rule == id)
    }

    /// Denies and masks.
    pub(super) fn binds(&self) -> impl Iterator<Item = &Bind> {
        self.view.denies.iter().chain(&self.view.masks)
    }

    /// Some allow but those that `skip` names applies, whatever brakes there are.
    pub(super) fn any_allow(
        &self,
        builder: &mut Builder<'_>,
        skip: impl Fn(RuleId) -> bool,
    ) -> Result<NodeId, Undecided> {
        let mut parts = Vec::new();
        for allow in self.view.allows.iter().filter(|allow| !skip(allow.rule)) {
            parts.push(builder.applies(&self.question.item, 0, allow)?);
        }
        Ok(builder.formula.or(parts))
    }

    /// Some of these brakes binds.
    pub(super) fn any_bind<'b>(&'b self, builder: &mut Builder<'_>, brakes: impl Iterator<Item = &'b Bind>) -> NodeId {
        let parts: Vec<NodeId> = brakes.map(|bind| builder.binds(&self.question.item, 0, bind)).collect();
        builder.formula.or(parts)
    }
}
