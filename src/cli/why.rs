//! `rolecall why USER can|cannot ACTION OBJECT`.

use super::arguments::AnswerFormat;
use super::asked::Asked;
use super::output::{Exit, Failure, Output, Progress};
use super::question::{Asking, Names, Policy, Target, unknown};
use super::ways;
use super::who::person;
use super::why_json::{fact_words, warnings, why_json};
use crate::explain::{self, Change, Climb, Obstacle, Verdict, Why};
use crate::message::effect;
use crate::message::{Message, cli as text};
use crate::render;
use crate::runtime::Reason;
use crate::scenario::reason_words;

/// Why somebody can or cannot do something.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A person's id
    pub(super) user: String,
    /// `can` or `cannot`, whichever you believe
    #[arg(value_parser = ["can", "cannot"])]
    pub(super) belief: String,
    /// The action
    pub(super) action: String,
    /// The object, or a field of it as Customer.phone
    pub(super) object: String,
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    asking: Asking,
}

/// Runs the verb. The answer is explained whether or not it is what was believed.
pub(super) fn run(args: &Args, out: &mut Output) -> Result<Exit, Failure> {
    let given = args.asked.read()?;
    let policy = args.asking.open(None, out)?;
    let time = args.asking.instant(&policy)?;
    policy.ask(|desk| {
        let target = Target::of(desk.table, &args.object);
        let names = Names {
            user: &args.user,
            action: &args.action,
            object: target.object,
            field: target.field.unwrap_or_default(),
            ..Names::default()
        };
        let progress = Progress::start(out.words(&text::PROGRESS_WHY.plain()));
        let request = given.request(desk.table, &args.user, &args.action, &target, time)?;
        let why = request.with(|request| explain::why(desk, request));
        drop(progress);
        if why.reason.is_unknown() {
            return Err(unknown(desk.table, why.reason, names));
        }
        match args.asking.format {
            AnswerFormat::Human => Page { policy: &policy, args, time }.say(&why, out),
            AnswerFormat::Json => {
                let document = why_json(&why, args, &target, time, &policy, out);
                out.line(&document.to_string());
            }
        }
        Ok(Exit::Clean)
    })
}

struct Page<'a> {
    policy: &'a Policy,
    args: &'a Args,
    time: i64,
}

