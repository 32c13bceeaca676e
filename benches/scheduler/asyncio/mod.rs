//! The scheduler, with the host of its unit tests: a language without syntax.

pub use interleave::asyncio::*;

pub mod tests;
