//! Facts about lines against brute force: what a line does is what taking it out of the text changes, for the interpreter
//! that knows nothing of facts. Small policies, every value, every session, instants at and between all edges.

use super::guarantees::{Asker, World, owned};
use super::subject::{number, reference, seeds, sources};
use crate::generate::small::{self, Asked, ROLES};
use crate::generate::{Block, Dice, Draft};
use crate::reference::{Reference, Request, Subject};
use rolecall::compile::{Options, compile};
use rolecall::diagnostic::Severity;
use rolecall::diagnostic::WitnessRequest;
use rolecall::exact::{Line, Oracle};
use rolecall::facts::{BUDGET, Compare, Fact, Facts, Standing};
use rolecall::model::{Model, Origin, RoleId};
use rolecall::source::SourceSet;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Requests for one role: in a quick run lines go until there are no more, in a long one policies with more are left out.
pub(super) const QUICK: usize = 800;
pub(super) const MOST: usize = 24_000;

type Place = (usize, Option<usize>);

/// One policy, compiled, with everything that can be asked of it.
pub(super) struct Trial {
    pub(super) draft: Draft,
    places: BTreeMap<u32, Place>,
    pub(super) reference: Reference,
    instants: Vec<i64>,
    pub(super) asked: Vec<Asked>,
    known: RefCell<BTreeMap<String, Rc<Vec<(Request, bool)>>>>,
}

