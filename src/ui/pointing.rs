//! Pointing at a bar shows its line of the code, and pointing at a line its bars.
//!
//! Nothing is drawn anew for that: one rule of style, written straight to the document, says which line is meant.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

/// The height of a line of the code and what is above the first one, in pixels, as in the style sheet.
const LINE: f64 = 21.0;
const ABOVE: f64 = 4.0;

/// Follow the pointer.
#[hook]
pub fn use_pointing() {
    use_effect_with((), |()| {
        let style = style_element();
        let mut shown = None;
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "pointermove", move |event| {
                let line = event.dyn_ref::<PointerEvent>().and_then(line_of);
                if let (Some(style), true) = (&style, line != shown) {
                    style.set_text_content(Some(&line.map_or_else(String::new, rule)));
                    shown = line;
                }
            })
        });
        move || drop(listener)
    });
}

/// The line that is meant.
fn line_of(event: &PointerEvent) -> Option<u32> {
    let element: Element = event.target()?.dyn_into().ok()?;
    if element.has_attribute("data-editor") {
        let line = (f64::from(event.offset_y()) - ABOVE) / LINE;
        return (line >= 0.0).then_some(line as u32 + 1);
    }
    element.closest(".bar[data-line], [data-lint][data-line]").ok()??.get_attribute("data-line")?.parse().ok()
}

fn rule(line: u32) -> String {
    format!(
        ".marks .pointed{{display:block;--line:{line}}}.bar[data-line=\"{line}\"]{{outline:2px solid var(--accent);outline-offset:1px}}"
    )
}

fn style_element() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let style = document.create_element("style").ok()?;
    document.document_element()?.append_child(&style).ok()?;
    Some(style)
}
