//! What a hand does on the timeline: it pulls the ends of bars, and the playhead along the axis.
//!
//! The pointer is captured by the timeline as a whole, not by the handle: a handle may be drawn
//! anew while it is held, the timeline stays.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::{Element, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::action::Action;
use super::scale::Scale;
use super::state::State;
use crate::trace::Seconds;

/// What is in the hand.
#[derive(Clone, Copy)]
enum Held {
    /// A bar's end: where the pointer was and how long the bar was when it was taken, and the scale
    /// of that moment.
    End {
        x: f64,
        seconds: Seconds,
        scale: Scale,
    },
    Playhead,
}

/// The timeline's hand.
#[derive(Clone)]
pub struct Hand {
    held: Rc<RefCell<Option<Held>>>,
    timeline: NodeRef,
    scale: Scale,
    dispatch: UseReducerDispatcher<State>,
}

/// The hand over a timeline of this scale.
#[hook]
pub fn use_hand(timeline: NodeRef, scale: Scale, dispatch: UseReducerDispatcher<State>) -> Hand {
    let held = use_mut_ref(|| None);
    Hand { held, timeline, scale, dispatch }
}

impl Hand {
    /// Take hold of what is under the pointer.
    pub fn down(&self, event: &PointerEvent) {
        if event.button() != 0 || self.held.borrow().is_some() {
            return;
        }
        let Some(held) = self.under(event) else { return };
        event.prevent_default();
        if let Some(timeline) = self.timeline.cast::<Element>() {
            // Fails only where the pointer is gone already.
            let _ = timeline.set_pointer_capture(event.pointer_id());
        }
        self.held.replace(Some(held));
        if matches!(held, Held::Playhead) {
            self.seek(event);
        }
    }

    /// Carry along what is held.
    pub fn carry(&self, event: &PointerEvent) {
        let held = *self.held.borrow();
        match held {
            Some(Held::End { x, seconds, scale }) => {
                let seconds = seconds + scale.seconds(f64::from(event.client_x()) - x);
                let grid = (!event.alt_key()).then(|| scale.grid());
                self.dispatch.dispatch(Action::Drag { seconds: seconds.max(0.0), grid });
            }
            Some(Held::Playhead) => self.seek(event),
            None => {}
        }
    }

    /// Let go.
    pub fn up(&self) {
        if let Some(Held::End { .. }) = self.held.take() {
            self.dispatch.dispatch(Action::Drop);
        }
    }

    /// Arrows on a focused end change the length by a notch, with Shift by ten.
    pub fn key(&self, event: &KeyboardEvent) {
        let notches = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => -1.0,
            "ArrowRight" | "ArrowUp" => 1.0,
            _ => return,
        };
        let Some((origin, seconds)) = event.target_dyn_into::<Element>().and_then(|element| handle(&element))
        else {
            return;
        };
        event.prevent_default();
        let grid = self.scale.grid();
        let many = if event.shift_key() { 10.0 } else { 1.0 };
        let seconds = (seconds + notches * many * grid).max(0.0);
        self.dispatch.dispatch(Action::Nudge { origin, seconds, grid });
    }

    fn under(&self, event: &PointerEvent) -> Option<Held> {
        let element = event.target_dyn_into::<Element>()?;
        if let Some((origin, seconds)) = handle(&element) {
            self.dispatch.dispatch(Action::Grab { origin });
            return Some(Held::End { x: f64::from(event.client_x()), seconds, scale: self.scale });
        }
        element.closest("[data-part=axis]").ok()?.map(|_| Held::Playhead)
    }

    fn seek(&self, event: &PointerEvent) {
        let timeline = self.timeline.cast::<Element>();
        let axis = timeline.and_then(|timeline| timeline.query_selector(".axis .track").ok()?);
        if let Some(axis) = axis {
            let x = f64::from(event.client_x()) - axis.get_bounding_client_rect().left();
            self.dispatch.dispatch(Action::SeekTime(self.scale.seconds(x).max(0.0)));
        }
    }
}

/// The number that a handle stands for: its offset in the source, and the seconds that it says.
fn handle(element: &Element) -> Option<(u32, Seconds)> {
    let handle = element.closest("[data-handle]").ok()??;
    let origin = handle.get_attribute("data-origin")?.parse().ok()?;
    let seconds = handle.get_attribute("data-seconds")?.parse().ok()?;
    Some((origin, seconds))
}
