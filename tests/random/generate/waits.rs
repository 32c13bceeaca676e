//! Waiting: await, gather, wait, as_completed, wait_for, shield.

use super::expressions::{
    awaitable, awaitables, coroutine, delay, gather as gathering, task, tasks, timeout,
};
use super::prelude::Shared;
use super::statements;
use super::writer::{Kind, Writer};

/// `await` something.
pub fn awaiting(w: &mut Writer) {
    let inner = match w.chance.below(12) {
        0 => format!("{}({})", w.shared(Shared::Pick), w.chance.below(6)),
        _ => awaitable(w),
    };
    if w.chance.one_in(3) {
        return w.line(&format!("await {inner}"));
    }
    let tag = w.tag();
    w.line(&format!("print({tag}, await {inner})"));
}

pub fn gather(w: &mut Writer) {
    let (gathering, tag) = (gathering(w), w.tag());
    w.line(&format!("print({tag}, await {gathering})"));
}

/// A gather that is awaited, or cancelled, later.
pub fn hold_gather(w: &mut Writer) {
    let gathering = gathering(w);
    let name = w.name(Kind::Future, "gathered");
    w.line(&format!("{name} = {gathering}"));
}

pub fn hold_shield(w: &mut Writer) {
    let inner = task(w);
    let name = w.name(Kind::Future, "shielded");
    w.line(&format!("{name} = asyncio.shield({inner})"));
}

/// A coroutine object that may be awaited twice, or never.
pub fn hold_coroutine(w: &mut Writer) {
    let inner = coroutine(w);
    let name = w.name(Kind::Coroutine, "c");
    w.line(&format!("{name} = {inner}"));
}

pub fn wait(w: &mut Writer) {
    let tasks = match w.chance.below(8) {
        0 => w.shared(Shared::Made).to_owned(),
        1 => {
            let (inner, count) = (coroutine(w), w.chance.within(1..=3));
            format!("[asyncio.create_task({inner}) for _ in range({count})]")
        }
        // No set of tasks: its order is that of addresses in memory.
        2 => format!("({},)", tasks(w)),
        _ => format!("[{}]", tasks(w)),
    };
    let timeout = if w.chance.one_in(3) { format!(", timeout={}", timeout(w)) } else { String::new() };
    let mode = w.chance.pick(&[
        "",
        ", return_when=asyncio.FIRST_COMPLETED",
        ", return_when=asyncio.FIRST_EXCEPTION",
        ", return_when=asyncio.ALL_COMPLETED",
    ]);
    let (done, pending, tag) = (w.fresh("done"), w.fresh("pending"), w.tag());
    w.line(&format!("{done}, {pending} = await asyncio.wait({tasks}{timeout}{mode})"));
    w.line(&format!("print({tag}, len({done}), len({pending}))"));
    match w.chance.below(6) {
        0 => w.block(&format!("for t in {pending}"), |w| w.line("t.cancel()")),
        1 => w.line(&format!("print({tag}, [t.cancelled() or repr(t.exception()) for t in {done}])")),
        2 => w.line(&format!("print({tag}, [t.cancelled() for t in {done}], [t.done() for t in {pending}])")),
        3 => w.block(&format!("for t in {done}"), |w| w.line(&format!("print({tag}, await t)"))),
        _ => {}
    }
}

pub fn as_completed(w: &mut Writer) {
    let inner = match w.chance.below(6) {
        0 => w.shared(Shared::Made).to_owned(),
        _ => format!("[{}]", awaitables(w, 1)),
    };
    let timeout = if w.chance.one_in(3) { format!(", timeout={}", timeout(w)) } else { String::new() };
    let (name, tag) = (w.fresh("next"), w.tag());
    let outer = std::mem::replace(&mut w.in_loop, true);
    let keyword = w.chance.pick(&["for", "for", "async for"]);
    let safe = w.chance.one_in(2);
    w.block(&format!("{keyword} {name} in asyncio.as_completed({inner}{timeout})"), |w| {
        let print = format!("print({tag}, await {name})");
        if safe {
            w.block("try", |w| w.line(&print));
            w.block("except Exception as e", |w| w.line(&format!("print({tag}, repr(e))")));
        } else {
            w.line(&print);
        }
        if w.chance.one_in(3) {
            statements::some(w);
        }
    });
    w.in_loop = outer;
}

pub fn wait_for(w: &mut Writer) {
    let (inner, timeout) = (awaitable(w), timeout(w));
    if w.chance.one_in(2) {
        let tag = w.tag();
        return w.line(&format!("print({tag}, await asyncio.wait_for({inner}, {timeout}))"));
    }
    let (tag, error) = (w.tag(), w.fresh("e"));
    w.block("try", |w| w.line(&format!("print({tag}, await asyncio.wait_for({inner}, timeout={timeout}))")));
    w.block(&format!("except TimeoutError as {error}"), |w| {
        w.line(&format!("print({tag}, repr({error}), repr({error}.__cause__))"));
    });
}

/// A coroutine that does not let itself be cancelled at once.
pub fn swallow(w: &mut Writer) {
    let (delay, other, tag) = (delay(w), delay(w), w.tag());
    w.block("try", |w| w.line(&format!("await asyncio.sleep({delay})")));
    w.block("except asyncio.CancelledError", |w| {
        w.line(&format!("print({tag}, 'swallowed')"));
        if w.chance.one_in(2) {
            w.line(&format!("await asyncio.sleep({other})"));
        }
        if w.chance.one_in(3) {
            w.line("asyncio.current_task().uncancel()");
        }
    });
}
