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

    /// The same statements in another order, over several files.
    pub fn shuffled(&self, dice: &mut Dice) -> Vec<(String, String)> {
        let mut blocks = self.blocks.clone();
        dice.shuffle(&mut blocks);
        for block in &mut blocks {
            let ordered = ["object", "calendar", "people", "test"].iter().any(|word| block.head.starts_with(word));
            if let Some(lines) = block.lines.as_mut().filter(|_| !ordered) {
                dice.shuffle(lines);
            }
        }
        let mut files = vec![String::new(); 3];
        for block in blocks {
            files[dice.index(3)] += &block.text();
        }
        let names = ["z.roles", "a.roles", "deep/m.roles"];
        names.iter().map(ToString::to_string).zip(files).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The same with one statement or line less, every way.
    pub fn smaller(&self) -> Vec<Draft> {
        let mut all = Vec::new();
        for index in 0..self.blocks.len() {
            let mut less = self.clone();
            less.blocks.remove(index);
            all.push(less);
        }
        for (index, block) in self.blocks.iter().enumerate() {
            for line in 0..block.lines.as_ref().map_or(0, Vec::len) {
                let mut less = self.clone();
                less.blocks[index].lines.as_mut().expect("has lines").remove(line);
                all.push(less);
            }
        }
        all
    }
}

/// Drops statements and lines as long as `fails` stays true.
pub fn shrink(draft: &Draft, fails: impl Fn(&Draft) -> bool) -> Draft {
    let mut smallest = draft.clone();
    while let Some(less) = smallest.smaller().into_iter().find(&fails) {
        smallest = less;
    }
    smallest
}
