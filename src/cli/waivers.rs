//! `rolecall lint --waivers`: which waivers there are, what each covers and how long.

use super::arguments::ReportFormat;
use super::grid::grid;
use super::output::{Failure, Output};
use super::policy::Package;
use crate::analysis::LocalClock;
use crate::lint::Waiver;
use crate::message::waiver as text;
use crate::render;
use crate::source::join_path;
use serde_json::{Value, json};

/// Writes all waivers of some packages, those that end first on top.
pub(super) fn show(packages: &[Package], format: ReportFormat, out: &mut Output) -> Result<(), Failure> {
    let mut all: Vec<(&Package, &Waiver)> = Vec::new();
    for package in packages {
        all.extend(package.compilation.iter().flat_map(|c| &c.waivers).map(|waiver| (package, waiver)));
    }
    all.sort_by_key(|(_, waiver)| waiver.through);
    match format {
        ReportFormat::Json => {
            let waivers: Vec<Value> = all.iter().map(|(package, waiver)| json_of(package, waiver, out)).collect();
            out.line(&json!({ "format_version": render::FORMAT_VERSION, "waivers": waivers }).to_string());
        }
        ReportFormat::Human if all.is_empty() => {
            let words = out.words(&text::NO_WAIVERS.plain());
            out.talk(&words);
        }
        ReportFormat::Human => {
            let heading = [
                &text::COLUMN_THROUGH,
                &text::COLUMN_DAYS,
                &text::COLUMN_RULE,
                &text::COLUMN_COVERS,
                &text::COLUMN_PLACE,
                &text::COLUMN_REASON,
            ];
            let heading: Vec<String> = heading.iter().map(|column| column.get(out.lang).to_owned()).collect();
            let rows: Vec<Vec<String>> = all.iter().map(|(package, waiver)| cells(package, waiver)).collect();
            out.data(grid(&heading, &rows).as_bytes());
        }
        ReportFormat::Concise => {
            for (package, waiver) in all {
                let [through, days, rule, covers, place, reason] =
                    cells(package, waiver).try_into().unwrap_or_default();
                out.line(&render::escape(&format!("{place}: {rule} {through} ({days}) {covers} {reason}")));
            }
        }
        _ => return Err(text::WAIVER_FORMATS.plain().into()),
    }
    Ok(())
}

fn cells(package: &Package, waiver: &Waiver) -> Vec<String> {
    let path = package.sources.file(waiver.span.file).map_or("", |file| &file.path);
    let line = package.sources.position(waiver.span).line;
    vec![
        waiver.through.to_string(),
        days_left(package, waiver).map_or_else(String::new, |days| days.to_string()),
        waiver.names.to_owned(),
        waiver.covers.to_string(),
        format!("{}:{line}", join_path(&package.base, path)),
        waiver.reason.to_string(),
    ]
}

fn json_of(package: &Package, waiver: &Waiver, out: &Output) -> Value {
    json!({
        "rule": waiver.names,
        "through": waiver.through.to_string(),
        "days_left": days_left(package, waiver),
        "reason": waiver.reason,
        "covers": waiver.covers,
        "place": render::place_json(&package.sources, waiver.span, out.style(&package.base)),
    })
}

/// Whole days after today, by the clock of the package that writes the waiver.
fn days_left(package: &Package, waiver: &Waiver) -> Option<i32> {
    let compilation = package.compilation.as_ref()?;
    let (today, _) = LocalClock::of(&compilation.model, waiver.package).show(package.now?)?;
    Some(waiver.through.0.saturating_sub(today.0))
}
