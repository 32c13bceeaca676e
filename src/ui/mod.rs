//! The page. It draws what the floors above it know, and decides nothing.
//!
//! [`state`] is all that the page knows, changed by a pure reducer. `app` holds it, hands each
//! component what it draws, and does what must be done about a change. A component gets data and
//! a dispatcher; it reads no clock and keeps no state of the document's. What moves at every
//! frame, the playhead, goes round all of them (`playhead`).
//!
//! What can be decided without a browser ([`colours`], [`comparison`], [`describe`], [`indent`], [`lane_view`], [`scale`], [`words`]) is, and is tested so.

pub mod action;
pub mod colours;
pub mod comparison;
pub mod describe;
pub mod explain;
pub mod indent;
pub mod interventions;
pub mod lane_view;
pub mod look;
pub mod predict;
pub mod scale;
pub mod state;
pub mod words;
pub mod work;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod axis;
#[cfg(target_arch = "wasm32")]
mod beside;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod combinator;
#[cfg(target_arch = "wasm32")]
mod compare;
#[cfg(target_arch = "wasm32")]
mod deck;
#[cfg(target_arch = "wasm32")]
mod dialogs;
#[cfg(target_arch = "wasm32")]
mod drag;
#[cfg(target_arch = "wasm32")]
mod editor;
#[cfg(target_arch = "wasm32")]
mod effects;
#[cfg(target_arch = "wasm32")]
mod embed;
#[cfg(target_arch = "wasm32")]
mod event_loop;
#[cfg(target_arch = "wasm32")]
mod header;
#[cfg(target_arch = "wasm32")]
mod icons;
#[cfg(target_arch = "wasm32")]
mod marks;
#[cfg(target_arch = "wasm32")]
mod menu;
#[cfg(target_arch = "wasm32")]
mod moves;
#[cfg(target_arch = "wasm32")]
mod output;
#[cfg(target_arch = "wasm32")]
mod playhead;
#[cfg(target_arch = "wasm32")]
mod png;
#[cfg(target_arch = "wasm32")]
mod pointing;
#[cfg(target_arch = "wasm32")]
mod row;
#[cfg(target_arch = "wasm32")]
mod timeline;
#[cfg(target_arch = "wasm32")]
mod why;
#[cfg(target_arch = "wasm32")]
mod window;
#[cfg(target_arch = "wasm32")]
mod zoom;

#[cfg(target_arch = "wasm32")]
pub use app::mount;
#[cfg(target_arch = "wasm32")]
use app::tab_name;
