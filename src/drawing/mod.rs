//! Owns [`Drawing`]: shapes with their places, and how they are written as SVG.
//!
//! Whoever draws lays out by [`columns`]: text is set in a font of even width, so that what was measured fits. Whole pixels
//! only. Colors are classes, light and dark by what the reader's system prefers. Knows nothing of policies.

mod svg;

pub use svg::svg;

use crate::render::{escape, xml};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width of one column of text, in pixels.
pub const COLUMN: i32 = 8;
/// From one line of text to the next.
pub const LINE: i32 = 18;

/// A drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
    /// What it is, for whoever does not see it.
    pub title: String,
    /// The language of its texts.
    pub language: &'static str,
    /// From the back to the front.
    pub shapes: Vec<Shape>,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// Left.
    pub x: i32,
    /// Top.
    pub y: i32,
    /// In pixels.
    pub width: i32,
    /// In pixels.
    pub height: i32,
}

impl Area {
    /// The first pixel to the right of it.
    pub const fn right(self) -> i32 {
        self.x.saturating_add(self.width)
    }

    /// The first pixel below it.
    pub const fn bottom(self) -> i32 {
        self.y.saturating_add(self.height)
    }

    /// The height of its middle.
    pub const fn middle(self) -> i32 {
        self.y.saturating_add(self.height / 2)
    }

    /// Whether two have a pixel in common.
    pub const fn meets(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// It is around there.
    Middle,
    /// It ends there.
    End,
}

/// How something looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Ordinary.
    Plain,
    /// Less important.
    Faint,
    /// What stands out.
    Strong,
    /// Something of another kind.
    Other,
    /// Something is gained.
    Good,
    /// Something is lost.
    Bad,
    /// Both.
    Mixed,
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Faint => "faint",
            Self::Strong => "strong",
            Self::Other => "other",
            Self::Good => "good",
            Self::Bad => "bad",
            Self::Mixed => "mixed",
        }
    }
}

/// One shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A box.
    Box {
        /// Where.
        area: Area,
        /// How.
        look: Look,
        /// What a pointer on it shows.
        hint: Option<String>,
    },
    /// A line of text; `y` is the middle of it.
    Text {
        /// Where.
        at: (i32, i32),
        /// What of it stands there.
        anchor: Anchor,
        /// How.
        look: Look,
        /// The text.
        text: String,
    },
    /// A dot.
    Dot {
        /// Its middle.
        at: (i32, i32),
        /// How.
        look: Look,
        /// What a pointer on it shows.
        hint: Option<String>,
    },
    /// A straight line.
    Line {
        /// From.
        from: (i32, i32),
        /// To.
        to: (i32, i32),
        /// How.
        look: Look,
    },
    /// A way through points: across a gap it swings, along a row it is straight.
    Way {
        /// The points.
        points: Vec<(i32, i32)>,
        /// How.
        look: Look,
        /// Whether an arrow stands at its end.
        arrow: bool,
    },
}

/// A text on one line, as it is shown: signs that cannot be seen as their numbers.
pub fn shown(text: &str) -> String {
    xml(&escape(text))
}

/// Columns of a text as it is shown: Chinese signs take two.
pub fn columns(text: &str) -> i32 {
    i32::try_from(shown(text).width()).unwrap_or(i32::MAX)
}

/// Pixels of a text.
pub fn width(text: &str) -> i32 {
    columns(text).saturating_mul(COLUMN)
}

/// A text of so many columns at most, cut with `…`.
pub fn fitted(text: &str, most: i32) -> String {
    let shown = shown(text);
    if columns(&shown) <= most {
        return shown;
    }
    let mut left = most.saturating_sub(1);
    let mut fitted = String::new();
    for sign in shown.chars() {
        left = left.saturating_sub(i32::try_from(sign.width().unwrap_or(0)).unwrap_or(0));
        if left < 0 {
            break;
        }
        fitted.push(sign);
    }
    fitted.push('…');
    fitted
}