/// How often each fact occurred, and in how many policies.
#[derive(Default)]
pub(super) struct Census(pub(super) BTreeMap<&'static str, usize>);

fn all_asked() -> Vec<Asked> {
    let plain = small::RIGHTS.iter().map(|(action, object)| Asked { action, object, field: None });
    let fields = ["read", "update", "create"].map(|action| Asked { action, object: "Doc", field: Some("price") });
    plain.chain(fields).collect()
}

/// The lines of a draft's text, each with its place.
fn places(draft: &Draft) -> BTreeMap<u32, Place> {
    let mut found = BTreeMap::new();
    let mut line = 1;
    for (block, statement) in draft.blocks.iter().enumerate() {
        found.insert(line, (block, None));
        line += 1;
        if let Some(lines) = &statement.lines {
            for inner in 0..lines.len() {
                found.insert(line, (block, Some(inner)));
                line += 1;
            }
            line += 1;
        }
    }
    found
}

impl Trial {
    /// `None` if there is more to ask than a test can.
    pub(super) fn of(draft: Draft, most: usize) -> Option<Self> {
        let text = draft.text();
        let instants = small::instants();
        let instants = match [" from 20", " before 20", "ing office", "side office", "active office"]
            .iter()
            .any(|word| text.contains(word))
        {
            true => instants,
            false if ["during", "outside", "active day"].iter().any(|word| text.contains(word)) => {
                instants[..2].to_vec()
            }
            false => instants[..1].to_vec(),
        };
        let trial = Self {
            places: places(&draft),
            reference: reference(&draft).ok()?,
            instants,
            asked: all_asked(),
            known: RefCell::default(),
            draft,
        };
        (trial.requests_of(&Self::alone("Lead")).take(most + 1).count() <= most).then_some(trial)
    }

    fn place(&self, sources: &SourceSet, origin: Origin) -> Place {
        self.places[&sources.position(origin.span).line]
    }

    fn word(&self, (block, line): Place) -> &str {
        match line {
            Some(line) => &self.draft.blocks[block].lines.as_ref().expect("lines")[line],
            None => &self.draft.blocks[block].head,
        }
    }

    /// Every request of `asker`, with the answer to it; made once.
    pub(super) fn known(&self, asker: &Asker) -> Rc<Vec<(Request, bool)>> {
        let key = format!("{asker:?}");
        if let Some(known) = self.known.borrow().get(&key) {
            return Rc::clone(known);
        }
        let all = self.requests_of(asker);
        let known: Rc<Vec<(Request, bool)>> = Rc::new(
            all.map(|request| {
                let allowed = self.reference.decide(&request).allowed;
                (request, allowed)
            })
            .collect(),
        );
        self.known.borrow_mut().insert(key, Rc::clone(&known));
        known
    }

    fn requests_of<'t>(&'t self, asker: &'t Asker) -> impl Iterator<Item = Request> + use<'t> {
        self.each(asker, &self.asked.iter().collect::<Vec<_>>())
    }

    /// Every request of `asker` for some things, made as they are asked for.
    pub(super) fn each<'t>(&'t self, asker: &'t Asker, asked: &[&'t Asked]) -> impl Iterator<Item = Request> + use<'t> {
        let claim = small::Claim::AtMostUsers(9, "Lead");
        let small =
            small::Small { locked: self.draft.clone(), draft: self.draft.clone(), claim, from: None, before: None };
        let text = self.draft.text();
        let asked = asked.to_vec();
        let each = move |at: &'t i64| {
            let world = World {
                small: &small,
                text: text.clone(),
                reference: &self.reference,
                instants: Vec::new(),
                table: None,
            };
            asked.iter().flat_map(|a| world.requests(asker, a, *at)).collect::<Vec<_>>()
        };
        self.instants.iter().flat_map(each)
    }

    /// Every request of `asker` for some things.
    fn requests(&self, asker: &Asker, asked: &[&Asked]) -> Vec<Request> {
        self.known(asker).iter().map(|(request, _)| request).filter(|r| is_for(r, asked)).cloned().collect()
    }

    /// A request that two policies answer differently.
    fn differ(&self, less: &Reference, askers: &[Asker], asked: &[&Asked]) -> Option<Request> {
        askers.iter().find_map(|asker| {
            let known = self.known(asker);
            let mut all = known.iter().filter(|(request, _)| is_for(request, asked));
            all.find(|(request, allowed)| *allowed != less.decide(request).allowed).map(|(request, _)| request.clone())
        })
    }

    /// A request that two policies, neither of them the one on trial, answer differently.
    fn differ_in(&self, one: &Reference, other: &Reference, askers: &[Asker], asked: &[&Asked]) -> Option<Request> {
        let mut all = askers.iter().flat_map(|asker| self.requests(asker, asked));
        all.find(|request| one.decide(request).allowed != other.decide(request).allowed)
    }

    /// The role alone, and those who hold just it.
    pub(super) fn holders(&self, role: &str) -> Vec<Asker> {
        let ids = ["HQ", "East", "West"].map(|unit| format!("{role}-{unit}"));
        let known = ids.into_iter().filter(|id| self.reference.policy.people.contains_key(id));
        let people = known.map(|id| Asker { subject: Subject::Id(id), brings: Vec::new() });
        std::iter::once(Self::alone(role)).chain(people).collect()
    }

    fn alone(role: &str) -> Asker {
        Asker { subject: Subject::RoleAlone(role.into()), brings: Vec::new() }
    }

    /// Everybody, and every role alone.
    fn everyone(&self) -> Vec<Asker> {
        let brought = &self.reference.policy.brought;
        let sets: Vec<Vec<String>> =
            if brought.is_empty() { vec![Vec::new()] } else { vec![Vec::new(), brought.clone()] };
        let people = self.reference.policy.people.keys().cloned().chain(["stranger".to_string()]);
        let people = people.flat_map(|id| {
            sets.iter().map(move |s| Asker { subject: Subject::Id(id.clone()), brings: s.clone() }).collect::<Vec<_>>()
        });
        people.chain(ROLES.map(Self::alone)).collect()
    }

    /// The policy without some lines; it may be one that the compiler would refuse.
    fn without(&self, drop: impl Fn(Place, &str) -> bool) -> Reference {
        let mut less = self.draft.clone();
        let mut places: Vec<Place> = self.places.values().copied().collect();
        places.sort_unstable();
        for place in places.into_iter().rev() {
            if drop(place, self.word(place)) {
                less = less.without(place).expect("a place of it");
            }
        }
        reference(&less).unwrap_or_else(|why| panic!("{why}\n{}", less.text()))
    }
}

fn is_for(request: &Request, asked: &[&Asked]) -> bool {
    asked
        .iter()
        .any(|a| a.action == request.action && a.object == request.object && a.field == request.field.as_deref())
}

fn is_brake(text: &str) -> bool {
    ["deny ", "mask ", "cancel ", "require "].iter().any(|word| text.starts_with(word))
}

