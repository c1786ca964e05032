//! [`Engine`]: decides, for everybody who may be answered otherwise, what is.
//!
//! The decisions of both sides become nodes of one formula over shared slots. What makes one true and the other not is
//! the difference. A request names either no roles in use or, where roles of separate sessions matter, the one it needs.

use super::cube::{Cube, Ground, cubes, set_windows};
use super::rows::Rows;
use super::side::Side;
use crate::exact::build::{Builder, Candidate, Sessions, Times};
use crate::exact::domain::domains;
use crate::exact::formula::{Formula, NodeId, Slot};
use crate::exact::item::{Item, Traits};
use crate::exact::lens::Lens;
use crate::exact::search::Search;
use crate::exact::subject::Subject;
use crate::exact::value::{Mask, Person, Truth};
use crate::exact::worlds::{World, Worlds};
use crate::exact::{Steps, Undecided};
use crate::model::{AttributeRef, FieldId, RightId, RoleId, UserId, WindowId};
use crate::time::{Atlas, Window};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Steps that one comparison may take, and all together.
const BUDGET: u64 = 2_000_000;
const WHOLE_BUDGET: u64 = 200_000_000;

/// Whose decisions are compared, by shared ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Who {
    /// Whoever holds just the role.
    Role(RoleId),
    /// A person.
    Person(UserId),
    /// Somebody whom no side knows, bringing roles.
    Anybody,
}

/// What the answer is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sight {
    /// Yes or no.
    Access,
    /// Yes or no, where the request names the roles in use.
    Session,
    /// Whether a field is shown with the record, at least masked.
    Shown,
    /// Whether a field is shown with the record, in clear.
    Clear,
}

/// One difference: the same for all of `who`.
pub(super) struct Found<'f> {
    pub(super) who: &'f [Who],
    pub(super) right: RightId,
    /// The record, or fields that are treated alike.
    pub(super) fields: &'f [Option<FieldId>],
    pub(super) sight: Sight,
    /// The head allows it and the base does not; else the other way round.
    pub(super) gain: bool,
    pub(super) cube: &'f Cube,
    pub(super) formula: &'f Formula,
    /// Those asked, on each side.
    pub(super) asked: &'f Asked<'f>,
    /// Allows of the side that allows it, through which it is allowed.
    pub(super) through: Vec<Candidate>,
    /// A further hat that the first of them takes.
    pub(super) helper: Option<usize>,
    /// What else whoever is refused it is allowed of the right.
    pub(super) rest: Rest,
}

/// What whoever is refused something is allowed of the same right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Rest {
    /// Nothing.
    Nothing,
    /// The same at another time.
    Times,
    /// The same of other records.
    Records,
    /// Under other conditions.
    Conditions,
}

/// One question: what both sides are asked.
pub(super) struct Asked<'a> {
    pub(super) base: Option<(Subject, &'a Item)>,
    pub(super) head: Option<(Subject, &'a Item)>,
    pub(super) me: Person,
}

/// Something that was not compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gap {
    pub(super) who: Who,
    pub(super) right: RightId,
    pub(super) field: Option<FieldId>,
}

pub(super) struct Engine<'a> {
    pub(super) base: &'a Side<'a>,
    pub(super) head: &'a Side<'a>,
    pub(super) lens: &'a Lens,
    pub(super) rows: &'a Rows,
    atlases: RefCell<FxHashMap<Vec<WindowId>, Rc<Atlas>>>,
    left: Cell<u64>,
}

