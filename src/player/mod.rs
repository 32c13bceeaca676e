//! Moving through a run: at once, live, or step by step.
//!
//! A [`Picture`] is a run as far as it has got, folded for drawing. [`Preview`] runs a whole program
//! in virtual time, in slices that leave the page its frames, as far as [`horizon`] says. [`Live`] runs the same scheduler paced
//! by the browser's timers: where the loop would wait, it waits. Both give the same trace, for a
//! run does not know who moves its clock. [`Transport`] is the tape deck's buttons, and knows neither.
//!
//! This floor alone knows wall time, and in it only the two modules made for the browser.

pub mod horizon;
#[cfg(target_arch = "wasm32")]
mod live;
pub mod pace;
mod picture;
#[cfg(target_arch = "wasm32")]
mod preview;
mod transport;
#[cfg(target_arch = "wasm32")]
mod wall;

#[cfg(target_arch = "wasm32")]
pub use live::{Live, Report};
pub use picture::Picture;
#[cfg(target_arch = "wasm32")]
pub use preview::{Preview, Progress};
pub use transport::{FASTEST, SLOWEST, SPEEDS, Transport};
