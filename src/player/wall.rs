//! The browser's clock.

/// How long the page may be kept busy at a stretch, in milliseconds: half a frame.
pub const SLICE: f64 = 8.0;
/// Instructions to run before looking at the clock again.
pub const FUEL: u32 = 20_000;

/// Milliseconds since the page was loaded.
pub fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
