//! Queues of all kinds.

use super::expressions::value;
use super::prelude::Shared;
use super::writer::Writer;

const QUEUES: [Shared; 5] =
    [Shared::Queue, Shared::SmallQueue, Shared::LifoQueue, Shared::PriorityQueue, Shared::SmallQueue];

/// A queue, and something to put into it.
fn queue(w: &mut Writer) -> (&'static str, String) {
    let shared = QUEUES[w.chance.below(QUEUES.len())];
    let item = match shared {
        Shared::PriorityQueue if !w.chance.one_in(8) => w.chance.below(5).to_string(),
        _ => value(w),
    };
    (w.shared(shared), item)
}

pub fn without_waiting(w: &mut Writer) {
    let (queue, item) = queue(w);
    let tag = w.tag();
    let text = match w.chance.below(9) {
        0 => format!("print({tag}, {queue}.qsize(), {queue}.empty(), {queue}.full())"),
        1 => format!("{queue}.shutdown()"),
        2 if w.chance.one_in(3) => format!("{queue}.shutdown(immediate=True)"),
        2 | 3 => format!("print({tag}, {queue}.get_nowait())"),
        4 => format!("{queue}.task_done()"),
        5 if w.chance.one_in(2) => format!("print({tag}, {queue})"),
        _ => format!("{queue}.put_nowait({item})"),
    };
    if w.chance.one_in(3) {
        return w.line(&text);
    }
    w.block("try", |w| w.line(&text));
    w.block("except Exception as e", |w| w.line(&format!("print({tag}, repr(e))")));
}

pub fn waiting(w: &mut Writer) {
    let (queue, item) = queue(w);
    let tag = w.tag();
    match w.chance.below(9) {
        0 => w.line(&format!("await {queue}.join()")),
        1 => {
            let count = w.chance.within(2..=3);
            w.block(&format!("for i in range({count})"), |w| w.line(&format!("await {queue}.put(i)")));
        }
        2 => {
            let count = w.chance.within(2..=3);
            w.block(&format!("for i in range({count})"), |w| {
                w.line(&format!("print({tag}, await {queue}.get())"));
                w.line(&format!("{queue}.task_done()"));
            });
        }
        3 => worker(w, queue),
        4..=6 => w.line(&format!("await {queue}.put({item})")),
        _ => w.line(&format!("print({tag}, await {queue}.get())")),
    }
}

/// The usual end of a consumer.
fn worker(w: &mut Writer, queue: &str) {
    let tag = w.tag();
    w.block("try", |w| {
        w.block("for i in range(5)", |w| {
            w.line(&format!("item = await {queue}.get()"));
            w.line(&format!("print({tag}, i, item)"));
            if w.chance.one_in(2) {
                w.line("await asyncio.sleep(0.1)");
            }
            w.line(&format!("{queue}.task_done()"));
        });
    });
    w.block("except asyncio.QueueShutDown as e", |w| w.line(&format!("print({tag}, repr(e))")));
}
