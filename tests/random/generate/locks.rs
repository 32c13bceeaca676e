//! Locks, events, conditions, semaphores and barriers.

use super::expressions::{delay, timeout};
use super::prelude::Shared;
use super::statements;
use super::writer::Writer;

/// What `async with` takes and gives back.
const HELD: [Shared; 5] =
    [Shared::Lock, Shared::Semaphore, Shared::BoundedSemaphore, Shared::Condition, Shared::Lock];

fn held(w: &mut Writer) -> &'static str {
    let shared = HELD[w.chance.below(HELD.len())];
    w.shared(shared)
}

/// What wakes others, or tells how things stand.
pub fn without_waiting(w: &mut Writer) {
    let tag = w.tag();
    match w.chance.below(10) {
        0..=4 => {
            let event = event(w);
            let call = w.chance.pick(&["{}.set()", "{}.set()", "{}.clear()", "print({tag}, {}.is_set())"]);
            w.line(&call.replace("{}", event).replace("{tag}", &tag));
        }
        5 => {
            let held = held(w);
            w.line(&format!("print({tag}, {held}.locked())"));
        }
        6 => {
            let held = held(w);
            w.block(&format!("if {held}.locked()"), |w| w.line(&format!("{held}.release()")));
        }
        7 => {
            let condition = w.shared(Shared::Condition);
            let call = w.chance.pick(&["notify()", "notify(2)", "notify_all()"]);
            w.block(&format!("if {condition}.locked()"), |w| w.line(&format!("{condition}.{call}")));
        }
        8 => {
            let barrier = w.shared(Shared::Barrier);
            w.line(&format!("print({tag}, {barrier}.n_waiting, {barrier}.broken)"));
        }
        _ => {
            let held = held(w);
            w.line(&format!("print({tag}, {held})"));
        }
    }
}

/// What waits for its turn.
pub fn waiting(w: &mut Writer) {
    match w.chance.below(12) {
        0..=3 => {
            let held = held(w);
            w.block(&format!("async with {held}"), statements::some);
        }
        4 => by_hand(w),
        5 | 6 => condition(w),
        7 => barrier(w),
        8 | 9 => {
            let (event, timeout, tag) = (event(w), timeout(w), w.tag());
            w.line(&format!("print({tag}, await asyncio.wait_for({event}.wait(), {timeout}))"));
        }
        _ => {
            let (event, tag) = (event(w), w.tag());
            w.line(&format!("print({tag}, await {event}.wait())"));
        }
    }
}

/// `acquire` and `release`, with the second perhaps left out.
fn by_hand(w: &mut Writer) {
    let (held, tag) = (held(w), w.tag());
    w.line(&format!("print({tag}, await {held}.acquire())"));
    match w.chance.below(4) {
        0 => statements::some(w),
        1 => {
            let delay = delay(w);
            w.line(&format!("await asyncio.sleep({delay})"));
            w.line(&format!("{held}.release()"));
        }
        _ => {
            w.block("try", statements::some);
            w.block("finally", |w| w.line(&format!("{held}.release()")));
        }
    }
}

fn condition(w: &mut Writer) {
    let (condition, tag) = (w.shared(Shared::Condition), w.tag());
    let what = match w.chance.below(4) {
        0 => {
            let event = event(w);
            format!("print({tag}, await {condition}.wait_for({event}.is_set))")
        }
        1 => {
            let timeout = timeout(w);
            format!("print({tag}, await asyncio.wait_for({condition}.wait(), {timeout}))")
        }
        2 => format!("{condition}.notify_all()"),
        _ => format!("print({tag}, await {condition}.wait())"),
    };
    w.block(&format!("async with {condition}"), |w| {
        w.line(&what);
        if w.chance.one_in(3) {
            statements::some(w);
        }
    });
}

fn barrier(w: &mut Writer) {
    let (barrier, tag) = (w.shared(Shared::Barrier), w.tag());
    match w.chance.below(6) {
        0 => w.line(&format!("await {barrier}.abort()")),
        1 => w.line(&format!("await {barrier}.reset()")),
        2 => w.block(&format!("async with {barrier} as place"), |w| {
            w.line(&format!("print({tag}, place)"));
            statements::some(w);
        }),
        _ => w.line(&format!("print({tag}, await {barrier}.wait())")),
    }
}

fn event(w: &mut Writer) -> &'static str {
    w.shared(Shared::Event)
}
