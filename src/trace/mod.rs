//! The ground floor: what happened, in the order it happened.
//!
//! The event loop and the language tell a [`Recorder`] what they do; nobody asks it anything
//! while a run lasts, so recording can never steer. Afterwards, or in the middle, the folds
//! read the events: [`json`] gives the bytes that the oracle would give.

mod event;
pub mod json;
mod recorder;

pub use event::{Callback, Event, EventKind, Exit, HandleId, Outcome, Seconds, Symbol, TaskId, Wait};
pub use recorder::{Recorder, Trace};
