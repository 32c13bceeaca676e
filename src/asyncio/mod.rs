//! The hand-written cooperative scheduler: what CPython's asyncio does, event for event.

pub mod host;
