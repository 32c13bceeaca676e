//! The ground floor: what happened, in the order it happened.
//!
//! The event loop and the language tell a [`Recorder`] what they do; nobody asks it anything
//! while a run lasts, so recording can never steer. Afterwards, or in the middle, the folds
//! read the events: [`json`] gives the bytes that the oracle would give, [`Lanes`] the timeline,
//! [`Steps`] the places to stop at and, as [`columns`], another axis to draw lanes along, [`LoopState`] the loop
//! at one of them (soon, through [`Checkpoints`]), [`Why`] the reason of a step, [`awaiting`] what became of code
//! that waits for several tasks, [`Output`] what was printed.
//! For other programs, [`svg`] draws the timeline and [`trace_event`] writes it for Perfetto.

pub mod awaiting;
mod checkpoints;
pub mod columns;
mod event;
pub mod json;
pub mod lanes;
pub mod lints;
pub mod output;
mod recorder;
#[cfg(test)]
pub mod sample;
pub mod state;
mod steps;
pub mod svg;
pub mod trace_event;
pub mod why;

pub use checkpoints::Checkpoints;
pub use columns::{Along, Axis};
pub use event::{
    Act, Callback, Event, EventKind, Exit, GroupKind, HandleId, ObjectId, Outcome, Resumed, Seconds, Symbol,
    TaskId, Wait,
};
pub use lanes::Lanes;
pub use output::Output;
pub use recorder::{Recorder, Trace};
pub use state::LoopState;
pub use steps::Steps;
pub use why::Why;