/// A small policy with people who hold just one role each; nothing else about it is changed.
pub(super) fn peopled(seed: u64) -> Draft {
    let mut draft = small::policy(seed).draft;
    // Those that are added are to hold just one role.
    draft.blocks.retain(|b| !b.head.contains("to everyone"));
    // Somebody of every unit with every role: what a role alone has not, its holders may have.
    let brought = draft.text().contains("roles from request");
    for role in ROLES.iter().filter(|role| !brought || **role != "Guest") {
        for unit in ["HQ", "East", "West"] {
            draft.blocks.push(Block::line(format!("user {role}-{unit} in {unit}")));
            draft.blocks.push(Block::line(format!("assign {role} to {role}-{unit}")));
        }
    }
    draft.blocks.retain(|b| !b.head.starts_with("guarantees"));
    draft
}

/// Adds what chance seldom writes: a line beside its two halves, one that nothing can meet, a deny twice.
fn spiced(seed: u64, draft: &mut Draft) {
    let is_plain = |line: &str| !["20", "during", "outside", "daily", "each"].iter().any(|word| line.contains(word));
    let halves = |line: &str| [format!("{line} before 2026-07-01"), format!("{line} from 2026-07-01")];
    if seed % 16 == 15 {
        draft.blocks.extend([1, 2].map(|_| Block::line("require request.mfa for send on Note")));
    }
    let roles = draft.blocks.iter_mut().filter(|block| block.head.starts_with("role "));
    for lines in roles.filter_map(|block| block.lines.as_mut()) {
        let allows = lines.iter().filter(|line| line.starts_with("allow read Doc") && is_plain(line));
        let allow = allows.max_by_key(|line| line.contains("including")).cloned();
        let Some(allow) = allow else { continue };
        let (deny, mask) =
            ("deny read Doc when record.ready".to_owned(), "mask Doc (price) when record.ready".to_owned());
        match seed % 16 {
            0 | 1 | 3 | 4 => lines.extend(halves(&allow)),
            2 if !allow.contains("when") => lines.push(format!("{allow} when record.ready and not record.ready")),
            5 | 6 => lines.extend([deny.clone(), deny]),
            7..=12 => {
                lines.extend(halves(&deny));
                lines.push(deny);
            }
            13 | 14 if allow.contains("including") => lines.extend([mask.clone(), mask]),
            _ => continue,
        }
        break;
    }
}

/// Roles that chance seldom writes: a right that an heir loses and its heir regains, a deny that is lent, a cancel that an
/// heir alone has something of, an allow that one line covers for some holders and two for the others, one that is dead on a
/// field alone, a requirement of whom a deny stops anyway.
fn staged(seed: u64, draft: &mut Draft) {
    let unit = ["East", "West", "HQ"][(seed / 24 % 3) as usize];
    let east = format!("allow read Doc within unit {unit}");
    let clear = "allow read Doc including confidential within own".to_owned();
    let note = || vec!["allow send Note".to_owned()];
    let roles: [(&str, Vec<String>); 3] = match seed % 24 {
        3 => [
            ("Clerk", note()),
            ("Lead inherits Clerk", vec!["without send Note".into()]),
            ("Guest inherits Lead", note()),
        ],
        5 => {
            draft
                .blocks
                .retain(|b| !b.head.starts_with("delegate ") && !b.head.starts_with("assign ") || b.head.contains('-'));
            let held = ["assign Clerk to ann", "assign Lead to bob", "delegate Clerk of ann to bob"];
            draft.blocks.extend(held.map(Block::line));
            [("Clerk", vec!["deny send Note".into()]), ("Lead", note()), ("Guest", Vec::new())]
        }
        7 => [
            ("Clerk", vec!["deny send Note named no-late".into()]),
            ("Lead inherits Clerk", vec!["cancel deny no-late inherited from Clerk".into()]),
            ("Guest inherits Lead", note()),
        ],
        11 => [
            (
                "Clerk",
                vec![
                    east.clone(),
                    "allow read Doc within my unit".into(),
                    format!("{east} before 2026-07-01"),
                    format!("{east} from 2026-07-01"),
                ],
            ),
            ("Lead", note()),
            ("Guest", Vec::new()),
        ],
        17 => [
            ("Clerk", vec![clear.clone(), clear, "mask Doc (price)".into()]),
            ("Lead inherits Clerk", note()),
            ("Guest", Vec::new()),
        ],
        19 => {
            let idle = "require request.mfa for send on Note for anyone who has role Lead";
            draft.blocks.push(Block::line(idle));
            [("Clerk", note()), ("Lead inherits Clerk", vec!["deny send Note".into()]), ("Guest", Vec::new())]
        }
        _ => return,
    };
    for (head, lines) in roles {
        let name = head.split(' ').next();
        let mut blocks = draft.blocks.iter_mut();
        let block = blocks.find(|b| b.head.starts_with("role ") && b.head.split(' ').nth(1) == name);
        if let Some(block) = block {
            *block = Block::with(format!("role {head}"), lines);
        }
    }
}

