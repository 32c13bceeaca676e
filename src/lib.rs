//! Interleave: an asyncio playground, and the house it lives in.
//!
//! A scenario is its Python source text. Everything else is derived from it:
//!
//! ```text
//! source ──parse──▶ program ──run──▶ trace ──fold──▶ timeline · loop state · output
//!   ▲                                                  │
//!   └──────────── edits are text splices ◀─────────────┘
//! ```
//!
//! Each floor knows only the floors that stand above it in this list (`tests/floors.rs` keeps it so):
//!
//! - [`trace`]: what happened. Events, the recorder, the folds. Knows nothing of how it came about.
//! - [`asyncio`]: the event loop. Never sees Python syntax, a browser or a wall clock.
//! - [`python`]: the language, from source to frames that can be resumed. Never waits, never prints.
//! - [`scenario`]: the document and its edits, as splices of text.
//! - [`player`]: moves through a run. Alone in knowing wall time.
//! - [`ui`]: draws; decides nothing. - [`cli`]: the same run, for a terminal.

pub mod asyncio;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod player;
pub mod python;
pub mod scenario;
pub mod trace;
pub mod ui;
