//! Async generators and async iterators.

use super::expressions::{delay, error, value};
use super::prelude::Shared;
use super::statements;
use super::writer::{Kind, Writer};

/// The body of an async generator: it yields at least once.
pub fn body(w: &mut Writer) {
    if w.chance.one_in(3) {
        w.block("try", |w| {
            give(w);
            statements::body(w);
        });
        let tag = w.tag();
        w.block("finally", |w| {
            w.line(&format!("print({tag}, 'closing')"));
            if w.chance.one_in(2) {
                let delay = delay(w);
                w.line(&format!("await asyncio.sleep({delay})"));
            }
        });
        return;
    }
    give(w);
    statements::body(w);
    if !w.ended && w.chance.one_in(2) {
        give(w);
    }
}

/// A `yield`.
pub fn give(w: &mut Writer) {
    let value = value(w);
    if w.chance.one_in(3) {
        let tag = w.tag();
        return w.line(&format!("print({tag}, (yield {value}))"));
    }
    w.line(&format!("yield {value}"));
}

fn iterable(w: &mut Writer) -> String {
    if w.generators > 0 && !w.chance.one_in(5) {
        if let Some(name) = w.some(Kind::Generator)
            && w.chance.one_in(4)
        {
            return name;
        }
        let (number, tag) = (w.chance.below(w.generators), w.tag());
        return format!("a{number}({tag})");
    }
    let delay = delay(w);
    format!("{}({}, {delay})", w.shared(Shared::Countdown), w.chance.within(1..=3))
}

/// `async for`.
pub fn consume(w: &mut Writer) {
    let (iterable, name, tag) = (iterable(w), w.fresh("x"), w.tag());
    if w.chance.one_in(5) {
        return w.line(&format!("print({tag}, [{name} async for {name} in {iterable}])"));
    }
    let outer = std::mem::replace(&mut w.in_loop, true);
    w.block(&format!("async for {name} in {iterable}"), |w| {
        w.line(&format!("print({tag}, {name})"));
        if w.chance.one_in(2) {
            statements::some(w);
        }
        if !w.ended && w.chance.one_in(4) {
            w.line("break");
        }
    });
    w.in_loop = outer;
    if w.chance.one_in(6) {
        w.block("else", |w| w.line(&format!("print({tag}, 'all')")));
    }
}

/// `anext`, `asend`, `athrow`, `aclose`.
pub fn by_hand(w: &mut Writer) {
    let Some(name) = w.some(Kind::Generator) else {
        if w.generators == 0 {
            return consume(w);
        }
        let (number, tag) = (w.chance.below(w.generators), w.tag());
        let name = w.name(Kind::Generator, "agen");
        return w.line(&format!("{name} = a{number}({tag})"));
    };
    let tag = w.tag();
    let what = match w.chance.below(6) {
        0 => format!("{name}.asend({})", value(w)),
        1 => format!("{name}.athrow({})", error(w)),
        2 => format!("{name}.aclose()"),
        3 => format!("anext({name}, 'default')"),
        4 => format!("asyncio.wait_for(anext({name}), {})", delay(w)),
        _ => format!("anext({name})"),
    };
    w.block("try", |w| w.line(&format!("print({tag}, await {what})")));
    w.block("except Exception as e", |w| w.line(&format!("print({tag}, repr(e))")));
}
