//! A drawing as a PNG: the browser draws the SVG on a canvas, twice as large.

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

use super::browser;

const SCALE: u32 = 2;

/// Draw it, and offer it for download once it is drawn.
pub fn save(name: &'static str, svg: &str) {
    let Ok(image) = HtmlImageElement::new() else { return };
    let drawn = image.clone();
    let done = Closure::once_into_js(move || {
        if let Some(address) = png_of(&drawn) {
            browser::save(name, &address);
        }
    });
    image.set_onload(Some(done.unchecked_ref()));
    image.set_src(&format!("data:image/svg+xml,{}", js_sys::encode_uri_component(svg)));
}

fn png_of(image: &HtmlImageElement) -> Option<String> {
    let canvas = web_sys::window()?.document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    let (width, height) = (image.natural_width() * SCALE, image.natural_height() * SCALE);
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height).ok()?;
    canvas.to_data_url().ok()
}
