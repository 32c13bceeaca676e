//! What the tests need of a real browser: the page served, Chromium driven, gestures made.

mod browser;
pub mod keys;
mod page;
mod server;

pub use browser::{Browser, dist};
pub use page::Page;
pub use server::{Site, serve};