/// What makes many requests: words of lines that can go.
const ABOUT: [&str; 7] = ["record.ready", "request.mfa", "unit", "own", " 2026-", "office", "day"];

/// A policy that asks little enough: lines about one thing after the other go, in an order that the seed chooses, until
/// what is left can be tried out.
pub(super) fn thinned(seed: u64, most: usize) -> Option<Trial> {
    let mut draft = peopled(seed);
    staged(seed, &mut draft);
    let mut about = ABOUT.to_vec();
    Dice::new(seed ^ 0x7417).shuffle(&mut about);
    for word in about {
        if !draft.text().contains("allow ") {
            return None;
        }
        if Trial::of(draft.clone(), most).is_some() {
            spiced(seed, &mut draft);
            return Trial::of(draft, 4 * most);
        }
        for block in draft.blocks.iter_mut().filter(|block| block.head.starts_with("role ")) {
            block.lines.iter_mut().for_each(|lines| lines.retain(|line| !line.contains(word)));
        }
        draft.blocks.retain(|b| !b.head.starts_with("require ") || !b.head.contains(word));
    }
    None
}

type Tried = (Trial, SourceSet, Facts, Compare, Model);

fn trial(seed: u64) -> Option<Tried> {
    let quick = number("ROLECALL_POLICIES").is_none();
    let mut draft = if quick { thinned(seed, QUICK)?.draft } else { peopled(seed) };
    // What a requirement or a session refuses, facts about lines leave out; they have claims of their own below.
    draft.blocks.retain(|b| !b.head.starts_with("require separate"));
    if seed.is_multiple_of(2) {
        draft.blocks.retain(|b| !b.head.starts_with("require"));
    }
    let sources = sources(&draft);
    let compilation = compile(&sources, Options { lint: false, ..Options::default() });
    if compilation.diagnostics.iter().any(|d| d.severity == Severity::Error) {
        return None;
    }
    let oracle = Oracle::new(&compilation.model, &compilation.analysis, BUDGET);
    let facts = Facts::new(&compilation.model, &compilation.analysis, &oracle);
    let compare = Compare::new(&oracle, &facts);
    drop(oracle);
    Trial::of(draft, MOST).map(|trial| (trial, sources, facts, compare, compilation.model))
}

/// All of the facts of one policy; how it comes out is a story if brute force sees otherwise.
fn judge(seed: u64, census: &mut Census) -> Option<Result<(), String>> {
    let (trial, sources, facts, compare, model) = trial(seed)?;
    let mut seen: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut judge = || -> Result<(), String> {
        if !facts.undecided.is_empty() {
            return Err("undecided".to_string());
        }
        allows(&trial, &sources, &model, &facts, &mut seen)?;
        denies(&trial, &sources, &model, &facts, &mut seen)?;
        masks(&trial, &sources, &model, &facts, &mut seen)?;
        compared(&trial, &model, &compare, &mut seen)?;
        overlaps(&trial, &sources, &model, &facts, &mut seen)?;
        cancels(&trial, &sources, &model, &facts, &mut seen)?;
        requires(&trial, &sources, &model, &facts, &mut seen)
    };
    let result = judge().map_err(|why| format!("seed {seed}: {why}\n{}\n{facts:#?}", trial.draft.text()));
    for fact in seen.keys() {
        *census.0.entry(fact).or_default() += 1;
    }
    Some(result)
}

type Seen<'s> = &'s mut BTreeMap<&'static str, usize>;

