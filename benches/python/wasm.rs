//! The interpreter alone as wasm, compiled as the page is: what `page/` measures in a browser.

#![cfg(target_arch = "wasm32")]

mod ours;

use wasm_bindgen::prelude::wasm_bindgen;

/// Run a program to its end; what went wrong, or nothing.
#[wasm_bindgen]
pub fn run(source: &str, recording: bool) -> Option<String> {
    ours::run(source, recording).err()
}
