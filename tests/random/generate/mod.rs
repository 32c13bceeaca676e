//! Random asyncio programs: all of asyncio, nested, with failures and cancellations at every point.
//!
//! A program is a few functions and a way to run the last of them. Function `f2` may call `f3` but not
//! the other way round, and every loop counts, so each program ends. Beyond that nothing is kept from
//! going wrong: queues that nobody fills, locks that nobody releases, tasks that nobody awaits.

mod callbacks;
mod contexts;
mod endings;
mod expressions;
mod flow;
mod generators;
mod locks;
mod prelude;
mod queues;
mod scopes;
mod statements;
mod tasks;
mod waits;
mod writer;

use writer::{Flavour, Kind, Writer};

/// The program of that seed.
pub fn program(seed: u64) -> String {
    let mut w = Writer::new(seed);
    async_generators(&mut w);
    functions(&mut w);
    callbacks(&mut w);
    let size = w.chance.within(3..=14);
    w.function("async def main(n='main')", Flavour::Async, size, endings::main_body);
    w.line("");
    endings::write(&mut w);
    w.finish()
}

/// They call neither functions nor each other, so that they end.
fn async_generators(w: &mut Writer) {
    let count = w.chance.below(3);
    for number in 0..count {
        let size = w.chance.within(2..=5);
        w.function(&format!("async def a{number}(n)"), Flavour::Generator, size, generators::body);
        w.line("");
    }
    w.generators = count;
}

fn functions(w: &mut Writer) {
    w.functions = w.chance.within(1..=4);
    for number in (0..w.functions).rev() {
        w.callable = number + 1;
        let size = w.chance.within(1..=6);
        w.function(&format!("async def f{number}(n)"), Flavour::Async, size, statements::body);
        w.line("");
    }
    w.callable = 0;
}

fn callbacks(w: &mut Writer) {
    let count = w.chance.below(3);
    for _ in 0..count {
        let name = w.fresh("g");
        let size = w.chance.within(1..=3);
        w.function(&format!("def {name}(*n)"), Flavour::Sync, size, statements::body);
        w.line("");
        w.remember(Kind::Callback, name);
    }
}