fn note(seen: Seen<'_>, fact: &Fact, kinds: [&'static str; 5]) {
    let [impossible, dead, covered, jointly, idle] = kinds;
    let name = match fact.standing {
        Standing::Impossible => impossible,
        Standing::Dead(_) => dead,
        Standing::Covered { .. } => covered,
        Standing::Jointly(_) => jointly,
        Standing::Idle => idle,
    };
    *seen.entry(name).or_default() += 1;
}

/// The witness gets the answer that it says.
fn replay(trial: &Trial, witness: Option<&WitnessRequest>) -> Result<(), String> {
    let Some(witness) = witness else { return Ok(()) };
    let answer = trial.reference.decide(&owned(witness));
    if answer.allowed == witness.allowed { Ok(()) } else { Err(format!("{witness:#?}\ngets {answer:?}")) }
}

/// The same right of the same line.
fn asked_of<'t>(trial: &'t Trial, model: &Model, right: rolecall::model::RightId) -> Vec<&'t Asked> {
    let (action, object) = (model.action_name(right), model.object_name(model.rights[right.index()].object));
    trial.asked.iter().filter(|a| a.action == action && a.object == object).collect()
}

/// What is said of an allow holds of it with no other allow but those that are named.
fn stands(
    trial: &Trial,
    (place, covering): (Place, Option<Place>),
    fact: &Fact,
    askers: &[Asker],
    asked: &[&Asked],
) -> Result<(), String> {
    let kept = |keep: &[Place], brakes: bool| {
        trial.without(|at, text| {
            let brake = is_brake(text) && (!brakes || text.starts_with("require "));
            brake || text.starts_with("allow ") && !keep.contains(&at)
        })
    };
    let gives = |policy: &Reference| {
        let mut all = askers.iter().flat_map(|asker| trial.requests(asker, asked));
        all.find(|request| policy.decide(request).allowed)
    };
    let wrong = match (&fact.standing, covering) {
        (Standing::Impossible, _) => gives(&kept(&[place], false)).map(|request| format!("{request:#?}")),
        (Standing::Dead(_), _) => gives(&kept(&[place], true)).map(|request| format!("{request:#?}")),
        (Standing::Covered { mutual, .. }, Some(by)) => {
            let both = kept(&[place, by], false);
            let more = trial.differ_in(&both, &kept(&[by], false), askers, asked);
            let less = trial.differ_in(&both, &kept(&[place], false), askers, asked);
            match (more, less) {
                (Some(request), _) => Some(format!("{request:#?}")),
                (None, less) if less.is_none() != *mutual => Some(format!("does as much as the other: {less:#?}")),
                (None, _) => None,
            }
        }
        (Standing::Covered { .. }, None) => Some("covered by no line".to_owned()),
        (Standing::Jointly(_) | Standing::Idle, _) => None,
    };
    wrong.map_or(Ok(()), |why| Err(format!("{}: {fact:?}, but {why}", trial.word(place))))
}

/// An allow with a fact can be taken out of its role, alone, and nothing changes; one without cannot.
fn allows(trial: &Trial, sources: &SourceSet, model: &Model, facts: &Facts, seen: Seen<'_>) -> Result<(), String> {
    let required = trial.draft.blocks.iter().any(|b| b.head.starts_with("require"));
    for (index, rule) in model.rules.iter().enumerate() {
        let place = trial.place(sources, rule.origin);
        if !trial.word(place).starts_with("allow") {
            continue;
        }
        let less = trial.without(|at, _| at == place);
        let id = rolecall::model::RuleId::from_index(index);
        let askers = trial.holders(model.role_name(rule.role));
        for right in &rule.rights {
            let fact = facts.rules.get(&(id, *right));
            let changed = trial.differ(&less, &askers, &asked_of(trial, model, *right));
            match (fact, changed) {
                (Some(fact), None) => {
                    note(
                        seen,
                        fact,
                        ["impossible allow", "dead allow", "covered allow", "redundant allow", "idle allow"],
                    );
                    replay(trial, fact.witness.as_ref())?;
                    let covering = match fact.standing {
                        Standing::Covered { by: Line::Rule(by), .. } => Some(model.rules[by.index()].origin),
                        _ => None,
                    };
                    let places = (place, covering.map(|origin| trial.place(sources, origin)));
                    stands(trial, places, fact, &askers, &asked_of(trial, model, *right))?;
                }
                (None, Some(_)) => {}
                // A requirement may keep from everybody what the allow gives.
                (None, None) if required => {}
                (Some(fact), Some(request)) => {
                    return Err(format!("{}: {fact:?}, but {request:#?}", trial.word(place)));
                }
                (None, None) => return Err(format!("{}: nothing changes without it", trial.word(place))),
            }
        }
    }
    Ok(())
}

