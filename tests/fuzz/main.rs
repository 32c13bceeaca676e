//! The worker of `cargo xtask fuzz`: makes texts from numbers, and does with each what the page would.
//!
//! `fuzz FROM COUNT` says each number before it tries its text, so that whoever watches knows which
//! one was too much. `fuzz FROM` prints that number's text.

mod grammar;
mod pieces;
mod soup;
mod survive;

use std::env;
use std::process::ExitCode;

use fastrand::Rng;

fn main() -> ExitCode {
    let numbers: Vec<u64> = env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    match numbers.as_slice() {
        [seed] => println!("{}", text(*seed)),
        [from, count] => {
            for seed in *from..from.saturating_add(*count) {
                println!("{seed}");
                survive::survives(&text(seed));
            }
        }
        _ => {
            eprintln!("cargo xtask fuzz gives the numbers");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// Most are programs, some are spoilt, some soup, some of any characters.
fn text(seed: u64) -> String {
    let mut rng = Rng::with_seed(seed);
    match seed % 8 {
        0..5 => grammar::program(&mut rng),
        5 => {
            let program = grammar::program(&mut rng);
            soup::spoil(&mut rng, &program)
        }
        6 => soup::soup(&mut rng),
        _ => (0..rng.usize(..120)).map(|_| rng.char(..)).collect(),
    }
}