impl Page<'_> {
    fn say(&self, why: &Why, out: &mut Output) {
        self.heading(why, out);
        for note in &why.notes {
            let place = ways::spot(note.spot.as_ref(), self.policy);
            item_at(&note.message, &place, out);
        }
        for (entry, names) in
            [(&text::WHY_HIDDEN, &why.hidden), (&text::WHY_MASKED, &why.masked), (&text::WHY_MISSING, &why.missing)]
        {
            if !names.is_empty() {
                item(&entry.with([("names", names.clone().into())]), out);
            }
        }
        if let Some(until) = why.valid_until {
            item(&text::WHY_UNTIL.with([("at", self.policy.show(until).into())]), out);
        }
        if !why.ways.is_empty() {
            section(&text::WHY_DEPENDS_ON.plain(), out);
            for way in &why.ways {
                let lines = [ways::records(way, out), ways::limits(way, out)];
                let words = lines.iter().filter(|l| !l.is_empty()).cloned().collect::<Vec<_>>().join("; ");
                let place = ways::spot(way.spot.as_ref(), self.policy);
                bullet(&format!("{}: {}  [{place}]", ways::path(way, out), words.replace('\n', "; ")), out);
            }
        }
        if !why.climbs.is_empty() {
            section(&text::WHY_CLIMBS.plain(), out);
            for climb in &why.climbs {
                self.climb(climb, out);
            }
        }
        if !why.obstacles.is_empty() {
            section(&text::WHY_OBSTACLES.plain(), out);
            for obstacle in &why.obstacles {
                self.obstacle(obstacle, out);
            }
        }
        self.proposal(why, out);
    }

    fn heading(&self, why: &Why, out: &mut Output) {
        let entry = match why.verdict {
            Verdict::Yes => &text::WHY_YES,
            Verdict::No => &text::WHY_NO,
            Verdict::Depends => &text::WHY_DEPENDS,
        };
        let words = entry.with([
            ("user", self.args.user.as_str().into()),
            ("action", self.args.action.as_str().into()),
            ("target", self.args.object.as_str().into()),
            ("at", self.policy.show(self.time).into()),
            ("reason", why.reason.name().into()),
            ("words", reason_words(why.reason).plain().into()),
        ]);
        let words = out.words(&words);
        out.line(&render::escape(&words));
        if let Some(other) = &why.on_behalf_of {
            item(&text::ON_BEHALF_OF.with([("user", person(other).into())]), out);
        }
    }

    fn climb(&self, climb: &Climb, out: &mut Output) {
        let path = if climb.path.is_empty() { climb.role.clone() } else { climb.path.join(" → ") };
        let rule = climb.rule.as_ref().map(|rule| format!(": {}", out.words(rule))).unwrap_or_default();
        let template = climb.template.as_ref().map(|t| format!(" ({t})")).unwrap_or_default();
        bullet(&format!("{path}{template}{rule}  [{}]", ways::spot(climb.spot.as_ref(), self.policy)), out);
        let held = ways::spot(climb.held_at.as_ref(), self.policy);
        if !held.is_empty() {
            inner(&out.words(&text::WHY_HELD.with([("place", held.into())])), out);
        }
        if let Some(other) = &climb.on_behalf_of {
            inner(&out.words(&text::ON_BEHALF_OF.with([("user", person(other).into())])), out);
        }
        let reached = if climb.reached == Reason::Allow {
            text::WHY_APPLIES.plain()
        } else {
            text::WHY_STOPS
                .with([("reason", climb.reached.name().into()), ("words", reason_words(climb.reached).plain().into())])
        };
        inner(&out.words(&reached), out);
        for because in &climb.because {
            inner(&out.words(because), out);
        }
    }

    fn obstacle(&self, obstacle: &Obstacle, out: &mut Output) {
        let place = ways::spot(obstacle.spot.as_ref(), self.policy);
        let reason = obstacle.reason.as_ref().map(|reason| format!(" (\"{reason}\")")).unwrap_or_default();
        bullet(&format!("{}{reason}  [{place}]", out.words(&obstacle.message)), out);
    }

    fn proposal(&self, why: &Why, out: &mut Output) {
        let explain::Proposal { change, alternative, tried } = &why.proposal;
        if let Some(change) = change {
            section(&text::WHY_CHANGE.plain(), out);
            self.change(change, out);
            if let Some(change) = alternative {
                section(&text::WHY_ALTERNATIVE.plain(), out);
                self.change(change, out);
            }
        } else if self.policy.package.is_none() {
            let words = out.words(&text::WHY_NEEDS_PACKAGE.plain());
            out.talk(&words);
        } else if tried.candidates > 0 {
            let words = out.words(&text::WHY_NO_CHANGE.with([("n", tried.compiled.into())]));
            out.talk(&words);
        }
    }

    fn change(&self, change: &Change, out: &mut Output) {
        bullet(&out.words(&change.message), out);
        self.statements(change, out);
        for fact in &change.facts {
            inner(&fact_words(fact, out), out);
        }
        if change.statements.is_empty() {
            return;
        }
        for warning in warnings(change) {
            item(&warning, out);
        }
        if !change.effects.is_empty() {
            item(&text::WHY_EFFECTS.plain(), out);
            for effect in change.effects.iter().take(EFFECTS) {
                let words = effect.words(self.time, |at| self.policy.show(at));
                inner(&format!("- {}", out.words(&words)), out);
            }
            if change.effects.len() > EFFECTS {
                let more = change.effects.len() - EFFECTS;
                inner(&out.words(&text::WHY_MORE_EFFECTS.with([("n", more.into())])), out);
            }
        } else if change.gaps.is_empty() {
            item(&effect::NOTHING_ELSE.plain(), out);
        }
        for gap in &change.gaps {
            item(&gap.words(), out);
        }
    }

    fn statements(&self, change: &Change, out: &mut Output) {
        for statement in &change.statements {
            let file = crate::source::join_path(&self.policy.base, &statement.file);
            inner(&format!("{file}:{}", statement.line), out);
            for (sign, words) in [("-", &statement.before), ("+", &statement.after)] {
                for line in words.iter().flat_map(|words| words.lines()) {
                    inner(&format!("  {sign} {line}"), out);
                }
            }
        }
    }
}

/// Effects on others that are listed.
const EFFECTS: usize = 20;

fn section(heading: &Message, out: &mut Output) {
    let words = out.words(heading);
    out.line("");
    out.line(&render::escape(&words));
}

fn item(message: &Message, out: &mut Output) {
    let words = out.words(message);
    out.line(&format!("  {}", render::escape(&words)));
}

fn item_at(message: &Message, place: &str, out: &mut Output) {
    let words = out.words(message);
    out.line(&format!("  {}  [{}]", render::escape(&words), render::escape(place)));
}

fn bullet(words: &str, out: &mut Output) {
    out.line(&format!("- {}", render::escape(words)));
}

fn inner(words: &str, out: &mut Output) {
    out.line(&format!("    {}", render::escape(words)));
}