/// An idle deny takes nothing from anybody even if it is the only brake; a repeated one can go in its role.
fn denies(trial: &Trial, sources: &SourceSet, model: &Model, facts: &Facts, seen: Seen<'_>) -> Result<(), String> {
    let cancelled = trial.draft.text().contains("cancel ");
    for (index, rule) in model.rules.iter().enumerate() {
        let place = trial.place(sources, rule.origin);
        if !trial.word(place).starts_with("deny") {
            continue;
        }
        let id = rolecall::model::RuleId::from_index(index);
        for right in &rule.rights {
            let asked = asked_of(trial, model, *right);
            let fact = facts.rules.get(&(id, *right));
            if let Some(fact) = fact {
                note(seen, fact, ["impossible deny", "dead deny", "covered deny", "redundant deny", "idle deny"]);
                replay(trial, fact.witness.as_ref())?;
            }
            if !cancelled {
                let free = trial.without(|at, text| is_brake(text) && at != place);
                let freer = trial.without(|_, text| is_brake(text));
                let bites = trial.everyone().iter().find_map(|asker| {
                    let mut all = trial.requests(asker, &asked).into_iter();
                    all.find(|request| free.decide(request).allowed != freer.decide(request).allowed)
                });
                let idle = fact.is_some_and(|f| matches!(f.standing, Standing::Idle | Standing::Impossible));
                if idle == bites.is_some() {
                    return Err(format!("{}: {fact:?}, and {bites:#?}", trial.word(place)));
                }
            }
            if fact.is_some() {
                let less = trial.without(|at, _| at == place);
                let askers = trial.holders(model.role_name(rule.role));
                if let Some(request) = trial.differ(&less, &askers, &asked) {
                    return Err(format!("{}: {fact:?}, but {request:#?}", trial.word(place)));
                }
            }
        }
    }
    Ok(())
}

/// A mask with a fact can go, in the role that writes it; an idle one takes nothing from anybody as the only brake.
fn masks(trial: &Trial, sources: &SourceSet, model: &Model, facts: &Facts, seen: Seen<'_>) -> Result<(), String> {
    let cancelled = trial.draft.text().contains("cancel ");
    let asked: Vec<&Asked> = trial.asked.iter().filter(|a| a.field.is_some()).collect();
    for (index, mask) in model.masks.iter().enumerate() {
        let place = trial.place(sources, mask.origin);
        let fact = facts.masks.get(&rolecall::model::MaskId::from_index(index));
        if let Some(fact) = fact {
            note(seen, fact, ["impossible mask", "dead mask", "covered mask", "redundant mask", "idle mask"]);
            replay(trial, fact.witness.as_ref())?;
            let less = trial.without(|at, _| at == place);
            let askers = trial.holders(model.role_name(mask.role));
            if let Some(request) = trial.differ(&less, &askers, &asked) {
                return Err(format!("{}: {fact:?}, but {request:#?}", trial.word(place)));
            }
        }
        if !cancelled {
            let free = trial.without(|at, text| is_brake(text) && at != place);
            let freer = trial.without(|_, text| is_brake(text));
            let bites = trial.everyone().iter().find_map(|asker| {
                let mut all = trial.requests(asker, &asked).into_iter();
                all.find(|request| free.decide(request).allowed != freer.decide(request).allowed)
            });
            let idle = fact.is_some_and(|f| matches!(f.standing, Standing::Idle | Standing::Impossible));
            if idle == bites.is_some() {
                return Err(format!("{}: {fact:?}, and {bites:#?}", trial.word(place)));
            }
        }
    }
    Ok(())
}

