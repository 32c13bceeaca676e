//! Statements of the language itself: print, raise, try, for, if, with.

use super::expressions::{caught, coroutine, delay, error, value};
use super::prelude::Shared;
use super::statements;
use super::writer::{Flavour, Kind, Writer};

/// Print something that shows where the program is.
pub fn say(w: &mut Writer) {
    let tag = w.tag();
    let what = match w.chance.below(12) {
        0 => "asyncio.get_running_loop().time()",
        1 => "asyncio.current_task().get_name()",
        2 => "asyncio.current_task().cancelling()",
        3 => "len(asyncio.all_tasks())",
        4 => "[t.get_name() for t in asyncio.all_tasks()]",
        5 => "asyncio.current_task()",
        6 => {
            return w.line(&format!(
                "print(f'{} {{n}} {{asyncio.get_running_loop().time():.2f}}')",
                &tag[1..tag.len() - 1]
            ));
        }
        _ => "n",
    };
    w.line(&format!("print({tag}, {what})"));
}

pub fn sleep(w: &mut Writer) {
    let delay = delay(w);
    if w.chance.one_in(4) {
        let (tag, value) = (w.tag(), value(w));
        return w.line(&format!("print({tag}, await asyncio.sleep({delay}, {value}))"));
    }
    w.line(&format!("await asyncio.sleep({delay})"));
}

/// `time.sleep`, which holds all the others up.
pub fn block_the_thread(w: &mut Writer) {
    let seconds = w.chance.pick(&["0.1", "0.2", "0"]);
    let time = w.shared(Shared::Time);
    w.line(&format!("{time}.sleep({seconds})"));
}

pub fn raise(w: &mut Writer) {
    let error = error(w);
    if w.chance.one_in(3) {
        let condition = condition_text(w);
        return w.block(&format!("if {condition}"), |w| w.line(&format!("raise {error}")));
    }
    w.line(&format!("raise {error}"));
    w.ended = true;
}

/// `return`, or what leaves a loop.
pub fn give_back(w: &mut Writer) {
    let leave = w.chance.one_in(2) && w.in_loop;
    let value = match w.flavour {
        _ if leave => w.chance.pick(&["break", "continue"]).into(),
        Flavour::Generator => "return".into(),
        Flavour::Async if w.chance.one_in(3) => {
            let inner = coroutine(w);
            format!("return await {inner}")
        }
        _ => format!("return {}", value(w)),
    };
    w.line(&value);
    w.ended = true;
}

fn condition_text(w: &mut Writer) -> String {
    match w.chance.below(6) {
        0 => "asyncio.current_task().cancelling()".into(),
        1 => w.shared(Shared::Made).into(),
        2 => format!("{}.is_set()", w.shared(Shared::Event)),
        3 => format!("{}.locked()", w.shared(Shared::Lock)),
        4 => "asyncio.get_running_loop().time() >= 0.2".into(),
        _ => format!("len(n) % {}", w.chance.within(2..=3)),
    }
}

pub fn condition(w: &mut Writer) {
    let condition = condition_text(w);
    w.block(&format!("if {condition}"), statements::some);
    if w.chance.one_in(3) {
        w.block("else", statements::some);
    }
}

pub fn repeat(w: &mut Writer) {
    let (name, count) = (w.fresh("i"), w.chance.within(2..=3));
    let outer = std::mem::replace(&mut w.in_loop, true);
    w.block(&format!("for {name} in range({count})"), statements::some);
    w.in_loop = outer;
    if w.chance.one_in(6) {
        w.block("else", say);
    }
}

pub fn try_except(w: &mut Writer) {
    w.block("try", statements::some);
    let clauses = w.chance.weighted(&[(4, 1), (1, 2)]);
    for _ in 0..clauses {
        let (kind, error) = (caught(w), w.fresh("e"));
        w.block(&format!("except {kind} as {error}"), |w| handle(w, &error));
    }
    if w.chance.one_in(5) {
        w.block("else", statements::some);
    }
    if w.chance.one_in(4) {
        w.block("finally", statements::some);
    }
}

/// What an `except` does with what it caught.
fn handle(w: &mut Writer, error: &str) {
    let tag = w.tag();
    let shown = match w.chance.below(8) {
        0 => format!("print({tag}, repr({error}), repr({error}.__context__))"),
        1 => format!("print({tag}, repr({error}), repr({error}.__cause__))"),
        2 => format!("print({tag}, {error}.args)"),
        _ => format!("print({tag}, repr({error}))"),
    };
    w.line(&shown);
    match w.chance.below(8) {
        0 | 1 => w.line("raise"),
        2 => {
            let other = super::expressions::error(w);
            w.line(&format!("raise {other} from {error}"));
        }
        3 | 4 => statements::some(w),
        _ => {}
    }
}

pub fn try_finally(w: &mut Writer) {
    w.block("try", statements::some);
    w.block("finally", statements::some);
}

pub fn except_star(w: &mut Writer) {
    let in_loop = std::mem::replace(&mut w.in_loop, false);
    w.block("try", statements::some);
    let mut kinds =
        vec!["ValueError", "KeyError", "Exception", "asyncio.CancelledError", "(KeyError, RuntimeError)"];
    let clauses = w.chance.within(1..=2);
    for _ in 0..clauses {
        let kind = kinds.remove(w.chance.below(kinds.len()));
        let (error, tag) = (w.fresh("e"), w.tag());
        w.block(&format!("except* {kind} as {error}"), |w| {
            w.line(&format!("print({tag}, repr({error}))"));
            if w.chance.one_in(4) {
                raise(w);
            }
        });
    }
    w.in_loop = in_loop;
}

/// A synchronous `with`.
pub fn guarded(w: &mut Writer) {
    let (guard, tag) = (w.shared(Shared::Guard), w.tag());
    let swallows = if w.chance.one_in(3) { "True" } else { "False" };
    w.block(&format!("with {guard}({tag}, {swallows})"), statements::some);
}

/// A coroutine function within a coroutine function, and a task of it.
pub fn define(w: &mut Writer) {
    let name = w.fresh("inner");
    let size = w.chance.within(1..=3);
    w.function(&format!("async def {name}(n)"), Flavour::Async, size, statements::body);
    let (task, tag) = (w.name(Kind::Task, "t"), w.tag());
    w.line(&format!("{task} = asyncio.create_task({name}({tag}))"));
}
