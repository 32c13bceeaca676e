//! Tasks move from place to place in the event loop's pane: each that stands elsewhere than before glides there.
//!
//! Only the eye is helped: the document says at once what is so, and who wants no motion sees it at once, too.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::browser;
use crate::trace::LoopState;

/// Where each was, by the number of its task.
type Places = Vec<(String, f64, f64)>;

/// After each step, let those glide that have moved within `pane`.
#[hook]
pub fn use_moves(pane: NodeRef, state: Rc<LoopState>) {
    let before = use_mut_ref(Places::new);
    use_effect_with(state, move |_| {
        let Some(pane) = pane.cast::<Element>() else { return };
        let corner = pane.get_bounding_client_rect();
        let mut places = Places::new();
        let mut moved = Vec::new();
        for element in those_in(&pane) {
            // Where it stands, not where a glide that goes on has brought it.
            let _ = element.style().remove_property("transition");
            let _ = element.style().remove_property("transform");
            let who = element.get_attribute("data-who").unwrap_or_default();
            let place = element.get_bounding_client_rect();
            let (x, y) = (place.x() - corner.x(), place.y() - corner.y());
            let was = before.borrow().iter().find(|(other, ..)| *other == who).cloned();
            if let Some((_, was_x, was_y)) =
                was.filter(|(_, was_x, was_y)| (was_x - x).abs() + (was_y - y).abs() > 1.0)
            {
                browser::set_property(
                    &element,
                    "transform",
                    &format!("translate({}px,{}px)", was_x - x, was_y - y),
                );
                moved.push(element);
            }
            places.push((who, x, y));
        }
        before.replace(places);
        if let (false, true) = (moved.is_empty(), browser::wants_motion()) {
            // Reading the layout makes the browser take note of where they begin.
            pane.get_bounding_client_rect();
            for element in &moved {
                browser::set_property(element, "transition", "transform 0.22s ease-out");
            }
        }
        for element in &moved {
            browser::set_property(element, "transform", "none");
        }
    });
}

fn those_in(pane: &Element) -> Vec<HtmlElement> {
    let Ok(found) = pane.query_selector_all("[data-who]") else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.item(place)?.dyn_into().ok()).collect()
}
