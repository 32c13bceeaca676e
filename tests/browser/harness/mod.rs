//! What the tests need of a real browser: the page served, Chromium driven, gestures made.

mod browser;
mod page;
mod server;

pub use browser::{Browser, dist};
pub use page::{CONTROL, END, HOME, Page, SHIFT};
pub use server::{Site, serve};
