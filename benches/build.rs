//! `cargo bench --bench build`: from text to table, as ratios to pest's bare parse of the same text in the same run.
//!
//! Prints a Markdown table. Every measurement of memory runs in a process of its own (peak resident set), so that one
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
mod workload;

use rolecall::compile::{Options, compile};
use rolecall::source::SourceSet;
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
    let mut growth = Vec::new();
    for size in sizes {
        growth.push(row(*size));
    }
    for pair in growth.windows(2) {
        let [(cells, time), (more, longer)] = pair else { continue };
        let exponent = (longer.as_secs_f64() / time.as_secs_f64()).ln() / (more / cells).ln();
        println!("growth: build ~ cells^{exponent:.2}");
    }
    if !quick {
        graphs();
    }
}

fn row(size: Size) -> (f64, Duration) {
    let plain = workload::policy(size, 0);
    let proved = workload::policy(size, 50);
    let laid_out = rolecall::syntax::laid_out(&plain);
    let rounds = if size.rules > 50_000 { 5 } else { 15 };
    let (mut bare, mut naive, mut build, mut guarded) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut cells = 0;
    // Interleaved, so that a slow moment of the machine hits all alike.
    for round in 0..rounds {
        bare.push(time(|| rolecall::syntax::bare_parse(&laid_out)));
        if round < 3 {
            naive.push(time(|| naive::parse(&plain)));
        }
        build.push(time(|| cells = table(&plain).1));
        guarded.push(time(|| table(&proved).1));
    }
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
    (cells as f64, build)
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

/// Compiles and lowers; the bytes and how many cells they hold.
fn table(text: &str) -> (Vec<u8>, usize) {
    let sources = SourceSet::from_texts([("bench.roles", text)]);
    let compilation = compile(&sources, Options::build());
    assert!(!compilation.has_errors(), "{:?}", compilation.diagnostics.first());
    let bytes = compilation.table(&sources).expect("no errors").expect("fits");
    let cells = rolecall::table::Table::open(&bytes).map_or(0, |t| t.cell_count() as usize);
    (bytes, cells)
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    let result = black_box(work());
    let elapsed = start.elapsed();
    drop(result);
    elapsed
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
    let start = Instant::now();
    if fails {
        let sources = SourceSet::from_texts([("bench.roles", text.as_str())]);
        assert!(compile(&sources, Options::build()).has_errors());
    } else {
        black_box(table(&text).0.len());
    }
    println!("{} {}", peak_resident(), start.elapsed().as_secs_f64());
}

fn peak_resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|l| l.starts_with("VmHWM:")).unwrap_or("");
    line.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) * 1024
}
