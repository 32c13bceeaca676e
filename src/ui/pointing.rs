//! Pointing at a bar shows its line of the code, and pointing at a line its bars.
//!
//! Nothing is drawn anew for that: what is meant is marked straight in the document.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};
use yew::prelude::*;

use super::browser;

/// The height of a line of the code and what is above the first one, in pixels, as in the style sheet.
const LINE: f64 = 21.0;
const ABOVE: f64 = 4.0;

/// Follow the pointer.
#[hook]
pub fn use_pointing() {
    use_effect_with((), |()| {
        let mut shown = None;
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "pointermove", move |event| {
                let line = event.dyn_ref::<PointerEvent>().and_then(line_of);
                if line != shown {
                    show(line);
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

/// Mark the line of the code and its bars, and none else.
fn show(line: Option<u32>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let each = |css: &str, then: &dyn Fn(&HtmlElement)| {
        let found = document.query_selector_all(css).ok();
        let elements =
            found.iter().flat_map(|found| (0..found.length()).filter_map(|place| found.item(place)));
        elements.filter_map(|element| element.dyn_into().ok()).for_each(|element| then(&element));
    };
    each("[data-pointed]", &|element| drop(element.remove_attribute("data-pointed")));
    let Some(line) = line else { return };
    let mark = |element: &HtmlElement| {
        browser::set_property(element, "--pointed", &line.to_string());
        drop(element.set_attribute("data-pointed", ""));
    };
    each(".pointed", &mark);
    each(&format!(".bar[data-line=\"{line}\"]"), &mark);
}
