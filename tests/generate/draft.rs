//! A policy as statements that can be shuffled and dropped.

use super::Dice;

/// A top-level statement, perhaps with lines in braces.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    pub head: String,
    /// `None`: no braces.
    pub lines: Option<Vec<String>>,
}

impl Block {
    pub fn line(text: impl Into<String>) -> Self {
        Self { head: text.into(), lines: None }
    }

    pub fn with(head: impl Into<String>, lines: Vec<String>) -> Self {
        Self { head: head.into(), lines: Some(lines) }
    }

    fn text(&self) -> String {
        match &self.lines {
            None => format!("{}\n", self.head),
            Some(lines) => {
                let lines: String = lines.iter().map(|line| format!("  {line}\n")).collect();
                format!("{} {{\n{lines}}}\n", self.head)
            }
        }
    }
}

/// A package: statements and people files.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub blocks: Vec<Block>,
    pub data: Vec<(String, String)>,
}

impl Draft {
    pub fn text(&self) -> String {
        self.blocks.iter().map(Block::text).collect()
    }

    /// Everything in one file.
    pub fn files(&self) -> Vec<(String, String)> {
        vec![("policy.roles".to_string(), self.text())]
    }

    /// The same statements in another order, over several files; lines of a block stay in theirs.
    pub fn shuffled(&self, dice: &mut Dice) -> Vec<(String, String)> {
        let mut blocks = self.blocks.clone();
        dice.shuffle(&mut blocks);
        let mut files = vec![String::new(); 3];
        for block in blocks {
            files[dice.index(3)] += &block.text();
        }
        let names = ["z.roles", "a.roles", "deep/m.roles"];
        names.iter().map(ToString::to_string).zip(files).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Every statement, and every line of one.
    pub fn places(&self) -> Vec<(usize, Option<usize>)> {
        let blocks = 0..self.blocks.len();
        let lines = |block: usize| 0..self.blocks[block].lines.as_ref().map_or(0, Vec::len);
        let inner = blocks.clone().flat_map(|block| lines(block).map(move |line| (block, Some(line))));
        blocks.map(|block| (block, None)).chain(inner).collect()
    }

    /// The same without the statement or line at `place`; `None` if there is none.
    pub fn without(&self, (block, line): (usize, Option<usize>)) -> Option<Draft> {
        let mut less = self.clone();
        match line {
            None if block < less.blocks.len() => {
                less.blocks.remove(block);
            }
            Some(line) if line < less.blocks.get(block)?.lines.as_ref()?.len() => {
                less.blocks[block].lines.as_mut()?.remove(line);
            }
            _ => return None,
        }
        Some(less)
    }
}

/// Drops statements and lines as long as `fails` stays true.
pub fn shrink(draft: &Draft, fails: impl Fn(&Draft) -> bool) -> Draft {
    let mut smallest = draft.clone();
    while let Some(less) = smallest.places().into_iter().filter_map(|place| smallest.without(place)).find(&fails) {
        smallest = less;
    }
    smallest
}