/// What is done with a difference.
pub(super) type Sink<'s> = &'s mut dyn FnMut(Found<'_>);

/// A right on each side, with its field.
pub(super) struct Pair {
    pub(super) base: Option<Item>,
    pub(super) head: Option<Item>,
}

/// The decisions of both sides.
struct Decisions {
    base: NodeId,
    head: NodeId,
    base_through: Vec<Candidate>,
    head_through: Vec<Candidate>,
}

/// How a decision is built.
#[derive(Clone, Copy)]
struct How {
    masks: bool,
    sessions: Sessions,
}

impl<'a> Engine<'a> {
    pub(super) fn new(base: &'a Side<'a>, head: &'a Side<'a>, lens: &'a Lens, rows: &'a Rows) -> Self {
        Self { base, head, lens, rows, atlases: RefCell::default(), left: Cell::new(WHOLE_BUDGET) }
    }

    pub(super) fn worlds(&self) -> Worlds<'a> {
        Worlds::two(&self.head.index, &self.base.index, self.lens)
    }

    /// Compares everything; what was not decided comes back.
    pub(super) fn run(&self, sink: Sink<'_>) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if self.rows.is_empty() {
            return gaps;
        }
        for right in self.lens.rights.all().map(RightId) {
            self.right(right, sink, &mut gaps);
        }
        gaps.sort_unstable();
        gaps.dedup();
        gaps
    }

    fn right(&self, right: RightId, sink: Sink<'_>, gaps: &mut Vec<Gap>) {
        let askers = self.askers(right);
        if askers.is_empty() {
            return;
        }
        let record = self.pair(right, None, false);
        let barren = |item: &Option<Item>| item.as_ref().is_none_or(Item::is_barren);
        for fields in self.kinds(right) {
            let Some(first) = fields.first().copied() else { continue };
            let made;
            let pair = match first {
                None => &record,
                Some(_) => {
                    made = self.pair(right, first, false);
                    &made
                }
            };
            if barren(&pair.base) && barren(&pair.head) {
                continue;
            }
            let listed = first.map(|_| self.pair(right, first, true));
            let traits =
                (self.traits(&self.base.index, pair.base.as_ref()), self.traits(&self.head.index, pair.head.as_ref()));
            for (asked, who) in self.groups(pair, &[Some(&record), listed.as_ref()], &askers, &traits) {
                let found = self.compare(right, &fields, (&asked, &who), (listed.as_ref(), &record), &traits, sink);
                if found.is_err() {
                    gaps.extend(who.iter().map(|who| Gap { who: *who, right, field: first }));
                }
            }
        }
    }

    fn compare(
        &self,
        right: RightId,
        fields: &[Option<FieldId>],
        (asked, who): (&Asked<'_>, &[Who]),
        (listed, record): (Option<&Pair>, &Pair),
        traits: &(Traits, Traits),
        sink: Sink<'_>,
    ) -> Result<(), Undecided> {
        let steps = Steps::new(BUDGET.min(self.left.get()));
        let given = steps.left();
        let found = self.compare_within(&steps, right, fields, (asked, who), (listed, record), traits, sink);
        self.left.set(self.left.get().saturating_sub(given.saturating_sub(steps.left())));
        found
    }

    #[expect(clippy::too_many_arguments, reason = "one question in its parts")]
    fn compare_within(
        &self,
        steps: &Steps,
        right: RightId,
        fields: &[Option<FieldId>],
        (asked, who): (&Asked<'_>, &[Who]),
        (listed, record): (Option<&Pair>, &Pair),
        traits: &(Traits, Traits),
        sink: Sink<'_>,
    ) -> Result<(), Undecided> {
        let plain = How { masks: true, sessions: Sessions::All };
        let mut formula = Formula::default();
        let all = self.decisions(&mut formula, asked, plain)?;
        let mut questions = vec![(Sight::Access, all)];
        let separate = !self.base.model.separate_sessions.is_empty() || !self.head.model.separate_sessions.is_empty();
        if separate {
            let named = self.decisions(&mut formula, asked, How { sessions: Sessions::Named, ..plain })?;
            questions.push((Sight::Session, named));
        }
        if let Some(listed) = listed {
            questions.extend(self.shown(&mut formula, asked, listed, record)?);
        }
        let traits = Traits {
            reports: traits.0.reports || traits.1.reports,
            owner_units: traits.0.owner_units || traits.1.owner_units,
            ..Traits::default()
        };
        let worlds = self.worlds();
        let domains = domains(&worlds, &mut formula, &traits, asked.me);
        steps.take(formula.len() as u64)?;
        let retyped =
            |slot: &Slot| matches!(slot, Slot::Value(_, read) | Slot::Set(_, read) if self.lens.retyped.contains(read));
        let retyped = formula.slots().any(retyped);
        let mut told: [Vec<NodeId>; 2] = [Vec::new(), Vec::new()];
        for (sight, decisions) in &questions {
            for gain in [true, false] {
                let (yes, no) = if gain { (decisions.head, decisions.base) } else { (decisions.base, decisions.head) };
                let refused = formula.not(no);
                // What was told before is left out.
                let before = told.get(usize::from(gain)).cloned().unwrap_or_default();
                let fresh: Vec<NodeId> = before.iter().map(|node| formula.not(*node)).collect();
                let goal = formula.and([yes, refused].into_iter().chain(fresh));
                if let Some(told) = told.get_mut(usize::from(gain)) {
                    let whole = formula.and([yes, refused]);
                    told.push(whole);
                }
                if formula.is(goal, Truth::False) {
                    continue;
                }
                if retyped {
                    return Err(Undecided);
                }
                let windows = formula.windows(&[goal]);
                let atlas = self.atlas(&windows, steps)?;
                let ground = Ground { worlds, domains: &domains, steps, windows: &windows, atlas: &atlas };
                for cube in cubes(&ground, &mut formula, goal)? {
                    let rest = self.rest(&ground, &formula, no, &cube)?;
                    let mut search = Search::new(worlds, &formula, &domains, steps);
                    set_windows(&formula, &mut search, &cube.open);
                    for (slot, value) in &cube.values {
                        if let Some(slot) = formula.find_slot(slot) {
                            search.set(slot, *value);
                        }
                    }
                    let through = if gain { &decisions.head_through } else { &decisions.base_through };
                    let passes = |candidate: &&Candidate| candidate.nodes.iter().all(|n| search.mask(*n) == Mask::TRUE);
                    let through: Vec<Candidate> = through.iter().filter(passes).cloned().collect();
                    let helpers = through.first().map_or(&[] as &[_], |first| first.helpers.as_slice());
                    let helper = helpers.iter().find(|(_, node)| search.mask(*node) == Mask::TRUE).map(|(hat, _)| *hat);
                    let (sight, formula) = (*sight, &formula);
                    sink(Found { who, right, fields, sight, gain, cube: &cube, formula, asked, through, helper, rest });
                }
            }
        }
        Ok(())
    }

    /// What the answer about a record lists: fields shown at all and, where that may differ from what a request for the
    /// field is told, in clear.
    fn shown(
        &self,
        formula: &mut Formula,
        asked: &Asked<'_>,
        listed: &Pair,
        record: &Pair,
    ) -> Result<Vec<(Sight, Decisions)>, Undecided> {
        let masks = |side: &Side<'_>, item: Option<&Item>| {
            item.and_then(|item| item.field).is_some_and(|field| side.index.masks(field).next().is_some())
        };
        let masked = masks(self.base, listed.base.as_ref()) || masks(self.head, listed.head.as_ref());
        let creates = [&listed.base, &listed.head].into_iter().flatten().any(|item| item.must_own);
        let mut found = Vec::new();
        if !masked && !creates {
            return Ok(found);
        }
        let opens = self.decisions(formula, &swapped(asked, record), How { masks: true, sessions: Sessions::All })?;
        for (sight, masks) in [(Sight::Clear, true), (Sight::Shown, false)] {
            if sight == Sight::Clear && !creates {
                continue;
            }
            let how = How { masks, sessions: Sessions::All };
            let mut shown = self.decisions(formula, &swapped(asked, listed), how)?;
            // Of a record that one side does not open there is nothing to list.
            let both = [opens.base, opens.head];
            shown.base = formula.and([shown.base].into_iter().chain(both));
            shown.head = formula.and([shown.head].into_iter().chain(both));
            found.push((sight, shown));
        }
        Ok(found)
    }

    fn decisions(&self, formula: &mut Formula, asked: &Asked<'_>, how: How) -> Result<Decisions, Undecided> {
        let (base, base_through) = self.decision(formula, World::Second, asked, how)?;
        let (head, head_through) = self.decision(formula, World::First, asked, how)?;
        Ok(Decisions { base, head, base_through, head_through })
    }

    fn decision(
        &self,
        formula: &mut Formula,
        world: World,
        asked: &Asked<'_>,
        how: How,
    ) -> Result<(NodeId, Vec<Candidate>), Undecided> {
        let (side, part) = if world == World::First { (self.head, &asked.head) } else { (self.base, &asked.base) };
        let Some((subject, item)) = part else { return Ok((formula.no(), Vec::new())) };
        let mut builder = Builder::new(&side.index, subject, Times::Exact);
        builder.formula = std::mem::take(formula);
        builder.worlds = self.worlds();
        builder.world = world;
        builder.me = asked.me;
        builder.locks = true;
        builder.masks = how.masks;
        builder.sessions = how.sessions;
        let candidates = builder.candidates(item, 0);
        *formula = std::mem::take(&mut builder.formula);
        let candidates = candidates?;
        let ways: Vec<NodeId> = candidates.iter().map(|candidate| formula.and(candidate.nodes.clone())).collect();
        Ok((formula.or(ways), candidates))
    }

    fn atlas(&self, windows: &[WindowId], steps: &Steps) -> Result<Rc<Atlas>, Undecided> {
        if let Some(found) = self.atlases.borrow().get(windows) {
            return Ok(Rc::clone(found));
        }
        let all: Vec<&Window> = windows.iter().filter_map(|id| self.lens.windows.get(id.index())).collect();
        let left = usize::try_from(steps.left()).unwrap_or(usize::MAX);
        let atlas = Rc::new(Atlas::new(&self.lens.time, &all, left).ok_or(Undecided)?);
        steps.take(atlas.steps as u64)?;
        self.atlases.borrow_mut().insert(windows.to_vec(), Rc::clone(&atlas));
        Ok(atlas)
    }

    /// What else of the right the side that refuses allows.
    fn rest(&self, ground: &Ground<'_>, formula: &Formula, no: NodeId, cube: &Cube) -> Result<Rest, Undecided> {
        let solve = |keep: &dyn Fn(&Slot) -> bool, windows: bool| -> Result<bool, Undecided> {
            let mut search = Search::new(ground.worlds, formula, ground.domains, ground.steps);
            if windows {
                set_windows(formula, &mut search, &cube.open);
            }
            for (slot, value) in cube.values.iter().filter(|(slot, _)| keep(slot)) {
                if let Some(slot) = formula.find_slot(slot) {
                    search.set(slot, *value);
                }
            }
            search.solve(&[no])
        };
        let of_record = |slot: &Slot| {
            let (Slot::Value(_, attribute) | Slot::Set(_, attribute) | Slot::Member(_, attribute, _)) = slot else {
                return false;
            };
            matches!(attribute, AttributeRef::Record(_) | AttributeRef::RecordId)
        };
        if !solve(&|_| false, false)? {
            return Ok(Rest::Nothing);
        }
        if solve(&|_| true, false)? {
            return Ok(Rest::Times);
        }
        if solve(&|slot| !of_record(slot), true)? {
            return Ok(Rest::Records);
        }
        Ok(Rest::Conditions)
    }
}

/// The same people asked about another thing.
fn swapped<'p>(asked: &Asked<'_>, pair: &'p Pair) -> Asked<'p> {
    let with = |part: &Option<(Subject, &Item)>, item: &'p Option<Item>| {
        part.as_ref().and_then(|(subject, _)| Some((subject.clone(), item.as_ref()?)))
    };
    Asked { base: with(&asked.base, &pair.base), head: with(&asked.head, &pair.head), me: asked.me }
}
