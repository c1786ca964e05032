//! `cargo bench --bench build`: from text to table, as ratios to pest's bare parse of the same text in the same run.
//!
//! Prints two Markdown tables: the whole build, and its stages. What a stage leaves is dropped outside the time taken. Every measurement of memory runs in a process of its own (peak resident set), so that one
//! does not hide behind another. `cargo bench --bench build -- quick` leaves out the largest size and the chains.

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

mod naive;
#[allow(dead_code, reason = "the other benchmark needs the rest")]
mod workload;

use rolecall::compile::{Compilation, Options, ParsedSet, compile};
use rolecall::source::SourceSet;
use rolecall::table::Table;
use rolecall::{analysis, lower, resolve, syntax};
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};
use workload::{SIZES, Size};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    if let Some(job) = arguments.iter().position(|a| a == "job") {
        return run_job(&arguments[job + 1..]);
    }
    let quick = arguments.iter().any(|a| a == "quick");
    let sizes = if quick { &SIZES[..3] } else { &SIZES[..] };
    println!("| size | rules | text | bare parse | naive grammar | build | with 50 guarantees | cells | peak memory |");
    println!("|---|---|---|---|---|---|---|---|---|");
    let (mut growth, mut stages) = (Vec::new(), Vec::new());
    for size in sizes {
        let (cells, time, row) = row(*size);
        growth.push((cells, time));
        stages.push(row);
    }
    for pair in growth.windows(2) {
        let [(cells, time), (more, longer)] = pair else { continue };
        let exponent = (longer.as_secs_f64() / time.as_secs_f64()).ln() / (more / cells).ln();
        println!("growth: build ~ cells^{exponent:.2}");
    }
    println!("\n| size | bare parse | {} |\n|---|---|{}", STAGES.join(" | "), "---|".repeat(STAGES.len()));
    for row in stages {
        println!("{row}");
    }
    if !quick {
        graphs();
    }
}

/// Measures one size and prints its row; how many cells, how long a build takes, and the row of the stages.
fn row(size: Size) -> (f64, Duration, String) {
    let plain = workload::policy(size, 0);
    let proved = workload::policy(size, 50);
    let [plain_sources, proved_sources] = [&plain, &proved].map(|text| sources(text));
    let laid_out = syntax::laid_out(&plain);
    let rounds = if size.rules > 50_000 { 5 } else { 15 };
    let (mut bare, mut naive, mut build, mut guarded) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut stages = Vec::new();
    // Interleaved, so that a slow moment of the machine hits all alike.
    for round in 0..rounds {
        bare.push(timed(|| syntax::bare_parse(&laid_out)).0);
        if round < 3 {
            naive.push(timed(|| naive::parse(&plain)).0);
        }
        build.push(timed(|| table(&plain_sources)).0);
        guarded.push(timed(|| table(&proved_sources)).0);
        stages.push(staged(&plain, &plain_sources));
    }
    let cells = Table::open(&table(&plain_sources).1).map_or(0, |table| table.cell_count() as usize);
    let (bare, naive, build, guarded) = (median(bare), median(naive), median(build), median(guarded));
    let ratio = |time: Duration| time.as_secs_f64() / bare.as_secs_f64();
    let peak = job(&["policy", size.name]).0;
    println!(
        "| {} | {} | {:.2} MB | {:.2} ms ({:.0} MB/s) | {:.2}x | {:.2} ms = **{:.2}x** | {:.2} ms = **{:.2}x** | {} | {:.0} MB = {:.1}x text |",
        size.name,
        size.rules,
        plain.len() as f64 / 1e6,
        bare.as_secs_f64() * 1e3,
        plain.len() as f64 / 1e6 / bare.as_secs_f64(),
        ratio(naive),
        build.as_secs_f64() * 1e3,
        ratio(build),
        guarded.as_secs_f64() * 1e3,
        ratio(guarded),
        cells,
        peak as f64 / 1e6,
        peak as f64 / plain.len() as f64,
    );
    let stage = |at: usize| median(stages.iter().map(|times| times[at]).collect());
    let stages: Vec<String> = (0..STAGES.len())
        .map(stage)
        .map(|time| format!("{:.2} ms = {:.2}x", time.as_secs_f64() * 1e3, ratio(time)))
        .collect();
    let stages = format!("| {} | {:.2} ms | {} |", size.name, bare.as_secs_f64() * 1e3, stages.join(" | "));
    (cells as f64, build, stages)
}

