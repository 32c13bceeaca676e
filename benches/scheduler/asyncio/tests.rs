//! Only there so that the host finds what it names.

#[path = "../../../src/asyncio/tests/host.rs"]
#[allow(dead_code)]
pub mod host;
