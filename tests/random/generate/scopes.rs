//! Blocks that end what is in them: timeouts, task groups, async context managers.

use super::expressions::{coroutine, delay, timeout as limit};
use super::prelude::Shared;
use super::statements;
use super::writer::{Kind, Writer};

pub fn timeout(w: &mut Writer) {
    let limit = limit(w);
    let call = match w.chance.below(4) {
        0 if limit != "None" => format!("asyncio.timeout_at(asyncio.get_running_loop().time() + {limit})"),
        _ => format!("asyncio.timeout({limit})"),
    };
    let safe = w.chance.one_in(2);
    if safe {
        w.block("try", |w| timeout_block(w, &call));
        let tag = w.tag();
        w.block("except TimeoutError as e", |w| w.line(&format!("print({tag}, repr(e), repr(e.__cause__))")));
    } else {
        timeout_block(w, &call);
    }
}

fn timeout_block(w: &mut Writer, call: &str) {
    // The name outlives the block, which is worth a look.
    let name = w.name(Kind::Timeout, "limit");
    w.block(&format!("async with {call} as {name}"), |w| {
        statements::some(w);
        if w.chance.one_in(3) && !w.ended {
            reschedule(w, &name);
            statements::some(w);
        }
    });
    if w.chance.one_in(2) {
        let tag = w.tag();
        let what = w.chance.pick(&["expired()", "when()", "expired()"]);
        w.line(&format!("print({tag}, {name}.{what})"));
    }
}

fn reschedule(w: &mut Writer, name: &str) {
    match w.chance.below(4) {
        0 => w.line(&format!("{name}.reschedule(None)")),
        1 => {
            let tag = w.tag();
            w.line(&format!("print({tag}, repr({name}))"));
        }
        _ => {
            let delay = delay(w);
            w.line(&format!("{name}.reschedule(asyncio.get_running_loop().time() + {delay})"));
        }
    }
}

pub fn task_group(w: &mut Writer) {
    let safe = w.chance.one_in(2);
    if !safe {
        return group_block(w);
    }
    w.block("try", group_block);
    let tag = w.tag();
    match w.chance.below(4) {
        0 => w.block("except* Exception as e", |w| w.line(&format!("print({tag}, repr(e))"))),
        1 => {
            w.block("except* ValueError as e", |w| w.line(&format!("print({tag}, e.exceptions)")));
            w.block("except* Exception as e", |w| w.line(&format!("print({tag}, repr(e), 'other')")));
        }
        2 => w.block("except BaseException as e", |w| {
            w.line(&format!("print({tag}, repr(e))"));
            w.line("raise");
        }),
        _ => w.block("except ExceptionGroup as e", |w| w.line(&format!("print({tag}, repr(e))"))),
    }
}

fn group_block(w: &mut Writer) {
    let group = w.name(Kind::TaskGroup, "group");
    w.block(&format!("async with asyncio.TaskGroup() as {group}"), |w| {
        let count = w.chance.within(0..=3);
        for _ in 0..count {
            member(w, &group);
        }
        if w.chance.one_in(2) {
            statements::some(w);
            if !w.ended && w.chance.one_in(3) {
                member(w, &group);
            }
        }
    });
}

fn member(w: &mut Writer, group: &str) {
    let inner = coroutine(w);
    let text = if w.chance.one_in(5) {
        let tag = w.tag();
        format!("{group}.create_task({inner}, name={tag})")
    } else {
        format!("{group}.create_task({inner})")
    };
    if w.chance.one_in(2) {
        return w.line(&text);
    }
    let name = w.name(Kind::Task, "t");
    w.line(&format!("{name} = {text}"));
}

pub fn async_guarded(w: &mut Writer) {
    let (guard, tag, before, after) = (w.shared(Shared::AsyncGuard), w.tag(), delay(w), delay(w));
    let swallows = if w.chance.one_in(3) { "True" } else { "False" };
    w.block(&format!("async with {guard}({tag}, {before}, {after}, {swallows})"), statements::some);
}
