//! What `diff` says against brute force: two small policies, one to five edits apart, every person and role, every value,
//! instants at and between all edges. Both sides are answered by the interpreter that knows nothing of `diff`.

use super::facts::thinned;
use super::guarantees::{Asker, World, owned};
use super::subject::{number, reference, seeds, sources};
use crate::generate::small::{self, Asked, ROLES};
use crate::generate::{Block, Dice, Draft, edits};
use crate::reference::{Answer, Reference, Request, Subject};
use rolecall::compile::{Compilation, Options, compile};
use rolecall::diff::{self, Difference, Looks, Side};
use rolecall::message::Lang;
use rolecall::source::SourceSet;
use rolecall::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Requests of one asker; pairs with more are left to a longer run.
const QUICK: usize = 700;
const MOST: usize = 40_000;

/// Who, action, object, field, whether gained.
type Row = (String, String, String, Option<String>, bool);

struct Policy {
    draft: Draft,
    sources: SourceSet,
    compilation: Compilation,
    reference: Reference,
}

impl Policy {
    fn of(draft: Draft) -> Option<Self> {
        let sources = sources(&draft);
        let compilation = compile(&sources, Options { prove: false, ..Options::build() });
        let reference = compilation.sound.then(|| reference(&draft))?.ok()?;
        Some(Self { draft, sources, compilation, reference })
    }

    fn table(&self, difference: &Difference) -> Vec<u8> {
        let probes = diff::probes(&self.compilation.model, difference);
        self.compilation.question_table(&self.sources, &probes).expect("sound").expect("small")
    }
}

fn compare(base: &Policy, head: &Policy) -> Difference {
    let side = |policy| -> Side<'_> {
        let policy: &Policy = policy;
        Side::new(&policy.sources, &policy.compilation).expect("sound")
    };
    diff::compare(&side(base), &side(head))
}

fn pair(seed: u64) -> Option<(Policy, Policy)> {
    let mut dice = Dice::new(seed ^ 0xD1FF);
    let mut draft = if number("ROLECALL_POLICIES").is_some() {
        small::policy(seed).locked
    } else {
        let mut thin = thinned(seed, QUICK)?.draft;
        // Those who hold just one role are many; a few will do.
        thin.blocks.retain(|b| !b.head.contains("-HQ") && !b.head.contains("-West"));
        thin
    };
    draft.blocks.retain(|b| !b.head.starts_with("guarantees"));
    spiced(&mut draft, &mut dice);
    let base = Policy::of(draft)?;
    let mut head = base.draft.clone();
    let (mut left, mut tries) = (dice.between(1, 5), 40);
    while left > 0 && tries > 0 {
        tries -= 1;
        let Some(next) = edits::edited(&head, &mut dice).filter(|next| Policy::of(next.clone()).is_some()) else {
            continue;
        };
        head = next;
        left -= 1;
    }
    Some((base, Policy::of(head)?))
}

/// Adds what chance seldom writes: masks of what is allowed, sessions to be kept apart.
fn spiced(draft: &mut Draft, dice: &mut Dice) {
    if dice.chance(25) {
        for lines in draft.blocks.iter_mut().filter_map(|block| block.lines.as_mut()) {
            let allows = lines.iter_mut().filter(|line| line.starts_with("allow read Doc within"));
            allows.for_each(|line| *line = line.replacen("Doc", "Doc including confidential", 1));
            if lines.iter().any(|line| line.starts_with("allow read Doc including")) {
                lines.push("mask Doc (price)".into());
            }
        }
    }
    if dice.chance(15) {
        draft.blocks.push(Block::line("require separate sessions for roles Clerk and Lead"));
    }
}

/// Everything that can be asked of both.
struct Trial<'p> {
    base: &'p Policy,
    head: &'p Policy,
    text: String,
    instants: Vec<i64>,
}

impl<'p> Trial<'p> {
    fn new(base: &'p Policy, head: &'p Policy) -> Self {
        let text = base.draft.text() + &head.draft.text();
        let mut instants = small::instants();
        // A night where no calendar reaches: hours of a calendar give nothing there, those of a day do.
        instants.push("2027-03-08T03:00:00Z".parse::<jiff::Timestamp>().expect("an instant").as_millisecond());
        let edges = [" from 20", " before 20", "ing office", "side office", "active office"];
        let instants = match edges.iter().any(|word| text.contains(word)) {
            true => instants,
            false if ["during", "outside", "active day"].iter().any(|w| text.contains(w)) => instants[..2].to_vec(),
            false => instants[..1].to_vec(),
        };
        Self { base, head, text, instants }
    }

