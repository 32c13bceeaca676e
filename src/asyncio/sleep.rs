//! `asyncio.sleep`: a future, and a timer that sets its result (CPython's `tasks.sleep`).
//!
//! Nobody sleeps. The coroutine makes a future, asks the loop with `call_later` to set its result when the
//! time has come, and awaits it like any other. If it is cancelled meanwhile, it takes the timer away. Two sleeps
//! that end at the same instant end in the order in which the heap of timers gives them out.
//!
//! `sleep(0)` is not a short sleep. It yields nothing at all to its task, which schedules its next step at
//! once, behind all that is ready: the usual way to let the others run.

use super::coroutines::Cx;
use super::events::Callback;
use super::futures::Label;
use super::host::{ErrorClass, Host};
use crate::trace::Seconds;

/// How long to sleep, and where that is written.
#[derive(Clone, Copy, Debug)]
pub struct Delay {
    pub seconds: Seconds,
    /// The byte offset in the source of the number literal that it comes from, if there is one.
    pub origin: Option<u32>,
}

/// `asyncio.sleep(delay, result)`. With no time to sleep it only lets the others run, once. Raises
/// ValueError where the delay is not a number.
pub async fn sleep<H: Host>(cx: &Cx<H>, delay: Delay, result: H::Value) -> Result<H::Value, H::Error> {
    let Delay { seconds, origin } = delay;
    if seconds <= 0.0 {
        cx.yield_now().await?;
        return Ok(result);
    }
    if seconds.is_nan() {
        return Err(cx.host().error(ErrorClass::ValueError, "Invalid delay: NaN (not a number)"));
    }
    let event_loop = cx.event_loop()?;
    let future = event_loop.create_labelled(Label::Sleep { seconds, origin });
    let wake = Callback::SetResult { future: future.clone(), value: result };
    let timer = event_loop.call_later(seconds, wake, None)?;
    let outcome = cx.wait(&future).await;
    timer.cancel();
    outcome
}
