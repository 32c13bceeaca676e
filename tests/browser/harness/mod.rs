//! What the tests need of a real browser: the page served, Chromium driven, gestures made.

mod browser;
mod page;
mod server;

pub use browser::Browser;
pub use page::{CONTROL, END, HOME, Page, SHIFT};
pub use server::serve;
