//! `rolecall test`: runs the tests that a policy carries against its table.
//!
//! Reads the [`Model`](crate::model::Model) for what is expected and asks the runtime, as a service would; changes neither.
//! A test that fails is a diagnostic at its line, with what the answer was.

mod ask;
mod instants;
mod judge;
mod request;

pub use ask::Answer;
pub use judge::reason_words;

use crate::diagnostic::Diagnostic;
use crate::model::{Expectation, Model, Origin, Scenario};
use crate::source::SourceSet;
use crate::table::Table;

/// What came of all tests, in the order written.
#[derive(Debug, Default)]
pub struct Report {
    /// One for each test.
    pub outcomes: Vec<Outcome>,
}

/// What came of one test.
#[derive(Debug)]
pub struct Outcome {
    /// Its name.
    pub name: Box<str>,
    /// Where it is.
    pub origin: Origin,
    /// What came of each line.
    pub steps: Vec<StepOutcome>,
}

impl Outcome {
    /// Whether every line holds.
    pub fn passed(&self) -> bool {
        self.steps.iter().all(|step| step.passed)
    }
}

/// What came of one line.
#[derive(Debug)]
pub struct StepOutcome {
    /// Whether the answer is as expected.
    pub passed: bool,
    /// What was expected.
    pub expected: Expectation,
    /// What was answered.
    pub answer: Answer,
    /// The line.
    pub origin: Origin,
}

/// Runs every test of `model` against `table`, which was made from it.
pub fn run(sources: &SourceSet, model: &Model, table: &Table<'_>) -> (Report, Vec<Diagnostic>) {
    let mut report = Report::default();
    let mut diagnostics = Vec::new();
    let mut scenarios: Vec<&Scenario> = model.scenarios.iter().collect();
    scenarios.sort_by_key(|scenario| scenario.origin);
    for scenario in scenarios {
        if scenario.steps.is_empty() {
            diagnostics.push(judge::empty(scenario));
        }
        let mut steps = Vec::with_capacity(scenario.steps.len());
        for step in &scenario.steps {
            let question = request::Question::new(model, step);
            let varies = instants::variation(model, table, &question);
            let answer = ask::ask(table, &question, question.at());
            let passed = varies.is_none() && judge::holds(model, &step.expectation, &answer);
            let context = judge::Context { sources, model, scenario, step, answer: &answer };
            if let Some(varies) = &varies {
                diagnostics.push(judge::needs_instant(&context, varies));
            } else if !passed {
                diagnostics.push(judge::failed(&context));
            } else {
                diagnostics.extend(judge::passes_by_ignorance(&context));
            }
            steps.push(StepOutcome { passed, expected: step.expectation.clone(), answer, origin: step.origin });
        }
        report.outcomes.push(Outcome { name: scenario.name.clone(), origin: scenario.origin, steps });
    }
    (report, diagnostics)
}