/// The scan is a part of the parse as well.
const STAGES: [&str; 6] = ["scan alone", "scan, parse, tree", "resolve", "analyze", "lower", "open"];

/// Runs the stages of a build one after the other; what each took.
fn staged(text: &str, sources: &SourceSet) -> [Duration; STAGES.len()] {
    let (scan, _laid_out) = timed(|| syntax::laid_out(text));
    let (parse, parsed) = timed(|| {
        let mut parsed = ParsedSet::default();
        parsed.parse_rest(sources);
        parsed
    });
    let ParsedSet { asts, symbols, .. } = parsed;
    let (resolve, (model, _)) = timed(|| resolve::resolve(sources, &asts, symbols));
    let (analyze, (analysis, _)) = timed(|| analysis::analyze(&model));
    let (lower, bytes) = timed(|| lower::lower(sources, &model, &analysis, &[]).expect("fits"));
    let (open, _) = timed(|| Table::open(&bytes).expect("a table"));
    [scan, parse, resolve, analyze, lower, open]
}

fn graphs() {
    println!("\n| graph of 100,000 roles | time | peak memory |\n|---|---|---|");
    for (name, arguments) in [
        ("chain, top assigned", ["chain", "1"]),
        ("fan, top assigned", ["fan", "1"]),
        ("cycle", ["cycle", "1"]),
        ("chain, 1,000 assigned along it", ["chain", "1000"]),
    ] {
        let (peak, seconds) = job(&arguments);
        println!("| {name} | {seconds:.2} s | {:.0} MB |", peak as f64 / 1e6);
    }
}

fn sources(text: &str) -> SourceSet {
    SourceSet::from_texts([("bench.roles", text)])
}

/// Compiles and lowers.
fn table(sources: &SourceSet) -> (Compilation, Vec<u8>) {
    let compilation = compile(sources, Options::build());
    assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics.first());
    let bytes = compilation.table(sources).expect("no errors").expect("fits");
    (compilation, bytes)
}

/// How long `work` takes, and what it leaves.
fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let start = Instant::now();
    let result = black_box(work());
    (start.elapsed(), result)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Runs a measurement in a process of its own: peak resident bytes and seconds of the work.
fn job(arguments: &[&str]) -> (u64, f64) {
    let output =
        Command::new(std::env::current_exe().expect("own path")).arg("job").args(arguments).output().expect("starts");
    let text = String::from_utf8_lossy(&output.stdout);
    let mut numbers = text.split_whitespace();
    let peak = numbers.next().and_then(|n| n.parse().ok()).unwrap_or(0);
    let seconds = numbers.next().and_then(|n| n.parse().ok()).unwrap_or(f64::NAN);
    (peak, seconds)
}

fn run_job(arguments: &[String]) {
    let count = arguments.get(1).map_or("", String::as_str);
    let (text, fails) = match arguments.first().map_or("", String::as_str) {
        "chain" => (workload::chain(100_000, count.parse().unwrap_or(1)), false),
        "fan" => (workload::fan(100_000), false),
        "cycle" => (workload::cycle(100_000), true),
        _ => {
            let size = SIZES.iter().find(|s| s.name == count).expect("a size");
            (workload::policy(*size, 0), false)
        }
    };
    let sources = sources(&text);
    drop(text);
    let time = if fails {
        let (time, compilation) = timed(|| compile(&sources, Options::build()));
        assert!(compilation.has_errors());
        time
    } else {
        timed(|| table(&sources)).0
    };
    println!("{} {}", peak_resident(), time.as_secs_f64());
}

fn peak_resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM:")).unwrap_or("");
    line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) * 1024
}