/// An allow and a deny overlap in a role if, with these two lines alone, that role is refused something by the deny.
fn overlaps(trial: &Trial, sources: &SourceSet, model: &Model, facts: &Facts, seen: Seen<'_>) -> Result<(), String> {
    for overlap in &facts.overlaps {
        *seen.entry("overlap").or_default() += 1;
        replay(trial, overlap.witness.as_ref())?;
        if overlap.witness.as_ref().is_some_and(|witness| witness.allowed) {
            return Err("an overlap is never allowed".to_string());
        }
    }
    if trial.draft.text().contains("cancel ") {
        return Ok(());
    }
    let is = |index: usize, word: &str| trial.word(trial.place(sources, model.rules[index].origin)).starts_with(word);
    for allow in (0..model.rules.len()).filter(|index| is(*index, "allow")) {
        for deny in (0..model.rules.len()).filter(|index| is(*index, "deny")) {
            let keep = [allow, deny].map(|index| trial.place(sources, model.rules[index].origin));
            let only = |deny_too: bool| {
                trial.without(|at, text| {
                    (is_brake(text) || text.starts_with("allow ")) && at != keep[0] && (at != keep[1] || !deny_too)
                })
            };
            let (both, free) = (only(true), only(false));
            for role in ROLES {
                let asked: Vec<&Asked> = trial.asked.iter().collect();
                let askers = trial.holders(role);
                let mut all = askers.iter().flat_map(|asker| trial.requests(asker, &asked));
                let met = all.find(|request| free.decide(request).allowed && !both.decide(request).allowed);
                let told = facts.overlaps.iter().any(|o| {
                    o.allow.index() == allow && o.deny.index() == deny && {
                        let seat = model.role_name(o.seat);
                        seat == role || inherits(model, role, o.seat)
                    }
                });
                // What a role leaves out of what it inherits, it does not meet.
                let left_out = met.is_none() && trial.draft.text().contains("without ");
                if told != met.is_some() && !left_out {
                    let pair = format!("{} | {}", trial.word(keep[0]), trial.word(keep[1]));
                    return Err(format!("{role}: {pair}: told {told}, but {met:#?}"));
                }
            }
        }
    }
    Ok(())
}

/// Equal roles get the same answers, contained ones fewer, whoever holds them; others do not.
fn compared(trial: &Trial, model: &Model, compare: &Compare, seen: Seen<'_>) -> Result<(), String> {
    if !compare.complete {
        return Err("roles not compared".to_string());
    }
    let id = |name: &str| RoleId::from_index(model.roles.iter().position(|r| model.text(r.name) == name).unwrap());
    let powers = |role: &str| trial.holders(role).iter().any(|a| trial.known(a).iter().any(|(_, allowed)| *allowed));
    for role in ROLES.iter().filter(|role| model.roles.iter().any(|r| model.text(r.name) == **role)) {
        if compare.powerless.contains(&id(role)) {
            *seen.entry("powerless role").or_default() += 1;
            if powers(role) {
                return Err(format!("{role} is said to be powerless"));
            }
        }
        for other in ROLES.iter().filter(|other| *other != role) {
            if !model.roles.iter().any(|r| model.text(r.name) == *other) {
                continue;
            }
            // Roles that give nothing are alike in nothing.
            if !powers(role) && !powers(other) {
                continue;
            }
            let within = powers(role) && is_within(trial, role, other);
            let equal = compare.equals(id(role)).contains(&id(other));
            let contained = compare.contained.get(&id(role)).is_some_and(|wider| wider.contains(&id(other)));
            let kin = inherits(model, role, id(other)) || inherits(model, other, id(role));
            if equal {
                *seen.entry("equal roles").or_default() += 1;
            }
            if contained {
                *seen.entry("contained role").or_default() += 1;
            }
            let both = within && is_within(trial, other, role);
            if equal != both || (!kin && contained != (within && !both)) {
                return Err(format!("{role}, {other}: equal {equal} {both}, contained {contained} {within}"));
            }
        }
    }
    Ok(())
}

/// Whoever holds the one role is allowed nothing that they would not be with the other, hidden and masked fields too.
fn is_within(trial: &Trial, role: &str, other: &str) -> bool {
    let pairs = trial.holders(role).into_iter().zip(trial.holders(other));
    pairs.into_iter().all(|(one, two)| {
        let (first, second) = (trial.known(&one), trial.known(&two));
        assert_eq!(first.len(), second.len());
        first.iter().zip(second.iter()).all(|((request, allowed), (like, also))| {
            assert_eq!((&request.action, request.time), (&like.action, like.time));
            if *allowed && !*also {
                return false;
            }
            // A masked field that the other would hide is a difference, too.
            if !*allowed && request.field.is_none() {
                return true;
            }
            let (mine, theirs) = (trial.reference.decide(request), trial.reference.decide(like));
            !mine.masked.contains("price") || theirs.allowed || theirs.masked.contains("price")
        })
    })
}

