//! The hand-written cooperative scheduler: what CPython's asyncio does, event for event.
//!
//! Read it like a book on asyncio. Each file is named as in CPython's `Lib/asyncio`, or after the
//! one thing it has, and says at its head what that is:
//!
//! 1. [`host`]: what the loop asks of a language; [`clock`]: where the time comes from;
//!    [`runtime`]: what the loops of a run share.
//! 2. [`events`]: a callback that waits for its turn; [`heapq`]: the order of the timers.
//! 3. [`base_events`]: the event loop; [`run_once`]: one turn of it; [`run_forever`]: many;
//!    [`runners`]: `asyncio.run`; `ending`: what is left then; [`deadlocks`]: why nothing goes on.
//! 4. [`futures`]: a result that is not there yet; [`done_callbacks`]: who is told; `forgotten`: what is
//!    said where nobody asks.
//! 5. [`tasks`]: a coroutine that runs by itself; `steps`: how; `scheduled_tasks`: which there are; `task_notes`, `callback_notes`: what the
//!    trace is told; [`reprs`]: what messages call them.
//! 6. [`coroutines`]: how asyncio's own coroutines are written here. The first is [`sleep`].
//! 7. Waiting for many: [`gather`], [`wait`], [`as_completed`], [`taskgroups`]; not for ever:
//!    [`timeouts`]; without cancelling: [`shield`].
//! 8. Taking turns: [`locks`], [`conditions`], [`barriers`], [`queues`].
//!
//! What is absent: no file knows Python's syntax, waits, reads a clock of the machine, prints, or
//! keeps anything global. A loop never blocks: it does one callback and returns ([`Advance`]), and
//! whoever drives it moves the [`Clock`] when the loop has nothing to do before some time.

pub mod as_completed;
pub mod barriers;
pub mod base_events;
mod callback_notes;
pub mod clock;
pub mod conditions;
pub mod coroutines;
pub mod deadlocks;
pub mod done_callbacks;
mod ending;
pub mod events;
mod forgotten;
mod future_set;
pub mod futures;
pub mod gather;
mod group_notes;
pub mod heapq;
pub mod host;
pub mod interventions;
pub mod locks;
pub mod queues;
pub mod reprs;
pub mod run_forever;
pub mod run_once;
pub mod runners;
pub mod runtime;
mod scheduled_tasks;
pub mod shield;
pub mod sleep;
mod steps;
mod task_notes;
pub mod taskgroups;
pub mod tasks;
pub mod timeouts;
pub mod trash;
pub mod wait;

#[cfg(test)]
mod tests;

pub use as_completed::AsCompleted;
pub use barriers::Barrier;
pub use base_events::EventLoop;
pub use clock::{Clock, VirtualClock};
pub use conditions::Condition;
pub use coroutines::{Cx, NativeCoroutine};
pub use done_callbacks::DoneCallback;
pub use events::{Handle, HandleRef};
pub use futures::{Awaitable, Future, FutureRef, Label};
pub use host::{Called, ErrorClass, Host, Outcome, Report, Resume, Subject, Yielded};
pub use interventions::Intervention;
pub use locks::{Event, Lock, Semaphore};
pub use queues::Queue;
pub use run_forever::{RunForever, RunUntilComplete};
pub use run_once::Advance;
pub use runners::{Run, Runner};
pub use runtime::Runtime;
pub use taskgroups::TaskGroup;
pub use tasks::Task;
pub use timeouts::Timeout;
