//! Conditions of a random policy.

use super::Dice;
use super::vocabulary::{Kind, ObjectPlan, UNITS};

/// What a condition may speak of.
#[derive(Clone, Copy)]
pub struct Speech<'a> {
    /// The object whose records are meant, if just one is.
    pub object: Option<&'a ObjectPlan<'a>>,
    pub users: &'a [String],
    /// Parameters of the template: `area` of Region, `floor` of number, `place` of unit.
    pub parameters: &'a [&'static str],
}

/// A condition, never with `and` beside `or`.
pub fn condition(dice: &mut Dice, speech: Speech) -> String {
    match dice.index(12) {
        0..=5 => test(dice, speech),
        6 => format!("not ({})", test(dice, speech)),
        7 => format!("{} and {}", test(dice, speech), test(dice, speech)),
        8 => format!("{} or {}", test(dice, speech), test(dice, speech)),
        9 => format!("({} or {}) and {}", test(dice, speech), test(dice, speech), test(dice, speech)),
        10 => format!("{} or not ({} and {})", test(dice, speech), test(dice, speech), test(dice, speech)),
        _ => format!("not ({} or {})", test(dice, speech), test(dice, speech)),
    }
}

fn test(dice: &mut Dice, speech: Speech) -> String {
    if let Some(object) = speech.object
        && dice.chance(65)
    {
        return of_record(dice, object, speech);
    }
    match dice.index(8) {
        0 => "request.mfa".into(),
        1 => format!("request.ip {} office", dice.pick(&["in", "not in"])),
        2 => format!("request.ip in {}", dice.pick(&["lab, office", "lab"])),
        3 => format!("request.device is {}", dice.pick(&["managed", "not managed", "private"])),
        4 => {
            format!("request.channel {}", dice.pick(&["is \"web\"", "is one of \"web\", \"app\"", "is none", "is set"]))
        }
        5 => format!("subject.grade {} {}", order(dice), grade(dice)),
        6 => format!("subject.region {}", dice.pick(&["is east", "is not west", "is one of east, overseas", "is set"])),
        _ => format!("subject.clearance {} {}", order(dice), number(dice)),
    }
}

fn of_record(dice: &mut Dice, object: &ObjectPlan, speech: Speech) -> String {
    if dice.chance(6) {
        return format!("record.id {}", dice.pick(&["is \"c-1\"", "is not \"c-2\"", "is set"]));
    }
    let Some((name, kind)) = dice.maybe(&object.attributes) else { return "request.mfa".into() };
    if dice.chance(15) {
        return format!("record.{name} {}", dice.pick(&["is none", "is set"]));
    }
    let tail = match kind {
        Kind::Number if speech.parameters.contains(&"floor") => format!("{} floor", order(dice)),
        Kind::Number => format!("{} {}", order(dice), number(dice)),
        Kind::Region if speech.parameters.contains(&"area") => "is area".into(),
        Kind::Region => dice
            .pick(&[
                "is east",
                "is not west",
                "is one of east, west",
                "is not one of west, overseas",
                "is subject.region",
            ])
            .to_string(),
        Kind::Grade if dice.chance(30) => format!("{} subject.grade", order(dice)),
        Kind::Grade => format!("{} {}", order(dice), grade(dice)),
        Kind::Text => {
            dice.pick(&["is \"a\"", "is not \"b\"", "is one of \"a\", \"é\"", "is request.channel"]).to_string()
        }
        Kind::Boolean => return dice.pick(&["record.{}", "not record.{}", "record.{} is false"]).replace("{}", name),
        Kind::User => match dice.index(4) {
            0 => "is me".into(),
            1 => "is not me".into(),
            2 => format!("is user {}", dice.pick(speech.users)),
            _ => format!("is not one of user {}, me", dice.pick(speech.users)),
        },
        Kind::Unit if speech.parameters.contains(&"place") => "is place".into(),
        Kind::Unit => format!("is{} unit {}", dice.pick(&["", " not"]), dice.pick(&UNITS)),
        Kind::Address => dice.pick(&["in office", "not in lab", "in lab, office"]).to_string(),
        Kind::Texts => format!("has {}", dice.pick(&["\"vip\"", "\"old\"", "request.channel"])),
        Kind::Regions => format!("has {}", dice.pick(&["east", "west", "subject.region"])),
        Kind::Users => format!("has {}", dice.pick(&["me".to_string(), format!("user {}", dice_user(speech))])),
    };
    format!("record.{name} {tail}")
}

fn dice_user(speech: Speech<'_>) -> &str {
    speech.users.first().map_or("nobody", String::as_str)
}

fn order(dice: &mut Dice) -> &'static str {
    dice.pick(&["<", "<=", ">", ">=", "is", "is not"])
}

fn number(dice: &mut Dice) -> &'static str {
    dice.pick(&["0", "1", "3", "2.5", "-1", "0.0001", "99999999999999.9999"])
}

fn grade(dice: &mut Dice) -> &'static str {
    dice.pick(&["junior", "senior", "principal"])
}