fn inherits(model: &Model, role: &str, from: RoleId) -> bool {
    let Some(role) = model.roles.iter().find(|r| model.text(r.name) == role) else { return false };
    role.parents.iter().any(|p| *p == from || inherits(model, model.role_name(*p), from))
}

/// Without an idle cancel, nobody who holds just one role loses anything; without another one, somebody does.
fn cancels(trial: &Trial, sources: &SourceSet, model: &Model, facts: &Facts, seen: Seen<'_>) -> Result<(), String> {
    let lines = model.cancels.iter().enumerate().map(|(index, cancel)| {
        (cancel.origin, facts.idle_cancels.contains_key(&rolecall::model::CancelId::from_index(index)))
    });
    idle_ones(trial, sources, lines, seen, "idle cancel")
}

/// Without an idle requirement, nobody who holds just one role gains anything; without another one, somebody does.
fn requires(trial: &Trial, sources: &SourceSet, model: &Model, facts: &Facts, seen: Seen<'_>) -> Result<(), String> {
    let lines = model.requires.iter().enumerate().map(|(index, require)| {
        (require.origin, facts.idle_requires.contains_key(&rolecall::model::RequireId::from_index(index)))
    });
    idle_ones(trial, sources, lines, seen, "idle require")
}

/// Lines, each told to be idle or not: those that are can be taken out and nothing changes, the others cannot.
fn idle_ones(
    trial: &Trial,
    sources: &SourceSet,
    lines: impl Iterator<Item = (Origin, bool)>,
    seen: Seen<'_>,
    name: &'static str,
) -> Result<(), String> {
    let asked: Vec<&Asked> = trial.asked.iter().collect();
    let lines: Vec<(Place, bool)> = lines.map(|(origin, idle)| (trial.place(sources, origin), idle)).collect();
    for (place, idle) in lines.clone() {
        // All that are idle can go together; each of the others is needed even where they have.
        let gone = |at: Place| at == place || lines.contains(&(at, true));
        let less = trial.without(|at, _| gone(at));
        let changed = trial.differ(&less, &ROLES.map(|role| trial.holders(role)).concat(), &asked);
        if idle {
            *seen.entry(name).or_default() += 1;
        }
        if idle == changed.is_some() {
            return Err(format!("{}: idle {idle}, but {changed:#?}", trial.word(place)));
        }
    }
    Ok(())
}

/// Judges seeds until three hundred policies are judged (in a long run all that are asked for), prints the census, and fails
/// where one differs, or where fewer than so many kinds of things were seen, each in one policy of fifty.
pub(super) fn judged(kinds: usize, judge: impl Fn(u64, &mut Census) -> Option<Result<(), String>>) {
    let (mut judged, mut wrong, mut census) = (0, Vec::new(), Census::default());
    let quick = number("ROLECALL_POLICIES").is_none();
    for seed in seeds(900) {
        if quick && judged == 300 {
            break;
        }
        match judge(seed, &mut census) {
            None => {}
            Some(Ok(())) => judged += 1,
            Some(Err(why)) => wrong.push(why),
        }
    }
    println!("{judged} policies");
    for (fact, count) in &census.0 {
        println!("{fact:22} in {count} = {:.1} %", 100.0 * *count as f64 / judged.max(1) as f64);
    }
    let first: Vec<&str> = wrong.iter().take(2).map(String::as_str).collect();
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), first.join("\n=====\n"));
    // Policies that nobody judges, or that show nothing, would agree as well.
    let rare: Vec<_> = census.0.iter().filter(|(_, count)| **count * 50 < judged).collect();
    if quick {
        assert!(
            judged == 300 && census.0.len() >= kinds && rare.is_empty(),
            "{judged} policies, {rare:?}, {:?}",
            census.0
        );
    }
}

#[test]
fn facts_agree_with_brute_force() {
    judged(12, judge);
}
