//! `cargo bench --bench lint`: what the rules cost, as ratios to a build without guarantees of the same text in the same run.
//!
//! Every rule is asked for, those that are off by default too, and "now" is given. Prints two Markdown tables: `lint`
//! beside `build`, and each rule alone. `cargo bench --bench lint -- quick` leaves out the largest size. While rules are
//! being made faster, `--config profile.release.lto=false --config profile.release.codegen-units=16` saves minutes of
//! linking and changes no ratio by much.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    unreachable_pub,
    missing_docs,
    reason = "a benchmark talks to its terminal and stops at what is wrong"
)]

#[allow(dead_code, reason = "the other benchmark needs the rest")]
mod workload;

use rolecall::compile::{Compilation, Options, compile};
use rolecall::exact::Oracle;
use rolecall::facts;
use rolecall::lint::{self, Budgets, Level, Settings};
use rolecall::source::SourceSet;
use rolecall::table::Table;
use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::{Duration, Instant};
use workload::SIZES;

/// 2026-12-01, within the dates of the policies.
const NOW: i64 = 1_796_083_200_000;
/// Rules faster than this everywhere share a row.
const NOTABLE: Duration = Duration::from_millis(1);

fn main() {
    let quick = std::env::args().any(|argument| argument == "quick");
    // A part of a name leaves the policies out that do not have it.
    let only: Option<String> = std::env::args().skip(1).find(|argument| argument != "--bench" && argument != "quick");
    let mut policies: Vec<(&str, String)> = Vec::new();
    for size in &SIZES[1..if quick { 3 } else { 4 }] {
        policies.push((size.name, workload::policy(*size, 0)));
    }
    policies.push(("wide", workload::wide(2_500, 1_000, 14)));
    policies.retain(|(name, _)| only.as_ref().is_none_or(|only| only == name));
    println!("| policy | roles | rules | cells | build | lint | above build | findings | left out |");
    println!("|---|---|---|---|---|---|---|---|---|");
    let (mut growth, mut columns) = (Vec::new(), Vec::new());
    for (name, text) in &policies {
        let sources = SourceSet::from_texts([("bench.roles", text.as_str())]);
        let (cells, lint) = row(name, &sources);
        if *name != "wide" {
            growth.push((cells, lint));
        }
        columns.push((*name, by_rule(&sources)));
    }
    for pair in growth.windows(2) {
        let [(cells, time), (more, longer)] = pair else { continue };
        let exponent = (longer.as_secs_f64() / time.as_secs_f64()).ln() / (more / cells).ln();
        println!("growth: lint ~ cells^{exponent:.2}");
    }
    table(&columns);
}

/// Measures one policy and prints its row; how many cells it has, and how long `lint` takes.
fn row(name: &str, sources: &SourceSet) -> (f64, Duration) {
    let all = everything();
    let (mut build, mut lint) = (Vec::new(), Vec::new());
    let (mut cells, mut shape) = (0, String::new());
    // Interleaved, so that a slow moment of the machine hits both alike.
    let start = Instant::now();
    for round in 0..7 {
        if round > 0 && start.elapsed() > Duration::from_secs(20) {
            break;
        }
        let (time, bytes) = timed(|| built(sources));
        build.push(time);
        cells = Table::open(&bytes).map_or(0, |table| table.cell_count() as usize);
        let (time, compilation) = timed(|| linted(sources, &all));
        lint.push(time);
        let left_out = compilation.diagnostics.iter().filter(|found| found.code.name == "not-searched").count();
        let model = &compilation.model;
        let counts = (model.roles.len(), model.rules.len(), compilation.diagnostics.len());
        shape = format!("{} | {} | {cells} | BUILD | {} | {left_out}", counts.0, counts.1, counts.2);
    }
    let (build, lint) = (median(build), median(lint));
    let times = format!(
        "{:.1} ms | {:.1} ms = **{:.2}x** | {:.1} ms",
        ms(build),
        ms(lint),
        lint.as_secs_f64() / build.as_secs_f64(),
        ms(lint) - ms(build)
    );
    println!("| {name} | {} |", shape.replace("BUILD", &times));
    (cells as f64, lint)
}

/// Every rule, at the level it has, or as a warning if it has none.
fn everything() -> Settings {
    let optional = lint::ALL.iter().filter(|rule| rule.optional);
    let levels = optional.map(|rule| (rule.code.name, Level::Warning)).collect();
    Settings { levels, ..lint::settings::DEFAULT.clone() }
}

fn built(sources: &SourceSet) -> Vec<u8> {
    let compilation = compile(sources, Options::build());
    assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics.first());
    compilation.table(sources).expect("no errors").expect("fits")
}

fn linted(sources: &SourceSet, settings: &Settings) -> Compilation {
    compile(sources, Options { prove: false, now: Some(NOW), settings, ..Options::default() })
}

/// What each rule takes by itself, with all facts that it alone needs; first what looking takes without any.
fn by_rule(sources: &SourceSet) -> Vec<(&'static str, Duration)> {
    let Compilation { model, analysis, asts, .. } = compile(sources, Options { lint: false, ..Options::default() });
    let looked = |settings: &Settings| {
        let look = || {
            let oracle = Oracle::new(&model, &analysis, facts::BUDGET);
            let asked = (Some(NOW), settings);
            lint::findings(&lint::Context::new(sources, &asts, &model, &analysis, &oracle, asked)).len()
        };
        (0..2).map(|_| timed(look).0).min().expect("some")
    };
    let none = Settings { only: Some(BTreeSet::new()), budgets: Budgets::DEFAULT, ..lint::settings::DEFAULT.clone() };
    let base = looked(&none);
    let rules = lint::ALL.iter().map(|rule| {
        let time = looked(&Settings::alone(rule.code.name));
        (rule.code.name, time.saturating_sub(base))
    });
    std::iter::once(("(no rule)", base)).chain(rules).collect()
}

/// A row for each rule that takes long somewhere, the slowest first, and one for the others together.
fn table(columns: &[(&str, Vec<(&'static str, Duration)>)]) {
    let names: Vec<&str> = columns.iter().map(|(name, _)| *name).collect();
    println!("\n| rule alone, ms | {} |\n|---|{}", names.join(" | "), "---|".repeat(names.len()));
    let Some((_, first)) = columns.first() else { return };
    let mut rows: Vec<(&str, Vec<Duration>)> = Vec::new();
    for (at, (rule, _)) in first.iter().enumerate() {
        rows.push((rule, columns.iter().map(|(_, times)| times[at].1).collect()));
    }
    rows.sort_by_key(|(_, times)| std::cmp::Reverse(times.iter().max().copied()));
    let cut = rows.partition_point(|(_, times)| times.iter().any(|time| *time >= NOTABLE));
    let rest: Vec<Duration> =
        (0..columns.len()).map(|at| rows[cut..].iter().map(|(_, times)| times[at]).sum()).collect();
    let others = format!("{} others together", rows.len() - cut);
    rows.truncate(cut);
    rows.push((&others, rest));
    for (rule, times) in rows {
        let times: Vec<String> = times.iter().map(|time| format!("{:.1}", ms(*time))).collect();
        println!("| {rule} | {} |", times.join(" | "));
    }
}

/// How long `work` takes, and what it leaves.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = black_box(work());
    (start.elapsed(), result)
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}
