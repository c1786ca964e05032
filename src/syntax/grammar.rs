//! The parser that pest makes from `grammar/rolecall.pest`, and [`Tree`]: what it found, free of pest.

use pest::{Parser, Token, error::InputLocation};

/// The derived parser; [`read`] and [`probe`] are the ways in.
#[derive(pest_derive::Parser)]
#[grammar = "grammar/rolecall.pest"]
struct Grammar;

/// One node: a rule that matched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// Which rule.
    pub(super) rule: Rule,
    /// First byte in the text of the layout.
    pub(super) start: u32,
    /// One past the last byte, the gap left out.
    pub(super) end: u32,
    /// Index of the next node that is not inside this one.
    next: u32,
}

/// The nodes of one parse in the order of their starts.
#[derive(Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    open: Vec<usize>,
}

/// Nodes beside each other, read from the left.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nodes<'t> {
    all: &'t [Node],
    at: u32,
    end: u32,
}

/// One node with its place in the tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct At<'t> {
    /// The node.
    pub(super) node: &'t Node,
    all: &'t [Node],
    index: u32,
}

/// How far a strict parse came, and what it looked for there.
#[derive(Debug)]
pub(super) struct Furthest {
    /// Offset in the probed text.
    pub(super) at: usize,
    /// Rules that could have come next.
    pub(super) expected: Vec<Rule>,
}

impl Tree {
    /// Reads one `rule` from `text` at `from` into this tree. Returns where it ends, gap included.
    pub(super) fn read(&mut self, rule: Rule, text: &str, from: usize) -> Option<usize> {
        self.nodes.clear();
        self.add(rule, text, from)
    }

    /// Reads statements from `text` into this tree: those that begin at `from` and behind it, but before `until`.
    pub(super) fn read_ahead(&mut self, text: &str, from: usize, until: usize) {
        self.nodes.clear();
        let (mut at, mut length) = (from, 0);
        while at < until {
            // Several at once, because each call of pest costs; towards the end one by one, lest the next stretch's are
            // parsed twice.
            let rule = if at + length < until { Rule::statements } else { Rule::item };
            let Some(end) = self.add(rule, text, at).filter(|end| *end > at) else { return };
            length = length.max(end - at);
            at = end;
        }
    }

    fn add(&mut self, rule: Rule, text: &str, from: usize) -> Option<usize> {
        self.open.clear();
        let rest = text.get(from..)?;
        let pairs = Grammar::parse(rule, rest).ok()?;
        let mut end = 0;
        for token in pairs.tokens() {
            match token {
                // Only there to be asked for: the statements themselves are the outermost nodes.
                Token::Start { rule: Rule::statements, .. } | Token::End { rule: Rule::statements, .. } => {}
                Token::Start { rule, pos } => {
                    self.open.push(self.nodes.len());
                    let start = (from + pos.pos()) as u32;
                    self.nodes.push(Node { rule, start, end: start, next: 0 });
                }
                Token::End { pos, .. } => {
                    end = pos.pos();
                    let next = self.nodes.len() as u32;
                    if let Some(node) = self.open.pop().and_then(|index| self.nodes.get_mut(index)) {
                        node.next = next;
                        // Everything that is not empty ends with the one byte of its gap.
                        node.end = ((from + end) as u32).saturating_sub(1).max(node.start);
                    }
                }
            }
        }
        Some(from + end)
    }

    /// The outermost nodes.
    pub(super) fn top(&self) -> Nodes<'_> {
        Nodes { all: &self.nodes, at: 0, end: self.nodes.len() as u32 }
    }
}

/// Parses a whole file and drops what it finds.
pub(super) fn bare(text: &str) -> bool {
    Grammar::parse(Rule::file, text).is_ok()
}

/// Parses `text` strictly; `None` if it is good.
pub(super) fn probe(rule: Rule, text: &str) -> Option<Furthest> {
    let error = Grammar::parse(rule, text).err()?;
    let at = match error.location {
        InputLocation::Pos(at) | InputLocation::Span((at, _)) => at,
    };
    let expected = match error.variant {
        pest::error::ErrorVariant::ParsingError { positives, .. } => positives,
        pest::error::ErrorVariant::CustomError { .. } => Vec::new(),
    };
    Some(Furthest { at, expected })
}

impl<'t> Nodes<'t> {
    /// The next node, which stays.
    pub(super) fn peek(&self) -> Option<At<'t>> {
        if self.at >= self.end {
            return None;
        }
        self.all.get(self.at as usize).map(|node| At { node, all: self.all, index: self.at })
    }

    /// The next node if it is a `rule`.
    pub(super) fn eat(&mut self, rule: Rule) -> Option<At<'t>> {
        let at = self.peek().filter(|at| at.node.rule == rule)?;
        self.at = at.node.next;
        Some(at)
    }

    /// The next `rule`; what stands before it is skipped.
    pub(super) fn seek(&mut self, rule: Rule) -> Option<At<'t>> {
        self.find(|at| at.node.rule == rule)
    }

    /// How many of the next nodes are a `rule`; they stay.
    pub(super) fn run(&self, rule: Rule) -> usize {
        self.take_while(|at| at.node.rule == rule).count()
    }

    /// Whether the next node is a `rule`; takes it then.
    pub(super) fn has(&mut self, rule: Rule) -> bool {
        self.eat(rule).is_some()
    }
}

impl<'t> Iterator for Nodes<'t> {
    type Item = At<'t>;

    fn next(&mut self) -> Option<At<'t>> {
        let at = self.peek()?;
        self.at = at.node.next;
        Some(at)
    }
}

impl<'t> At<'t> {
    /// Where the next node can start.
    pub(super) fn after(&self) -> u32 {
        self.node.end + 1
    }

    /// The rule.
    pub(super) fn rule(&self) -> Rule {
        self.node.rule
    }

    /// The nodes inside.
    pub(super) fn inside(&self) -> Nodes<'t> {
        Nodes { all: self.all, at: self.index + 1, end: self.node.next }
    }
}
