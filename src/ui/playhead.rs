//! What moves at every frame: the playhead and the clock.
//!
//! They are written straight to the document, so that no component is drawn anew only because
//! time has passed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use yew::prelude::*;

use super::{browser, zoom};
use crate::player::Live;
use crate::trace::{Axis, Seconds};

/// The live run, for whoever wants to know its time.
pub type LiveCell = Rc<RefCell<Option<Live>>>;

/// What is written to: the timeline's tracks get `--now`, in percent, and the clock a text.
#[derive(Clone, PartialEq, Default)]
pub struct Places {
    pub tracks: NodeRef,
    pub clock: NodeRef,
}

/// What the playhead depends on, besides time itself.
#[derive(Clone, PartialEq)]
pub struct Playhead {
    pub places: Places,
    /// Whether they are there to be written to.
    pub is_shown: bool,
    /// The time of the position, where no live run knows better.
    pub time: Seconds,
    /// What the timeline is drawn along, and where that ends.
    pub axis: (Axis, f64),
    /// The step that has ended.
    pub step: usize,
    /// The live run's number, and whether it plays.
    pub live: Option<(u32, bool)>,
    /// The run is over at this position: there is nothing ahead.
    pub at_end: bool,
}

/// Keep the playhead where it belongs.
#[hook]
pub fn use_playhead(playhead: Playhead, live: LiveCell) {
    let frame = use_mut_ref(|| None::<AnimationFrame>);
    use_effect_with(playhead, move |playhead| {
        frame.take();
        follow(playhead.clone(), live, frame);
    });
}

fn follow(playhead: Playhead, live: LiveCell, frame: Rc<RefCell<Option<AnimationFrame>>>) {
    playhead.draw(playhead.now(&live));
    if let Some((_, true)) = playhead.live {
        let again = frame.clone();
        let next = request_animation_frame(move |_| follow(playhead, live, again));
        frame.replace(Some(next));
    }
}

impl Playhead {
    fn now(&self, live: &LiveCell) -> Seconds {
        let live = live.borrow();
        let known = self.live.and(live.as_ref()).map(Live::now);
        known.unwrap_or(self.time)
    }

    fn draw(&self, now: Seconds) {
        if let Some(tracks) = self.places.tracks.cast::<web_sys::HtmlElement>() {
            let (axis, end) = self.axis;
            let place = if axis == Axis::Time { now } else { self.step as f64 };
            let share = if end > 0.0 { (place / end).clamp(0.0, 1.0) } else { place.min(1.0) };
            let percent = share * 100.0;
            browser::set_property(&tracks, "--now", &format!("{percent:.6}"));
            browser::set_property(&tracks, "--veil", if self.at_end { "0" } else { "1" });
            zoom::bring_into_sight(&tracks, share);
        }
        if let Some(clock) = self.places.clock.cast::<web_sys::Element>() {
            clock.set_text_content(Some(&format!("{now:.2} s")));
        }
    }
}