    fn askers(&self) -> Vec<Asker> {
        let policies = || [self.base, self.head].into_iter().map(|policy| &policy.reference.policy);
        let brought: BTreeSet<String> = policies().flat_map(|policy| policy.brought.iter().cloned()).collect();
        let sets: Vec<Vec<String>> =
            if brought.is_empty() { vec![Vec::new()] } else { vec![Vec::new(), brought.iter().cloned().collect()] };
        let people: BTreeSet<String> =
            policies().flat_map(|p| p.people.keys().cloned()).chain(["stranger".to_string()]).collect();
        let each = people.into_iter().flat_map(|id| {
            sets.iter().map(move |s| Asker { subject: Subject::Id(id.clone()), brings: s.clone() }).collect::<Vec<_>>()
        });
        let alone = ROLES.map(|r| Asker { subject: Subject::RoleAlone(r.into()), brings: Vec::new() });
        each.chain(alone).collect()
    }

    fn asked() -> Vec<Asked> {
        let plain = small::RIGHTS.iter().map(|(action, object)| Asked { action, object, field: None });
        let fields = ["read", "update", "create"].map(|action| Asked { action, object: "Doc", field: Some("price") });
        plain.chain(fields).collect()
    }

    fn requests(&self, asker: &Asker, asked: &Asked, at: i64) -> Vec<Request> {
        let claim = small::Claim::AtMostUsers(9, "Lead");
        let draft = self.head.draft.clone();
        let small = small::Small { locked: draft.clone(), draft, claim, from: None, before: None };
        let world = World {
            small: &small,
            text: self.text.clone(),
            reference: &self.head.reference,
            instants: Vec::new(),
            table: None,
        };
        world.requests(asker, asked, at)
    }

    fn size(&self) -> usize {
        let asker = Asker { subject: Subject::Id("ann".into()), brings: Vec::new() };
        Self::asked().iter().map(|asked| self.requests(&asker, asked, 0).len()).sum::<usize>() * self.instants.len()
    }

    /// Every row in which the answers differ.
    fn rows(&self) -> BTreeSet<Row> {
        let mut rows = BTreeSet::new();
        for asker in self.askers() {
            let who = match &asker.subject {
                Subject::Id(id) if ["ann", "bob"].contains(&id.as_str()) || id.contains('-') => id.clone(),
                Subject::Id(_) => "anybody".to_string(),
                Subject::RoleAlone(role) => format!("role {role}"),
            };
            for asked in Self::asked() {
                for at in &self.instants {
                    // A request is one whatever roles its session names: the best of them counts.
                    let mut seen: BTreeMap<String, [(bool, bool); 2]> = BTreeMap::new();
                    for request in self.requests(&asker, &asked, *at) {
                        let answers = [&self.base.reference, &self.head.reference].map(|side| side.decide(&request));
                        let mut row = |field: Option<&str>, gain: bool| {
                            let (action, object) = (asked.action.to_string(), asked.object.to_string());
                            rows.insert((who.clone(), action, object, field.map(String::from), gain));
                        };
                        let named = request.active_roles.is_some();
                        let key = format!("{:?}", Request { active_roles: None, ..request.clone() });
                        let best = seen.entry(key).or_insert([(false, false); 2]);
                        for (best, answer) in best.iter_mut().zip(&answers) {
                            best.0 |= answer.allowed;
                            best.1 |= answer.allowed && !named;
                        }
                        if named || asked.field.is_some() || !answers.iter().all(|answer| answer.allowed) {
                            continue;
                        }
                        let sight = |answer: &Answer| {
                            let hidden = answer.hidden.contains("price");
                            (!hidden, !hidden && !answer.masked.contains("price"))
                        };
                        let (old, new) = (sight(&answers[0]), sight(&answers[1]));
                        if asked.object == "Doc" {
                            let differing = [(old.0, new.0), (old.1, new.1)].into_iter().filter(|(a, b)| a != b);
                            differing.for_each(|(_, new)| row(Some("price"), new));
                        }
                    }
                    for [old, new] in seen.values() {
                        for (_, new) in [(old.0, new.0), (old.1, new.1)].into_iter().filter(|(a, b)| a != b) {
                            let (action, object) = (asked.action.to_string(), asked.object.to_string());
                            rows.insert((who.clone(), action, object, asked.field.map(String::from), new));
                        }
                    }
                }
            }
        }
        rows
    }
}

