//! Windows and hours of a random policy. Most windows hold the summer of 2026, so that most things run then.

use super::vocabulary::ZONES;
use super::{Block, Dice};

const TIMES: [&str; 8] = ["00:00", "01:30", "02:30", "06:00", "09:00", "18:00", "22:00", "23:30"];

/// Calendars and two to four hours, `h1` and so on.
pub fn hours(dice: &mut Dice) -> (Vec<String>, Vec<Block>) {
    let mut blocks = Vec::new();
    let covers = dice.pick(&["2026", "2026", "2026 through 2027", "2025 through 2026"]);
    blocks.push(Block::with(
        format!("calendar cn covers {covers}"),
        vec![
            format!("weekend {}", dice.pick(&["Saturday, Sunday", "Friday, Saturday", "Sunday"])),
            "off 2026-06-19 through 2026-06-21, 2026-07-01".into(),
            "work 2026-06-27".into(),
        ],
    ));
    let mut names = Vec::new();
    for index in 0..dice.between(2, 4) {
        let name = format!("h{}", index + 1);
        let count = dice.pick(&[1, 1, 1, 2, 3]);
        let patterns: Vec<String> = (0..count).map(|_| pattern(dice)).collect();
        blocks.push(Block::line(format!("hours {name} = {}", patterns.join(", "))));
        names.push(name);
    }
    (names, blocks)
}

pub fn pattern(dice: &mut Dice) -> String {
    let days = dice.pick(&[
        "daily",
        "daily",
        "weekdays",
        "Monday, Wednesday, Friday",
        "Saturday, Sunday",
        "workdays of cn",
        "workdays of cn",
        "days off of cn",
        "each month on day 1, 15",
        "each month on day 10",
        "each month on the last day",
        "each year on 06-15",
        "each year on 06-last",
    ]);
    let extent = match dice.index(10) {
        0..=4 => dice
            .pick(&[
                "09:00 to 18:00",
                "06:00 to 22:00",
                "22:00 to 06:00",
                "00:30 to 24:00",
                "02:30 to 03:15",
                "01:30 to 02:30",
            ])
            .to_string(),
        5 => "all day".to_string(),
        6 => format!("at {} for {} hours", dice.pick(&TIMES), dice.pick(&[1, 8, 12, 30, 72])),
        7 => format!("at {} for {} minutes", dice.pick(&TIMES), dice.pick(&[15, 90, 1441])),
        8 => format!("at {} for {} days", dice.pick(&TIMES), dice.pick(&[1, 2, 3])),
        _ => format!("at {} for {} weeks", dice.pick(&TIMES), dice.pick(&[1, 2])),
    };
    let zone = if dice.chance(15) { format!(" in \"{}\"", dice.pick(&ZONES)) } else { String::new() };
    format!("{days} {extent}{zone}")
}

/// Clauses of a window that holds most of the summer; starts with a blank, empty if there is none.
pub fn wide(dice: &mut Dice, hours: &[String]) -> String {
    let mut clauses = String::new();
    if dice.chance(45) {
        clauses +=
            &format!(" from {}", moment(dice, &["2026-01-15", "2026-03-29", "2026-04-05", "2026-04-24", "2026-05-20"]));
    }
    match dice.index(6) {
        0 => clauses += &format!(" through {}", dice.pick(&["2026-08-31", "2026-09-30", "2026-12-31"])),
        1 | 2 => {
            let dates = ["2026-09-06", "2026-10-04", "2026-10-25", "2026-10-29", "2026-11-01", "2027-01-01"];
            clauses += &format!(" before {}", moment(dice, &dates));
        }
        _ => {}
    }
    if dice.chance(35) {
        clauses += &during(dice, hours);
    }
    with_zone(dice, clauses)
}

/// Clauses of a window inside the summer, with an end.
pub fn narrow(dice: &mut Dice, hours: &[String]) -> String {
    let mut clauses =
        format!(" from {}", moment(dice, &["2026-06-01", "2026-06-10", "2026-06-28", "2026-03-29", "2026-07-15"]));
    clauses += &if dice.chance(50) {
        format!(" through {}", dice.pick(&["2026-07-20", "2026-08-02", "2026-08-31"]))
    } else {
        format!(" before {}", moment(dice, &["2026-07-20", "2026-08-15", "2026-10-25", "2026-11-01"]))
    };
    if dice.chance(20) {
        clauses += &during(dice, hours);
    }
    with_zone(dice, clauses)
}

pub fn during(dice: &mut Dice, hours: &[String]) -> String {
    let some = {
        let count = dice.index(2) + 1;
        dice.some(hours, count)
    }
    .join(", ");
    format!(" {} {some}", dice.pick(&["during", "during", "outside"]))
}

/// A date, or a time on it that some zones skip or double.
fn moment(dice: &mut Dice, dates: &[&str]) -> String {
    let date = dice.pick(dates);
    if dice.chance(50) { date.to_string() } else { format!("{date} {}", dice.pick(&TIMES)) }
}

fn with_zone(dice: &mut Dice, clauses: String) -> String {
    if !clauses.is_empty() && clauses.contains("2026-") && dice.chance(20) {
        return format!("{clauses} in \"{}\"", dice.pick(&ZONES));
    }
    clauses
}
