//! The hand-written cooperative scheduler: what CPython's asyncio does, event for event.

pub mod base_events;
pub mod coroutines;
pub mod events;
pub mod futures;
pub mod host;
