//! The table against the reference interpreter over random policies, and the properties that the language promises.

mod differential;
mod ignorance;
mod monotone;
pub mod subject;

use crate::generate::census::Census;
use crate::generate::{self, Dice, requests};
use subject::reference;

#[test]
fn the_generator_reaches_everything() {
    let mut census = Census::default();
    for seed in 0..300 {
        let draft = generate::policy(seed);
        let text = draft.text();
        let reference = reference(&draft).unwrap_or_else(|why| panic!("{why}\n{text}"));
        census.policy(&reference.policy, &text);
        let mut dice = Dice::new(seed);
        for _ in 0..100 {
            let request = requests::request(&reference, &mut dice);
            census.decision(reference.decide(&request).reason);
        }
    }
    println!("{}", census.table());
    assert!(census.too_rare().is_empty(), "{:?}", census.too_rare());
}

#[test]
fn zz_time() {
    struct Instant(f64);
    impl Instant { fn now() -> Self { let t = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap(); Self(t.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9) } fn elapsed(&self) -> D { D(Self::now().0 - self.0) } }
    struct D(f64); impl D { fn as_secs_f64(&self) -> f64 { self.0 } }
    let (mut a, mut b, mut c, mut d, mut e, mut f) = (0., 0., 0., 0., 0., 0.);
    for seed in 0..60 {
        let draft = generate::policy(seed);
        let t = Instant::now();
        let r = reference(&draft).unwrap();
        a += t.elapsed().as_secs_f64();
        let t = Instant::now();
        let s = subject::sources(&draft);
        let comp = rolecall::compile::compile(&s, rolecall::compile::Options { prove: false, ..rolecall::compile::Options::build() });
        b += t.elapsed().as_secs_f64();
        let t = Instant::now();
        let Some(Ok(bytes)) = comp.table(&s) else { continue };
        f += t.elapsed().as_secs_f64();
        let mut table = subject::Asked::new(&bytes);
        let mut dice = Dice::new(seed);
        for _ in 0..100 {
            let t = Instant::now();
            let q = requests::request(&r, &mut dice);
            c += t.elapsed().as_secs_f64();
            let t = Instant::now();
            r.decide(&q);
            d += t.elapsed().as_secs_f64();
            let t = Instant::now();
            subject::Answers::answer(&mut table, &q);
            e += t.elapsed().as_secs_f64();
        }
    }
    println!("per policy ms: load {:.2} compile {:.2} lower {:.2}; per request us: make {:.1} ref {:.1} table {:.1}", a/0.06, b/0.06, f/0.06, c/0.006, d/0.006, e/0.006);
}
