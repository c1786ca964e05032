//! Units and networks.

use super::doc::Doc;
use super::statement::{Sentence, Statement, commas};
use super::word::declared;
use crate::source::{Interner, Span};
use crate::syntax::ast::{Network, Unit};

/// `unit HQ "总部" { … }`
pub(super) fn unit(names: &Interner, unit: &Unit) -> Statement {
    let mut sentence = Sentence::new(unit.span, "unit");
    sentence.and(declared(names, &unit.declared));
    if unit.braces {
        sentence.packed(unit.units.iter().map(|below| self::unit(names, below)).collect())
    } else {
        sentence.plain()
    }
}

/// `network office = 10.20.0.0/16, 2001:db8:1::/48`
pub(super) fn network(names: &Interner, span: Span, network: &Network) -> Statement {
    let block = |block: &crate::syntax::ast::Text| Doc::part(block.span.start, block.text.as_ref());
    let mut sentence = Sentence::new(span, "network");
    sentence.and(declared(names, &network.declared).suffix(" ="));
    sentence.then(commas(network.blocks.iter().map(block).collect()));
    sentence.plain()
}