/// The rows that a difference speaks of.
fn told(difference: &Difference) -> BTreeSet<Row> {
    let mut rows = BTreeSet::new();
    for change in &difference.changes {
        let people = change.people.iter().map(|person| person.id.clone());
        let roles = change.roles.iter().map(|role| format!("role {role}"));
        let anybody = change.anybody.then(|| "anybody".to_string());
        for who in people.chain(roles).chain(anybody) {
            for what in &change.what {
                let fields = what.fields.iter().filter(|field| *field == "price").cloned().map(Some);
                for field in fields.chain(what.record.then_some(None)) {
                    rows.insert((who.clone(), what.action.clone(), what.object.clone(), field, change.gain));
                }
            }
        }
    }
    rows
}

/// Each sample gets the answers that it says.
fn replays(base: &Policy, head: &Policy, difference: &Difference) -> Result<(), String> {
    for sample in difference.changes.iter().flat_map(|change| &change.samples) {
        let sides = [(&sample.base, &base.reference), (&sample.head, &head.reference)];
        let listed = match &sample.looks {
            Looks::Allowed => [None, None],
            Looks::Listed { base, head } => [Some(base), Some(head)],
        };
        for ((request, side), listed) in sides.into_iter().zip(listed) {
            let answer = side.decide(&owned(request));
            let agrees = match listed {
                None => answer.allowed == request.allowed,
                Some(listed) => {
                    let hidden = answer.hidden.contains(&listed.field);
                    let veiled = listed.clear && answer.masked.contains(&listed.field);
                    answer.allowed && (!hidden && !veiled) == listed.seen
                }
            };
            if !agrees {
                return Err(format!("{sample:#?}\ngets {answer:?}"));
            }
        }
    }
    let (old, new) = (base.table(difference), head.table(difference));
    let (old, new) = (Table::open(&old).expect("a table"), Table::open(&new).expect("a table"));
    match diff::disagreements(difference, &old, &new).first() {
        Some(change) => Err(format!("the tables do not agree: {change:#?}")),
        None => Ok(()),
    }
}

fn judge(seed: u64) -> Option<Result<BTreeSet<&'static str>, String>> {
    let (base, head) = pair(seed)?;
    let trial = Trial::new(&base, &head);
    let most = if number("ROLECALL_POLICIES").is_some() { MOST } else { 3 * QUICK };
    if trial.size() > most {
        return None;
    }
    let difference = compare(&base, &head);
    let story = |why: String| {
        let limits = difference.changes.iter().map(|change| {
            let limits: Vec<String> = change.limits.iter().map(|limit| limit.words.render(Lang::En)).collect();
            format!("{} {:?} {:?} {:?} {limits:?}\n", change.gain, change.kind, change.people, change.what)
        });
        let limits: String = limits.collect();
        format!("seed {seed}: {why}\n{}\n---\n{}\n---\n{limits}", base.draft.text(), head.draft.text())
    };
    if !difference.gaps.is_empty() {
        return Some(Err(story(format!("not compared: {:?}", difference.gaps))));
    }
    let (told, rows) = (told(&difference), trial.rows());
    if told != rows {
        let unsaid: Vec<_> = rows.difference(&told).collect();
        let untrue: Vec<_> = told.difference(&rows).collect();
        return Some(Err(story(format!("left unsaid {unsaid:?}, untrue {untrue:?}"))));
    }
    if let Err(why) = replays(&base, &head, &difference) {
        return Some(Err(story(why)));
    }
    let kinds = difference.changes.iter().map(|change| change.kind.name());
    Some(Ok(kinds.chain([difference.verdict().name()]).collect()))
}

#[test]
fn what_diff_says_is_what_brute_force_sees() {
    let mut census: BTreeMap<&'static str, usize> = BTreeMap::new();
    let (mut pairs, mut wrong) = (0, Vec::new());
    let wanted = number("ROLECALL_PAIRS").unwrap_or(300);
    // Of a seed that asks too much nothing is made, so there is no last one.
    for seed in seeds(0).start.. {
        if pairs >= wanted || wrong.len() > 3 {
            break;
        }
        match judge(seed) {
            None => continue,
            Some(Ok(kinds)) => kinds.into_iter().for_each(|kind| *census.entry(kind).or_default() += 1),
            Some(Err(why)) => wrong.push(why),
        }
        pairs += 1;
    }
    println!("{pairs} pairs: {census:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let names = ["none", "narrowed", "widened", "both", "right", "people", "records", "conditions", "time", "fields"];
    let seen = |name: &str| census.get(name).copied().unwrap_or(0) as u64;
    // Each verdict and each kind in one of twenty; masks against hidden fields, and sessions, in one of fifty.
    let rare: Vec<&str> = names.into_iter().filter(|name| seen(name) * 20 < pairs).collect();
    assert!(pairs < 100 || rare.is_empty(), "too rare: {rare:?} in {census:?}");
    assert!(pairs < 100 || ["mask", "session"].iter().all(|name| seen(name) * 50 >= pairs), "{census:?}");
}
