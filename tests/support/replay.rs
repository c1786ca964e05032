//! Witnesses of findings, written as JSON, read again and answered by a table, which must say what they claim.

use rolecall::compile::Compilation;
use rolecall::diagnostic::Diagnostic;
use rolecall::lower;
use rolecall::model::RoleId;
use rolecall::runtime::Scratch;
use rolecall::source::SourceSet;
use rolecall::table::Table;
use rolecall::wire;

/// How many were asked.
pub fn witnesses(sources: &SourceSet, compilation: &Compilation, found: &[Diagnostic]) -> usize {
    let requests: Vec<_> = found.iter().flat_map(|one| one.witness.iter().map(move |request| (one, request))).collect();
    if requests.is_empty() {
        return 0;
    }
    let bytes = compilation.witness_table(sources).expect("a model that is whole").unwrap();
    let table = Table::open(&bytes).unwrap();
    let options = wire::Options { witness: true, trust_time: true, now: 0 };
    // Proofs leave suspensions out; a way that a suspension leaves open has to be open with it as well.
    let roles: Vec<RoleId> = (0..compilation.model.roles.len()).map(RoleId::from_index).collect();
    let locked = lower::lower(sources, &compilation.model, &compilation.analysis, &roles).unwrap();
    let locked = Table::open(&locked).unwrap();
    for (one, request) in &requests {
        let line = wire::witness(request).to_string();
        let (answer, _) = wire::decide_line(&table, line.as_bytes(), options, &mut Scratch::new(&table));
        let told = format!("{{\"decision\":{}", request.allowed);
        assert!(answer.starts_with(&told), "{} {}\n{line}\n{answer}", one.code.id, one.code.name);
        if one.code.name == "leaky-suspension" {
            let (answer, _) = wire::decide_line(&locked, line.as_bytes(), options, &mut Scratch::new(&locked));
            assert!(answer.starts_with(&told), "{} {}\n{line}\n{answer}", one.code.id, one.code.name);
        }
    }
    requests.len()
}
